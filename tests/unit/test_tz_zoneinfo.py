# SPDX-License-Identifier: BSD-2-Clause
"""Every zone at every change from 1970 to 2037, as pgyd reads it and as Python's zoneinfo does.

tz_oracle prints pgyd's view. Here the offset, daylight flag and abbreviation around each change and the instants of wall times
near it are worked out anew through zoneinfo's public interface, and an independent walk in steps of a few days looks for changes
that pgyd might have left out. A second round lets pgyd read the zones compiled without precomputed changes (zic -b slim), so that
the yearly rules at the files' ends answer, up to 2050, and still compares with zoneinfo reading the system's own files.
"""
import os
import shutil
import subprocess
import sys
import tempfile
import zoneinfo
from datetime import datetime, timedelta

EPOCH = datetime(1970, 1, 1)
SYSTEM = "/usr/share/zoneinfo"
STEP = 7 * 86400
LAST_YEAR = {"system": 2037, "slim": 2050}
MIN_CHANGES = {"system": 15000, "slim": 20000}  # fewer: the comparison has lost its object

oracle = os.path.join(os.environ.get("top_builddir", "."), "tests", "unit", "tz_oracle")
results = os.environ.get("PGY_RESULTS", ".")


def state(zone, utc):
    """Offset, daylight flag and abbreviation at an instant."""
    local = datetime.fromtimestamp(utc, zone)
    return round(local.utcoffset().total_seconds()), int(bool(local.dst())), local.tzname()


def offset(zone, utc):
    return round(datetime.fromtimestamp(utc, zone).utcoffset().total_seconds())


def instant(zone, wall):
    """The first occurrence of a wall time, or the change that jumps over it."""
    naive = EPOCH + timedelta(seconds=wall)
    late = wall - int(naive.replace(tzinfo=zone, fold=0).utcoffset().total_seconds())
    if late + offset(zone, late) == wall:
        return late
    # A gap: fold=0 counts with the offset before it and so lands behind the change, fold=1 before it.
    early = wall - int(naive.replace(tzinfo=zone, fold=1).utcoffset().total_seconds())
    before = offset(zone, early)
    while late - early > 1:
        middle = (early + late) // 2
        if offset(zone, middle) == before:
            early = middle
        else:
            late = middle
    return late


def seconds_of_year(year):
    return int((datetime(year, 1, 1) - EPOCH).total_seconds())


def walk(zone, first, last):
    """The changes of offset or abbreviation that steps of STEP seconds notice."""
    found = []
    utc, now = first, state(zone, first)
    while utc < last:
        ahead = min(utc + STEP, last)
        then = state(zone, ahead)
        if then != now:
            low, high = utc, ahead
            while high - low > 1:
                middle = (low + high) // 2
                if state(zone, middle) == now:
                    low = middle
                else:
                    high = middle
            found.append(high)
            utc, now = high, state(zone, high)
        else:
            utc = ahead
    return found


def content(name):
    with open(os.path.join(SYSTEM, name), "rb") as file:
        return file.read()


def blocks(text):
    """The oracle's lines, zone by zone."""
    result = {}
    for part in text.split("zone ")[1:]:
        name, lines = part.split("\n", 1)
        result[name] = lines
    return result


def check_zone(name, zone, lines):
    """The complaints about one zone, and its changes."""
    complaints, changes, last = [], [], None
    for line in lines.splitlines():
        word, *fields = line.split(" ")
        if word == "at":
            utc, got = int(fields[0]), (int(fields[1]), int(fields[2]), fields[3])
            want = state(zone, utc)
            if got != want:
                complaints.append(f"{name} at {utc}: {got}, zoneinfo: {want}")
            if last and last[0] == utc - 1:
                changes.append(utc)
                if got == last[1]:
                    complaints.append(f"{name} at {utc}: nothing changes")
            last = (utc, got)
        else:
            wall, utc = int(fields[0]), int(fields[1])
            want = instant(zone, wall)
            if utc != want:
                complaints.append(f"{name} at wall time {EPOCH + timedelta(seconds=wall)}: {utc}, zoneinfo: {want}")
    return complaints, changes


def compare(label, argument, names, walked):
    """The complaints about one set of zones, and how many changes were compared."""
    last_year = LAST_YEAR[label]
    out = subprocess.run([oracle, argument, "1970", str(last_year)] + names, stdout=subprocess.PIPE, check=True, text=True)
    answers = blocks(out.stdout)
    complaints, count, done = [], 0, {}
    for name in names:
        if name not in answers:
            complaints.append(f"{name}: not answered")
            continue
        # Names of one zone share bytes; the same answer to the same question need not be checked twice.
        key = (content(name), answers[name])
        if key not in done:
            zone = zoneinfo.ZoneInfo(name)
            wrong, changes = check_zone(name, zone, answers[name])
            if key[0] not in walked:
                walked[key[0]] = walk(zone, 0, seconds_of_year(max(LAST_YEAR.values()) + 1) - 1)
            missing = [utc for utc in walked[key[0]] if utc < seconds_of_year(last_year + 1) and utc not in changes]
            if missing:
                wrong.append(f"{name}: changes left out: {missing[:5]}")
            complaints += wrong
            done[key] = len(changes)
        count += done[key]
    if count < MIN_CHANGES[label]:
        complaints.append(f"only {count} changes compared")
    return complaints, count


def report(verdict, name):
    with open(os.path.join(results, "test_tz_zoneinfo.tsv"), "a", encoding="utf-8") as file:
        file.write(f"{verdict}\t{name}\n")


def case(label, argument, names, walked):
    complaints, count = compare(label, argument, names, walked)
    for line in complaints[:20]:
        print(line)
    print(f"{label}: {len(names)} zones, {count} changes, {len(complaints)} differences")
    report("fail" if complaints else "pass", f"{label} zones to {LAST_YEAR[label]} as zoneinfo has them")
    return not complaints


def main():
    os.makedirs(results, exist_ok=True)
    open(os.path.join(results, "test_tz_zoneinfo.tsv"), "w", encoding="utf-8").close()
    if not os.path.isdir(SYSTEM):
        report("skip", "system zones: there is no " + SYSTEM)
        return 77
    zoneinfo.reset_tzpath([SYSTEM])
    names = sorted(zoneinfo.available_timezones() - {"localtime"})
    walked = {}  # the changes found by walking, by a file's bytes
    good = case("system", "-", names, walked)

    zic = shutil.which("zic", path=os.environ.get("PATH", "") + ":/usr/sbin:/sbin")
    source = os.path.join(SYSTEM, "tzdata.zi")
    if zic and os.path.exists(source):
        with tempfile.TemporaryDirectory() as slim:
            subprocess.run([zic, "-b", "slim", "-d", slim, source], check=True, stderr=subprocess.DEVNULL)
            names = [name for name in names if os.path.exists(os.path.join(slim, name))]
            good = case("slim", slim, names, walked) and good
    else:
        report("skip", "slim zones: zic or tzdata.zi is missing")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
