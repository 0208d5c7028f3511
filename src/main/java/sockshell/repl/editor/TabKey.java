package sockshell.repl.editor;

import java.util.List;
import java.util.function.Supplier;
import org.jline.reader.LineReader;
import org.jline.reader.Widget;
import sockshell.render.Prose;
import sockshell.render.Text;
import sockshell.repl.typing.Context;
import sockshell.repl.typing.TabHelp;
import sockshell.repl.typing.Tabs;

/** What Tab does: it completes first, and then explains the call. */
public final class TabKey implements Widget {
    private static final String INDENT = "    ";

    private final LineReader reader;
    private final Supplier<Context> context;
    private final TabHelp help;
    private final Styles styles;
    private Tabs tabs = Tabs.NONE;

    public TabKey(LineReader reader, Supplier<Context> context, TabHelp help, Styles styles) {
        this.reader = reader;
        this.context = context;
        this.help = help;
        this.styles = styles;
        reader.unsetOpt(LineReader.Option.AUTO_LIST);
        reader.unsetOpt(LineReader.Option.AUTO_MENU);
    }

    @Override
    public boolean apply() {
        String line = reader.getBuffer().upToCursor();
        if (line.isBlank()) {
            overview();
        } else if (line.substring(line.lastIndexOf('\n') + 1).isBlank()) {
            reader.getBuffer().write(INDENT);
        } else {
            help();
        }
        return true;
    }

    private void overview() {
        String names = String.join("  ", context.get().language().catalogue().names());
        Prose.wrapped(Text.of(names), reader.getTerminal().getColumns(), 0)
                .forEach(each -> reader.printAbove(styles.of(each)));
    }

    private void help() {
        tabs = tabs.pressed(reader.getBuffer().toString(), reader.getBuffer().cursor());
        List<Text> lines = help.lines(tabs, context.get());
        if (lines.isEmpty()) {
            complete();
        }
        lines.forEach(line -> reader.printAbove(styles.of(line)));
    }

    /** A list of JLine's own accord would take the next Tab for itself. */
    private void complete() {
        reader.callWidget(LineReader.COMPLETE_WORD);
        if (reader.getBuffer().toString().equals(tabs.text())) {
            reader.callWidget(LineReader.LIST_CHOICES);
        }
    }
}
