/** Tests of what is shown. */
@NullMarked
package sockshell.render.page;

import org.jspecify.annotations.NullMarked;
