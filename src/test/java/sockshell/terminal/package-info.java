/** The whole program in a real terminal: typed key by key, and read from the screen. */
@NullMarked
package sockshell.terminal;

import org.jspecify.annotations.NullMarked;
