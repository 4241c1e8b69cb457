#!/usr/bin/python3
# SPDX-License-Identifier: BSD-2-Clause
"""An older version's state goes on with this one: what it tells, what a subscribed calendar sees, what happened. The states were written by the older programs
themselves (make), which also say what they would have told in the two days after."""

import collections
import functools
import json
import os
import re
import subprocess
import sys
import urllib.request

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'e2e'))

import pgytest  # noqa: E402
import states  # noqa: E402
from pgytest import case, equal, program, wait_until  # noqa: E402

PLUGINS = ('milestones', 'networking', 'offers')


# --- what the versions call the same ---

@functools.cache
def renamed():
    """{old: new} of items, without their period, as the plugins declare it."""
    found = {}
    for name in PLUGINS:
        done = subprocess.run([program('src/ctl/pgyctl'), '--json', 'plugin', 'show', name], capture_output=True, text=True, check=True, timeout=60)
        found |= {whole(name, r['from']): whole(name, r['to']) for r in json.loads(done.stdout)['renames']}
    return found


def whole(plugin, name):
    return name if '/' in name else f'{plugin}/{name}'


def now_called(item):
    name, at, period = item.partition('@')
    return renamed().get(name, name) + at + period


def key(row):
    """Of a firing: item, target, step."""
    return now_called(row[0]), row[1], row[2]


# --- calendars ---

def blocks(feed):
    """[(UID, SEQUENCE, what a client shows at which day, bytes)] of a feed."""
    found = []
    for text in re.findall(r'BEGIN:VEVENT\r\n.*?END:VEVENT\r\n', feed, re.S):
        plain = text.replace('\r\n ', '').split('BEGIN:VALARM')[0]
        field = {m[1]: m[2] for m in re.finditer(r'^([A-Z-]+)(?:;[^:\r]*)?:(.*)\r$', plain, re.M)}
        found.append((field['UID'], int(field['SEQUENCE']), (field['SUMMARY'], field['DTSTART']), text))
    return found


def same(got, wanted, what):
    """Long lists: only what is in one of them."""
    apart = [f'- {w}' for w in wanted if w not in got] + [f'+ {g}' for g in got if g not in wanted]
    if got != wanted:
        raise AssertionError('\n'.join([what, *apart[:20]]))


def twice(values):
    return sorted(v for v, n in collections.Counter(values).items() if n > 1)


def check_client(before, after, where):
    """A client that had the one and gets the other."""
    new = blocks(after)
    equal(twice(uid for uid, *_ in new), [], f'{where}: UIDs there twice')
    equal(twice(shown for _, _, shown, _ in new), [], f'{where}: events there twice')
    known = {uid: (sequence, text) for uid, sequence, _, text in blocks(before)}
    both = [(uid, known[uid], (sequence, text)) for uid, sequence, _, text in new if uid in known]
    equal(bool(both), True, f'{where}: there are events that the client knew')
    for uid, (old, was), (sequence, is_now) in both:
        if sequence < old or (is_now != was and sequence == old):
            raise AssertionError(f'{where}: {uid}: SEQUENCE {old} became {sequence}:\n{was}{is_now}')


# --- an upgrade ---

class Upgrade:
    """A state in a folder of its own, and the daemon that goes on with it."""

    def __init__(self, state):
        self.told = states.told(state)
        self.ended = self.told['ended']
        self.root = pgytest.scratch()
        self.folder = os.path.join(self.root, 'pgyd')
        states.restore(states.read(state, 'pgyd.db.sql'), states.read(state, 'pgyd.ini'), self.folder)
        self.daemon = states.Going(self.ended, folder=self.folder)
        self.schema = self.daemon.select('PRAGMA user_version')[0][0]
        self.old_rows = self.daemon.select('SELECT endpoint, item, target, step, type FROM outbox WHERE state != 4')
        self.old_fired = {key(r) for r in self.daemon.select('SELECT item, target, step FROM fired')}
        self.known = states.titles(self.daemon)
        self.before = states.dump(self.folder)

    def fetch(self, link=None):
        """By the link as the client has had it for long."""
        url = self.daemon.url()
        with urllib.request.urlopen(url[:url.index('/f/')] + (link or self.told['link']), timeout=20) as answer:
            return answer.read().decode()

    def walk(self):
        self.daemon.walk(states.hops(self.ended))
        self.known |= states.planned(self.daemon)

    def new_fired(self):
        return [key(r) for r in self.daemon.select(f'SELECT item, target, step FROM fired WHERE at >= {self.ended}')]

    def doubles(self):
        """What went out twice, or fired again under another name."""
        rows = self.daemon.select("SELECT endpoint, item, target, step FROM outbox WHERE state != 4 AND item != ''")
        return twice((r[0],) + key(r[1:]) for r in rows) + sorted(set(self.new_fired()) & self.old_fired)

    def close(self):
        self.daemon.close()
        pgytest.remove(self.root)


Facts = collections.namedtuple('Facts', 'told doubles journal feeds schema copy sent before again')


@functools.cache
def upgraded(state):
    """A state is gone on with once; the cases look at what came of it."""
    one = Upgrade(state)
    try:
        daemon = one.daemon.start()
        feeds = {'at once': one.fetch()}
        journal = daemon.request('journal', '', '')['entries']
        one.walk()
        daemon.request('url-add', '', 'whole', 'everything', 'generic')
        daemon.reload()
        feeds |= {'two days later': one.fetch(), 'everything': daemon.feed('whole')}
        daemon.stop()
        doubles, sent = one.doubles(), states.sent(daemon, one.ended, one.known)
        first = look(one)
        daemon.start()
        again = {'two days later': one.fetch(), 'everything': daemon.feed('whole')}
        daemon.stop()
        second = look(one)
        return Facts(one.told, doubles, journal, feeds, one.schema, schema_copy(one), sent, one.before,
                     (first, second, {k: again[k] == feeds[k] for k in again}))
    finally:
        one.close()


def look(one):
    """All rows that tell of what happened and was published."""
    tables = ('journal', 'journal_args', 'revisions', 'fired', 'seen', 'outbox', 'gathered', 'due')
    return {t: one.daemon.select(f'SELECT * FROM {t} ORDER BY 1, 2, 3, 4') for t in tables}


def schema_copy(one):
    """The copy that was made before anything was changed, as text; None: there is none."""
    path = os.path.join(one.folder, states.DATABASE)
    if not os.path.exists(f'{path}.schema{one.schema}'):
        return None
    os.rename(path, path + '.now')
    for suffix in ('-wal', '-shm'):
        if os.path.exists(path + suffix):
            os.unlink(path + suffix)
    os.rename(f'{path}.schema{one.schema}', path)
    return states.dump(one.folder)


def each(check):
    for state in states.names():
        check(state, upgraded(state))


@case
def nothing_is_told_that_the_older_one_would_not_have_told_that_day():
    def check(state, facts):
        allowed = collections.Counter((s[0], s[1], now_called(s[2])) for s in facts.told['told'])
        told = collections.Counter((s.day, s.endpoint, now_called(s.item)) for s in facts.sent if s.type != 'brief')
        equal(sorted((told - allowed).elements()), [], f'{state}: told, and not, or not as often, by the older one')
    each(check)


@case
def what_is_told_is_told_once():
    each(lambda state, facts: equal(facts.doubles, [], state))


@case
def a_fatal_date_is_not_lost():
    """Less may be told, but not nothing: an offer that the older one would have rung for is rung for."""
    def check(state, facts):
        wanted = {(s[0], s[2]) for s in facts.told['told'] if s[2].startswith('offers/') and s[2].endswith('-answer-by')}
        equal(sorted(wanted - {(s.day, s.item) for s in facts.sent}), [], f'{state}: answers that nobody rang for')
    each(check)


@case
def a_subscribed_calendar_sees_each_event_once_and_in_its_next_revision():
    def check(state, facts):
        before = states.read(state, 'calendar.ics')
        for where, feed in facts.feeds.items():
            check_client(before, feed, f'{state}, {where}')
        check_client(facts.feeds['at once'], facts.feeds['two days later'], f'{state}, from the first day on')
    each(check)


@case
def the_journal_is_as_it_was():
    def check(state, facts):
        wanted = [{**e, 'subject': now_called(e['subject'])} for e in facts.told['journal']]
        same(facts.journal, wanted, f'{state}: journal')
    each(check)


@case
def the_database_was_copied_before_it_was_changed():
    def check(state, facts):
        equal(facts.copy is not None, True, f'{state}: pgyd.db.schema{facts.schema} is there')
        equal(facts.copy == facts.before, True, f'{state}: the copy is the database as it was')
    each(check)


@case
def a_second_start_changes_nothing():
    def check(state, facts):
        first, second, feeds = facts.again
        for table, rows in first.items():
            same(second[table], rows, f'{state}: {table}')
        equal(feeds, {'two days later': True, 'everything': True}, f'{state}: the feeds are the same bytes')
    each(check)


@case
def a_kill_right_after_the_first_look_doubles_nothing():
    for state in states.names():
        one = Upgrade(state)
        try:
            one.daemon.start()
            one.daemon.kill('parent')
            one.daemon.start()
            wait_until(one.daemon.settled, 'what waited has left')
            one.walk()
            check_client(states.read(state, 'calendar.ics'), one.fetch(), f'{state}, killed')
            one.daemon.stop()
            equal(one.doubles(), [], f'{state}: twice')
            equal(sorted(states.sent(one.daemon, one.ended, one.known)), sorted(upgraded(state).sent), f'{state}: sent, as without the kill')
        finally:
            one.close()


if __name__ == '__main__':
    pgytest.run(__file__)
