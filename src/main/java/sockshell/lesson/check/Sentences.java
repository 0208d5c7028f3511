package sockshell.lesson.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sockshell.lang.Operators;
import sockshell.lang.Value;
import sockshell.lang.catalogue.Outcome;
import sockshell.lesson.check.Condition.Side;
import sockshell.render.ResultText;
import sockshell.sys.Constants.Kind;
import sockshell.sys.Inspection.View;

/** Says what is not yet so, in the learner's own names. */
final class Sentences {
    private final World world;
    private final Past past;
    private final Binding binding;
    private final boolean isToFindOut;
    private final ResultText results;
    private final CallSentences calls;

    /** Whoever is to find out what happens is told what is, and not what is to come. */
    Sentences(World world, Likeness likeness, Past past, boolean isToFindOut) {
        this.world = world;
        this.past = past;
        binding = past.binding();
        this.isToFindOut = isToFindOut;
        results = ResultText.brief(world.constants());
        calls = new CallSentences(world, likeness, past, isToFindOut);
    }

    String of(Demand demand) {
        return switch (demand) {
            case Demand.Holds(Condition condition) -> of(condition);
            case Demand.Acts acts -> calls.of(acts);
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
        boolean isNew = now.isPresent() && !isOfBefore(term, thing);
        if (thing.isPresent() && !world.journal().isOpen(thing.get()) && !isNew) {
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
        return isNew || now.isEmpty()
                ? compared(condition, now)
                : absent(term).replaceFirst("yet\\.$", "in this step yet.");
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
            case VALUE -> variable(condition, now);
            case FAILED -> now.map(each -> went(condition, each)).orElseGet(() -> absent(term));
            default -> now.map(value -> compared(condition, value)).orElseGet(() -> absent(term));
        };
    }

    private String compared(Condition condition, Value now) {
        Term term = condition.left();
        if (term.fact().isStream()) {
            return stream(condition, now);
        }
        if (term.fact() == Fact.BUFFER && isDatagram(term) && !now.equals(Value.Whole.of(0))) {
            return "The next datagram in %s has %s bytes; if another is meant, take it out first."
                    .formatted(named(term).getFirst(), shown(term, now));
        }
        if (isTooMuch(condition, now)) {
            return "%s has %s bytes to be read, too many: take them out, and send again."
                    .formatted(named(term).getFirst(), shown(term, now));
        }
        String is = capital(noun(term)) + " is " + shown(term, now);
        if (isToFindOut && term.isOutcome()) {
            return is + beside(condition.right()) + " so far.";
        }
        return is + "; it should be " + wanted(condition) + ".";
    }

    /** udp(7): FIONREAD tells of the next one alone. */
    private boolean isDatagram(Term term) {
        return term.socket()
                .flatMap(binding::socket)
                .flatMap(world::view)
                .filter(view -> view.made().type() == world.constants().number("SOCK_DGRAM"))
                .isPresent();
    }

    /** Nothing comes of a longer wait: something was left, or too much was sent. */
    private static boolean isTooMuch(Condition condition, Value now) {
        return condition.left().fact() == Fact.BUFFER
                && condition.sign().equals("==")
                && condition.right() instanceof Side.Fixed(Value.Whole(long wanted))
                && now instanceof Value.Whole(long waiting)
                && waiting > wanted
                && wanted > 0;
    }

    /** What else is compared: of two facts either may be the one that is not yet so. */
    private String beside(Side side) {
        return side instanceof Side.Asked(Term term)
                ? new Facts(world, binding)
                        .of(term)
                        .map(value -> ", and " + noun(term) + " is " + shown(term, value))
                        .orElse("")
                : "";
    }

    /** Of all that went through the end counts, and what came last is shown. */
    private String stream(Condition condition, Value now) {
        Term term = condition.left();
        String who = named(term).getFirst();
        String did = term.fact() == Fact.SENT ? " has sent" : " has received";
        if (now.equals(Value.Text.of(""))) {
            return who + did + " nothing yet.";
        }
        Value last = new Facts(world, binding).last(term).orElse(now);
        String is = (last.equals(now) ? "What " : "The last that ") + who + did + " is ";
        String wanted =
                isToFindOut
                        ? beside(condition.right()) + " so far."
                        : "; it should be " + wanted(condition) + ".";
        return is + shown(term, last) + wanted;
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

    /** A variable may have any name: who is not to find out is told of none. */
    private String variable(Condition condition, Optional<Value> now) {
        String process = condition.left().process();
        if (isToFindOut) {
            return now.map(value ->
                            named(condition.left()).getFirst()
                                    + " is "
                                    + shown(condition.left(), value)
                                    + " so far.")
                    .orElse(
                            "No variable of "
                                    + process
                                    + " has been given a value in this step yet.");
        }
        return "No variable of " + process + " has " + wanted(condition) + " for this yet.";
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
            default -> "the " + term.field() + " of " + noun.replaceFirst("^the address of ", "");
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
}
