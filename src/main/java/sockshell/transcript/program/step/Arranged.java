package sockshell.transcript.program.step;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sockshell.lang.catalogue.Call;
import sockshell.lang.catalogue.Form;
import sockshell.lang.catalogue.Parameter;

/** The arguments of a call by the names of its parameters, as {@link Form} does it with values. */
final class Arranged {
    private Arranged() {}

    /** The first form that fits; with none the call can't have run, and nothing is known. */
    static Map<String, Term> of(Call call, List<Term> given) {
        return call.forms(given.size()).stream()
                .flatMap(form -> of(form, given).stream())
                .findFirst()
                .orElse(Map.of());
    }

    private static Optional<Map<String, Term>> of(Form form, List<Term> given) {
        if (fits(form, given)) {
            return Optional.of(named(form, given));
        }
        return form.joins(given.size())
                ? Optional.of(joined(form, given))
                        .filter(all -> fits(form, all))
                        .map(all -> named(form, all))
                : Optional.empty();
    }

    private static boolean fits(Form form, List<Term> terms) {
        boolean repeats = form.size() > 0 && form.parameters().getLast().repeats();
        if (terms.size() > form.size() && !repeats) {
            return false;
        }
        for (int i = 0; i < terms.size(); i++) {
            if (!fits(form.parameter(i), terms.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(Parameter parameter, Term term) {
        boolean leftOut =
                term.type() == Type.NONE && parameter.fallback().filter("None"::equals).isPresent();
        return leftOut || term.type().fits(parameter.kind());
    }

    private static List<Term> joined(Form form, List<Term> given) {
        List<Term> all = new ArrayList<>(given);
        Term second = all.remove(form.addressAt() + 1);
        Term first = all.get(form.addressAt());
        all.set(form.addressAt(), new Term.Items(List.of(first, second), true));
        return all;
    }

    /** What was left out is there; what repeats is a list. */
    private static Map<String, Term> named(Form form, List<Term> terms) {
        Map<String, Term> named = new LinkedHashMap<>();
        for (int i = 0; i < form.size(); i++) {
            Parameter parameter = form.parameter(i);
            if (parameter.repeats()) {
                List<Term> rest = terms.subList(Math.min(i, terms.size()), terms.size());
                named.put(parameter.name(), new Term.Items(rest, false));
            } else {
                named.put(parameter.name(), i < terms.size() ? terms.get(i) : missing(parameter));
            }
        }
        return named;
    }

    private static Term missing(Parameter parameter) {
        return parameter
                .fallback()
                .filter(text -> !text.equals("None"))
                .<Term>map(text -> new Term.Whole(Long.parseLong(text)))
                .orElseGet(Term.None::new);
    }
}
