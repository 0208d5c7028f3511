package sockshell.transcript.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sockshell.lang.Expr;
import sockshell.lang.Parser;
import sockshell.lang.Stmt;
import sockshell.lang.catalogue.Call;
import sockshell.lang.catalogue.Catalogue;
import sockshell.transcript.EventLines;
import sockshell.transcript.Line;

/** A difference as a person reads it: what was recorded, what is now, and what the call does. */
public final class DifferenceText {
    private static final String INDENT = "    ";
    private static final String NOTHING = "(nothing)";

    private final Catalogue catalogue;

    public DifferenceText(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    public List<String> of(String file, Difference difference) {
        List<String> text = new ArrayList<>();
        text.add(file + ":" + difference.line() + ": " + headline(difference));
        difference
                .statement()
                .ifPresent(statement -> statement.lines().forEach(line -> text.add(INDENT + line)));
        if (difference.recorded().isPresent() || difference.now().isPresent()) {
            text.add("  - " + difference.recorded().orElse(NOTHING));
            text.add("  + " + difference.now().orElse(NOTHING));
        }
        difference.explanation().forEach(sentence -> text.add("  |  " + sentence));
        difference.statement().flatMap(this::meaning).ifPresent(line -> text.add("  |  " + line));
        return text.stream().map(EventLines::harmless).toList();
    }

    private static String headline(Difference difference) {
        if (difference.recorded().isPresent()) {
            return difference.now().isPresent()
                    ? "this is not what happens now"
                    : "this does not happen now";
        }
        return difference.now().isPresent()
                ? "something happens here that was not recorded"
                : "this cannot be done now";
    }

    /** The call that a statement makes last, and where to read about it. */
    private Optional<String> meaning(String written) {
        return Line.of(written) instanceof Line.Spoken(_, String text)
                ? Parser.parse(text, catalogue::has).statements().stream()
                        .flatMap(statement -> call(statement).stream())
                        .findFirst()
                        .map(DifferenceText::meaning)
                : Optional.empty();
    }

    private static String meaning(Call call) {
        return call.name() + ": " + call.help().meaning() + " " + call.help().page();
    }

    private Optional<Call> call(Stmt statement) {
        return switch (statement) {
            case Stmt.Assign(_, _, Expr.Call call) -> catalogue.find(call.name());
            case Stmt.Evaluate(_, Expr.Call call) -> catalogue.find(call.name());
            default -> Optional.empty();
        };
    }
}
