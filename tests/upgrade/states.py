# SPDX-License-Identifier: BSD-2-Clause
"""States of older versions as the tree keeps them, what was sent from one, and the walk on from there: shared by make, which writes them with an older pgyd, and by
test_upgrade.py, which goes on with the present one.

A state is a folder here:
  pgyd.db.sql    its database, with @FOLDER@ where the folder of pgyd.ini stood
  pgyd.ini       its configuration, which names no path: one that changes is another configuration
  calendar.ics   what the subscribed client got last
  told.json      when it ended, its journal and link, and what the old program went on to tell, by day
"""

import collections
import datetime
import json
import os
import re
import sqlite3

import moment
from pgydaemon import TimedDaemon
from pgytest import wait_until

HERE = os.path.dirname(os.path.abspath(__file__))
FOLDER = '@FOLDER@'
KEY = bytes(range(32))  # of the links: no secret, so that a kept link is known to anybody who reads this
DATABASE = os.path.join('state', 'pgyd.db')


def names():
    return sorted(n for n in os.listdir(HERE) if os.path.exists(os.path.join(HERE, n, 'told.json')))


def read(state, file):
    with open(os.path.join(HERE, state, file), encoding='utf-8', newline='') as f:
        return f.read()


def told(state):
    return json.loads(read(state, 'told.json'))


# --- the database as text ---

PIECES = 200  # as deep as an expression may nest


def words_of(blob):
    """A blob as an SQL expression in which a reader finds its words."""
    pieces = ["'" + p.decode().replace("'", "''") + "'" if re.fullmatch(rb'[\n -~]+', p) else f"X'{p.hex()}'"
              for p in re.findall(rb'[\n -~]{6,}|(?:(?![\n -~]{6}).)+', blob, re.S)]
    groups = ['(' + '||'.join(pieces[i:i + PIECES]) + ')' for i in range(0, len(pieces), PIECES)]
    return f"CAST({'||'.join(groups)} AS BLOB)"


def dump(folder, ended=0, span=None):
    """The database of a pgyd that does not run. With a span, without what is due later than that, for every plan writes it anew, and what was sent earlier."""
    db = sqlite3.connect(os.path.join(folder, DATABASE))
    try:
        if span:
            db.execute(f'DELETE FROM due WHERE at > {ended + span}')
            db.execute(f'DELETE FROM outbox WHERE state >= 2 AND finished < {ended - span}')
        pragmas = [f'PRAGMA {p} = {db.execute(f"PRAGMA {p}").fetchone()[0]};' for p in ('application_id', 'user_version')]
        lines = [re.sub(r"(?<=[ ,(])X'([0-9A-F]{40,})'", lambda b: words_of(bytes.fromhex(b[1])), line) for line in db.iterdump()]
        db.rollback()
    finally:
        db.close()
    return '\n'.join(pragmas + lines).replace(folder, FOLDER) + '\n'


def restore(text, configuration, folder):
    """Files of a state in a folder of its own, as the old program left them."""
    os.makedirs(os.path.join(folder, 'state'), mode=0o700)
    with open(os.open(os.path.join(folder, 'state', 'key'), os.O_WRONLY | os.O_CREAT, 0o600), 'wb') as f:
        f.write(KEY)
    with open(os.open(os.path.join(folder, 'pgyd.ini'), os.O_WRONLY | os.O_CREAT, 0o600), 'w', encoding='utf-8') as f:
        f.write(configuration)
    db = sqlite3.connect(os.path.join(folder, DATABASE))
    try:
        db.executescript(text.replace(FOLDER, folder))
    finally:
        db.close()
    os.chmod(os.path.join(folder, DATABASE), 0o600)


# --- a daemon that goes on ---

class Going(TimedDaemon):
    """A pgyd whose configuration lies in its folder already, and its state in `state` beside it."""

    def write(self, sections):
        pass

    def select(self, sql):
        """Rows of its database; it must not run, for it lets nobody else read."""
        db = sqlite3.connect(os.path.join(self.folder, DATABASE))
        try:
            return db.execute(sql).fetchall()
        finally:
            db.close()

    def settled(self):
        """Nothing is on its way; a receiver that does not answer is tried again later."""
        now = datetime.datetime.fromtimestamp(self.clock.now(), datetime.timezone.utc).strftime('%Y-%m-%dT%H:%M:%SZ')
        ready = [r for r in self.rows() if r['state'] == 'queued' and r['endpoint'] == 'log' and r['next_try'] <= now]
        return not ready and not [r for r in self.rows() if r['state'] == 'sending']

    def walk(self, hops):
        for hop in hops:
            self.go(hop)
            wait_until(self.settled, 'every row that may leave has left')


LOOKS = (0, 7, 8, 17, 18, 23)


def hops(end):
    """The rest of that day and two whole ones: what is due late on a day may be told earlier on it. A minute after the hours at which most falls due."""
    last = datetime.datetime.fromtimestamp(end, moment.NEW_YORK).date() + datetime.timedelta(days=2)
    first = end - end % 3600 + 3660
    return [t for t in range(first, moment.at(f'{last} 23:59'), 3600) if datetime.datetime.fromtimestamp(t, moment.NEW_YORK).hour in LOOKS]


def day_of(utc):
    return datetime.datetime.fromtimestamp(utc, moment.NEW_YORK).date().isoformat()


# --- what was sent ---

Sent = collections.namedtuple('Sent', 'day endpoint item target step type')


def titles(daemon):
    """{title: item} of a daemon that was stopped, of what is due and gathered: a digest keeps the words that were there when its rows were written."""
    return dict(daemon.select('SELECT title, item FROM due UNION ALL SELECT title, item FROM gathered'))


def planned(daemon):
    """{title: item} of one that runs."""
    return {i['title']: i['id'] for i in daemon.request('timeline', '')['items']}


def items_of(detail, known):
    """Items of the lines of a digest: the longest title in each; the line itself where none is."""
    found = []
    for line in detail.split('\n'):
        if not line.startswith('- ') or re.fullmatch(r'- and \d+ more', line):
            continue
        within = [t for t in known if t in line]
        found.append(known[max(within, key=len)] if within else line)
    return found


def sent(daemon, since, known):
    """Of a daemon that was stopped: what was tried to be delivered since an instant, by the day it might leave; a digest as one of each of its lines."""
    found = []
    for endpoint, item, target, step, kind, payload, leaves in daemon.select(
            'SELECT endpoint, item, target, step, type, payload, max(created, not_before) FROM outbox'
            f' WHERE last_attempt >= {since} AND max(created, not_before) >= {since} ORDER BY id'):
        items = [item]
        if kind == 'digest':
            items = items_of(json.loads(payload)['detail'], known) or items
        found += [Sent(day_of(leaves), endpoint, i, target, step, kind) for i in items]
    return found
