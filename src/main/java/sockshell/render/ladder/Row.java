package sockshell.render.ladder;

/**
 * One thing of a ladder, below all that happened before. Columns are counted from 0; the moment is
 * the number of what it was read from.
 */
public sealed interface Row {
    int moment();

    /** A process begins as the child of another one. */
    record Begins(int moment, int parent, int column) implements Row {}

    /** A process is gone. */
    record Ends(int moment, int column) implements Row {}

    /** A call was said to be blocked; it is until the next {@link Call} of this column. */
    record Blocks(int moment, int column, String call) implements Row {}

    /** A call returned; the result is empty where there is none to show. */
    record Call(int moment, int column, String call, String result, boolean failed)
            implements Row {}

    /** Something went from one process to another, or within one. */
    record Arrow(int moment, int from, int to, String label, Kind kind) implements Row {}

    /** What went. */
    enum Kind {
        /** a connection that is asked for */
        SETUP,
        /** bytes */
        DATA,
        /** there will be no more bytes */
        END,
        /** the connection is gone at once, RFC 9293, 3.5.2 */
        RESET
    }
}
