package sockshell.session.told;

import java.time.Duration;
import java.util.List;
import sockshell.lang.Value;

/** What a process is doing at the moment, since when, and in which call if in one. */
public record Activity(
        String process, Doing doing, String call, List<Value> arguments, Duration lasting) {

    /** In a person's words. */
    public enum Doing {
        /** can be told something */
        READY,
        /** works */
        BUSY,
        /** sleeps in a call */
        BLOCKED,
        /** asks again and again for what is not there */
        ASKING
    }

    public Activity {
        arguments = List.copyOf(arguments);
    }
}
