package sockshell.lang;

import java.util.Optional;

/** The words of a command that are no expressions: paths and addresses. */
final class Words {
    private Words() {}

    /** Empty where the word is an expression like any other. */
    static Optional<Expr> read(String word, int start) {
        Span span = new Span(start, start + word.length());
        if (word.startsWith("/") || word.startsWith("@")) {
            return Optional.of(new Expr.Path(span, word));
        }
        int colon = word.lastIndexOf(':');
        if (colon <= 0) {
            return Optional.empty();
        }
        Span portSpan = new Span(start + colon + 1, span.to());
        return host(word.substring(0, colon))
                .flatMap(host ->
                        port(word.substring(colon + 1), portSpan)
                                .map(port -> new Expr.Address(span, host, port)));
    }

    /** {@code [::1]} loses its brackets; {@code *} is every address. */
    private static Optional<String> host(String text) {
        if (text.startsWith("[") && text.endsWith("]")) {
            String inner = text.substring(1, text.length() - 1);
            boolean inet6 = inner.indexOf(':') >= 0 && inner.chars().allMatch(Words::isInet6Part);
            return inet6 ? Optional.of(inner) : Optional.empty();
        }
        boolean name = text.chars().allMatch(c -> Scanner.isNamePart(c) || c == '.' || c == '-');
        return name || text.equals("*") ? Optional.of(text) : Optional.empty();
    }

    /** Whether it can stand in an address. */
    static boolean isPart(int c) {
        return Scanner.isNamePart(c) || "*.-:[]%".indexOf(c) >= 0;
    }

    private static boolean isInet6Part(int c) {
        return c == ':' || c == '.' || c == '%' || Scanner.isNamePart(c);
    }

    /** A number, a variable or the name of a service. */
    private static Optional<Expr> port(String text, Span span) {
        if (text.isEmpty() || !text.chars().allMatch(Scanner::isNamePart)) {
            return Optional.empty();
        }
        boolean digits = text.length() < 18 && text.chars().allMatch(Character::isDigit);
        return Optional.of(
                digits ? new Expr.Whole(span, Long.parseLong(text)) : new Expr.Name(span, text));
    }
}
