#!/usr/bin/python3
# SPDX-License-Identifier: BSD-2-Clause
"""People: logging moves the next day at once, address books become contacts, phrases are checked, thousands are planned in time."""

import json
import os
import subprocess

import pgytest
from moment import day
from pgytest import case, equal, program, remove, scratch
from pgydaemon import Daemon


def answer(d, *args, status=0):
    got, out, err = d.ctl('--json', *args)
    equal(got, status, f'{args}: {err}')
    return json.loads(out)


def ctl(file, *args, stdin=''):
    env = {**os.environ, 'HOME': os.path.dirname(file)}
    done = subprocess.run([program('src/ctl/pgyctl'), '-c', file, *args], capture_output=True, text=True, timeout=60, input=stdin, env=env)
    return done.returncode, done.stdout, done.stderr


PEOPLE = f"""[notify:log]
type = log

[contact:alvarez]
name = Dr. Alvarez
cadence = 30d
last = {day(-20)}

[prospect:mercy]
name = Mercy General
"""


def scene():
    d = Daemon(PEOPLE)
    with open(d.file, encoding='utf-8') as f:
        body = f.read()
    with open(d.file, 'w', encoding='utf-8') as f:
        f.write(body.replace('plugins = milestones, offers', 'plugins = networking'))
    return d.start()


@case
def logging_moves_the_next_day_at_once_and_undo_moves_it_back():
    d = scene()
    try:
        def days():
            items = answer(d, 'agenda', '--days', '90')['items']
            return {i['id'].split('/')[1]: i['start'] for i in items if '/contact-' in i['id']}
        equal(days(), {'contact-alvarez@1': day(10), 'contact-alvarez@2': day(40)}, 'before')
        got = answer(d, 'log', 'contact', 'alvarez', '--on', day(-5))
        equal((got['kind'], got['subject'], got['on']), ('contact', 'alvarez', day(-5)), 'log')
        equal(days(), {'contact-alvarez@2': day(25), 'contact-alvarez@3': day(55)}, 'after')
        url = answer(d, 'url', 'add', 'people', '--feed', 'networking')['url']['url']
        start = f"DTSTART;VALUE=DATE:{day(25).replace('-', '')}"
        equal((start in d.feed(url=url), start in d.feed()), (True, False), 'its own feed follows, people are not in the one of dates')
        answer(d, 'journal', 'undo', str(got['number']))
        equal(days(), {'contact-alvarez@1': day(10), 'contact-alvarez@2': day(40)}, 'undone')
    finally:
        d.close()


@case
def dismissing_a_contact_moves_the_next_day_once_and_counts_as_no_contact():
    d = scene()
    try:
        def days():
            items = answer(d, 'agenda', '--days', '90')['items']
            return {i['id'].split('/')[1]: i['start'] for i in items if '/contact-' in i['id']}
        answer(d, 'dismiss', 'networking/contact-alvarez@1')
        equal(days(), {'contact-alvarez@2': day(30), 'contact-alvarez@3': day(60)}, 'a cadence from that day')
        said = answer(d, 'report', 'network')
        equal('"1", "' + day(-20) in json.dumps(said), True, 'in touch once, and when')
        answer(d, 'undone', 'networking/contact-alvarez@1')
        equal(days(), {'contact-alvarez@1': day(10), 'contact-alvarez@2': day(40)}, 'undone')
    finally:
        d.close()


@case
def what_can_be_logged_and_what_not():
    d = scene()
    try:
        for words in (['habit', 'coffee'], ['hours', 'clinical=62', 'networking=3'], ['intel', 'mercy', 'growing=yes'], ['intel', 'meeting'],
                      ['prospect', 'mercy', 'visit']):
            equal(answer(d, 'log', *words)['kind'], words[0], words)
        entries = answer(d, 'journal')['entries']
        for words, nearest in ((['contact', 'alvares'], 'alvarez'), (['habit', 'cofee'], 'coffee'), (['intel', 'mercey', 'growing=yes'], 'mercy'),
                               (['intel', 'meting'], 'meeting'), (['habbit', 'coffee'], 'habit')):
            equal(answer(d, 'log', *words, status=1)['nearest'], nearest, words)
        equal(d.ctl('log', 'contact', 'alvarez', '--on', day(1))[0], 1, 'tomorrow')
        equal(d.ctl('log', 'hours', 'nights=3')[0], 1, 'no such key')
        for words, right in ((['hours', 'clinical=abc'], 'write a number from 0 to 672'), (['hours', 'clinical=62', 'networking=-3'], 'from 0 to 672'),
                             (['hours', 'clinical=673'], 'from 0 to 672'), (['hours', 'clinical=1', 'clinical=2'], 'given twice'),
                             (['intel', 'mercy', 'growing=maybe'], 'one of yes/no/unknown'), (['hours', 'nights=3'], 'clinical|events|networking|education'),
                             (['hours'], 'alone says nothing'), (['habit', 'coffee', 'note=a\nb'], 'in one line'), (['prospect', 'mercy'], 'needs an event'),
                             (['prospect', 'mercy', 'vist'], "did you mean 'visit'"), (['contact', 'alvarez', 'okafor'], 'pgyctl log contact ID KEY=VALUE')):
            equal(right in d.ctl('log', *words)[2], True, words)
        equal(answer(d, 'journal')['entries'], entries, 'nothing of it was written')
        equal([s['subject'] for s in answer(d, 'subjects', 'contact')['subjects']], ['alvarez'], 'what completion offers')
        equal([s['subject'] for s in answer(d, 'subjects', 'intel')['subjects']], ['activity', 'meeting', 'contract', 'cold', 'mercy'], 'intel')
    finally:
        d.close()


BASE = """[person]
timezone = America/New_York

[training]
specialty = internal_medicine
start = 2024-07-01

# people
[contact:park]
name = Robin Park
"""

BOOK = """BEGIN:VCARD\r
VERSION:4.0\r
FN:Dr. María Álvarez\r
TITLE:Program Director\r
EMAIL:m@example.org\r
END:VCARD\r
BEGIN:VCARD\r
VERSION:3.0\r
N:Park;Robin;;;\r
END:VCARD\r
BEGIN:VCARD\r
VERSION:3.0\r
FN:Maria Alvarez\r
EMAIL:other@example.org\r
END:VCARD\r
"""


@case
def an_address_book_becomes_contacts_once():
    folder = scratch()
    try:
        file, book = os.path.join(folder, 'pgyd.ini'), os.path.join(folder, 'book.vcf')
        with open(file, 'w', encoding='utf-8') as f:
            f.write(BASE)
        with open(book, 'w', encoding='utf-8', newline='') as f:
            f.write(BOOK)
        code, out, err = ctl(file, '--json', 'contact', 'import', book, '--dry-run')
        equal((code, err, open(file, encoding='utf-8').read()), (0, '', BASE), 'dry run')
        code, out, err = ctl(file, '--json', 'contact', 'import', book)
        got = json.loads(out)
        equal([(a['id'], a['name'], a['kind']) for a in got['added']],
              [('maria-alvarez', 'Dr. María Álvarez', 'director'), ('maria-alvarez-2', 'Maria Alvarez', None)], 'added')
        equal((got['already'], got['changed']), (1, True), 'Robin Park is there')
        text = open(file, encoding='utf-8').read()
        equal(text.startswith(BASE + '\n[contact:maria-alvarez]\nname = Dr. María Álvarez\nkind = director\n'), True, text)
        equal(json.loads(ctl(file, '--json', 'contact', 'import', book)[1])['already'], 3, 'once more')
        equal(open(file, encoding='utf-8').read(), text, 'nothing twice')
        equal(ctl(file, 'check')[0], 0, 'it checks')
        with open(book, 'a', encoding='utf-8') as f:
            f.write('BEGIN:VCARD\nVERSION:3.0\nFN:New One\nrubbish\n')
        code, out, err = ctl(file, 'contact', 'import', book)
        equal((code, 'book.vcf:19: ' in err, 'nothing was changed' in err), (1, True, True), err)
        equal(open(file, encoding='utf-8').read(), text, 'nothing half-written')
    finally:
        remove(folder)


@case
def phrases_are_told_with_line_and_column():
    folder = scratch()
    try:
        file = os.path.join(folder, 'letter')
        with open(file, 'w', encoding='utf-8') as f:
            f.write('Dear team,\nare you hiring?\n')
        code, out, _ = ctl(file, '--json', 'lint', file)
        errors = [(f['line'], f['column'], f['set'], f['ref']) for f in json.loads(out)['findings'] if f['level'] == 'error']
        equal((code, errors), (1, [(2, 1, 'hiring?', 'S2-27')]), 'an error')
        code, out, _ = ctl(file, 'lint', '-', stdin='What do you look for in somebody who shortens your waiting list?\n')
        equal((code, [line.split(': ')[1] for line in out.splitlines()]), (0, ['credit', 'nothing to say against it']), 'fine')
        equal(ctl(file, 'lint', os.path.join(folder, 'none'))[0], 1, 'no such file')
        equal(ctl(file, 'lint')[0], 2, 'no file')
        # The file is a letter, no configuration: the words are looked through all the same, what is so is not.
        code, out, err = ctl(file, '--json', 'lint', '-', stdin='I hold another offer for $400,000, or else.\n')
        said = json.loads(out)
        equal((code, said['offers_checked'], [f['set'] for f in said['findings'] if f['level'] == 'error']), (1, False, ['ultimatum']), err)
        equal(err.count('is not checked: the configuration cannot be used'), 1, err)
    finally:
        remove(folder)


@case
def an_offer_that_is_nowhere_written_is_stopped():
    folder = scratch()
    try:
        file = os.path.join(folder, 'pgyd.ini')
        letter = os.path.join(folder, 'letter')
        with open(letter, 'w', encoding='utf-8') as f:
            f.write('Another offer pays $340,000, and the backlog is shorter.\n')

        def said(written):
            with open(file, 'w', encoding='utf-8') as f:
                f.write('[daemon]\nplugins = milestones, offers\n[person]\ntimezone = UTC\n'
                        '[offer:mercy]\nemployer = Mercy General\nwritten = yes\nreceived = 2026-11-16\nbase = 300000\n'
                        f'[offer:valley]\nemployer = Valley Clinic\nwritten = {written}\nreceived = 2026-11-16\nbase = 340000\n')
            code, out, _ = ctl(file, '--json', 'lint', letter)
            got = json.loads(out)
            return code, got['offers_checked'], [(f['column'], f['found']) for f in got['findings'] if f['set'] == 'phantom']
        equal(said('yes'), (0, True, []), 'two written ones')
        equal(said('no'), (1, True, [(1, 'Another offer'), (20, '$340,000')]), 'one of them is only talk')
        os.remove(file)
        code, out, err = ctl(file, '--json', 'lint', letter)
        equal((code, json.loads(out)['offers_checked'], 'there is no configuration' in err), (0, False, True), 'without a configuration')
    finally:
        remove(folder)


@case
def five_thousand_contacts_are_planned_within_the_default_deadline():
    folder = scratch()
    try:
        file = os.path.join(folder, 'pgyd.ini')
        with open(file, 'w', encoding='utf-8') as f:
            f.write('[person]\ntimezone = America/New_York\n[training]\nspecialty = internal_medicine\nstart = 2024-07-01\n')
            f.write('[networking]\nper_week = 500\n[daemon]\nplugins = networking\n')
            for i in range(5000):
                f.write(f'[contact:c{i}]\nname = Person {i}\nkind = grad\nlast = 2026-{i % 10 + 1:02}-{i % 28 + 1:02}\n')
        code, out, err = ctl(file, '--json', 'plan', '--today', '2026-11-22', '--stateless')
        equal(code, 0, err)
        ids = [i['id'] for i in json.loads(out)['items']]
        # On a first run the open one of each; the next too where it still lies ahead.
        equal(len({i.split('@')[0] for i in ids if '/contact-c' in i}), 5000, 'people')
        equal(len(set(ids)), len(ids), 'ids that are there once')
    finally:
        remove(folder)


pgytest.run(__file__)
