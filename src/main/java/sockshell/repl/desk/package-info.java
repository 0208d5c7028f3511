/** What the prompt works with: the session, who drives it, what was typed, what is said. */
@NullMarked
package sockshell.repl.desk;

import org.jspecify.annotations.NullMarked;
