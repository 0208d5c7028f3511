package sockshell.lesson.page;

import java.util.function.UnaryOperator;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import sockshell.render.Style;

/** The words of a paragraph with their styles, on one line that is still to be wrapped. */
final class Inline extends AbstractVisitor {
    private sockshell.render.Text line = sockshell.render.Text.EMPTY;
    private Style style = Style.PLAIN;

    private final UnaryOperator<String> code;

    private Inline(UnaryOperator<String> code) {
        this.code = code;
    }

    static sockshell.render.Text of(Node node, UnaryOperator<String> code) {
        Inline inline = new Inline(code);
        inline.visitChildren(node);
        return inline.line;
    }

    private void add(Style as, String text) {
        line = line.plus(as, text);
    }

    private void within(Style inner, Node node) {
        Style outer = style;
        style = inner;
        visitChildren(node);
        style = outer;
    }

    @Override
    public void visit(Text text) {
        add(style, text.getLiteral());
    }

    @Override
    public void visit(Code literal) {
        add(Style.ADVICE, code.apply(literal.getLiteral()));
    }

    @Override
    public void visit(Emphasis emphasis) {
        within(Style.NAME, emphasis);
    }

    @Override
    public void visit(StrongEmphasis emphasis) {
        within(Style.TITLE, emphasis);
    }

    @Override
    public void visit(SoftLineBreak end) {
        add(style, " ");
    }

    @Override
    public void visit(HardLineBreak end) {
        add(style, " ");
    }
}
