package sockshell.session;

import java.util.ArrayList;
import java.util.List;
import sockshell.lang.Expr;
import sockshell.lang.Operators;
import sockshell.lang.Value;
import sockshell.lang.catalogue.Call.Wait;
import sockshell.lang.catalogue.Form;
import sockshell.lang.catalogue.Invocation;
import sockshell.lang.catalogue.Parameter;
import sockshell.sys.Buffer;
import sockshell.sys.Bytes;
import sockshell.sys.Fd;
import sockshell.sys.Kernel;
import sockshell.sys.Readiness.Interest;
import sockshell.sys.Result;
import sockshell.sys.SockAddr;

/** The arguments of one call, as its form wants them. */
final class Arguments implements Invocation {
    /* A descriptor that no process has, so that the kernel is the one to say EBADF. */
    private static final int NOBODYS = 1 << 30;

    private final SockProcess process;
    private final Form form;
    private final Expr.Call call;
    private final List<Value> values;

    private Arguments(SockProcess process, Form form, Expr.Call call, List<Value> values) {
        this.process = process;
        this.form = form;
        this.call = call;
        this.values = values;
    }

    /**
     * The values in the order of the form: a host and a port are one, what is left out is there.
     */
    static Arguments of(SockProcess process, Form form, Expr.Call call, List<Value> given) {
        List<Value> values = new ArrayList<>(given);
        int address = form.addressAt();
        if (address >= 0 && values.size() > form.parameters().size()) {
            Value port = values.remove(address + 1);
            values.set(address, new Value.Items(List.of(values.get(address), port), true));
        }
        for (Parameter missing : form.parameters().subList(values.size(), form.size())) {
            missing.fallback().map(Long::valueOf).map(Value.Whole::of).ifPresent(values::add);
        }
        return new Arguments(process, form, call, values);
    }

    /** Whether the kernel would let the call go on; what it is asked can't block. */
    boolean isReady(Wait wait) {
        int events = kernel().constants().number(wait == Wait.WRITE ? "POLLOUT" : "POLLIN");
        Interest interest = new Interest(descriptor(0), events);
        return kernel().readiness()
                .poll(List.of(interest), 0)
                .map(polled -> polled.count() > 0)
                .orElse(true);
    }

    @Override
    public Kernel kernel() {
        return process.kernel();
    }

    @Override
    public Value value(int argument) {
        return values.get(argument);
    }

    @Override
    public int number(int argument) {
        return (int) wide(argument);
    }

    @Override
    public long wide(int argument) {
        return Operators.whole(value(argument)).orElseThrow(() -> unfit(argument));
    }

    @Override
    public double seconds(int argument) {
        return Operators.fraction(value(argument)).orElseThrow(() -> unfit(argument));
    }

    @Override
    public Bytes bytes(int argument) {
        if (value(argument) instanceof Value.Text(Bytes bytes)) {
            return bytes;
        }
        throw unfit(argument);
    }

    @Override
    public String text(int argument) {
        return bytes(argument).text();
    }

    @Override
    public Buffer buffer(int argument) {
        Bytes bytes = bytes(argument);
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
        return process.descriptors()
                .find(number)
                .orElseGet(() -> new Fd(number < 0 ? (int) number : NOBODYS));
    }

    @Override
    public Result<SockAddr> address(int argument) {
        return new AddressArgument(kernel()).of(value(argument)).orElseThrow(() -> unfit(argument));
    }

    @Override
    public int adopt(Fd made) {
        return process.descriptors().add(made);
    }

    @Override
    public Result<Integer> release(int argument) {
        Fd fd = descriptor(argument);
        process.descriptors().remove(wide(argument));
        return kernel().descriptors().close(fd);
    }

    private Refusal unfit(int argument) {
        var parameter = form.parameters().get(argument);
        Expr given = call.arguments().get(Math.min(argument, call.arguments().size() - 1));
        return new Refusal(
                given.span(),
                call.name() + "'s " + parameter.name() + " has to be something else",
                "expected " + parameter.kind().expected());
    }
}
