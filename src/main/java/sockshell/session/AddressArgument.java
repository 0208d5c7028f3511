package sockshell.session;

import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
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
    private final IntSupplier family;

    /** The family is that of the socket, for names that may mean more than one: Python does so. */
    AddressArgument(Kernel kernel, IntSupplier family) {
        this.kernel = kernel;
        this.family = family;
    }

    /** Empty where the value is no address at all; a name that is not found is a failed call. */
    Optional<Result<SockAddr>> of(Value value) {
        return switch (value) {
            case Value.Address(SockAddr address) -> Optional.of(new Result.Ok<>(address));
            case Value.Text(Bytes path) -> Optional.of(new Result.Ok<>(local(path)));
            case Value.Items(List<Value> parts, _) when parts.size() >= 2 -> ofParts(parts);
            default -> Optional.empty();
        };
    }

    /** {@code @name} is abstract, unix(7). */
    private static SockAddr local(Bytes path) {
        boolean hidden = !path.isEmpty() && path.at(0) == '@';
        return new SockAddr.Unix(
                hidden ? Bytes.of((byte) 0).plus(path.slice(1, path.length())) : path);
    }

    private Optional<Result<SockAddr>> ofParts(List<Value> parts) {
        Value second = parts.get(1);
        return switch (parts.getFirst()) {
            case Value.Address(SockAddr address) ->
                    Operators.whole(second).map(length -> cut(address, length.intValue()));
            case Value.Text(Bytes host) when second instanceof Value.Text(Bytes service) ->
                    Optional.of(lookUp(host.text(), Optional.of(service.text())));
            case Value.Text(Bytes host) ->
                    Operators.whole(second)
                            .map(port -> ofHost(host.text(), (int) (port & 0xffff)))
                            .map(found -> found.map(address -> scoped(address, parts)));
            default -> Optional.empty();
        };
    }

    /** A structure and the length that C's caller says it has. */
    private Result<SockAddr> cut(SockAddr address, int length) {
        return new Result.Ok<>(new SockAddr.Raw(kernel.encode(address).bytes(), length));
    }

    /** Python's "" and the star are every address of the machine. */
    private Result<SockAddr> ofHost(String host, int port) {
        return lookUp(host, Optional.empty()).map(found -> withPort(found, port));
    }

    private Result<SockAddr> lookUp(String host, Optional<String> service) {
        boolean everywhere = host.isEmpty() || host.equals("*");
        int flags = everywhere ? number("AI_PASSIVE") : 0;
        Hints hints = new Hints(flags, familyFor(host), number("SOCK_STREAM"), 0);
        Optional<String> port = everywhere ? service.or(() -> Optional.of("0")) : service;
        return kernel.names()
                .getaddrinfo(everywhere ? Optional.empty() : Optional.of(host), port, hints)
                .map(found -> found.getFirst().address());
    }

    /** What is written in numbers says itself which family it is. */
    private int familyFor(String host) {
        if (host.indexOf(':') >= 0) {
            return number("AF_INET6");
        }
        boolean isName = !host.chars().allMatch(c -> c == '.' || Character.isDigit(c));
        boolean inet6 = family.getAsInt() == number("AF_INET6");
        return (isName || host.isEmpty()) && inet6 ? number("AF_INET6") : number("AF_INET");
    }

    private int number(String constant) {
        return kernel.constants().number(constant);
    }

    /** Python's four values of an IPv6 address: flow and scope stand behind the port. */
    private static SockAddr scoped(SockAddr address, List<Value> parts) {
        return address instanceof SockAddr.Inet6 inet && parts.size() > 2
                ? new SockAddr.Inet6(
                        inet.high(), inet.low(), inet.port(), part(parts, 2), part(parts, 3))
                : address;
    }

    private static int part(List<Value> parts, int place) {
        return place < parts.size()
                ? Operators.whole(parts.get(place)).map(Long::intValue).orElse(0)
                : 0;
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
