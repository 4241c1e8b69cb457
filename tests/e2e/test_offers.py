#!/usr/bin/python3
# SPDX-License-Identifier: BSD-2-Clause
"""Offers through pgyctl: entering one, what may follow what in the journal, where one stands, an extension granted."""

import json
import os
import subprocess

import pgytest
from moment import day
from pgytest import case, equal, program, remove, scratch
from pgydaemon import Daemon, offer

PERSON = '[person]\ntimezone = America/New_York\n# kept\n[daemon]\nplugins = offers\n'


class Place:
    """A folder with a configuration file and a home of its own."""

    def __init__(self):
        self.folder = scratch()
        self.file = os.path.join(self.folder, 'pgyd.ini')
        with open(self.file, 'w', encoding='utf-8') as f:
            f.write(PERSON)

    def write(self, text):
        with open(self.file, 'w', encoding='utf-8') as f:
            f.write(text)

    def everything(self):
        """{path: bytes} of all files below the home."""
        found = {}
        for folder, _, names in os.walk(self.folder):
            for name in names:
                with open(os.path.join(folder, name), 'rb') as f:
                    found[os.path.join(folder, name)] = f.read()
        return found

    def read(self):
        with open(self.file, encoding='utf-8') as f:
            return f.read()

    def ctl(self, *args, stdin=''):
        env = {k: v for k, v in os.environ.items() if not k.startswith('XDG_')}
        env['HOME'] = self.folder
        done = subprocess.run([program('src/ctl/pgyctl'), '-c', self.file, *args], capture_output=True, text=True, timeout=60, input=stdin, env=env)
        return done.returncode, done.stdout, done.stderr

    def refused(self, status, part, *args, stdin=''):
        """Refused with these words, and the file is what it was."""
        before = self.read()
        got, _, err = self.ctl(*args, stdin=stdin)
        equal((got, part in err), (status, True), f'{args}: {err}')
        equal(self.read(), before, f'{args}: nothing half-written')

    def __enter__(self):
        return self

    def __exit__(self, *why):
        remove(self.folder)


MERCY = ('employer=Mercy Health', 'written=yes', 'received=2026-11-16', 'answer_within=7-10')


@case
def add_with_keys():
    with Place() as p:
        status, out, err = p.ctl('offer', 'add', 'mercy', *MERCY)
        equal((status, '[offer:mercy] is written' in out), (0, True), err)
        equal('\n[offer:mercy]\nemployer = Mercy Health\nwritten = yes\nreceived = 2026-11-16\nanswer_within = 7-10\n' in p.read(), True, p.read())
        equal(p.read().startswith(PERSON), True, 'the rest stays')
        p.refused(1, 'already', 'offer', 'add', 'mercy', *MERCY)
        # 2026-11-16 + 10 days
        status, out, err = p.ctl('offer', 'list', '--today', '2026-11-22', '--stateless')
        equal((status, 'Mercy Health' in out, '2026-11-26' in out), (0, True, True), out + err)
        status, out, err = p.ctl('offer', 'show', 'mercy', '--today', '2026-11-22', '--stateless')
        equal((status, 'received since 2026-11-16, rounds: 0 of 2' in out), (0, True), out + err)
        equal(p.ctl('offer', 'show', 'nobody', '--stateless')[0], 1, 'an unknown offer')
        equal(p.ctl('offer', 'history', 'nobody', '--stateless')[0], 1, 'an unknown history')


@case
def add_mistakes():
    with Place() as p:
        p.refused(1, 'received', 'offer', 'add', 'mercy', 'employer=M', 'written=yes')
        p.refused(1, 'base', 'offer', 'add', 'mercy', *MERCY, 'base=-1')
        p.refused(1, 'before the offer was received', 'offer', 'add', 'mercy', *MERCY, 'answer_by=2026-11-15')
        p.refused(1, "answer_by", 'offer', 'add', 'mercy', *MERCY, 'answer_bye=2026-11-30')
        p.refused(1, 'rate_', 'offer', 'add', 'mercy', *MERCY, 'rate_location=11')
        for key, value in (('rate_location', '-1'), ('attachment', '11'), ('status', 'signed'), ('answer_by', '2026-11-31'), ('prospect', 'nobody')):
            p.refused(1, f'offer:mercy.{key}: ', 'offer', 'add', 'mercy', *MERCY, f'{key}={value}')
        p.refused(1, 'offer:mercy.received: ', 'offer', 'add', 'mercy', 'employer=M', 'written=yes', 'received=2026-02-30')
        p.refused(2, 'given twice', 'offer', 'add', 'mercy', *MERCY, 'written=no')
        p.refused(2, 'is no id', 'offer', 'add', 'Mercy!', *MERCY)
        p.refused(2, 'is not KEY=VALUE', 'offer', 'add', 'mercy', 'employer')
        # Both dates: answer_by wins, with a warning that keeps nothing from being written.
        equal(p.ctl('offer', 'add', 'mercy', *MERCY, 'answer_by=2026-11-30')[0], 0, 'both')
        equal('wins' in ''.join(p.ctl('check')[1:]), True, 'the warning')


@case
def add_by_questions():
    with Place() as p:
        p.refused(1, 'ended early', 'offer', 'add', stdin='mercy\nMercy Health\n')
        # A bad name, a bad day and a bad number are asked again.
        answers = ['Mercy!', 'mercy', 'Mercy Health', '', 'tomorrow', '2026-11-16', '', '', 'committee', '', '', 'much', '300000', '', '']
        status, _, err = p.ctl('offer', 'add', stdin='\n'.join(answers) + '\n')
        equal(status, 0, err)
        equal('\n[offer:mercy]\nemployer = Mercy Health\nwritten = yes\nreceived = 2026-11-16\nanswer_within = 7-10\n'
              'deadline_kind = committee\ndoc = letter\nbase = 300000\n' in p.read(), True, p.read())


ASKED = (
    'A short name for it, of a-z, 0-9 and -, such as mercy: ',
    'Who makes the offer: ',
    'Is it in writing (yes, no) [yes]: ',
    'The day it arrived (YYYY-MM-DD) [TODAY]: ',
    'The day they named for your answer (YYYY-MM-DD, with an hour if they named one; empty: none): ',
    'Days to answer in, a number or a range [7-10]: ',
    'How firm is that: soft, committee or hard [soft]: ',
    'What you hold: letter or contract [letter]: ',
    'The physician leader you talk to there (empty: nobody yet): ',
    'Base salary of the first year in dollars (empty: unknown): ',
    'Months of the first term (empty: unknown): ',
    'Days of notice (empty: unknown): ',
)


@case
def the_questions_and_their_defaults():
    for by in ('', day(20)):
        with Place() as p:
            answers = ['mercy', 'Mercy Health', '', '', by] + [''] * (6 if by else 7)
            before = day(0)
            status, _, err = p.ctl('offer', 'add', stdin='\n'.join(answers) + '\n')
            equal((status, day(0)), (0, before), err)
            # What was answered with a day is not asked for in days.
            asked = [q.replace('TODAY', before) for q in ASKED if not (by and q.startswith('Days to answer'))]
            equal(err, ''.join(asked), 'the questions')
            when = f'answer_by = {by}' if by else 'answer_within = 7-10'
            equal(f'[offer:mercy]\nemployer = Mercy Health\nwritten = yes\nreceived = {before}\n{when}\ndeadline_kind = soft\ndoc = letter\n' in p.read(),
                  True, p.read())
    with Place() as p:
        # One that is required has to be answered.
        err = p.ctl('offer', 'add', stdin='mercy\n\nMercy Health\n')[2]
        equal('Who makes the offer:   This one is needed.\nWho makes the offer: Is it' in err, True, err)
        # Without the plugin there is nothing to ask.
        p.write(PERSON.replace('offers', 'networking'))
        p.refused(1, 'asks anything about an offer', 'offer', 'add', stdin='mercy\n')


RATED = PERSON + offer('mercy', received='2026-11-16', answer_within='7-10', base='300000', rate_location='7') + '[priorities]\nlocation = 60\nschedule = 40\n'

# (section, key, bad value, where it is said: that key's line or its section's, what is said)
BAD = (
    ('priorities', 'schedule', '39', 'priorities', 'priorities: the weights sum to 99; weights that sum to 100'),
    ('priorities', 'schedule', '41', 'priorities', 'priorities: the weights sum to 101; weights that sum to 100'),
    ('priorities', 'schedule', '-40', 'schedule', 'priorities.schedule: '),
    ('priorities', 'schedule', 'much', 'schedule', 'priorities.schedule: '),
    ('offer:mercy', 'answer_by', '2026-11-15', 'answer_by', 'offer:mercy.answer_by: the answer would be due before the offer was received, 2026-11-16'),
    ('offer:mercy', 'answer_by', '2026-11-31', 'answer_by', 'offer:mercy.answer_by: '),
    ('offer:mercy', 'answer_within', '10-7', 'answer_within', 'offer:mercy.answer_within: '),
    ('offer:mercy', 'answer_within', '0-10', 'answer_within', 'offer:mercy.answer_within: '),
    ('offer:mercy', 'base', '-1', 'base', 'offer:mercy.base: '),
    ('offer:mercy', 'base', '-300000', 'base', 'offer:mercy.base: '),
    ('offer:mercy', 'base', '3e5', 'base', 'offer:mercy.base: '),
    ('offer:mercy', 'sign_on', '100000001', 'sign_on', 'offer:mercy.sign_on: '),
    ('offer:mercy', 'rate_location', '11', 'rate_location', 'offer:mercy.rate_location: '),
    ('offer:mercy', 'rate_location', '-1', 'rate_location', 'offer:mercy.rate_location: '),
    ('offer:mercy', 'rate_locaton', '5', 'rate_locaton', 'offer:mercy.rate_locaton: '),
    ('offer:mercy', 'attachment', '11', 'attachment', 'offer:mercy.attachment: '),
    ('offer:mercy', 'bonus_hit_pct', '101', 'bonus_hit_pct', 'offer:mercy.bonus_hit_pct: '),
    ('offer:mercy', 'received', '2026-02-30', 'received', 'offer:mercy.received: '),
    ('offer:mercy', 'written', 'maybe', 'written', 'offer:mercy.written: '),
    ('offer:mercy', 'status', 'signed', 'status', 'offer:mercy.status: '),
    ('decide', 'sign_today', 'nobody', 'sign_today', 'decide.sign_today: '),
    ('decide', 'understood', 'comp, cal', 'understood', 'decide.understood: '),
)


def with_value(text, section, key, value):
    """The text with a key set as an editor would: in place, or as the last of its section."""
    lines, here, at_end = text.split('\n'), False, None
    for i, line in enumerate(lines):
        here = line == f'[{section}]' if line.startswith('[') else here
        if here and line.split(' =')[0] == key:
            lines[i] = f'{key} = {value}'
            return '\n'.join(lines)
        if here and line:
            at_end = i + 1
    if at_end is None:
        return text + f'[{section}]\n{key} = {value}\n'
    return '\n'.join(lines[:at_end] + [f'{key} = {value}'] + lines[at_end:])


def line_of(text, section, key):
    lines = text.split('\n')
    first = lines.index(f'[{section}]')
    return first + 1 if key == section else first + 1 + next(i for i, line in enumerate(lines[first:]) if line.split(' =')[0] == key)


@case
def bad_values_are_said_with_file_and_line_and_nothing_is_written():
    for section, key, value, where, words in BAD:
        with Place() as p:
            p.write(RATED)
            equal(p.ctl('check')[0], 0, 'good before')
            # Through the command that edits: refused, and the file is what it was.
            p.refused(1, words.split(': ')[1] if where != 'priorities' else words.split('; ')[0], 'set', section, key, value)
            # Written by hand: every command that reads it says where, and none of them writes.
            p.write(with_value(RATED, section, key, value))
            said = f'{p.file}:{line_of(p.read(), section, where)}: {words}'
            for command in (['check'], ['plan', '--stateless', '--today', '2026-11-20'], ['report', 'compare', '--stateless']):
                before = p.everything()
                status, out, err = p.ctl(*command)
                equal((status, said in out + err), (1, True), f'{section}.{key} = {value}, {command}: {said}: {out}{err}')
                equal(p.everything(), before, f'{command}: nothing half-written')


@case
def both_dates_are_a_warning_and_answer_by_wins():
    with Place() as p:
        p.write(with_value(RATED, 'offer:mercy', 'answer_by', '2026-12-01'))
        status, out, err = p.ctl('check')
        line = line_of(p.read(), 'offer:mercy', 'answer_within')
        equal((status, f'warning: {p.file}:{line}: offer:mercy.answer_within: answer_by is set as well and wins' in out + err), (0, True), out + err)
        status, out, err = p.ctl('--json', 'plan', '--stateless', '--today', '2026-11-20')
        by = [i['start'] for i in json.loads(out)['items'] if i['id'].startswith('offers/mercy-answer')]
        equal((status, by), (0, ['2026-12-01']), 'no soft date, and the one that was named')


@case
def an_offer_that_is_not_there():
    with Place() as p:
        p.write(RATED)
        before = p.everything()
        for words, args in (('[offer:nobody]', ('report', 'offers', 'offer=nobody', '--stateless')), ('nobody', ('report', 'compare', 'offer=mercy,nobody', '--stateless')),
                            ('nobody', ('report', 'history', 'offer=nobody', '--stateless')), ('nobody', ('report', 'asks', 'offer=nobody', '--stateless')),
                            ('nobody', ('report', 'letter', 'kind=extension', 'offer=nobody', '--stateless')), ('nobody', ('offer', 'show', 'nobody', '--stateless'))):
            status, out, err = p.ctl(*args)
            equal((status, words in err, out), (1, True, ''), f'{args}: {out}{err}')
        equal(p.everything(), before, 'nothing was written')
    d = Daemon('[notify:log]\ntype = log\n\n' + offer('mercy', received=day(-5), answer_by=day(9)))
    d.start()
    try:
        before = d.request('journal', '', '')
        for words, args in (("there is no [offer:nobody]", ('log', 'offer', 'nobody', 'asked')), ("there is no [offer:merci]", ('log', 'offer', 'merci', 'asked')),
                            ('needs a subject', ('log', 'offer')), ('none of the events', ('log', 'offer', 'mercy', 'signed')),
                            ('lies in the future', ('log', 'offer', 'mercy', 'asked', '--on', day(2))), ('is not KEY=VALUE', ('log', 'offer', 'mercy', 'asked', 'loud=yes')),
                            ('by', ('log', 'offer', 'mercy', 'extended', 'by=soon')), ("cannot follow 'received'", ('log', 'offer', 'mercy', 'revised')),
                            ('is not an item', ('done', 'offers/nobody-answer-by'))):
            status, out, err = d.ctl(*args)
            equal((status, words in err), (1, True), f'{args}: {out}{err}')
        equal(d.request('journal', '', ''), before, 'the journal')
    finally:
        d.close()


@case
def what_may_follow():
    d = Daemon('[notify:log]\ntype = log\n\n' + offer('mercy', received=day(-5), answer_by=day(9)) + offer('valley', received=day(-4), answer_by=day(10)))
    d.start()
    try:
        def log(*args):
            got, out, err = d.ctl('--json', 'log', 'offer', 'mercy', *args)
            return got, json.loads(out)

        def refused(part, *args):
            before = len(d.request('journal', '', '')['entries'])
            got, answer = log(*args)
            equal((got, part in answer['error']), (1, True), f'{args}: {answer}')
            equal(len(d.request('journal', '', '')['entries']), before, f'{args}: nothing was written down')

        refused("'revised' cannot follow 'received'", 'revised')
        got, answer = log('asked', '--on', day(-3))
        equal((got, answer['number'] > 0, answer['event']), (0, True, 'asked'), answer)
        refused('no answer yet', 'asked')
        refused('before the offer was received', 'compared', '--on', day(-6))
        equal(log('answered', 'response=no', 'term=base', '--on', day(-2))[0], 0, 'an honest no')
        equal(log('asked', '--on', day(-1))[0], 0, 'the second round')
        equal(log('revised')[0], 0, 'an improvement')
        refused('force=yes', 'asked')
        equal(log('asked', 'force=yes')[0], 0, 'forced')
        status, out, err = d.ctl('offer', 'history', 'mercy')
        equal((status, f'received {day(-5)} > asked {day(-3)} > revised {day(-2)} > asked {day(-1)} > revised {day(0)}' in ' '.join(out.split())), (0, True), out + err)
        status, out, err = d.ctl('offer', 'show', 'mercy')
        equal((status, 'rounds: 3 of 2' in out, 'cannot move: base' in out), (0, True, True), out + err)
        equal(log('accepted')[0], 0, 'one of two written ones')
        refused("'declined' cannot follow 'accepted'", 'declined')
    finally:
        d.close()


@case
def done_and_undo_are_held_to_the_same_steps():
    d = Daemon('[notify:log]\ntype = log\n\n' + offer('mercy', received=day(-5), answer_by=day(9)) + offer('valley', received=day(-5), answer_by=day(10)))
    d.start()
    try:
        def entries():
            return d.request('journal', '', '')['entries']

        def refused(part, *args):
            before = entries()
            status, out, err = d.ctl(*args)
            equal((status, part in err), (1, True), f'{args}: {out}{err}')
            equal(entries(), before, f'{args}: nothing was written down')

        def log(*args):
            status, out, err = d.ctl('--json', 'log', 'offer', *args)
            equal(status, 0, out + err)
            return str(json.loads(out)['number'])

        def there():
            return 'offers/valley-decline' in [i['id'] for i in d.request('timeline', '')['items'] if i['state'] not in ('done', 'cancelled')]

        touched, asked = log('valley', 'touched', '--on', day(-4)), log('valley', 'asked', '--on', day(-3))
        revised, accepted = log('valley', 'revised', '--on', day(-2)), log('mercy', 'accepted', '--on', day(-1))
        # The decline of valley is due today; its done writes `offer valley declined`.
        equal(there(), True, 'to be declined')
        refused('before the offer was received', 'done', 'offers/valley-decline', '--on', day(-6))
        refused(f"then 'revised' of {day(-2)} could not have happened", 'done', 'offers/valley-decline', '--on', day(-3))
        equal(there(), True, 'still to be declined')
        status, out, err = d.ctl('--json', 'done', 'offers/valley-decline')
        equal((status, there(), entries()[-1]['event'], entries()[-1]['args']), (0, False, 'declined', {'item': 'offers/valley-decline'}), out + err)
        # What later entries rest on stays; the rest goes, the last first.
        refused(f"without it 'revised' of {day(-2)} could not have happened: take that back first", 'journal', 'undo', asked)
        equal(d.ctl('journal', 'undo', touched)[0], 0, 'nothing rests on a touch')
        equal(d.ctl('undone', 'offers/valley-decline')[0], 0, 'a done is taken back')
        equal(there(), True, 'to be declined again')
        equal(d.ctl('journal', 'undo', accepted)[0], 0, 'the last of mercy')
        equal([d.ctl('journal', 'undo', n)[0] for n in (revised, asked)], [0, 0], 'the last first')
        refused('taken back before', 'journal', 'undo', asked)
        refused('has no entry', 'journal', 'undo', '4711')
        status, out, err = d.ctl('offer', 'show', 'valley')
        equal((status, 'received since' in out, 'rounds: 0 of 2' in out), (0, True, True), out + err)
    finally:
        d.close()


@case
def an_extension_moves_the_clock():
    d = Daemon('[notify:log]\ntype = log\n\n' + offer('mercy', received=day(-5), answer_by=day(9)))
    d.start()
    try:
        def by():
            return next(i for i in d.request('timeline', '')['items'] if i['id'] == 'offers/mercy-answer-by')

        equal(d.ctl('log', 'offer', 'mercy', 'extended')[0], 1, 'without its date')
        equal(by()['start'][:10], day(9), 'before')
        equal(d.ctl('log', 'offer', 'mercy', 'extended', f'by={day(20)}')[0], 0, 'granted')
        equal(by()['start'][:10], day(20), 'after')
        equal(d.ctl('log', 'offer', 'mercy', 'accepted')[0], 1, 'the only written offer')
        equal(d.ctl('log', 'offer', 'mercy', 'accepted', 'confirm=yes')[0], 0, 'confirmed')
    finally:
        d.close()


@case
def today_on_the_way_to_an_answer_and_the_morning_after():
    """One line an offer: its date, and the next thing to do for it. 2026-11-16 + 10 days is Thanksgiving, the 26th."""
    with Place() as p:
        p.write(PERSON + offer('mercy', employer='Mercy Health', received='2026-11-16', answer_within='7-10') +
                offer('lake', employer='Lake Medical', received='2026-11-16'))

        def lines(today):
            status, out, err = p.ctl('--json', 'today', '--stateless', '--today', today)
            equal(status, 0, err)
            return [(i['id'], i['text'], i['next']) for i in json.loads(out)['lines'] if i['group'] == 'offer']

        lake = ('offers/lake-ask-date', 'Ask Lake Medical for an answer date: by Thu Nov 19 (3 days left)', 'Ask for the full contract')
        # A review of five business days has to begin on the 18th (19, 20, 23, 24, 25): the contract is the first thing to ask for.
        equal(lines('2026-11-16'), [('offers/mercy-answer-by', 'Answer Mercy Health: by Thu Nov 26 (10 days left)', 'Ask for the full contract'), lake], 'it came')
        p.write(PERSON + offer('mercy', employer='Mercy Health', received='2026-11-16', answer_within='7-10', doc='contract', physician_lead='Chief'))
        equal(lines('2026-11-18')[0][2], 'Send the contract to your lawyer', 'the last day on which the review can finish')
        equal(lines('2026-11-19')[0][2], 'Ask for more time or a rush review', 'it cannot any more')
        p.write(PERSON + offer('mercy', employer='Mercy Health', received='2026-11-16', answer_within='7-10', physician_lead='Chief',
                               contract_requested='2026-11-16', contract_received='2026-11-17') +
                '[review]\nsent = 2026-11-18\ndone = 2026-11-24\n')
        ahead = 'Answer Mercy Health: by Thu Nov 26'
        # The list of requests is due two business days after the contract; on the last two days what is left is to answer.
        equal([(i[1], i[2]) for i in lines('2026-11-19')], [(f'{ahead} (7 days left)', 'Pick three to five requests')], 'seven days before')
        equal([(i[1], i[2]) for i in lines('2026-11-25')], [(f'{ahead} (1 day left)', 'Decide, then call by Wed Nov 25')], 'the day before')
        equal([(i[1], i[2]) for i in lines('2026-11-26')], [(f'{ahead} (last day)', 'Ask for more time, or decide and call')], 'the day')
        said = 'Say what happened with Mercy Health: by Thu Dec 3'
        equal([(i[1], i[2]) for i in lines('2026-11-27')], [(f'{said} (6 days left)', 'Record yes, no, more time, or gone')], 'the morning after')
        equal([(i[1], i[2]) for i in lines('2026-12-03')], [(f'{said} (last day)', 'Record yes, no, more time, or gone')], 'a week after')
        equal(lines('2026-12-04'), [], 'then it only stands in the agenda')


def many(n):
    """n offers of 2026-11-16 with ten days to answer, each with its terms."""
    return ''.join(offer(f'o{i:03d}', received='2026-11-16', answer_within='7-10', base=300000 + i, noncompete_scope='any_facility', noncompete_miles=25,
                         must_improve='base; call; covenant') for i in range(n))


@case
def two_hundred_offers_within_the_default_deadline():
    # Nothing sets pass_deadline: the workers, caged, have the five seconds of the default, on a machine as busy as it is.
    with Place() as p:
        with open(p.file, 'a', encoding='utf-8') as f:
            f.write(many(200))
        status, out, err = p.ctl('check')
        equal((status, 'error' in out + err), (0, False), err[-2000:])
        status, out, err = p.ctl('--json', 'plan', '--today', '2026-11-20', '--stateless')
        equal(status, 0, err)
        items = {i['id']: i for i in json.loads(out)['items']}
        # 2026-11-16 + 7 and + 10 days
        equal([i for i in range(200) if items[f'offers/o{i:03d}-answer-by']['start'] != '2026-11-26'], [], 'hard dates')
        equal([i for i in range(200) if items[f'offers/o{i:03d}-answer-soft']['start'] != '2026-11-23'], [], 'soft dates')
        equal([(k, i['start'], i['end']) for k, i in items.items() if 'overlap' in k], [('offers/overlap-most', '2026-11-16', '2026-11-26')], '19,900 pairs in one')
        status, out, err = p.ctl('report', 'offers', '--today', '2026-11-20', '--stateless')
        equal((status, '200 of 200 can be answered together, 2026-11-16 to 2026-11-26' in out), (0, True), err)
        with open(p.file, 'a', encoding='utf-8') as f:
            f.write(many(257)[len(many(200)):])
        before = p.read()
        status, out, err = p.ctl('check')
        line = before[:before.index('[offer:o256]')].count('\n') + 1
        equal((status, f'{p.file}:{line}: offer:o256: more than 256 offers' in out + err), (1, True), err[-2000:])


@case
def two_hundred_offers_in_a_running_pgyd():
    d = Daemon('[notify:log]\ntype = log\n\n' + ''.join(offer(f'o{i:03d}', received=day(-5), answer_by=day(9)) for i in range(200)))
    d.start()
    try:
        def by(n):
            return next(i for i in d.request('timeline', '')['items'] if i['id'] == f'offers/o{n:03d}-answer-by')

        equal(d.ctl('log', 'offer', 'o199', 'extended', f'by={day(20)}')[0], 0, 'granted')
        equal((by(198)['start'][:10], by(199)['start'][:10]), (day(9), day(20)), 'the one that moved and the one that stays')
        plugin = next(p for p in d.request('status')['profiles'][0]['plugins'] if p['name'] == 'offers')
        equal((plugin['stale'], plugin['failures']), (False, 0), plugin)
    finally:
        d.close()


pgytest.run(__file__)
