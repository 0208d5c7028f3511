package sockshell.repl.typing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sockshell.render.Style;
import sockshell.repl.cursor.Piece;
import sockshell.repl.cursor.Pieces;
import sockshell.repl.cursor.Words;

/** The styles of what is typed: what is known, what is not, and brackets that match nothing. */
public final class Highlighting {
    private final int cursor;
    private final Context context;
    private final List<Piece> pieces;
    private final List<Stretch> stretches = new ArrayList<>();
    private final Map<String, Set<String>> variables = new HashMap<>();
    private final Set<String> assigned = new HashSet<>();
    private final Deque<Piece> open = new ArrayDeque<>();
    private String process;

    private Highlighting(String text, int cursor, Context context) {
        this.cursor = cursor;
        this.context = context;
        pieces = Pieces.of(text);
        process = context.process();
    }

    /** In order, without overlaps; for any text, and never with an exception. */
    public static List<Stretch> of(String text, int cursor, Context context) {
        Highlighting highlighting = new Highlighting(text, cursor, context);
        highlighting.learn();
        for (int i = 0; i < highlighting.pieces.size(); i++) {
            highlighting.step(i);
        }
        return List.copyOf(highlighting.stretches);
    }

    /** The names that the text itself gives a value: {@code c, addr = ...}. */
    private void learn() {
        for (int i = 0; i < pieces.size(); i++) {
            for (int j = i - 1; pieces.get(i).is("=") && j >= 0 && isTarget(pieces.get(j)); j--) {
                assigned.add(pieces.get(j).text());
            }
        }
    }

    private static boolean isTarget(Piece piece) {
        return piece.isWord() || piece.is(",") || piece.is("(") || piece.is(")");
    }

    private void step(int i) {
        Piece piece = pieces.get(i);
        switch (piece.kind()) {
            case WORD -> word(i);
            case NUMBER -> {}
            case TEXT, PATH -> add(Style.DATA, piece);
            case COMMENT -> add(Style.FAINT, piece);
            case COMMAND -> command(piece);
            case PREFIX -> {
                process = piece.text().substring(0, piece.text().length() - 1);
                add(Style.TITLE, piece);
            }
            case BREAK -> process = open.isEmpty() ? context.process() : process;
            case SIGN -> sign(piece);
        }
    }

    private void add(Style style, Piece piece) {
        stretches.add(new Stretch(style, piece.from(), piece.to()));
    }

    private void word(int i) {
        Piece word = pieces.get(i);
        if (context.language().constants().has(word.text()) || Words.VALUES.contains(word.text())) {
            add(Style.VALUE, word);
        } else if (Words.isKnown(word.text())) {
            add(Style.TITLE, word);
        } else if (context.language().catalogue().has(word.text())) {
            add(Style.NAME, word);
        } else if (!isKnown(i) && !isTyped(word)) {
            add(Style.FAILURE, word);
        }
    }

    private boolean isTyped(Piece word) {
        return cursor > word.from() && cursor <= word.to();
    }

    private boolean isKnown(int i) {
        Piece word = pieces.get(i);
        return assigned.contains(word.text())
                || isBeside(i, i + 1, ":")
                || isBeside(i, i - 1, ":")
                || isBeside(i, i - 1, "<")
                || variables.computeIfAbsent(process, this::names).contains(word.text());
    }

    private Set<String> names(String of) {
        return context.scene().variables(of).keySet();
    }

    /** The parts of an address are no names, nor are a structure's fields. */
    private boolean isBeside(int i, int other, String sign) {
        return other >= 0
                && other < pieces.size()
                && pieces.get(other).is(sign)
                && (pieces.get(other).to() == pieces.get(i).from()
                        || pieces.get(other).from() == pieces.get(i).to());
    }

    private void command(Piece line) {
        int blank = line.text().indexOf(' ');
        String name = blank < 0 ? line.text() : line.text().substring(0, blank);
        boolean known =
                context.language().commands().stream()
                        .anyMatch(command -> command.name().startsWith(name));
        int end = line.from() + name.length();
        boolean typed = cursor > line.from() && cursor <= end;
        if (known || !typed) {
            stretches.add(new Stretch(known ? Style.NAME : Style.FAILURE, line.from(), end));
        }
    }

    private void sign(Piece sign) {
        if (sign.opens()) {
            open.push(sign);
        } else if (sign.closes() && !open.isEmpty() && match(open.element(), sign)) {
            open.pop();
        } else if (sign.closes()) {
            add(Style.FAILURE, sign);
        }
    }

    private static boolean match(Piece opening, Piece closing) {
        return "([{".indexOf(opening.text()) == ")]}".indexOf(closing.text());
    }
}
