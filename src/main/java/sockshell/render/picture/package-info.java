/** Pictures of what was measured: sockets, queues, buffers, bytes. From data to lines, no more. */
@NullMarked
package sockshell.render.picture;

import org.jspecify.annotations.NullMarked;
