/** Lessons: Markdown that is played, proved and judged on the real kernel. */
@NullMarked
package sockshell.lesson;

import org.jspecify.annotations.NullMarked;
