"""The same loop as loop.c in Python: loop.py TURNS prints the seconds that it took."""

import socket
import sys
import time

a, b = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
turns = int(sys.argv[1])
start = time.perf_counter()
for _ in range(turns):
    a.send(b"x")
    b.recv(1)
print(time.perf_counter() - start)
