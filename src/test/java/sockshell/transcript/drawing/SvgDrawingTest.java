package sockshell.transcript.drawing;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SvgDrawingTest {
    @ParameterizedTest
    @ValueSource(strings = {"tcp-uppercase.skt", "fork-inherits.skt", "backlog-overflow.skt", "eintr.skt", "three-dialects.skt", "udp-uppercase.skt"})
    void look(String name) throws Exception {
        Story story = Played.shipped(name);
        Path out = Path.of("/tmp/look");
        Files.createDirectories(out);
        Files.writeString(out.resolve(name + ".svg"), SvgDrawing.of(story));
        Files.writeString(out.resolve(name + ".html"), HtmlPage.of(story));
    }
}
