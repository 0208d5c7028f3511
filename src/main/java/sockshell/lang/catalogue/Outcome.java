package sockshell.lang.catalogue;

import java.util.List;
import java.util.Optional;
import sockshell.lang.Operators;
import sockshell.lang.Value;
import sockshell.sys.Bytes;
import sockshell.sys.Errno;
import sockshell.sys.Names.AddressInfo;
import sockshell.sys.SockAddr;

/**
 * What a call gave, in full, for whoever shows or records it. What a variable takes of it are its
 * {@link #parts}: {@code c = accept(l)} takes the first, {@code c, addr = accept(l)} both.
 */
public sealed interface Outcome {

    /** A number that counts, or a value that was worked out. */
    record Gave(Value value) implements Outcome {
        private static final Gave ZERO = new Gave(Value.Whole.of(0));
        private static final Gave ONE = new Gave(Value.Whole.of(1));

        /** What most calls give is made once. */
        public static Gave number(long number) {
            return number == 0 ? ZERO : number == 1 ? ONE : new Gave(Value.Whole.of(number));
        }
    }

    /** A number that is an errno, from SO_ERROR or errno itself. */
    record ErrorNumber(int number, String name) implements Outcome {}

    /** What getaddrinfo(3) found; each is Python's five values. */
    record Found(List<AddressInfo> addresses) implements Outcome {
        public Found {
            addresses = List.copyOf(addresses);
        }
    }

    /** None, from what is done for its effect: print, sleep, setblocking. */
    record Did() implements Outcome {}

    /** New descriptors: one, or the two of a pair. */
    record Made(List<Integer> descriptors) implements Outcome {
        public Made {
            descriptors = List.copyOf(descriptors);
        }
    }

    record Accepted(int descriptor, SockAddr peer) implements Outcome {}

    /** What the call returned, and what it wrote; with MSG_TRUNC the one is more than the other. */
    record Received(int count, Bytes data, Optional<SockAddr> from, int flags, List<Integer> rights)
            implements Outcome {
        public Received {
            rights = List.copyOf(rights);
        }

        public Received(int count, Bytes data) {
            this(count, data, Optional.empty(), 0, List.of());
        }

        @Override
        public Value value() {
            return new Value.Text(data);
        }
    }

    /** Who is ready for what, of those that poll(2) and its kin were asked about. */
    record Ready(int count, List<Event> events) implements Outcome {
        public Ready {
            events = List.copyOf(events);
        }
    }

    /**
     * One descriptor of {@link Ready}, and what it is ready for by name: {@code POLLIN|POLLHUP}.
     */
    record Event(int descriptor, int bits, String names) {}

    /** -1, and errno. */
    record Failed(Errno errno) implements Outcome {}

    /** The first descriptor that was made, if any was. */
    default Optional<Integer> made() {
        return switch (this) {
            case Made(List<Integer> descriptors) -> descriptors.stream().findFirst();
            case Accepted(int descriptor, _) -> Optional.of(descriptor);
            default -> Optional.empty();
        };
    }

    /** What several variables take, in their order. */
    default List<Value> parts() {
        return switch (this) {
            case Gave(Value.Items items) when items.tuple() -> items.members();
            case Gave(Value.Address(SockAddr address)) when !Operators.pair(address).isEmpty() ->
                    Operators.pair(address);
            case Gave(Value value) -> List.of(value);
            case ErrorNumber(int number, _) -> List.of(Value.Whole.of(number));
            case Found(List<AddressInfo> addresses) -> List.of(found(addresses));
            case Did _ -> List.of(Value.Nothing.NONE);
            case Made made ->
                    made.descriptors().stream().map(fd -> (Value) Value.Whole.of(fd)).toList();
            case Accepted(int descriptor, SockAddr peer) ->
                    List.of(Value.Whole.of(descriptor), new Value.Address(peer));
            case Received received ->
                    List.of(
                            new Value.Text(received.data()),
                            received.from()
                                    .<Value>map(Value.Address::new)
                                    .orElse(Value.Nothing.NONE));
            case Ready(int count, List<Event> events) ->
                    List.of(Value.Whole.of(count), listed(events));
            case Failed _ -> List.of(Value.Whole.of(-1), Value.Nothing.NONE);
        };
    }

    /** What one variable takes; {@link Gave} and {@link Received} have it at hand. */
    default Value value() {
        return parts().getFirst();
    }

    private static Value found(List<AddressInfo> addresses) {
        return new Value.Items(
                addresses.stream()
                        .<Value>map(info ->
                                new Value.Items(
                                        List.of(
                                                Value.Whole.of(info.family()),
                                                Value.Whole.of(info.type()),
                                                Value.Whole.of(info.protocol()),
                                                Value.Text.of(info.canonical().orElse("")),
                                                new Value.Address(info.address())),
                                        true))
                        .toList(),
                false);
    }

    private static Value listed(List<Event> events) {
        return new Value.Items(
                events.stream()
                        .<Value>map(event ->
                                new Value.Items(
                                        List.of(
                                                Value.Whole.of(event.descriptor()),
                                                Value.Whole.of(event.bits())),
                                        true))
                        .toList(),
                false);
    }
}
