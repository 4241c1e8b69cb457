/* SPDX-License-Identifier: BSD-2-Clause */
/* Plugins whose structs differ from the host's: -DODD_OLDER, ODD_NEWER, ODD_MAJOR, ODD_NAME,
 * ODD_PLAN, ODD_SMALL; or that says a thing twice: ODD_HALF. */
#include "pgyd/plugin.h"

#include <string.h>

#if defined(ODD_OLDER)
/* As an older minor's header would have them: the last members are not there yet. */
struct key {
    uint32_t size, flags;
    const char *section, *name;
    uint32_t type, reserved;
    const char *choices, *fallback;
    int64_t min, max;
    const char *help;
};
struct item {
    char bytes[offsetof(struct pgyd_item, done_log)];
};
struct plugin {
    char bytes[offsetof(struct pgyd_plugin, report)];
};
#elif defined(ODD_NEWER)
/* As a newer minor's header would have them. */
struct key {
    struct pgyd_key now;
    const char *later;
};
struct item {
    struct pgyd_item now;
    const char *later[3];
};
#endif

static int plan(const struct pgyd_host *h)
{
    struct pgyd_item item = {.kind = PGYD_DEADLINE,
                             .slug = "odd",
                             .title = "Odd",
                             .start = 20000,
                             .end = PGYD_NO_DAY,
                             .start_minute = -1,
                             .end_minute = -1,
                             .done_log = "must not be read by"};
#if defined(ODD_OLDER)
    struct item other;
    item.size = sizeof other;
    memcpy(&other, &item, sizeof other);
    return h->emit(h->ctx, (const struct pgyd_item *)(const void *)&other);
#elif defined(ODD_NEWER)
    struct item other = {.later = {"a", "b", "c"}};
    item.size = sizeof other;
    item.done_log = NULL;
    other.now = item;
    return h->emit(h->ctx, &other.now);
#else
    item.size = sizeof item;
    return h->emit(h->ctx, &item);
#endif
}

#if defined(ODD_OLDER)
static const struct key keys[] = {
    {sizeof keys[0], 0, "odd", "one", PGYD_TEXT, 0, NULL, NULL, 0, 0, "The first."},
    {sizeof keys[0], 0, "odd", "two", PGYD_INT, 0, NULL, "2", 0, 9, "The second."}};
#define KEYS (const struct pgyd_key *)(const void *)keys, NULL, NULL, NULL, 2, 0, 0, 0
#elif defined(ODD_NEWER)
static const struct key keys[] = {{{.size = sizeof keys[0],
                                    .section = "odd",
                                    .name = "one",
                                    .type = PGYD_TEXT,
                                    .help = "The first."},
                                   "x"},
                                  {{.size = sizeof keys[0],
                                    .section = "odd",
                                    .name = "two",
                                    .type = PGYD_INT,
                                    .fallback = "2",
                                    .max = 9,
                                    .help = "The second."},
                                   "y"}};
#define KEYS &keys[0].now, NULL, NULL, NULL, 2, 0, 0, 0
#else
#define KEYS NULL, NULL, NULL, NULL, 0, 0, 0, 0
#endif

#if defined(ODD_NEWER)
static const struct words {
    struct pgyd_discreet now;
    const char *later;
} discreet[] = {{{sizeof discreet[0], PGYD_DEADLINE, 0, "an odd answer is due"}, "x"},
                {{sizeof discreet[0], 0, 0, "an odd thing is due"}, "y"}};
#define LOOK "Odd", "#808000", &discreet[0].now, 2, 0
#elif defined(ODD_HALF)
static const struct pgyd_discreet discreet[] = {
    {sizeof discreet[0], PGYD_DEADLINE, 0, "half an answer is due"},
    {sizeof discreet[0], PGYD_DEADLINE, 0, "the other half"}};
#define LOOK "Half", "#808000", discreet, 2, 0
#else
/* Of the older one nobody may read these: they lie behind its end. */
#define LOOK "not to be read", "#000000", NULL, 3, 0
#endif

#if defined(ODD_OLDER)
PGYD_PLUGIN(older)
0, 0, sizeof(struct plugin), "older", "0.9", "older", KEYS, NULL, plan, NULL, LOOK PGYD_PLUGIN_END
#elif defined(ODD_NEWER)
extern const struct newer {
    struct pgyd_plugin now;
    int (*later)(void);
} pgyd_plugin_newer;
PGYD_EXPORT const struct newer pgyd_plugin_newer = {{PGYD_API_MAJOR, PGYD_API_MINOR + 7,
                                                     sizeof(struct newer), "newer", "9.9", "newer",
                                                     KEYS, NULL, plan, NULL, LOOK},
                                                    NULL};
#elif defined(ODD_MAJOR)
PGYD_PLUGIN(major)
PGYD_API_MAJOR + 7, 3, sizeof(struct pgyd_plugin), "major", "1",
    "other major", KEYS, NULL, plan, NULL, LOOK PGYD_PLUGIN_END
#elif defined(ODD_NAME)
PGYD_PLUGIN(misnamed)
PGYD_PLUGIN_HEAD(another), "1", "other name", KEYS, NULL, plan, NULL, LOOK PGYD_PLUGIN_END
#elif defined(ODD_PLAN)
static int (*const unused)(const struct pgyd_host *) = plan;
PGYD_PLUGIN(noplan)
PGYD_PLUGIN_HEAD(noplan), "1",
    "no plan", KEYS, unused ? NULL : NULL, NULL, NULL, LOOK PGYD_PLUGIN_END
#elif defined(ODD_HALF)
PGYD_PLUGIN(half)
PGYD_PLUGIN_HEAD(half), "1", "half", KEYS, NULL, plan, NULL, LOOK PGYD_PLUGIN_END
#elif defined(ODD_SMALL)
PGYD_PLUGIN(small)
PGYD_API_MAJOR, 0, 16, "small", "1", "too small", KEYS, NULL, plan, NULL, LOOK PGYD_PLUGIN_END
#endif
