package sockshell.repl;

import java.util.Optional;
import sockshell.render.feedback.Level;

/** What the person chose, for this session. */
final class Settings {
    private Level feedback = Level.NORMAL;
    private String prompt = "%p> ";
    private Optional<String> editor = Optional.empty();
    private Optional<String> start = Optional.empty();
    private String keys = "emacs";
    private String colour = "auto";

    Level feedback() {
        return feedback;
    }

    void feedback(Level chosen) {
        feedback = chosen;
    }

    /** {@code %p} stands for the process. */
    String prompt() {
        return prompt;
    }

    void prompt(String chosen) {
        prompt = chosen;
    }

    Optional<String> editor() {
        return editor;
    }

    void editor(Optional<String> chosen) {
        editor = chosen;
    }

    /** What /edit runs: the person's choice, or what the system knows to be it. */
    String editorCommand() {
        return editor.or(() -> Optional.ofNullable(System.getenv("VISUAL")))
                .or(() -> Optional.ofNullable(System.getenv("EDITOR")))
                .filter(command -> !command.isBlank())
                .orElse("vi");
    }

    /** A file of lines that every session begins with. */
    Optional<String> start() {
        return start;
    }

    void start(Optional<String> chosen) {
        start = chosen;
    }

    String keys() {
        return keys;
    }

    void keys(String chosen) {
        keys = chosen;
    }

    /** auto, on or off. */
    String colour() {
        return colour;
    }

    void colour(String chosen) {
        colour = chosen;
    }
}
