/** A session as a sequence diagram: what it holds, and how it is drawn with characters. */
@NullMarked
package sockshell.render.ladder;

import org.jspecify.annotations.NullMarked;
