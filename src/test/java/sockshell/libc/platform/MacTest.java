package sockshell.libc.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sizes and offsets of macOS, from Apple's headers; nothing here has met a Mac yet. */
class MacTest {

    @ParameterizedTest
    @CsvSource({
        "sockaddr_in, 16",
        "sockaddr_in6, 28",
        "sockaddr_un, 106",
        "in_addr, 4",
        "iovec, 16",
        "msghdr, 48",
        "cmsghdr, 12",
        "pollfd, 8",
        "timeval, 16",
        "linger, 8",
        "ip_mreq, 8",
        "ipv6_mreq, 20",
        "addrinfo, 48",
        "hostent, 32",
        "servent, 32",
        "sigaction, 16",
        "rlimit, 16",
        "utsname, 1280"
    })
    void a_structure_has_the_size_of_the_header(String struct, int size) {
        assertThat(Mac.table().struct(struct).size()).isEqualTo(size);
    }

    @ParameterizedTest
    @CsvSource({
        "sockaddr_in, sin_len, 0",
        "sockaddr_in, sin_family, 1",
        "sockaddr_in, sin_port, 2",
        "sockaddr_in, sin_addr, 4",
        "sockaddr_in6, sin6_flowinfo, 4",
        "sockaddr_in6, sin6_addr, 8",
        "sockaddr_in6, sin6_scope_id, 24",
        "sockaddr_un, sun_path, 2",
        "msghdr, msg_iov, 16",
        "msghdr, msg_iovlen, 24",
        "msghdr, msg_control, 32",
        "msghdr, msg_controllen, 40",
        "msghdr, msg_flags, 44",
        "cmsghdr, cmsg_level, 4",
        "addrinfo, ai_canonname, 24",
        "addrinfo, ai_addr, 32",
        "addrinfo, ai_next, 40",
        "servent, s_port, 16",
        "servent, s_proto, 24",
        "sigaction, sa_mask, 8",
        "sigaction, sa_flags, 12",
        "timeval, tv_usec, 8"
    })
    void a_field_is_where_the_header_puts_it(String struct, String field, int offset) {
        assertThat(Mac.table().struct(struct).field(field).offset()).isEqualTo(offset);
    }

    @Test
    void its_numbers_are_its_own() {
        assertThat(Mac.table().constants().number("AF_INET6")).isEqualTo(30);
        assertThat(Mac.table().constants().number("SOL_SOCKET")).isEqualTo(0xffff);
        assertThat(Mac.table().constants().number("ECONNREFUSED")).isEqualTo(61);
        assertThat(Mac.table().constants().number("EAGAIN")).isEqualTo(35);
    }
}
