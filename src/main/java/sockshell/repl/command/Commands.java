package sockshell.repl.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import sockshell.lang.Nearest;
import sockshell.render.page.Manual;
import sockshell.repl.desk.Desk;
import sockshell.repl.desk.Lines;
import sockshell.repl.typing.Language;

/** All that begins with a slash: which command is meant, by its name or a beginning of it. */
public final class Commands {
    /** {@code /3}, {@code /-2}, {@code /!} and {@code /2-5}: what was typed is done again. */
    private static final Pattern AGAIN = Pattern.compile("/(!|-\\d+|\\d+(-\\d+)?)(\\s+.*)?");

    private final Desk desk;
    private final List<Command> all = new ArrayList<>();
    private final TypedCommands typed;

    public Commands(Desk desk, Lines lines, FileCommands files) {
        this.desk = desk;
        typed = new TypedCommands(desk, lines);
        all.addAll(new LookCommands(desk, lines).all());
        all.addAll(typed.all());
        all.addAll(files.all());
        all.addAll(new RecordCommands(desk, lines).all());
        all.addAll(new LessonCommands(desk.tutor(), lines).all());
        all.addAll(new SetCommands(desk).all());
        all.addAll(new HelpCommands(desk, this).all());
    }

    /** All that can be written at the prompt. */
    public Language language() {
        return new Language(
                desk.catalogue(),
                desk.kernel().constants(),
                all.stream().map(Command::words).toList());
    }

    /** The pages of the help. */
    public Manual manual() {
        return new Manual(
                desk.catalogue(),
                desk.kernel().constants(),
                all.stream().map(Commands::described).toList());
    }

    private static sockshell.render.page.Command described(Command command) {
        return new sockshell.render.page.Command(
                command.group().title(),
                "/" + command.name(),
                command.arguments(),
                command.meaning());
    }

    public List<Command> all() {
        return List.copyOf(all);
    }

    public void run(String text) {
        if (AGAIN.matcher(text).matches()) {
            typed.again(text.substring(1));
            return;
        }
        Matcher parts = Pattern.compile("/(\\S*)\\s*(.*)", Pattern.DOTALL).matcher(text);
        if (parts.matches()) {
            run(parts.group(1), parts.group(2).strip());
        }
    }

    private void run(String name, String argument) {
        List<Command> meant = meant(name);
        if (meant.size() == 1) {
            meant.getFirst().action().run(argument);
        } else {
            desk.remark(meant.isEmpty() ? unknown(name) : ambiguous(name, meant));
        }
    }

    /** The one of this name, or else all that begin so. */
    private List<Command> meant(String name) {
        List<Command> exact = all.stream().filter(each -> each.name().equals(name)).toList();
        return exact.isEmpty()
                ? all.stream()
                        .filter(each -> !name.isEmpty() && each.name().startsWith(name))
                        .toList()
                : exact;
    }

    private String unknown(String name) {
        List<String> names = all.stream().map(Command::name).toList();
        Optional<String> nearest = Nearest.to(name, names);
        return "There is no command /"
                + name
                + nearest.map(near -> "; /" + near + " is the nearest").orElse("")
                + ". /help lists all.";
    }

    private static String ambiguous(String name, List<Command> meant) {
        return "/"
                + name
                + " could be "
                + meant.stream().map(each -> "/" + each.name()).collect(Collectors.joining(", "))
                + ".";
    }
}
