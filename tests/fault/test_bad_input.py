# SPDX-License-Identifier: BSD-2-Clause
"""What people, disks, neighbours and plugins do wrong, to a whole pgyd: one clear sentence, and everything else goes on."""

import contextlib
import os
import re
import resource
import shutil
import socket
import sqlite3
import struct
import subprocess

import pgytest
from moment import at, day
from pgydaemon import Daemon, TimedDaemon, base, offer, webhook
from pgytest import Link, Raw, Receiver, Skip, case, equal, program, u32, wait_until

GOOD = offer('mercy', received=day(-2), answer_by=day(9))

# One mistake a line, all after the sections that every daemon has.
MISTAKES = ('[quiet]', 'hours = 22-7', 'remind_at = 25:00', 'max_late = soon', '[offer:mercy]', 'employer = Mercy', 'written = perhaps',
            'received = 2026-02-30', 'colour = blue', '[offer:lakeside]', 'employer = Lakeside', 'written = yes', 'received = 2026-11-20',
            'answer_by = 2026-11-10', '[offer:lakeside]', 'employer = once more', '[ofer:typo]', 'employer = Typo', '[notify:phone]',
            'type = pigeon', 'min_severity = huge', 'detail = everything', 'a line without a sign')
WRONG = (2, 3, 4, 7, 8, 9, 14, 15, 17, 20, 21, 22, 23)  # of these lines; `ofer` counts once


class Scene:
    """A daemon; `with` ends it."""

    def __init__(self, sections=GOOD, daemon='', start=True):
        self.daemon = Daemon(sections, daemon)
        if start:
            try:
                self.daemon.start()
            except BaseException:
                self.daemon.close()
                raise

    def __enter__(self):
        return self.daemon

    def __exit__(self, *why):
        self.daemon.close()


def body(daemon):
    with open(daemon.file, encoding='utf-8') as f:
        return f.read()


def write_body(daemon, text):
    with open(daemon.file + '.new', 'w', encoding='utf-8') as f:
        f.write(text)
    os.chmod(daemon.file + '.new', 0o600)
    os.rename(daemon.file + '.new', daemon.file)


def profile(daemon):
    return daemon.request('status')['profiles'][0]


def plugin(daemon, name):
    return next(p for p in profile(daemon)['plugins'] if p['name'] == name)


def refused(daemon, *words, user=None):
    """pgyd does not start, and says why in one sentence with these words."""
    command = [program('src/parent/pgyd'), '-c', daemon.file]
    if user:
        command = ['setpriv', f'--reuid={user}', f'--regid={user}', '--clear-groups', *command]
    env = {k: v for k, v in os.environ.items() if k not in ('JOURNAL_STREAM', 'NOTIFY_SOCKET')}
    env['XDG_STATE_HOME'] = daemon.folder  # where it looks when the file names no state_dir
    done = subprocess.run(command, capture_output=True, text=True, timeout=pgytest.PATIENCE, env=env)
    # A leak checker cannot look into the confined web, and says so in lines of its own.
    said = ''.join(line for line in (done.stdout + done.stderr).splitlines(True) if not line.startswith('=='))
    equal(done.returncode, 1, f'exit status; it said {said!r}')
    equal(len(said.splitlines()), 1, f'lines of {said!r}')
    for word in words:
        assert word in said, f'{word!r} is missing in {said!r}'


def lines_of(texts):
    """The numbers of the lines that errors name."""
    return sorted({int(n) for text in texts if not text.startswith('warning') for n in re.findall(r'pgyd\.ini:(\d+):', text)})


# --- the configuration ---

def mistaken(daemon):
    """The body with every mistake, and the lines they stand in."""
    text = base(daemon.state)
    first = text.count('\n')
    return text + '\n'.join(MISTAKES) + '\n', sorted(first + n for n in WRONG)


@case
def every_mistake_is_reported_with_its_line():
    with Scene(start=False) as daemon:
        text, wrong = mistaken(daemon)
        assert len(wrong) >= 12
        write_body(daemon, text)
        done = subprocess.run([program('src/parent/pgyd'), '-t', '-c', daemon.file], capture_output=True, text=True, timeout=60)
        equal(done.returncode, 1, 'exit of -t')
        equal(lines_of(done.stderr.splitlines()), wrong, f'lines in {done.stderr}')
        assert f'{len(wrong)} errors' in done.stderr, done.stderr
        for line in done.stderr.splitlines()[:-1]:
            assert len(line.split('; ')) > 1, f'no word of what would be right: {line}'
        # A new installation with nothing but this stays up, with the profile out, and the status says all.
        daemon.start(wait=False)

        def answers():
            try:
                return daemon.request('status')['profiles'][0]['problems']
            except (OSError, AssertionError):
                return False
        equal(lines_of(wait_until_value(answers)), wrong, 'lines in the status')
        equal(profile(daemon)['in_force'], 'none')
        status, answer = daemon.ask('agenda', '', '30')
        assert status == 1 and 'status' in answer['error'], answer
        daemon.write(GOOD)
        daemon.reload()
        equal(profile(daemon)['in_force'], 'file', 'once the file is right')
        assert 'Mercy' in daemon.feed()


def wait_until_value(condition):
    found = []

    def look():
        value = condition()
        if value:
            found.append(value)
        return value
    wait_until(look, 'an answer')
    return found[0]


@case
def mistakes_after_a_good_start_keep_the_accepted_plan_and_name_every_line():
    with Scene() as daemon:
        feed = daemon.feed()
        text, wrong = mistaken(daemon)
        write_body(daemon, text)
        for again in ('reload', 'power cut'):
            if again == 'reload':
                daemon.reload()
            else:
                daemon.kill('parent')
                daemon.start()
            equal((profile(daemon)['in_force'], lines_of(profile(daemon)['problems'])), ('accepted', wrong), again)
            equal(daemon.feed(), feed, again)


@case
def a_bad_daemon_section_after_a_good_start_changes_nothing_but_is_named():
    with Scene() as daemon:
        url, good = daemon.url(), body(daemon)
        for wrong in ('listen = nowhere', 'listen = 127.0.0.1:99999', 'listem = 127.0.0.1:0', 'public_url = ftp//x'):
            write_body(daemon, good.replace('listen = 127.0.0.1:0', wrong))
            daemon.reload()
            status = daemon.request('status')
            equal(status['config']['in_force'], 'accepted', wrong)
            assert any('serve' in p and 'pgyd.ini:' in p for p in status['config']['problems']), (wrong, status['config'])
            assert any('[serve]' in d for d in status['degraded']), status['degraded']
            assert 'Mercy' in daemon.feed(url=url)
            equal(profile(daemon)['in_force'], 'file', 'the profile is not what is wrong')
        # With a bad [serve] the person's own edits still count.
        write_body(daemon, good.replace('listen = 127.0.0.1:0', 'listem = 127.0.0.1:0').replace('Mercy', 'Mercury'))
        daemon.reload()
        assert 'Mercury' in daemon.feed(url=url)
        # And a power cut finds a daemon that starts.
        daemon.kill('parent')
        daemon.start()
        equal(daemon.request('status')['config']['in_force'], 'accepted', 'after a power cut')
        assert 'Mercury' in daemon.feed()
        write_body(daemon, good)
        daemon.reload()
        equal(daemon.request('status')['config']['in_force'], 'file', 'after the correction')
        equal(daemon.request('status')['degraded'], [])


@case
def a_bad_line_of_plugins_leaves_the_planning_to_the_accepted_ones():
    contact = '[contact:alvarez]\nname = Dr Alvarez\ncadence = 30d\n'
    with Scene(start=False) as daemon:
        daemon.write(GOOD + contact)
        daemon.start()
        good, feed = body(daemon), daemon.feed()
        assert 'Mercy' in feed and 'Alvarez' not in feed, 'networking is not among the plugins of this file'
        for wrong in ('plugins = milestones, Offers!', 'plugins = milestones; offers', 'plugin = milestones, offers'):
            write_body(daemon, good.replace('plugins = milestones, offers', wrong))
            for again in ('reload', 'power cut'):
                if again == 'reload':
                    daemon.reload()
                else:
                    daemon.kill('parent')
                    daemon.start()
                equal(daemon.request('status')['config']['in_force'], 'accepted', f'{wrong} {again}')
                equal(daemon.feed(), feed, f'{wrong} {again}')
        write_body(daemon, good)
        daemon.reload()
        equal((daemon.request('status')['config']['in_force'], daemon.feed()), ('file', feed), 'once the line is right')
        # Nothing behind the '=' is an empty list (pgyd.ini(5)), and no mistake: then nobody plans.
        write_body(daemon, good.replace('plugins = milestones, offers', 'plugins ='))
        daemon.reload()
        equal((daemon.request('status')['config']['in_force'], daemon.request('agenda', '', '400')['items']), ('file', []), 'no plugins')


@case
def a_bad_daemon_section_of_a_new_installation_stops_the_start_with_one_sentence():
    with Scene(start=False) as daemon:
        good = body(daemon)
        write_body(daemon, good.replace('listen = 127.0.0.1:0', 'listen = nowhere'))
        line = 1 + good[:good.index('listen')].count('\n')
        refused(daemon, f'pgyd.ini:{line}: serve.listen', 'nowhere')
        write_body(daemon, good.replace('plugins = ', 'log_level = loud\nplugins = '))
        refused(daemon, 'pgyd.ini:3: daemon.log_level', 'loud')
        os.unlink(daemon.file)
        refused(daemon, 'pgyd.ini')
        os.mkdir(daemon.file)
        refused(daemon, 'pgyd.ini')


@case
def files_that_are_no_configuration_are_refused_by_line_and_keep_the_old_one():
    with Scene() as daemon:
        good = body(daemon).encode()
        bad = {
            'NUL': good + b'[quiet]\nhours = 22:00\0-07:00\n',
            'invalid UTF-8': good + b'[quiet]\nhours = \xff\xfe\n',
            'a line of ten megabytes': good + b'# ' + b'x' * 10_000_000 + b'\n',
            'nothing but noise': os.urandom(65536),
            'empty': b'',
        }
        for what, data in bad.items():
            with open(daemon.file, 'wb') as f:
                f.write(data)
            daemon.reload()
            status = daemon.request('status')
            in_force = (status['config']['in_force'], status['profiles'][0]['in_force'])
            assert 'accepted' in in_force, (what, in_force)
            assert status['profiles'][0]['problems'] or status['config']['problems'], what
            assert 'Mercy' in daemon.feed(), what
        os.unlink(daemon.file)
        os.mkfifo(daemon.file)
        daemon.reload()
        assert 'Mercy' in daemon.feed(), 'a FIFO'
        os.unlink(daemon.file)
        with open(daemon.file, 'wb') as f:
            f.write(b'\xef\xbb\xbf' + good)
        os.chmod(daemon.file, 0o600)
        daemon.reload()
        equal(profile(daemon)['in_force'], 'file', 'with a BOM')


# --- the machine ---

@case
def a_port_in_use_is_one_sentence_at_start_and_no_harm_on_reload():
    with socket.create_server(('127.0.0.1', 0)) as other, Scene(start=False) as daemon:
        taken = f'127.0.0.1:{other.getsockname()[1]}'
        good = body(daemon)
        write_body(daemon, good.replace('127.0.0.1:0', taken))
        refused(daemon, taken, 'in use', '[serve] listen')
        write_body(daemon, good)
        daemon.start()
        url = daemon.url()
        write_body(daemon, good.replace('127.0.0.1:0', taken))
        daemon.reload()
        wait_until(lambda: any(taken in d for d in daemon.request('status')['degraded']), 'the status says so')
        assert 'Mercy' in daemon.feed(url=url)


def need_root():
    if os.geteuid() != 0:
        raise Skip('needs root')


@case
def a_state_directory_that_cannot_be_written_is_one_sentence():
    with Scene(start=False) as daemon:
        with open(daemon.state, 'w', encoding='ascii'):
            pass
        refused(daemon, daemon.state, 'state_dir')
        os.unlink(daemon.state)
        need_root()
        if not shutil.which('setpriv') or subprocess.run(['setpriv', '--reuid=65534', '--clear-groups', 'test', '-x', program('src/parent/pgyd')],
                                                         check=False).returncode != 0:
            raise Skip('another user cannot run what was built here')
        os.mkdir(daemon.state, 0o700)
        os.chmod(daemon.folder, 0o755)
        os.chmod(daemon.file, 0o644)
        refused(daemon, daemon.state, user=65534)


class Mounted:
    """A small file system as state directory; skipped where mounting is not permitted."""

    def __init__(self, daemon, options):
        need_root()
        self.path = daemon.state
        os.mkdir(self.path, 0o700)
        self.mount(options)

    def mount(self, options):
        done = subprocess.run(['mount', '-t', 'tmpfs', '-o', options + ',mode=0700', 'pgyd-test', self.path], capture_output=True, text=True,
                              check=False)
        if done.returncode != 0:
            raise Skip(f'mount: {done.stderr.strip()}')

    def __enter__(self):
        return self

    def __exit__(self, *why):
        subprocess.run(['umount', '-l', self.path], check=False)


@case
def a_read_only_state_directory_is_one_sentence():
    with Scene(start=False) as daemon, Mounted(daemon, 'ro'):
        refused(daemon, daemon.state)


def can_log(daemon):
    status, answer = daemon.ask('log', '', 'offer', 'mercy', 'touched', '')
    return status == 0, answer


def fill(path):
    """Takes all the space there is."""
    fd = os.open(path, os.O_WRONLY | os.O_CREAT, 0o600)
    try:
        while True:
            os.write(fd, bytes(4096))
    except OSError:
        pass
    finally:
        os.close(fd)


@case
def a_full_disk_serves_the_feeds_refuses_changes_and_recovers_without_a_restart():
    with Scene(start=False) as daemon, Mounted(daemon, 'size=4m'):
        daemon.start()
        core, feed = daemon.child('core'), daemon.feed()
        fill(os.path.join(daemon.state, 'filler'))
        said = wait_until_value(lambda: next((a for ok, a in [can_log(daemon)] if not ok), None))
        assert 'full' in said['error'] or 'space' in said['error'], said
        wait_until(lambda: daemon.reload() is not None and daemon.request('status')['degraded'], 'the status says so')
        equal(daemon.feed(), feed, 'feed on a full disk')
        os.unlink(os.path.join(daemon.state, 'filler'))
        wait_until(lambda: can_log(daemon)[0], 'a change is taken again')
        daemon.reload()
        wait_until(lambda: daemon.request('status')['degraded'] == [], 'no longer degraded')
        equal(daemon.child('core'), core, 'the process')
        daemon.stop()
        daemon.start()
        assert any(e['kind'] == 'offer' for e in daemon.request('journal', '')['entries'])


@case
def a_core_that_may_not_write_any_more_serves_on_says_so_and_recovers():
    with Scene() as daemon:
        core, feed = daemon.child('core'), daemon.feed()
        limits = resource.prlimit(core, resource.RLIMIT_FSIZE)
        resource.prlimit(core, resource.RLIMIT_FSIZE, (0, limits[1]))
        ok, answer = can_log(daemon)
        equal(ok, False, 'a change')
        assert answer['error'], answer
        daemon.reload()
        assert daemon.request('status')['degraded'], 'the status is silent'
        equal(daemon.feed(), feed)
        equal(daemon.child('core'), core, 'the process')
        resource.prlimit(core, resource.RLIMIT_FSIZE, limits)
        wait_until(lambda: can_log(daemon)[0], 'a change is taken again')
        daemon.reload()
        equal(daemon.request('status')['degraded'], [], 'afterwards')
        equal(daemon.child('core'), core, 'the process')


@case
def a_database_that_is_corrupt_newer_or_foreign_is_one_sentence_and_stays_as_it_was():
    with Scene() as daemon:
        daemon.stop()
        path = next(os.path.join(daemon.state, n) for n in os.listdir(daemon.state) if n.endswith('.db'))
        with open(path, 'rb') as f:
            good = f.read()

        def newer():
            with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as db:
                db.execute('PRAGMA user_version = 4711')

        def corrupt():
            with open(path, 'r+b') as f:
                f.seek(100)
                f.write(b'\xa5' * 8000)

        def foreign():
            os.unlink(path)
            with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as db:
                db.execute('CREATE TABLE other(x)')

        def noise():
            with open(path, 'wb') as f:
                f.write(os.urandom(16384))

        def cut():
            with open(path, 'r+b') as f:
                f.truncate(len(good) // 2 + 100)

        def empty():
            with open(path, 'wb'):
                pass
        for spoil, words in ((newer, ('newer',)), (corrupt, (path,)), (foreign, (path,)), (noise, (path,)), (cut, (path,)), (empty, ('empty',))):
            spoil()
            with open(path, 'rb') as f:
                before = f.read()
            refused(daemon, *words)
            with open(path, 'rb') as f:
                equal(f.read() == before, True, f'{spoil.__name__}: the file stays as it was')
            with open(path, 'wb') as f:
                f.write(good)
        daemon.start()
        assert 'Mercy' in daemon.feed()


@case
def a_second_daemon_on_one_state_directory_is_refused():
    with Scene() as daemon:
        core = daemon.child('core')
        refused(daemon, 'another pgyd', daemon.state)
        # The first one still answers on its socket.
        equal(daemon.request('status')['pid'], daemon.process.pid)
        equal(daemon.child('core'), core)


# --- the control socket ---

def connect(daemon):
    sock = socket.socket(socket.AF_UNIX)
    directory = os.open(daemon.state, os.O_RDONLY | os.O_DIRECTORY)
    try:
        sock.connect(f'/proc/self/fd/{directory}/control')
    finally:
        os.close(directory)
    sock.settimeout(pgytest.PATIENCE)
    return sock


@case
def garbage_on_the_control_socket_is_dropped():
    greeting = pgytest.frame(0, u32(1), pgytest.text('pgyctl'), pgytest.text(pgytest.package_version()))
    noise = [b'\0' * 64, b'GET / HTTP/1.1\r\n\r\n', b'\xff' * 4096, struct.pack('<I', 0xffffffff) + b'x', struct.pack('<I', 0), os.urandom(4096),
             greeting + b'\xff' * 64, greeting + pgytest.frame(128, u32(0xffffffff)), greeting + pgytest.frame(128, u32(2), pgytest.text('status')),
             greeting + pgytest.frame(128, u32(1), pgytest.text(b'\xff\xfe\x01')), greeting * 20, greeting + pgytest.frame(77, b'x' * 1000),
             greeting + pgytest.frame(128, u32(1), pgytest.text('x' * 1_000_000)), greeting + b'\0' * 2_000_000]
    with Scene() as daemon:
        core = daemon.child('core')
        for data in noise:
            with connect(daemon) as sock:
                try:
                    sock.sendall(data)
                    sock.shutdown(socket.SHUT_WR)
                    while sock.recv(65536):
                        pass
                except OSError:
                    pass  # cut off: what it may do
            daemon.request('status')
        equal(daemon.child('core'), core, 'the process')


@case
def wrong_arguments_on_the_control_socket_are_refused_in_words():
    with Scene() as daemon:
        for args in (('nonsense',), ('done',), ('done', '', 'no/such', ''), ('agenda', '', 'many'), ('log', '', 'x', 'y', 'z', 'w'),
                     ('snooze', '', 'offers/mercy-answer-by', '-5d', ''), ('snooze', '', 'offers/mercy-answer-by'), ('url-rotate', '', 'nobody'), ('retry', '', '99999999999999999999'),
                     ('journal-undo', '', '-1'), ('agenda', 'nobody', '30'), ('done', '', '\x01\x02', '2026-13-77'),
                     ('log', '', 'offer', 'mercy', 'touched', '9999-99-99'), ('url-add', '', '../../x', 'all', 'generic')):
            status, answer = daemon.ask(*args)
            assert status in (1, 2) and answer['error'], (args, status, answer)


@case
def slow_and_silent_clients_do_not_lock_anybody_out():
    with Scene() as daemon:
        held = []
        try:
            for _ in range(200):
                sock = connect(daemon)
                sock.send(b'\x10')
                held.append(sock)
            for _ in range(5):
                daemon.request('status')
        finally:
            for sock in held:
                sock.close()


@case
def a_client_that_does_not_read_its_answer_holds_nobody_up():
    with Scene() as daemon:
        lazy = []
        try:
            for _ in range(20):
                link = Link(connect(daemon))
                link.hello('pgyctl')
                link.send(128, u32(2), pgytest.text('timeline'), pgytest.text(''))
                lazy.append(link)
            daemon.request('status')
        finally:
            for link in lazy:
                link.close()


# --- receivers ---

def short(name):
    """An offer that has to be answered on the very day it is entered, which is told a quarter of an hour later."""
    return offer(name, received='2026-12-01', answer_by='2026-12-09')


def bad_receiver_costs_only_its_own(bad):
    healthy = Receiver()
    sections = webhook('sick', bad.url) + webhook('well', healthy.url)
    daemon = TimedDaemon(at('2026-12-09 10:00'), sections)
    try:
        daemon.start()
        healthy.wait(1)
        for i in range(4):
            daemon.write(''.join(short(f'o{k}') for k in range(i + 1)) + sections)
            daemon.reload()
            daemon.go(daemon.now + 15 * 60 + 10)
            healthy.wait(2 + i)
        wait_until(lambda: all(r['state'] == 'delivered' for r in daemon.rows() if r['endpoint'] == 'well'), 'all of the healthy one')
        for i in range(4):
            equal([(r['endpoint'], r['step']) for r in daemon.rows(f'/o{i}-answer-by') if r['state'] == 'delivered'], [('well', 'now')], f'told about o{i}')
        assert not any(r['state'] == 'delivered' for r in daemon.rows() if r['endpoint'] == 'sick')
        return {e['id']: e for e in daemon.request('status')['endpoints']}
    finally:
        daemon.close()
        healthy.close()


@case
def a_receiver_that_hangs_costs_only_its_own_deliveries():
    bad = Raw(pgytest.until_closed)
    try:
        bad_receiver_costs_only_its_own(bad)
    finally:
        bad.close()


@case
def a_receiver_that_answers_500_costs_only_its_own_deliveries():
    bad = Receiver(usual=(500, {}, b'no'))
    try:
        health = bad_receiver_costs_only_its_own(bad)
        equal(health['well']['failures'], 0)
        assert health['sick']['failures'] > 0 and '500' in health['sick']['reason'], health
    finally:
        bad.close()


@case
def a_receiver_that_answers_with_three_megabytes_costs_only_its_own_deliveries():
    bad = Receiver(usual=(500, {}, b'x' * 3_000_000))
    try:
        bad_receiver_costs_only_its_own(bad)
    finally:
        bad.close()


@case
def a_receiver_that_is_not_there_costs_only_its_own_deliveries():
    class Gone:
        url = 'http://127.0.0.1:1/hook'
    health = bad_receiver_costs_only_its_own(Gone())
    assert health['sick']['failures'] > 0 and health['sick']['reason'], health


# --- plugins ---

def so(name):
    path = os.path.join(pgytest.build_dir(), 'tests', 'plugins', '.libs', name + '.so')
    if not os.path.exists(path):
        raise Skip(f'{path} is not built')
    return path


class Plugins:
    """A daemon with good.so beside the usual ones, in a folder of its own."""

    def __init__(self, others=(), deadline='1s'):
        so('good')
        names = ''.join(f', {o}' for o in others)
        self.daemon = Daemon()
        self.folder = os.path.join(self.daemon.folder, 'plugins')
        os.mkdir(self.folder)
        for name in ('good', *others):
            self.put(name)
        self.daemon.daemon_keys = f'plugin_path = {self.folder}\npass_deadline = {deadline}\n'
        self.write(names)

    def write(self, names=''):
        # Three weeks untouched come before the answer.
        self.daemon.write(offer('mercy', received=day(-2), answer_by=day(40)) + '[good]\nnote = here\n[notify:log]\ntype = log\n')
        write_body(self.daemon, body(self.daemon).replace('plugins = milestones, offers\n', f'plugins = milestones, offers, good{names}\n'))

    def put(self, name, source=None):
        shutil.copy(so(source or name), os.path.join(self.folder, 'new'))
        os.rename(os.path.join(self.folder, 'new'), os.path.join(self.folder, name + '.so'))

    def __enter__(self):
        try:
            self.daemon.start()
        except BaseException:
            self.daemon.close()
            raise
        return self

    def __exit__(self, *why):
        self.daemon.close()


def goes_bad(source, *words):
    with Plugins() as scene:
        daemon = scene.daemon
        core, feed = daemon.child('core'), daemon.feed()
        assert 'What came in' in feed
        scene.put('good', source)
        daemon.request('log', '', 'offer', 'mercy', 'touched', '')  # a reason for a pass
        state = plugin(daemon, 'good')
        equal(state['stale'], True, source)
        for word in words:
            # Under sanitizers a crash is reported by them, and ends with status 1.
            assert word in state['failure'] or (pgytest.sanitized() and 'exit status 1' in state['failure']), state
        after = daemon.feed()
        assert 'What came in' in after, 'the last good plan'
        # The others are current: the touch moved the three-week alert.
        moved = next(i for i in daemon.request('timeline', '')['items'] if i['id'] == 'offers/mercy-untouched')
        equal(moved['start'], day(21))
        equal(plugin(daemon, 'offers')['stale'], False)
        scene.put('good')
        # Its next try comes by itself.
        wait_until(lambda: not plugin(daemon, 'good')['stale'], 'it plans again')
        equal(plugin(daemon, 'good')['failure'], '')
        equal(daemon.child('core'), core, 'the process')


@case
def a_plugin_that_begins_to_crash_keeps_its_last_good_plan_until_it_is_repaired():
    goes_bad('good-crash', 'crashed', 'SEGV')


@case
def a_plugin_that_begins_to_hang_keeps_its_last_good_plan_until_it_is_repaired():
    goes_bad('good-hang')


@case
def a_plugin_that_begins_to_flood_keeps_its_last_good_plan_until_it_is_repaired():
    goes_bad('good-flood')


@case
def a_plugin_that_cries_wolf_is_believed_of_the_soonest_and_named_once():
    with Plugins(others=('doom',), deadline='10s') as scene:
        daemon = scene.daemon
        equal(plugin(daemon, 'doom')['items'], 5000, 'planned')
        ours = [i for i in daemon.request('timeline', '')['items'] if i['plugin'] == 'doom']
        fatal = sorted(i['by'] for i in ours if i['stakes'] == 'fatal')
        equal((len(ours), len(fatal), fatal[0], fatal[-1]), (5000, 50, day(20), day(69)), 'fatal ones')
        daemon.request('log', '', 'offer', 'mercy', 'touched', '')  # another plan
        told = [row for row in daemon.rows() if row['type'] == 'plugin.loud']
        equal(len(told), 1, 'notices')
        assert told[0]['title'].startswith('Plugin doom ') and '5000 dates' in told[0]['title'], told
        today = daemon.request('today', '')
        assert len(today['lines']) <= 7 and today['counts']['dated'] > 0, today


@case
def thousands_of_dismissals_of_what_never_comes_back_change_nothing():
    daemon = Daemon(offer('mercy', received=day(-2), answer_by=day(9)))
    try:
        daemon.start()
        before = daemon.request('today', '')
        daemon.stop()
        with contextlib.closing(sqlite3.connect(os.path.join(daemon.state, 'pgyd.db'))) as db, db:
            first = db.execute('SELECT max(number) + 1 FROM journal').fetchone()[0]
            db.executemany('INSERT INTO journal(profile, number, day, logged, kind, subject, event, reverses, reversed) '
                           "VALUES('me', ?, 18000, 1, 'dismiss', ?, '2020-05-01', 0, 0)",
                           [(first + n, f'milestones/gone-{n}@2020') for n in range(20000)])
        daemon.start()
        equal(daemon.request('today', '')['lines'], before['lines'], 'lines')
        equal(len(daemon.request('set-aside', '', 'dismissed')['items']), 0, 'dismissed ones that are there')
    finally:
        daemon.close()


@case
def plugins_that_are_bad_from_the_start_leave_the_others_alone():
    bad = ('crash', 'hang', 'flood', 'midway', 'abort', 'exit0', 'garbage')
    with Plugins(others=bad) as scene:
        daemon = scene.daemon
        for name in bad:
            state = plugin(daemon, name)
            assert state['stale'] and state['failure'], state
        for name in ('milestones', 'offers', 'good'):
            state = plugin(daemon, name)
            assert not state['stale'] and not state['failure'] and state['items'] > 0, state
        feed = daemon.feed()
        assert 'What came in' in feed and 'Mercy' in feed and 'One of many' not in feed


@case
def a_plugin_of_another_major_a_missing_one_and_a_file_that_is_none_are_named_with_the_remedy():
    with Plugins(others=('major',)) as scene:
        daemon = scene.daemon
        failure = plugin(daemon, 'major')['failure']
        for word in ('major', os.path.join(scene.folder, 'major.so')):
            assert word in failure, failure
        assert re.search(r'rebuil|install|build', failure), f'no remedy in: {failure}'
        with open(os.path.join(scene.folder, 'noelf.so'), 'wb') as f:
            f.write(b'#!/bin/sh\n')
        with open(os.path.join(scene.folder, 'nothing.so'), 'wb'):
            pass
        scene.write(', nowhere, noelf, nothing')
        daemon.reload()
        failure = plugin(daemon, 'nowhere')['failure']
        assert os.path.join(scene.folder, 'nowhere.so') in failure and 'plugins' in failure, failure
        for name in ('noelf', 'nothing'):
            assert os.path.join(scene.folder, name + '.so') in plugin(daemon, name)['failure'], plugin(daemon, name)
        assert 'Mercy' in daemon.feed()
        assert not plugin(daemon, 'offers')['stale']


@case
def a_plugin_that_is_taken_away_keeps_its_last_good_plan():
    with Plugins() as scene:
        daemon = scene.daemon
        os.unlink(os.path.join(scene.folder, 'good.so'))
        daemon.reload()
        equal(plugin(daemon, 'good')['stale'], True)
        assert 'What came in' in daemon.feed()
        scene.put('good')
        daemon.reload()
        equal(plugin(daemon, 'good')['stale'], False)


@case
def a_worker_that_is_stopped_from_outside_fails_at_its_deadline_and_plans_the_next_time():
    with Plugins() as scene:
        daemon = scene.daemon
        scene.put('good', 'good-hang')
        core = daemon.child('core')
        daemon.request('log', '', 'offer', 'mercy', 'touched', '')  # an answer comes, in the time that every answer has
        with open(f'/proc/{core}/task/{core}/children', encoding='ascii') as f:
            equal(f.read().split(), [], 'workers left behind')


pgytest.run(__file__)
