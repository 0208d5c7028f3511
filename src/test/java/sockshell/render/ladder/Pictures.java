package sockshell.render.ladder;

/** What the sessions of {@link Scripts} look like on 80 columns. */
final class Pictures {
    static final String UPPER_CASE =
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
            """;

    static final String UDP =
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
            """;

    static final String FORK =
            """
            srv                         cli
            │ socket(AF_INET,           │
            │   SOCK_STREAM) = 3        │
            │ bind(l, 127.0.0.1:0) = 0  │
            │ getsockname(l)            │
            │   = 127.0.0.1:50001       │
            │ listen(l, 5) = 0          │
            ┆ accept(l) blocked         │
            ┆                           │ socket(AF_INET,
            ┆                           │   SOCK_STREAM) = 3
            ┆                           │ connect(d,
            ┆                           │   127.0.0.1:50001) = 0
            ┆←────────── SYN ───────────┤
            │ accept(l) = 4 from        │
            │   127.0.0.1:50002         │
            ├──────────────────────── fork ────────────────────────→srv.1
            │ close(c) = 0              │                           │
            ┆ accept(l) blocked         │                           │
            ┆                           │                           ┆ recv(c, 99) blocked
            ┆                           │ send(d, "one") = 3        ┆
            ┆                           ├────── 3 bytes "one" ─────→┆
            ┆                           │                           │ recv(c, 99) = 3 "one"
            ┆                           │                           │ send(c, "one") = 3
            ┆                           │←───── 3 bytes "one" ──────┤
            ┆                           │←────────── FIN ───────────┤
            ┆                           │                           ┴ ends
            ┆                           │ recv(d, 99) = 3 "one"
            ┆                           │ recv(d, 99) = 0 ""
            ┆                           │ close(d) = 0
            ┆                           ├─────────── FIN ──────────→
            """;

    static final String BACKLOG =
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
            """;

    static final String REFUSED =
            """
            cli                                         outside
            │ socket(AF_INET, SOCK_STREAM) = 3          │
            │ connect(d, 127.0.0.1:1) = -1 ECONNREFUSED │
            ├─────────────────── SYN ──────────────────→│
            │←────────────────── RST ───────────────────┤
            │ close(d) = 0                              │
            """;

    static final String PAIR =
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
            """;

    static final String PIPE =
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
            """;

    static final String HALF_CLOSE =
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
            """;

    static final String RESET =
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
            """;

    static final String LOOP =
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
            """;

    static final String NAMED =
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
            """;

    private Pictures() {}
}
