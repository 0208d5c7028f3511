@NullMarked
package sockshell.cli;

import org.jspecify.annotations.NullMarked;
