package sockshell.render.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sockshell.render.Glyphs;
import sockshell.render.Sheet;
import sockshell.render.Text;

/** How every picture looks on wide and narrow sheets: {@code test/resources/pictures}. */
class GoldenTest {
    static Stream<String> pictures() {
        return Samples.pictures().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void a_picture_looks_as_in_its_file(String name) throws IOException {
        assertThat(drawn(name)).isEqualTo(file(name));
    }

    static String drawn(String name) {
        Function<Sheet, List<Text>> picture = Samples.pictures().getOrDefault(name, _ -> List.of());
        return Stream.of(80, 40, 20)
                .flatMap(width -> Stream.of(Glyphs.values()).map(each -> new Sheet(width, each)))
                .map(sheet -> drawn(picture, sheet))
                .collect(Collectors.joining("\n"));
    }

    private static String drawn(Function<Sheet, List<Text>> picture, Sheet sheet) {
        return picture.apply(sheet).stream()
                .map(line -> line.toString().stripTrailing() + "\n")
                .collect(
                        Collectors.joining(
                                "", "== " + sheet.width() + " " + sheet.glyphs() + "\n", ""));
    }

    private static String file(String name) throws IOException {
        try (InputStream in = GoldenTest.class.getResourceAsStream("/pictures/" + name + ".txt")) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
