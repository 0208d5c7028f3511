/** A lesson's file as steps, with all that is wrong in it. */
@NullMarked
package sockshell.lesson.reading;

import org.jspecify.annotations.NullMarked;
