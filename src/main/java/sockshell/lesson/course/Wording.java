package sockshell.lesson.course;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import sockshell.lang.Expr;
import sockshell.lang.Operators;
import sockshell.lang.Parser;
import sockshell.lang.Value;
import sockshell.lang.catalogue.Call;
import sockshell.lang.catalogue.Catalogue;
import sockshell.lang.catalogue.Gives;
import sockshell.lang.catalogue.Outcome;
import sockshell.lesson.check.Binding;
import sockshell.lesson.check.Journal.Done;
import sockshell.lesson.check.Role;
import sockshell.lesson.check.Thing;
import sockshell.lesson.check.World;
import sockshell.lesson.course.Original.Origin;
import sockshell.render.Quoted;
import sockshell.transcript.Entry;

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
        Role role = new Role(process, name);
        return world.called(role, binding)
                .or(() -> binding.socket(role).map(Wording::number))
                .or(() ->
                        original.origin(statement, name)
                                .filter(from -> !makes(from))
                                .flatMap(from -> given(process, from)))
                .or(() -> Optional.of(name).filter(world.variables(process)::containsKey))
                .or(() -> original.data(process, name).map(data -> holder(process, data)))
                .orElse(name);
    }

    private static String number(Thing thing) {
        return Integer.toString(thing.descriptor());
    }

    /** Descriptors are known by their parts; one that has none yet is the step's own. */
    private boolean makes(Origin origin) {
        return switch (catalogue.find(origin.call().name()).map(Call::gives).orElse(Gives.VALUE)) {
            case DESCRIPTOR, DESCRIPTORS -> true;
            case CONNECTION -> origin.place() == 0;
            default -> false;
        };
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
