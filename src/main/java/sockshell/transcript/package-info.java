/** Sessions as data: what the lines of a transcript or a script are. */
@NullMarked
package sockshell.transcript;

import org.jspecify.annotations.NullMarked;
