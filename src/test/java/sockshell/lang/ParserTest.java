package sockshell.lang;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a line means, as a table. */
class ParserTest {
    private static final Set<String> CALLS =
            Set.of(
                    "socket",
                    "bind",
                    "listen",
                    "accept",
                    "connect",
                    "send",
                    "sendto",
                    "recv",
                    "recvfrom",
                    "close",
                    "print",
                    "setsockopt",
                    "poll",
                    "fork",
                    "exit",
                    "upper",
                    "decode",
                    "encode",
                    "htonl",
                    "getsockname",
                    "unlink");

    private static Parser.Parsed parse(String text) {
        return Parser.parse(text, CALLS::contains);
    }

    private static String shape(String text) {
        Parser.Parsed parsed = parse(text);
        assertThat(parsed.mistakes()).isEmpty();
        return Shape.of(parsed.statements());
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            value = {
                "42 => 42",
                "0x2a => 42",
                "0.1 => 0.1",
                "$7 => $7",
                "\"a\\x41\\\\\" => \"aA\\\"",
                "'it' => \"it\"",
                "b\"it\" => \"it\"",
                "x\"41 42\" => \"AB\"",
                "127.0.0.1 => \"127.0.0.1\"",
                "-1 => (- 1)",
                "~x => (~ x)",
                "1 + 2 * 3 => (+ 1 (* 2 3))",
                "(1 + 2) * 3 => (* (+ 1 2) 3)",
                "1 - 2 - 3 => (- (- 1 2) 3)",
                "-1 + 2 => (+ (- 1) 2)",
                "a | b & c + 1 => (| a (& b (+ c 1)))",
                "a & 4 == 4 => (== (& a 4) 4)",
                "MSG_PEEK|MSG_DONTWAIT => (| MSG_PEEK MSG_DONTWAIT)",
                "not a == b => (not (== a b))",
                "a or b and c => (or a (and b c))",
                "a < b => (< a b)",
                "a <b> => ` `",
                "a[0] => (index a 0)",
                "a[0:5] => (slice a 0 5)",
                "a[:n] => (slice a _ n)",
                "a[1:] => (slice a 1 _)",
                "(1, 0) => (tuple 1 0)",
                "(1,) => (tuple 1)",
                "() => (tuple)",
                "1, 2 => (tuple 1 2)",
                "[(a, 1), (b, 2)] => (list (tuple a 1) (tuple b 2))",
                "f({l_onoff: 1, l_linger: 0}) => (f (struct l_onoff:1 l_linger:0))",
                "errno => errno",
            })
    void a_value_reads_as(String text, String shape) {
        if (!shape.isBlank()) {
            assertThat(shape(text)).isEqualTo(shape);
        } else {
            assertThat(parse(text).mistakes()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            value = {
                "socket(AF_INET, SOCK_STREAM) => (socket AF_INET SOCK_STREAM)",
                "socket(AF_INET,SOCK_STREAM) => (socket AF_INET SOCK_STREAM)",
                "s.bind(('', 12000)) => (bind s (tuple \"\" 12000))",
                "bind(s, 127.0.0.1:80) => (bind s (address 127.0.0.1 80))",
                "bind s 127.0.0.1:12000 => (bind s (address 127.0.0.1 12000))",
                "bind s *:80 => (bind s (address * 80))",
                "bind s [::1]:80 => (bind s (address ::1 80))",
                "bind s [fe80::1%2]:80 => (bind s (address fe80::1%2 80))",
                "connect e localhost:http => (connect e (address localhost http))",
                "bind s /tmp/a.sock => (bind s (path /tmp/a.sock))",
                "bind s @hidden => (bind s (path @hidden))",
                "unlink /tmp/a;close s => (unlink (path /tmp/a)); (close s)",
                "bind s (\"\", 80) => (bind s (tuple \"\" 80))",
                "listen l 5 => (listen l 5)",
                "listen l -1 => (listen l (- 1))",
                "listen (l, 5) => (listen l 5)",
                "socket AF_INET SOCK_RAW|5 => (socket AF_INET (| SOCK_RAW 5))",
                "send c \"two words\" => (send c \"two words\")",
                "send c a[0:5] => (send c (slice a 0 5))",
                "poll [(c, POLLIN)] 0 => (poll (list (tuple c POLLIN)) 0)",
                "print 'a', b => (print \"a\" b)",
                "print a,b,c => (print a b c)",
                "bind s, localhost:80, 3 => (bind s (address localhost 80) 3)",
                "unlink /tmp/a,b-c.d => (unlink (path /tmp/a,b-c.d))",
                "close c => (close c)",
                "close c # done => (close c)",
                "exit => (exit)",
                "c = accept l => c = (accept l)",
                "c, addr = accept(l) => c addr = (accept l)",
                "(c, addr) = l.accept() => c addr = (accept l)",
                "c.recv(1024).decode() => (decode (recv c 1024))",
                "c.send(m.upper().encode()) => (send c (encode (upper m)))",
                "x = 1; y = 2 => x = 1; y = 2",
                "kid = fork() => kid = (fork)",
                "/sockets -all => command /sockets -all",
                "from socket import * => nothing",
            })
    void a_statement_reads_as(String text, String shape) {
        assertThat(shape(text)).isEqualTo(shape);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            value = {
                "loop { c = accept(l) }  => loop {c = (accept l)}",
                "loop {|accept l|close c|} => loop {(accept l); (close c)}",
                "repeat 3 { print x }    => repeat 3 {(print x)}",
                "if x == 0 { break }     => if (== x 0) {break} else {}",
                "if x { a } else { b }   => if x {a} else {b}",
                "if x { a }|else { b }   => if x {a} else {b}",
                "if x {a} else if y {b}  => if x {a} else {if y {b} else {}}",
                "if x { a }|y            => if x {a} else {}; y",
                "fork { close(l); exit } => fork {(close l); (exit)}",
                "poll([|  (c, POLLIN),|], 0) => (poll (list (tuple c POLLIN)) 0)",
            })
    void a_block_reads_as(String lines, String shape) {
        assertThat(shape(lines.replace('|', '\n'))).isEqualTo(shape);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "serverSocket = socket(AF_INET,SOCK_STREAM)",
                "serverSocket.bind(('',serverPort))",
                "serverSocket.listen(1)",
                "print 'The server is ready to receive'",
                "connectionSocket, addr = serverSocket.accept()",
                "sentence = connectionSocket.recv(1024).decode()",
                "connectionSocket.send(capitalizedSentence.encode())",
                "message, clientAddress = serverSocket.recvfrom(2048)",
                "clientSocket.sendto(message.encode(),(serverName, serverPort))",
                "print ('From Server:', modifiedSentence.decode())",
                "y = htonl(x)",
            })
    void the_lines_of_the_slides_are_read_as_they_are_printed(String line) {
        assertThat(parse(line).mistakes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            value = {
                "x = => 3 => a value is missing here",
                "send(c, => 7 => a value is missing here",
                "send c \"abc => 7 => this text has no end",
                "x\"0g\" => 0 => this is not hex",
                "\"\\q\" => 1 => \\q is no escape",
                "99999999999999999999 => 0 => this number is too large",
                "12ab => 0 => 12ab is no number",
                "$ => 0 => $ needs a number",
                "a ? b => 2 => ? means nothing here",
                "a b => 2 => this does not belong to the statement",
                "s.family => 8 => expected ( behind family",
                "while True: => 0 => while is not of this language",
                "{ a } => 4 => expected : behind a",
                "x = <p> => 4 => the tag <p> has no value here",
                "else { a } => 0 => else has no if in front",
                "if n = 1 { a } => 5 => = stores a value",
            })
    void a_mistake_points_at_its_place(String text, int from, String message) {
        Mistake first = parse(text).mistakes().getFirst();
        assertThat(first.message()).isEqualTo(message);
        assertThat(first.span().from()).isEqualTo(from);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1x5", "9b1", "0x", "0b2", "1e3", "1.5f", "0X1.8p3", "1.2.3", ".", "1_0"})
    void what_is_not_written_as_a_number_is_none(String text) {
        assertThat(parse(text).mistakes()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            value = {
                "loop {| $| x = 1|} => 8",
                "loop { \"abc| x = 1|}|y = 1 => 7",
                "loop {| if x { ?| }| y = 1|} => 15",
                "fork { x = 1 } $ => 15",
                "if x { 1 }| \"abc => 12",
            })
    void what_cannot_be_read_spoils_its_own_line_only(String lines, int from) {
        List<Mistake> mistakes = parse(lines.replace('|', '\n')).mistakes();
        assertThat(mistakes).extracting(mistake -> mistake.span().from()).containsExactly(from);
    }

    @Test
    void every_mistake_of_a_source_is_found() {
        Parser.Parsed parsed = parse("a b\nclose c\nloop {\n  x = )\n  y = ]\n}\n12ab");
        assertThat(parsed.mistakes()).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource({"loop {", "'poll([(a, 1),'", "if x { a } else {", "send(c"})
    void what_more_lines_could_make_right_is_unfinished(String text) {
        assertThat(parse(text).unfinished()).isTrue();
    }

    @Test
    void what_nests_too_deeply_is_a_mistake_and_no_overflow() {
        assertThat(parse("(".repeat(100_000)).mistakes().getFirst().message())
                .isEqualTo("this is nested too deeply");
        assertThat(parse("- ".repeat(100_000)).mistakes().getFirst().message())
                .isEqualTo("this is nested too deeply");
        assertThat(parse("loop {".repeat(100_000)).mistakes().getFirst().message())
                .isEqualTo("blocks are nested too deeply");
    }

    @Test
    void what_is_chained_too_long_is_a_mistake_and_no_overflow() {
        for (String chain : List.of("+1", ".f()", "[0]")) {
            assertThat(parse("x" + chain.repeat(100_000)).mistakes().getFirst().message())
                    .isEqualTo("this expression is too long");
        }
        assertThat(parse("if 1 {} else ".repeat(50_000) + "{}").mistakes().getFirst().message())
                .isEqualTo("blocks are nested too deeply");
    }

    @Test
    void a_line_over_a_mebibyte_is_a_mistake() {
        String line = "x = \"" + "a".repeat(Parser.LONGEST_LINE) + "\"\ny = 1";
        Parser.Parsed parsed = parse(line);
        assertThat(parsed.mistakes().getFirst().message()).isEqualTo("this line is too long");
        assertThat(parsed.statements()).hasSize(1);
    }
}
