# SPDX-License-Identifier: BSD-2-Clause
"""A clock that a test sets, for all processes of a running pgyd: libfaketime, an independent tool, between them and the kernel.

Only the wall clock is moved. Clocks that count time (workers' deadlines, the guard against jumps) run as they do, so a step of the wall clock is a step: as after
`date -s`, not as after a sleep."""

import datetime
import glob
import os
import time
import zoneinfo

import pgytest
from pgydaemon import Daemon
from pgytest import Skip

STEP = 86400 - 3
NEW_YORK = zoneinfo.ZoneInfo('America/New_York')


def library():
    if pgytest.sanitized():
        raise Skip('sanitizers and libfaketime both want to be loaded first')
    found = glob.glob('/usr/lib/*/faketime/libfaketime.so.1') + glob.glob('/usr/lib*/faketime/libfaketime.so.1')
    if not found:
        raise Skip('libfaketime is not installed (contrib/build-aux/deps check)')
    return found[0]


def at(text, zone=NEW_YORK):
    """UTC seconds of "2026-12-07 08:00" on a person's clock; with :SS if given. An hour that comes twice: the first."""
    return int(datetime.datetime.fromisoformat(text).replace(tzinfo=zone).timestamp())


class TimedDaemon(Daemon):
    """A pgyd whose clock stands where it is set, and goes on from there."""

    def __init__(self, now, sections='', daemon='', folder=None):
        self.preload = library()
        super().__init__(sections, daemon, folder)
        self.clock = os.path.join(self.folder, 'clock')
        self.set(now)

    def set(self, now):
        """Moves the clock; the daemon does not notice before it looks."""
        self.now = now
        with open(self.clock + '.new', 'w', encoding='ascii') as f:
            f.write(f'{now - int(time.time()):+d}\n')
        os.rename(self.clock + '.new', self.clock)

    def go(self, now):
        """Moves the clock and makes the daemon look, as its minute check would: in steps of less than a day, so that nothing takes it for a jump."""
        while now - self.now > STEP:
            self.look(self.now + STEP)
        self.look(now)

    def look(self, now):
        self.set(now)
        self.reload()

    def start(self, wait=True, env=None):
        return super().start(wait, {'LD_PRELOAD': self.preload, 'FAKETIME_TIMESTAMP_FILE': self.clock, 'FAKETIME_NO_CACHE': '1',
                                    'FAKETIME_DONT_FAKE_MONOTONIC': '1', 'FAKETIME_DONT_RESET': '1', **(env or {})})
