/* SPDX-License-Identifier: BSD-2-Clause */
/* Whether [packs] use and skip name packs that are there. What stands in them is pack.c's. */
#include "plugins/milestones/packs/packs.h"

#include "plugins/common/texts/near.h"

#include <string.h>

struct named {
    const struct pgyd_host *h;
    const char *word;
    struct pgc_near near;
    bool found;
};

static int is_named(void *arg, const struct pgyd_data *data)
{
    struct named *n = arg;
    char stem[64];
    pgc_format(stem, sizeof stem, "%s", data->name);
    size_t len = strlen(stem);
    if (len > 4 && strcmp(stem + len - 4, ".ini") == 0)
        stem[len - 4] = '\0';
    n->found = n->found || strcmp(n->word, stem) == 0 || strcmp(n->word, data->name) == 0;
    pgc_near_try(&n->near, stem);
    return n->found;
}

static void check_names(const struct pgyd_host *h, const char *key)
{
    struct pgyd_value v;
    char remedy[160];
    if (!pgc_get(h, "packs", "", key, &v))
        return;
    for (uint32_t i = 0; i < v.nlist; i++) {
        struct named n = {.h = h, .word = v.list[i], .near = {.wanted = v.list[i]}};
        h->data(h->ctx, "packs", is_named, &n);
        const char *best = pgc_near_best(&n.near);
        if (best)
            pgc_format(remedy, sizeof remedy, "did you mean %s?", best);
        if (!n.found)
            pgc_warn(h, "packs", "", key, best ? remedy : NULL, "there is no pack %s", n.word);
    }
}

void milestones_packs_check_named(const struct pgyd_host *h)
{
    check_names(h, "use");
    check_names(h, "skip");
}
