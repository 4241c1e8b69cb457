/* SPDX-License-Identifier: BSD-2-Clause */
/* Two plugins before and after items moved from one to the other, for tests/e2e/test_moves.py:
 * -DMOVE=giver, -DNAME='"giver"', -DSTAGE=BEFORE or GAVE; -DMOVE=taker with BEFORE, TOOK or
 * FAILS, which declares what TOOK does and plans nothing. */
#include "pgyd/plugin.h"

#include <stdint.h>
#include <string.h>

#define JOIN_(a, b) a##b
#define JOIN(a, b) JOIN_(a, b)

enum { BEFORE, GAVE, TOOK, FAILS };

static const struct pgyd_rename renames[] = {{"giver/learn", "learn"}, {"giver/read", "reading"}};

/* What each of them plans; days count from the first run. */
static const struct rule {
    const char *plugin;
    int stage;
    const char *slug, *occurrence, *title;
    int days;
} rules[] = {
    {"giver", BEFORE, "learn", "2026", "Learn the codes", 20},
    {"giver", BEFORE, "read", NULL, "Read a contract", 25},
    {"giver", BEFORE, "own", NULL, "Call a friend", 30},
    {"giver", GAVE, "own", NULL, "Call a friend", 30},
    {"taker", BEFORE, "mine", NULL, "Ask for a letter", 35},
    {"taker", TOOK, "mine", NULL, "Ask for a letter", 35},
    {"taker", TOOK, "learn", "2026", "Learn the codes", 20},
    {"taker", TOOK, "reading", NULL, "Read a contract", 25},
    /* the shipped one of an older release; the day is a December 1 */
    {"networking", BEFORE, "learn-bumped", "2026", "Which cases are bumped", 9},
};

static int plan(const struct pgyd_host *h)
{
    if (STAGE == FAILS) {
        h->error(h->ctx, "it does not want to");
        return -1;
    }
    for (size_t i = 0; i < sizeof rules / sizeof rules[0]; i++) {
        const struct rule *rule = &rules[i];
        struct pgyd_item item = {.size = sizeof item,
                                 .kind = PGYD_MILESTONE,
                                 .slug = rule->slug,
                                 .occurrence = rule->occurrence,
                                 .title = rule->title,
                                 .start = h->started + rule->days,
                                 .end = PGYD_NO_DAY,
                                 .start_minute = -1,
                                 .end_minute = -1};
        if (strcmp(rule->plugin, NAME) == 0 && rule->stage == STAGE && h->emit(h->ctx, &item) < 0)
            return -1;
    }
    return 0;
}

PGYD_EXPORT extern const struct pgyd_plugin JOIN(pgyd_plugin_, MOVE);
PGYD_EXPORT const struct pgyd_plugin JOIN(pgyd_plugin_, MOVE) = {.major = PGYD_API_MAJOR,
                                                                 .minor = PGYD_API_MINOR,
                                                                 .size = sizeof(struct pgyd_plugin),
                                                                 .name = NAME,
                                                                 .version = "1",
                                                                 .renames = renames,
                                                                 .nrenames = STAGE >= TOOK ? 2 : 0,
                                                                 .plan = plan};
