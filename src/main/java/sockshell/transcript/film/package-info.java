/** A recording as it was typed: pieces of text in time, played on a terminal or as a file. */
@NullMarked
package sockshell.transcript.film;

import org.jspecify.annotations.NullMarked;
