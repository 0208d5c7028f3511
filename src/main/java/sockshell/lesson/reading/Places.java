package sockshell.lesson.reading;

import org.commonmark.node.Node;

/** Where in its file a node stands. */
final class Places {
    private Places() {}

    /** Its first line, from 1 on. */
    static int line(Node node) {
        return node.getSourceSpans().isEmpty()
                ? 1
                : node.getSourceSpans().getFirst().getLineIndex() + 1;
    }
}
