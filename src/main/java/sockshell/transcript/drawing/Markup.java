package sockshell.transcript.drawing;

import sockshell.render.Text;

/**
 * Elements of XML, as SVG and HTML both read them. What is text or an attribute is escaped, and
 * holds nothing that would steer its reader.
 */
final class Markup {
    private final StringBuilder text = new StringBuilder();

    /** Attributes are names and values in turn. */
    Markup open(String element, String... attributes) {
        start(element, attributes);
        text.append('>');
        return this;
    }

    Markup close(String element) {
        text.append("</").append(element).append(">\n");
        return this;
    }

    Markup empty(String element, String... attributes) {
        start(element, attributes);
        text.append(" />\n");
        return this;
    }

    Markup element(String element, String content, String... attributes) {
        return open(element, attributes).plus(content).close(element);
    }

    private void start(String element, String... attributes) {
        text.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            text.append(' ').append(attributes[i]).append("=\"");
            text.append(escaped(attributes[i + 1])).append('"');
        }
    }

    Markup plus(String content) {
        text.append(escaped(content));
        return this;
    }

    /** What is markup already. */
    Markup raw(String markup) {
        text.append(markup);
        return this;
    }

    /**
     * Control characters and what turns the direction of writing become a sign, as for terminals.
     */
    static String escaped(String content) {
        StringBuilder escaped = new StringBuilder();
        Text.of(content).toString().codePoints().forEach(point -> escape(escaped, point));
        return escaped.toString();
    }

    private static void escape(StringBuilder escaped, int point) {
        switch (point) {
            case '&' -> escaped.append("&amp;");
            case '<' -> escaped.append("&lt;");
            case '>' -> escaped.append("&gt;");
            case '"' -> escaped.append("&quot;");
            case '\'' -> escaped.append("&#39;");
            default -> escaped.appendCodePoint(isCharacter(point) ? point : 0xfffd);
        }
    }

    /** XML 1.0, 2.2 has neither of these. */
    static boolean isCharacter(int point) {
        return point != 0xfffe && point != 0xffff;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
