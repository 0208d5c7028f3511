package sockshell.lang;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Reads a whole source. A mistake spoils its own statement only: reading goes on behind it, so that
 * all mistakes are found at once.
 */
public final class Parser {
    /** What a line may hold. */
    public static final int LONGEST_LINE = 1 << 20;

    /**
     * The statements, or the mistakes found. Unfinished is a source that more lines could make
     * right: an open brace, an open bracket.
     */
    public record Parsed(Typed typed, List<Mistake> mistakes, boolean unfinished) {
        public Parsed {
            mistakes = List.copyOf(mistakes);
        }

        public List<Stmt> statements() {
            return typed.statements();
        }
    }

    private final String text;
    private final Predicate<String> isCall;
    private final List<Stmt> statements = new ArrayList<>();
    private final List<Mistake> mistakes = new ArrayList<>();
    private boolean unfinished;
    private int measured;

    private Parser(String text, Predicate<String> isCall) {
        this.text = text;
        this.isCall = isCall;
    }

    /** The names of calls have to be known: {@code listen l 5} reads otherwise than {@code l}. */
    public static Parsed parse(String text, Predicate<String> isCall) {
        Parser parser = new Parser(text, isCall);
        parser.readAll();
        Typed typed = new Typed(new Source(text), parser.statements);
        return new Parsed(typed, parser.mistakes, parser.unfinished);
    }

    private void readAll() {
        int at = 0;
        while (at < text.length()) {
            at = readOne(at);
        }
    }

    /** Reads the statement that begins here, if any, and says where to go on. */
    private int readOne(int start) {
        int at = start;
        while (at < text.length() && " \t\r\n;".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        if (at == text.length()) {
            return at;
        }
        return text.charAt(at) == '/' ? command(at) : statement(at);
    }

    private int command(int at) {
        int end = lineEnd(at);
        statements.add(new Stmt.Command(new Span(at, end), text.substring(at, end).strip()));
        return end;
    }

    private int statement(int at) {
        try {
            checkLength(at);
            return new Statements(text, at, isCall, mistakes).readInto(statements);
        } catch (Slip slip) {
            mistakes.add(slip.mistake());
            unfinished |= slip.isUnfinished();
            return Math.max(lineEnd(slip.mistake().span().to()), at + 1);
        }
    }

    /** Once for each line, as a line may hold very many statements. */
    private void checkLength(int at) {
        if (at < measured) {
            return;
        }
        measured = lineEnd(at);
        if (measured - at > LONGEST_LINE) {
            throw new Slip(new Span(at, at + 1), "this line is too long", "1 MiB is the most");
        }
    }

    private int lineEnd(int at) {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }
}
