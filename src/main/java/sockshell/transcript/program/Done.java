package sockshell.transcript.program;

import sockshell.lang.catalogue.Outcome;
import sockshell.session.told.Statement;

/** A statement that a process made, and what it gave. */
public record Done(String process, Statement statement, Outcome outcome) {}
