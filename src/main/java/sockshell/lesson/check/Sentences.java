package sockshell.lesson.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sockshell.lang.Operators;
import sockshell.lang.Value;
import sockshell.lang.catalogue.Outcome;
import sockshell.lesson.check.Condition.Side;
import sockshell.lesson.check.Demand.Acts;
import sockshell.lesson.check.Journal.Done;
import sockshell.render.ResultText;
import sockshell.sys.Constants.Kind;
import sockshell.sys.Inspection.View;

/** Says what is not yet so, in the learner's own names. */
final class Sentences {
    private final World world;
    private final Likeness likeness;
    private final Past past;
    private final Binding binding;
    private final boolean isToFindOut;
    private final ResultText results;

    /** Whoever is to find out what happens is told what is, and not what is to come. */
    Sentences(World world, Likeness likeness, Past past, boolean isToFindOut) {
        this.world = world;
        this.likeness = likeness;
        this.past = past;
        binding = past.binding();
        this.isToFindOut = isToFindOut;
        results = ResultText.brief(world.constants());
    }

    String of(Demand demand) {
        return switch (demand) {
            case Demand.Holds(Condition condition) -> of(condition);
            case Acts acts -> of(acts);
            case Demand.Sleeps(String process, String call) ->
                    process + " is not blocked in " + call + ".";
        };
    }

    private String of(Condition condition) {
        Term term = condition.left();
        Optional<Role> nobody =
                condition.sockets().filter(role -> binding.socket(role).isEmpty()).findFirst();
        if (nobody.isPresent()) {
            return nobody.get().process() + " has no socket for this yet.";
        }
        Optional<Value> now = new Facts(world, binding).of(term);
        Optional<Thing> thing = term.socket().flatMap(binding::socket);
        if (thing.isPresent() && !world.journal().isOpen(thing.get()) && now.isEmpty()) {
            return world.name(thing.get()) + " is closed.";
        }
        if (term.fact() == Fact.STATE
                && condition.right() instanceof Side.Fixed
                && thing.flatMap(world::view).isPresent()) {
            return state(thing.get(), world.view(thing.get()).get(), condition);
        }
        if (term.fact() == Fact.OPEN && thing.isPresent()) {
            boolean isOpen = world.journal().isOpen(thing.get());
            return world.name(thing.get()) + (isOpen ? " is still open." : " is closed.");
        }
        return now.isPresent() && isOfBefore(term, thing)
                ? absent(term).replaceFirst("yet\\.$", "in this step yet.")
                : compared(condition, now);
    }

    private String state(Thing thing, View view, Condition condition) {
        String wanted = word(condition.right());
        boolean isQuiet = isToFindOut || condition.sign().equals("!=");
        return "%s is %s%s."
                .formatted(
                        world.name(thing),
                        now(thing, view),
                        isQuiet ? "" : ", but " + notYet(wanted));
    }

    /** What a call of an earlier step gave says nothing about this one. */
    private boolean isOfBefore(Term term, Optional<Thing> thing) {
        if (term.fact() != Fact.FAILED && term.fact() != Fact.RETURNED) {
            return false;
        }
        String call = term.arguments().getLast();
        String process = thing.map(Thing::process).orElse(term.arguments().getFirst());
        return world.journal().since(past.since()).stream()
                .filter(done -> thing.map(done::isOn).orElse(true))
                .noneMatch(done -> done.process().equals(process) && done.call().equals(call));
    }

    private static String word(Side side) {
        return side instanceof Side.Fixed(Value.Text(var bytes)) ? bytes.text() : "";
    }

    private String now(Thing thing, View view) {
        return switch (view.state()) {
            case CLOSE, UNCONNECTED -> isBound(thing) ? "bound to " + view.ends().local() : "new";
            case LISTEN -> "listening";
            case ESTABLISHED, CONNECTED ->
                    "connected" + view.ends().remote().map(peer -> " to " + peer).orElse("");
            default -> "in " + view.state();
        };
    }

    /** A connect that failed leaves a port to be seen, to which the socket is not bound. */
    private boolean isBound(Thing thing) {
        return world.journal().calls().stream()
                .filter(call -> call.isOn(thing) && call.call().equals("bind"))
                .anyMatch(call -> !(call.outcome() instanceof Outcome.Failed));
    }

    private static String notYet(String wanted) {
        return switch (wanted) {
            case "LISTEN" -> "not listening yet";
            case "ESTABLISHED", "CONNECTED" -> "not connected yet";
            default -> "not in " + wanted + " yet";
        };
    }

    private String compared(Condition condition, Optional<Value> now) {
        Term term = condition.left();
        return switch (term.fact()) {
            case BLOCKED -> sleeping(condition);
            case CALLED -> called(condition, now);
            case VALUE -> nobodyHas(condition);
            case FAILED -> now.map(each -> went(condition, each)).orElseGet(() -> absent(term));
            default -> now.map(value -> compared(condition, value)).orElseGet(() -> absent(term));
        };
    }

    private String compared(Condition condition, Value now) {
        Term term = condition.left();
        boolean isEmpty = now.equals(Value.Text.of(""));
        if (term.fact().isStream() && isEmpty) {
            String verb = term.fact() == Fact.SENT ? " has sent" : " has received";
            return named(term).getFirst() + verb + " nothing yet.";
        }
        String is = capital(noun(term)) + " is " + shown(term, now);
        return isToFindOut && term.fact().isOutcome()
                ? is + " so far."
                : is + "; it should be " + wanted(condition) + ".";
    }

    private String sleeping(Condition condition) {
        String process = condition.left().arguments().getFirst();
        String wanted = word(condition.right());
        return world.session().blocked().stream()
                .filter(each -> each.process().equals(process))
                .map(each -> process + " still sleeps in " + each.call() + ".")
                .findFirst()
                .orElse(
                        isToFindOut
                                ? process + " has not come to the end of it yet."
                                : process + " does not sleep in " + wanted + " yet.");
    }

    private String called(Condition condition, Optional<Value> now) {
        List<String> names = condition.left().arguments();
        String head = names.getFirst() + " has ";
        long times = now.flatMap(Operators::whole).orElse(0L);
        return times == 0
                ? head + "not called " + names.getLast() + " yet."
                : head
                        + "called %s %s; it should be %s."
                                .formatted(
                                        names.getLast(),
                                        times == 1 ? "once" : times + " times",
                                        wanted(condition));
    }

    /** A call that worked has no errno of its own. */
    private String went(Condition condition, Value now) {
        List<String> names = condition.left().arguments();
        String head = "The last " + names.getLast() + " of " + names.getFirst();
        String failure = shown(condition.left(), now);
        String did = failure.equals("0") ? " worked" : " failed with " + failure;
        if (isToFindOut || !condition.sign().equals("==")) {
            return head + did + "; that is not it yet.";
        }
        String wanted = word(condition.right());
        return head
                + did
                + (wanted.equals("0")
                        ? "; it should work."
                        : "; it should fail with " + wanted + ".");
    }

    /** A variable may have any name: no one of them is to be blamed. */
    private String nobodyHas(Condition condition) {
        String head = "No variable of " + condition.left().process();
        return isToFindOut
                ? head + " has it yet."
                : head + " has " + wanted(condition) + " for this yet.";
    }

    /** There is no such thing yet to be compared. */
    private String absent(Term term) {
        List<String> names = named(term);
        String first = names.getFirst();
        String last = names.getLast();
        return switch (term.fact()) {
            case FAILED -> first + " has not called " + last + " yet.";
            case RETURNED -> last + " has not been called for " + first + " yet.";
            case PRINTED -> first + " has printed nothing yet.";
            case PEER -> first + " is not connected yet.";
            case QUEUE -> first + " is not listening yet.";
            default -> capital(noun(term)) + " is not there yet.";
        };
    }

    private static String capital(String text) {
        return text.startsWith("what ") || text.startsWith("the ") || text.startsWith("how ")
                ? Character.toUpperCase(text.charAt(0)) + text.substring(1)
                : text;
    }

    private String wanted(Condition condition) {
        String sign =
                switch (condition.sign()) {
                    case "!=" -> "anything but ";
                    case "<" -> "less than ";
                    case "<=" -> "at most ";
                    case ">" -> "more than ";
                    case ">=" -> "at least ";
                    default -> "";
                };
        return sign
                + switch (condition.right()) {
                    case Side.Fixed(Value value) -> shown(condition.left(), value);
                    case Side.Asked(Term term) -> asked(term);
                };
    }

    private String asked(Term term) {
        String now =
                new Facts(world, binding)
                        .of(term)
                        .map(value -> ", " + shown(term, value))
                        .orElse("");
        return noun(term) + now;
    }

    /** What stands between the parentheses, in the learner's own names. */
    private List<String> named(Term term) {
        List<String> names = new ArrayList<>(term.arguments());
        term.socket().flatMap(binding::socket).ifPresent(thing -> names.set(0, world.name(thing)));
        term.variable()
                .flatMap(binding::variable)
                .ifPresent(name ->
                        names.set(0, new Role(term.variable().get().process(), name).toString()));
        return names;
    }

    private String noun(Term term) {
        List<String> names = named(term);
        String noun = term.fact().noun().formatted(names.toArray());
        return switch (term.field()) {
            case "" -> noun;
            case "length" -> "the number of connections that wait in " + names.getFirst();
            case "limit" -> "the backlog of " + names.getFirst();
            default ->
                    "the "
                            + term.field()
                            + noun.substring(noun.indexOf(' ')).replaceFirst("^ address of", " of");
        };
    }

    private String shown(Term term, Value value) {
        if (term.fact().isWord() && value instanceof Value.Text(var bytes)) {
            return bytes.text();
        }
        Optional<String> named =
                value instanceof Value.Whole(long number)
                        ? constant(term.fact(), number)
                        : Optional.empty();
        return named.orElseGet(() -> results.of(value));
    }

    private Optional<String> constant(Fact fact, long number) {
        return switch (fact) {
            case FAMILY -> world.constants().name(Kind.FAMILY, number);
            case TYPE -> world.constants().name(Kind.TYPE, number);
            default -> Optional.empty();
        };
    }

    /** The nearest call that was made for this step says what differs. */
    private String of(Acts acts) {
        List<Done> made =
                world.journal().since(past.since()).stream()
                        .filter(call -> !past.isUsed(call.number()))
                        .filter(call -> call.call().equals(acts.call()))
                        .toList();
        List<Done> same = made.stream().filter(call -> Likeness.isSame(acts, call)).toList();
        return same.stream()
                .filter(call -> likeness.misfit(acts, call, binding).isEmpty())
                .reduce((_, next) -> next)
                .map(call -> result(acts, call))
                .or(() -> same.stream().reduce((_, next) -> next).map(call -> argument(acts, call)))
                .or(() -> made.stream().findFirst().map(call -> elsewhere(acts, call)))
                .orElseGet(() -> acts.process() + " has not called " + acts.call() + " yet.");
    }

    private static String elsewhere(Acts acts, Done call) {
        return "%s called %s; %s is to call it."
                .formatted(call.process(), call.call(), acts.process());
    }

    private String result(Acts acts, Done call) {
        if (likeness.gave(acts, call)) {
            return acts.process() + " has not called " + acts.call() + " for this yet.";
        }
        String gave = likeness.text(call);
        String wanted = acts.result().orElse("");
        if (isToFindOut) {
            return "%s called %s, and it gave %s; that is not it yet."
                    .formatted(acts.process(), acts.call(), gave);
        }
        boolean isFailure = call.outcome() instanceof Outcome.Failed;
        return "%s called %s, and it gave %s; %s."
                .formatted(
                        acts.process(),
                        acts.call(),
                        gave,
                        isFailure && !wanted.startsWith("-1 ")
                                ? "it should succeed"
                                : "it should give " + wanted);
    }

    private static List<Value> meant(Acts acts) {
        return acts.arguments().stream()
                .map(each ->
                        each instanceof Demand.Meant.Is(Value value) ? value : Value.Nothing.NONE)
                .toList();
    }

    private String argument(Acts acts, Done call) {
        int place = likeness.misfit(acts, call, binding).orElse(0);
        String head = acts.process() + " called " + acts.call() + ", but ";
        if (place >= call.arguments().size()) {
            return head + "with fewer arguments.";
        }
        String was = likeness.argument(acts.call(), call.arguments(), place);
        return switch (acts.arguments().get(place)) {
            case Demand.Meant.Plays(Role role) ->
                    head
                            + "not for "
                            + binding.socket(role).map(world::name).orElse("the socket meant")
                            + ".";
            case Demand.Meant.Is _ ->
                    "%swith %s where %s is meant."
                            .formatted(
                                    head, was, likeness.argument(acts.call(), meant(acts), place));
            case Demand.Meant.Anything _ -> head + "otherwise.";
        };
    }
}
