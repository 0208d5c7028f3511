/**
 * The real kernel: one handle and one method for each libc call, struct layouts, inspection; alone
 * in using {@code java.lang.foreign}.
 */
@NullMarked
package sockshell.libc;

import org.jspecify.annotations.NullMarked;
