/** Facts about what is drawn of sessions that really ran. */
@NullMarked
package sockshell.transcript.drawing;

import org.jspecify.annotations.NullMarked;
