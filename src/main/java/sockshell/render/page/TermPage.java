package sockshell.render.page;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import sockshell.lang.catalogue.Call;
import sockshell.lang.catalogue.Call.Cause;
import sockshell.lang.catalogue.Form;
import sockshell.lang.manual.Term;
import sockshell.lang.manual.Term.Remedy;
import sockshell.lang.manual.Term.Sort;
import sockshell.render.Sheet;
import sockshell.render.Style;
import sockshell.render.Text;
import sockshell.sys.Constants.Constant;

/** The page of a constant, an errno, a state or a word. */
final class TermPage {
    private final List<Call> calls;
    private final Paragraphs page;

    TermPage(List<Call> calls, Sheet sheet) {
        this.calls = calls;
        page = new Paragraphs(sheet);
    }

    /** What the glossary says, and what the system has. */
    List<Text> lines(Term term, Optional<Constant> constant, List<Seen> seen) {
        page.title(term.name() + value(constant), term.reference().page());
        page.prose(term.meaning());
        term.remedy().ifPresent(this::remedy);
        others(term);
        constant.ifPresent(this::constant);
        absent(term, constant);
        SeenPart.add(page, named(term, seen));
        page.gap();
        page.indented(Style.FAINT, "It belongs to: " + term.reference().topic() + ".");
        return page.lines();
    }

    /** What the system has, and the glossary lacks. */
    List<Text> lines(Constant constant) {
        page.title(constant.name() + value(Optional.of(constant)), "");
        constant(constant);
        return page.lines();
    }

    private static String value(Optional<Constant> constant) {
        return constant.map(Constant::value)
                .map(value -> value > 9 ? " = %d (0x%x)".formatted(value, value) : " = " + value)
                .orElse("");
    }

    private void remedy(Remedy remedy) {
        page.head("The usual cause");
        page.indented(Style.PLAIN, remedy.cause());
        if (!remedy.advice().isEmpty()) {
            page.head("What to do");
            page.indented(Style.ADVICE, remedy.advice());
        }
    }

    private void others(Term term) {
        List<String> others = term.names().stream().skip(1).toList();
        if (!others.isEmpty()) {
            page.prose("Also called " + String.join(", ", others) + ".");
        }
    }

    private void constant(Constant constant) {
        if (!constant.shape().isEmpty() && !constant.shape().equals("int")) {
            page.prose("Its value is of the type " + type(constant.shape()) + ".");
        }
        givenBy(constant.name());
        takenBy(constant);
    }

    private static String type(String shape) {
        return switch (shape) {
            case "text" -> "text";
            case "bytes" -> "bytes";
            default -> "struct " + shape;
        };
    }

    private record Given(String call, Cause cause) {}

    private void givenBy(String errno) {
        List<Given> given = calls.stream().flatMap(call -> given(call, errno)).toList();
        if (!given.isEmpty()) {
            page.head("Calls that give it");
            int column = Paragraphs.column(given.stream().map(Given::call));
            given.forEach(each -> page.item(Style.NAME, each.call(), column, each.cause().when()));
        }
    }

    private static Stream<Given> given(Call call, String errno) {
        return call.help().causes().stream()
                .filter(cause -> cause.errno().equals(errno))
                .map(cause -> new Given(call.name(), cause));
    }

    private void takenBy(Constant constant) {
        List<String> taking =
                calls.stream().filter(call -> takes(call, constant)).map(Call::name).toList();
        if (!taking.isEmpty()) {
            page.head("Calls that take it");
            page.indented(Style.NAME, String.join(" ", taking));
        }
    }

    private static boolean takes(Call call, Constant constant) {
        return call.forms().stream()
                .map(Form::parameters)
                .flatMap(List::stream)
                .anyMatch(parameter -> parameter.kind().constants().contains(constant.kind()));
    }

    /** Another system has other constants. */
    private void absent(Term term, Optional<Constant> constant) {
        boolean isOne = term.sort() == Sort.CONSTANT || term.sort() == Sort.ERRNO;
        if (isOne && constant.isEmpty()) {
            page.prose("This system does not have it.");
        }
    }

    private static List<Seen> named(Term term, List<Seen> seen) {
        return seen.stream().filter(each -> term.names().contains(each.errno())).toList();
    }
}
