@NullMarked
package sockshell.transcript.replay;

import org.jspecify.annotations.NullMarked;
