/**
 * Processes, their descriptors and threads, blocking and waking, fork; emits an event for each
 * call.
 */
@NullMarked
package sockshell.session;

import org.jspecify.annotations.NullMarked;
