/* SPDX-License-Identifier: BSD-2-Clause */
/* Items in words, as JSON, as a hash and on the clock: apart from item.c so that the worker needs
 * neither jansson nor libsodium. */
#include "pgy-build.h"

#include "plan/item.h"

#include "base/err.h"
#include "base/str.h"

#include <sodium.h>
#include <stdio.h>
#include <string.h>

static const char *const kinds[] = {
    [PGYD_MILESTONE] = "milestone", [PGYD_WINDOW] = "window", [PGYD_DEADLINE] = "deadline",
    [PGYD_REMINDER] = "reminder",   [PGYD_HABIT] = "habit",   [PGYD_ALERT] = "alert",
};
static const char *const states[] = {
    [PGY_FUTURE] = "future",   [PGY_OPEN] = "open",           [PGY_DUE] = "due",
    [PGY_OVERDUE] = "overdue", [PGY_CLOSED] = "closed",       [PGY_DONE] = "done",
    [PGY_SNOOZED] = "snoozed", [PGY_CANCELLED] = "cancelled", [PGY_MISSED] = "missed",
    [PGY_LAPSED] = "lapsed",   [PGY_DISMISSED] = "dismissed",
};
static const char *const severities[] = {
    [PGYD_INFO] = "info", [PGYD_WARN] = "warn", [PGYD_CRITICAL] = "critical"};
static const char *const confidences[] = {
    [PGYD_CONFIRMED] = "confirmed", [PGYD_PATTERN] = "pattern", [PGYD_UNKNOWN] = "unknown"};
static const char *const stakes[] = {[PGYD_CONTEXT] = "context",
                                     [PGYD_USEFUL] = "useful",
                                     [PGYD_COSTLY] = "costly",
                                     [PGYD_FATAL] = "fatal"};

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

static const char *word(const char *const *words, size_t n, unsigned i)
{
    return i < n && words[i] ? words[i] : "unknown";
}

const char *pgy_kind_text(uint16_t kind)
{
    return word(kinds, COUNT(kinds), kind);
}

const char *pgy_state_text(enum pgy_state state)
{
    return word(states, COUNT(states), (unsigned)state);
}

const char *pgy_severity_text(uint16_t severity)
{
    return word(severities, COUNT(severities), severity);
}

const char *pgy_confidence_text(uint16_t confidence)
{
    return word(confidences, COUNT(confidences), confidence);
}

const char *pgy_stakes_text(uint16_t value)
{
    return word(stakes, COUNT(stakes), value);
}

static int find(const char *const *words, size_t n, const char *text, uint16_t *value)
{
    for (size_t i = 0; i < n; i++) {
        if (words[i] && pgy_streq(words[i], text)) {
            *value = (uint16_t)i;
            return 0;
        }
    }
    return PGY_EPARSE;
}

int pgy_kind_parse(const char *text, uint16_t *kind)
{
    return find(kinds, COUNT(kinds), text, kind);
}

int pgy_severity_parse(const char *text, uint16_t *severity)
{
    return find(severities, COUNT(severities), text, severity);
}

int pgy_stakes_parse(const char *text, uint16_t *found)
{
    return find(stakes, COUNT(stakes), text, found);
}

const char *pgy_step_text(struct pgyd_step step, char text[PGY_DUR_TEXT])
{
    return pgy_dur_text((struct pgy_dur){step.n, (char)step.unit}, text);
}

/* Everything a client shows, in the one order that item.c writes it; done_log is nobody's to see,
 * and what is at stake shows in the alarms. */
uint64_t pgy_item_hash(const struct pgy_item *item)
{
    enum { USUAL = 2048 };
    struct pgy_buf buf PGY_BUF_CLEANUP = PGY_BUF_INIT(PGY_FRAME_MAX);
    struct pgy_item shown = *item;
    shown.done_log = NULL;
    shown.stakes = 0;
    pgy_buf_reserve(&buf, USUAL); /* every item of every plan: not by ten small steps */
    pgy_put_str(&buf, item->id);
    pgy_item_put(&buf, 0, &shown);
    unsigned char digest[crypto_generichash_BYTES_MIN];
    crypto_generichash(digest, sizeof digest, (const unsigned char *)pgy_buf_text(&buf), buf.len,
                       NULL, 0);
    uint64_t hash = 0;
    for (size_t i = 0; i < sizeof hash; i++)
        hash |= (uint64_t)digest[i] << (8 * i);
    return hash;
}

/* The zone an item's times are in: its own when the system knows it, loaded into *loaded, else the
 * person's. */
static const struct pgy_tz *item_zone(const struct pgy_item *item, const struct pgy_tz *person,
                                      struct pgy_tz **loaded)
{
    if (!item->zone || strcmp(item->zone, pgy_tz_name(person)) == 0 ||
        pgy_tz_load(item->zone, loaded) < 0)
        return person;
    return *loaded;
}

int64_t pgy_item_instant_on(const struct pgy_item *item, pgy_day day, int32_t minute,
                            const struct pgy_tz *person)
{
    struct pgy_tz *loaded PGY_TZ_CLEANUP = NULL;
    return minute < 0 ? pgy_tz_instant(person, day, 0)
                      : pgy_tz_instant(item_zone(item, person, &loaded), day, minute * 60);
}

int64_t pgy_item_instant(const struct pgy_item *item, const struct pgy_tz *person)
{
    return pgy_item_instant_on(item, item->start, item->start_minute, person);
}

/* "2026-11-14T09:00:00-06:00" (RFC 3339) of a wall time; a day alone when minute is -1. */
static json_t *when_json(const struct pgy_tz *tz, pgy_day day, int32_t minute)
{
    char date[PGY_DAY_TEXT], text[40];
    if (minute < 0)
        return json_string(pgy_civil_text(day, date));
    int64_t utc = pgy_tz_instant(tz, day, minute * 60);
    int32_t second = 0, offset = pgy_tz_offset(tz, utc, NULL, NULL);
    day = pgy_tz_day(tz, utc, &second);
    int32_t away = (offset < 0 ? -offset : offset) / 60;
    snprintf(text, sizeof text, "%.10sT%02d:%02d:%02d%c%02d:%02d", pgy_civil_text(day, date),
             second / 3600, second / 60 % 60, second % 60, offset < 0 ? '-' : '+', away / 60 % 100,
             away % 60);
    return json_string(text);
}

static json_t *text_json(const char *text)
{
    return text ? json_string(text) : json_null();
}

json_t *pgy_item_json(const struct pgy_item *item, const struct pgy_tz *person, json_t *remind)
{
    struct pgy_tz *loaded PGY_TZ_CLEANUP = NULL;
    const struct pgy_tz *tz = item_zone(item, person, &loaded);
    int32_t end_minute = item->start_minute >= 0 && item->end_minute < 0 && item->end == item->start
                             ? item->start_minute
                             : item->end_minute;
    int32_t by_minute = item->by == item->end ? end_minute : -1;
    json_t *refs = json_array();
    for (uint32_t i = 0; i < item->nrefs; i++)
        json_array_append_new(refs, json_string(item->refs[i]));
    json_t *o = json_object();
    json_object_set_new(o, "id", json_string(item->id));
    json_object_set_new(o, "plugin", json_string(item->plugin));
    json_object_set_new(o, "kind", json_string(pgy_kind_text(item->kind)));
    json_object_set_new(o, "title", json_string(item->title));
    json_object_set_new(o, "detail", text_json(item->detail));
    json_object_set_new(o, "start", when_json(tz, item->start, item->start_minute));
    json_object_set_new(o, "end", when_json(tz, item->end, end_minute));
    json_object_set_new(o, "all_day", json_boolean(item->start_minute < 0));
    json_object_set_new(o, "state", json_string(pgy_state_text(item->state)));
    json_object_set_new(o, "days", json_integer(item->days));
    json_object_set_new(o, "severity", json_string(pgy_severity_text(item->severity)));
    json_object_set_new(o, "confidence", json_string(pgy_confidence_text(item->confidence)));
    json_object_set_new(o, "source", text_json(item->source));
    json_object_set_new(o, "stakes", json_string(pgy_stakes_text(item->stakes)));
    json_object_set_new(o, "by", when_json(tz, item->by, by_minute));
    json_object_set_new(o, "about", text_json(item->about));
    json_object_set_new(o, "next", text_json(item->next));
    json_object_set_new(o, "why", text_json(item->why));
    json_object_set_new(o, "refs", refs);
    json_object_set_new(o, "remind", remind ? json_incref(remind) : json_array());
    return o;
}
