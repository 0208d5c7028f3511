package sockshell.lesson.check;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Who plays which part: a lesson's sockets and variables in the learner's session. */
public record Binding(Map<Role, Thing> sockets, Map<Role, String> variables) {
    public static final Binding NONE = new Binding(Map.of(), Map.of());

    public Binding {
        sockets = Map.copyOf(sockets);
        variables = Map.copyOf(variables);
    }

    public Optional<Thing> socket(Role role) {
        return Optional.ofNullable(sockets.get(role));
    }

    public Optional<String> variable(Role role) {
        return Optional.ofNullable(variables.get(role));
    }

    boolean isTaken(Thing thing) {
        return sockets.containsValue(thing);
    }

    boolean isTaken(String process, String variable) {
        return variables.entrySet().stream()
                .anyMatch(each ->
                        each.getKey().process().equals(process)
                                && each.getValue().equals(variable));
    }

    /** Whether it has a part, and not this one. */
    boolean isOfAnother(Role role, Thing thing) {
        return sockets.entrySet().stream()
                .anyMatch(each -> each.getValue().equals(thing) && !each.getKey().equals(role));
    }

    /** Whether somebody here has what was another's before. */
    boolean robs(Binding before) {
        return sockets.entrySet().stream()
                .anyMatch(each -> before.isOfAnother(each.getKey(), each.getValue()));
    }

    Binding with(Role role, Thing thing) {
        Map<Role, Thing> more = new HashMap<>(sockets);
        more.put(role, thing);
        return new Binding(more, variables);
    }

    Binding with(Role role, String variable) {
        Map<Role, String> more = new HashMap<>(variables);
        more.put(role, variable);
        return new Binding(sockets, more);
    }

    /** This one, and for those that it does not have the other. */
    Binding over(Binding other) {
        Map<Role, Thing> things = new HashMap<>(other.sockets);
        things.putAll(sockets);
        Map<Role, String> names = new HashMap<>(other.variables);
        names.putAll(variables);
        return new Binding(things, names);
    }
}
