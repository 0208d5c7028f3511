@NullMarked
package sockshell.transcript.record;

import org.jspecify.annotations.NullMarked;
