package sockshell.repl.typing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import sockshell.lang.Parser;
import sockshell.repl.cursor.Piece;
import sockshell.repl.cursor.Pieces;

/** Whether what is typed goes on with the next line, and what is missing to end it. */
public final class Continuation {
    private final Language language;

    public Continuation(Language language) {
        this.language = language;
    }

    /**
     * What would end it: the quote, bracket or brace that is open, or an opening brace where a
     * block has yet to begin. Empty where Enter may run it.
     */
    public Optional<String> missing(String text) {
        Deque<String> open = new ArrayDeque<>();
        Optional<String> quote = Optional.empty();
        List<Piece> pieces = Pieces.acrossLines(text);
        for (Piece piece : pieces) {
            if (piece.kind() == Piece.Kind.TEXT && piece.open()) {
                quote = Optional.of(quote(piece));
            }
            follow(piece, open);
        }
        return quote.or(() -> Optional.ofNullable(open.peek())).or(() -> unfinished(text));
    }

    private static String quote(Piece text) {
        return text.text().replaceFirst("^[xb]", "").substring(0, 1);
    }

    private static void follow(Piece piece, Deque<String> open) {
        if (piece.opens()) {
            open.push(String.valueOf(")]}".charAt("([{".indexOf(piece.text()))));
        } else if (piece.closes() && !open.isEmpty()) {
            open.pop();
        }
    }

    /** Only the parser knows that {@code loop} wants a block. */
    private Optional<String> unfinished(String text) {
        boolean unfinished =
                Parser.parse(withoutPrefixes(joined(text)), language.catalogue()::has).unfinished();
        return unfinished ? Optional.of("{") : Optional.empty();
    }

    private static String withoutPrefixes(String text) {
        StringBuilder plain = new StringBuilder(text);
        Pieces.of(text).stream()
                .filter(piece -> piece.kind() == Piece.Kind.PREFIX)
                .forEach(piece ->
                        plain.replace(
                                piece.from(), piece.to(), " ".repeat(piece.to() - piece.from())));
        return plain.toString();
    }

    /**
     * The text as the language reads it, where a text ends on its line: the end of a line within
     * quotes has become {@code \n}.
     */
    public static String joined(String text) {
        StringBuilder joined = new StringBuilder();
        int done = 0;
        for (Piece piece : Pieces.acrossLines(text)) {
            boolean spans = piece.kind() == Piece.Kind.TEXT && !piece.open();
            joined.append(text, done, piece.from());
            joined.append(spans ? piece.text().replace("\n", "\\n") : piece.text());
            done = piece.to();
        }
        return joined.append(text.substring(done)).toString();
    }
}
