package sockshell.sys;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The calls that move data. Short counts are the kernel's to give; only what could reach memory
 * that is not ours is refused here: a length beyond the buffer is an {@link
 * IllegalArgumentException} that names the argument.
 */
public interface Transfers {

    /** What recvfrom(2) gives: how many bytes, and from where, if the kernel says. */
    record Received(int count, Optional<SockAddr> from) {}

    /** {@code ssize_t read(int fd, void *buf, size_t count);} */
    Result<Integer> read(Fd fd, Buffer into, int length);

    /** {@code ssize_t write(int fd, const void *buf, size_t count);} */
    Result<Integer> write(Fd fd, Buffer data, int length);

    /** {@code ssize_t send(int sockfd, const void *buf, size_t len, int flags);} */
    Result<Integer> send(Fd fd, Buffer data, int length, int flags);

    /**
     * {@code ssize_t sendto(int sockfd, const void *buf, size_t len, int flags, addr, addrlen);}
     */
    Result<Integer> sendto(Fd fd, Buffer data, int length, int flags, SockAddr to);

    /** {@code ssize_t sendmsg(int sockfd, const struct msghdr *msg, int flags);} */
    Result<Integer> sendmsg(Fd fd, Message.Outgoing message, int flags);

    /** {@code ssize_t recv(int sockfd, void *buf, size_t len, int flags);} */
    Result<Integer> recv(Fd fd, Buffer into, int length, int flags);

    /** {@code ssize_t recvfrom(int sockfd, void *buf, size_t len, int flags, addr, addrlen);} */
    Result<Received> recvfrom(Fd fd, Buffer into, int length, int flags);

    /**
     * {@code ssize_t recvmsg(int sockfd, struct msghdr *msg, int flags);} The control space is
     * msg_controllen: how many bytes of control messages there is room for.
     */
    Result<Message.Incoming> recvmsg(Fd fd, List<Buffer> into, int controlSpace, int flags);

    /**
     * {@code ssize_t sendfile(int out_fd, int in_fd, off_t *offset, size_t count);} No offset is
     * C's NULL: the file's own position is used and moved on.
     */
    Result<Integer> sendfile(Fd out, Fd in, OptionalLong offset, long count);
}
