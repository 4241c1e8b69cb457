# SPDX-License-Identifier: BSD-2-Clause
"""The manual: pages render, pgyd-plugin(3) names all of the contract, its example is the plugin that is built, and plans what it says."""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

SOURCE = os.environ.get('top_srcdir', '.')
BUILD = os.environ.get('top_builddir', '.')
RESULTS = os.environ.get('PGY_RESULTS')
CASES = []


class Skip(Exception):
    pass


def case(function):
    CASES.append(function)
    return function


def read(*path):
    with open(os.path.join(*path), encoding='utf-8') as f:
        return f.read()


def pages():
    found = [os.path.join(BUILD, 'contrib/man/pgyd.ini.5'), os.path.join(SOURCE, 'contrib/man/pgyd.8'),
             os.path.join(SOURCE, 'contrib/man/pgyd-plugin.3')]
    return found + [os.path.join(SOURCE, p) for p in ('contrib/man/pgyd-webhook.7', 'contrib/man/pgyctl.1', 'plugins/milestones/pgyd-pack.5',
                                                         'plugins/offers/pgyd-letter.5') if os.path.exists(os.path.join(SOURCE, p))]


def rendered(page):
    environment = dict(os.environ, MANWIDTH='100', LC_ALL='C.UTF-8', MANROFFSEQ='', MAN_KEEP_FORMATTING='')
    out = subprocess.run(['man', '--warnings', '-l', page], capture_output=True, text=True, env=environment, check=True)
    assert out.stderr == '', out.stderr
    return out.stdout


@case
def pages_render_without_a_warning():
    if not shutil.which('man'):
        raise Skip('man is not installed')
    for page in pages():
        assert 'NAME\n' in rendered(page), page


def contract():
    """Names that pgyd-plugin(3) has to explain: members of the structs, enumerators, macros, callback types."""
    text = re.sub(r'/\*.*?\*/', '', read(SOURCE, 'src/include/pgyd/plugin.h'), flags=re.S)
    for struct, body in re.findall(r'struct (pgyd_\w+) \{(.*?)\n\};', text, flags=re.S):
        yield struct
        for declaration in body.split(';'):
            called = re.match(r'\s*[\w \*]+\(\*(\w+)\)', declaration)
            if called:
                yield called.group(1)
            elif declaration.strip():
                yield from (re.findall(r'\w+', part)[-1] for part in declaration.split(','))
    for body in re.findall(r'enum pgyd_\w+ \{(.*?)\}', text, flags=re.S):
        yield from re.findall(r'PGYD_\w+', body)
    yield from re.findall(r'typedef int \(\*(\w+)\)', text)
    internal = ('PGYD_PLUGIN_H', 'PGYD_EXPORT', 'PGYD_LINKAGE', 'PGYD_STATIC_ASSERT')
    yield from (m for m in re.findall(r'#define (PGYD_\w+)', text) if m not in internal)


@case
def the_whole_contract_is_explained():
    page = re.sub(r'\\f[A-Z]', '', read(SOURCE, 'contrib/man/pgyd-plugin.3'))
    page = page[:page.index('.SH EXAMPLE')].replace('\\-', '-')
    words = set(re.findall(r'\w+', page)) | {'reserved'}
    names = set(contract())
    assert len(names) > 150, len(names)
    missing = sorted(names - words)
    assert not missing, missing


def example():
    page = read(SOURCE, 'contrib/man/pgyd-plugin.3')
    code = re.search(r'\.SH EXAMPLE\n.*?\.EX\n(.*?)\.EE\n', page, flags=re.S).group(1)
    for escape, plain in (('\\&', ''), ('\\(aq', "'"), ('\\(ha', '^'), ('\\(ti', '~'), ('\\-', '-'), ('\\e', '\\')):
        code = code.replace(escape, plain)
    return code


@case
def the_example_is_the_plugin_that_is_built():
    first, rest = read(SOURCE, 'tests/plugins/license.c').split('\n', 1)
    assert first == '/* SPDX-License-Identifier: BSD-2-Clause */'
    assert example() == rest


def plan(folder, extra=''):
    config = os.path.join(folder, 'pgyd.ini')
    with open(config, 'w', encoding='utf-8') as f:
        f.write('[daemon]\nplugins = license\nplugin_path = %s/tests/plugins/.libs\nstate_dir = state\n[person]\ntimezone = America/New_York\n'
                '[license:nc]\nname = NC medical license\nexpires = 2027-03-31\n%s' % (os.path.abspath(BUILD), extra))
    return subprocess.run([os.path.join(BUILD, 'src/ctl/pgyctl'), '-c', config, 'plan', '--today', '2026-11-22', '--stateless', '--json'],
                          capture_output=True, text=True, check=False)


@case
def the_example_plans():
    """The ladder of what is fatal on 2027-03-31, at 08:00 in New York, UTC-4 from March 14: 30 days before is Mar 1, 14 Mar 17, 7 Mar 24."""
    with tempfile.TemporaryDirectory() as folder:
        out = plan(folder)
    assert out.returncode == 0, out.stderr
    (item,) = json.loads(out.stdout)['items']
    assert item['id'] == 'license/renew-nc@0', item
    assert (item['kind'], item['title'], item['start'], item['days']) == ('deadline', 'Renew: NC medical license', '2027-03-31', 129), item
    assert (item['stakes'], item['by']) == ('fatal', '2027-03-31'), item
    days = ('03-17', '03-24', '03-28', '03-30', '03-31', '04-01', '04-03', '04-07')
    assert item['remind'] == ['2027-03-01T13:00:00Z'] + [f'2027-{day}T12:00:00Z' for day in days], item


@case
def the_example_checks():
    with tempfile.TemporaryDirectory() as folder:
        out = plan(folder, '[license:x]\nname = %s\nexpires = 2026-11-21\n' % ('x' * 151))
    assert out.returncode == 1, out
    assert 'license:x.name: is too long for a calendar; write at most 150 bytes' in out.stderr, out.stderr
    assert 'license:x.expires: this license has ended; log its renewal' in out.stderr, out.stderr


@case
def the_example_builds_as_the_page_says():
    compiler = shutil.which('cc') or shutil.which('gcc')
    if not compiler:
        raise Skip('no C compiler is installed')
    with tempfile.TemporaryDirectory() as folder:
        source = os.path.join(folder, 'license.c')
        with open(source, 'w', encoding='utf-8') as f:
            f.write(example())
        out = subprocess.run([compiler, '-I', os.path.join(SOURCE, 'src/include'), '-shared', '-fPIC', '-fvisibility=hidden', '-Wall', '-Wextra',
                              '-Werror', '-o', os.path.join(folder, 'license.so'), source], capture_output=True, text=True, check=False)
        assert out.returncode == 0, out.stderr


def run_one(function):
    try:
        function()
    except Skip as why:
        print('skip %s: %s' % (function.__name__, why))
        return 'skip'
    except Exception as what:  # a case that cannot run has failed
        print('fail %s: %s: %s' % (function.__name__, type(what).__name__, what))
        return 'fail'
    return 'pass'


def main():
    verdicts = [(run_one(function), function.__name__) for function in CASES]
    if RESULTS:
        with open(os.path.join(RESULTS, 'test_manual.tsv'), 'w', encoding='utf-8') as out:
            out.writelines('%s\t%s\n' % verdict for verdict in verdicts)
    return 1 if any(verdict == 'fail' for verdict, _ in verdicts) else 0


if __name__ == '__main__':
    sys.exit(main())
