/**
 * What a line means: scanner, parser, tree with spans, values, and the catalogue that describes
 * every call once. Pure: no clock, no input, no output.
 */
@NullMarked
package sockshell.lang;

import org.jspecify.annotations.NullMarked;
