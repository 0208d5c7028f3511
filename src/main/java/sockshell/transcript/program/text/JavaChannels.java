package sockshell.transcript.program.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sockshell.transcript.program.step.Flow;
import sockshell.transcript.program.step.Step;
import sockshell.transcript.program.step.Term;
import sockshell.transcript.program.step.Variable;

/**
 * What Java has for each descriptor: a socket that listens is of another class than one that
 * connects, so it has to be known before it is made.
 */
final class JavaChannels {
    static final String SERVER = "ServerSocketChannel";
    static final String STREAM = "SocketChannel";
    static final String DATAGRAM = "DatagramChannel";

    private final Map<Variable, String> classes = new HashMap<>();
    private final Map<Variable, Term> backlogs = new HashMap<>();
    private final Map<Variable, Boolean> bound = new HashMap<>();

    JavaChannels(List<Step> steps) {
        for (Step step : steps.stream().flatMap(Flow::all).toList()) {
            if (step instanceof Step.Make made) {
                look(made);
            }
            if (step instanceof Step.Set(Variable target, Term.Use(Variable source))) {
                classes.putIfAbsent(target, of(source));
            }
        }
    }

    private void look(Step.Make made) {
        switch (made.call().name()) {
            case "socket" ->
                    made.targets().forEach(target -> classes.putIfAbsent(target, made(made)));
            case "pipe" -> pipe(made.targets());
            case "open" -> made.targets().forEach(target -> classes.put(target, "FileChannel"));
            case "listen" -> {
                variable(made.get("s"))
                        .ifPresent(socket -> {
                            classes.put(socket, SERVER);
                            backlogs.putIfAbsent(socket, made.get("backlog"));
                        });
            }
            case "accept", "accept4" ->
                    variable(made.get("s")).ifPresent(socket -> classes.put(socket, SERVER));
            case "bind" -> variable(made.get("s")).ifPresent(socket -> bound.put(socket, true));
            default -> {}
        }
    }

    private void pipe(List<Variable> ends) {
        if (!ends.isEmpty()) {
            classes.put(ends.getFirst(), "Pipe.SourceChannel");
        }
        if (ends.size() > 1) {
            classes.put(ends.get(1), "Pipe.SinkChannel");
        }
    }

    private static String made(Step.Make made) {
        boolean isDatagram = names(made.get("type")).contains("SOCK_DGRAM");
        return isDatagram ? DATAGRAM : STREAM;
    }

    /** The names of all constants in a term. */
    static List<String> names(Term term) {
        return Flow.all(term)
                .filter(each -> each instanceof Term.Constant)
                .map(each -> ((Term.Constant) each).name())
                .toList();
    }

    static Optional<Variable> variable(Term term) {
        return term instanceof Term.Use(Variable variable)
                ? Optional.of(variable)
                : Optional.empty();
    }

    String of(Variable variable) {
        return classes.getOrDefault(variable, STREAM);
    }

    String of(Term term) {
        return variable(term).map(this::of).orElse("");
    }

    /** What listen says later, where bind already has to. */
    Optional<Term> backlog(Term socket) {
        return variable(socket).flatMap(each -> Optional.ofNullable(backlogs.get(each)));
    }

    boolean isBound(Term socket) {
        return variable(socket).filter(bound::containsKey).isPresent();
    }
}
