/** What any kernel behind the port must do, as facts. */
@NullMarked
package sockshell.contract;

import org.jspecify.annotations.NullMarked;
