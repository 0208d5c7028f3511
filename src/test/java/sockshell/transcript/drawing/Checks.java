package sockshell.transcript.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import sockshell.Tools;

/** Reads what was drawn as any other program would. */
final class Checks {
    private Checks() {}

    static Document parsed(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)));
    }

    static List<Element> elements(Document document, String name) {
        NodeList nodes = document.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    /** By a second reader. */
    static void xmllint(Path folder, String xml) throws Exception {
        Tools.need("xmllint");
        Path file = Files.writeString(folder.resolve("drawn.xml"), xml);
        Tools.Run run = Tools.run(List.of("xmllint", "--nonet", "--noout", file.toString()));
        assertThat(run.output()).isEmpty();
        assertThat(run.exit()).isZero();
    }

    /** No characters that a reader obeys, but for the ends of lines. */
    static void isTame(String text) {
        assertThat(text.codePoints().filter(point -> point != '\n').mapToObj(Character::getType))
                .isNotEmpty()
                .doesNotContain(
                        (int) Character.CONTROL,
                        (int) Character.FORMAT,
                        (int) Character.SURROGATE,
                        (int) Character.UNASSIGNED,
                        (int) Character.LINE_SEPARATOR,
                        (int) Character.PARAGRAPH_SEPARATOR);
    }
}
