package sockshell.render.page;

import java.util.List;
import sockshell.render.Style;

/** The part of a page that says which failures this session has had. */
final class SeenPart {
    /** The latest ones; a loop may have failed very often. */
    private static final int MOST = 5;

    private SeenPart() {}

    static void add(Paragraphs page, List<Seen> seen) {
        if (!seen.isEmpty()) {
            page.head("In this session");
            seen.stream().skip(Math.max(0, seen.size() - MOST)).forEach(each -> add(page, each));
        }
    }

    private static void add(Paragraphs page, Seen seen) {
        page.indented(Style.FAILURE, seen.statement() + " gave " + seen.errno());
        if (!seen.remark().isEmpty()) {
            page.indented(Style.PLAIN, seen.remark());
        }
    }
}
