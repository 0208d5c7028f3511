"""The calls that SockShell is measured against, made by Python.

calls.py <case> <file> <slices> <ms> prints the nanoseconds that one operation took, one line for
each slice of time. calls.c and Calls.java do the same, call by call.
"""

import os
import socket
import sys
import time

BLOCK = 65536
SPACE = 1 << 20
BATCH = 64


def moved(count):
    if count == 0:
        sys.exit("a call moved nothing")
    return count


def drain(to, into, left):
    while left > 0:
        left -= moved(to.recv_into(into, left))


def tcp():
    """As in C: room for several blocks, and no Nagle."""
    one = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    one.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, SPACE)
    one.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, SPACE)
    one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return one


def connected():
    with tcp() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(1)
        start = tcp()
        start.connect(listener.getsockname())
        return start, listener.accept()[0]


def send_single(_):
    start, to = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
    data, into = b"x", bytearray(BLOCK)

    def operation():
        moved(start.send(data))
        moved(to.recv_into(into, 1))

    return operation


def send_block(_):
    start, to = connected()
    data, into = b"x" * BLOCK, bytearray(BLOCK)
    return lambda: drain(to, into, moved(start.send(data)))


def send_file(path):
    start, to = connected()
    out, file, into = start.fileno(), os.open(path, os.O_RDONLY), bytearray(BLOCK)

    def operation(start=start):  # holds the socket, whose number is used
        drain(to, into, moved(os.sendfile(out, file, 0, BLOCK)))

    return operation


def slice_of(operation, nanoseconds):
    begin = end = time.perf_counter_ns()
    count = 0
    while end - begin < nanoseconds:
        for _ in range(BATCH):
            operation()
        count += BATCH
        end = time.perf_counter_ns()
    return (end - begin) / count


def main():
    name, path, slices, milliseconds = sys.argv[1:]
    cases = {"single": send_single, "block": send_block, "file": send_file}
    operation = cases[name](path)
    nanoseconds = int(milliseconds) * 1_000_000
    slice_of(operation, nanoseconds)  # to warm up
    for _ in range(int(slices)):
        print(f"{slice_of(operation, nanoseconds):.1f}")


main()
