package sockshell.sys;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The constants of one system by their C names. A call takes plain numbers, so that a number
 * without a name reaches the kernel as well; the kind says which names fit where, and makes names
 * of numbers again.
 */
public final class Constants {

    /** What a constant is for. */
    public enum Kind {
        FAMILY,
        TYPE,
        PROTOCOL,
        LEVEL,
        SOCKET_OPTION,
        TCP_OPTION,
        UDP_OPTION,
        IP_OPTION,
        IPV6_OPTION,
        MESSAGE_FLAG,
        CONTROL,
        PACKET,
        SHUTDOWN,
        POLL_EVENT,
        EPOLL_EVENT,
        EPOLL_OPERATION,
        EPOLL_FLAG,
        OPEN_FLAG,
        FCNTL_COMMAND,
        DESCRIPTOR_FLAG,
        IOCTL_REQUEST,
        LOOKUP_FLAG,
        NAMEINFO_FLAG,
        ADDRESS,
        LIMIT,
        ERRNO,
        LOOKUP_ERROR,
        HOST_ERROR
    }

    /**
     * One of them. The shape is the C type that an option's value or a request's argument has:
     * {@code int}, {@code text}, or the name of a {@link Struct}; it is empty for all others.
     */
    public record Constant(Kind kind, String name, long value, String shape) {}

    private final Map<String, Constant> byName = new LinkedHashMap<>();

    public Constants(List<Constant> all) {
        for (Constant constant : all) {
            if (byName.put(constant.name(), constant) != null) {
                throw new IllegalArgumentException("constant given twice: " + constant.name());
            }
        }
    }

    public Optional<Constant> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The number of a constant that the program itself relies on. */
    public int number(String name) {
        return (int)
                named(name)
                        .orElseThrow(
                                () -> new IllegalArgumentException("no constant named " + name))
                        .value();
    }

    /** Whether the system has it. */
    public boolean has(String name) {
        return byName.containsKey(name);
    }

    public List<Constant> all() {
        return List.copyOf(byName.values());
    }

    /** All of a kind, in the order of the system's table. */
    public List<Constant> of(Kind kind) {
        return byName.values().stream().filter(constant -> constant.kind() == kind).toList();
    }

    /** The first name that the table has for the number. */
    public Optional<String> name(Kind kind, long value) {
        return of(kind).stream()
                .filter(constant -> constant.value() == value)
                .map(Constant::name)
                .findFirst();
    }

    /** Flags by name, {@code MSG_OOB|MSG_PEEK|0x80000}: known bits first, the rest as a number. */
    public String flags(Kind kind, long value) {
        List<String> names = new ArrayList<>();
        long rest = value;
        for (Constant constant : of(kind)) {
            if (constant.value() != 0 && (rest & constant.value()) == constant.value()) {
                names.add(constant.name());
                rest &= ~constant.value();
            }
        }
        if (rest != 0 || names.isEmpty()) {
            names.add(rest == 0 ? "0" : "0x" + Long.toHexString(rest));
        }
        return String.join("|", names);
    }
}
