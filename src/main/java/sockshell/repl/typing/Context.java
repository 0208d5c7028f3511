package sockshell.repl.typing;

import java.util.Map;
import sockshell.lang.Value;

/** What completion may look at; the process is the prompt's. */
public record Context(String process, Language language, Scene scene, Paths paths) {

    /** The same for a line that begins with the name of another process. */
    Context of(String other) {
        return new Context(other, language, scene, paths);
    }

    Map<String, Value> variables() {
        return scene.variables(process);
    }
}
