/** What the shell says after a statement: pure data in, styled lines out. */
@NullMarked
package sockshell.render.feedback;

import org.jspecify.annotations.NullMarked;
