/** What was typed as programs in other languages, to be compiled and run. */
@NullMarked
package sockshell.transcript.program;

import org.jspecify.annotations.NullMarked;
