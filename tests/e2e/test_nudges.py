# SPDX-License-Identifier: BSD-2-Clause
"""When messages leave: what [quiet] gathers, and what it holds back."""

import datetime
import os
import time

import pgytest
from moment import at
from pgydaemon import TimedDaemon, offer, webhook
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
def what_is_not_urgent_leaves_as_one_digest_whatever_is_killed():
    receiver = Receiver()
    items = ''.join(milestone(n, day(3), remind='3d') for n in ('apple', 'birch', 'cedar'))
    items += milestone('urgent', day(0), severity='warn')
    hook = webhook('phone', receiver.url, detail='full')

    def quiet(digest_at):
        return f'[quiet]\nremind_at = 10:02\ndigest_at = {digest_at}\n\n'

    def told():
        """What arrived. A kill between a delivery and its being written down has it sent again, under its id."""
        first = {}
        for m in list(receiver.messages):
            first.setdefault(m.id, m)
        return list(first.values())

    daemon = TimedDaemon(clock('10:00:30'), items + hook + quiet('10:06')).start()
    try:
        receiver.wait(1)  # the first run's own digest
        equal(len(told()), 1, 'messages before the minute')
        daemon.go(clock('10:02:01'))
        wait_until(lambda: len(told()) == 2, 'the urgent one')
        urgent = told()[1].json()
        equal((urgent['type'], urgent['data']['title']), ('reminder.due', 'Urgent'), 'what leaves at once')
        daemon.request('done', '', 'milestones/birch', '')
        daemon.kill('parent')
        daemon.start()
        time.sleep(1)
        equal(len(told()), 2, 'messages while the rest is gathered')
        # An earlier digest_at has passed already: what waits leaves with it, at once.
        daemon.write(items + hook + quiet('10:02'))
        daemon.reload()
        wait_until(lambda: len(told()) == 3, 'the digest')
        digest = told()[2].json()
        equal(digest['type'], 'digest')
        equal(digest['data']['title'], '2 reminders: Apple; Cedar', 'all but the one that was done')
        equal(digest['data']['detail'].count('\n- '), 1, 'a line each')
        daemon.kill('parent')
        daemon.start()
        daemon.reload()
        time.sleep(1)
        equal(len(told()), 3, 'messages after that')
    finally:
        daemon.close()
        receiver.close()


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

    def sections(oncall, *offers):
        return (f'[oncall:amion]\nfile = {path}\n\n[quiet]\noncall = {oncall}\n\n' + webhook('phone', receiver.url) +
                ''.join(offer(name, received=day(-8), answer_by=day(days)) for name, days in offers))

    def row(name):
        return next((r for r in daemon.rows(f'{name}-answer-by')), None)

    put(calendar((began, ends)))
    daemon.write(sections('yes'))
    daemon.start()
    try:
        status = daemon.request('status')['profiles'][0]
        equal(status['calendars'], [{'id': 'amion', 'shifts': 1, 'failure': ''}])
        # -3d is past (warn, folds into one notice); for the other -1d is (critical).
        daemon.write(sections('yes', ('mercy', 2), ('lakeside', 0)))
        daemon.reload()
        wait_until(lambda: row('mercy') and row('lakeside'), 'both notices')
        equal((row('mercy')['severity'], row('mercy')['not_before']), ('warn', instant(ends)), 'what waits')
        wait_until(lambda: row('lakeside')['state'] == 'delivered', 'the critical one')
        equal(row('mercy')['state'], 'queued', 'what waits, still')
        # A calendar that cannot be read keeps what it said, and says so.
        put('<html>Please log in</html>')
        daemon.write(sections('yes', ('mercy', 2), ('lakeside', 0), ('oak', 2)))
        daemon.reload()
        wait_until(lambda: row('oak'), 'the notice about oak')
        equal(row('oak')['not_before'], instant(ends), 'held by what the calendar said last')
        failure = daemon.request('status')['profiles'][0]['calendars'][0]['failure']
        assert "calendar 'amion'" in failure and 'still counts' in failure, failure
        # Without oncall = yes the calendar is for planning alone.
        put(calendar((began, ends)))
        daemon.write(sections('no', ('mercy', 2), ('lakeside', 0), ('oak', 2), ('elm', 2)))
        daemon.reload()
        wait_until(lambda: row('elm') and row('elm')['state'] == 'delivered', 'the notice about elm')
    finally:
        daemon.close()
        receiver.close()


pgytest.run(__file__)
