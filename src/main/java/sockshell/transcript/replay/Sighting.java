package sockshell.transcript.replay;

import java.util.List;
import sockshell.transcript.Line;

/** Something that happened now, as a line, and what there is to say about it. */
record Sighting(Line line, List<String> remarks) {
    Sighting {
        remarks = List.copyOf(remarks);
    }

    String process() {
        return Expected.process(line);
    }
}
