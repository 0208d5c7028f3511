/*
 * The calls that SockShell is measured against, made by C: calls [-t] <case> <file> <slices> <ms>
 * prints the nanoseconds that one operation took, one line for each slice of time.
 * calls.py and Calls.java do the same, call by call. With -t a second thread sleeps meanwhile: the
 * kernel then counts who uses a descriptor's file, in each call (fdget in its fs/file.c).
 */
#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/sendfile.h>
#endif

enum { BLOCK = 65536, SPACE = 1 << 20, BATCH = 64 };

static char *data, *into;
static int from, to, file;

static long checked(long result, const char *call) {
    if (result < 0) {
        perror(call);
        exit(1);
    }
    return result;
}

static long moved(long count, const char *call) {
    if (checked(count, call) == 0) {
        fprintf(stderr, "%s moved nothing\n", call);
        exit(1);
    }
    return count;
}

static void drain(long left) {
    while (left > 0) {
        left -= moved(recv(to, into, left, 0), "recv");
    }
}

static void send_single(void) {
    moved(send(from, data, 1, 0), "send");
    moved(recv(to, into, 1, 0), "recv");
}

static void send_block(void) {
    drain(moved(send(from, data, BLOCK, 0), "send"));
}

static void send_file(void) {
#ifdef __linux__
    off_t offset = 0;
    drain(moved(sendfile(from, file, &offset, BLOCK), "sendfile"));
#else
    fprintf(stderr, "sendfile is measured on Linux only\n");
    exit(1);
#endif
}

static int option(int fd, int level, int name, int value) {
    checked(setsockopt(fd, level, name, &value, sizeof value), "setsockopt");
    return fd;
}

/* Room for several blocks, so that a send in the one thread never waits for its own recv; and no
   Nagle, whose 40 ms would come in where a block does not fill its last segment. */
static int tcp(void) {
    int fd = checked(socket(AF_INET, SOCK_STREAM, 0), "socket");
    option(fd, SOL_SOCKET, SO_SNDBUF, SPACE);
    option(fd, SOL_SOCKET, SO_RCVBUF, SPACE);
    return option(fd, IPPROTO_TCP, TCP_NODELAY, 1);
}

static void connected(void) {
    struct sockaddr_in address = {.sin_family = AF_INET};
    socklen_t length = sizeof address;
    int listener = tcp();
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    checked(bind(listener, (struct sockaddr *)&address, length), "bind");
    checked(listen(listener, 1), "listen");
    checked(getsockname(listener, (struct sockaddr *)&address, &length), "getsockname");
    from = tcp();
    checked(connect(from, (struct sockaddr *)&address, length), "connect");
    to = checked(accept(listener, NULL, NULL), "accept");
}

static void paired(void) {
    int pair[2];
    checked(socketpair(AF_UNIX, SOCK_STREAM, 0, pair), "socketpair");
    from = pair[0];
    to = pair[1];
}

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1e9 + time.tv_nsec;
}

static double slice(void (*operation)(void), double nanoseconds) {
    double begin = now(), end = begin;
    long count = 0;
    while (end - begin < nanoseconds) {
        for (int i = 0; i < BATCH; i++) {
            operation();
        }
        count += BATCH;
        end = now();
    }
    return (end - begin) / count;
}

static void (*prepared(const char *name))(void) {
    if (strcmp(name, "single") == 0) {
        paired();
        return send_single;
    }
    connected();
    return strcmp(name, "block") == 0 ? send_block : send_file;
}

static char *memory(void) {
    char *memory = malloc(BLOCK);
    return memory == NULL ? exit(1), NULL : memset(memory, 'x', BLOCK);
}

static void *asleep(void *nothing) {
    pause();
    return nothing;
}

int main(int argc, char **argv) {
    pthread_t thread;
    if (argc == 6 && strcmp(argv[1], "-t") == 0) {
        argv++, argc--;
        checked(-pthread_create(&thread, NULL, asleep, NULL), "pthread_create");
    }
    if (argc != 5) {
        fprintf(stderr, "usage: calls [-t] single|block|file file slices milliseconds\n");
        return 2;
    }
    data = memory();
    into = memory();
    file = checked(open(argv[2], O_RDONLY), argv[2]);
    void (*operation)(void) = prepared(argv[1]);
    double nanoseconds = atof(argv[4]) * 1e6;
    slice(operation, nanoseconds); /* to warm up */
    for (int i = 0; i < atoi(argv[3]); i++) {
        printf("%.1f\n", slice(operation, nanoseconds));
    }
    return 0;
}
