/** A session in the formats that other programs open. */
@NullMarked
package sockshell.transcript.export;

import org.jspecify.annotations.NullMarked;
