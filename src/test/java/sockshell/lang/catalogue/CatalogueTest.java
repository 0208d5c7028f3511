package sockshell.lang.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import sockshell.libc.LibcKernel;
import sockshell.sys.Constants;

/** Every entry is whole, and a wrong name finds the right one. */
class CatalogueTest {
    private static final Catalogue CATALOGUE = new Catalogue();
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[#&]?(\\w+)}");
    private static final Constants CONSTANTS = new LibcKernel().constants();

    /* Python's, and the shell's own. */
    private static final Set<String> NOT_IN_C =
            Set.of(
                    ("sendall settimeout rights upper lower encode decode len hex"
                                    + " print input raw_input")
                            .split(" ", -1));

    static Stream<Call> calls() {
        return CATALOGUE.names().stream().map(name -> CATALOGUE.find(name).orElseThrow());
    }

    /** A structure's constructor is a declaration in C, and no call. */
    static Stream<Call> callsOfC() {
        return calls().filter(call -> !NOT_IN_C.contains(call.name()))
                .filter(call -> !call.name().startsWith("sockaddr_"));
    }

    @Test
    void every_call_that_is_promised_is_there() {
        String promised =
                """
                socket socketpair bind listen accept accept4 connect send sendall sendto sendmsg
                recv recvfrom recvmsg read write shutdown close dup dup2 pipe fork exit getsockname
                getpeername getsockopt setsockopt fcntl ioctl poll select epoll_create1 epoll_ctl
                epoll_wait open unlink sendfile setblocking settimeout htons htonl ntohs ntohl
                inet_pton inet_ntop inet_addr inet_aton inet_ntoa getaddrinfo getnameinfo
                gethostbyname gethostname getservbyname getservbyport getpid sockaddr_in
                sockaddr_in6 sockaddr_un upper lower encode decode hex len print input sleep
                strerror rights
                """;
        assertThat(CATALOGUE.names()).containsAll(List.of(promised.strip().split("\\s+", -1)));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void an_entry_says_what_the_call_is_for_in_one_sentence(Call call) {
        assertThat(call.help().meaning()).endsWith(".").hasSizeLessThan(80);
        assertThat(call.forms()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("calls")
    void a_form_takes_as_many_arguments_as_it_has_parameters(Call call) {
        for (Form form : call.forms()) {
            boolean repeats = form.parameters().stream().anyMatch(Parameter::repeats);
            assertThat(form.takes(form.size())).as(form.signature()).isTrue();
            assertThat(form.takes(form.size() + 2)).as(form.signature()).isEqualTo(repeats);
        }
    }

    @ParameterizedTest
    @MethodSource("calls")
    void what_may_be_left_out_stands_last(Call call) {
        for (Form form : call.forms()) {
            List<Boolean> needed = form.parameters().stream().map(Parameter::isNeeded).toList();
            assertThat(needed.lastIndexOf(true)).isLessThan(firstOf(needed));
        }
    }

    private static int firstOf(List<Boolean> needed) {
        return needed.contains(false) ? needed.indexOf(false) : needed.size();
    }

    @ParameterizedTest
    @MethodSource("calls")
    void a_rendering_names_only_parameters(Call call) {
        List<String> known = new ArrayList<>(List.of("result", "buffer"));
        call.forms().getFirst().parameters().forEach(each -> known.add(each.name()));
        assertThat(call.shown().values().stream().flatMap(CatalogueTest::placeholders))
                .isSubsetOf(known);
    }

    private static Stream<String> placeholders(String rendering) {
        return PLACEHOLDER.matcher(rendering).results().map((MatchResult found) -> found.group(1));
    }

    @ParameterizedTest
    @MethodSource("callsOfC")
    void a_call_of_C_can_be_shown_in_C(Call call) {
        assertThat(call.shown()).containsKey(Call.Language.C);
        assertThat(call.help().page()).matches("\\w+\\([2378]\\)");
    }

    @ParameterizedTest
    @MethodSource("calls")
    void an_errno_that_is_explained_is_one(Call call) {
        for (Call.Cause cause : call.help().causes()) {
            assertThat(CONSTANTS.has(cause.errno())).as(cause.errno()).isTrue();
            assertThat(cause.when()).doesNotEndWith(".");
        }
        assertThat(call.help().causes().stream().map(Call.Cause::errno)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({"lisen, listen", "acept, accept", "htosn, htons", "Socket, socket", "sned, send"})
    void a_wrong_name_finds_the_right_one(String wrong, String right) {
        assertThat(CATALOGUE.nearest(wrong)).contains(right);
    }

    @Test
    void a_name_like_none_finds_none() {
        assertThat(CATALOGUE.nearest("elephant")).isEmpty();
    }
}
