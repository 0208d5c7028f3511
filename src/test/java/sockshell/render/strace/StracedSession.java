package sockshell.render.strace;

import java.time.Duration;
import java.util.List;
import sockshell.lang.Parser;
import sockshell.lang.catalogue.Catalogue;
import sockshell.libc.LibcKernel;
import sockshell.render.Machine;
import sockshell.session.Session;
import sockshell.session.told.Event;
import sockshell.sys.Kernel;

/** Has one process make a good many calls, for {@link StraceTest} to watch. */
final class StracedSession {
    private static final List<String> LINES =
            List.of(
                    "l = socket(AF_INET, SOCK_STREAM|SOCK_CLOEXEC, IPPROTO_TCP)",
                    "l = socket(AF_INET, SOCK_STREAM)",
                    "setsockopt(l, SOL_SOCKET, SO_REUSEADDR, 1)",
                    "getsockopt(l, SOL_SOCKET, SO_TYPE)",
                    "setsockopt(l, IPPROTO_TCP, TCP_NODELAY, 1)",
                    "bind(l, \"127.0.0.1\", 0)",
                    "listen(l, 5)",
                    "a = getsockname(l)",
                    "getpeername(l)",
                    "d = socket(AF_INET, SOCK_STREAM)",
                    "connect(d, a)",
                    "c = accept(l)",
                    "send(d, \"a\\n\\x000b\\x01x\\\"\\\\\\xff\")",
                    "send(d, \"0123456789012345678901234567890123456789\", MSG_NOSIGNAL)",
                    "recv(c, 5, MSG_PEEK|MSG_DONTWAIT)",
                    "read(c, 100)",
                    "recv(c, 5, MSG_DONTWAIT)",
                    "write(c, \"hello\")",
                    "recvfrom(d, 3)",
                    "poll([(d, POLLIN|POLLOUT)], 0)",
                    "poll([(c, POLLIN)], 0)",
                    "shutdown(c, SHUT_WR)",
                    "send(c, \"x\")",
                    "x = dup(c)",
                    "dup2(c, x)",
                    "close(x)",
                    "close(c)",
                    "close(c)",
                    "accept4(d, SOCK_NONBLOCK)",
                    "connect(d, \"127.0.0.1\", 1)",
                    "u = socket(AF_INET6, SOCK_DGRAM)",
                    "bind(u, \"::1\", 0)",
                    "b = getsockname(u)",
                    "sendto(u, \"four\", MSG_DONTWAIT, b)",
                    "recvfrom(u, 64)",
                    "recvfrom(u, 64, MSG_DONTWAIT)",
                    "p, q = socketpair(AF_UNIX, SOCK_STREAM)",
                    "n = socket(AF_UNIX, SOCK_DGRAM)",
                    "bind(n, \"@sockshell strace\")",
                    "getsockname(n)",
                    "unlink(\"/no such\\tfile\")",
                    "open(\"/no such file\", O_RDWR|O_CREAT, 384)",
                    "open(\"/no such file\")",
                    "r, w = pipe()",
                    "socket(99, 7, 12345)",
                    "listen(-1, -5)");

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private StracedSession() {}

    public static void main(String[] args) {
        Kernel kernel = new LibcKernel();
        Strace strace = new Strace(Machine.of(kernel));
        Catalogue catalogue = new Catalogue();
        try (Session session = new Session(kernel, catalogue, new Printing(strace))) {
            LINES.forEach(line ->
                    session.run("main", Parser.parse(line, catalogue::has).typed(), PATIENCE));
        }
    }

    private record Printing(Strace strace) implements Session.Listener {
        @Override
        public void happened(Event event) {
            if (event instanceof Event.Called called) {
                strace.of(called).ifPresent(text -> System.out.println("call " + text));
            }
            if (event instanceof Event.Slipped slipped) {
                System.out.println("slip " + slipped.mistakes());
            }
        }

        @Override
        public boolean wantsCalls() {
            return true;
        }
    }
}
