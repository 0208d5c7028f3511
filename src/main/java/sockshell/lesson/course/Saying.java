package sockshell.lesson.course;

/** A line that somebody tells a process. */
public record Saying(String process, String text) {
    @Override
    public String toString() {
        return process + "> " + text.replace("\n", "\n" + process + "| ");
    }
}
