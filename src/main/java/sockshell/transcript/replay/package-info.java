/**
 * Runs a transcript again and compares. The stage is the kernel with what a replay adds to it: it
 * waits for what the recording has received, keeps a stranger's transcript at home, and has a
 * folder of its own.
 */
@NullMarked
package sockshell.transcript.replay;

import org.jspecify.annotations.NullMarked;
