/** The real kernel, held to the contract and to what only a real one can show. */
@NullMarked
package sockshell.libc;

import org.jspecify.annotations.NullMarked;
