/** Ladders of real sessions. */
@NullMarked
package sockshell.render.ladder;

import org.jspecify.annotations.NullMarked;
