/** Tests of what is shown. */
@NullMarked
package sockshell.render.strace;

import org.jspecify.annotations.NullMarked;
