/* SPDX-License-Identifier: BSD-2-Clause */
/* Finds plugin files and describes them all, blocking. No file is opened here as a library. */
#include "pgy-build.h"

#include "plan/describe.h"

#include "base/err.h"
#include "base/str.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { NAME_MAX_BYTES = 64 };

/* The name a file of a plugin has: letters, digits, '-' and '_'. */
static bool name_ok(const char *name)
{
    return pgy_str_made_of(name, NAME_MAX_BYTES, PGY_SMALL PGY_DIGITS "_-");
}

int pgy_plugin_find(const struct pgy_paths *paths, struct pgy_arena *arena,
                    const char *const *extra, size_t nextra, const char *plugin, const char **path,
                    const char **why)
{
    if (!name_ok(plugin)) {
        *why = pgy_arena_printf(
            arena, "'%s' is not the name of a plugin: use a-z, 0-9, '-' and '_'", plugin);
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
    *why = pgy_arena_printf(
        arena,
        "plugin '%s' was not found (looked for %s); install it or take it out of [daemon] plugins",
        plugin, list);
    return PGY_ENOTFOUND;
}

struct list {
    struct pgy_described *cache; /* NULL: none */
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

static void describe(struct list *list, const struct pgy_paths *paths, const char *plugin,
                     const char *path, bool listed, int64_t deadline_ms)
{
    struct pgy_declaration *to = pgy_arena_push(list->arena, &list->declarations, &list->n,
                                                &list->cap, sizeof *list->declarations);
    pgy_describe(list->cache, paths, plugin, path, deadline_ms, list->arena, to);
    to->listed = listed;
}

static void describe_listed(struct list *list, const struct pgy_paths *paths,
                            const char *const *extra, size_t nextra, const char *plugin,
                            int64_t deadline_ms)
{
    const char *path, *why;
    if (pgy_plugin_find(paths, list->arena, extra, nextra, plugin, &path, &why) == 0) {
        describe(list, paths, plugin, path, true, deadline_ms);
        return;
    }
    struct pgy_declaration *to = pgy_arena_push(list->arena, &list->declarations, &list->n,
                                                &list->cap, sizeof *list->declarations);
    to->plugin = pgy_arena_strdup(list->arena, plugin);
    to->failed = why;
    to->listed = true;
}

/* The plugins a directory holds: NAME.so, or in a build tree NAME/.libs/NAME.so. In order of name,
 * so that two runs give the same. */
static void describe_dir(struct list *list, const struct pgy_paths *paths, const char *dir,
                         bool build, int64_t deadline_ms)
{
    struct dirent **entries;
    int n = scandir(dir, &entries, NULL, alphasort);
    for (int i = 0; i < n; i++) {
        const char *name = entries[i]->d_name;
        size_t len = strlen(name);
        bool so = len > 3 && strcmp(name + len - 3, ".so") == 0;
        const char *plugin = build ? name : pgy_arena_strndup(list->arena, name, so ? len - 3 : 0);
        const char *path = build
                               ? pgy_arena_printf(list->arena, "%s/%s/.libs/%s.so", dir, name, name)
                               : pgy_arena_printf(list->arena, "%s/%s", dir, name);
        if (name_ok(plugin) && !has(list, plugin) && access(path, F_OK) == 0)
            describe(list, paths, plugin, path, false, deadline_ms);
    }
    for (int i = 0; i < n; i++)
        free(entries[i]);
    if (n >= 0)
        free(entries);
}

void pgy_plugins_describe(const struct pgy_paths *paths, struct pgy_arena *arena,
                          const char *const *listed, size_t nlisted, const char *const *extra,
                          size_t nextra, int64_t deadline_ms, struct pgy_described *cache,
                          struct pgy_declaration **declarations, size_t *n)
{
    struct list list = {.cache = cache, .arena = arena};
    for (size_t i = 0; i < nlisted; i++) {
        if (!has(&list, listed[i]))
            describe_listed(&list, paths, extra, nextra, listed[i], deadline_ms);
    }
    for (size_t i = 0; i < nextra; i++) {
        if (*extra[i] == '/')
            describe_dir(&list, paths, extra[i], false, deadline_ms);
    }
    if (paths->uninstalled)
        describe_dir(&list, paths, pgy_arena_printf(arena, "%s/plugins", paths->build), true,
                     deadline_ms);
    else
        describe_dir(&list, paths, paths->plugins, false, deadline_ms);
    *declarations = list.declarations;
    *n = list.n;
}
