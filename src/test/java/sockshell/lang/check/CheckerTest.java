package sockshell.lang.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sockshell.lang.Mistake;
import sockshell.lang.Parser;
import sockshell.lang.catalogue.Catalogue;
import sockshell.libc.LibcKernel;
import sockshell.sys.Constants;

/** What is a mistake before anything runs, with its offset and its mend; and what is none. */
class CheckerTest {
    private static final Catalogue CATALOGUE = new Catalogue();
    private static final Constants CONSTANTS = new LibcKernel().constants();
    private static final Set<String> VARIABLES =
            Set.of("s", "c", "l", "a", "b", "x", "sa", "addr", "ep", "sentence", "$7");
    private static final Names NAMES =
            new Names(VARIABLES, name -> Optional.of("srv").filter(_ -> name.equals("k")));

    private static Findings check(String text) {
        Parser.Parsed parsed = Parser.parse(text, CATALOGUE::has);
        assertThat(parsed.mistakes()).isEmpty();
        return Checker.check(parsed.typed(), CATALOGUE, CONSTANTS, NAMES, 100);
    }

    private static String mistake(String text) {
        List<Mistake> mistakes = check(text).mistakes();
        assertThat(mistakes).hasSize(1);
        Mistake only = mistakes.getFirst();
        return (only.span().from() + " " + only.message() + "; " + only.hint()).strip();
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            value = {
                "y => 0 the name y is not known here;",
                "accept(k) => 7 the name k is not known here; srv has one; write srv> in front",
                "print(sentense) => 6 the name sentense is not known here; is sentence meant?",
                "socket(AF_INT, 1) => 7 the name AF_INT is not known here; is AF_INET meant?",
                "socket(af_inet, 1) => 7 the name af_inet is not known here; is AF_INET meant?",
                "x = true => 4 the name true is not known here; is True meant?",
                "y = y + 1 => 4 the name y is not known here;",
                "x[q] => 2 the name q is not known here;",
                "x[0:q] => 4 the name q is not known here;",
                "[1, (q, 2)] => 5 the name q is not known here;",
                "{f: q} => 4 the name q is not known here;",
                "- q => 2 the name q is not known here;",
                "f(1) => 0 there is no call f;",
                "lisen(s) => 0 there is no call lisen; is listen meant?",
                "s.acept() => 2 there is no call acept; is accept meant?",
                "$8 => 0 there is no $8 here;",
                "[accept] => 1 accept is a call and has no value of its own; accept(...)",
                "AF_INET = 1 => 0 AF_INET is a constant; choose another name for the variable",
                "errno = 1 => 0 errno is a constant; choose another name for the variable",
                "x, None = 1, 2 => 3 None is a constant; choose another name for the variable",
                "bind = 1 => 0 bind is a call; choose another name for the variable",
                "break => 0 break stands in no loop;",
                "if x { break } => 7 break stands in no loop;",
            })
    void a_name_that_does_not_fit_is_a_mistake(String text, String mistake) {
        assertThat(mistake(text)).isEqualTo(mistake);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            value = {
                "accept() => 0 accept does not take 0 arguments; it is accept(s)",
                "send(s) => 0 send does not take 1 argument",
                "htons(1, 2) => 0 htons does not take 2 arguments; it is htons(number)",
                "x.htons(1) => 2 htons does not take 2 arguments; it is htons(number)",
                "fork(1) => 0 fork does not take 1 argument; it is fork()",
                "bind(s) => 0 bind does not take 1 argument; it is bind(s, address)",
                "bind(s, 1, 2, 3) => 0 bind does not take 4 arguments",
            })
    void a_wrong_count_shows_how_the_call_is_written(String text, String mistake) {
        assertThat(mistake(text)).startsWith(mistake);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            value = {
                "close(\"s\") => 6 close's s cannot be text; expected a descriptor",
                "close(0.5) => 6 close's s cannot be a fraction; expected a descriptor",
                "close(None) => 6 close's s cannot be None; expected a descriptor",
                "close([3]) => 6 close's s cannot be a list; expected a descriptor",
                "close(- 0.5) => 6 close's s cannot be a fraction; expected a descriptor",
                "select('a') => 7 select's read cannot be text; expected a list of desc",
                "socket('a', 1) => 7 socket's family cannot be text; expected an address family",
                "socket(2, 'a') => 10 socket's type cannot be text; expected a socket type",
                "socket(2, 1, 'a') => 13 socket's protocol cannot be text; expected a protocol",
                "getsockopt(s, 'a', 1) => 14 getsockopt's level cannot be text; expected a level",
                "getsockopt(s, 1, 'a') => 17 getsockopt's option cannot be text; expected an opt",
                "recv(s, 1, 'a') => 11 recv's flags cannot be text; expected flags, such as MSG",
                "recv(s, 'a') => 8 recv's size cannot be text; expected a number of bytes",
                "shutdown(s, 'a') => 12 shutdown's how cannot be text; expected SHUT_RD",
                "open('f', 'r') => 10 open's flags cannot be text; expected flags, such as O_",
                "open(1) => 5 open's path cannot be a number; expected text",
                "fcntl(s, 'a') => 9 fcntl's command cannot be text; expected a command",
                "fcntl(s, 4, 'a') => 12 fcntl's argument cannot be text; expected a number",
                "ioctl(s, 'a') => 9 ioctl's request cannot be text; expected a request",
                "listen(s, 'a') => 10 listen's backlog cannot be text; expected a number",
                "epoll_ctl(ep, 'a', s) => 14 epoll_ctl's operation cannot be text; expected EPO",
                "epoll_ctl(ep, 1, s, 'a') => 20 epoll_ctl's events cannot be text; expected ev",
                "epoll_create1('a') => 14 epoll_create1's flags cannot be text; expected EPOLL_",
                "poll(3, 0) => 5 poll's list cannot be a number; expected a list of pairs",
                "getaddrinfo(1, 2) => 12 getaddrinfo's host cannot be a number; expected the na",
                "getaddrinfo('h', 0.5) => 17 getaddrinfo's port cannot be a fraction; expec",
                "getservbyport('a') => 14 getservbyport's port cannot be text; expected a port",
                "sleep('a') => 6 sleep's seconds cannot be text; expected a number of seconds",
                "s.settimeout('a') => 13 settimeout's seconds cannot be text; expected a number",
                "sendfile(s, s, 'a', 1) => 15 sendfile's offset cannot be text; expected a place",
                "send(s, 5) => 8 send's data cannot be a number; expected text or bytes",
                "bind(s, 5) => 8 bind's address cannot be a number; expected an address",
                "bind(s, (5, 5)) => 8 bind's address cannot be a pair or more; expected an addr",
                "sendmsg(s, 'a') => 11 sendmsg's buffers cannot be text; expected a list",
                "inet_ntoa(0.5) => 10 inet_ntoa's address cannot be a fraction; expected a num",
            })
    void a_literal_of_the_wrong_kind_is_a_mistake(String text, String mistake) {
        assertThat(mistake(text)).startsWith(mistake);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "loop { if y == 1 { break }; y = 1 }",
                "loop { loop { z = y }; if x { y = 1 } else { y = 2 } }",
                "repeat 2 { print(y); y, z = 1, 2 }",
                "if x { y = 1 } else { z = 2 }; print(y, z)",
                "if x { y = 1 }; print(y)",
                "loop { break }; repeat 2 { if x { break } else { break } }",
                "fork { loop { break } }; loop { fork { loop { break } }; break }",
                "fork { y = x; print(y) }",
                "y = 1; fork { print(y) }; print(y)",
                "loop { y = 1 }; print(y)",
            })
    void a_name_that_a_turn_or_a_branch_sets_is_known(String text) {
        assertThat(check(text).mistakes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            value = {
                "fork { y = 1 }; print(y)     => 22 the name y is not known here;",
                "loop { fork { break } }      => 14 break stands in no loop;",
                "loop { fork { y = 1 }; y }   => 23 the name y is not known here;",
                "print(y); y = 1              => 6 the name y is not known here;",
                "repeat y { y = 1 }           => 7 the name y is not known here;",
                "if y { y = 1 }               => 3 the name y is not known here;",
                "loop { break }; break        => 16 break stands in no loop;",
            })
    void a_child_is_another_process_and_a_name_comes_before_its_use(String text, String mistake) {
        assertThat(mistake(text)).isEqualTo(mistake);
    }

    @Test
    void all_mistakes_of_a_line_are_found() {
        assertThat(check("bind(q, r); lisen(5); close(\"s\"); AF_INET = break_").mistakes())
                .extracting(mistake -> mistake.span().from())
                .containsExactly(5, 8, 12, 28, 44, 34);
    }

    @Test
    void the_right_word_is_looked_for_behind_the_first_mistakes_only() {
        List<Mistake> mistakes = check("x = " + "sentense, ".repeat(30) + "1").mistakes();
        assertThat(mistakes).hasSize(30);
        assertThat(mistakes.getFirst().hint()).isEqualTo("is sentence meant?");
        assertThat(mistakes.getLast().hint()).isEmpty();
    }

    @Test
    void a_very_long_name_is_shortened_and_like_none() {
        String name = "a".repeat(100_000);
        Mistake mistake = check(name + "b = 1; " + name + "c").mistakes().getFirst();
        assertThat(mistake.message()).hasSizeLessThan(300);
        assertThat(mistake.hint()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            value = {
                "socket(SOCK_STREAM, AF_INET) => SOCK_STREAM stands where socket's family belongs",
                "socket(AF_INET, IPPROTO_UDP) => IPPROTO_UDP stands where socket's type belongs",
                "recv(s, 9, O_NONBLOCK)       => O_NONBLOCK stands where recv's flags belongs",
                "recv(s, 9, MSG_PEEK|POLLOUT) => POLLOUT stands where recv's flags belongs",
                "fcntl(s, O_NONBLOCK)         => O_NONBLOCK stands where fcntl's command belongs",
                "getsockopt(s, SO_LINGER, 1)  => SO_LINGER stands where getsockopt's level belongs",
            })
    void a_constant_of_another_family_is_remarked_and_no_mistake(String text, String remark) {
        Findings findings = check(text);
        assertThat(findings.mistakes()).isEmpty();
        assertThat(findings.remarks().getFirst()).startsWith(remark);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s = socket(AF_INET, SOCK_STREAM)",
                "socket(PF_INET, SOCK_STREAM|SOCK_NONBLOCK|SOCK_CLOEXEC, IPPROTO_TCP)",
                "socket(2, 1, 6)",
                "bind(s, \"127.0.0.1\", 12000)",
                "s.bind((\"\", 12000))",
                "bind s 127.0.0.1:12000",
                "bind s *:http",
                "bind s /tmp/x",
                "bind(s, sa, 3)",
                "bind(s, sockaddr_in(AF_INET, htons(12000), inet_addr(\"127.0.0.1\")))",
                "bind(s, sockaddr_in6(AF_INET6, 80, 0, x\"00\", 0))",
                "bind(s, sockaddr_un(AF_UNIX, \"path\"))",
                "c, addr = accept(s)",
                "sentence = c.recv(1024).decode()",
                "c.send(sentence.upper().encode())",
                "recv(c, 4, MSG_PEEK|MSG_DONTWAIT)",
                "send(s, \"abc\", 3, 0)",
                "send(s, \"abc\", MSG_OOB)",
                "sendto(s, \"abc\", 0, (\"127.0.0.1\", 80))",
                "sendto(s, \"abc\", \"127.0.0.1\", 80)",
                "sendmsg(s, [\"x\"], 0, None, rights(3))",
                "recvmsg(s, 10, MSG_PEEK)",
                "poll([(c, POLLIN)], 1, 0)",
                "select([s], [], [], 0.5)",
                "select(7, [s], None, None, None)",
                "epoll_ctl(ep, EPOLL_CTL_ADD, s, EPOLLIN|EPOLLET)",
                "setsockopt(s, SOL_SOCKET, SO_LINGER, {l_onoff: 1, l_linger: 0})",
                "setsockopt(s, SOL_SOCKET, SO_RCVTIMEO, (1, 0))",
                "setsockopt(s, IPPROTO_TCP, TCP_NODELAY, True)",
                "fcntl(s, F_SETFL, O_NONBLOCK)",
                "fcntl(s, F_SETFD, FD_CLOEXEC)",
                "s.settimeout(None); s.setblocking(False)",
                "sendfile(s, c, None, 10)",
                "shutdown(s, SHUT_WR); listen(s, SOMAXCONN)",
                "getaddrinfo(None, \"80\", AF_INET, SOCK_STREAM, 0, AI_PASSIVE)",
                "htons(70000); inet_pton(AF_INET, \"no\"); getservbyname(\"http\", \"tcp\")",
                "connect(s, \"127.0.0.1\", 1); errno; strerror(errno); $7",
                "print 'The server', addr; print(\"From Server:\", sentence.decode())",
                "message, clientAddress = c.recvfrom(2048); print(message, clientAddress)",
                "kid = fork(); if kid == 0 { close(l); exit() } else { close(c) }",
                "from socket import *",
            })
    void nothing_is_refused_that_slides_and_manuals_show(String text) {
        assertThat(check(text)).isEqualTo(new Findings(List.of(), List.of()));
    }
}
