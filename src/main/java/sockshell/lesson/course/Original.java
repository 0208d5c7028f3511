package sockshell.lesson.course;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import sockshell.lang.Expr;
import sockshell.lang.Parser;
import sockshell.lang.Stmt;
import sockshell.lang.Tags;
import sockshell.lang.catalogue.Catalogue;
import sockshell.transcript.Entry;
import sockshell.transcript.Line;
import sockshell.transcript.Transcript;

/** All that a lesson's author typed, and what it gave. */
final class Original {
    private final Catalogue catalogue;
    private final Transcript transcript;
    private final List<Given> given = new ArrayList<>();

    /** A statement, and one result of it. */
    record Given(Entry.Statement statement, Stmt tree, String result) {
        String process() {
            return statement.process();
        }

        /** The call whose result it is, where it is one alone. */
        Optional<Expr.Call> call() {
            return tree.values()
                    .findFirst()
                    .filter(Expr.Call.class::isInstance)
                    .map(Expr.Call.class::cast);
        }
    }

    /** Where a variable comes from: a call, and which of the things that it gave. */
    record Origin(Expr.Call call, int place) {}

    Original(Transcript transcript, Catalogue catalogue) {
        this.transcript = transcript;
        this.catalogue = catalogue;
        Map<String, Entry.Statement> under = new HashMap<>();
        for (Entry entry : transcript.entries()) {
            if (entry instanceof Entry.Statement statement) {
                under.put(statement.process(), statement);
            } else if (entry instanceof Entry.Seen(_, Line.Result(String who, String text, _))) {
                Optional.ofNullable(under.get(who)).ifPresent(each -> gave(each, text));
            }
        }
    }

    private void gave(Entry.Statement statement, String result) {
        trees(statement)
                .findFirst()
                .ifPresent(tree -> given.add(new Given(statement, tree, result)));
    }

    List<Given> given() {
        return List.copyOf(given);
    }

    private Stream<Stmt> trees(Entry.Statement statement) {
        return Parser.parse(Tags.standingIn(statement.text()), catalogue::has)
                .statements()
                .stream();
    }

    /** Where a variable had its value from when a statement was typed. */
    Optional<Origin> origin(Entry.Statement behind, String name) {
        return transcript
                .statements()
                .filter(each -> each.process().equals(behind.process()))
                .filter(each -> each.line() < behind.line())
                .flatMap(this::trees)
                .flatMap(tree -> origin(tree, name).stream())
                .reduce((_, next) -> next);
    }

    private static Optional<Origin> origin(Stmt tree, String name) {
        if (!(tree instanceof Stmt.Assign(_, List<Stmt.Target> targets, Expr.Call call))) {
            return Optional.empty();
        }
        return IntStream.range(0, targets.size())
                .filter(i -> targets.get(i).name().equals(name))
                .mapToObj(i -> new Origin(call, i))
                .findFirst();
    }

    /** The data that a variable got, as it stands in the lesson between quotes. */
    Optional<String> data(String process, String name) {
        return given.stream()
                .filter(each -> each.process().equals(process))
                .filter(each -> origin(each.tree(), name).isPresent())
                .map(Given::result)
                .filter(result -> result.indexOf('"') < result.lastIndexOf('"'))
                .map(result -> result.substring(result.indexOf('"'), result.lastIndexOf('"') + 1))
                .reduce((_, next) -> next);
    }
}
