/** What the prompt knows while a person types: completion, signatures, colours; pure logic. */
@NullMarked
package sockshell.repl.typing;

import org.jspecify.annotations.NullMarked;
