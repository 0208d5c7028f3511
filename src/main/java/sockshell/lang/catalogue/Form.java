package sockshell.lang.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import sockshell.lang.Value;

/**
 * One way to write a call, and what makes it. C's and Python's ways of the same call differ in
 * their arguments; the first form whose arguments fit is the one that was meant.
 */
public record Form(List<Parameter> parameters, Function<Invocation, Outcome> body) {
    public Form {
        parameters = List.copyOf(parameters);
    }

    public int size() {
        return parameters.size();
    }

    /** Where the address stands, which may also be given as two arguments; -1 without one. */
    public int addressAt() {
        for (int i = 0; i < size(); i++) {
            if (parameters.get(i).kind() == Kind.ADDRESS) {
                return i;
            }
        }
        return -1;
    }

    /** Whether so many arguments can be given. */
    public boolean takes(int count) {
        long needed = parameters.stream().filter(Parameter::isNeeded).count();
        int most = size() + (addressAt() >= 0 ? 1 : 0);
        return count >= needed && (repeats() || count <= most);
    }

    private boolean repeats() {
        return !parameters.isEmpty() && parameters.getLast().repeats();
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
        Optional<List<Value>> asGiven =
                given.size() > size() && !repeats()
                        ? Optional.empty()
                        : Optional.of(given).filter(this::fits).map(this::completed);
        return asGiven.or(() -> joined(given).filter(this::fits).map(this::completed));
    }

    private boolean fits(List<Value> values) {
        for (int i = 0; i < values.size(); i++) {
            if (!parameter(i).takes(values.get(i))) {
                return false;
            }
        }
        return values.size() <= size() || repeats();
    }

    private List<Value> completed(List<Value> values) {
        if (values.size() >= size()) {
            return values;
        }
        List<Value> all = new ArrayList<>(values);
        for (Parameter missing : parameters.subList(values.size(), size())) {
            missing.missing().ifPresent(all::add);
        }
        return all;
    }

    /** The address and the argument behind it made into one: a port, or C's length. */
    private Optional<List<Value>> joined(List<Value> given) {
        if (!joins(given.size())) {
            return Optional.empty();
        }
        int address = addressAt();
        List<Value> values = new ArrayList<>(given);
        Value second = values.remove(address + 1);
        values.set(address, new Value.Items(List.of(values.get(address), second), true));
        return Optional.of(values);
    }

    /** Whether the address can have been given as two of so many arguments. */
    public boolean joins(int count) {
        return addressAt() >= 0 && addressAt() + 1 < count;
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
