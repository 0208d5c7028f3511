/** The commands of the shell itself: all that begins with a slash. */
@NullMarked
package sockshell.repl.command;

import org.jspecify.annotations.NullMarked;
