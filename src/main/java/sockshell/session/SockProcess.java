package sockshell.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import sockshell.lang.Expr;
import sockshell.lang.Mistake;
import sockshell.lang.Stmt;
import sockshell.lang.Value;
import sockshell.lang.catalogue.Caller;
import sockshell.lang.catalogue.Outcome;
import sockshell.session.told.Event;
import sockshell.session.told.Event.Made;
import sockshell.session.told.Event.Timing;
import sockshell.session.told.Statement;
import sockshell.session.told.Survey.Held;
import sockshell.session.told.Waiting;
import sockshell.sys.Bytes;
import sockshell.sys.Constants;
import sockshell.sys.Constants.Constant;
import sockshell.sys.Errno;
import sockshell.sys.Fd;
import sockshell.sys.Inspection;
import sockshell.sys.Inspection.Option;
import sockshell.sys.Kernel;
import sockshell.sys.Result;

/**
 * One process: its variables, its descriptors, errno, and the worker on whose thread it makes its
 * calls. Only one process of a session runs at a time; the others are idle, or sleep in a call.
 */
final class SockProcess implements Caller {
    private static final int MOST_REMARKS = 5;

    private final String name;
    private final Household household;
    private final Worker worker;
    private final DescriptorTable descriptors;
    private final Map<String, Value> variables = new ConcurrentHashMap<>();
    private final Set<String> remarks = new LinkedHashSet<>();
    private final List<String> noticed = new ArrayList<>();
    private final CallMemory memory;
    private Optional<Errno> errno = Optional.empty();
    private Optional<Statement> statement = Optional.empty();
    private Frame frame;
    private boolean livesForBlock;
    private boolean gotNothing;
    private int failures;
    private volatile boolean halted;
    private volatile boolean stopping;

    SockProcess(String name, Household household, DescriptorTable descriptors) {
        this.name = name;
        this.household = household;
        this.descriptors = descriptors;
        memory = new CallMemory(household.kernel());
        frame = new Frame(Program.EMPTY);
        worker =
                new Worker(
                        name,
                        household.kernel(),
                        call -> household.hasRival(this, call),
                        household::nextTicket,
                        household::returned);
    }

    String name() {
        return name;
    }

    Kernel kernel() {
        return household.kernel();
    }

    Worker worker() {
        return worker;
    }

    DescriptorTable descriptors() {
        return descriptors;
    }

    Map<String, Value> variables() {
        return variables;
    }

    CallMemory memory() {
        return memory;
    }

    /** What it is doing, or did last. */
    Optional<Statement> statement() {
        return statement;
    }

    /** Does a program from its beginning; what is odd about it is said with its first result. */
    void begin(Program program, List<String> oddities) {
        halted = false;
        noticed.addAll(oddities);
        worker.begin(() -> run(new Frame(program)));
    }

    private void run(Frame begun) {
        frame = begun;
        try {
            while (!frame.isDone()) {
                frame.advance(this);
            }
        } catch (Refusal refusal) {
            slipped(refusal.mistake());
        } catch (IllegalArgumentException refused) {
            slipped(String.valueOf(refused.getMessage()));
        } catch (StackOverflowError | OutOfMemoryError beyond) {
            slipped("this is too large or too deeply nested for SockShell");
        } catch (RuntimeException ours) {
            slipped("SockShell itself failed here, please report it: " + ours);
        }
        frame = new Frame(Program.EMPTY);
        if (livesForBlock) {
            exit();
        }
    }

    private void slipped(String reason) {
        var span = statement.orElseThrow().tree().span();
        slipped(new Mistake(span, reason));
    }

    private void slipped(Mistake mistake) {
        if (stopping) {
            return;
        }
        var source = frame.program().typed().source();
        household.tell(new Event.Slipped(name, source, List.of(mistake)));
    }

    void begin(Statement next) {
        statement = Optional.of(next);
        remarks.clear();
        noticed.forEach(this::remark);
        noticed.clear();
        frame.settle();
        household.tell(new Event.Begun(name, next));
    }

    /** The statement is done: its result has a name of its own if it was given none. */
    void finish(Statement done, Frame at) {
        Outcome outcome = at.outcome();
        boolean isNameless =
                done.tree() instanceof Stmt.Evaluate(_, Expr value)
                        && !(value instanceof Expr.Name)
                        && !(outcome instanceof Outcome.Did);
        if (isNameless) {
            variables.put("$" + done.id(), outcome.value());
        }
        if (outcome instanceof Outcome.Failed) {
            at.failure()
                    .flatMap(failure -> household.explanations().why(this, failure))
                    .ifPresent(this::remark);
        }
        household.tell(new Event.Finished(name, done, outcome, List.copyOf(remarks), failures));
        failures = 0;
        at.settle();
    }

    void remark(String sentence) {
        if (remarks.size() < MOST_REMARKS) {
            remarks.add(sentence);
        }
    }

    /** Makes a call, which others may be let go on for if it sleeps. */
    Outcome make(Arguments call) {
        breathe();
        if (call.makesDescriptors() && !descriptors.hasRoomFor(2)) {
            return new Outcome.Failed(full());
        }
        return household.wantsCalls() ? timed(call) : made(call);
    }

    private Errno full() {
        remark(descriptors.budget().remark());
        return new Errno("EMFILE", kernel().constants().number("EMFILE"));
    }

    private Outcome made(Arguments call) {
        if (!call.mayBlock()) {
            return call.run();
        }
        Outcome outcome = worker.calling(call);
        gotNothing |= isNothing(outcome);
        if (stopping) {
            breathe();
        }
        return outcome;
    }

    private Outcome timed(Arguments call) {
        Optional<Held> released = call.released().flatMap(this::held);
        Duration started = household.age();
        Outcome outcome = made(call);
        Timing timing =
                new Timing(
                        started, household.age().minus(started), call.mayBlock() && worker.slept());
        Made made =
                new Made(
                        call.site().entry(),
                        call.site().call(),
                        call.values(),
                        released,
                        () -> outcome.made().or(call::descriptor).flatMap(this::held));
        household.tell(new Event.Called(name, statement.orElseThrow(), made, outcome, timing));
        return outcome;
    }

    /** What it has behind a number, as it stands now. */
    Optional<Held> held(long number) {
        return descriptors.find(number).map(fd -> held((int) number, fd));
    }

    private Held held(int number, Fd fd) {
        Inspection inspection = kernel().inspection();
        return new Held(
                name,
                number,
                inspection.identity(fd),
                inspection.look(fd).map(Optional::of).orElse(Optional.empty()));
    }

    /** What waits to be read behind a number, where that is a socket. */
    Optional<Waiting> waiting(int number) {
        return descriptors
                .find(number)
                .flatMap(
                        fd -> held(number, fd).view().map(view -> new Peek(kernel()).at(fd, view)));
    }

    List<Option> options(int number) {
        return descriptors
                .find(number)
                .map(fd -> kernel().inspection().options(fd).orElse(List.of()))
                .orElse(List.of());
    }

    /** All that it has, lowest first. */
    List<Held> held() {
        return descriptors.numbers().stream().flatMap(number -> held(number).stream()).toList();
    }

    /**
     * A loop that asked without waiting, and got nothing, lets others go on before it asks again.
     */
    void turnEnds() {
        breathe();
        if (gotNothing) {
            gotNothing = false;
            worker.yieldTurn();
        }
    }

    private static boolean isNothing(Outcome outcome) {
        return outcome instanceof Outcome.Failed failed
                ? failed.errno().name().equals("EAGAIN")
                : outcome instanceof Outcome.Ready ready && ready.count() == 0;
    }

    /** Where it can be stopped, if it is to. */
    void breathe() {
        if (stopping || halted) {
            throw new Refusal(
                    statement.orElseThrow().tree().span(), "stopped here", "the rest was left out");
        }
    }

    /** It shall leave out the rest of what it does now. */
    void halt() {
        halted = true;
    }

    /** It shall do nothing more of what it was told. */
    void stop() {
        stopping = true;
    }

    void failed(Errno failure) {
        failures++;
        boolean setsErrno =
                kernel().constants()
                        .named(failure.name())
                        .map(Constant::kind)
                        .filter(Constants.Kind.ERRNO::equals)
                        .isPresent();
        if (setsErrno) {
            errno = Optional.of(failure);
        }
    }

    @Override
    public int errno() {
        return errno.map(Errno::number).orElse(0);
    }

    Outcome errnoOutcome() {
        return new Outcome.ErrorNumber(errno(), errno.map(Errno::name).orElse(""));
    }

    private Result<SockProcess> child() {
        return descriptors.hasRoomFor(descriptors.numbers().size() + 1)
                ? household.child(this)
                : new Result.Err<>(full());
    }

    @Override
    public Outcome fork() {
        return switch (child()) {
            case Result.Ok<SockProcess>(SockProcess child) -> {
                Frame childs = frame.copy();
                childs.give(Outcome.Gave.number(0));
                child.goOn(this, childs);
                yield Outcome.Gave.number(child.worker().task().number());
            }
            case Result.Err<SockProcess>(Errno failure) -> new Outcome.Failed(failure);
        };
    }

    /** The child goes on with the body of a fork block, and this process behind it. */
    void forkBlock(Frame at, Runnable skipBody) {
        switch (child()) {
            case Result.Ok<SockProcess>(SockProcess child) -> {
                child.livesForBlock = true;
                child.goOn(this, at.copy());
            }
            case Result.Err<SockProcess>(Errno failure) -> {
                failed(failure);
                at.settle(new Outcome.Failed(failure));
            }
        }
        skipBody.run();
    }

    /** As fork(2) leaves a child: it has what the parent has, at the same place. */
    private void goOn(SockProcess parent, Frame at) {
        variables.putAll(parent.variables);
        errno = parent.errno;
        statement = parent.statement;
        household.tell(new Event.Forked(parent.name, name));
        worker.beginInTurn(() -> run(at));
    }

    @Override
    public void exit() {
        livesForBlock = false;
        List<Held> had = household.wantsCalls() ? held() : List.of();
        descriptors.closeAll(kernel());
        frame.stop();
        worker.end();
        household.gone(this, new Event.Ended(name, failures, had));
    }

    @Override
    public void print(Bytes text) {
        household.tell(new Event.Printed(name, text));
    }

    @Override
    public Optional<String> input(String question) {
        return household.input(name, question);
    }
}
