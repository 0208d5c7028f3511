/**
 * The port: what a socket call is. Everything above speaks to a {@link sockshell.sys.Kernel} and
 * knows nothing of which one it is; the real one stands in {@code sockshell.libc}.
 */
@NullMarked
package sockshell.sys;

import org.jspecify.annotations.NullMarked;
