/** Sessions, on a kernel that answers at once. */
@NullMarked
package sockshell.session;

import org.jspecify.annotations.NullMarked;
