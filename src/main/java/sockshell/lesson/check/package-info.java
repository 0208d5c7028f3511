/** Whether a step is done, seen in the kernel's real state and in the calls that were made. */
@NullMarked
package sockshell.lesson.check;

import org.jspecify.annotations.NullMarked;
