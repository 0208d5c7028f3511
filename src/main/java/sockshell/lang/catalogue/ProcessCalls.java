package sockshell.lang.catalogue;

import static sockshell.lang.catalogue.Entry.call;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sockshell.lang.Value;
import sockshell.sys.Bytes;
import sockshell.sys.SockAddr;

/** What a process does besides sockets: it forks, waits, ends, and talks to its person. */
final class ProcessCalls {
    private static final int MILLIS = 1_000_000;

    private ProcessCalls() {}

    static List<Call> all() {
        return Stream.of(life(), talk()).flatMap(List::stream).toList();
    }

    private static List<Call> life() {
        return List.of(
                call("fork", Gives.PROCESS)
                        .means("Makes a child that goes on from here with 0, and all descriptors.")
                        .page("fork(2)")
                        .form("", in -> in.process().fork())
                        .c("fork()")
                        .python("os.fork()")
                        .done(),
                call("exit", Gives.NOTHING)
                        .means("Ends the process and closes all that it has.")
                        .page("exit(3)")
                        .form("code:number=0", ProcessCalls::exit)
                        .c("exit({code})")
                        .python("sys.exit({code})")
                        .java("System.exit((int) {code})")
                        .done(),
                call("getpid", Gives.PROCESS)
                        .means("Tells the number of the process.")
                        .page("getpid(2)")
                        .form("", ProcessCalls::getpid)
                        .c("getpid()")
                        .python("os.getpid()")
                        .java("ProcessHandle.current().pid()")
                        .done(),
                call("sleep", Gives.NOTHING)
                        .means("Waits for some seconds, 0.1 for one.")
                        .page("sleep(3)")
                        .fails("EINTR", "the wait was interrupted")
                        .waits(Waits::forTime, in -> Optional.of(duration(in)))
                        .form("seconds:seconds", ProcessCalls::sleep)
                        .c("poll(NULL, 0, (int) ({seconds} * 1000))")
                        .python("time.sleep({seconds})")
                        .java("Thread.sleep((long) ({seconds} * 1000))")
                        .done());
    }

    private static List<Call> talk() {
        return List.of(
                call("print", Gives.NOTHING)
                        .means("Shows values, with a blank between them.")
                        .form("values:any*", ProcessCalls::print)
                        .python("print({values})")
                        .done(),
                input("input", "input({question})"),
                input("raw_input", "input({question})"));
    }

    /** Python 2 called it raw_input, and so do older slides. */
    private static Call input(String name, String python) {
        return call(name, Gives.VALUE)
                .means("Asks the person for a line of text.")
                .waits(Waits::forTime)
                .form("question:text=None", ProcessCalls::input)
                .python(python)
                .done();
    }

    private static Outcome exit(Invocation in) {
        in.process().exit();
        return new Outcome.Did();
    }

    private static Outcome getpid(Invocation in) {
        in.remark(
                "All processes of a session are threads of one program, so all have this number.");
        return Outcome.Gave.number(in.kernel().getpid());
    }

    /** poll(2) of nothing ends with its time, or when it is interrupted. */
    private static Outcome sleep(Invocation in) {
        if (!(in.seconds(0) >= 0)) {
            throw in.mistake(0, "a time can't be negative", "");
        }
        long nanos = duration(in).toNanos();
        long millis = nanos / MILLIS + (nanos % MILLIS == 0 ? 0 : 1);
        return Outcomes.of(
                in.kernel().readiness().poll(List.of(), (int) Math.min(millis, Integer.MAX_VALUE)),
                _ -> new Outcome.Did());
    }

    private static Duration duration(Invocation in) {
        return Waits.seconds(in.seconds(0));
    }

    private static Outcome print(Invocation in) {
        Bytes line =
                in.rest(0).stream()
                        .map(ProcessCalls::alone)
                        .reduce((all, next) -> all.plus(Bytes.of(" ")).plus(next))
                        .orElse(Bytes.EMPTY);
        in.process().print(line);
        return new Outcome.Did();
    }

    private static Outcome input(Invocation in) {
        String question = in.value(0) == Value.Nothing.NONE ? "" : in.text(0);
        return Outcomes.text(in.process().input(question).orElse(""));
    }

    private static Bytes alone(Value value) {
        return value instanceof Value.Text(Bytes bytes) ? bytes : Bytes.of(shown(value));
    }

    /** As Python prints it; within a list text has its quotes. */
    private static String shown(Value value) {
        return switch (value) {
            case Value.Whole(long number) -> Long.toString(number);
            case Value.Fraction(double number) -> Double.toString(number);
            case Value.Text(Bytes bytes) -> '"' + bytes.text() + '"';
            case Value.Truth truth -> truth == Value.Truth.TRUE ? "True" : "False";
            case Value.Nothing _ -> "None";
            case Value.Address(SockAddr.Raw(Bytes bytes, _)) -> bytes.toString();
            case Value.Address(SockAddr address) -> address.toString();
            case Value.Items items -> shown(items);
            case Value.Structure structure ->
                    structure.fields().entrySet().stream()
                            .map(field -> field.getKey() + ": " + shown(field.getValue()))
                            .collect(Collectors.joining(", ", "{", "}"));
        };
    }

    private static String shown(Value.Items items) {
        return items.members().stream()
                .map(ProcessCalls::shown)
                .collect(
                        Collectors.joining(
                                ", ", items.tuple() ? "(" : "[", items.tuple() ? ")" : "]"));
    }
}
