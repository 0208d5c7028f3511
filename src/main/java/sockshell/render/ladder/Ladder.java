package sockshell.render.ladder;

import java.util.List;
import sockshell.lang.catalogue.Catalogue;
import sockshell.session.told.Moment;
import sockshell.sys.Constants;

/**
 * A session as a sequence diagram, free of how it is drawn: the processes, and what happened in
 * them and between them from top to bottom. What the moments do not show is not in it.
 */
public record Ladder(List<String> columns, List<Row> rows) {
    /** The column behind the processes, where there is anything to say about anybody else. */
    public static final String OUTSIDE = "outside";

    public Ladder {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    public static Ladder of(List<Moment> moments, Constants constants, Catalogue catalogue) {
        return new Telling(new CallText(constants, catalogue), constants, moments).ladder();
    }
}
