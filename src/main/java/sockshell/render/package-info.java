/** Values, errors, sockets, queues, bytes and ladders as text; no input, no output. */
@NullMarked
package sockshell.render;

import org.jspecify.annotations.NullMarked;
