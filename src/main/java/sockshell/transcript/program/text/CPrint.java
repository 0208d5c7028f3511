package sockshell.transcript.program.text;

import java.util.ArrayList;
import java.util.List;
import sockshell.sys.Bytes;
import sockshell.transcript.program.step.Term;
import sockshell.transcript.program.step.Type;

/** Makes printf of print: what is known stands in the format, the rest behind it. */
final class CPrint {
    private final CTerms terms;
    private final Helpers helpers;

    CPrint(CTerms terms, Helpers helpers) {
        this.terms = terms;
        this.helpers = helpers;
    }

    String line(List<Term> values) {
        List<String> format = new ArrayList<>();
        StringBuilder arguments = new StringBuilder();
        for (Term value : values) {
            format.add(format(value));
            for (String argument : arguments(value)) {
                arguments.append(", ").append(argument);
            }
        }
        return "printf(\"" + String.join(" ", format) + "\\n\"" + arguments + ");";
    }

    private static boolean isTruth(Term value) {
        return switch (value) {
            case Term.Truth _ -> true;
            case Term.Unary(String sign, _) -> sign.equals("not");
            case Term.Binary(String sign, _, _) ->
                    List.of("==", "!=", "<", "<=", ">", ">=").contains(sign);
            default -> false;
        };
    }

    /** A format ends at its first NUL. */
    private static boolean isFormat(Term value) {
        return value instanceof Term.Text(Bytes bytes) && bytes.text().indexOf('\0') < 0;
    }

    private static String format(Term value) {
        if (isFormat(value) && value instanceof Term.Text(Bytes bytes)) {
            return CText.escaped(bytes).replace("%", "%%");
        }
        return switch (value.type()) {
            case DATA -> "%.*s";
            case ADDRESS -> "%s";
            case FRACTION -> "%g";
            case NONE -> "None";
            default -> isTruth(value) ? "%s" : "%ld";
        };
    }

    private List<String> arguments(Term value) {
        if (isFormat(value) || value.type() == Type.NONE) {
            return List.of();
        }
        return switch (value.type()) {
            case DATA -> {
                String place = terms.place(value);
                yield List.of(helpers.use("size") + "(" + place + ")", place + ".bytes");
            }
            case ADDRESS -> List.of(helpers.use("shown") + "(" + terms.of(value) + ").bytes");
            case FRACTION -> List.of(terms.of(value));
            default ->
                    isTruth(value)
                            ? List.of(terms.of(value) + " ? \"True\" : \"False\"")
                            : List.of("(long) " + bracketed(value));
        };
    }

    private String bracketed(Term value) {
        String text = terms.of(value);
        return value instanceof Term.Binary ? "(" + text + ")" : text;
    }
}
