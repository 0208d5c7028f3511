package sockshell.repl.typing;

import java.util.List;
import java.util.Optional;
import sockshell.lang.catalogue.Call;
import sockshell.lang.catalogue.Form;
import sockshell.lang.catalogue.Parameter;
import sockshell.render.Style;
import sockshell.render.Text;
import sockshell.repl.cursor.Invoked;
import sockshell.repl.cursor.Site;
import sockshell.repl.typing.Forms.Slot;

/**
 * How the call around the cursor is written: {@code bind(s, address) address: host and port, ...},
 * with the argument that is being typed marked.
 */
public final class Signature {
    private Signature() {}

    /** One line for the form that fits what is typed so far; empty outside of calls. */
    public static Optional<Text> at(String text, int cursor, Context context) {
        Site site = Completion.site(text, cursor, context);
        Context here = context.of(site.process());
        return site.call().flatMap(invoked -> line(invoked, here));
    }

    /** All ways to write the call at the cursor, or the one whose name the cursor is behind. */
    public static List<Text> all(String text, int cursor, Context context) {
        return call(text, cursor, context).stream()
                .flatMap(call -> call.forms().stream().map(form -> head(call, form, -1)))
                .toList();
    }

    /** The call that is being typed, by its name or in its arguments. */
    public static Optional<Call> call(String text, int cursor, Context context) {
        Site site = Completion.site(text, cursor, context);
        return context.language()
                .catalogue()
                .find(site.typed())
                .or(() ->
                        site.call()
                                .map(Invoked::name)
                                .flatMap(context.language().catalogue()::find));
    }

    private static Optional<Text> line(Invoked invoked, Context context) {
        return context.language()
                .catalogue()
                .find(invoked.name())
                .map(call ->
                        new Forms(context)
                                .slots(call, invoked).stream()
                                        .findFirst()
                                        .map(slot -> line(call, slot))
                                        .orElseGet(() -> complete(call, invoked)));
    }

    private static Text line(Call call, Slot slot) {
        Text head = head(call, slot.form(), slot.place());
        Parameter parameter = slot.form().parameter(slot.place());
        String expected = slot.port() ? slot.kind().expected() : parameter.kind().expected();
        return head.plus("  ").plus(Style.ADVICE, parameter.name() + ":").plus(" " + expected);
    }

    /** There is nothing more to type, or more than the call takes. */
    private static Text complete(Call call, Invoked invoked) {
        boolean bare = invoked.arguments().size() == 1 && invoked.current().isEmpty();
        Form form = call.forms().getLast();
        Text head = head(call, form, -1);
        return bare ? head : head.plus("  ").plus(Style.FAINT, "nothing more belongs here");
    }

    private static Text head(Call call, Form form, int marked) {
        Text line = Text.of(Style.NAME, call.name()).plus("(");
        for (int i = 0; i < form.size(); i++) {
            Style style = i == marked || isRepeated(form, marked, i) ? Style.TITLE : Style.PLAIN;
            line = line.plus(i > 0 ? ", " : "").plus(style, shown(form.parameter(i)));
        }
        return line.plus(")");
    }

    private static boolean isRepeated(Form form, int marked, int place) {
        return marked >= form.size() && place == form.size() - 1;
    }

    private static String shown(Parameter parameter) {
        String fallback = parameter.fallback().map(value -> " = " + value).orElse("");
        return parameter.name() + fallback + (parameter.repeats() ? " ..." : "");
    }
}
