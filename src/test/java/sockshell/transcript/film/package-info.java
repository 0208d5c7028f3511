/** Recordings as films. */
@NullMarked
package sockshell.transcript.film;

import org.jspecify.annotations.NullMarked;
