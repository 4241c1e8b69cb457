# SPDX-License-Identifier: BSD-2-Clause
"""Drives the built pgyd-courier as its parent and its core, against receivers that behave, and that do not."""

import contextlib
import email.utils
import json
import os
import shutil
import signal
import socket
import ssl
import struct
import subprocess
import threading
import time

import moment
import pgytest as t
from pgytest import case, equal

SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
SECRET2 = 'whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8='
LOOPBACK = ('127.0.0.0/8', '::1/128')
PAYLOAD = {
    'id': 'offers/mercy-answer-by', 'plugin': 'offers', 'kind': 'deadline', 'title': 'Answer Mercy General', 'detail': 'Signed letter\nto Dr. Ruiz',
    'discreet': 'an offer answer is due Thu Nov 26, 2026', 'target': '2026-11-26', 'step': '-3d', 'severity': 'warn',
    'due': '2026-11-22T08:00:00Z', 'late': False, 'profile': 'me',
}


class Courier:
    def __init__(self, env=None):
        self.child = t.Child(t.program('src/courier/pgyd-courier'), 'pgyd-courier', env)
        self.core = None
        self.row = 0
        self.connect()

    def connect(self, inflight=()):
        """A fresh core: nothing is held back, and what is being sent is listed."""
        self.core = self.child.link('core')
        self.heard = 0
        if inflight is not None:
            equal(self.inflight(), list(inflight), 'in flight')

    def inflight(self):
        fields = self.core.expect(t.C_INFLIGHT)
        rows = [(fields.i64(), fields.u32()) for _ in range(fields.u32())]
        fields.done()
        return rows

    def send(self, url='', type='webhook', endpoint='phone', row=None, attempt=1, secrets=SECRET, ca_file='', allow=LOOPBACK, detail=2, message=None,
             payload=None, expires=3600, created=None, severity=2):
        if row is None:
            self.row += 1
            row = self.row
        now = int(moment.now())
        self.core.send(t.C_SEND, t.i64(row), t.u32(attempt), t.text('me'), t.text(endpoint), t.text(type), t.text(url), t.text(secrets),
                       t.text(ca_file), t.u32(len(allow)), *[t.text(a) for a in allow], t.u8(detail), t.text(message or f'msg_{row}'),
                       t.text('reminder.due'), t.i64(created or now), t.i64(now + expires), t.u32(severity),
                       t.text(payload if isinstance(payload, str) else json.dumps(payload or PAYLOAD)))
        return row

    def seen(self):
        """Says that all results heard are written down, as a core does."""
        with contextlib.suppress(BrokenPipeError):  # it may be gone, after its last results
            self.core.send(t.C_SEEN, t.u32(self.heard))

    def result(self, seen=True):
        f = self.core.expect(t.C_RESULT)
        self.heard += 1
        got = dict(row=f.i64(), attempt=f.u32(), outcome=f.u8(), status=f.i64(), retry_after=f.i64(), error=f.text())
        f.done()
        if seen:
            self.seen()
        return got

    def deliver(self, url, **options):
        row = self.send(url, **options)
        got = self.result()
        equal(got['row'], row, 'row')
        return got

    def close(self):
        status = self.child.stop()
        equal(status, 0, 'exit status')
        return self.child.said()


def outcome(got, wanted, status=0):
    equal((got['outcome'], got['status']), (wanted, status), got['error'])


# --- what works ---

@case
def a_webhook_arrives_signed():
    courier, receiver = Courier(), t.Receiver()
    outcome(courier.deliver(receiver.url, created=1795334401), t.DELIVERED, 204)
    message, = receiver.wait()
    assert message.verifies(SECRET), 'the signature does not verify'
    assert not message.verifies(SECRET2), 'any secret verifies'
    equal(len(message.signatures), 1, 'signatures')
    equal(message.id, 'msg_1', 'webhook-id')
    equal(message.headers['content-type'], 'application/json')
    equal(message.headers['user-agent'], 'pgyd/' + t.package_version())
    equal(message.headers.get('accept-encoding'), None, 'accept-encoding')
    body = message.json()
    equal((body['type'], body['timestamp']), ('reminder.due', '2026-11-22T08:00:01Z'))
    equal(body['data'], {'profile': 'me', 'severity': 'warn', 'text': 'Answer Mercy General', 'plugin': 'offers', 'kind': 'deadline', 'target': '2026-11-26',
                         'step': '-3d', 'due': '2026-11-22T08:00:00Z', 'late': False, 'id': 'offers/mercy-answer-by', 'title': 'Answer Mercy General',
                         'detail': 'Signed letter\nto Dr. Ruiz'})
    courier.close()


@case
def two_secrets_give_two_signatures():
    courier, receiver = Courier(), t.Receiver()
    outcome(courier.deliver(receiver.url, secrets=f'{SECRET} {SECRET2}'), t.DELIVERED, 204)
    message, = receiver.wait()
    equal(len(message.signatures), 2, 'signatures')
    assert message.verifies(SECRET) and message.verifies(SECRET2), 'one of the two does not verify'
    courier.close()


@case
def a_discreet_message_tells_nothing():
    courier, receiver = Courier(), t.Receiver()
    outcome(courier.deliver(receiver.url, detail=0), t.DELIVERED, 204)
    body = receiver.wait()[0].body
    assert b'an offer answer is due' in body
    for word in (b'Mercy', b'mercy', b'Ruiz'):
        assert word not in body, f'{word!r} in {body!r}'
    courier.close()


@case
def a_retry_keeps_id_and_body_and_renews_the_signature():
    courier, receiver = Courier(), t.Receiver([(500, {}, b'no')])
    created = int(moment.now()) - 50
    outcome(courier.deliver(receiver.url, row=7, message='msg_same', created=created), t.TRANSIENT, 500)
    first = receiver.wait()[0]
    t.wait_until(lambda: int(moment.now()) > int(first.timestamp), 'the next second')
    got = courier.deliver(receiver.url, row=7, attempt=2, message='msg_same', created=created)
    outcome(got, t.DELIVERED, 204)
    equal(got['attempt'], 2)
    second = receiver.wait(2)[1]
    equal((second.id, second.body), (first.id, first.body), 'id and body')
    assert int(second.timestamp) > int(first.timestamp), 'the timestamp stayed'
    assert second.signatures != first.signatures, 'the signature stayed'
    assert second.verifies(SECRET)
    courier.close()


@case
def log_writes_one_line():
    courier = Courier()
    outcome(courier.deliver('', type='log', secrets='', allow=()), t.DELIVERED)
    said = courier.close()
    equal(said, 'pgyd: reminder for me (warn): Answer Mercy General: Signed letter; to Dr. Ruiz\n')


@case
def ntfy_publishes_to_the_root():
    courier, receiver = Courier(), t.Receiver(usual=(200, {}, b'{"id":"x"}'))
    url = receiver.url.replace('/hook', '/my-topic')
    outcome(courier.deliver(url, type='ntfy', secrets='tk_abc', severity=3), t.DELIVERED, 200)
    outcome(courier.deliver(url, type='ntfy', secrets='ann:pass word'.replace(' ', ''), detail=0), t.DELIVERED, 200)
    one, two = receiver.wait(2)
    equal((one.path, one.headers['authorization']), ('/', 'Bearer tk_abc'))
    equal(one.json(), {'topic': 'my-topic', 'title': 'Answer Mercy General', 'message': 'Signed letter\nto Dr. Ruiz', 'priority': 5})
    equal(two.headers['authorization'], 'Basic YW5uOnBhc3N3b3Jk')
    equal(two.json(), {'topic': 'my-topic', 'title': 'Reminder', 'message': 'an offer answer is due Thu Nov 26, 2026', 'priority': 4})
    courier.close()


@case
def slack_must_answer_ok():
    courier, receiver = Courier(), t.Receiver([(200, {}, b'ok'), (200, {}, b'<html>log in</html>'), (410, {}, b'channel_is_archived')])
    outcome(courier.deliver(receiver.url, type='slack', secrets=''), t.DELIVERED, 200)
    outcome(courier.deliver(receiver.url, type='slack', secrets=''), t.TRANSIENT, 200)
    outcome(courier.deliver(receiver.url, type='slack', secrets=''), t.ENDPOINT_FATAL, 410)
    equal(receiver.messages[0].json()['text'].split('\n')[0], 'Answer Mercy General')
    courier.close()


# --- what receivers answer ---

@case
def statuses_become_outcomes():
    soon = email.utils.formatdate(moment.now() + 1000, usegmt=True)
    table = [
        ((429, {'Retry-After': '120'}, b''), t.THROTTLED, 120), ((429, {}, b''), t.THROTTLED, -1), ((503, {'Retry-After': '0.65'}, b''), t.THROTTLED, 1),
        ((503, {}, b''), t.TRANSIENT, -1), ((429, {'Retry-After': '99999999999999999999'}, b''), t.THROTTLED, 86400),
        ((429, {'Retry-After': 'Wed, 21 Oct 2015 07:28:00 GMT'}, b''), t.THROTTLED, 0), ((429, {'Retry-After': 'soon'}, b''), t.THROTTLED, -1),
        ((400, {}, b''), t.MESSAGE_FATAL, -1), ((422, {}, b''), t.MESSAGE_FATAL, -1), ((401, {}, b''), t.ENDPOINT_FATAL, -1),
        ((404, {}, b''), t.ENDPOINT_FATAL, -1), ((410, {}, b''), t.ENDPOINT_FATAL, -1), ((408, {}, b''), t.TRANSIENT, -1), ((504, {}, b''), t.TRANSIENT, -1),
    ]
    courier, receiver = Courier(), t.Receiver([answer for answer, _, _ in table])
    for answer, wanted, retry_after in table:
        got = courier.deliver(receiver.url)
        outcome(got, wanted, answer[0])
        equal(got['retry_after'], retry_after, f'Retry-After of {answer}')
    receiver.answers.append((503, {'Retry-After': soon}, b''))
    got = courier.deliver(receiver.url)
    outcome(got, t.THROTTLED, 503)
    assert 900 < got['retry_after'] <= 1000, got
    courier.close()


@case
def redirects_are_not_followed():
    target = t.Receiver()
    courier, receiver = Courier(), t.Receiver([(301, {'Location': target.url + '?key=hunter2'}, b''), (307, {'Location': '/else'}, b'')])
    got = courier.deliver(receiver.url)
    outcome(got, t.ENDPOINT_FATAL, 301)
    assert f'http://127.0.0.1:{target.port};' in got['error'], got
    assert 'hunter2' not in got['error'] and '/hook' not in got['error'], got
    outcome(courier.deliver(receiver.url), t.ENDPOINT_FATAL, 307)
    equal(target.messages, [], 'messages at the target of the redirect')
    assert 'hunter2' not in courier.close()


@case
def secrets_and_urls_are_never_told():
    courier, receiver = Courier(), t.Receiver(usual=(403, {}, b''))
    url = receiver.url + '/T0K3N?sig=hunter2'
    texts = [courier.deliver(url)['error'], courier.deliver(url.replace('127.0.0.1', '127.0.0.9'), allow=())['error'],
             courier.deliver('ftp://x.example/T0K3N')['error'], courier.deliver(url, secrets='whsec_c2hvcnQ=')['error']]
    outcome(courier.deliver(url, secrets='whsec_c2hvcnQ='), t.ENDPOINT_FATAL)
    said = '\n'.join(texts) + courier.close()
    for word in ('T0K3N', 'hunter2', 'c2hvcnQ', SECRET[6:]):
        assert word not in said, f'{word} in {said}'
    assert '24 to 64 bytes' in texts[3], texts[3]


# --- receivers that misbehave ---

def endless(conn):
    conn.sendall(b'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n')
    while True:
        conn.sendall(b'1000\r\n' + b'x' * 4096 + b'\r\n')


def endless_head(conn):
    conn.sendall(b'HTTP/1.1 200 OK\r\n')
    while True:
        conn.sendall(b'X-More: ' + b'y' * 1000 + b'\r\n')


def drip(conn):
    conn.sendall(b'HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n')
    while True:
        conn.sendall(b'z')
        time.sleep(0.5)


def reset(conn):
    conn.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack('ii', 1, 0))


@case
def bodies_without_end_are_cut_and_count_by_their_status():
    courier = Courier()
    raw, head = t.Raw(endless), t.Raw(endless_head)
    big = t.Receiver(usual=(200, {}, b'x' * 3_000_000))
    refused = t.Receiver(usual=(500, {}, b'x' * 3_000_000))
    outcome(courier.deliver(big.url), t.DELIVERED, 200)
    before = courier.child.proc('VmRSS')
    for _ in range(5):
        outcome(courier.deliver(raw.url), t.DELIVERED, 200)
        outcome(courier.deliver(head.url), t.DELIVERED, 200)
        outcome(courier.deliver(big.url), t.DELIVERED, 200)
        outcome(courier.deliver(refused.url), t.TRANSIENT, 500)
    grown = courier.child.proc('VmRSS') - before
    assert grown < 1024 or t.sanitized(), f'grew by {grown} kB'
    courier.close()


@case
def silence_and_dripping_end_and_hold_nobody_up():
    courier, good = Courier(), t.Receiver()
    silent, dripping, deaf = t.Raw(t.until_closed), t.Raw(drip), t.Raw(t.until_closed, read=False)
    rows = {courier.send(url, endpoint=f'bad{i}') for i, url in enumerate([silent.url, dripping.url, deaf.url.replace('http:', 'https:')])}
    for _ in range(20):
        outcome(courier.deliver(good.url), t.DELIVERED, 204)
    for _ in range(3):
        got = courier.result()
        rows.remove(got['row'])
        outcome(got, t.TRANSIENT)
        assert '15 seconds' in got['error'], got
    equal(rows, set(), 'rows without an outcome')
    courier.close()


@case
def a_slow_name_server_holds_nobody_up():
    shim = os.path.join(t.build_dir(), 'tests/e2e/.libs/slowdns.so')
    if t.sanitized() or not os.path.exists(shim):
        raise t.Skip('nothing to stall the resolver with')
    courier, receiver = Courier({'LD_PRELOAD': f'{shim}:{moment.shim()}'}), t.Receiver()
    # Given up after 5 seconds, answered after 30: without QUICK_EXIT the courier would stand still for the time between, and no other message leave.
    for i in range(2):
        courier.send(f'http://slow{i}.example/', endpoint=f'slow{i}')
    slow, stalled, longest = 2, None, 0
    while slow or time.monotonic() < stalled + 2:
        row, sent, answered = courier.send(receiver.url), time.monotonic(), False
        while not answered:
            got = courier.result()
            answered = got['row'] == row
            if not answered:
                outcome(got, t.TRANSIENT)
                slow -= 1
                stalled = time.monotonic()
        longest = max(longest, time.monotonic() - sent)
        time.sleep(0.02)
    # Not a measure of speed: a stall lasts 25 seconds.
    assert longest < 20, f'a delivery to another host took {longest:.2f} s'
    courier.close()


@case
def broken_answers_are_transient_and_leak_nothing():
    courier = Courier()
    raws = [t.Raw(reset), t.Raw(lambda c: None), t.Raw(lambda c: c.sendall(b'SSH-2.0-OpenSSH_9.2\r\n\r\n')),
            t.Raw(lambda c: c.sendall(b'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nno chunk')),
            t.Raw(lambda c: c.sendall(b'HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nshort')), t.Raw(lambda c: c.sendall(b'HTTP/1.1 abc\r\n\r\n'))]
    nobody = t.Raw(lambda c: None)
    nobody.close()
    before = None
    for round in range(10):
        for raw in raws:
            outcome(courier.deliver(raw.url), t.TRANSIENT)
        outcome(courier.deliver(nobody.url), t.TRANSIENT)
        before = before or courier.child.fds()
    equal(courier.child.fds(), before, 'descriptors after nine more rounds')
    outcome(courier.deliver('http://no-such-host.invalid/'), t.TRANSIENT)
    courier.close()


# --- addresses ---

@case
def private_addresses_need_permission():
    courier, receiver = Courier(), t.Receiver()
    v6 = None
    forms = ['127.0.0.1', '2130706433', '0x7f.1', '0177.0.0.1', '127.1', 'localhost', '0', '[::1]', '[::ffff:127.0.0.1]', '[::]']
    for host in forms:
        got = courier.deliver(f'http://{host}:{receiver.port}/hook', allow=())
        outcome(got, t.ENDPOINT_FATAL)
        assert 'not connected to' in got['error'] and '[notify:phone]' in got['error'], (host, got)
    got = courier.deliver(receiver.url, allow=('10.0.0.0/8',))
    outcome(got, t.ENDPOINT_FATAL)
    equal(got['error'], 'not connected to 127.0.0.1: an address of this computer (loopback); if it is meant, set [notify:phone] allow_private = 127.0.0.1/32')
    equal(receiver.messages, [], 'messages that came through')
    outcome(courier.deliver(receiver.url, allow=('127.0.0.1/32',)), t.DELIVERED, 204)
    courier.close()


@case
def some_addresses_are_never_allowed():
    courier, receiver = Courier(), t.Receiver()
    for host in ['169.254.169.254', '0.0.0.0', '0', '[::]', '[fe80::1]', '224.0.0.1', '[ff02::1]', '[fd00:ec2::254]', '[::ffff:169.254.169.254]']:
        got = courier.deliver(f'http://{host}:{receiver.port}/', allow=('0.0.0.0/0', '::/0', '169.254.0.0/16', 'fe80::/10', '0.0.0.0/8'))
        outcome(got, t.ENDPOINT_FATAL)
        assert 'never allowed' in got['error'], (host, got)
    equal(receiver.messages, [], 'messages that came through')
    courier.close()


@case
def an_open_connection_is_checked_again():
    courier, receiver = Courier(), t.Receiver()
    outcome(courier.deliver(receiver.url), t.DELIVERED, 204)
    outcome(courier.deliver(receiver.url, allow=()), t.ENDPOINT_FATAL)
    equal(len(receiver.messages), 1, 'messages')
    courier.close()


@case
def proxies_of_the_environment_are_ignored():
    proxy, receiver = t.Receiver(), t.Receiver()
    where = f'http://127.0.0.1:{proxy.port}'
    courier = Courier({'http_proxy': where, 'https_proxy': where, 'all_proxy': where, 'ALL_PROXY': where, 'no_proxy': ''})
    outcome(courier.deliver(receiver.url), t.DELIVERED, 204)
    outcome(courier.deliver(receiver.url, allow=()), t.ENDPOINT_FATAL)
    outcome(courier.deliver('http://192.168.77.77/', allow=()), t.ENDPOINT_FATAL)
    equal((len(proxy.messages), len(receiver.messages)), (0, 1), 'messages')
    courier.close()


@case
def settings_that_cannot_work_are_explained():
    courier = Courier()
    for options, words in [
            (dict(url='ftp://host/'), 'https:// or http://'), (dict(url=''), 'url is missing'), (dict(url='http:///x'), 'no host'),
            (dict(url='https://host/a b'), 'blanks'), (dict(url='http://127.0.0.1/', allow=('192.168.1.0/240',)), 'is no network'),
            (dict(url='http://127.0.0.1/', type='pigeon'), "'pigeon' is not known"), (dict(url='https://ntfy.sh/', type='ntfy'), 'ends in a topic'),
            (dict(url='https://127.0.0.1:1/', ca_file='/nonexistent.pem'), ''), (dict(url='http://127.0.0.1/', secrets='nope'), 'whsec_')]:
        got = courier.deliver(**options)
        if options.get('ca_file'):
            continue  # the port is closed: which of the two is told first is curl's affair
        outcome(got, t.ENDPOINT_FATAL)
        assert words in got['error'], got
    outcome(courier.deliver('http://127.0.0.1/', payload='[1]'), t.MESSAGE_FATAL)
    outcome(courier.deliver('http://127.0.0.1/', message='a.b'), t.MESSAGE_FATAL)
    outcome(courier.deliver('http://127.0.0.1/', message='a\r\nX: y'), t.MESSAGE_FATAL)
    courier.close()


@case
def certificates_are_verified():
    if not shutil.which('openssl'):
        raise t.Skip('no openssl to make a certificate with')
    folder = t.scratch()
    key, cert = os.path.join(folder, 'key.pem'), os.path.join(folder, 'cert.pem')
    subprocess.run(['openssl', 'req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', cert, '-days', '2', '-subj', '/CN=localhost',
                    '-addext', 'subjectAltName=DNS:localhost'], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(cert, key)
    courier, receiver = Courier(), t.Receiver(tls=context)
    named = receiver.url.replace('127.0.0.1', 'localhost')
    got = courier.deliver(named)
    outcome(got, t.TRANSIENT)
    assert 'certificate' in got['error'], got
    outcome(courier.deliver(named, ca_file=cert), t.DELIVERED, 204)
    outcome(courier.deliver(receiver.url, ca_file=cert), t.TRANSIENT)  # not its name
    outcome(courier.deliver(named, ca_file=os.path.join(folder, 'none.pem')), t.ENDPOINT_FATAL)
    equal(len(receiver.messages), 1, 'messages')
    courier.close()
    t.remove(folder)


# --- many at once, and the core's restarts ---

class Gate:
    """Answers only when opened."""

    def __init__(self):
        self.event = threading.Event()
        self.lock = threading.Lock()
        self.unanswered = self.most = 0
        self.raw = t.Raw(self._behave)
        self.url = self.raw.url

    def _behave(self, conn):
        with self.lock:
            self.unanswered += 1
            self.most = max(self.most, self.unanswered)
        self.event.wait(t.PATIENCE)
        # Before the answer: once it is out, the courier may begin the next one, however late this thread is.
        with self.lock:
            self.unanswered -= 1
        conn.sendall(b'HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n')

    def reached(self, n=1):
        t.wait_until(lambda: self.raw.connections >= n, f'{n} connections')


@case
def two_at_a_time_to_one_endpoint():
    courier, gate, good = Courier(), Gate(), t.Receiver()
    for _ in range(6):
        courier.send(gate.url, endpoint='slow')
    gate.reached(2)
    outcome(courier.deliver(good.url, endpoint='quick'), t.DELIVERED, 204)
    equal(gate.raw.connections, 2, 'connections')
    gate.event.set()
    equal(sorted(courier.result()['row'] for _ in range(6)), [1, 2, 3, 4, 5, 6], 'rows')
    equal(gate.most, 2, 'at once')
    courier.close()


@case
def behind_a_failure_nothing_goes_out():
    """Two of five are under way when the receiver says 429 (and 410, and hangs up): the other three go back untried; another endpoint is not concerned."""
    for answer, wanted in ((b'HTTP/1.1 429 Too Many\r\nRetry-After: 60\r\nContent-Length: 0\r\n\r\n', t.THROTTLED),
                           (b'HTTP/1.1 410 Gone\r\nContent-Length: 0\r\n\r\n', t.ENDPOINT_FATAL), (b'', t.TRANSIENT)):
        event = threading.Event()

        def behave(conn):
            event.wait(t.PATIENCE)
            conn.sendall(answer)

        courier, raw, good = Courier(), t.Raw(behave), t.Receiver()
        for _ in range(5):
            courier.send(raw.url, endpoint='limited')
        t.wait_until(lambda: raw.connections == 2, 'two connections')
        outcome(courier.deliver(good.url, endpoint='other'), t.DELIVERED, 204)
        event.set()
        got = {}
        for _ in range(5):
            result = courier.result(seen=False)
            got[result['row']] = result['outcome']
        # Claimed before the core knew: it goes back too. What comes after it said that it knows is its decision, and goes out.
        courier.send(raw.url, endpoint='limited')
        equal(courier.result(seen=False)['outcome'], t.RETURNED, 'claimed too early')
        equal(raw.connections, 2, 'connections')
        courier.seen()
        equal(courier.deliver(good.url, endpoint='limited')['outcome'], t.DELIVERED, 'after it is known')
        equal([got[row] for row in (3, 4, 5)], [t.RETURNED] * 3, 'what waited')
        equal(sorted({got[1], got[2]}), [wanted], 'what was under way')
        equal(raw.connections, 2, 'connections')
        courier.close()


@case
def more_than_fits_is_taken_in_turn():
    courier, receiver = Courier(), t.Receiver()
    def feed():
        for i in range(1500):
            if i % 3:
                courier.send('', type='log', secrets='', allow=())
            else:
                courier.send(receiver.url, endpoint=f'e{i % 50}')
    feeder = threading.Thread(target=feed)
    feeder.start()
    got = [courier.result() for _ in range(1500)]
    feeder.join()
    equal(sorted(g['row'] for g in got), list(range(1, 1501)), 'rows')
    equal({g['outcome'] for g in got}, {t.DELIVERED}, 'outcomes')
    equal(len(receiver.messages), 500, 'messages')
    courier.close()


@case
def what_was_read_but_did_not_fit_is_not_forgotten():
    # 400 frames that come in one read: more than may wait at once, and then nothing more wakes the courier.
    courier = Courier()
    real, frames = courier.core, []
    class Collect:
        def send(self, kind, *fields):
            frames.append(t.frame(kind, *fields))
    courier.core = Collect()
    for _ in range(400):
        courier.send('', type='log', secrets='', allow=(), payload='{}')
    courier.core = real
    data = b''.join(frames)
    assert len(data) < 65536, len(data)
    os.kill(courier.child.pid, signal.SIGSTOP)
    courier.core.sock.sendall(data)
    os.kill(courier.child.pid, signal.SIGCONT)
    equal([courier.result()['row'] for _ in range(400)], list(range(1, 401)), 'rows')
    courier.close()


@case
def a_core_that_dies_while_much_waits_is_noticed():
    courier, gate = Courier(), Gate()
    for _ in range(300):
        courier.send(gate.url)
    gate.reached(2)
    time.sleep(0.3)
    courier.core.close()
    before = courier.child.cpu_ticks()
    time.sleep(1)
    used = courier.child.cpu_ticks() - before
    assert used < 20, f'{used} ticks'
    courier.connect(inflight=[(1, 1), (2, 1)])
    gate.event.set()
    equal(sorted(courier.result()['row'] for _ in range(2)), [1, 2], 'rows')
    assert courier.core.quiet(), 'what waited for the old core was sent'
    courier.close()


@case
def a_result_without_a_core_waits_for_the_next():
    courier, gate = Courier(), Gate()
    courier.send(gate.url, row=41, attempt=3)
    gate.reached()
    courier.core.close()
    gate.event.set()
    t.wait_until(lambda: gate.raw.open == 0, 'the end of the delivery')
    time.sleep(0.2)
    courier.connect(inflight=None)
    got = courier.result()
    equal((got['row'], got['attempt'], got['outcome']), (41, 3, t.DELIVERED), 'held result')
    equal(courier.inflight(), [], 'in flight')
    courier.close()


@case
def the_next_core_learns_what_is_being_sent():
    courier, gate = Courier(), Gate()
    courier.send(gate.url, row=41, attempt=3)
    for row in range(50, 54):
        courier.send(gate.url, row=row)
    gate.reached(2)
    courier.core.close()
    courier.connect(inflight=[(41, 3), (50, 1)])
    # A core that gives the row out again all the same does not cause a second delivery.
    courier.send(gate.url, row=41, attempt=4)
    assert courier.core.quiet(), 'something was told too early'
    gate.event.set()
    got = {g['row']: g['attempt'] for g in (courier.result(), courier.result())}
    equal(got, {41: 4, 50: 1}, 'rows and attempts')
    assert courier.core.quiet(), 'what waited for the old core was sent'
    equal(gate.raw.connections, 2, 'connections')
    courier.close()


@case
def what_the_core_may_not_have_written_is_told_again():
    courier, receiver = Courier(), t.Receiver()
    outcome(courier.deliver(receiver.url, row=9), t.DELIVERED, 204)
    courier.core.close()
    courier.connect(inflight=None)
    got = courier.result()
    equal((got['row'], got['outcome']), (9, t.DELIVERED), 'told again')
    equal(courier.inflight(), [], 'in flight')
    equal(len(receiver.messages), 1, 'messages')
    courier.close()


@case
def what_is_over_is_not_sent():
    courier, receiver = Courier(), t.Receiver()
    got = courier.deliver(receiver.url, expires=-1)
    outcome(got, t.TRANSIENT)
    assert 'time was over' in got['error'], got
    equal(receiver.messages, [], 'messages')
    courier.close()


# --- the parent ---

@case
def stop_lets_deliveries_end():
    courier, gate = Courier(), Gate()
    courier.send(gate.url)
    gate.reached()
    courier.child.channel.send(t.P_STOP)
    threading.Timer(0.5, gate.event.set).start()
    outcome(courier.result(), t.DELIVERED, 204)
    equal(courier.child.wait(), 0, 'exit status')


@case
def stop_does_not_wait_for_ever():
    courier, gate = Courier(), Gate()
    courier.send(gate.url)
    gate.reached()
    equal(courier.child.stop(), 0, 'exit status')
    got = courier.result(seen=False)
    outcome(got, t.TRANSIENT)
    assert 'stopped' in got['error'], got
    gate.event.set()


@case
def stopping_without_a_core_does_not_spin():
    courier, gate = Courier(), Gate()
    courier.send(gate.url)
    gate.reached()
    courier.child.channel.send(t.P_PING)
    courier.child.channel.expect(t.P_PONG)
    courier.child.channel.send(t.P_STOP)
    courier.child.channel.send(t.P_PING)
    courier.child.channel.expect(t.P_PONG)
    courier.core.close()
    before = courier.child.cpu_ticks()
    time.sleep(1)
    used = courier.child.cpu_ticks() - before
    assert used < 20, f'{used} ticks'
    gate.event.set()
    equal(courier.child.wait(), 0, 'exit status')


@case
def it_ends_with_its_parent():
    courier = Courier()
    courier.child.channel.close()
    equal(courier.child.wait(), 0, 'exit status')


@case
def another_version_ends_it():
    child = t.Child(t.program('src/courier/pgyd-courier'), 'pgyd-courier')
    ours, theirs = socket.socketpair()
    child.channel.send(t.P_LINK, t.text('core'), fds=[theirs.fileno()])
    theirs.close()
    link = t.Link(ours)
    link.hello('pgyd-core', '0.0.7')
    equal(child.wait(), 1, 'exit status')
    assert 'another version' in child.said(), child.said()


@case
def an_idle_courier_sleeps():
    courier, receiver = Courier(), t.Receiver()
    courier.child.channel.send(t.P_PING)
    courier.child.channel.expect(t.P_PONG).done()
    outcome(courier.deliver(receiver.url), t.DELIVERED, 204)
    receiver.close()
    time.sleep(0.2)
    before = courier.child.proc('voluntary_ctxt_switches')
    time.sleep(1.5)
    equal(courier.child.proc('voluntary_ctxt_switches'), before, 'wake-ups')
    courier.close()


@case
def nonsense_from_the_core_is_survived():
    courier, receiver = Courier(), t.Receiver()
    courier.core.send(t.C_SEND, t.i64(1), t.u32(1), t.text('me'))
    courier.core.send(t.C_SEND, os.urandom(200))
    courier.core.send(99, b'x')
    outcome(courier.deliver(receiver.url), t.DELIVERED, 204)
    courier.core.sock.sendall(struct.pack('<I', 0x7fffffff) + b'x' * 50)
    equal(courier.core.receive(), None, 'the link after a frame too long')
    courier.connect(inflight=None)
    courier.result()
    equal(courier.inflight(), [], 'in flight')
    outcome(courier.deliver(receiver.url), t.DELIVERED, 204)
    said = courier.close()
    assert 'is not understood' in said, said


t.run(__file__)
