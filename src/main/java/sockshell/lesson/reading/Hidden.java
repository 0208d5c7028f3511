package sockshell.lesson.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;

/** Blocks of a lesson that stand in a list or a quote, where nobody plays them. */
final class Hidden extends AbstractVisitor {
    static final Set<String> PLAYED = Set.of("sock", "check");

    private final List<FencedCodeBlock> found = new ArrayList<>();

    private Hidden() {}

    static List<FencedCodeBlock> of(Node document) {
        Hidden hidden = new Hidden();
        document.accept(hidden);
        return hidden.found;
    }

    @Override
    public void visit(FencedCodeBlock code) {
        if (PLAYED.contains(code.getInfo()) && !(code.getParent() instanceof Document)) {
            found.add(code);
        }
    }
}
