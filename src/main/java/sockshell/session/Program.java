package sockshell.session;

import java.util.List;
import sockshell.lang.Source;
import sockshell.lang.Typed;

/**
 * What was typed as steps, one after the other: so that a process has a place in it that fork can
 * copy, and that names and calls are looked up once and not at each turn of a loop.
 */
record Program(Typed typed, List<Step> steps) {
    static final Program EMPTY = new Program(new Typed(new Source(""), List.of()), List.of());

    Program {
        steps = List.copyOf(steps);
    }
}
