package sockshell.repl.desk;

import java.util.Optional;
import sockshell.render.feedback.Level;

/** What the person chose, for this session. */
public final class Settings {
    private Level feedback = Level.NORMAL;
    private String prompt = "%p> ";
    private Optional<String> editor = Optional.empty();
    private Optional<String> start = Optional.empty();
    private String keys = "emacs";
    private String colour = "auto";

    public Level feedback() {
        return feedback;
    }

    public void feedback(Level chosen) {
        feedback = chosen;
    }

    /** {@code %p} stands for the process. */
    public String prompt() {
        return prompt;
    }

    public void prompt(String chosen) {
        prompt = chosen;
    }

    public Optional<String> editor() {
        return editor;
    }

    public void editor(Optional<String> chosen) {
        editor = chosen;
    }

    /** What /edit runs: the person's choice, or what the system knows to be it. */
    public String editorCommand() {
        return editor.or(() -> Optional.ofNullable(System.getenv("VISUAL")))
                .or(() -> Optional.ofNullable(System.getenv("EDITOR")))
                .filter(command -> !command.isBlank())
                .orElse("vi");
    }

    /** A file of lines that every session begins with. */
    public Optional<String> start() {
        return start;
    }

    public void start(Optional<String> chosen) {
        start = chosen;
    }

    public String keys() {
        return keys;
    }

    public void keys(String chosen) {
        keys = chosen;
    }

    /** auto, on or off. */
    public String colour() {
        return colour;
    }

    public void colour(String chosen) {
        colour = chosen;
    }
}
