# SPDX-License-Identifier: BSD-2-Clause
"""A running pgyd whose clock moves: nights without a change, ladders, nights of daylight saving, power cuts, clocks that jump.

Days are fixed (December 2026, March and November 2027 in New York), so what is expected was worked out by hand."""

import datetime
import hashlib
import json
import os
import subprocess

import pgytest
from moment import NEW_YORK, at
from pgydaemon import TimedDaemon, base, events, offer, pinged, webhook
from pgytest import Receiver, case, equal, program, wait_until


class Scene:
    """A daemon with one offer and one receiver."""

    def __init__(self, now, quiet='', usual=(204, {}, b''), wait=True, detail='discreet', **keys):
        self.receiver = Receiver(usual=usual)
        self.quiet, self.detail = quiet, detail
        self.daemon = TimedDaemon(at(now))
        try:
            self.write(**keys)
            self.daemon.start(wait)
        except BaseException:
            self.__exit__()
            raise

    def write(self, **keys):
        self.daemon.write(offer('mercy', **keys) + webhook('phone', self.receiver.url, detail=self.detail) + self.quiet)

    def __enter__(self):
        return self

    def __exit__(self, *why):
        self.daemon.close()
        self.receiver.close()

    def go(self, now):
        self.daemon.go(at(now))

    def walk(self, first, last):
        """Day by day, each in the minute after eight of the person's clock; some seconds earlier each day, so that a day is one step."""
        day, second = datetime.date.fromisoformat(first), 59
        while day <= datetime.date.fromisoformat(last):
            self.go(f'{day} 08:00:{second:02d}')
            day += datetime.timedelta(days=1)
            second -= 4

    def fired(self, target=None, item='/mercy-answer-by'):
        """(local time to the minute, step) of all that was told of an item."""
        return [(local(r['created']), r['step']) for r in self.daemon.told(item, target)]

    def wait_delivered(self):
        wait_until(lambda: all(r['state'] not in ('queued', 'sending') for r in self.daemon.rows()), 'every row is settled')

    def arrived(self, target='2026-12-14', item='/mercy-answer-by'):
        """What arrived about the answer date, alone or with others: the data of each POST, with the step that it told of."""
        told = self.daemon.told(item, target)
        return [{**m.json()['data'], 'step': r['step']} for m in list(self.receiver.messages) for r in told if r['message'] == m.id]


def local(instant):
    return datetime.datetime.fromisoformat(instant.replace('Z', '+00:00')).astimezone(NEW_YORK).strftime('%Y-%m-%d %H:%M')


def feed_files(daemon):
    """{path: (hash of its bytes, inode)} of all that is published: an inode that stays was not even written again."""
    found = {}
    for folder, _, names in os.walk(os.path.join(daemon.state, 'feeds')):
        for name in names:
            path = os.path.join(folder, name)
            with open(path, 'rb') as f:
                found[path] = (hashlib.sha256(f.read()).hexdigest(), os.fstat(f.fileno()).st_ino)
    return found


def in_feed(daemon):
    """The events of the default feed: that of the week, and the others."""
    found = {True: {}, False: {}}
    for uid, e in events(daemon.feed()).items():
        found[e['SUMMARY'].startswith('This week')][uid] = e
    return found[True], found[False]


@case
def thirty_midnights_without_a_change_leave_the_feeds_and_the_outbox_alone():
    # All within December: what comes monthly moves to the next month with the month, which is a change of the plan and no churn.
    with Scene('2026-12-01 12:00:00', quiet='[focus]\nbrief = off\n', received='2026-12-01', answer_by='2027-01-20') as scene:
        (week, before), files = in_feed(scene.daemon), feed_files(scene.daemon)
        assert before and files
        # The last step -7d of the answer is 2027-01-13, beyond the thirty nights; other ladders go on as they were announced.
        items = scene.daemon.request('timeline', '')['items']
        planned = {(i['id'], local(r)) for i in items for r in i['remind']
                   if '2026-12-01 12:00' < local(r) <= '2026-12-31 12:00'}
        mondays = {}
        for night in range(30):
            midnight = datetime.datetime(2026, 12, 2) + datetime.timedelta(days=night)
            for hours in (datetime.timedelta(minutes=1), datetime.timedelta(hours=12)):
                scene.go(f'{midnight + hours}')
                now, others = in_feed(scene.daemon)
                equal(others, before, f'what is not of the week, on {midnight + hours}')
                # Where that event stays, nothing is written again.
                equal(now != week or feed_files(scene.daemon) == files, True, f'the files on {midnight + hours}')
                equal(len(now), 1, 'events of the week')
                for e in now.values():
                    mondays.setdefault(e['DTSTART'], midnight.date().isoformat())
                week, files = now, feed_files(scene.daemon)
            equal(scene.daemon.request('status')['profiles'][0]['today'], midnight.date().isoformat(), 'today')
        # That of a Monday comes on the Sunday before.
        equal(mondays, {'20261130': '2026-12-02', '20261207': '2026-12-06', '20261214': '2026-12-13', '20261221': '2026-12-20', '20261228': '2026-12-27'},
              'the week\'s event, and since when it is there')
        rows = [r for r in scene.daemon.told() if r['item']]
        # On December 25 only what cannot be repaired leaves.
        days = {(i, d[:10].replace('12-25', '12-26')) for i, d in planned}
        equal({r['item'] for r in rows if not (r['item'], local_day(r)) in days}, set(), 'rows beyond the ladders')
        equal(len(rows), len(planned), f'rows against steps planned {sorted(planned)}')
        assert len(rows) >= 2, rows  # else this proves little
        equal(len({(r['item'], r['target'], r['step']) for r in rows}), len(rows), 'distinct firings')


def briefs(scene):
    """When each brief was written, and when it was due."""
    wait_until(lambda: {r['state'] for r in scene.daemon.rows() if r['type'] == 'brief'} <= {'delivered'}, 'the brief arrives')
    arrived = [m.json() for m in scene.receiver.messages]
    due = [local(m['data']['due']) for m in arrived if m['type'] == 'brief']
    written = [local(r['created']) for r in scene.daemon.rows() if r['type'] == 'brief']
    equal(len(written), len(due), 'each arrived once')
    return list(zip(written, due))


@case
def the_brief_comes_each_sunday_at_six_and_never_twice():
    with Scene('2026-12-05 12:00:00', received='2026-12-01', answer_by='2027-01-20') as scene:
        scene.go('2026-12-06 17:59:50')
        equal(briefs(scene), [], 'ten seconds early')
        expected = []
        for sunday in ('2026-12-06', '2026-12-13', '2026-12-20'):
            expected.append((f'{sunday} 18:00', f'{sunday} 18:00'))
            for hour in ('18:00:05', '18:00:40', '18:05', '23:59:50'):
                scene.go(f'{sunday} {hour}')
                equal(briefs(scene), expected, f'{sunday} {hour}')
            scene.daemon.kill('core')
            wait_until(scene.daemon.serving, 'serving again')
            scene.go(f'{datetime.date.fromisoformat(sunday) + datetime.timedelta(days=1)} 00:00:10')
            equal(briefs(scene), expected, f'the Monday after {sunday}')
        # Two hours without power on the fourth: late, and once.
        scene.go('2026-12-27 17:30')
        scene.daemon.stop()
        scene.daemon.set(at('2026-12-27 19:30'))
        scene.daemon.start()
        expected.append(('2026-12-27 19:30', '2026-12-27 18:00'))
        wait_until(lambda: len(briefs(scene)) == 4, 'the late one')
        scene.go('2026-12-28 12:00')
        equal(briefs(scene), expected, 'after the power cut')


@case
def on_the_sundays_when_the_clock_is_set_the_brief_comes_once():
    # New York, 2027-03-14: 02:30 does not exist, three is 07:00 UTC. 2027-11-07: 01:30 is 05:30 UTC, and an hour later once more.
    for eve, received, answer, hour, early, first, later in (
            ('2027-03-13 20:00', '2027-03-05', '2027-04-01', '02:30', '2027-03-14 06:59:30', '2027-03-14 07:00:05', ('07:35', '12:00')),
            ('2027-11-06 20:00', '2027-10-29', '2027-12-01', '01:30', '2027-11-07 05:29:30', '2027-11-07 05:30:05', ('06:30:05', '12:00'))):
        with Scene(eve, quiet=f'[focus]\nbrief = sun {hour}\n', received=received, answer_by=answer) as scene:
            scene.daemon.go(at(early, datetime.timezone.utc))
            equal(briefs(scene), [], early)
            scene.daemon.go(at(first, datetime.timezone.utc))
            wait_until(lambda: len(briefs(scene)) == 1, first)
            for time in later:
                scene.daemon.go(at(f'{first[:10]} {time}', datetime.timezone.utc))
                equal(len(briefs(scene)), 1, time)


def local_day(row):
    return local(row['created'])[:10]


@case
def a_deadline_fires_seven_three_one_and_no_days_before_once_each():
    with Scene('2026-12-03 08:00:30', received='2026-12-01', answer_by='2026-12-14') as scene:
        scene.walk('2026-12-04', '2026-12-17')
        equal(scene.fired(), [('2026-12-07 08:00', '-7d'), ('2026-12-11 08:00', '-3d'), ('2026-12-13 08:00', '-1d'), ('2026-12-14 08:00', '0d')])
        equal([r['severity'] for r in scene.daemon.told('/mercy-answer-by')], ['warn', 'critical', 'critical', 'critical'])
        scene.wait_delivered()
        equal([(m['step'], m['late']) for m in scene.arrived()], [('-7d', False), ('-3d', False), ('-1d', False), ('0d', False)], 'arrived')
        ids = [m.id for m in scene.receiver.messages]
        equal(len(set(ids)), len(ids), 'distinct messages')
        equal('mercy-answer-by' in offers(scene), False, 'three days after')
        equal(scene.fired(item='/mercy-outcome'), [('2026-12-15 08:00', '0d'), ('2026-12-17 08:00', '2d')], 'one and three days after')


@case
def a_step_fires_at_its_minute_and_not_before():
    with Scene('2026-12-06 12:00:00', received='2026-12-01', answer_by='2026-12-14') as scene:
        scene.go('2026-12-07 07:59:30')
        equal(scene.fired(), [], 'half a minute early')
        scene.go('2026-12-07 08:00:01')
        equal(scene.fired(), [('2026-12-07 08:00', '-7d')])


@case
def the_timer_fires_a_step_without_anybody_asking():
    with Scene('2026-12-07 07:40', received='2026-12-01', answer_by='2026-12-14') as scene:
        scene.go('2026-12-07 07:59:57')
        # The timer stands at 08:00:00, three seconds on; the clock goes on by itself.
        wait_until(lambda: scene.fired() == [('2026-12-07 08:00', '-7d')], 'the step of eight o\'clock')


@case
def the_midnight_pass_comes_by_itself():
    with Scene('2026-12-13 23:59:57', received='2026-12-01', answer_by='2026-12-14') as scene:
        def state():
            return offers(scene)['mercy-answer-by'][1]
        equal(state(), 'future', 'three seconds before')
        wait_until(lambda: state() == 'due', 'the day itself')


@case
def an_extended_answer_date_fires_its_new_ladder_whole_and_nothing_of_the_old():
    with Scene('2026-12-05 08:00:30', received='2026-12-01', answer_by='2026-12-14') as scene:
        scene.walk('2026-12-06', '2026-12-08')
        equal(scene.fired(), [('2026-12-07 08:00', '-7d')])
        scene.write(received='2026-12-01', answer_by='2026-12-20')
        scene.walk('2026-12-09', '2026-12-22')
        equal(scene.fired('2026-12-14'), [('2026-12-07 08:00', '-7d')], 'the old ladder')
        equal(scene.fired('2026-12-20'),
              [('2026-12-13 08:00', '-7d'), ('2026-12-17 08:00', '-3d'), ('2026-12-19 08:00', '-1d'), ('2026-12-20 08:00', '0d')], 'the new ladder')


@case
def moved_back_and_forth_a_date_fires_no_step_twice():
    with Scene('2026-12-05 08:00:30', received='2026-12-01', answer_by='2026-12-14') as scene:
        scene.walk('2026-12-06', '2026-12-07')
        scene.write(received='2026-12-01', answer_by='2026-12-20')
        scene.daemon.reload()
        scene.write(received='2026-12-01', answer_by='2026-12-14')
        scene.daemon.reload()
        scene.walk('2026-12-08', '2026-12-15')
        equal(scene.fired(), [('2026-12-07 08:00', '-7d'), ('2026-12-11 08:00', '-3d'), ('2026-12-13 08:00', '-1d'), ('2026-12-14 08:00', '0d')])


@case
def after_three_days_without_power_what_is_late_says_so_and_nudges_of_before_come_as_one_digest():
    # A costly milestone of the 11th is worth telling until that day ends. (The contract to ask for by the 11th is told with the answer, as its next step.)
    papers = '[milestone:papers]\ntitle = Papers\nwhen = 2026-12-11\n'
    with Scene('2026-12-09 08:00:30', quiet=papers, detail='full', received='2026-12-07', answer_by='2026-12-14') as scene:
        scene.go('2026-12-10 12:00')
        scene.wait_delivered()
        scene.daemon.stop()
        scene.daemon.set(at('2026-12-13 12:00'))
        scene.daemon.start()
        wait_until(lambda: len(scene.arrived()) >= 1, 'the late step')
        scene.go('2026-12-13 12:30')
        # -3d (the 11th) gave way to -1d (the 13th at eight), four hours late: one message, with what was missed of the 11th.
        equal([(m['step'], m['late']) for m in scene.arrived()], [('-1d', True)])
        equal(scene.fired(item='/mercy-request-contract'), [], 'what was of the 11th, and is told as the next step of the answer')
        scene.wait_delivered()
        digest = [m.json()['data'] for m in scene.receiver.messages if m.json()['type'] == 'digest'][-1]
        equal(digest['title'], 'Answer Mercy: by Mon Dec 14 (1 day left). Next: Ask for the full contract; and 1 more', 'the gravest first')
        equal(digest['detail'].split('\n')[1:], ['- Papers: was due Fri Dec 11 (2 days ago)'], 'what was missed')
        equal([local(r['created'])[:10] for r in scene.daemon.rows() if r['type'] == 'digest'], ['2026-12-09', '2026-12-13'], 'digests')
        scene.go('2026-12-14 08:00:30')
        scene.wait_delivered()
        equal([(m['step'], m['late']) for m in scene.arrived()], [('-1d', True), ('0d', False)])


@case
def a_message_that_nobody_took_in_time_expires_and_a_late_one_says_so():
    with Scene('2026-12-06 08:00:30', received='2026-12-01', answer_by='2026-12-14') as scene:
        # The digest of the first run gets through: else its failures may have paused the place by then.
        scene.wait_delivered()
        scene.receiver.usual = (503, {}, b'')
        scene.go('2026-12-07 08:00:30')
        wait_until(lambda: [r['attempts'] > 0 for r in scene.daemon.told('/mercy-answer-by')] == [True], 'an attempt')
        scene.receiver.usual = (204, {}, b'')
        scene.walk('2026-12-08', '2026-12-10')
        scene.wait_delivered()
        row = scene.daemon.told('/mercy-answer-by')[0]
        equal(row['state'], 'delivered', 'a step of a deadline still ahead')
        assert len({m.body for m in scene.receiver.messages if m.id == row['message']}) == 1, 'bodies of one message'


def missed(scene):
    """What arrived and says, discreetly as is the default, that something was not told in time."""
    return [m.body.decode() for m in list(scene.receiver.messages) if 'Not told in time' in m.body.decode()]


@case
def a_deadline_that_no_place_took_in_time_is_told_once_when_one_does():
    with Scene('2026-12-12 08:00:30', usual=(503, {}, b''), received='2026-12-01', answer_by='2026-12-14') as scene:
        scene.go('2026-12-13 08:00:30')
        scene.go('2026-12-14 08:00:30')
        wait_until(lambda: [r['step'] for r in scene.daemon.told('/mercy-answer-by')] == ['-1d', '0d'], 'both steps are queued')
        scene.receiver.usual = (204, {}, b'')
        scene.receiver.messages.clear()
        scene.go('2026-12-15 00:00:30')
        wait_until(lambda: missed(scene), 'it is told')
        scene.go('2026-12-15 12:00')
        scene.go('2026-12-16 08:00:30')
        scene.wait_delivered()
        equal(len(missed(scene)), 1, missed(scene))
        assert '"Not told in time: an offer answer was due Mon Dec 14 (1 day ago)"' in missed(scene)[0], missed(scene)
        states = [(r['step'], r['state']) for r in scene.daemon.told('/mercy-answer-by')]
        equal([s for s in states if s[0] == 'missed'], [('missed', 'delivered')], states)
        equal({state for step, state in states if step != 'missed'} <= {'missed', 'failed'}, True, states)


@case
def a_deadline_that_passed_while_the_power_was_off_is_told_once():
    with Scene('2026-12-10 12:00', received='2026-12-07', answer_by='2026-12-14') as scene:
        scene.wait_delivered()
        scene.daemon.stop()
        scene.daemon.set(at('2026-12-17 12:00'))
        scene.daemon.start()
        wait_until(lambda: missed(scene), 'it is told')
        scene.go('2026-12-18 08:00:30')
        scene.wait_delivered()
        equal(len(missed(scene)), 1, missed(scene))
        equal(scene.fired(), [('2026-12-17 12:00', 'missed')], 'no step of its own')


@case
def quiet_hours_hold_a_reminder_and_let_it_go():
    quiet = '[quiet]\nhours = 22:00-07:00\nremind_at = 06:30\n'
    with Scene('2026-12-06 12:00:00', quiet=quiet, received='2026-12-01', answer_by='2026-12-14') as scene:
        scene.go('2026-12-07 06:30:30')
        equal(scene.fired(), [], 'held')
        scene.go('2026-12-07 06:59:30')
        equal(scene.fired(), [], 'before seven')
        scene.go('2026-12-07 07:00:01')
        # Due at half past six (EST), and not late: it left when it was meant to.
        wait_until(lambda: [(m['step'], m['due'], m['late']) for m in scene.arrived()] == [('-7d', '2026-12-07T11:30:00Z', False)], 'the message at seven')
        equal(scene.fired(), [('2026-12-07 07:00', '-7d')])
        # What is critical does not wait.
        scene.walk('2026-12-08', '2026-12-12')
        scene.go('2026-12-13 06:30:30')
        wait_until(lambda: [m['step'] for m in scene.arrived()] == ['-7d', '-3d', '-1d'], 'the critical step at half past six')


@case
def a_time_that_the_night_of_the_spring_skips_fires_once_at_the_first_valid_instant():
    # New York, 2027-03-14: 02:00 EST is 03:00 EDT (07:00 UTC). 02:30 does not exist.
    with Scene('2027-03-13 20:00', quiet='[quiet]\nremind_at = 02:30\n', received='2027-03-05', answer_by='2027-03-14') as scene:
        scene.go('2027-03-14 01:59:30')
        equal(scene.fired(), [], 'before the gap')
        scene.daemon.go(at('2027-03-14 07:00:05', datetime.timezone.utc))
        wait_until(lambda: [m['step'] for m in scene.arrived('2027-03-14')] == ['0d'], 'the step at three')
        equal(scene.arrived('2027-03-14')[0]['due'], '2027-03-14T07:00:00Z')
        for hour in ('07:35', '08:35', '12:00'):
            scene.daemon.go(at(f'2027-03-14 {hour}', datetime.timezone.utc))
        equal([s for _, s in scene.fired()], ['0d'], 'once')


@case
def a_time_that_the_night_of_the_autumn_repeats_fires_once_the_first_time():
    # New York, 2027-11-07: 01:30 comes at 05:30 UTC (EDT) and at 06:30 UTC (EST).
    with Scene('2027-11-06 20:00', quiet='[quiet]\nremind_at = 01:30\n', received='2027-10-29', answer_by='2027-11-07') as scene:
        scene.daemon.go(at('2027-11-07 05:29:30', datetime.timezone.utc))
        equal(scene.fired(), [], 'before the first')
        scene.daemon.go(at('2027-11-07 05:30:05', datetime.timezone.utc))
        wait_until(lambda: [m['step'] for m in scene.arrived('2027-11-07')] == ['0d'], 'the step at the first half past one')
        equal(scene.arrived('2027-11-07')[0]['due'], '2027-11-07T05:30:00Z')
        for hour in ('06:29:30', '06:30:05', '07:30:05', '12:00:00'):
            scene.daemon.go(at(f'2027-11-07 {hour}', datetime.timezone.utc))
        equal([s for _, s in scene.fired()], ['0d'], 'once')


@case
def a_clock_that_jumps_ten_years_ahead_and_back_floods_nobody():
    with Scene('2026-12-05 12:00', received='2026-12-01', answer_by='2026-12-14') as scene:
        scene.wait_delivered()
        feeds, rows = feed_files(scene.daemon), scene.daemon.rows()
        for look in (scene.daemon.reload, lambda: scene.daemon.request('done', '', 'milestones/lane-decided', '2026-12-05')):
            scene.daemon.set(at('2036-12-05 12:00'))
            look()
            assert 'jumped' in scene.daemon.request('status')['held']
            equal([r['id'] for r in scene.daemon.rows()], [r['id'] for r in rows], 'rows while the clock is wrong')
            equal(feed_files(scene.daemon), feeds, 'feeds while the clock is wrong')
        scene.daemon.set(at('2026-12-05 12:05'))
        scene.daemon.reload()
        assert scene.daemon.request('status')['held'], 'two minutes are not over'
        # A restart ends the wait: there is no jump to see any more.
        scene.daemon.stop()
        scene.daemon.start()
        equal(scene.daemon.request('status')['held'], '')
        scene.walk('2026-12-06', '2026-12-15')
        equal(scene.fired(), [('2026-12-07 08:00', '-7d'), ('2026-12-11 08:00', '-3d'), ('2026-12-13 08:00', '-1d'), ('2026-12-14 08:00', '0d')])


@case
def passes_that_a_wrong_clock_put_off_come_when_it_is_set_back():
    with Scene('2026-12-05 12:00', received='2026-12-01', answer_by='2027-02-14') as scene:
        scene.daemon.stop()
        with pinged() as env:
            scene.daemon.start(env=env)
            scene.go('2026-12-09 12:00')
            equal(local(scene.daemon.request('status')['profiles'][0]['next_pass']), '2026-12-10 00:00')
            scene.daemon.set(at('2026-12-05 12:05'))
            wait_until(lambda: local(scene.daemon.request('status')['profiles'][0]['next_pass']) == '2026-12-06 00:00', 'planned for the right day')


@case
def a_jump_is_held_even_when_an_answer_comes_before_the_clock_is_looked_at():
    with Scene('2026-12-05 12:00', received='2026-12-01', answer_by='2026-12-14') as scene:
        scene.wait_delivered()
        before = len(scene.daemon.rows())
        scene.daemon.set(at('2026-12-13 12:00'))
        # Not a tick of the timer but the end of a job is what sees the new time first.
        scene.daemon.request('log', '', 'offer', 'mercy', 'touched', '2026-12-05')
        assert 'jumped' in scene.daemon.request('status')['held']
        equal(len(scene.daemon.rows()), before, 'rows')


@case
def a_clock_that_was_never_set_holds_everything_and_writes_no_wrong_day():
    with Scene('1970-01-02 00:00', wait=False, received='2026-12-01', answer_by='2026-12-14') as scene:
        def listening():
            try:
                return scene.daemon.request('status')['listen']
            except (OSError, AssertionError):
                return False
        wait_until(listening, 'pgyd answers')
        scene.daemon.reload()
        assert 'before pgyd was written' in scene.daemon.request('status')['held']
        equal(scene.daemon.request('journal', '')['entries'], [], 'nothing begins in 1970')
        equal(scene.daemon.rows(), [], 'rows')
        scene.daemon.set(at('2026-12-05 12:00'))
        scene.daemon.reload()
        scene.daemon.stop()
        scene.daemon.start()
        equal([(e['kind'], e['on']) for e in scene.daemon.request('journal', '')['entries']], [('started', '2026-12-05')])
        equal([r['type'] for r in scene.daemon.rows()], ['digest'])


def offers(scene):
    """{slug: (start, state)}."""
    items = scene.daemon.request('timeline', '')['items']
    return {i['id'].split('/')[1]: (i['start'], i['state']) for i in items if i['plugin'] == 'offers'}


@case
def three_weeks_untouched_on_the_day_before_the_day_and_the_day_after():
    # Last touched on 2026-12-02: day 20 is the 22nd, day 21 the 23rd (S0-22).
    with Scene('2026-12-21 12:00', received='2026-12-01', answer_by='2027-01-20', last_touched='2026-12-02') as scene:
        for now, state in (('2026-12-22 23:59:50', 'future'), ('2026-12-23 00:00:10', 'open'), ('2026-12-24 12:00', 'open')):
            scene.go(now)
            equal(offers(scene)['mercy-untouched'], ('2026-12-23', state), now)


@case
def seven_to_ten_days_on_the_day_before_the_day_and_the_day_after():
    # Received on 2026-12-07: 7 days are the 14th, 10 days the 17th (S0-02).
    with Scene('2026-12-08 12:00', received='2026-12-07', answer_within='7-10') as scene:
        for now, soft, hard in (('2026-12-13 23:59:30', 'future', 'future'), ('2026-12-14 00:00:10', 'open', 'future'),
                                ('2026-12-15 00:00:10', 'closed', 'future'), ('2026-12-16 23:59:30', 'closed', 'future'),
                                ('2026-12-17 00:00:10', 'closed', 'due'), ('2026-12-17 23:59:30', 'closed', 'due')):
            scene.go(now)
            equal(offers(scene)['mercy-answer-soft'], ('2026-12-14', soft), f'soft on {now}')
            equal(offers(scene)['mercy-answer-by'], ('2026-12-17', hard), f'hard on {now}')
        # The morning after there is one question, and nothing else that is open.
        scene.go('2026-12-18 00:00:10')
        left = {k: v for k, v in offers(scene).items() if k.startswith('mercy-') and '-state' not in k}
        equal(left, {'mercy-outcome': ('2026-12-18', 'open')}, 'the morning after')


@case
def without_a_daemon_the_same_days_come_out_for_any_today():
    folder = pgytest.scratch()
    try:
        file = os.path.join(folder, 'pgyd.ini')
        with open(file, 'w', encoding='utf-8') as f:
            f.write(base(os.path.join(folder, 'state'), now=at('2026-12-07 12:00')) +
                    offer('mercy', received='2026-12-07', answer_within='7-10', last_touched='2026-12-07'))
        for today, soft, hard, outcome in (('2026-12-13', 'future', 'future', None), ('2026-12-14', 'open', 'future', None),
                                           ('2026-12-17', None, 'due', None), ('2026-12-18', None, None, 'open')):
            done = subprocess.run([program('src/ctl/pgyctl'), '-c', file, '--json', '--stateless', 'plan', '--today', today],
                                  capture_output=True, text=True, timeout=60)
            equal((done.returncode, done.stderr), (0, ''), 'pgyctl plan')
            items = {i['id']: (i['start'], i['state']) for i in json.loads(done.stdout)['items']}
            # None: past before the first run, which is another rule (dated `started`).
            for slug, start, state in (('answer-soft', '2026-12-14', soft), ('answer-by', '2026-12-17', hard), ('outcome', '2026-12-18', outcome)):
                if state:
                    equal(items['offers/mercy-' + slug], (start, state), f'{slug} on {today}')
    finally:
        pgytest.remove(folder)


pgytest.run(__file__)
