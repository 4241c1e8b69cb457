#!/usr/bin/python3
# SPDX-License-Identifier: BSD-2-Clause
"""Letters through pgyctl: plain text to paste, notes apart, refusals with their reasons, JSON, what lint says of them, the list of kinds."""

import json
import os
import re
import subprocess

import pgytest
from pgytest import case, equal, program, remove, scratch

PERSON = '''[daemon]
plugins = offers
[person]
id = kim
name = Kim Example, MD
timezone = America/New_York
[training]
specialty = internal_medicine
start = 2024-07-01
volumes = 820 colonoscopies and 140 ERCPs
call = every fifth night
breadth = wards, ICU and clinic
autonomy = first call for the ICU
[offer:mercy]
employer = Mercy Health
prospect = mercy
physician_lead = Dr. Chen
written = yes
received = 2026-11-16
answer_within = 7-10
base = 300000
noncompete_scope = any_facility
noncompete_miles = 25
noncompete_months = 24
fit = the team; the case mix; the teaching
must_improve = base; noncompete; call
[offer:valley]
employer = Valley Clinic
written = WRITTEN
received = 2026-11-18
answer_within = 7-10
base = 340000
noncompete_scope = none
must_improve = call; title; pto
[prospect:mercy]
name = Mercy Health
region = midwest
[contact:alvarez]
name = Dr. Alvarez
met_at = the state society meeting
[decide]
sign_today = mercy
why = the team
batna = valley
ok_if_no = yes
value_case = yes
[walkaway]
base_min = 280000
[market]
power = 70
'''


class Place:
    """A folder with a configuration file and a home of its own."""

    def __init__(self, written='yes', extra=''):
        self.folder = scratch()
        self.file = os.path.join(self.folder, 'pgyd.ini')
        with open(self.file, 'w', encoding='utf-8') as f:
            f.write(PERSON.replace('WRITTEN', written) + extra)

    def ctl(self, *args, stdin=''):
        env = {k: v for k, v in os.environ.items() if not k.startswith('XDG_')}
        env['HOME'] = self.folder
        done = subprocess.run([program('src/ctl/pgyctl'), '-c', self.file, *args], capture_output=True, text=True, timeout=60, input=stdin, env=env)
        return done.returncode, done.stdout, done.stderr

    def letter(self, *args):
        status, out, err = self.ctl('letter', *args, '--today', '2026-11-22', '--stateless')
        equal(status, 0, f'exit of {args}: {err}')
        return out, err

    def refused(self, part, *args):
        status, out, err = self.ctl('letter', *args, '--today', '2026-11-22', '--stateless')
        equal((status, out, part in err), (1, '', True), f'{args}: {err}')

    def __enter__(self):
        return self

    def __exit__(self, *why):
        remove(self.folder)


@case
def written_to_paste():
    """300,000 and 340,000: three quarters of the gap, 330,000. A paragraph is one line; notes stand on standard error."""
    with Place() as p:
        out, err = p.letter('base_gap', '--offer', 'mercy')
        equal(out.split('\n\n')[:3], ['Subject: The base in your offer', '[Based on an offer letter only; the full contract is still to come.]', 'Dear Dr. Chen,'], out)
        equal('Could you bring the base closer to $330,000?' in out, True, out)
        equal(re.findall(r'\d[\d,]*\d', out), ['300,000', '330,000'], out)
        equal('Valley' in out, False, out)
        equal('pgyctl log offer mercy asked' in err, True, err)
        equal('log offer' in out, False, out)
        equal(p.letter('training_block')[0], 'My training in brief:\n\n- Volume: 820 colonoscopies and 140 ERCPs\n- Call: every fifth night\n'
              '- Breadth: wards, ICU and clinic\n- Autonomy: first call for the ICU\n', 'bullets')
        equal(p.letter('warm_text', '--contact', 'alvarez')[0], 'Hi Dr. Alvarez, this is Kim Example, MD. We met at the state society meeting. '
              'I finish my training in June 2027. Could we find a few minutes to talk?\n', 'a text')


@case
def nothing_that_is_not_so():
    with Place() as p:
        out, _ = p.letter('full', '--offer', 'mercy')
        equal('another employer offers me a base of $340,000 and no non-compete' in out, True, out)
        equal('Valley' in out, False, out)
        p.refused('[decide] sign_today = valley', 'full', '--offer', 'valley')
    with Place(written='no') as p:
        for kind in ('light', 'full', 'preferred_call', 'calm_terms'):
            p.refused('no other offer is live and in writing', kind, '--offer', 'mercy')
        p.refused('another offer in writing with a higher base', 'base_gap', '--offer', 'mercy')
        out, _ = p.letter('noncompete', '--offer', 'mercy')
        equal('another' in out, False, out)


@case
def typed_texts_are_read_too():
    extra = '[value]\nmetric = {}\nstory = It took a year.\nbenefit_them = you keep the service\n'
    for metric, why in (('more than VALLEY  clinic pays', '[value] metric names Valley Clinic'), ('I was offered $340k', 'figure 340'),
                        ('a base of 412,000 dollars', '412,000 is no term of this offer'), ('see contract-valley.pdf', '[value] metric names a file'),
                        ('better than my other offer', '[value] metric speaks of another offer')):
        with Place(extra=extra.format(metric)) as p:
            p.refused(why, 'value_comp', '--prospect', 'mercy')
    with Place(extra=extra.format('a 12 percent shorter stay')) as p:
        out, _ = p.letter('value_comp', '--prospect', 'mercy')
        equal('a 12 percent shorter stay. It took a year.' in out, True, out)
    with Place(extra=extra.format('a base {base} stays as it is typed')) as p:
        equal('a base {base} stays as it is typed' in p.letter('value_comp')[0], True, 'no second expansion')


@case
def refusals_say_all():
    with Place() as p:
        p.refused('no other offer is accepted', 'decline', '--offer', 'valley')
        out, _ = p.letter('decline', '--offer', 'valley', '--force')
        equal((re.search(r'\d', out), 'Valley' in out, 'sorry' in out.lower()), (None, False, False), out)
        p.refused('[value] discharges, [value] readmit_rate, [value] resources, [value] readmit_cut, [value] readmit_cost', 'business_case')
        p.refused('no counsel has read the contract', 'counsel_ask', '--offer', 'mercy')
        p.refused('there is no [offer:mersy]', 'light', '--offer', 'mersy')
        p.refused("did you mean 'light'?", 'lihgt')
        p.refused('it is about one offer: offer=ID', 'light')


@case
def as_json():
    with Place() as p:
        status, out, err = p.ctl('--json', 'letter', 'light', '--offer', 'mercy', '--today', '2026-11-22', '--stateless')
        equal(status, 0, err)
        letter = json.loads(out)
        equal(sorted(letter), ['kind', 'notes', 'offer', 'subject', 'text'], 'members')
        equal((letter['kind'], letter['offer'], letter['subject']), ('light', 'mercy', 'Your offer'), out)
        equal('Subject' in letter['text'], False, out)
        equal(letter['notes'][-1], 'Sent? pgyctl log offer mercy asked', out)
        status, out, _ = p.ctl('--json', 'letter', 'lihgt', '--stateless')
        equal((status, json.loads(out)['nearest']), (1, 'light'), out)


@case
def kinds_are_listed():
    with Place() as p:
        status, out, err = p.ctl('letter')
        equal((status, out, 'usage: pgyctl letter KIND' in err, ' warm_text ' in err), (2, '', True, True), err)
        kinds = [row['kind'] for row in json.loads(p.ctl('--json', 'letter')[1])['letters']]
        equal((len(kinds), kinds[0], kinds[-1]), (22, 'base_gap', 'wrvu_threshold'), kinds)
        status, out, err = p.ctl('report', 'letters', '--today', '2026-11-22', '--stateless', '--format', 'json')
        equal(status, 0, err)
        rows = json.loads(out)['blocks'][-1]['rows']
        equal([row['cells'][0] for row in rows], kinds, 'the report lists the same')


@case
def lint_has_nothing_against_them():
    """Said whom they go to and of what kind, said whom, and not said."""
    with Place() as p:
        for args in (('extension', '--offer', 'mercy'), ('light', '--offer', 'mercy'), ('full', '--offer', 'mercy'), ('noncompete', '--offer', 'mercy'),
                     ('warm_text', '--contact', 'alvarez'), ('explore', '--offer', 'mercy')):
            out, _ = p.letter(*args)
            for more in (args[1:] + ('--kind', args[0]), args[1:], ()):
                status, found, err = p.ctl('lint', '-', *more, '--today', '2026-11-22', '--stateless', stdin=out)
                equal((status, err), (0, ''), f'{args}, {more}: {found}{err}')


@case
def lint_knows_whom_it_goes_to():
    """Two offers in writing: one other. Valley's answer is due on the 28th; on the 29th it is no offer that one holds. Its name is its own."""
    def lint(place, text, *more, today='2026-11-22'):
        status, out, err = place.ctl('--json', 'lint', '-', *more, '--today', today, '--stateless', stdin=text)
        equal(err, '', f'{text} {more}')
        return status, [(f['set'], f['found']) for f in json.loads(out)['findings'] if f['level'] == 'error']
    with Place() as p:
        equal(lint(p, 'I hold another offer.', '--offer', 'mercy'), (0, []), 'one other')
        equal(lint(p, 'I hold another offer.', '--offer', 'mercy', today='2026-11-29'), (1, [('phantom', 'another offer')]), 'which ran out')
        equal(lint(p, 'I have three other offers.', '--offer', 'mercy'), (1, [('phantom', 'three other offers')]), 'one is not three')
        equal(lint(p, 'Valley Clinic has a fine team.', '--offer', 'mercy'), (1, [('phantom', 'Valley Clinic')]), 'a name')
        equal(lint(p, 'Valley Clinic has a fine team.', '--offer', 'valley'), (0, []), 'its own')
        equal(lint(p, 'Another offer is there.', '--offer', 'mercy', '--kind', 'benchmark_ask'), (1, [('phantom', 'Another offer')]), 'a silent letter')
        equal(lint(p, 'I am sorry.', '--offer', 'valley', '--kind', 'decline'), (1, [('apology', 'sorry')]), 'a decline')
        equal(lint(p, 'I am sorry.', '--offer', 'valley'), (0, []), 'no decline')
        status, out, err = p.ctl('lint', '-', '--offer', 'mersy', '--stateless', stdin='Hello.')
        equal((status, out, 'there is no [offer:mersy]' in err), (1, '', True), err)
        status, out, err = p.ctl('lint', '-', '--kind', 'lihgt', '--stateless', stdin='Hello.')
        equal((status, out, 'did you mean light?' in err), (1, '', True), err)


if __name__ == '__main__':
    pgytest.run(__file__)
