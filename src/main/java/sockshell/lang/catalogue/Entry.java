package sockshell.lang.catalogue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import sockshell.lang.catalogue.Call.Language;
import sockshell.lang.catalogue.Call.Waiting;

/** Puts a {@link Call} together, so that an entry of the catalogue reads from top to bottom. */
final class Entry {
    private final String name;
    private final Gives gives;
    private final List<Form> forms = new ArrayList<>();
    private final List<Call.Cause> causes = new ArrayList<>();
    private final Map<Language, String> shown = new EnumMap<>(Language.class);
    private String meaning = "";
    private String page = "";
    private Optional<Waiting> waiting = Optional.empty();

    private Entry(String name, Gives gives) {
        this.name = name;
        this.gives = gives;
    }

    static Entry call(String name, Gives gives) {
        return new Entry(name, gives);
    }

    Entry means(String line) {
        meaning = line;
        return this;
    }

    Entry page(String section) {
        page = section;
        return this;
    }

    /** It may block, and could go on when this says so: {@link Waits} has the usual ones. */
    Entry waits(Predicate<Invocation> canGoOn) {
        return waits(canGoOn, in -> Optional.empty());
    }

    /** The same for a call that is told how long to wait. */
    Entry waits(Predicate<Invocation> canGoOn, Function<Invocation, Optional<Duration>> end) {
        waiting = Optional.of(new Waiting(canGoOn, end));
        return this;
    }

    Entry fails(String errno, String when) {
        causes.add(new Call.Cause(errno, when));
        return this;
    }

    /**
     * Parameters as they are read: {@code "s:descriptor backlog:number=128 more:any*"}. A fallback
     * is a number or {@code None}.
     */
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

    /**
     * The call in C: {@code {s}} is what was given for s. Of text and addresses {@code {#data}} is
     * the length in bytes, and {@code {&address}} the pointer to the structure.
     */
    Entry c(String text) {
        shown.put(Language.C, text);
        return this;
    }

    Entry python(String text) {
        shown.put(Language.PYTHON, text);
        return this;
    }

    /** In Java the variable of a descriptor is a channel, or whatever else stands for it. */
    Entry java(String text) {
        shown.put(Language.JAVA, text);
        return this;
    }

    Call done() {
        return new Call(name, new Call.Help(meaning, page, causes), forms, gives, waiting, shown);
    }
}
