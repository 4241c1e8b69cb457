#!/bin/sh
# SPDX-License-Identifier: BSD-2-Clause
# Runs every fuzz target over its corpus: one case a target. Files, not directories, are named to it, because libFuzzer's main
# replays files but would start to fuzz with a directory.
: "${top_srcdir:=.}" "${top_builddir:=.}" "${PGY_RESULTS:=$top_builddir/results}"
mkdir -p "$PGY_RESULTS"
results=$PGY_RESULTS/replay.tsv
: >"$results"
status=0

for target in ${PGY_FUZZ_TARGETS:?names the targets to run}; do
    name=$(basename "$target")
    corpus=$top_srcdir/tests/fuzz/corpus/${name#fuzz_}
    verdict=pass
    set -- "$corpus"/*
    if [ ! -f "$1" ]; then
        echo "$name: no inputs in $corpus" >&2
        verdict=fail
    elif ! "$top_builddir/$target" "$@" >/dev/null 2>&1; then
        verdict=fail
        for input in "$@"; do
            "$top_builddir/$target" "$input" >&2 || echo "$name: fails on $input" >&2
        done
    fi
    [ $verdict = pass ] || status=1
    printf '%s\treplay %s over %d inputs\n' $verdict "$name" $# >>"$results"
done
exit $status
