/** Pages to read: help, explanations, and what fits next. */
@NullMarked
package sockshell.render.page;

import org.jspecify.annotations.NullMarked;
