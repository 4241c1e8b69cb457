#!/usr/bin/python3
# SPDX-License-Identifier: BSD-2-Clause
"""Packs through pgyctl and its workers: [packs] path, mistakes with their places, ten thousand milestones, the report chain."""

import json
import os
import subprocess

import pgytest
from pgytest import case, equal, program, remove, scratch

PERSON = '[person]\ntimezone = America/New_York\n[daemon]\nplugins = milestones\n[training]\nspecialty = internal_medicine\nstart = 2024-07-01\n'
HEAD = '[pack]\nname = Mine\nsource = the page of the board\nchecked_on = 2026-11-01\nvalid_until = 2027-12-31\nconfidence = confirmed\n'
TODAY = ('--stateless', '--today', '2026-11-22')


class Place:
    """A folder with pgyd.ini and packs."""

    def __init__(self, more=''):
        self.folder = scratch()
        self.write('pgyd.ini', PERSON + more)

    def write(self, name, text):
        path = os.path.join(self.folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, 'w', encoding='utf-8') as f:
            f.write(text)

    def ctl(self, *args):
        env = {k: v for k, v in os.environ.items() if not k.startswith('XDG_')}
        env.update(HOME=self.folder, XDG_STATE_HOME=os.path.join(self.folder, 'state'))
        command = [program('src/ctl/pgyctl'), '-c', os.path.join(self.folder, 'pgyd.ini'), *args]
        done = subprocess.run(command, capture_output=True, text=True, timeout=120, env=env)
        return done.returncode, done.stdout, done.stderr

    def items(self):
        status, out, err = self.ctl('--json', 'plan', *TODAY)
        equal(status, 0, f'plan: {err}')
        return {item['id'].removeprefix('milestones/'): item for item in json.loads(out)['items']}

    def __enter__(self):
        return self

    def __exit__(self, *why):
        remove(self.folder)


@case
def a_folder_and_a_file_of_packs_are_planned():
    with Place('[packs]\npath = mine, one.ini\n') as p:
        p.write('mine/a.ini', HEAD + '[milestone:poster]\ntitle = Poster\nwhen = nth(1, wed, dec, year(G)) + 2bd\n')
        p.write('one.ini', HEAD + '[milestone:talk]\ntitle = Talk\nwhen = G - 1mo\nuntil = G\n')
        items = p.items()
        # Wednesday 2027-12-01 and two business days on.
        equal(items['poster']['start'], '2027-12-03', 'poster')
        equal((items['talk']['start'], items['talk']['end']), ('2027-05-30', '2027-06-30'), 'talk')
        equal(items['poster']['source'], 'the page of the board', 'source')
        # The shipped ones are there too.
        equal(items['abim-registration']['confidence'], 'pattern', 'abim')


@case
def a_pack_of_the_same_name_stands_in_for_the_shipped_one():
    with Place('[packs]\npath = mine\n') as p:
        p.write('mine/boards.ini', HEAD + '[milestone:abim-exam]\ntitle = My own day\nwhen = 2027-08-17\n')
        items = p.items()
        equal(items['abim-exam']['start'], '2027-08-17', 'exam')
        equal('abim-registration' in items, False, 'the rest of the shipped pack')
        equal('license-apply' in items, True, 'other packs')


@case
def mistakes_have_their_place_and_the_rest_is_planned():
    with Place('[packs]\npath = bad.ini\n') as p:
        p.write('bad.ini', HEAD + '[milestone:a]\ntitle = A\nwhen = G\n[milestone:b]\ntitle = B\nwhen = GG - 6mo\n[milestone:c]\ntitle = C\nafter = d\n'
                                  '[milestone:d]\ntitle = D\nafter = c\n')
        status, out, err = p.ctl('check')
        equal(status, 0, f'warnings never change the exit code: {out} {err}')
        for part in ('packs/bad.ini:12:8: unknown name GG: did you mean G?', 'a circle: '):
            if part not in out + err:
                raise AssertionError(f'{part!r} is missing in {out}{err}')
        items = p.items()
        equal(('a' in items, 'b' in items, 'c' in items), (True, False, False), 'planned')


@case
def a_pack_that_is_not_there_is_said_where_it_is_named():
    with Place('[packs]\npath = nowhere\n') as p:
        status, out, err = p.ctl('check')
        equal(status, 0, 'check')
        if 'pgyd.ini:9: packs.path: ' not in out + err or 'nowhere cannot be read: No such file' not in out + err:
            raise AssertionError(out + err)


@case
def own_milestones_take_the_grammar_and_their_mistakes_are_errors():
    with Place('[milestone:course]\ntitle = Course\nwhen = S - 10bd\nif = specialty = internal_medicine and not visa\n') as p:
        # S is Monday 2027-08-02.
        equal(p.items()['course']['start'], '2027-07-19', 'course')
        p.write('pgyd.ini', PERSON + '[milestone:course]\ntitle = Course\nwhen = S - 10\n')
        status, out, err = p.ctl('check')
        equal(status, 1, 'check')
        if 'pgyd.ini:10: milestone:course.when: column 7: a unit is missing' not in out + err:
            raise AssertionError(out + err)


@case
def ten_thousand_milestones_within_the_default_deadline():
    with Place('[packs]\npath = many.ini\n') as p:
        p.write('many.ini', HEAD + ''.join(
            f'[milestone:many-{i}]\ntitle = Number {i} of many\nwhen = nth({i % 4 + 1}, wed, dec, year(G) - {i % 3}) + {i % 200}d\n'
            'detail = What is to be done, in a sentence of the usual length.\n'
            'if = specialty in (internal_medicine, pediatrics) and (track = short or years > 3)\nremind = 30d, 7d\n' for i in range(10000)))
        items = p.items()
        equal(sum(name.startswith('many-') for name in items), 10000, 'milestones')
        # 9,999: the fourth Wednesday of December 2027 is the 22nd; 199 days on is the 190th day of 2028, July 8.
        equal(items['many-9999']['start'], '2028-07-08', 'one of them')


@case
def chain_is_a_report():
    with Place('[visa]\ntype = j1\n') as p:
        status, out, err = p.ctl('report', 'chain', '--today', '2026-11-22')
        equal(status, 0, err)
        for part in ('J-1 waiver to first day of work', '2026-12-08', 'fits with 16 days to spare', 'your immigration lawyer'):
            if part not in out:
                raise AssertionError(f'{part!r} is missing in {out}')


@case
def of_a_chain_the_next_step_rings():
    """S = 2027-08-02: the license is safe on 2027-01-04 and costly: 7, 3 and 0 days before, at 8 in New York. Nothing rings for what comes after it."""
    with Place('[packs]\nuse = license\n') as p:
        items = p.items()
        days = [at[:10] for at in items['practice-license']['remind']]
        equal(days, ['2026-12-28', '2027-01-01', '2027-01-04'], 'the license')
        for step in ('practice-privileging', 'practice-payer', 'practice-dea'):
            equal(items[step]['remind'], [], step)


pgytest.run(__file__)
