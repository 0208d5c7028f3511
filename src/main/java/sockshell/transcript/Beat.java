package sockshell.transcript;

import sockshell.session.told.Moment;

/**
 * One step of a session that was run from a transcript: what the file says, and what happened then,
 * in their order. Who draws a session needs both: the words are the author's, the rest is measured.
 */
public sealed interface Beat {

    /** Prose of the file, without its sign. */
    record Said(String text) implements Beat {}

    /** A pause of the file, which the run did not keep. */
    record Paused(double seconds) implements Beat {}

    /** A statement as the file has it, its tags filled with the values of this run. */
    record Typed(int line, String process, String text) implements Beat {}

    /** Something that happened in the session. */
    record Happened(Moment moment) implements Beat {}
}
