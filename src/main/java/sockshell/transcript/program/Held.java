package sockshell.transcript.program;

import java.util.Optional;
import sockshell.lang.Value;

/** What variables held before the chosen lines; {@code $7} is one as well. */
public interface Held {
    Optional<Value> value(String process, String variable);

    /** For who shows all lines there are. */
    static Held nothing() {
        return (process, variable) -> Optional.empty();
    }
}
