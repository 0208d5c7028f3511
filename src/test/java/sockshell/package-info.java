/** The house's own rules, and tests of the whole. */
@NullMarked
package sockshell;

import org.jspecify.annotations.NullMarked;
