package sockshell.render.page;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import sockshell.lang.Operators;
import sockshell.lang.Value;
import sockshell.lang.catalogue.Outcome;
import sockshell.session.told.Event;
import sockshell.sys.Constants;
import sockshell.sys.Constants.Kind;
import sockshell.sys.Inspection.State;
import sockshell.sys.Inspection.View;

/**
 * What is known after a call, each in a word: what it gave (ok, failed and the errno, data, end,
 * sender, parent), and of the socket that was looked at its kind (inet, inet6, unix, stream,
 * datagram), its place in life (free, bound, unbound, reachable, listening, peer, sends), and
 * whether something waits in it (readable).
 */
final class Facts {
    private final Constants constants;
    private final Set<String> facts = new TreeSet<>();

    private Facts(Constants constants) {
        this.constants = constants;
    }

    static Set<String> of(Event.Called called, Optional<View> seen, Constants constants) {
        Facts facts = new Facts(constants);
        seen.ifPresent(view -> facts.look(view, called.made().call().name()));
        facts.outcome(called);
        return facts.facts;
    }

    private void outcome(Event.Called called) {
        add(!(called.outcome() instanceof Outcome.Failed), "ok");
        switch (called.outcome()) {
            case Outcome.Failed failed -> {
                facts.add("failed");
                facts.add(failed.errno().name());
            }
            case Outcome.Received received -> received(called, received);
            case Outcome.Gave(var value) ->
                    add(Operators.whole(value).filter(number -> number > 0).isPresent(), "parent");
            case Outcome.ErrorNumber _,
                    Outcome.Found _,
                    Outcome.Did _,
                    Outcome.Made _,
                    Outcome.Accepted _,
                    Outcome.Ready _ -> {}
        }
    }

    /** No byte is the end of a stream, if any was asked for; a datagram may be empty: recv(2). */
    private void received(Event.Called called, Outcome.Received received) {
        boolean asked = number(called, 1) > 0;
        add(received.count() > 0, "data");
        add(received.count() == 0 && asked && facts.contains("stream"), "end");
        add(received.from().flatMap(Typable::of).isPresent(), "sender");
    }

    private static long number(Event.Called called, int argument) {
        List<Value> arguments = called.made().arguments();
        return argument < arguments.size()
                ? Operators.whole(arguments.get(argument)).orElse(0L)
                : 0;
    }

    private void look(View view, String call) {
        family(view);
        type(view);
        boolean isListening = view.state() == State.LISTEN;
        boolean hasPeer = view.ends().remote().isPresent();
        boolean isUnused = view.state() == State.CLOSE || view.state() == State.UNCONNECTED;
        boolean isBound = Typable.isBound(view.ends().local());
        add(isListening, "listening");
        add(hasPeer, "peer");
        add(isUnused && !hasPeer, "free");
        add(isBound, "bound");
        add(!isBound, "unbound");
        add(isReachable(view), "reachable");
        add(isSending(view, call), "sends");
        add(!isListening && view.queues().received().orElse(0) > 0, "readable");
    }

    private void family(View view) {
        constants
                .name(Kind.FAMILY, view.made().family())
                .map(name -> name.substring("AF_".length()).toLowerCase(Locale.ROOT))
                .ifPresent(facts::add);
    }

    private void type(View view) {
        add(view.made().type() == constants.number("SOCK_STREAM"), "stream");
        add(view.made().type() == constants.number("SOCK_DGRAM"), "datagram");
    }

    /** Whoever connects there now is not left waiting: one more than the backlog has room. */
    private static boolean isReachable(View view) {
        boolean hasRoom =
                view.acceptQueue().map(queue -> queue.length() <= queue.limit()).orElse(true);
        return hasRoom && Typable.of(view.ends().local()).isPresent();
    }

    /** Of a pair within the machine nobody sees a shutdown; just connected, there was none. */
    private static boolean isSending(View view, String call) {
        return view.state() == State.ESTABLISHED
                || (view.state() == State.CONNECTED && call.equals("connect"));
    }

    private void add(boolean isSo, String fact) {
        if (isSo) {
            facts.add(fact);
        }
    }
}
