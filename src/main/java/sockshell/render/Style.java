package sockshell.render;

/** What a piece of text is, for whoever knows colours: the meaning is in the words without them. */
public enum Style {
    PLAIN,
    /** heads of tables and pages */
    TITLE,
    /** a process, a call, a variable */
    NAME,
    /** an address, a number, a state: what was measured */
    VALUE,
    /** bytes that travel */
    DATA,
    /** an errno, and what went wrong */
    FAILURE,
    /** what to type next */
    ADVICE,
    /** lines of boxes, and what matters less */
    FAINT
}
