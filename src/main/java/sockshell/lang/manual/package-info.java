/** What a person can read up: terms and calls, from the files that are shipped with the program. */
@NullMarked
package sockshell.lang.manual;

import org.jspecify.annotations.NullMarked;
