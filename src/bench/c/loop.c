/* A loop of sends and receives of one byte, as Loops.java has SockShell run it: loop TURNS prints
   the seconds that it took. */
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <time.h>

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec + time.tv_nsec / 1e9;
}

int main(int count, char **arguments)
{
    int turns = count > 1 ? atoi(arguments[1]) : 0;
    int pair[2];
    char byte = 'x';

    if (socketpair(AF_UNIX, SOCK_STREAM, 0, pair) < 0) {
        perror("socketpair");
        return 1;
    }
    double start = now();
    for (int i = 0; i < turns; i++) {
        if (send(pair[0], "x", 1, 0) != 1 || recv(pair[1], &byte, 1, 0) != 1) {
            perror("loop");
            return 1;
        }
    }
    printf("%f\n", now() - start);
    return 0;
}
