package sockshell.repl.typing;

import java.util.function.Predicate;
import java.util.stream.Stream;
import sockshell.lang.catalogue.Call;

/** The calls, each with its bracket and what it is for. */
final class Calls {
    private Calls() {}

    static Stream<Offer> giving(Context context, Predicate<Call> wanted) {
        return context.language().catalogue().names().stream()
                .flatMap(name -> context.language().catalogue().find(name).stream())
                .filter(wanted)
                .map(Calls::offer);
    }

    private static Offer offer(Call call) {
        boolean bare = call.forms().stream().allMatch(form -> form.size() == 0);
        return new Offer(call.name(), bare ? "()" : "(", Offer.CALLS, call.help().meaning());
    }
}
