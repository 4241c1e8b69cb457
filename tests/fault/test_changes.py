# SPDX-License-Identifier: BSD-2-Clause
"""What people change while messages are on their way, and what comes of it."""

import contextlib
import os
import resource
import signal
import sqlite3
import threading
import time

import pgytest
from moment import at
from pgydaemon import SECRET, TimedDaemon, events, offer, pinged, webhook
from pgytest import Receiver, case, equal, wait_until


def day(n):
    return f'2026-12-{9 + n:02d}'


class Scene:
    """A daemon that has told of its first run, and one receiver. It is ten o'clock of a Wednesday: of an answer that is due on this very day no step is left, and
    a quarter of an hour after it was entered one message says so."""

    def __init__(self, **keys):
        self.receiver = Receiver()
        self.keys = keys
        self.daemon = TimedDaemon(at(f'{day(0)} 10:00'), self.sections(20))
        try:
            self.daemon.start()
            self.receiver.wait(1)
        except BaseException:
            self.__exit__()
            raise

    def sections(self, answer, path=''):
        keys = {**self.keys}
        if 'secret_file' in keys:
            keys['secret'] = None
        hook = webhook('phone', self.receiver.url + path, **keys)
        return offer('mercy', received=day(-8), answer_by=day(answer)) + ''.join(f'{line}\n' for line in hook.split('\n') if not line.endswith('= None'))

    def answer_by(self, answer, path=''):
        self.daemon.write(self.sections(answer, path))
        self.daemon.reload()

    def rows(self, answer):
        return self.daemon.rows('/mercy-answer-by', day(answer))

    def later(self):
        """What was entered just now is told from now on."""
        self.daemon.go(self.daemon.now + 15 * 60 + 10)

    def last_day(self, path=''):
        self.answer_by(0, path)
        self.later()

    def __enter__(self):
        return self

    def __exit__(self, *why):
        self.daemon.close()
        self.receiver.close()


@case
def a_place_that_was_paused_is_tried_again_once_its_section_is_mended():
    with Scene() as scene:
        scene.receiver.usual = (404, {}, b'')
        scene.last_day()
        wait_until(lambda: scene.daemon.request('status')['endpoints'][0]['paused_until'] == 'until you change it', 'paused')
        equal([r['state'] for r in scene.rows(0)], ['queued'])
        scene.receiver.usual = (204, {}, b'')
        # A reload that changes nothing about it must not hammer a place that said no.
        scene.daemon.reload()
        equal(scene.daemon.request('status')['endpoints'][0]['paused_until'], 'until you change it')
        scene.answer_by(0, '/mended')
        wait_until(lambda: [r['state'] for r in scene.rows(0)] == ['delivered'], 'delivered')
        equal(scene.receiver.messages[-1].path, '/hook/mended')


@case
def an_extension_while_the_courier_has_the_reminder_ends_its_retries():
    with Scene() as scene:
        held, go = threading.Event(), threading.Event()

        def slow(message):
            held.set()
            go.wait(pgytest.PATIENCE)
            return 503, {}, b''

        scene.receiver.answers.append(slow)
        scene.last_day()
        assert held.wait(pgytest.PATIENCE)
        scene.answer_by(15)
        go.set()
        wait_until(lambda: [r['state'] for r in scene.rows(0)] == ['cancelled'], 'not tried again')
        equal(scene.rows(15), [], 'the new ladder is a week away')


@case
def a_date_moved_there_and_back_while_its_reminder_waits_is_told_once():
    with Scene() as scene:
        scene.receiver.usual = (503, {}, b'')
        scene.last_day()
        wait_until(lambda: [r['code'] for r in scene.rows(0)] == [503], 'one attempt')
        scene.answer_by(15)
        equal([r['state'] for r in scene.rows(0)], ['cancelled'])
        scene.receiver.usual = (204, {}, b'')
        scene.last_day()
        wait_until(lambda: [r['state'] for r in scene.rows(0)] == ['delivered'], 'delivered after all')
        equal(len(scene.rows(0)), 1, 'rows')


@case
def done_by_a_slip_and_taken_back_the_reminder_still_comes():
    with Scene() as scene:
        scene.receiver.usual = (503, {}, b'')
        scene.last_day()
        wait_until(lambda: [r['code'] for r in scene.rows(0)] == [503], 'one attempt')
        item = scene.rows(0)[0]['item']
        scene.daemon.request('done', '', item, '')
        equal([r['state'] for r in scene.rows(0)], ['cancelled'])
        scene.receiver.usual = (204, {}, b'')
        scene.daemon.request('undone', '', item)
        wait_until(lambda: [r['state'] for r in scene.rows(0)] == ['delivered'], 'delivered after all')


@case
def what_a_snooze_took_out_stays_out():
    with Scene() as scene:
        scene.receiver.usual = (503, {}, b'')
        # Three days before the 13th are the 10th; the message about it waits.
        scene.answer_by(4)
        scene.daemon.go(at(f'{day(1)} 08:00:30'))
        wait_until(lambda: [(r['step'], r['code']) for r in scene.rows(4)] == [('-3d', 503)], 'one attempt')
        scene.daemon.request('snooze', '', scene.rows(4)[0]['item'], day(2), '')
        equal([r['state'] for r in scene.rows(4)], ['cancelled'])
        scene.receiver.usual = (204, {}, b'')
        scene.daemon.reload()
        scene.daemon.go(at(f'{day(1)} 23:00'))
        equal([r['state'] for r in scene.rows(4)], ['cancelled'])
        # It comes back on the day it was put off to, as grave as two days before the date are.
        scene.daemon.go(at(f'{day(2)} 08:00:30'))
        wait_until(lambda: [(r['step'], r['severity'], r['state']) for r in scene.rows(4)] ==
                   [('-3d', 'critical', 'cancelled'), (f'snooze {day(2)}', 'critical', 'delivered')], 'back')


@case
def attempts_at_which_nothing_was_sent_use_up_no_tries():
    secret = os.path.join(os.environ.get('TMPDIR', '/tmp'), f'pgyd-test-secret-{os.getpid()}')
    with open(secret, 'w', encoding='ascii', opener=lambda path, flags: os.open(path, flags, 0o600)) as f:
        f.write(SECRET)
    try:
        with Scene(secret_file=secret) as scene:
            os.unlink(secret)
            equal(scene.daemon.ask('notify-test', '', 'phone')[0], 1, 'the answer comes at once')
            row = next(r for r in scene.daemon.rows() if r['type'] == 'test')
            equal((row['state'], 'cannot be read' in row['error']), ('queued', True), row)
            scene.daemon.stop()
            with contextlib.closing(sqlite3.connect(os.path.join(scene.daemon.state, 'pgyd.db'))) as db:
                begun, spared = db.execute('SELECT attempts, spared FROM outbox WHERE id = ?', (row['id'],)).fetchone()
            equal(begun - spared, 0, 'tries used up')
    finally:
        if os.path.exists(secret):
            os.unlink(secret)


@case
def a_reminder_that_waits_for_a_section_that_is_renamed_goes_where_the_others_go():
    with Scene() as scene:
        scene.receiver.usual = (503, {}, b'')
        scene.last_day()
        wait_until(lambda: [r['code'] for r in scene.rows(0)] == [503], 'one attempt')
        scene.receiver.usual = (204, {}, b'')
        scene.daemon.write(scene.sections(0).replace('[notify:phone]', '[notify:cell]') + webhook('quiet', scene.receiver.url, plugins='milestones')
                           + webhook('mail', scene.receiver.url))
        scene.daemon.reload()
        wait_until(lambda: sorted((r['endpoint'], r['state']) for r in scene.rows(0)) ==
                   [('cell', 'delivered'), ('mail', 'delivered'), ('phone', 'cancelled')], 'delivered to both that want it')
        # One of two that both had it goes: nothing is told twice.
        scene.receiver.usual = (503, {}, b'')
        with_both = offer('mercy', received=day(-8), answer_by=day(1)) + webhook('cell', scene.receiver.url) + webhook('mail', scene.receiver.url)
        scene.daemon.write(with_both)
        scene.daemon.reload()
        scene.daemon.go(at(f'{day(1)} 08:00:30'))
        wait_until(lambda: [r['code'] for r in scene.rows(1)] == [503, 503], 'one attempt each')
        scene.receiver.usual = (204, {}, b'')
        scene.daemon.write(with_both.replace(webhook('mail', scene.receiver.url), ''))
        scene.daemon.reload()
        wait_until(lambda: sorted((r['endpoint'], r['state']) for r in scene.rows(1)) == [('cell', 'delivered'), ('mail', 'cancelled')], 'once')


@case
def so_does_a_message_of_several_and_of_two_places_that_both_had_it_one_is_enough():
    def sections(*names):
        hooks = ''.join(webhook(name, scene.receiver.url) for name in names)
        return ''.join(offer(name, received=day(-8), answer_by=day(1)) for name in ('mercy', 'hill')) + hooks

    def answers():
        return sorted((r['endpoint'], r['item'].split('/')[1], r['step'], r['state']) for r in scene.daemon.told('-answer-by') if r['created'] >= '2026-12-10')

    def go(*names):
        scene.daemon.write(sections(*names))
        scene.daemon.reload()

    with Scene() as scene:
        scene.receiver.usual = (503, {}, b'')
        go('phone', 'mail')
        scene.daemon.go(at(f'{day(1)} 08:00:30'))
        wait_until(lambda: [r['code'] for r in scene.daemon.told('/mercy-answer-by')] == [503, 503], 'one attempt each')
        equal([len(r['items']) for r in scene.daemon.rows() if r['type'] == 'digest'][-2:], [2, 2], 'both in one message')
        # Of two that both had it one goes, and then the other is renamed.
        go('phone')
        wait_until(lambda: ('mail', 'mercy-answer-by', '0d', 'cancelled') in answers(), 'the place that is gone')
        equal(len(answers()), 4, f'nothing twice: {answers()}')
        scene.receiver.usual = (204, {}, b'')
        go('cell')
        scene.later()  # the next attempt
        wait_until(lambda: [a for a in answers() if a[0] == 'cell'] ==
                   [('cell', 'hill-answer-by', '0d', 'delivered'), ('cell', 'mercy-answer-by', '0d', 'delivered')], 'both arrive at the new one')


@case
def the_same_mistake_made_again_is_told_again():
    with Scene() as scene:
        good = scene.sections(20)

        def told():
            return [r['created'] for r in scene.daemon.rows() if r['type'] == 'config.rejected']

        for times in (1, 2):
            scene.daemon.write(good + '[nonsense]\n')
            scene.daemon.reload()
            equal(len(told()), times)
            scene.daemon.reload()
            equal(len(told()), times, 'the same file read once more')
            time.sleep(1.1)  # an instant of the store is a second
            scene.daemon.write(good)
            scene.daemon.reload()


@case
def a_main_file_that_cannot_be_read_changes_no_plugins():
    with Scene() as scene:
        feed = scene.daemon.feed()
        with open(scene.daemon.file, 'rb') as f:
            body = f.read()
        with open(scene.daemon.file, 'wb') as f:
            f.write(b'\xff\xfe' + body)
        scene.daemon.reload()
        equal({p['name'] for p in scene.daemon.request('status')['profiles'][0]['plugins']}, {'milestones', 'offers'})
        equal(scene.daemon.feed(), feed)
        equal(scene.daemon.request('status')['profiles'][0]['in_force'], 'accepted')
        scene.last_day()
        scene.receiver.wait(2)


@case
def what_a_full_disk_kept_from_being_planned_is_planned_when_there_is_room():
    with Scene() as scene, pinged() as env:
        scene.daemon.stop()
        scene.daemon.start(env=env)
        core = scene.daemon.child('core')
        limits = resource.prlimit(core, resource.RLIMIT_FSIZE)
        resource.prlimit(core, resource.RLIMIT_FSIZE, (0, limits[1]))
        scene.last_day()
        equal(scene.rows(0), [], 'rows')
        resource.prlimit(core, resource.RLIMIT_FSIZE, limits)
        wait_until(lambda: f'DTSTART;VALUE=DATE:{day(0).replace("-", "")}' in scene.daemon.feed(), 'planned')
        scene.later()
        wait_until(lambda: [r['state'] for r in scene.rows(0)] == ['delivered'], 'told')
        equal(scene.daemon.child('core'), core, 'the process')


def processor_time(pid):
    with open(f'/proc/{pid}/stat', encoding='ascii') as f:
        fields = f.read().rsplit(')', 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf('SC_CLK_TCK')


@case
def without_descriptors_the_core_neither_spins_nor_stands_still_for_good():
    with Scene() as scene:
        core = scene.daemon.child('core')
        used = {int(fd) for fd in os.listdir(f'/proc/{core}/fd')}
        first_free = next(n for n in range(1024) if n not in used)
        limits = resource.prlimit(core, resource.RLIMIT_NOFILE)
        resource.prlimit(core, resource.RLIMIT_NOFILE, (first_free, limits[1]))
        scene.daemon.write(scene.sections(0))
        os.kill(scene.daemon.process.pid, signal.SIGHUP)
        wait_until(lambda: 'open files' in scene.daemon.log() or 'descriptor' in scene.daemon.log(), 'it says so')
        with contextlib.suppress(OSError, AssertionError):
            scene.daemon.ask('status')
        before = processor_time(core)
        time.sleep(2)
        assert processor_time(core) - before < 0.5, 'it spins'
        resource.prlimit(core, resource.RLIMIT_NOFILE, limits)
        scene.daemon.reload()
        scene.later()
        wait_until(lambda: [r['state'] for r in scene.rows(0)] == ['delivered'], 'planned and told')
        equal(scene.daemon.child('core'), core, 'the process')


@case
def after_a_restore_every_event_is_newer_than_what_was_published():
    with Scene() as scene:
        backup = os.path.join(scene.daemon.folder, 'backup')
        scene.daemon.request('backup', backup)
        time.sleep(1.1)
        scene.answer_by(15)
        published = events(scene.daemon.feed())
        scene.daemon.stop()
        time.sleep(1.1)
        equal(scene.daemon.ctl('restore', backup)[0], 0)
        scene.daemon.start()
        for uid, now in events(scene.daemon.feed()).items():
            was = published[uid]
            assert int(now['SEQUENCE']) > int(was['SEQUENCE']), now
            assert now['LAST-MODIFIED'] > was['LAST-MODIFIED'], (was, now)


@case
def an_alert_that_explains_is_shown_each_time_its_cause_is_there_and_never_rings():
    # Entered half an hour before that day's reminders leave, each on a day of its own.
    with Scene() as scene:
        mornings = iter(range(1, 6))

        def must_improve(things):
            morning = day(next(mornings))
            scene.daemon.go(at(f'{morning} 07:30'))
            scene.daemon.write(scene.sections(20).replace('[notify:', f'must_improve = {things}\n[notify:', 1))
            scene.daemon.reload()
            scene.daemon.go(at(f'{morning} 08:00:30'))

        def shown():
            return [i['stakes'] for i in scene.daemon.request('timeline', '')['items'] if i['id'] == 'offers/mercy-must-improve' and i['state'] != 'cancelled']
        must_improve('base; call; covenant')
        equal(shown(), [], 'three are enough')
        must_improve('base; call')
        equal(shown(), ['context'], 'two are too few')
        must_improve('base; call; covenant')
        equal(shown(), [], 'gone')
        must_improve('base; covenant')
        equal(shown(), ['context'], 'there again')
        scene.daemon.kill('core')
        wait_until(scene.daemon.serving, 'serving again')
        must_improve('base; covenant')
        equal(shown(), ['context'], 'after a restart too')
        equal(scene.daemon.rows('/mercy-must-improve'), [], 'messages')


@case
def what_went_and_is_there_again_rings_no_step_a_second_time():
    with Scene() as scene:
        # A letter alone, answered by the 29th: the contract is to be asked for by the fourth day, here the 13th. It rings on its own, for its day comes before the ladder.
        def letter(doc):
            scene.daemon.write(offer('mercy', received=day(0), answer_by=day(20), doc=doc) + webhook('phone', scene.receiver.url))
            scene.daemon.reload()

        def steps():
            return [(r['target'], r['step'], r['severity']) for r in scene.daemon.rows('/mercy-request-contract')]
        letter('letter')
        scene.daemon.go(at(f'{day(1)} 08:00:30'))
        equal(steps(), [(day(4), '-3d', 'warn')], 'three days before')
        letter('contract')
        letter('letter')
        scene.daemon.go(at(f'{day(1)} 12:00'))
        equal(steps(), [(day(4), '-3d', 'warn')], 'there again')


pgytest.run(__file__)
