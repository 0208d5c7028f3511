package sockshell.repl.typing;

import java.util.List;
import java.util.Map;
import java.util.Set;
import sockshell.lang.Value;
import sockshell.session.told.Survey.Held;

/** What a session has at the moment, asked only when it matters. */
public interface Scene {

    /** The names of the processes. */
    Set<String> processes();

    /** A process's variables; none where there is no such process. */
    Map<String, Value> variables(String process);

    /** What all processes hold. */
    List<Held> held();
}
