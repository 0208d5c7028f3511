package sockshell.render.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sockshell.render.Sheet;
import sockshell.render.Style;
import sockshell.render.Text;

/** The page for somebody who has just come: it fits on a screen. */
final class FirstPage {
    private static final int MOST = 40;

    private final Map<String, List<Command>> groups;
    private final Sheet sheet;

    FirstPage(List<Command> commands, Sheet sheet) {
        groups =
                commands.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Command::group, LinkedHashMap::new, Collectors.toList()));
        this.sheet = sheet;
    }

    /** A line for each command, or for each group where that would be too many. */
    List<Text> lines() {
        List<Text> each = page(FirstPage::listed);
        return each.size() <= MOST ? each : page(FirstPage::named);
    }

    /** How a group of commands is shown. */
    private interface Shown {
        void add(Paragraphs page, List<Command> commands);
    }

    private List<Text> page(Shown shown) {
        Paragraphs page = new Paragraphs(sheet);
        page.prose("Type a socket call, and it is made. A server, to begin with:");
        page.code("s = socket(AF_INET, SOCK_STREAM)");
        page.code("bind(s, (\"127.0.0.1\", 0))");
        page.code("listen(s)");
        page.prose("/help CALL has all of a call; /explain WORD any constant, errno or term.");
        groups.forEach((name, commands) -> {
            page.cut(Text.of(Style.TITLE, name));
            shown.add(page, commands);
        });
        return page.lines();
    }

    private static void listed(Paragraphs page, List<Command> commands) {
        int column = Paragraphs.column(commands.stream().map(FirstPage::typed));
        for (Command command : commands) {
            Text front = Text.of("  ").plus(Style.NAME, typed(command));
            page.cut(front.padded(column).plus(command.meaning()));
        }
    }

    private static void named(Paragraphs page, List<Command> commands) {
        page.indented(
                Style.NAME, commands.stream().map(Command::name).collect(Collectors.joining(" ")));
    }

    private static String typed(Command command) {
        return Stream.of(command.name(), command.arguments())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
