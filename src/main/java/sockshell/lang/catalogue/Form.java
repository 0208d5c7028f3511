package sockshell.lang.catalogue;

import java.util.List;
import java.util.function.Function;

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
        boolean open = parameters.stream().anyMatch(Parameter::repeats);
        int most = size() + (addressAt() >= 0 ? 1 : 0);
        return count >= needed && (open || count <= most);
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
