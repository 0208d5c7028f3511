package sockshell.lang.manual;

import java.util.List;
import java.util.Optional;

/** One thing that can be explained, with all its names; the first is the usual one. */
public record Term(
        Sort sort,
        List<String> names,
        String meaning,
        Reference reference,
        Optional<Remedy> remedy) {

    /** What it is. */
    public enum Sort {
        CONSTANT,
        ERRNO,
        STATE,
        WORD
    }

    /** Where to read on: the topic that it belongs to, and a man page or a section of an RFC. */
    public record Reference(String topic, String page) {}

    /** Of an errno: what usually causes it, and what to do; empty where nothing helps. */
    public record Remedy(String cause, String advice) {}

    public Term {
        names = List.copyOf(names);
    }

    public String name() {
        return names.getFirst();
    }
}
