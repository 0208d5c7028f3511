package sockshell.sys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Calls that wait: what makes them go on, and what it does not. */
public abstract class BlockingContract extends Contract {
    protected BlockingContract(Kernel kernel) {
        super(kernel);
    }

    @Test
    void accept_waits_until_somebody_connects() {
        Fd listener = listener(5);
        var accepting = blocked(() -> kernel.sockets().accept(listener));
        Fd client = tcp();
        ok(kernel.sockets().connect(client, nameOf(listener)));
        var accepted = ok(accepting.result());
        keep(accepted.fd());
        assertThat(accepted.peer()).isEqualTo(nameOf(client));
    }

    @Test
    void an_interrupted_accept_is_EINTR_and_can_be_made_again() {
        Fd listener = listener(5);
        var accepting = blocked(() -> kernel.sockets().accept(listener));
        ok(accepting.interrupt());
        fails(accepting.result(), "EINTR");
        ok(kernel.sockets().connect(tcp(), nameOf(listener)));
        keep(ok(kernel.sockets().accept(listener)).fd());
    }

    @Test
    void closing_a_descriptor_does_not_wake_who_is_blocked_on_it() {
        Pair pair = streamPair();
        Buffer buffer = kernel.buffer(10);
        var receiving = blocked(() -> kernel.transfers().recv(pair.first(), buffer, 10, 0));
        ok(kernel.descriptors().close(pair.first()));
        assertThat(receiving.isAsleep()).isTrue();
        ok(send(pair.second(), "late"));
        assertThat(ok(receiving.result())).isEqualTo(4);
    }

    @Test
    void poll_waits_for_the_first_of_several() {
        Pair one = streamPair();
        Pair other = streamPair();
        int in = n("POLLIN");
        var interests =
                List.of(
                        new Readiness.Interest(one.first(), in),
                        new Readiness.Interest(other.first(), in));
        var polling = blocked(() -> kernel.readiness().poll(interests, -1));
        ok(send(other.second(), "x"));
        assertThat(ok(polling.result())).isEqualTo(new Readiness.Polled(1, List.of(0, in)));
    }
}
