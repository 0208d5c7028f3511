package sockshell.render.ladder;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import sockshell.lang.Operators;
import sockshell.lang.Value;
import sockshell.lang.catalogue.Call;
import sockshell.lang.catalogue.Catalogue;
import sockshell.lang.catalogue.Form;
import sockshell.lang.catalogue.Kind;
import sockshell.lang.catalogue.Outcome;
import sockshell.lang.catalogue.Parameter;
import sockshell.render.Quoted;
import sockshell.render.ResultText;
import sockshell.sys.Bytes;
import sockshell.sys.Constants;
import sockshell.sys.SockAddr;

/** Calls as one would type them, with the values that they really had, and what they gave. */
public final class CallText {
    private static final int MOST_BYTES = 16;

    /* include/linux/net.h */
    private static final long TYPE_MASK = 0xf;

    private record Named(Kind kind, long level, long number) {}

    private record Sized(String name, int arguments) {}

    private final Map<Sized, Optional<Form>> forms = new HashMap<>();
    private final Constants constants;
    private final Catalogue catalogue;
    private final ResultText results;
    private final Map<Named, String> names = new HashMap<>();

    public CallText(Constants constants, Catalogue catalogue) {
        this.constants = constants;
        this.catalogue = catalogue;
        results = new ResultText(constants);
    }

    /** The name is that of the variable that the first argument was written as, if it was one. */
    String call(String name, List<Value> arguments, Optional<String> variable) {
        Optional<Form> form = forms.computeIfAbsent(new Sized(name, arguments.size()), this::form);
        List<String> shown = new ArrayList<>();
        for (int i = 0; i < said(form, arguments); i++) {
            Optional<Parameter> parameter = parameter(form, i);
            shown.add(
                    i == 0 && variable.isPresent()
                            ? variable.get()
                            : text(parameter, arguments, i));
        }
        return name + shown.stream().collect(Collectors.joining(", ", "(", ")"));
    }

    /** One argument alone. */
    public String argument(String call, List<Value> arguments, int place) {
        Optional<Form> form = forms.computeIfAbsent(new Sized(call, arguments.size()), this::form);
        return text(parameter(form, place), arguments, place);
    }

    private Optional<Form> form(Sized call) {
        return catalogue.find(call.name()).stream()
                .map(Call::forms)
                .flatMap(List::stream)
                .filter(each -> each.size() == call.arguments())
                .findFirst();
    }

    private static Optional<Parameter> parameter(Optional<Form> form, int argument) {
        return form.map(known -> known.parameter(argument));
    }

    /** What is as if it were left out is left out, at the end. */
    private static int said(Optional<Form> form, List<Value> arguments) {
        int count = arguments.size();
        while (count > 0 && isFallback(parameter(form, count - 1), arguments.get(count - 1))) {
            count--;
        }
        return count;
    }

    private static boolean isFallback(Optional<Parameter> parameter, Value value) {
        Optional<String> fallback = parameter.flatMap(Parameter::fallback);
        return switch (value) {
            case Value.Whole(long number) ->
                    fallback.filter(Long.toString(number)::equals).isPresent();
            case Value.Nothing _ -> fallback.filter("None"::equals).isPresent();
            default -> false;
        };
    }

    private String text(Optional<Parameter> parameter, List<Value> arguments, int at) {
        return switch (arguments.get(at)) {
            case Value.Text(Bytes bytes) -> brief(bytes);
            case Value.Whole(long number) when parameter.isPresent() ->
                    named(parameter.get().kind(), level(arguments, at), number);
            case Value.Items(List<Value> members, boolean tuple) -> {
                boolean polls = parameter.filter(it -> it.kind() == Kind.POLL_LIST).isPresent();
                String all =
                        members.stream()
                                .map(member -> polls ? polled(member) : brief(member))
                                .collect(Collectors.joining(", "));
                yield tuple ? "(" + all + ")" : "[" + all + "]";
            }
            case Value value -> brief(value);
        };
    }

    private String polled(Value member) {
        return member instanceof Value.Items(List<Value> pair, _)
                        && pair.size() == 2
                        && pair.getLast() instanceof Value.Whole(long events)
                ? "(%s, %s)"
                        .formatted(
                                brief(pair.getFirst()),
                                constants.flags(Constants.Kind.POLL_EVENT, events))
                : brief(member);
    }

    private String brief(Value value) {
        return value instanceof Value.Text(Bytes bytes) ? brief(bytes) : results.of(value);
    }

    /** The beginning of data, and that there was more. */
    static String brief(Bytes bytes) {
        return bytes.length() <= MOST_BYTES
                ? Quoted.of(bytes)
                : Quoted.of(bytes.slice(0, MOST_BYTES)) + "...";
    }

    /** What an option's number means depends on the level in front of it. */
    private static long level(List<Value> arguments, int at) {
        return at == 0 ? 0 : Operators.whole(arguments.get(at - 1)).orElse(0L);
    }

    private String named(Kind kind, long level, long number) {
        return names.computeIfAbsent(new Named(kind, level, number), this::named);
    }

    private String named(Named what) {
        return switch (what.kind()) {
            case MESSAGE_FLAGS, OPEN_FLAGS, EPOLL_EVENTS ->
                    constants.flags(what.kind().constants().getFirst(), what.number());
            case OPTION -> first(option(what.level()), what.number());
            case TYPE -> type(what.number());
            case FAMILY, PROTOCOL, LEVEL, SHUTDOWN, COMMAND, REQUEST, EPOLL_OPERATION ->
                    first(what.kind().constants(), what.number());
            default -> Long.toString(what.number());
        };
    }

    /** socket(2): flags may stand beside the type, in higher bits. */
    private String type(long number) {
        long flags = number & ~TYPE_MASK;
        String type = first(Kind.TYPE.constants(), number & TYPE_MASK);
        return flags == 0 ? type : type + "|" + constants.flags(Constants.Kind.TYPE, flags);
    }

    private String first(List<Constants.Kind> kinds, long number) {
        return kinds.stream()
                .flatMap(kind -> constants.name(kind, number).stream())
                .findFirst()
                .orElse(Long.toString(number));
    }

    private List<Constants.Kind> option(long level) {
        String name = first(Kind.LEVEL.constants(), level);
        return switch (name) {
            case "SOL_SOCKET" -> List.of(Constants.Kind.SOCKET_OPTION);
            case "IPPROTO_TCP" -> List.of(Constants.Kind.TCP_OPTION);
            case "IPPROTO_UDP" -> List.of(Constants.Kind.UDP_OPTION);
            case "IPPROTO_IP" -> List.of(Constants.Kind.IP_OPTION);
            case "IPPROTO_IPV6" -> List.of(Constants.Kind.IPV6_OPTION);
            default -> List.of();
        };
    }

    String result(Outcome outcome) {
        if (outcome instanceof Outcome.Received received) {
            String from = received.from().map(peer -> " from " + address(peer)).orElse("");
            return received.count() + " " + brief(received.data()) + from;
        }
        return outcome instanceof Outcome.Gave(Value value) ? brief(value) : results.of(outcome);
    }

    private String address(SockAddr address) {
        return results.of(new Value.Address(address));
    }
}
