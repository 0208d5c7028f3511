package sockshell.lang;

import java.util.List;

/** What was typed, a line or a block, and the statements that it is. */
public record Typed(Source source, List<Stmt> statements) {
    public Typed {
        statements = List.copyOf(statements);
    }

    /** A statement as it stands in the text. */
    public String text(Stmt statement) {
        return source.text().substring(statement.span().from(), statement.span().to());
    }
}
