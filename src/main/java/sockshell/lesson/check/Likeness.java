package sockshell.lesson.check;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import sockshell.lang.Operators;
import sockshell.lang.Value;
import sockshell.lang.catalogue.Call;
import sockshell.lang.catalogue.Catalogue;
import sockshell.lang.catalogue.Gives;
import sockshell.lang.catalogue.Outcome;
import sockshell.lesson.check.Demand.Acts;
import sockshell.lesson.check.Demand.Meant;
import sockshell.lesson.check.Journal.Done;
import sockshell.render.ResultText;
import sockshell.render.ladder.CallText;
import sockshell.sys.Constants;
import sockshell.sys.SockAddr;
import sockshell.transcript.Captures;

/**
 * Whether a call is like the one of a lesson. Numbers of descriptors and ports may be others: who
 * cares about one writes a check.
 */
final class Likeness {
    private final Catalogue catalogue;
    private final ResultText results;
    private final CallText calls;

    Likeness(Catalogue catalogue, Constants constants) {
        this.catalogue = catalogue;
        results = new ResultText(constants);
        calls = new CallText(constants, catalogue);
    }

    boolean isLike(Acts wanted, Done call, Binding binding) {
        return isSame(wanted, call)
                && misfit(wanted, call, binding).isEmpty()
                && gave(wanted, call)
                && makes(wanted, call, binding);
    }

    /** The same where nobody may yet know who plays a part. */
    boolean isOnTheWay(Acts wanted, Done call, Binding binding) {
        return isSame(wanted, call)
                && gave(wanted, call)
                && IntStream.range(0, wanted.arguments().size())
                        .allMatch(i ->
                                isUnknown(wanted.arguments().get(i), binding)
                                        || isLike(wanted.arguments().get(i), call, i, binding));
    }

    private static boolean isUnknown(Meant meant, Binding binding) {
        return meant instanceof Meant.Plays(Role role) && binding.socket(role).isEmpty();
    }

    static boolean isSame(Acts wanted, Done call) {
        return call.process().equals(wanted.process()) && call.call().equals(wanted.call());
    }

    /** The first argument, from 0 on, that is another. */
    Optional<Integer> misfit(Acts wanted, Done call, Binding binding) {
        return IntStream.range(0, wanted.arguments().size())
                .filter(i -> !isLike(wanted.arguments().get(i), call, i, binding))
                .boxed()
                .findFirst();
    }

    private static boolean isLike(Meant meant, Done call, int place, Binding binding) {
        if (place >= call.arguments().size()) {
            return false;
        }
        return switch (meant) {
            case Meant.Plays(Role role) ->
                    binding.socket(role).filter(call::isOn).isPresent()
                            && call.on().get(place).equals(binding.socket(role));
            case Meant.Is(Value value) -> isLike(value, call.arguments().get(place));
            case Meant.Anything _ -> true;
        };
    }

    private static boolean isLike(Value wanted, Value given) {
        if (given instanceof Value.Address(SockAddr address)
                && wanted instanceof Value.Items(List<Value> pair, _)) {
            return isLikeHost(pair.getFirst(), address);
        }
        if (wanted instanceof Value.Whole(long port) && given instanceof Value.Text(var bytes)) {
            return bytes.text().equals(Long.toString(port)); // a service may be a number's text
        }
        return Operators.binary("==", wanted, given)
                .filter(Operators::isTrue)
                .or(() -> Optional.of(wanted).filter(given::equals))
                .isPresent();
    }

    /** The wildcard, too, is where it is looked for; it may be written in several ways. */
    private static boolean isLikeHost(Value host, SockAddr address) {
        List<Value> pair = Operators.pair(address);
        return pair.isEmpty()
                || pair.getFirst().equals(host)
                || isAnywhere(pair.getFirst())
                || host.equals(Value.Text.of("localhost"));
    }

    private static boolean isAnywhere(Value host) {
        return host.equals(Value.Text.of(""))
                || host.equals(Value.Text.of("0.0.0.0"))
                || host.equals(Value.Text.of("::"));
    }

    /** Whether it gave what was recorded, but for what changes from one person to the next. */
    boolean gave(Acts wanted, Done call) {
        return wanted.result().map(text -> gave(text, call)).orElse(true);
    }

    private boolean gave(String text, Done call) {
        boolean isFailed = call.outcome() instanceof Outcome.Failed;
        boolean wantsFailure = text.startsWith("-1 ");
        if (isFailed || wantsFailure) {
            return text.equals(text(call));
        }
        return switch (catalogue.find(call.call()).map(Call::gives).orElse(Gives.NUMBER)) {
            case DESCRIPTOR, DESCRIPTORS, CONNECTION, PROCESS, MACHINE, ADDRESS, ADDRESSES -> true;
            case DATAGRAM -> withoutSender(text).equals(withoutSender(text(call)));
            case NUMBER, DATA, OPTION, READY, VALUE, NOTHING ->
                    new Captures().capture(text, text(call));
        };
    }

    private static String withoutSender(String result) {
        int from = result.lastIndexOf(" from ");
        return from < 0 ? result : result.substring(0, from);
    }

    /** An argument of a call, a constant by its name. */
    String argument(String call, List<Value> arguments, int place) {
        return calls.argument(call, arguments, place);
    }

    /** As a transcript has it. */
    String text(Done call) {
        return results.of(call.outcome());
    }

    private static boolean makes(Acts wanted, Done call, Binding binding) {
        return IntStream.range(0, wanted.makes().size())
                .allMatch(i ->
                        i < call.made().size()
                                && binding.socket(wanted.makes().get(i))
                                        .filter(call.made().get(i)::equals)
                                        .isPresent());
    }
}
