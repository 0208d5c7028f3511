/** What the line editor asks for, from what {@code typing} knows; alone in using JLine. */
@NullMarked
package sockshell.repl.editor;

import org.jspecify.annotations.NullMarked;
