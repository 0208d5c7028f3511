/** What a session tells of itself, as data: events, and what is so at a moment. */
@NullMarked
package sockshell.session.told;

import org.jspecify.annotations.NullMarked;
