package sockshell.lesson.check;

import java.util.List;
import java.util.stream.Stream;
import sockshell.lang.Value;

/** A line of a check: two things compared, {@code state(srv.l) == LISTEN}. */
public record Condition(int line, String text, Term left, String sign, Side right) {

    /** What a fact is compared with. */
    public sealed interface Side {
        record Fixed(Value value) implements Side {}

        record Asked(Term term) implements Side {}
    }

    /** Who stands in it. */
    List<Term> terms() {
        return right instanceof Side.Asked(Term term) ? List.of(left, term) : List.of(left);
    }

    Stream<Role> sockets() {
        return terms().stream().flatMap(term -> term.socket().stream());
    }

    /** The processes that it is about. */
    public Stream<String> processes() {
        return terms().stream().map(Term::process).distinct();
    }

    Stream<Role> variables() {
        return terms().stream().flatMap(term -> term.variable().stream());
    }
}
