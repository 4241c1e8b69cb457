# SPDX-License-Identifier: BSD-2-Clause
"""The main job end to end: one file, caged plugins, a subscribed feed, a signed webhook, kill -9, and on it goes."""

import contextlib
import datetime
import os
import shutil
import signal
import sqlite3
import tempfile
import threading
import time
import urllib.error

import moment
import pgytest
from moment import day
from pgydaemon import SECRET, Daemon, TimedDaemon, event, events, offer, webhook
from pgytest import Receiver, case, equal, wait_until

ANSWER = 'Answer Mercy'


def scene(answer=9, **keys):
    receiver = Receiver()
    daemon = Daemon(offer('mercy', received=day(-2), answer_by=day(answer)) + webhook('phone', receiver.url, **keys))
    return receiver, daemon.start()


@case
def the_first_run_publishes_a_feed_and_sends_one_signed_digest():
    receiver, daemon = scene()
    try:
        feed = daemon.feed()
        assert event(feed, 'Mercy'), feed
        message = receiver.wait(1)[0]
        assert message.verifies(SECRET)
        equal(message.json()['type'], 'digest')
        time.sleep(1)
        equal(len(receiver.messages), 1, 'messages of the first run')
        equal(daemon.stop(), 0, 'exit after SIGTERM')
    finally:
        daemon.close()
        receiver.close()


@case
def a_new_offer_with_a_short_clock_rings_at_its_next_step_and_only_once():
    receiver = Receiver()
    hook = webhook('phone', receiver.url)
    mercy = offer('mercy', received=day(-2), answer_by=day(9))
    daemon = TimedDaemon(moment.at(f'{day(0)} 10:00'), mercy + hook).start()
    try:
        receiver.wait(1)
        daemon.write(mercy + offer('lakeside', received=day(-8), answer_by=day(2)) + offer('hill', received=day(-8), answer_by=day(0)) + hook)
        daemon.reload()
        assert event(daemon.feed(), 'Lakeside')
        time.sleep(1)
        equal(len(receiver.messages), 1, 'nothing about what was typed just now')
        # a fatal day without a step left is told after a quarter of an hour; -7d and -3d of the other are past for ever
        daemon.go(moment.at(f'{day(0)} 10:14'))
        equal(daemon.told('hill-answer-by'), [], 'within the quarter of an hour')
        daemon.go(moment.at(f'{day(0)} 10:16'))
        wait_until(lambda: [r['step'] for r in daemon.told('hill-answer-by') if r['state'] == 'delivered'] == ['now'], 'the message about hill')
        equal(daemon.told('lakeside-answer-by'), [], 'steps already past')
        daemon.go(moment.at(f'{day(1)} 08:01'))
        wait_until(lambda: [r['step'] for r in daemon.told('lakeside-answer-by') if r['state'] == 'delivered'] == ['-1d'],
                   'the reminder about lakeside')
        daemon.reload()
        time.sleep(1)
        ids = [m.id for m in receiver.messages]
        equal(len(ids), len(set(ids)), 'distinct messages')
        equal(len(daemon.told('lakeside-answer-by')), 1, 'once')
    finally:
        daemon.close()
        receiver.close()


@case
def every_process_killed_the_job_goes_on():
    receiver, daemon = scene()
    try:
        receiver.wait(1)
        url, feed = daemon.url(), daemon.feed()
        for name in ('web', 'courier', 'core'):
            pid = daemon.child(name)
            daemon.kill(name)
            wait_until(lambda: daemon.child(name) not in (0, pid), f'a new {name}')
            wait_until(daemon.serving, f'serving after the end of {name}')
            equal(daemon.feed(url=url), feed, f'feed after the end of {name}')
        daemon.kill('parent')
        daemon.start()
        # The port is another one (0 was asked for), the token is the same.
        equal(daemon.feed(), feed, 'feed after the end of all')
        equal(daemon.url().split('/f/')[1], url.split('/f/')[1], 'token after the end of all')
        time.sleep(1)
        equal(len(receiver.messages), 1, 'messages after all that')
    finally:
        daemon.close()
        receiver.close()


@case
def web_serves_the_last_good_bytes_while_the_core_is_stopped():
    receiver, daemon = scene()
    try:
        url, feed = daemon.url(), daemon.feed()
        os.kill(daemon.child('core'), signal.SIGSTOP)
        equal(daemon.feed(url=url), feed)
        os.kill(daemon.child('core'), signal.SIGCONT)
    finally:
        daemon.close()
        receiver.close()


@case
def a_message_that_was_under_way_when_the_courier_died_is_sent_again_under_its_id():
    receiver = Receiver(answers=[lambda m: time.sleep(3) or (204, {}, b'')])
    daemon = Daemon(offer('mercy', received=day(-2), answer_by=day(9)) + webhook('phone', receiver.url)).start()
    try:
        receiver.wait(1)
        daemon.kill('courier')
        first, second = receiver.wait(2)
        equal(second.id, first.id, 'webhook-id')
        equal(second.body, first.body, 'body')
        wait_until(lambda: [r['state'] for r in daemon.rows()] == ['delivered'], 'one row, delivered')
    finally:
        daemon.close()
        receiver.close()


def queue(daemon, n):
    """Messages that wait, all due, written while pgyd does not run."""
    with contextlib.closing(sqlite3.connect(os.path.join(daemon.state, 'pgyd.db'))) as db, db:
        profile = db.execute('SELECT profile FROM outbox LIMIT 1').fetchone()[0]
        for i in range(n):
            db.execute("INSERT INTO outbox(profile, endpoint, message, item, target, step, type, payload, severity, created, not_before, expires, next_try)"
                       " VALUES(?, 'phone', ?, '', '', '-3d', 'reminder.due', '{}', 2, 1, 1, 4000000000, 1)", (profile, f'many_{i}'))


def outbox(daemon, columns):
    with contextlib.closing(sqlite3.connect(os.path.join(daemon.state, 'pgyd.db'))) as db:
        return db.execute(f"SELECT {columns} FROM outbox WHERE message LIKE 'many_%' ORDER BY id").fetchall()


@case
def an_endpoint_that_closes_in_the_middle_of_many_gets_no_more():
    """Forty wait; ten are taken, then 410: the two under way may meet it, what waited behind them at the courier is still nobody's attempt."""
    receiver = Receiver()
    daemon = Daemon(webhook('phone', receiver.url)).start()
    try:
        # Written down too, or a stop in between would have it sent once more, among the many.
        wait_until(lambda: [r['state'] for r in daemon.rows()] == ['delivered'], 'the digest')
        daemon.stop()
        queue(daemon, 40)
        receiver.messages.clear()
        receiver.answers, receiver.usual = [(204, {}, b'')] * 10, (410, {}, b'')
        daemon.start()
        many = lambda state: [r for r in daemon.rows() if r['step'] == '-3d' and r['state'] == state]
        wait_until(lambda: daemon.request('status', '')['endpoints'][0]['paused_until'] and len(many('delivered')) == 10 and len(many('queued')) == 30,
                   'ten are delivered and nothing is under way')
        got = len(receiver.messages)
        equal(got in (11, 12), True, f"{got} went out: {[m.headers['webhook-id'] for m in receiver.messages]}")
        daemon.stop()
        waiting = outbox(daemon, 'attempts - spared, last_code')
        equal(len([1 for tries, code in waiting if tries == 1 and code == 410]), got - 10, 'met the 410')
        equal(len([1 for tries, code in waiting if tries == 0 and code == 0]), 40 - got, 'untried')
        last = outbox(daemon, 'id')[-1][0]
        daemon.start()
        equal(len(receiver.messages), got, 'nothing more')
        receiver.usual = (204, {}, b'')
        equal(daemon.ctl('retry', str(last))[0], 0, 'retry')
        wait_until(lambda: len(many('delivered')) == 40, 'all are delivered')
        ids = [i for i in (m.headers['webhook-id'] for m in receiver.messages) if i.startswith('many_')]
        equal(sorted(set(ids)), sorted(f'many_{i}' for i in range(40)), 'each')
        equal(len(ids), 40 + got - 10, 'twice only what met the 410')
    finally:
        daemon.close()
        receiver.close()


@case
def what_was_under_way_beside_a_410_and_arrives_opens_nothing_again():
    receiver, refused = Receiver(), threading.Event()
    daemon = Daemon(webhook('phone', receiver.url)).start()
    try:
        wait_until(lambda: [r['state'] for r in daemon.rows()] == ['delivered'], 'the digest')
        daemon.stop()
        queue(daemon, 6)
        receiver.messages.clear()

        def slow(_):
            refused.wait(30)
            return 204, {}, b''
        receiver.answers, receiver.usual = [slow], (410, {}, b'')
        daemon.start()
        paused = lambda: daemon.request('status', '')['endpoints'][0]['paused_until']
        wait_until(paused, 'paused by the second')
        refused.set()
        wait_until(lambda: [r['state'] for r in daemon.rows() if r['step'] == '-3d'].count('delivered') == 1, 'the first has arrived')
        assert paused(), 'open again'
        equal(len(receiver.messages), 2, 'messages')
    finally:
        refused.set()
        daemon.close()
        receiver.close()


@case
def an_extended_answer_date_fires_its_new_ladder_and_nothing_of_the_old():
    receiver = Receiver(usual=(503, {}, b''))  # nothing gets through yet
    sections = webhook('phone', receiver.url)
    daemon = TimedDaemon(moment.at(f'{day(0)} 07:00'), offer('mercy', received=day(-2), answer_by=day(30)) + sections).start()
    try:
        wait_until(lambda: any(r['type'] == 'digest' for r in daemon.rows()), 'the digest')
        daemon.write(offer('mercy', received=day(-2), answer_by=day(1)) + sections)
        daemon.reload()
        daemon.go(moment.at(f'{day(0)} 08:01'))
        wait_until(lambda: daemon.told('mercy-answer-by'), 'the first reminder of the short clock')
        equal([r['step'] for r in daemon.told('mercy-answer-by', day(1))], ['-1d'], 'steps already past are nobody\'s')
        daemon.write(offer('mercy', received=day(-2), answer_by=day(12)) + sections)
        daemon.reload()
        equal([r['state'] for r in daemon.rows('mercy-answer-by', day(1))], ['cancelled'], 'the old clock')
        item = next(i for i in daemon.request('timeline', '')['items'] if i['id'] == 'offers/mercy-answer-by')
        equal(item['start'], day(12), 'the new date')
        # -7d, -3d, -1d, 0d all lie ahead (12 days): the whole new ladder is due and none of it has fired.
        equal(len([r for r in item['remind'] if r > datetime.datetime.fromtimestamp(daemon.now, datetime.timezone.utc).isoformat()]), 4, 'steps ahead')
        equal(daemon.told('mercy-answer-by', day(12)), [], 'fired of the new ladder')
    finally:
        daemon.close()
        receiver.close()


@case
def done_snooze_undone_and_log_move_the_feed():
    receiver, daemon = scene()
    try:
        ids = [i['id'] for i in daemon.request('agenda', '', '60')['items']]
        equal('offers/mercy-answer-by' in ids, True, f'agenda {ids}')
        before = event(daemon.feed(), ANSWER)
        daemon.request('done', '', 'offers/mercy-answer-by', '')
        after = events(daemon.feed())[before['UID']]
        assert int(after['SEQUENCE']) > int(before['SEQUENCE']), after
        equal(after['alarms'], 0, 'alarms of what is done')
        equal(daemon.ask('done', '', 'offers/mercy-answer-by', '')[0], 1, 'done twice')
        daemon.request('undone', '', 'offers/mercy-answer-by')
        back = events(daemon.feed())[before['UID']]
        assert int(back['SEQUENCE']) > int(after['SEQUENCE']) and back['alarms'] == before['alarms'], back
        status, answer = daemon.ask('snooze', '', 'offers/mercy-answer-by', '3w')
        equal(status, 1, 'a snooze beyond the deadline')
        assert 'that is by' in answer['error'], answer
        daemon.request('snooze', '', 'offers/mercy-answer-by', '2d')
        equal(daemon.request('log', '', 'offer', 'mercy', 'touched', '')['subject'], 'mercy')
        status, answer = daemon.ask('log', '', 'offer', 'mercyy', 'touched', '')
        equal((status, answer.get('nearest')), (1, 'mercy'), 'a slip of the hand')
        daemon.stop()
        daemon.start()
        entries = [e['kind'] for e in daemon.request('journal', '')['entries']]
        equal(entries, ['started', 'done', 'undo', 'snooze', 'offer'], 'the journal after a restart')
    finally:
        daemon.close()
        receiver.close()


@case
def undone_finds_what_was_done_under_an_older_name():
    # In a folder of its own: beside it stand plugins that are bad on purpose, and all that are installed are looked at.
    plugins = tempfile.mkdtemp(prefix='pgyd-test-')
    shutil.copy(pgytest.program('tests/plugins/.libs/good.so'), plugins)
    daemon = Daemon(daemon=f'plugin_path = {plugins}')
    try:
        with open(daemon.file, encoding='utf-8') as f:
            body = f.read().replace('plugins = milestones, offers', 'plugins = milestones, good')
        with open(daemon.file, 'w', encoding='utf-8') as f:
            f.write(body)
        daemon.start()
        daemon.stop()
        # As a version of the plugin wrote it that still called its rule old-rule.
        with contextlib.closing(sqlite3.connect(os.path.join(daemon.state, 'pgyd.db'))) as db, db:
            number = db.execute("SELECT max(number) + 1 FROM journal WHERE profile = 'me'").fetchone()[0]
            today = (moment.TODAY - datetime.date(1970, 1, 1)).days
            db.execute("INSERT INTO journal(profile, number, day, logged, kind, subject, event, reverses, reversed) VALUES('me', ?, ?, 1, 'good', 'x', '', 0, 0)",
                       (number, today))
            db.execute("INSERT INTO journal_args(profile, number, place, key, value) VALUES('me', ?, 0, 'item', 'good/old-rule@3')", (number,))
        daemon.start()
        equal(daemon.ask('undone', '', 'good/rule@2')[0], 1, 'another occurrence')
        daemon.request('undone', '', 'good/rule@3')
        equal({e['number']: e['reversed'] for e in daemon.request('journal', '')['entries']}[number], True, 'taken back')
    finally:
        daemon.close()
        shutil.rmtree(plugins)


@case
def one_bad_edit_keeps_the_accepted_plan_across_reload_and_power_cut():
    receiver, daemon = scene()
    try:
        receiver.wait(1)
        feed = daemon.feed()
        daemon.write(offer('mercy', received=day(-2), answer_by=day(-9)) + webhook('phone', receiver.url))
        for again in ('reload', 'power cut'):
            if again == 'reload':
                daemon.reload()
            else:
                daemon.kill('parent')
                daemon.start()
            profile = daemon.request('status')['profiles'][0]
            equal(profile['in_force'], 'accepted', again)
            assert any('answer_by' in p and 'pgyd.ini:' in p for p in profile['problems']), profile['problems']
            equal(daemon.feed(), feed, f'feed after the {again}')
        wait_until(lambda: any(m.json()['type'] == 'config.rejected' for m in receiver.messages), 'a notice of the bad lines')
        time.sleep(0.5)
        # The power cut may fall between delivery and its being written down: then the one message comes again, under its one id.
        equal(len({m.headers['webhook-id'] for m in receiver.messages if m.json()['type'] == 'config.rejected'}), 1, 'notices of the same bad lines')
        daemon.write(offer('mercy', received=day(-2), answer_by=day(10)) + webhook('phone', receiver.url))
        daemon.reload()
        equal(daemon.request('status')['profiles'][0]['in_force'], 'file', 'after the correction')
    finally:
        daemon.close()
        receiver.close()


@case
def links_rotate_and_revoke():
    receiver, daemon = scene()
    try:
        old = daemon.url()
        daemon.request('url-rotate', '', 'calendar')
        new = daemon.url()
        assert daemon.feed(url=new)
        try:
            daemon.feed(url=old)
            raise AssertionError('the old link still works')
        except urllib.error.HTTPError as e:
            equal(e.code, 404)
        daemon.request('url-revoke', '', 'calendar')
        try:
            daemon.feed(url=new)
            raise AssertionError('the revoked link still works')
        except urllib.error.HTTPError as e:
            equal(e.code, 404)
        daemon.request('url-add', '', 'wall', 'offers', 'quiet')
        feed = daemon.feed('wall')
        assert 'BEGIN:VEVENT' in feed and 'VALARM' not in feed
        token = new.split('/f/')[1].split('/')[0]
        assert token not in daemon.log()
    finally:
        daemon.close()
        receiver.close()


pgytest.run(__file__)
