/** The packets of a session as a file: captured where that is permitted, or made from its calls. */
@NullMarked
package sockshell.transcript.packets;

import org.jspecify.annotations.NullMarked;
