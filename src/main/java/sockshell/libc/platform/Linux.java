package sockshell.libc.platform;

/**
 * Linux on x86-64 and aarch64: every number and every layout that differs between systems. The
 * tests hand both tables to a C compiler, which knows them from the system's own headers.
 */
final class Linux {
    private Linux() {}

    static Platform on(String machine) {
        String epoll = machine.equals("x86_64") ? EPOLL_PACKED : EPOLL_ALIGNED;
        return new Platform("linux", Tables.constants(CONSTANTS), Tables.structs(STRUCTS + epoll));
    }

    /* The kinds of Constants.Kind; an option or request that takes no int has its type behind. */
    private static final String CONSTANTS =
            """
            FAMILY
                AF_UNSPEC=0 AF_UNIX=1 AF_LOCAL=1 AF_INET=2 AF_INET6=10 AF_NETLINK=16 AF_PACKET=17
                AF_VSOCK=40 AF_BLUETOOTH=31 AF_ALG=38 PF_UNSPEC=0 PF_UNIX=1 PF_LOCAL=1 PF_INET=2
                PF_INET6=10 PF_NETLINK=16 PF_PACKET=17
            TYPE
                SOCK_STREAM=1 SOCK_DGRAM=2 SOCK_RAW=3 SOCK_RDM=4 SOCK_SEQPACKET=5
                SOCK_NONBLOCK=0x800 SOCK_CLOEXEC=0x80000
            PROTOCOL
                IPPROTO_IP=0 IPPROTO_ICMP=1 IPPROTO_IGMP=2 IPPROTO_TCP=6 IPPROTO_UDP=17
                IPPROTO_IPV6=41 IPPROTO_ICMPV6=58 IPPROTO_SCTP=132 IPPROTO_UDPLITE=136
                IPPROTO_RAW=255 IPPROTO_MPTCP=262
            LEVEL
                SOL_SOCKET=1 SOL_IP=0 SOL_TCP=6 SOL_UDP=17 SOL_IPV6=41 SOL_PACKET=263
            SOCKET_OPTION
                SO_DEBUG=1 SO_REUSEADDR=2 SO_TYPE=3 SO_ERROR=4 SO_DONTROUTE=5 SO_BROADCAST=6
                SO_SNDBUF=7 SO_RCVBUF=8 SO_KEEPALIVE=9 SO_OOBINLINE=10 SO_PRIORITY=12
                SO_LINGER=13:linger SO_REUSEPORT=15 SO_PASSCRED=16 SO_PEERCRED=17:ucred
                SO_RCVLOWAT=18 SO_SNDLOWAT=19 SO_RCVTIMEO=20:timeval SO_SNDTIMEO=21:timeval
                SO_BINDTODEVICE=25:text SO_TIMESTAMP=29 SO_ACCEPTCONN=30 SO_SNDBUFFORCE=32
                SO_RCVBUFFORCE=33 SO_TIMESTAMPNS=35 SO_MARK=36 SO_PROTOCOL=38 SO_DOMAIN=39
                SO_RXQ_OVFL=40 SO_PEEK_OFF=42 SO_BUSY_POLL=46 SO_INCOMING_CPU=49
                SO_MEMINFO=55:meminfo SO_INCOMING_NAPI_ID=56 SO_COOKIE=57:cookie SO_ZEROCOPY=60
            TCP_OPTION
                TCP_NODELAY=1 TCP_MAXSEG=2 TCP_CORK=3 TCP_KEEPIDLE=4 TCP_KEEPINTVL=5 TCP_KEEPCNT=6
                TCP_SYNCNT=7 TCP_LINGER2=8 TCP_DEFER_ACCEPT=9 TCP_WINDOW_CLAMP=10
                TCP_INFO=11:tcp_info TCP_QUICKACK=12 TCP_CONGESTION=13:text TCP_USER_TIMEOUT=18
                TCP_FASTOPEN=23 TCP_NOTSENT_LOWAT=25 TCP_FASTOPEN_CONNECT=30
            UDP_OPTION
                UDP_CORK=1 UDP_SEGMENT=103 UDP_GRO=104
            IP_OPTION
                IP_TOS=1 IP_TTL=2 IP_HDRINCL=3 IP_OPTIONS=4:bytes IP_RECVOPTS=6 IP_PKTINFO=8
                IP_MTU_DISCOVER=10 IP_RECVERR=11 IP_RECVTTL=12 IP_RECVTOS=13 IP_MTU=14
                IP_FREEBIND=15 IP_TRANSPARENT=19 IP_MULTICAST_IF=32:in_addr IP_MULTICAST_TTL=33
                IP_MULTICAST_LOOP=34 IP_ADD_MEMBERSHIP=35:ip_mreqn IP_DROP_MEMBERSHIP=36:ip_mreqn
                IP_BIND_ADDRESS_NO_PORT=24
            IPV6_OPTION
                IPV6_UNICAST_HOPS=16 IPV6_MULTICAST_IF=17 IPV6_MULTICAST_HOPS=18
                IPV6_MULTICAST_LOOP=19 IPV6_JOIN_GROUP=20:ipv6_mreq IPV6_LEAVE_GROUP=21:ipv6_mreq
                IPV6_MTU_DISCOVER=23 IPV6_MTU=24 IPV6_RECVERR=25 IPV6_V6ONLY=26 IPV6_RECVPKTINFO=49
                IPV6_TCLASS=67 IPV6_RECVHOPLIMIT=51
            MESSAGE_FLAG
                MSG_OOB=1 MSG_PEEK=2 MSG_DONTROUTE=4 MSG_CTRUNC=8 MSG_TRUNC=0x20 MSG_DONTWAIT=0x40
                MSG_EOR=0x80 MSG_WAITALL=0x100 MSG_CONFIRM=0x800 MSG_ERRQUEUE=0x2000
                MSG_NOSIGNAL=0x4000 MSG_MORE=0x8000 MSG_WAITFORONE=0x10000 MSG_ZEROCOPY=0x4000000
                MSG_FASTOPEN=0x20000000 MSG_CMSG_CLOEXEC=0x40000000
            CONTROL
                SCM_RIGHTS=1 SCM_CREDENTIALS=2 SCM_TIMESTAMPNS=35
            PACKET
                ETH_P_IP=0x800 ETH_P_IPV6=0x86dd ETH_P_ALL=3 PACKET_HOST=0 PACKET_OUTGOING=4
                PACKET_STATISTICS=6
            SHUTDOWN
                SHUT_RD=0 SHUT_WR=1 SHUT_RDWR=2
            POLL_EVENT
                POLLIN=1 POLLPRI=2 POLLOUT=4 POLLERR=8 POLLHUP=0x10 POLLNVAL=0x20 POLLRDNORM=0x40
                POLLRDBAND=0x80 POLLWRNORM=0x100 POLLWRBAND=0x200 POLLRDHUP=0x2000
            EPOLL_EVENT
                EPOLLIN=1 EPOLLPRI=2 EPOLLOUT=4 EPOLLERR=8 EPOLLHUP=0x10 EPOLLRDNORM=0x40
                EPOLLRDBAND=0x80 EPOLLWRNORM=0x100 EPOLLWRBAND=0x200 EPOLLRDHUP=0x2000
                EPOLLEXCLUSIVE=0x10000000 EPOLLWAKEUP=0x20000000 EPOLLONESHOT=0x40000000
                EPOLLET=0x80000000
            EPOLL_OPERATION
                EPOLL_CTL_ADD=1 EPOLL_CTL_DEL=2 EPOLL_CTL_MOD=3
            EPOLL_FLAG
                EPOLL_CLOEXEC=0x80000
            OPEN_FLAG
                O_RDONLY=0 O_WRONLY=1 O_RDWR=2 O_CREAT=0x40 O_EXCL=0x80 O_NOCTTY=0x100 O_TRUNC=0x200
                O_APPEND=0x400 O_NONBLOCK=0x800 O_DSYNC=0x1000 O_ASYNC=0x2000 O_NOATIME=0x40000
                O_CLOEXEC=0x80000 O_PATH=0x200000
            FCNTL_COMMAND
                F_DUPFD=0 F_GETFD=1 F_SETFD=2 F_GETFL=3 F_SETFL=4 F_SETOWN=8 F_GETOWN=9
                F_SETLEASE=1024 F_GETLEASE=1025 F_NOTIFY=1026 F_DUPFD_CLOEXEC=1030
                F_SETPIPE_SZ=1031 F_GETPIPE_SZ=1032 F_ADD_SEALS=1033 F_GET_SEALS=1034
            DESCRIPTOR_FLAG
                FD_CLOEXEC=1
            IOCTL_REQUEST
                FIONREAD=0x541b FIONBIO=0x5421 FIOASYNC=0x5452 SIOCINQ=0x541b SIOCOUTQ=0x5411
                SIOCATMARK=0x8905 SIOCGPGRP=0x8904 SIOCSPGRP=0x8902 SIOCGIFFLAGS=0x8913:ifreq
                SIOCGIFADDR=0x8915:ifreq SIOCGIFNETMASK=0x891b:ifreq SIOCGIFMTU=0x8921:ifreq
                SIOCGIFINDEX=0x8933:ifreq SIOCGIFNAME=0x8910:ifreq SIOCOUTQNSD=0x894b
            LOOKUP_FLAG
                AI_PASSIVE=1 AI_CANONNAME=2 AI_NUMERICHOST=4 AI_V4MAPPED=8 AI_ALL=0x10
                AI_ADDRCONFIG=0x20 AI_NUMERICSERV=0x400
            NAMEINFO_FLAG
                NI_NUMERICHOST=1 NI_NUMERICSERV=2 NI_NOFQDN=4 NI_NAMEREQD=8 NI_DGRAM=16
            ADDRESS
                INADDR_ANY=0 INADDR_LOOPBACK=0x7f000001 INADDR_BROADCAST=0xffffffff
                INADDR_NONE=0xffffffff
            LIMIT
                RLIMIT_NOFILE=7
                SOMAXCONN=0x1000 FD_SETSIZE=1024 INET_ADDRSTRLEN=16 INET6_ADDRSTRLEN=46
                NI_MAXHOST=1025 NI_MAXSERV=32
            LOOKUP_ERROR
                EAI_BADFLAGS=-1 EAI_NONAME=-2 EAI_AGAIN=-3 EAI_FAIL=-4 EAI_NODATA=-5 EAI_FAMILY=-6
                EAI_SOCKTYPE=-7 EAI_SERVICE=-8 EAI_ADDRFAMILY=-9 EAI_MEMORY=-10 EAI_SYSTEM=-11
                EAI_OVERFLOW=-12
            HOST_ERROR
                HOST_NOT_FOUND=1 TRY_AGAIN=2 NO_RECOVERY=3 NO_DATA=4
            ERRNO
                EPERM=1 ENOENT=2 ESRCH=3 EINTR=4 EIO=5 ENXIO=6 E2BIG=7 ENOEXEC=8 EBADF=9 ECHILD=10
                EAGAIN=11 ENOMEM=12 EACCES=13 EFAULT=14 ENOTBLK=15 EBUSY=16 EEXIST=17 EXDEV=18
                ENODEV=19 ENOTDIR=20 EISDIR=21 EINVAL=22 ENFILE=23 EMFILE=24 ENOTTY=25 ETXTBSY=26
                EFBIG=27 ENOSPC=28 ESPIPE=29 EROFS=30 EMLINK=31 EPIPE=32 EDOM=33 ERANGE=34
                EDEADLK=35 ENAMETOOLONG=36 ENOLCK=37 ENOSYS=38 ENOTEMPTY=39 ELOOP=40 ENOMSG=42
                EIDRM=43 ECHRNG=44 EL2NSYNC=45 EL3HLT=46 EL3RST=47 ELNRNG=48 EUNATCH=49 ENOCSI=50
                EL2HLT=51 EBADE=52 EBADR=53 EXFULL=54 ENOANO=55 EBADRQC=56 EBADSLT=57 EBFONT=59
                ENOSTR=60 ENODATA=61 ETIME=62 ENOSR=63 ENONET=64 ENOPKG=65 EREMOTE=66 ENOLINK=67
                EADV=68 ESRMNT=69 ECOMM=70 EPROTO=71 EMULTIHOP=72 EDOTDOT=73 EBADMSG=74 EOVERFLOW=75
                ENOTUNIQ=76 EBADFD=77 EREMCHG=78 ELIBACC=79 ELIBBAD=80 ELIBSCN=81 ELIBMAX=82
                ELIBEXEC=83 EILSEQ=84 ERESTART=85 ESTRPIPE=86 EUSERS=87 ENOTSOCK=88 EDESTADDRREQ=89
                EMSGSIZE=90 EPROTOTYPE=91 ENOPROTOOPT=92 EPROTONOSUPPORT=93 ESOCKTNOSUPPORT=94
                EOPNOTSUPP=95 EPFNOSUPPORT=96 EAFNOSUPPORT=97 EADDRINUSE=98 EADDRNOTAVAIL=99
                ENETDOWN=100 ENETUNREACH=101 ENETRESET=102 ECONNABORTED=103 ECONNRESET=104
                ENOBUFS=105 EISCONN=106 ENOTCONN=107 ESHUTDOWN=108 ETOOMANYREFS=109 ETIMEDOUT=110
                ECONNREFUSED=111 EHOSTDOWN=112 EHOSTUNREACH=113 EALREADY=114 EINPROGRESS=115
                ESTALE=116 EUCLEAN=117 ENOTNAM=118 ENAVAIL=119 EISNAM=120 EREMOTEIO=121 EDQUOT=122
                ENOMEDIUM=123 EMEDIUMTYPE=124 ECANCELED=125 ENOKEY=126 EKEYEXPIRED=127
                EKEYREVOKED=128 EKEYREJECTED=129 EOWNERDEAD=130 ENOTRECOVERABLE=131 ERFKILL=132
                EHWPOISON=133 EWOULDBLOCK=11
                EDEADLOCK=35 ENOTSUP=95
            """;

    /* C's structures with C's own rules of alignment; be16 and be32 are in network order.
    meminfo and cookie have names that C lacks: SO_MEMINFO and SO_COOKIE give bare numbers. */
    private static final String STRUCTS =
            """
            struct sockaddr_in { u16 sin_family; be16 sin_port; be32 sin_addr; char sin_zero[8]; };
            struct sockaddr_in6 { u16 sin6_family; be16 sin6_port; be32 sin6_flowinfo;
                                  char sin6_addr[16] aligned4; u32 sin6_scope_id; };
            struct sockaddr_un { u16 sun_family; char sun_path[108]; };
            struct sockaddr_ll { u16 sll_family; be16 sll_protocol; i32 sll_ifindex; u16 sll_hatype;
                                 u8 sll_pkttype; u8 sll_halen; char sll_addr[8]; };
            struct tpacket_stats { u32 tp_packets; u32 tp_drops; };
            struct in_addr { be32 s_addr; };
            struct iovec { ptr iov_base; u64 iov_len; };
            struct msghdr { ptr msg_name; u32 msg_namelen; ptr msg_iov; u64 msg_iovlen;
                            ptr msg_control; u64 msg_controllen; i32 msg_flags; };
            struct cmsghdr { u64 cmsg_len; i32 cmsg_level; i32 cmsg_type; };
            struct pollfd { i32 fd; i16 events; i16 revents; };
            struct timeval { i64 tv_sec; i64 tv_usec; };
            struct timespec { i64 tv_sec; i64 tv_nsec; };
            struct linger { i32 l_onoff; i32 l_linger; };
            struct ucred { i32 pid; u32 uid; u32 gid; };
            struct ip_mreqn { be32 imr_multiaddr; be32 imr_address; i32 imr_ifindex; };
            struct ipv6_mreq { char ipv6mr_multiaddr[16] aligned4; u32 ipv6mr_interface; };
            struct ifreq { char ifr_name[16]; char ifr_ifru[24] aligned8; };
            struct addrinfo { i32 ai_flags; i32 ai_family; i32 ai_socktype; i32 ai_protocol;
                              u32 ai_addrlen; ptr ai_addr; ptr ai_canonname; ptr ai_next; };
            struct hostent { ptr h_name; ptr h_aliases; i32 h_addrtype; i32 h_length;
                             ptr h_addr_list; };
            struct servent { ptr s_name; ptr s_aliases; i32 s_port; ptr s_proto; };
            struct sigaction { ptr sa_handler; char sa_mask[128] aligned8; i32 sa_flags;
                               ptr sa_restorer; };
            struct rlimit { u64 rlim_cur; u64 rlim_max; };
            struct utsname { char sysname[65]; char nodename[65]; char release[65];
                             char version[65]; char machine[65]; char domainname[65]; };
            struct tcp_info { u8 tcpi_state; u8 tcpi_ca_state; u8 tcpi_retransmits; u8 tcpi_probes;
                u8 tcpi_backoff; u8 tcpi_options; u8 tcpi_wscale; u8 tcpi_delivery_rate_app_limited;
                u32 tcpi_rto; u32 tcpi_ato; u32 tcpi_snd_mss; u32 tcpi_rcv_mss; u32 tcpi_unacked;
                u32 tcpi_sacked; u32 tcpi_lost; u32 tcpi_retrans; u32 tcpi_fackets;
                u32 tcpi_last_data_sent; u32 tcpi_last_ack_sent; u32 tcpi_last_data_recv;
                u32 tcpi_last_ack_recv; u32 tcpi_pmtu; u32 tcpi_rcv_ssthresh; u32 tcpi_rtt;
                u32 tcpi_rttvar; u32 tcpi_snd_ssthresh; u32 tcpi_snd_cwnd; u32 tcpi_advmss;
                u32 tcpi_reordering; u32 tcpi_rcv_rtt; u32 tcpi_rcv_space;
                u32 tcpi_total_retrans; u64 tcpi_pacing_rate; u64 tcpi_max_pacing_rate;
                u64 tcpi_bytes_acked; u64 tcpi_bytes_received; u32 tcpi_segs_out;
                u32 tcpi_segs_in; u32 tcpi_notsent_bytes; u32 tcpi_min_rtt;
                u32 tcpi_data_segs_in; u32 tcpi_data_segs_out; u64 tcpi_delivery_rate;
                u64 tcpi_busy_time; u64 tcpi_rwnd_limited; u64 tcpi_sndbuf_limited;
                u32 tcpi_delivered; u32 tcpi_delivered_ce; u64 tcpi_bytes_sent;
                u64 tcpi_bytes_retrans; u32 tcpi_dsack_dups; u32 tcpi_reord_seen;
                u32 tcpi_rcv_ooopack; u32 tcpi_snd_wnd; };
            struct meminfo { u32 rmem_alloc; u32 rcvbuf; u32 wmem_alloc; u32 sndbuf; u32 fwd_alloc;
                             u32 wmem_queued; u32 optmem; u32 backlog; u32 drops; };
            struct cookie { u64 cookie; };
            struct nlmsghdr { u32 nlmsg_len; u16 nlmsg_type; u16 nlmsg_flags; u32 nlmsg_seq;
                              u32 nlmsg_pid; };
            struct nlattr { u16 nla_len; u16 nla_type; };
            struct inet_diag_req_v2 { u8 sdiag_family; u8 sdiag_protocol; u8 idiag_ext; u8 pad;
                u32 idiag_states; be16 id.idiag_sport; be16 id.idiag_dport;
                char id.idiag_src[16] aligned4; char id.idiag_dst[16] aligned4; u32 id.idiag_if;
                u64 id.idiag_cookie aligned4; };
            struct inet_diag_msg { u8 idiag_family; u8 idiag_state; u8 idiag_timer;
                u8 idiag_retrans; be16 id.idiag_sport; be16 id.idiag_dport;
                char id.idiag_src[16] aligned4; char id.idiag_dst[16] aligned4; u32 id.idiag_if;
                u64 id.idiag_cookie aligned4; u32 idiag_expires; u32 idiag_rqueue;
                u32 idiag_wqueue; u32 idiag_uid; u32 idiag_inode; };
            struct unix_diag_req { u8 sdiag_family; u8 sdiag_protocol; u16 pad; u32 udiag_states;
                u32 udiag_ino; u32 udiag_show; u64 udiag_cookie aligned4; };
            struct unix_diag_msg { u8 udiag_family; u8 udiag_type; u8 udiag_state; u8 pad;
                u32 udiag_ino; u64 udiag_cookie aligned4; };
            struct unix_diag_rqlen { u32 udiag_rqueue; u32 udiag_wqueue; };
            """;

    /* sys/epoll.h: packed on x86-64, so that 32-bit programs have the same structure. */
    private static final String EPOLL_PACKED =
            "struct epoll_event { u32 events; u64 data aligned4; };";

    private static final String EPOLL_ALIGNED = "struct epoll_event { u32 events; u64 data; };";
}
