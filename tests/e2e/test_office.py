# SPDX-License-Identifier: BSD-2-Clause
"""An office: one daemon, a profile a file, each served, refused, added and removed by itself (DESIGN.md 5.2, 8, 9)."""

import os

import pgytest
from pgydaemon import Daemon
from pgytest import case, equal, wait_until

PERSON = """[person]
name = {name}
timezone = {zone}
[training]
specialty = {specialty}
start = 2025-07-01
pgy = 2
as_of = 2026-11-01
"""


class Office(Daemon):
    def write(self, sections):
        os.makedirs(os.path.join(self.folder, 'profiles.d'), exist_ok=True)
        with open(self.file, 'w', encoding='utf-8') as f:
            f.write(f'[daemon]\nstate_dir = {self.state}\nprofiles = profiles.d/*.ini\n[serve]\nlisten = 127.0.0.1:0\n')

    def put(self, name, zone='America/Chicago', specialty='pediatrics', more=''):
        with open(os.path.join(self.folder, 'profiles.d', name + '.ini'), 'w', encoding='utf-8') as f:
            f.write(PERSON.format(name=name.capitalize(), zone=zone, specialty=specialty) + more)

    def remove(self, name):
        os.unlink(os.path.join(self.folder, 'profiles.d', name + '.ini'))

    def serving(self):
        # A profile with errors that was never accepted is never planned.
        try:
            status = self.request('status')
        except (OSError, AssertionError):
            return False
        return bool(status['listen']) and all(p['planned'] or p['problems'] for p in status['profiles'])

    def profiles(self):
        return {p['id'] or os.path.basename(p['file']): p['in_force'] for p in self.request('profile-list')['profiles']}

    def links(self):
        return {u['profile']: u['url'] for u in self.request('url-list', '')['urls']}


def office(*names):
    daemon = Office()
    for name in names:
        daemon.put(name)
    return daemon.start()


@case
def everybody_has_a_feed_of_their_own_and_milestones_alone():
    daemon = office('ada', 'ben')
    try:
        links = daemon.links()
        equal(set(links), {'ada', 'ben'})
        feeds = {who: daemon.feed(url=url) for who, url in links.items()}
        assert 'Ada' in feeds['ada'] and 'Ben' not in feeds['ada']
        plugins = {p['name'] for profile in daemon.request('status')['profiles'] for p in profile['plugins']}
        equal(plugins, {'milestones'}, 'plugins of an office')
        status, answer = daemon.ask('agenda', '', '30')
        equal(status, 1, 'whose agenda')
        assert '-p' in answer['error'], answer
        daemon.request('agenda', 'ben', '30')
    finally:
        daemon.close()


@case
def one_bad_file_keeps_one_person_out_and_nobody_else():
    daemon = Office()
    daemon.put('ada')
    daemon.put('ben', zone='America/Gotham')
    daemon.start()
    try:
        profiles = daemon.profiles()
        equal(profiles['ada'], 'file')
        equal([v for k, v in profiles.items() if k.startswith('ben')], ['none'])
        problems = [p for profile in daemon.request('status')['profiles'] for p in profile['problems']]
        assert any('ben.ini:3' in p and 'Gotham' in p for p in problems), problems
        daemon.put('ben')
        daemon.reload()
        equal(daemon.profiles(), {'ada': 'file', 'ben': 'file'})
        assert daemon.feed(url=daemon.links()['ben'])
    finally:
        daemon.close()


@case
def a_profile_file_may_not_speak_for_the_daemon():
    daemon = Office()
    daemon.put('ada', more='[serve]\nlisten = 0.0.0.0:80\n')
    daemon.start()
    try:
        problems = [p for profile in daemon.request('status')['profiles'] for p in profile['problems']]
        assert any('ada.ini:' in p and 'serve' in p for p in problems), problems
    finally:
        daemon.close()


@case
def people_come_and_go():
    daemon = office('ada', 'ben')
    try:
        ben = daemon.links()['ben']
        feed = daemon.feed(url=ben)
        daemon.put('cara')
        daemon.remove('ben')
        daemon.reload()
        equal(set(daemon.profiles()), {'ada', 'cara'})
        equal(daemon.feed(url=ben), feed, 'a feed stays until its profile is removed')
        equal(daemon.ask('profile-remove', 'ada')[0], 1, 'removing somebody who is configured')
        daemon.request('profile-remove', 'ben')
        try:
            daemon.feed(url=ben)
            raise AssertionError('the feed is still there')
        except OSError as e:
            equal(getattr(e, 'code', None), 404)
        equal(os.path.exists(os.path.join(daemon.state, 'feeds', 'ben')), False, 'files of the removed')
    finally:
        daemon.close()


@case
def a_hundred_people_are_planned_and_served_again_after_a_kill():
    names = [f'r{n:03d}' for n in range(100)]
    daemon = office(*names)
    try:
        feeds = {who: daemon.feed(url=url) for who, url in daemon.links().items()}
        equal(len(feeds), 100)
        assert len(set(feeds.values())) == 100, 'feeds differ by person'
        daemon.kill('core')
        wait_until(daemon.serving, 'serving again')
        for who in (names[0], names[57], names[99]):
            equal(daemon.feed(url=daemon.links()[who]), feeds[who], who)
        item = next(i['id'] for i in daemon.request('timeline', names[57])['items'] if i['state'] == 'open')
        daemon.request('done', names[57], item, '')
        assert daemon.feed(url=daemon.links()[names[57]]) != feeds[names[57]]
        equal(daemon.feed(url=daemon.links()[names[58]]), feeds[names[58]], 'somebody else')
    finally:
        daemon.close()


# A hundred people's workers under sanitizers on a busy machine.
pgytest.PATIENCE = 150
pgytest.run(__file__)
