/** Where the cursor is in what is typed: in which call, at which argument; of any text at all. */
@NullMarked
package sockshell.repl.cursor;

import org.jspecify.annotations.NullMarked;
