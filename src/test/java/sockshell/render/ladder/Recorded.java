package sockshell.render.ladder;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import sockshell.lang.Parser;
import sockshell.lang.Value;
import sockshell.lang.catalogue.Catalogue;
import sockshell.libc.LibcKernel;
import sockshell.render.Glyphs;
import sockshell.render.Sheet;
import sockshell.render.Text;
import sockshell.session.Session;
import sockshell.session.told.Chronicle;
import sockshell.session.told.Event;
import sockshell.session.told.Moment;
import sockshell.sys.Kernel;
import sockshell.sys.SockAddr;

/**
 * A session on the real kernel, and its moments. {@code PORT} in a line is the port that the name
 * {@code a} of the process {@code srv} holds the address of.
 */
final class Recorded {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Pattern PORTS = Pattern.compile("(?<=:)[0-9]{5}");

    final List<Moment> moments;
    private final Kernel kernel = new LibcKernel();
    private final Catalogue catalogue = new Catalogue();
    private final Chronicle chronicle = new Chronicle();

    private Recorded(String script) {
        Recorder recorder = new Recorder();
        try (Session session = new Session(kernel, catalogue, recorder)) {
            recorder.age = session::age;
            script.lines().forEach(line -> run(session, line));
            moments = chronicle.moments();
        }
    }

    static Recorded of(String script) {
        return new Recorded(script);
    }

    private final class Recorder implements Session.Listener {
        private Supplier<Duration> age = () -> Duration.ZERO;

        @Override
        public void happened(Event event) {
            chronicle.note(event, age.get());
        }

        @Override
        public boolean wantsCalls() {
            return true;
        }
    }

    private void run(Session session, String line) {
        int colon = line.indexOf("> ");
        String text = line.substring(colon + 2).replace("PORT", port(session));
        session.run(line.substring(0, colon), Parser.parse(text, catalogue::has).typed(), PATIENCE);
    }

    private static String port(Session session) {
        return session.variables("srv").get("a")
                        instanceof Value.Address(SockAddr.Inet4(_, int port))
                ? Integer.toString(port)
                : "PORT";
    }

    Ladder ladder() {
        return ladder(moments);
    }

    Ladder ladder(List<Moment> some) {
        return Ladder.of(some, kernel.constants(), catalogue);
    }

    String drawn(int width) {
        return drawn(width, Glyphs.UNICODE);
    }

    /**
     * Each port that the kernel chose becomes another one, so that the picture is always the same.
     */
    String drawn(int width, Glyphs glyphs) {
        String picture =
                new LadderText(new Sheet(width, glyphs))
                        .of(ladder()).stream()
                                .map(Text::toString)
                                .collect(Collectors.joining("\n", "", "\n"));
        Map<String, String> ports = new LinkedHashMap<>();
        return PORTS.matcher(picture)
                .replaceAll(port ->
                        ports.computeIfAbsent(port.group(), _ -> "" + (50001 + ports.size())));
    }
}
