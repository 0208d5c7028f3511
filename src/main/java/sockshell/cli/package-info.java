/** {@code main}, options and exit codes; alone in choosing which kernel is used. */
@NullMarked
package sockshell.cli;

import org.jspecify.annotations.NullMarked;
