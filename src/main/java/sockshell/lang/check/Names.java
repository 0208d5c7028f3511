package sockshell.lang.check;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The variables that a process has, a scratch one with its $; and which process has one of a name
 * that is not among them.
 */
public record Names(Set<String> own, Function<String, Optional<String>> elsewhere) {}
