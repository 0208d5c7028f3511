package sockshell.transcript.drawing;

import java.util.List;
import sockshell.render.ladder.Row;

/** One thing of a story that is drawn, below all those before. */
sealed interface Item {

    /** The author's words. */
    record Note(String text) implements Item {}

    /** Time that passed between two things. */
    record Gap(double seconds) implements Item {}

    /** A row of the ladder. */
    record Shown(Row row) implements Item {}

    /** So many turns of a loop like those above, with the rows that they had. */
    record More(int turns, List<Row> rows) implements Item {}

    /** What a process did that asked nothing of the kernel. */
    record Aside(int column, String what, String result, boolean failed) implements Item {}
}
