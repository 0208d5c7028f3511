package sockshell.lang.catalogue;

import static sockshell.lang.catalogue.Entry.call;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import sockshell.lang.Operators;
import sockshell.lang.Value;
import sockshell.sys.ByteOrders;
import sockshell.sys.Bytes;
import sockshell.sys.Names;
import sockshell.sys.Names.Hints;
import sockshell.sys.Names.Host;
import sockshell.sys.Names.Service;
import sockshell.sys.Result;
import sockshell.sys.SockAddr;

/** Names, addresses and numbers: {@link Names}. */
final class NameCalls {
    private static final int INET4_BYTES = 4;
    private static final int INET6_BYTES = 16;
    private static final long NO_ADDRESS = 0xffffffffL;

    private NameCalls() {}

    static List<Call> all() {
        return Stream.of(addresses(), oldAddresses(), lookups(), hosts(), services())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Call> addresses() {
        return List.of(
                call("inet_pton", Gives.VALUE)
                        .means("An address as bytes, from its text; 0 where it is none.")
                        .page("inet_pton(3)")
                        .fails("EAFNOSUPPORT", "it knows AF_INET and AF_INET6 only")
                        .form("family:family text:text", NameCalls::inet_pton)
                        .c("inet_pton({family}, {text}, {&result})")
                        .python("socket.inet_pton({family}, {text})")
                        .java("InetAddress.getByName({text}).getAddress()")
                        .done(),
                call("inet_ntop", Gives.VALUE)
                        .means("An address as text, from its bytes.")
                        .page("inet_ntop(3)")
                        .fails("EAFNOSUPPORT", "it knows AF_INET and AF_INET6 only")
                        .fails("ENOSPC", "the text is longer than the room given for it")
                        .form("family:family address:data size:number=46", NameCalls::inet_ntop)
                        .c("inet_ntop({family}, {address}, buffer, {size})")
                        .python("socket.inet_ntop({family}, {address})")
                        .java("InetAddress.getByAddress({address}).getHostAddress()")
                        .done());
    }

    private static List<Call> oldAddresses() {
        return List.of(
                call("inet_addr", Gives.VALUE)
                        .means("An IPv4 address as a number in network order, from its text.")
                        .page("inet(3)")
                        .form("text:text", NameCalls::inet_addr)
                        .c("inet_addr({text})")
                        .python("struct.unpack(\"=I\", socket.inet_aton({text}))[0]")
                        .done(),
                call("inet_aton", Gives.VALUE)
                        .means("An IPv4 address as bytes, from its text; 0 where it is none.")
                        .page("inet(3)")
                        .form("text:text", NameCalls::inet_aton)
                        .c("inet_aton({text}, {&result})")
                        .python("socket.inet_aton({text})")
                        .java("InetAddress.getByName({text}).getAddress()")
                        .done(),
                call("inet_ntoa", Gives.VALUE)
                        .means("An IPv4 address as text, from its number or its bytes.")
                        .page("inet(3)")
                        .form("address:in_addr", NameCalls::inet_ntoa)
                        .c("inet_ntoa(*(struct in_addr *) {&address})")
                        .python("socket.inet_ntoa({address})")
                        .java("InetAddress.getByAddress({address}).getHostAddress()")
                        .done());
    }

    private static List<Call> lookups() {
        return List.of(
                call("getaddrinfo", Gives.ADDRESSES)
                        .means("Finds the addresses of a name and a service.")
                        .page("getaddrinfo(3)")
                        .waits(Waits::forNothing)
                        .fails("EAI_NONAME", "nobody knows this name, or neither was given")
                        .fails("EAI_AGAIN", "no name server answered: try later")
                        .fails("EAI_SERVICE", "there is no such service for this type of socket")
                        .fails("EAI_BADFLAGS", "the flags do not fit together")
                        .fails("EAI_FAMILY", "there is no such address family")
                        .form(
                                "host:host port:service=None family:family=0 type:type=0"
                                        + " protocol:protocol=0 flags:lookup_flags=0",
                                NameCalls::getaddrinfo)
                        .c("getaddrinfo({host}, {port}, &hints, {&result})")
                        .python(
                                "socket.getaddrinfo({host}, {port}, {family}, {type}, {protocol},"
                                        + " {flags})")
                        .java("InetAddress.getAllByName({host})")
                        .done(),
                call("getnameinfo", Gives.VALUE)
                        .means("Finds the names of an address and of its port.")
                        .page("getnameinfo(3)")
                        .waits(Waits::forNothing)
                        .fails("EAI_NONAME", "the address has no name, and NI_NAMEREQD wants one")
                        .fails("EAI_FAMILY", "this is no address of a known family")
                        .form("address:address flags:nameinfo_flags=0", NameCalls::getnameinfo)
                        .c(
                                "getnameinfo({&address}, {#address}, host, NI_MAXHOST, service,"
                                        + " NI_MAXSERV, {flags})")
                        .python("socket.getnameinfo({address}, {flags})")
                        .java("{address}.getHostName()")
                        .done());
    }

    private static List<Call> hosts() {
        return List.of(
                call("gethostbyname", Gives.VALUE)
                        .means("The first IPv4 address of a name, as text.")
                        .page("gethostbyname(3)")
                        .waits(Waits::forNothing)
                        .fails("HOST_NOT_FOUND", "nobody knows this name")
                        .fails("NO_DATA", "the name is known, but has no such address")
                        .fails("TRY_AGAIN", "no name server answered: try later")
                        .form("name:text", NameCalls::gethostbyname)
                        .c("gethostbyname({name})")
                        .python("socket.gethostbyname({name})")
                        .java("InetAddress.getByName({name}).getHostAddress()")
                        .done(),
                call("gethostname", Gives.MACHINE)
                        .means("This machine's own name.")
                        .page("gethostname(2)")
                        .form("", NameCalls::gethostname)
                        .c("gethostname(buffer, sizeof buffer)")
                        .python("socket.gethostname()")
                        .java("InetAddress.getLocalHost().getHostName()")
                        .done());
    }

    private static List<Call> services() {
        return List.of(
                call("getservbyname", Gives.VALUE)
                        .means("The port of a service, in network order; None if it is not known.")
                        .page("getservbyname(3)")
                        .form("name:text protocol:text=None", NameCalls::getservbyname)
                        .c("getservbyname({name}, {protocol})->s_port")
                        .python("socket.htons(socket.getservbyname({name}, {protocol}))")
                        .done(),
                call("getservbyport", Gives.VALUE)
                        .means("The service of a port in network order; None if it is not known.")
                        .page("getservbyport(3)")
                        .form("port:port protocol:text=None", NameCalls::getservbyport)
                        .c("getservbyport({port}, {protocol})->s_name")
                        .python("socket.getservbyport(socket.ntohs({port}), {protocol})")
                        .done(),
                call("strerror", Gives.VALUE)
                        .means("What an errno means, in words.")
                        .page("strerror(3)")
                        .form("number:number", NameCalls::strerror)
                        .c("strerror({number})")
                        .python("os.strerror({number})")
                        .done());
    }

    private static Outcome inet_pton(Invocation in) {
        return Outcomes.of(
                names(in).inet_pton(in.number(0), Outcomes.terminated(in, 1)),
                found -> found.map(NameCalls::data).orElse(Outcome.Gave.number(0)));
    }

    private static Outcome inet_ntop(Invocation in) {
        int there = in.bytes(1).length();
        int needed = length(in, in.number(0));
        if (there < needed) {
            throw in.mistake(
                    1,
                    "such an address has " + needed + " bytes, and here are " + there,
                    "C would read what lies behind them in memory");
        }
        int size = in.number(2) < 0 ? in.number(2) : in.size(2);
        return Outcomes.of(names(in).inet_ntop(in.number(0), in.bytes(1), size), Outcomes::text);
    }

    private static int length(Invocation in, int family) {
        if (family == in.kernel().constants().number("AF_INET")) {
            return INET4_BYTES;
        }
        return family == in.kernel().constants().number("AF_INET6") ? INET6_BYTES : 0;
    }

    private static Outcome inet_addr(Invocation in) {
        long address = names(in).inet_addr(Outcomes.terminated(in, 0));
        if (address == NO_ADDRESS) {
            in.remark("This is INADDR_NONE, C's -1: no address, or 255.255.255.255.");
        }
        return Outcome.Gave.number(address);
    }

    private static Outcome inet_aton(Invocation in) {
        return names(in)
                .inet_aton(Outcomes.terminated(in, 0))
                .map(address -> data(Structures.number((int) (long) address)))
                .orElse(Outcome.Gave.number(0));
    }

    private static Outcome inet_ntoa(Invocation in) {
        long address =
                Operators.whole(in.value(0))
                        .orElseGet(() -> (long) Structures.number(fourBytes(in)));
        return Outcomes.text(names(in).inet_ntoa(address));
    }

    private static Bytes fourBytes(Invocation in) {
        if (in.bytes(0).length() != INET4_BYTES) {
            throw in.mistake(0, "an IPv4 address has 4 bytes", "inet_ntop takes IPv6 as well");
        }
        return in.bytes(0);
    }

    private static Outcome getaddrinfo(Invocation in) {
        return Outcomes.of(
                names(in)
                        .getaddrinfo(
                                text(in, 0),
                                text(in, 1),
                                new Hints(in.number(5), in.number(2), in.number(3), in.number(4))),
                Outcome.Found::new);
    }

    /** None is C's NULL, and a port's number is text in C. */
    private static Optional<String> text(Invocation in, int argument) {
        if (in.value(argument) == Value.Nothing.NONE) {
            return Optional.empty();
        }
        return Operators.whole(in.value(argument))
                .map(number -> Long.toString(number))
                .or(() -> Optional.of(Outcomes.terminated(in, argument)));
    }

    private static Outcome getnameinfo(Invocation in) {
        int host = in.kernel().constants().number("NI_MAXHOST");
        int service = in.kernel().constants().number("NI_MAXSERV");
        int flags = isHostAndPort(in) ? 0 : in.number(1);
        return Outcomes.of(
                address(in).then(given -> names(in).getnameinfo(given, host, service, flags)),
                info ->
                        new Outcome.Gave(
                                new Value.Items(
                                        List.of(
                                                Value.Text.of(info.host()),
                                                Value.Text.of(info.service())),
                                        true)));
    }

    /** A number behind a machine's name is its port; flags stand behind a whole address. */
    private static boolean isHostAndPort(Invocation in) {
        return in.value(0) instanceof Value.Text(Bytes name)
                && !name.text().startsWith("/")
                && !name.text().startsWith("@");
    }

    private static Result<SockAddr> address(Invocation in) {
        if (!isHostAndPort(in)) {
            return in.address(0);
        }
        int stream = in.kernel().constants().number("SOCK_STREAM");
        return names(in)
                .getaddrinfo(
                        Optional.of(Outcomes.terminated(in, 0)),
                        text(in, 1),
                        new Hints(0, 0, stream, 0))
                .map(found -> found.getFirst().address());
    }

    private static Outcome gethostbyname(Invocation in) {
        Result<Host> host = names(in).gethostbyname(Outcomes.terminated(in, 0));
        int room = in.kernel().constants().number("INET6_ADDRSTRLEN");
        return Outcomes.of(
                host.then(found ->
                        names(in).inet_ntop(found.family(), found.addresses().getFirst(), room)),
                Outcomes::text);
    }

    private static Outcome gethostname(Invocation in) {
        int room = in.kernel().constants().number("NI_MAXHOST");
        return Outcomes.of(names(in).gethostname(room), Outcomes::text);
    }

    private static Outcome getservbyname(Invocation in) {
        Optional<Service> found = names(in).getservbyname(Outcomes.terminated(in, 0), protocol(in));
        found.ifPresent(service ->
                in.remark(
                        service.port()
                                + " is in network order: htons("
                                + ByteOrders.ntohs(service.port())
                                + ")."));
        return found.map(service -> (Outcome) Outcome.Gave.number(service.port()))
                .orElse(new Outcome.Gave(Value.Nothing.NONE));
    }

    private static Outcome getservbyport(Invocation in) {
        Optional<Service> found = names(in).getservbyport(in.number(0), protocol(in));
        if (found.isEmpty()) {
            names(in)
                    .getservbyport(ByteOrders.htons(in.wide(0)), protocol(in))
                    .ifPresent(service -> remarkOnOrder(in, service));
        }
        return found.map(service -> Outcomes.text(service.name()))
                .orElse(new Outcome.Gave(Value.Nothing.NONE));
    }

    private static void remarkOnOrder(Invocation in, Service service) {
        in.remark(
                "The port stands in network order: htons("
                        + in.wide(0)
                        + ") would be "
                        + service.name()
                        + ".");
    }

    private static Optional<String> protocol(Invocation in) {
        return text(in, 1);
    }

    private static Outcome strerror(Invocation in) {
        return Outcomes.text(names(in).strerror(in.number(0)));
    }

    private static Names names(Invocation in) {
        return in.kernel().names();
    }

    private static Outcome data(Bytes bytes) {
        return new Outcome.Gave(new Value.Text(bytes));
    }
}
