package sockshell.repl.typing;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import sockshell.lang.Value;
import sockshell.lang.catalogue.Call;
import sockshell.lang.catalogue.Kind;
import sockshell.repl.cursor.Invoked;
import sockshell.repl.cursor.Site;
import sockshell.repl.typing.Forms.Slot;

/** What fits an argument of a call: a table of the catalogue's kinds. */
final class Arguments {
    /* Parameters that have usual values besides what their kind has. */
    private static final Map<String, List<String>> USUAL =
            Map.of(
                    "backlog", List.of("SOMAXCONN"),
                    "blocking", List.of("True", "False"),
                    "size", List.of("INET_ADDRSTRLEN", "INET6_ADDRSTRLEN"),
                    "protocol", List.of("\"tcp\"", "\"udp\""),
                    "sin_port", List.of("htons("),
                    "sin6_port", List.of("htons("),
                    "sin_addr", List.of("inet_addr("),
                    "sin6_addr", List.of("inet_pton("));

    private final Context context;
    private final Site site;
    private final Call call;
    private final Invoked invoked;
    private final boolean joined;

    Arguments(Context context, Site site, Call call, Invoked invoked, boolean joined) {
        this.context = context;
        this.site = site;
        this.call = call;
        this.invoked = invoked;
        this.joined = joined;
    }

    Stream<Offer> offers() {
        return new Forms(context)
                .slots(call, invoked).stream()
                        .flatMap(this::offers)
                        .filter(offer -> !isQuoted() || offer.text().startsWith(quote()))
                        .distinct();
    }

    /** Within a text only what is a text as well. */
    private boolean isQuoted() {
        return site.typed().startsWith("\"") || site.typed().startsWith("'");
    }

    private String quote() {
        return site.typed().substring(0, 1);
    }

    private Stream<Offer> offers(Slot slot) {
        Kind kind = slot.kind();
        if (joined) {
            return constants(kind);
        }
        if (!site.inner().isEmpty() && !isGrouped(kind)) {
            return inner(kind);
        }
        return Stream.of(usual(slot), constants(kind), values(kind), calls(kind))
                .flatMap(offers -> offers);
    }

    /** A bracket around flags or a number is nothing but that. */
    private boolean isGrouped(Kind kind) {
        boolean plain = !kind.constants().isEmpty() || kind == Kind.DATA || kind == Kind.NUMBER;
        return plain
                && kind != Kind.POLL_LIST
                && site.inner().stream().allMatch(each -> each.bracket().equals("("))
                && site.inner().getLast().index() == 0;
    }

    private Stream<Offer> inner(Kind kind) {
        Site.Inner last = site.inner().getLast();
        boolean list = last.bracket().equals("[");
        return switch (kind) {
            case ADDRESS -> pair(last);
            case DESCRIPTORS -> list ? descriptors() : Stream.empty();
            case POLL_LIST -> poll(last);
            case LIST -> list ? new Variables(context).holding(Arguments::isText) : Stream.empty();
            case ANY -> new Variables(context).all();
            default -> Stream.empty();
        };
    }

    /** {@code ("127.0.0.1", 12000)} */
    private Stream<Offer> pair(Site.Inner last) {
        Addresses addresses = new Addresses(context, false);
        if (!last.bracket().equals("(")) {
            return Stream.empty();
        }
        return last.index() == 0
                ? Stream.of(addresses.known(invoked), addresses.hosts(), addresses.variables())
                        .flatMap(offers -> offers)
                : addresses.ports();
    }

    /** {@code [(s, POLLIN), ...]} */
    private Stream<Offer> poll(Site.Inner last) {
        if (last.bracket().equals("[")) {
            return Stream.of(Offer.plain("(", Offer.WORDS, "a descriptor and its events"));
        }
        return last.index() == 0 ? descriptors() : constants(Kind.POLL_LIST);
    }

    private Stream<Offer> descriptors() {
        return new Descriptors(context).offers();
    }

    /** A member of a list of polls has its constants; the list itself has none. */
    private Stream<Offer> constants(Kind kind) {
        if (kind == Kind.POLL_LIST && site.inner().isEmpty()) {
            return Stream.empty();
        }
        return new Flags(context)
                .of(kind, call, invoked, joined)
                .map(constant -> Offer.plain(constant.name(), Offer.CONSTANTS, ""));
    }

    private Stream<Offer> usual(Slot slot) {
        String name = slot.port() ? "" : slot.form().parameter(slot.place()).name();
        boolean fits =
                switch (name) {
                    case "size" -> slot.kind() == Kind.NUMBER;
                    case "protocol" -> slot.kind() == Kind.TEXT;
                    default -> true;
                };
        return fits
                ? USUAL.getOrDefault(name, List.of()).stream()
                        .map(text -> Offer.plain(text, Offer.WORDS, ""))
                : Stream.empty();
    }

    private Stream<Offer> values(Kind kind) {
        Variables variables = new Variables(context);
        return switch (kind) {
            case DESCRIPTOR -> descriptors();
            case ADDRESS -> addresses();
            case PORT -> Stream.concat(new Addresses(context, false).ports(), numbers());
            case DATA -> variables.holding(Arguments::isText);
            case TEXT -> Stream.concat(variables.holding(Arguments::isText), paths());
            case HOST -> Stream.concat(text("\"localhost\""), variables.holding(Arguments::isText));
            case SERVICE ->
                    Stream.concat(
                            text("\"http\""),
                            variables.holding(value -> isText(value) || isCount(value)));
            case SIZE, NUMBER -> numbers();
            case IN_ADDR, OPTION_VALUE ->
                    variables.holding(value -> isText(value) || isCount(value));
            case SECONDS, TIMEOUT ->
                    variables.holding(value -> value instanceof Value.Fraction || isCount(value));
            case DESCRIPTORS -> list("[", "a list of descriptors");
            case POLL_LIST -> list("[(", "pairs of a descriptor and its events");
            case LIST -> list("[", "a list of buffers");
            case CONTROL -> Stream.of(Offer.plain("rights(", Offer.CALLS, "descriptors go along"));
            case OFFSET -> Stream.concat(text("None"), numbers());
            case ANY -> variables.all();
            case FAMILY,
                    TYPE,
                    PROTOCOL,
                    LEVEL,
                    OPTION,
                    MESSAGE_FLAGS,
                    SHUTDOWN,
                    OPEN_FLAGS,
                    COMMAND,
                    COMMAND_ARGUMENT,
                    REQUEST,
                    EPOLL_OPERATION,
                    EPOLL_EVENTS,
                    EPOLL_FLAGS,
                    LOOKUP_FLAGS,
                    NAMEINFO_FLAGS ->
                    Stream.empty();
        };
    }

    private Stream<Offer> list(String beginning, String description) {
        return Stream.concat(
                Stream.of(Offer.plain(beginning, Offer.WORDS, description)),
                new Variables(context).holding(value -> value instanceof Value.Items));
    }

    private static boolean isText(Value value) {
        return value instanceof Value.Text;
    }

    private static boolean isNumber(Value value) {
        return value instanceof Value.Whole || value instanceof Value.Truth;
    }

    /** A number that is the name of nothing else: descriptors are numbers as well. */
    private boolean isCount(Value value) {
        return isNumber(value) && new Descriptors(context).behind(value).isEmpty();
    }

    private Stream<Offer> numbers() {
        return new Variables(context).holding(this::isCount);
    }

    private static Stream<Offer> text(String text) {
        return Stream.of(Offer.plain(text, Offer.WORDS, ""));
    }

    private Stream<Offer> addresses() {
        Addresses addresses = new Addresses(context, invoked.words());
        return Stream.of(addresses.known(invoked), addresses.hosts(), addresses.variables())
                .flatMap(offers -> offers);
    }

    /** In a text for a file's name, the names of files. */
    private Stream<Offer> paths() {
        boolean named = call.forms().getFirst().parameter(0).name().equals("path");
        if (!named) {
            return Stream.empty();
        }
        String quote = isQuoted() ? quote() : "";
        String typed = site.typed().substring(quote.length());
        return isQuoted() || typed.startsWith("/")
                ? context.paths().from(typed).stream()
                        .map(path -> Offer.plain(quote + path, Offer.FILES, ""))
                : Stream.empty();
    }

    /** Calls that give what fits, once a letter of their names is typed. */
    private Stream<Offer> calls(Kind kind) {
        return site.typed().isEmpty() || isQuoted()
                ? Stream.empty()
                : Calls.giving(context, Fitting.results(kind, call));
    }
}
