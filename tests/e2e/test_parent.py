# SPDX-License-Identifier: BSD-2-Clause
"""pgyd, the parent, and the real pgyd-web; a script plays core and courier, in a copy of the build tree's layout."""
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import harness as h  # noqa: E402
import moment  # noqa: E402, F401: its clock

# What the stand-ins run. It says hello, does what the scenario's file `core` says, one Python statement a line, then answers until told
# to stop. `log` gets a line for every frame and start.
STANDIN = '''#!/usr/bin/python3
import os, socket, struct, sys, time
sys.path.insert(0, {tests!r})
import harness as h
h.BUILD = {build!r}
root = {root!r}
me = {me!r}
os.environ.pop("x", None)
def note(*words):
    with open(os.path.join(root, "log"), "a") as f:
        f.write(" ".join(str(w) for w in (me,) + words) + "\\n")
import ctypes, signal
ctypes.CDLL(None).prctl(1, signal.SIGKILL)
signal.signal(signal.SIGINT, signal.SIG_IGN)
link = h.Link(socket.socket(fileno=3))
link.sock.settimeout(None)
note("start", os.getpid(), "args", *sys.argv[1:])
note("notify", os.environ.get("NOTIFY_SOCKET"))
version = None
script = os.path.join(root, me)
lines = open(script).read().splitlines() if os.path.exists(script) else []
for line in lines:
    if line.startswith("version"):
        exec(line)
link.send(h.hello("pgyd-" + me, version))
def address(port):
    return struct.pack("=H", socket.AF_INET) + struct.pack(">H", port) + socket.inet_aton("127.0.0.1") + bytes(8)
def unix(path):
    return struct.pack("=H", socket.AF_UNIX) + path.encode().ljust(108, b"\\0")
def bind(which, raw, shown):
    link.send(h.frame(h.P_BIND, h.u8(which) + h.text(raw) + h.text(shown)))
def serve():
    fd = os.open(os.path.join(root, "feeds"), os.O_RDONLY)
    link.send(h.frame(h.P_SERVE), fd)
    os.close(fd)
def ready(line="1 profile"):
    link.send(h.frame(h.P_READY, h.text(line)))
for line in lines:
    exec(line)
while True:
    got = link.receive()
    if not got:
        note("end")
        break
    kind, f = got
    if kind == h.P_LINK:
        note("link", f.text(), len(link.fds))
    elif kind == h.P_BOUND:
        note("bound", f.u8(), f.u8(), f.text() or "-", f.text())
    elif kind == h.P_CHILD:
        note("child", f.text(), f.i64(), f.u32(), f.text())
    elif kind == h.P_RELOAD:
        note("reload")
        link.send(h.frame(h.P_RELOADED))
    elif kind == h.P_PING:
        note("ping")
        if not os.path.exists(os.path.join(root, "deaf")):
            link.send(h.frame(h.P_PONG))
    elif kind == h.P_STOP:
        note("stop")
        if os.path.exists(os.path.join(root, "stubborn")):
            time.sleep(600)
        sys.exit(0)
'''


class Family:
    def __init__(self, core=(), notify=False, watchdog=None, web=True):
        self.root = tempfile.mkdtemp(prefix="pgyd-parent-")
        for d in ("feeds/me", "src/parent", "src/core", "src/web", "src/courier", "src/worker"):
            os.makedirs(os.path.join(self.root, d))
        for f in ("config.status", "src/worker/pgyd-worker"):
            open(os.path.join(self.root, f), "w").close()
        shutil.copy(os.path.join(h.BUILD, "src/parent/pgyd"), os.path.join(self.root, "src/parent/pgyd"))
        for me in ("core", "courier"):
            self.standin(me)
        if web:
            shutil.copy(os.path.join(h.BUILD, "src/web/pgyd-web"), os.path.join(self.root, "src/web/pgyd-web"))
        else:
            self.standin("web")
        self.script("core", core)
        self.environment = {k: v for k, v in os.environ.items() if k not in ("NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID")}
        # Under sanitizers: a signal ends a child as it does anywhere, and no leak checker speaks on stderr.
        self.environment["ASAN_OPTIONS"] = os.environ.get("ASAN_OPTIONS", "") + ":detect_leaks=0:handle_segv=0:handle_abort=0"
        self.notices = None
        if notify:
            self.notices = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
            name = "\0pgyd-test-" + os.path.basename(self.root)
            self.notices.bind(name)
            self.notices.settimeout(20)
            self.environment["NOTIFY_SOCKET"] = "@" + name[1:]
        if watchdog:
            self.environment["WATCHDOG_USEC"] = str(watchdog)
        self.process = None

    def standin(self, me):
        path = os.path.join(self.root, "src", me, "pgyd-" + me)
        with open(path, "w", encoding="utf-8") as f:
            f.write(STANDIN.format(tests=os.path.dirname(os.path.abspath(__file__)), build=os.path.abspath(h.BUILD), root=self.root, me=me))
        os.chmod(path, 0o755)

    def script(self, me, lines):
        with open(os.path.join(self.root, me), "w", encoding="utf-8") as f:
            f.write("\n".join(lines) + "\n")

    def start(self, *args):
        self.errors = open(os.path.join(self.root, "errors"), "ab")
        self.process = subprocess.Popen([os.path.join(self.root, "src/parent/pgyd"), *args], env=self.environment, stderr=self.errors,
                                        stdin=subprocess.DEVNULL, start_new_session=True)
        return self

    def log(self):
        try:
            with open(os.path.join(self.root, "log"), encoding="utf-8") as f:
                return f.read().splitlines()
        except FileNotFoundError:
            return []

    def told(self):
        with open(os.path.join(self.root, "errors"), encoding="utf-8") as f:
            return f.read()

    def lines(self, pattern):
        return [m for m in (re.fullmatch(pattern, line) for line in self.log()) if m]

    def wait_for(self, pattern, n=1):
        return h.eventually(lambda: (lambda found: found if len(found) >= n else None)(self.lines(pattern)),
                            what=f"{n} times '{pattern}' in {self.log()}")

    def pids(self):
        """Those of our children that run."""
        found = {}
        for pid in filter(str.isdigit, os.listdir("/proc")):
            try:
                with open(f"/proc/{pid}/stat", encoding="ascii") as f:
                    state, parent = f.read().rpartition(")")[2].split()[:2]
                if int(parent) == self.process.pid and state != "Z":
                    with open(f"/proc/{pid}/cmdline", "rb") as f:
                        words = f.read().split(b"\0")
                    found[next(os.path.basename(w).decode() for w in words if b"pgyd-" in w)] = int(pid)
            except (OSError, StopIteration):
                continue
        return found

    def get(self, port):
        with socket.create_connection(("127.0.0.1", port), timeout=20) as s:
            s.sendall(b"GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
            data = b""
            while True:
                part = s.recv(4096)
                if not part:
                    return data
                data += part

    def notice(self):
        return self.notices.recv(4096).decode()

    def end(self):
        if self.process and self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        if self.notices:
            self.notices.close()
        shutil.rmtree(self.root, ignore_errors=True)


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def with_family(test, *args, **options):
    def run():
        family = Family(*args, **options)
        try:
            test(family)
        finally:
            family.end()
    return run


def serving(port=0):
    return ["serve()", f"bind(0, address({port}), '127.0.0.1:{port}')", "ready()"]


def bound_port(f, n=1):
    return int(f.wait_for(r"core bound 0 1 127\.0\.0\.1:(\d+) ", n)[-1][1])


def case_serves(f):
    f.start("-c", "a b.ini")
    port = bound_port(f)
    assert b"200 OK" in f.get(port)
    f.wait_for(r"core link web \d")
    f.wait_for(r"core link courier \d")
    f.wait_for(r"courier link core 1")
    assert f.lines(r"core start \d+ args -c a b\.ini"), f.log()
    assert not f.lines(r"\w+ notify .*notify.*")


def case_restarts(f):
    f.start()
    port = bound_port(f)
    pids = f.pids()
    assert len(pids) == 3, pids
    for n in range(2):
        os.kill(f.pids()["pgyd-web"], signal.SIGSEGV)
        f.wait_for(r"core child web 0 \d+ killed by SIGSEGV", n + 1)
        f.wait_for(rf"core child web [1-9]\d* {n + 1} killed by SIGSEGV")
        assert b"200 OK" in f.get(port), "the socket outlives web"
    f.wait_for("core link web .*", 3)
    now = f.pids()
    assert now["pgyd-core"] == pids["pgyd-core"] and now["pgyd-courier"] == pids["pgyd-courier"]
    os.kill(now["pgyd-core"], signal.SIGKILL)
    assert b"200 OK" in f.get(port), "while core is away"
    f.wait_for(r"core start .*", 2)
    f.wait_for(r"courier link core \d", 2)
    assert bound_port(f, 2) == port, "the same socket for the next core"


def case_backoff(f):
    f.script("courier", ["sys.exit(3)"])
    f.start()
    f.wait_for(r"courier start .*", 4)
    first = time.monotonic()
    f.wait_for(r"courier start .*", 6)
    assert f.process.poll() is None
    assert time.monotonic() - first > 0.3, "it does not wait longer each time"
    f.wait_for(r"core child courier 0 \d+ exit status 3")


def case_port_in_use(f):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        f.script("core", serving(port))
        f.start()
        assert f.process.wait(20) == 1
    said = [line for line in f.told().splitlines() if "error" in line]
    assert said == [f"pgyd: error: 127.0.0.1:{port} is in use by another program: stop it or change [serve] listen"], said


def case_bad_rebind(f):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        f.script("core", serving() + [f"bind(0, address({port}), '127.0.0.1:{port}')", f"bind(1, address({port}), '127.0.0.1:{port}')"])
        f.start()
        old = bound_port(f)
        f.wait_for(rf"core bound 0 0 127\.0\.0\.1:{old} .* in use .*\[serve\] listen")
        f.wait_for(r"core bound 1 0 - .* in use .*\[serve\] metrics_listen")
        assert b"200 OK" in f.get(old)


def case_rebind(f):
    port = free_port()
    f.script("core", serving() + [f"bind(0, address({port}), 'x')"])
    f.start()
    f.wait_for(rf"core bound 0 1 127\.0\.0\.1:{port} ")
    assert b"200 OK" in f.get(port)


def case_unix(f):
    path = os.path.join(f.root, "socket")
    f.script("core", ["serve()", f"bind(0, unix({path!r}), 'unix:{path}')", "ready()"])
    for _ in range(2):
        f.start()
        f.wait_for(rf"core bound 0 1 unix:{path} ")
        with socket.socket(socket.AF_UNIX) as s:
            s.settimeout(20)
            s.connect(path)
            s.sendall(b"GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
            assert b"200 OK" in s.recv(4096)
        assert os.stat(path).st_mode & 0o777 == 0o660
        f.process.kill()
        f.process.wait()
        assert os.path.exists(path), "left behind by the kill"
        os.unlink(os.path.join(f.root, "log"))
    with open(os.path.join(f.root, "plain"), "w"):
        pass
    path = os.path.join(f.root, "plain")
    f.script("core", [f"bind(0, unix({path!r}), 'unix:{path}')"])
    f.start()
    assert f.process.wait(20) == 1
    assert "exists and is not a socket" in f.told() and os.path.exists(path)


def case_killed(f):
    f.start()
    port = bound_port(f)
    children = f.pids()
    f.process.kill()
    f.process.wait()
    h.eventually(lambda: not any(running(pid) for pid in children.values()), what="the end of all children")
    f.script("core", serving(port))
    f.start()
    bound_port(f, 2)
    assert b"200 OK" in f.get(port)


def running(pid):
    try:
        with open(f"/proc/{pid}/stat", encoding="ascii") as f:
            return f.read().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def case_stops(f):
    for how in (signal.SIGTERM, signal.SIGINT):
        f.start()
        bound_port(f, 1)
        f.wait_for(r"courier start .*")
        f.wait_for(r"courier link core .*")
        pids = f.pids()
        if how == signal.SIGINT:
            os.killpg(f.process.pid, how)  # as Ctrl-C does: everybody gets it
        else:
            f.process.send_signal(how)
        assert f.process.wait(20) == 0
        f.wait_for("core stop")
        f.wait_for("courier stop")
        assert not any(running(p) for p in pids.values())
        os.unlink(os.path.join(f.root, "log"))


def case_stubborn(f):
    f.start()
    bound_port(f)
    f.wait_for(r"courier link core .*")
    open(os.path.join(f.root, "stubborn"), "w").close()
    began = time.monotonic()
    f.process.terminate()
    assert f.process.wait(20) == 0
    assert time.monotonic() - began >= 4, "those that are slow to end get their time"


def case_fatal(f):
    f.script("core", ["link.send(h.frame(h.P_FATAL, h.text('pgyd.ini:3: serve.listen: no such key')))"])
    f.start()
    assert f.process.wait(20) == 1
    assert "pgyd: error: pgyd.ini:3: serve.listen: no such key" in f.told()


def case_notify(f):
    f.start()
    first = f.notice()
    assert first == "READY=1\nSTATUS=1 profile", first
    f.wait_for(r"courier link core .*")
    f.process.send_signal(signal.SIGHUP)
    words = f.notice().split("\n")
    assert words[0] == "RELOADING=1" and re.fullmatch(r"MONOTONIC_USEC=\d+", words[1]), words
    assert abs(int(words[1].split("=")[1]) - time.clock_gettime(time.CLOCK_MONOTONIC) * 1e6) < 60e6
    assert f.notice() == "READY=1"
    f.wait_for("core reload")
    f.process.terminate()
    assert f.notice() == "STOPPING=1"
    assert all(m[1] == "None" for m in f.lines(r"\w+ notify (.*)")), "children must not speak with the service manager"


def case_watchdog(f):
    f.start()
    for _ in range(3):
        while f.notice() != "WATCHDOG=1":
            pass
    f.wait_for("core ping")
    open(os.path.join(f.root, "deaf"), "w").close()
    h.eventually(lambda: "pgyd-core did not answer" in f.told(), what="the end of a deaf core")
    os.unlink(os.path.join(f.root, "deaf"))
    f.wait_for(r"core child core \d+ \d+ killed by SIGKILL")


def case_other_version(f):
    f.script("core", ["version = '0.0.1'"])
    f.start()
    assert f.process.wait(20) == 1
    told = f.told()
    assert told.count("restarting everything") == 1 and "another version" in told and "install pgyd again" in told, told
    f.wait_for(r"core start .*", 2)


def case_upgraded(f):
    """Core is of another version once, as when the old parent sees the new files: all start again and go on."""
    f.script("core", [f"version = '0.0.1' if not os.path.exists({f.root!r} + '/new') else None",
                      f"open({f.root!r} + '/new', 'w').close()"] + serving())
    f.start()
    assert b"200 OK" in f.get(bound_port(f))
    assert f.lines(r"core start .*") and f.process.poll() is None


def case_missing(f):
    os.unlink(os.path.join(f.root, "src/courier/pgyd-courier"))
    f.start()
    assert f.process.wait(20) == 1
    assert "cannot start" in f.told() and "pgyd-courier: No such file" in f.told()


def case_check(f):
    path = os.path.join(f.root, "src/core/pgyd-core")
    with open(path, "w", encoding="utf-8") as out:
        out.write('#!/bin/sh\necho "$@"\nexit 1\n')
    done = subprocess.run([os.path.join(f.root, "src/parent/pgyd"), "-c", "x y", "-t"], capture_output=True, timeout=20, check=False)
    assert (done.returncode, done.stdout) == (1, b"-t -c x y\n"), done


def case_options():
    program = os.path.join(h.BUILD, "src/parent/pgyd")

    def run(*args):
        return subprocess.run([program, *args], capture_output=True, timeout=20, check=False)
    assert run("-V").stdout.decode() == f"pgyd {h.package_version()}\n"
    assert run("-h").returncode == 0 and b"usage: pgyd" in run("-h").stdout
    assert run("-x").returncode == 2 and run("surplus").returncode == 2


def case_nonsense(f):
    f.script("courier", ["link.send(b'\\xff' * 64)"])
    f.start()
    bound_port(f)
    h.eventually(lambda: "pgyd-courier sent what is no frame" in f.told(), what="a word about it")
    assert f.process.poll() is None and "pgyd-core" in f.pids()


def main():
    cases = h.Cases(__file__)
    table = [
        ("serves and connects", case_serves, {}), ("starts the dead again", case_restarts, {}), ("waits longer each time", case_backoff, {}),
        ("port in use", case_port_in_use, {}), ("port in use after a reload", case_bad_rebind, {}), ("another port", case_rebind, {}),
        ("Unix socket", case_unix, {}), ("killed and started again", case_killed, {}), ("SIGTERM and Ctrl-C", case_stops, {}),
        ("children that do not stop", case_stubborn, {}), ("no use in restarting", case_fatal, {}),
        ("service manager", case_notify, {"notify": True}), ("watchdog", case_watchdog, {"notify": True, "watchdog": 4_000_000}),
        ("another version for good", case_other_version, {}), ("upgraded beneath", case_upgraded, {}),
        ("a program is missing", case_missing, {}), ("check", case_check, {}), ("nonsense from a child", case_nonsense, {}),
    ]
    for name, test, options in table:
        if len(sys.argv) < 2 or name in sys.argv[1:]:
            cases.run(name, with_family(test, serving(), **options))
    if len(sys.argv) < 2:
        cases.run("options", case_options)
    cases.end()


main()
