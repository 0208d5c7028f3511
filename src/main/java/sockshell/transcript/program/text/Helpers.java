package sockshell.transcript.program.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Functions that a program needs beside the language's own; only those that it uses are put in. The
 * file has a line {@code //: name needs...} in front of each, in the order in which they need one
 * another.
 */
final class Helpers {
    private static final String MARK = "//: ";

    private record Helper(String text, List<String> needs) {}

    private final Map<String, Helper> helpers = new LinkedHashMap<>();
    private final Set<String> used = new LinkedHashSet<>();

    private Helpers() {}

    static Helpers in(String file) {
        Helpers helpers = new Helpers();
        for (String part : read(file).split(MARK, -1)) {
            int end = Math.max(0, part.indexOf('\n'));
            List<String> names = List.of(part.substring(0, end).split(" ", -1));
            Helper helper =
                    new Helper(
                            part.substring(end).replaceFirst("^\n", "").stripTrailing(),
                            names.subList(1, names.size()));
            helpers.helpers.put(names.getFirst(), helper);
        }
        return helpers;
    }

    private static String read(String file) {
        try (InputStream in = Helpers.class.getResourceAsStream(file)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The name, which is noted as used, with all that it needs. */
    String use(String name) {
        Helper helper = helpers.get(name);
        if (helper != null && used.add(name)) {
            helper.needs().forEach(this::use);
        }
        return name;
    }

    /** What is used by now, to go back to. */
    Set<String> mark() {
        return Set.copyOf(used);
    }

    /** Forgets what was used since, for a line that is left out. */
    void reset(Set<String> mark) {
        used.retainAll(mark);
    }

    boolean isUsed(String name) {
        return used.contains(name);
    }

    /** Those that are used, with so many empty lines behind each. */
    String text(int gap) {
        StringBuilder text = new StringBuilder();
        helpers.forEach((name, helper) -> {
            if (used.contains(name)) {
                text.append(helper.text()).append("\n".repeat(gap + 1));
            }
        });
        return text.toString();
    }
}
