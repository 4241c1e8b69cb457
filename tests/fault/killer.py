# SPDX-License-Identifier: BSD-2-Clause
"""The kill loop: processes of a working pgyd die at random moments while reminders fall due, and nothing may be lost or doubled.

tests/fault/test_kill.py runs 50 kills (contrib/check --long: 500), contrib/bench/kill a thousand. Rounds of ten, a day each: each adds an offer that has to be answered on
this very day and moves the clock a quarter of an hour on (so the reminder about the one before falls due; those that do together leave as one message), logs a happening, and kills something somewhere in between. At the end of a round every reminder must be in the outbox exactly once, alone or among others, and delivered, and every happening that was
acknowledged must be in the journal exactly once. A reader fetches the feed all along.
"""

import datetime
import os
import random
import signal
import socket
import sys
import threading
import time
import urllib.error
import urllib.request

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'e2e'))

import pgytest  # noqa: E402
from moment import NEW_YORK, at  # noqa: E402
from pgydaemon import SECRET, TimedDaemon, offer, webhook  # noqa: E402
from pgytest import Receiver, wait_until  # noqa: E402

ROUND = 10
QUARTER = 15 * 60 + 10  # what was entered is told after a quarter of an hour


def free_port():
    with socket.create_server(('127.0.0.1', 0)) as s:
        return s.getsockname()[1]


class Reader(threading.Thread):
    """Fetches the feed again and again. A refused connection counts only when it lasts for more than a second."""

    def __init__(self, url):
        super().__init__(daemon=True)
        self.url = url
        self.fetched = 0
        self.longest_gap = 0.0
        self.wrong = []
        self.end = False

    def run(self):
        last = time.monotonic()
        while not self.end:
            try:
                with urllib.request.urlopen(self.url, timeout=5) as answer:
                    body = answer.read()
                if not body.endswith(b'END:VCALENDAR\r\n') or b'BEGIN:VEVENT' not in body:
                    self.wrong.append(body[:200])
                self.fetched += 1
                self.longest_gap = max(self.longest_gap, time.monotonic() - last)
                last = time.monotonic()
            except urllib.error.HTTPError as e:
                self.wrong.append(f'status {e.code}')
            except OSError:
                pass
            time.sleep(0.01)


class Killer:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.receiver = Receiver()
        port = free_port()
        self.begun = at('2026-12-09 10:00')  # of the round
        self.daemon = TimedDaemon(self.begun)
        self.base_listen = f'127.0.0.1:{port}'
        self.offers = {}
        self.acknowledged = []
        self.kills = {'parent': 0, 'core': 0, 'web': 0, 'courier': 0}

    def day(self, n):
        """The date n days from the one it is to the daemon."""
        return (datetime.datetime.fromtimestamp(self.daemon.now, NEW_YORK).date() + datetime.timedelta(days=n)).isoformat()

    def write(self):
        self.daemon.write(''.join(self.offers.values()) + webhook('phone', self.receiver.url))
        with open(self.daemon.file, encoding='utf-8') as f:
            body = f.read().replace('127.0.0.1:0', self.base_listen)
        with open(self.daemon.file + '.port', 'w', encoding='utf-8') as f:
            f.write(body)
        os.chmod(self.daemon.file + '.port', 0o600)
        os.rename(self.daemon.file + '.port', self.daemon.file)

    def kill(self, name):
        self.kills[name] += 1
        self.daemon.kill(name)
        if name == 'parent':
            self.daemon.start(wait=False)

    def log(self, note):
        """One happening; remembered only when the daemon said it is written down."""
        try:
            answer = self.daemon.request('log', '', 'offer', note, 'touched', '')
            self.acknowledged.append((note, answer['number']))
        except (OSError, AssertionError, StopIteration):
            pass

    def hang_up(self):
        """Reload by signal, once the parent takes signals: between exec and its first lines SIGHUP would end any program."""
        def takes():
            with open(f'/proc/{self.daemon.process.pid}/status', encoding='ascii') as f:
                blocked = next(line for line in f if line.startswith('SigBlk'))
            return int(blocked.split()[1], 16) & 1 << (signal.SIGHUP - 1)
        wait_until(takes, 'the parent takes signals')
        os.kill(self.daemon.process.pid, signal.SIGHUP)

    def one(self, name):
        self.offers[name] = offer(name, received=self.day(-8), answer_by=self.day(0))
        self.write()
        self.daemon.set(self.daemon.now + QUARTER)
        victim = self.random.choice(list(self.kills))
        moment = self.random.uniform(0, 0.25)
        self.hang_up()
        timer = threading.Timer(moment, self.kill, [victim])
        timer.start()
        if self.random.random() < 0.5:
            self.log(name)
        timer.join()

    def settle(self):
        """Everything of the round arrived, once."""
        wait_until(self.daemon.serving, 'serving again')
        self.daemon.reload()
        self.daemon.go(self.daemon.now + QUARTER)
        for name in self.offers:
            wait_until(lambda: any(r['state'] == 'delivered' for r in self.daemon.told(f'/{name}-answer-by')), f'the reminder of {name}')
            rows = self.daemon.told(f'/{name}-answer-by')
            pgytest.equal([r['step'] for r in rows], ['now'], f'told of {name}')
            got = [m for m in self.receiver.messages if m.id == rows[0]['message']]
            assert got and all(m.verifies(SECRET, int(m.timestamp)) and self.begun <= int(m.timestamp) < self.daemon.now + 300 for m in got), f'{name} did not arrive signed'
            assert len({m.body for m in got}) == 1, f'{name} arrived with different bodies'
        entries = self.daemon.request('journal', '')['entries']
        for note, number in self.acknowledged:
            same = [e for e in entries if e['number'] == number]
            assert len(same) == 1 and same[0]['subject'] == note, f'{note} {number}: {same}'
        pgytest.equal(len([e for e in entries if e['kind'] == 'started']), 1, 'first runs')

    def next_day(self):
        self.offers.clear()
        self.write()
        self.begun += 86400
        self.daemon.go(self.begun)

    def run(self, kills):
        self.offers['first'] = offer('first', received=self.day(-8), answer_by=self.day(20))
        self.write()
        self.daemon.start()
        reader = Reader(self.daemon.url())
        reader.start()
        del self.offers['first']
        for i in range(kills):
            self.one(f'r{i // ROUND}k{i % ROUND}')
            if i % ROUND == ROUND - 1 or i == kills - 1:
                self.settle()
                self.acknowledged = self.acknowledged[-ROUND:]
                self.next_day()
        reader.end = True
        reader.join()
        pgytest.equal(reader.wrong, [], 'feeds that were no feed')
        assert reader.fetched > kills, 'the reader hardly read'
        duplicates = len(self.receiver.messages) - len({m.id for m in self.receiver.messages})
        return reader, duplicates

    def close(self):
        self.daemon.close()
        self.receiver.close()


def main(kills, seed):
    killer = Killer(seed)
    try:
        reader, duplicates = killer.run(kills)
        print(f'{kills} kills {killer.kills}: 0 reminders lost, 0 twice in the outbox, {duplicates} attempts repeated under their id, '
              f'{reader.fetched} feeds read, longest gap {reader.longest_gap:.2f} s')
        return reader
    except Exception:
        print(f'seed {seed}; log of pgyd:\n{killer.daemon.log()[-6000:]}')
        raise
    finally:
        killer.close()
