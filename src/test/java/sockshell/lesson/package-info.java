/** Tests of the lessons. */
@NullMarked
package sockshell.lesson;

import org.jspecify.annotations.NullMarked;
