package sockshell.libc.platform;

/**
 * macOS. Written from Apple's headers and untried: no Mac has run it yet. The tests pin the sizes
 * and offsets; the calls that macOS lacks (accept4, epoll, tgkill, Linux's sendfile) say ENOSYS.
 */
final class Mac {
    private Mac() {}

    static Platform table() {
        return new Platform("darwin", Tables.constants(CONSTANTS), Tables.structs(STRUCTS));
    }

    private static final String CONSTANTS =
            """
            FAMILY
                AF_UNSPEC=0 AF_UNIX=1 AF_LOCAL=1 AF_INET=2 AF_INET6=30 PF_UNSPEC=0 PF_UNIX=1
                PF_LOCAL=1 PF_INET=2 PF_INET6=30
            TYPE
                SOCK_STREAM=1 SOCK_DGRAM=2 SOCK_RAW=3 SOCK_RDM=4 SOCK_SEQPACKET=5
            PROTOCOL
                IPPROTO_IP=0 IPPROTO_ICMP=1 IPPROTO_IGMP=2 IPPROTO_TCP=6 IPPROTO_UDP=17
                IPPROTO_IPV6=41 IPPROTO_ICMPV6=58 IPPROTO_RAW=255
            LEVEL
                SOL_SOCKET=0xffff SOL_LOCAL=0
            SOCKET_OPTION
                SO_DEBUG=1 SO_ACCEPTCONN=2 SO_REUSEADDR=4 SO_KEEPALIVE=8 SO_DONTROUTE=0x10
                SO_BROADCAST=0x20 SO_LINGER=0x80:linger SO_OOBINLINE=0x100 SO_REUSEPORT=0x200
                SO_TIMESTAMP=0x400 SO_SNDBUF=0x1001 SO_RCVBUF=0x1002 SO_SNDLOWAT=0x1003
                SO_RCVLOWAT=0x1004 SO_SNDTIMEO=0x1005:timeval SO_RCVTIMEO=0x1006:timeval
                SO_ERROR=0x1007 SO_TYPE=0x1008 SO_NREAD=0x1020 SO_NOSIGPIPE=0x1022
                SO_NWRITE=0x1024
            TCP_OPTION
                TCP_NODELAY=1 TCP_MAXSEG=2 TCP_NOPUSH=4 TCP_NOOPT=8 TCP_KEEPALIVE=0x10
                TCP_KEEPINTVL=0x101 TCP_KEEPCNT=0x102 TCP_FASTOPEN=0x105
                TCP_NOTSENT_LOWAT=0x201
            IP_OPTION
                IP_OPTIONS=1:bytes IP_HDRINCL=2 IP_TOS=3 IP_TTL=4 IP_RECVOPTS=5
                IP_MULTICAST_IF=9:in_addr IP_MULTICAST_TTL=10 IP_MULTICAST_LOOP=11
                IP_ADD_MEMBERSHIP=12:ip_mreq IP_DROP_MEMBERSHIP=13:ip_mreq IP_RECVTTL=24
                IP_PKTINFO=26
            IPV6_OPTION
                IPV6_UNICAST_HOPS=4 IPV6_MULTICAST_IF=9 IPV6_MULTICAST_HOPS=10
                IPV6_MULTICAST_LOOP=11 IPV6_JOIN_GROUP=12:ipv6_mreq
                IPV6_LEAVE_GROUP=13:ipv6_mreq IPV6_V6ONLY=27 IPV6_TCLASS=36
            MESSAGE_FLAG
                MSG_OOB=1 MSG_PEEK=2 MSG_DONTROUTE=4 MSG_EOR=8 MSG_TRUNC=0x10 MSG_CTRUNC=0x20
                MSG_WAITALL=0x40 MSG_DONTWAIT=0x80 MSG_EOF=0x100 MSG_NOSIGNAL=0x80000
            CONTROL
                SCM_RIGHTS=1
            SHUTDOWN
                SHUT_RD=0 SHUT_WR=1 SHUT_RDWR=2
            POLL_EVENT
                POLLIN=1 POLLPRI=2 POLLOUT=4 POLLERR=8 POLLHUP=0x10 POLLNVAL=0x20
                POLLRDNORM=0x40 POLLRDBAND=0x80 POLLWRNORM=4 POLLWRBAND=0x100
            OPEN_FLAG
                O_RDONLY=0 O_WRONLY=1 O_RDWR=2 O_NONBLOCK=4 O_APPEND=8 O_ASYNC=0x40 O_SYNC=0x80
                O_CREAT=0x200 O_TRUNC=0x400 O_EXCL=0x800 O_NOCTTY=0x20000 O_CLOEXEC=0x1000000
            FCNTL_COMMAND
                F_DUPFD=0 F_GETFD=1 F_SETFD=2 F_GETFL=3 F_SETFL=4 F_GETOWN=5 F_SETOWN=6
                F_DUPFD_CLOEXEC=67
            DESCRIPTOR_FLAG
                FD_CLOEXEC=1
            IOCTL_REQUEST
                FIONREAD=0x4004667f FIONBIO=0x8004667e FIOASYNC=0x8004667d SIOCATMARK=0x40047307
            LOOKUP_FLAG
                AI_PASSIVE=1 AI_CANONNAME=2 AI_NUMERICHOST=4 AI_ALL=0x100 AI_ADDRCONFIG=0x400
                AI_V4MAPPED=0x800 AI_NUMERICSERV=0x1000
            NAMEINFO_FLAG
                NI_NOFQDN=1 NI_NUMERICHOST=2 NI_NAMEREQD=4 NI_NUMERICSERV=8 NI_DGRAM=0x10
            ADDRESS
                INADDR_ANY=0 INADDR_LOOPBACK=0x7f000001 INADDR_BROADCAST=0xffffffff
                INADDR_NONE=0xffffffff
            LIMIT
                RLIMIT_NOFILE=8
                SOMAXCONN=128 FD_SETSIZE=1024 INET_ADDRSTRLEN=16 INET6_ADDRSTRLEN=46
                NI_MAXHOST=1025 NI_MAXSERV=32
            LOOKUP_ERROR
                EAI_ADDRFAMILY=1 EAI_AGAIN=2 EAI_BADFLAGS=3 EAI_FAIL=4 EAI_FAMILY=5
                EAI_MEMORY=6 EAI_NODATA=7 EAI_NONAME=8 EAI_SERVICE=9 EAI_SOCKTYPE=10
                EAI_SYSTEM=11 EAI_BADHINTS=12 EAI_PROTOCOL=13 EAI_OVERFLOW=14
            HOST_ERROR
                HOST_NOT_FOUND=1 TRY_AGAIN=2 NO_RECOVERY=3 NO_DATA=4
            ERRNO
                EPERM=1 ENOENT=2 ESRCH=3 EINTR=4 EIO=5 ENXIO=6 E2BIG=7 ENOEXEC=8 EBADF=9
                ECHILD=10 EDEADLK=11 ENOMEM=12 EACCES=13 EFAULT=14 ENOTBLK=15 EBUSY=16
                EEXIST=17 EXDEV=18 ENODEV=19 ENOTDIR=20 EISDIR=21 EINVAL=22 ENFILE=23 EMFILE=24
                ENOTTY=25 ETXTBSY=26 EFBIG=27 ENOSPC=28 ESPIPE=29 EROFS=30 EMLINK=31 EPIPE=32
                EDOM=33 ERANGE=34 EAGAIN=35 EINPROGRESS=36 EALREADY=37 ENOTSOCK=38
                EDESTADDRREQ=39 EMSGSIZE=40 EPROTOTYPE=41 ENOPROTOOPT=42 EPROTONOSUPPORT=43
                ESOCKTNOSUPPORT=44 ENOTSUP=45 EPFNOSUPPORT=46 EAFNOSUPPORT=47 EADDRINUSE=48
                EADDRNOTAVAIL=49 ENETDOWN=50 ENETUNREACH=51 ENETRESET=52 ECONNABORTED=53
                ECONNRESET=54 ENOBUFS=55 EISCONN=56 ENOTCONN=57 ESHUTDOWN=58 ETOOMANYREFS=59
                ETIMEDOUT=60 ECONNREFUSED=61 ELOOP=62 ENAMETOOLONG=63 EHOSTDOWN=64
                EHOSTUNREACH=65 ENOTEMPTY=66 EUSERS=68 EDQUOT=69 ESTALE=70 EREMOTE=71 ENOLCK=77
                ENOSYS=78 EOVERFLOW=84 ECANCELED=89 EIDRM=90 ENOMSG=91 EILSEQ=92 EBADMSG=94
                ENODATA=96 EPROTO=100 ETIME=101 EOPNOTSUPP=102 EWOULDBLOCK=35
            """;

    /* BSD's addresses begin with their own length. There is no epoll; its structure stands here so
    that the call can be made and answered with ENOSYS. */
    private static final String STRUCTS =
            """
            struct sockaddr_in { u8 sin_len; u8 sin_family; be16 sin_port; be32 sin_addr;
                                 char sin_zero[8]; };
            struct sockaddr_in6 { u8 sin6_len; u8 sin6_family; be16 sin6_port; be32 sin6_flowinfo;
                                  char sin6_addr[16] aligned4; u32 sin6_scope_id; };
            struct sockaddr_un { u8 sun_len; u8 sun_family; char sun_path[104]; };
            struct in_addr { be32 s_addr; };
            struct iovec { ptr iov_base; u64 iov_len; };
            struct msghdr { ptr msg_name; u32 msg_namelen; ptr msg_iov; i32 msg_iovlen;
                            ptr msg_control; u32 msg_controllen; i32 msg_flags; };
            struct cmsghdr { u32 cmsg_len; i32 cmsg_level; i32 cmsg_type; };
            struct pollfd { i32 fd; i16 events; i16 revents; };
            struct epoll_event { u32 events; u64 data; };
            struct timeval { i64 tv_sec; i32 tv_usec; };
            struct linger { i32 l_onoff; i32 l_linger; };
            struct ip_mreq { be32 imr_multiaddr; be32 imr_interface; };
            struct ipv6_mreq { char ipv6mr_multiaddr[16] aligned4; u32 ipv6mr_interface; };
            struct addrinfo { i32 ai_flags; i32 ai_family; i32 ai_socktype; i32 ai_protocol;
                              u32 ai_addrlen; ptr ai_canonname; ptr ai_addr; ptr ai_next; };
            struct hostent { ptr h_name; ptr h_aliases; i32 h_addrtype; i32 h_length;
                             ptr h_addr_list; };
            struct servent { ptr s_name; ptr s_aliases; i32 s_port; ptr s_proto; };
            struct sigaction { ptr sa_handler; u32 sa_mask; i32 sa_flags; };
            struct rlimit { u64 rlim_cur; u64 rlim_max; };
            struct utsname { char sysname[256]; char nodename[256]; char release[256];
                             char version[256]; char machine[256]; };
            """;
}
