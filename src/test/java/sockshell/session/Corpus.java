package sockshell.session;

import java.util.List;

/** Lines of all kinds that are right. */
final class Corpus {
    static final List<String> SETUP =
            List.of(
                    "s = socket(AF_INET, SOCK_STREAM)",
                    "c = socket(AF_INET, SOCK_DGRAM); l = 4; d = 5; ep = 6",
                    "x = 5; y = 0.5; a = \"abc\"; b = [1, (2, 'x')]",
                    "sa = sockaddr_in(AF_INET, htons(80), inet_addr(\"127.0.0.1\"))",
                    "addr = sockaddr_un(AF_UNIX, \"/tmp/a\")");

    static final List<String> LINES =
            List.of(
                    "s = socket(AF_INET, SOCK_STREAM)",
                    "a, b = socketpair(AF_UNIX, SOCK_STREAM|SOCK_NONBLOCK, 0)",
                    "bind(s, \"127.0.0.1\", 12000)",
                    "s.bind((\"\", 12000))",
                    "bind s 127.0.0.1:12000",
                    "bind s [::1]:80; connect s *:80",
                    "connect s localhost:http",
                    "bind l /tmp/a.sock # a comment",
                    "bind l @hidden",
                    "bind(s, sa, 3)",
                    "listen l 5",
                    "c, addr = accept(l)",
                    "c, addr = l.accept4(SOCK_CLOEXEC)",
                    "print(c.recv(1024).decode())",
                    "c.send(a.upper().encode())",
                    "send(c, \"two\\r\\n\\x00\", 5, 0)",
                    "sendall c x\"0a 0b\" MSG_NOSIGNAL",
                    "sendto(s, \"abc\", 0, (\"127.0.0.1\", 80))",
                    "sendto(s, \"abc\", 3, 0, \"127.0.0.1\", 80)",
                    "recv(c, 4, MSG_PEEK|MSG_DONTWAIT)",
                    "m, addr = s.recvfrom(2048)",
                    "sendmsg(s, [\"x\", a], 0, None, rights(3, 4))",
                    "recvmsg(s, 100, MSG_CMSG_CLOEXEC)",
                    "poll([(c, POLLIN), (l, POLLIN|POLLOUT)], 0)",
                    "poll([(c, POLLIN)], 1, -1)",
                    "select([s, c], [], [], 0.1)",
                    "select(7, [s], None, None, None)",
                    "epoll_ctl(ep, EPOLL_CTL_ADD, s, EPOLLIN|EPOLLET)",
                    "ep = epoll_create1(0); epoll_wait(ep, 10, 0)",
                    "setsockopt(s, SOL_SOCKET, SO_LINGER, {l_onoff: 1, l_linger: 0})",
                    "setsockopt(s, SOL_SOCKET, SO_RCVTIMEO, (1, 0))",
                    "setsockopt(s, IPPROTO_TCP, TCP_NODELAY, 1)",
                    "getsockopt(s, SOL_SOCKET, SO_ERROR)",
                    "s.settimeout(1.5); s.setblocking(False)",
                    "fcntl(s, F_SETFL, O_NONBLOCK)",
                    "ioctl(s, FIONREAD)",
                    "d = open(\"/dev/null\", O_RDWR|O_CREAT, 0o644)",
                    "sendfile(s, d, None, 100)",
                    "read(d, 16); write(d, \"x\"); dup2(d, 9)",
                    "shutdown(s, SHUT_WR)",
                    "unlink /tmp/a.sock;close s",
                    "getaddrinfo(\"localhost\", 80, AF_INET, SOCK_STREAM, 0, AI_PASSIVE)",
                    "getnameinfo((\"127.0.0.1\", 80), NI_NUMERICHOST)",
                    "gethostbyname('localhost'); getservbyport(htons(80), 'tcp')",
                    "inet_ntop(AF_INET, x\"7f000001\"); inet_pton(AF_INET6, \"::1\")",
                    "inet_ntoa(inet_addr(\"127.0.0.1\"))",
                    "sockaddr_in(AF_INET, htons(12000), INADDR_ANY)",
                    "sockaddr_in6(AF_INET6, 80, 0, x\"00000000000000000000000000000001\", 0)",
                    "getsockname(s); getpeername(s)",
                    "x = 1 + 2 * 3 - 0x2a % 7 << 2 >> 1 | 5 & 3 ^ ~1",
                    "y = not x == 5 and 0.5 < 1.5 or a != b",
                    "a[0:2] + a[-1] * 3 + a[:x] + b[0:1]",
                    "print 'The server', x, (1,), [], {f: None}, True, errno, $1",
                    "len(a); strerror(errno); hex(a); lower a; ntohl(70000)",
                    "if x == 0 { print x } else if y > 1 { close(s) } else { x = 2 }",
                    "repeat 3 { print x; if x { break } }",
                    "loop {\n  m = recv(c, 9)\n  if len(m) == 0 { break }\n}",
                    "kid = fork()",
                    "fork { close(l); exit }",
                    "from socket import *",
                    "/sockets -all",
                    "input(\"name? \"); raw_input(); sleep(0.1); getpid()",
                    "x, y = 1, 2; (x, y) = (1, 2)",
                    "m = \"\\\"\\\\\\t\"; x = b'q'");

    private Corpus() {}
}
