package sockshell.repl.typing;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import sockshell.lang.Value;
import sockshell.lang.catalogue.Call;
import sockshell.lang.catalogue.Form;
import sockshell.lang.catalogue.Kind;
import sockshell.repl.cursor.Invoked;

/** The forms that a call can still become, and what the cursor's argument is in each. */
final class Forms {
    private final Guess guess;

    Forms(Context context) {
        guess = new Guess(context);
    }

    /**
     * A form, the place of its parameter that the argument is for, and whether it is the port that
     * is given behind its host.
     */
    record Slot(Form form, int place, boolean port) {
        Kind kind() {
            return port ? Kind.PORT : form.parameter(place).kind();
        }
    }

    /** Those whose parameters fit what is typed in front of the cursor. */
    List<Slot> slots(Call call, Invoked invoked) {
        List<Optional<Value>> before = invoked.before().stream().map(guess::of).toList();
        return call.forms().stream().flatMap(form -> slots(form, before)).toList();
    }

    private Stream<Slot> slots(Form form, List<Optional<Value>> before) {
        boolean fits = fits(form, before, 0);
        Stream<Slot> usual =
                fits && has(form, before.size())
                        ? Stream.of(new Slot(form, before.size(), false))
                        : Stream.empty();
        return Stream.concat(usual, joined(form, before));
    }

    private static boolean has(Form form, int place) {
        return place < form.size() || (form.size() > 0 && form.parameters().getLast().repeats());
    }

    /** The host stands alone, so its port comes next, and all that is behind is one place on. */
    private Stream<Slot> joined(Form form, List<Optional<Value>> before) {
        int address = form.addressAt();
        boolean hostAlone =
                address >= 0
                        && before.size() > address
                        && before.get(address).map(Forms::isHost).orElse(true)
                        && fits(form, before.subList(0, address), 0);
        if (!hostAlone) {
            return Stream.empty();
        }
        if (before.size() == address + 1) {
            return Stream.of(new Slot(form, address, true));
        }
        return has(form, before.size() - 1)
                ? Stream.of(new Slot(form, before.size() - 1, false))
                : Stream.empty();
    }

    private static boolean isHost(Value value) {
        return value instanceof Value.Text || value instanceof Value.Address;
    }

    private static boolean fits(Form form, List<Optional<Value>> before, int from) {
        return IntStream.range(from, before.size())
                .allMatch(i ->
                        has(form, i) && before.get(i).map(form.parameter(i)::takes).orElse(true));
    }
}
