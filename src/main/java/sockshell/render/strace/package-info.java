/** System calls as strace(1) prints them; data in, text out. */
@NullMarked
package sockshell.render.strace;

import org.jspecify.annotations.NullMarked;
