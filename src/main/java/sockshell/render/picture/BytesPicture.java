package sockshell.render.picture;

import java.util.List;
import java.util.Map;
import sockshell.lang.Value;
import sockshell.render.Sheet;
import sockshell.render.Text;
import sockshell.sys.Constants;
import sockshell.sys.Kernel;
import sockshell.sys.SockAddr;
import sockshell.sys.Struct;

/** A value's bytes, in this machine's memory and on the wire. */
public final class BytesPicture {
    private final NumberPicture numbers = new NumberPicture();
    private final AddressPicture addresses;
    private final Encoder encoder;

    /** The bytes that reach the kernel for an address. */
    public interface Encoder {
        SockAddr.Raw encode(SockAddr address);
    }

    public BytesPicture(Kernel kernel) {
        this(kernel.constants(), kernel.structs(), kernel::encode);
    }

    public BytesPicture(Constants constants, Map<String, Struct> structs, Encoder encoder) {
        addresses = new AddressPicture(constants, structs);
        this.encoder = encoder;
    }

    public List<Text> draw(Value value, Sheet sheet) {
        return switch (value) {
            case Value.Whole(long number) -> numbers.draw(number, sheet);
            case Value.Truth truth -> numbers.draw(truth == Value.Truth.TRUE ? 1 : 0, sheet);
            case Value.Text(var bytes) -> TextPicture.draw(bytes, sheet);
            case Value.Address(SockAddr.Raw raw) -> addresses.written(raw, sheet);
            case Value.Address(SockAddr address) -> addresses.draw(encoder.encode(address), sheet);
            case Value.Fraction _, Value.Nothing _, Value.Items _, Value.Structure _ ->
                    Flow.sentence(
                            "It is "
                                    + value.kind()
                                    + ". Numbers, text and addresses can be shown as bytes.",
                            sheet);
        };
    }
}
