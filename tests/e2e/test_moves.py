#!/usr/bin/python3
# SPDX-License-Identifier: BSD-2-Clause
"""Items that move from one plugin to another: what was done stays done, and calendars know the event."""

import os
import shutil

import moment
import pgytest
from moment import day
from pgydaemon import Daemon, TimedDaemon, events
from pgytest import case, equal


class Scene:
    """A daemon with giver and taker as they were, listed in this order; learn is done, read is snoozed."""

    def __init__(self, listed='giver, taker'):
        self.daemon = Daemon()
        self.folder = plugins_of(self.daemon, 'giver-before', 'taker-before')
        self.list(listed)

    def list(self, names):
        with open(self.daemon.file, encoding='utf-8') as f:
            lines = [f'plugins = {names}' if line.startswith('plugins = ') else line for line in f.read().split('\n')]
        with open(self.daemon.file, 'w', encoding='utf-8') as f:
            f.write('\n'.join(lines))

    def again(self, *files, listed=None):
        """The daemon once more, with these plugins."""
        self.daemon.stop()
        for file in files:
            put(self.folder, file)
        if listed:
            self.list(listed)
        self.daemon.start()

    def items(self):
        return {i['id']: i for i in self.daemon.request('timeline', '')['items']}

    def feed(self):
        """All there is; the default feed leaves out what is no date."""
        return self.daemon.feed('whole')

    def __enter__(self):
        try:
            self.daemon.start()
            self.daemon.request('url-add', '', 'whole', 'everything', 'generic')
            if 'giver/learn@2026' in self.items():
                self.daemon.request('done', '', 'giver/learn@2026', '')
                self.daemon.request('snooze', '', 'giver/read', '3d')
        except BaseException:
            self.daemon.close()
            raise
        return self

    def __exit__(self, *why):
        self.daemon.close()


def so(name):
    return os.path.join(pgytest.build_dir(), 'tests', 'plugins', '.libs', name + '.so')


def put(folder, file):
    shutil.copy(so(file), os.path.join(folder, 'new'))
    os.rename(os.path.join(folder, 'new'), os.path.join(folder, file.split('-')[0] + '.so'))


def plugins_of(daemon, *files):
    folder = os.path.join(daemon.folder, 'plugins')
    os.mkdir(folder)
    for file in files:
        put(folder, file)
    daemon.daemon_keys = f'plugin_path = {folder}\n'
    daemon.write('')
    return folder


def planned(feed):
    """What plugins plan: without pgyd's own event of the week."""
    return {uid: e for uid, e in events(feed).items() if not e['SUMMARY'].startswith('This week')}


def same(before, after):
    """The events of before, each once: UID, words and state are the same; what moved is in its next revision, since its category is another."""
    def known(feed, step):
        return sorted((uid, e['SUMMARY'], int(e['SEQUENCE']) + step * ('Learn' in e['SUMMARY'] or 'Read' in e['SUMMARY']), e['STATUS'])
                      for uid, e in planned(feed).items())
    equal(known(after, 0), known(before, 1), 'events')


def moved(scene):
    items = scene.items()
    equal(sorted(items), ['giver/own', 'taker/learn@2026', 'taker/mine', 'taker/reading'], 'items')
    equal(items['taker/learn@2026']['state'], 'done')
    equal((items['taker/reading']['state'], items['taker/reading']['start']), ('snoozed', day(25)))


def it_moves(listed):
    with Scene(listed) as scene:
        before = scene.feed()
        equal(len(planned(before)), 4, 'events')
        scene.again('giver-gave', 'taker-took')
        moved(scene)
        same(before, scene.feed())
        # A pass later, and without the old name anywhere: it can be taken back by the new one.
        scene.daemon.request('undone', '', 'taker/learn@2026')
        equal(scene.items()['taker/learn@2026']['state'], 'future')
        scene.daemon.request('done', '', 'taker/learn@2026', '')
        moved(scene)
        equal(sorted(planned(scene.feed())), sorted(planned(before)), 'UIDs')


@case
def what_moves_is_the_same_event_and_stays_done():
    it_moves('giver, taker')


@case
def whatever_the_order_of_the_plugins():
    it_moves('taker, giver')


@case
def a_new_plugin_that_fails_keeps_what_it_took():
    with Scene() as scene:
        before = scene.feed()
        scene.again('giver-gave', 'taker-fails')
        for _ in range(2):
            moved(scene)
            same(before, scene.feed())
            scene.again()
        scene.again('taker-took')
        moved(scene)
        same(before, scene.feed())


@case
def a_plugin_that_had_planned_nothing_yet_may_fail_at_once():
    with Scene('giver') as scene:
        before = scene.feed()
        scene.again('giver-gave', 'taker-fails', listed='giver, taker')
        for _ in range(2):
            equal(sorted(scene.items()), ['giver/own', 'taker/learn@2026', 'taker/reading'], 'items')
            same(before, scene.feed())
            scene.again()


@case
def an_old_plugin_that_still_plans_it_does_not_show_it_twice():
    with Scene() as scene:
        before = scene.feed()
        scene.again('taker-took')
        for _ in range(2):
            moved(scene)
            same(before, scene.feed())
            scene.again()


@case
def to_a_plugin_that_is_not_listed_nothing_moves():
    with Scene('giver') as scene:
        before = scene.feed()
        scene.again('giver-gave', 'taker-took')
        items = scene.items()
        equal(sorted(items), ['giver/learn@2026', 'giver/own', 'giver/read'], 'items')
        equal((items['giver/learn@2026']['state'], items['giver/read']['state']), ('done', 'snoozed'))
        equal('No longer planned by giver' in items['giver/read']['detail'], True, 'kept')
        scene.again(listed='giver, taker')
        moved(scene)
        equal('detail' in scene.items()['taker/reading'] and scene.items()['taker/reading']['detail'] or '', '', 'no longer kept')
        after = scene.feed()
        equal(sorted(set(events(after)) & set(events(before))), sorted(events(before)), 'UIDs')
        equal(len(events(after)), 4, 'events')


@case
def the_shipped_series_takes_over_what_networking_asked():
    """First run on 2026-11-22. December 1 lies before 2027-06-30, a year before the end of training, 2028-06-30."""
    now = moment.at('2026-11-22 12:00')
    daemon = TimedDaemon(now)
    try:
        folder = plugins_of(daemon, 'networking-before')

        def begin(names):
            with open(daemon.file, encoding='utf-8') as f:
                body = f.read()
            with open(daemon.file, 'w', encoding='utf-8') as f:
                f.write(body.replace('plugins = milestones, offers', f'plugins = {names}'))
            daemon.start()

        begin('networking')
        daemon.request('done', '', 'networking/learn-bumped@2026', '')
        daemon.request('url-add', '', 'whole', 'everything', 'generic')
        uid, old = next((u, e) for u, e in events(daemon.feed('whole')).items() if 'bumped' in e['SUMMARY'])
        daemon.stop()
        os.unlink(os.path.join(folder, 'networking.so'))
        daemon.write('')
        begin('networking, milestones')
        items = [i for i in daemon.request('timeline', '')['items'] if '/learn-bumped' in i['id']]
        equal([(i['id'], i['state'], i['start']) for i in items], [('milestones/learn-bumped@2026', 'done', '2026-12-01')])
        new = events(daemon.feed('whole'))[uid]
        # Its words are new, so it is the next revision of the same event.
        equal((new['DTSTART'], new['SEQUENCE']), (old['DTSTART'], str(int(old['SEQUENCE']) + 1)))
        equal([e for e in events(daemon.feed('whole')).values() if 'bumped' in e['SUMMARY']], [new], 'one event')
    finally:
        daemon.close()


pgytest.run(__file__)
