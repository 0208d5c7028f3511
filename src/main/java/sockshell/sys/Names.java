package sockshell.sys;

import java.util.List;
import java.util.Optional;

/** Names, addresses and numbers: what the C library answers by itself or by asking a resolver. */
public interface Names {

    /** Hints for getaddrinfo(3); zeros ask for everything. */
    record Hints(int flags, int family, int type, int protocol) {
        public static final Hints NONE = new Hints(0, 0, 0, 0);
    }

    /** One {@code struct addrinfo}. */
    record AddressInfo(
            int family, int type, int protocol, SockAddr address, Optional<String> canonical) {}

    /** What getnameinfo(3) gives; what was not asked for is empty. */
    record NameInfo(String host, String service) {}

    /** One {@code struct hostent}. */
    record Host(String name, List<String> aliases, int family, List<Bytes> addresses) {
        public Host {
            aliases = List.copyOf(aliases);
            addresses = List.copyOf(addresses);
        }
    }

    /** One {@code struct servent}: the port is in network order, as C has it. */
    record Service(String name, List<String> aliases, int port, String protocol) {
        public Service {
            aliases = List.copyOf(aliases);
        }
    }

    /** {@code int getaddrinfo(const char *node, const char *service, hints, res);} */
    Result<List<AddressInfo>> getaddrinfo(
            Optional<String> node, Optional<String> service, Hints hints);

    /** {@code int getnameinfo(addr, addrlen, host, hostlen, serv, servlen, int flags);} */
    Result<NameInfo> getnameinfo(SockAddr address, int hostLength, int serviceLength, int flags);

    /** {@code struct hostent *gethostbyname(const char *name);} Fails with h_errno's names. */
    Result<Host> gethostbyname(String name);

    /** {@code int gethostname(char *name, size_t len);} */
    Result<String> gethostname(int length);

    /** {@code struct servent *getservbyname(const char *name, const char *proto);} */
    Optional<Service> getservbyname(String name, Optional<String> protocol);

    /** {@code struct servent *getservbyport(int port, const char *proto);} In network order. */
    Optional<Service> getservbyport(int port, Optional<String> protocol);

    /** {@code int inet_pton(int af, const char *src, void *dst);} Empty is C's 0: no address. */
    Result<Optional<Bytes>> inet_pton(int family, String text);

    /** {@code const char *inet_ntop(int af, const void *src, char *dst, socklen_t size);} */
    Result<String> inet_ntop(int family, Bytes address, int length);

    /** {@code in_addr_t inet_addr(const char *cp);} In network order; 4294967295 is C's -1. */
    long inet_addr(String text);

    /** {@code int inet_aton(const char *cp, struct in_addr *inp);} Empty is C's 0. */
    Optional<Long> inet_aton(String text);

    /** {@code char *inet_ntoa(struct in_addr in);} Cut to 32 bits, network order. */
    String inet_ntoa(long address);

    /** {@code char *strerror(int errnum);} */
    String strerror(int errno);

    /** {@code const char *gai_strerror(int errcode);} */
    String gai_strerror(int error);
}
