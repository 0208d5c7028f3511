package sockshell.repl;

import java.util.Optional;

/** All that begins with a slash. */
final class Commands {
    private final Desk desk;

    Commands(Desk desk) {
        this.desk = desk;
    }

    Optional<Integer> run(String text) {
        if (text.startsWith("/exit")) {
            return Optional.of(0);
        }
        desk.say("|  no such command: " + text);
        return Optional.empty();
    }
}
