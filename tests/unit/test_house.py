#!/usr/bin/python3
# SPDX-License-Identifier: BSD-2-Clause
"""contrib/build-aux/house on a small tree: it passes, and with one violation planted at a time it fails in that case and names the place."""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

SOURCE = pathlib.Path(os.environ.get('top_srcdir', '.')).resolve()
HOUSE = SOURCE / 'contrib/build-aux/house'
RESULTS = os.environ.get('PGY_RESULTS')
SPDX = '/* SPDX-License-Identifier: BSD-2-Clause */\n'
EXCEPTIONS = 'contrib/build-aux/house-exceptions'


def header(name, *includes, body=''):
    guard = name.upper()
    return SPDX + f'#ifndef {guard}\n#define {guard}\n\n' + ''.join(f'#include "{i}"\n' for i in includes) + ('\n' if includes else '') + body + \
        ('\n' if body else '') + '#endif\n'


def source(*includes, body='', opener='/* What lives here. */\n'):
    return SPDX + opener + ''.join(f'#include {i}\n' if i[0] == '<' else f'#include "{i}"\n' for i in includes) + ('\n' + body if body else '')


# A house in which everything is in order: every room that the cases below need.
TREE = {
    '.clang-format': re.sub('(?m)^#.*\n', '', (SOURCE / '.clang-format').read_text(encoding='utf-8')),
    'README': 'The day is worked out in src/base/civil.c, see S0-01.\n',
    'contrib/doc/architecture': '1  Processes\n\nOne is enough (architecture 1).\n',
    'tests/inventory.tsv': 'S0-01\toffers\n',
    'tests/Makefile.inc': 'TESTS += tests/unit/test_civil plugins/offers/test_offers\n',
    'tests/unit/test_civil.c': source('base/civil.h', body='int main(void)\n{\n    return pgy_civil();\n}\n'),
    'src/include/pgyd/plugin.h': header('PGYD_PLUGIN_H'),
    'src/base/civil.h': header('PGY_CIVIL_H', body='int pgy_civil(void);\n'),
    'src/base/civil.c': source('base/civil.h', body='int pgy_civil(void)\n{\n    return 0;\n}\n'),
    'src/plan/item.h': header('PGY_ITEM_H', 'base/civil.h', body='int pgy_item(void);\nint pgy_item_text(void); /* itemtext.c */\n'),
    'src/plan/item.c': source('plan/item.h', body='int pgy_item(void)\n{\n    return 0;\n}\n'),
    'src/plan/itemtext.c': source('plan/item.h', body='int pgy_item_text(void)\n{\n    return 1;\n}\n'),
    'src/report/doc.h': header('PGY_DOC_H', body='int pgy_doc(void);\n'),
    'src/report/doc.c': source('report/doc.h', body='int pgy_doc(void)\n{\n    return 0;\n}\n'),
    'src/core/loop.h': header('CORE_LOOP_H', body='int core_loop(void);\n'),
    'src/core/loop.c': source('core/loop.h', body='int core_loop(void)\n{\n    return 0;\n}\n'),
    'src/core/people/people.h': header('CORE_PEOPLE_H', body='int core_people(void);\nint core_job(void);\n'),
    'src/core/people/people.c': source('core/people/people.h', 'core/loop.h', body='int core_people(void)\n{\n    return core_loop() + core_job();\n}\n'),
    'src/core/people/job.c': source('core/people/people.h', body='int core_job(void)\n{\n    return 1;\n}\n'),
    'src/core/people/inner.h': header('CORE_INNER_H'),
    'src/core/post/post.h': header('CORE_POST_H', body='int core_post(void);\n'),
    'src/core/post/post.c': source('core/post/post.h', body='int core_post(void)\n{\n    return 0;\n}\n'),
    'src/core/main.c': source('core/people/people.h', 'core/post/post.h', body='int main(void)\n{\n    return core_people() + core_post();\n}\n'),
    'src/worker/loader.h': header('WORKER_LOADER_H'),
    'src/worker/loader.c': source('worker/loader.h', '<dlfcn.h>', body='void *worker_open(const char *file);\nvoid *worker_open(const char *file)\n{\n'
                                  '    return dlopen(file, RTLD_NOW);\n}\n'),
    'plugins/common/parts.h': header('PGC_PARTS_H'),
    'plugins/offers/offers.h': header('OFFERS_H', 'plugins/common/parts.h'),
    'plugins/offers/plugin.c': source('pgyd/plugin.h', 'plugins/offers/offers.h'),
    'plugins/offers/test_offers.c': source('plugins/offers/offers.h'),
}


def write(root, files):
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding='utf-8')


def compiled(root):
    """The objects that a build makes, where it makes them; False without a compiler."""
    compiler = shutil.which('cc') or shutil.which('gcc') or shutil.which('clang')
    if not compiler or not shutil.which('nm'):
        return False
    for path in sorted(root.glob('src/**/*.c')):
        out = root / 'build' / path.relative_to(root).parent / '.libs' / f'libx_la-{path.stem}.o'
        out.parent.mkdir(parents=True, exist_ok=True)
        subprocess.run([compiler, '-D_GNU_SOURCE', '-w', '-c', '-I', root / 'src', '-I', root / 'src/include', path, '-o', out], check=True)
    return True


def judged(root):
    """Outcome of each case, what was said, and the exit status."""
    results = root / 'build/results'
    results.mkdir(parents=True, exist_ok=True)
    (root / 'build/config.status').touch()
    done = subprocess.run([sys.executable, HOUSE, '--tree', root, '--build', root / 'build'], capture_output=True, text=True, check=False,
                          env=dict(os.environ, PGY_RESULTS=str(results)))
    lines = (results / 'house.tsv').read_text(encoding='utf-8').splitlines()
    return {name: outcome for outcome, name in (line.split('\t') for line in lines)}, done.stderr, done.returncode


CIRCLE = {f'src/base/{a}.h': header(f'PGY_{a}_H', f'base/{b}.h') for a, b in zip('abcd', 'bcda')}
CALLS = {f'src/base/{a}.{end}': text for a, b in zip('abcd', 'bcda') for end, text in (
    ('h', header(f'PGY_{a}_H', body=f'int pgy_{a}(void);\n')),
    ('c', source(f'base/{a}.h', body=f'int pgy_{b}(void);\nint pgy_{a}(void)\n{{\n    return pgy_{b}();\n}}\n')))}
MEMBERS = ''.join(f'    int m{n};\n' for n in range(19))

# What is planted -> the case that must fail, the place it must name, the files (None: none is left).
PLANTS = {
    'dlopen outside worker': ('dlopen only in worker', 'src/base/civil.c:8', {
        'src/base/civil.c': source('base/civil.h', '<dlfcn.h>', body='int pgy_civil(void)\n{\n    return dlopen("x", RTLD_NOW) != 0;\n}\n')}),
    'the time outside the clock': ('the time only in base/clock.c', 'src/base/civil.c:8', {
        'src/base/civil.c': source('base/civil.h', '<time.h>', body='int pgy_civil(void)\n{\n    return (int)time(NULL);\n}\n')}),
    'a banned call': ('no banned calls', 'src/base/civil.c:8', {
        'src/base/civil.c': source('base/civil.h', '<stdlib.h>', body='int pgy_civil(void)\n{\n    return atoi("1");\n}\n')}),
    'a note of work left': ('nothing left to do', 'src/base/civil.c:7', {
        'src/base/civil.c': source('base/civil.h', body='int pgy_civil(void)\n{\n    /' + '* TO' + 'DO *' + '/\n    return 0;\n}\n')}),
    'an upward include': ('layers: includes', 'src/base/civil.c:3', {'src/base/civil.c': source('plan/item.h', body='int pgy_civil(void)\n{\n    return 0;\n}\n'),
                                                                   'src/plan/item.h': header('PGY_ITEM_H', body='int pgy_item(void);\nint pgy_item_text(void); /* itemtext.c */\n')}),
    'an upward call': ('layers: calls', 'src/base/civil.c:5', {
        'src/base/civil.c': source('base/civil.h', body='int pgy_item_text(void);\nint pgy_civil(void)\n{\n    return pgy_item_text();\n}\n')}),
    'a room nobody placed': ('layers: includes', 'src/attic/trunk.c:3', {
        'src/attic/trunk.h': header('PGY_TRUNK_H'), 'src/attic/trunk.c': source('attic/trunk.h')}),
    'a desk that includes another desk': ('layers: includes', 'src/core/post/post.c:4', {
        'src/core/post/post.c': source('core/post/post.h', 'core/people/people.h', body='int core_post(void)\n{\n    return 0;\n}\n')}),
    'a desk that calls another desk': ('layers: calls', 'src/core/post/post.c:5', {
        'src/core/post/post.c': source('core/post/post.h', body='int core_people(void);\nint core_post(void)\n{\n    return core_people();\n}\n')}),
    'a desk entered by a window': ('layers: includes', 'src/core/main.c:3', {
        'src/core/main.c': source('core/people/inner.h', 'core/people/people.h', 'core/post/post.h',
                                  body='int main(void)\n{\n    return core_people() + core_post();\n}\n')}),
    'a leaf that knows a desk': ('layers: includes', 'src/core/loop.c:4', {
        'src/core/loop.c': source('core/loop.h', 'core/post/post.h', body='int core_loop(void)\n{\n    return 0;\n}\n')}),
    'a plugin that includes the host': ('layers: includes', 'plugins/offers/plugin.c:3', {
        'plugins/offers/plugin.c': source('base/civil.h', 'plugins/offers/offers.h')}),
    'a room of a plugin entered by a window': ('layers: includes', 'plugins/offers/asks/asks.c:4', {
        'plugins/offers/asks/asks.h': header('ASKS_H'), 'plugins/offers/offer/offer.h': header('OFFER_H'), 'plugins/offers/offer/state.h': header('STATE_H'),
        'plugins/offers/asks/asks.c': source('plugins/offers/asks/asks.h', 'plugins/offers/offer/state.h')}),
    'a room of a plugin that knows what stands around it': ('layers: includes', 'plugins/offers/asks/asks.c:4', {
        'plugins/offers/asks/asks.h': header('ASKS_H'), 'plugins/offers/asks/asks.c': source('plugins/offers/asks/asks.h', 'plugins/offers/offers.h')}),
    'rooms of a plugin in a circle': ('circles: includes', 'plugins/offers/asks: folders include each other in a circle: '
                                     'plugins/offers/asks and plugins/offers/offer', {
        'plugins/offers/asks/asks.h': header('ASKS_H'), 'plugins/offers/offer/offer.h': header('OFFER_H'), 'plugins/offers/offer/state.h': header('STATE_H'),
        'plugins/offers/asks/asks.c': source('plugins/offers/asks/asks.h', 'plugins/offers/offer/offer.h'),
        'plugins/offers/offer/state.c': source('plugins/offers/offer/state.h', 'plugins/offers/asks/asks.h')}),
    'a folder of a plugin with 21 files': ('folders of plugins', 'plugins/offers/asks: 21 source files', {
        f'plugins/offers/asks/a{n}.h': header(f'A{n}_H') for n in range(21)}),
    'a folder of a plugin with 3,501 lines': ('folders of plugins', 'plugins/offers/asks: 7 source files of 3501 lines', {
        f'plugins/offers/asks/a{n}.h': header(f'A{n}_H', body='/* a line */\n' * (493 if n else 501)) for n in range(7)}),
    'a report that reads a file': ('pure rooms', 'src/report/doc.c:4', {
        'src/report/doc.c': source('report/doc.h', '<fcntl.h>', body='int pgy_doc(void)\n{\n    return 0;\n}\n')}),
    'a circle of four includes': ('circles: includes', 'src/base: 4 files include each other in a circle: a, b, c, d;', CIRCLE),
    'a circle of four calls': ('circles: calls', 'src/base: 4 files call each other in a circle: a, b, c, d;', CALLS),
    'a circle over two folders': ('circles: includes', 'src/courier: 2 files include each other in a circle over src/courier and src/courier/targets: target, log;', {
        'src/courier/target.h': header('PGY_TARGET_H', 'courier/targets/log.h'), 'src/courier/targets/log.h': header('PGY_LOG_H', 'courier/target.h')}),
    'an unformatted file': ('format', 'src/base/civil.c:6', {'src/base/civil.c': source('base/civil.h', body='int pgy_civil(void)\n{\n   return 0;\n}\n')}),
    'a line of 101 columns': ('columns', 'src/base/civil.c:4', {
        'src/base/civil.c': source('base/civil.h', 'base/' + 'x' * 83 + '.h', body='int pgy_civil(void)\n{\n    return 0;\n}\n')}),
    "a plugin's name in src": ('plugin names', 'src/plan/item.c:7', {
        'src/plan/item.c': source('plan/item.h', body='int pgy_item(void)\n{\n    return "offers"[0];\n}\n')}),
    "a plugin's name in a name": ('plugin names', 'src/plan/item.c:5', {
        'src/plan/item.c': source('plan/item.h', body='extern int offers_count;\nint pgy_item(void)\n{\n    return pgy_civil();\n}\n')}),
    'a citation of a file that is not there': ('citations', 'src/base/civil.c:5', {
        'src/base/civil.c': source('base/civil.h', body='/* See base/gone.c. */\nint pgy_civil(void)\n{\n    return 0;\n}\n')}),
    'a citation of a folder that is not there': ('citations', 'README:2', {'README': 'Everything about it:\ncontrib/doc/nothing\n'}),
    'a section that the document does not have': ('citations', 'README:1', {'README': 'So it is (architecture ' + '2).\n'}),
    'an id that is not in the inventory': ('inventory ids', 'README:1', {'README': 'As S0-' + '99 says.\n'}),
    'a .c without a header': ('headers', 'src/base/tz.c:1', {'src/base/tz.c': source('base/civil.h')}),
    'a .c that its door does not know': ('headers', 'src/core/people/job.c:1', {
        'src/core/people/job.c': source('core/people/people.h', body='int core_job(void)\n{\n    return 1;\n}\n\nint core_more(void)\n{\n    return 1;\n}\n')}),
    'a file without an opener': ('openers', 'src/base/civil.c:2', {
        'src/base/civil.c': source('base/civil.h', body='int pgy_civil(void)\n{\n    return 0;\n}\n', opener='')}),
    'an opener of four lines': ('openers', 'src/base/civil.c:2', {
        'src/base/civil.c': source('base/civil.h', body='int pgy_civil(void)\n{\n    return 0;\n}\n', opener='/* One.\n * Two.\n * Three.\n * Four. */\n')}),
    'a function of 61 lines': ('long functions', 'src/base/civil.c:5', {
        'src/base/civil.c': source('base/civil.h', body='int pgy_civil(void)\n{\n    int n = 0;\n' + '    n++;\n' * 56 + '    return n;\n}\n')}),
    'a file of 601 lines': ('long files', 'src/base/civil.c:601', {
        'src/base/civil.c': source('base/civil.h', body='int pgy_civil(void)\n{\n    return 0;\n}\n' + '/* a line */\n' * 593)}),
    'a struct of 21 members': ('wide structs of the core', 'src/core/loop.h:5', {
        'src/core/loop.h': header('CORE_LOOP_H', body='struct core_loop {\n' + MEMBERS + '    int m20, (*m21)(int a, int b);\n};\nint core_loop(void);\n')}),
    'an unregistered test': ('tests are registered', 'tests/unit/test_tz.c:1', {'tests/unit/test_tz.c': source()}),
    'an unregistered test in a room of a plugin': ('tests are registered', 'plugins/offers/clocks/test_pairs.c:1', {
        'plugins/offers/clocks/test_pairs.c': source()}),
    'a test registered by half its name': ('tests are registered', 'tests/unit/test_civ.c:1', {'tests/unit/test_civ.c': source()}),
    'a stale exception': ('exceptions are needed', f'{EXCEPTIONS}:1', {EXCEPTIONS: 'columns\tsrc/base/civil.c\ta table\n'}),
    'an exception without a reason': ('exceptions are needed', f'{EXCEPTIONS}:1', {
        EXCEPTIONS: 'tests are registered\ttests/unit/test_tz.c\t\n', 'tests/unit/test_tz.c': source()}),
    'an exception for another case': ('columns', 'src/base/civil.c:4', {
        EXCEPTIONS: 'tests are registered\ttests/unit/test_tz.c\tnot yet\n', 'tests/unit/test_tz.c': source(),
        'src/base/civil.c': source('base/civil.h', 'base/' + 'x' * 83 + '.h', body='int pgy_civil(void)\n{\n    return 0;\n}\n')}),
}
# What must not be taken for a violation, though it looks like one.
INNOCENT = {
    'a function of 60 lines': {
        'src/base/civil.c': source('base/civil.h', body='int pgy_civil(void)\n{\n    int n = 0;\n' + '    n++;\n' * 55 + '    return n;\n}\n')},
    'a struct of 20 members': {'src/core/loop.h': header('CORE_LOOP_H', body='struct core_loop {\n' + MEMBERS + '    int (*m20)(int a, int b);\n};\nint core_loop(void);\n')},
    'a room of a plugin entered by its door': {
        'plugins/offers/asks/asks.h': header('ASKS_H', 'plugins/offers/offer/offer.h'), 'plugins/offers/offer/offer.h': header('OFFER_H'),
        'plugins/offers/plugin.c': source('pgyd/plugin.h', 'plugins/offers/asks/asks.h', 'plugins/offers/offers.h')},
    'a folder of a plugin with 20 files': {f'plugins/offers/asks/a{n}.h': header(f'A{n}_H') for n in range(20)},
    'a circle of three': {f'src/base/{a}.h': header(f'PGY_{a}_H', f'base/{b}.h') for a, b in zip('abc', 'bca')},
    'a word that is also a name': {'src/plan/item.c': source('plan/item.h', body='int pgy_item(void)\n{\n    return "what the employer offers"[0];\n}\n')},
    'characters of several bytes': {'src/base/civil.c': source('base/civil.h', body='int pgy_civil(void)\n{\n    return 0;\n}\n/* ' + '\u00e9' * 94 + ' */\n')},
    'an exception with a reason': {EXCEPTIONS: '# comment\ntests are registered\ttests/unit/test_tz.c\tnot yet\n', 'tests/unit/test_tz.c': source()},
    'placeholders and system headers': {'README': 'Write tests/unit/test_NAME.c, plugins/*/check.c, targets/NAME.c.\n'},
}


class Skip(Exception):
    pass


def one(files, case=None, place=None):
    calls = not files or case in ('circles: calls', 'layers: calls')
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder).resolve()
        write(root, {**TREE, **files})
        built = calls and compiled(root)
        outcomes, said, status = judged(root)
        failed = [name for name, outcome in outcomes.items() if outcome == 'fail']
        if case is None:
            assert status == 0 and not failed, said
        elif outcomes[case] == 'skip':
            raise Skip(said)
        else:
            assert status == 1 and failed == [case], f'{failed}: {said}'
            assert any(line.startswith(f'fail: {case}: {place}') for line in said.splitlines()), said
        if built:
            assert outcomes['circles: calls'] != 'skip' and outcomes['layers: calls'] != 'skip', said


def run_one(name, files, *expected):
    try:
        one(files, *expected)
    except Skip as why:
        print(f'skip {name}: {why}')
        return 'skip'
    except Exception as what:  # a case that cannot run has failed
        print(f'fail {name}: {type(what).__name__}: {what}')
        return 'fail'
    return 'pass'


def main():
    verdicts = [(run_one('a tree in order', {}), 'a tree in order passes')]
    verdicts += [(run_one(name, files, case, place), f'{name} fails') for name, (case, place, files) in PLANTS.items()]
    verdicts += [(run_one(name, files), f'{name} passes') for name, files in INNOCENT.items()]
    if RESULTS:
        with open(os.path.join(RESULTS, 'test_house.tsv'), 'w', encoding='utf-8') as out:
            out.writelines('%s\t%s\n' % verdict for verdict in verdicts)
    return 1 if any(verdict == 'fail' for verdict, _ in verdicts) else 0


if __name__ == '__main__':
    sys.exit(main())
