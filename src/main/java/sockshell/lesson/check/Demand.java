package sockshell.lesson.check;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import sockshell.lang.Value;

/** One thing that has to be so for a step to be done. */
public sealed interface Demand {

    /** A line of its check. */
    record Holds(Condition condition) implements Demand {}

    /** A call like the one of its sock block, made by the same process, with the same result. */
    record Acts(
            String process,
            String call,
            List<Meant> arguments,
            List<Role> makes,
            Optional<String> result)
            implements Demand {
        public Acts {
            arguments = List.copyOf(arguments);
            makes = List.copyOf(makes);
        }
    }

    /** A process sleeps in a call, or has come out of it. */
    record Sleeps(String process, String call) implements Demand {}

    /** What is meant by an argument. */
    sealed interface Meant {
        record Plays(Role role) implements Meant {}

        record Is(Value value) implements Meant {}

        /** only running it would tell */
        record Anything() implements Meant {}
    }

    /** Whether it is about what a socket has from the start. */
    default boolean isInborn() {
        return this instanceof Holds(Condition condition) && condition.left().fact().isInborn();
    }

    /** The sockets that it is about. */
    default Stream<Role> sockets() {
        return switch (this) {
            case Holds(Condition condition) -> condition.sockets();
            case Acts acts ->
                    Stream.concat(
                            acts.makes().stream(),
                            acts.arguments().stream()
                                    .filter(Meant.Plays.class::isInstance)
                                    .map(meant -> ((Meant.Plays) meant).role()));
            case Sleeps _ -> Stream.empty();
        };
    }

    default Stream<Role> variables() {
        return this instanceof Holds(Condition condition) ? condition.variables() : Stream.empty();
    }
}
