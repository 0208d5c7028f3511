package sockshell.repl.typing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import sockshell.lang.catalogue.Call;
import sockshell.lang.catalogue.Catalogue;
import sockshell.lang.catalogue.Form;
import sockshell.lang.catalogue.Kind;

/** What is offered where, in a session with a listening, a connected and some other sockets. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CompletionTest {
    private final Stage stage =
            Stage.of(
                    "srv> l = socket(AF_INET, SOCK_STREAM)",
                    "srv> bind(l, \"127.0.0.1\", 0)",
                    "srv> listen(l)",
                    "srv> port = 5",
                    "s = socket(AF_INET, SOCK_STREAM)",
                    "u = socket(AF_INET, SOCK_DGRAM)",
                    "a, b = socketpair(AF_UNIX, SOCK_STREAM)",
                    "r, w = pipe()",
                    "dup(s)",
                    "x = 100; wait = 0.5; msg = \"hello\"; list = [s]",
                    "addr = sockaddr_in(AF_INET, htons(80), inet_addr(\"127.0.0.1\"))");

    @BeforeAll
    void the_session_is_there() {
        assertThat(stage.context().scene().processes()).contains("main", "srv");
    }

    @AfterAll
    void end() {
        stage.close();
    }

    private List<Offer> offers(String marked) {
        int cursor = marked.indexOf('¦');
        return Completion.at(marked.replace("¦", ""), cursor, stage.context()).offers();
    }

    private List<String> texts(String marked) {
        return offers(marked).stream().map(Offer::whole).map(String::strip).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "¦; socket( loop fork() fork msg srv> / if repeat; AF_INET",
                "so¦; socket( socketpair(; bind( sockaddr_in",
                "srv> ¦; socket( l port /; msg x",
                "main> ac¦; accept( accept4(; bind(",
                "loop { ¦; socket( break msg; / srv>",
                "loop {\\n  re¦; recv( read( repeat; send(",
                "if x == 0 { close(s) } ¦; else; socket(",
                "socket(¦; AF_INET AF_INET6 AF_UNIX; SOCK_STREAM IPPROTO_TCP s msg",
                "socket(AF_INET, ¦; SOCK_STREAM SOCK_DGRAM; SOCK_NONBLOCK AF_INET",
                "socket(AF_INET, SOCK_STREAM|¦; SOCK_NONBLOCK SOCK_CLOEXEC; SOCK_STREAM SOCK_DGRAM",
                "socket(AF_INET, SOCK_STREAM|SOCK_NONBLOCK|¦; SOCK_CLOEXEC; SOCK_NONBLOCK",
                "socket(AF_INET, SOCK_STREAM, ¦; IPPROTO_TCP IPPROTO_UDP; SOCK_STREAM SOL_SOCKET",
                "t = socket(AF_¦; AF_INET; SOCK_STREAM",
                "socket AF_INET ¦; SOCK_STREAM; AF_INET",
                "socket AF_INET SOCK_STREAM|SOCK_N¦; SOCK_NONBLOCK; SOCK_CLOEXEC",
                "bind(¦; s u a; msg x AF_INET",
                "srv> bind(¦; l; s u",
                "bind(s, ¦; \"localhost\", addr; AF_INET s",
                "bind s ¦; 127.0.0.1: localhost: addr; s",
                "bind s loc¦; localhost:; 127.0.0.1:",
                "connect(s, so¦; sockaddr_in(; socket(",
                "listen(s, ¦; SOMAXCONN x; s AF_INET",
                "listen s ¦; SOMAXCONN x; s",
                "accept4(s, ¦; SOCK_NONBLOCK SOCK_CLOEXEC; SOCK_STREAM",
                "recv(a, ¦; x; a MSG_PEEK",
                "recv(a, 4, ¦; MSG_PEEK MSG_DONTWAIT MSG_WAITALL; MSG_NOSIGNAL MSG_CMSG_CLOEXEC",
                "recv(a, 4, MSG_PEEK|¦; MSG_DONTWAIT; MSG_PEEK MSG_MORE s",
                "recvmsg(a, 4, ¦; MSG_CMSG_CLOEXEC; MSG_MORE",
                "send(a, ¦; msg; a x MSG_OOB",
                "send(a, up¦; upper(; unlink(",
                "send(a, msg, ¦; MSG_OOB MSG_NOSIGNAL x; MSG_PEEK MSG_WAITALL",
                "send(a, msg.upper(), ¦; MSG_OOB; MSG_PEEK",
                "send(a, (msg), MSG_¦; MSG_OOB; MSG_PEEK",
                "a.send(¦; msg; a",
                "a.send(msg, ¦; MSG_OOB; MSG_PEEK",
                "sendto(u, msg, ¦; addr MSG_NOSIGNAL \"localhost\",; MSG_PEEK",
                "sendto(u, msg, 0, ¦; addr; u",
                "sendmsg(a, ¦; [; msg",
                "sendmsg(a, [¦; msg; a",
                "sendmsg(a, [msg], 0, None, ¦; rights(; msg",
                "shutdown(a, ¦; SHUT_RD SHUT_WR SHUT_RDWR; a",
                "shutdown a SHUT_R¦; SHUT_RD SHUT_RDWR; SHUT_WR",
                "setsockopt(s, ¦; SOL_SOCKET IPPROTO_TCP IPPROTO_IPV6; IPPROTO_RAW SO_ERROR",
                "setsockopt(s, SOL_SOCKET, ¦; SO_REUSEADDR SO_RCVBUF; TCP_NODELAY SO_ERROR IP_TTL",
                "getsockopt(s, SOL_SOCKET, ¦; SO_ERROR SO_RCVBUF; TCP_NODELAY SO_RCVBUFFORCE",
                "s.getsockopt(SOL_SOCKET, SO_E¦; SO_ERROR; SO_RCVBUF",
                "setsockopt(s, IPPROTO_TCP, ¦; TCP_NODELAY; SO_REUSEADDR TCP_INFO",
                "getsockopt(s, IPPROTO_TCP, ¦; TCP_INFO; SO_REUSEADDR",
                "setsockopt s IPPROTO_IP ¦; IP_TTL; SO_REUSEADDR IPV6_V6ONLY",
                "setsockopt(s, 6, ¦; TCP_NODELAY; SO_REUSEADDR",
                "setblocking(s, ¦; True False; s",
                "fcntl(s, ¦; F_GETFL F_SETFL; O_NONBLOCK",
                "fcntl(s, F_SETFL, ¦; O_NONBLOCK O_APPEND; FD_CLOEXEC O_RDWR F_GETFL",
                "fcntl(s, F_SETFD, ¦; FD_CLOEXEC; O_NONBLOCK",
                "ioctl(s, ¦; FIONREAD SIOCOUTQ; F_GETFL",
                "poll(¦; [( list; s",
                "poll([¦; (; s",
                "poll([(¦; s u; POLLIN",
                "poll([(s, ¦; POLLIN POLLOUT; s EPOLLIN",
                "poll([(s, POLLIN|¦; POLLOUT; POLLIN s",
                "poll([(s, POLLIN), (u, PO¦; POLLIN; EPOLLIN",
                "select([¦; s u a; POLLIN msg",
                "select([s], [], [], ¦; wait x; s",
                "epoll_ctl(7, ¦; EPOLL_CTL_ADD; EPOLLIN",
                "epoll_ctl(7, EPOLL_CTL_ADD, s, EPOLLIN|¦; EPOLLET; EPOLLIN s",
                "getaddrinfo(¦; \"localhost\" msg; AF_INET",
                "getaddrinfo(\"localhost\", 80, ¦; AF_INET; SOCK_STREAM",
                "getaddrinfo(\"localhost\", 80, AF_INET, ¦; SOCK_STREAM; AI_PASSIVE SOCK_CLOEXEC",
                "getaddrinfo(\"a\", 80, 0, 0, 0, ¦; AI_PASSIVE; NI_DGRAM",
                "getnameinfo((\"127.0.0.1\", 80), ¦; NI_NUMERICHOST; AI_PASSIVE",
                "open(\"/etc/h¦; \"/etc/hosts; socket(",
                "open(\"/etc/hosts\", ¦; O_RDONLY; FD_CLOEXEC",
                "unlink /et¦; /etc/hosts; socket(",
                "sockaddr_in(AF_INET, ¦; htons( x; s AF_INET",
                "sockaddr_in(AF_INET, htons(80), ¦; inet_addr( INADDR_ANY; s",
                "print(¦; msg x addr; AF_INET",
                "print(len(¦; msg; AF_INET",
                "y = ¦; socket( msg; AF_INET setblocking(",
                "y = AF¦; AF_INET; socket(",
                "repeat ¦; x; loop",
                "s.¦; bind( listen( connect( setsockopt(; send( recv( accept( epoll_wait(",
                "srv> l.¦; accept( getsockname( close(; send( connect( bind(",
                "a.¦; send( recv( shutdown( close(; listen( accept( connect( bind(",
                "u.¦; bind( sendto( recvfrom( connect(; listen( accept( epoll_ctl(",
                "r.¦; read( close( fcntl(; recv( bind( listen(",
                "msg.¦; upper( encode( len(; send( bind( open(",
                "msg.up¦; upper(; lower(",
                "a.recv(10).¦; decode( upper(; send( bind(",
                "socket(AF_INET, SOCK_STREAM).¦; bind( close(; upper(",
                "addr.¦; getnameinfo(; upper( bind(",
                "/so¦; /sockets; /save",
                "/¦; /sockets /save /queue; socket(",
                "/queue ¦; s u a; srv",
                "/q ¦; s; srv",
                "srv> /queue ¦; l; s",
                "/save /e¦; /etc/hosts /etc/ssl/; notes.txt",
                "/interrupt ¦; main srv; s",
                "/explain rec¦; recv recvfrom; send",
            })
    void what_fits_is_offered(String marked, String offered, String others) {
        List<String> texts = texts(marked.replace("\\n", "\n"));
        assertThat(texts).contains(words(offered)).doesNotContain(words(others));
    }

    private static String[] words(String text) {
        return text.split(" ", -1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "print \"so¦",
                "print(\"so¦",
                "# so¦",
                "close(s) # so¦",
                "send(a, 'm¦",
                "x = s ¦",
                "close(s) ¦",
                "getpid(¦",
                "nosuch(¦",
                "nosuch.¦",
                "close(s, ¦",
                "connect(s, \"a\", 1, 2, ¦",
                "/sockets ¦",
                "/nosuch ¦",
                "fcntl(s, F_GETFL, ¦",
                "socket(AF_INET|¦",
            })
    void nothing_is_offered_where_nothing_fits(String marked) {
        assertThat(texts(marked)).isEmpty();
    }

    @Test
    void a_descriptor_says_what_it_is() {
        assertThat(offers("srv> accept(¦"))
                .first()
                .extracting(Offer::description)
                .asString()
                .matches("fd 3  tcp LISTEN 127\\.0\\.0\\.1:\\d+");
        assertThat(offers("close(¦").stream().filter(offer -> offer.text().equals("r")))
                .extracting(Offer::description)
                .containsExactly("fd 7  pipe");
    }

    @Test
    void a_descriptor_without_a_variable_is_offered_by_its_number() {
        assertThat(texts("close(¦")).contains("9");
    }

    @Test
    void an_address_that_somebody_listens_on_comes_first() {
        assertThat(texts("connect(s, ¦").getFirst()).matches("\"127\\.0\\.0\\.1\", \\d+");
        assertThat(texts("connect s ¦").getFirst()).matches("127\\.0\\.0\\.1:\\d+");
        assertThat(texts("s.connect((¦").getFirst()).matches("\"127\\.0\\.0\\.1\", \\d+");
        assertThat(texts("connect(s, \"127.0.0.1\", ¦").getFirst()).matches("\\d+");
        assertThat(texts("connect s 127.0.0.1:¦").getFirst()).matches("127\\.0\\.0\\.1:\\d+");
        assertThat(texts("connect(s, \"1¦").getFirst()).matches("\"127\\.0\\.0\\.1\", \\d+");
    }

    @Test
    void a_datagram_socket_is_not_sent_to_where_streams_are() {
        assertThat(texts("sendto(u, msg, ¦").getFirst())
                .isNotEqualTo(texts("connect(s, ¦").getFirst());
    }

    @Test
    void a_call_has_its_meaning_beside_it() {
        assertThat(offers("shut¦"))
                .extracting(Offer::description)
                .containsExactly(new Catalogue().find("shutdown").orElseThrow().help().meaning());
    }

    static Stream<Arguments> parameters() {
        Catalogue catalogue = new Catalogue();
        return catalogue.names().stream()
                .map(name -> catalogue.find(name).orElseThrow())
                .flatMap(call -> call.forms().stream().flatMap(form -> places(call, form)));
    }

    private static Stream<Arguments> places(Call call, Form form) {
        return IntStream.range(0, form.size()).mapToObj(i -> Arguments.of(call.name(), form, i));
    }

    /** Each parameter offers something in this session, whatever its form. */
    @ParameterizedTest
    @MethodSource("parameters")
    void each_parameter_of_each_call_offers_something(String name, Form form, int place) {
        String before =
                IntStream.range(0, place)
                        .mapToObj(i -> example(form.parameter(i).kind()) + ", ")
                        .reduce("", String::concat);
        String typed = name + "(" + before + "¦";
        assertThat(texts(typed)).as(typed).isNotEmpty();
    }

    /* What only asks takes no argument, so the example changes something. */
    private static String example(Kind kind) {
        return switch (kind) {
            case DESCRIPTOR -> "s";
            case ADDRESS -> "addr";
            case DATA, TEXT, HOST -> "msg";
            case LIST, DESCRIPTORS, POLL_LIST -> "list";
            case LEVEL -> "SOL_SOCKET";
            case COMMAND -> "F_SETFL";
            case OFFSET, TIMEOUT, SERVICE -> "None";
            default -> "1";
        };
    }

    @Test
    void results_without_a_name_come_after_the_named() {
        List<String> all = texts("print(¦");
        Set<String> named = Set.of("msg", "x", "addr", "s");
        int lastNamed = named.stream().mapToInt(all::indexOf).max().orElseThrow();
        int firstScratch =
                IntStream.range(0, all.size())
                        .filter(i -> all.get(i).startsWith("$"))
                        .findFirst()
                        .orElse(99);
        assertThat(lastNamed).isLessThan(firstScratch);
    }
}
