package sockshell.render.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import sockshell.lang.Nearest;
import sockshell.lang.catalogue.Call;
import sockshell.lang.catalogue.Catalogue;
import sockshell.lang.manual.Glossary;
import sockshell.lang.manual.Guides;
import sockshell.lang.manual.Term;
import sockshell.render.Quoted;
import sockshell.render.Sheet;
import sockshell.render.Style;
import sockshell.render.Text;
import sockshell.sys.Bytes;
import sockshell.sys.Constants;
import sockshell.sys.Constants.Constant;

/** Every page of /help and /explain, found by what was asked for. */
public final class Manual {
    private static final int MOST_NEAR = 5;

    private final Catalogue catalogue;
    private final Constants constants;
    private final List<Command> commands;

    public Manual(Catalogue catalogue, Constants constants, List<Command> commands) {
        this.catalogue = catalogue;
        this.constants = constants;
        this.commands = List.copyOf(commands);
    }

    /** The short page. */
    public List<Text> first(Sheet sheet) {
        return new FirstPage(commands, sheet).lines();
    }

    /** The page on a call, a constant, an errno or its number, a state, a word or a command. */
    public List<Text> about(String topic, List<Seen> seen, Sheet sheet) {
        String asked = topic.strip();
        return call(asked, seen, sheet)
                .or(() -> named(asked, seen, sheet))
                .or(() -> constant(numbered(asked), seen, sheet))
                .or(() -> term(Glossary.shipped().find(asked), seen, sheet))
                .or(() -> constant(asked.toUpperCase(Locale.ROOT), seen, sheet))
                .or(() -> call(asked.toLowerCase(Locale.ROOT), seen, sheet))
                .or(() -> command(asked, sheet))
                .orElseGet(() -> unknown(asked, sheet));
    }

    /** Whether there is a page on it, and not only words that are near. */
    public boolean has(String topic) {
        String asked = topic.strip();
        return catalogue.has(asked.toLowerCase(Locale.ROOT))
                || Glossary.shipped().find(asked).isPresent()
                || constants.has(asked.toUpperCase(Locale.ROOT))
                || constants.has(numbered(asked))
                || find(asked).isPresent();
    }

    /** All that can be asked for, to complete what is typed. */
    public Set<String> topics() {
        Set<String> all = new TreeSet<>(catalogue.names());
        all.addAll(Glossary.shipped().names());
        constants.all().forEach(each -> all.add(each.name()));
        return all;
    }

    private Optional<List<Text>> call(String name, List<Seen> seen, Sheet sheet) {
        return catalogue
                .find(name)
                .map(call ->
                        new CallPage(call, Guides.shipped().find(name), constants, sheet)
                                .lines(seen));
    }

    /** As it is written: CLOSE is a state, and close a call. */
    private Optional<List<Text>> named(String name, List<Seen> seen, Sheet sheet) {
        return term(Glossary.shipped().exactly(name), seen, sheet)
                .or(() -> constant(name, seen, sheet));
    }

    private Optional<List<Text>> term(Optional<Term> found, List<Seen> seen, Sheet sheet) {
        return found.map(term -> page(sheet).lines(term, value(term), seen));
    }

    private Optional<Constant> value(Term term) {
        return switch (term.sort()) {
            case CONSTANT, ERRNO ->
                    term.names().stream()
                            .flatMap(name -> constants.named(name).stream())
                            .findFirst();
            case STATE, WORD -> Optional.empty();
        };
    }

    private Optional<List<Text>> constant(String name, List<Seen> seen, Sheet sheet) {
        return constants
                .named(name)
                .map(constant ->
                        term(Glossary.shipped().exactly(name), seen, sheet)
                                .orElseGet(() -> page(sheet).lines(constant)));
    }

    /** An errno by its number. */
    private String numbered(String topic) {
        return topic.matches("\\d{1,4}")
                ? constants.name(Constants.Kind.ERRNO, Long.parseLong(topic)).orElse("")
                : "";
    }

    private TermPage page(Sheet sheet) {
        List<Call> calls =
                catalogue.names().stream().flatMap(name -> catalogue.find(name).stream()).toList();
        return new TermPage(calls, sheet);
    }

    private Optional<Command> find(String name) {
        return commands.stream()
                .filter(command -> bare(command.name()).equals(bare(name)))
                .findFirst();
    }

    private static String bare(String name) {
        return name.startsWith("/") ? name.substring(1) : name;
    }

    private Optional<List<Text>> command(String name, Sheet sheet) {
        return find(name)
                .map(command -> {
                    Paragraphs page = new Paragraphs(sheet);
                    page.title((command.name() + " " + command.arguments()).strip(), "");
                    page.prose(command.meaning());
                    return page.lines();
                });
    }

    private List<Text> unknown(String topic, Sheet sheet) {
        Paragraphs page = new Paragraphs(sheet);
        page.prose("There is no page on " + Quoted.of(Bytes.of(topic)) + ".");
        List<String> near = near(topic);
        if (!near.isEmpty()) {
            page.prose("Did you mean one of these?");
            near.forEach(name -> page.indented(Style.ADVICE, name));
        }
        return page.lines();
    }

    /** A few names like it, and those that have it as a word. */
    private List<String> near(String topic) {
        List<String> commandNames = commands.stream().map(Command::name).toList();
        List<String> near = new ArrayList<>();
        Stream.of(catalogue.names(), Glossary.shipped().names(), commandNames)
                .flatMap(names -> Nearest.to(topic, names).stream())
                .forEach(near::add);
        near.addAll(Glossary.shipped().containing(topic));
        return near.stream().distinct().limit(MOST_NEAR).toList();
    }
}
