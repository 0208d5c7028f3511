package sockshell.lang.catalogue;

import static sockshell.lang.catalogue.Entry.call;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sockshell.lang.Operators;
import sockshell.lang.Value;
import sockshell.sys.Bytes;
import sockshell.sys.SockAddr;
import sockshell.sys.Struct;

/**
 * C's address structures as C's assignments fill them. Nothing is swapped for the person: who
 * forgets htons gets the port that C would give.
 */
final class AddressCalls {
    private static final List<String> IN = List.of("sin_family", "sin_port", "sin_addr");
    private static final List<String> IN6 =
            List.of("sin6_family", "sin6_port", "sin6_flowinfo", "sin6_addr", "sin6_scope_id");

    private AddressCalls() {}

    static List<Call> all() {
        return List.of(
                call("sockaddr_in", Gives.VALUE)
                        .means("C's structure of an IPv4 address; port and address as they lie.")
                        .page("ip(7)")
                        .form(
                                "sin_family:family sin_port:number sin_addr:in_addr",
                                in -> filled(in, "sockaddr_in"))
                        .done(),
                call("sockaddr_in6", Gives.VALUE)
                        .means("C's structure of an IPv6 address; port and address as they lie.")
                        .page("ipv6(7)")
                        .form(
                                "sin6_family:family sin6_port:number sin6_flowinfo:number"
                                        + " sin6_addr:in_addr sin6_scope_id:number=0",
                                in -> filled(in, "sockaddr_in6"))
                        .done(),
                call("sockaddr_un", Gives.VALUE)
                        .means("C's structure of a local address; abstract ones begin with NUL.")
                        .page("unix(7)")
                        .form("sun_family:family sun_path:data", AddressCalls::local)
                        .done());
    }

    private static Outcome filled(Invocation in, String name) {
        Struct struct = Structures.get(in, name);
        List<String> fields = name.equals("sockaddr_in") ? IN : IN6;
        Map<String, Value> values = new LinkedHashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            values.put(fields.get(i), checked(in, i, struct.field(fields.get(i))));
        }
        return address(new SockAddr.Raw(Structures.written(in, 0, struct, values)));
    }

    /** A text has to fill its field; a number is cut to it, as C does, and that is said. */
    private static Value checked(Invocation in, int argument, Struct.Field field) {
        Value value = in.value(argument);
        if (value instanceof Value.Text(Bytes bytes) && bytes.length() != field.size()) {
            throw in.mistake(
                    argument,
                    field.name()
                            + " has "
                            + field.size()
                            + " bytes, and here are "
                            + bytes.length(),
                    "inet_pton makes them of text");
        }
        if (field.form() == Struct.Form.BYTES
                && Operators.isTrue(value)
                && Operators.whole(value).isPresent()) {
            throw in.mistake(
                    argument,
                    field.name() + " takes " + field.size() + " bytes",
                    "inet_pton makes them of text");
        }
        Operators.whole(value)
                .ifPresent(number ->
                        Outcomes.remarkCut(in, field.name(), number, field.size() * Byte.SIZE));
        return value;
    }

    /** What C programs give as length: the NUL behind a path counts, an abstract name has none. */
    private static Outcome local(Invocation in) {
        Struct struct = Structures.get(in, "sockaddr_un");
        Bytes family =
                Structures.written(in, 0, struct, Map.of("sun_family", in.value(0)))
                        .slice(0, struct.field("sun_path").offset());
        Bytes path = in.bytes(1);
        boolean hidden = !path.isEmpty() && path.at(0) == 0;
        return address(
                new SockAddr.Raw(family.plus(path).plus(hidden ? Bytes.EMPTY : Bytes.zeros(1))));
    }

    private static Outcome address(SockAddr.Raw raw) {
        return new Outcome.Gave(new Value.Address(raw));
    }
}
