package sockshell.lang.manual;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import sockshell.lang.catalogue.Catalogue;
import sockshell.lang.manual.Term.Sort;
import sockshell.libc.LibcKernel;
import sockshell.sys.Constants;
import sockshell.sys.Constants.Constant;
import sockshell.sys.Constants.Kind;
import sockshell.sys.Inspection.State;

/** The glossary has all that there is to explain, once, in whole sentences. */
class GlossaryTest {
    private static final Glossary GLOSSARY = Glossary.shipped();
    private static final Constants CONSTANTS = new LibcKernel().constants();

    private static Stream<Term> terms() {
        return GLOSSARY.names().stream()
                .flatMap(name -> GLOSSARY.exactly(name).stream())
                .distinct();
    }

    @Test
    void every_constant_has_a_line() {
        assertThat(CONSTANTS.all().stream().map(Constant::name))
                .allSatisfy(name -> assertThat(GLOSSARY.names()).contains(name));
    }

    @Test
    void every_errno_of_the_system_is_explained_as_one() {
        assertThat(CONSTANTS.of(Kind.ERRNO))
                .allSatisfy(errno ->
                        assertThat(GLOSSARY.exactly(errno.name()).map(Term::sort))
                                .contains(Sort.ERRNO));
    }

    @Test
    void what_is_explained_as_a_constant_is_one_of_this_system() {
        assertThat(terms().filter(term -> term.sort() == Sort.CONSTANT))
                .allSatisfy(term -> assertThat(term.names()).allMatch(CONSTANTS::has));
    }

    @Test
    void names_of_one_term_have_one_number() {
        assertThat(terms().filter(term -> term.sort() != Sort.STATE && term.sort() != Sort.WORD))
                .allSatisfy(term ->
                        assertThat(
                                        term.names().stream()
                                                .map(name ->
                                                        CONSTANTS.named(name).orElseThrow().value())
                                                .distinct())
                                .as(term.name())
                                .hasSize(1));
    }

    @Test
    void an_errno_that_a_call_is_known_to_give_has_advice() {
        Catalogue catalogue = new Catalogue();
        Stream<Term> known =
                catalogue.names().stream()
                        .flatMap(name -> catalogue.find(name).stream())
                        .flatMap(call -> call.help().causes().stream())
                        .flatMap(cause -> GLOSSARY.exactly(cause.errno()).stream())
                        .filter(term -> term.sort() == Sort.ERRNO);
        assertThat(known.map(term -> term.remedy().orElseThrow()))
                .isNotEmpty()
                .allMatch(remedy -> !remedy.advice().isEmpty());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNKNOWN")
    void every_state_has_a_line(State state) {
        assertThat(GLOSSARY.exactly(state.name()).map(Term::sort)).contains(Sort.STATE);
    }

    @Test
    void no_name_is_given_twice() {
        List<String> names =
                Shipped.lines("glossary.txt").stream()
                        .filter(line -> !line.isBlank() && !line.startsWith("["))
                        .flatMap(line -> Stream.of(line.split(" \\| ", -1)[0].split(", ", -1)))
                        .toList();
        assertThat(names).doesNotHaveDuplicates();
    }

    @Test
    void everything_is_said_in_plain_sentences_with_a_page() {
        assertThat(terms())
                .allSatisfy(term -> {
                    Stream.of(term.meaning(), term.remedy().map(Term.Remedy::cause).orElse("None."))
                            .forEach(text ->
                                    assertThat(text).matches("[ -~]+\\.").doesNotContain("!", "|"));
                    assertThat(term.reference().page())
                            .as(term.name())
                            .matches("[\\w.]+\\(\\d(type)?\\)|RFC \\d+(, [\\d.]+)?");
                    assertThat(term.reference().topic()).isNotEmpty();
                });
    }

    @ParameterizedTest
    @CsvSource({
        "time-wait, TIME_WAIT",
        "Time Wait, TIME_WAIT",
        "so_reuseaddr, SO_REUSEADDR",
        "NAGLE, Nagle",
        "maximum segment size, MSS",
        "syn queue, SYN queue",
        "EWOULDBLOCK, EAGAIN",
    })
    void a_name_is_found_however_it_is_written(String asked, String name) {
        assertThat(GLOSSARY.find(asked).map(Term::name)).contains(name);
    }

    @Test
    void a_word_finds_what_has_it_within() {
        assertThat(GLOSSARY.containing("Queue".toLowerCase(Locale.ROOT)))
                .contains("accept queue", "SYN queue", "send buffer");
    }
}
