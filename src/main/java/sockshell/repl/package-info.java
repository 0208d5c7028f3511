/** The prompt: reads lines, steers the session, shows what happens; alone in using JLine. */
@NullMarked
package sockshell.repl;

import org.jspecify.annotations.NullMarked;
