package sockshell.lang.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Puts a {@link Call} together, so that an entry of the catalogue reads from top to bottom. */
final class Entry {
    private final String name;
    private final List<Form> forms = new ArrayList<>();
    private final List<Call.Cause> causes = new ArrayList<>();
    private String meaning = "";
    private String page = "";
    private Call.Wait wait = Call.Wait.NEVER;

    private Entry(String name) {
        this.name = name;
    }

    static Entry call(String name) {
        return new Entry(name);
    }

    Entry means(String line) {
        meaning = line;
        return this;
    }

    Entry page(String section) {
        page = section;
        return this;
    }

    Entry waits(Call.Wait kind) {
        wait = kind;
        return this;
    }

    Entry fails(String errno, String when) {
        causes.add(new Call.Cause(errno, when));
        return this;
    }

    /** Parameters as they are read: {@code "s:descriptor backlog:number=128 more:any*"}. */
    Entry form(String parameters, Function<Invocation, Outcome> body) {
        List<Parameter> list = new ArrayList<>();
        for (String word : parameters.isEmpty() ? new String[0] : parameters.split(" ", -1)) {
            list.add(parameter(word));
        }
        forms.add(new Form(list, body));
        return this;
    }

    private static Parameter parameter(String word) {
        int colon = word.indexOf(':');
        String name = word.substring(0, colon);
        String rest = word.substring(colon + 1);
        int equals = rest.indexOf('=');
        if (equals >= 0) {
            return Parameter.of(name, kind(rest.substring(0, equals)), rest.substring(equals + 1));
        }
        return rest.endsWith("*")
                ? Parameter.many(name, kind(rest.substring(0, rest.length() - 1)))
                : Parameter.of(name, kind(rest));
    }

    private static Kind kind(String name) {
        return Kind.valueOf(name.toUpperCase(Locale.ROOT));
    }

    Call done() {
        return new Call(name, meaning, page, forms, causes, wait);
    }
}
