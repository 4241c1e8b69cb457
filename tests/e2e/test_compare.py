#!/usr/bin/python3
# SPDX-License-Identifier: BSD-2-Clause
"""The reports `terms`, `compare` and `asks` through pgyctl: the four forms, what a page shows, what is refused, and that no feed carries a figure."""

import html.parser
import json
import os
import re
import subprocess

import pgytest
from pgytest import case, equal, program, remove, scratch

OFFERS = '''[person]
id = me
timezone = America/New_York
[visa]
type = j1
[loans]
pslf = yes
payments = 30
[offer:mercy]
employer = Mercy & Sons <Health>
written = yes
received = 2026-11-16
answer_within = 7-10
base = 345678
sign_on = 30000
sign_on_clawback_months = 36
clawback = prorata
wrvu_rate = 0
waiver = conrad
pslf = yes
rate_compensation = 10
rate_location = 5
[offer:valley]
employer = Valley Clinic
written = yes
received = 2026-11-18
answer_within = 7-10
base = 305678
wrvu_rate = 0
waiver = yes
pslf = no
rate_compensation = 4
rate_location = 8
[offer:county]
employer = County
written = yes
received = 2026-11-18
answer_within = 7-10
waiver = no
[priorities]
compensation = 40
location = 60
[market]
benchmark_p50 = 310000
'''


class Place:
    """A folder with a configuration file and a home of its own."""

    def __init__(self, plugins, extra=''):
        self.folder = scratch()
        self.file = os.path.join(self.folder, 'pgyd.ini')
        with open(self.file, 'w', encoding='utf-8') as f:
            f.write(f'[daemon]\nplugins = {plugins}\n{OFFERS}{extra}')

    def ctl(self, *args):
        env = {k: v for k, v in os.environ.items() if not k.startswith('XDG_')}
        env['HOME'] = self.folder
        done = subprocess.run([program('src/ctl/pgyctl'), '-c', self.file, *args], capture_output=True, text=True, timeout=60, cwd=self.folder, env=env)
        return done.returncode, done.stdout, done.stderr

    def report(self, *args):
        status, out, err = self.ctl('report', *args, '--today', '2026-11-22')
        equal(status, 0, f'exit of {args}: {err}')
        return out

    def __enter__(self):
        return self

    def __exit__(self, *why):
        remove(self.folder)


class Page(html.parser.HTMLParser):
    """Cells marked best, charts, and the text."""

    def __init__(self, text):
        super().__init__()
        self.best, self.charts, self.marked, self.words = [], 0, False, []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.charts += tag == 'svg'
        self.marked = tag == 'td' and 'best' in dict(attrs).get('class', '').split()

    def handle_data(self, data):
        self.words.append(data)
        if self.marked:
            self.best.append(data)
            self.marked = False


def says(text, *wanted):
    for part in wanted:
        if part not in re.sub(r'\s+', ' ', text):
            raise AssertionError(f'{part!r} is not in: {text}')


@case
def four_forms_say_the_same():
    """345,678 - 305,678 = 40,000 a year; sign-on 30,000 over three years makes it 50,000. 30 of 120 payments: 90 left."""
    with Place('milestones, offers', '[training]\nspecialty = internal_medicine\nstart = 2024-07-01\n[packs]\nskip = boards\n') as p:
        wanted = ['$345,678', '$40,000 apart', 'County is not signable as it stands: J-1 waiver', 'payments go on: 90 of 120 left', '60x5 + 40x10 = 700']
        # In the text form a long cell goes on in the next line, beside the next line of its neighbours.
        text = p.report('compare')
        says(text, *wanted[:3], 'Choosing Valley Clinic costs $50,000 a year.')
        equal([line for line in text.split('\n') if len(line) > 100], [], 'lines too long to read')
        says(p.report('compare', '--format', 'markdown'), '| Term |', *wanted)
        page = Page(p.report('compare', '--format', 'html'))
        says(' '.join(page.words), *wanted, 'Mercy & Sons <Health>')
        equal(page.charts, 2, 'charts: pay and scores')
        equal('$345,678' in page.best, True, 'the better base is marked')
        equal('$305,678' in page.best, False, 'the other is not')
        rows = [row for block in json.loads(p.report('compare', '--format', 'json'))['blocks'] for row in block.get('rows', [])]
        equal(any('$345,678' in json.dumps(row) for row in rows), True, 'JSON has the base in a row')


@case
def offers_alone_know_visa_and_loans():
    """Without milestones the two sections are still read."""
    with Place('offers') as p:
        status, out, err = p.ctl('check')
        equal(status, 0, err + out)
        says(p.report('compare'), 'County is not signable as it stands: J-1 waiver', 'forgiveness at risk: 90 of 120 left')
        says(p.report('terms', 'offer=county'), 'unknown: ask', 'Risk index: 118 of 118.', 'notice_days')


@case
def arguments_are_checked():
    with Place('offers') as p:
        for args, why in ((['compare', 'years=6'], 'years= is a whole number from 1 to 5'), (['compare', 'exit=x'], 'exit= is a whole number'),
                          (['terms', 'offer=mersy'], 'there is no [offer:mersy]')):
            status, _, err = p.ctl('report', *args)
            equal(status, 1, f'{args}: {err}')
            says(err, why)
        says(p.report('compare', 'offer=valley,mercy', 'years=1', 'exit=20'), '20 months', '$13,333', 'A year, over 1')


@case
def what_to_ask_for():
    """305,678 + 0.75 x 40,000 = 335,678, in thousands 336,000; 0.75 x 30,000 = 22,500, in thousands 23,000. The one at the top asks for no base."""
    with Place('offers', '[decide]\nvalue_case = yes\nsign_today = valley\n') as p:
        for form in ('text', 'markdown', 'html'):
            text = p.report('asks', 'offer=valley', '--format', form)
            text = ' '.join(Page(text).words) if form == 'html' else text
            says(text, 'A base salary closer to $336,000', 'Lane: light.', 'In one line: Base $336,000; Sign-on $23,000', '10 to 20 percent')
        rows = [row for block in json.loads(p.report('asks', 'offer=valley', '--format', 'json'))['blocks'] for row in block.get('rows', [])]
        equal(any('$336,000' in json.dumps(row) for row in rows), True, 'JSON has the target in a row')
        equal('base salary closer' in p.report('asks', 'offer=mercy'), False, 'the better paid one')
        status, _, err = p.ctl('report', 'asks', 'offer=mersy')
        equal(status, 1, err)
        says(err, 'there is no [offer:mersy]')
    with Place('offers', '[decide]\nask_gap_ratio = 1.5\n') as p:
        status, out, err = p.ctl('check')
        equal(status, 1, out + err)
        says(out + err, 'decide.ask_gap_ratio: 1.5 is no part of a gap')


@case
def feeds_carry_no_figure():
    with Place('offers') as p:
        status, out, err = p.ctl('feed', '--today', '2026-11-22', '--stateless')
        equal(status, 0, err)
        says(out, 'BEGIN:VEVENT')
        plain = re.sub(r'\r\n ', '', out)
        for figure in ('345678', '345,678', '345\\,678', '305678', '30000', '310000', '$'):
            equal(figure in plain, False, f'{figure} in a feed')


if __name__ == '__main__':
    pgytest.run(__file__)
