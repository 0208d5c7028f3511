package sockshell.transcript.program.step;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import sockshell.lang.Operators;
import sockshell.lang.Value;
import sockshell.sys.Bytes;
import sockshell.sys.SockAddr;
import sockshell.transcript.program.Held;

/** What the lines use and do not set: it is set first, to what it held. */
final class Inheritance implements Terms.Before {
    private final String process;
    private final Held held;
    private final Names names;
    private final Scope scope;
    private final List<Step> steps = new ArrayList<>();

    Inheritance(String process, Held held, Names names, Scope scope) {
        this.process = process;
        this.held = held;
        this.names = names;
        this.scope = scope;
    }

    List<Step> steps() {
        return steps;
    }

    @Override
    public Term value(String name) {
        Term value =
                held.value(process, name)
                        .map(Inheritance::term)
                        .orElseGet(() -> new Term.Whole(-1));
        boolean isAddress =
                held.value(process, name).filter(Value.Address.class::isInstance).isPresent();
        Type type = isAddress ? Type.ADDRESS : type(name, value);
        Variable variable = scope.set(name, type);
        steps.add(new Step.Inherit(variable, value));
        return new Term.Use(variable);
    }

    private Type type(String name, Term value) {
        return value.type() == Type.NUMBER && names.descriptors().contains(name)
                ? Type.SOCKET
                : value.type();
    }

    private static Term term(Value value) {
        return switch (value) {
            case Value.Whole(long number) -> new Term.Whole(number);
            case Value.Fraction(double number) -> new Term.Fraction(number);
            case Value.Text(Bytes bytes) -> new Term.Text(bytes);
            case Value.Truth truth -> new Term.Truth(truth == Value.Truth.TRUE);
            case Value.Nothing _ -> new Term.None();
            case Value.Address(SockAddr address) -> address(address);
            case Value.Items(List<Value> members, boolean tuple) ->
                    new Term.Items(members.stream().map(Inheritance::term).toList(), tuple);
            case Value.Structure _ -> new Term.None();
        };
    }

    private static Term address(SockAddr address) {
        List<Value> pair = Operators.pair(address);
        return pair.isEmpty()
                ? Term.Text.of(address.toString())
                : new Term.Items(
                        Stream.of(pair.get(0), pair.get(1)).map(Inheritance::term).toList(), true);
    }
}
