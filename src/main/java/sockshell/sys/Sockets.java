package sockshell.sys;

/**
 * The life of a socket: made, named, connected, asked, shut down. Numbers are passed on as they
 * are, so that the kernel can refuse them.
 */
public interface Sockets {

    /** What accept(2) gives. */
    record Accepted(Fd fd, SockAddr peer) {}

    /** {@code int socket(int domain, int type, int protocol);} */
    Result<Fd> socket(int family, int type, int protocol);

    /** {@code int socketpair(int domain, int type, int protocol, int sv[2]);} */
    Result<Pair> socketpair(int family, int type, int protocol);

    /** {@code int bind(int sockfd, const struct sockaddr *addr, socklen_t addrlen);} */
    Result<Integer> bind(Fd fd, SockAddr address);

    /** {@code int listen(int sockfd, int backlog);} */
    Result<Integer> listen(Fd fd, int backlog);

    /** {@code int accept(int sockfd, struct sockaddr *addr, socklen_t *addrlen);} */
    Result<Accepted> accept(Fd fd);

    /** {@code int accept4(int sockfd, struct sockaddr *addr, socklen_t *addrlen, int flags);} */
    Result<Accepted> accept4(Fd fd, int flags);

    /** {@code int connect(int sockfd, const struct sockaddr *addr, socklen_t addrlen);} */
    Result<Integer> connect(Fd fd, SockAddr address);

    /** {@code int shutdown(int sockfd, int how);} */
    Result<Integer> shutdown(Fd fd, int how);

    /** {@code int getsockname(int sockfd, struct sockaddr *addr, socklen_t *addrlen);} */
    Result<SockAddr> getsockname(Fd fd);

    /** {@code int getpeername(int sockfd, struct sockaddr *addr, socklen_t *addrlen);} */
    Result<SockAddr> getpeername(Fd fd);

    /**
     * {@code int getsockopt(int sockfd, int level, int optname, void *optval, socklen_t *optlen);}
     * The length is what {@code *optlen} holds before the call; the bytes are what it holds after.
     */
    Result<Bytes> getsockopt(Fd fd, int level, int option, int length);

    /** {@code int setsockopt(int sockfd, int level, int optname, const void *optval, optlen);} */
    Result<Integer> setsockopt(Fd fd, int level, int option, Bytes value, int length);
}
