package sockshell.lang.catalogue;

import static sockshell.lang.catalogue.Entry.call;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import sockshell.lang.Operators;
import sockshell.lang.Value;
import sockshell.sys.Constants;
import sockshell.sys.Fd;
import sockshell.sys.Readiness;
import sockshell.sys.Readiness.FdSets;
import sockshell.sys.Readiness.Interest;
import sockshell.sys.Readiness.Polled;
import sockshell.sys.Readiness.Selected;
import sockshell.sys.Result;

/** The calls that wait for several descriptors at once: {@link Readiness}. */
final class ReadinessCalls {
    private static final int MOST_EVENTS = 1 << 20;

    private ReadinessCalls() {}

    /** A descriptor by its number in the process, and the events that it is asked about. */
    private record Asked(int number, int events) {}

    static List<Call> all() {
        return Stream.of(lists(), epoll()).flatMap(List::stream).toList();
    }

    private static List<Call> lists() {
        return List.of(
                call("poll", Gives.READY)
                        .means("Waits until one of several descriptors is ready.")
                        .page("poll(2)")
                        .fails("EINTR", "the wait was interrupted")
                        .fails("EINVAL", "there are more descriptors than a process may have")
                        .waits(ReadinessCalls::canPoll, in -> Waits.millis(milliseconds(in)))
                        .form(
                                "list:poll_list milliseconds:number=-1",
                                in -> poll(in, asked(in), in.number(1)))
                        .form(
                                "list:poll_list nfds:number milliseconds:number",
                                in -> poll(in, firstOf(in), in.number(2)))
                        .c("poll({list}, {#list}, {milliseconds})")
                        .done(),
                call("select", Gives.READY)
                        .means("Waits until one can be read, one written, or one has urgent data.")
                        .page("select(2)")
                        .fails("EBADF", "one of the descriptors is closed")
                        .fails("EINTR", "the wait was interrupted")
                        .fails("EINVAL", "nfds or the time is negative")
                        .waits(ReadinessCalls::canSelect, ReadinessCalls::selectTime)
                        .form(
                                "read:descriptors write:descriptors=None"
                                        + " except:descriptors=None seconds:seconds=None",
                                ReadinessCalls::select)
                        .form(
                                "nfds:number read:descriptors=None write:descriptors=None"
                                        + " except:descriptors=None seconds:seconds=None",
                                ReadinessCalls::selectWithCount)
                        .c("select(FD_SETSIZE, {&read}, {&write}, {&except}, {&seconds})")
                        .python("select.select({read}, {write}, {except}, {seconds})")
                        .done());
    }

    private static List<Call> epoll() {
        return List.of(
                call("epoll_create1", Gives.DESCRIPTOR)
                        .means("Makes a list, kept by the kernel, of descriptors to wait for.")
                        .page("epoll_create(2)")
                        .fails("EINVAL", "there is no such flag")
                        .form("flags:epoll_flags=0", ReadinessCalls::create)
                        .c("epoll_create1({flags})")
                        .python("select.epoll()")
                        .java("Selector.open()")
                        .done(),
                call("epoll_ctl", Gives.NUMBER)
                        .means("Adds a descriptor to such a list, changes it or takes it out.")
                        .page("epoll_ctl(2)")
                        .fails("EEXIST", "the descriptor is in the list already")
                        .fails("ENOENT", "the descriptor is not in the list")
                        .fails("EPERM", "a file is always ready: epoll does not take it")
                        .fails("EINVAL", "the first descriptor is no such list")
                        .form(
                                "ep:descriptor operation:epoll_operation fd:descriptor"
                                        + " events:epoll_events=0",
                                ReadinessCalls::control)
                        .c("epoll_ctl({ep}, {operation}, {fd}, {&events})")
                        .done(),
                call("epoll_wait", Gives.READY)
                        .means("Waits until a descriptor in such a list is ready.")
                        .page("epoll_wait(2)")
                        .fails("EINTR", "the wait was interrupted")
                        .fails("EINVAL", "this is no such list, or maxevents is not above 0")
                        .waits(Waits::toRead, in -> Waits.millis(in.number(2)))
                        .form(
                                "ep:descriptor maxevents:number=1024 milliseconds:number=-1",
                                ReadinessCalls::await)
                        .c("epoll_wait({ep}, {&result}, {maxevents}, {milliseconds})")
                        .python("{ep}.poll({milliseconds} / 1000, {maxevents})")
                        .java("{ep}.select({milliseconds})")
                        .done());
    }

    /** Python's form has the milliseconds second, C's third. */
    private static int milliseconds(Invocation in) {
        return in.number(in.rest(0).size() - 1);
    }

    private static boolean canPoll(Invocation in) {
        return polled(in, in.rest(0).size() > 2 ? firstOf(in) : asked(in), 0)
                .map(polled -> polled.count() > 0)
                .orElse(true);
    }

    private static List<Asked> asked(Invocation in) {
        return in.members(0).stream().map(member -> asked(in, member)).toList();
    }

    /** C's nfds: those behind it are not looked at. */
    private static List<Asked> firstOf(Invocation in) {
        List<Asked> all = asked(in);
        long count = in.wide(1);
        if (count < 0 || count > all.size()) {
            throw in.mistake(
                    1,
                    "the list has " + all.size() + " members, and poll was told " + count,
                    "C would read what lies behind the list in memory");
        }
        return all.subList(0, (int) count);
    }

    private static Asked asked(Invocation in, Value member) {
        List<Value> pair =
                member instanceof Value.Items(List<Value> members, _) ? members : List.of(member);
        List<Long> numbers = pair.stream().flatMap(each -> Operators.whole(each).stream()).toList();
        if (numbers.size() != pair.size() || pair.isEmpty() || pair.size() > 2) {
            throw in.mistake(0, "a member is a descriptor and its events", "such as (s, POLLIN)");
        }
        int events = pair.size() == 2 ? numbers.get(1).intValue() : all(in);
        return new Asked(numbers.getFirst().intValue(), events);
    }

    /** A bare descriptor is asked about all three, as in Python. */
    private static int all(Invocation in) {
        Constants constants = in.kernel().constants();
        return constants.number("POLLIN")
                | constants.number("POLLPRI")
                | constants.number("POLLOUT");
    }

    private static Result<Polled> polled(Invocation in, List<Asked> asked, int milliseconds) {
        List<Interest> interests =
                asked.stream()
                        .map(each ->
                                new Interest(in.descriptor((long) each.number()), each.events()))
                        .toList();
        return in.kernel().readiness().poll(interests, milliseconds);
    }

    private static Outcome poll(Invocation in, List<Asked> asked, int milliseconds) {
        return Outcomes.of(
                polled(in, asked, milliseconds),
                polled -> {
                    List<Outcome.Event> events = new ArrayList<>();
                    for (int i = 0; i < asked.size(); i++) {
                        int bits = polled.revents().get(i);
                        if (bits != 0) {
                            events.add(event(in, asked.get(i).number(), bits));
                        }
                    }
                    return new Outcome.Ready(polled.count(), events);
                });
    }

    private static Outcome.Event event(Invocation in, int number, int bits) {
        Constants constants = in.kernel().constants();
        return new Outcome.Event(
                number, bits, constants.flags(Constants.Kind.POLL_EVENT, bits & 0xffff));
    }

    /** select(2)'s sets, by the descriptors' numbers in the process. */
    private record Sets(List<Long> read, List<Long> write, List<Long> except) {
        Stream<Long> all() {
            return Stream.of(read, write, except).flatMap(List::stream);
        }

        /** The kernel looks at descriptors below nfds and at no others. */
        Sets below(long nfds) {
            return new Sets(below(read, nfds), below(write, nfds), below(except, nfds));
        }

        private static List<Long> below(List<Long> numbers, long nfds) {
            return numbers.stream().filter(number -> number < nfds).toList();
        }
    }

    /** C's form has nfds in front of the sets. */
    private static int first(Invocation in) {
        return in.value(0) instanceof Value.Items ? 0 : 1;
    }

    private static Sets sets(Invocation in) {
        int read = first(in);
        return new Sets(numbers(in, read), numbers(in, read + 1), numbers(in, read + 2));
    }

    /** None is C's NULL: no descriptors. */
    private static List<Long> numbers(Invocation in, int argument) {
        List<Value> members =
                in.value(argument) == Value.Nothing.NONE ? List.of() : in.members(argument);
        return members.stream().map(member -> number(in, argument, member)).toList();
    }

    private static long number(Invocation in, int argument, Value member) {
        return Operators.whole(member)
                .filter(number -> number >= 0)
                .orElseThrow(
                        () -> in.mistake(argument, "a set holds descriptors", "such as [a, b]"));
    }

    private static Optional<Duration> selectTime(Invocation in) {
        int seconds = first(in) + 3;
        return in.value(seconds) == Value.Nothing.NONE
                ? Optional.empty()
                : Optional.of(Waits.seconds(in.seconds(seconds)));
    }

    private static boolean canSelect(Invocation in) {
        Sets sets = first(in) == 0 ? sets(in) : sets(in).below(in.wide(0));
        return selected(in, sets, Optional.of(Duration.ZERO))
                .map(selected -> selected.count() > 0)
                .orElse(true);
    }

    private static Outcome select(Invocation in) {
        Sets sets = sets(in);
        return Outcomes.of(
                selected(in, sets, selectTime(in)), selected -> ready(in, sets, selected));
    }

    private static Outcome selectWithCount(Invocation in) {
        long nfds = in.wide(0);
        if (nfds < 0) {
            FdSets none = new FdSets(List.of(), List.of(), List.of());
            return Outcomes.of(
                    in.kernel().readiness().select(-1, none, Optional.empty()),
                    selected -> Outcome.Gave.number(selected.count()));
        }
        sets(in).all()
                .distinct()
                .filter(number -> number >= nfds)
                .forEach(number ->
                        in.remark(
                                "Nobody looks at descriptor "
                                        + number
                                        + ": nfds has to be the highest one plus 1."));
        Sets sets = sets(in).below(nfds);
        return Outcomes.of(
                selected(in, sets, selectTime(in)), selected -> ready(in, sets, selected));
    }

    /**
     * Only for descriptors below the highest one in use does select(2) itself say EBADF, and a
     * process's numbers are not the kernel's: so each is asked about first.
     */
    private static Result<Selected> selected(Invocation in, Sets sets, Optional<Duration> time) {
        int getFlags = in.kernel().constants().number("F_GETFD");
        Result<Integer> open = new Result.Ok<>(0);
        for (long number : sets.all().toList()) {
            open =
                    open.then(_ ->
                            in.kernel().descriptors().fcntl(in.descriptor(number), getFlags, 0));
        }
        return open.then(
                _ -> in.kernel().readiness().select(highest(in, sets) + 1, fds(in, sets), time));
    }

    private static int highest(Invocation in, Sets sets) {
        return sets.all().mapToInt(number -> in.descriptor(number).number()).max().orElse(-1);
    }

    private static FdSets fds(Invocation in, Sets sets) {
        return new FdSets(fds(in, sets.read()), fds(in, sets.write()), fds(in, sets.except()));
    }

    private static List<Fd> fds(Invocation in, List<Long> numbers) {
        return numbers.stream().map(number -> in.descriptor((long) number)).toList();
    }

    /** The sets have no names for what they mean; poll(2)'s stand for them. */
    private static Outcome ready(Invocation in, Sets sets, Selected selected) {
        Constants constants = in.kernel().constants();
        FdSets ready = selected.ready();
        Map<Long, Integer> events = new LinkedHashMap<>();
        sets.all().forEach(number -> events.put(number, 0));
        mark(in, events, ready.read(), constants.number("POLLIN"));
        mark(in, events, ready.write(), constants.number("POLLOUT"));
        mark(in, events, ready.except(), constants.number("POLLPRI"));
        return new Outcome.Ready(
                selected.count(),
                events.entrySet().stream()
                        .filter(entry -> entry.getValue() != 0)
                        .map(entry -> event(in, entry.getKey().intValue(), entry.getValue()))
                        .toList());
    }

    private static void mark(Invocation in, Map<Long, Integer> events, List<Fd> ready, int event) {
        events.replaceAll((number, bits) ->
                ready.contains(in.descriptor((long) number)) ? bits | event : bits);
    }

    private static Outcome create(Invocation in) {
        return Outcomes.descriptor(in, in.kernel().readiness().epoll_create1(in.number(0)));
    }

    /** C leaves the mark to the program; here it is the descriptor, as in Python. */
    private static Outcome control(Invocation in) {
        Readiness.Event event = new Readiness.Event(in.number(3), in.wide(2));
        return Outcomes.count(
                in.kernel()
                        .readiness()
                        .epoll_ctl(in.descriptor(0), in.number(1), in.descriptor(2), event));
    }

    private static Outcome await(Invocation in) {
        int most = in.number(1) > 0 ? in.size(1) : in.number(1);
        if (most > MOST_EVENTS) {
            throw in.mistake(1, "there is no memory here for so many events", "1024 is plenty");
        }
        return Outcomes.of(
                in.kernel().readiness().epoll_wait(in.descriptor(0), most, in.number(2)),
                events ->
                        new Outcome.Ready(
                                events.size(),
                                events.stream().map(event -> happened(in, event)).toList()));
    }

    private static Outcome.Event happened(Invocation in, Readiness.Event event) {
        long bits = Integer.toUnsignedLong(event.events());
        return new Outcome.Event(
                (int) event.data(),
                event.events(),
                in.kernel().constants().flags(Constants.Kind.EPOLL_EVENT, bits));
    }
}
