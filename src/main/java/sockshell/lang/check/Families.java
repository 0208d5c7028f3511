package sockshell.lang.check;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import sockshell.lang.Expr;
import sockshell.lang.catalogue.Form;
import sockshell.lang.catalogue.Kind;
import sockshell.lang.catalogue.Parameter;
import sockshell.sys.Constants;

/**
 * Notices a constant in a place that is for others: to C it is but a number, and the kernel may
 * well take it for something else.
 */
final class Families {
    private final Constants constants;
    private final Scope variables;

    Families(Constants constants, Scope variables) {
        this.constants = constants;
        this.variables = variables;
    }

    List<String> remarks(Expr.Call call, Form form) {
        return IntStream.range(0, Math.min(call.arguments().size(), form.size()))
                .boxed()
                .flatMap(place -> remarks(call, place, form.parameter(place)))
                .toList();
    }

    private Stream<String> remarks(Expr.Call call, int place, Parameter parameter) {
        return named(call.arguments().get(place))
                .filter(constant -> isElsewhere(constant, parameter.kind()))
                .map(constant ->
                        "%s stands where %s's %s belongs: %s."
                                .formatted(
                                        constant.name(),
                                        call.name(),
                                        parameter.name(),
                                        parameter.kind().expected()));
    }

    /** Zero of another family is C's way to say none. */
    private static boolean isElsewhere(Constants.Constant constant, Kind kind) {
        return !kind.constants().isEmpty()
                && constant.value() != 0
                && !kind.constants().contains(constant.kind());
    }

    private Stream<Constants.Constant> named(Expr expr) {
        return switch (expr) {
            case Expr.Name(_, String name) ->
                    Stream.of(name)
                            .filter(word -> !variables.contains(word))
                            .map(constants::named)
                            .flatMap(Optional::stream);
            case Expr.Binary(_, String sign, Expr left, Expr right) when sign.equals("|") ->
                    Stream.concat(named(left), named(right));
            default -> Stream.empty();
        };
    }
}
