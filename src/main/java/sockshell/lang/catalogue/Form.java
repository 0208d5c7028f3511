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
    private final Parameter[] parameters;
    private final Function<Invocation, Outcome> body;
    private final Value[] fallbacks;
    private final int needed;
    private final int addressAt;
    private final boolean repeats;

    /** What is left out stands at the end; all that the arguments are asked often is known here. */
    public Form(List<Parameter> parameters, Function<Invocation, Outcome> body) {
        this.parameters = parameters.toArray(Parameter[]::new);
        this.body = body;
        needed = (int) parameters.stream().filter(Parameter::isNeeded).count();
        fallbacks =
                parameters.stream().flatMap(each -> each.missing().stream()).toArray(Value[]::new);
        addressAt = parameters.stream().map(Parameter::kind).toList().indexOf(Kind.ADDRESS);
        repeats = !parameters.isEmpty() && parameters.getLast().repeats();
    }

    public List<Parameter> parameters() {
        return List.of(parameters);
    }

    public Function<Invocation, Outcome> body() {
        return body;
    }

    public int size() {
        return parameters.length;
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
        return parameters[Math.min(argument, parameters.length - 1)];
    }

    /** Whether an argument says how long the data in front of it are. */
    boolean isLength(int argument) {
        return argument > 0
                && parameter(argument).kind() == Kind.SIZE
                && parameter(argument - 1).kind() == Kind.DATA;
    }

    /**
     * The arguments in the order of the parameters, one for each and more where the last repeats:
     * host and port have become one, and what was left out is there. Empty where one doesn't fit.
     */
    public Optional<Value[]> arrange(Value... given) {
        if (fits(given)) {
            return Optional.of(completed(given));
        }
        return joined(given).filter(this::fits).map(this::completed);
    }

    private boolean fits(Value... values) {
        if (values.length > parameters.length && !repeats) {
            return false;
        }
        for (int i = 0; i < values.length; i++) {
            if (!parameter(i).takes(values[i])) {
                return false;
            }
        }
        return true;
    }

    private Value[] completed(Value... values) {
        int least = needed + fallbacks.length;
        if (values.length >= least) {
            return values;
        }
        Value[] all = Arrays.copyOf(values, least);
        for (int i = values.length; i < least; i++) {
            all[i] = fallbacks[i - needed];
        }
        return all;
    }

    /** The address and the argument behind it made into one: a port, or C's length. */
    private Optional<Value[]> joined(Value... given) {
        if (!joins(given.length)) {
            return Optional.empty();
        }
        List<Value> values = new ArrayList<>(List.of(given));
        Value second = values.remove(addressAt + 1);
        values.set(addressAt, new Value.Items(List.of(values.get(addressAt), second), true));
        return Optional.of(values.toArray(Value[]::new));
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
