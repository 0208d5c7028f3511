/** How fast the port is beside C and Python doing the same: {@code mvn -q -Pbench test}. */
@NullMarked
package sockshell.bench;

import org.jspecify.annotations.NullMarked;
