package sockshell.render.ladder;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import sockshell.lang.Operators;
import sockshell.lang.Value;
import sockshell.lang.catalogue.Outcome;
import sockshell.render.ladder.Passage.Load;
import sockshell.render.ladder.Row.Kind;
import sockshell.render.ladder.Wires.Far;
import sockshell.session.told.Event;
import sockshell.session.told.Survey.Held;
import sockshell.sys.Bytes;
import sockshell.sys.Constants;
import sockshell.sys.Inspection.View;
import sockshell.sys.SockAddr;

/** What calls send from one process to another, as their results and sockets show it. */
final class Traffic {
    /** What is written at an arrow, and what went along. */
    record Parcel(String label, Kind kind, boolean comesBack, Load load) {
        Parcel(String label, Kind kind, boolean comesBack) {
            this(label, kind, comesBack, Load.NONE);
        }
    }

    private static final Parcel RST = new Parcel("RST", Kind.RESET, false);
    private static final Parcel RST_BACK = new Parcel("RST", Kind.RESET, true);

    /** Draws an arrow between a socket of a process and the other end. */
    interface Pen {
        void draw(String process, Description own, Far far, Parcel parcel);
    }

    private final Holdings holdings;
    private final Wires wires;
    private final Constants constants;
    private final Pen pen;
    private final Map<Description, Far> asked = new HashMap<>();

    Traffic(Holdings holdings, Wires wires, Constants constants, Pen pen) {
        this.holdings = holdings;
        this.wires = wires;
        this.constants = constants;
        this.pen = pen;
    }

    void called(Event.Called called, Optional<Held> seen) {
        called.made().released().ifPresent(held -> released(called, held));
        adopt(called);
        seen.map(holdings::seen).filter(what -> what.view().isPresent()).ifPresent(wires::note);
        Optional<Description> own = argument(called, 0);
        own.ifPresent(what -> act(called, what));
    }

    private Optional<Description> argument(Event.Called called, int at) {
        List<Value> arguments = called.made().arguments();
        return at >= arguments.size()
                ? Optional.empty()
                : Operators.whole(arguments.get(at))
                        .flatMap(number -> holdings.find(called.process(), number));
    }

    /**
     * close(2) takes the number back even where it says EINTR or EIO; EBADF had nothing to take.
     */
    private void released(Event.Called called, Held held) {
        holdings.seen(held);
        boolean isOnto = called.made().call().name().equals("dup2");
        if (!(isOnto && called.outcome() instanceof Outcome.Failed)) {
            closed(called.process(), held.descriptor());
        }
    }

    /** New descriptors: a pair that belongs together, or one, which may be another's double. */
    private void adopt(Event.Called called) {
        String process = called.process();
        switch (called.outcome()) {
            case Outcome.Made(List<Integer> made) when made.size() == 2 -> {
                Description first = born(process, made.getFirst());
                Description second = born(process, made.getLast());
                first.join(second);
                if (called.made().call().name().equals("pipe")) {
                    first.finishes();
                }
            }
            case Outcome.Made(List<Integer> made) -> {
                Optional<Description> original =
                        isDouble(called) ? argument(called, 0) : Optional.empty();
                original.ifPresentOrElse(
                        what -> holdings.put(process, made.getFirst(), what),
                        () -> born(process, made.getFirst()));
            }
            case Outcome.Accepted(int descriptor, SockAddr peer) -> {
                Description connection = born(process, descriptor);
                if (peer instanceof SockAddr.Unix) {
                    argument(called, 0).ifPresent(queue -> wires.accepted(queue, connection));
                }
            }
            default -> {}
        }
    }

    private Description born(String process, int descriptor) {
        Description what = new Description(true);
        holdings.put(process, descriptor, what);
        return what;
    }

    private static boolean isDouble(Event.Called called) {
        return switch (called.made().call().name()) {
            case "dup", "dup2", "fcntl" -> true;
            default -> false;
        };
    }

    private void act(Event.Called called, Description own) {
        String process = called.process();
        List<Value> arguments = called.made().arguments();
        Optional<String> failure = failure(called.outcome());
        switch (called.made().call().name()) {
            case "connect" -> connected(called, own, failure);
            case "send", "sendto", "sendall", "write", "sendmsg", "sendfile" -> sent(called, own);
            case "shutdown" -> {
                boolean isWriting = !arguments.get(1).equals(number("SHUT_RD"));
                if (failure.isEmpty() && isWriting) {
                    finish(process, own);
                }
            }
            case "setsockopt" -> linger(arguments, own);
            default -> {}
        }
        if (failure.filter("ECONNRESET"::equals).isPresent() && own.isTcp() && own.breaks()) {
            pen.draw(process, own, wires.other(own), RST_BACK);
        }
        if (failure.filter("ECONNREFUSED"::equals).isPresent() && asked.containsKey(own)) {
            pen.draw(process, own, asked.remove(own), RST_BACK);
        }
    }

    private Value number(String constant) {
        return Value.Whole.of(constants.number(constant));
    }

    /** The errno of the call, or the one that SO_ERROR told. */
    private static Optional<String> failure(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Failed failed -> Optional.of(failed.errno().name());
            case Outcome.ErrorNumber(_, String name) when !name.isEmpty() -> Optional.of(name);
            default -> Optional.empty();
        };
    }

    /** A connect that sleeps, or goes on by itself, has sent its SYN: RFC 9293, 3.10.1. */
    void asks(String process, List<Value> arguments) {
        Telling.first(arguments)
                .flatMap(number -> holdings.find(process, number))
                .filter(Description::isTcp)
                .ifPresent(own -> syn(process, own, arguments));
    }

    private void syn(String process, Description own, List<Value> arguments) {
        if (!asked.containsKey(own)) {
            Far far = destination(arguments, own);
            asked.put(own, far);
            Load load = Load.to(address(arguments).map(Wires::destination));
            pen.draw(process, own, far, new Parcel("SYN", Kind.SETUP, false, load));
        }
    }

    private Far destination(List<Value> arguments, Description own) {
        return address(arguments)
                .map(Wires::destination)
                .map(there -> wires.at(there, own))
                .orElseGet(() -> wires.other(own));
    }

    private static Optional<SockAddr> address(List<Value> arguments) {
        return arguments.stream()
                .flatMap(value ->
                        value instanceof Value.Address(SockAddr address)
                                        && !(address instanceof SockAddr.Raw)
                                ? Stream.of(address)
                                : Stream.empty())
                .findFirst();
    }

    private void connected(Event.Called called, Description own, Optional<String> failure) {
        List<Value> arguments = called.made().arguments();
        boolean isAsking =
                switch (failure.orElse("")) {
                    case "", "EINPROGRESS", "ECONNREFUSED", "ETIMEDOUT", "ECONNRESET" -> true;
                    default -> false;
                };
        if (own.isTcp() && isAsking) {
            syn(called.process(), own, arguments);
        } else if (failure.isEmpty() && !isDatagram(own.view())) {
            Far far = destination(arguments, own);
            if (far instanceof Far.Known(Description listener)) {
                wires.waits(own, listener);
                pen.draw(called.process(), own, far, new Parcel("connect", Kind.SETUP, false));
            }
        }
        if (failure.filter("ETIMEDOUT"::equals).isPresent()) {
            asked.remove(own);
        }
    }

    private boolean isDatagram(Optional<View> view) {
        int datagram = constants.number("SOCK_DGRAM");
        return view.filter(seen -> seen.made().type() == datagram).isPresent();
    }

    private void sent(Event.Called called, Description own) {
        List<Value> arguments = called.made().arguments();
        lent(called);
        boolean hasGone =
                called.outcome() instanceof Outcome.Gave(Value.Whole(long count))
                        && (count > 0 || isDatagram(own.view()));
        if (hasGone) {
            Far far = own.isTcp() ? wires.other(own) : destination(arguments, own);
            long count = Operators.whole(called.outcome().value()).orElse(0L);
            Optional<Bytes> gone = gone(arguments, count);
            Load load =
                    new Load(
                            count,
                            gone,
                            address(arguments).map(Wires::destination),
                            MessageFlags.has(called.made(), constants.number("MSG_OOB")));
            Parcel parcel = new Parcel(label(count, gone), Kind.DATA, false, load);
            pen.draw(called.process(), own, far, parcel);
        }
    }

    private static Optional<Bytes> gone(List<Value> arguments, long count) {
        return arguments.stream()
                .skip(1)
                .flatMap(Traffic::data)
                .reduce(Bytes::plus)
                .map(all -> all.slice(0, (int) Math.min(all.length(), count)));
    }

    private static String label(long count, Optional<Bytes> gone) {
        String text = gone.map(bytes -> " " + CallText.brief(bytes)).orElse("");
        return count + (count == 1 ? " byte" : " bytes") + text;
    }

    private static Stream<Bytes> data(Value value) {
        return switch (value) {
            case Value.Text(Bytes bytes) -> Stream.of(bytes);
            case Value.Items(List<Value> members, _) -> members.stream().flatMap(Traffic::data);
            default -> Stream.empty();
        };
    }

    /** SCM_RIGHTS, unix(7): what goes along may be held by others from here on. */
    private void lent(Event.Called called) {
        called.made().arguments().stream()
                .flatMap(value ->
                        value instanceof Value.Structure(var fields)
                                ? fields.values().stream()
                                : Stream.empty())
                .flatMap(value ->
                        value instanceof Value.Items(List<Value> members, _)
                                ? members.stream()
                                : Stream.empty())
                .flatMap(value -> Operators.whole(value).stream())
                .flatMap(number -> holdings.find(called.process(), number).stream())
                .forEach(Description::doubt);
    }

    private void linger(List<Value> arguments, Description own) {
        if (arguments.size() < 4 || !arguments.get(2).equals(number("SO_LINGER"))) {
            return;
        }
        List<Value> fields =
                switch (arguments.get(3)) {
                    case Value.Items(List<Value> members, _) -> members;
                    case Value.Structure(var named) -> List.copyOf(named.values());
                    default -> List.of();
                };
        List<Long> numbers =
                fields.stream().flatMap(field -> Operators.whole(field).stream()).toList();
        if (numbers.size() == 2) {
            own.resetOnClose(numbers.getFirst() != 0 && numbers.getLast() == 0);
        } else {
            own.doubt();
        }
    }

    /** A descriptor is gone; the last one ends what is behind it, close(2). */
    void closed(String process, int descriptor) {
        Optional<Description> last = holdings.drop(process, descriptor);
        last.filter(Description::isLastCloseKnown).ifPresent(what -> lastClosed(process, what));
    }

    private void lastClosed(String process, Description own) {
        boolean unread =
                own.view()
                                .map(view -> view.queues().received())
                                .orElse(OptionalLong.empty())
                                .orElse(0)
                        > 0;
        if (!own.isTcp()) {
            if (!unread && !isDatagram(own.view()) && isHeard(own)) {
                finish(process, own);
            }
        } else if (isOpen(own)) {
            if (unread || own.isResetOnClose()) {
                reset(process, own);
            } else {
                finish(process, own);
            }
        }
    }

    private boolean isHeard(Description own) {
        return wires.other(own) instanceof Far.Known(Description other)
                && !other.holders().isEmpty();
    }

    private static boolean isOpen(Description own) {
        return own.view().stream()
                .anyMatch(view ->
                        switch (view.state()) {
                            case ESTABLISHED, CLOSE_WAIT, FIN_WAIT1, FIN_WAIT2 -> true;
                            default -> false;
                        });
    }

    /** Unread data is lost, and the other side is told so: RFC 2525, 2.17. */
    private void reset(String process, Description own) {
        if (own.breaks()) {
            Far far = wires.other(own);
            pen.draw(process, own, far, RST);
            if (far instanceof Far.Known(Description other) && !other.listens()) {
                other.breaks();
            }
        }
    }

    private void finish(String process, Description own) {
        if (own.finishes()) {
            String label = own.isTcp() ? "FIN" : "end of stream";
            pen.draw(process, own, wires.other(own), new Parcel(label, Kind.END, false));
        }
    }
}
