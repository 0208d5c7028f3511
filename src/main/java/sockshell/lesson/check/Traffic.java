package sockshell.lesson.check;

import java.util.List;
import java.util.stream.Stream;
import sockshell.lang.Operators;
import sockshell.lang.Value;
import sockshell.lang.catalogue.Outcome;
import sockshell.lesson.check.Journal.Done;
import sockshell.sys.Bytes;
import sockshell.sys.Constants;

/** What went through a socket, from the calls that were made on it. */
final class Traffic {
    private Traffic() {}

    /** All that was taken from it; what was only looked at counts when it is taken. */
    static Value received(Stream<Done> calls, Constants constants) {
        int peek = constants.number("MSG_PEEK");
        return new Value.Text(
                calls.filter(each -> !has(each, peek))
                        .filter(each -> each.outcome() instanceof Outcome.Received)
                        .map(each -> ((Outcome.Received) each.outcome()).data())
                        .reduce(Bytes.EMPTY, Bytes::plus));
    }

    /* the flags of recv, recvfrom and recvmsg stand behind the size */
    private static boolean has(Done call, int flag) {
        return call.arguments().size() > 2
                && Operators.whole(call.arguments().get(2))
                        .filter(flags -> (flags & flag) != 0)
                        .isPresent();
    }

    static Value sent(Stream<Done> calls) {
        return new Value.Text(
                calls.filter(each -> each.call().startsWith("send") || each.call().equals("write"))
                        .map(Traffic::taken)
                        .reduce(Bytes.EMPTY, Bytes::plus));
    }

    /** As much as the kernel took. */
    private static Bytes taken(Done call) {
        Bytes data = call.arguments().size() < 2 ? Bytes.EMPTY : data(call.arguments().get(1));
        return switch (call.outcome()) {
            case Outcome.Gave(Value.Whole(long count)) when count <= data.length() ->
                    data.slice(0, (int) count);
            case Outcome.Did _ -> data;
            default -> Bytes.EMPTY;
        };
    }

    private static Bytes data(Value value) {
        return switch (value) {
            case Value.Text(Bytes bytes) -> bytes;
            case Value.Items(List<Value> parts, _) ->
                    parts.stream().map(Traffic::data).reduce(Bytes.EMPTY, Bytes::plus);
            default -> Bytes.EMPTY;
        };
    }
}
