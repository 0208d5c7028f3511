/** Tests of the pictures. */
@NullMarked
package sockshell.render.picture;

import org.jspecify.annotations.NullMarked;
