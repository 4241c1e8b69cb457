#!/usr/bin/python3
# SPDX-License-Identifier: BSD-2-Clause
"""The plugin author's way: plugin new, the compiler, plugin test; and what plugin test says of plugins that are bad on purpose."""

import json
import os
import shlex
import shutil
import subprocess

import pgytest
from pgytest import Skip, case, equal, program, remove, scratch

HEADER = '#include <pgyd/plugin.h>\n'
# A plan of one item, NAME/one on 2027-07-01; what differs from case to case is put before the emit.
SOURCE = HEADER + r"""
#include <stdio.h>
#include <time.h>

static int plan(const struct pgyd_host *h)
{
    static char title[64] = "One";
    struct pgyd_item item = {.size = sizeof item, .kind = PGYD_MILESTONE, .slug = "one", .title = title, .start = 20999,
                             .end = PGYD_NO_DAY, .start_minute = -1, .end_minute = -1};
    %s
    return h->emit(h->ctx, &item);
}

PGYD_PLUGIN(NAME)
    PGYD_PLUGIN_HEAD(NAME), .version = "1", .summary = "for a test", .plan = plan, %s
PGYD_PLUGIN_END
"""
# A plugin with a report too: before SOURCE, and among its members.
REPORT = HEADER + r"""
static int report(const struct pgyd_host *h, const char *name)
{
    (void)name;
    %s
}
"""
SHEET = '.nreports = 1, .reports = (const struct pgyd_report[]){{.size = sizeof(struct pgyd_report), .name = "sheet", .help = "A sheet."}},'
TODAY = '2026-11-22'


class Desk:
    """An author's folder, with a home without a configuration."""

    def __init__(self):
        self.folder = scratch()

    def ctl(self, *args, cwd=None):
        env = {k: v for k, v in os.environ.items() if not k.startswith('XDG_')}
        env['HOME'] = self.folder
        done = subprocess.run([program('src/ctl/pgyctl'), *args], capture_output=True, text=True, timeout=60, cwd=cwd or self.folder, env=env)
        return done.returncode, done.stdout, done.stderr

    def write(self, name, text):
        path = os.path.join(self.folder, name)
        with open(path, 'w', encoding='utf-8') as f:
            f.write(text)
        return path

    def compile(self, command, cwd):
        if not shutil.which('cc'):
            raise Skip('there is no cc')
        done = subprocess.run([*shlex.split(command), '-Wall', '-Wextra', '-Werror'], capture_output=True, text=True, timeout=60, cwd=cwd, check=False)
        equal((done.returncode, done.stderr), (0, ''), command)

    def make(self, name, statement='', members='', before=''):
        """Compiles a plugin of its own and tries it: exit code, answer."""
        self.write(name + '.c', (before + SOURCE % (statement, members)).replace('NAME', name))
        include = os.path.realpath(os.path.join(pgytest.build_dir(), 'etc', '..', 'src', 'include'))
        self.compile(f'cc -shared -fPIC -fvisibility=hidden -I{include} -o {name}.so {name}.c', self.folder)
        return self.test(f'{name}.so', '--today', TODAY)

    def test(self, *args):
        status, out, err = self.ctl('--json', 'plugin', 'test', *args)
        if not out:
            raise AssertionError(f'no answer, exit {status}: {err}')
        return status, json.loads(out)

    def __enter__(self):
        return self

    def __exit__(self, *why):
        remove(self.folder)


def bad(name):
    """A plugin of tests/plugins."""
    path = os.path.join(pgytest.build_dir(), 'tests', 'plugins', '.libs', name + '.so')
    if not os.path.exists(path):
        raise Skip(f'{path} is not built')
    return path


def wrong(answer):
    """What went wrong, 'step: sentence'."""
    return [f'{s["step"]}: {s["says"]}' for s in answer['steps'] if not s['ok']]


def holds(texts, *parts):
    equal(len(texts), 1, f'steps that went wrong: {texts}')
    for part in parts:
        if part not in texts[0]:
            raise AssertionError(f'{part!r} is not in {texts[0]!r}')


@case
def new_compiles_and_passes():
    with Desk() as d:
        status, out, err = d.ctl('--json', 'plugin', 'new', 'hello')
        equal((status, err), (0, ''), 'plugin new')
        answer = json.loads(out)
        folder = os.path.join(d.folder, 'hello')
        equal(sorted(os.listdir(folder)), ['README', 'hello.c', 'hello.ini'], 'files')
        d.compile(answer['build'], folder)
        with open(os.path.join(folder, 'README'), encoding='utf-8') as f:
            text = f.read()
        equal((answer['build'] in text, answer['test'] in text), (True, True), 'commands in README')
        words = shlex.split(answer['test'])
        equal(words[0], 'pgyctl', 'command')
        status, out, err = d.ctl(*words[1:], '--today', TODAY, cwd=folder)
        equal((status, err), (0, ''), f'plugin test: {out}')
        for line in ('2027-07-01 milestone hello/day The day of hello', 'plan: 1 item on 2026-11-22', 'hello: passed'):
            equal(line in out, True, f'{line!r} in {out}')
        equal('WRONG' in out, False, out)
        with open(os.path.join(d.folder, 'use.ini'), 'w', encoding='utf-8') as f:
            f.write(f'[daemon]\nplugins = hello\nplugin_path = {folder}\n')
        shown = json.loads(d.ctl('--json', '-c', os.path.join(d.folder, 'use.ini'), 'plugin', 'show', 'hello')[1])
        equal((shown['label'], shown['color'], shown['api']), ('Hello', '#4682B4', {'major': 0, 'minor': 2}), 'its look')
        words = {x['kind']: x['words'] for x in shown['discreet']}
        equal((words['milestone'], words['window']), ('a day of yours is', 'a reminder is due'), 'its words')


@case
def new_refuses_what_is_there_and_what_cannot_be():
    with Desk() as d:
        equal(d.ctl('plugin', 'new', 'mine')[0], 0, 'first')
        before = sorted(os.listdir(os.path.join(d.folder, 'mine')))
        os.unlink(os.path.join(d.folder, 'mine', 'README'))
        status, _, err = d.ctl('plugin', 'new', 'mine')
        equal((status, 'mine is there already' in err), (1, True), err)
        equal(sorted(os.listdir(os.path.join(d.folder, 'mine'))), [n for n in before if n != 'README'], 'left as it is')
        for name, why in (('offers', 'there is a plugin'), ('person', 'belongs to pgyd'), ('../x', 'a-z'), ('9x', 'a-z'), ('X', 'a-z'),
                          ('a' * 25, 'at most 24'), ('', 'a-z')):
            status, _, err = d.ctl('plugin', 'new', name)
            equal((status, why in err), (1, True), f'{name!r}: {err}')
        equal(d.ctl('plugin', 'new', 'a' * 24)[0], 0, '24 characters')
        equal(sorted(os.listdir(d.folder)), ['a' * 24, 'mine'], 'folders')


@case
def each_way_to_be_bad_has_its_sentence():
    cases = [
        ('crash', 'plan: ', 'Segmentation fault' if not pgytest.sanitized() else 'crash'), ('lies', 'plan: ', 'sent 0 answers and says they are 7'),
        ('exit0', 'plan: ', 'ended without finishing its answer'), ('flood', 'plan: ', 'sent more than 100000 answers'),
        ('slug', 'plan: ', 'its slug is not'), ('utf8', 'plan: ', 'its title is not one line'), ('says', 'plan: ', 'offer mercy has no?date'),
        ('silent', 'plan: ', 'failed without saying why'), ('noplan', 'describe: ', 'has no plan function'),
        ('nosymbol', 'describe: ', 'PGYD_PLUGIN()'), ('major', 'describe: ', '7.3'), ('misnamed', 'describe: ', "calls itself 'another'"),
    ]
    with Desk() as d:
        for name, step, part in cases:
            path = bad(name)
            status, answer = d.test(path)
            equal((status, answer['ok'], answer['items']), (1, False, []), name)
            holds(wrong(answer), step, part, path)
        looks = [('label', '.label = "two\\nlines"', 'a label that is not one line of 1 to 40 bytes'),
                 ('color', '.color = "orange"', 'a color that is not # and six hexadecimal digits'),
                 ('words', '.discreet = (const struct pgyd_discreet[]){{sizeof(struct pgyd_discreet), 9, 0, "w"}}, .ndiscreet = 1', 'a kind of items')]
        for name, members, part in looks:
            status, answer = d.make(name, members=members + ',')
            equal((status, answer['ok']), (1, False), name)
            holds(wrong(answer), 'describe: ', part)


@case
def a_plugin_that_hangs_is_stopped():
    with Desk() as d:
        ini = d.write('mine.ini', '[daemon]\npass_deadline = 1s\n[person]\nid = me\ntimezone = America/New_York\n')
        status, answer = d.test(bad('hang'), '--config', ini)
        equal(status, 1, 'exit')
        holds(wrong(answer), 'plan: ', 'did not finish within 1.0 s')


@case
def a_plan_that_knows_today_is_found():
    with Desk() as d:
        status, answer = d.make('honest')
        equal((status, wrong(answer), [i['id'] for i in answer['items']]), (0, [], ['honest/one']), 'honest')
        counts = 'snprintf(title, sizeof title, "In %d days", item.start - h->today);'
        status, answer = d.make('counts', counts)
        equal(status, 1, 'title')
        # 20999 is 2027-06-30; 2026-11-22 is 20779.
        holds(wrong(answer), 'the day after: ', "counts/one is called 'In 220 days' in one and 'In 219 days' in the other", 'must not depend on today')
        status, answer = d.make('moves', 'item.start = h->today + 7;')
        holds(wrong(answer), 'the day after: ', 'moves/one is on different days')
        status, answer = d.make('details', 'item.detail = h->today % 2 ? "odd" : "even";')
        holds(wrong(answer), 'the day after: ', 'details/one differs in its details')
        # One that is there from a day on, and is no period: in the second plan only.
        status, answer = d.make('appears', 'if (h->today == 20779) return 0;')
        holds(wrong(answer), 'the day after: ', 'appears/one is in one of them only')
        equal(status, 1, 'appears')
        # A period may end; the item that stays must be the same.
        status, answer = d.make('period', 'char p[16]; snprintf(p, sizeof p, "%d", h->today); item.occurrence = p;')
        equal((status, wrong(answer)), (0, []), 'period')


@case
def a_plan_that_reads_a_clock_is_found():
    with Desk() as d:
        clock = 'struct timespec t; clock_gettime(CLOCK_MONOTONIC, &t); snprintf(title, sizeof title, "%ld %ld", (long)t.tv_sec, t.tv_nsec);'
        status, answer = d.make('clock', clock)
        texts = wrong(answer)
        equal((status, len(texts)), (1, 2), str(texts))
        equal(texts[0].startswith('same day again: the plans differ: clock/one is called'), True, texts[0])


@case
def checks_configurations_and_reports_are_tried():
    with Desk() as d:
        # good.so shows what it was told in an item of today: that alone is wrong with it.
        status, answer = d.test(bad('good'), '--today', TODAY)
        equal(status, 1, 'good')
        holds(wrong(answer), 'the day after: ', 'good/inputs is on different days')
        said = {s['step']: s['says'] for s in answer['steps']}
        equal(said['check'], '1 problem, shown below', 'check')
        equal([(p['severity'], p['section'], p['key']) for p in answer['problems']], [('warning', 'good', 'note')], 'problems')
        equal(said['report everything'], '9 parts', 'report')
        # Its check refuses this note; a key that nobody knows is a mistake before anything is asked.
        ini = d.write('wrong.ini', '[person]\nid = me\ntimezone = UTC\n[good]\nnote = wrong\n')
        status, answer = d.test(bad('good'), '--config', ini)
        equal((status, [p['line'] for p in answer['problems'] if p['severity'] == 'error']), (1, [5]), 'check')
        ini = d.write('unknown.ini', '[person]\nid = me\ntimezone = UTC\n[good]\nnotes = wrong\n')
        status, answer = d.test(bad('good'), '--config', ini)
        equal(status, 1, 'unknown key')
        holds(wrong(answer), 'configuration: ', 'has errors')
        ini = d.write('nobody.ini', '[daemon]\nprofiles = profiles.d/*.ini\n')
        holds(wrong(d.test(bad('good'), '--config', ini)[1]), 'configuration: ', 'it needs a section [person]')
        # A report that is declared, and that nobody writes.
        status, answer = d.make('paper', '', SHEET)
        equal(status, 1, 'exit')
        holds(wrong(answer), 'report sheet: ', 'no report function')


@case
def a_report_may_refuse_if_it_says_why():
    with Desk() as d:
        status, answer = d.make('later', '', '.report = report, ' + SHEET, REPORT % 'h->error(h->ctx, "no sheet yet"); return -1;')
        equal((status, wrong(answer)), (0, []), 'refused with a reason')
        said = {s['step']: s['says'] for s in answer['steps']}['report sheet']
        equal((said.startswith('refused, with a reason: '), 'no sheet yet' in said), (True, True), said)
        status, answer = d.make('silent', '', '.report = report, ' + SHEET, REPORT % '(void)h; return -1;')
        equal(status, 1, 'exit')
        holds(wrong(answer), 'report sheet: ', 'failed without saying why')


@case
def files_that_are_no_plugins_are_refused():
    with Desk() as d:
        d.write('text.so', 'no program\n')
        status, answer = d.test('text.so')
        equal(status, 1, 'text')
        holds(wrong(answer), 'describe: ', 'cannot be opened')
        for args, code, part in ((['absent.so'], 1, 'cannot be found'), (['text.c'], 1, 'is not called NAME.so'), (['.so'], 1, 'is not called NAME.so'),
                                 (['text.so', '--today', 'soon'], 2, 'is not a date'), (['text.so', '--config', 'absent.ini'], 1, 'cannot be read'),
                                 ([], 2, 'something is missing')):
            status, _, err = d.ctl('plugin', 'test', *args)
            equal((status, part in err), (code, True), f'{args}: {err}')


@case
def the_plugins_of_pgyd_pass():
    with Desk() as d:
        equal(d.ctl('init', '--demo', 'demo.ini')[0], 0, 'demo')
        for name in ('milestones', 'networking', 'offers'):
            path = os.path.join(pgytest.build_dir(), 'plugins', name, '.libs', name + '.so')
            for args in ([], ['--config', 'demo.ini']):
                status, answer = d.test(path, *args)
                equal((status, wrong(answer)), (0, []), f'{name} {args}')
                equal(len(answer['items']) > 0, True, f'{name} {args}: items')


@case
def a_failure_of_check_and_plan_is_said_once():
    """`pgyctl check` and `pgyd -t` ask every plugin twice; the same sentence twice helps nobody."""
    with Desk() as d:
        plugins = os.path.join(d.folder, 'plugins')
        os.mkdir(plugins)
        d.write('same.c', (SOURCE % ('h->error(h->ctx, "no way"); return -1;', '.check = plan,')).replace('NAME', 'same'))
        include = os.path.realpath(os.path.join(pgytest.build_dir(), 'etc', '..', 'src', 'include'))
        d.compile(f'cc -shared -fPIC -fvisibility=hidden -I{include} -o plugins/same.so same.c', d.folder)
        ini = d.write('pgyd.ini', f'[daemon]\nplugins = same\nplugin_path = {plugins}\n[person]\nid = me\ntimezone = UTC\n')
        for command in ([program('src/ctl/pgyctl'), '-c', ini, 'check'], [program('src/parent/pgyd'), '-c', ini, '-t']):
            done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
            equal((done.returncode, done.stderr.count('no way'), 'error: ' in done.stderr), (1, 1, True), f'{command}: {done.stderr}')
            equal('1 errors, 0 warnings' in done.stderr, True, done.stderr)


pgytest.run(__file__)
