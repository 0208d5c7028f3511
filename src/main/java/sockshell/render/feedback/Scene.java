package sockshell.render.feedback;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import sockshell.lang.Operators;
import sockshell.lang.Value;
import sockshell.lang.catalogue.Outcome;
import sockshell.render.Machine;
import sockshell.render.feedback.Change.Measure;
import sockshell.session.told.Event;
import sockshell.session.told.Survey;
import sockshell.session.told.Survey.Held;
import sockshell.sys.Inspection.Ends;
import sockshell.sys.Inspection.State;
import sockshell.sys.Inspection.Unheld;
import sockshell.sys.Inspection.View;
import sockshell.sys.SockAddr;

/** One call between two surveys, and the questions that sentences about it ask of them. */
record Scene(Event.Called called, Survey before, Survey after, Changes changes, Machine machine) {

    String process() {
        return called.process();
    }

    String call() {
        return called.made().call().name();
    }

    Outcome outcome() {
        return called.outcome();
    }

    /** An argument that is a number. */
    OptionalLong number(int argument) {
        List<Value> arguments = called.made().arguments();
        return argument < arguments.size()
                ? Operators.whole(arguments.get(argument))
                        .map(OptionalLong::of)
                        .orElse(OptionalLong.empty())
                : OptionalLong.empty();
    }

    /** What the call returned, where that is a number. */
    long returned() {
        return Operators.whole(outcome().value()).orElse(0L);
    }

    boolean hasFlag(int argument, String flag) {
        return number(argument).isPresent()
                && machine.constants().has(flag)
                && (number(argument).getAsLong() & machine.constants().number(flag)) != 0;
    }

    Optional<SockAddr> address() {
        return called.made().arguments().stream()
                .filter(Value.Address.class::isInstance)
                .map(value -> ((Value.Address) value).address())
                .findFirst();
    }

    /** The call's own descriptor, as it stands behind it. */
    Optional<Held> own() {
        return held(after, number(0));
    }

    Optional<Held> ownBefore() {
        return held(before, number(0));
    }

    Optional<View> view() {
        return own().flatMap(Held::view);
    }

    Optional<View> viewBefore() {
        return ownBefore().flatMap(Held::view);
    }

    /** What the process has now behind a number. */
    Optional<Held> held(long descriptor) {
        return held(after, OptionalLong.of(descriptor));
    }

    private Optional<Held> held(Survey survey, OptionalLong descriptor) {
        return descriptor.isPresent()
                ? survey.find(process(), (int) descriptor.getAsLong())
                : Optional.empty();
    }

    /** Everything in a survey that has the very socket behind it. */
    static List<Held> sharing(Survey survey, Held held) {
        return survey.held().stream()
                .filter(_ -> held.identity().isPresent())
                .filter(other -> other.identity().equals(held.identity()))
                .toList();
    }

    /** Who holds the other end of a connection. */
    static Optional<Held> peer(Survey survey, View view) {
        return survey.held().stream()
                .filter(other -> other.view().filter(its -> mirrors(its, view)).isPresent())
                .findFirst();
    }

    private static boolean mirrors(View one, View other) {
        return one.made().type() == other.made().type() && mirrors(one.ends(), other.ends());
    }

    private static boolean mirrors(Ends one, Ends other) {
        return Shown.port(one.local()) > 0
                && one.remote().equals(Optional.of(other.local()))
                && other.remote().equals(Optional.of(one.local()));
    }

    /** A TCP socket that nobody holds with these ends, as it stands now. */
    Optional<Unheld> unheld(Ends ends) {
        return after.unheld().stream().filter(each -> each.ends().equals(ends)).findFirst();
    }

    /** The other end of a connection where nobody holds that. */
    Optional<Unheld> unheldPeer(Ends ends) {
        return after.unheld().stream().filter(each -> mirrors(each.ends(), ends)).findFirst();
    }

    /** Sockets of the kind that are bound to an address, or to all of this machine. */
    Stream<Held> boundTo(SockAddr address, int type) {
        return after.held().stream()
                .filter(held ->
                        held.view()
                                .filter(view -> view.made().type() == type)
                                .filter(view -> meets(view.ends().local(), address))
                                .isPresent());
    }

    Optional<Held> listening(SockAddr address, int type) {
        return boundTo(address, type)
                .filter(held -> held.view().orElseThrow().state() == State.LISTEN)
                .findFirst();
    }

    private static boolean meets(SockAddr local, SockAddr wanted) {
        return (local.equals(wanted) && isNamed(local))
                || (Shown.port(local) > 0
                        && Shown.port(local) == Shown.port(wanted)
                        && isWildcard(local));
    }

    /** A socket of AF_UNIX may have no name, and then nobody can send to it by one. */
    private static boolean isNamed(SockAddr address) {
        return !address.equals(SockAddr.Unix.UNNAMED);
    }

    static boolean isWildcard(SockAddr address) {
        return switch (address) {
            case SockAddr.Inet4 inet -> inet.address() == 0;
            case SockAddr.Inet6 inet -> inet.high() == 0 && inet.low() == 0;
            case SockAddr.Unix _, SockAddr.Raw _ -> false;
        };
    }

    /** Other sockets of the session with more to read than before; each once. */
    List<Change.Counted> grown(Measure measure) {
        return changes.counted(measure)
                .filter(change -> change.more() > 0)
                .filter(change -> sharing(after, change.held()).getFirst().equals(change.held()))
                .toList();
    }

    boolean isStream(View view) {
        return machine.is("SOCK_STREAM", view.made().type());
    }

    boolean isTcp(View view) {
        return machine.is("IPPROTO_TCP", view.made().protocol());
    }

    String name(Held held) {
        return Shown.name(held, process());
    }

    /** {@code fd 3 of main}'s state now, as the middle of a sentence. */
    String isIn(Held held) {
        return held.view().map(view -> name(held) + " is in " + view.state()).orElse(name(held));
    }
}
