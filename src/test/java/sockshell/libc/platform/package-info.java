/** The tables, held against the systems' own headers. */
@NullMarked
package sockshell.libc.platform;

import org.jspecify.annotations.NullMarked;
