/** The language, by tables: what is typed beside what it means. */
@NullMarked
package sockshell.lang;

import org.jspecify.annotations.NullMarked;
