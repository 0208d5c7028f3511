/** Writes a session down while it happens, so that it can be run again. */
@NullMarked
package sockshell.transcript.record;

import org.jspecify.annotations.NullMarked;
