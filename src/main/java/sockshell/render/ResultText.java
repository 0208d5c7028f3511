package sockshell.render;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import sockshell.lang.Value;
import sockshell.lang.catalogue.Outcome;
import sockshell.sys.Bytes;
import sockshell.sys.Constants;
import sockshell.sys.Constants.Kind;
import sockshell.sys.Names.AddressInfo;
import sockshell.sys.SockAddr;

/** Results as a transcript has them; the table in its format is the table of this class. */
public final class ResultText {
    private final Constants constants;
    private final UnaryOperator<String> addresses;
    private final Function<Bytes, String> quoting;

    public ResultText(Constants constants) {
        this(constants, UnaryOperator.identity());
    }

    /** Addresses are written so; a recording has names for what changes in them. */
    public ResultText(Constants constants, UnaryOperator<String> addresses) {
        this(constants, addresses, Quoted::of);
    }

    private ResultText(
            Constants constants, UnaryOperator<String> addresses, Function<Bytes, String> quoting) {
        this.constants = constants;
        this.addresses = addresses;
        this.quoting = quoting;
    }

    /** For a person, who compares no hashes. */
    public static ResultText brief(Constants constants) {
        return new ResultText(constants, UnaryOperator.identity(), Quoted::brief);
    }

    /** Empty where there is none: what is done for its effect has no result. */
    public String of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Gave(Value value) -> of(value);
            case Outcome.ErrorNumber(int number, String name) ->
                    name.isEmpty() ? Integer.toString(number) : number + " " + name;
            case Outcome.Found(List<AddressInfo> addresses) ->
                    addresses.stream().map(this::of).collect(Collectors.joining(", ", "[", "]"));
            case Outcome.Did _ -> "";
            case Outcome.Made(List<Integer> descriptors) ->
                    descriptors.stream().map(Object::toString).collect(Collectors.joining(" "));
            case Outcome.Accepted accepted ->
                    accepted.descriptor() + " from " + of(accepted.peer());
            case Outcome.Received received -> of(received);
            case Outcome.Ready ready -> of(ready);
            case Outcome.Failed failed -> "-1 " + failed.errno().name();
        };
    }

    private String of(Outcome.Received received) {
        StringBuilder text = new StringBuilder();
        text.append(received.count()).append(' ').append(quoting.apply(received.data()));
        received.from().ifPresent(from -> text.append(" from ").append(of(from)));
        if (received.flags() != 0) {
            text.append(" flags ").append(constants.flags(Kind.MESSAGE_FLAG, received.flags()));
        }
        for (int descriptor : received.rights()) {
            text.append(" rights ").append(descriptor);
        }
        return text.toString();
    }

    private String of(AddressInfo info) {
        String type = constants.name(Kind.TYPE, info.type()).orElse("" + info.type());
        return of(info.address())
                + " "
                + type
                + info.canonical().map(name -> " " + unquoted(name)).orElse("");
    }

    private static String of(Outcome.Ready ready) {
        return ready.events().stream()
                .map(event -> event.descriptor() + ": " + event.names())
                .collect(Collectors.joining(", ", ready.count() + " [", "]"));
    }

    /** A value on its own. */
    public String of(Value value) {
        return switch (value) {
            case Value.Whole(long number) -> Long.toString(number);
            case Value.Fraction(double number) -> Double.toString(number);
            case Value.Text(Bytes bytes) -> quoting.apply(bytes);
            case Value.Truth truth -> truth == Value.Truth.TRUE ? "True" : "False";
            case Value.Nothing _ -> "None";
            case Value.Address(SockAddr address) -> of(address);
            case Value.Items items -> of(items);
            case Value.Structure structure ->
                    structure.fields().entrySet().stream()
                            .map(field -> field.getKey() + ": " + of(field.getValue()))
                            .collect(Collectors.joining(", ", "{", "}"));
        };
    }

    private String of(Value.Items items) {
        return items.members().stream()
                .map(this::of)
                .collect(
                        Collectors.joining(
                                ", ", items.tuple() ? "(" : "[", items.tuple() ? ")" : "]"));
    }

    private String of(SockAddr address) {
        return switch (address) {
            case SockAddr.Raw(Bytes bytes, int length) ->
                    bytes + (length == bytes.length() ? "" : " length " + length);
            case SockAddr.Inet4 _, SockAddr.Inet6 _ -> addresses.apply(address.toString());
            case SockAddr.Unix _ -> unquoted(address.toString());
        };
    }

    /** A name from the network is data: it may hold what a terminal would obey. */
    private static String unquoted(String name) {
        String quoted = Quoted.of(Bytes.of(name));
        return quoted.substring(1, quoted.length() - 1);
    }
}
