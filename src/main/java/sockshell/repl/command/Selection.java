package sockshell.repl.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sockshell.lang.Stmt;
import sockshell.repl.desk.Inputs.Input;

/**
 * Statements chosen as in JShell: {@code 3}, {@code 2-5}, {@code -all}, or the name of a variable
 * for what gave it its value last.
 */
final class Selection {
    private static final Pattern RANGE = Pattern.compile("\\$?(\\d{1,9})(?:-\\$?(\\d{1,9}))?");

    /** What was chosen, or the word that chose nothing. */
    record Chosen(List<Input> inputs, Optional<String> nothing) {}

    private Selection() {}

    /** Without a word all are chosen. */
    static Chosen of(String words, List<Input> all) {
        if (words.isBlank() || words.equals("-all")) {
            return new Chosen(all, Optional.empty());
        }
        List<Input> chosen = new ArrayList<>();
        for (String word : words.strip().split("\\s+", -1)) {
            List<Input> found = one(word, all);
            if (found.isEmpty()) {
                return new Chosen(List.of(), Optional.of(word));
            }
            chosen.addAll(found);
        }
        return new Chosen(chosen, Optional.empty());
    }

    private static List<Input> one(String word, List<Input> all) {
        Matcher range = RANGE.matcher(word);
        if (!range.matches()) {
            return all.reversed().stream().filter(input -> sets(input, word)).limit(1).toList();
        }
        int from = Integer.parseInt(range.group(1));
        int to = Optional.ofNullable(range.group(2)).map(Integer::parseInt).orElse(from);
        return all.stream()
                .filter(input -> input.statement().id() >= from && input.statement().id() <= to)
                .toList();
    }

    private static boolean sets(Input input, String variable) {
        return input.statement().tree() instanceof Stmt.Assign assign
                && assign.targets().stream().anyMatch(target -> target.name().equals(variable));
    }
}
