package sockshell.render.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Sessions on the real kernel as they are drawn on 80 columns. */
class LadderPicturesTest {
    @Test
    void a_connection_its_bytes_and_both_FINs_go_from_process_to_process() {
        assertThat(Recorded.of(Scripts.UPPER_CASE).drawn(80))
                .isEqualTo(
                        """
                        srv                                  cli
                        │ socket(AF_INET, SOCK_STREAM) = 3   │
                        │ bind(l, 127.0.0.1:0) = 0           │
                        │ getsockname(l) = 127.0.0.1:50001   │
                        │ listen(l, 1) = 0                   │
                        ┆ accept(l) blocked                  │
                        ┆                                    │ socket(AF_INET, SOCK_STREAM) = 3
                        ┆                                    │ connect(d, 127.0.0.1:50001) = 0
                        ┆←────────────── SYN ────────────────┤
                        │ accept(l) = 4 from 127.0.0.1:50002 │
                        │                                    │ send(d, "hello") = 5
                        │←──────── 5 bytes "hello" ──────────┤
                        │ recv(c, 1024) = 5 "hello"          │
                        │                                    ┆ recv(d, 1024) blocked
                        │ send(c, "HELLO") = 5               ┆
                        ├───────── 5 bytes "HELLO" ─────────→┆
                        │                                    │ recv(d, 1024) = 5 "HELLO"
                        │ close(c) = 0                       │
                        ├─────────────── FIN ───────────────→│
                        │                                    │ recv(d, 1024) = 0 ""
                        │                                    │ close(d) = 0
                        │←────────────── FIN ────────────────┤
                        """);
    }

    @Test
    void a_datagram_goes_to_the_socket_that_is_bound_to_its_address() {
        assertThat(Recorded.of(Scripts.UDP).drawn(80))
                .isEqualTo(
                        """
                        srv                                     cli
                        │ socket(AF_INET, SOCK_DGRAM) = 3       │
                        │ bind(s, 127.0.0.1:0) = 0              │
                        │ getsockname(s) = 127.0.0.1:50001      │
                        ┆ recvfrom(s, 2048) blocked             │
                        ┆                                       │ socket(AF_INET, SOCK_DGRAM) = 3
                        ┆                                       │ sendto(c, "hello", 127.0.0.1:50001)
                        ┆                                       │   = 5
                        ┆←────────── 5 bytes "hello" ───────────┤
                        │ recvfrom(s, 2048) = 5 "hello" from    │
                        │   127.0.0.1:50002                     │
                        │                                       ┆ recvfrom(c, 2048) blocked
                        │ sendto(s, "HELLO", 127.0.0.1:50002)   ┆
                        │   = 5                                 ┆
                        ├─────────── 5 bytes "HELLO" ──────────→┆
                        │                                       │ recvfrom(c, 2048) = 5 "HELLO" from
                        │                                       │   127.0.0.1:50001
                        │                                       │ close(c) = 0
                        """);
    }

    @Test
    void a_close_says_nothing_while_another_process_has_the_connection() {
        assertThat(Recorded.of(Scripts.FORK).drawn(80))
                .isEqualTo(
                        """
                        srv                        cli
                        │ socket(AF_INET,          │
                        │   SOCK_STREAM) = 3       │
                        │ bind(l, 127.0.0.1:0) = 0 │
                        │ getsockname(l)           │
                        │   = 127.0.0.1:50001      │
                        │ listen(l, 5) = 0         │
                        ┆ accept(l) blocked        │
                        ┆                          │ socket(AF_INET,
                        ┆                          │   SOCK_STREAM) = 3
                        ┆                          │ connect(d,
                        ┆                          │   127.0.0.1:50001) = 0
                        ┆←───────── SYN ───────────┤
                        │ accept(l) = 4 from       │
                        │   127.0.0.1:50002        │
                        ├─────────────────────── fork ───────────────────────→srv.1
                        │ close(c) = 0             │                          │
                        ┆ accept(l) blocked        │                          │
                        ┆                          │                          │ close(l) = 0
                        ┆                          │                          ┆ recv(c, 100) blocked
                        ┆                          │ send(d, "one") = 3       ┆
                        ┆                          ├───── 3 bytes "one" ─────→┆
                        ┆                          │                          │ recv(c, 100) = 3 "one"
                        ┆                          │                          │ send(c, "one") = 3
                        ┆                          │←──── 3 bytes "one" ──────┤
                        ┆                          │                          │ close(c) = 0
                        ┆                          │←───────── FIN ───────────┤
                        ┆                          │                          ┴ ends
                        ┆                          │ recv(d, 100) = 3 "one"
                        ┆                          │ recv(d, 100) = 0 ""
                        ┆                          │ close(d) = 0
                        ┆                          ├────────── FIN ──────────→
                        """);
    }

    @Test
    void a_connect_that_sleeps_has_sent_its_SYN() {
        assertThat(Recorded.of(Scripts.BACKLOG).drawn(80))
                .isEqualTo(
                        """
                        srv                       a                         b
                        │ socket(AF_INET,         │                         │
                        │   SOCK_STREAM) = 3      │                         │
                        │ bind(l, 127.0.0.1:0)    │                         │
                        │   = 0                   │                         │
                        │ getsockname(l)          │                         │
                        │   = 127.0.0.1:50001     │                         │
                        │ listen(l, 0) = 0        │                         │
                        │                         │ socket(AF_INET,         │
                        │                         │   SOCK_STREAM) = 3      │
                        │                         │ connect(d,              │
                        │                         │   127.0.0.1:50001) = 0  │
                        │←───────── SYN ──────────┤                         │
                        │                         │                         │ socket(AF_INET,
                        │                         │                         │   SOCK_STREAM) = 3
                        │                         │                         ┆ connect(3,
                        │                         │                         ┆   127.0.0.1:50001) blocked
                        │←────────────────────── SYN ───────────────────────┤
                        """);
    }

    @Test
    void a_port_that_nobody_has_is_outside_and_resets() {
        assertThat(Recorded.of(Scripts.REFUSED).drawn(80))
                .isEqualTo(
                        """
                        cli                                         outside
                        │ socket(AF_INET, SOCK_STREAM) = 3          │
                        │ connect(d, 127.0.0.1:1) = -1 ECONNREFUSED │
                        ├─────────────────── SYN ──────────────────→│
                        │←────────────────── RST ───────────────────┤
                        │ close(d) = 0                              │
                        """);
    }

    @Test
    void what_goes_into_one_end_of_a_pair_goes_to_who_has_the_other() {
        assertThat(Recorded.of(Scripts.PAIR).drawn(80))
                .isEqualTo(
                        """
                        main
                        │ socketpair(AF_UNIX, SOCK_STREAM) = 3 4
                        ├───────────────── fork ────────────────→main.1
                        │                                        │ close(a) = 0
                        │                                        ┆ recv(b, 10) blocked
                        │ close(b) = 0                           ┆
                        │ send(a, "ping") = 4                    ┆
                        ├──────────── 4 bytes "ping" ───────────→┆
                        │                                        │ recv(b, 10) = 4 "ping"
                        │                                        │ send(b, "pong") = 4
                        │←─────────── 4 bytes "pong" ────────────┤
                        │                                        │ close(b) = 0
                        │←─────────── end of stream ─────────────┤
                        │                                        ┴ ends
                        │ recv(a, 10) = 4 "pong"
                        │ recv(a, 10) = 0 ""
                        │ close(a) = 0
                        """);
    }

    @Test
    void the_end_of_a_pipe_is_not_said_to_who_is_gone() {
        assertThat(Recorded.of(Scripts.PIPE).drawn(80))
                .isEqualTo(
                        """
                        main
                        │ pipe() = 3 4
                        ├───────────── fork ────────────→main.1
                        │                                │ close(w) = 0
                        │                                ┆ read(r, 10) blocked
                        │ close(r) = 0                   ┆
                        │ write(w, "down the pipe") = 13 ┆
                        ├─── 13 bytes "down the pipe" ──→┆
                        │                                │ read(r, 10) = 10 "down the p"
                        │                                │ read(r, 10) = 3 "ipe"
                        │                                ┴ ends
                        │ close(w) = 0
                        """);
    }

    @Test
    void a_side_that_is_shut_down_sends_no_second_FIN() {
        assertThat(Recorded.of(Scripts.HALF_CLOSE).drawn(80))
                .isEqualTo(
                        """
                        srv                                  cli
                        │ socket(AF_INET, SOCK_STREAM) = 3   │
                        │ bind(l, 127.0.0.1:0) = 0           │
                        │ getsockname(l) = 127.0.0.1:50001   │
                        │ listen(l, 1) = 0                   │
                        │                                    │ socket(AF_INET, SOCK_STREAM) = 3
                        │                                    │ connect(d, 127.0.0.1:50001) = 0
                        │←────────────── SYN ────────────────┤
                        │ accept(l) = 4 from 127.0.0.1:50002 │
                        │                                    │ send(d, "question") = 8
                        │←─────── 8 bytes "question" ────────┤
                        │                                    │ shutdown(d, SHUT_WR) = 0
                        │←────────────── FIN ────────────────┤
                        │ recv(c, 100) = 8 "question"        │
                        │ recv(c, 100) = 0 ""                │
                        │ send(c, "answer") = 6              │
                        ├───────── 6 bytes "answer" ────────→│
                        │ close(c) = 0                       │
                        ├─────────────── FIN ───────────────→│
                        │                                    │ recv(d, 100) = 6 "answer"
                        │                                    │ recv(d, 100) = 0 ""
                        │                                    │ close(d) = 0
                        """);
    }

    @Test
    void closing_with_unread_data_resets() {
        assertThat(Recorded.of(Scripts.RESET).drawn(80))
                .isEqualTo(
                        """
                        srv                                  cli
                        │ socket(AF_INET, SOCK_STREAM) = 3   │
                        │ bind(l, 127.0.0.1:0) = 0           │
                        │ getsockname(l) = 127.0.0.1:50001   │
                        │ listen(l, 1) = 0                   │
                        │                                    │ socket(AF_INET, SOCK_STREAM) = 3
                        │                                    │ connect(d, 127.0.0.1:50001) = 0
                        │←────────────── SYN ────────────────┤
                        │ accept(l) = 4 from 127.0.0.1:50002 │
                        │                                    │ send(d, "never read") = 10
                        │←───── 10 bytes "never read" ───────┤
                        │ close(c) = 0                       │
                        ├─────────────── RST ───────────────→│
                        │                                    │ recv(d, 100) = -1 ECONNRESET
                        │                                    │ close(d) = 0
                        """);
    }

    @Test
    void equal_turns_are_folded() {
        assertThat(Recorded.of(Scripts.LOOP).drawn(80))
                .isEqualTo(
                        """
                        main
                        │ socketpair(AF_UNIX, SOCK_STREAM) = 3 4
                        │ send(a, "x") = 1
                        │ 1 byte "x" to itself
                        │ recv(b, 1) = 1 "x"
                        │ send(a, "x") = 1
                        │ 1 byte "x" to itself
                        │ recv(b, 1) = 1 "x"
                        │ … 998 more like these
                        """);
    }

    @Test
    void a_stream_of_AF_UNIX_is_found_by_the_order_of_accept() {
        assertThat(Recorded.of(Scripts.NAMED).drawn(80))
                .isEqualTo(
                        """
                        srv                                cli
                        │ socket(AF_UNIX, SOCK_STREAM) = 3 │
                        │ bind(l, @ladder-of-a-test) = 0   │
                        │ listen(l, 1) = 0                 │
                        │                                  │ socket(AF_UNIX, SOCK_STREAM) = 3
                        │                                  │ connect(d, @ladder-of-a-test) = 0
                        │←─────────── connect ─────────────┤
                        │                                  │ send(d, "hi") = 2
                        │←───────── 2 bytes "hi" ──────────┤
                        │ accept(l) = 4 from (unnamed)     │
                        │ recv(c, 10) = 2 "hi"             │
                        │ close(c) = 0                     │
                        ├───────── end of stream ─────────→│
                        │                                  │ recv(d, 10) = 0 ""
                        """);
    }
}
