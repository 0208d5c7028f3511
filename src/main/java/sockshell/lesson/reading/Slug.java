package sockshell.lesson.reading;

import java.util.Locale;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/**
 * The words of a node, and the name that a heading has for links, as code-hosting pages make it.
 */
public final class Slug extends AbstractVisitor {
    private final StringBuilder words = new StringBuilder();

    private Slug() {}

    /** Without any styles. */
    public static String words(Node node) {
        Slug slug = new Slug();
        node.accept(slug);
        return slug.words.toString();
    }

    public static String of(Node heading) {
        return words(heading)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .strip()
                .replace(' ', '-');
    }

    @Override
    public void visit(Text text) {
        words.append(text.getLiteral());
    }

    @Override
    public void visit(Code code) {
        words.append(code.getLiteral());
    }

    @Override
    public void visit(SoftLineBreak end) {
        words.append(' ');
    }

    @Override
    public void visit(HardLineBreak end) {
        words.append(' ');
    }
}
