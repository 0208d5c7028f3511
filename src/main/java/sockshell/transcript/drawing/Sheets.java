package sockshell.transcript.drawing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The style sheets and the script that drawings carry, with their colours by day and by night. */
record Sheets(Map<String, List<String>> colours) {
    private static final int DAY = 0;
    private static final int NIGHT = 1;

    /** Each line of the file is a name, and its colour by day and by night. */
    static Sheets read() {
        Map<String, List<String>> colours = new TreeMap<>();
        for (String line : file("colours.txt").lines().toList()) {
            List<String> words = List.of(line.trim().split("\\s+"));
            colours.put(words.getFirst(), words.subList(1, words.size()));
        }
        return new Sheets(colours);
    }

    static String file(String name) {
        try (InputStream in = Sheets.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** For a file of its own: what draws it may know no variables, so that there are none in it. */
    String picture() {
        String rules = file("picture.css");
        return coloured(rules, DAY)
                + "@media (prefers-color-scheme: dark) {\n"
                + coloured(rules, NIGHT)
                + "}\n";
    }

    private String coloured(String rules, int time) {
        String coloured = rules;
        for (Map.Entry<String, List<String>> each : colours.entrySet()) {
            coloured = coloured.replace("var(--" + each.getKey() + ")", each.getValue().get(time));
        }
        return coloured;
    }

    /** For a page, where the reader can choose. */
    String page() {
        return ":root { color-scheme: light; "
                + variables(DAY)
                + " }\n"
                + "@media (prefers-color-scheme: dark) { :root:not([data-theme=light]) {"
                + " color-scheme: dark; "
                + variables(NIGHT)
                + " } }\n"
                + ":root[data-theme=dark] { color-scheme: dark; "
                + variables(NIGHT)
                + " }\n"
                + file("picture.css")
                + file("page.css");
    }

    private String variables(int time) {
        return colours.entrySet().stream()
                .map(each -> "--%s: %s;".formatted(each.getKey(), each.getValue().get(time)))
                .collect(Collectors.joining(" "));
    }
}
