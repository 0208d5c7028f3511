package sockshell.render.picture;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import sockshell.lang.Value;
import sockshell.libc.LibcKernel;
import sockshell.render.Sheet;
import sockshell.render.Text;
import sockshell.render.picture.BufferPicture.Origin;
import sockshell.render.picture.WatchPicture.Scene;
import sockshell.session.told.Activity;
import sockshell.session.told.Activity.Doing;
import sockshell.session.told.Survey;
import sockshell.session.told.Survey.Held;
import sockshell.session.told.Waiting;
import sockshell.sys.Bytes;
import sockshell.sys.Constants;
import sockshell.sys.Inspection.AcceptQueue;
import sockshell.sys.Inspection.Ends;
import sockshell.sys.Inspection.Made;
import sockshell.sys.Inspection.Queues;
import sockshell.sys.Inspection.State;
import sockshell.sys.Inspection.Unheld;
import sockshell.sys.Inspection.View;
import sockshell.sys.Kernel;
import sockshell.sys.SockAddr;

/** A session as it could be, and every picture of it. */
final class Samples {
    static final Kernel KERNEL = new LibcKernel();
    static final Constants CONSTANTS = KERNEL.constants();
    static final SockAddr SERVER = inet(12000);

    private static final int LINES = 4;
    private static final int HEIGHT = 14;

    private Samples() {}

    static SockAddr inet(int port) {
        return new SockAddr.Inet4(0x7f000001, port);
    }

    static Queues queues(long received, long unsent) {
        return new Queues(
                OptionalLong.of(received),
                OptionalLong.of(unsent),
                OptionalLong.of(received * 2),
                OptionalLong.empty(),
                OptionalLong.empty());
    }

    static Held tcp(String process, int descriptor, State state, SockAddr local, SockAddr remote) {
        return tcp(process, descriptor, state, new Ends(local, Optional.of(remote)));
    }

    private static Held tcp(String process, int descriptor, State state, Ends ends) {
        View view =
                new View(
                        new Made(2, 1, 6),
                        ends,
                        state,
                        queues(descriptor - 3, 0),
                        Optional.empty());
        return held(process, descriptor, Optional.of(view));
    }

    static Held held(String process, int descriptor, Optional<View> view) {
        String identity = "socket:[" + process.charAt(0) + descriptor + "]";
        return new Held(process, descriptor, Optional.of(identity), view);
    }

    static Held listener(String process, long length, long limit) {
        Queues none =
                new Queues(
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        OptionalLong.empty());
        return held(
                process,
                3,
                Optional.of(
                        new View(
                                new Made(2, 1, 6),
                                new Ends(SERVER, Optional.empty()),
                                State.LISTEN,
                                none,
                                Optional.of(new AcceptQueue(length, limit)))));
    }

    static Unheld unheld(State state, int from) {
        return new Unheld(
                state,
                new Ends(SERVER, Optional.of(inet(from))),
                state == State.TIME_WAIT ? OptionalLong.of(41_200) : OptionalLong.empty());
    }

    /** A full queue, two who knock, one who is half way in, and one that is over. */
    static Survey crowded() {
        return new Survey(
                List.of(
                        tcp("cli", 3, State.ESTABLISHED, inet(44001), SERVER),
                        tcp("cli", 4, State.ESTABLISHED, inet(44002), SERVER),
                        tcp("cli", 5, State.SYN_SENT, inet(44003), SERVER),
                        tcp("cli", 6, State.SYN_SENT, inet(44004), SERVER),
                        listener("srv", 2, 1),
                        tcp("srv", 4, State.CLOSE_WAIT, SERVER, inet(43999)),
                        new Held("srv", 5, Optional.of("pipe:[7]"), Optional.empty()),
                        listener("srv.1", 2, 1)),
                List.of(
                        unheld(State.ESTABLISHED, 44002),
                        unheld(State.CLOSE_WAIT, 44001),
                        unheld(State.SYN_RECV, 50000),
                        unheld(State.TIME_WAIT, 43000)));
    }

    static List<Activity> activities() {
        return List.of(
                activity("cli", Doing.READY, "", 0),
                activity("cli.1", Doing.ASKING, "", 0),
                activity("srv", Doing.BLOCKED, "accept", 12),
                activity("srv.1", Doing.BLOCKED, "accept", 200));
    }

    static Activity activity(String process, Doing doing, String call, int seconds) {
        return new Activity(
                process,
                doing,
                call,
                call.isEmpty() ? List.of() : List.of(Value.Whole.of(3)),
                Duration.ofSeconds(seconds));
    }

    /** By the name of the file that has how they look. */
    static Map<String, Function<Sheet, List<Text>>> pictures() {
        Map<String, Function<Sheet, List<Text>>> all = new LinkedHashMap<>();
        Survey survey = crowded();
        all.put("sockets", on -> new SocketTable(CONSTANTS).draw(survey, 6, on));
        all.put("queue", on -> QueuePicture.draw(survey.find("srv", 3).get(), survey, on));
        all.put("buffer", on -> buffer(survey, on));
        all.put("number", on -> bytes(Value.Whole.of(12000), on));
        all.put("text", on -> bytes(Value.Text.of("h\u00f6, \u20ac\r\n\u0000"), on));
        all.put("address", on -> bytes(new Value.Address(SERVER), on));
        all.put("status", on -> List.of(new StatusLine(CONSTANTS).draw(activities(), "srv", on)));
        all.put("watch", on -> watch(survey, on));
        return all;
    }

    private static List<Text> buffer(Survey survey, Sheet sheet) {
        Bytes data = Bytes.of("hello\r\nworld, and so on");
        Held held =
                held(
                        "srv",
                        4,
                        survey.find("srv", 4)
                                .flatMap(Held::view)
                                .map(view -> filled(view, data.length())));
        Waiting waiting =
                new Waiting(Optional.of(data), Optional.empty(), OptionalLong.of(131072), false);
        return new BufferPicture(CONSTANTS, LINES)
                .draw(
                        held,
                        Optional.of(waiting),
                        List.of(new Origin("cli send", 0, 7), new Origin("cli write", 7, 16)),
                        sheet);
    }

    static View filled(View view, long received) {
        return new View(
                view.made(), view.ends(), view.state(), queues(received, 0), Optional.empty());
    }

    static List<Text> bytes(Value value, Sheet sheet) {
        return new BytesPicture(KERNEL).draw(value, sheet);
    }

    private static List<Text> watch(Survey survey, Sheet sheet) {
        List<Held> before = survey.held().subList(0, 5);
        Scene was = new Scene(activities().subList(0, 3), new Survey(before, List.of()));
        return new WatchPicture(CONSTANTS)
                .draw(new Scene(activities(), survey), Optional.of(was), HEIGHT, sheet);
    }
}
