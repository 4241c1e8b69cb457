/* SPDX-License-Identifier: BSD-2-Clause */
/* plugin test: one plugin through everything that pgyd would ask of it, in its cage, with every
 * answer in words for its author. */
#include "ctl/ctl.h"

#include "base/clock.h"
#include "base/err.h"
#include "plan/batch.h"
#include "plan/describe.h"

#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct trial {
    struct ctl *ctl;
    const char *path, *name; /* of the file, absolute; what the plugin is called */
    const char *ini;         /* what it is tried with; NULL: a sample of our own */
    struct pgy_house *house; /* places and the other plugins */
    /* the same with this plugin in place of an installed one of its name; borrowed but for
     * own.schema */
    struct pgy_house own;
    struct pgy_declaration plugin;
    struct pgy_config *config;
    struct pgy_tz *tz;
    struct pgy_journal journal;
    struct pgy_problems problems;
    pgy_day today;
    struct pgy_pass *pass; /* the plan of today */
    json_t *steps, *items;
    size_t failed;
};

/* ---- what is said ---- */

static void say(struct trial *t, bool good, const char *step, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* The outcome of a step. */
static void say(struct trial *t, bool good, const char *step, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    const char *text = pgy_arena_vprintf(t->ctl->arena, format, args);
    va_end(args);
    json_array_append_new(t->steps,
                          json_pack("{ss sb ss}", "step", step, "ok", (int)good, "says", text));
    t->failed += !good;
    if (!t->ctl->json)
        printf("%-5s  %s: %s\n", good ? "ok" : "WRONG", step, text);
}

static const char *many(const struct trial *t, size_t n, const char *what)
{
    return pgy_arena_printf(t->ctl->arena, "%zu %s%s", n, what, n == 1 ? "" : "s");
}

/* ---- what it is tried with ---- */

/* NAME of …/NAME.so. */
static int find_file(struct trial *t, const char *file)
{
    char path[PATH_MAX];
    const char *slash = strrchr(file, '/'), *base = slash ? slash + 1 : file;
    size_t len = strlen(base);
    if (len <= 3 || strcmp(base + len - 3, ".so") != 0)
        return ctl_refuse(t->ctl, CTL_REFUSED, NULL,
                          "%s is not called NAME.so, as the file of a plugin is", file);
    if (!realpath(file, path))
        return ctl_refuse(
            t->ctl, CTL_REFUSED, NULL,
            "%s cannot be found; build it first: cc -shared -fPIC -fvisibility=hidden -o %s %.*s.c",
            file, file, (int)(strlen(file) - 3), file);
    t->path = pgy_arena_strdup(t->ctl->arena, path);
    t->name = pgy_arena_strndup(t->ctl->arena, base, len - 3);
    const char *beside =
        pgy_arena_printf(t->ctl->arena, "%.*s.ini", (int)(strlen(t->path) - 3), t->path);
    t->ini = t->ctl->given ? t->ctl->given : access(beside, F_OK) == 0 ? beside : NULL;
    if (t->ctl->given && access(t->ini, R_OK) != 0)
        return ctl_refuse(t->ctl, CTL_REFUSED, NULL, "the configuration %s cannot be read", t->ini);
    return CTL_DONE;
}

/* The other plugins' sections stay known, so that a whole pgyd.ini can be tried; of an installed
 * plugin of this name nothing is heard. */
static void join(struct trial *t)
{
    const struct pgy_schema *schema = t->house->schema;
    struct pgy_declaration *all = pgy_arena_array(t->ctl->arena, schema->nplugins + 1, sizeof *all);
    size_t n = 0;
    for (int listed = 1; listed >= 0; listed--) {
        for (size_t i = 0; i < schema->nplugins; i++) {
            if (schema->plugins[i].listed == (listed == 1) &&
                strcmp(schema->plugins[i].plugin, t->name) != 0)
                all[n++] = schema->plugins[i];
        }
        if (listed)
            all[n++] = t->plugin;
    }
    t->own = *t->house;
    t->own.schema = pgy_schema_new(all, n, t->path, &t->problems);
}

static int parse(struct trial *t)
{
    if (t->ini)
        return pgy_config_read(t->ini, t->own.schema, false, &t->problems, &t->config);
    /* Somebody in the second year of three. */
    struct pgy_ymd today =
        pgy_civil_ymd(t->today != PGY_NO_DAY ? t->today : (pgy_day)(pgy_clock_now() / 86400));
    const char *text =
        pgy_arena_printf(t->ctl->arena,
                         "[person]\nid = sample\ntimezone = America/New_York\n"
                         "[training]\nspecialty = internal_medicine\nstart = %d-07-01\n",
                         today.year - (today.month < 7 ? 2 : 1));
    return pgy_config_parse("sample", text, strlen(text), t->own.schema, false, &t->problems,
                            &t->config);
}

static bool describe(struct trial *t)
{
    struct pgy_arena *arena = t->ctl->arena;
    pgy_describe(NULL, &t->house->paths, t->name, t->path, t->house->deadline_ms, arena,
                 &t->plugin);
    if (t->plugin.failed) {
        say(t, false, "describe", "%s", t->plugin.failed);
        return false;
    }
    t->plugin.listed = true;
    join(t);
    size_t flaws = t->problems.n;
    say(t, flaws == 0, "describe", "%s %s, interface %u.%u: %s, %s, %s%s", t->name,
        t->plugin.version, t->plugin.major, t->plugin.minor, many(t, t->plugin.nkeys, "key"),
        many(t, t->plugin.nkinds, "journal kind"), many(t, t->plugin.nreports, "report"),
        flaws ? "; what it declares has mistakes, shown below" : "");
    return true;
}

static bool configure(struct trial *t)
{
    size_t before = t->problems.errors;
    const char *what = t->ini ? t->ini : "a sample of two sections, [person] and [training]";
    int rc = parse(t);
    if (rc != 0 || t->problems.errors > before) {
        say(t, false, "configuration", "%s %s", what,
            rc != 0 && t->problems.errors == before ? pgy_strerror(rc) : "has errors, shown below");
        return false;
    }
    if (!t->config->has_person) {
        say(t, false, "configuration", "%s is about nobody: it needs a section [person]", what);
        return false;
    }
    rc = pgy_tz_load(pgy_config_text(t->config, "person", "", "timezone", "UTC"), &t->tz);
    if (rc != 0) {
        say(t, false, "configuration", "the time zone cannot be read: %s", pgy_strerror(rc));
        return false;
    }
    if (t->today == PGY_NO_DAY)
        t->today = pgy_tz_day(t->tz, pgy_clock_now(), NULL);
    t->journal.arena = t->config->arena;
    pgy_journal_merge(&t->journal, t->config);
    say(t, true, "configuration", "%s", what);
    return true;
}

/* ---- what it is asked ---- */

/* Asks this plugin alone; its result, NULL when it has none of that function. The pass is the
 * caller's. */
static const struct pgy_run_result *ask(struct trial *t, enum pgy_worker_verb verb,
                                        const char *report, pgy_day today, struct pgy_pass **pass)
{
    struct pgy_pass_input input = pgy_house_input(&t->own, verb, t->config, &t->journal, today);
    input.started = t->today;
    input.plugin = t->name;
    input.report = report;
    *pass = pgy_pass_start(&input);
    pgy_pass_wait(*pass);
    return pgy_pass_count(*pass) ? pgy_pass_result(*pass, 0) : NULL;
}

static void check(struct trial *t)
{
    struct pgy_pass *pass = NULL;
    size_t before = t->problems.n, errors = t->problems.errors;
    const struct pgy_run_result *result = ask(t, PGY_VERB_CHECK, NULL, t->today, &pass);
    if (!result) {
        say(t, true, "check",
            "it has no check function; types and ranges of keys are checked by pgyd");
    } else if (result->rc != 0) {
        say(t, false, "check", "%s", result->failure);
    } else {
        pgy_pass_problems(pass, &t->problems);
        say(t, t->problems.errors == errors, "check", "%s%s",
            many(t, t->problems.n - before, "problem"),
            t->problems.n > before ? ", shown below" : "");
    }
    pgy_pass_free(&pass);
}

static bool plan(struct trial *t)
{
    char day[24];
    const struct pgy_run_result *result = ask(t, PGY_VERB_PLAN, NULL, t->today, &t->pass);
    pgy_civil_text(t->today, day);
    if (result->rc != 0) {
        say(t, false, "plan", "%s", result->failure);
        return false;
    }
    for (size_t i = 0; i < result->batch.n; i++) {
        json_t *item = pgy_item_json(&result->batch.items[i], t->tz, NULL);
        json_object_del(item, "state"); /* these are made by the host, of the whole timeline */
        json_object_del(item, "days");
        json_array_append_new(t->items, item);
    }
    if (result->tamed > 0)
        say(t, false, "plan", "%zu items are fatal; the soonest %d count so, the others as costly",
            result->tamed + PGY_BATCH_FATAL, (int)PGY_BATCH_FATAL);
    say(t, true, "plan", "%s on %s%s", many(t, result->batch.n, "item"), day,
        result->batch.n ? ""
                        : "; nothing follows from that configuration: give another with --config");
    return true;
}

static const struct pgy_item *find(const struct pgy_batch *batch, const char *id)
{
    for (size_t i = 0; i < batch->n; i++) {
        if (strcmp(batch->items[i].id, id) == 0)
            return &batch->items[i];
    }
    return NULL;
}

/* What of `one` the other plan lacks or shows otherwise; periods (and counts) may come and go;
 * NULL: nothing. */
static const char *difference(const struct trial *t, const struct pgy_batch *one,
                              const struct pgy_batch *other, bool periods)
{
    for (size_t i = 0; i < one->n; i++) {
        const struct pgy_item *a = &one->items[i], *b = find(other, a->id);
        if (!b && a->occurrence && periods)
            continue;
        if (!b)
            return pgy_arena_printf(t->ctl->arena, "%s is in one of them only", a->id);
        if (strcmp(a->title, b->title) != 0)
            return pgy_arena_printf(t->ctl->arena, "%s is called '%s' in one and '%s' in the other",
                                    a->id, a->title, b->title);
        if (a->start != b->start || a->end != b->end)
            return pgy_arena_printf(t->ctl->arena, "%s is on different days", a->id);
        if (pgy_item_hash(a) != pgy_item_hash(b))
            return pgy_arena_printf(t->ctl->arena, "%s differs in its details", a->id);
    }
    return NULL;
}

/* The same day again, then the next: what a plan may depend on is its inputs, and of today's date
 * only which periods there are. */
static void compare(struct trial *t, pgy_day day, bool periods, const char *step, const char *same,
                    const char *remedy)
{
    struct pgy_pass *pass = NULL;
    const struct pgy_batch *first = &pgy_pass_result(t->pass, 0)->batch;
    const struct pgy_run_result *again = ask(t, PGY_VERB_PLAN, NULL, day, &pass);
    const char *differs = again->rc ? NULL : difference(t, first, &again->batch, periods);
    if (!again->rc && !differs)
        differs = difference(t, &again->batch, first, periods);
    if (again->rc)
        say(t, false, step, "%s", again->failure);
    else if (differs)
        say(t, false, step, "the plans differ: %s; %s", differs, remedy);
    else
        say(t, true, step, "%s", same);
    pgy_pass_free(&pass);
}

/* A report may refuse, for want of arguments or of anything to say, as long as it says why. */
static void report(struct trial *t, const struct pgyd_report *what)
{
    struct pgy_pass *pass = NULL;
    const struct pgy_run_result *result = ask(t, PGY_VERB_REPORT, what->name, t->today, &pass);
    const char *step = pgy_arena_printf(t->ctl->arena, "report %s", what->name);
    bool refused = result && result->refusal;
    if (!result)
        say(t, false, step, "it is declared, and there is no report function to write it");
    else if (result->rc == 0)
        say(t, true, step, "%s", many(t, result->nparts, "part"));
    else
        say(t, refused, step, "%s%s", refused ? "refused, with a reason: " : "", result->failure);
    pgy_pass_free(&pass);
}

/* ---- all of it ---- */

static void run(struct trial *t)
{
    if (!describe(t) || !configure(t))
        return;
    check(t);
    if (plan(t)) {
        compare(t, t->today, false, "same day again", "the same plan",
                "it must depend on what the host gives alone, never on a clock or on chance");
        compare(t, t->today + 1, true, "the day after", "the same plan, but for periods",
                "titles, details and dates must not depend on today (an item of a period is named "
                "after it, slug@2027-07)");
    }
    for (size_t i = 0; i < t->plugin.nreports; i++)
        report(t, &t->plugin.reports[i]);
}

static int conclude(struct trial *t)
{
    static const struct ctl_field fields[] = {
        {"DAY", "start", 0}, {"KIND", "kind", 0}, {"ITEM", "id", 0}, {"TITLE", "title", CTL_WRAP}};
    int status = t->failed || t->problems.errors ? CTL_REFUSED : CTL_DONE;
    pgy_problems_sort(&t->problems);
    if (t->ctl->json) {
        ctl_print(json_pack("{ss ss sO so sO sb}", "plugin", t->name, "path", t->path, "steps",
                            t->steps, "problems", ctl_problems_json(&t->problems), "items",
                            t->items, "ok", (int)(status == CTL_DONE)));
        return status;
    }
    for (size_t i = 0; i < t->problems.n; i++)
        printf("%s%s\n", i ? "" : "\n", pgy_problem_text(&t->problems.list[i], t->ctl->arena));
    if (json_array_size(t->items)) {
        puts("");
        ctl_table_json(t->items, fields, sizeof fields / sizeof fields[0], "");
    }
    printf("\n%s: %s\n", t->name,
           status == CTL_DONE ? "passed" : "not yet: see what is WRONG above");
    return status;
}

int ctl_plugin_test(struct ctl *ctl)
{
    struct trial t = {.ctl = ctl,
                      .problems = {.arena = ctl->arena},
                      .steps = json_array(),
                      .items = json_array()};
    struct pgy_problems ignored = {.arena = ctl->arena};
    int rc = ctl_date(ctl, "--today", &t.today);
    if (rc == CTL_DONE)
        rc = find_file(&t, ctl->args[0]);
    if (rc == CTL_DONE &&
        (rc = pgy_house_open(t.ini ? t.ini : "sample", NULL, &ignored, &t.house)) != 0)
        rc = ctl_refuse(ctl, CTL_REFUSED, NULL, "pgyd's own files cannot be found: %s",
                        pgy_strerror(rc));
    if (rc == CTL_DONE) {
        run(&t);
        rc = conclude(&t);
    }
    pgy_pass_free(&t.pass);
    pgy_config_free(&t.config);
    pgy_tz_free(&t.tz);
    pgy_schema_free(&t.own.schema);
    pgy_house_free(&t.house);
    json_decref(t.steps);
    json_decref(t.items);
    return rc;
}
