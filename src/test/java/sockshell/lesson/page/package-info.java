/** Tests of the lessons on a terminal. */
@NullMarked
package sockshell.lesson.page;

import org.jspecify.annotations.NullMarked;
