package sockshell.transcript.replay;

import java.util.List;
import java.util.Optional;

/**
 * The first place where a transcript and what happens now are not the same: the statement that came
 * before, what was recorded there if anything was, what came now if anything did, and why.
 */
public record Difference(
        int line,
        Optional<String> statement,
        Optional<String> recorded,
        Optional<String> now,
        List<String> explanation) {
    public Difference {
        explanation = List.copyOf(explanation);
    }
}
