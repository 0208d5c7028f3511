package sockshell.transcript.program.text;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import sockshell.lang.catalogue.Call;
import sockshell.transcript.program.step.Step;
import sockshell.transcript.program.step.Term;
import sockshell.transcript.program.step.Type;
import sockshell.transcript.program.step.Variable;

/** Calls of the system as Java makes them, with channels. */
final class JavaCalls {
    private static final Map<String, Boolean> OPTIONS =
            Map.of(
                    "SO_REUSEADDR",
                    true,
                    "SO_REUSEPORT",
                    true,
                    "SO_KEEPALIVE",
                    true,
                    "SO_BROADCAST",
                    true,
                    "TCP_NODELAY",
                    true,
                    "SO_RCVBUF",
                    false,
                    "SO_SNDBUF",
                    false,
                    "SO_LINGER",
                    false,
                    "IP_TOS",
                    false);
    private static final List<String> OF_LISTENING =
            List.of(
                    "bind",
                    "listen",
                    "accept",
                    "accept4",
                    "close",
                    "getsockname",
                    "setsockopt",
                    "getsockopt",
                    "setblocking");
    private static final List<String> OF_SERVERS =
            List.of("SO_REUSEADDR", "SO_REUSEPORT", "SO_RCVBUF");

    private final JavaTerms terms;
    private final Helpers helpers;
    private final LocalNames names;
    private final JavaChannels channels;

    JavaCalls(JavaTerms terms, Helpers helpers, LocalNames names, JavaChannels channels) {
        this.terms = terms;
        this.helpers = helpers;
        this.names = names;
        this.channels = channels;
    }

    /** What the call gives as an expression; of a statement, too, if nobody wants it. */
    String of(Step.Make made) {
        String channel = channels.of(made.get("s"));
        return misfits(made.call().name(), channel)
                ? terms.lacking(made.call().name() + "() for a " + channel)
                : fitting(made);
    }

    /** A channel of one class does not do what those of the others do. */
    private static boolean misfits(String call, String channel) {
        return switch (channel) {
            case JavaChannels.SERVER -> !OF_LISTENING.contains(call);
            case "Pipe.SourceChannel" -> !List.of("read", "close").contains(call);
            case "Pipe.SinkChannel" -> !List.of("write", "close").contains(call);
            default -> false;
        };
    }

    private String fitting(Step.Make made) {
        Term socket = made.get("s");
        return switch (made.call().name()) {
            case "socket" -> socket(made);
            case "bind" -> bind(made);
            case "listen" -> listen(made);
            case "recv", "read", "recvfrom" -> receive(made);
            case "send", "write" -> sent(made);
            case "sendto" -> sentTo(made);
            case "sendall" ->
                    plain(
                            made,
                            helpers.use("sendAll")
                                    + "("
                                    + channel(socket)
                                    + ", "
                                    + terms.of(made.get("data"))
                                    + ")");
            case "setsockopt" -> setsockopt(made);
            case "getsockopt" -> getsockopt(made);
            case "shutdown" -> shutdown(made);
            case "setblocking" ->
                    channel(socket)
                            + ".configureBlocking("
                            + terms.truth(made.get("blocking"))
                            + ")";
            case "open" -> open(made);
            case "input", "raw_input" -> ask(made);
            case "fork" -> terms.lacking("fork(): a thread is what it has, as in fork { }");
            case "gethostbyname", "gethostname" -> helpers.use("bytes") + "(" + filled(made) + ")";
            case "accept4", "accept" -> accept(made);
            case "epoll_create1", "epoll_wait", "getnameinfo", "getaddrinfo", "pipe" ->
                    terms.lacking(made.call().name() + " of this kind");
            default -> filled(made);
        };
    }

    private String accept(Step.Make made) {
        boolean fits =
                made.targets().isEmpty()
                        || channels.of(made.targets().getFirst()).equals(JavaChannels.STREAM);
        if (!fits) {
            return terms.lacking("variables for channels of two classes");
        }
        return made.targets().isEmpty() ? channel(made.get("s")) + ".accept()" : filled(made);
    }

    private String filled(Step.Make made) {
        String shown = made.call().shown().getOrDefault(Call.Language.JAVA, "");
        return shown.isEmpty()
                ? terms.lacking(made.call().name() + "()")
                : Template.fill(
                        JavaTerms.uncast(shown, made.arguments()), name -> value(made, name));
    }

    private String value(Step.Make made, String name) {
        return switch (name) {
            case "address" -> terms.address(made.get(name));
            case "path", "name" -> terms.string(made.get(name));
            case "s", "in", "out" -> channel(made.get(name));
            case "offset" ->
                    made.get(name).type() == Type.NONE
                            ? terms.lacking("an offset that the file keeps here")
                            : terms.of(made.get(name));
            default -> terms.of(made.get(name));
        };
    }

    private String channel(Term descriptor) {
        return descriptor instanceof Term.Use
                ? terms.of(descriptor)
                : terms.lacking("descriptors that are numbers");
    }

    private String socket(Step.Make made) {
        List<String> types = JavaChannels.names(made.get("type"));
        List<String> families = JavaChannels.names(made.get("family"));
        String family =
                families.stream()
                        .map(name -> name.replaceFirst("^[AP]F_", "").replace("LOCAL", "UNIX"))
                        .filter(name -> List.of("INET", "INET6", "UNIX").contains(name))
                        .findFirst()
                        .orElse("");
        boolean isKnown = types.contains("SOCK_STREAM") || types.contains("SOCK_DGRAM");
        String channel =
                made.targets().stream().findFirst().map(channels::of).orElse(JavaChannels.STREAM);
        boolean isOther = types.contains("SOCK_DGRAM") != channel.equals(JavaChannels.DATAGRAM);
        boolean fits =
                !isOther && !(family.equals("UNIX") && channel.equals(JavaChannels.DATAGRAM));
        return family.isEmpty() || !isKnown || !fits
                ? terms.lacking("sockets of this kind")
                : channel + ".open(StandardProtocolFamily." + family + ")";
    }

    private String bind(Step.Make made) {
        Term socket = made.get("s");
        String address = terms.address(made.get("address"));
        String backlog =
                channels.backlog(socket)
                        .map(terms::integer)
                        .map(number -> ", " + number)
                        .orElse("");
        return channel(socket) + ".bind(" + address + backlog + ")";
    }

    private String listen(Step.Make made) {
        return channel(made.get("s")) + ".bind(null, " + terms.integer(made.get("backlog")) + ")";
    }

    private boolean hasFlags(Step.Make made) {
        Term flags = made.get("flags");
        return flags.type() != Type.NONE
                && !(flags instanceof Term.Whole(long number) && number == 0);
    }

    private String plain(Step.Make made, String call) {
        return hasFlags(made)
                ? terms.lacking(
                        "the flags " + String.join("|", JavaChannels.names(made.get("flags"))))
                : call;
    }

    private String receive(Step.Make made) {
        boolean isDatagram = channels.of(made.get("s")).equals(JavaChannels.DATAGRAM);
        String helper = isDatagram ? "receive" : "read";
        String call = "(" + channel(made.get("s")) + ", " + terms.of(made.get("size")) + ")";
        boolean wantsOnlyData = isDatagram && made.targets().size() == 1;
        return plain(made, helpers.use(helper) + call + (wantsOnlyData ? ".data()" : ""));
    }

    private String sent(Step.Make made) {
        Term length = made.get("length");
        if (length.type() == Type.NONE) {
            return plain(made, filled(made));
        }
        return plain(
                made,
                channel(made.get("s"))
                        + ".write(ByteBuffer.wrap("
                        + terms.of(made.get("data"))
                        + ", 0, "
                        + terms.integer(length)
                        + "))");
    }

    private String sentTo(Step.Make made) {
        boolean isDatagram = channels.of(made.get("s")).equals(JavaChannels.DATAGRAM);
        return isDatagram ? plain(made, filled(made)) : terms.lacking("sendto() for streams");
    }

    private Optional<String> option(Step.Make made) {
        String channel = channels.of(made.get("s"));
        return JavaChannels.names(made.get("option")).stream()
                .filter(OPTIONS::containsKey)
                .filter(name -> !channel.equals(JavaChannels.SERVER) || OF_SERVERS.contains(name))
                .filter(name ->
                        !name.equals("SO_BROADCAST") || channel.equals(JavaChannels.DATAGRAM))
                .findFirst();
    }

    private String setsockopt(Step.Make made) {
        Optional<String> option = option(made);
        boolean isNumber = made.get("value").type() == Type.NUMBER;
        if (option.isEmpty() || !isNumber) {
            return terms.lacking("this option, or not for this kind of socket");
        }
        String value =
                OPTIONS.getOrDefault(option.get(), false)
                        ? terms.truth(made.get("value")).replaceFirst("^1 != 0$", "true")
                        : terms.integer(made.get("value"));
        return channel(made.get("s"))
                + ".setOption(StandardSocketOptions."
                + option.get()
                + ", "
                + value
                + ")";
    }

    private String getsockopt(Step.Make made) {
        Optional<String> option = option(made);
        if (option.isEmpty()) {
            return terms.lacking("this option, or not for this kind of socket");
        }
        String call =
                channel(made.get("s")) + ".getOption(StandardSocketOptions." + option.get() + ")";
        return OPTIONS.getOrDefault(option.get(), false) && !made.targets().isEmpty()
                ? "(" + call + " ? 1 : 0)"
                : call;
    }

    private String shutdown(Step.Make made) {
        String name = JavaChannels.names(made.get("how")).stream().findFirst().orElse("");
        String socket = channel(made.get("s"));
        boolean isStream = channels.of(made.get("s")).equals(JavaChannels.STREAM);
        if (!isStream) {
            return terms.lacking("shutdown() for this kind of socket");
        }
        return switch (name) {
            case "SHUT_WR" -> filled(made);
            case "SHUT_RD" -> socket + ".shutdownInput()";
            case "SHUT_RDWR" -> socket + ".shutdownInput().shutdownOutput()";
            default -> terms.lacking("a direction of this number");
        };
    }

    private String open(Step.Make made) {
        List<String> flags = JavaChannels.names(made.get("flags"));
        boolean reads = flags.isEmpty() || flags.equals(List.of("O_RDONLY"));
        return reads ? filled(made) : terms.lacking("these flags for files");
    }

    private String ask(Step.Make made) {
        Term question = made.get("question");
        return helpers.use("ask")
                + "("
                + (question.type() == Type.NONE ? "\"\"" : terms.string(question))
                + ")";
    }

    /** A variable's class, and what it is before anything was given to it. */
    String declared(Variable variable) {
        String name = names.of(variable);
        return switch (variable.type()) {
            case NUMBER -> "long " + name + " = -1;";
            case FRACTION -> "double " + name + " = 0;";
            case DATA -> "byte[] " + name + " = null;";
            case ADDRESS -> "SocketAddress " + name + " = null;";
            case SOCKET, FILE -> channels.of(variable) + " " + name + " = null;";
            case EPOLL, LIST, FIELDS, NONE -> "";
        };
    }

    String type(Variable variable) {
        String line = declared(variable);
        return line.isEmpty() ? "" : line.substring(0, line.indexOf(' '));
    }
}
