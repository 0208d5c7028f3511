package sockshell.lang.catalogue;

import static sockshell.lang.catalogue.Entry.call;

import java.util.List;
import java.util.stream.Stream;
import sockshell.sys.Result;
import sockshell.sys.Sockets.Accepted;

/** The life of a socket, from socket(2) to close(2): {@link sockshell.sys.Sockets}. */
final class SocketCalls {
    private SocketCalls() {}

    static List<Call> all() {
        return Stream.of(makingAndNaming(), connecting(), ending()).flatMap(List::stream).toList();
    }

    private static List<Call> makingAndNaming() {
        return List.of(
                call("socket", Gives.DESCRIPTOR)
                        .means("Makes a socket: one end of a conversation that is still to come.")
                        .page("socket(2)")
                        .fails("EAFNOSUPPORT", "the kernel does not know this address family")
                        .fails("EPROTONOSUPPORT", "the family has no such protocol")
                        .fails("EMFILE", "the process has as many descriptors as it may have")
                        .form("family:family type:type protocol:protocol=0", SocketCalls::socket)
                        .c("socket({family}, {type}, {protocol})")
                        .python("socket.socket({family}, {type}, {protocol})")
                        .java("SocketChannel.open()")
                        .done(),
                call("bind", Gives.NUMBER)
                        .means("Gives a socket its own address.")
                        .page("bind(2)")
                        .fails("EADDRINUSE", "another socket has this port already")
                        .fails("EADDRNOTAVAIL", "this machine does not have this address")
                        .fails("EACCES", "ports below 1024 are for privileged users")
                        .fails(
                                "EINVAL",
                                "the socket has an address already, or this one is of no use to it")
                        .form("s:descriptor address:address", SocketCalls::bind)
                        .c("bind({s}, {&address}, {#address})")
                        .python("{s}.bind({address})")
                        .java("{s}.bind({address})")
                        .done(),
                call("getsockname", Gives.ADDRESS)
                        .means("Tells a socket's own address.")
                        .page("getsockname(2)")
                        .form("s:descriptor", SocketCalls::getsockname)
                        .c("getsockname({s}, {&result}, {#result})")
                        .python("{s}.getsockname()")
                        .java("{s}.getLocalAddress()")
                        .done(),
                call("getpeername", Gives.ADDRESS)
                        .means("Tells the address of a socket's peer.")
                        .page("getpeername(2)")
                        .fails("ENOTCONN", "the socket is not connected")
                        .form("s:descriptor", SocketCalls::getpeername)
                        .c("getpeername({s}, {&result}, {#result})")
                        .python("{s}.getpeername()")
                        .java("{s}.getRemoteAddress()")
                        .done());
    }

    private static List<Call> connecting() {
        return List.of(
                call("listen", Gives.NUMBER)
                        .means("Makes a socket one that others connect to.")
                        .page("listen(2)")
                        .fails("EADDRINUSE", "another socket listens on this port already")
                        .fails("EOPNOTSUPP", "this type of socket has no connections")
                        .form("s:descriptor backlog:number=128", SocketCalls::listen)
                        .c("listen({s}, {backlog})")
                        .python("{s}.listen({backlog})")
                        .done(),
                call("accept", Gives.CONNECTION)
                        .means("Takes the first connection that waits, with a socket of its own.")
                        .page("accept(2)")
                        .fails("EINVAL", "the socket does not listen")
                        .fails("EAGAIN", "nobody waits, and the socket is non-blocking")
                        .waits(Waits::toRead, Waits::receivingTime)
                        .form("s:descriptor", SocketCalls::accept)
                        .c("accept({s}, {&result}, {#result})")
                        .python("{s}.accept()")
                        .java("{s}.accept()")
                        .done(),
                call("accept4", Gives.CONNECTION)
                        .means("accept, with flags for the new socket.")
                        .page("accept(2)")
                        .fails("EINVAL", "the socket does not listen, or the flags are wrong")
                        .waits(Waits::toRead, Waits::receivingTime)
                        .form("s:descriptor flags:type=0", SocketCalls::accept4)
                        .c("accept4({s}, {&result}, {#result}, {flags})")
                        .python("{s}.accept()")
                        .java("{s}.accept()")
                        .done(),
                call("connect", Gives.NUMBER)
                        .means("Connects a socket to the one that listens at an address.")
                        .page("connect(2)")
                        .fails("ECONNREFUSED", "nobody listens there")
                        .fails("EINPROGRESS", "it goes on by itself: the socket is non-blocking")
                        .fails("EALREADY", "an earlier connect is still under way")
                        .fails("EISCONN", "the socket is connected already")
                        .fails("ETIMEDOUT", "nobody answered")
                        .fails("EADDRNOTAVAIL", "no free port, or no address, leads there")
                        .waits(Waits::toWrite, Waits::sendingTime)
                        .form("s:descriptor address:address", SocketCalls::connect)
                        .c("connect({s}, {&address}, {#address})")
                        .python("{s}.connect({address})")
                        .java("{s}.connect({address})")
                        .done());
    }

    private static List<Call> ending() {
        return List.of(
                call("shutdown", Gives.NUMBER)
                        .means("Ends one direction of a connection, or both.")
                        .page("shutdown(2)")
                        .fails("ENOTCONN", "the socket is not connected")
                        .form("s:descriptor how:shutdown", SocketCalls::shutdown)
                        .c("shutdown({s}, {how})")
                        .python("{s}.shutdown({how})")
                        .java("{s}.shutdownOutput()")
                        .done(),
                call("close", Gives.NUMBER)
                        .means("Gives a descriptor back; the last one closes what is behind it.")
                        .page("close(2)")
                        .waits(Waits::forNothing)
                        .fails("EBADF", "the process has no such descriptor")
                        .form("s:descriptor", in -> Outcomes.count(in.release(0)))
                        .c("close({s})")
                        .python("{s}.close()")
                        .java("{s}.close()")
                        .done());
    }

    private static Outcome socket(Invocation in) {
        return Outcomes.descriptor(
                in, in.kernel().sockets().socket(in.number(0), in.number(1), in.number(2)));
    }

    private static Outcome bind(Invocation in) {
        return Outcomes.count(
                in.address(1)
                        .then(address -> in.kernel().sockets().bind(in.descriptor(0), address)));
    }

    private static Outcome listen(Invocation in) {
        return Outcomes.count(in.kernel().sockets().listen(in.descriptor(0), in.number(1)));
    }

    private static Outcome accept(Invocation in) {
        return accepted(in, in.kernel().sockets().accept(in.descriptor(0)));
    }

    private static Outcome accept4(Invocation in) {
        return accepted(in, in.kernel().sockets().accept4(in.descriptor(0), in.number(1)));
    }

    private static Outcome accepted(Invocation in, Result<Accepted> result) {
        return Outcomes.of(
                result, accepted -> new Outcome.Accepted(in.adopt(accepted.fd()), accepted.peer()));
    }

    private static Outcome connect(Invocation in) {
        return Outcomes.count(
                in.address(1)
                        .then(address -> in.kernel().sockets().connect(in.descriptor(0), address)));
    }

    private static Outcome shutdown(Invocation in) {
        return Outcomes.count(in.kernel().sockets().shutdown(in.descriptor(0), in.number(1)));
    }

    private static Outcome getsockname(Invocation in) {
        return Outcomes.address(in.kernel().sockets().getsockname(in.descriptor(0)));
    }

    private static Outcome getpeername(Invocation in) {
        return Outcomes.address(in.kernel().sockets().getpeername(in.descriptor(0)));
    }
}
