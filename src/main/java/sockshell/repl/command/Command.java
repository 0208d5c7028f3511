package sockshell.repl.command;

import sockshell.repl.typing.Command.Argument;

/** Something that the shell itself does, and how it is written. */
public record Command(Group group, sockshell.repl.typing.Command words, Action action) {

    /** Where it stands in the help. */
    public enum Group {
        SEEING("Seeing inside"),
        TYPED("What was typed"),
        RECORDED("Recordings"),
        LESSONS("Lessons"),
        SHELL("The shell");

        private final String title;

        Group(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    /** Is given what was typed behind the name. */
    @FunctionalInterface
    public interface Action {
        void run(String argument);
    }

    static Command of(Group group, String usage, String meaning, Argument offers, Action action) {
        int blank = (usage + " ").indexOf(' ');
        String name = "/" + usage.substring(0, blank);
        String arguments = usage.substring(blank).strip();
        return new Command(
                group, new sockshell.repl.typing.Command(name, arguments, meaning, offers), action);
    }

    /** Without the slash. */
    String name() {
        return words.name().substring(1);
    }

    String arguments() {
        return words.arguments();
    }

    String meaning() {
        return words.meaning();
    }
}
