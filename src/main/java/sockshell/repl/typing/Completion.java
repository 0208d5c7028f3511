package sockshell.repl.typing;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import sockshell.lang.Value;
import sockshell.lang.catalogue.Call;
import sockshell.lang.catalogue.Gives;
import sockshell.repl.cursor.Invoked;
import sockshell.repl.cursor.Site;
import sockshell.repl.cursor.Site.Spot;
import sockshell.repl.cursor.Walk;
import sockshell.repl.cursor.Words;
import sockshell.sys.Constants;

/** What could be typed next. */
public final class Completion {
    /** The word in front of the cursor that an offer takes the place of, and the offers. */
    public record Found(String typed, List<Offer> offers) {
        public Found {
            offers = List.copyOf(offers);
        }
    }

    private final Context context;
    private final Site site;

    private Completion(Context context, Site site) {
        this.context = context;
        this.site = site;
    }

    /** What is behind the cursor changes nothing. */
    public static Found at(String text, int cursor, Context context) {
        Site site = site(text, cursor, context);
        List<Offer> offers =
                new Completion(context.of(site.process()), site)
                        .offers()
                        .filter(offer -> offer.whole().startsWith(site.typed()))
                        .filter(offer -> !offer.whole().equals(site.typed()))
                        .distinct()
                        .toList();
        return new Found(site.typed(), offers);
    }

    /** The word that {@link #at} would complete; nothing is asked of the session for it. */
    public static String typed(String text, int cursor, Context context) {
        return site(text, cursor, context).typed();
    }

    static Site site(String text, int cursor, Context context) {
        String before = text.substring(0, Math.clamp(cursor, 0, text.length()));
        return Walk.end(before, context.process(), context.language().catalogue()::has);
    }

    private Stream<Offer> offers() {
        return switch (site.spot()) {
            case Spot.Nowhere() -> Stream.empty();
            case Spot.Start(boolean ofLine) -> start(ofLine);
            case Spot.Value() -> value();
            case Spot.AfterBlock() ->
                    Stream.of(new Offer("else", " ", Offer.WORDS, "does a block otherwise"));
            case Spot.Argument(boolean joined) -> argument(joined);
            case Spot.Method(String receiver) -> methods(receiver);
            case Spot.CommandName() -> commands();
            case Spot.CommandWord(String command) -> commandWord(command);
        };
    }

    private boolean isInText() {
        return site.typed().startsWith("\"") || site.typed().startsWith("'");
    }

    private Stream<Offer> start(boolean ofLine) {
        if (isInText()) {
            return Stream.empty();
        }
        Stream<Offer> words =
                Words.STATEMENTS.entrySet().stream()
                        .map(each ->
                                new Offer(
                                        each.getKey(),
                                        each.getKey().equals("break") ? "" : " ",
                                        Offer.WORDS,
                                        each.getValue()));
        return Stream.of(
                        Calls.giving(context, _ -> true),
                        new Variables(context).all(),
                        words,
                        ofLine ? processes() : Stream.<Offer>empty(),
                        ofLine && site.typed().isEmpty() ? commandsAtAll() : Stream.<Offer>empty())
                .flatMap(offers -> offers);
    }

    private Stream<Offer> processes() {
        return context.scene().processes().stream()
                .sorted()
                .map(name -> new Offer(name + ">", " ", Offer.PROCESSES, "a process"));
    }

    private static Stream<Offer> commandsAtAll() {
        return Stream.of(Offer.plain("/", Offer.COMMANDS, "commands of the shell"));
    }

    private Stream<Offer> value() {
        if (isInText()) {
            return Stream.empty();
        }
        Stream<Offer> calls = Calls.giving(context, call -> call.gives() != Gives.NOTHING);
        Stream<Offer> more = site.typed().isEmpty() ? Stream.empty() : constants();
        return Stream.of(calls, new Variables(context).all(), more).flatMap(offers -> offers);
    }

    private Stream<Offer> constants() {
        return Stream.concat(
                        context.language().constants().all().stream()
                                .filter(constant -> constant.kind() != Constants.Kind.LIMIT)
                                .map(Constants.Constant::name),
                        Words.VALUES.stream().sorted())
                .map(name -> Offer.plain(name, Offer.CONSTANTS, ""));
    }

    private Stream<Offer> argument(boolean joined) {
        Invoked invoked = site.call().orElseThrow();
        Optional<Call> call = context.language().catalogue().find(invoked.name());
        return call.stream()
                .flatMap(each -> new Arguments(context, site, each, invoked, joined).offers());
    }

    private Stream<Offer> methods(String receiver) {
        Optional<Value> value = new Guess(context).of(receiver);
        if (receiver.endsWith("()")) {
            return context
                    .language()
                    .catalogue()
                    .find(receiver.substring(0, receiver.length() - 2))
                    .stream()
                    .flatMap(giver -> Calls.giving(context, Fitting.methods(giver)));
        }
        return value.stream()
                .flatMap(known ->
                        Calls.giving(
                                context,
                                Fitting.methods(
                                        known,
                                        new Descriptors(context).behind(known),
                                        context.language().constants())));
    }

    private Stream<Offer> commands() {
        return context.language().commands().stream()
                .map(command ->
                        new Offer(
                                command.name(),
                                command.arguments().isEmpty() ? "" : " ",
                                Offer.COMMANDS,
                                command.meaning()));
    }

    private Stream<Offer> commandWord(String command) {
        return context.language().command(command).stream()
                .flatMap(each -> each.argument().offers(context, site.typed()));
    }
}
