package sockshell.lang.catalogue;

import java.util.List;
import java.util.Optional;

/**
 * One call of the language. The meaning is one line; the page is where to read on; a cause says
 * when an errno comes, in the words of someone who has met it.
 */
public record Call(
        String name,
        String meaning,
        String page,
        List<Form> forms,
        List<Cause> causes,
        Wait waits) {

    /** An errno that is worth knowing. */
    public record Cause(String errno, String when) {}

    /** What a blocking call waits for: its argument of this number to become ready so. */
    public enum Wait {
        /** it answers at once */
        NEVER,
        /** POLLIN on its first argument */
        READ,
        /** POLLOUT on its first argument */
        WRITE,
        /** one of those that it was asked about, or the time */
        OTHER
    }

    public Call {
        forms = List.copyOf(forms);
        causes = List.copyOf(causes);
    }

    /** The first form that can take so many arguments. */
    public Optional<Form> form(int count) {
        return forms.stream().filter(form -> form.takes(count)).findFirst();
    }
}
