package sockshell.lang.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import sockshell.lang.Operators;
import sockshell.lang.Value;
import sockshell.sys.Buffer;
import sockshell.sys.Bytes;
import sockshell.sys.Fd;
import sockshell.sys.Kernel;
import sockshell.sys.Names.Hints;
import sockshell.sys.Result;
import sockshell.sys.SockAddr;

/** One call with its arguments, of a process whose descriptors are {@link Calling}'s. */
record Trial(Calling test, List<Value> values) implements Invocation {
    private static final int NOBODYS = 1 << 30;

    /** What the person did wrong. */
    static final class Slip extends RuntimeException {
        private static final long serialVersionUID = 1;

        Slip(String message) {
            super(message);
        }
    }

    @Override
    public Kernel kernel() {
        return test.kernel;
    }

    @Override
    public Caller process() {
        return new Caller() {
            @Override
            public int errno() {
                return 0;
            }

            @Override
            public Outcome fork() {
                return Outcome.Gave.number(1);
            }

            @Override
            public void exit() {
                test.printed.add("exit");
            }

            @Override
            public void print(Bytes text) {
                test.printed.add(text.text());
            }

            @Override
            public Optional<String> input(String question) {
                test.printed.add(question);
                return test.typed;
            }
        };
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
        return Operators.whole(value(argument)).orElseThrow();
    }

    @Override
    public double seconds(int argument) {
        return Operators.fraction(value(argument)).orElseThrow();
    }

    @Override
    public Bytes bytes(int argument) {
        return ((Value.Text) value(argument)).bytes();
    }

    @Override
    public String text(int argument) {
        return bytes(argument).text();
    }

    @Override
    public int size(int argument) {
        return number(argument);
    }

    @Override
    public List<Value> members(int argument) {
        return ((Value.Items) value(argument)).members();
    }

    @Override
    public List<Value> rest(int from) {
        return values.subList(Math.min(from, values.size()), values.size());
    }

    @Override
    public Buffer buffer(int argument) {
        Buffer buffer = kernel().buffer(bytes(argument).length());
        buffer.put(0, bytes(argument));
        return buffer;
    }

    @Override
    public Buffer space(int size) {
        return kernel().buffer(size);
    }

    @Override
    public Fd descriptor(int argument) {
        return descriptor(wide(argument));
    }

    @Override
    public Fd descriptor(long number) {
        return Optional.ofNullable(test.descriptors.get((int) number))
                .orElseGet(() -> new Fd(number < 0 ? (int) number : NOBODYS));
    }

    /** Numbers only: what a name means is the session's matter. */
    @Override
    public Result<SockAddr> address(int argument) {
        return switch (value(argument)) {
            case Value.Address(SockAddr address) -> new Result.Ok<>(address);
            case Value.Items(List<Value> parts, _)
                    when parts.getFirst() instanceof Value.Address(SockAddr address) ->
                    new Result.Ok<>(
                            new SockAddr.Raw(
                                    kernel().encode(address).bytes(),
                                    (int) (long) Operators.whole(parts.getLast()).orElseThrow()));
            case Value.Items(List<Value> parts, _) ->
                    kernel().names()
                            .getaddrinfo(
                                    Optional.of(((Value.Text) parts.getFirst()).bytes().text()),
                                    Operators.whole(parts.getLast()).map(String::valueOf),
                                    Hints.NONE)
                            .map(found -> found.getFirst().address());
            case Value.Text(Bytes path) -> new Result.Ok<>(new SockAddr.Unix(path));
            default -> throw mistake(argument, "no address", "");
        };
    }

    @Override
    public int adopt(Fd made) {
        return adopt(made, 3);
    }

    @Override
    public int adopt(Fd made, int least) {
        int free =
                IntStream.iterate(Math.max(least, 3), number -> number + 1)
                        .filter(number -> !test.descriptors.containsKey(number))
                        .findFirst()
                        .orElseThrow();
        install(free, made);
        return free;
    }

    @Override
    public void install(int number, Fd made) {
        test.descriptors.put(number, made);
    }

    @Override
    public boolean has(long number) {
        return test.descriptors.containsKey((int) number);
    }

    @Override
    public Result<Integer> release(int argument) {
        Fd fd = descriptor(argument);
        test.descriptors.remove(number(argument));
        return kernel().descriptors().close(fd);
    }

    @Override
    public void remark(String sentence) {
        test.remarks.add(sentence);
    }

    @Override
    public RuntimeException mistake(int argument, String message, String hint) {
        return new Slip(message + "; " + hint);
    }
}
