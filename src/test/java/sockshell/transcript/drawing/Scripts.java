package sockshell.transcript.drawing;

/** Sessions that are drawn in tests. */
final class Scripts {

    /** What a stranger may put into a file, and data. */
    static final String HOSTILE =
            """
            %processes end style
            # </text></svg><script>alert(1)</script> \u202egnp.exe %% ]]> --> & #35; ; end \ufffe
            end> a, b = socketpair(AF_UNIX, SOCK_STREAM)
            # A second note: <b>&amp;</b> \u2066 \u0007 <!-- "quoted" 'too'
            end> send(a, "</text><script>alert(2)</script>\\x00\\x1b]0;x\\x07")
            end> recv(b, 99)
            end> print("</p><script>alert(3)</script>")
            style> x = "<i>&\\"'"
            style> x
            style> recv(77, 10)
            style> nonsense("<u>")
            """;

    static final String SIX =
            """
            %processes server alice bartholomew charlotte desdemona ebenezer
            # Six processes, long names, long data: nothing may stand on anything else.
            server> l = socket(AF_INET, SOCK_STREAM)
            server> setsockopt(l, SOL_SOCKET, SO_REUSEADDR, 1)
            server> bind(l, "127.0.0.1", 0)
            server> listen(l, 5)
            server> getsockname(l)
            server= 127.0.0.1:<p=1>
            server> c = accept(l)
            server* accept
            alice> d = socket(AF_INET, SOCK_STREAM|SOCK_CLOEXEC)
            alice> connect(d, "127.0.0.1", <p>)
            ~ 1.50
            bartholomew> d = socket(AF_INET, SOCK_STREAM)
            bartholomew> connect(d, "127.0.0.1", <p>)
            charlotte> d = socket(AF_INET, SOCK_STREAM)
            charlotte> connect(d, "127.0.0.1", <p>)
            desdemona> d = socket(AF_INET, SOCK_STREAM)
            desdemona> connect(d, "127.0.0.1", <p>)
            ebenezer> d = socket(AF_INET, SOCK_STREAM)
            ebenezer> connect(d, "127.0.0.1", <p>)
            ebenezer> send(d, "a\\x00b\\x01c\\x02d\\x03e\\x04f\\x05g\\x06h\\x07 and much more")
            alice> send(d, "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch")
            server> recv(c, 1024)
            server> sendall(c, b"MMMMMMMM WWWWWWWW MMMMMMMM WWWWWWWW MMMMMMMM WWWWWWWW MMMM")
            server> e = accept(l)
            server> poll([(c, POLLIN|POLLOUT), (e, POLLIN|POLLPRI|POLLOUT), (l, POLLIN)], 0)
            alice> recv(d, 20000)
            alice> connect(d, "127.0.0.1", 1)
            alice> connect(socket(AF_INET, SOCK_STREAM), "127.0.0.1", 1)
            alice> close(d)
            desdemona> recv(d, 1)
            desdemona* recv
            """;

    static final String FORK =
            """
            # A pipe, and a child that writes into it.
            main> r, w = pipe()
            main> pid = fork()
            main> close(w)
            main> read(r, 10)
            main* read
            # The child is slow.
            ~ 0.25
            main.1> write(w, "hello")
            main.1> exit()
            main> read(r, 10)
            main> read(44, 10)
            # That was all.
            """;

    static final String LOOP =
            """
            main> a, b = socketpair(AF_UNIX, SOCK_STREAM)
            main> repeat 500 { send(a, "x"); recv(b, 1) }
            main> x = 2 + 3
            main> x
            """;

    private Scripts() {}
}
