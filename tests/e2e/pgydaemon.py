# SPDX-License-Identifier: BSD-2-Clause
"""A whole pgyd under test: its configuration file, its processes, its control socket, its feeds."""

import contextlib
import datetime
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import urllib.request

import moment
import pgytest
from pgytest import HELLO, Link, program, text, u32, wait_until

X_REQUEST, X_CHUNK, X_ANSWER = 128, 129, 130

SECRET = 'whsec_' + 'cGd5ZC10ZXN0LXNlY3JldC10aGF0LWlzLWxvbmc='

BASE = """[daemon]
state_dir = {state}
plugins = milestones, offers
{daemon}
[serve]
listen = 127.0.0.1:0

[person]
name = Ada Test
timezone = America/New_York

[training]
specialty = internal_medicine
start = {start}-07-01
pgy = 2
as_of = {year}-07-01
"""
FIRST = moment.at('2026-11-01 12:00')  # a pgyd believes no clock that is before this day


def base(state, daemon='', now=moment.MOMENT):
    """A file without offers: a resident in the second of three years, whenever it is."""
    day = datetime.datetime.fromtimestamp(max(now, FIRST), moment.NEW_YORK)
    year = day.year - (day.month < 7)
    return BASE.format(state=state, daemon=daemon, start=year - 1, year=year)


def offer(name, **keys):
    keys = {'employer': name.capitalize(), 'written': 'yes', **keys}
    return f'[offer:{name}]\n' + ''.join(f'{k} = {v}\n' for k, v in keys.items()) + '\n'


def webhook(name, url, **keys):
    keys = {'type': 'webhook', 'url': url, 'secret': SECRET, 'allow_private': '127.0.0.0/8', **keys}
    return f'[notify:{name}]\n' + ''.join(f'{k} = {v}\n' for k, v in keys.items()) + '\n'


class Daemon:
    def __init__(self, sections='', daemon='', folder=None, now=moment.MOMENT):
        self.folder = folder or tempfile.mkdtemp(prefix='pgyd-test-')
        self.state = os.path.join(self.folder, 'state')
        self.file = os.path.join(self.folder, 'pgyd.ini')
        self.log_path = os.path.join(self.folder, 'log')
        self.daemon_keys = daemon
        self.process = None
        self.begun = now
        self.write(sections)

    def write(self, sections):
        body = base(self.state, self.daemon_keys, self.begun) + sections
        with open(self.file + '.new', 'w', encoding='utf-8') as f:
            f.write(body)
        os.chmod(self.file + '.new', 0o600)
        os.rename(self.file + '.new', self.file)

    def environment(self):
        return {k: v for k, v in os.environ.items() if k not in ('JOURNAL_STREAM', 'NOTIFY_SOCKET')}

    def start(self, wait=True, env=None):
        environment = {**self.environment(), **(env or {})}
        with open(self.log_path, 'ab') as log:
            self.process = subprocess.Popen([program('src/parent/pgyd'), '-c', self.file], stderr=log, stdout=log,
                                            stdin=subprocess.DEVNULL, env=environment)
        if wait:
            wait_until(self.serving, 'pgyd serves')
        return self

    def serving(self):
        if self.process.poll() is not None:
            raise AssertionError(f'pgyd ended with {self.process.returncode}: {self.log()}')
        try:
            status = self.request('status')
        except (OSError, AssertionError):
            return False
        return bool(status['listen']) and all(p['planned'] for p in status['profiles'])

    def log(self):
        with open(self.log_path, encoding='utf-8', errors='replace') as f:
            return f.read()

    def ask(self, *args):
        """(exit status, answer) of one request."""
        sock = socket.socket(socket.AF_UNIX)
        directory = os.open(self.state, os.O_RDONLY | os.O_DIRECTORY)
        try:
            sock.connect(f'/proc/self/fd/{directory}/control')
        finally:
            os.close(directory)
        link = Link(sock)
        try:
            link.hello('pgyctl')
            link.send(X_REQUEST, u32(len(args)), *[text(a) for a in args])
            pieces = ''
            while True:
                got = link.receive()
                if got is None:
                    raise AssertionError('closed without an answer')
                kind, fields = got
                if kind == HELLO:
                    continue
                if kind == X_ANSWER:
                    status = fields.i64()
                    return status, json.loads(pieces + fields.text())
                pieces += fields.text()
        finally:
            link.close()

    def request(self, *args):
        status, answer = self.ask(*args)
        if status != 0:
            raise AssertionError(f'{args}: {answer}')
        return answer

    def ctl(self, *args):
        """pgyctl itself: (exit status, stdout, stderr)."""
        done = subprocess.run([program('src/ctl/pgyctl'), '-c', self.file, *args], capture_output=True, text=True, timeout=60,
                              env=self.environment())
        return done.returncode, done.stdout, done.stderr

    def reload(self):
        return self.request('reload')

    def url(self, name='calendar'):
        return next(u['url'] for u in self.request('url-list', '')['urls'] if u['name'] == name)

    def feed(self, name='calendar', url=None):
        with urllib.request.urlopen(url or self.url(name), timeout=10) as answer:
            return answer.read().decode()

    def child(self, name):
        """The pid of a process of this pgyd by the end of its name; 0 when it is not there just now."""
        try:
            with open(f'/proc/{self.process.pid}/task/{self.process.pid}/children', encoding='ascii') as f:
                pids = [int(p) for p in f.read().split()]
        except OSError:
            return 0
        for pid in pids:
            try:
                if os.path.basename(os.readlink(f'/proc/{pid}/exe')).split(' ')[0] == f'pgyd-{name}':
                    return pid
            except OSError:
                continue
        return 0

    def kill(self, name):
        """kill -9 of one process; 'parent' is pgyd itself, and with it all."""
        if name == 'parent':
            children = [self.child(c) for c in ('core', 'web', 'courier')]
            self.process.kill()
            self.process.wait()
            wait_until(lambda: not any(p and os.path.exists(f'/proc/{p}') and 'Z' not in state_of(p) for p in children),
                       'the children are gone with the parent')
            return
        pid = self.child(name)
        if pid:
            os.kill(pid, signal.SIGKILL)

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            self.process.wait(pgytest.PATIENCE)
            # In a sanitizer build every process says what it found when it ends.
            found = re.search(r'.*(ERROR: AddressSanitizer|runtime error:|detected memory leaks).*(?:\n.*){0,12}', self.log())
            if found:
                raise AssertionError(found.group(0))
        return self.process.returncode if self.process else None

    def close(self):
        if self.process and self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    def rows(self, item='', target=None):
        """Outbox rows, oldest first, as pgyctl deliveries shows them."""
        rows = reversed(self.request('deliveries', '', '')['deliveries'])
        return [r for r in rows if r['item'].endswith(item) and target in (None, r['target'])]

    def told(self, item='', target=None):
        """Reminders by item, oldest first: as rows, but one that tells of several is taken apart, so that each of them has a row. Of what waits to leave there is none."""
        rows = [{**r, **part} for r in self.rows() for part in r['items'] or [{}]]
        return [r for r in rows if r['item'].endswith(item) and target in (None, r['target'])]


class TimedDaemon(Daemon):
    """A pgyd with a clock of its own, which stands where it is set and goes on from there. A step of it is a step: as after `date -s`, not as after a sleep."""

    STEP = 86400 - 3

    def __init__(self, now, sections='', daemon='', folder=None):
        super().__init__(sections, daemon, folder, now)
        self.clock = moment.Clock(os.path.join(self.folder, 'clock'), now)
        self.now = now

    def environment(self):
        return {**super().environment(), **self.clock.environment()}

    def set(self, now):
        """Moves the clock; the daemon does not notice before it looks."""
        self.now = now
        self.clock.set(now)

    def go(self, now):
        """Moves the clock and makes the daemon look, as its minute check would: in steps of less than a day, so that nothing takes it for a jump."""
        while now - self.now > self.STEP:
            self.look(self.now + self.STEP)
        self.look(now)

    def look(self, now):
        self.set(now)
        self.reload()


@contextlib.contextmanager
def pinged():
    """The environment of a pgyd that a service manager watches: it looks at everything every few seconds, where else a minute may pass."""
    folder = tempfile.mkdtemp(prefix='pgyd-test-')
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
        manager.bind(os.path.join(folder, 'notify'))
        try:
            yield {'NOTIFY_SOCKET': os.path.join(folder, 'notify'), 'WATCHDOG_USEC': '8000000'}
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def state_of(pid):
    try:
        with open(f'/proc/{pid}/stat', encoding='ascii') as f:
            return f.read().rsplit(')', 1)[1].split()[0]
    except OSError:
        return 'Z'


def events(feed):
    """{UID: {property: value}} of a feed, unfolded; parameters cut off. For what a calendar library is not needed."""
    found = {}
    for block in re.findall(r'BEGIN:VEVENT\r\n(.*?)END:VEVENT\r\n', feed.replace('\r\n ', ''), re.S):
        lines = block.split('BEGIN:VALARM')[0].strip().split('\r\n')
        fields = {}
        for line in lines:
            name, _, value = line.partition(':')
            fields[name.split(';')[0]] = value
        fields['alarms'] = block.count('BEGIN:VALARM')
        found[fields['UID']] = fields
    return found


def event(feed, words):
    return next((e for e in events(feed).values() if words in e['SUMMARY']), None)
