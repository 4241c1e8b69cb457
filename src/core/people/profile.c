/* SPDX-License-Identifier: BSD-2-Clause */
/* One person's entry: what is in force of it, how its plugins fare, its calls. Looking people up is
 * the roll's (core/roll.c). */
#include "core/people/inside.h"

#include "base/err.h"
#include "base/log.h"

#include <stdlib.h>
#include <string.h>

struct core_profile *core_profile_add(struct core_people *people, const char *file, bool in_folder)
{
    struct core_person **end = &people->roll.first;
    for (; *end; end = &(*end)->next) {
        if (strcmp((*end)->file, file) == 0)
            return core_profile_of(*end);
    }
    struct core_profile *profile = calloc(1, sizeof *profile);
    char *copy = strdup(file);
    if (!profile || !copy)
        abort();
    profile->person.born = ++people->born;
    profile->person.file = copy;
    profile->person.in_folder = in_folder;
    profile->notes.arena = pgy_arena_new();
    profile->calls.oncall = pgy_oncall_new();
    *end = &profile->person;
    people->roll.n++;
    return profile;
}

static void profile_free(struct core_profile *profile)
{
    struct core_person *person = &profile->person;
    core_feeds_close(profile);
    pgy_timeline_free(&person->timeline);
    pgy_config_free(&person->config);
    pgy_house_free(&person->house);
    pgy_tz_free(&person->tz);
    pgy_arena_free(&profile->notes.arena);
    pgy_arena_free(&profile->calls.arena);
    pgy_oncall_free(&profile->calls.oncall);
    for (size_t i = 0; i < profile->nplugins; i++) {
        free(profile->plugins[i].name);
        free(profile->plugins[i].version);
        free(profile->plugins[i].failure);
    }
    free(profile->plugins);
    free(person->file);
    free(person->id);
    free(profile);
}

void core_profile_drop(struct core_people *people, struct core_profile *profile)
{
    struct core_person **p = &people->roll.first;
    while (*p != &profile->person)
        p = &(*p)->next;
    *p = profile->person.next;
    people->roll.n--;
    profile_free(profile);
}

int core_profile_let_go(struct core_people *people, const char *id)
{
    static const char doing[] = "letting a profile go";
    struct pgy_store *store = people->in.store;
    int rc = pgy_store_begin(store);
    if (rc != 0) {
        core_health_failed(people->in.health, doing, rc);
        return rc;
    }
    rc = pgy_store_profile_wake(store, id, INT64_MAX);
    if (rc == 0)
        rc = pgy_store_due_replace(store, id, NULL, 0, 0);
    if (rc == 0)
        rc = pgy_store_gathered_move(store, id, NULL, INT64_MAX);
    return core_health_end(people->in.health, rc, doing);
}

void core_profile_note(struct core_profile *profile, const struct pgy_problems *problems)
{
    pgy_arena_free(&profile->notes.arena);
    const struct pgy_problems copy = pgy_problems_copy(problems, pgy_arena_new());
    profile->notes = (struct core_notes){.arena = copy.arena, .list = copy.list, .n = copy.n};
}

/* Another id is another person: what was due of the old one must not wait for ever. */
static void rename_to(struct core_people *people, struct core_person *person, const char *id)
{
    if (person->id && strcmp(person->id, id) == 0)
        return;
    if (person->id)
        (void)core_profile_let_go(people, person->id);
    free(person->id);
    person->id = strdup(id);
    if (!person->id)
        abort();
    pgy_timeline_free(&person->timeline);
}

int core_profile_use(struct core_people *people, struct core_profile *profile,
                     struct pgy_house *house, struct pgy_config *config, bool accepted)
{
    struct core_person *person = &profile->person;
    struct pgy_tz *tz = NULL;
    int rc = pgy_tz_load(pgy_config_text(config, "person", "", "timezone", "UTC"), &tz);
    const struct core_person *other = core_roll_find(&people->roll, config->profile);
    if (rc == 0 && other && other != person) {
        pgy_error(
            "profile '%s' of '%s' is also the id of '%s': give one of them another [person] id",
            config->profile, person->file, other->file);
        rc = PGY_EEXISTS;
    }
    if (rc != 0) {
        pgy_tz_free(&tz);
        pgy_config_free(&config);
        return rc;
    }
    rename_to(people, person, config->profile);
    /* Zone, name and hour of alarms are part of a feed's bytes. */
    core_feeds_close(profile);
    pgy_config_free(&person->config);
    pgy_house_free(&person->house);
    pgy_tz_free(&person->tz);
    person->config = config;
    profile->packs = core_changes_packs(config);
    person->accepted = accepted;
    person->house = pgy_house_ref(house);
    person->tz = tz;
    pgy_quiet_of(config, &person->quiet);
    person->quiet.shifts = profile->calls.shifts;
    person->quiet.nshifts = profile->calls.n;
    return 0;
}

void core_profile_shifts(struct core_profile *profile)
{
    struct core_calls *calls = &profile->calls;
    struct core_person *person = &profile->person;
    size_t n;
    const struct pgy_shift *shifts = pgy_oncall_shifts(calls->oncall, &n);
    pgy_arena_free(&calls->arena);
    calls->arena = pgy_arena_new();
    calls->shifts = pgy_arena_array(calls->arena, n + 1, sizeof *calls->shifts);
    for (size_t i = 0; i < n; i++)
        calls->shifts[i] = (struct pgy_shift){shifts[i].start, shifts[i].end,
                                              pgy_arena_strdup(calls->arena, shifts[i].name)};
    calls->n = n;
    person->quiet.shifts = calls->shifts;
    person->quiet.nshifts = n;
    person->shifts_known = true;
    for (const char *news = pgy_oncall_news(calls->oncall); news;
         news = pgy_oncall_news(calls->oncall))
        pgy_warn("%s", news);
}

struct core_plugin *core_profile_plugin(struct core_profile *profile, const char *name)
{
    for (size_t i = 0; i < profile->nplugins; i++) {
        if (strcmp(profile->plugins[i].name, name) == 0)
            return &profile->plugins[i];
    }
    struct core_plugin *grown = realloc(profile->plugins, (profile->nplugins + 1) * sizeof *grown);
    if (!grown)
        abort();
    profile->plugins = grown;
    struct core_plugin *plugin = &grown[profile->nplugins++];
    *plugin = (struct core_plugin){.name = strdup(name)};
    if (!plugin->name)
        abort();
    return plugin;
}

bool core_problem_of_daemon(const struct pgy_problem *problem)
{
    return problem->section &&
           (strcmp(problem->section, "daemon") == 0 || strcmp(problem->section, "serve") == 0);
}
