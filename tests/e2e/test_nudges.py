# SPDX-License-Identifier: BSD-2-Clause
"""When messages leave: what [quiet] gathers, and what it holds back."""

import datetime
import time
import zoneinfo

import pgytest
from pgydaemon import Daemon, webhook
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


pgytest.run(__file__)
