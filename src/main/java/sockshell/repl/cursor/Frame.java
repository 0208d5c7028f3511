package sockshell.repl.cursor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Something that is open while a text is walked through, and what it holds so far. */
final class Frame {
    enum Kind {
        STATEMENT("}"),
        CALL(")"),
        WORDS(""),
        GROUP(")"),
        LIST("]"),
        SUBSCRIPT("]"),
        FIELDS("}");

        private final String end;

        Kind(String end) {
            this.end = end;
        }
    }

    private final Kind kind;
    private final String name;
    private final Optional<String> receiver;
    private final List<Integer> starts = new ArrayList<>();

    Frame(Kind kind, String name, Optional<String> receiver, int start) {
        this.kind = kind;
        this.name = name;
        this.receiver = receiver;
        if (kind != Kind.WORDS) {
            starts.add(start);
        }
    }

    Kind kind() {
        return kind;
    }

    String name() {
        return name;
    }

    boolean isCall() {
        return kind == Kind.CALL || kind == Kind.WORDS;
    }

    boolean endsWith(Piece piece) {
        return piece.is(kind.end);
    }

    /** The next argument begins here. */
    void argument(int start) {
        starts.add(start);
    }

    Site.Inner inner() {
        String bracket = kind == Kind.LIST ? "[" : kind == Kind.FIELDS ? "{" : "(";
        return new Site.Inner(bracket, starts.size() - 1);
    }

    /** The call up to the end of the text; behind a blank one in words may be at a new argument. */
    Invoked invoked(String text, boolean atNew) {
        List<String> arguments = new ArrayList<>();
        receiver.ifPresent(arguments::add);
        for (int i = 0; i < starts.size(); i++) {
            int end = i + 1 < starts.size() ? starts.get(i + 1) : text.length();
            arguments.add(withoutComma(text.substring(starts.get(i), end).strip()));
        }
        if (atNew || arguments.isEmpty()) {
            arguments.add("");
        }
        return new Invoked(name, arguments, kind == Kind.WORDS);
    }

    private static String withoutComma(String text) {
        return text.endsWith(",") ? text.substring(0, text.length() - 1).strip() : text;
    }
}
