# SPDX-License-Identifier: BSD-2-Clause
"""When messages leave: what [quiet] gathers, and what it holds back."""

import datetime
import os
import time

import pgytest
from moment import at
from pgydaemon import TimedDaemon, webhook
from pgytest import Receiver, case, equal, wait_until


def clock(hhmm):
    """An hour of this Wednesday, whenever the other tests take place: on it the milestones of their own accord tell nothing, and messages are counted."""
    return at(f'2026-12-09 {hhmm}')


def day(n):
    return f'2026-12-{9 + n:02d}'


def milestone(name, when, **keys):
    keys = {'title': name.capitalize(), 'when': when, **keys}
    return f'[milestone:{name}]\n' + ''.join(f'{k} = {v}\n' for k, v in keys.items()) + '\n'


@case
def steps_added_to_what_is_known_ring_from_then_on():
    """Two weeks before December 20 are the 6th, three days before it the 17th; the longer one is added on the 9th."""
    log = '[notify:log]\ntype = log\n\n'
    daemon = TimedDaemon(at('2026-12-01 10:00'), log + milestone('course', day(11), remind='3d')).start()
    try:
        daemon.go(clock('10:00'))
        daemon.write(log + milestone('course', day(11), remind='2w, 1w, 3d'))
        daemon.reload()
        daemon.go(clock('10:20'))
        equal(daemon.rows('/course'), [], 'what was past when it was typed')
        daemon.go(at(f'{day(4)} 08:01'))
        wait_until(lambda: [r['step'] for r in daemon.rows('/course')] == ['-1w'], 'the step that was still ahead')
    finally:
        daemon.close()


@case
def what_is_not_urgent_leaves_as_one_digest_whatever_is_killed():
    receiver = Receiver()
    items = ''.join(milestone(n, day(3), stakes='useful', remind='3d') for n in ('apple', 'birch', 'cedar'))
    items += milestone('urgent', day(0), stakes='costly')
    hook = webhook('phone', receiver.url, detail='full')

    def quiet(digest_at):
        return f'[quiet]\nremind_at = 10:20\ndigest_at = {digest_at}\n\n'

    def told():
        """What arrived. A kill between a delivery and its being written down has it sent again, under its id."""
        first = {}
        for m in list(receiver.messages):
            first.setdefault(m.id, m)
        return list(first.values())

    daemon = TimedDaemon(clock('10:00:30'), items + hook + quiet('10:24')).start()
    try:
        receiver.wait(1)  # the first run's own digest
        equal(len(told()), 1, 'messages before the minute')
        daemon.go(clock('10:20:01'))
        wait_until(lambda: len(told()) == 2, 'the urgent one')
        urgent = told()[1].json()
        equal((urgent['type'], urgent['data']['title']), ('reminder.due', 'Urgent: by Wed Dec 9 (last day)'), 'what leaves at once')
        daemon.request('done', '', 'milestones/birch', '')
        daemon.kill('parent')
        daemon.start()
        time.sleep(1)
        equal(len(told()), 2, 'messages while the rest is gathered')
        # An earlier digest_at has passed already: what waits leaves with it, at once.
        daemon.write(items + hook + quiet('10:20'))
        daemon.reload()
        wait_until(lambda: len(told()) == 3, 'the digest')
        digest = told()[2].json()
        equal(digest['type'], 'digest')
        equal(digest['data']['title'], 'Apple: by Sat Dec 12 (3 days left); and 1 more', 'all but the one that was done')
        equal(digest['data']['detail'], '- Apple: by Sat Dec 12 (3 days left)\n- Cedar: by Sat Dec 12 (3 days left)', 'a line each')
        daemon.kill('parent')
        daemon.start()
        daemon.reload()
        time.sleep(1)
        equal(len(told()), 3, 'messages after that')
    finally:
        daemon.close()
        receiver.close()


@case
def what_was_just_entered_is_told_after_a_quarter_of_an_hour_and_what_is_past_never():
    receiver = Receiver()
    hook = webhook('phone', receiver.url, detail='title')
    quiet = '[quiet]\nremind_at = 10:10\n\n'
    # Seven days before the 16th are today; those before the 14th are past, and that step is nobody's.
    items = (milestone('soon', day(7), stakes='costly') + milestone('later', day(5), stakes='costly') + milestone('idle', day(7), stakes='useful') +
             milestone('final', day(0), stakes='fatal') + milestone('typed', day(7), stakes='useful', remind='7d'))
    daemon = TimedDaemon(clock('10:00:30'), hook + quiet).start()
    try:
        receiver.wait(1)
        daemon.write(items + hook + quiet)
        daemon.reload()
        daemon.go(clock('10:15:00'))
        time.sleep(1)
        equal(len(receiver.messages), 1, 'messages within the quarter of an hour, though the step at ten past is due')
        daemon.write(items + milestone('late', day(0), stakes='fatal') + milestone('over', day(0), stakes='costly') + hook + quiet)
        daemon.go(clock('10:16:00'))
        receiver.wait(2)
        told = sorted((r['item'], r['step'], r['severity']) for r in daemon.told() if r['item'])
        equal(told, [('milestones/final', '0d', 'critical'), ('milestones/soon', '-7d', 'info'), ('milestones/typed', '-7d', 'info')], 'after it')
        # What came at a quarter past ten, after the step of its day: the fatal one is told once, the other never.
        daemon.go(clock('10:31:30'))
        receiver.wait(3)
        daemon.go(clock('12:00'))
        time.sleep(1)
        equal([(r['item'], r['step']) for r in daemon.told() if r['item'] not in [t[0] for t in told] + ['']], [('milestones/late', 'now')], 'the last day')
        equal([m.json()['type'] for m in receiver.messages], ['digest', 'digest', 'reminder.due'], 'messages')
    finally:
        daemon.close()
        receiver.close()


@case
def the_brief_comes_once_to_the_first_place_that_a_person_looks_at():
    first, second = Receiver(), Receiver()
    log = '[notify:log]\ntype = log\n\n'
    items = milestone('papers', day(6), stakes='costly')
    sections = items + log + webhook('phone', first.url, detail='title') + webhook('mail', second.url)
    # 2026-12-13 is a Sunday.
    daemon = TimedDaemon(at('2026-12-12 18:30'), sections).start()
    try:
        for receiver in (first, second):
            receiver.wait(1)
        daemon.go(at('2026-12-13 17:59:30'))
        equal([r for r in daemon.rows() if r['type'] == 'brief'], [], 'before six')
        daemon.go(at('2026-12-13 18:00:01'))
        wait_until(lambda: [(r['endpoint'], r['step'], r['target'], r['state']) for r in daemon.rows() if r['type'] == 'brief'] ==
                   [('phone', 'brief', '2026-12-13', 'delivered')], 'the brief')
        arrived = [m.json() for m in first.messages if m.json()['type'] == 'brief']
        equal((len(arrived), arrived[0]['data']['title'].startswith('Your week: ')), (1, True), arrived)
        equal([m for m in second.messages if m.json()['type'] == 'brief'], [], 'the second place')
        daemon.kill('parent')
        daemon.start()
        daemon.go(at('2026-12-13 23:00'))
        equal(len([r for r in daemon.rows() if r['type'] == 'brief']), 1, 'after a restart too')
        # Off is off, and a place that asks for it gets it.
        daemon.write(sections + '[focus]\nbrief = off\n')
        daemon.go(at('2026-12-20 18:00:30'))
        equal(len([r for r in daemon.rows() if r['type'] == 'brief']), 1, 'switched off')
        daemon.write(sections.replace('[notify:mail]', '[notify:mail]\nbrief = yes'))
        daemon.go(at('2026-12-27 18:00:30'))
        wait_until(lambda: [r['endpoint'] for r in daemon.rows() if r['type'] == 'brief' and r['target'] == '2026-12-27'] == ['phone', 'mail'],
                   'the brief of the 27th')
    finally:
        daemon.close()
        first.close()
        second.close()


def instant(t):
    return datetime.datetime.fromtimestamp(t, datetime.timezone.utc).strftime('%Y-%m-%dT%H:%M:%SZ')


def calendar(*shifts):
    """iCalendar of (start, end) in UTC seconds."""
    def z(t):
        return instant(t).replace('-', '').replace(':', '')
    events = ''.join(f'BEGIN:VEVENT\r\nUID:{i}\r\nDTSTAMP:20260101T000000Z\r\nDTSTART:{z(a)}\r\nDTEND:{z(b)}\r\nSUMMARY:Call\r\nEND:VEVENT\r\n'
                     for i, (a, b) in enumerate(shifts))
    return f'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//t//t//EN\r\n{events}END:VCALENDAR\r\n'


@case
def a_call_holds_what_can_wait_until_it_ends():
    receiver = Receiver()
    began, ends = clock('09:00'), clock('13:00')
    daemon = TimedDaemon(clock('10:00'))
    path = os.path.join(daemon.folder, 'call.ics')

    def put(text):
        with open(path, 'w', encoding='utf-8') as f:
            f.write(text)

    def sections(oncall, remind_at, *names):
        """Three days before the date a costly one warns."""
        return (f'[oncall:amion]\nfile = {path}\n\n[quiet]\noncall = {oncall}\nremind_at = {remind_at}\n\n' + webhook('phone', receiver.url) +
                ''.join(milestone(name, day(3), stakes='costly') for name in names) + milestone('lakeside', day(0), stakes='fatal'))

    def told(*names):
        # The clock goes on while a slow machine works: to the minute.
        return [(r['item'].split('/')[1], r['severity'], r['created'][:16], r['state']) for r in daemon.told() if r['item'].endswith(names)]

    def held(hour, what):
        daemon.go(clock(hour))
        equal(told('/mercy', '/oak'), [], what)

    put(calendar((began, ends)))
    daemon.write(sections('yes', '10:20'))
    daemon.start()
    try:
        status = daemon.request('status')['profiles'][0]
        equal(status['calendars'], [{'id': 'amion', 'shifts': 1, 'failure': ''}])
        daemon.write(sections('yes', '10:20', 'mercy'))
        daemon.reload()
        held('10:20:30', 'a warning')
        wait_until(lambda: told('/lakeside') == [('lakeside', 'critical', instant(clock('10:20:30'))[:16], 'delivered')], 'the critical one')
        # A calendar that cannot be read keeps what it said, and says so.
        put('<html>Please log in</html>')
        daemon.write(sections('yes', '10:40', 'mercy', 'oak'))
        daemon.reload()
        held('10:40:30', 'held by what the calendar said last')
        failure = daemon.request('status')['profiles'][0]['calendars'][0]['failure']
        assert "calendar 'amion'" in failure and 'still counts' in failure, failure
        held('12:59:50', 'until the call ends')
        daemon.go(ends)
        wait_until(lambda: told('/mercy', '/oak') == [(name, 'warn', instant(ends)[:16], 'delivered') for name in ('mercy', 'oak')], 'what waited')
        # Without oncall = yes the calendar is for planning alone.
        put(calendar((began, clock('15:00'))))
        daemon.write(sections('no', '13:20', 'mercy', 'oak', 'elm'))
        daemon.reload()
        daemon.go(clock('13:20:30'))
        wait_until(lambda: [t[3] for t in told('/elm')] == ['delivered'], 'the step of elm')
    finally:
        daemon.close()
        receiver.close()


@case
def what_is_due_at_one_hour_is_one_message_and_what_is_done_before_it_is_not_in_it():
    receiver = Receiver()
    # Seven days before the 16th are the 9th, three days the 13th.
    items = ''.join(milestone(n, day(7), stakes='costly') for n in ('apple', 'birch'))
    daemon = TimedDaemon(at('2026-12-08 20:00'), items + webhook('phone', receiver.url, detail='full') + '[focus]\nbrief = off\n').start()

    def since(n):
        return [(m.json()['type'], m.json()['data']['title'], m.json()['data']['detail']) for m in receiver.messages[n:]]

    try:
        receiver.wait(1)
        daemon.go(clock('07:59:30'))
        time.sleep(0.5)
        equal(len(receiver.messages), 1, 'before eight')
        daemon.go(clock('08:00:05'))
        receiver.wait(2)
        daemon.go(clock('12:00'))
        equal(since(1), [('digest', 'Apple: by Wed Dec 16 (7 days left); and 1 more',
                          '- Apple: by Wed Dec 16 (7 days left)\n- Birch: by Wed Dec 16 (7 days left)')], 'both in one')
        daemon.go(at('2026-12-13 07:30'))
        before = len(receiver.messages)
        daemon.request('done', '', 'milestones/apple', '')
        daemon.go(at('2026-12-13 08:00:05'))
        receiver.wait(before + 1)
        daemon.go(at('2026-12-13 12:00'))
        equal([s[:2] for s in since(before)], [('reminder.due', 'Birch: by Wed Dec 16 (3 days left)')], 'the other')
        equal([(r['item'], r['step']) for r in daemon.told() if r['item'].endswith(('/apple', '/birch'))],
              [('milestones/apple', '-7d'), ('milestones/birch', '-7d'), ('milestones/birch', '-3d')], 'told')
    finally:
        daemon.close()
        receiver.close()


def when_told(daemon, *names):
    """(day and hour of UTC, name, step) of what was told of milestones."""
    return [(r['created'][:16], r['item'].split('/')[1], r['step']) for r in daemon.told() if r['item'].endswith(names)]


@case
def in_days_of_nights_reminders_come_in_the_afternoon():
    receiver = Receiver()
    nights = '[busy:wards]\nname = Wards\nkind = nights\nstart = 2026-12-07\nend = 2026-12-08\n\n'
    daemon = TimedDaemon(at('2026-12-08 20:00'), milestone('apple', day(7), stakes='costly') + nights + webhook('phone', receiver.url)).start()
    try:
        # Seven days before the 16th are the 9th, the day after the last night. Four in the afternoon is 21:00 UTC.
        daemon.go(clock('15:59:30'))
        equal(when_told(daemon, '/apple'), [], 'before four')
        daemon.go(clock('16:00:05'))
        wait_until(lambda: when_told(daemon, '/apple') == [('2026-12-09T21:00', 'apple', '-7d')], 'at four')
        # The next one, on the 13th, comes at eight again: 13:00 UTC.
        daemon.go(at('2026-12-13 07:59:30'))
        daemon.go(at('2026-12-13 08:00:05'))
        wait_until(lambda: when_told(daemon, '/apple')[1:] == [('2026-12-13T13:00', 'apple', '-3d')], 'at eight')
        wait_until(lambda: {r['state'] for r in daemon.rows()} == {'delivered'}, 'all arrived')
    finally:
        daemon.close()
        receiver.close()


@case
def on_december_25_only_what_cannot_be_repaired_comes_and_the_rest_next_morning():
    receiver = Receiver()
    # Three days before the 28th, and a day before the 26th.
    items = milestone('apple', '2026-12-28', stakes='costly') + milestone('final', '2026-12-26', stakes='fatal')
    daemon = TimedDaemon(at('2026-12-24 12:00'), items + webhook('phone', receiver.url)).start()
    try:
        daemon.go(at('2026-12-25 08:00:05'))
        wait_until(lambda: when_told(daemon, '/apple', '/final') == [('2026-12-25T13:00', 'final', '-1d')], 'the fatal one')
        for hour in ('25 20:00', '26 07:59:30'):
            daemon.go(at(f'2026-12-{hour}'))
            equal(len(when_told(daemon, '/apple', '/final')), 1, hour)
        daemon.go(at('2026-12-26 08:00:05'))
        wait_until(lambda: sorted(when_told(daemon, '/apple', '/final')[1:]) == [('2026-12-26T13:00', 'apple', '-3d'), ('2026-12-26T13:00', 'final', '0d')],
                   'the morning after')
        wait_until(lambda: {r['state'] for r in daemon.rows()} == {'delivered'}, 'all arrived')
    finally:
        daemon.close()
        receiver.close()


@case
def status_says_when_it_last_saw_the_person_and_a_look_at_the_list_counts():
    # Ten o'clock of New York is 15:00 UTC; a sign is kept to the hour.
    daemon = TimedDaemon(clock('10:00:30'), milestone('apple', day(7))).start()

    def seen():
        return next(line.split()[-1] for line in daemon.ctl('status')[1].splitlines() if line.startswith('  last seen by you '))[:13]

    try:
        equal(seen(), '2026-12-09T15', 'the first run')
        daemon.go(clock('13:30'))
        equal(seen(), '2026-12-09T15', 'status and reload name nobody')
        equal(daemon.ctl('today')[0], 0, 'today')
        equal(seen(), '2026-12-09T18', 'after a look at the list')
        daemon.go(clock('16:30'))
        daemon.feed()
        daemon.go(clock('17:30'))
        equal(seen(), '2026-12-09T21', 'after a fetched feed')
    finally:
        daemon.close()


@case
def another_place_hears_what_cannot_be_repaired_when_nobody_answers():
    receiver = Receiver()
    # Seven, three, one and no days before the 16th are the 9th, 13th, 15th and 16th; fourteen to one before the 23rd the 9th, 16th, 20th and 22nd.
    items = milestone('final', day(7), stakes='fatal') + milestone('apple', day(7), stakes='costly') + milestone('second', day(14), stakes='fatal')
    places = webhook('phone', receiver.url) + webhook('partner', receiver.url, after=2) + webhook('mail', receiver.url, plugins='offers')
    daemon = TimedDaemon(at('2026-12-08 20:00'), items + places).start()

    def heard(item):
        wait_until(lambda: {r['state'] for r in daemon.rows()} == {'delivered'}, 'all arrived')
        places = {}
        for r in daemon.told(item):
            places.setdefault(r['step'], []).append(r['endpoint'])
        return {step: sorted(at) for step, at in places.items()}

    try:
        wait_until(lambda: [r['endpoint'] for r in daemon.rows()] == ['phone', 'mail'], 'the first message is not for the partner')
        for n in ('09', '13', '15', '16'):
            daemon.go(at(f'2026-12-{n} 08:00:05'))
        # Two brought no sign: the partner hears the third. Three: the next place in the file, too, though it asked for offers alone.
        equal(heard('/final'), {'-7d': ['phone'], '-3d': ['phone'], '-1d': ['partner', 'phone'], '0d': ['mail', 'partner', 'phone']}, 'without a sign')
        equal(heard('/apple'), {'-7d': ['phone'], '-3d': ['phone'], '0d': ['phone']}, 'what can be repaired')
        daemon.go(at('2026-12-20 08:00:05'))
        daemon.go(at('2026-12-21 12:00'))
        equal(daemon.ctl('today')[0], 0, 'today')
        daemon.go(at('2026-12-22 08:00:05'))
        equal(heard('/second'), {'-14d': ['phone'], '-7d': ['phone'], '-3d': ['partner', 'phone'], '-1d': ['phone']}, 'the partner no more after a sign')
    finally:
        daemon.close()
        receiver.close()


pgytest.run(__file__)
