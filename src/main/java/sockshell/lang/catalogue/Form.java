package sockshell.lang.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import sockshell.lang.Value;

/**
 * One way to write a call, and what makes it. C's and Python's ways of the same call differ in
 * their arguments; the first form whose arguments fit is the one that was meant.
 */
public final class Form {
    private final List<Parameter> parameters;
    private final Function<Invocation, Outcome> body;
    private final List<Value> fallbacks;
    private final int needed;
    private final int addressAt;
    private final boolean repeats;

    /** What is left out stands at the end; all that the arguments are asked often is known here. */
    public Form(List<Parameter> parameters, Function<Invocation, Outcome> body) {
        this.parameters = List.copyOf(parameters);
        this.body = body;
        needed = (int) parameters.stream().filter(Parameter::isNeeded).count();
        fallbacks = parameters.stream().flatMap(each -> each.missing().stream()).toList();
        addressAt = parameters.stream().map(Parameter::kind).toList().indexOf(Kind.ADDRESS);
        repeats = !parameters.isEmpty() && parameters.getLast().repeats();
    }

    public List<Parameter> parameters() {
        return parameters;
    }

    public Function<Invocation, Outcome> body() {
        return body;
    }

    public int size() {
        return parameters.size();
    }

    /** Where the address stands, which may also be given as two arguments; -1 without one. */
    public int addressAt() {
        return addressAt;
    }

    /** Whether so many arguments can be given. */
    public boolean takes(int count) {
        int most = size() + (addressAt >= 0 ? 1 : 0);
        return count >= needed && (repeats || count <= most);
    }

    /** The parameter that the argument of this place is for. */
    public Parameter parameter(int argument) {
        return parameters.get(Math.min(argument, size() - 1));
    }

    /**
     * The arguments in the order of the parameters, one for each and more where the last repeats:
     * host and port have become one, and what was left out is there. Empty where one doesn't fit.
     */
    public Optional<List<Value>> arrange(List<Value> given) {
        if (fits(given)) {
            return Optional.of(completed(given));
        }
        return joined(given).filter(this::fits).map(this::completed);
    }

    private boolean fits(List<Value> values) {
        if (values.size() > size() && !repeats) {
            return false;
        }
        for (int i = 0; i < values.size(); i++) {
            if (!parameter(i).takes(values.get(i))) {
                return false;
            }
        }
        return true;
    }

    private List<Value> completed(List<Value> values) {
        if (values.size() >= needed + fallbacks.size()) {
            return values;
        }
        Value[] all = values.toArray(new Value[needed + fallbacks.size()]);
        for (int i = values.size(); i < all.length; i++) {
            all[i] = fallbacks.get(i - needed);
        }
        return Arrays.asList(all);
    }

    /** The address and the argument behind it made into one: a port, or C's length. */
    private Optional<List<Value>> joined(List<Value> given) {
        if (!joins(given.size())) {
            return Optional.empty();
        }
        List<Value> values = new ArrayList<>(given);
        Value second = values.remove(addressAt + 1);
        values.set(addressAt, new Value.Items(List.of(values.get(addressAt), second), true));
        return Optional.of(values);
    }

    /** Whether the address can have been given as two of so many arguments. */
    public boolean joins(int count) {
        return addressAt >= 0 && addressAt + 1 < count;
    }

    /** {@code (s, data, flags = 0)} */
    public String signature() {
        StringBuilder text = new StringBuilder("(");
        for (Parameter parameter : parameters) {
            text.append(text.length() > 1 ? ", " : "").append(parameter.name());
            parameter.fallback().ifPresent(value -> text.append(" = ").append(value));
            text.append(parameter.repeats() ? " ..." : "");
        }
        return text.append(')').toString();
    }
}
