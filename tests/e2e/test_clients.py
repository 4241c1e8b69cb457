# SPDX-License-Identifier: BSD-2-Clause
"""Subscribing as people do: curl, Debian's python3-icalendar, vdirsyncer and khal, against a running pgyd."""

import os
import shutil
import subprocess
import tempfile

import moment
import pgytest
from moment import day
from pgydaemon import Daemon, TimedDaemon, events, offer
from pgytest import Skip, case, equal, program

def need(tool):
    if not shutil.which(tool):
        raise Skip(f'{tool} is not installed')


def scene():
    return Daemon(offer('mercy', received=day(-2), answer_by=day(9)) + offer('lakeside', received=day(-3), answer_by=f'{day(6)} 17:00')).start()


def run(*args, **options):
    done = subprocess.run(args, capture_output=True, text=True, timeout=60, **options)
    equal(done.returncode, 0, f'{args}: {done.stdout}{done.stderr}')
    return done.stdout


@case
def curl_gets_it_whole_compressed_and_not_again():
    need('curl')
    daemon = scene()
    folder = tempfile.mkdtemp()
    try:
        url = daemon.url()
        plain = run('curl', '-sS', '--fail', url)
        equal(run('curl', '-sS', '--fail', '--compressed', url), plain, 'compressed')
        etag = os.path.join(folder, 'etag')
        run('curl', '-sS', '--fail', '--etag-save', etag, '-o', '/dev/null', url)
        code = run('curl', '-sS', '--etag-compare', etag, '-o', '/dev/null', '-w', '%{http_code}', url)
        equal(code, '304', 'asked again with the ETag')
        daemon.request('done', '', 'offers/mercy-answer-by', '')
        code = run('curl', '-sS', '--etag-compare', etag, '-o', '/dev/null', '-w', '%{http_code}', url)
        equal(code, '200', 'asked again after a change')
    finally:
        daemon.close()
        shutil.rmtree(folder)


@case
def python_icalendar_reads_every_event_and_alarm():
    try:
        import icalendar
    except ImportError as why:
        raise Skip('python3-icalendar is not installed') from why
    daemon = scene()
    try:
        feed = daemon.feed()
        ours = events(feed)
        calendar = icalendar.Calendar.from_ical(feed)
        theirs = {str(e['UID']): e for e in calendar.walk('VEVENT')}
        equal(set(theirs), set(ours), 'UIDs')
        for uid, e in theirs.items():
            equal(len(e.walk('VALARM')), ours[uid]['alarms'], f'alarms of {e["SUMMARY"]}')
        items = {i['title']: i for i in daemon.request('timeline', '')['items']}
        answer = next(e for e in theirs.values() if 'Answer Mercy' in e['SUMMARY'])
        equal(answer['DTSTART'].dt.isoformat(), day(9), 'the answer date')
        equal(answer['DTEND'].dt.isoformat(), day(10), 'the day after the last')
        equal(items[str(answer['SUMMARY'])]['start'], day(9))
        timed = next(e for e in theirs.values() if 'Answer Lakeside' in e['SUMMARY'])
        equal(timed['DTSTART'].dt.strftime('%Y-%m-%d %H:%M %z')[:16], f'{day(6)} 17:00', 'a deadline with an hour')
        assert timed['DTSTART'].params['TZID'] == 'America/New_York'
    finally:
        daemon.close()


@case
def vdirsyncer_copies_once_and_khal_lists_what_is_there():
    need('vdirsyncer')
    need('khal')
    daemon = scene()
    folder = tempfile.mkdtemp()
    try:
        with open(os.path.join(folder, 'vdirsyncer'), 'w', encoding='utf-8') as f:
            f.write(f'''[general]
status_path = "{folder}/status/"
[pair pgyd]
a = "pgyd_local"
b = "pgyd_feed"
collections = null
conflict_resolution = "b wins"
[storage pgyd_local]
type = "filesystem"
path = "{folder}/calendar/"
fileext = ".ics"
[storage pgyd_feed]
type = "http"
url = "{daemon.url()}"
''')
        with open(os.path.join(folder, 'khal'), 'w', encoding='utf-8') as f:
            f.write(f'[calendars]\n[[pgyd]]\npath = {folder}/calendar/\n[locale]\ntimeformat = %H:%M\ndateformat = %Y-%m-%d\n'
                    f'longdateformat = %Y-%m-%d\ndatetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n'
                    f'local_timezone = America/New_York\ndefault_timezone = America/New_York\n[sqlite]\npath = {folder}/khal.db\n')
        environment = dict(os.environ, HOME=folder, LC_ALL='C.UTF-8')

        def sync():
            run('vdirsyncer', '-c', os.path.join(folder, 'vdirsyncer'), 'sync', env=environment)
            return {name: os.stat(os.path.join(folder, 'calendar', name)).st_mtime_ns for name in os.listdir(os.path.join(folder, 'calendar'))}

        os.makedirs(os.path.join(folder, 'calendar'))
        run('vdirsyncer', '-c', os.path.join(folder, 'vdirsyncer'), 'discover', env=environment, input='y\n')
        first = sync()
        equal(len(first), len(events(daemon.feed())), 'events copied')
        equal(sync(), first, 'a second sync copies nothing')
        listed = run('khal', '-c', os.path.join(folder, 'khal'), 'list', day(0), '30d', env=environment)
        assert 'Answer Mercy' in listed and 'Answer Lakeside' in listed, listed
        assert '17:00' in listed, listed
        daemon.request('done', '', 'offers/mercy-answer-by', '')
        second = sync()
        # vdirsyncer names its files afresh when SEQUENCE rises; the item and the week's event changed, all others are untouched.
        equal(len(second), len(first), 'events after a change')
        equal(len(set(second.items()) - set(first.items())), 2, 'files written after one change')
    finally:
        daemon.close()
        shutil.rmtree(folder)


@case
def the_month_in_the_manual_is_what_khal_lists():
    need('khal')
    folder = tempfile.mkdtemp()
    try:
        demo, feed, settings = (os.path.join(folder, name) for name in ('demo.ini', 'feed.ics', 'khal'))
        environment = dict(os.environ, HOME=folder, LC_ALL='C.UTF-8')
        with open(settings, 'w', encoding='utf-8') as f:
            f.write(f'[calendars]\n[[pgyd]]\npath = {folder}/calendar/\n[locale]\ntimeformat = %H:%M\ndateformat = %Y-%m-%d\n'
                    f'longdateformat = %a %b %d\ndatetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n'
                    f'local_timezone = America/New_York\ndefault_timezone = America/New_York\n[sqlite]\npath = {folder}/khal.db\n')
        run(program('src/ctl/pgyctl'), 'init', '--demo', demo, '--today', '2026-11-30')
        with open(feed, 'w', encoding='utf-8', newline='') as f:
            f.write(run(program('src/ctl/pgyctl'), '-c', demo, '--stateless', 'feed', '--today', '2026-11-30'))
        os.makedirs(os.path.join(folder, 'calendar'))
        run('khal', '-c', settings, 'import', '-a', 'pgyd', '--batch', feed, env=environment)
        listed = run('khal', '-c', settings, 'list', '--format', '  {start-time} {title}', '--day-format', '{date-long}', '2026-11-30', '32d',
                     env=environment)
        with open(os.path.join(os.environ['top_srcdir'], 'contrib', 'man', 'pgyctl.1'), encoding='utf-8') as f:
            page = f.read().replace('\\-', '-')
        for line in listed.splitlines():
            assert f'\n{line.rstrip()}\n' in page, f'{line!r} is not in pgyctl(1)'
        equal(len(listed.splitlines()), 14, 'lines of the month')
    finally:
        shutil.rmtree(folder)


ON_CALL = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//t//t//EN
BEGIN:VEVENT
UID:1
DTSTAMP:20260101T000000Z
DTSTART;TZID=America/New_York:{first}T190000
DTEND;TZID=America/New_York:{last}T070000
SUMMARY:Cardiology call
END:VEVENT
END:VCALENDAR
"""

BUSY = f"""[oncall:amion]
file = {{path}}

[busy:nights]
name = Night float
start = {day(-2)}
end = {day(7)}
kind = nights

[busy:rest]
name = Hawaii
start = {day(-31)}
end = {day(-29)}
kind = vacation

[busy:long-ago]
start = {day(-40)}
end = {day(-31)}

[prospect:valley]
name = Valley Hospital
visit_on = {day(12)}
"""


def rewrite(daemon, old, new):
    with open(daemon.file, encoding='utf-8') as f:
        body = f.read()
    with open(daemon.file, 'w', encoding='utf-8') as f:
        f.write(body.replace(old, new))


@case
def a_busy_calendar_says_when_and_not_what():
    daemon = TimedDaemon(moment.MOMENT)
    path = os.path.join(daemon.folder, 'call.ics')
    with open(path, 'w', encoding='utf-8') as f:
        f.write(ON_CALL.format(first=day(3).replace('-', ''), last=day(4).replace('-', '')).replace('\n', '\r\n'))
    daemon.write(BUSY.format(path=path))
    rewrite(daemon, 'plugins = milestones, offers', 'plugins = milestones, networking')
    daemon.start()
    try:
        for name, feed in (('work', 'all'), ('people', 'networking')):
            daemon.request('url-add', '', name, feed, 'busy')

        def spans(feed):
            return sorted((e['DTSTART'], e['DTEND']) for e in events(feed).values())

        def days(first, last):
            return first.replace('-', ''), last.replace('-', '')
        rest, nights, visit = days(day(-31), day(-28)), days(day(-2), day(8)), days(day(12), day(13))
        call = (f'{day(3)}T190000'.replace('-', ''), f'{day(4)}T070000'.replace('-', ''))
        feed = daemon.feed('work')
        equal(spans(feed), sorted([rest, nights, call, visit]), 'what takes the person')
        equal(daemon.feed('people'), feed, 'that of a plugin')
        for e in events(feed).values():
            equal((e['SUMMARY'], e['TRANSP'], e['X-MICROSOFT-CDO-BUSYSTATUS'], e['alarms']), ('Busy', 'OPAQUE', 'BUSY', 0), e['DTSTART'])
            equal(sorted(e), sorted(['UID', 'DTSTAMP', 'CREATED', 'LAST-MODIFIED', 'SEQUENCE', 'DTSTART', 'DTEND', 'SUMMARY', 'STATUS', 'TRANSP',
                                     'X-MICROSOFT-CDO-BUSYSTATUS', 'alarms']), e['DTSTART'])
        for word in ('Night', 'nights', 'Hawaii', 'vacation', 'rest', 'Cardiology', 'amion', 'oncall', 'Valley', 'visit', 'networking', 'URL'):
            equal(word in feed, False, word)
        equal(daemon.ctl('feed', '--style', 'busy')[1], feed.replace('\r\n', '\n'), 'pgyctl feed')
        # What only a busy calendar shows is nowhere else.
        equal([e for e in events(daemon.feed()).values() if e['SUMMARY'] == 'Busy'], [], 'the default feed')
        for command in (('plan',), ('agenda', '--days', '90'), ('today',)):
            equal('pgyd/' in daemon.ctl('--json', *command)[1], False, command)
        # A midnight changes nothing; the next one is the 31st after the vacation.
        daemon.go(moment.at(f'{day(1)} 00:05'))
        equal(daemon.request('timeline', '')['today'], day(1), 'the day after')
        equal(daemon.feed('work'), feed, 'after a midnight')
        daemon.go(moment.at(f'{day(2)} 00:05'))
        equal(spans(daemon.feed('work')), sorted([nights, call, visit]), 'after another')
        # One night more is a later revision of the same event, and of no other.
        before = events(daemon.feed('work'))
        rewrite(daemon, f'end = {day(7)}', f'end = {day(8)}')
        daemon.reload()
        after = events(daemon.feed('work'))
        equal(set(after), set(before), 'UIDs')
        equal([(e['DTEND'], e['SEQUENCE']) for uid, e in after.items() if e != before[uid]], [(day(9).replace('-', ''), '1')], 'one night more')
    finally:
        daemon.close()


pgytest.run(__file__)
