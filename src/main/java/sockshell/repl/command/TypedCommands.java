package sockshell.repl.command;

import static sockshell.repl.typing.Command.any;
import static sockshell.repl.typing.Command.nothing;
import static sockshell.repl.typing.Command.variables;
import static sockshell.repl.typing.Command.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sockshell.lang.Value;
import sockshell.render.ResultText;
import sockshell.render.Style;
import sockshell.render.Text;
import sockshell.repl.command.Command.Group;
import sockshell.repl.desk.Desk;
import sockshell.repl.desk.Inputs.Input;
import sockshell.repl.desk.Lines;
import sockshell.repl.typing.Command.Argument;
import sockshell.session.told.Survey.Held;

/** What was typed and what came of it, as in JShell: /list, /vars, /drop, /!, /3. */
final class TypedCommands {
    private final Desk desk;
    private final Lines lines;
    private final ResultText results;

    TypedCommands(Desk desk, Lines lines) {
        this.desk = desk;
        this.lines = lines;
        results = ResultText.brief(desk.kernel().constants());
    }

    List<Command> all() {
        return List.of(
                command(
                        "list [-all | ID | ID-ID | NAME]",
                        "what was typed",
                        any(words("-all"), variables()),
                        this::list),
                command("vars [NAME]", "variables and what they hold", variables(), this::vars),
                command(
                        "drop NAME",
                        "forget a variable, and close what it holds",
                        variables(),
                        this::drop),
                command(
                        "history [-all]",
                        "lines typed; -all: in earlier sessions too",
                        words("-all"),
                        this::history),
                command("reset", "close everything and begin anew", nothing(), this::reset),
                command(
                        "reload",
                        "the same, and do all that was typed again",
                        nothing(),
                        this::reload));
    }

    private static Command command(
            String usage, String meaning, Argument offers, Command.Action action) {
        return Command.of(Group.TYPED, usage, meaning, offers, action);
    }

    private void list(String argument) {
        Selection.Chosen chosen = Selection.of(argument, desk.inputs().all());
        if (chosen.nothing().isPresent()) {
            desk.remark("Nothing typed so far is " + chosen.nothing().get() + ".");
            return;
        }
        desk.say(chosen.inputs().stream().flatMap(input -> listed(input).stream()).toList());
    }

    private static List<Text> listed(Input input) {
        List<Text> listed = new ArrayList<>();
        String number = Integer.toString(input.statement().id());
        for (String line : input.spoken(Desk.MAIN).split("\n", -1)) {
            Text head = Text.of(Style.FAINT, listed.isEmpty() ? number : "").indented(4);
            listed.add(head.plus(listed.isEmpty() ? " : " : "   ").plus(line));
        }
        return listed;
    }

    private void vars(String name) {
        Map<String, Value> all = desk.ask(() -> desk.session().variables(desk.process()));
        List<Text> shown =
                all.entrySet().stream()
                        .filter(each -> name.isEmpty() || each.getKey().equals(name))
                        .map(each ->
                                Text.of("|    ")
                                        .plus(Style.NAME, each.getKey())
                                        .plus(" = ")
                                        .plus(results.of(each.getValue()))
                                        .plus(Style.FAINT, holds(each.getValue())))
                        .toList();
        if (shown.isEmpty()) {
            desk.remark(
                    name.isEmpty()
                            ? desk.process() + " has no variables yet."
                            : desk.process() + " has no variable " + name + ".");
        }
        desk.say(shown);
    }

    private String holds(Value value) {
        return descriptor(value).map(held -> "   " + Descriptions.of(held)).orElse("");
    }

    private Optional<Held> descriptor(Value value) {
        return value instanceof Value.Whole(long number)
                ? desk.survey().find(desk.process(), (int) number)
                : Optional.empty();
    }

    private void drop(String name) {
        Optional<Value> value =
                Optional.ofNullable(
                        desk.ask(() -> desk.session().variables(desk.process())).get(name));
        if (value.isEmpty()) {
            desk.remark(
                    name.isEmpty()
                            ? "Which variable? /vars lists them."
                            : desk.process() + " has no variable " + name + ".");
            return;
        }
        Optional<Held> held = descriptor(value.get());
        if (held.isPresent()
                && desk.confirms(
                        name + " holds " + Descriptions.of(held.get()) + ". Close it too?")) {
            lines.run(desk.process(), "close(" + name + ")");
        }
        desk.drive(() -> desk.session().forget(desk.process(), name));
    }

    private void history(String argument) {
        desk.history(argument.equals("-all")).stream().flatMap(String::lines).forEach(desk::say);
    }

    private void reset(String argument) {
        desk.reset();
        desk.remark("All processes have ended, and all that they had is closed.");
    }

    private void reload(String argument) {
        List<Input> inputs = desk.inputs().all();
        desk.reset();
        inputs.forEach(input -> lines.again(input.process(), input.statement().text()));
    }

    /** {@code !}, {@code -2}, {@code 3} or {@code 2-5} */
    void again(String which) {
        List<Input> inputs = chosen(which.strip());
        if (inputs.isEmpty()) {
            desk.remark("There is no /" + which.strip() + ". /list shows what was typed.");
        }
        for (Input input : inputs) {
            desk.say(Text.of(Style.FAINT, input.spoken(desk.process()).replace('\n', ' ')));
            lines.again(input.process(), input.statement().text());
        }
    }

    private List<Input> chosen(String which) {
        if (which.equals("!")) {
            return desk.inputs().last(1).stream().toList();
        }
        if (which.startsWith("-")) {
            return number(which.substring(1)).flatMap(desk.inputs()::last).stream().toList();
        }
        return Selection.of(which, desk.inputs().all()).inputs();
    }

    private static Optional<Integer> number(String digits) {
        return digits.matches("\\d{1,9}")
                ? Optional.of(Integer.parseInt(digits))
                : Optional.empty();
    }
}
