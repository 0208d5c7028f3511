package sockshell.lang.catalogue;

import static sockshell.lang.catalogue.Entry.call;

import java.util.List;
import java.util.stream.Stream;
import sockshell.lang.Operators;
import sockshell.lang.Value;
import sockshell.sys.ByteOrders;
import sockshell.sys.Bytes;

/** What works on values alone: byte order, and Python's little helpers. */
final class ValueCalls {
    private ValueCalls() {}

    static List<Call> all() {
        return Stream.concat(byteOrders().stream(), helpers().stream()).toList();
    }

    private static List<Call> byteOrders() {
        return List.of(
                call("htonl", Gives.VALUE)
                        .means("32 bits from this machine's byte order to the network's.")
                        .page("byteorder(3)")
                        .form("number:number", in -> whole(ByteOrders.htonl(cut(in, 32))))
                        .c("htonl({number})")
                        .python("socket.htonl({number})")
                        .java("Integer.toUnsignedLong(Integer.reverseBytes((int) {number}))")
                        .done(),
                call("htons", Gives.VALUE)
                        .means("16 bits from this machine's byte order to the network's.")
                        .page("byteorder(3)")
                        .form("number:number", in -> whole(ByteOrders.htons(cut(in, 16))))
                        .c("htons({number})")
                        .python("socket.htons({number})")
                        .java("Short.toUnsignedInt(Short.reverseBytes((short) {number}))")
                        .done(),
                call("ntohl", Gives.VALUE)
                        .means("32 bits from the network's byte order to this machine's.")
                        .page("byteorder(3)")
                        .form("number:number", in -> whole(ByteOrders.ntohl(cut(in, 32))))
                        .c("ntohl({number})")
                        .python("socket.ntohl({number})")
                        .java("Integer.toUnsignedLong(Integer.reverseBytes((int) {number}))")
                        .done(),
                call("ntohs", Gives.VALUE)
                        .means("16 bits from the network's byte order to this machine's.")
                        .page("byteorder(3)")
                        .form("number:number", in -> whole(ByteOrders.ntohs(cut(in, 16))))
                        .c("ntohs({number})")
                        .python("socket.ntohs({number})")
                        .java("Short.toUnsignedInt(Short.reverseBytes((short) {number}))")
                        .done());
    }

    private static List<Call> helpers() {
        return List.of(
                call("upper", Gives.VALUE)
                        .means("The text with capital letters.")
                        .form("text:data", in -> changed(in, 'a', 'z'))
                        .python("{text}.upper()")
                        .done(),
                call("lower", Gives.VALUE)
                        .means("The text with small letters.")
                        .form("text:data", in -> changed(in, 'A', 'Z'))
                        .python("{text}.lower()")
                        .done(),
                call("encode", Gives.VALUE)
                        .means("Python's step from text to bytes; here both are the same.")
                        .form("text:data encoding:text=None", in -> new Outcome.Gave(in.value(0)))
                        .done(),
                call("decode", Gives.VALUE)
                        .means("Python's step from bytes to text; here both are the same.")
                        .form("bytes:data encoding:text=None", in -> new Outcome.Gave(in.value(0)))
                        .done(),
                call("len", Gives.VALUE)
                        .means("How many bytes a text has, or members a list.")
                        .form("of:any", ValueCalls::length)
                        .python("len({of})")
                        .done(),
                call("hex", Gives.VALUE)
                        .means("The bytes as text of hex digits.")
                        .form("bytes:data", in -> Outcomes.text(in.bytes(0).hex()))
                        .python("{bytes}.hex()")
                        .done());
    }

    /** The number that C's parameter of so many bits becomes, byteorder(3). */
    private static long cut(Invocation in, int bits) {
        Outcomes.remarkCut(in, "The parameter", in.wide(0), bits);
        return in.wide(0);
    }

    private static Outcome length(Invocation in) {
        Value of = in.value(0);
        return whole(
                Operators.length(of)
                        .orElseThrow(() ->
                                in.mistake(
                                        0,
                                        "len cannot count " + of.kind(),
                                        "expected text, or a list")));
    }

    private static Outcome whole(long number) {
        return Outcome.Gave.number(number);
    }

    /** Only the letters of ASCII change, as in Python's bytes. */
    private static Outcome changed(Invocation in, char first, char last) {
        byte[] bytes = in.bytes(0).toArray();
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] >= first && bytes[i] <= last) {
                bytes[i] ^= 'a' - 'A';
            }
        }
        return new Outcome.Gave(new Value.Text(Bytes.of(bytes)));
    }
}
