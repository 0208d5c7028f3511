/** Tests of what is shown. */
@NullMarked
package sockshell.render;

import org.jspecify.annotations.NullMarked;
