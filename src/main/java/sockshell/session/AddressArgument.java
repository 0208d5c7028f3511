package sockshell.session;

import java.util.List;
import java.util.Optional;
import sockshell.lang.Operators;
import sockshell.lang.Value;
import sockshell.sys.Bytes;
import sockshell.sys.Kernel;
import sockshell.sys.Names.Hints;
import sockshell.sys.Result;
import sockshell.sys.SockAddr;

/**
 * Makes an address of what a person writes for one: a pair, a path, an address that a call gave.
 */
final class AddressArgument {
    private final Kernel kernel;

    AddressArgument(Kernel kernel) {
        this.kernel = kernel;
    }

    /** Empty where the value is no address at all; a name that is not found is a failed call. */
    Optional<Result<SockAddr>> of(Value value) {
        return switch (value) {
            case Value.Address(SockAddr address) -> Optional.of(new Result.Ok<>(address));
            case Value.Text(Bytes path) -> Optional.of(new Result.Ok<>(local(path)));
            case Value.Items(List<Value> pair, _) when pair.size() == 2 ->
                    ofPair(pair.get(0), pair.get(1));
            default -> Optional.empty();
        };
    }

    /** {@code @name} is abstract, unix(7). */
    private static SockAddr local(Bytes path) {
        boolean hidden = !path.isEmpty() && path.at(0) == '@';
        return new SockAddr.Unix(
                hidden ? Bytes.of((byte) 0).plus(path.slice(1, path.length())) : path);
    }

    private Optional<Result<SockAddr>> ofPair(Value host, Value port) {
        Optional<Long> number = Operators.whole(port);
        if (!(host instanceof Value.Text(Bytes name)) || number.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(lookUp(name.text(), (int) (number.get() & 0xffff)));
    }

    /** Python's "" and the star are every address of the machine. */
    private Result<SockAddr> lookUp(String host, int port) {
        if (host.isEmpty() || host.equals("*")) {
            return new Result.Ok<>(new SockAddr.Inet4(0, port));
        }
        int family = host.indexOf(':') >= 0 ? kernel.constants().number("AF_INET6") : 0;
        Hints hints = new Hints(0, family, kernel.constants().number("SOCK_STREAM"), 0);
        return kernel.names()
                .getaddrinfo(Optional.of(host), Optional.empty(), hints)
                .map(found -> withPort(found.getFirst().address(), port));
    }

    private static SockAddr withPort(SockAddr address, int port) {
        return switch (address) {
            case SockAddr.Inet4 inet -> new SockAddr.Inet4(inet.address(), port);
            case SockAddr.Inet6 inet ->
                    new SockAddr.Inet6(inet.high(), inet.low(), port, inet.flow(), inet.scope());
            case SockAddr.Unix local -> local;
            case SockAddr.Raw raw -> raw;
        };
    }
}
