package sockshell.repl.typing;

import java.util.List;
import java.util.stream.Stream;

/** A command of the shell: {@code /queue}, its arguments as help shows them, and what it does. */
public record Command(String name, String arguments, String meaning, Argument argument) {

    /** What can stand behind a command; what does not begin as typed is left out later. */
    @FunctionalInterface
    public interface Argument {
        Stream<Offer> offers(Context context, String typed);
    }

    public static Argument nothing() {
        return (_, _) -> Stream.empty();
    }

    public static Argument words(String... words) {
        return (_, _) -> Stream.of(words).map(word -> Offer.plain(word, Offer.WORDS, ""));
    }

    public static Argument descriptors() {
        return (context, _) -> new Descriptors(context).offers();
    }

    public static Argument variables() {
        return (context, _) -> new Variables(context).all();
    }

    public static Argument processes() {
        return (context, _) ->
                context.scene().processes().stream()
                        .sorted()
                        .map(name -> Offer.plain(name, Offer.PROCESSES, ""));
    }

    public static Argument calls() {
        return (context, _) ->
                context.language().catalogue().names().stream()
                        .flatMap(name -> context.language().catalogue().find(name).stream())
                        .map(call -> Offer.plain(call.name(), Offer.CALLS, call.help().meaning()));
    }

    public static Argument paths() {
        return (context, typed) ->
                context.paths().from(typed).stream()
                        .map(path -> Offer.plain(path, Offer.FILES, ""));
    }

    /** Any of several. */
    public static Argument any(Argument... arguments) {
        return (context, typed) ->
                List.of(arguments).stream().flatMap(each -> each.offers(context, typed));
    }
}
