/* SPDX-License-Identifier: BSD-2-Clause */
/* A third of a thousand items, for contrib/bench/pass: built three times, -DMANY=many1. */
#include "pgyd/plugin.h"

#include <stdio.h>

#define JOIN_(a, b) a##b
#define JOIN(a, b) JOIN_(a, b)

enum { ITEMS = 334 };

static int plan(const struct pgyd_host *h)
{
    const char *const refs[] = {"S0-22"};
    for (int i = 0; i < ITEMS; i++) {
        char slug[32], title[80], day[24], detail[200];
        pgyd_day start = h->add_dur(h->ctx, h->today, i, 'd');
        snprintf(slug, sizeof slug, "rule-%d", i);
        snprintf(title, sizeof title, "Ask for the letter of reference number %d", i);
        snprintf(
            detail, sizeof detail,
            "The program wants it by %s.\nAsk in person, then send what the letter should say.",
            h->day_words(h->ctx, start, day));
        struct pgyd_item item = {.size = sizeof item,
                                 .kind = PGYD_DEADLINE,
                                 .slug = slug,
                                 .title = title,
                                 .detail = detail,
                                 .start = start,
                                 .end = PGYD_NO_DAY,
                                 .start_minute = -1,
                                 .end_minute = -1,
                                 .refs = refs,
                                 .nrefs = 1};
        if (h->emit(h->ctx, &item) < 0)
            return -1;
    }
    return 0;
}

PGYD_EXPORT extern const struct pgyd_plugin JOIN(pgyd_plugin_, MANY);
PGYD_EXPORT const struct pgyd_plugin JOIN(pgyd_plugin_, MANY) = {.major = PGYD_API_MAJOR,
                                                                 .minor = PGYD_API_MINOR,
                                                                 .size = sizeof(struct pgyd_plugin),
                                                                 .name = NAME,
                                                                 .version = "1",
                                                                 .plan = plan};
