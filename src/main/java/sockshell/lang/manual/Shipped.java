package sockshell.lang.manual;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** A file that is a part of the program; comments are left out. */
final class Shipped {
    private static final String FOLDER = "/sockshell/lang/";

    private Shipped() {}

    static List<String> lines(String name) {
        try (InputStream stream = Shipped.class.getResourceAsStream(FOLDER + name)) {
            String text =
                    new String(
                            Objects.requireNonNull(stream, name).readAllBytes(),
                            StandardCharsets.UTF_8);
            return text.lines().filter(line -> !line.startsWith("#")).toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
