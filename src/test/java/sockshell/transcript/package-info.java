/** The lines of transcripts and scripts, by tables. */
@NullMarked
package sockshell.transcript;

import org.jspecify.annotations.NullMarked;
