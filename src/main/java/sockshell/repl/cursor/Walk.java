package sockshell.repl.cursor;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import sockshell.repl.cursor.Frame.Kind;
import sockshell.repl.cursor.Site.Spot;

/** Walks through a text up to the cursor, and knows then where the cursor is. */
public final class Walk {
    private static final String BLANKS = " \t";
    private static final String WORD_ENDS = " \t\n|([{,+&\"'";

    private final String text;
    private final Predicate<String> isCall;
    private final Deque<Frame> open = new ArrayDeque<>();
    private final Deque<Piece> recent = new ArrayDeque<>();
    private final String usualProcess;
    private String process;
    private String receiver = "";
    private String closedCall = "";
    private int sinceStart;
    private boolean atValue;

    private Walk(String text, String process, Predicate<String> isCall) {
        this.text = text;
        this.isCall = isCall;
        this.usualProcess = process;
        this.process = process;
        open.push(new Frame(Kind.STATEMENT, "", Optional.empty(), 0));
        startStatement();
    }

    /** Where the end of the text is; lines without a prefix are the process's. */
    public static Site end(String text, String process, Predicate<String> isCall) {
        Walk walk = new Walk(text, process, isCall);
        List<Piece> pieces = Pieces.of(text);
        boolean typing = !pieces.isEmpty() && walk.isTyped(pieces.getLast());
        pieces.subList(0, pieces.size() - (typing ? 1 : 0)).forEach(walk::step);
        if (typing) {
            walk.beginArgument(pieces.getLast());
            walk.noteReceiver();
        }
        return walk.site(typing ? Optional.of(pieces.getLast()) : Optional.empty());
    }

    /** Whether the cursor is on it, so that it is still being typed. */
    private boolean isTyped(Piece last) {
        return switch (last.kind()) {
            case WORD, NUMBER, PATH -> last.to() == text.length();
            case TEXT -> last.open();
            case COMMENT, COMMAND -> true;
            case SIGN, BREAK, PREFIX -> false;
        };
    }

    private void startStatement() {
        sinceStart = 0;
        atValue = true;
    }

    private void step(Piece piece) {
        switch (piece.kind()) {
            case BREAK -> endStatement();
            case PREFIX -> process = piece.text().substring(0, piece.text().length() - 1);
            case COMMENT, COMMAND -> {}
            case WORD -> {
                beginArgument(piece);
                word(piece);
            }
            case NUMBER, TEXT, PATH -> {
                beginArgument(piece);
                pass();
            }
            case SIGN -> sign(piece);
        }
        recent.push(piece);
    }

    /** In brackets a line may end where it likes. */
    private void endStatement() {
        if (top().kind() == Kind.WORDS) {
            open.pop();
        }
        if (top().kind() == Kind.STATEMENT) {
            startStatement();
        }
        if (open.size() == 1) {
            process = usualProcess;
        }
    }

    private void word(Piece word) {
        noteReceiver();
        boolean words = top().kind() == Kind.STATEMENT && atValue && isCommand(word);
        pass();
        if (words) {
            open.push(new Frame(Kind.WORDS, word.text(), Optional.empty(), word.to()));
        }
    }

    /** As the parser has it: a blank follows, and nothing that makes another thing of it. */
    private boolean isCommand(Piece word) {
        int next = word.to();
        while (next < text.length() && BLANKS.indexOf(text.charAt(next)) >= 0) {
            next++;
        }
        boolean block = word.text().equals("fork") && text.startsWith("{", next);
        return isCall.test(word.text())
                && !block
                && next > word.to()
                && (next == text.length() || "(.,=;\n}#".indexOf(text.charAt(next)) < 0);
    }

    private void pass() {
        sinceStart++;
        atValue = false;
    }

    private void sign(Piece sign) {
        if (sign.opens()) {
            opened(sign);
        } else if (sign.closes()) {
            closed(sign);
        } else if (sign.is(",") && top().kind() != Kind.WORDS) {
            top().argument(sign.to());
            pass();
        } else {
            boolean assigns = sign.is("=") && top().kind() == Kind.STATEMENT;
            beginArgument(sign);
            pass();
            atValue = assigns;
        }
    }

    /** A call in words has a new argument behind each blank. */
    private void beginArgument(Piece piece) {
        boolean behindBlank = recent.isEmpty() || recent.peek().to() < piece.from();
        boolean behindComma = !recent.isEmpty() && recent.peek().is(",");
        if (top().kind() == Kind.WORDS && (behindBlank || behindComma) && !piece.is(",")) {
            top().argument(piece.from());
        }
    }

    private void opened(Piece sign) {
        beginArgument(sign);
        boolean behindWord =
                !recent.isEmpty() && recent.peek().isWord() && recent.peek().isOperand();
        boolean behindValue =
                !recent.isEmpty() && recent.peek().isOperand() && recent.peek().to() == sign.from();
        if (sign.is("{") && blockFits()) {
            endWords();
            open.push(new Frame(Kind.STATEMENT, "", Optional.empty(), sign.to()));
            startStatement();
        } else if (sign.is("(") && behindWord && top().kind() != Kind.WORDS) {
            openCall(sign);
        } else if (sign.is("(") && behindWord && behindValue) {
            openCall(sign);
        } else {
            push(sign, behindValue);
        }
    }

    /** A brace where a value belongs is a structure. */
    private boolean blockFits() {
        return top().kind() == Kind.STATEMENT && !atValue;
    }

    private void endWords() {
        if (top().kind() == Kind.WORDS) {
            open.pop();
        }
    }

    private void openCall(Piece sign) {
        Optional<String> object = Optional.of(receiver).filter(text -> !text.isEmpty());
        open.push(new Frame(Kind.CALL, recent.element().text(), object, sign.to()));
        pass();
    }

    private void push(Piece sign, boolean behindValue) {
        Kind kind =
                switch (sign.text()) {
                    case "(" -> Kind.GROUP;
                    case "[" -> behindValue ? Kind.SUBSCRIPT : Kind.LIST;
                    default -> Kind.FIELDS;
                };
        open.push(new Frame(kind, "", Optional.empty(), sign.to()));
        pass();
    }

    /** One that closes nothing is passed over. */
    private void closed(Piece sign) {
        if (sign.is("}")) {
            endWords();
        }
        closedCall = "";
        if (open.size() > 1 && top().endsWith(sign)) {
            closedCall = top().kind() == Kind.CALL ? top().name() : "";
            open.pop();
        }
        pass();
    }

    /** What stands in front of the dot before the word that comes. */
    private void noteReceiver() {
        receiver = "";
        if (recent.size() < 2 || !recent.peek().is(".")) {
            return;
        }
        Piece object = recent.stream().skip(1).findFirst().orElseThrow();
        receiver = object.is(")") ? closedCall + "()" : object.text();
    }

    private Frame top() {
        return open.element();
    }

    private Site site(Optional<Piece> typing) {
        List<Frame> around = open.stream().takeWhile(frame -> !frame.isCall()).toList();
        boolean inBlock = around.stream().anyMatch(frame -> frame.kind() == Kind.STATEMENT);
        Optional<Invoked> call =
                open.stream()
                        .filter(frame -> frame.isCall() && !inBlock)
                        .findFirst()
                        .map(frame -> frame.invoked(text, atNewWord(typing)));
        List<Site.Inner> inner =
                call.isEmpty() ? List.of() : around.reversed().stream().map(Frame::inner).toList();
        return new Site(process, typed(typing), spot(typing, call), call, inner);
    }

    /** Whether a call in words has had its blank and not yet its next argument. */
    private boolean atNewWord(Optional<Piece> typing) {
        boolean apart =
                !recent.isEmpty() && (recent.peek().to() < text.length() || recent.peek().is(","));
        return top().kind() == Kind.WORDS && typing.isEmpty() && apart;
    }

    /** A command's word goes back to the blank, so that it can be an address. */
    private String typed(Optional<Piece> typing) {
        boolean isText = typing.filter(piece -> piece.kind() == Piece.Kind.TEXT).isPresent();
        boolean isLine = typing.filter(piece -> piece.kind() == Piece.Kind.COMMAND).isPresent();
        if (isText || !(isLine || top().kind() == Kind.WORDS)) {
            return typing.map(Piece::text).orElse("");
        }
        int from = text.length();
        while (from > 0 && WORD_ENDS.indexOf(text.charAt(from - 1)) < 0) {
            from--;
        }
        return text.substring(from);
    }

    private Spot spot(Optional<Piece> typing, Optional<Invoked> call) {
        if (typing.filter(piece -> piece.kind() == Piece.Kind.COMMENT).isPresent()) {
            return new Spot.Nowhere();
        }
        if (typing.filter(piece -> piece.kind() == Piece.Kind.COMMAND).isPresent()) {
            return command(typing.get().text());
        }
        if (!recent.isEmpty() && recent.peek().is(".")) {
            noteReceiver();
            return new Spot.Method(receiver);
        }
        if (top().kind() == Kind.STATEMENT && sinceStart == 0) {
            return new Spot.Start(open.size() == 1 && isLineStart());
        }
        boolean closedBlock = !recent.isEmpty() && recent.peek().is("}");
        if (top().kind() == Kind.STATEMENT && closedBlock) {
            return new Spot.AfterBlock();
        }
        return behindOperand(call) ? new Spot.Nowhere() : argument(call);
    }

    private boolean isLineStart() {
        return recent.isEmpty()
                || recent.peek().kind() == Piece.Kind.PREFIX
                || recent.peek().kind() == Piece.Kind.BREAK
                || recent.peek().kind() == Piece.Kind.COMMENT;
    }

    private boolean behindOperand(Optional<Invoked> call) {
        boolean words = call.filter(Invoked::words).isPresent() && top().kind() == Kind.WORDS;
        return !words && !recent.isEmpty() && recent.peek().isOperand();
    }

    private Spot argument(Optional<Invoked> call) {
        boolean index = top().kind() == Kind.SUBSCRIPT;
        return call.isEmpty() || index
                ? new Spot.Value()
                : new Spot.Argument(!recent.isEmpty() && recent.peek().is("|"));
    }

    private static Spot command(String line) {
        int blank = line.indexOf(' ');
        return blank < 0 ? new Spot.CommandName() : new Spot.CommandWord(line.substring(0, blank));
    }
}
