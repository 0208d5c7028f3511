/** What is wrong before anything runs, by tables. */
@NullMarked
package sockshell.lang.check;

import org.jspecify.annotations.NullMarked;
