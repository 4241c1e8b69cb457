# SPDX-License-Identifier: BSD-2-Clause
"""pgyd-web as its clients and its parent see it: the real program, with this script as the parent (and as core)."""
import gzip
import hashlib
import os
import re
import select
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
import zlib

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import harness as h  # noqa: E402
import moment  # noqa: E402

TOKEN = "pgyf_" + "Ab3" * 14 + "x"
OTHER = "pgyf_" + "Zz9" * 14 + "y"
FEED = "/f/" + TOKEN + "/pgyd.ics"


def calendar(title, size=0):
    padding = "".join(f"X-PAD:{i:060d}\r\n" for i in range(size // 69))
    return ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//pgyd//test//EN\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20261122T000000Z\r\n"
            f"DTSTART;VALUE=DATE:20261126\r\nSUMMARY:{title}\r\n{padding}END:VEVENT\r\nEND:VCALENDAR\r\n").encode()


def replace(path, data):
    with open(path + ".new", "wb") as f:
        f.write(data)
    os.rename(path + ".new", path)


class Web:
    """pgyd-web with a feeds directory; this process is its parent and, where asked for, its core."""

    def __init__(self, metrics=False, family=socket.AF_INET):
        self.root = tempfile.mkdtemp(prefix="pgyd-web-")
        self.feeds = os.path.join(self.root, "feeds")
        os.makedirs(os.path.join(self.feeds, "me"))
        self.publish(calendar("first"), mtime=1_700_000_000)
        self.tokens({TOKEN: "me/all.generic"})
        self.log = open(os.path.join(self.root, "log"), "w+b")
        ours, theirs = socket.socketpair()
        self.listener = self.listen(family)
        self.metrics_listener = self.listen(socket.AF_INET) if metrics else None
        program = os.path.abspath(os.path.join(h.BUILD, "src/web/pgyd-web"))

        # In a build with sanitizers: a confined process cannot read what the leak check needs of /proc.
        environment = dict(os.environ, ASAN_OPTIONS=os.environ.get("ASAN_OPTIONS", "") + ":detect_leaks=0")
        # A shell moves the descriptor to 3 and becomes the program: no code of ours runs between fork and exec.
        self.process = subprocess.Popen(["/bin/bash", "-c", f'exec "$0" 3<&{theirs.fileno()}', program],
                                        pass_fds=[theirs.fileno()], stderr=self.log, stdin=subprocess.DEVNULL,
                                        env=environment)
        theirs.close()
        self.parent = h.Link(ours)
        self.parent.send(h.hello())
        self.core = None
        self.parent.send(h.frame(h.P_SOCKET, h.u8(0)), self.listener.fileno())
        if metrics:
            self.parent.send(h.frame(h.P_SOCKET, h.u8(1)), self.metrics_listener.fileno())
        directory = os.open(self.feeds, os.O_RDONLY | os.O_DIRECTORY)
        self.parent.send(h.frame(h.P_FEEDS), directory)
        os.close(directory)
        self.address = self.listener.getsockname()

    @staticmethod
    def listen(family):
        s = socket.socket(family, socket.SOCK_STREAM)
        s.bind(("127.0.0.1", 0) if family == socket.AF_INET else ("::1", 0))
        s.listen(1024)
        s.setblocking(False)
        return s

    def connect_core(self):
        ours, theirs = socket.socketpair()
        self.parent.send(h.frame(h.P_LINK, h.text("core")), theirs.fileno())
        theirs.close()
        if self.core:
            self.core.close()
        self.core = h.Link(ours)
        self.core.send(h.hello("pgyd-core"))
        self.core.expect(0)
        return self.core

    def publish(self, data, name="me/all.generic", mtime=None, packed=None):
        path = os.path.join(self.feeds, name + ".ics")
        for p, b in ((path, data), (path + ".gz", gzip.compress(data, mtime=0) if packed is None else packed)):
            replace(p, b)
            if mtime:
                os.utime(p, (mtime, mtime))

    def tokens(self, table):
        lines = sorted(f"{hashlib.sha256(t.encode()).hexdigest()} {path}\n" for t, path in table.items())
        replace(os.path.join(self.feeds, "tokens"), "".join(lines).encode())

    def connect(self):
        s = socket.create_connection(self.address[:2], timeout=20)
        return s

    def raw(self, data):
        """Everything that comes back until the server closes. Our side stays open: what it reads next is its own decision."""
        with self.connect() as s:
            s.settimeout(30)
            try:
                s.sendall(data)
            except OSError:
                pass  # it may have hung up while we still spoke
            return drain(s)

    def get(self, path=FEED, method="GET", **headers):
        lines = [f"{method} {path} HTTP/1.1", "Host: localhost", "Connection: close"]
        lines += [f"{k.replace('_', '-')}: {v}" for k, v in headers.items()]
        return Answer(self.raw("\r\n".join(lines + ["", ""]).encode("latin-1")))

    def pid_alive(self):
        return self.process.poll() is None

    def stop(self):
        """Ends it as the parent would, and returns its log."""
        if self.pid_alive():
            self.parent.send(h.frame(h.P_STOP))
        status = self.process.wait(20)
        self.parent.close()
        if self.core:
            self.core.close()
        self.listener.close()
        if self.metrics_listener:
            self.metrics_listener.close()
        self.log.seek(0)
        text = self.log.read().decode("utf-8", "replace")
        self.log.close()
        shutil.rmtree(self.root)
        assert status == 0, f"pgyd-web ended with {status}:\n{text}"
        for token in (TOKEN, OTHER):
            assert token not in text, "a token is in the log"
        return text


def drain(s):
    data = b""
    try:
        while True:
            part = s.recv(65536)
            if not part:
                return data
            data += part
    except ConnectionResetError:
        return data


class Answer:
    def __init__(self, data):
        head, _, self.body = data.partition(b"\r\n\r\n")
        lines = head.decode("latin-1").split("\r\n")
        match = re.fullmatch(r"HTTP/1\.[01] (\d{3}) .*", lines[0])
        assert match, f"no HTTP answer: {data[:200]!r}"
        self.status = int(match[1])
        self.headers = {}
        for line in lines[1:]:
            name, _, value = line.partition(":")
            assert name.lower() not in self.headers, f"{name} twice"
            self.headers[name.lower()] = value.strip()

    def __getitem__(self, name):
        return self.headers.get(name.lower())


def same(a, b, what=""):
    assert a == b, f"{what}: {a!r} is not {b!r}"


def with_web(test, **options):
    web = Web(**options)
    try:
        test(web)
    except BaseException:
        web.process.kill()
        web.process.wait()
        raise
    web.stop()


# --- what a feed looks like: reference list 28 to 39

def case_get(web):
    a = web.get()
    same(a.status, 200)
    same(a.body, calendar("first"))
    same(a["Content-Type"], "text/calendar; charset=utf-8")
    same(a["Content-Disposition"], 'inline; filename="pgyd.ics"')
    same(a["Content-Length"], str(len(a.body)))
    assert re.fullmatch(r'"[^"]+"', a["ETag"]), a["ETag"]
    same(a["Last-Modified"], "Tue, 14 Nov 2023 22:13:20 GMT")  # date -u -d @1700000000
    same(a["Vary"], "Accept-Encoding")
    assert a["Cache-Control"].startswith("private"), a["Cache-Control"]
    same(a["X-Robots-Tag"], "noindex")
    same(a["Referrer-Policy"], "no-referrer")


def case_head(web):
    for extra in ({}, {"Accept_Encoding": "gzip"}, {"If_None_Match": "*"}):
        get, head = web.get(**extra), web.get(method="HEAD", **extra)
        get.headers.pop("date"), head.headers.pop("date")
        same(head.status, get.status)
        same(head.headers, get.headers)
        same(head.body, b"")


def case_if_none_match(web):
    tag = web.get()["ETag"]
    for value in (tag, "W/" + tag, f'"a", {tag}', f'W/"a" , W/{tag},"b"', "*", f'"x,y", {tag}', f", {tag}"):
        a = web.get(If_None_Match=value)
        same(a.status, 304, value)
        same(a.body, b"")
        same(a["ETag"], tag)
        same(a["Last-Modified"], "Tue, 14 Nov 2023 22:13:20 GMT")
        # No length but 0: parsers that do not look at the status wait for the bytes that a length announces, for ever.
        assert a["Content-Length"] in (None, "0"), a["Content-Length"]
    for value in ('"a"', tag.strip('"'), tag[:-1], f'"a" {tag}', "", tag[:-1] + 'x"', '"*"'):
        same(web.get(If_None_Match=value).status, 200, value)
    two = f"GET {FEED} HTTP/1.1\r\nHost: a\r\nConnection: close\r\nIf-None-Match: \"a\"\r\nIf-None-Match: {tag}\r\n\r\n"
    same(Answer(web.raw(two.encode())).status, 304, "a list in two lines")


def case_if_modified_since(web):
    for value, status in (("Tue, 14 Nov 2023 22:13:20 GMT", 304), ("Tue, 14 Nov 2023 22:13:19 GMT", 200),
                          ("Tue, 14 Nov 2023 22:13:21 GMT", 304), ("Tuesday, 14-Nov-23 22:13:20 GMT", 304),
                          ("Tue Nov 14 22:13:20 2023", 304), ("Mon, 13 Nov 2023 22:13:20 GMT", 200), ("yesterday", 200),
                          ("1700000000", 200), ("Tue, 31 Feb 2023 22:13:20 GMT", 200), ("", 200)):
        same(web.get(If_Modified_Since=value).status, status, value)
    tag = web.get()["ETag"]
    late, early = "Wed, 15 Nov 2023 00:00:00 GMT", "Mon, 13 Nov 2023 00:00:00 GMT"
    same(web.get(If_None_Match='"a"', If_Modified_Since=late).status, 200, "If-None-Match decides")
    same(web.get(If_None_Match=tag, If_Modified_Since=early).status, 304, "If-None-Match decides")


def case_gzip(web):
    plain, packed = web.get(), web.get(Accept_Encoding="gzip, deflate")
    same(packed["Content-Encoding"], "gzip")
    same(zlib.decompress(packed.body, 31), plain.body)
    assert packed["ETag"] != plain["ETag"], "one strong tag for two codings"
    same(packed["Vary"], "Accept-Encoding")
    same(plain["Content-Encoding"], None)
    for value, coding in (("gzip;q=0", None), ("gzip;q=0.001", "gzip"), ("*", "gzip"), ("*;q=0", None), ("identity", None), ("br", None),
                          ("GZIP", "gzip"), ("x-gzip", "gzip"), ("gzip;q=0.5, identity;q=1", None), ("deflate, gzip;q=1.0", "gzip"),
                          ("gzip;q=2", None), ("gzip;", None), ("gzip;q=0, *", None), ("", None)):
        a = web.get(Accept_Encoding=value)
        same(a["Content-Encoding"], coding, value)
        same(a.status, 200)
    same(web.get(Accept_Encoding="gzip", If_None_Match=packed["ETag"]).status, 304)
    same(web.get(Accept_Encoding="gzip", If_None_Match=plain["ETag"]).status, 200)
    # Core replaces the two files one after the other: in between, the old .gz must not go out as the new calendar.
    new = calendar("second")
    replace(os.path.join(web.feeds, "me/all.generic.ics"), new)
    between = web.get(Accept_Encoding="gzip")
    same(between["Content-Encoding"], None)
    same(between.body, new)
    replace(os.path.join(web.feeds, "me/all.generic.ics.gz"), gzip.compress(new))
    same(zlib.decompress(web.get(Accept_Encoding="gzip").body, 31), new)


def case_odd_headers(web):
    for headers in ({}, {"Accept": "text/html;q=0"}, {"Accept": "?"}, {"Authorization": "Bearer x"}, {"Authorization": "Basic !!"},
                    {"Authorization": "Negotiate"}, {"Cookie": "a=b"}, {"Content_Length": "0"}, {"User_Agent": "\xe9\xff"},
                    {"Range": "bytes=0-4"}):
        a = web.get(**headers)
        same(a.status, 200, headers)
        same(a.body, calendar("first"))


def case_tokens(web):
    web.tokens({TOKEN: "me/all.generic", OTHER: "me/all.generic"})
    same(web.get("/f/" + OTHER + "/pgyd.ics").status, 200, "a new link works at once")
    web.tokens({TOKEN: "me/all.generic"})
    revoked = web.get("/f/" + OTHER + "/pgyd.ics")
    same(revoked.status, 404, "a revoked link")
    revoked.headers.pop("date")
    for path in ("/f/" + "q" * 43 + "/pgyd.ics", "/f/x/pgyd.ics", "/f//pgyd.ics", "/f/" + "q" * 400 + "/pgyd.ics", "/", "/f/" + TOKEN,
                 "/../../../../etc/passwd", "/f/../f/x/pgyd.ics", "/f/" + TOKEN + "/../pgyd.ics",
                 "/f/" + TOKEN + "/", "/f/" + TOKEN + "/other.ics", FEED + "/x", "/f/" + TOKEN[:-1] + "/pgyd.ics", "/index.html"):
        a = web.get(path)
        same(a.status, 404, path)
        a.headers.pop("date")
        same((a.headers, a.body), (revoked.headers, revoked.body), path)
    same(web.get().status, 200)


def case_last_good(web):
    good = web.get()
    path = os.path.join(web.feeds, "me/all.generic.ics")
    for damage in (b"", b"BEGIN:VCALENDAR\r\n", b"garbage" * 100, calendar("cut")[:-3], b"\0" * 5000):
        replace(path, damage)
        a = web.get()
        same((a.status, a.body), (200, good.body), damage[:20])
    os.unlink(path)
    os.unlink(path + ".gz")
    same(web.get().body, good.body, "vanished")
    os.mkdir(path)
    same(web.get().body, good.body, "a directory in its place")
    os.rmdir(path)
    os.symlink("/etc/hostname", path)
    same(web.get().body, good.body, "a symbolic link in its place")
    os.unlink(path)
    os.mkfifo(path)
    same(web.get().body, good.body, "a FIFO in its place")
    os.unlink(path)
    web.publish(calendar("third"))
    same(web.get().body, calendar("third"), "and on with the next one")
    # the list of links: damaged or gone, the one before stays
    tokens = os.path.join(web.feeds, "tokens")
    for damage in (b"", b"zz", b"0" * 64 + b" ../../etc/passwd\n", b"0" * 63 + b" me/all\n", os.urandom(500)):
        if damage:  # an empty file is a list without links
            replace(tokens, damage)
            same(web.get().status, 200, damage[:20])
    os.unlink(tokens)
    same(web.get().status, 200, "without the file")
    replace(tokens, b"")
    same(web.get().status, 404, "with an empty list")


def case_confined(web):
    """A list that points out of the directory opens nothing."""
    outside = os.path.join(web.root, "outside.ics")
    replace(outside, calendar("outside"))
    os.symlink(web.root, os.path.join(web.feeds, "up"))
    os.symlink(outside, os.path.join(web.feeds, "me", "link.generic.ics"))
    web.tokens({TOKEN: "me/link.generic", OTHER: "up/outside"})
    same(web.get().status, 404)
    same(web.get("/f/" + OTHER + "/pgyd.ics").status, 404)


def case_fixed_pages(web):
    same(web.get("/healthz").status, 200)
    same(web.get("/healthz").body, b"ok\n")
    robots = web.get("/robots.txt")
    same(robots.status, 200)
    for line in robots.body.decode().splitlines():
        assert not re.match(r"(?i)\s*disallow\s*:\s*\S", line), line
    same(web.get("/metrics").status, 404, "metrics are not for the feed's listener")


def case_methods(web):
    for method in ("OPTIONS", "PROPFIND", "POST", "PUT", "DELETE", "REPORT", "get", "TRACE"):
        a = web.get(method=method)
        same(a.status, 405, method)
        same(a["Allow"], "GET, HEAD")
    same(web.get().status, 200)


# --- hostile requests

GOOD = f"GET {FEED} HTTP/1.1\r\nHost: a\r\n\r\n".encode()
LAST = GOOD.replace(b"Host", b"Connection: close\r\nHost")
HOSTILE = {
    "two Content-Length": b"GET %p HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
    "the same Content-Length twice": b"GET %p HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\nContent-Length: 0\r\n\r\n",
    "Content-Length beside Transfer-Encoding": b"GET %p HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "Transfer-Encoding": b"GET %p HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "odd Transfer-Encoding": b"GET %p HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: xchunked\r\n\r\n",
    "Content-Length with a body": b"GET %p HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello",
    "negative Content-Length": b"GET %p HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
    "huge Content-Length": b"GET %p HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999\r\n\r\n",
    "Content-Length +0": b"GET %p HTTP/1.1\r\nHost: a\r\nContent-Length: +0\r\n\r\n",
    "no Host": b"GET %p HTTP/1.1\r\n\r\n",
    "two Hosts": b"GET %p HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
    "a blank before the colon": b"GET %p HTTP/1.1\r\nHost: a\r\nContent-Length : 5\r\n\r\nhello",
    "a blank before Host's colon": b"GET %p HTTP/1.1\r\nHost : a\r\n\r\n",
    "NUL in a value": b"GET %p HTTP/1.1\r\nHost: a\r\nX-A: b\0c\r\n\r\n",
    "NUL in a name": b"GET %p HTTP/1.1\r\nHost: a\r\nX-A\0B: c\r\n\r\n",
    "%00 in the path": b"GET %p%00 HTTP/1.1\r\nHost: a\r\n\r\n",
    "raw NUL in the path": b"GET %p\0x HTTP/1.1\r\nHost: a\r\n\r\n",
    "encoded path": b"GET /f/%2e%2e/x HTTP/1.1\r\nHost: a\r\n\r\n",
    "a query": b"GET %p?x=y HTTP/1.1\r\nHost: a\r\n\r\n",
    "an absolute target": b"GET http://a%p HTTP/1.1\r\nHost: a\r\n\r\n",
    "CONNECT": b"CONNECT a:80 HTTP/1.1\r\nHost: a\r\n\r\n",
    "an asterisk": b"GET * HTTP/1.1\r\nHost: a\r\n\r\n",
    "garbage": b"\x16\x03\x01\x02\0\x01\0\x01\xfc\x03\x03" + bytes(range(256)),
    "no version": b"GET %p\r\n\r\n",
    "another version": b"GET %p HTTP/2.0\r\nHost: a\r\n\r\n",
    "a preface of HTTP/2": b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    "a header without a colon": b"GET %p HTTP/1.1\r\nHost: a\r\nnonsense\r\n\r\n",
    "headers of 20 KB": b"GET %p HTTP/1.1\r\nHost: a\r\nX-A: " + b"a" * 20000 + b"\r\n\r\n",
    "a target of 20 KB": b"GET /" + b"a" * 20000 + b" HTTP/1.1\r\nHost: a\r\n\r\n",
    "3000 headers": b"GET %p HTTP/1.1\r\nHost: a\r\n" + b"A: b\r\n" * 3000 + b"\r\n",
    "two blanks": b"GET  %p HTTP/1.1\r\nHost: a\r\n\r\n",
    "a blank in the target": b"GET %p /x HTTP/1.1\r\nHost: a\r\n\r\n",
    "POST with a body": b"POST %p HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello",
    "NUL at the end of a value": b"GET %p HTTP/1.1\r\nHost: a\0\r\n\r\n",
    "NULs in the last value": b"GET %p HTTP/1.1\r\nHost: a\r\nContent-Length: 0\0\x005\r\n\r\n",
    "NUL before the version": b"GET %p \0 HTTP/1.1\r\nHost: a\r\n\r\n",
    "NUL in the method": b"GET\0 %p HTTP/1.1\r\nHost: a\r\n\r\n",
    "bare LF": b"GET %p HTTP/1.1\nHost: a\n\n",
    "one bare LF": b"GET %p HTTP/1.1\r\nX-A: b\nHost: a\r\n\r\n",
    "obs-fold": b"GET %p HTTP/1.1\r\nHost: a\r\nX-A: b\r\n c\r\n\r\n",
    "folded Content-Length": b"GET %p HTTP/1.1\r\nHost: a\r\nContent-Length:\r\n 5\r\n\r\nhello",
    "Expect": b"POST %p HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n",
}
# What RFC 9112 lets a server take (2.2, 5.2): served or refused, but once.
ALLOWED = {
    "headers of 9 KB": b"GET %p HTTP/1.1\r\nHost: a\r\nX-A: " + b"a" * 9000 + b"\r\n\r\n",
    "a bare CR": b"GET %p HTTP/1.1\r\nHost: a\r\nX-A: b\rc\r\n\r\n",
    "an empty line first": b"\r\nGET %p HTTP/1.1\r\nHost: a\r\n\r\n",
    "blanks around a value": b"GET %p HTTP/1.1\r\nHost: \t a \t \r\nX-A:b\r\n\r\n",
    "an empty value": b"GET %p HTTP/1.1\r\nHost:\r\nX-A:  \r\n\r\n",
    "HTTP/1.0 without Host": b"GET %p HTTP/1.0\r\n\r\n",
}


def answers(data):
    return len(re.findall(rb"HTTP/1\.[01] \d{3} ", data))


def case_hostile(name, request):
    def test(web):
        request_bytes = request.replace(b"%p", FEED.encode())
        data = web.raw(request_bytes + GOOD)  # a second, good request right behind it
        head, _, rest = data.partition(b"\r\n\r\n")
        if rest.startswith(head):
            data = rest  # libmicrohttpd 0.9.75 writes the head of its own refusals (not of ours) twice
        got = answers(data)
        assert got <= 1, f"{got} answers: what was behind it was read as a request"
        if got:
            assert 400 <= Answer(data).status <= 505, data[:80]
            assert b"VCALENDAR" not in data
            same(Answer(data)["Connection"], "close")
        assert web.pid_alive()
    return test


def case_allowed(name, request):
    def test(web):
        data = web.raw(request.replace(b"%p", FEED.encode()) + LAST)
        assert answers(data) <= 2 and (not data or Answer(data).status in (200, 400, 431)), data[:80]
        assert web.pid_alive()
    return test


def case_pipelining(web):
    data = web.raw(GOOD * 2 + LAST)
    same(answers(data), 3, "good requests may follow each other")
    same(data.count(b"END:VCALENDAR"), 3)


def case_dribbled(web):
    with web.connect() as s:
        for i in range(len(LAST)):
            s.sendall(LAST[i:i + 1])
        same(Answer(drain(s)).status, 200)


# --- slow clients

def case_slow_headers(web):
    slow = [web.connect() for _ in range(260)]
    stop = threading.Event()

    def drip():
        while not stop.wait(0.5):
            for s in slow:
                try:
                    s.sendall(b"G")
                except OSError:
                    pass
    for s in slow:
        s.sendall(b"GET /f/")
    thread = threading.Thread(target=drip)
    thread.start()
    try:
        same(web.get().status, 200)
        ended = set()

        def all_ended():
            readable, _, _ = select.select([s for s in slow if s not in ended], [], [], 0.05)
            ended.update(readable)  # nothing was asked: readable means closed
            return len(ended) == len(slow)
        h.eventually(all_ended, 30, "the end of all slow connections")
        same(web.get().status, 200)
    finally:
        stop.set()
        thread.join()
        for s in slow:
            s.close()


def case_full(web):
    """More idle connections than it takes: somebody with a request still gets in."""
    limit = 5000
    import resource
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    limit = min(limit, hard - 200)
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, limit + 100), hard))
    idle = []
    try:
        for _ in range(limit):
            s = socket.socket()
            s.setblocking(False)
            s.connect_ex(web.address)
            idle.append(s)
        h.eventually(lambda: web.get().status == 200, 30, "an answer")
    finally:
        for s in idle:
            s.close()
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    same(web.get().status, 200)


def case_keep_alive(web):
    with web.connect() as s:
        for _ in range(50):
            s.sendall(GOOD)
            data = b""
            while not data.endswith(b"END:VCALENDAR\r\n"):
                part = s.recv(65536)
                assert part, "closed"
                data += part
            same(Answer(data).status, 200)


def case_large(web):
    body = calendar("large", 900_000)
    web.publish(body)
    same(web.get().body, body)
    same(zlib.decompress(web.get(Accept_Encoding="gzip").body, 31), body)


def case_concurrent(web):
    """While the feed is replaced over and over, every answer is one whole version and its tag belongs to it."""
    versions = [calendar(f"v{i}", 20_000) for i in range(8)]
    stop, problems, tags = threading.Event(), [], {}

    def write():
        i = 0
        while not stop.is_set():
            web.publish(versions[i % 8])
            i += 1
            time.sleep(0.002)

    def read():
        for i in range(60):
            a = web.get(**({"Accept_Encoding": "gzip"} if i % 2 else {}))
            body = zlib.decompress(a.body, 31) if a["Content-Encoding"] else a.body
            if a.status != 200 or body not in versions or tags.setdefault(a["ETag"], body) != body:
                problems.append((a.status, body[:80], a["ETag"]))
    web.publish(versions[0])
    writer = threading.Thread(target=write)
    readers = [threading.Thread(target=read) for _ in range(8)]
    writer.start()
    for t in readers:
        t.start()
    for t in readers:
        t.join()
    stop.set()
    writer.join()
    assert not problems, problems[:3]


# --- parent and core

def case_core(web):
    core = web.connect_core()
    web.get(User_Agent="Google-Calendar-Importer")
    f = core.expect(h.W2C_FETCHED)
    same(f.bytes(), hashlib.sha256(TOKEN.encode()).digest())
    assert abs(f.i64() - moment.now()) < 3600
    same(f.text(), "Google-Calendar-Importer")
    for _ in range(5):
        web.get()
    web.tokens({TOKEN: "me/all.generic", OTHER: "me/all.generic"})
    web.get("/f/" + OTHER + "/pgyd.ics")
    same(core.expect(h.W2C_FETCHED).bytes(), hashlib.sha256(OTHER.encode()).digest(), "no second note of a fetch within the minute")
    core.close()
    web.core = None
    same(web.get().status, 200, "without core")
    core = web.connect_core()
    core.send(b"\xff\xff\xff\xff garbage")
    same(core.receive(), None, "a core that sends nonsense is hung up on")
    same(web.get().status, 200)


def case_agents(web):
    core = web.connect_core()
    web.get(User_Agent="\xe4" * 119 + "\xe4\xb8\xad")
    f = core.expect(h.W2C_FETCHED)
    f.bytes(), f.i64()
    assert len(f.text().encode()) <= 120


def case_ping(web):
    web.parent.send(h.frame(h.P_PING))
    web.parent.expect(h.P_PONG)


def case_metrics(web):
    web.connect_core().send(h.frame(h.C2W_METRICS, h.text("pgyd_items 12\n")))
    web.get()
    web.address = web.metrics_listener.getsockname()
    a = h.eventually(lambda: (lambda a: a if b"pgyd_items 12" in a.body else None)(web.get("/metrics")), what="core's text")
    same(a["Content-Type"], "text/plain; version=0.0.4; charset=utf-8")
    assert re.search(rb"(?m)^pgyd_web_requests_total [1-9]", a.body), a.body
    assert TOKEN.encode() not in a.body
    same(web.get().status, 404, "no feeds here")


def case_other_directory(web):
    other = os.path.join(web.root, "other")
    os.mkdir(other)
    fd = os.open(other, os.O_RDONLY)
    web.parent.send(h.frame(h.P_FEEDS), fd)
    os.close(fd)
    same(web.process.wait(20), 0, "ends, to be started for the new one")


def case_new_listener(web):
    old = web.listener
    web.listener = web.listen(socket.AF_INET)
    web.parent.send(h.frame(h.P_SOCKET, h.u8(0)), web.listener.fileno())
    web.address = web.listener.getsockname()
    same(web.get().status, 200)
    old.close()


def case_parent_gone(web):
    web.parent.sock.shutdown(socket.SHUT_RDWR)
    same(web.process.wait(20), 0)


def case_alone():
    program = os.path.join(h.BUILD, "src/web/pgyd-web")
    done = subprocess.run([program], stdin=subprocess.DEVNULL, capture_output=True, timeout=20, check=False)
    assert done.returncode != 0 and b"start pgyd" in done.stderr, done


def case_idle(web):
    """Without a client nothing wakes it."""
    web.get()

    def ticks():
        with open(f"/proc/{web.process.pid}/status", encoding="ascii") as f:
            return int(re.search(r"(?m)^voluntary_ctxt_switches:\s*(\d+)", f.read())[1])
    h.eventually(lambda: (lambda a: (time.sleep(1.0), ticks())[1] == a)(ticks()), 30, "one second without a wake-up")


def main():
    cases = h.Cases(__file__)
    plain = [
        ("200 with every header", case_get), ("HEAD equals GET without the body", case_head), ("If-None-Match", case_if_none_match),
        ("If-Modified-Since", case_if_modified_since), ("gzip", case_gzip), ("odd headers are no obstacle", case_odd_headers),
        ("links come and go", case_tokens), ("last good bytes", case_last_good), ("nothing outside the feeds", case_confined),
        ("healthz and robots.txt", case_fixed_pages), ("methods", case_methods), ("pipelining", case_pipelining),
        ("a request byte by byte", case_dribbled), ("260 slow connections", case_slow_headers), ("keep-alive", case_keep_alive),
        ("900 KB", case_large), ("readers while writing", case_concurrent), ("core comes and goes", case_core),
        ("foreign User-Agent", case_agents), ("ping", case_ping), ("another feeds directory", case_other_directory),
        ("another listening socket", case_new_listener), ("the parent is gone", case_parent_gone), ("idle is idle", case_idle),
        ("5000 idle connections", case_full),
    ]
    only = sys.argv[1:]
    for name, test in plain:
        if not only or name in only:
            cases.run(name, with_web, test)
    if not only or "ipv6" in only:
        if socket.has_ipv6 and os.path.exists("/proc/net/if_inet6"):
            cases.run("IPv6", lambda: with_web(case_get, family=socket.AF_INET6))
        else:
            cases.note("skip", "IPv6")
    if not only or "metrics" in only:
        cases.run("metrics", lambda: with_web(case_metrics, metrics=True))
    if not only or "alone" in only:
        cases.run("started by hand", case_alone)
    for table, kind, make in ((HOSTILE, "hostile", case_hostile), (ALLOWED, "allowed", case_allowed)):
        for name, request in table.items():
            if not only or kind in only or name in only:
                cases.run(f"{kind}: {name}", with_web, make(name, request))
    cases.end()


main()
