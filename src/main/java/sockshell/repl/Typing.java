package sockshell.repl;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jline.reader.LineReader;
import org.jline.reader.Reference;
import org.jline.widget.AutosuggestionWidgets;
import sockshell.lang.Value;
import sockshell.render.Text;
import sockshell.render.page.Manual;
import sockshell.repl.desk.Desk;
import sockshell.repl.editor.Editor;
import sockshell.repl.editor.EditorCompleter;
import sockshell.repl.editor.EditorHighlighter;
import sockshell.repl.editor.EditorParser;
import sockshell.repl.editor.FilePaths;
import sockshell.repl.editor.Styles;
import sockshell.repl.editor.TabKey;
import sockshell.repl.typing.Context;
import sockshell.repl.typing.Language;
import sockshell.repl.typing.Scene;
import sockshell.repl.typing.Signature;
import sockshell.repl.typing.TabHelp;
import sockshell.session.told.Survey.Held;

/** What helps while a line is being typed: colours, Tab, the signature below. */
final class Typing {
    private static final String TAB_WIDGET = "complete-or-explain";

    private final Desk desk;
    private final Supplier<Context> context;

    Typing(Desk desk, Language language) {
        this.desk = desk;
        FilePaths paths = new FilePaths(Path.of(""));
        Scene scene = scene();
        context = () -> new Context(desk.process(), language, scene, paths);
    }

    private Scene scene() {
        return new Scene() {
            @Override
            public Set<String> processes() {
                return desk.session().names();
            }

            @Override
            public Map<String, Value> variables(String process) {
                return desk.session().variables(process);
            }

            @Override
            public List<Held> held() {
                return desk.survey().held();
            }
        };
    }

    void attach(Editor editor, Styles styles, Manual manual) {
        editor.option(LineReader.Option.DISABLE_EVENT_EXPANSION, true);
        editor.option(LineReader.Option.AUTO_GROUP, true);
        editor.option(LineReader.Option.AUTO_MENU, false);
        editor.setParser(new EditorParser(context));
        editor.setCompleter(new EditorCompleter(context));
        editor.setHighlighter(new EditorHighlighter(context, styles));
        TabHelp help =
                new TabHelp(call -> manual.about(call.name(), List.of(), desk.screen().sheet()));
        editor.getWidgets().put(TAB_WIDGET, new TabKey(editor, context, help, styles));
        for (String map : List.of(LineReader.EMACS, LineReader.VIINS)) {
            Optional.ofNullable(editor.getKeyMaps().get(map))
                    .ifPresent(keys -> keys.bind(new Reference(TAB_WIDGET), "\t"));
        }
        new AutosuggestionWidgets(editor).enable();
        editor.onChange((text, cursor) -> desk.bottomLine().hint(signature(text, cursor)));
    }

    private Text signature(String text, int cursor) {
        return Signature.at(text, cursor, context.get()).orElse(Text.EMPTY);
    }
}
