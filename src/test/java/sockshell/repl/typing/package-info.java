@NullMarked
package sockshell.repl.typing;

import org.jspecify.annotations.NullMarked;
