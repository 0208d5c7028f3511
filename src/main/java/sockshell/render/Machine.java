package sockshell.render;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import sockshell.sys.Constants;
import sockshell.sys.Kernel;
import sockshell.sys.SockAddr;
import sockshell.sys.Struct;

/** What has to be known of the system to write its calls down; nothing here makes one. */
public record Machine(
        Constants constants,
        Map<String, Struct> structs,
        Function<SockAddr, SockAddr.Raw> encode,
        IntFunction<String> strerror) {

    public static Machine of(Kernel kernel) {
        return new Machine(
                kernel.constants(), kernel.structs(), kernel::encode, kernel.names()::strerror);
    }

    public Optional<Struct> struct(String name) {
        return Optional.ofNullable(structs.get(name));
    }

    public boolean is(String constant, long number) {
        return constants.named(constant).filter(known -> known.value() == number).isPresent();
    }
}
