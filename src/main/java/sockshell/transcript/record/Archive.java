package sockshell.transcript.record;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import sockshell.lang.catalogue.Catalogue;
import sockshell.session.told.Event;
import sockshell.sys.Kernel;
import sockshell.transcript.Line;

/**
 * All that a session is recorded to: memory from the beginning, and a file from where it is asked.
 */
public final class Archive {
    private final Kernel kernel;
    private final Catalogue catalogue;
    private final LongSupplier clock;
    private final Consumer<String> complaints;
    private MemoryTape memory;
    private Recorder inMemory;
    private Optional<Recorder> toFile = Optional.empty();
    private Optional<Path> file = Optional.empty();

    public Archive(
            Kernel kernel, Catalogue catalogue, LongSupplier clock, Consumer<String> complaints) {
        this.kernel = kernel;
        this.catalogue = catalogue;
        this.clock = clock;
        this.complaints = complaints;
        memory = new MemoryTape();
        inMemory = recorder(memory);
    }

    private Recorder recorder(Tape tape) {
        return new Recorder(kernel, catalogue, clock, tape);
    }

    public synchronized void happened(Event event) {
        inMemory.happened(event);
        toFile.ifPresent(recorder -> recorder.happened(event));
    }

    /** A command that changed the session. */
    public synchronized void typed(String process, String text) {
        inMemory.typed(process, text);
        toFile.ifPresent(recorder -> recorder.typed(process, text));
    }

    /** Records to a new file from here on; no, where there can be none. */
    public synchronized boolean record(Path file) {
        Optional<Recorder> begun = FileTape.create(file, complaints).map(this::recorder);
        if (begun.isPresent()) {
            finish();
            toFile = begun;
            this.file = Optional.of(file);
        }
        return begun.isPresent();
    }

    /** The file that is being written. */
    public synchronized Optional<Path> file() {
        return file;
    }

    /** Whether there was a file to end. */
    public synchronized boolean finish() {
        boolean was = toFile.isPresent();
        toFile.ifPresent(Recorder::finish);
        toFile = Optional.empty();
        file = Optional.empty();
        return was;
    }

    /** The session begins anew, and so does its recording. */
    public synchronized void reset() {
        finish();
        memory = new MemoryTape();
        inMemory = recorder(memory);
    }

    /** What has been so far, as a whole recording; empty where it became too large to be kept. */
    public synchronized Optional<String> text() {
        return memory.isFull() ? Optional.empty() : Optional.of(text(memory.lines()));
    }

    private static String text(List<Line> lines) {
        List<Line> whole = new ArrayList<>(lines);
        Set<String> names = new LinkedHashSet<>();
        lines.forEach(line -> {
            if (line instanceof Line.Spoken(String process, _)) {
                names.add(process);
            }
        });
        int behindHead = Math.min(2, whole.size());
        whole.add(behindHead, new Line.Directive("processes", String.join(" ", names)));
        whole.add(new Line.Directive("end", "ok"));
        return whole.stream().map(line -> line.written() + "\n").collect(Collectors.joining());
    }
}
