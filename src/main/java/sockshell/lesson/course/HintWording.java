package sockshell.lesson.course;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import sockshell.lang.Parser;
import sockshell.lang.Stmt;
import sockshell.lang.Tags;
import sockshell.lang.catalogue.Catalogue;
import sockshell.lesson.Part;
import sockshell.lesson.Step;
import sockshell.lesson.check.Binding;
import sockshell.lesson.check.Role;
import sockshell.lesson.check.World;
import sockshell.transcript.Line;

/**
 * The lines that stand between a hint's words, in the learner's names: of the sockets that have
 * their parts already, and that the step does not make anew.
 */
final class HintWording {
    private final Catalogue catalogue;
    private final World world;
    private final Binding binding;

    HintWording(Catalogue catalogue, World world, Binding binding) {
        this.catalogue = catalogue;
        this.world = world;
        this.binding = binding;
    }

    /** What stands between back quotes, in the order of the text. */
    private static final class Codes extends AbstractVisitor {
        private final List<String> found = new ArrayList<>();

        static List<String> of(Part.Hint hint) {
            Codes codes = new Codes();
            hint.nodes().forEach(node -> node.accept(codes));
            return codes.found;
        }

        @Override
        public void visit(Code code) {
            found.add(code.getLiteral());
        }
    }

    /** How each of its lines reads, from what stands in the lesson. */
    Map<String, String> of(Part.Hint hint, Step step) {
        List<Line.Spoken> lines =
                Codes.of(hint).stream()
                        .map(Line::of)
                        .filter(Line.Spoken.class::isInstance)
                        .map(Line.Spoken.class::cast)
                        .toList();
        Set<Role> made = new HashSet<>();
        step.statements().forEach(each -> made.addAll(targets(each.process(), each.text())));
        lines.forEach(each -> made.addAll(targets(each.process(), each.text())));
        return lines.stream()
                .collect(
                        Collectors.toMap(
                                each -> new Saying(each.process(), each.text()).toString(),
                                each -> worded(each, made),
                                (one, _) -> one));
    }

    private Set<Role> targets(String process, String text) {
        return Renaming.targets(statements(Tags.standingIn(text)))
                .map(name -> new Role(process, name))
                .collect(Collectors.toSet());
    }

    private List<Stmt> statements(String text) {
        return Parser.parse(text, catalogue::has).statements();
    }

    private String worded(Line.Spoken line, Set<Role> made) {
        UnaryOperator<String> names =
                name -> {
                    Role role = new Role(line.process(), name);
                    return made.contains(role) ? name : world.called(role, binding).orElse(name);
                };
        String text = Renaming.of(line.text(), statements(line.text()), names);
        return new Saying(line.process(), text).toString();
    }
}
