/* SPDX-License-Identifier: BSD-2-Clause */
/* Of the callback check: [priorities] and the ratings of an offer. What they come to is score.c's.
 */
#include "plugins/offers/compare/compare.h"

#include "plugins/common/texts/near.h"

#include <stdio.h>
#include <string.h>

enum { WEIGHTS = 100 };

static const char rate[] = "rate_";

void compare_check_offer(const struct pgyd_host *h, const char *id)
{
    const char *name;
    for (uint32_t i = 0; (name = h->key_name(h->ctx, "offer", id, i)); i++) {
        if (strncmp(name, rate, strlen(rate)) != 0 ||
            pgc_has(h, "priorities", "", name + strlen(rate)))
            continue;
        struct pgc_near near = {.wanted = name + strlen(rate)};
        const char *criterion;
        for (uint32_t k = 0; (criterion = h->key_name(h->ctx, "priorities", "", k)); k++)
            pgc_near_try(&near, criterion);
        const char *best = pgc_near_best(&near);
        char remedy[128];
        pgc_format(remedy, sizeof remedy,
                   best ? "did you mean rate_%s?" : "add %s to [priorities] with a weight",
                   best ? best : near.wanted);
        pgc_error(h, "offer", id, name, remedy, "[priorities] has no criterion \"%s\"",
                  near.wanted);
    }
}

void compare_check(const struct pgyd_host *h)
{
    const char *criterion;
    int64_t sum = 0;
    if (!h->section_count(h->ctx, "priorities"))
        return;
    for (uint32_t i = 0; (criterion = h->key_name(h->ctx, "priorities", "", i)); i++)
        sum += pgc_num(h, "priorities", "", criterion, 0);
    if (sum != WEIGHTS)
        pgc_error(h, "priorities", "", NULL, "weights that sum to 100", "the weights sum to %lld",
                  (long long)sum);
}
