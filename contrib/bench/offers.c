/* SPDX-License-Identifier: BSD-2-Clause */
/* What planning costs as offers grow: 10, 50 and 200 offers, each with a full set of terms and
 * seven entries in the journal, through the caged offers plugin. */
/* The best of ROUNDS interleaved rounds; what check and plan take together held against the default
 * pass_deadline, and how the cost of one offer grows from 50 to 200. Linear is a ratio of about 1.
 */
#include "pgy-build.h"

#include "base/clock.h"
#include "base/err.h"
#include "config/config.h"
#include "plan/data.h"
#include "plan/run.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SIZES = 4, ROUNDS = 9, DEADLINE_MS = 5000, TODAY = 20790, TEXT_MAX = 1024 * 1024 };

static const size_t sizes[SIZES] = {1, 10, 50, 200};
static const int times[SIZES] = {20, 20, 10, 3};

static void die(const char *what)
{
    fprintf(stderr, "offers: %s\n", what);
    exit(1);
}

static void write_offers(struct pgy_buf *out, size_t n)
{
    pgy_buf_printf(out, "[person]\ntimezone = America/New_York\n[training]\nspecialty = "
                        "internal_medicine\nstart = 2024-07-01\nlength = 3y\n"
                        "[goal]\ninternal_deadline = 2026-12-20\n[review]\nattorney = A. Counsel\n"
                        "[decide]\nsign_today = o000\nwhy = team\nok_if_no = yes\ngames_ok = "
                        "yes\nbatna = o000\nunderstood = comp, call, noncompete\n"
                        "[priorities]\ncompensation = 40\nschedule = 30\nlocation = "
                        "30\n[walkaway]\nbase_min = 250000\n");
    for (size_t i = 0; i < n; i++)
        pgy_buf_printf(out,
                       "[offer:o%03zu]\nemployer = Employer %zu\nwritten = yes\nreceived = "
                       "2026-11-%02zu\nanswer_within = 14-20\ndoc = contract\n"
                       "contract_received = 2026-11-29\nbase = %zu\nsign_on = 20000\nwrvu_rate = "
                       "50\nwrvu_threshold = 5000\nexp_wrvu = 6000\n"
                       "call_days_month = 4\nnights_month = 2\npto_days = 25\ncme_days = "
                       "5\nnoncompete_scope = any_facility\nnoncompete_miles = 25\n"
                       "noncompete_months = 24\nterm_months = 36\nnotice_days = 90\ntail = "
                       "employer\nmust_improve = base; call; covenant\n"
                       "rate_schedule = 5\nrate_location = %zu\n",
                       i, i, 10 + i % 10, 300000 + i * 100, i % 10);
    if (out->err)
        die("the configuration is too large");
}

static struct pgy_config *config_of(const struct pgy_schema *schema, struct pgy_arena *arena,
                                    size_t n)
{
    struct pgy_buf text PGY_BUF_CLEANUP = PGY_BUF_INIT(TEXT_MAX);
    struct pgy_problems problems = {.arena = arena};
    struct pgy_config *config;
    write_offers(&text, n);
    if (pgy_config_parse("bench.ini", pgy_buf_text(&text), text.len, schema, false, &problems,
                         &config) != 0 ||
        problems.errors)
        die(problems.n ? pgy_problem_text(&problems.list[0], arena)
                       : "its own configuration is wrong");
    return config;
}

/* Two rounds, an extension, and the last revision: about as long as such a story gets. */
static struct pgy_journal *journal_of(struct pgy_arena *arena, const struct pgy_config *config,
                                      size_t n)
{
    static const char *const events[] = {"compared", "asks-planned", "asked",  "revised",
                                         "touched",  "asked",        "revised"};
    struct pgy_journal *journal = pgy_arena_alloc(arena, sizeof *journal);
    *journal = (struct pgy_journal){.arena = arena};
    for (size_t i = 0; i < n; i++) {
        for (size_t k = 0; k < sizeof events / sizeof events[0]; k++) {
            struct pgy_happening *h =
                pgy_arena_push(arena, &journal->list, &journal->n, &journal->cap, sizeof *h);
            *h = (struct pgy_happening){.number = (int64_t)(journal->n + 1),
                                        .on = TODAY - 8 + (pgy_day)k,
                                        .logged = 1,
                                        .kind = "offer",
                                        .subject = pgy_arena_printf(arena, "o%03zu", i),
                                        .event = events[k]};
        }
    }
    pgy_journal_merge(journal, config);
    return journal;
}

static size_t run(struct pgy_run_input *input, enum pgy_worker_verb verb)
{
    input->verb = verb;
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

int main(void)
{
    static const char *const plugins[] = {"offers"};
    static double ms[SIZES][ROUNDS];
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
        die(plugin ? plugin->failed : "no offers plugin");
    struct pgy_data_set *data = pgy_data_load(&paths);
    struct pgy_run_input input = {.data = data->files,
                                  .ndata = data->n,
                                  .holidays = data->holidays,
                                  .nholidays = data->nholidays,
                                  .paths = &paths,
                                  .plugin = plugins[0],
                                  .path = plugin->path,
                                  .schema = schema,
                                  .today = TODAY,
                                  .started = TODAY,
                                  .deadline_ms = DEADLINE_MS};
    struct pgy_config *configs[SIZES];
    struct pgy_journal *journals[SIZES];
    for (size_t i = 0; i < SIZES; i++) {
        configs[i] = config_of(schema, arena, sizes[i]);
        journals[i] = journal_of(arena, configs[i], sizes[i]);
    }
    for (size_t round = 0; round < ROUNDS; round++) {
        for (size_t i = 0; i < SIZES; i++) {
            int64_t begin = pgy_clock_mono_ms();
            input.config = configs[i];
            input.journal = journals[i];
            for (int t = 0; t < times[i]; t++) {
                (void)run(&input, PGY_VERB_CHECK);
                items[i] = run(&input, PGY_VERB_PLAN);
            }
            ms[i][round] = (double)(pgy_clock_mono_ms() - begin) / times[i];
        }
    }
    double each[SIZES] = {0};
    printf("checking and planning offers in caged workers, best of %d rounds; the deadline of each "
           "is %d ms\n",
           ROUNDS, DEADLINE_MS);
    for (size_t i = 0; i < SIZES; i++) {
        qsort(ms[i], ROUNDS, sizeof ms[i][0], by_value);
        each[i] = i ? (ms[i][0] - ms[0][0]) * 1000 / (double)(sizes[i] - sizes[0]) : 0;
        printf("%4zu offers %6zu items %8.1f ms, median %8.1f ms %8.1f us each\n", sizes[i],
               items[i], ms[i][0], ms[i][ROUNDS / 2], each[i]);
    }
    printf("offers: %.1f%% of the deadline with 200; one of 200 costs %.2f times one of 50\n",
           ms[SIZES - 1][0] / DEADLINE_MS * 100, each[SIZES - 1] / each[SIZES - 2]);
    for (size_t i = 0; i < SIZES; i++)
        pgy_config_free(&configs[i]);
    pgy_data_free(&data);
    return 0;
}
