# SPDX-License-Identifier: BSD-2-Clause
"""When messages leave: what [quiet] gathers, and what it holds back."""

import datetime
import os
import time
import zoneinfo

import pgytest
from pgydaemon import Daemon, offer, webhook
from pgytest import Receiver, case, equal, wait_until

ZONE = zoneinfo.ZoneInfo('America/New_York')


def minute(seconds):
    """The first whole minute at least so many seconds from now, on the person's clock. Never across midnight."""
    now = datetime.datetime.now(ZONE)
    at = (now + datetime.timedelta(seconds=seconds + 60)).replace(second=0, microsecond=0)
    if (at + datetime.timedelta(minutes=5)).date() != now.date():
        time.sleep(600)
        return minute(seconds)
    return at


def milestone(name, day, **keys):
    keys = {'title': name.capitalize(), 'when': day.isoformat(), **keys}
    return f'[milestone:{name}]\n' + ''.join(f'{k} = {v}\n' for k, v in keys.items()) + '\n'


def hhmm(at):
    return at.strftime('%H:%M')


def sleep_until(at):
    time.sleep(max(0.0, (at - datetime.datetime.now(ZONE)).total_seconds()))


@case
def what_is_not_urgent_leaves_as_one_digest_whatever_is_killed():
    receiver = Receiver()
    at = minute(15)
    today = at.date()
    in_three_days = today + datetime.timedelta(days=3)
    items = ''.join(milestone(n, in_three_days, remind='3d') for n in ('apple', 'birch', 'cedar'))
    items += milestone('urgent', today, severity='warn')
    hook = webhook('phone', receiver.url, detail='full')

    def quiet(digest_at):
        return f'[quiet]\nremind_at = {hhmm(at)}\ndigest_at = {hhmm(digest_at)}\n\n'

    late = at + datetime.timedelta(minutes=4)
    daemon = Daemon(items + hook + quiet(late)).start()
    try:
        receiver.wait(1)  # the first run's own digest
        sleep_until(at)
        wait_until(lambda: len(receiver.messages) == 2, 'the urgent one')
        urgent = receiver.messages[1].json()
        equal((urgent['type'], urgent['data']['title']), ('reminder.due', 'Urgent'), 'what leaves at once')
        daemon.request('done', '', 'milestones/birch', '')
        daemon.kill('parent')
        daemon.start()
        time.sleep(1)
        equal(len(receiver.messages), 2, 'messages while the rest is gathered')
        # An earlier digest_at has passed already: what waits leaves with it, at once.
        daemon.write(items + hook + quiet(at))
        daemon.reload()
        wait_until(lambda: len(receiver.messages) == 3, 'the digest')
        digest = receiver.messages[2].json()
        equal(digest['type'], 'digest')
        equal(digest['data']['title'], '2 reminders: Apple; Cedar', 'all but the one that was done')
        equal(digest['data']['detail'].count('\n- '), 1, 'a line each')
        daemon.kill('parent')
        daemon.start()
        daemon.reload()
        time.sleep(1)
        equal(len(receiver.messages), 3, 'messages after that')
    finally:
        daemon.close()
        receiver.close()


def calendar(*shifts):
    """iCalendar of (start, end) instants."""
    def z(t):
        return t.astimezone(datetime.timezone.utc).strftime('%Y%m%dT%H%M%SZ')
    events = ''.join(f'BEGIN:VEVENT\r\nUID:{i}\r\nDTSTAMP:20260101T000000Z\r\nDTSTART:{z(a)}\r\nDTEND:{z(b)}\r\nSUMMARY:Call\r\nEND:VEVENT\r\n'
                     for i, (a, b) in enumerate(shifts))
    return f'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//t//t//EN\r\n{events}END:VCALENDAR\r\n'


@case
def a_call_holds_what_can_wait_until_it_ends():
    receiver = Receiver()
    now = datetime.datetime.now(datetime.timezone.utc).replace(microsecond=0)
    ends = now + datetime.timedelta(hours=3)
    today = datetime.datetime.now(ZONE).date()
    daemon = Daemon()
    path = os.path.join(daemon.folder, 'call.ics')

    def put(text):
        with open(path, 'w', encoding='utf-8') as f:
            f.write(text)

    def sections(oncall, *offers):
        return (f'[oncall:amion]\nfile = {path}\n\n[quiet]\noncall = {oncall}\n\n' + webhook('phone', receiver.url) +
                ''.join(offer(name, received=day(-8), answer_by=day(days)) for name, days in offers))

    def day(n):
        return (today + datetime.timedelta(days=n)).isoformat()

    def row(name):
        return next((r for r in daemon.rows(f'{name}-answer-by')), None)

    put(calendar((now - datetime.timedelta(hours=1), ends)))
    daemon.write(sections('yes'))
    daemon.start()
    try:
        status = daemon.request('status')['profiles'][0]
        equal(status['calendars'], [{'id': 'amion', 'shifts': 1, 'failure': ''}])
        # -3d is past (warn, folds into one notice); for the other -1d is (critical).
        daemon.write(sections('yes', ('mercy', 2), ('lakeside', 0)))
        daemon.reload()
        wait_until(lambda: row('mercy') and row('lakeside'), 'both notices')
        equal((row('mercy')['severity'], row('mercy')['not_before']), ('warn', ends.strftime('%Y-%m-%dT%H:%M:%SZ')), 'what waits')
        wait_until(lambda: row('lakeside')['state'] == 'delivered', 'the critical one')
        equal(row('mercy')['state'], 'queued', 'what waits, still')
        # A calendar that cannot be read keeps what it said, and says so.
        put('<html>Please log in</html>')
        daemon.write(sections('yes', ('mercy', 2), ('lakeside', 0), ('oak', 2)))
        daemon.reload()
        wait_until(lambda: row('oak'), 'the notice about oak')
        equal(row('oak')['not_before'], ends.strftime('%Y-%m-%dT%H:%M:%SZ'), 'held by what the calendar said last')
        failure = daemon.request('status')['profiles'][0]['calendars'][0]['failure']
        assert "calendar 'amion'" in failure and 'still counts' in failure, failure
        # Without oncall = yes the calendar is for planning alone.
        put(calendar((now - datetime.timedelta(hours=1), ends)))
        daemon.write(sections('no', ('mercy', 2), ('lakeside', 0), ('oak', 2), ('elm', 2)))
        daemon.reload()
        wait_until(lambda: row('elm') and row('elm')['state'] == 'delivered', 'the notice about elm')
    finally:
        daemon.close()
        receiver.close()


pgytest.run(__file__)
