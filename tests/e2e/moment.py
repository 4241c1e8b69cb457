# SPDX-License-Identifier: BSD-2-Clause
"""The day and hour of the tests. Every program that a script starts sees this clock, which goes on from there; no test asks the machine for the day.

PGY_TEST_NOW (an instant such as 2026-12-09T15:00:00Z) runs the same scripts at another moment; contrib/check --long names the hard ones."""

import atexit
import datetime
import os
import struct
import tempfile
import time
import zoneinfo

NEW_YORK = zoneinfo.ZoneInfo('America/New_York')  # where the persons of the tests live, unless they say otherwise
USUAL = '2026-12-09T15:00:00Z'


def at(text, zone=NEW_YORK):
    """UTC seconds of "2026-12-07 08:00" on a person's clock; with :SS if given. An hour that comes twice: the first."""
    return int(datetime.datetime.fromisoformat(text).replace(tzinfo=zone).timestamp())


def instant(text):
    """UTC seconds of an instant of RFC 3339."""
    moment = datetime.datetime.fromisoformat(text.replace('Z', '+00:00'))
    if moment.tzinfo is None:
        raise SystemExit(f'PGY_TEST_NOW: {text} names no zone; write it as {USUAL}')
    return int(moment.timestamp())


def shim():
    """The library that shifts the clock of a program."""
    build = os.environ.get('top_builddir') or os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..', 'build')
    path = os.path.abspath(os.path.join(build, 'tests', 'e2e', '.libs', 'shiftclock.so'))
    if not os.path.exists(path):
        raise SystemExit(f'{path} is not built; make check does it')
    return path


class Clock:
    """A file that says how far the wall clock of the programs which know it is from the machine's. They see a change at once."""

    def __init__(self, path, now):
        self.path = path
        with open(path, 'wb') as f:
            f.write(bytes(8))
        os.chmod(path, 0o644)  # for programs that run as somebody else
        self.set(now)

    def set(self, now):
        """Moves the clock; a daemon does not notice before it looks."""
        self.shift = now - int(time.time())
        with open(self.path, 'r+b') as f:
            f.write(struct.pack('=q', self.shift))

    def now(self):
        return time.time() + self.shift

    def environment(self):
        return {'PGY_TEST_CLOCK': self.path}


MOMENT = instant(os.environ.get('PGY_TEST_NOW') or USUAL)
TODAY = datetime.datetime.fromtimestamp(MOMENT, NEW_YORK).date()


def day(n):
    """The date n days from the day of the moment, where the person is."""
    return (TODAY + datetime.timedelta(days=n)).isoformat()


def script_clock():
    """The clock of what this script starts without saying more."""
    fd, path = tempfile.mkstemp(prefix='pgyd-clock-')
    os.close(fd)
    atexit.register(os.unlink, path)
    clock = Clock(path, MOMENT)
    # A build with sanitizers wants to be loaded first, and does not need to be.
    asan = os.environ.get('ASAN_OPTIONS')
    os.environ.update(clock.environment(), LD_PRELOAD=shim(), ASAN_OPTIONS=(asan + ':' if asan else '') + 'verify_asan_link_order=0')
    return clock


CLOCK = script_clock()


def restart():
    """Sets the clock back to the moment: a case begins there, however long those before it took."""
    CLOCK.set(MOMENT)


def now():
    """UTC seconds on the clock of what this script starts."""
    return CLOCK.now()
