#!/usr/bin/python3
# SPDX-License-Identifier: BSD-2-Clause
"""pgyctl: what it does without a daemon, with one, and what it answers to mistakes."""

import datetime
import fcntl
import json
import os
import re
import stat
import struct
import subprocess
import termios

import moment
import pgytest
from moment import day
from pgytest import case, equal, program, remove, scratch
from pgydaemon import Daemon, events, offer

class Place:
    """A folder with a configuration file and a home of its own."""

    def __init__(self, body=None):
        self.folder = scratch()
        self.file = os.path.join(self.folder, 'pgyd.ini')
        if body is not None:
            self.write(body)

    def write(self, body):
        with open(self.file, 'w', encoding='utf-8') as f:
            f.write(body)

    def read(self):
        with open(self.file, encoding='utf-8') as f:
            return f.read()

    def ctl(self, *args, cwd=None, stdin='', file=None):
        env = {k: v for k, v in os.environ.items() if not k.startswith('XDG_')}
        env['HOME'] = self.folder
        env['XDG_STATE_HOME'] = os.path.join(self.folder, 'state')
        command = [program('src/ctl/pgyctl'), *(['-c', file or self.file] if file != '' else []), *args]
        done = subprocess.run(command, capture_output=True, text=True, timeout=60, cwd=cwd or self.folder, input=stdin, env=env)
        return done.returncode, done.stdout, done.stderr

    def json(self, *args, status=0, **keys):
        got, out, err = self.ctl('--json', *args, **keys)
        equal(got, status, f'exit of {args}: {err}')
        return json.loads(out)

    def __enter__(self):
        return self

    def __exit__(self, *why):
        remove(self.folder)


PERSON = """# my file
[person]
timezone = America/New_York   
; a thought

[training]
specialty = internal_medicine
start = 2025-07-01
# last line of training

[offer:mercy]
employer = Mercy
written = yes
received = 2026-11-02
answer_by = 2026-12-14 17:00
"""


# --- without a daemon ---

@case
def the_sample_checks_clean_and_is_never_written_over():
    with Place() as p:
        equal(p.ctl('init', '--demo', p.file)[0], 0, 'init --demo')
        before = p.read()
        if '[daemon]\nstate_dir = state\n' not in before:
            raise AssertionError('the sample would be kept in the person\'s own state')
        status, out, err = p.ctl('check')
        equal((status, err), (0, ''), 'check')
        if not re.fullmatch(r'configuration ok: [1-9][0-9]* items planned, 0 warnings\n', out):
            raise AssertionError(out)
        answer = p.json('check')
        equal((answer['ok'], answer['errors'], answer['warnings'], answer['problems']), (True, 0, 0, []), 'check --json')
        equal(p.ctl('init', '--demo', p.file)[0], 1, 'init --demo on a file that exists')
        equal(p.read(), before, 'the file')


@case
def the_sample_has_something_to_remind_of():
    with Place() as p:
        p.ctl('init', '--demo', p.file)
        items = {i['id']: i for i in p.json('plan', '--stateless')['items']}
        # The sample gives mercy five days to answer, until 17:00.
        mercy = items['offers/mercy-answer-by']
        equal((mercy['start'][:16], mercy['kind'], mercy['state'], mercy['days']), (day(5) + 'T17:00', 'deadline', 'future', 5), 'mercy')
        later = [r for r in mercy['remind'] if r[:10] > day(0)]
        equal(len(later), 4, 'steps of the ladder still to come: 3, 1 and 0 days and two hours before')
        kinds = {i['kind'] for i in items.values()}
        if not {'deadline', 'milestone', 'window', 'reminder', 'habit'} <= kinds:
            raise AssertionError(kinds)
        if sum(1 for i in items if i.startswith('networking/contact-')) < 4:
            raise AssertionError('fewer contacts than the four of the sample')


@case
def the_sample_checks_clean_on_any_day_of_the_year():
    # The ends of months, of years and of the academic year, a leap day.
    for today in ('2026-01-31', '2026-02-28', '2026-06-30', '2026-07-01', '2026-07-02', '2025-12-31', '2024-02-29', '2023-05-15', '2029-01-01'):
        moment.CLOCK.set(moment.at(f'{today} 12:00'))
        with Place() as p:
            equal(p.ctl('init', '--demo', p.file)[0], 0, today)
            status, out, err = p.ctl('check')
            equal((status, err), (0, ''), f'{today}: {out}')
            answer = p.json('plan', '--stateless', '--today', today)
            wanted = (datetime.date.fromisoformat(today) + datetime.timedelta(days=5)).isoformat()
            equal(next(i['start'][:10] for i in answer['items'] if i['id'] == 'offers/mercy-answer-by'), wanted, today)


@case
def the_plan_is_the_same_bytes_from_anywhere():
    with Place(PERSON) as p:
        args = ['plan', '--stateless', '--json', '--today', '2026-11-22']
        first = p.ctl(*args)
        equal(first[0], 0, 'exit')
        equal(p.ctl(*args), first, 'again')
        equal(p.ctl(*args, cwd='/'), first, 'from /')
        equal(p.ctl(*args, file='pgyd.ini'), first, 'by a relative name')
        answer = json.loads(first[1])
        equal(sorted(answer), ['items', 'profile', 'timezone', 'today'], 'members')
        equal((answer['profile'], answer['today'], answer['timezone']), ('me', '2026-11-22', 'America/New_York'), 'of the object')
        keys = ['about', 'all_day', 'by', 'confidence', 'days', 'detail', 'end', 'id', 'kind', 'next', 'plugin', 'refs', 'remind', 'severity',
                'source', 'stakes', 'start', 'state', 'title', 'why']
        for item in answer['items']:
            equal(sorted(item), keys, item['id'])
        # Seven, three, one and no days before the 14th at 08:00 in New York, 13:00 UTC; two hours before 17:00, 20:00 UTC.
        mercy = next(i for i in answer['items'] if i['id'] == 'offers/mercy-answer-by')
        equal((mercy['start'], mercy['days'], mercy['state']), ('2026-12-14T17:00:00-05:00', 22, 'future'), 'mercy')
        equal(mercy['remind'], [f'2026-12-{at}:00:00Z' for at in ('07T13', '11T13', '13T13', '14T13', '14T20')], 'its reminders, in their order')


@case
def plan_takes_what_was_asked():
    with Place(PERSON) as p:
        def ids(*args):
            return [i['id'] for i in p.json('plan', '--stateless', '--today', '2026-11-22', *args)['items']]
        equal('offers/mercy-answer-by' in ids('--to', '2026-12-13'), False, 'until the day before')
        equal('offers/mercy-answer-by' in ids('--from', '2026-12-14', '--to', '2026-12-14'), True, 'the day')
        equal('offers/mercy-answer-by' in ids('--from', '2026-12-15'), False, 'from the day after')
        equal({i.split('/')[0] for i in ids('--plugin', 'offers')}, {'offers'}, '--plugin')
        equal('offers/mercy-answer-by' in ids('--kind', 'deadline'), True, '--kind')
        equal([i for i in ids('--kind', 'window') if 'mercy-answer-by' in i], [], '--kind window')
        status, _, err = p.ctl('plan', '--stateless', '--plugin', 'offer')
        equal((status, "did you mean 'offers'?" in err), (1, True), err)


@case
def the_feed_is_reproducible_and_parses():
    with Place(PERSON) as p:
        args = ['feed', '--stateless', '--today', '2026-11-22']
        status, feed, err = p.ctl(*args)
        equal((status, err), (0, ''), 'feed')
        equal(p.ctl(*args, cwd='/')[1], feed, 'again from /')
        raw = subprocess.run([program('src/ctl/pgyctl'), '-c', p.file, *args], capture_output=True, timeout=60).stdout
        found = [e for e in events(raw.decode()).values() if 'Mercy' in e['SUMMARY'] and e['DTSTART'] == '20261214T170000']
        equal(len(found), 1, 'the answer to Mercy')
        # Stateless: DTSTAMP is today 00:00Z, SEQUENCE 0.
        for event in events(raw.decode()).values():
            equal((event['DTSTAMP'], event['SEQUENCE']), ('20261122T000000Z', '0'), event['SUMMARY'])
        only = p.ctl(*args, '--feed', 'milestones')[1]
        if 'Mercy' in only:
            raise AssertionError('an offer in the feed of milestones')
        if 'VALARM' in p.ctl(*args, '--style', 'quiet')[1]:
            raise AssertionError('an alarm in the quiet style')
        answer = p.json(*args)
        equal((answer['feed'], answer['style'], answer['ics'].replace('\r\n', '\n')), ('all', 'generic', feed), 'feed --json')
        try:
            import icalendar
        except ImportError:
            return
        equal(len(icalendar.Calendar.from_ical(raw).walk('VEVENT')), answer['events'], 'events by python-icalendar')


@case
def today_is_the_given_day():
    with Place(PERSON) as p:
        for today, state, days in (('2026-12-13', 'future', 1), ('2026-12-14', 'due', 0), ('2026-12-15', None, None)):
            items = {i['id']: i for i in p.json('plan', '--today', today)['items']}
            got = items.get('offers/mercy-answer-by')
            equal((got['state'], got['days']) if got else (None, None), (state, days), today)
        # The morning after, what happened is asked in its place.
        equal([items['offers/mercy-outcome'][k] for k in ('state', 'start')], ['open', '2026-12-15'], 'the morning after')


@case
def set_keeps_comments_order_mode_and_links():
    with Place(PERSON) as p:
        real = os.path.join(p.folder, 'real.ini')
        os.rename(p.file, real)
        os.chmod(real, 0o640)
        os.symlink('real.ini', p.file)
        equal(p.ctl('set', 'training', 'length', '3y')[0], 0, 'a new key')
        equal(p.ctl('set', 'offer:mercy', 'answer_by', '2026-12-21 12:00')[0], 0, 'a key that is there')
        equal(p.ctl('set', 'quiet', 'hours', '22:00-07:00')[0], 0, 'a new section')
        wanted = PERSON.replace('start = 2025-07-01\n', 'start = 2025-07-01\nlength = 3y\n').replace('2026-12-14 17:00', '2026-12-21 12:00')
        got = p.read()
        equal(got[:len(wanted)], wanted, 'the file')
        equal(got[len(wanted):].strip(), '[quiet]\nhours = 22:00-07:00', 'what was added')
        equal(os.path.islink(p.file), True, 'still a link')
        equal(stat.S_IMODE(os.stat(real).st_mode), 0o640, 'mode')
        equal(sorted(os.listdir(p.folder)), ['pgyd.ini', 'real.ini'], 'files')
        equal(p.ctl('unset', 'training', 'length')[0], 0, 'unset a key')
        equal(p.ctl('unset', 'quiet')[0], 0, 'unset a section')
        equal(p.read().rstrip('\n'), PERSON.replace('2026-12-14 17:00', '2026-12-21 12:00').rstrip('\n'), 'and back')
        answer = p.json('set', 'training', 'length', '3y')
        equal((answer['changed'], answer['reloaded'], answer['key']), (True, False, 'length'), 'set --json')
        equal(p.json('set', 'training', 'length', '3y')['changed'], False, 'the same again')


@case
def edits_at_once_take_turns():
    """Ten people at one file: nobody's key is lost, and nobody is sent away."""
    with Place(PERSON) as p:
        env = {**os.environ, 'HOME': p.folder, 'XDG_STATE_HOME': p.folder + '/state'}
        names = [f'contact:c{i}' for i in range(10)]
        running = [subprocess.Popen([program('src/ctl/pgyctl'), '-c', p.file, 'set', name, 'name', 'X'], env=env, cwd=p.folder, stdout=subprocess.DEVNULL,
                                    stderr=subprocess.PIPE, text=True) for name in names]
        for r in running:
            err = r.communicate(timeout=60)[1]
            equal((r.returncode, err), (0, ''))
        equal([name for name in names if f'[{name}]' not in p.read()], [], 'lost')
        equal(sorted(os.listdir(p.folder)), ['pgyd.ini'], 'nothing left beside it')


@case
def an_offer_came_today_where_the_person_is():
    """UTC + 14 h is a day ahead of UTC from 10:00 on, UTC - 12 h a day behind until 12:00: at any moment one of them has another day."""
    for zone, hours in (('Pacific/Kiritimati', 14), ('Etc/GMT+12', -12)):
        def there():
            return datetime.datetime.fromtimestamp(moment.now(), datetime.timezone(datetime.timedelta(hours=hours))).date().isoformat()
        with Place(PERSON.replace('America/New_York', zone)) as p:
            days = {there()}
            _, _, err = p.ctl('offer', 'add', stdin='valley\nValley\nyes\n')
            days.add(there())
            equal(any(f'The day it arrived (YYYY-MM-DD) [{d}]' in err for d in days), True, err)


@case
def set_refuses_what_does_not_check():
    with Place(PERSON) as p:
        for args, words in ((('set', 'training', 'start', '2025-02-30'), 'pgyd.ini:8: training.start: there is no such date'),
                            (('set', 'training', 'strat', '2025-07-01'), 'did you mean start?'),
                            (('set', 'offer:mercy', 'answer_by', '2026-11-01'), 'before the offer was received'),
                            (('set', 'daemon', 'plugins', 'milestones, ofers'), 'ofers'),
                            (('unset', 'training', 'start'), 'training.start: this key is missing'),
                            (('unset', 'training', 'length'), 'has no length'),
                            (('unset', 'contact:x'), 'there is no section [contact:x]')):
            status, _, err = p.ctl(*args)
            equal((status, words in err), (1, True), f'{args}: {err}')
            if re.search(r'\.pgyd\.ini\.', err):
                raise AssertionError(f'a temporary name is shown: {err}')
            equal(p.read(), PERSON, f'the file after {args}')
        equal(os.listdir(p.folder), ['pgyd.ini'], 'nothing left beside it')
        answer = p.json('set', 'training', 'start', 'soon', status=1)
        equal((answer['problems'][0]['line'], answer['problems'][0]['section'], answer['problems'][0]['key']), (8, 'training', 'start'), 'as JSON')
        equal(answer['problems'][0]['file'], p.file, 'its file')


TWELVE = """# a resident's file
[person]
timezone = America/New_Yrok
[training]
specialty = internal_medicine
[trainin]
x = 1
[contact:alvarez]
name = Dr. Alvarez
cadance = 60d
last = 2026-02-30
prospect = mercey
[prospect:mercy]
name = Mercy
name = Mercy General
[offer:mercy]
employer = Mercy; or # another
base = $340,000
received = 2026-11-01
written = true
rate_location = 11
[busy:nights]
start = 2026-12-10
end = 2026-12-09
kind nights
"""
TWELVE_LINES = [3, 4, 6, 10, 11, 12, 15, 18, 20, 21, 24, 25]


@case
def check_tells_all_twelve_mistakes_at_once_like_pgyd_t():
    with Place(TWELVE) as p:
        status, out, err = p.ctl('check')
        equal((status, out), (1, ''), 'check')
        lines = [int(n) for n in re.findall(rf'^error: {re.escape(p.file)}:(\d+): ', err, re.M)]
        equal(sorted(set(lines)), TWELVE_LINES, 'lines with errors')
        for words in ('did you mean America/New_York?', 'did you mean [training]?', 'did you mean cadence?', 'did you mean mercy?', 'write 340000'):
            equal(words in err, True, words)
        same = subprocess.run([program('src/parent/pgyd'), '-c', p.file, '-t'], capture_output=True, text=True, timeout=60)
        equal((same.returncode, same.stderr), (1, err), 'pgyd -t')
        answer = p.json('check', status=1)
        equal((answer['ok'], sorted({x['line'] for x in answer['problems'] if x['severity'] == 'error'})), (False, TWELVE_LINES), 'as JSON')


@case
def explain_knows_sections_and_keys():
    with Place(PERSON) as p:
        equal('[training]' in p.ctl('explain')[1], True, 'all sections')
        status, out, _ = p.ctl('explain', 'offer.answer_by')
        equal((status, 'answer_by' in out), (0, True), out)
        status, out, err = p.ctl('explain', 'offer.answer_bye')
        equal((status, out, 'answer_by' in err), (1, '', True), err)
        equal('error' in p.json('explain', 'nothing', status=1), True, 'as JSON')
        equal('sections' in p.json('explain'), True, 'all as JSON')
        equal(p.ctl('explain', '--man')[1].startswith('.'), True, 'pgyd.ini(5)')


@case
def usage_errors_exit_2():
    with Place(PERSON) as p:
        for args in (['plna'], ['plan', '--tody', '2026-11-22'], ['plan', '--today'], ['plan', '--today', '2026-13-01'],
                     ['plan', '--today=22.11.2026'], ['plan', 'x'], ['plan', '--kind', 'dedline'], ['plan', '--from', '2026-12-02', '--to', '2026-12-01'],
                     ['feed', '--style', 'outlok'], ['set', 'a', 'b'], ['unset'], ['url'], ['url', 'lst'], ['url', 'add'], ['plugin', 'show'],
                     ['journal', 'undo', 'x'], ['snooze', 'a', '3'], ['agenda', '--days', 'soon'], ['done'],
                     ['done', 'a', '--on', 'today'], ['retry', 'x'], ['--json=yes', 'plan'], ['-c'], ['report', 'x', '--format', 'pdf'],
                     ['set', 'a b', 'c', 'd'], ['help', 'plna'], ['-p', 'A B', 'plan']):
            status, out, err = p.ctl(*args)
            equal((status, out, err != ''), (2, '', True), f'{args}: {err}')
        equal("did you mean 'plan'?" in p.ctl('plna')[2], True, 'nearest command')
        equal("did you mean 'list'?" in p.ctl('url', 'lst')[2], True, 'nearest second word')
        equal("did you mean '--today'?" in p.ctl('plan', '--tody', 'x')[2], True, 'nearest option')
        equal(p.json('plna', status=2)['nearest'], 'plan', 'as JSON')
        equal(p.ctl('help')[0], 0, 'help')
        equal('pgyctl url rotate NAME' in p.ctl('help', 'url')[1], True, 'help url')
        equal(p.ctl('--version')[1], f'pgyctl {pgytest.package_version()}\n', 'version')
        equal(p.ctl('plan', '--stateless', '--today=2026-11-22', '--json')[0], 0, '--today=DATE')


@case
def without_a_file_it_says_where_it_looked():
    with Place() as p:
        status, out, err = p.ctl('plan', file='')
        equal((status, out), (1, ''), 'exit')
        equal(f'{p.folder}/.config/pgyd/pgyd.ini' in err and 'pgyctl init' in err, True, err)


@case
def no_daemon_is_one_sentence_with_the_socket():
    with Place(PERSON) as p:
        for args in (['status'], ['agenda'], ['done', 'x'], ['undone', 'x'], ['snooze', 'x', '3d'], ['log', 'offer', 'mercy', 'touched'], ['journal'],
                     ['journal', 'undo', '1'], ['journal', 'move', 'a', 'b'], ['url', 'list'], ['url', 'add', 'x'], ['deliveries'], ['retry', '1'],
                     ['notify', 'test', 'log'], ['profile', 'list'], ['profile', 'remove', 'x'], ['plugin', 'accept', 'offers'], ['reload']):
            status, out, err = p.ctl(*args)
            equal((status, out, err.count('\n')), (1, '', 1), f'{args}: {err}')
            equal(f'{p.folder}/state/pgyd/control' in err, True, err)
        equal('control' in p.json('status', status=1)['error'], True, 'as JSON')
        equal('there is no file' in p.ctl('status', file='/nowhere.ini')[2], True, 'a file that is not there')
        _, _, err = p.ctl('plan', '--today', '2026-11-22')
        equal((err.count('no journal'), err.count('\n')), (1, 1), err)


@case
def init_asks_checks_each_answer_and_never_overwrites():
    answers = ['Kim Example', 'America/New_Yrok', 'America/Chicago', 'pediatrics', '2025-02-31', '2025-07-01', '', 'zz', 'IL', '', '']
    with Place() as p:
        status, out, err = p.ctl('init', stdin='\n'.join(answers) + '\n')
        equal(status, 0, err)
        equal(('did you mean America/Chicago' in err or 'America/New_York' in err, 'there is no such date' in err), (True, True), err)
        # /etc/localtime of servers and containers is Etc/UTC, where nobody lives: an Enter must not make that a person's zone.
        equal(re.search(r'Your time zone \[(?!Etc/)[A-Z][A-Za-z_]+/[A-Za-z_/]+\]', err) is not None, True, err)
        text = p.read()
        for line in ('name = Kim Example', 'timezone = America/Chicago', 'specialty = pediatrics', 'start = 2025-07-01', 'state = IL',
                     'hours = 22:00-07:00', 'type = log'):
            equal(line in text.split('\n'), True, line)
        equal(stat.S_IMODE(os.stat(p.file).st_mode), 0o600, 'mode')
        equal(p.ctl('check')[0], 0, 'check')
        equal(re.search(r'http://127.0.0.1:8479/f/[A-Za-z0-9_-]{43}/pgyd.ics', out) is not None, True, out)
        equal(p.ctl('init', stdin='\n' * 20)[0], 1, 'a second time')
        equal(p.read(), text, 'the file')
    with Place() as p:
        equal(p.ctl('init', stdin='Kim\n')[0], 1, 'answers that end early')
        equal(os.listdir(p.folder), [], 'nothing is written')
        got = p.json('init', stdin='\nAmerica/New_York\n\n\n\n\n\n\n', file='')
        equal(got['file'], f'{p.folder}/.config/pgyd/pgyd.ini', 'the default place')
        equal(len(got['next']) > 0 and len(got['next']) <= 10, True, 'what comes next')


@case
def profiles_are_told_apart():
    person = '[person]\ntimezone = America/New_York\n[training]\nspecialty = internal_medicine\nstart = 2025-07-01\n'
    with Place('[daemon]\nprofiles = people/*.ini\nplugins = milestones\n') as p:
        os.mkdir(os.path.join(p.folder, 'people'))
        for name in ('ann', 'bob'):
            with open(os.path.join(p.folder, 'people', name + '.ini'), 'w', encoding='utf-8') as f:
                f.write(person)
        equal(p.json('-p', 'bob', 'plan', '--stateless')['profile'], 'bob', '-p bob')
        status, _, err = p.ctl('plan', '--stateless')
        equal((status, '-p ann' in err), (1, True), err)
        status, _, err = p.ctl('-p', 'anna', 'plan', '--stateless')
        equal((status, "did you mean 'ann'?" in err), (1, True), err)
        equal(p.ctl('-p', 'ann', 'set', 'training', 'length', '3y')[0], 0, 'set for one')
        with open(os.path.join(p.folder, 'people', 'ann.ini'), encoding='utf-8') as f:
            equal(f.read().rstrip('\n'), (person + 'length = 3y').rstrip('\n'), "ann's file")
        equal(p.ctl('check')[0], 0, 'check')


@case
def plugins_and_reports_are_listed():
    with Place(PERSON) as p:
        names = {x['name']: x for x in p.json('plugin', 'list')['plugins']}
        equal(names['offers']['listed'], True, 'offers')
        shown = p.json('plugin', 'show', 'offers')
        equal('answer_by' in {k['key'] for k in shown['keys'] if k['section'].startswith('offer')}, True, 'its keys')
        equal('asked' in next(k for k in shown['journal'] if k['kind'] == 'offer')['events'], True, 'its journal kinds')
        equal((shown['label'], shown['color']), ('Offers', '#FF8C00'), 'its look')
        words = {x['kind']: x['words'] for x in shown['discreet']}
        equal((sorted(words), words['deadline'], words['habit']),
              (['alert', 'deadline', 'habit', 'milestone', 'reminder', 'window'], 'an offer answer is due', 'an offer reminder is due'), 'its words')
        text = p.ctl('plugin', 'show', 'offers')[1]
        equal('\nlabel Offers, color #FF8C00\n' in text and 'deadline  an offer answer is due\n' in text, True, text)
        status, _, err = p.ctl('plugin', 'show', 'offer')
        equal((status, "did you mean 'offers'?" in err), (1, True), err)
        reports = p.json('report')['reports']
        forms = ('text', 'markdown', 'html', 'json')
        for i, report in enumerate(reports):
            for form in forms if pgytest.LONG else [forms[i % len(forms)]]:
                first = p.ctl('report', report['name'], '--today', '2026-11-22', '--stateless', '--format', form)
                equal((first[0], first[2], first[1] != ''), (0, '', True), f'{report["name"]} as {form}: {first[2]}')
                equal(p.ctl('report', report['name'], '--today', '2026-11-22', '--stateless', '--format', form, cwd='/'), first, 'again')
        status, _, err = p.ctl('report', 'ofers', '--stateless')
        equal((status, 'there is no report' in err), (1, True), err)


def in_terminal(p, columns, *args):
    """The lines that a terminal of so many columns gets to show."""
    master, slave = os.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack('HHHH', 50, columns, 0, 0))
    run = subprocess.Popen([program('src/ctl/pgyctl'), '-c', p.file, *args], stdin=subprocess.DEVNULL, stdout=slave, env={**os.environ, 'HOME': p.folder})
    os.close(slave)
    shown = b''
    try:
        while piece := os.read(master, 65536):
            shown += piece
    except OSError:  # how the end of a terminal reads on Linux
        pass
    os.close(master)
    equal(run.wait(timeout=60), 0, f'exit of {args}')
    return shown.decode().replace('\r', '').splitlines()


@case
def tables_fit_the_terminal():
    with Place(PERSON) as p:
        for columns in 80, 100:
            lines = in_terminal(p, columns, '--stateless', 'plan', '--today', '2026-11-22')
            equal([x for x in lines if len(x) >= columns], [], f'too wide for {columns}')
            equal(len(lines) > 10, True, lines)
        # nothing failed: that column stays as wide as its name, and the summaries get the rest
        head, *rows = in_terminal(p, 80, 'plugin', 'list')
        equal(head.rstrip()[-6:], 'FAILED', head)
        equal(max(len(x) for x in [head, *rows]), 79, rows)
        # not in a terminal: nothing is broken
        equal(any(len(x) > 100 for x in p.ctl('plugin', 'show', 'offers')[1].splitlines()), True, 'a pipe')


# --- with a daemon ---

def scene():
    d = Daemon('[notify:log]\ntype = log\n\n' + offer('mercy', received=day(-3), answer_by=f'{day(9)} 17:00'))
    d.start()
    return d


def answer(d, *args, status=0):
    got, out, err = d.ctl('--json', *args)
    equal(got, status, f'{args}: {err}')
    return json.loads(out)


@case
def done_undone_and_snooze():
    d = scene()
    try:
        item = 'offers/mercy-answer-by'
        got = answer(d, 'done', item)
        equal((got['item']['id'], got['item']['state'], got['number'] > 0), (item, 'done', True), 'done')
        equal(d.ctl('done', item)[0], 1, 'done twice')
        equal(answer(d, 'undone', item)['item']['state'], 'future', 'undone')
        equal(d.ctl('undone', item)[0], 1, 'undone twice')
        equal(answer(d, 'snooze', item, '3d')['until'], day(3), 'snooze')
        equal(d.ctl('snooze', item, '1y')[0], 1, 'a snooze beyond the deadline')
        got = answer(d, 'done', 'offers/mercy-answer', status=1)
        equal(got['nearest'], item, 'nearest')
        equal("did you mean 'offers/mercy-answer-by'?" in d.ctl('done', 'offers/mercy-answer')[2], True, 'nearest in words')
        equal(d.ctl('done', item, '--on', day(1))[0], 1, 'done tomorrow')
        equal(answer(d, 'done', item, '--on', day(-1))['item']['state'], 'done', 'done yesterday')
        alert = 'offers/mercy-only-hr'
        code, _, err = d.ctl('done', alert, '--on', day(-4))
        equal((code, f'begins on {day(-3)}' in err), (1, True), 'done with before it began')
        equal(answer(d, 'done', alert, '--on', day(-3))['item']['state'], 'done', 'done with on its first day')
    finally:
        d.close()


@case
def log_and_the_journal():
    d = scene()
    try:
        got = answer(d, 'log', 'offer', 'mercy', 'asked')
        equal((got['kind'], got['subject'], got['event'], got['on']), ('offer', 'mercy', 'asked', day(0)), 'log')
        number = got['number']
        entries = answer(d, 'journal', 'mercy')['entries']
        equal([(e['number'], e['event'], e['reversed']) for e in entries], [(number, 'asked', False)], 'journal mercy')
        undo = answer(d, 'journal', 'undo', str(number))['number']
        entries = {e['number']: e for e in answer(d, 'journal')['entries']}
        equal((entries[number]['reversed'], entries[undo]['reverses']), (True, number), 'undone')
        equal(d.ctl('journal', 'undo', str(number))[0], 1, 'undo twice')
        equal(d.ctl('journal', 'undo', '999')[0], 1, 'undo of nothing')
        started = next(e['number'] for e in entries.values() if e['kind'] == 'started')
        code, _, err = d.ctl('journal', 'undo', str(started))
        equal((code, 'it stays' in err), (1, True), 'the beginning is not taken back')
        equal(answer(d, 'log', 'ofer', 'mercy', 'asked', status=1)['nearest'], 'offer', 'nearest kind')
        equal(answer(d, 'log', 'offer', 'mercey', 'asked', status=1)['nearest'], 'mercy', 'nearest subject')
        equal(d.ctl('log', 'offer', 'mercy', 'forgotten')[0], 1, 'no such event')
        equal(d.ctl('log', 'offer', 'mercy', 'asked', 'again')[0], 2, 'too many words')
        equal(d.ctl('log', 'offer', 'mercy', 'asked', 'x=1')[0], 1, 'no such key')
        equal(d.ctl('log', 'offer', 'mercy', 'asked', '--on', day(1))[0], 1, 'tomorrow')
        equal(answer(d, 'log', 'offer', 'mercy', 'asked', '--on', day(-1))['on'], day(-1), 'yesterday')
        equal(answer(d, 'journal', 'move', 'mercy', 'general')['moved'] >= 1, True, 'move')
        equal(d.ctl('journal', 'move', 'nobody', 'general')[0], 1, 'move of nothing')
        before = answer(d, 'journal')
        for old, new in (('', 'x'), ('general', ''), ('general', 'a\nb'), ('general', 'a b'), ('general', 'x' * 161)):
            status, _, said = d.ctl('journal', 'move', old, new)
            assert status == 2 and 'one word' in said, (old, new, status, said)
        equal(answer(d, 'journal'), before, 'the journal after moves that were refused')
    finally:
        d.close()


@case
def links_messages_and_the_rest():
    d = scene()
    try:
        first = answer(d, 'url', 'add', 'phone', '--feed', 'offers', '--style', 'quiet')['url']
        equal((first['feed'], first['style'], first['revoked']), ('offers', 'quiet', False), 'add')
        equal(d.ctl('url', 'add', 'phone')[0], 1, 'add twice')
        second = answer(d, 'url', 'rotate', 'phone')['url']
        equal(first['url'] != second['url'], True, 'rotate')
        equal(answer(d, 'url', 'revoke', 'phone')['url']['revoked'], True, 'revoke')
        equal(d.ctl('url', 'rotate', 'phone')[0], 1, 'rotate a revoked one')
        equal(d.ctl('url', 'revoke', 'nothing')[0], 1, 'revoke nothing')
        names = {u['name']: u['revoked'] for u in answer(d, 'url', 'list')['urls']}
        equal(names, {'calendar': False, 'phone': True}, 'list')
        equal(d.url() in d.ctl('url', 'list')[1], True, 'the link in words')
        equal(answer(d, 'notify', 'test', 'log')['state'], 'delivered', 'notify test')
        equal(answer(d, 'notify', 'test', 'lgo', status=1)['nearest'], 'log', 'no such target')
        rows = answer(d, 'deliveries')['deliveries']
        equal([r['state'] for r in rows if r['type'] == 'test'], ['delivered'], 'deliveries')
        equal(answer(d, 'deliveries', '--failed')['deliveries'], [], 'none failed')
        equal(d.ctl('retry', '99999')[0], 1, 'retry nothing')
        equal([x['id'] for x in answer(d, 'profile', 'list')['profiles']], ['me'], 'profile list')
        equal(d.ctl('profile', 'remove', 'me')[0], 1, 'remove one that is configured')
        equal(d.ctl('plugin', 'accept', 'nothing')[0], 1, 'accept an unknown plugin')
        equal(answer(d, 'plugin', 'accept', 'offers')['dropped'], [], 'accept')
        equal('pgyd ' in d.ctl('status')[1], True, 'status in words')
        equal(answer(d, 'status')['profiles'][0]['id'], 'me', 'status')
        agenda = [i['id'] for i in answer(d, 'agenda', '--days', '9')['items']]
        equal('offers/mercy-answer-by' in agenda, True, 'agenda of nine days')
        equal('offers/mercy-answer-by' in [i['id'] for i in answer(d, 'agenda', '--days', '8')['items']], False, 'agenda of eight days')
        equal(answer(d, 'set', 'offer:mercy', 'answer_by', f'{day(11)} 12:00')['reloaded'], True, 'set reloads')
        equal('T12:00' in next(i for i in answer(d, 'plan')['items'] if i['id'] == 'offers/mercy-answer-by')['start'], True, 'plan follows')
        equal(answer(d, 'reload')['profiles'][0]['in_force'], 'file', 'reload')
        equal(d.ctl('-p', 'you', 'agenda')[0], 1, 'somebody else')
    finally:
        d.close()


@case
def the_feed_of_a_daemon_and_of_pgyctl_are_the_same():
    d = scene()
    try:
        answer(d, 'log', 'offer', 'mercy', 'asked')
        served = d.feed()
        status, made, err = d.ctl('feed')
        equal((status, err), (0, ''), 'feed from the daemon\'s journal')
        equal(made, served.replace('\r\n', '\n'), 'the feed')
        d.stop()
        status, made, err = d.ctl('feed')
        equal((status, err), (0, ''), 'feed from the store')
        equal(made, served.replace('\r\n', '\n'), 'the feed without the daemon')
    finally:
        d.close()


@case
def a_backup_brings_back_links_and_journal_and_raises_every_sequence():
    d = scene()
    try:
        answer(d, 'log', 'offer', 'mercy', 'asked')
        link = d.url()
        warm = os.path.join(d.folder, 'warm.backup')
        equal(answer(d, 'backup', warm)['path'], warm, 'backup of a running daemon')
        equal(stat.S_IMODE(os.stat(warm).st_mode), 0o600, 'mode')
        equal(d.ctl('backup', warm)[0], 1, 'a file that exists')
        # After the backup: more happens and is published.
        for _ in range(3):
            answer(d, 'done', 'offers/mercy-answer-by')
            answer(d, 'undone', 'offers/mercy-answer-by')
        published = {r['id']: r['sequence'] for r in answer(d, 'export')['revisions']}
        equal(published['offers/mercy-answer-by'] >= 6, True, 'sequence after six changes')
        equal('running' in d.ctl('restore', warm)[2], True, 'restore while it runs')
        d.stop()
        cold = os.path.join(d.folder, 'cold.backup')
        equal(d.ctl('backup', cold)[0], 0, 'backup without a daemon')
        for bad in (d.file, os.path.join(d.state, 'pgyd.db'), os.path.join(d.folder, 'nothing')):
            before = os.stat(os.path.join(d.state, 'pgyd.db')).st_ino
            equal(d.ctl('restore', bad)[0], 1, f'restore {bad}')
            equal(os.stat(os.path.join(d.state, 'pgyd.db')).st_ino, before, 'the database stays')
        os.unlink(os.path.join(d.state, 'key'))
        equal(d.ctl('restore', warm)[0], 0, 'restore')
        equal(os.path.exists(os.path.join(d.state, 'pgyd.db.before-restore')), True, 'what was there')
        back = answer(d, 'export')
        equal([(e['kind'], e['event']) for e in back['journal']], [('started', ''), ('offer', 'asked')], 'the journal of then')
        for revision in back['revisions']:
            equal(revision['sequence'] > published[revision['id']], True, f'sequence of {revision["id"]}')
        equal('token' in json.dumps(back) or link.split('/')[4] in json.dumps(back), False, 'no token in an export')
        d.start()
        equal(d.url().split('/f/')[1], link.split('/f/')[1], 'the link')
        for event in events(d.feed()).values():
            equal(int(event['SEQUENCE']) > 0, True, event['SUMMARY'])
        d.stop()
        equal(d.ctl('restore', cold)[0], 0, 'restore again')
        equal(os.path.exists(os.path.join(d.state, 'pgyd.db.before-restore.2')), True, 'the first old database is kept')
        equal(len(answer(d, 'export')['journal']), 8, 'started, asked, and three times done and undone')
    finally:
        d.close()


@case
def an_export_holds_the_file_and_what_happened():
    d = scene()
    try:
        answer(d, 'log', 'offer', 'mercy', 'asked')
        got = answer(d, 'export')
        with open(d.file, encoding='utf-8') as f:
            equal(got['configuration'], f.read(), 'the file')
        equal((got['profile'], [e['kind'] for e in got['journal']]), ('me', ['started', 'offer']), 'journal')
        equal([s['name'] for s in got['subscriptions']], ['calendar'], 'subscriptions')
        equal(d.url().split('/')[4] in json.dumps(got), False, 'no token')
        d.stop()
        equal(answer(d, 'export')['journal'], got['journal'], 'the same without the daemon')
    finally:
        d.close()


@case
def a_state_directory_may_have_a_long_path():
    top = scratch()
    folder = os.path.join(top, 'a' * 60, 'b' * 60)
    os.makedirs(folder)
    d = Daemon('[notify:log]\ntype = log\n', folder=folder)
    try:
        d.start()
        equal(answer(d, 'status')['state_dir'], d.state, 'status')
    finally:
        d.close()
        remove(top)


pgytest.run(__file__)
