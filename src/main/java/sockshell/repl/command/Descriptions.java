package sockshell.repl.command;

import sockshell.session.told.Survey.Held;
import sockshell.sys.Inspection.View;

/** What a descriptor is, in a few words. */
final class Descriptions {
    private Descriptions() {}

    static String of(Held held) {
        return held.view().map(Descriptions::of).orElse("a descriptor that is no socket");
    }

    private static String of(View view) {
        return "a socket: "
                + view.state()
                + " "
                + view.ends().local()
                + view.ends().remote().map(remote -> " to " + remote).orElse("");
    }
}
