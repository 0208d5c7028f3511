/** Tests of what is shown. */
@NullMarked
package sockshell.render.feedback;

import org.jspecify.annotations.NullMarked;
