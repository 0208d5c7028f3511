package sockshell.lang.check;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The variables that a process has, a scratch one with its $; and, for a name that it has not, which
 * process has it.
 */
public record Names(Set<String> own, Function<String, Optional<String>> elsewhere) {}
