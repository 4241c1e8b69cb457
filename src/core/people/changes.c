/* SPDX-License-Identifier: BSD-2-Clause */
/* Once a minute: has a plugin, a data file or the zones changed? What follows from it is not
 * decided here. */
#include "core/people/inside.h"

#include "base/log.h"

#include <sodium.h>
#include <string.h>
#include <sys/stat.h>

enum { MINUTE = 60 };

static void mix_file(crypto_generichash_state *state, const char *path)
{
    struct stat st = {0};
    (void)stat(path, &st);
    int64_t marks[] = {(int64_t)st.st_dev, (int64_t)st.st_ino, (int64_t)st.st_size,
                       st.st_mtim.tv_sec, st.st_mtim.tv_nsec};
    crypto_generichash_update(state, (const unsigned char *)marks, sizeof marks);
}

/* Where a plugin was looked for in vain: it may be installed one day. */
static void mix_places(crypto_generichash_state *state, const struct core_people *people,
                       const char *plugin, struct pgy_arena *arena)
{
    const struct pgy_value *extra =
        people->main.daemon ? pgy_config_get(people->main.daemon, "daemon", "", "plugin_path")
                            : NULL;
    size_t n;
    const char *const *places =
        pgy_paths_plugin(&people->main.house->paths, arena, extra ? extra->list : NULL,
                         extra ? extra->nlist : 0, plugin, &n);
    for (size_t i = 0; i < n; i++)
        mix_file(state, places[i]);
}

uint64_t core_changes_packs(const struct pgy_config *config)
{
    const struct pgy_value *paths = config ? pgy_config_get(config, "packs", "", "path") : NULL;
    return paths && paths->nlist ? pgy_data_packs_marks(paths->list, paths->nlist) : 0;
}

/* Whether anybody's packs are other than when their configuration came into force. They count as
 * read from now on: whoever hears of it reads everything. */
static bool packs_changed(const struct core_people *people)
{
    bool changed = false;
    for (const struct core_person *p = people->roll.first; p; p = p->next) {
        struct core_profile *profile = core_profile_of(p);
        uint64_t packs = core_changes_packs(p->config);
        changed = changed || packs != profile->packs;
        profile->packs = packs;
    }
    return changed;
}

uint64_t core_changes_fingerprint(const struct core_people *people)
{
    static const char *const kinds[] = {"packs", "letters", "lists"};
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    const struct pgy_house *house = people->main.house;
    crypto_generichash_state state;
    unsigned char digest[16];
    uint64_t hash;
    crypto_generichash_init(&state, NULL, 0, sizeof digest);
    for (size_t i = 0; i < house->schema->nplugins; i++) {
        if (house->schema->plugins[i].path)
            mix_file(&state, house->schema->plugins[i].path);
        else
            mix_places(&state, people, house->schema->plugins[i].plugin, arena);
    }
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
        mix_file(&state, pgy_arena_printf(arena, "%s/%s", house->paths.data, kinds[i]));
    for (size_t i = 0; i < house->data->n; i++)
        mix_file(&state, pgy_arena_printf(arena, "%s/%s/%s", house->paths.data,
                                          house->data->files[i].kind, house->data->files[i].name));
    /* Comes with every update of the zones. */
    mix_file(&state, "/usr/share/zoneinfo/tzdata.zi");
    crypto_generichash_final(&state, digest, sizeof digest);
    memcpy(&hash, digest, sizeof hash);
    return hash;
}

/* A plugin that could not even say what it is (a machine under load at start, a file half written)
 * is asked again: after a minute, two, four ... an hour. */
static bool ask_again(struct core_people *people, int64_t now)
{
    const struct pgy_schema *schema = people->main.house->schema;
    bool failed = false;
    for (size_t i = 0; i < schema->nplugins; i++)
        failed = failed || (schema->plugins[i].listed && schema->plugins[i].failed &&
                            schema->plugins[i].path);
    if (!failed) {
        people->changes.ask_wait = 0;
        return false;
    }
    if (people->changes.ask_wait > 0 && now < people->changes.ask_at &&
        people->changes.ask_at - now <= people->changes.ask_wait)
        return false;
    bool due = people->changes.ask_wait > 0;
    people->changes.ask_wait = !due                              ? MINUTE
                               : people->changes.ask_wait < 1800 ? people->changes.ask_wait * 2
                                                                 : 3600;
    people->changes.ask_at = now + people->changes.ask_wait;
    return due;
}

bool core_changes_look(struct core_people *people, int64_t now)
{
    struct core_changes *changes = &people->changes;
    if (now < changes->looked + MINUTE && now >= changes->looked)
        return false;
    changes->looked = now;
    /* Not while a job runs: it may be about to change what is looked at. */
    if (people->job || people->nqueue > 0)
        return false;
    changes->seen = core_changes_fingerprint(people);
    bool changed = packs_changed(people) || changes->seen != changes->fingerprint;
    bool again = ask_again(people, now);
    if (changed)
        pgy_info("a plugin, a data file or the time zones changed: planning again");
    return changed || again;
}
