package sockshell.lang.check;

import java.util.List;
import java.util.Optional;
import sockshell.lang.Expr;
import sockshell.lang.Mistake;
import sockshell.lang.Value;
import sockshell.lang.catalogue.Call;
import sockshell.lang.catalogue.Form;
import sockshell.lang.catalogue.Parameter;

/** Whether a call's arguments can be what its parameters want, before or while it runs. */
public final class ArgumentCheck {
    private ArgumentCheck() {}

    /** The call has arguments, but no form takes so many. */
    public static Mistake wrongCount(Expr.Call call, Call entry) {
        int given = call.arguments().size();
        return new Mistake(
                call.nameSpan(),
                call.name() + " does not take " + given + (given == 1 ? " argument" : " arguments"),
                "it is " + signatures(entry));
    }

    private static String signatures(Call entry) {
        return String.join(
                " or ",
                entry.forms().stream().map(form -> entry.name() + form.signature()).toList());
    }

    /** The first argument that fits no form; where a value is not known yet, it fits. */
    public static Optional<Mistake> misfit(
            Expr.Call call, List<Form> forms, List<Optional<Value>> values) {
        if (forms.stream().anyMatch(form -> fits(form, values))) {
            return Optional.empty();
        }
        Form meant = forms.getFirst();
        for (int i = 0; i < values.size(); i++) {
            if (!takes(meant.parameter(i), values.get(i))) {
                return Optional.of(misfit(call, i, meant.parameter(i), values.get(i)));
            }
        }
        return Optional.of(wrongTogether(call, meant));
    }

    private static boolean fits(Form form, List<Optional<Value>> values) {
        return fits(form, values, 0) || (form.joins(values.size()) && fits(form, values, 1));
    }

    /** Behind an address given as two, each argument is for the parameter before. */
    private static boolean fits(Form form, List<Optional<Value>> values, int shift) {
        if (shift == 0 && form.joins(values.size()) && values.size() > form.size()) {
            return false;
        }
        for (int i = 0; i < values.size(); i++) {
            boolean second = shift == 1 && i == form.addressAt() + 1;
            Parameter parameter = form.parameter(i - (i > form.addressAt() ? shift : 0));
            if (!second && !takes(parameter, values.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean takes(Parameter parameter, Optional<Value> value) {
        return value.isEmpty() || parameter.takes(value.get());
    }

    private static Mistake misfit(
            Expr.Call call, int place, Parameter parameter, Optional<Value> value) {
        Expr argument = call.arguments().get(place);
        String given = value.map(Value::kind).orElse("something else");
        return new Mistake(
                argument.span(),
                "%s's %s cannot be %s".formatted(call.name(), parameter.name(), given),
                "expected " + parameter.kind().expected());
    }

    private static Mistake wrongTogether(Expr.Call call, Form meant) {
        return new Mistake(
                call.span(),
                call.name() + " cannot take these together",
                "it is " + call.name() + meant.signature());
    }
}
