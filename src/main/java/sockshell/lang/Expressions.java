package sockshell.lang;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sockshell.sys.Bytes;

/** Reads expressions, with Python's precedence. */
final class Expressions {
    /* Python's import socket: everything of it is here without its name, and with it as well */
    private static final String MODULE = "socket";

    private static final int DEEPEST = 100;
    private static final int LONGEST = 1000;
    private static final int NEGATION = 3;
    private static final int COMPARISON = 4;
    private static final Map<String, Integer> PRECEDENCE =
            Map.ofEntries(
                    Map.entry("or", 1),
                    Map.entry("and", 2),
                    Map.entry("==", COMPARISON),
                    Map.entry("!=", COMPARISON),
                    Map.entry("<", COMPARISON),
                    Map.entry("<=", COMPARISON),
                    Map.entry(">", COMPARISON),
                    Map.entry(">=", COMPARISON),
                    Map.entry("|", 5),
                    Map.entry("^", 6),
                    Map.entry("&", 7),
                    Map.entry("<<", 8),
                    Map.entry(">>", 8),
                    Map.entry("+", 9),
                    Map.entry("-", 9),
                    Map.entry("*", 10),
                    Map.entry("%", 10));

    private final Tokens tokens;
    private int depth;
    private int links;

    Expressions(Tokens tokens) {
        this.tokens = tokens;
    }

    /** Forgets how deep a mistake was. */
    void startAgain() {
        depth = 0;
    }

    /** A whole expression. */
    Expr expression() {
        return binary(0, false);
    }

    /** A command's word: it ends at the next blank that no bracket or quote holds. */
    Expr word() {
        return binary(0, true);
    }

    /** Everything that nests passes here. */
    private Expr binary(int least, boolean wordOnly) {
        if (++depth > DEEPEST) {
            Span span = tokens.peek().span();
            throw new Slip(span, "this is nested too deeply", DEEPEST + " levels are the most");
        }
        if (depth == 1) {
            links = 0;
        }
        Expr left = unary(wordOnly);
        while (precedence() > least && !(wordOnly && tokens.afterBlank())) {
            checkLength();
            int precedence = precedence();
            String sign = sign(tokens.take());
            Expr right = binary(precedence, wordOnly);
            left = new Expr.Binary(left.span().to(right.span()), sign, left, right);
        }
        depth--;
        return left;
    }

    /** A chain is a deep tree for whoever walks it, and chains within chains a deeper one. */
    private void checkLength() {
        if (++links > LONGEST) {
            throw new Slip(
                    tokens.peek().span(),
                    "this expression is too long",
                    LONGEST + " operators, calls and indexes are the most");
        }
    }

    private int precedence() {
        return PRECEDENCE.getOrDefault(sign(tokens.peek()), 0);
    }

    private static String sign(Token token) {
        return switch (token) {
            case Token.Sign(_, String text) -> text;
            case Token.Word(_, String text) -> text;
            default -> "";
        };
    }

    private Expr unary(boolean wordOnly) {
        String sign = sign(tokens.peek());
        int binds =
                switch (sign) {
                    case "-", "~" -> Integer.MAX_VALUE;
                    case "not" -> NEGATION;
                    default -> 0;
                };
        if (binds == 0) {
            return postfix(wordOnly);
        }
        Span start = tokens.take().span();
        Expr operand = binary(binds, wordOnly);
        return new Expr.Unary(start.to(operand.span()), sign, operand);
    }

    private Expr postfix(boolean wordOnly) {
        Expr value = primary(wordOnly);
        while ((tokens.isNext(".") || tokens.isNext("[")) && !(wordOnly && tokens.afterBlank())) {
            checkLength();
            value = tokens.accept(".") ? method(value) : subscript(value);
        }
        return value;
    }

    private Expr method(Expr receiver) {
        if (!(tokens.peek() instanceof Token.Word(Span span, String name))) {
            throw tokens.unexpected("expected the name of a call behind the dot");
        }
        tokens.take();
        boolean isModule = receiver instanceof Expr.Name(_, String word) && word.equals(MODULE);
        if (isModule && !tokens.isNext("(")) {
            return new Expr.Name(span, name);
        }
        List<Expr> arguments = new ArrayList<>(isModule ? List.of() : List.of(receiver));
        tokens.expect("(", "behind " + name);
        Span end = members(arguments, ")");
        return new Expr.Call(receiver.span().to(end), span, name, arguments);
    }

    private Expr subscript(Expr of) {
        tokens.take();
        Optional<Expr> from = tokens.isNext(":") ? Optional.empty() : Optional.of(expression());
        if (from.isPresent() && tokens.isNext("]")) {
            return new Expr.Index(of.span().to(tokens.take().span()), of, from.get());
        }
        tokens.expect(":", "or ]");
        Optional<Expr> to = tokens.isNext("]") ? Optional.empty() : Optional.of(expression());
        return new Expr.Slice(of.span().to(tokens.expect("]", "")), of, from, to);
    }

    private Expr primary(boolean wordOnly) {
        Token token = tokens.peek();
        return switch (token) {
            case Token.Whole(Span span, long value) -> taken(new Expr.Whole(span, value));
            case Token.Fraction(Span span, double value) -> taken(new Expr.Fraction(span, value));
            case Token.Text text -> taken(new Expr.Text(text.span(), text.bytes()));
            case Token.Scratch(Span span, int number) -> taken(new Expr.Scratch(span, number));
            case Token.Tag(Span span, String name) -> throw unknownTag(span, name);
            case Token.Dotted(Span span, String host) -> dotted(span, host);
            case Token.Word word -> nameOrCall(word, wordOnly);
            case Token.Sign sign -> bracket(sign);
            case Token.Break _, Token.End _ -> throw tokens.unexpected("a value is missing here");
        };
    }

    private static Slip unknownTag(Span span, String name) {
        return new Slip(
                span,
                "the tag <" + name + "> has no value here",
                "a result above has to capture it: <" + name + "=...>");
    }

    private Expr taken(Expr value) {
        tokens.take();
        return value;
    }

    /** {@code 127.0.0.1:80}; without a port it is the text that it looks like. */
    private Expr dotted(Span span, String host) {
        tokens.take();
        if (!tokens.isNext(":") || tokens.afterBlank()) {
            return new Expr.Text(span, Bytes.of(host));
        }
        tokens.take();
        Expr port = primary(true);
        return new Expr.Address(span.to(port.span()), host, port);
    }

    private Expr nameOrCall(Token.Word word, boolean wordOnly) {
        tokens.take();
        if (!tokens.isNext("(") || (wordOnly && tokens.afterBlank())) {
            return new Expr.Name(word.span(), word.text());
        }
        tokens.take();
        List<Expr> arguments = new ArrayList<>();
        Span end = members(arguments, ")");
        return new Expr.Call(word.span().to(end), word.span(), word.text(), arguments);
    }

    private Expr bracket(Token.Sign sign) {
        return switch (sign.text()) {
            case "(" -> parentheses();
            case "[" -> list();
            case "{" -> structure();
            case "=" ->
                    throw new Slip(
                            sign.span(), "a value is missing here", "x = x + 1 changes a variable");
            default -> throw tokens.unexpected("a value is missing here");
        };
    }

    /** One value in parentheses is that value; several, or one with a comma, are a tuple. */
    private Expr parentheses() {
        Span start = tokens.take().span();
        List<Expr> members = new ArrayList<>();
        boolean comma = false;
        tokens.skipBreaks();
        while (!tokens.isNext(")")) {
            members.add(expression());
            tokens.skipBreaks();
            comma = tokens.accept(",");
            tokens.skipBreaks();
            if (!comma && !tokens.isNext(")")) {
                throw tokens.unexpected("expected , or )");
            }
        }
        Span whole = start.to(tokens.take().span());
        return members.size() == 1 && !comma ? members.getFirst() : new Expr.Items(whole, members);
    }

    private Expr list() {
        Span start = tokens.take().span();
        List<Expr> members = new ArrayList<>();
        Span end = members(members, "]");
        return new Expr.ListOf(start.to(end), members);
    }

    /** Values with commas between, up to the closing bracket; lines may end within. */
    private Span members(List<Expr> members, String close) {
        tokens.skipBreaks();
        while (!tokens.isNext(close)) {
            members.add(expression());
            tokens.skipBreaks();
            if (!tokens.accept(",") && !tokens.isNext(close)) {
                throw tokens.unexpected("expected , or " + close);
            }
            tokens.skipBreaks();
        }
        return tokens.take().span();
    }

    private Expr structure() {
        Span start = tokens.take().span();
        List<Expr.Field> fields = new ArrayList<>();
        tokens.skipBreaks();
        while (!tokens.isNext("}")) {
            fields.add(field());
            tokens.skipBreaks();
            if (!tokens.accept(",") && !tokens.isNext("}")) {
                throw tokens.unexpected("expected , or }");
            }
            tokens.skipBreaks();
        }
        return new Expr.Structure(start.to(tokens.take().span()), fields);
    }

    private Expr.Field field() {
        if (!(tokens.peek() instanceof Token.Word(Span span, String name))) {
            throw tokens.unexpected("expected the name of a field");
        }
        tokens.take();
        tokens.expect(":", "behind " + name);
        Expr value = expression();
        return new Expr.Field(span.to(value.span()), name, value);
    }
}
