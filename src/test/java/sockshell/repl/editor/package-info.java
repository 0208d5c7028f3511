@NullMarked
package sockshell.repl.editor;

import org.jspecify.annotations.NullMarked;
