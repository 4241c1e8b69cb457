/* SPDX-License-Identifier: BSD-2-Clause */
/* What planning costs as packs grow: packs of 100, 1,000 and 10,000 milestones through the caged
 * milestones plugin. */
/* The best of ROUNDS interleaved rounds (what a busy machine adds is no cost of
 * ours), and how the cost of one milestone grows from the smallest to the largest. An empty pack's
 * cost, the worker itself, is taken off. Linear is a ratio of about 1. */
#include "pgy-build.h"

#include "base/civil.h"
#include "base/clock.h"
#include "base/err.h"
#include "config/config.h"
#include "plan/run.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SIZES = 4, ROUNDS = 9, DEADLINE_MS = 5000, TODAY = 20779, PACK_MAX = 8 * 1024 * 1024 };

static const size_t sizes[SIZES] = {0, 100, 1000, 10000};
static const int times[SIZES] = {40, 40, 10, 2};

static void die(const char *what)
{
    fprintf(stderr, "packs: %s\n", what);
    exit(1);
}

static void write_pack(struct pgy_buf *out, size_t n)
{
    pgy_buf_printf(out, "[pack]\nname = Many\nsource = generated\nchecked_on = "
                        "2026-11-01\nvalid_until = 2030-12-31\nconfidence = confirmed\n");
    for (size_t i = 0; i < n; i++)
        pgy_buf_printf(out,
                       "[milestone:many-%zu]\ntitle = Milestone %zu of many\nwhen = nth(%zu, %.3s, "
                       "dec, year(G) - %zu) + %zud\n"
                       "detail = What has to be done about it, in a sentence of the usual length.\n"
                       "if = specialty in (internal_medicine, pediatrics) and (track = short or "
                       "years > 3)\nrefs = S0-70\nremind = 30d, 7d\n",
                       i, i, i % 4 + 1, pgy_weekday_name((enum pgy_weekday)(PGY_MON + i % 5)),
                       i % 3, i % 200);
    if (out->err)
        die("the pack is too large");
}

static size_t plan(const struct pgy_run_input *input)
{
    struct pgy_run *run = pgy_run_start(input);
    pgy_run_wait(run);
    if (pgy_run_result(run)->rc)
        die(pgy_run_result(run)->failure);
    size_t n = pgy_run_result(run)->batch.n;
    pgy_run_free(&run);
    return n;
}

static int by_value(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static struct pgy_config *person(const struct pgy_schema *schema, struct pgy_arena *arena)
{
    static const char text[] = "[person]\ntimezone = America/New_York\n[training]\nspecialty = "
                               "internal_medicine\nstart = 2024-07-01\nlength = 3y\n";
    struct pgy_problems problems = {.arena = arena};
    struct pgy_config *config;
    if (pgy_config_parse("bench.ini", text, strlen(text), schema, false, &problems, &config) != 0 ||
        problems.errors)
        die("its own configuration is wrong");
    return config;
}

int main(void)
{
    static const char *const plugins[] = {"milestones"};
    static double us[SIZES][ROUNDS];
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    struct pgy_problems problems = {.arena = arena};
    struct pgy_paths paths;
    struct pgy_declaration *declarations;
    size_t ndeclarations, items[SIZES];
    if (pgy_paths_find(arena, &paths) < 0 || !paths.uninstalled)
        die("run it in the build tree");
    pgy_plugins_describe(&paths, arena, plugins, 1, NULL, 0, DEADLINE_MS, NULL, &declarations,
                         &ndeclarations);
    struct pgy_schema *schema = pgy_schema_new(declarations, ndeclarations, "bench.ini", &problems);
    const struct pgy_declaration *plugin = pgy_schema_plugin(schema, plugins[0]);
    if (!plugin || plugin->failed)
        die(plugin ? plugin->failed : "no milestones plugin");
    struct pgy_run_input input = {.verb = PGY_VERB_PLAN,
                                  .paths = &paths,
                                  .plugin = plugins[0],
                                  .path = plugin->path,
                                  .schema = schema,
                                  .config = person(schema, arena),
                                  .ndata = 3,
                                  .today = TODAY,
                                  .started = TODAY,
                                  .deadline_ms = DEADLINE_MS};
    static const char none[] = "[pack]\nsource = none\nconfidence = rule\n";
    struct pgy_data_file packs[SIZES][3];
    struct pgy_buf texts[SIZES];
    for (size_t i = 0; i < SIZES; i++) {
        texts[i] = PGY_BUF_INIT(PACK_MAX);
        write_pack(&texts[i], sizes[i]);
        packs[i][0] =
            (struct pgy_data_file){"packs", "many.ini", pgy_buf_text(&texts[i]), texts[i].len};
        /* without these nothing is planned */
        packs[i][1] = (struct pgy_data_file){"packs", "monthly.ini", none, sizeof none - 1};
        packs[i][2] = (struct pgy_data_file){"packs", "phases.ini", none, sizeof none - 1};
    }
    for (size_t round = 0; round < ROUNDS; round++) {
        for (size_t i = 0; i < SIZES; i++) {
            int64_t begin = pgy_clock_mono_ms();
            input.data = packs[i];
            for (int t = 0; t < times[i]; t++)
                items[i] = plan(&input);
            us[i][round] = (double)(pgy_clock_mono_ms() - begin) * 1000 / times[i];
        }
    }
    for (size_t i = 0; i < SIZES; i++)
        qsort(us[i], ROUNDS, sizeof us[i][0], by_value);
    double empty = us[0][0], each[SIZES] = {0};
    printf("planning packs in a caged worker, best of %d rounds; the deadline is %d ms\n", ROUNDS,
           DEADLINE_MS);
    for (size_t i = 0; i < SIZES; i++) {
        double took = us[i][0];
        if (items[i] != items[0] + sizes[i])
            die("milestones are missing");
        if (sizes[i])
            each[i] = (took - empty) / (double)sizes[i];
        printf("%6zu milestones %10.1f ms %8.2f us each\n", sizes[i], took / 1000, each[i]);
    }
    printf("packs: one milestone of 10,000 costs %.2f times one of 100\n",
           each[SIZES - 1] / each[1]);
    for (size_t i = 0; i < SIZES; i++)
        pgy_buf_free(&texts[i]);
    return 0;
}
