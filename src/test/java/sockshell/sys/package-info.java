/** Tests of the port's values. */
@NullMarked
package sockshell.sys;

import org.jspecify.annotations.NullMarked;
