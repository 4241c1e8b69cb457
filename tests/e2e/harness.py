# SPDX-License-Identifier: BSD-2-Clause
"""What scenario scripts share: cases that land in a results file, frames, a stand-in for the parent."""
import os
import socket
import struct
import sys
import time
import traceback

BUILD = os.environ.get("top_builddir", ".")
SOURCE = os.environ.get("top_srcdir", ".")
VERSION = 2

P_LINK, P_SOCKET, P_FEEDS, P_BOUND, P_CHILD, P_RELOAD, P_STOP, P_PING = range(1, 9)
P_BIND, P_SERVE, P_READY, P_STATUS, P_FATAL, P_PONG, P_RELOADED = range(32, 39)
W2C_FETCHED, C2W_METRICS = 64, 72


def package_version():
    with open(os.path.join(BUILD, "pgy-build.h"), encoding="utf-8") as f:
        for line in f:
            if line.startswith("#define PACKAGE_VERSION"):
                return line.split('"')[1]
    raise RuntimeError("no PACKAGE_VERSION in pgy-build.h")


class Cases:
    """Runs functions as cases; a failed one does not stop the others."""

    def __init__(self, script):
        name = os.path.splitext(os.path.basename(script))[0]
        results = os.environ.get("PGY_RESULTS")
        self.file = None
        if results:
            os.makedirs(results, exist_ok=True)
            self.file = open(os.path.join(results, name + ".tsv"), "w", encoding="utf-8")
        self.failed = 0

    def note(self, verdict, name):
        if self.file:
            self.file.write(f"{verdict}\t{name}\n")
            self.file.flush()
        print(verdict, name, flush=True)
        self.failed += verdict == "fail"

    def run(self, name, function, *args):
        try:
            function(*args)
        except Exception:  # a case fails whatever it trips over
            traceback.print_exc()
            self.note("fail", name)
        else:
            self.note("pass", name)

    def end(self):
        sys.exit(1 if self.failed else 0)


def eventually(condition, seconds=20.0, what="the condition"):
    """Waits for something that has to come; the limit is only for what never does."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        value = condition()
        if value:
            return value
        time.sleep(0.01)
    raise AssertionError(f"{what} did not come about")


def u8(v):
    return struct.pack("<B", v)


def u32(v):
    return struct.pack("<I", v)


def i64(v):
    return struct.pack("<q", v)


def text(s):
    if s is None:
        return u32(0xFFFFFFFF)
    b = s if isinstance(s, bytes) else s.encode()
    return u32(len(b)) + b


def frame(kind, body=b""):
    return struct.pack("<IB", len(body) + 1, kind) + body


def hello(program="pgyd", version=None):
    return frame(0, u32(VERSION) + text(program) + text(version or package_version()))


class Fields:
    def __init__(self, body):
        self.body, self.at = body, 0

    def take(self, n):
        part = self.body[self.at:self.at + n]
        assert len(part) == n, "frame too short"
        self.at += n
        return part

    def u8(self):
        return self.take(1)[0]

    def u32(self):
        return struct.unpack("<I", self.take(4))[0]

    def i64(self):
        return struct.unpack("<q", self.take(8))[0]

    def bytes(self):
        return self.take(self.u32())

    def text(self):
        n = self.u32()
        return None if n == 0xFFFFFFFF else self.take(n).decode()


class Link:
    """One end of a framed connection, blocking with a time limit."""

    def __init__(self, sock):
        self.sock, self.buffer, self.fds = sock, b"", []
        sock.settimeout(20)

    def send(self, data, *fds):
        if fds:
            socket.send_fds(self.sock, [data], list(fds))
        else:
            self.sock.sendall(data)

    def receive(self):
        """The next frame as (type, Fields); None at the end of the connection."""
        while True:
            if len(self.buffer) >= 4:
                (n,) = struct.unpack("<I", self.buffer[:4])
                if len(self.buffer) >= 4 + n:
                    kind, body = self.buffer[4], self.buffer[5:4 + n]
                    self.buffer = self.buffer[4 + n:]
                    return kind, Fields(body)
            data, fds, _, _ = socket.recv_fds(self.sock, 65536, 8)
            self.fds += fds
            if not data:
                return None
            self.buffer += data

    def expect(self, kind):
        while True:
            got = self.receive()
            assert got, f"connection ended while waiting for a frame of type {kind}"
            if got[0] == kind:
                return got[1]

    def close(self):
        self.sock.close()
        for fd in self.fds:
            os.close(fd)
