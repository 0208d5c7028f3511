/**
 * What differs between operating systems: every constant and every structure, in one file for each
 * system.
 */
@NullMarked
package sockshell.libc.platform;

import org.jspecify.annotations.NullMarked;
