package sockshell.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import sockshell.transcript.TranscriptReader.Reading;

class TranscriptReaderTest {
    private static final String HEAD = "%sockshell-transcript 1\n";
    private static final String SAMPLE =
            HEAD
                    + "%processes srv cli\n# Prose.\n\nsrv> l = socket(AF_INET, SOCK_STREAM)\n"
                    + "srv= 3\nsrv> getsockname(l)\nsrv= 127.0.0.1:<p=40651>\n~ 0.31\n"
                    + "cli> if <p> == 5 {\ncli|   print(\"a<b>\")\ncli| }\ncli: a<b>\n"
                    + "srv> recv(l, 5)\nsrv* recv\nsrv=~ 0 \"\"\n%end ok\n";

    private static Reading read(String text) {
        return TranscriptReader.read("f", text.getBytes(StandardCharsets.UTF_8));
    }

    static Stream<Arguments> problems() {
        return Stream.of(
                Arguments.of(HEAD + "nonsense\n%end ok\n", "f:2:1: this is no line"),
                Arguments.of(HEAD + "srv= 3\n", "f:2:1: srv was told nothing"),
                Arguments.of(HEAD + "srv| x\n", "f:2:1: nothing is open in srv"),
                Arguments.of(HEAD + "srv> x\nsrv| y\n", "f:3:1: nothing is open in srv"),
                Arguments.of(HEAD + "srv> {\ncli| y\n", "f:3:1: nothing is open in cli"),
                Arguments.of(HEAD + "srv> f(<p>)\n", "f:2:8: no result before has captured <p>"),
                Arguments.of(HEAD + "s> x\ns= 1 <p>\n", "f:3:6: no result before has captured"),
                Arguments.of(HEAD + "%end ok\nsrv> x\n", "f:3:1: nothing may stand behind %end"),
                Arguments.of(HEAD + "%end\n", "f:2:1: a recording ends with %end ok"),
                Arguments.of(HEAD + "%processes a b a\n", "f:2:1: two processes have the same"),
                Arguments.of("%sockshell-transcript 2\n", "f:1:1: version 2 is not known"),
                Arguments.of("x\n" + HEAD, "f:2:1: %sockshell-transcript stands on the first"),
                Arguments.of("\uFEFF" + HEAD, "f:1:1: a byte order mark stands in front"),
                Arguments.of(HEAD + "~ x\n", "f:2:1: this is no line of a transcript"));
    }

    @ParameterizedTest
    @MethodSource("problems")
    void what_is_wrong_is_said_with_its_place(String text, String problem) {
        assertThat(read(text).problems()).singleElement().asString().startsWith(problem);
    }

    @Test
    void all_that_is_wrong_is_said_at_once() {
        assertThat(read(HEAD + "?\nsrv= 1\ns> <a>\n").problems()).hasSize(3);
    }

    @Test
    void a_tag_may_stand_behind_the_result_that_captured_it_and_in_quotes_is_none() {
        assertThat(read(SAMPLE).problems()).isEmpty();
    }

    @Test
    void a_line_longer_than_a_mebibyte_and_a_file_longer_than_ten_are_refused() {
        assertThat(read(HEAD + "# " + "x".repeat(LineReader.LONGEST) + "\n").problems()).hasSize(1);
        Reading large = TranscriptReader.read("f", new byte[TranscriptReader.LARGEST + 1]);
        assertThat(large.problems()).hasSize(1);
        assertThat(large.transcript().entries()).isEmpty();
    }

    @Test
    void what_is_no_text_is_refused() {
        byte[] bytes = (HEAD + "srv> \u00e9\n").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(TranscriptReader.read("f", bytes).problems()).hasSize(1);
    }

    @Test
    void lines_may_end_as_on_windows_and_the_last_one_may_lack_its_end() {
        String windows = SAMPLE.replace("\n", "\r\n").strip();
        assertThat(read(windows)).isEqualTo(read(SAMPLE));
    }

    /** Whatever of a recording is left is a recording without its end, or has a problem. */
    @Test
    void cut_at_any_byte_it_is_unfinished_and_its_torn_line_is_not_there() {
        byte[] whole = SAMPLE.getBytes(StandardCharsets.UTF_8);
        List<Entry> all = read(SAMPLE).transcript().entries();
        for (int length = HEAD.length(); length < whole.length - 1; length++) {
            Reading cut = TranscriptReader.read("f", Arrays.copyOf(whole, length));
            assertThat(cut.transcript().isFinished()).as("cut at %d", length).isFalse();
            List<Entry> left =
                    cut.transcript().entries().stream()
                            .filter(entry -> entry instanceof Entry.Seen)
                            .toList();
            assertThat(all).as("cut at %d", length).containsAll(left);
        }
    }

    @Test
    void a_finished_recording_is_known_as_such() {
        assertThat(read(SAMPLE).transcript().isFinished()).isTrue();
        assertThat(read(SAMPLE).transcript().isRecording()).isTrue();
        assertThat(read("x = 5\n").transcript().isRecording()).isFalse();
    }

    @Test
    void the_directive_says_the_order_of_the_processes() {
        assertThat(read(SAMPLE).transcript().processes()).containsExactly("srv", "cli");
    }

    private static String written(String text) {
        return text.lines()
                .map(line -> Line.of(line).written() + "\n")
                .collect(Collectors.joining());
    }

    @Test
    void written_again_it_is_the_same_text() throws IOException {
        assertThat(written(SAMPLE)).isEqualTo(SAMPLE);
        try (Stream<Path> files = Files.list(Path.of("transcripts"))) {
            for (Path file : files.filter(each -> each.toString().endsWith(".skt")).toList()) {
                assertThat(written(Files.readString(file))).isEqualTo(Files.readString(file));
            }
        }
    }

    @Test
    void random_lines_written_and_read_are_the_same() {
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            Line line = random(random);
            assertThat(Line.of(line.written())).isEqualTo(line);
            assertThat(Line.of(line.written()).written()).isEqualTo(line.written());
        }
    }

    private static Line random(Random random) {
        String who = random.nextBoolean() ? "srv" : "a_1.2";
        String text = text(random);
        return switch (random.nextInt(7)) {
            case 0 -> new Line.Spoken(who, text);
            case 1 -> new Line.Continued(who, text);
            case 2 -> new Line.Result(who, text, random.nextBoolean());
            case 3 -> new Line.Blocked(who, text.strip());
            case 4 -> new Line.Printed(who, text);
            case 5 -> new Line.Prose("#" + text);
            default -> new Line.Pause(random.nextInt(100) + "." + random.nextInt(100));
        };
    }

    private static String text(Random random) {
        String signs = " ab<>=\"\\|:*~%#\u00e9\u4e2d0";
        return random.ints(random.nextInt(12), 0, signs.length())
                .mapToObj(at -> signs.substring(at, at + 1))
                .collect(Collectors.joining());
    }
}
