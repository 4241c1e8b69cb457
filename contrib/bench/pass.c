/* SPDX-License-Identifier: BSD-2-Clause */
/* What the cage costs: a pass of three plugins with 1,002 items in all, through caged workers (one
 * after the other, and at once), against the same three calls in this process. */
/* The items of both
 * are validated and copied alike. Medians of ROUNDS interleaved rounds, each of TIMES passes, since
 * the clock counts whole milliseconds. */
#include "pgy-build.h"

#include "base/clock.h"
#include "plan/answer.h"
#include "plan/run.h"
#include "worker/serve.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    PLUGINS = 3,
    ROUNDS = 25,
    TIMES = 10,
    ITEMS = 1002,
    TODAY = 20779,
    DEADLINE_MS = 10000,
    MAX_BYTES = 32 * 1024 * 1024
};

static const char *const names[PLUGINS] = {"many1", "many2", "many3"};

static void die(const char *what)
{
    fprintf(stderr, "pass: %s\n", what);
    exit(1);
}

static struct pgy_run_input input_of(const struct pgy_paths *paths, struct pgy_arena *arena,
                                     const char *plugin)
{
    return (struct pgy_run_input){
        .verb = PGY_VERB_PLAN,
        .paths = paths,
        .plugin = plugin,
        .today = TODAY,
        .started = TODAY,
        .deadline_ms = DEADLINE_MS,
        .path = pgy_arena_printf(arena, "%s/tests/plugins/.libs/%s.so", paths->build, plugin)};
}

static size_t finish(struct pgy_run **run)
{
    pgy_run_wait(*run);
    if (pgy_run_result(*run)->rc)
        die(pgy_run_result(*run)->failure);
    size_t n = pgy_run_result(*run)->batch.n;
    pgy_run_free(run);
    return n;
}

static void caged(const struct pgy_run_input inputs[PLUGINS], int at_once)
{
    struct pgy_run *runs[PLUGINS];
    size_t n = 0;
    for (size_t i = 0; i < PLUGINS; i++) {
        runs[i] = pgy_run_start(&inputs[i]);
        if (!at_once)
            n += finish(&runs[i]);
    }
    for (size_t i = 0; at_once && i < PLUGINS; i++)
        n += finish(&runs[i]);
    if (n != ITEMS)
        die("items are missing");
}

static size_t call(const struct pgy_run_input *in, const struct pgy_loaded *loaded)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    struct pgy_buf out PGY_BUF_CLEANUP = PGY_BUF_INIT(MAX_BYTES);
    struct pgy_run_result result = {.arena = arena, .batch.arena = arena};
    struct pgy_answer answer = {
        .result = &result, .arena = arena, .verb = in->verb, .plugin = in->plugin, .hello = true};
    struct pgy_inputs inputs;
    struct pgy_host host;
    struct pgy_frame frame;
    size_t used;
    pgy_inputs_init(&inputs, arena);
    inputs.verb = in->verb;
    inputs.plugin = in->plugin;
    inputs.today = in->today;
    pgy_host_init(&host, &inputs, &out);
    if (pgy_serve(&host, loaded) < 0)
        die(host.reason);
    for (size_t at = 0; at < out.len; at += used) {
        const char *why = "cut";
        if (pgy_frame_cut(out.data + at, out.len - at, PGY_FRAME_MAX, &frame, &used) < 0 ||
            pgy_answer_take(&answer, &frame, &why) < 0)
            die(why);
    }
    return result.batch.n;
}

static void in_process(const struct pgy_run_input inputs[PLUGINS],
                       const struct pgy_loaded loaded[PLUGINS])
{
    size_t n = 0;
    for (size_t i = 0; i < PLUGINS; i++)
        n += call(&inputs[i], &loaded[i]);
    if (n != ITEMS)
        die("items are missing");
}

static int by_value(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double median(double times[ROUNDS])
{
    qsort(times, ROUNDS, sizeof *times, by_value);
    return times[ROUNDS / 2];
}

/* Microseconds a pass took since *begin, which moves on. */
static double since(int64_t *begin)
{
    int64_t now = pgy_clock_mono_ms();
    double us = (double)(now - *begin) * 1000 / TIMES;
    *begin = now;
    return us;
}

int main(void)
{
    static double sequential[ROUNDS], together[ROUNDS], direct[ROUNDS];
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    struct pgy_paths paths;
    struct pgy_run_input inputs[PLUGINS];
    struct pgy_loaded loaded[PLUGINS];
    char why[PGY_LOADER_WHY];
    if (pgy_paths_find(arena, &paths) < 0 || !paths.uninstalled)
        die("run it in the build tree");
    for (size_t i = 0; i < PLUGINS; i++) {
        inputs[i] = input_of(&paths, arena, names[i]);
        if (pgy_loader_open(names[i], inputs[i].path, &loaded[i], why) < 0)
            die(why);
    }
    for (size_t i = 0; i < ROUNDS; i++) {
        int64_t begin = pgy_clock_mono_ms();
        for (int t = 0; t < TIMES; t++)
            caged(inputs, 0);
        sequential[i] = since(&begin);
        for (int t = 0; t < TIMES; t++)
            caged(inputs, 1);
        together[i] = since(&begin);
        for (int t = 0; t < TIMES; t++)
            in_process(inputs, loaded);
        direct[i] = since(&begin);
    }
    double s = median(sequential), t = median(together), d = median(direct);
    printf("pass of %d plugins, %d items, medians of %d rounds of %d\n", PLUGINS, ITEMS, ROUNDS,
           TIMES);
    printf("caged, one after the other  %8.0f us\n", s);
    printf("caged, all at once          %8.0f us\n", t);
    printf("in this process, no cage    %8.0f us\n", d);
    printf("ratio                       %8.1f\n", s / d);
    return 0;
}
