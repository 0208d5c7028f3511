package sockshell.lang.manual;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import sockshell.lang.manual.Term.Reference;
import sockshell.lang.manual.Term.Remedy;
import sockshell.lang.manual.Term.Sort;

/** Constants, errnos, states and words, by all their names: glossary.txt. */
public final class Glossary {
    private final Map<String, Term> byName = new LinkedHashMap<>();
    private final Map<String, Term> byLooseName = new LinkedHashMap<>();

    /** Read when it is first asked for. */
    private static final class Holder {
        private static final Glossary SHIPPED = new Glossary(Shipped.lines("glossary.txt"));
    }

    private record Group(Sort sort, Reference reference) {}

    Glossary(List<String> lines) {
        Group group = new Group(Sort.WORD, new Reference("", ""));
        for (String line : lines) {
            if (line.startsWith("[")) {
                group = group(line);
            } else if (!line.isBlank()) {
                add(term(group, line));
            }
        }
    }

    public static Glossary shipped() {
        return Holder.SHIPPED;
    }

    /** {@code [sort | topic | page]} */
    private static Group group(String line) {
        List<String> fields = fields(line.substring(1, line.length() - 1));
        return new Group(
                Sort.valueOf(fields.getFirst().toUpperCase(Locale.ROOT)),
                new Reference(fields.get(1), fields.get(2)));
    }

    private static Term term(Group group, String line) {
        List<String> fields = fields(line);
        List<String> names = List.of(fields.getFirst().split(", ", -1));
        String meaning = fields.get(1);
        if (group.sort() == Sort.ERRNO) {
            String advice = fields.get(3).equals("-") ? "" : fields.get(3);
            Remedy remedy = new Remedy(fields.get(2), advice);
            return new Term(Sort.ERRNO, names, meaning, group.reference(), Optional.of(remedy));
        }
        String page = fields.size() > 2 ? fields.get(2) : group.reference().page();
        Reference reference = new Reference(group.reference().topic(), page);
        return new Term(group.sort(), names, meaning, reference, Optional.empty());
    }

    private static List<String> fields(String line) {
        return List.of(line.split(" \\| ", -1));
    }

    private void add(Term term) {
        for (String name : term.names()) {
            byName.put(name, term);
            byLooseName.putIfAbsent(loose(name), term);
        }
    }

    /** As it is written, and nothing else. */
    public Optional<Term> exactly(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Without a look at capital letters, hyphens and underscores. */
    public Optional<Term> find(String name) {
        return exactly(name).or(() -> Optional.ofNullable(byLooseName.get(loose(name))));
    }

    private static String loose(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[-_\\s]+", " ").strip();
    }

    public Set<String> names() {
        return byName.keySet();
    }

    /** Names that have this as one of their words: of queue, the accept queue. */
    public List<String> containing(String word) {
        List<String> found = new ArrayList<>();
        for (Map.Entry<String, Term> entry : byLooseName.entrySet()) {
            if (Stream.of(entry.getKey().split(" ", -1)).anyMatch(loose(word)::equals)) {
                found.add(entry.getValue().name());
            }
        }
        return found.stream().distinct().toList();
    }
}
