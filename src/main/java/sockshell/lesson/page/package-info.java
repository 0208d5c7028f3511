/** Lessons as styled text for a terminal. */
@NullMarked
package sockshell.lesson.page;

import org.jspecify.annotations.NullMarked;
