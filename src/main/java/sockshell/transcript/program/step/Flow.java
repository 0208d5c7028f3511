package sockshell.transcript.program.step;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sockshell.sys.Bytes;

/** What a program's steps assign, and what they use. */
public final class Flow {
    private Flow() {}

    /** The variables that are first assigned within a block: they have to be declared before. */
    public static Set<Variable> hoisted(List<Step> steps) {
        Set<Variable> declared = new HashSet<>();
        Set<Variable> hoisted = new LinkedHashSet<>();
        for (Step step : steps) {
            declared.addAll(targets(step));
            for (Step inner : inner(step)) {
                all(inner)
                        .flatMap(each -> targets(each).stream())
                        .filter(each -> !declared.contains(each))
                        .forEach(hoisted::add);
            }
        }
        return hoisted;
    }

    /** The names of all variables. */
    public static Set<String> names(List<Step> steps) {
        return steps.stream()
                .flatMap(Flow::all)
                .flatMap(step -> targets(step).stream())
                .map(Variable::name)
                .collect(Collectors.toSet());
    }

    public static Set<Variable> used(List<Step> steps) {
        Set<Variable> used = new HashSet<>();
        steps.stream()
                .flatMap(Flow::all)
                .flatMap(step -> terms(step).stream())
                .flatMap(Flow::all)
                .forEach(term -> {
                    if (term instanceof Term.Use(Variable variable)) {
                        used.add(variable);
                    }
                });
        return used;
    }

    /** The step and all within it. */
    public static Stream<Step> all(Step step) {
        return Stream.concat(Stream.of(step), inner(step).stream().flatMap(Flow::all));
    }

    public static List<Step> inner(Step step) {
        return switch (step) {
            case Step.Loop(List<Step> body) -> body;
            case Step.Repeat(_, List<Step> body) -> body;
            case Step.Fork(List<Step> body) -> body;
            case Step.If(_, List<Step> then, List<Step> otherwise) ->
                    Stream.concat(then.stream(), otherwise.stream()).toList();
            case Step.Make _, Step.Set _, Step.Inherit _, Step.Print _, Step.Break _, Step.Note _ ->
                    List.of();
        };
    }

    public static List<Variable> targets(Step step) {
        return switch (step) {
            case Step.Make made -> made.targets();
            case Step.Set(Variable target, _) -> List.of(target);
            case Step.Inherit(Variable target, _) -> List.of(target);
            default -> List.of();
        };
    }

    public static List<Term> terms(Step step) {
        return switch (step) {
            case Step.Make made -> new ArrayList<>(made.arguments().values());
            case Step.Set(_, Term value) -> List.of(value);
            case Step.Inherit(_, Term value) -> List.of(value);
            case Step.Print(List<Term> values) -> values;
            case Step.Repeat(Term times, _) -> List.of(times);
            case Step.If(Term condition, _, _) -> List.of(condition);
            case Step.Loop _, Step.Fork _, Step.Break _, Step.Note _ -> List.of();
        };
    }

    /** The term and all within it. */
    public static Stream<Term> all(Term term) {
        return Stream.concat(Stream.of(term), inner(term).flatMap(Flow::all));
    }

    private static Stream<Term> inner(Term term) {
        return switch (term) {
            case Term.Unary(_, Term operand) -> Stream.of(operand);
            case Term.Binary(_, Term left, Term right) -> Stream.of(left, right);
            case Term.Apply(_, Map<String, Term> arguments, _) -> arguments.values().stream();
            case Term.Index(Term of, Term at, _) -> Stream.of(of, at);
            case Term.Slice slice ->
                    Stream.concat(
                            Stream.of(slice.of()),
                            Stream.concat(slice.from().stream(), slice.to().stream()));
            case Term.Items(List<Term> members, _) -> members.stream();
            case Term.Fields(Map<String, Term> fields) -> fields.values().stream();
            case Term.Whole _,
                    Term.Fraction _,
                    Term.Text _,
                    Term.Truth _,
                    Term.None _,
                    Term.Constant _,
                    Term.Errno _,
                    Term.Use _ ->
                    Stream.of();
        };
    }

    /** The most bytes that a variable may have to hold. */
    public static long mostBytes(List<Step> steps) {
        long most = 1024;
        for (Step step : steps.stream().flatMap(Flow::all).toList()) {
            if (step instanceof Step.Make made && made.arguments().containsKey("size")) {
                most = Math.max(most, most(made.get("size")));
            }
            for (Term term : terms(step).stream().flatMap(Flow::all).toList()) {
                most = Math.max(most, most(term, steps));
            }
        }
        return most;
    }

    private static long most(Term size) {
        return size instanceof Term.Whole(long value) ? value : 65_536;
    }

    private static long most(Term term, List<Step> steps) {
        return switch (term) {
            case Term.Text text -> text.bytes().length();
            case Term.Binary(String sign, Term.Text(Bytes bytes), Term.Whole(long times))
                    when sign.equals("*") ->
                    bytes.length() * times;
            case Term.Binary binary -> binary.type() == Type.DATA && !steps.isEmpty() ? 65_536 : 0;
            default -> 0;
        };
    }
}
