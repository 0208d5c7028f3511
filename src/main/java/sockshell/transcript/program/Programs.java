package sockshell.transcript.program;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sockshell.lang.catalogue.Call.Language;
import sockshell.lang.catalogue.Catalogue;
import sockshell.sys.Constants;
import sockshell.transcript.program.step.Lowering;
import sockshell.transcript.program.step.Step;
import sockshell.transcript.program.step.Term;
import sockshell.transcript.program.step.Type;
import sockshell.transcript.program.text.CWriter;
import sockshell.transcript.program.text.JavaWriter;
import sockshell.transcript.program.text.PythonWriter;

/**
 * Programs in other languages that do what was typed: one for each process, the children that it
 * forked within it.
 */
public final class Programs {
    private final Catalogue catalogue;
    private final Constants constants;

    public Programs(Catalogue catalogue, Constants constants) {
        this.catalogue = catalogue;
        this.constants = constants;
    }

    /** Of all lines there are. */
    public List<Program> of(Language language, List<Done> lines) {
        return of(language, lines, Held.nothing());
    }

    /** Of some lines; what others had set is set first. */
    public List<Program> of(Language language, List<Done> lines, Held held) {
        List<Program> programs = new ArrayList<>();
        for (String process : roots(lines)) {
            List<Step> steps = Lowering.of(process, lines, catalogue, constants, held);
            programs.add(program(language, process, steps));
        }
        return programs;
    }

    /** Those whose parent's fork() is not among the lines: theirs are within their parent's. */
    private static Set<String> roots(List<Done> lines) {
        Set<String> roots = new LinkedHashSet<>();
        lines.forEach(done -> roots.add(done.process()));
        roots.removeIf(process -> isForked(process, lines));
        return roots;
    }

    private static boolean isForked(String process, List<Done> lines) {
        int dot = process.lastIndexOf('.');
        if (dot < 0) {
            return false;
        }
        String parent = process.substring(0, dot);
        int first =
                lines.stream()
                        .filter(done -> done.process().equals(process))
                        .findFirst()
                        .map(done -> done.statement().id())
                        .orElse(0);
        return lines.stream()
                .anyMatch(done -> done.process().equals(parent) && done.statement().id() == first);
    }

    private Program program(Language language, String process, List<Step> steps) {
        String name = process.replace('.', '_');
        return switch (language) {
            case C -> {
                Set<String> reserved = CWriter.reserved(catalogue.names());
                yield new Program(process, name + ".c", new CWriter(steps, reserved).text());
            }
            case PYTHON -> new Program(process, name + ".py", new PythonWriter(steps).text());
            case JAVA -> {
                String type = Character.toUpperCase(name.charAt(0)) + name.substring(1);
                String known = Character.isDigit(type.charAt(0)) ? "P" + type : type;
                yield new Program(
                        process, known + ".java", new JavaWriter(steps, known, pid()).text());
            }
        };
    }

    private Term pid() {
        return new Term.Apply(catalogue.find("getpid").orElseThrow(), Map.of(), Type.NUMBER);
    }
}
