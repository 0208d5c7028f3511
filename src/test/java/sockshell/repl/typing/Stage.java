package sockshell.repl.typing;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import sockshell.lang.Parser;
import sockshell.lang.Value;
import sockshell.lang.catalogue.Catalogue;
import sockshell.libc.LibcKernel;
import sockshell.session.Session;
import sockshell.session.told.Survey.Held;

/** A session on the real kernel, and what can be typed in it. */
public final class Stage implements AutoCloseable {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Catalogue CATALOGUE = new Catalogue();
    private static final Language LANGUAGE =
            new Language(
                    CATALOGUE,
                    new LibcKernel().constants(),
                    List.of(
                            new Command("/sockets", "", "shows all sockets", Command.nothing()),
                            new Command("/save", "FILE", "writes a file", Command.paths()),
                            new Command("/queue", "FD", "shows a queue", Command.descriptors()),
                            new Command("/interrupt", "NAME", "wakes", Command.processes()),
                            new Command("/explain", "NAME", "explains", Command.calls())));

    private final Session session = new Session(new LibcKernel(), CATALOGUE, _ -> {});

    /** Each line is of main, or of the process that it names. */
    public static Stage of(String... lines) {
        Stage stage = new Stage();
        Stream.of(lines).forEach(stage::run);
        return stage;
    }

    private void run(String line) {
        int mark = line.indexOf("> ");
        String process = mark < 0 ? "main" : line.substring(0, mark);
        var parsed = Parser.parse(line.substring(mark < 0 ? 0 : mark + 2), CATALOGUE::has);
        session.run(process, parsed.typed(), LONG);
        session.awaitAll(LONG);
    }

    public Context context() {
        return new Context("main", LANGUAGE, new Now(), typed -> paths(typed));
    }

    private static List<String> paths(String typed) {
        return Stream.of("/etc/hosts", "/etc/ssl/", "/tmp/", "notes.txt")
                .filter(path -> path.startsWith(typed))
                .toList();
    }

    /** What the session has now. */
    private final class Now implements Scene {
        @Override
        public Set<String> processes() {
            return session.names();
        }

        @Override
        public Map<String, Value> variables(String process) {
            return session.variables(process);
        }

        @Override
        public List<Held> held() {
            return session.survey().held();
        }
    }

    @Override
    public void close() {
        session.close();
    }
}
