/**
 * Every call once: its parameters, its meaning, its man page, and what makes it. Whoever knows
 * calls (checks, help, completion, transcripts, exports) reads them here.
 */
@NullMarked
package sockshell.lang.catalogue;

import org.jspecify.annotations.NullMarked;
