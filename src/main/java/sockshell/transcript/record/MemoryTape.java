package sockshell.transcript.record;

import java.util.ArrayList;
import java.util.List;
import sockshell.transcript.Line;
import sockshell.transcript.TranscriptReader;

/** What has been so far, as long as a file could hold it. */
public final class MemoryTape implements Tape {
    private final List<Line> lines = new ArrayList<>();
    private long size;
    private boolean isFull;

    @Override
    public synchronized void write(Line line) {
        size += line.written().length() + 1;
        isFull |= size > TranscriptReader.LARGEST;
        if (!isFull) {
            lines.add(line);
        }
    }

    /** The lines; those behind the limit are not among them. */
    public synchronized List<Line> lines() {
        return List.copyOf(lines);
    }

    public synchronized boolean isFull() {
        return isFull;
    }

    @Override
    public void close() {}
}
