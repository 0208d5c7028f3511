package sockshell.session.told;

import sockshell.lang.Stmt;

/** A statement that a process was told: its number in the session, and how it was written. */
public record Statement(int id, String text, Stmt tree) {}
