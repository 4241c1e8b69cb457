/* SPDX-License-Identifier: BSD-2-Clause */
/* license.c: licenses that have to be renewed. The example of pgyd-plugin(3).
 * cc -shared -fPIC -fvisibility=hidden -o license.so license.c */
#include <pgyd/plugin.h>

#include <stdio.h>
#include <string.h>

enum { NAME_BYTES = 150 };

#define KEY(key, kind, ...)                                                                        \
    {                                                                                              \
        .size = sizeof(struct pgyd_key), .section = "license:", .name = key, .type = kind,         \
        __VA_ARGS__                                                                                \
    }

static const struct pgyd_key keys[] = {
    KEY("name", PGYD_TEXT, .flags = PGYD_KEY_REQUIRED, .help = "What the license is called."),
    KEY("expires", PGYD_DATE, .flags = PGYD_KEY_REQUIRED,
        .help = "The day it ends if it is never renewed."),
    KEY("every", PGYD_DUR, .fallback = "2y", .help = "How much longer each renewal makes it."),
};

/* pgyctl log renewal nc */
static const struct pgyd_journal_kind kinds[] = {
    {.size = sizeof kinds[0],
     .name = "renewal",
     .subject = "license:",
     .help = "A license was renewed."},
};

/* What a phone may show to whoever looks; the day follows. */
static const struct pgyd_discreet discreet[] = {
    {.size = sizeof discreet[0], .kind = PGYD_DEADLINE, .words = "a license runs out"}};

static int count(void *arg, const struct pgyd_event *event)
{
    (void)event;
    ++*(int *)arg;
    return 0;
}

/* Renewed n times, it ends n times `every` later. */
static pgyd_day end_of(const struct pgyd_host *h, const char *id, int *renewals)
{
    struct pgyd_value expires = {.size = sizeof expires}, every = {.size = sizeof every};
    *renewals = 0;
    h->journal(h->ctx, "renewal", id, count, renewals);
    if (!h->get(h->ctx, "license", id, "expires", &expires) ||
        !h->get(h->ctx, "license", id, "every", &every))
        return PGYD_NO_DAY; /* a mistake in the file looks unset; it is reported already */
    return h->add_dur(h->ctx, expires.day, *renewals * every.num, every.unit);
}

static int check(const struct pgyd_host *h)
{
    const char *id;
    int renewals;
    for (uint32_t i = 0; (id = h->section_id(h->ctx, "license", i)); i++) {
        struct pgyd_value name = {.size = sizeof name};
        pgyd_day end = end_of(h, id, &renewals);
        if (h->get(h->ctx, "license", id, "name", &name) && strlen(name.text) > NAME_BYTES)
            h->problem(h->ctx, PGYD_CRITICAL, "license", id, "name", "is too long for a calendar",
                       "write at most 150 bytes");
        if (end != PGYD_NO_DAY && end < h->today)
            h->problem(h->ctx, PGYD_WARN, "license", id, "expires", "this license has ended",
                       "log its renewal, or remove the section");
    }
    return 0;
}

static int plan(const struct pgyd_host *h)
{
    const char *id;
    for (uint32_t i = 0; (id = h->section_id(h->ctx, "license", i)); i++) {
        struct pgyd_value name = {.size = sizeof name};
        char slug[40], times[12], title[NAME_BYTES + 16], log[48];
        int renewals;
        pgyd_day end = end_of(h, id, &renewals);
        if (end == PGYD_NO_DAY || !h->get(h->ctx, "license", id, "name", &name))
            continue;
        snprintf(slug, sizeof slug, "renew-%s", id);
        snprintf(times, sizeof times, "%d", renewals);
        snprintf(title, sizeof title, "Renew: %s", name.text);
        snprintf(log, sizeof log, "renewal %s", id);
        struct pgyd_item item = {.size = sizeof item,
                                 .kind = PGYD_DEADLINE,
                                 .slug = slug,
                                 .occurrence = times,
                                 .title = title,
                                 .start = end,
                                 .end = PGYD_NO_DAY,
                                 .start_minute = -1,
                                 .end_minute = -1,
                                 .done_log = log,
                                 .stakes = PGYD_FATAL};
        if (h->emit(h->ctx, &item) < 0)
            return -1; /* the host has said why */
    }
    return 0;
}

PGYD_PLUGIN(license)
PGYD_PLUGIN_HEAD(license), .version = "1.0", .summary = "licenses that have to be renewed",
                           .keys = keys, .nkeys = sizeof keys / sizeof keys[0], .kinds = kinds,
                           .nkinds = sizeof kinds / sizeof kinds[0], .check = check, .plan = plan,
                           .label = "Licenses", .color = "#708090", .discreet = discreet,
                           .ndiscreet = sizeof discreet / sizeof discreet[0], PGYD_PLUGIN_END
