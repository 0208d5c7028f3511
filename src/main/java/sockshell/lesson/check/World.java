package sockshell.lesson.check;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import sockshell.lang.Operators;
import sockshell.lang.Value;
import sockshell.session.Session;
import sockshell.session.told.Survey;
import sockshell.sys.Constants;
import sockshell.sys.Inspection.View;

/** A session as it is at one moment, while nobody runs. */
public record World(Session session, Survey survey, Journal journal, Constants constants) {

    static World of(Session session, Journal journal, Constants constants) {
        return new World(session, session.surveyOfHeld(), journal, constants);
    }

    /** What the kernel shows of a descriptor, where it is open and a socket. */
    public Optional<View> view(Thing thing) {
        return journal.isOpen(thing)
                ? survey.find(thing.process(), thing.descriptor()).flatMap(Survey.Held::view)
                : Optional.empty();
    }

    public Map<String, Value> variables(String process) {
        return session.variables(process);
    }

    /**
     * The variable that has a descriptor now: best of all the one that it was made for; and only
     * that one where it is closed, as its number may be another's.
     */
    Optional<String> variable(Thing thing) {
        return variables(thing.process()).entrySet().stream()
                .filter(each -> !each.getKey().startsWith("$"))
                .filter(each -> isOpen(thing) || isMadeFor(thing, each.getKey()))
                .filter(each ->
                        Operators.whole(each.getValue())
                                .filter(number -> number == thing.descriptor())
                                .isPresent())
                .map(Map.Entry::getKey)
                .min(
                        Comparator.comparing((String name) -> !isMadeFor(thing, name))
                                .thenComparing(Comparator.naturalOrder()));
    }

    /** What was made later for the same variable, unless it has a part of its own. */
    Optional<Thing> heir(Role role, Binding binding) {
        return binding.socket(role)
                .flatMap(journal::successor)
                .filter(next -> !binding.isOfAnother(role, next));
    }

    /** What the learner calls who has a part now, or what he has made anew for it. */
    public Optional<String> called(Role role, Binding binding) {
        return binding.socket(role)
                .flatMap(this::variable)
                .or(() -> heir(role, binding).flatMap(this::variable));
    }

    private boolean isMadeFor(Thing thing, String variable) {
        Role role = new Role(thing.process(), variable);
        return journal.named(role).filter(thing::equals).isPresent();
    }

    public boolean isOpen(Thing thing) {
        return journal.isOpen(thing);
    }

    /** The descriptor that a variable holds. */
    public Optional<Thing> thing(String process, String variable) {
        return Optional.ofNullable(variables(process).get(variable))
                .flatMap(value -> journal.thing(process, value));
    }

    /** What the learner calls it: {@code srv.listener}. */
    String name(Thing thing) {
        return variable(thing)
                .map(name -> new Role(thing.process(), name).toString())
                .orElseGet(() -> thing.process() + "'s fd " + thing.descriptor());
    }
}
