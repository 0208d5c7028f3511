package sockshell.repl.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import sockshell.lang.Value;
import sockshell.lang.catalogue.Call.Language;
import sockshell.render.Style;
import sockshell.render.Text;
import sockshell.repl.desk.Desk;
import sockshell.repl.desk.Inputs.Input;
import sockshell.transcript.program.Done;
import sockshell.transcript.program.Held;
import sockshell.transcript.program.Program;
import sockshell.transcript.program.Programs;

/** /show: what was typed, as a program for each process. */
final class ShowCommand {
    private final Desk desk;

    ShowCommand(Desk desk) {
        this.desk = desk;
    }

    void run(String argument) {
        String[] words = argument.split("\\s+", 2);
        Optional<Language> language = language(words[0]);
        if (language.isEmpty()) {
            desk.remark("/show takes c, python or java, and the lines to show: /show c 1-4");
            return;
        }
        Selection.Chosen chosen =
                Selection.of(words.length > 1 ? words[1] : "", desk.inputs().all());
        if (chosen.nothing().isPresent()) {
            desk.remark("Nothing typed so far is " + chosen.nothing().get() + ".");
            return;
        }
        show(language.get(), chosen.inputs());
    }

    private static Optional<Language> language(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "c" -> Optional.of(Language.C);
            case "python", "py" -> Optional.of(Language.PYTHON);
            case "java" -> Optional.of(Language.JAVA);
            default -> Optional.empty();
        };
    }

    /** What is not done yet has no result that could be shown. */
    private void show(Language language, List<Input> inputs) {
        List<Done> done = inputs.stream().flatMap(input -> done(input).stream()).toList();
        if (done.isEmpty()) {
            desk.remark("Nothing was done yet that could be shown.");
            return;
        }
        List<Text> lines = new ArrayList<>();
        for (Program program :
                programs(language, done, done.size() == desk.inputs().all().size())) {
            lines.add(Text.of(Style.TITLE, program.fileName()));
            program.text().lines().map(Text::of).forEach(lines::add);
        }
        desk.say(lines);
    }

    private List<Program> programs(Language language, List<Done> done, boolean isAll) {
        Programs programs = new Programs(desk.catalogue(), desk.kernel().constants());
        return programs.of(language, done, isAll ? Held.nothing() : this::held);
    }

    private Optional<Value> held(String process, String variable) {
        Map<String, Value> variables = desk.ask(() -> desk.session().variables(process));
        return Optional.ofNullable(variables.get(variable));
    }

    private static Optional<Done> done(Input input) {
        return input.outcome()
                .map(outcome -> new Done(input.process(), input.statement(), outcome));
    }
}
