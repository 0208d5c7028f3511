package sockshell.session;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import sockshell.lang.Typed;
import sockshell.lang.Value;
import sockshell.lang.catalogue.Catalogue;
import sockshell.lang.check.Checker;
import sockshell.lang.check.Findings;
import sockshell.lang.check.Names;
import sockshell.session.Phase.State;
import sockshell.session.told.Activity;
import sockshell.session.told.Event;
import sockshell.session.told.Survey;
import sockshell.session.told.Waiting;
import sockshell.sys.Inspection.Option;
import sockshell.sys.Kernel;
import sockshell.sys.Result;

/** All processes of one person, and the order in which they do what they are told. */
public final class Session implements AutoCloseable {

    /** Is told what happens, by one thread at a time and in the order in which it happens. */
    public interface Listener {
        void happened(Event event);

        /** Whether each call is worth an event of its own; a loop may make very many. */
        default boolean wantsCalls() {
            return false;
        }

        /**
         * A call that slept is back: whoever drives the session may let its process go on. Told by
         * the thread of that process, at any time.
         */
        default void returned() {}

        /** A line that the person types after a question; empty where nobody is there. */
        default Optional<String> input(String process, String question) {
            return Optional.empty();
        }
    }

    private static final long LOOK_AGAIN_NANOS = 200_000;

    private final Kernel kernel;
    private final Catalogue catalogue;
    private final Listener listener;
    private final Schedule schedule;
    private final Map<String, SockProcess> processes = new ConcurrentSkipListMap<>();
    private final Map<String, Integer> children = new HashMap<>();
    private final AtomicInteger statements = new AtomicInteger();
    private final AtomicLong tickets = new AtomicLong();
    private final Household home;
    private final Budget budget;
    private final Surveyor surveyor;
    private volatile boolean isHurried;

    public Session(Kernel kernel, Catalogue catalogue, Listener listener) {
        this.kernel = kernel;
        this.catalogue = catalogue;
        this.listener = listener;
        schedule = new Schedule(kernel, this::tellBlocked);
        home = new Home();
        budget = new Budget(kernel);
        surveyor = new Surveyor(kernel, processes::values);
    }

    /** What the processes may ask of the session, and nobody else. */
    private final class Home implements Household {
        private final long born = System.nanoTime();
        private final Explanations explanations = new Explanations(kernel, processes::values);

        @Override
        public Kernel kernel() {
            return kernel;
        }

        @Override
        public void tell(Event event) {
            listener.happened(event);
        }

        @Override
        public boolean wantsCalls() {
            return listener.wantsCalls();
        }

        @Override
        public Duration age() {
            return Duration.ofNanos(System.nanoTime() - born);
        }

        @Override
        public Result<SockProcess> child(SockProcess parent) {
            return parent.descriptors().copy(kernel).map(copy -> born(parent, copy));
        }

        private SockProcess born(SockProcess parent, DescriptorTable copy) {
            String name;
            do {
                name = parent.name() + "." + children.merge(parent.name(), 1, Integer::sum);
            } while (processes.containsKey(name));
            SockProcess child = new SockProcess(name, this, copy);
            processes.put(name, child);
            return child;
        }

        @Override
        public void gone(SockProcess process, Event.Ended ended) {
            processes.remove(process.name());
            tell(ended);
        }

        @Override
        public boolean hasRival(SockProcess process, Arguments call) {
            var others = processes.size() > 1 ? processes.values() : List.<SockProcess>of();
            boolean isBehind = false;
            for (SockProcess other : others) {
                State state = other.worker().phase().state();
                boolean isBefore =
                        state == State.BLOCKED
                                || (state == State.QUEUED
                                        && other.worker().ticket() < process.worker().ticket());
                if (isBefore && other != process && readsAlike(other.worker().current(), call)) {
                    if (state == State.BLOCKED) {
                        return true;
                    }
                    isBehind = true;
                }
            }
            return isBehind && (process.worker().isQueued() || !call.canGoOn());
        }

        @Override
        public long nextTicket() {
            return tickets.incrementAndGet();
        }

        private static boolean readsAlike(Optional<Arguments> other, Arguments call) {
            return other.flatMap(Arguments::shared).equals(call.shared())
                    && call.shared().isPresent();
        }

        @Override
        public void returned() {
            listener.returned();
        }

        @Override
        public Optional<String> input(String process, String question) {
            return listener.input(process, question);
        }

        @Override
        public Explanations explanations() {
            return explanations;
        }
    }

    /**
     * Has a process do what was typed, and waits until it is done or blocked, and until everybody
     * whom it woke is so as well. A process that is blocked is waited for first, but no longer than
     * the patience given and the longest time that any call was told to sleep, as whoever sleeps
     * may wake it: where that ends, the answer is no, and nothing was done. Nothing is done either
     * where there is a mistake.
     */
    public boolean run(String name, Typed typed, Duration patience) {
        if (!awaitIdle(name, patience)) {
            return false;
        }
        listener.happened(new Event.Typed(name, typed.source()));
        SockProcess process = processes.computeIfAbsent(name, this::newProcess);
        Findings findings =
                Checker.check(
                        typed,
                        catalogue,
                        kernel.constants(),
                        new Names(process.variables().keySet(), this::holder),
                        statements.get() + 1);
        if (!findings.mistakes().isEmpty()) {
            listener.happened(new Event.Slipped(name, typed.source(), findings.mistakes()));
            return true;
        }
        process.begin(
                Compiler.compile(typed, catalogue, kernel.constants(), statements::incrementAndGet),
                findings.remarks());
        schedule.awaitRest(process);
        schedule.letGoOn(processes.values());
        return true;
    }

    /** Some process that has a variable of the name. */
    private Optional<String> holder(String variable) {
        return processes.values().stream()
                .filter(process -> process.variables().containsKey(variable))
                .map(SockProcess::name)
                .findFirst();
    }

    private SockProcess newProcess(String name) {
        return new SockProcess(name, home, new DescriptorTable(budget));
    }

    /** Waits until the process can be told something; no, where the patience ends before. */
    public boolean awaitIdle(String name, Duration patience) {
        return await(() -> isIdle(name), patience.plus(longestEnd()));
    }

    /** Whether the process can be told something; one that there is not yet can. */
    public boolean isIdle(String name) {
        return state(name) == State.IDLE;
    }

    private State state(String name) {
        SockProcess process = processes.get(name);
        return process == null ? State.IDLE : process.worker().phase().state();
    }

    /** Waits until nobody has anything to do any more; no, where the patience ends before. */
    public boolean awaitAll(Duration patience) {
        return await(this::isQuiet, patience.plus(longestEnd()));
    }

    private boolean isQuiet() {
        return processes.keySet().stream().allMatch(this::isIdle);
    }

    /** Calls that were told how long to sleep have that time on top. */
    private Duration longestEnd() {
        return processes.values().stream()
                .filter(process -> process.worker().phase().state() == State.BLOCKED)
                .flatMap(process -> process.worker().current().stream())
                .flatMap(call -> call.end().stream())
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    /** Lets everybody go on until a state is reached; no, where the patience ends before. */
    public boolean await(BooleanSupplier state, Duration patience) {
        long start = System.nanoTime();
        isHurried = false;
        while (!state.getAsBoolean()) {
            if (isHurried || Duration.ofNanos(System.nanoTime() - start).compareTo(patience) > 0) {
                return false;
            }
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
            schedule.letGoOn(processes.values());
        }
        return true;
    }

    /**
     * Wakes a process out of the call that it sleeps in, as a signal does: the call gives EINTR.
     * No, where there is nothing to wake.
     */
    public boolean interrupt(String name) {
        SockProcess process = processes.get(name);
        if (process == null || !Activities.isBlocked(process)) {
            return false;
        }
        if (process.worker().phase().state() == State.QUEUED) {
            process.worker().push();
            schedule.letGoOn(List.of(process));
        }
        process.worker().wake();
        schedule.letGoOn(processes.values());
        return true;
    }

    private void tellBlocked(SockProcess process) {
        if (!process.worker().tell()) {
            listener.happened(Activities.blocked(process));
        }
    }

    /** The processes that sleep in a call, each with the call. */
    public List<Event.Blocked> blocked() {
        return processes.values().stream()
                .filter(Activities::isBlocked)
                .map(Activities::blocked)
                .toList();
    }

    /** Whether the call that a process is in was told how long to sleep at most. */
    public boolean endsByItself(String name) {
        return Optional.ofNullable(processes.get(name))
                .flatMap(process -> process.worker().current())
                .flatMap(Arguments::end)
                .isPresent();
    }

    /** The processes that go on and on, but are blocked in no call. */
    public List<String> busy() {
        return processes.keySet().stream()
                .filter(name -> state(name) == State.YIELDED || state(name) == State.RETURNED)
                .toList();
    }

    /** The processes that there are. */
    public Set<String> names() {
        return Set.copyOf(processes.keySet());
    }

    /** What everybody is doing, in the order of the names. */
    public List<Activity> activities() {
        return processes.values().stream().map(Activities::of).toList();
    }

    /** All that the processes have, and what nobody holds any more. */
    public Survey survey() {
        return surveyor.all();
    }

    /** What they hold alone: for the rest the kernel goes through all that it has. */
    public Survey surveyOfHeld() {
        return surveyor.ofHeld();
    }

    /** How many descriptors all processes have together, about. */
    public int size() {
        return budget.size();
    }

    /** What waits to be read behind a process's number, where that is a socket. */
    public Optional<Waiting> waiting(String name, int descriptor) {
        return Optional.ofNullable(processes.get(name)).flatMap(each -> each.waiting(descriptor));
    }

    /** All options of what a process has behind a number, where that is a socket. */
    public List<Option> options(String name, int descriptor) {
        return Optional.ofNullable(processes.get(name))
                .map(each -> each.options(descriptor))
                .orElse(List.of());
    }

    /** A process's variables by name; none, where there is no such process. */
    public Map<String, Value> variables(String name) {
        SockProcess process = processes.get(name);
        return process == null ? Map.of() : new TreeMap<>(process.variables());
    }

    /** A variable that is not there any more. */
    public void forget(String name, String variable) {
        Optional.ofNullable(processes.get(name))
                .ifPresent(process -> process.variables().remove(variable));
    }

    /** Lets those go on whose calls are back, and each of those that ask again and again once. */
    public void goOn() {
        schedule.letGoOn(processes.values());
    }

    /** This one leaves out the rest of what it does, once the call that it is in has come back. */
    public void halt(String name) {
        Optional.ofNullable(processes.get(name)).ifPresent(SockProcess::halt);
    }

    /**
     * All who work leave out the rest of what they do, and nobody is waited for any more. Who is
     * blocked stays so.
     */
    public void halt() {
        isHurried = true;
        processes.values().stream()
                .filter(process -> !Activities.isBlocked(process))
                .forEach(SockProcess::halt);
    }

    /** How long the session has been there. */
    public Duration age() {
        return home.age();
    }

    /** Ends all processes; what they sleep in is interrupted, and what they have is closed. */
    @Override
    public void close() {
        processes.values().forEach(SockProcess::stop);
        for (SockProcess process : List.copyOf(processes.values())) {
            process.worker().wake();
        }
        schedule.letGoOn(processes.values());
        for (SockProcess process : List.copyOf(processes.values())) {
            if (process.worker().phase().state() == State.IDLE) {
                process.worker().begin(process::exit);
                schedule.awaitRest(process);
            }
        }
    }
}
