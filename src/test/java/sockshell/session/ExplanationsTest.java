package sockshell.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Why a call failed, in the session's own facts. */
class ExplanationsTest {
    private final Told told = new Told();

    @AfterEach
    void close() {
        told.close();
    }

    private void says(String text, String sentence) {
        told.run("p", text);
        assertThat(String.join(" ", told.remarks()).replaceAll(":[0-9]{2,}", ":PORT"))
                .contains(sentence);
    }

    @Test
    void who_holds_the_port_is_said() {
        told.run("srv", "l = socket(AF_INET, SOCK_STREAM); bind(l, \"127.0.0.1\", 0)");
        told.run("srv", "fork(); fork()");
        told.run("srv", "a = getsockname(l); c = socket(AF_INET, SOCK_STREAM)");
        told.run("srv", "bind(c, a)");
        assertThat(told.remarks().getFirst()).startsWith("srv's fd 3 has 127.0.0.1:");
    }

    @Test
    void a_connection_in_TIME_WAIT_is_said_to_hold_the_port() {
        told.run(
                "p",
                """
                l = socket(AF_INET, SOCK_STREAM); bind(l, "127.0.0.1", 0); listen(l)
                a = getsockname(l); c = socket(AF_INET, SOCK_STREAM); connect(c, a)
                d = accept(l); close(d); recv(c, 1); close(c); close(l)
                n = socket(AF_INET, SOCK_STREAM)\
                """);
        says("bind(n, a)", "in TIME_WAIT; bind takes it all the same if");
    }

    @Test
    void which_statement_closed_a_descriptor_is_said() {
        told.run("p", "c = socket(AF_INET, SOCK_STREAM); close(c)");
        says("recv(c, 1)", "p closed fd 3 already: close(c).");
    }

    @Test
    void a_descriptor_that_never_was_is_said_with_those_there_are() {
        told.run("p", "socketpair(AF_UNIX, SOCK_STREAM)");
        says("close(9)", "p never had an fd 9; it has 3, 4.");
    }

    @Test
    void the_result_of_a_failed_call_is_no_descriptor() {
        says("close(-1)", "-1 is no descriptor, but what a failed call gave.");
    }

    @Test
    void accept_without_listen_is_said() {
        told.run("p", "s = socket(AF_INET, SOCK_STREAM)");
        says("accept(s)", "fd 3 does not listen: listen was not called on it.");
    }

    @Test
    void a_second_bind_is_said() {
        told.run("p", "s = socket(AF_INET, SOCK_STREAM); bind(s, \"127.0.0.1\", 0)");
        says("bind(s, \"127.0.0.1\", 0)", "fd 3 has the address 127.0.0.1:PORT already.");
    }

    @Test
    void an_option_that_comes_after_its_bind_is_said() {
        told.run("p", "s = socket(AF_INET6, SOCK_STREAM); bind(s, \"::1\", 0)");
        says(
                "setsockopt(s, IPPROTO_IPV6, IPV6_V6ONLY, 1)",
                "fd 3 has the address [::1]:PORT already; IPV6_V6ONLY is set before bind.");
    }

    @Test
    void a_structure_with_a_wrong_length_is_said() {
        told.run("p", "s = socket(AF_INET, SOCK_STREAM)");
        says(
                "bind(s, sockaddr_in(AF_INET, 0, 0), 3)",
                "The structure has 16 bytes, and the length given is 3.");
    }

    @Test
    void nobody_listens_is_said_with_the_address() {
        told.run("p", "s = socket(AF_INET, SOCK_STREAM); bind(s, \"127.0.0.1\", 0)");
        told.run("p", "a = getsockname(s); close(s); t = socket(AF_INET, SOCK_STREAM)");
        says("connect(t, a)", "Nobody listens on 127.0.0.1:PORT, so the kernel there answered");
    }

    @Test
    void who_is_bound_and_does_not_listen_is_said() {
        told.run("p", "s = socket(AF_INET, SOCK_STREAM); bind(s, \"127.0.0.1\", 0)");
        told.run("p", "t = socket(AF_INET, SOCK_STREAM)");
        says(
                "connect(t, getsockname(s))",
                "p's fd 3 is bound to 127.0.0.1:PORT, but does not listen.");
    }

    @Test
    void data_over_a_listening_socket_is_said() {
        told.run("p", "s = socket(AF_INET, SOCK_STREAM); bind(s, \"127.0.0.1\", 0); listen(s)");
        says("recv(s, 1)", "fd 3 listens; data goes over what accept gives.");
    }

    @Test
    void a_broken_pipe_names_the_signal_that_C_would_get() {
        told.run("p", "a, b = socketpair(AF_UNIX, SOCK_STREAM); close(b)");
        says("send(a, \"x\")", "SIGPIPE");
    }

    @Test
    void to_send_without_a_connection_is_said() {
        told.run("p", "s = socket(AF_INET, SOCK_STREAM)");
        says("send(s, \"x\")", "fd 3 has no connection");
        told.run("p", "bind(s, \"127.0.0.1\", 0); listen(s)");
        says("send(s, \"x\")", "fd 3 listens; data goes over what accept gives.");
    }

    @Test
    void a_time_that_is_over_is_said_to_be_over() {
        told.run("p", "a, b = socketpair(AF_UNIX, SOCK_STREAM); settimeout(a, 0.02)");
        told.run("p", "recv(a, 1)");
        told.run("p", "htons(1)");
        assertThat(told.events.toString()).contains("and its time for waiting is over.");
    }

    @Test
    void a_port_of_another_protocol_is_not_taken_for_the_holder() {
        told.run("p", "u = socket(AF_INET, SOCK_DGRAM); bind(u, \"127.0.0.1\", 0)");
        told.run("p", "t = socket(AF_INET, SOCK_STREAM); bind(t, getsockname(u))");
        says("bind(socket(AF_INET, SOCK_STREAM), getsockname(u))", "p's fd 4 has 127.0.0.1:PORT.");
    }

    @Test
    void a_port_that_is_cut_is_remarked() {
        told.run("p", "s = socket(AF_INET, SOCK_DGRAM)");
        says("bind(s, \"127.0.0.1\", 65536)", "A port has 16 bits: 65536 is cut to 0.");
    }

    @Test
    void a_call_that_may_not_wait_says_what_is_missing() {
        told.run("p", "a, b = socketpair(AF_UNIX, SOCK_STREAM)");
        says("recv(a, 1, MSG_DONTWAIT)", "Nothing has arrived at fd 3");
    }

    @Test
    void an_errno_that_nobody_knows_here_is_said_as_the_system_says_it() {
        says("dup2(0 - 1, 5)", "no descriptor");
        says("unlink(\"/no/such/file\")", "o");
    }

    @Test
    void a_size_that_is_cut_is_remarked() {
        says("htons(70000)", "70000 is cut to 4464");
    }

    @Test
    void a_constant_of_another_family_is_remarked() {
        says("socket(SOCK_STREAM, AF_INET)", "SOCK_STREAM stands where socket's family belongs");
    }
}
