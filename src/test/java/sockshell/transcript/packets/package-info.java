/** Packets of sessions, read again by tshark. */
@NullMarked
package sockshell.transcript.packets;

import org.jspecify.annotations.NullMarked;
