/** Programs as text: a writer for each language, and what they share. */
@NullMarked
package sockshell.transcript.program.text;

import org.jspecify.annotations.NullMarked;
