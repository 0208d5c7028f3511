package sockshell.lesson.course;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sockshell.lang.Expr;
import sockshell.lang.Parser;
import sockshell.lang.Span;
import sockshell.lang.Stmt;
import sockshell.lang.Tags;
import sockshell.lang.Value;
import sockshell.lang.catalogue.Catalogue;
import sockshell.lesson.check.Binding;
import sockshell.lesson.check.Role;
import sockshell.lesson.check.Thing;
import sockshell.lesson.check.World;
import sockshell.render.Quoted;
import sockshell.sys.Inspection.View;
import sockshell.sys.SockAddr;
import sockshell.transcript.Captures;
import sockshell.transcript.Entry;
import sockshell.transcript.Line;
import sockshell.transcript.Transcript;

/**
 * A lesson's statement as it fits a learner's session: with the learner's names for its sockets and
 * data, and with the ports of this session for its tags.
 */
final class Wording {
    private final Transcript transcript;
    private final Catalogue catalogue;
    private final World world;
    private final Binding binding;

    Wording(Transcript transcript, Catalogue catalogue, World world, Binding binding) {
        this.transcript = transcript;
        this.catalogue = catalogue;
        this.world = world;
        this.binding = binding;
    }

    /** A statement, and what was recorded of it. */
    private record Recorded(Entry.Statement statement, String result) {}

    Saying of(Entry.Statement statement) {
        String process = statement.process();
        String filled = Tags.filled(statement.text(), ports(statement.text()));
        Parser.Parsed parsed = Parser.parse(filled, catalogue::has);
        List<Expr.Name> names =
                parsed.statements().stream()
                        .flatMap(Stmt::expressions)
                        .flatMap(Wording::name)
                        .sorted(Comparator.comparingInt(name -> name.span().from()))
                        .toList();
        StringBuilder text = new StringBuilder(filled);
        for (Expr.Name name : names.reversed()) {
            Span span = name.span();
            text.replace(span.from(), span.to(), learners(process, name.name()));
        }
        return new Saying(process, text.toString());
    }

    private static Stream<Expr.Name> name(Expr expr) {
        return expr instanceof Expr.Name name ? Stream.of(name) : Stream.empty();
    }

    private String learners(String process, String name) {
        Optional<Thing> thing = binding.socket(new Role(process, name));
        if (thing.filter(world::isOpen).isPresent()) {
            return world.variable(thing.get())
                    .orElseGet(() -> Integer.toString(thing.get().descriptor()));
        }
        return world.variables(process).containsKey(name) ? name : data(process, name).orElse(name);
    }

    /** Whoever has the same data, or else the data itself. */
    private Optional<String> data(String process, String name) {
        return recorded().stream()
                .filter(each -> each.statement().process().equals(process))
                .filter(each -> assigns(each.statement(), name))
                .map(each -> each.result().substring(each.result().indexOf('"') + 1))
                .filter(rest -> rest.endsWith("\""))
                .reduce((_, next) -> next)
                .map(rest -> "\"" + rest)
                .map(literal -> holder(process, literal).orElse(literal));
    }

    private Optional<String> holder(String process, String literal) {
        return world.variables(process).entrySet().stream()
                .filter(each -> !each.getKey().startsWith("$"))
                .filter(each ->
                        each.getValue() instanceof Value.Text(var bytes)
                                && Quoted.of(bytes).equals(literal))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private boolean assigns(Entry.Statement statement, String name) {
        return statements(statement)
                .anyMatch(each ->
                        each instanceof Stmt.Assign(_, List<Stmt.Target> targets, _)
                                && targets.stream().anyMatch(target -> target.name().equals(name)));
    }

    private Stream<Stmt> statements(Entry.Statement statement) {
        Map<String, String> any =
                Tags.of(statement.text()).stream()
                        .collect(Collectors.toMap(Tags.Tag::name, _ -> "1", (one, _) -> one));
        return Parser.parse(Tags.filled(statement.text(), any), catalogue::has)
                .statements()
                .stream();
    }

    private List<Recorded> recorded() {
        List<Recorded> all = new ArrayList<>();
        Map<String, Entry.Statement> under = new HashMap<>();
        for (Entry entry : transcript.entries()) {
            if (entry instanceof Entry.Statement statement) {
                under.put(statement.process(), statement);
            } else if (entry instanceof Entry.Seen(_, Line.Result(String who, String text, _))) {
                Optional.ofNullable(under.get(who))
                        .ifPresent(statement -> all.add(new Recorded(statement, text)));
            }
        }
        return all;
    }

    /** Tags are ports: of the socket that the capturing statement was about. */
    private Map<String, String> ports(String text) {
        Map<String, String> ports = new HashMap<>();
        for (Tags.Tag tag : Tags.of(text)) {
            recorded().stream()
                    .filter(each -> captures(each.result(), tag.name()))
                    .findFirst()
                    .flatMap(each -> port(each.statement()))
                    .ifPresent(port -> ports.put(tag.name(), Integer.toString(port)));
        }
        return ports;
    }

    private static boolean captures(String result, String tag) {
        return Captures.tags(result).stream()
                .anyMatch(each -> each.hasValue() && each.name().equals(tag));
    }

    private Optional<Integer> port(Entry.Statement statement) {
        return statements(statement)
                .findFirst()
                .flatMap(each ->
                        switch (each) {
                            case Stmt.Evaluate(_, Expr.Call call) ->
                                    port(statement.process(), call);
                            case Stmt.Assign(_, List<Stmt.Target> targets, Expr.Call call) ->
                                    call.name().startsWith("accept")
                                            ? remote(statement.process(), targets.getFirst().name())
                                            : port(statement.process(), call);
                            default -> Optional.empty();
                        });
    }

    private Optional<Integer> port(String process, Expr.Call call) {
        if (!(call.arguments().getFirst() instanceof Expr.Name(_, String name))) {
            return Optional.empty();
        }
        return call.name().equals("getpeername")
                ? remote(process, name)
                : view(process, name).flatMap(view -> port(view.ends().local()));
    }

    private Optional<Integer> remote(String process, String name) {
        return view(process, name).flatMap(view -> view.ends().remote()).flatMap(Wording::port);
    }

    /** Who has no part yet is called as in the lesson: its own lines made it just now. */
    private Optional<View> view(String process, String name) {
        return binding.socket(new Role(process, name))
                .or(() -> world.thing(process, name))
                .flatMap(world::view);
    }

    private static Optional<Integer> port(SockAddr address) {
        return switch (address) {
            case SockAddr.Inet4 inet -> Optional.of(inet.port());
            case SockAddr.Inet6 inet -> Optional.of(inet.port());
            case SockAddr.Unix _, SockAddr.Raw _ -> Optional.empty();
        };
    }
}
