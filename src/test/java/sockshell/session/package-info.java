@NullMarked
package sockshell.session;

import org.jspecify.annotations.NullMarked;
