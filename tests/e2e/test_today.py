#!/usr/bin/python3
# SPDX-License-Identifier: BSD-2-Clause
"""What a person types every day: today, numbers, done, snooze, dismiss, undone, catchup, the agenda's groups."""

import json
import os
import subprocess
import tempfile

import pgytest
from moment import day
from pgydaemon import Daemon
from pgytest import case, equal, program


def milestone(name, when, **keys):
    keys = {'title': name.replace('-', ' ').capitalize(), 'when': when, **keys}
    return f'[milestone:{name}]\n' + ''.join(f'{k} = {v}\n' for k, v in keys.items()) + '\n'


ALONE = '[packs]\nskip = phases, monthly\nuse = holidays\n\n'


def scene(*milestones):
    d = Daemon('[notify:log]\ntype = log\n\n' + ALONE + ''.join(milestones))
    d.start()
    return d


def answer(d, *args, status=0):
    got, out, err = d.ctl('--json', *args)
    equal(got, status, f'{args}: {err}')
    return json.loads(out)


def ours(items):
    """Without what the plugins plan themselves."""
    return [i for i in items if i['id'].startswith('milestones/my-')]


class Terminal:
    """A session of its own, as a terminal has: lists are kept for each."""

    def __init__(self, d, runtime):
        self.d, self.runtime = d, runtime

    def run(self, *commands):
        """Several commands in one session: (status, out, err) of the last."""
        lines = [' '.join([c[0][1:], *c[1:]] if c[0][0] == '!' else ['"$PGYCTL"', '-c', '"$FILE"'] + [f"'{w}'" for w in c])
                 for c in commands]
        script = ' >/dev/null; '.join(lines)
        env = dict(self.d.environment(), PGYCTL=program('src/ctl/pgyctl'), FILE=self.d.file, XDG_RUNTIME_DIR=self.runtime)
        p = subprocess.run(['/bin/sh', '-c', script], env=env, capture_output=True, text=True, start_new_session=True, check=False)
        return p.returncode, p.stdout, p.stderr


FATAL = milestone('my-list', day(5), stakes='fatal', next='Certify the list')
COSTLY = milestone('my-papers', day(3), stakes='costly')
PAST = milestone('my-old', day(-90), stakes='useful')
USEFUL = milestone('my-reading', day(2), stakes='useful')
# Whatever the weekday, it is one of this week's.
USEFUL_NOW = milestone('my-reading', day(0), stakes='useful')


@case
def today_is_seven_lines_with_numbers():
    d = scene(FATAL, COSTLY, USEFUL_NOW)
    try:
        got = answer(d, 'today')
        equal((got['state'], got['today']), ('watch', day(0)), 'state')
        lines = [line for line in got['lines'] if line['id'].startswith('milestones/my-')]
        equal([(line['id'], line['group'], line['stakes'], line['by']) for line in lines],
              [('milestones/my-papers', 'burning', 'costly', day(3)), ('milestones/my-list', 'burning', 'fatal', day(5)),
               ('milestones/my-reading', 'useful', 'useful', day(0))], 'lines')
        equal([line['n'] for line in got['lines']], list(range(1, len(got['lines']) + 1)), 'numbers')
        equal('No reminder reaches your phone.' in got['sentence'], True, got['sentence'])
        status, out, _ = d.ctl('today')
        equal((status, ' 1  My papers: by ' in out, '(3 days left)' in out, 'Next: Certify the list' in out), (0, True, True, True), out)
        equal(d.ctl()[1], out, 'pgyctl alone')
    finally:
        d.close()


@case
def a_number_is_the_item_that_stood_there():
    with tempfile.TemporaryDirectory() as runtime:
        d = scene(FATAL, COSTLY)
        terminal = Terminal(d, runtime)
        try:
            status, out, err = terminal.run(['done', '1'])
            equal((status, 'no line 1 in the last list' in err), (1, True), err)
            status, out, err = terminal.run(['today'], ['done', '1'])
            equal((status, out.startswith('My papers is done')), (0, True), out + err)
            # line 2 of that list is the list still, though a new one would show it first
            status, out, err = terminal.run(['undone', 'my-papers'], ['today'], ['done', 'my-papers'], ['done', '2'])
            equal((status, out.startswith('My list (by ')), (0, True), out + err)
            status, out, err = terminal.run(['today'], ['done', '1'])
            equal((status, 'is done already' in err), (1, True), out + err)
            status, out, err = terminal.run(['today'], ['undone', '1'])
            equal((status, 'is open again' in out), (0, True), out + err)
            status, out, err = terminal.run(['today'], ['done', '9'])
            equal((status, 'no line 9' in err), (1, True), err)
            status, out, err = terminal.run(['today'], ['done', '1-99'])
            equal(status, 1, err)
        finally:
            d.close()


@case
def two_terminals_have_two_lists():
    with tempfile.TemporaryDirectory() as runtime:
        d = scene(FATAL, COSTLY)
        try:
            equal(Terminal(d, runtime).run(['today'])[0], 0, 'one')
            status, _, err = Terminal(d, runtime).run(['done', '1'])
            equal((status, 'in the last list that this terminal showed' in err), (1, True), err)
        finally:
            d.close()


@case
def an_item_that_went_is_refused():
    with tempfile.TemporaryDirectory() as runtime:
        d = scene(FATAL, COSTLY)
        terminal = Terminal(d, runtime)
        try:
            kept = d.file + '.kept'
            d.write('[notify:log]\ntype = log\n\n' + ALONE + FATAL)
            os.rename(d.file, kept)
            d.write('[notify:log]\ntype = log\n\n' + ALONE + FATAL + PAST)
            d.reload()
            # what was past and is gone from the file is gone from the plan: its number acts on nothing
            n = [i['id'] for i in answer(d, 'catchup')['items']].index('milestones/my-old') + 1
            status, out, err = terminal.run(['catchup'], ['!mv', kept, d.file], ['reload'], ['done', str(n)])
            equal((status, out, 'is not an item of profile' in err), (1, '', True), err)
        finally:
            d.close()


@case
def snooze_takes_days_by_word_and_spares_fatal_ones():
    d = scene(FATAL, COSTLY)
    try:
        got = answer(d, 'snooze', 'my-papers', 'in', '2', 'days')
        equal((got['until'], got['item']['state']), (day(2), 'snoozed'), 'in 2 days')
        equal(d.ctl('snooze', 'my-papers', 'someday')[0], 2, 'no day')
        equal(d.ctl('snooze', 'my-papers', 'today')[0], 2, 'not a day to come')
        status, _, err = d.ctl('snooze', 'my-list', '2w')
        equal((status, 'My list: that is by' in err, '--force' in err), (1, True, True), err)
        equal(answer(d, 'snooze', 'my-list', '4d')['until'], day(4), 'before its day')
        equal(answer(d, 'snooze', 'my-list', '2w', '--force')['until'], day(14), 'forced')
        equal(sorted(i['id'] for i in ours(answer(d, 'snooze')['items'])), ['milestones/my-list', 'milestones/my-papers'], 'put off')
        equal(answer(d, 'undone', 'my-papers')['item']['state'], 'future', 'back')
    finally:
        d.close()


@case
def dismissed_comes_back_once_when_its_day_moves():
    d = scene(USEFUL, COSTLY)
    try:
        equal(answer(d, 'dismiss', 'my-reading')['item']['state'], 'dismissed', 'dismiss')
        equal(d.ctl('dismiss', 'my-reading')[0], 1, 'twice')
        equal([i['id'] for i in answer(d, 'dismiss')['items']], ['milestones/my-reading'], 'list')
        equal(answer(d, 'undone', 'my-reading')['item']['state'], 'future', 'undo')
        answer(d, 'dismiss', 'my-reading')
        move(d, 4)
        equal(item(d, 'my-reading')['state'], 'future', 'its day moved: it is back')
        answer(d, 'dismiss', 'my-reading')
        move(d, 6)
        equal(item(d, 'my-reading')['state'], 'dismissed', 'for good')
    finally:
        d.close()


def move(d, n):
    """The useful one on another day."""
    d.write('[notify:log]\ntype = log\n\n' + ALONE + COSTLY + milestone('my-reading', day(n), stakes='useful'))
    d.reload()


def item(d, name):
    return next(i for i in answer(d, 'plan')['items'] if i['id'] == f'milestones/{name}')


@case
def what_is_old_keeps_its_day_and_is_sorted():
    d = scene(milestone('my-old', day(-90), stakes='useful'), milestone('my-older', day(-200), stakes='costly'),
              milestone('my-license', day(-30), stakes='fatal'))
    try:
        got = answer(d, 'today')
        first = got['lines'][0]
        equal((first['id'], first['text'].startswith('Is this done? My license (was due ')), ('milestones/my-license', True), first)
        old = ours(answer(d, 'catchup')['items'])
        equal([(i['id'], i['by'], i['state']) for i in old],
              [('milestones/my-older', day(-200), 'overdue'), ('milestones/my-old', day(-90), 'overdue'),
               ('milestones/my-license', day(-30), 'overdue')], 'catchup')
        answer(d, 'dismiss', 'my-older')
        equal(d.ctl('done', 'my-old', 'my-license')[0], 0, 'two at once')
        equal(ours(answer(d, 'catchup')['items']), [], 'sorted')
    finally:
        d.close()


@case
def the_agenda_is_in_groups():
    d = scene(FATAL, COSTLY, USEFUL_NOW, milestone('my-phase', day(-10), until=day(20), stakes='context'))
    try:
        got = {i['id']: i['group'] for i in ours(answer(d, 'agenda')['items'])}
        equal(got, {'milestones/my-papers': 'burning', 'milestones/my-list': 'burning', 'milestones/my-reading': 'week',
                    'milestones/my-phase': 'context'}, 'groups')
        out = d.ctl('agenda')[1]
        equal(out.index('BURNING') < out.index('THIS WEEK') < out.index('FOR ORIENTATION'), True, out)
    finally:
        d.close()


@case
def without_a_daemon_today_says_so():
    d = Daemon(ALONE + FATAL + COSTLY)
    try:
        status, out, _ = d.ctl('today')
        equal((status, out.startswith('pgyd is not running: no reminder leaves.')), (0, True), out)
        status, out, _ = d.ctl('today', '--stateless', '--today', day(4))
        equal((status, out.startswith('Now: My list: by ')), (0, True), out)
    finally:
        d.close()


pgytest.run(__file__)
