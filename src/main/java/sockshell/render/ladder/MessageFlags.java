package sockshell.render.ladder;

import java.util.List;
import java.util.stream.IntStream;
import sockshell.lang.Operators;
import sockshell.lang.Value;
import sockshell.lang.catalogue.Form;
import sockshell.lang.catalogue.Kind;
import sockshell.session.told.Event;

/** The flags that a call of send(2) and its kin was given. */
final class MessageFlags {
    private MessageFlags() {}

    static boolean has(Event.Made made, long flag) {
        return made.call().forms().stream()
                .filter(form -> form.size() == made.arguments().size())
                .anyMatch(form -> has(form, made.arguments(), flag));
    }

    private static boolean has(Form form, List<Value> arguments, long flag) {
        return IntStream.range(0, arguments.size())
                .filter(at -> form.parameter(at).kind() == Kind.MESSAGE_FLAGS)
                .anyMatch(at -> (Operators.whole(arguments.get(at)).orElse(0L) & flag) != 0);
    }
}
