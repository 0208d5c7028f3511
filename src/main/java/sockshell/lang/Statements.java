package sockshell.lang;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads statements: assignments, blocks, commands in words, and what to make of Python's. */
final class Statements {
    private static final int DEEPEST = 100;
    private static final Map<String, String> OTHER_LANGUAGES =
            Map.of(
                    "while", "loop { ... } repeats until break",
                    "for", "repeat 3 { ... } does it three times",
                    "def", "a process takes the place of a function: name> ...",
                    "try", "a failing call gives -1 and sets errno; if looks at it",
                    "int", "variables need no type: x = 5");

    private final String text;
    private final Tokens tokens;
    private final Expressions expressions;
    private final Predicate<String> isCall;
    private final List<Mistake> mistakes;
    private int depth;

    Statements(String text, int start, Predicate<String> isCall, List<Mistake> mistakes) {
        this.text = text;
        this.isCall = isCall;
        this.mistakes = mistakes;
        tokens = new Tokens(text, start);
        expressions = new Expressions(tokens);
    }

    /** The statement in front, and where reading goes on behind it. */
    int readInto(List<Stmt> statements) {
        if (!ends()) {
            statements.add(statement());
        }
        if (!ends()) {
            throw tokens.unexpected("this does not belong to the statement");
        }
        return tokens.peek().span().to();
    }

    private boolean ends() {
        return tokens.peek() instanceof Token.Break || tokens.peek() instanceof Token.End;
    }

    private Stmt statement() {
        Token first = tokens.peek();
        return first instanceof Token.Word word ? statement(word) : simple();
    }

    private Stmt statement(Token.Word first) {
        return switch (first.text()) {
            case "loop" -> loop();
            case "repeat" -> repeat();
            case "if" -> condition();
            case "break" -> new Stmt.Break(tokens.take().span());
            case "else" ->
                    throw new Slip(
                            first.span(),
                            "else has no if in front",
                            "it stands on the line of the brace: } else {");
            case "fork" -> fork();
            case "from", "import" -> imported();
            default -> {
                refuseOtherLanguages(first);
                yield simple();
            }
        };
    }

    private void refuseOtherLanguages(Token.Word first) {
        String hint = OTHER_LANGUAGES.getOrDefault(first.text(), "");
        if (!hint.isEmpty() && text.startsWith(" ", first.span().to()) && !isAssigned()) {
            throw new Slip(first.span(), first.text() + " is not of this language", hint);
        }
    }

    private boolean isAssigned() {
        int here = tokens.peek().span().from();
        tokens.take();
        boolean isAssigned = tokens.isNext("=");
        tokens.moveTo(here);
        return isAssigned;
    }

    /** Python's first line: all names are here already. */
    private Stmt imported() {
        Span start = tokens.peek().span();
        while (!ends()) {
            tokens.take();
        }
        return new Stmt.Nothing(
                new Span(start.from(), tokens.lastEnd()), "all names are here already");
    }

    private Stmt loop() {
        Span start = tokens.take().span();
        List<Stmt> body = block("behind loop");
        return new Stmt.Loop(upToHere(start), body);
    }

    private Stmt repeat() {
        Span start = tokens.take().span();
        Expr times = expressions.expression();
        List<Stmt> body = block("behind the number of times");
        return new Stmt.Repeat(upToHere(start), times, body);
    }

    private Stmt condition() {
        Span start = tokens.take().span();
        checkDepth(++depth);
        Expr condition = expressions.expression();
        if (tokens.isNext("=")) {
            throw new Slip(tokens.peek().span(), "= stores a value", "== compares");
        }
        List<Stmt> then = block("behind the condition");
        List<Stmt> otherwise = List.of();
        if (elseFollows()) {
            tokens.take();
            otherwise = tokens.peek().isWord("if") ? List.of(condition()) : block("behind else");
        }
        depth--;
        return new Stmt.If(upToHere(start), condition, then, otherwise);
    }

    /** The word else may stand on a line of its own. */
    private boolean elseFollows() {
        int here = tokens.lastEnd();
        tokens.skipBreaks();
        if (tokens.peek().isWord("else")) {
            return true;
        }
        tokens.moveTo(here);
        return false;
    }

    /** {@code fork { }} is a block; {@code fork()} is a call like any other. */
    private Stmt fork() {
        int here = tokens.peek().span().from();
        Span start = tokens.take().span();
        if (!tokens.isNext("{")) {
            tokens.moveTo(here);
            return simple();
        }
        List<Stmt> body = block("behind fork");
        return new Stmt.Fork(upToHere(start), body);
    }

    private Span upToHere(Span start) {
        return new Span(start.from(), tokens.lastEnd());
    }

    private List<Stmt> block(String where) {
        tokens.skipBreaks();
        tokens.expect("{", where);
        checkDepth(++depth);
        List<Stmt> body = new ArrayList<>();
        boolean more = true;
        while (more) {
            more = member(body);
        }
        tokens.take();
        depth--;
        return body;
    }

    private void checkEnd() {
        if (tokens.peek() instanceof Token.End) {
            throw tokens.unexpected("this block has no end: a } is missing");
        }
    }

    private void checkDepth(int now) {
        if (now > DEEPEST) {
            Span span = tokens.peek().span();
            throw new Slip(span, "blocks are nested too deeply", DEEPEST + " are the most");
        }
    }

    /** A statement more of a block, if any; behind a mistake it goes on with the next line. */
    private boolean member(List<Stmt> body) {
        int level = depth;
        try {
            tokens.skipBreaks();
            if (tokens.isNext("}")) {
                return false;
            }
            checkEnd();
            body.add(statement());
            checkEnd();
            if (!tokens.isNext("}") && !(tokens.peek() instanceof Token.Break)) {
                throw tokens.unexpected("expected a new line or }");
            }
        } catch (Slip slip) {
            if (slip.isUnfinished()) {
                throw slip;
            }
            mistakes.add(slip.mistake());
            depth = level;
            expressions.startAgain();
            int end = text.indexOf('\n', slip.mistake().span().to());
            tokens.moveTo(end < 0 ? text.length() : end);
        }
        return true;
    }

    private Stmt simple() {
        int start = tokens.peek().span().from();
        List<Stmt.Target> targets = targets();
        if (targets.isEmpty()) {
            tokens.moveTo(start);
            Expr value = value();
            return new Stmt.Evaluate(value.span(), value);
        }
        Expr value = value();
        return new Stmt.Assign(new Span(start, value.span().to()), targets, value);
    }

    /** The names in front of an equals sign; none where this is no assignment. */
    private List<Stmt.Target> targets() {
        List<Stmt.Target> targets = new ArrayList<>();
        boolean bracket = tokens.accept("(");
        do {
            if (!(tokens.peek() instanceof Token.Word(Span span, String name))) {
                return List.of();
            }
            tokens.take();
            targets.add(new Stmt.Target(span, name));
        } while (tokens.accept(","));
        if (bracket && !tokens.accept(")")) {
            return List.of();
        }
        return tokens.accept("=") ? targets : List.of();
    }

    /** An expression, or a call whose arguments are words: {@code bind s 127.0.0.1:80}. */
    private Expr value() {
        return tokens.peek() instanceof Token.Word(Span span, String name) && isCommand(span, name)
                ? command(span, name)
                : tupleWithoutBrackets();
    }

    private boolean isCommand(Span span, String name) {
        if (!isCall.test(name)) {
            return false;
        }
        int next = span.to();
        while (next < text.length() && " \t".indexOf(text.charAt(next)) >= 0) {
            next++;
        }
        boolean ends = next >= text.length() || ";\n\r}#".indexOf(text.charAt(next)) >= 0;
        return ends || (next > span.to() && "(.,=".indexOf(text.charAt(next)) < 0);
    }

    private Expr command(Span span, String name) {
        tokens.take();
        List<Expr> arguments = new ArrayList<>();
        while (!commandEnds()) {
            arguments.add(argument());
            tokens.accept(",");
        }
        return new Expr.Call(upToHere(span), span, name, arguments);
    }

    private boolean commandEnds() {
        return ends() || tokens.isNext("}");
    }

    private Expr argument() {
        int start = tokens.peek().span().from();
        Optional<Expr> word = Words.read(tokens.word(), start);
        word.ifPresent(found -> tokens.moveTo(found.span().to()));
        return word.orElseGet(expressions::word);
    }

    /** Python's {@code a, b} as a value. */
    private Expr tupleWithoutBrackets() {
        Expr first = expressions.expression();
        if (!tokens.isNext(",")) {
            return first;
        }
        List<Expr> members = new ArrayList<>(List.of(first));
        while (tokens.accept(",")) {
            members.add(expressions.expression());
        }
        return new Expr.Items(upToHere(first.span()), members);
    }
}
