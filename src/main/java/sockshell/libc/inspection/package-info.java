/** How the kernel's own view of its sockets is got, with calls that everybody has. */
@NullMarked
package sockshell.libc.inspection;

import org.jspecify.annotations.NullMarked;
