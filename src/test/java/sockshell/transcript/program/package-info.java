/** Tests of the programs: they are compiled and run. */
@NullMarked
package sockshell.transcript.program;

import org.jspecify.annotations.NullMarked;
