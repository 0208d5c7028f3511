package sockshell.transcript.export;

import java.nio.charset.StandardCharsets;
import java.util.List;
import sockshell.sys.Bytes;

/** What became of a session. */
public sealed interface Exported {

    /** A file, which can have any name. */
    record Document(Bytes content) implements Exported {
        static Document of(String text) {
            return new Document(Bytes.of(text));
        }
    }

    /** Programs, each with the name that its language wants. */
    record Programs(List<Named> files) implements Exported {
        public Programs {
            files = List.copyOf(files);
        }
    }

    record Named(String name, String text) {
        public byte[] bytes() {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }

    /** Nothing, and why. */
    record Nothing(String reason) implements Exported {}
}
