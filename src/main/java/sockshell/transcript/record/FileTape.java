package sockshell.transcript.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Consumer;
import sockshell.transcript.Line;
import sockshell.transcript.LineReader;
import sockshell.transcript.TranscriptReader;

/**
 * A new file. Each line is one write(2), so that whatever ends the program leaves whole lines, and
 * at most the last one torn. What the file cannot take ends the recording, and is said once: the
 * lines that are there stay true.
 */
public final class FileTape implements Tape {
    /* behind the last line there is always room for the end */
    private static final int MOST = TranscriptReader.LARGEST - 64;

    private final Path file;
    private final FileChannel channel;
    private final Consumer<String> complaints;
    private long size;
    private boolean isOver;

    private FileTape(Path file, FileChannel channel, Consumer<String> complaints) {
        this.file = file;
        this.channel = channel;
        this.complaints = complaints;
    }

    /** A file that is there already is not touched; why there is none is said. */
    public static Optional<Tape> create(Path file, Consumer<String> complaints) {
        try {
            FileChannel channel =
                    FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            return Optional.of(new FileTape(file, channel, complaints));
        } catch (FileAlreadyExistsException e) {
            complaints.accept(file + " is there already, and nothing is written over.");
        } catch (IOException e) {
            complaints.accept("Cannot write to " + file + ".");
        }
        return Optional.empty();
    }

    @Override
    public void write(Line line) {
        if (isOver) {
            return;
        }
        byte[] bytes = (line.written() + "\n").getBytes(StandardCharsets.UTF_8);
        Optional<String> reason = reason(line, bytes.length);
        if (reason.isPresent()) {
            stop(reason.get());
        } else {
            write(bytes);
        }
    }

    private Optional<String> reason(Line line, int length) {
        if (length > LineReader.LONGEST) {
            return Optional.of("a line is longer than 1 MiB");
        }
        boolean isEnd = line instanceof Line.Directive;
        return size + length > MOST && !isEnd
                ? Optional.of("it would become larger than 10 MiB")
                : Optional.empty();
    }

    private void write(byte[] bytes) {
        size += bytes.length;
        ByteBuffer left = ByteBuffer.wrap(bytes);
        try {
            while (left.hasRemaining()) {
                channel.write(left);
            }
        } catch (IOException e) {
            stop("it cannot be written to");
        }
    }

    private void stop(String reason) {
        isOver = true;
        complaints.accept("The recording " + file + " stops here: " + reason + ".");
    }

    @Override
    public void close() {
        isOver = true;
        try {
            channel.close();
        } catch (IOException e) {
            complaints.accept("The recording " + file + " could not be closed.");
        }
    }
}
