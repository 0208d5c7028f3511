package sockshell.transcript.record;

import sockshell.transcript.Line;

/** Where a recording goes, line by line; nothing that was written is changed any more. */
public interface Tape extends AutoCloseable {
    void write(Line line);

    @Override
    void close();
}
