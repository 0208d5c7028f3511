package sockshell.lang.manual;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sockshell.lang.catalogue.Call;
import sockshell.lang.catalogue.Catalogue;
import sockshell.lang.catalogue.Parameter;

/** Every call of the catalogue has a whole guide. */
class GuidesTest {
    private static final Catalogue CATALOGUE = new Catalogue();
    private static final Set<String> NOT_IN_C = Set.of("encode", "decode", "hex");
    private static final Pattern BRACES = Pattern.compile("\\{(\\w+)}");

    static Stream<Call> calls() {
        return CATALOGUE.names().stream().map(name -> CATALOGUE.find(name).orElseThrow());
    }

    private static Guide guide(Call call) {
        return Guides.shipped().find(call.name()).orElseThrow();
    }

    @Test
    void the_guides_are_those_of_the_catalogue() {
        assertThat(Guides.shipped().calls()).containsExactlyInAnyOrderElementsOf(CATALOGUE.names());
    }

    @ParameterizedTest
    @MethodSource("calls")
    void a_call_has_an_example_of_at_most_six_lines_that_shows_it(Call call) {
        assertThat(guide(call).example()).isNotEmpty().hasSizeLessThanOrEqualTo(6);
        assertThat(String.join(" ", guide(call).example())).contains(call.name() + "(");
    }

    @ParameterizedTest
    @MethodSource("calls")
    void a_call_of_C_has_its_prototype(Call call) {
        assertThat(guide(call).prototype().isEmpty()).isEqualTo(NOT_IN_C.contains(call.name()));
        assertThat(guide(call).prototype()).allMatch(line -> line.length() <= 76);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void each_argument_of_each_form_has_a_line_and_nothing_else_has(Call call) {
        Set<String> parameters =
                call.forms().stream()
                        .flatMap(form -> form.parameters().stream())
                        .map(Parameter::name)
                        .collect(Collectors.toSet());
        assertThat(guide(call).arguments().keySet()).isEqualTo(parameters);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void a_next_step_has_only_names_that_can_be_filled_in(Call call) {
        assertThat(guide(call).next())
                .allSatisfy(next ->
                        assertThat(
                                        BRACES.matcher(next.what() + next.why())
                                                .results()
                                                .map(found -> found.group(1)))
                                .isSubsetOf("s", "c", "d", "local", "sender", "other"));
    }
}
