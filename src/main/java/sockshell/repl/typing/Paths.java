package sockshell.repl.typing;

import java.util.List;

/** The files that there are. */
@FunctionalInterface
public interface Paths {

    /** The paths that begin with what was typed; a folder's ends with a slash. */
    List<String> from(String typed);

    static Paths none() {
        return _ -> List.of();
    }
}
