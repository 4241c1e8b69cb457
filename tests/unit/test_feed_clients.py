# SPDX-License-Identifier: BSD-2-Clause
"""The feeds of feed_dump as a client reads them, through python-icalendar and by hand: reference rules of the bytes, the events, the
alarms, the zones. The expected values are worked out here, from the dates in tests/unit/synthetic.h, with uuid and zoneinfo."""
import os
import random
import re
import subprocess
import sys
import uuid
from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

RESULTS = os.path.join(os.environ.get("PGY_RESULTS", "."), "test_feed_clients.tsv")
DUMP = os.path.join(os.environ.get("top_builddir", "."), "tests", "unit", "feed_dump")
STYLES = ("generic", "quiet", "outlook", "google", "busy")
NEW_YORK = ZoneInfo("America/New_York")
UTC = timezone.utc
NAMESPACE = uuid.uuid5(uuid.NAMESPACE_DNS, "pgyd.invalid")
outcomes = []


def report(outcome, name):
    outcomes.append(outcome)
    with open(RESULTS, "a", encoding="utf-8") as f:
        f.write(f"{outcome}\t{name}\n")


def case(function):
    name = function.__name__
    try:
        function()
    except Exception as e:  # a case that cannot run has failed
        report("fail", name)
        print(f"{name}: {type(e).__name__}: {e}")
    else:
        report("pass", name)


if os.path.exists(RESULTS):
    os.remove(RESULTS)
try:
    import icalendar
except ImportError:
    print("no python3-icalendar: nothing here could be checked")
    report("skip", "all")
    sys.exit(77)


def dump(style, *more, stdin=None, **environment):
    run = subprocess.run([DUMP, style, *more], input=stdin, stdout=subprocess.PIPE, env={**os.environ, **environment}, check=False)
    if run.returncode == 77:
        report("skip", "all")
        sys.exit(77)
    if run.returncode != 0:
        raise AssertionError(f"feed_dump {style} {more}: exit {run.returncode}")
    return run.stdout


FEEDS = {style: dump(style) for style in STYLES}
CALENDARS = {style: icalendar.Calendar.from_ical(FEEDS[style]) for style in STYLES}


def check(condition, *what):
    if not condition:
        raise AssertionError(" ".join(str(w) for w in what))


def lines(feed):
    """Unfolded, without icalendar."""
    return feed.decode("utf-8").replace("\r\n ", "").split("\r\n")[:-1]


def events(style):
    return CALENDARS[style].walk("VEVENT")


def event(style, item):
    uid = str(uuid.uuid5(NAMESPACE, f"me/{item}"))
    found = [e for e in events(style) if str(e["UID"]) == uid]
    check(len(found) == 1, style, item, "is there", len(found), "times")
    return found[0]


def blocks(feed):
    """The lines of each VEVENT."""
    found, inside = [], None
    for line in lines(feed):
        if line == "BEGIN:VEVENT":
            inside = []
        if inside is not None:
            inside.append(line)
        if line == "END:VEVENT":
            found.append(inside)
            inside = None
    return found


def fires(e):
    """RFC 5545 3.3.6: days by the clock, then exact seconds; all-day events count from 00:00 of the person's day."""
    start = e["DTSTART"].dt
    if not isinstance(start, datetime):
        start = datetime(start.year, start.month, start.day, tzinfo=NEW_YORK)
    local = start.astimezone(NEW_YORK)
    found = []
    for alarm in e.walk("VALARM"):
        text = alarm["TRIGGER"].to_ical().decode()
        sign, days, h, m, s = re.fullmatch(r"(-?)P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?", text).groups()
        sign = -1 if sign else 1
        day = (local.replace(tzinfo=None) + sign * timedelta(days=int(days or 0))).replace(tzinfo=NEW_YORK)
        exact = day.astimezone(UTC) + sign * timedelta(hours=int(h or 0), minutes=int(m or 0), seconds=int(s or 0))
        found.append(exact)
    return found


def at(y, m, d, hh, mm=0):
    return datetime(y, m, d, hh, mm, tzinfo=NEW_YORK).astimezone(UTC)


def items_1_to_3_bytes():
    for style, feed in [*FEEDS.items(), ("many", dump("generic", "500"))]:
        check(feed.endswith(b"END:VCALENDAR\r\n") and feed.count(b"END:VCALENDAR") == 1, style, "ends otherwise")
        check(not feed.startswith(b"\xef\xbb\xbf"), style, "has a byte order mark")
        for line in feed.split(b"\r\n"):
            check(b"\n" not in line and b"\r" not in line, style, "bare CR or LF", line)
            check(len(line) <= 75, style, len(line), line)
            text = line.decode("utf-8")
            check(not any((ord(c) < 32 and c != "\t") or ord(c) == 127 for c in text), style, "control character", line)


def item_4_texts_survive():
    pieces = ["a", "word ", ",", ";", "\\", "\\\\", "\\n", "\n", '"', ":", "'", "\u00e9", "e\u0301", "\u7a93\u53e3", "\U0001f393",
              "\U0001f469\u200d\u2695\ufe0f", "\t", " ", "\u05d0", "^n", "BEGIN:VEVENT", "%s"]
    pick = random.Random(20261122)
    texts = ["".join(pick.choice(pieces) for _ in range(pick.randrange(1, 120))) for _ in range(800)]
    texts = [t if i % 2 else t.replace("\n", " ") for i, t in enumerate(texts)]
    # libical 3.0.16 folds lines of some lengths wrongly, so each length is tried.
    texts += [("x" * n) for n in range(1, 400)] + ["y"]
    texts = [t.strip(" \t\r\n") or "empty" for t in texts]  # blanks at the ends are not kept
    feed = dump("generic", "-", stdin=b"".join(t.encode() + b"\0" for t in texts))
    found = blocks(feed)
    check(len(found) == 600, len(found), "events of 600")

    def value(block, name):
        raw = [line for line in block[:block.index("BEGIN:VALARM")] if line.startswith(name + ":")]
        check(len(raw) == 1, name, raw)
        return re.sub(r"\\(.)", lambda m: "\n" if m.group(1) in "nN" else m.group(1), raw[0][len(name) + 1:])

    for i, block in enumerate(found):
        check(value(block, "SUMMARY") == texts[2 * i], "title", i, repr(texts[2 * i]))
        check(value(block, "DESCRIPTION") == texts[2 * i + 1], "detail", i, repr(texts[2 * i + 1]))
    # The library undoes "\\\\n" in the wrong order, so it reads those without backslashes.
    parsed = icalendar.Calendar.from_ical(feed).walk("VEVENT")
    plain = [i for i in range(600) if "\\" not in texts[2 * i] + texts[2 * i + 1]]
    check(len(plain) >= 200, "too few texts without a backslash", len(plain))
    for i in plain:
        check(str(parsed[i]["SUMMARY"]) == texts[2 * i] and str(parsed[i]["DESCRIPTION"]) == texts[2 * i + 1], "library", i)


def items_5_to_8_header():
    for style, feed in FEEDS.items():
        head = lines(feed)
        head = head[:head.index("BEGIN:VTIMEZONE")]
        check(head[0] == "BEGIN:VCALENDAR", head[0])
        names = [re.split("[;:]", line)[0] for line in head]
        for name in ("VERSION", "PRODID", "CALSCALE", "NAME", "X-WR-CALNAME", "REFRESH-INTERVAL", "X-PUBLISHED-TTL"):
            check(names.count(name) == 1, style, name, names.count(name))
        for name in ("METHOD", "UID", "LAST-MODIFIED"):
            check(name not in names, style, name)
        value = {re.split("[;:]", line)[0]: line.split(":", 1)[1] for line in head}
        check(value["X-WR-CALNAME"] == value["NAME"] == "pgyd\\; a\\, b\\\\c\\nd", value["NAME"])
        check("REFRESH-INTERVAL;VALUE=DURATION:PT6H" in head and value["X-PUBLISHED-TTL"] == "PT6H", "refresh")
        for line in lines(feed):
            check(re.match(r"[A-Z][A-Z0-9-]*[;:]", line), style, "property name", line)
        check(b"X-LIC-ERROR" not in feed and b"/freeassociation" not in feed, style)


def items_9_and_10_components():
    empty = dump("generic", "-", stdin=b"")
    check(len(icalendar.Calendar.from_ical(empty).subcomponents) >= 1, "an empty feed has no component")
    for style in STYLES:
        kinds = [c.name for c in CALENDARS[style].subcomponents]
        check(kinds == sorted(kinds, key=lambda k: k != "VTIMEZONE"), kinds)
        check(dump(style, TZ="Asia/Tokyo", LC_ALL="C.UTF-8", LANG="de_DE") == FEEDS[style], style, "differs between two runs")


def items_11_to_14_events():
    once = ("UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "SEQUENCE", "LAST-MODIFIED", "TRANSP", "STATUS")
    for style, feed in FEEDS.items():
        uids = [str(e["UID"]) for e in events(style)]
        check(len(uids) == len(set(uids)) and uids, style, "UIDs repeat")
        for block in blocks(feed):
            own = block[:block.index("BEGIN:VALARM")] if "BEGIN:VALARM" in block else block
            names = [re.split("[;:]", line)[0] for line in own]
            for name in once:
                check(names.count(name) == 1, style, name, names.count(name), block)
        used = set()
        for e in events(style):
            start, end = e["DTSTART"], e["DTEND"]
            check(end.dt > start.dt, style, "ends before it starts", e["UID"])
            if isinstance(start.dt, datetime):
                for t in (start, end):
                    check(t.dt.tzinfo is not None, style, "floating", e["UID"])
                    used |= {t.params["TZID"]} if "TZID" in t.params else set()
            else:
                check(not isinstance(end.dt, datetime), style, "mixed kinds")
                for t in (start, end):
                    check(t.params.get("VALUE") == "DATE" and "TZID" not in t.params, style, t.params)
            check(e["DTSTAMP"].dt == e["LAST-MODIFIED"].dt == datetime(2026, 11, 22, 10, tzinfo=UTC), style, e["DTSTAMP"].dt)
        zones = [str(z["TZID"]) for z in CALENDARS[style].walk("VTIMEZONE")]
        check(len(zones) == len(set(zones)) and used <= set(zones), style, zones, used)
        check(set(zones) - used <= {"America/New_York"}, style, "zones nobody uses", zones)


def item_12_uids_by_hand():
    check(str(event("generic", "offers/mercy-answer-by")["SUMMARY"]) == "Answer Mercy Hospital; decide, then sign", "title")
    for item in ("networking/done@4", "networking/gone", "networking/later", "offers/visit", "milestones/gap", "milestones/eras-open"):
        event("generic", item)


def events_dates_by_hand():
    def span(item):
        e = event("generic", item)
        return e["DTSTART"].dt, e["DTEND"].dt
    check(span("offers/mercy-answer-by") == (date(2026, 11, 26), date(2026, 11, 27)), "one day")
    check(span("milestones/eras-open") == (date(2026, 12, 1), date(2026, 12, 16)), "a window")
    check(span("networking/later") == (date(2026, 12, 9), date(2026, 12, 10)), "snoozed")
    for item, start, end in (
            ("networking/overlap", datetime(2026, 11, 1, 5, 30), datetime(2026, 11, 1, 6, 0)),  # the first 01:30
            ("offers/visit", datetime(2027, 2, 2, 14, 0), datetime(2027, 2, 2, 22, 30)),
            ("offers/call-berlin", datetime(2027, 2, 3, 14, 0), datetime(2027, 2, 3, 14, 30)),
            ("milestones/gap", datetime(2027, 3, 14, 7, 0), datetime(2027, 3, 14, 7, 30))):  # 02:30 is skipped: 03:00 EDT
        found = tuple(t.astimezone(UTC).replace(tzinfo=None) for t in span(item))
        check(found == (start, end), item, found)


def items_15_and_16_zones():
    pick = random.Random(15)
    first, last = datetime(2026, 1, 1, tzinfo=UTC).timestamp(), datetime(2031, 12, 31, tzinfo=UTC).timestamp()
    for component in CALENDARS["generic"].walk("VTIMEZONE"):
        name = str(component["TZID"])
        real, ours = ZoneInfo(name), component.to_tz()
        kinds = [c.name for c in component.subcomponents]
        check(kinds.count("STANDARD") == 1 and kinds.count("DAYLIGHT") <= 1 and len(kinds) <= 2, name, kinds)
        check(len(component.to_ical()) <= 600, name, len(component.to_ical()))
        check(all(datetime(1970, 1, 1) <= c["DTSTART"].dt <= datetime(1971, 1, 1) for c in component.subcomponents), name, "onset")
        instants = [pick.uniform(first, last) for _ in range(1000)]
        hour = first
        while hour < last:  # every change of the zone, and a second to either side
            if datetime.fromtimestamp(hour, real).utcoffset() != datetime.fromtimestamp(hour + 3600, real).utcoffset():
                instants += [hour + 3600 - 1, hour + 3600, hour + 3600 + 1]
            hour += 3600
        check(len(instants) == 1036, name, "changes seen", len(instants))  # two a year, three instants each
        for instant in instants:
            here = datetime.utcfromtimestamp(int(instant))
            check(ours.fromutc(here).replace(tzinfo=None) == datetime.fromtimestamp(int(instant), real).replace(tzinfo=None), name, here)


def items_18_to_20_manners():
    for e in events("generic"):
        busy = str(e["UID"]) == str(uuid.uuid5(NAMESPACE, "me/offers/visit"))
        check(str(e["TRANSP"]) == ("OPAQUE" if busy else "TRANSPARENT"), e["UID"])
        check(str(e["X-MICROSOFT-CDO-BUSYSTATUS"]) == ("BUSY" if busy else "FREE"), e["UID"])
    gone = event("generic", "networking/gone")
    check(str(gone["SUMMARY"]).startswith("Cancelled: ") and str(gone["STATUS"]) == "CANCELLED" and not gone.walk("VALARM"), "cancelled")
    check(str(event("generic", "offers/mercy-answer-by")["CLASS"]) == "PRIVATE", "class")
    check(str(event("generic", "milestones/eras-open")["STATUS"]) == "TENTATIVE", "a projected date is tentative")
    check([str(e["SUMMARY"]) for e in events("busy")] == ["Busy"], "busy holds one block")
    check(str(event("quiet", "offers/mercy-answer-by")["SUMMARY"]) == "Private", "confidential text in a quiet feed")
    for style in ("busy", "quiet"):
        check("Mercy".encode() not in FEEDS[style] and b"Alvarez" not in FEEDS[style], style, "shows a confidential text")


def items_22_to_26_alarms():
    for style, feed in FEEDS.items():
        for block in blocks(feed):
            if "BEGIN:VALARM" in block:
                after = block[block.index("BEGIN:VALARM"):-1]
                alarm = re.compile(r"BEGIN:VALARM\nACTION:DISPLAY\nDESCRIPTION:[^\n]+\nTRIGGER:[^\n]+\nEND:VALARM\n")
                check(alarm.sub("", "\n".join(after) + "\n") == "", style, after)
    check(not any(e.walk("VALARM") for s in ("quiet", "google", "busy") for e in events(s)), "alarms where none belong")
    for e in events("outlook"):
        triggers = [a["TRIGGER"].dt for a in e.walk("VALARM")]
        check(len(triggers) <= 1 and all(t < timedelta(0) for t in triggers), "outlook", triggers)
    check(len(event("outlook", "offers/mercy-answer-by").walk("VALARM")) == 1, "outlook: none where one belongs")
    check(fires(event("generic", "offers/mercy-answer-by")) == [at(2026, 11, d, 8) for d in (23, 25, 26, 19)], "steps of its own")
    check(fires(event("generic", "offers/visit")) == [at(2027, 1, 30, 9), at(2027, 2, 1, 9), at(2027, 2, 2, 9), at(2027, 1, 26, 9)], "a timed ladder")
    check(fires(event("generic", "milestones/eras-open")) == [at(2026, 11, 1, 8), at(2026, 11, 17, 8)], "a month and two weeks before")
    check(fires(event("generic", "networking/later")) == [at(2026, 12, 9, 8)], "snoozed")
    check(fires(event("generic", "networking/done@4")) == [], "done")


def item_27_google_reminders():
    found = {str(e["UID"]): e for e in events("google")}
    for step, day, hour in (("7d", date(2026, 11, 19), 8), ("3d", date(2026, 11, 23), 8), ("1d", date(2026, 11, 25), 8), ("0d", date(2026, 11, 26), 8)):
        e = found[str(uuid.uuid5(NAMESPACE, f"me/offers/mercy-answer-by/{step}"))]
        check(e["DTSTART"].dt.astimezone(UTC) == at(day.year, day.month, day.day, hour), step)
        check(str(e["SUMMARY"]) == f"\u23f0 {step} \u2013 Answer Mercy Hospital; decide, then sign", step)
        check(str(e["TRANSP"]) == "TRANSPARENT", step)


def a_large_feed():
    feed = dump("generic", "10000")
    check(feed.count(b"BEGIN:VEVENT") == feed.count(b"END:VEVENT") == 10000, "events")
    check(feed.count(b"BEGIN:VALARM") == 40000, "alarms")


for function in (items_1_to_3_bytes, item_4_texts_survive, items_5_to_8_header, items_9_and_10_components, items_11_to_14_events,
                 item_12_uids_by_hand, events_dates_by_hand, items_15_and_16_zones, items_18_to_20_manners, items_22_to_26_alarms,
                 item_27_google_reminders, a_large_feed):
    case(function)
sys.exit(1 if "fail" in outcomes else 0)
