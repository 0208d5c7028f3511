package sockshell.lesson.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sockshell.lang.Nearest;
import sockshell.lang.Value;
import sockshell.lang.catalogue.Catalogue;
import sockshell.lesson.check.Condition.Side;
import sockshell.sys.Constants;
import sockshell.sys.Inspection.State;

/** Reads a line of a check. A line that cannot be read is a problem with its column. */
public final class ConditionReader {
    private static final Pattern LINE =
            Pattern.compile("\\s*(.*?)\\s*(==|!=|<=|>=|<|>)\\s*(.+?)\\s*");
    private static final Pattern TERM = Pattern.compile("([a-z]+)\\(([^()]*)\\)(?:\\.([a-z]+))?");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.]*");

    private final Catalogue catalogue;
    private final Constants constants;
    private final Plain plain;

    public ConditionReader(Catalogue catalogue, Constants constants) {
        this.catalogue = catalogue;
        this.constants = constants;
        plain = new Plain(catalogue, constants);
    }

    /** The condition; without one what is wrong was told, with its column. */
    public Optional<Condition> read(int line, String text, BiConsumer<Integer, String> problem) {
        Matcher parts = LINE.matcher(text);
        if (!parts.matches()) {
            problem.accept(1, "a check compares, such as state(srv.l) == LISTEN");
            return Optional.empty();
        }
        int left = parts.start(1) + 1;
        int right = parts.start(3) + 1;
        Optional<Term> term = term(parts.group(1), told -> problem.accept(left, told));
        return term.flatMap(each ->
                side(each, parts.group(3), told -> problem.accept(right, told))
                        .map(side ->
                                new Condition(line, text.strip(), each, parts.group(2), side)));
    }

    private Optional<Term> term(String text, java.util.function.Consumer<String> problem) {
        Matcher parts = TERM.matcher(text);
        Optional<Fact> fact = parts.matches() ? Fact.of(parts.group(1)) : Optional.<Fact>empty();
        if (fact.isEmpty()) {
            problem.accept(unknown(text));
            return Optional.empty();
        }
        List<String> arguments = new ArrayList<>();
        for (String each : parts.group(2).split(",", -1)) {
            arguments.add(each.strip());
        }
        String field = Optional.ofNullable(parts.group(3)).orElse("");
        Optional<String> wrong = wrong(fact.get(), arguments, field);
        wrong.ifPresent(problem);
        return wrong.isPresent()
                ? Optional.empty()
                : Optional.of(new Term(fact.get(), arguments, field));
    }

    private static String unknown(String text) {
        String word = text.replaceFirst("\\(.*", "");
        return "a check knows no "
                + (word.isEmpty() ? "such thing" : word)
                + Nearest.to(word, Fact.all())
                        .map(near -> "; is " + near + " meant?")
                        .orElse("; it knows " + String.join(", ", Fact.all()));
    }

    private Optional<String> wrong(Fact fact, List<String> arguments, String field) {
        if (arguments.size() != fact.sorts().size()) {
            return Optional.of(
                    fact.written() + " takes " + fact.sorts().size() + " in parentheses");
        }
        for (int i = 0; i < arguments.size(); i++) {
            if (!fits(fact.sorts().get(i), arguments.get(i))) {
                return Optional.of(fact.written() + " takes " + fact.sorts().get(i).expected());
            }
        }
        boolean isField = field.isEmpty() ? fact != Fact.QUEUE : fact.fields().contains(field);
        return isField
                ? Optional.empty()
                : Optional.of(
                        fact.written()
                                + (fact.fields().isEmpty()
                                        ? " has no parts"
                                        : " has ." + String.join(" and .", fact.fields())));
    }

    private boolean fits(Fact.Sort sort, String argument) {
        return switch (sort) {
            case SOCKET, VARIABLE, PROCESS -> NAME.matcher(argument).matches();
            case CALL -> catalogue.has(argument);
            case CONSTANT -> constants.has(argument);
        };
    }

    private Optional<Side> side(
            Term left, String text, java.util.function.Consumer<String> problem) {
        Matcher parts = TERM.matcher(text);
        if (parts.matches() && Fact.of(parts.group(1)).isPresent()) {
            return term(text, problem).map(Side.Asked::new);
        }
        Optional<Value> value = left.fact().isWord() ? word(left.fact(), text) : plain.of(text);
        if (value.isEmpty()) {
            problem.accept(text + " is nothing that " + left.fact().written() + " can give");
        }
        return value.map(Side.Fixed::new);
    }

    private Optional<Value> word(Fact fact, String text) {
        boolean isKnown =
                switch (fact) {
                    case STATE -> isState(text);
                    case ERRNO, FAILED -> text.equals("0") || constants.has(text);
                    case BLOCKED -> text.equals("nothing") || catalogue.has(text);
                    default -> false;
                };
        return isKnown ? Optional.of(Value.Text.of(text)) : Optional.empty();
    }

    private static boolean isState(String text) {
        return java.util.Arrays.stream(State.values()).anyMatch(state -> state.name().equals(text));
    }
}
