# SPDX-License-Identifier: BSD-2-Clause
"""What pgyd costs while nothing happens, and whether it grows: wake-ups, memory, descriptors."""

import os
import re
import time

import pgytest
from moment import at
from pgydaemon import TimedDaemon, offer, webhook
from pgytest import Receiver, Skip, case, equal, wait_until

# The longer look sees two minute checks.
IDLE_SECONDS = 130 if pgytest.LONG else 20
RELOADS = 200
KIB = 1024


class Processes:
    def __init__(self, daemon):
        self.pids = {'pgyd': daemon.process.pid, **{name: daemon.child(name) for name in ('core', 'web', 'courier')}}

    def status(self, key):
        return {name: number(f'/proc/{pid}/status', key) for name, pid in self.pids.items()}

    def resident(self):
        return sum(self.status('VmRSS').values())

    def proportional(self):
        return sum(number(f'/proc/{pid}/smaps_rollup', 'Pss') for pid in self.pids.values())

    def descriptors(self):
        return {name: len(os.listdir(f'/proc/{pid}/fd')) for name, pid in self.pids.items()}


def number(path, key):
    with open(path, encoding='ascii') as f:
        return int(re.search(rf'^{key}:\s+(\d+)', f.read(), re.M).group(1))


class Scene:
    """A daemon after its first delivery, with nothing left to do. One for all cases: what grows shows more the longer it runs."""

    def __init__(self):
        self.receiver = Receiver()
        # In the morning of a day on which nothing is due, whenever the other tests take place.
        self.daemon = TimedDaemon(at('2026-12-09 10:00'), offer('mercy', received='2026-11-02', answer_by='2035-12-14') + webhook('phone', self.receiver.url))

    def start(self):
        self.daemon.start()
        self.receiver.wait(1)
        wait_until(lambda: all(r['state'] == 'delivered' for r in self.daemon.rows()), 'everything is delivered')
        self.processes = Processes(self.daemon)
        self.url = self.daemon.url()
        # Connections that are kept open for a while end by themselves; an idle daemon is one without them.
        self.daemon.feed(url=self.url)

    def close(self):
        self.daemon.close()
        self.receiver.close()


SCENE = Scene()


@case
def it_starts_and_delivers():
    SCENE.start()


@case
def all_processes_together_stay_below_thirty_megabytes():
    if pgytest.sanitized():
        raise Skip('sanitizers keep shadow memory')
    resident, proportional = SCENE.processes.resident(), SCENE.processes.proportional()
    print(f'resident {resident} KiB, of that its own share {proportional} KiB')
    assert resident < 30_000, SCENE.processes.status('VmRSS')
    assert proportional < 30_000, proportional


@case
def an_idle_daemon_sleeps():
    time.sleep(3)  # what the start left behind: kept-alive connections, the courier's pool
    before = SCENE.processes.status('voluntary_ctxt_switches')
    time.sleep(IDLE_SECONDS)
    after = SCENE.processes.status('voluntary_ctxt_switches')
    woken = {name: after[name] - before[name] for name in before}
    print(f'wake-ups in {IDLE_SECONDS} s: {woken}')
    # The minute check, once for each minute begun.
    for name, times in woken.items():
        assert times <= 1 + IDLE_SECONDS // 60, f'{name} woke up {times} times in {IDLE_SECONDS} s: {woken}'


@case
def reloads_and_fetches_leave_no_descriptor_and_no_memory_behind():
    for _ in range(20):  # what is allocated once
        SCENE.daemon.reload()
        SCENE.daemon.feed(url=SCENE.url)
    wait_until(lambda: settled(), 'connections have ended')
    descriptors, resident = SCENE.processes.descriptors(), SCENE.processes.status('VmRSS')
    for i in range(RELOADS):
        SCENE.daemon.reload()
        SCENE.daemon.feed(url=SCENE.url)
        if i == 49:
            wait_until(lambda: SCENE.processes.descriptors() == descriptors, f'descriptors after 50 reloads as before {descriptors}')
    wait_until(lambda: SCENE.processes.descriptors() == descriptors, f'descriptors after {RELOADS} reloads as before {descriptors}')
    after = SCENE.processes.status('VmRSS')
    grown = {name: after[name] - resident[name] for name in resident}
    print(f'grown by KiB over {RELOADS} reloads and fetches: {grown}')
    if not pgytest.sanitized():
        for name, kib in grown.items():
            assert kib < 2 * KIB, f'{name} grew by {kib} KiB over {RELOADS} reloads'


def settled():
    """Whether two looks a moment apart see the same."""
    first = SCENE.processes.descriptors()
    time.sleep(0.2)
    return SCENE.processes.descriptors() == first


@case
def every_process_is_still_the_one_it_was():
    equal(Processes(SCENE.daemon).pids, SCENE.processes.pids, 'processes')
    equal([p['restarts'] for p in SCENE.daemon.request('status')['processes']], [0, 0, 0, 0], 'restarts')


try:
    pgytest.run(__file__)
finally:
    SCENE.close()
