/** The contract of the port, and tests of its values. */
@NullMarked
package sockshell.sys;

import org.jspecify.annotations.NullMarked;
