package sockshell.lesson.course;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import sockshell.lang.Expr;
import sockshell.lang.Operators;
import sockshell.lang.Parser;
import sockshell.lang.Stmt;
import sockshell.lang.Tags;
import sockshell.lang.Value;
import sockshell.lang.catalogue.Call;
import sockshell.lang.catalogue.Catalogue;
import sockshell.lang.catalogue.Gives;
import sockshell.lang.catalogue.Outcome;
import sockshell.lesson.Part;
import sockshell.lesson.Step;
import sockshell.lesson.check.Binding;
import sockshell.lesson.check.Journal.Done;
import sockshell.lesson.check.Role;
import sockshell.lesson.check.Thing;
import sockshell.lesson.check.World;
import sockshell.lesson.course.Original.Origin;
import sockshell.render.Quoted;
import sockshell.transcript.Entry;
import sockshell.transcript.Line;

/**
 * A lesson's statement as it fits a learner's session: with the learner's names for its sockets and
 * data, and with the ports of this session for its tags.
 */
final class Wording {
    private final Original original;
    private final Known known;
    private final Catalogue catalogue;
    private final World world;
    private final Binding binding;

    Wording(Original original, Known known, Catalogue catalogue, World world, Binding binding) {
        this.original = original;
        this.known = known;
        this.catalogue = catalogue;
        this.world = world;
        this.binding = binding;
    }

    Saying of(Entry.Statement statement) {
        String filled = known.filled(statement.text());
        Parser.Parsed parsed = Parser.parse(filled, catalogue::has);
        String text = Renaming.of(filled, parsed.statements(), name -> learners(statement, name));
        return new Saying(statement.process(), text);
    }

    private String learners(Entry.Statement statement, String name) {
        String process = statement.process();
        return binding.socket(new Role(process, name))
                .map(thing -> socket(thing, name))
                .or(() ->
                        original.origin(statement, name)
                                .filter(from -> !makes(from))
                                .flatMap(from -> given(process, from)))
                .or(() -> Optional.of(name).filter(world.variables(process)::containsKey))
                .or(() -> original.data(process, name).map(data -> holder(process, data)))
                .orElse(name);
    }

    /** Descriptors are known by their parts; one that has none yet is the step's own. */
    private boolean makes(Origin origin) {
        return switch (catalogue.find(origin.call().name()).map(Call::gives).orElse(Gives.VALUE)) {
            case DESCRIPTOR, DESCRIPTORS -> true;
            case CONNECTION -> origin.place() == 0;
            default -> false;
        };
    }

    /**
     * The lines between the words of a hint: of the sockets that have their parts already, and that
     * the step does not make anew.
     */
    Map<String, String> of(Part.Hint hint, Step step) {
        Set<Role> own = new HashSet<>();
        step.statements().forEach(each -> own.addAll(targets(each.process(), each.text())));
        List<Line.Spoken> lines =
                hint.code().stream()
                        .map(Line::of)
                        .filter(Line.Spoken.class::isInstance)
                        .map(Line.Spoken.class::cast)
                        .toList();
        lines.forEach(each -> own.addAll(targets(each.process(), each.text())));
        return lines.stream()
                .collect(
                        Collectors.toMap(
                                each -> new Saying(each.process(), each.text()).toString(),
                                each -> renamed(each, own),
                                (one, _) -> one));
    }

    private Set<Role> targets(String process, String text) {
        return Renaming.targets(Parser.parse(Tags.standingIn(text), catalogue::has).statements())
                .map(name -> new Role(process, name))
                .collect(Collectors.toSet());
    }

    private String renamed(Line.Spoken line, Set<Role> own) {
        UnaryOperator<String> names =
                name ->
                        Optional.of(new Role(line.process(), name))
                                .filter(role -> !own.contains(role))
                                .flatMap(binding::socket)
                                .map(thing -> socket(thing, name))
                                .orElse(name);
        List<Stmt> statements = Parser.parse(line.text(), catalogue::has).statements();
        return new Saying(line.process(), Renaming.of(line.text(), statements, names)).toString();
    }

    /** Who has made another one for the same variable means that one by it. */
    private String socket(Thing thing, String name) {
        return world.variable(thing)
                .or(() -> world.journal().successor(thing).flatMap(world::variable))
                .orElse(world.isOpen(thing) ? Integer.toString(thing.descriptor()) : name);
    }

    /** What the learner's last such call gave: in his variable, or else the value itself. */
    private Optional<String> given(String process, Origin origin) {
        Optional<Thing> socket =
                origin.call().arguments().stream()
                        .findFirst()
                        .filter(Expr.Name.class::isInstance)
                        .map(first -> new Role(process, ((Expr.Name) first).name()))
                        .flatMap(binding::socket);
        return world.journal().calls().stream()
                .filter(done -> done.process().equals(process))
                .filter(done -> done.call().equals(origin.call().name()))
                .filter(done -> !(done.outcome() instanceof Outcome.Failed))
                .filter(done -> socket.map(done::isOn).orElse(true))
                .reduce((_, next) -> next)
                .flatMap(done -> held(done, origin.place()).or(() -> literal(done, origin)));
    }

    private Optional<String> held(Done done, int place) {
        return world.journal().assigned(done).stream()
                .skip(place)
                .findFirst()
                .filter(world.variables(done.process())::containsKey);
    }

    private static Optional<String> literal(Done done, Origin origin) {
        return done.outcome().parts().stream()
                .skip(origin.place())
                .findFirst()
                .flatMap(Wording::literal);
    }

    private static Optional<String> literal(Value value) {
        return switch (value) {
            case Value.Whole(long number) -> Optional.of(Long.toString(number));
            case Value.Text(var bytes) -> Optional.of(quoted(Quoted.escaped(bytes)));
            case Value.Address(var address) -> {
                List<Value> pair = Operators.pair(address);
                yield pair.size() < 2
                        ? Optional.empty()
                        : literal(pair.get(0))
                                .flatMap(host ->
                                        literal(pair.get(1))
                                                .map(port -> "(" + host + ", " + port + ")"));
            }
            default -> Optional.empty();
        };
    }

    private static String quoted(String escaped) {
        return "\"" + escaped.replace("\"", "\\\"") + "\"";
    }

    /** Whoever has the same data, or else the data itself. */
    private String holder(String process, String literal) {
        return world.variables(process).entrySet().stream()
                .filter(each -> !each.getKey().startsWith("$"))
                .filter(each ->
                        each.getValue() instanceof Value.Text(var bytes)
                                && Quoted.of(bytes).equals(literal))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(literal);
    }
}
