/** What every entry of the catalogue must have. */
@NullMarked
package sockshell.lang.catalogue;

import org.jspecify.annotations.NullMarked;
