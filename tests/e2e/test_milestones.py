#!/usr/bin/python3
# SPDX-License-Identifier: BSD-2-Clause
"""Edge lives through pgyctl: a first run in the middle of training, a preliminary year, a gap, an end in the past, mistakes in the file."""

import json
import os
import re
import subprocess

import pgytest
from pgytest import case, equal, program, remove, scratch


class Place:
    """A folder with a configuration file and a home of its own."""

    def __init__(self, body):
        self.folder = scratch()
        self.file = os.path.join(self.folder, 'pgyd.ini')
        with open(self.file, 'w', encoding='utf-8') as f:
            f.write(body)

    def ctl(self, *args):
        env = {k: v for k, v in os.environ.items() if not k.startswith('XDG_')}
        env['HOME'] = self.folder
        done = subprocess.run([program('src/ctl/pgyctl'), '-c', self.file, *args], capture_output=True, text=True, timeout=60, cwd=self.folder, env=env)
        return done.returncode, done.stdout, done.stderr

    def json(self, *args):
        status, out, err = self.ctl('--json', *args)
        equal(status, 0, f'exit of {args}: {err}')
        return json.loads(out)

    def __enter__(self):
        return self

    def __exit__(self, *why):
        remove(self.folder)


PERSON = '[daemon]\nplugins = milestones\n[person]\nid = me\ntimezone = America/New_York\n'
MEDICINE = PERSON + '[training]\nspecialty = internal_medicine\nstart = 2024-07-01\n[packs]\nskip = boards, matches, jobsearch, license, loans, contract, noncompete, immigration\n'


def plan(place, today):
    items = place.json('plan', '--today', today, '--stateless')['items']
    return {item['id'].split('/', 1)[1]: item for item in items}


def says(text, *wanted):
    for part in wanted:
        if part not in re.sub(r'\s+', ' ', text):
            raise AssertionError(f'{part!r} is not in: {text}')


@case
def a_first_run_in_the_middle_catches_up():
    """2026-11-22: what was due on 2026-09-30 keeps its day and has no ladder; nothing else lies in the past but windows that are history."""
    with Place(MEDICINE) as p:
        items = plan(p, '2026-11-22')
        late = items['tier-review-9']
        equal((late['start'], late['state'], late['remind']), ('2026-09-30', 'overdue', []), 'caught up on')
        equal('tier-review-18' in items, False, 'the first of two reviews')
        past = [i for i, item in items.items() if item['end'] < '2026-11-22' and item['kind'] not in ('window', 'habit')]
        equal([i for i in past if items[i]['state'] != 'overdue' or items[i]['remind']], [], 'events in the past')
        equal(items['phase-interviews']['state'], 'open', 'phase-interviews')


@case
def the_day_before_nothing_is_late():
    """On 2026-01-29 the same item is ahead, on its own day."""
    with Place(MEDICINE) as p:
        item = plan(p, '2026-01-29')['learn-work-units']
        equal((item['start'], item['state'], item['days']), ('2026-01-30', 'future', 1), 'learn-work-units')


@case
def the_last_month_and_the_day_after():
    """On 2027-06-01 a few things are caught up on; on 2027-07-01 training is over and only what comes next is planned."""
    with Place(MEDICINE) as p:
        late = [i for i, item in plan(p, '2027-06-01').items() if item['state'] == 'overdue']
        equal(sorted(late), ['lane-decided', 'learn-collections', 'learn-pay-models', 'learn-payer-mix', 'learn-work-units',
                             'tier-review-9'], 'caught up on')
        over = plan(p, '2027-07-01')
        equal([i for i, item in over.items() if item['state'] == 'overdue'], [], 'after training')
        equal(over['attending-start']['start'], '2027-08-02', 'attending-start')


@case
def a_preliminary_year_has_no_job_search():
    with Place(PERSON + '[training]\nspecialty = prelim_im\nstart = 2026-07-01\n') as p:
        items = plan(p, '2026-07-02')
        for slug in ('prelim-place', 'prelim-papers', 'prelim-move', 'phase-learn', 'training-end'):
            equal(slug in items, True, slug)
        for slug in items:
            if re.match(r'phase-(lane|soft|interviews|levers|hireable)|tier-|monthly-|attending-|license-|jobs?-|secured', slug):
                raise AssertionError(f'{slug} in a preliminary year')


@case
def the_reports_of_a_life():
    with Place(PERSON + '[training]\nspecialty = orthopaedic_surgery\nstart = 2022-07-01\n[fellowship]\ntype = spine\nstart = 2027-08-01\n') as p:
        args = ('--today', '2026-11-22', '--stateless')
        status, text, _ = p.ctl('report', 'timeline', *args)
        equal(status, 0, 'timeline')
        says(text, 'PGY-6, fellowship', '2027-08-01 to 2028-07-31', 'phase-soft 2025-07-01 2027-06-30 open, 220 days left')
        if not re.search(r'^phase-recon +\.+#+\.+ +2024-07-01 to 2026-06-30$', text, re.M):
            raise AssertionError('no band for phase-recon')
        html = p.ctl('report', 'timeline', '--format', 'html', *args)[1]
        says(html, '<svg', 'phase-recon', '</html>')
        says(p.ctl('report', 'why', 'id=milestones/phase-recon', *args)[1], 'Dates: 2024-07-01 to 2026-06-30', 'Rule: PGY3.start to PGY4.end',
             'PGY3.start = 2024-07-01')
        says(p.ctl('report', 'why', 'id=phase-recn', *args)[1], 'Nearest: phase-recon')
        says(p.ctl('report', 'market', *args)[1], 'article 002', 'never averaged')
        says(p.ctl('report', 'standing', *args)[1], 'Leverage', 'Timing', '617 days of training are left.', 'Signalling', 'Relationships')


@case
def an_alert_is_open_for_days_and_a_window_has_days_left():
    with Place(MEDICINE.replace('plugins = milestones', 'plugins = milestones, networking')) as p:
        for today, words in (('2025-12-30', 'open'), ('2025-12-31', 'open for 1 day'), ('2026-11-22', 'open for 327 days')):
            rows = p.ctl('plan', '--today', today, '--stateless')[1].splitlines()
            equal([row[11:].split(' alert')[0].strip() for row in rows if row.endswith('/processes')], [words], today)
        equal([row[11:].split(' window')[0].strip() for row in rows if row.endswith('/phase-hireable')], ['open, 220 days left'], 'a window')


@case
def mistakes_are_said_where_they_are():
    wrong = (('specialty = orthopedic_surgery\nstart = 2022-07-01\n', 'training.specialty', 'orthopaedic_surgery'),
             ('specialty = psychiatry\nstart = 2024-07-01\nend = 2024-06-30\n', 'training.end', 'write a later day'))
    for body, where, remedy in wrong:
        with Place(PERSON + '[training]\n' + body) as p:
            status, out, err = p.ctl('check')
            equal(status, 1, where)
            says(out + err, where, remedy, 'pgyd.ini:')
            equal((out + err).count(where), 1, 'said once')
    with Place(PERSON + '[training]\nspecialty = psychiatry\nstart = 2024-07-01\npgy = 6\nas_of = 2026-11-22\n') as p:
        status, out, err = p.ctl('check')
        equal(status, 0, 'a warning never changes the exit code')
        says(out + err, 'training.pgy', 'PGY-6 is more than this training has')
        equal(plan(p, '2026-11-22')['training-end']['start'], '2028-06-30', 'the rest is planned')


pgytest.run(__file__)
