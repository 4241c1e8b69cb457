/* SPDX-License-Identifier: BSD-2-Clause */
/* Finds programs, plugins, data, configuration and state, installed or in a build tree. Reads none
 * of them. */
#include "pgy-build.h"

#include "base/paths.h"

#include "base/str.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const struct {
    const char *name;
    const char *build;     /* below the build tree */
    const char *installed; /* directory */
} programs[] = {
    {"pgyd", "src/parent/pgyd", PGY_SBINDIR},
    {"pgyd-core", "src/core/pgyd-core", PGY_LIBEXECDIR},
    {"pgyd-worker", "src/worker/pgyd-worker", PGY_LIBEXECDIR},
    {"pgyd-import", "src/worker/pgyd-import", PGY_LIBEXECDIR},
    {"pgyd-web", "src/web/pgyd-web", PGY_LIBEXECDIR},
    {"pgyd-courier", "src/courier/pgyd-courier", PGY_LIBEXECDIR},
    {"pgyctl", "src/ctl/pgyctl", PGY_BINDIR},
};

/* Cuts the last n components off a path. */
static void up(char *path, int n)
{
    while (n-- > 0) {
        char *slash = strrchr(path, '/');
        if (slash)
            *slash = '\0';
    }
}

int pgy_paths_find(struct pgy_arena *arena, struct pgy_paths *paths)
{
    char exe[PATH_MAX];
    ssize_t n = readlink("/proc/self/exe", exe, sizeof exe - 1);
    if (n < 0)
        return -errno;
    exe[n] = '\0';
    up(exe, 3);
    const char *worker = pgy_arena_printf(arena, "%s/src/worker/pgyd-worker", exe);
    const char *status = pgy_arena_printf(arena, "%s/config.status", exe);
    bool uninstalled = access(worker, F_OK) == 0 && access(status, F_OK) == 0;
    *paths = (struct pgy_paths){
        .uninstalled = uninstalled,
        .build = uninstalled ? pgy_arena_strdup(arena, exe) : NULL,
        .data = uninstalled ? pgy_arena_printf(arena, "%s/etc", exe) : PGY_DATADIR,
        .plugins = uninstalled ? NULL : PGY_PLUGINDIR,
    };
    return 0;
}

const char *pgy_paths_program(const struct pgy_paths *paths, struct pgy_arena *arena,
                              const char *program)
{
    for (size_t i = 0; i < sizeof programs / sizeof programs[0]; i++) {
        if (strcmp(programs[i].name, program) != 0)
            continue;
        return paths->uninstalled
                   ? pgy_arena_printf(arena, "%s/%s", paths->build, programs[i].build)
                   : pgy_arena_printf(arena, "%s/%s", programs[i].installed, program);
    }
    return NULL;
}

const char *const *pgy_paths_plugin(const struct pgy_paths *paths, struct pgy_arena *arena,
                                    const char *const *extra, size_t nextra, const char *plugin,
                                    size_t *n)
{
    const char **list = pgy_arena_array(arena, nextra + 1, sizeof *list);
    for (size_t i = 0; i < nextra; i++)
        list[i] = pgy_arena_printf(arena, "%s/%s.so", extra[i], plugin);
    list[nextra] = paths->uninstalled ? pgy_arena_printf(arena, "%s/plugins/%s/.libs/%s.so",
                                                         paths->build, plugin, plugin)
                                      : pgy_arena_printf(arena, "%s/%s.so", paths->plugins, plugin);
    *n = nextra + 1;
    return list;
}

static const char *home(void)
{
    const char *h = getenv("HOME");
    return h && *h == '/' ? h : NULL;
}

const char *pgy_paths_config(struct pgy_arena *arena, const char *given, const char *const **tried,
                             size_t *ntried)
{
    const char **list = pgy_arena_array(arena, 2, sizeof *list);
    const char *xdg = getenv("XDG_CONFIG_HOME");
    size_t n = 0;
    if (given)
        list[n++] = pgy_arena_strdup(arena, given);
    else if (xdg && *xdg == '/')
        list[n++] = pgy_arena_printf(arena, "%s/pgyd/pgyd.ini", xdg);
    else if (home())
        list[n++] = pgy_arena_printf(arena, "%s/.config/pgyd/pgyd.ini", home());
    if (!given)
        list[n++] = PGY_SYSCONFDIR "/pgyd/pgyd.ini";
    *tried = list;
    *ntried = n;
    for (size_t i = 0; i < n; i++) {
        if (access(list[i], F_OK) == 0)
            return list[i];
    }
    return list[0];
}

const char *pgy_paths_state(struct pgy_arena *arena)
{
    const char *xdg = getenv("XDG_STATE_HOME");
    if (xdg && *xdg == '/')
        return pgy_arena_printf(arena, "%s/pgyd", xdg);
    if (geteuid() == 0 || !home())
        return "/var/lib/pgyd";
    return pgy_arena_printf(arena, "%s/.local/state/pgyd", home());
}
