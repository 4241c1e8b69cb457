#!/bin/sh
# SPDX-License-Identifier: BSD-2-Clause
# The "only includer" rules (architecture 3), checked on the sources: who may use what.
set -u
cd "$top_srcdir" || exit 99
out=$PGY_RESULTS/house.tsv
: >"$out"
status=0

# rule NAME PATTERN ALLOWED-PATHS: no source outside the allowed paths has the pattern.
rule() {
    hits=$(grep -rnE "$2" src plugins --include='*.c' --include='*.h' | grep -vE "^($3)")
    if [ -n "$hits" ]; then
        printf 'fail\t%s\n' "$1" >>"$out"
        printf '%s:\n%s\n' "$1" "$hits" >&2
        status=1
    else
        printf 'pass\t%s\n' "$1" >>"$out"
    fi
}

rule "dlopen only in worker" '[^_a-z]dlopen\(' 'src/worker/'
rule "libcurl only in courier" '#include <curl/' 'src/courier/'
rule "libmicrohttpd only in web" '#include <microhttpd' 'src/web/'
rule "SQLite only in store" '#include <sqlite3' 'src/store/'
rule "libical only in calendar" '#include <(libical/|ical)' 'src/calendar/'
rule "libuv only in core" '#include <uv\.h' 'src/core/'
rule "the time only in base/clock.c" '[^_a-z](time|gettimeofday|clock_gettime)\(' 'src/base/clock\.c'
rule "no plugin asks for a local time" '[^_a-z]localtime *\(' 'src/none/'
rule "no banned calls" '[^_a-z](sprintf|strcpy|strcat|atoi|atol|gets|strtok) *\(' 'src/none/'
rule "libical without _r" 'as_ical_string *\(' 'src/none/'
rule "plugins include the contract and their own room only" '#include "(base|config|plan|store|calendar|remind|report|core|worker|web|courier|ctl)/' 'src/|plugins/[a-z]*/test_'
rule "nothing left to do" '\b(TO[D]O|FIX[M]E|XX[X]|HA[C]K)\b' 'src/none/'
exit "$status"
