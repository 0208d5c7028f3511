package sockshell.lesson.reading;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;
import org.commonmark.node.Node;

/** All links of a document. */
final class Links extends AbstractVisitor {
    private final List<Link> found = new ArrayList<>();

    private Links() {}

    static List<Link> of(Node node) {
        Links links = new Links();
        node.accept(links);
        return links.found;
    }

    @Override
    public void visit(Link link) {
        found.add(link);
        visitChildren(link);
    }
}
