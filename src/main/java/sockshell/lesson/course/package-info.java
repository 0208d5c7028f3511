/** The course of a lesson, free of input and output, and what is kept of it. */
@NullMarked
package sockshell.lesson.course;

import org.jspecify.annotations.NullMarked;
