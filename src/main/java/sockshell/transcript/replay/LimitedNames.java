package sockshell.transcript.replay;

import java.util.List;
import java.util.Optional;
import sockshell.sys.Bytes;
import sockshell.sys.Names;
import sockshell.sys.Result;
import sockshell.sys.SockAddr;

/** Names and numbers, within limits: a resolver may be far away. */
final class LimitedNames implements Names {
    private final Names below;
    private final Limits limits;

    LimitedNames(Names below, Limits limits) {
        this.below = below;
        this.limits = limits;
    }

    @Override
    public Result<List<AddressInfo>> getaddrinfo(
            Optional<String> node, Optional<String> service, Hints hints) {
        node.ifPresent(limits::lookUp);
        return below.getaddrinfo(node, service, hints);
    }

    @Override
    public Result<NameInfo> getnameinfo(
            SockAddr address, int hostLength, int serviceLength, int flags) {
        limits.lookUp(address, flags);
        return below.getnameinfo(address, hostLength, serviceLength, flags);
    }

    @Override
    public Result<Host> gethostbyname(String name) {
        limits.lookUp(name);
        return below.gethostbyname(name);
    }

    @Override
    public Result<String> gethostname(int length) {
        return below.gethostname(length);
    }

    @Override
    public Optional<Service> getservbyname(String name, Optional<String> protocol) {
        return below.getservbyname(name, protocol);
    }

    @Override
    public Optional<Service> getservbyport(int port, Optional<String> protocol) {
        return below.getservbyport(port, protocol);
    }

    @Override
    public Result<Optional<Bytes>> inet_pton(int family, String text) {
        return below.inet_pton(family, text);
    }

    @Override
    public Result<String> inet_ntop(int family, Bytes address, int length) {
        return below.inet_ntop(family, address, length);
    }

    @Override
    public long inet_addr(String text) {
        return below.inet_addr(text);
    }

    @Override
    public Optional<Long> inet_aton(String text) {
        return below.inet_aton(text);
    }

    @Override
    public String inet_ntoa(long address) {
        return below.inet_ntoa(address);
    }

    @Override
    public String strerror(int errno) {
        return below.strerror(errno);
    }

    @Override
    public String gai_strerror(int error) {
        return below.gai_strerror(error);
    }
}
