# SPDX-License-Identifier: BSD-2-Clause
"""What the script tests share: frames (src/base/frame.h), a stand-in for the parent, a webhook receiver that verifies, and the results file.

A script collects functions with @case, and ends with `pgytest.run(__file__)`. A case fails by raising, and is skipped by raising Skip.
"""

import base64
import hashlib
import hmac
import http.server
import json
import os
import re
import shutil
import socket
import struct
import sys
import tempfile
import threading
import time
import traceback

import moment

FRAME_VERSION = 2
HELLO = 0
P_LINK, P_STOP, P_PING = 1, 7, 8
P_PONG = 37
C_SEND, C_SEEN, C_RESULT, C_INFLIGHT = 96, 97, 112, 113
DELIVERED, TRANSIENT, THROTTLED, MESSAGE_FATAL, ENDPOINT_FATAL, RETURNED = range(6)

# The receiver's own patience: above every timeout of the programs under test, so that a missing answer is a failure and no race.
PATIENCE = 30

# contrib/check --long: all there is, where else a sample of it does.
LONG = bool(os.environ.get('PGY_TEST_LONG'))


class Skip(Exception):
    pass


# --- results ---

CASES = []


def case(function):
    CASES.append(function)
    return function


def record(script, verdict, name):
    """Appends one line to $PGY_RESULTS/<script>.tsv."""
    folder = os.environ.get('PGY_RESULTS')
    if folder:
        with open(os.path.join(folder, script + '.tsv'), 'a', encoding='utf-8') as out:
            out.write(f'{verdict}\t{name}\n')


def run(path):
    """Runs the cases (those named on the command line, or all) and exits."""
    script = os.path.splitext(os.path.basename(path))[0]
    folder = os.environ.get('PGY_RESULTS')
    if folder:
        os.makedirs(folder, exist_ok=True)
        open(os.path.join(folder, script + '.tsv'), 'w', encoding='utf-8').close()
    failed = 0
    for function in CASES:
        if sys.argv[1:] and function.__name__ not in sys.argv[1:]:
            continue
        name = function.__name__.replace('_', ' ')
        moment.restart()
        try:
            function()
            verdict = 'pass'
        except Skip as why:
            verdict = 'skip'
            print(f'skipped: {name}: {why}')
        except Exception:
            verdict = 'fail'
            failed += 1
            print(f'FAILED: {name}')
            traceback.print_exc(file=sys.stdout)
        record(script, verdict, name)
        print(f'{verdict}\t{name}', flush=True)
    sys.exit(1 if failed else 0)


def equal(got, wanted, what=''):
    if got != wanted:
        raise AssertionError(f'{what}: got {got!r}, wanted {wanted!r}')


def wait_until(condition, what):
    end = time.monotonic() + PATIENCE
    while not condition():
        if time.monotonic() > end:
            raise AssertionError(f'never happened: {what}')
        time.sleep(0.01)


# --- the built programs ---

def build_dir():
    return os.environ.get('top_builddir') or os.path.abspath(os.path.join(os.path.dirname(__file__), '..', '..', 'build'))


def program(name):
    """Path of a built program such as 'src/courier/pgyd-courier'."""
    path = os.path.join(build_dir(), name)
    if not os.access(path, os.X_OK):
        raise Skip(f'{path} is not built')
    return path


def sanitized():
    """Whether the build has sanitizers, which keep freed memory for a while."""
    with open(os.path.join(build_dir(), 'pgy-build.h'), encoding='utf-8') as f:
        return '#define PGY_SANITIZED 1' in f.read()


def package_version():
    with open(os.path.join(build_dir(), 'pgy-build.h'), encoding='utf-8') as f:
        return re.search(r'#define PACKAGE_VERSION "(.*)"', f.read()).group(1)


# --- frames ---

def u8(v):
    return struct.pack('<B', v)


def u32(v):
    return struct.pack('<I', v)


def i64(v):
    return struct.pack('<q', v)


def text(v):
    """A str field; None is NULL."""
    if v is None:
        return u32(0xffffffff)
    data = v.encode() if isinstance(v, str) else v
    return u32(len(data)) + data


def frame(kind, *fields):
    body = u8(kind) + b''.join(fields)
    return u32(len(body)) + body


class Fields:
    """Reads the fields of a frame in order."""

    def __init__(self, data):
        self.data = data
        self.at = 0

    def _take(self, n):
        if self.at + n > len(self.data):
            raise AssertionError('the frame is too short')
        piece = self.data[self.at:self.at + n]
        self.at += n
        return piece

    def u8(self):
        return self._take(1)[0]

    def u32(self):
        return struct.unpack('<I', self._take(4))[0]

    def i64(self):
        return struct.unpack('<q', self._take(8))[0]

    def bytes(self):
        return self._take(self.u32())

    def text(self):
        n = self.u32()
        return None if n == 0xffffffff else self._take(n).decode()

    def done(self):
        equal(self.at, len(self.data), 'bytes of the frame')


class Link:
    """One end of a framed connection."""

    def __init__(self, sock):
        self.sock = sock
        self.sock.settimeout(PATIENCE)
        self.pending = b''

    def send(self, kind, *fields, fds=()):
        data = frame(kind, *fields)
        if fds:
            sent = socket.send_fds(self.sock, [data], list(fds))
            data = data[sent:]
        self.sock.sendall(data)

    def hello(self, name, version=None):
        self.send(HELLO, u32(FRAME_VERSION), text(name), text(version or package_version()))

    def receive(self, timeout=PATIENCE):
        """(type, Fields) of the next frame; None when the other end closed."""
        self.sock.settimeout(timeout)
        while True:
            if len(self.pending) >= 4:
                n = struct.unpack('<I', self.pending[:4])[0]
                if len(self.pending) >= 4 + n:
                    body, self.pending = self.pending[4:4 + n], self.pending[4 + n:]
                    return body[0], Fields(body[1:])
            data = self.sock.recv(65536)
            if not data:
                return None
            self.pending += data

    def expect(self, kind, timeout=PATIENCE):
        got = self.receive(timeout)
        if got is None:
            raise AssertionError(f'closed instead of frame {kind}')
        equal(got[0], kind, 'type of frame')
        return got[1]

    def quiet(self, seconds=0.3):
        """Whether nothing arrives for a while."""
        try:
            return self.receive(seconds) is None
        except TimeoutError:
            return True

    def close(self):
        self.sock.close()


class Child:
    """A child of pgyd, with this process as its parent: the channel is descriptor 3."""

    def __init__(self, path, name, env=None):
        ours, theirs = socket.socketpair()
        self.log = tempfile.TemporaryFile()
        environment = {k: v for k, v in os.environ.items() if k != 'JOURNAL_STREAM'}
        environment.update(env or {})
        log = self.log.fileno()
        # Duplicates first: descriptor 3 itself may be one of the two.
        spare_log, spare = os.dup(log), os.dup(theirs.fileno())
        actions = [(os.POSIX_SPAWN_DUP2, spare_log, 2), (os.POSIX_SPAWN_DUP2, spare, 3)]
        self.pid = os.posix_spawn(path, [path], environment, file_actions=actions)
        os.close(spare_log)
        os.close(spare)
        theirs.close()
        self.channel = Link(ours)
        self.channel.hello('pgyd')
        self.status = None
        fields = self.channel.expect(HELLO)
        equal((fields.u32(), fields.text(), fields.text()), (FRAME_VERSION, name, package_version()), 'hello')

    def link(self, peer):
        """Hands over a fresh link and returns our end, after both hellos."""
        ours, theirs = socket.socketpair()
        self.channel.send(P_LINK, text(peer), fds=[theirs.fileno()])
        theirs.close()
        link = Link(ours)
        link.hello('pgyd-' + peer)
        link.expect(HELLO)
        return link

    def wait(self):
        """The exit status; negative: the signal."""
        end = time.monotonic() + PATIENCE
        while self.status is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.status = os.waitstatus_to_exitcode(status)
            elif time.monotonic() > end:
                self.kill()
                raise AssertionError('it did not end')
            else:
                time.sleep(0.01)
        return self.status

    def stop(self):
        self.channel.send(P_STOP)
        return self.wait()

    def kill(self):
        if self.status is None:
            os.kill(self.pid, 9)
            self.status = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])

    def said(self):
        self.log.seek(0)
        return self.log.read().decode()

    def cpu_ticks(self):
        """Processor time used, in clock ticks of 10 ms."""
        with open(f'/proc/{self.pid}/stat', encoding='ascii') as f:
            fields = f.read().rpartition(')')[2].split()
        return int(fields[11]) + int(fields[12])

    def fds(self):
        return len(os.listdir(f'/proc/{self.pid}/fd'))

    def proc(self, key):
        """A number of /proc/PID/status, e.g. VmRSS (kB) or voluntary_ctxt_switches."""
        with open(f'/proc/{self.pid}/status', encoding='ascii') as f:
            return int(re.search(rf'^{key}:\s+(\d+)', f.read(), re.M).group(1))


# --- webhooks ---

def secret_bytes(secret):
    return base64.b64decode(secret.removeprefix('whsec_'))


def signature(secret, message_id, timestamp, body):
    """Standard Webhooks 1.0.0, by Python alone."""
    mac = hmac.new(secret_bytes(secret), f'{message_id}.{timestamp}.'.encode() + body, hashlib.sha256)
    return 'v1,' + base64.b64encode(mac.digest()).decode()


class Message:
    def __init__(self, path, headers, body):
        self.path, self.headers, self.body = path, headers, body
        self.id = headers.get('webhook-id')
        self.timestamp = headers.get('webhook-timestamp')
        self.signatures = (headers.get('webhook-signature') or '').split()

    def json(self):
        return json.loads(self.body)

    def verifies(self, secret, now=None):
        if abs((now or moment.now()) - int(self.timestamp)) > 300:
            return False
        wanted = signature(secret, self.id, self.timestamp, self.body)
        return any(hmac.compare_digest(wanted, s) for s in self.signatures)


class Receiver:
    """A webhook receiver on loopback. Records messages; `answers` are used up in turn, each (status, headers, body) or a function of the Message that returns
    one; after them it answers `usual`."""

    def __init__(self, answers=(), usual=(204, {}, b''), tls=None):
        self.messages = []
        self.answers = list(answers)
        self.usual = usual
        self.lock = threading.Lock()
        outer = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = 'HTTP/1.1'

            def do_POST(self):
                body = self.rfile.read(int(self.headers.get('content-length') or 0))
                message = Message(self.path, self.headers, body)
                with outer.lock:
                    outer.messages.append(message)
                    answer = outer.answers.pop(0) if outer.answers else outer.usual
                status, headers, data = answer(message) if callable(answer) else answer
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                if status not in (204, 304):
                    self.send_header('Content-Length', str(len(data)))
                self.end_headers()
                self.wfile.write(data)

            do_GET = do_POST

            def log_message(self, *args):
                pass

        class Server(http.server.ThreadingHTTPServer):
            daemon_threads = True

            def handle_error(self, request, client_address):
                pass  # the other side hung up: what a test provokes

        self.server = Server(('127.0.0.1', 0), Handler)
        if tls:
            self.server.socket = tls.wrap_socket(self.server.socket, server_side=True, do_handshake_on_connect=False)
        self.port = self.server.server_port
        self.url = f'http{"s" if tls else ""}://127.0.0.1:{self.port}/hook'
        threading.Thread(target=self.server.serve_forever, args=(0.05,), daemon=True).start()

    def wait(self, n=1):
        """The first n messages."""
        wait_until(lambda: len(self.messages) >= n, f'{n} messages at the receiver')
        return self.messages[:n]

    def close(self):
        self.server.shutdown()
        self.server.server_close()


class Raw:
    """A server of bytes: reads a request, then runs `behave(connection)`; for receivers that do not keep to HTTP."""

    def __init__(self, behave, read=True):
        self.sock = socket.create_server(('127.0.0.1', 0), backlog=64)
        self.port = self.sock.getsockname()[1]
        self.url = f'http://127.0.0.1:{self.port}/hook'
        self.behave = behave
        self.read = read
        self.connections = 0
        self.open = 0
        self.most = 0
        self.lock = threading.Lock()
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self):
        while True:
            try:
                conn, _ = self.sock.accept()
            except OSError:
                return
            with self.lock:
                self.connections += 1
                self.open += 1
                self.most = max(self.most, self.open)
            threading.Thread(target=self._serve, args=(conn,), daemon=True).start()

    def _serve(self, conn):
        try:
            with conn:
                conn.settimeout(PATIENCE)
                if self.read:
                    read_request(conn)
                self.behave(conn)
        except OSError:
            pass
        with self.lock:
            self.open -= 1

    def close(self):
        self.sock.close()


def read_request(conn):
    data = b''
    while b'\r\n\r\n' not in data:
        more = conn.recv(65536)
        if not more:
            return data
        data += more
    head, _, body = data.partition(b'\r\n\r\n')
    length = re.search(rb'(?i)content-length: *(\d+)', head)
    missing = (int(length.group(1)) if length else 0) - len(body)
    while missing > 0:
        more = conn.recv(missing)
        if not more:
            break
        data += more
        missing -= len(more)
    return data


def until_closed(conn):
    """Waits until the other side hangs up."""
    while conn.recv(65536):
        pass


def scratch():
    """A new directory; remove it with shutil.rmtree or leave it to /tmp."""
    return tempfile.mkdtemp(prefix='pgyd-test-')


def remove(folder):
    shutil.rmtree(folder, ignore_errors=True)
