package sockshell.lesson.reading;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;

/** All links of a document, those to pictures too. */
final class Links extends AbstractVisitor {
    private final List<LessonReader.Link> found = new ArrayList<>();

    private Links() {}

    static List<LessonReader.Link> of(Node node) {
        Links links = new Links();
        node.accept(links);
        return links.found;
    }

    @Override
    public void visit(Link link) {
        found.add(new LessonReader.Link(Places.line(link), link.getDestination()));
        visitChildren(link);
    }

    @Override
    public void visit(Image image) {
        found.add(new LessonReader.Link(Places.line(image), image.getDestination()));
    }
}
