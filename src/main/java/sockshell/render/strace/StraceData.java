package sockshell.render.strace;

import java.util.Optional;
import sockshell.lang.Value;
import sockshell.lang.catalogue.Outcome;
import sockshell.sys.Bytes;
import sockshell.sys.Constants.Kind;

/** The calls that carry data, as strace(1) prints them: send(2) is sendto(2) with no address. */
final class StraceData {
    private final StraceWords words;

    StraceData(StraceWords words) {
        this.words = words;
    }

    Optional<String> arguments(StraceCall call) {
        return switch (call.name()) {
            case "send" -> Optional.of(send(call));
            case "sendto" -> Optional.of(sendto(call));
            case "write" ->
                    Optional.of(
                            "write(%d, %s, %d)"
                                    .formatted(call.number(0), text(call), length(call, 2)));
            case "recv" -> Optional.of(received(call, "NULL, NULL"));
            case "recvfrom" -> Optional.of(received(call, from(call.outcome())));
            case "read" ->
                    Optional.of(
                            "read(%d, %s, %d)"
                                    .formatted(call.number(0), taken(call), call.number(1)));
            case "sendfile" -> Optional.of(sendfile(call));
            default -> Optional.empty();
        };
    }

    /** As much of the data as was to go: C's length stands where there are four arguments. */
    private static String text(StraceCall call) {
        Bytes bytes = call.bytes(1);
        long most = Math.min(bytes.length(), length(call, 2));
        return StraceWords.text(bytes.slice(0, (int) Math.max(0, most)));
    }

    private static long length(StraceCall call, int argument) {
        boolean isGiven =
                switch (call.name()) {
                    case "send" -> call.arguments().size() == 4;
                    case "sendto" -> call.arguments().size() == 5;
                    default -> call.arguments().size() == 3;
                };
        return isGiven ? call.number(argument) : call.bytes(1).length();
    }

    private String send(StraceCall call) {
        long flags = call.number(call.arguments().size() - 1);
        return "sendto(%d, %s, %d, %s, NULL, 0)"
                .formatted(
                        call.number(0),
                        text(call),
                        length(call, 2),
                        words.flags(Kind.MESSAGE_FLAG, flags));
    }

    private String sendto(StraceCall call) {
        int size = call.arguments().size();
        long flags = size > 3 ? call.number(size - 2) : 0;
        String address =
                call.address().map(to -> words.address(to) + ", " + words.length(to)).orElse("...");
        return "sendto(%d, %s, %d, %s, %s)"
                .formatted(
                        call.number(0),
                        text(call),
                        length(call, 2),
                        words.flags(Kind.MESSAGE_FLAG, flags),
                        address);
    }

    private String received(StraceCall call, String address) {
        return "recvfrom(%d, %s, %d, %s, %s)"
                .formatted(
                        call.number(0),
                        taken(call),
                        call.number(1),
                        words.flags(Kind.MESSAGE_FLAG, call.number(2)),
                        address);
    }

    private static String taken(StraceCall call) {
        return call.outcome() instanceof Outcome.Received received
                ? StraceWords.text(received.data())
                : "...";
    }

    /** On a connected stream the kernel leaves the address as it is: 0 bytes of it. */
    private String from(Outcome outcome) {
        return outcome instanceof Outcome.Received received
                ? received.from()
                        .map(from -> words.address(from) + ", [128 => " + words.length(from) + "]")
                        .orElse("..., [128 => 0]")
                : "..., [128]";
    }

    private static String sendfile(StraceCall call) {
        boolean isAt = call.arguments().get(2) != Value.Nothing.NONE;
        return "sendfile(%d, %d, %s, %d)"
                .formatted(
                        call.number(0),
                        call.number(1),
                        isAt ? "..." : "NULL",
                        call.whole(3).orElse(0L));
    }
}
