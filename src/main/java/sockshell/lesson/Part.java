package sockshell.lesson;

import java.util.List;
import org.commonmark.node.Node;
import sockshell.lesson.check.Condition;
import sockshell.transcript.Entry;

/** A piece of a lesson. */
public sealed interface Part {

    /** Shown as it stands. */
    record Shown(Node node) implements Part {}

    /** What a step wants done, as a transcript has it. */
    record Sock(int line, List<Entry> entries) implements Part {
        public Sock {
            entries = List.copyOf(entries);
        }
    }

    /** What is so when the step is done. */
    record Check(int line, List<Condition> conditions) implements Part {
        public Check {
            conditions = List.copyOf(conditions);
        }
    }

    /** A question to be answered before it is tried. */
    record Predict(Prediction prediction) implements Part {}

    /** Shown when it is asked for, or needed. */
    record Hint(int line, List<Node> nodes) implements Part {
        public Hint {
            nodes = List.copyOf(nodes);
        }
    }
}
