/* SPDX-License-Identifier: BSD-2-Clause */
/* Who is served: a profile a file, as the main file in force names them. What their files say is
 * job.c's. */
#include "core/people/inside.h"

#include "base/err.h"
#include "base/log.h"

#include <string.h>

/* Before its file is read and checked, a profile runs from what was accepted last: reminders and
 * messages need not wait for the first plan. */
static void restore(struct core_people *people, struct core_profile *profile,
                    const struct pgy_stored_profile *stored, size_t n)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    struct pgy_problems ignored = {.arena = arena};
    struct pgy_config *config;
    const char *file, *text;
    size_t len;
    int64_t when;
    /* A file that gave its person another id stands here twice: the one that was let go only when
     * the other cannot be read. */
    for (size_t k = 0; k < 2 * n && !profile->person.config; k++) {
        size_t i = k % n;
        if (strcmp(stored[i].file, profile->person.file) == 0 &&
            (stored[i].next_wake == INT64_MAX) == (k >= n) &&
            pgy_store_accepted_get(people->in.store, stored[i].id, arena, &file, &text, &len,
                                   &when) == 0 &&
            pgy_config_parse(profile->person.file, text, len, people->main.house->schema,
                             profile->person.in_folder, &ignored, &config) == 0)
            core_profile_use(people, profile, people->main.house, config, true);
    }
}

static void take_in(struct core_people *people, const char *file, bool in_folder,
                    const struct pgy_stored_profile *stored, size_t n)
{
    struct core_profile *profile = core_profile_add(people, file, in_folder);
    if (!profile->person.config)
        restore(people, profile, stored, n);
    core_queue_add(people, profile, true);
}

static bool has_file(const struct core_people *people, const char *file)
{
    for (const struct core_person *p = people->roll.first; p; p = p->next) {
        if (strcmp(p->file, file) == 0)
            return true;
    }
    return false;
}

static void drop(struct core_people *people, struct core_profile *profile)
{
    core_job_forget(people, profile);
    core_queue_remove(people, profile);
    core_judge_lose(people, &profile->person);
    core_left_forget(&people->left, &profile->person);
    core_profile_drop(people, profile);
}

/* Files that are gone are let go; what is stored of them stays. */
static void drop_unwanted(struct core_people *people, const char *const *files, size_t n,
                          bool main_person)
{
    for (struct core_person *p = people->roll.first, *next; p; p = next) {
        next = p->next;
        bool wanted = !p->in_folder && main_person;
        for (size_t i = 0; i < n && !wanted; i++)
            wanted = p->in_folder && strcmp(files[i], p->file) == 0;
        if (wanted)
            continue;
        pgy_info(
            "'%s' is no longer configured: its feed stays as it is until pgyctl profile remove",
            p->file);
        if (p->id)
            (void)core_profile_let_go(people, p->id);
        drop(people, core_profile_of(p));
    }
}

/* One profile a file: the main one when it has a person, and those of [daemon] profiles. Files
 * that are gone are let go; what is stored of them stays. */
void core_census_match(struct core_people *people)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    const char **files = NULL;
    size_t n = 0;
    const char *main_file = people->main.house->main_file;
    bool has_glob = pgy_config_text(people->main.daemon, "daemon", "", "profiles", NULL) != NULL;
    bool main_person = people->main.daemon->has_person || !has_glob;
    int rc = pgy_house_profiles(people->main.daemon, arena, &files, &n);
    bool listed = rc == 0;
    if (!listed)
        pgy_error("the files of daemon.profiles cannot be listed: %s", pgy_strerror(rc));
    if (listed)
        drop_unwanted(people, files, n, main_person);
    struct pgy_stored_profile *stored;
    size_t nstored;
    if (pgy_store_profiles(people->in.store, arena, &stored, &nstored) != 0)
        nstored = 0;
    if (main_person)
        take_in(people, main_file, false, stored, nstored);
    for (size_t i = 0; i < n; i++)
        take_in(people, files[i], true, stored, nstored);
    /* Those whose file went while nobody looked. */
    for (size_t i = 0; listed && i < nstored; i++) {
        if (stored[i].next_wake != INT64_MAX && !has_file(people, stored[i].file))
            (void)core_profile_let_go(people, stored[i].id);
    }
}
