package sockshell.repl.command;

import java.util.List;
import java.util.Optional;
import sockshell.lang.Value;
import sockshell.repl.desk.Desk;
import sockshell.session.told.Activity;
import sockshell.session.told.Survey;
import sockshell.session.told.Survey.Held;

/** Which descriptor a person means: {@code l}, {@code 3}, {@code srv.l} or {@code srv 3}. */
final class Naming {
    private final Desk desk;

    Naming(Desk desk) {
        this.desk = desk;
    }

    Optional<Held> descriptor(String text, Survey survey) {
        int blank = text.indexOf(' ');
        int dot = text.lastIndexOf('.');
        int gap = blank >= 0 ? blank : dot;
        return gap < 0
                ? of(holder(text), text, survey)
                : of(text.substring(0, gap), text.substring(gap + 1).strip(), survey);
    }

    /** The prompt's process; or else the only one that has a variable of the name. */
    private String holder(String name) {
        List<String> holders =
                desk.ask(() ->
                        desk.session().activities().stream()
                                .map(Activity::process)
                                .filter(each -> desk.session().variables(each).containsKey(name))
                                .toList());
        return holders.size() == 1 ? holders.getFirst() : desk.process();
    }

    private Optional<Held> of(String process, String name, Survey survey) {
        return number(process, name).flatMap(number -> survey.find(process, number));
    }

    private Optional<Integer> number(String process, String name) {
        if (name.matches("\\d{1,9}")) {
            return Optional.of(Integer.parseInt(name));
        }
        Optional<Value> value =
                Optional.ofNullable(desk.ask(() -> desk.session().variables(process)).get(name));
        return value.filter(Value.Whole.class::isInstance)
                .map(whole -> (int) ((Value.Whole) whole).number());
    }
}
