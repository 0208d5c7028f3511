package sockshell.lesson.check;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A fact of somebody: {@code queue(srv.l).limit}. The field is empty where all of it is meant. */
public record Term(Fact fact, List<String> arguments, String field) {
    public Term {
        arguments = List.copyOf(arguments);
    }

    /** The socket that it is about. */
    Optional<Role> socket() {
        return roles(Fact.Sort.SOCKET).findFirst();
    }

    Optional<Role> variable() {
        return roles(Fact.Sort.VARIABLE).findFirst();
    }

    /** Whose it is. */
    String process() {
        return socket().or(this::variable).map(Role::process).orElse(arguments.getFirst());
    }

    /** Whether it is what comes of calls; how long a queue may be is asked for. */
    boolean isOutcome() {
        return fact.isOutcome() && !field.equals("limit");
    }

    private Stream<Role> roles(Fact.Sort sort) {
        return IntStream.range(0, arguments.size())
                .filter(i -> fact.sorts().get(i) == sort)
                .mapToObj(i -> Role.of(arguments.get(i)));
    }
}
