/** The facts of TCP. */
@NullMarked
package sockshell.contract.tcp;

import org.jspecify.annotations.NullMarked;
