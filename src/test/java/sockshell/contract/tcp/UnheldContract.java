package sockshell.contract.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import sockshell.contract.TcpContract;
import sockshell.sys.Fd;
import sockshell.sys.Inspection.Ends;
import sockshell.sys.Inspection.State;
import sockshell.sys.Inspection.Unheld;
import sockshell.sys.Kernel;
import sockshell.sys.SockAddr;

/** TCP sockets that no descriptor holds, and that a program can't ask about by itself. */
public abstract class UnheldContract extends TcpContract {
    protected UnheldContract(Kernel kernel) {
        super(kernel);
    }

    private Optional<Unheld> unheld(SockAddr local, SockAddr remote) {
        var ends = new Ends(local, Optional.of(remote));
        return ok(kernel.inspection().unheld()).stream()
                .filter(each -> each.ends().equals(ends))
                .findFirst();
    }

    private void awaitUnheld(SockAddr local, SockAddr remote, State state) {
        await(
                "unheld " + state,
                () -> unheld(local, remote).filter(each -> each.state() == state).isPresent());
    }

    @Test
    void a_connection_in_TIME_WAIT_is_unheld_and_expires() {
        Connection connection = connection();
        SockAddr client = nameOf(connection.client());
        SockAddr server = nameOf(connection.server());
        ok(close(connection.client()));
        assertEnded(connection.server());
        ok(close(connection.server()));
        awaitUnheld(client, server, State.TIME_WAIT);
        OptionalLong expires = unheld(client, server).orElseThrow().expiresInMillis();
        assertThat(expires.orElseThrow()).isBetween(0L, 60_000L);
    }

    @Test
    void a_connection_that_was_not_accepted_yet_is_unheld() {
        Fd listener = listener(5);
        Fd client = client(listener);
        awaitUnheld(nameOf(listener), nameOf(client), State.ESTABLISHED);
        accept(listener);
        assertThat(unheld(nameOf(listener), nameOf(client))).isEmpty();
    }

    @Test
    void a_connection_over_IPv6_that_was_not_accepted_yet_is_unheld() {
        Fd listener = tcp6();
        ok(bind(listener, loopback6(0)));
        ok(listen(listener, 5));
        Fd client = tcp6();
        ok(connect(client, nameOf(listener)));
        awaitUnheld(nameOf(listener), nameOf(client), State.ESTABLISHED);
    }

    @Test
    void a_half_open_connection_is_unheld_in_SYN_RECV() {
        Fd listener = listener(5);
        option(listener, "IPPROTO_TCP", "TCP_DEFER_ACCEPT", 30);
        Fd client = client(listener);
        awaitUnheld(nameOf(listener), nameOf(client), State.SYN_RECV);
    }

    @Test
    void an_abandoned_half_closed_connection_is_unheld_in_FIN_WAIT2() {
        Connection connection = connection();
        SockAddr client = nameOf(connection.client());
        ok(close(connection.client()));
        awaitUnheld(client, nameOf(connection.server()), State.FIN_WAIT2);
    }

    @Test
    void a_connection_that_is_held_is_not_among_the_unheld() {
        Connection connection = connection();
        SockAddr client = nameOf(connection.client());
        assertThat(unheld(client, nameOf(connection.server()))).isEmpty();
    }
}
