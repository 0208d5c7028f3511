package sockshell.render.page;

/** A failure that this session has had: the errno, the statement, and what was said about it. */
public record Seen(String errno, String statement, String remark) {}
