package sockshell.lesson;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sockshell.lang.Expr;
import sockshell.lang.Parser;
import sockshell.lang.Span;
import sockshell.lang.Stmt;
import sockshell.lang.Tags;
import sockshell.lang.catalogue.Catalogue;
import sockshell.transcript.Entry;

/** Types a lesson's lines as another person would: with other names, or as methods. */
final class Retyping {
    private static final int FIRST_STAND_IN = 64_321;

    private final Catalogue catalogue;
    private final Set<String> names;

    Retyping(Lesson lesson, Catalogue catalogue) {
        this.catalogue = catalogue;
        names =
                lesson.transcript()
                        .statements()
                        .flatMap(each -> parsed(each.text().replaceAll("<\\w+>", "1")))
                        .flatMap(Stmt::all)
                        .flatMap(Retyping::targets)
                        .collect(Collectors.toSet());
    }

    /** A piece of a line, and what stands there instead. */
    private record Change(int from, int to, String text) {}

    private Stream<Stmt> parsed(String text) {
        return Parser.parse(text, catalogue::has).statements().stream();
    }

    private static Stream<String> targets(Stmt statement) {
        return statement instanceof Stmt.Assign(_, List<Stmt.Target> targets, _)
                ? targets.stream().map(Stmt.Target::name)
                : Stream.empty();
    }

    /** With a name of his own for each of the lesson's. */
    Entry.Statement renamed(Entry.Statement statement) {
        return changed(
                statement,
                each ->
                        Stream.concat(
                                each instanceof Stmt.Assign(_, List<Stmt.Target> targets, _)
                                        ? targets.stream()
                                                .map(target -> own(target.span(), target.name()))
                                        : Stream.empty(),
                                each.values()
                                        .flatMap(Expr::all)
                                        .filter(Expr.Name.class::isInstance)
                                        .map(Expr.Name.class::cast)
                                        .filter(name -> names.contains(name.name()))
                                        .map(name -> own(name.span(), name.name()))));
    }

    private static Change own(Span span, String name) {
        return new Change(span.from(), span.to(), "my_" + name);
    }

    /** {@code send(c, m)} as {@code c.send(m)}. */
    Entry.Statement asMethods(Entry.Statement statement) {
        return changed(
                statement,
                each ->
                        each.values()
                                .flatMap(Expr::all)
                                .filter(Expr.Call.class::isInstance)
                                .map(Expr.Call.class::cast)
                                .flatMap(this::method));
    }

    private Stream<Change> method(Expr.Call call) {
        boolean isFunction = call.span().from() == call.nameSpan().from();
        if (!isFunction
                || call.arguments().isEmpty()
                || !(call.arguments().getFirst() instanceof Expr.Name(Span span, String name))
                || !names.contains(name)) {
            return Stream.empty();
        }
        int end = call.arguments().size() > 1 ? call.arguments().get(1).span().from() : span.to();
        return Stream.of(new Change(call.nameSpan().from(), end, name + "." + call.name() + "("));
    }

    private Entry.Statement changed(
            Entry.Statement statement, Function<Stmt, Stream<Change>> changes) {
        Map<String, String> standIns = new HashMap<>();
        for (Tags.Tag tag : Tags.of(statement.text())) {
            standIns.putIfAbsent(tag.name(), Integer.toString(FIRST_STAND_IN + standIns.size()));
        }
        String text = Tags.filled(statement.text(), standIns);
        List<Change> all =
                new ArrayList<>(
                        parsed(text).flatMap(Stmt::all).flatMap(changes).distinct().toList());
        all.sort(Comparator.comparingInt(Change::from).reversed());
        StringBuilder result = new StringBuilder(text);
        all.forEach(change -> result.replace(change.from(), change.to(), change.text()));
        String typed = result.toString();
        for (Map.Entry<String, String> each : standIns.entrySet()) {
            typed = typed.replace(each.getValue(), "<" + each.getKey() + ">");
        }
        return new Entry.Statement(
                statement.line(), statement.process(), List.of(typed.split("\n", -1)));
    }
}
