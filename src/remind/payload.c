/* SPDX-License-Identifier: BSD-2-Clause */
/* What an outbox row carries: everything a message can show; the courier picks by the endpoint's
 * level of detail. */
#include "remind/remind.h"

#include "base/clock.h"
#include "base/str.h"
#include "plan/by.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

/* "2026-11-26" and "2026-11-26T17:00", before a blank and a zone. */
enum { DATE = 10, TIMED = 16 };

static void put(json_t *object, const char *key, const char *text)
{
    json_t *value = json_string(text ? text : "");
    /* NULL: not UTF-8, which the item's check rules out */
    json_object_set_new(object, key, value ? value : json_string("?"));
}

/* In order, and once: of steps that come at one time the later says it all. */
static void add_instant(json_t *list, const char *text)
{
    size_t i = json_array_size(list);
    while (i > 0 && strcmp(json_string_value(json_array_get(list, i - 1)), text) > 0)
        i--;
    if (i == 0 || strcmp(json_string_value(json_array_get(list, i - 1)), text) != 0)
        json_array_insert_new(list, i, json_string(text));
}

json_t *pgy_remind_item_json(const struct pgy_item *item, const struct pgy_tz *person,
                             const struct pgy_quiet *quiet)
{
    struct pgy_rung rungs[PGY_RUNGS];
    json_t *remind = json_array();
    uint32_t n = pgy_item_live(item) ? pgy_stakes_ladder(item, rungs) : 0;
    for (uint32_t i = 0; i < n; i++) {
        char text[24];
        int64_t at = pgy_remind_instant(item, &rungs[i], person, quiet);
        if (at != INT64_MIN && !rungs[i].brief)
            add_instant(remind, pgy_clock_text(at, text));
    }
    json_t *json = pgy_item_json(item, person, remind);
    json_decref(remind);
    return json;
}

/* The day a target counts to, and the minute on the person's clock; false: it is none. */
static bool day_of(const char *target, const struct pgy_tz *person, struct pgy_arena *arena,
                   pgy_day *day, int32_t *minute)
{
    struct pgy_tz *zone PGY_TZ_CLEANUP = NULL;
    int of_day, second = 0;
    size_t len = strlen(target);
    *minute = -1;
    if (len < DATE || pgy_civil_parse(pgy_arena_strndup(arena, target, DATE), day) != 0)
        return false;
    if (len < TIMED ||
        pgy_minutes_parse(pgy_arena_strndup(arena, target + DATE + 1, TIMED - DATE - 1), &of_day) !=
            0)
        return true;
    bool other = len > TIMED && pgy_tz_load(target + TIMED + 1, &zone) == 0;
    *day = pgy_tz_day(person, pgy_tz_instant(other ? zone : person, *day, of_day * 60), &second);
    *minute = second / 60;
    return true;
}

/* A sentence begins with a capital. */
static const char *capital(const char *text, struct pgy_arena *arena)
{
    char *copy = pgy_arena_strdup(arena, text);
    if (copy[0] >= 'a' && copy[0] <= 'z')
        copy[0] = (char)(copy[0] - 'a' + 'A');
    return copy;
}

/* Discreet words with their day: "an offer answer is due" becomes "an offer answer is due Fri Dec 4
 * (6 days left)", and once it is past "an offer answer was due Fri Dec 4 (1 day ago)". */
static const char *dated(const char *words, const char *when, bool past, struct pgy_arena *arena)
{
    static const char due[] = " is due";
    size_t len = strlen(words), tail = sizeof due - 1;
    if (!past)
        return pgy_arena_printf(arena, "%s %s", words, when);
    if (len < tail || strcmp(words + len - tail, due) != 0)
        return pgy_arena_printf(arena, "%s: %s", words, when);
    return pgy_arena_printf(arena, "%.*s %s", (int)(len - tail), words, when);
}

const char *pgy_remind_said(const struct pgy_due *due, bool discreet, const struct pgy_tz *person,
                            int64_t leaves, struct pgy_arena *arena)
{
    const char *what = discreet ? due->discreet : due->title, *next = due->next ? due->next : "";
    pgy_day day;
    int32_t minute;
    if (*due->item && day_of(due->target, person, arena, &day, &minute)) {
        const pgy_day today = pgy_tz_day(person, leaves, NULL);
        const char *when = pgy_by_say(discreet ? "" : "by ", day, minute, today, arena);
        what = discreet ? dated(what, when, day < today, arena)
                        : pgy_arena_printf(arena, "%s: %s", what, when);
    }
    if (discreet)
        return capital(what, arena);
    return *next ? pgy_arena_printf(arena, "%s. Next: %s", what, next) : what;
}

/* What names and tells of one reminder. */
static json_t *part(const struct pgy_due *due)
{
    json_t *object = json_object();
    put(object, "id", due->item);
    put(object, "plugin", due->plugin);
    put(object, "kind", due->kind ? pgy_kind_text(due->kind) : "notice");
    put(object, "title", due->title);
    put(object, "next", due->next);
    put(object, "hint", due->discreet);
    put(object, "target", due->target);
    put(object, "step", due->step);
    put(object, "severity", pgy_severity_text(due->severity));
    put(object, "stakes", due->stakes ? pgy_stakes_text(due->stakes) : "");
    return object;
}

static json_t *parts(const struct pgy_due *due)
{
    json_t *list = json_array();
    for (size_t i = 0; i < due->nparts && i < PGY_DIGEST_PARTS; i++)
        json_array_append_new(list, part(due->parts[i]));
    return list;
}

const char *pgy_remind_payload(const struct pgy_due *due, const char *profile,
                               const struct pgy_tz *person, int64_t now, int64_t leaves,
                               struct pgy_arena *arena)
{
    char when[24];
    const bool late = now - (due->leaves ? due->leaves : due->at) > PGY_LATE_AFTER;
    int32_t second = 0;
    const pgy_day was = pgy_tz_day(person, due->at, &second);
    json_t *object = part(due);
    put(object, "profile", profile);
    if (pgy_streq(due->step, "digest") || pgy_streq(due->step, "brief"))
        put(object, "kind", due->step);
    put(object, "detail", due->detail);
    put(object, "text", pgy_remind_said(due, false, person, leaves, arena));
    put(object, "discreet", pgy_remind_said(due, true, person, leaves, arena));
    if (due->nparts)
        json_object_set_new(object, "items", parts(due));
    put(object, "due", pgy_clock_text(due->at, when));
    json_object_set_new(object, "late", json_boolean(late));
    if (late)
        put(object, "was_due",
            *due->item || was == PGY_NO_DAY
                ? ""
                : pgy_by_moment(was, second / 60, pgy_tz_day(person, leaves, NULL), arena));
    char *text = json_dumps(object, JSON_COMPACT);
    json_decref(object);
    const char *copy = pgy_arena_strdup(arena, text ? text : "{}");
    free(text);
    return copy;
}
