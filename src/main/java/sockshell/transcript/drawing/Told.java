package sockshell.transcript.drawing;

/** A sentence about a step. */
record Told(Kind kind, String text) {

    /** Whose words it is. */
    enum Kind {
        /** the author's */
        PROSE,
        /** what the call is for */
        MEANING,
        /** what happened */
        DID,
        /** why a call failed */
        WHY
    }
}
