/** What can be known to be wrong before anything runs, from the tree and the catalogue alone. */
@NullMarked
package sockshell.lang.check;

import org.jspecify.annotations.NullMarked;
