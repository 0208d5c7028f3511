package sockshell.repl.typing;

/**
 * One way to complete what is typed: the text takes the place of the typed word, and the end comes
 * behind it, a bracket or a blank or nothing.
 */
public record Offer(String text, String end, String group, String description) {
    static final String CALLS = "calls";
    static final String CONSTANTS = "constants";
    static final String VARIABLES = "variables";
    static final String DESCRIPTORS = "descriptors";
    static final String ADDRESSES = "addresses";
    static final String PROCESSES = "processes";
    static final String COMMANDS = "commands";
    static final String WORDS = "words";
    static final String FILES = "files";

    static Offer plain(String text, String group, String description) {
        return new Offer(text, "", group, description);
    }

    /** All of it. */
    public String whole() {
        return text + end;
    }
}
