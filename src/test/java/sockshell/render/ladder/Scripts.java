package sockshell.render.ladder;

/** Sessions that have something to show. */
final class Scripts {
    static final String UPPER_CASE =
            """
            srv> l = socket(AF_INET, SOCK_STREAM)
            srv> bind(l, "127.0.0.1", 0)
            srv> a = getsockname(l)
            srv> listen(l, 1)
            srv> c = accept(l)
            cli> d = socket(AF_INET, SOCK_STREAM)
            cli> connect(d, "127.0.0.1", PORT)
            cli> send(d, "hello")
            srv> x = recv(c, 1024)
            cli> y = recv(d, 1024)
            srv> send(c, upper(x))
            srv> close(c)
            cli> recv(d, 1024)
            cli> close(d)
            """;

    static final String UDP =
            """
            srv> s = socket(AF_INET, SOCK_DGRAM)
            srv> bind(s, "127.0.0.1", 0)
            srv> a = getsockname(s)
            srv> m, who = recvfrom(s, 2048)
            cli> c = socket(AF_INET, SOCK_DGRAM)
            cli> sendto(c, "hello", "127.0.0.1", PORT)
            cli> r = recvfrom(c, 2048)
            srv> sendto(s, upper(m), who)
            cli> close(c)
            """;

    static final String FORK =
            """
            srv> l = socket(AF_INET, SOCK_STREAM)
            srv> bind(l, "127.0.0.1", 0)
            srv> a = getsockname(l)
            srv> listen(l, 5)
            srv> repeat 2 { c = accept(l); fork { send(c, recv(c, 99)) }; close(c) }
            cli> d = socket(AF_INET, SOCK_STREAM)
            cli> connect(d, "127.0.0.1", PORT)
            cli> send(d, "one")
            cli> recv(d, 99)
            cli> recv(d, 99)
            cli> close(d)
            """;

    static final String BACKLOG =
            """
            srv> l = socket(AF_INET, SOCK_STREAM)
            srv> bind(l, "127.0.0.1", 0)
            srv> a = getsockname(l)
            srv> listen(l, 0)
            a> d = socket(AF_INET, SOCK_STREAM)
            a> connect(d, "127.0.0.1", PORT)
            b> d = socket(AF_INET, SOCK_STREAM)
            b> connect(d, "127.0.0.1", PORT)
            """;

    static final String REFUSED =
            """
            cli> d = socket(AF_INET, SOCK_STREAM)
            cli> connect(d, "127.0.0.1", 1)
            cli> close(d)
            """;

    static final String PAIR =
            """
            main> a, b = socketpair(AF_UNIX, SOCK_STREAM)
            main> fork { close(a); recv(b, 10); send(b, "pong"); close(b) }
            main> close(b)
            main> send(a, "ping")
            main> recv(a, 10)
            main> recv(a, 10)
            main> close(a)
            """;

    static final String PIPE =
            """
            main> r, w = pipe()
            main> fork { close(w); read(r, 10); read(r, 10) }
            main> close(r)
            main> write(w, "down the pipe")
            main> close(w)
            """;

    static final String HALF_CLOSE =
            """
            srv> l = socket(AF_INET, SOCK_STREAM)
            srv> bind(l, "127.0.0.1", 0)
            srv> a = getsockname(l)
            srv> listen(l, 1)
            cli> d = socket(AF_INET, SOCK_STREAM)
            cli> connect(d, "127.0.0.1", PORT)
            srv> c = accept(l)
            cli> send(d, "question")
            cli> shutdown(d, SHUT_WR)
            srv> recv(c, 100)
            srv> recv(c, 100)
            srv> send(c, "answer")
            srv> close(c)
            cli> recv(d, 100)
            cli> recv(d, 100)
            cli> close(d)
            """;

    static final String RESET =
            """
            srv> l = socket(AF_INET, SOCK_STREAM)
            srv> bind(l, "127.0.0.1", 0)
            srv> a = getsockname(l)
            srv> listen(l, 1)
            cli> d = socket(AF_INET, SOCK_STREAM)
            cli> connect(d, "127.0.0.1", PORT)
            srv> c = accept(l)
            cli> send(d, "never read")
            srv> close(c)
            cli> recv(d, 100)
            cli> close(d)
            """;

    static final String LOOP =
            """
            main> a, b = socketpair(AF_UNIX, SOCK_STREAM)
            main> repeat 1000 { send(a, "x"); recv(b, 1) }
            """;

    static final String NAMED =
            """
            srv> l = socket(AF_UNIX, SOCK_STREAM)
            srv> bind(l, "@ladder-of-a-test")
            srv> listen(l, 1)
            cli> d = socket(AF_UNIX, SOCK_STREAM)
            cli> connect(d, "@ladder-of-a-test")
            cli> send(d, "hi")
            srv> c = accept(l)
            srv> recv(c, 10)
            srv> close(c)
            cli> recv(d, 10)
            """;

    private Scripts() {}
}
