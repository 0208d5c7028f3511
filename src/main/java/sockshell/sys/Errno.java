package sockshell.sys;

/**
 * Why a call failed, by its symbol: {@code ECONNREFUSED} of errno(3), {@code EAI_NONAME} of
 * getaddrinfo(3), {@code HOST_NOT_FOUND} of gethostbyname(3). The number is the system's own; the
 * three families count separately, so only the name tells them apart.
 */
public record Errno(String name, int number) {
    @Override
    public String toString() {
        return name;
    }
}
