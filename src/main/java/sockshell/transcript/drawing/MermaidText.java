package sockshell.transcript.drawing;

import java.util.Set;
import sockshell.render.Text;

/**
 * Text as Mermaid reads it. A message ends at {@code ;} or {@code #}, {@code %%} begins a comment,
 * {@code :} or {@code $$} may mean something, and what looks like HTML is; so all but letters,
 * digits and a few signs become entity codes, {@code #35;} for one: decimal, as Mermaid knows no
 * others.
 */
final class MermaidText {
    private static final String SAFE = " ()[],._=!?+*/|'-";
    private static final Set<String> WORDS = Set.of("end", "wrap", "nowrap");
    private static final int LONGEST = 300;

    /* Mermaid puts it where an entity code was, while it reads */
    private static final int LIGATURE = 0xfb02;

    private MermaidText() {}

    static String of(String text) {
        String flat = text.replaceAll("\\s*\\R\\s*", " ").strip();
        String tame = Text.of(flat).cut(LONGEST, "…").toString();
        StringBuilder escaped = new StringBuilder();
        tame.codePoints()
                .forEach(point -> {
                    if (isSafe(point)) {
                        escaped.appendCodePoint(point);
                    } else {
                        escaped.append('#')
                                .append(Markup.isCharacter(point) ? point : 0xfffd)
                                .append(';');
                    }
                });
        return keyword(escaped.toString());
    }

    private static boolean isSafe(int point) {
        return point < 0x80
                ? Character.isLetterOrDigit(point) || SAFE.indexOf(point) >= 0
                : Character.isLetter(point) && point != LIGATURE;
    }

    /** A text that is a word of the grammar: its first letter as a code is that word no more. */
    private static String keyword(String text) {
        return WORDS.contains(text) ? "#" + (int) text.charAt(0) + ";" + text.substring(1) : text;
    }
}
