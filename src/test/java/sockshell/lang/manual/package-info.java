/** Tests of what is shown. */
@NullMarked
package sockshell.lang.manual;

import org.jspecify.annotations.NullMarked;
