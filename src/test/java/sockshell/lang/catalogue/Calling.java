package sockshell.lang.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import sockshell.lang.Value;
import sockshell.libc.LibcKernel;
import sockshell.sys.Fd;
import sockshell.sys.Kernel;
import sockshell.sys.SockAddr;

/**
 * Makes calls of the catalogue as a process would, against this machine's kernel. Everything that a
 * test opened is closed behind it.
 */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
abstract class Calling {
    private static final Kernel KERNEL = new LibcKernel();
    private static final Catalogue CATALOGUE = new Catalogue();

    final Kernel kernel = KERNEL;
    final Map<Integer, Fd> descriptors = new TreeMap<>();
    final List<String> remarks = new ArrayList<>();
    final List<String> printed = new ArrayList<>();
    Optional<String> typed = Optional.empty();

    @AfterEach
    void closeEverything() {
        descriptors.values().forEach(fd -> kernel.descriptors().close(fd));
        descriptors.clear();
    }

    /** What the statement of a person would give; numbers and texts stand for themselves. */
    Outcome call(String name, Object... arguments) {
        Call call = CATALOGUE.find(name).orElseThrow();
        List<Value> values = Arrays.stream(arguments).map(this::value).toList();
        for (Form form : call.forms(values.size())) {
            Optional<List<Value>> arranged =
                    form.arrange(values.toArray(Value[]::new)).map(List::of);
            if (arranged.isPresent()) {
                return form.body().apply(new Trial(this, arranged.get()));
            }
        }
        return fail(name + " does not take " + values);
    }

    /** Whether the call could go on now. */
    boolean canGoOn(String name, Object... arguments) {
        Call call = CATALOGUE.find(name).orElseThrow();
        return call.waiting().orElseThrow().canGoOn().test(trial(call, arguments));
    }

    /** The call that would be made, for what is asked without making it. */
    Invocation trial(Call call, Object... arguments) {
        List<Value> values = Arrays.stream(arguments).map(this::value).toList();
        return call.forms(values.size()).stream()
                .flatMap(form -> form.arrange(values.toArray(Value[]::new)).stream())
                .findFirst()
                .map(arranged -> new Trial(this, List.of(arranged)))
                .orElseThrow();
    }

    private Value value(Object given) {
        return switch (given) {
            case Value value -> value;
            case Integer number -> Value.Whole.of(number);
            case Long number -> Value.Whole.of(number);
            case Double number -> new Value.Fraction(number);
            case Boolean truth -> Value.Truth.of(truth);
            case SockAddr address -> new Value.Address(address);
            case List<?> members -> list(members.toArray());
            default -> text(given.toString());
        };
    }

    /** Text, or the number of the constant of that name. */
    private Value text(String text) {
        return kernel.constants()
                .named(text)
                .<Value>map(constant -> Value.Whole.of(constant.value()))
                .orElse(Value.Text.of(text));
    }

    Value list(Object... members) {
        return new Value.Items(Arrays.stream(members).map(this::value).toList(), false);
    }

    Value pair(Object... members) {
        return new Value.Items(Arrays.stream(members).map(this::value).toList(), true);
    }

    long n(String constant) {
        return kernel.constants().number(constant);
    }

    /** The number that a call gives. */
    long number(String name, Object... arguments) {
        return call(name, arguments).value() instanceof Value.Whole(long number)
                ? number
                : fail(name + " gave no number");
    }

    /** The text that a call gives. */
    String text(String name, Object... arguments) {
        return call(name, arguments).value() instanceof Value.Text(var bytes)
                ? bytes.text()
                : fail(name + " gave no text");
    }

    /** The number of the one descriptor that a call makes. */
    int made(String name, Object... arguments) {
        return call(name, arguments) instanceof Outcome.Made(List<Integer> made)
                ? made.getFirst()
                : fail(name + " made nothing");
    }

    void fails(String errno, String name, Object... arguments) {
        assertThat(call(name, arguments))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.errno().name()).isEqualTo(errno));
    }

    int udp() {
        return made("socket", "AF_INET", "SOCK_DGRAM");
    }

    int tcp() {
        return made("socket", "AF_INET", "SOCK_STREAM");
    }

    /** Two sockets that are connected to each other. */
    List<Integer> socketpair() {
        return ((Outcome.Made) call("socketpair", "AF_UNIX", "SOCK_STREAM")).descriptors();
    }
}
