package sockshell.session;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import sockshell.lang.Operators;
import sockshell.lang.Value;
import sockshell.lang.catalogue.Caller;
import sockshell.lang.catalogue.Form;
import sockshell.lang.catalogue.Invocation;
import sockshell.lang.catalogue.Kind;
import sockshell.lang.catalogue.Outcome;
import sockshell.session.told.Survey;
import sockshell.sys.Buffer;
import sockshell.sys.Bytes;
import sockshell.sys.Fd;
import sockshell.sys.Inspection.View;
import sockshell.sys.Kernel;
import sockshell.sys.Result;
import sockshell.sys.SockAddr;

/** One call as a process makes it: the arguments as its form wants them. */
final class Arguments implements Invocation {
    private static final int LARGEST = 16 << 20;

    /* A descriptor that no process has, so that the kernel is the one to say EBADF. */
    private static final int NOBODYS = 1 << 30;

    private final SockProcess process;
    private final CallSite site;
    private final Form form;
    private final Value[] values;
    private Optional<Optional<String>> shared = Optional.empty();

    Arguments(SockProcess process, CallSite site, Form form, Value... values) {
        this.process = process;
        this.site = site;
        this.form = form;
        this.values = values;
    }

    /**
     * The same call with the address itself where a name was given: names are looked up before the
     * call, so that only the call itself can block.
     */
    Result<Arguments> resolved() {
        int at = form.addressAt();
        remarkOnPort(value(at));
        return address(at).map(found -> with(at, new Value.Address(found)));
    }

    /** sin_port has 16 bits, and C cuts what is more. */
    private void remarkOnPort(Value address) {
        if (address instanceof Value.Items(List<Value> parts, _)
                && parts.getFirst() instanceof Value.Text
                && parts.get(1) instanceof Value.Whole(long port)
                && port != (port & 0xffff)) {
            remark("A port has 16 bits: " + port + " is cut to " + (port & 0xffff) + ".");
        }
    }

    /** Whether no argument is a name that has to be looked up. */
    boolean isResolved() {
        int at = form.addressAt();
        return at < 0 || at >= values.length || isAddress(value(at));
    }

    private static boolean isAddress(Value value) {
        return value instanceof Value.Address || value == Value.Nothing.NONE;
    }

    String name() {
        return site.entry().name();
    }

    CallSite site() {
        return site;
    }

    Form form() {
        return form;
    }

    List<Value> values() {
        return List.of(values);
    }

    /** Makes the call, here and now. */
    Outcome run() {
        return form.body().apply(this);
    }

    boolean makesDescriptors() {
        return switch (site.entry().gives()) {
            case DESCRIPTOR, DESCRIPTORS, CONNECTION -> true;
            default -> false;
        };
    }

    boolean mayBlock() {
        return site.entry().waiting().isPresent();
    }

    /**
     * What it reads that others may read too, waiting for it as long as it takes: the socket or
     * pipe of its first argument. Asked when somebody sleeps, and then often, so it is kept.
     */
    Optional<String> shared() {
        if (shared.isEmpty()) {
            shared = Optional.of(takesTurns() ? identity() : Optional.empty());
        }
        return shared.get();
    }

    private boolean takesTurns() {
        return switch (site.entry().gives()) {
            case CONNECTION, DATA, DATAGRAM -> end().isEmpty() && mayWait();
            default -> false;
        };
    }

    /** MSG_DONTWAIT of the call, or O_NONBLOCK of what it reads: then it never waits. */
    private boolean mayWait() {
        int dontWait = kernel().constants().number("MSG_DONTWAIT");
        boolean isTold =
                IntStream.range(0, values.length)
                        .filter(i -> form.parameter(i).kind() == Kind.MESSAGE_FLAGS)
                        .anyMatch(i -> (number(i) & dontWait) != 0);
        int getFlags = kernel().constants().number("F_GETFL");
        int nonBlocking = kernel().constants().number("O_NONBLOCK");
        int flags = kernel().descriptors().fcntl(descriptor(0), getFlags, 0).orElse(nonBlocking);
        return !isTold && (flags & nonBlocking) == 0;
    }

    private Optional<String> identity() {
        return process.descriptors().find(wide(0)).flatMap(kernel().inspection()::identity);
    }

    boolean canGoOn() {
        return site.entry().waiting().map(waiting -> waiting.canGoOn().test(this)).orElse(true);
    }

    /** How long the call sleeps at most, where it is told so. */
    Optional<Duration> end() {
        return site.entry().waiting().flatMap(waiting -> waiting.end().apply(this));
    }

    /** The first argument where that is a descriptor. */
    Optional<Integer> descriptor() {
        return values.length == 0 || form.parameter(0).kind() != Kind.DESCRIPTOR
                ? Optional.empty()
                : Optional.of((int) wide(0));
    }

    /**
     * The descriptor that the call takes from the process: close(2), and dup2(2) with its second.
     */
    Optional<Long> released() {
        return switch (name()) {
            case "close" -> Optional.of(wide(0));
            case "dup2" -> Optional.of(wide(1)).filter(onto -> onto != wide(0));
            default -> Optional.empty();
        };
    }

    /** The socket of the first argument as it stands, if it is one. */
    Optional<View> look() {
        return descriptor().flatMap(process::held).flatMap(Survey.Held::view);
    }

    @Override
    public Kernel kernel() {
        return process.kernel();
    }

    @Override
    public Caller process() {
        return process;
    }

    @Override
    public Value value(int argument) {
        return values[argument];
    }

    @Override
    public int number(int argument) {
        return (int) wide(argument);
    }

    @Override
    public long wide(int argument) {
        if (value(argument) instanceof Value.Whole whole) {
            return whole.number();
        }
        return Operators.whole(value(argument)).orElseThrow(() -> unfit(argument));
    }

    @Override
    public double seconds(int argument) {
        return Operators.fraction(value(argument)).orElseThrow(() -> unfit(argument));
    }

    @Override
    public Bytes bytes(int argument) {
        if (value(argument) instanceof Value.Text text) {
            return text.bytes();
        }
        throw unfit(argument);
    }

    @Override
    public String text(int argument) {
        return bytes(argument).text();
    }

    @Override
    public int size(int argument) {
        long size = wide(argument);
        if (size < 0 || size > LARGEST) {
            throw mistake(
                    argument,
                    "there is no buffer of " + size + " bytes here",
                    "0 to " + LARGEST + " (16 MiB) can be had");
        }
        return (int) size;
    }

    @Override
    public List<Value> members(int argument) {
        if (value(argument) instanceof Value.Items items) {
            return items.members();
        }
        throw unfit(argument);
    }

    @Override
    public List<Value> rest(int from) {
        return values().subList(Math.min(from, values.length), values.length);
    }

    @Override
    public Buffer buffer(int argument) {
        Bytes bytes = bytes(argument);
        if (bytes.length() > LARGEST) {
            throw mistake(argument, "16 MiB are the most for one call", "");
        }
        Buffer buffer = process.memory().forSending(bytes.length());
        buffer.put(0, bytes);
        return buffer;
    }

    @Override
    public Buffer space(int size) {
        return process.memory().forReceiving(size);
    }

    @Override
    public Fd descriptor(int argument) {
        long number = wide(argument);
        if (number >= 0 && number < DescriptorTable.FIRST) {
            throw mistake(
                    argument,
                    "0, 1 and 2 are the terminal's",
                    "sockets begin with 3; print(...) shows text");
        }
        return descriptor(number);
    }

    @Override
    public Fd descriptor(long number) {
        Optional<Fd> own = process.descriptors().find(number);
        return own.isPresent() ? own.get() : new Fd(number < 0 ? (int) number : NOBODYS);
    }

    @Override
    public Result<SockAddr> address(int argument) {
        return new AddressArgument(kernel(), this::family)
                .of(value(argument))
                .orElseThrow(() -> unfit(argument));
    }

    /** Of the socket that is the first argument; 0 where there is none. */
    private int family() {
        boolean isSocket = form.parameter(0).kind() == Kind.DESCRIPTOR;
        return isSocket && has(wide(0))
                ? kernel().sockets()
                        .getsockname(descriptor(0))
                        .map(own -> own instanceof SockAddr.Inet6 ? "AF_INET6" : "AF_INET")
                        .map(name -> kernel().constants().number(name))
                        .orElse(0)
                : 0;
    }

    private Arguments with(int argument, Value value) {
        Value[] changed = values.clone();
        changed[argument] = value;
        return new Arguments(process, site, form, changed);
    }

    @Override
    public int adopt(Fd made) {
        return process.descriptors().add(made);
    }

    @Override
    public int adopt(Fd made, int least) {
        return process.descriptors().add(made, least);
    }

    @Override
    public void install(int number, Fd made) {
        process.descriptors().put(number, made);
    }

    @Override
    public boolean has(long number) {
        return process.descriptors().find(number).isPresent();
    }

    @Override
    public Result<Integer> release(int argument) {
        Fd fd = descriptor(argument);
        process.descriptors().remove(wide(argument), process.statement().orElseThrow());
        return kernel().descriptors().close(fd);
    }

    @Override
    public void remark(String sentence) {
        process.remark(sentence);
    }

    @Override
    public RuntimeException mistake(int argument, String message, String hint) {
        return new Refusal(site.argument(argument), message, hint);
    }

    private RuntimeException unfit(int argument) {
        var parameter = form.parameter(argument);
        return mistake(
                argument,
                "%s's %s cannot be %s".formatted(name(), parameter.name(), value(argument).kind()),
                "expected " + parameter.kind().expected());
    }
}
