/* SPDX-License-Identifier: BSD-2-Clause */
/* Opens a plugin by its path, checks major, size and name, and copies what both sides know of its
 * structs. */
#include "pgy-build.h"

#include "worker/loader.h"

#include "base/err.h"

#include <dlfcn.h>
#include <stdio.h>
#include <string.h>

enum { NAME_MAX_BYTES = 64, SYMBOL_MAX = NAME_MAX_BYTES + 16 };

#define MEMBER_END(type, member) (offsetof(type, member) + sizeof(((type *)0)->member))

/* A plugin's name may hold '-', which no C identifier can: '_' stands for it. */
static bool same_name(const char *a, const char *b)
{
    for (; *a && *b; a++, b++) {
        if ((*a == '-' ? '_' : *a) != (*b == '-' ? '_' : *b))
            return false;
    }
    return *a == *b;
}

static void symbol_of(const char *name, char symbol[SYMBOL_MAX])
{
    snprintf(symbol, SYMBOL_MAX, "pgyd_plugin_%.*s", NAME_MAX_BYTES, name);
    for (char *c = symbol; *c; c++) {
        if (*c == '-')
            *c = '_';
    }
}

/* The checks of what cannot be read as a plugin of this major. `found` may be a newer or an older
 * minor's. */
static int check(const struct pgyd_plugin *found, const char *name, char why[PGY_LOADER_WHY])
{
    if (found->major != PGYD_API_MAJOR)
        snprintf(why, PGY_LOADER_WHY,
                 "is built for plugin interface %u.%u and this pgyd speaks %d.%d; install the "
                 "build of '%s' made for "
                 "this version of pgyd",
                 found->major, found->minor, PGYD_API_MAJOR, PGYD_API_MINOR, name);
    else if (found->size < MEMBER_END(struct pgyd_plugin, plan))
        snprintf(why, PGY_LOADER_WHY,
                 "describes itself in %u bytes, too few for plugin interface %d; rebuild it with "
                 "pgyd/plugin.h",
                 found->size, PGYD_API_MAJOR);
    else if (!found->name || !same_name(found->name, name))
        snprintf(why, PGY_LOADER_WHY, "calls itself '%.64s'; name the file and the plugin alike",
                 found->name ? found->name : "");
    else if (!found->plan)
        snprintf(why, PGY_LOADER_WHY,
                 "has no plan function, which every plugin needs; its author must add one");
    else
        return 0;
    return PGY_EREFUSED;
}

int pgy_loader_open(const char *name, const char *path, struct pgy_loaded *loaded,
                    char why[PGY_LOADER_WHY])
{
    if (*path != '/') {
        snprintf(why, PGY_LOADER_WHY, "cannot be opened by a relative path; give an absolute one");
        return PGY_EREFUSED;
    }
    /* RTLD_LOCAL: two plugins' symbols never meet; RTLD_NOW: a missing one shows here and not in
     * the middle of a plan. */
    void *handle = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    if (!handle) {
        snprintf(why, PGY_LOADER_WHY, "cannot be opened: %s; reinstall it", dlerror());
        return PGY_EREFUSED;
    }
    char symbol[SYMBOL_MAX];
    symbol_of(name, symbol);
    const struct pgyd_plugin *found = dlsym(handle, symbol);
    if (!found) {
        snprintf(why, PGY_LOADER_WHY,
                 "has no symbol %s, so it is not a pgyd plugin of that name; define it with "
                 "PGYD_PLUGIN()",
                 symbol);
        return PGY_EREFUSED;
    }
    int rc = check(found, name, why);
    if (rc < 0)
        return rc;
    *loaded = (struct pgy_loaded){0};
    memcpy(&loaded->plugin, found,
           found->size < sizeof loaded->plugin ? found->size : sizeof loaded->plugin);
    return 0;
}

bool pgy_loader_element(const void *array, size_t i, void *to, size_t size, size_t least)
{
    uint32_t stride; /* the first member of each such struct */
    memcpy(&stride, array, sizeof stride);
    if (stride < least || stride > 64 * 1024)
        return false;
    memset(to, 0, size);
    memcpy(to, (const char *)array + i * stride, stride < size ? stride : size);
    return true;
}
