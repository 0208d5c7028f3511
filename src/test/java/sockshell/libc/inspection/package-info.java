/** The tests of inspection. */
@NullMarked
package sockshell.libc.inspection;

import org.jspecify.annotations.NullMarked;
