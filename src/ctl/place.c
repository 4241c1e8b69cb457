/* SPDX-License-Identifier: BSD-2-Clause */
/* Configuration, journal and plan without a daemon: the same steps as the core's, blocking. */
#include "ctl/ctl.h"

#include "base/clock.h"
#include "base/err.h"
#include "base/str.h"
#include "plan/batch.h"
#include "plan/happening.h"
#include "plan/spans.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { DAY_SECONDS = 86400, NAMES_MAX = 512 };

int ctl_house(struct ctl *ctl, struct pgy_problems *problems, struct pgy_house **house)
{
    if (access(ctl->file, F_OK) != 0) {
        const char *tried = "";
        for (size_t i = 0; i < ctl->ntried; i++)
            tried = pgy_arena_printf(ctl->arena, "%s%s%s", tried, i ? ", " : "", ctl->tried[i]);
        return ctl_refuse(ctl, CTL_REFUSED, NULL,
                          "there is no configuration file (tried %s); make one with `pgyctl init`",
                          tried);
    }
    int rc = pgy_house_open(ctl->file, NULL, problems, house);
    if (rc != 0)
        return ctl_refuse(ctl, CTL_REFUSED, NULL, "pgyd's own files cannot be found: %s",
                          pgy_strerror(rc));
    return CTL_DONE;
}

int ctl_plugin(const struct ctl *ctl, const struct pgy_schema *schema, const char *name,
               const struct pgy_declaration **plugin)
{
    const char *names[NAMES_MAX];
    size_t n = 0;
    *plugin = pgy_schema_plugin(schema, name);
    if (*plugin && (*plugin)->listed)
        return CTL_DONE;
    for (size_t i = 0; i < schema->nplugins && n < NAMES_MAX; i++) {
        if (schema->plugins[i].listed)
            names[n++] = schema->plugins[i].plugin;
    }
    return ctl_refuse(ctl, CTL_REFUSED, pgy_str_nearest(name, names, n),
                      "'%s' is no plugin of [daemon] plugins", name);
}

int ctl_kind(const struct ctl *ctl, const struct pgy_schema *schema, const char *name,
             const struct pgyd_journal_kind **kind)
{
    const char *nearest = NULL;
    *kind = pgy_happening_kind(schema, name, NULL, &nearest);
    return *kind ? CTL_DONE
                 : ctl_refuse(ctl, CTL_REFUSED, nearest,
                              "'%s' is nothing that a plugin keeps; `pgyctl plugin show NAME` "
                              "lists what can be logged",
                              name);
}

/* ---- whose configuration ---- */

static const char *id_of(const struct ctl *ctl, const struct pgy_house *house, const char *file)
{
    struct pgy_problems ignored = {.arena = ctl->arena};
    struct pgy_config *config = NULL;
    if (pgy_config_read(file, house->schema, true, &ignored, &config) != 0)
        return NULL;
    const char *id = pgy_arena_strdup(ctl->arena, config->profile);
    pgy_config_free(&config);
    return id;
}

int ctl_profile_file(struct ctl *ctl, const struct pgy_house *house, const struct pgy_config *main,
                     const char **file, bool *in_folder)
{
    const char **files, *names[NAMES_MAX], *which = ctl->profile;
    size_t nfiles, n = 0, found = NAMES_MAX;
    int rc = pgy_house_profiles(main, ctl->arena, &files, &nfiles);
    if (rc != 0)
        return ctl_refuse(ctl, CTL_REFUSED, NULL,
                          "the files of [daemon] profiles cannot be listed: %s", pgy_strerror(rc));
    *in_folder = false;
    *file = main->file;
    if (main->has_person && (!*which || strcmp(which, main->profile) == 0))
        return CTL_DONE;
    if (main->has_person)
        names[n++] = main->profile;
    for (size_t i = 0; i < nfiles; i++) {
        const char *id = id_of(ctl, house, files[i]);
        if (id && strcmp(id, which) == 0)
            found = i;
        if (id && n < NAMES_MAX)
            names[n++] = id;
    }
    if (found == NAMES_MAX && !*which && nfiles == 1)
        found = 0;
    if (found < nfiles) {
        *file = files[found];
        *in_folder = true;
        return CTL_DONE;
    }
    if (*which)
        return ctl_refuse(ctl, CTL_REFUSED, pgy_str_nearest(which, names, n),
                          "there is no profile '%s' in %s", which, main->file);
    if (nfiles == 0)
        return ctl_refuse(ctl, CTL_REFUSED, NULL,
                          "%s is about nobody: it needs a section [person], or [daemon] profiles",
                          main->file);
    return ctl_refuse(ctl, CTL_REFUSED, NULL,
                      "%s serves several people: say whose with -p, such as -p %s", main->file,
                      n ? names[0] : "ID");
}

static int read_main(struct ctl *ctl, struct ctl_place *place, struct pgy_problems *problems)
{
    size_t before = problems->errors;
    int rc = pgy_config_read(place->house->main_file, place->house->schema, false, problems,
                             &place->main);
    if (rc == 0)
        return CTL_DONE;
    if (problems->errors == before)
        pgy_problem_add(problems, true, place->house->main_file, 0, NULL, NULL, NULL,
                        "cannot be read: %s", pgy_strerror(rc));
    return ctl_problems(ctl, problems, "the configuration cannot be read");
}

static int find_today(struct ctl *ctl, struct ctl_place *place)
{
    const char *zone = pgy_config_text(place->config, "person", "", "timezone", "UTC");
    int rc = pgy_tz_load(zone, &place->tz);
    if (rc != 0)
        return ctl_refuse(ctl, CTL_REFUSED, NULL, "time zone %s cannot be read: %s", zone,
                          pgy_strerror(rc));
    pgy_day given = PGY_NO_DAY;
    if ((rc = ctl_date(ctl, "--today", &given)) != CTL_DONE)
        return rc;
    place->today = given != PGY_NO_DAY ? given : pgy_tz_day(place->tz, pgy_clock_now(), NULL);
    pgy_quiet_of(place->config, &place->quiet);
    return CTL_DONE;
}

int ctl_place_open(struct ctl *ctl, struct ctl_place *place)
{
    struct pgy_problems problems = {.arena = ctl->arena}, checked = {.arena = ctl->arena};
    const char *file;
    bool in_folder;
    *place = (struct ctl_place){.stateless = true};
    int rc = ctl_date(ctl, "--today", &place->today);
    if (rc != CTL_DONE || (rc = ctl_house(ctl, &problems, &place->house)) != CTL_DONE ||
        (rc = read_main(ctl, place, &problems)) != CTL_DONE ||
        (rc = ctl_profile_file(ctl, place->house, place->main, &file, &in_folder)) != CTL_DONE)
        return rc;
    pgy_day day =
        place->today != PGY_NO_DAY ? place->today : (pgy_day)(pgy_clock_now() / DAY_SECONDS);
    rc = pgy_house_check(place->house, file, in_folder, day, &checked, &place->own);
    if (rc != 0 && !checked.errors)
        pgy_problem_add(&checked, true, file, 0, NULL, NULL, NULL, "cannot be read: %s",
                        pgy_strerror(rc));
    if (checked.errors)
        return ctl_problems(ctl, &checked,
                            "the configuration has errors; `pgyctl check` shows them all");
    place->config = place->own;
    return find_today(ctl, place);
}

void ctl_place_free(struct ctl_place *place)
{
    pgy_timeline_free(&place->timeline);
    pgy_pass_free(&place->pass);
    pgy_tz_free(&place->tz);
    pgy_config_free(&place->own);
    pgy_config_free(&place->main);
    pgy_house_free(&place->house);
}

/* ---- the pass ---- */

static int pass_failures(const struct ctl *ctl, const struct pgy_pass *pass, bool *failed)
{
    (void)ctl;
    *failed = false;
    for (size_t i = 0; i < pgy_pass_count(pass); i++) {
        const struct pgy_run_result *result = pgy_pass_result(pass, i);
        if (result->rc != 0) {
            ctl_note("%s", result->failure);
            *failed = true;
        }
    }
    return CTL_DONE;
}

static void build_timeline(struct ctl *ctl, struct ctl_place *place)
{
    size_t n = pgy_pass_count(place->pass);
    struct pgy_share *shares = pgy_arena_array(ctl->arena, n + 1, sizeof *shares);
    for (size_t i = 0; i < n; i++) {
        const struct pgy_run_result *result = pgy_pass_result(place->pass, i);
        struct pgy_batch *merged = pgy_arena_alloc(ctl->arena, sizeof *merged);
        if (result->rc != 0)
            continue;
        pgy_batch_merge(&result->batch, NULL, true, place->today, ctl->arena, merged);
        shares[i].batch = merged;
    }
    /* A given day, or no journal: reproducible to the byte, so no clock. */
    bool still = place->stateless || ctl_option(ctl, "--today");
    struct pgy_spans_input busy = {
        .config = place->config, .person = place->tz, .today = place->today};
    busy.shifts = pgy_pass_shifts(place->pass, &busy.nshifts);
    const struct pgy_spans spans = pgy_spans_make(&busy, ctl->arena);
    struct pgy_timeline_input input = {
        .week = true,
        .spans = spans.list,
        .nspans = spans.n,
        .profile = place->config->profile,
        .zone = pgy_tz_name(place->tz),
        .remind_at = place->quiet.remind_at,
        .today = place->today,
        .started = place->started,
        .now = still ? (int64_t)place->today * DAY_SECONDS : pgy_clock_now(),
        .shares = shares,
        .nshares = n,
        .journal = &place->journal,
        .schema = place->house->schema,
        .revisions = place->stateless ? NULL : &place->revisions,
    };
    place->timeline = pgy_timeline_build(&input);
}

int ctl_place_plan(struct ctl *ctl, struct ctl_place *place, const char *plugin, bool *failed)
{
    struct pgy_pass_input input =
        pgy_house_input(place->house, PGY_VERB_PLAN, place->config, &place->journal, place->today);
    input.started = place->started;
    input.plugin = plugin;
    place->pass = pgy_pass_start(&input);
    pgy_pass_wait(place->pass);
    pass_failures(ctl, place->pass, failed);
    build_timeline(ctl, place);
    return CTL_DONE;
}

json_t *ctl_item(const struct ctl_place *place, const struct pgy_item *item)
{
    return pgy_remind_item_json(item, place->tz, &place->quiet);
}
