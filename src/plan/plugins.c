/* SPDX-License-Identifier: BSD-2-Clause */
#include "config.h"

#include "plan/run.h"

#include "base/err.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { NAME_MAX_BYTES = 64 };

/* The name a file of a plugin has: letters, digits, '-' and '_'. */
static bool name_ok(const char *name)
{
    size_t len = strnlen(name, NAME_MAX_BYTES + 1);
    return len > 0 && len <= NAME_MAX_BYTES && strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789_-") == len;
}

int pgy_plugin_find(const struct pgy_paths *paths, struct pgy_arena *arena, const char *const *extra, size_t nextra,
                    const char *plugin, const char **path, const char **why)
{
    if (!name_ok(plugin)) {
        *why = pgy_arena_printf(arena, "'%s' is not the name of a plugin: use a-z, 0-9, '-' and '_'", plugin);
        return PGY_ENOTFOUND;
    }
    size_t n;
    const char *const *tried = pgy_paths_plugin(paths, arena, extra, nextra, plugin, &n);
    const char *list = "";
    for (size_t i = 0; i < n; i++) {
        if (*tried[i] == '/' && access(tried[i], F_OK) == 0) {
            *path = tried[i];
            return 0;
        }
        list = pgy_arena_printf(arena, "%s%s%s", list, i ? ", " : "", tried[i]);
    }
    *why = pgy_arena_printf(arena, "plugin '%s' was not found (looked for %s); install it or take it out of [daemon] plugins", plugin,
                            list);
    return PGY_ENOTFOUND;
}

struct list {
    struct pgy_arena *arena;
    struct pgy_declaration *declarations;
    size_t n, cap;
};

static bool has(const struct list *list, const char *plugin)
{
    for (size_t i = 0; i < list->n; i++) {
        if (strcmp(list->declarations[i].plugin, plugin) == 0)
            return true;
    }
    return false;
}

static const char *copy(struct list *list, const char *text)
{
    return pgy_arena_strdup(list->arena, text);
}

/* Into the caller's arena: the run's own goes with the run. */
static void copy_declaration(struct list *list, const struct pgy_declaration *from, struct pgy_declaration *to)
{
    struct pgyd_journal_kind *kinds = pgy_arena_array(list->arena, from->nkinds, sizeof *kinds);
    struct pgyd_report *reports = pgy_arena_array(list->arena, from->nreports, sizeof *reports);
    struct pgyd_rename *renames = pgy_arena_array(list->arena, from->nrenames, sizeof *renames);
    struct pgy_key *keys = pgy_arena_array(list->arena, from->nkeys, sizeof *keys);
    *to = *from;
    to->plugin = copy(list, from->plugin);
    to->version = copy(list, from->version);
    to->summary = copy(list, from->summary);
    to->path = copy(list, from->path);
    to->failed = copy(list, from->failed);
    for (size_t i = 0; i < from->nkinds; i++)
        kinds[i] = (struct pgyd_journal_kind){.size = sizeof *kinds, .name = copy(list, from->kinds[i].name),
                                              .subject = copy(list, from->kinds[i].subject), .events = copy(list, from->kinds[i].events),
                                              .keys = copy(list, from->kinds[i].keys), .help = copy(list, from->kinds[i].help)};
    for (size_t i = 0; i < from->nreports; i++)
        reports[i] = (struct pgyd_report){.size = sizeof *reports, .name = copy(list, from->reports[i].name),
                                          .args = copy(list, from->reports[i].args), .help = copy(list, from->reports[i].help)};
    for (size_t i = 0; i < from->nrenames; i++)
        renames[i] = (struct pgyd_rename){copy(list, from->renames[i].from), copy(list, from->renames[i].to)};
    for (size_t i = 0; i < from->nkeys; i++) {
        keys[i] = from->keys[i];
        keys[i].owner = to->plugin;
        const char **texts[] = {&keys[i].section, &keys[i].name, &keys[i].choices, &keys[i].fallback, &keys[i].help, &keys[i].journal};
        for (size_t t = 0; t < sizeof texts / sizeof texts[0]; t++)
            *texts[t] = copy(list, *texts[t]);
    }
    to->kinds = kinds;
    to->reports = reports;
    to->renames = renames;
    to->keys = keys;
}

static void describe(struct list *list, const struct pgy_paths *paths, const char *plugin, const char *path, bool listed,
                     int64_t deadline_ms)
{
    struct pgy_run_input input = {
        .verb = PGY_VERB_DESCRIBE, .paths = paths, .plugin = plugin, .path = path, .deadline_ms = deadline_ms};
    struct pgy_run *run = pgy_run_start(&input);
    pgy_run_wait(run);
    struct pgy_declaration *to =
        pgy_arena_push(list->arena, &list->declarations, &list->n, &list->cap, sizeof *list->declarations);
    copy_declaration(list, &pgy_run_result(run)->declaration, to);
    to->listed = listed;
    pgy_run_free(&run);
}

static void describe_listed(struct list *list, const struct pgy_paths *paths, const char *const *extra, size_t nextra,
                            const char *plugin, int64_t deadline_ms)
{
    const char *path, *why;
    if (pgy_plugin_find(paths, list->arena, extra, nextra, plugin, &path, &why) == 0) {
        describe(list, paths, plugin, path, true, deadline_ms);
        return;
    }
    struct pgy_declaration *to =
        pgy_arena_push(list->arena, &list->declarations, &list->n, &list->cap, sizeof *list->declarations);
    to->plugin = copy(list, plugin);
    to->failed = why;
    to->listed = true;
}

/* The plugins a directory holds: NAME.so, or in a build tree NAME/.libs/NAME.so. In order of name, so that two runs give the same. */
static void describe_dir(struct list *list, const struct pgy_paths *paths, const char *dir, bool build, int64_t deadline_ms)
{
    struct dirent **entries;
    int n = scandir(dir, &entries, NULL, alphasort);
    for (int i = 0; i < n; i++) {
        const char *name = entries[i]->d_name;
        size_t len = strlen(name);
        bool so = len > 3 && strcmp(name + len - 3, ".so") == 0;
        const char *plugin = build ? name : pgy_arena_strndup(list->arena, name, so ? len - 3 : 0);
        const char *path = build ? pgy_arena_printf(list->arena, "%s/%s/.libs/%s.so", dir, name, name)
                                 : pgy_arena_printf(list->arena, "%s/%s", dir, name);
        if (name_ok(plugin) && !has(list, plugin) && access(path, F_OK) == 0)
            describe(list, paths, plugin, path, false, deadline_ms);
    }
    for (int i = 0; i < n; i++)
        free(entries[i]);
    if (n >= 0)
        free(entries);
}

void pgy_plugins_describe(const struct pgy_paths *paths, struct pgy_arena *arena, const char *const *listed, size_t nlisted,
                          const char *const *extra, size_t nextra, int64_t deadline_ms, struct pgy_declaration **declarations,
                          size_t *n)
{
    struct list list = {.arena = arena};
    for (size_t i = 0; i < nlisted; i++) {
        if (!has(&list, listed[i]))
            describe_listed(&list, paths, extra, nextra, listed[i], deadline_ms);
    }
    for (size_t i = 0; i < nextra; i++) {
        if (*extra[i] == '/')
            describe_dir(&list, paths, extra[i], false, deadline_ms);
    }
    if (paths->uninstalled)
        describe_dir(&list, paths, pgy_arena_printf(arena, "%s/plugins", paths->build), true, deadline_ms);
    else
        describe_dir(&list, paths, paths->plugins, false, deadline_ms);
    *declarations = list.declarations;
    *n = list.n;
}
