/** What a program does, step by step, before it is written in any language. */
@NullMarked
package sockshell.transcript.program.step;

import org.jspecify.annotations.NullMarked;
