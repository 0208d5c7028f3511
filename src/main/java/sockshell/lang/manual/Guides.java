package sockshell.lang.manual;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import sockshell.lang.manual.Guide.Next;

/** The guides to all calls: calls.txt. */
public final class Guides {
    private final Map<String, Guide> byCall = new LinkedHashMap<>();

    /** Read when it is first asked for. */
    private static final class Holder {
        private static final Guides SHIPPED = new Guides(Shipped.lines("calls.txt"));
    }

    Guides(List<String> lines) {
        List<String> block = new ArrayList<>();
        for (String line : lines) {
            if (line.isBlank()) {
                add(block);
                block.clear();
            } else {
                block.add(line);
            }
        }
        add(block);
    }

    public static Guides shipped() {
        return Holder.SHIPPED;
    }

    public Optional<Guide> find(String call) {
        return Optional.ofNullable(byCall.get(call));
    }

    public Set<String> calls() {
        return byCall.keySet();
    }

    /** The first line is the call's name; each other one says by its first word what it is. */
    private void add(List<String> block) {
        if (!block.isEmpty()) {
            String call = block.getFirst();
            byCall.put(
                    call,
                    new Guide(
                            call,
                            lines(block, "c "),
                            arguments(lines(block, "arg ")),
                            lines(block, "eg "),
                            lines(block, "next ").stream().map(Guides::next).toList()));
        }
    }

    private static List<String> lines(List<String> block, String word) {
        return block.stream()
                .skip(1)
                .filter(line -> line.startsWith(word))
                .map(line -> line.substring(word.length()))
                .toList();
    }

    private static Map<String, String> arguments(List<String> lines) {
        return lines.stream()
                .map(line -> line.split(" ", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
    }

    private static Next next(String line) {
        String[] fields = line.split(" \\| ", -1);
        return new Next(List.of(fields[0].split(" ", -1)), fields[1], fields[2]);
    }
}
