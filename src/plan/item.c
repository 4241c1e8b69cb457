/* SPDX-License-Identifier: BSD-2-Clause */
/* Checks an item from a plugin, fills in its ladder, and turns it into frames and back. Its words
 * for people are itemtext.c's. */
#include "pgy-build.h"

#include "plan/item.h"

#include "base/err.h"
#include "base/str.h"
#include "base/utf8.h"

#include <string.h>

enum {
    SLUG_MAX = 80,
    OCCURRENCE_MAX = 24,
    ZONE_MAX = 64,
    SOURCE_MAX = 500,
    REF_MAX = 40,
    DONE_LOG_MAX = 200,
    STEP_MAX = 36500,
    DAY_MINUTES = 1440
};

#define ALL_FLAGS (PGYD_ITEM_BUSY | PGYD_ITEM_NO_LADDER | PGYD_ITEM_CONFIDENTIAL)

/* What a deadline gets unless it brings its own. */
static const struct pgyd_step deadline_ladder[] = {
    {-7, 'd', PGYD_INFO}, {-3, 'd', PGYD_WARN}, {-1, 'd', PGYD_CRITICAL}, {0, 'd', PGYD_CRITICAL}};
enum { DEADLINE_STEPS = sizeof deadline_ladder / sizeof deadline_ladder[0] };

/* What may stand in each text of an item: one line, lines, or the bytes of an alphabet. */
static const char in_line[] = "", in_lines[] = "\n", in_slug[] = PGY_SMALL PGY_DIGITS "-.",
                  in_occurrence[] = PGY_SMALL PGY_DIGITS "-",
                  in_zone[] = PGY_SMALL PGY_CAPITALS PGY_DIGITS "_+-/"; /* IANA names */

/* The length of the printable ASCII a text begins with (and of lines of it), at most max + 1. */
static size_t plain_length(const char *text, bool lines, size_t max)
{
    size_t i = 0;
    while (i <= max && ((text[i] >= ' ' && text[i] <= '~') || (lines && text[i] == '\n')))
        i++;
    return i;
}

static bool text_ok(const char *text, const char *grammar, size_t max)
{
    if (grammar != in_line && grammar != in_lines)
        return pgy_str_made_of(text, max, grammar);
    size_t plain = plain_length(text, grammar == in_lines, max);
    if (plain > max || text[plain] == '\0') /* nearly every text */
        return plain > 0 && plain <= max;
    size_t len = strnlen(text, max + 1);
    return len <= max && pgy_utf8_valid(text, len) && !pgy_has_controls(text, len, grammar);
}

bool pgy_slug_ok(const char *slug)
{
    return text_ok(slug, in_slug, SLUG_MAX);
}

static int no(const char **why, const char *problem)
{
    if (why)
        *why = problem;
    return PGY_EPARSE;
}

static int check_texts(const struct pgy_item *item, const char **why)
{
    const struct {
        const char *text;
        bool required;
        const char *grammar;
        size_t max;
        const char *problem;
    } texts[] = {
        {item->slug, true, in_slug, SLUG_MAX,
         "its slug is not 1 to 80 characters of a-z, 0-9, '.' and '-'"},
        {item->occurrence, false, in_occurrence, OCCURRENCE_MAX,
         "its occurrence is not 1 to 24 characters of a-z, 0-9 and '-'"},
        {item->title, true, in_line, PGY_ITEM_TITLE,
         "its title is not one line of 1 to 200 bytes of UTF-8"},
        {item->detail, false, in_lines, PGY_ITEM_DETAIL,
         "its detail is not lines of at most 4000 bytes of UTF-8 in all"},
        {item->zone, false, in_zone, ZONE_MAX, "its zone is not the name of a time zone"},
        {item->source, false, in_line, SOURCE_MAX,
         "its source is not one line of at most 500 bytes of UTF-8"},
        {item->done_log, false, in_line, DONE_LOG_MAX,
         "its done_log is not one line of at most 200 bytes of UTF-8"},
    };
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        if (texts[i].text ? !text_ok(texts[i].text, texts[i].grammar, texts[i].max)
                          : texts[i].required)
            return no(why, texts[i].problem);
    }
    /* a calendar would be left without a summary, and its alarms without a text */
    if (strspn(item->title, " ") == strlen(item->title))
        return no(why, "its title is nothing but blanks");
    for (uint32_t i = 0; i < item->nrefs; i++) {
        if (!item->refs[i] || !text_ok(item->refs[i], in_line, REF_MAX))
            return no(why, "one of its refs is not one line of 1 to 40 bytes");
    }
    return 0;
}

/* Days are what PGY_YEAR_MIN to PGY_YEAR_MAX hold. */
static bool day_ok(int64_t day)
{
    return day >= pgy_civil_day(PGY_YEAR_MIN, 1, 1) && day <= pgy_civil_day(PGY_YEAR_MAX, 12, 31);
}

static int check_times(const struct pgy_item *item, const char **why)
{
    if (!day_ok(item->start))
        return no(why, "its start is not a day between 1900 and 9999");
    if (!day_ok(item->end))
        return no(why, "its end is not a day between 1900 and 9999");
    if (item->end < item->start)
        return no(why, "it ends before it starts");
    if (item->start_minute < -1 || item->start_minute >= DAY_MINUTES || item->end_minute < -1 ||
        item->end_minute >= DAY_MINUTES)
        return no(why, "its start_minute or end_minute is not -1 to 1439");
    if (item->start_minute < 0 && item->end_minute >= 0)
        return no(why, "it has an end time but no start time");
    if (item->end == item->start && item->end_minute >= 0 && item->end_minute < item->start_minute)
        return no(why, "it ends before it starts");
    return 0;
}

static int check_enums(const struct pgy_item *item, const char **why)
{
    if (item->kind < PGYD_MILESTONE || item->kind > PGYD_ALERT)
        return no(why, "its kind is unknown");
    if (item->severity < PGYD_INFO || item->severity > PGYD_CRITICAL)
        return no(why, "its severity is unknown");
    if (item->confidence < PGYD_CONFIRMED || item->confidence > PGYD_UNKNOWN)
        return no(why, "its confidence is unknown");
    if (item->flags & ~ALL_FLAGS)
        return no(why, "it has unknown flags");
    return 0;
}

static pgy_day step_day(const struct pgy_item *item, struct pgyd_step step)
{
    return pgy_civil_add(item->start, (struct pgy_dur){1, (char)step.unit}, step.n);
}

/* Checks the ladder, fills in the default one, and sorts it from earliest (insertion: at most
 * 16). */
static int settle_steps(struct pgy_item *item, const char **why)
{
    if (item->flags & PGYD_ITEM_NO_LADDER) {
        item->nsteps = 0;
    } else if (item->nsteps == 0 && item->kind == PGYD_DEADLINE) {
        memcpy(item->steps, deadline_ladder, sizeof deadline_ladder);
        item->nsteps = DEADLINE_STEPS;
    }
    for (uint32_t i = 0; i < item->nsteps; i++) {
        struct pgyd_step s = item->steps[i];
        if (s.n < -STEP_MAX || s.n > STEP_MAX || !pgy_dur_of_days(s.unit))
            return no(why, "a step of its ladder is not a number of days, weeks, months or years "
                           "within 100 years");
        if (s.severity < PGYD_INFO || s.severity > PGYD_CRITICAL)
            return no(why, "a step of its ladder has an unknown severity");
        pgy_day day = step_day(item, s);
        if (day == PGY_NO_DAY)
            return no(why, "a step of its ladder falls outside the years 1900 to 9999");
        uint32_t at = i;
        for (; at > 0 && step_day(item, item->steps[at - 1]) > day; at--)
            item->steps[at] = item->steps[at - 1];
        item->steps[at] = s;
        for (uint32_t j = 0; j < at; j++) {
            if (item->steps[j].n == s.n && item->steps[j].unit == s.unit)
                return no(why, "two steps of its ladder are the same");
        }
    }
    return 0;
}

static int check(struct pgy_item *item, const char **why)
{
    int rc = check_texts(item, why);
    if (rc == 0)
        rc = check_enums(item, why);
    if (rc == 0)
        rc = check_times(item, why);
    return rc == 0 ? settle_steps(item, why) : rc;
}

const char *pgy_item_id(const char *plugin, const char *slug, const char *occurrence,
                        struct pgy_arena *arena)
{
    return pgy_arena_printf(arena, "%s/%s%s%s", plugin, slug, occurrence ? "@" : "",
                            occurrence ? occurrence : "");
}

size_t pgy_item_id_plugin(const char *id)
{
    return strcspn(id, "/");
}

size_t pgy_item_id_rule(const char *id)
{
    return strcspn(id, "@");
}

static void name(struct pgy_item *item, const char *plugin, struct pgy_arena *arena)
{
    item->plugin = pgy_arena_strdup(arena, plugin);
    item->id = pgy_item_id(plugin, item->slug, item->occurrence, arena);
    item->snoozed_until = item->done_on = item->cancelled_on = PGY_NO_DAY;
}

void pgy_item_put(struct pgy_buf *buf, uint8_t type, const struct pgy_item *item)
{
    size_t mark = pgy_frame_begin(buf, type);
    pgy_put_str(buf, item->slug);
    pgy_put_str(buf, item->occurrence);
    pgy_put_u32(buf, item->kind);
    pgy_put_u32(buf, item->severity);
    pgy_put_u32(buf, item->confidence);
    pgy_put_u32(buf, item->flags);
    pgy_put_str(buf, item->title);
    pgy_put_str(buf, item->detail);
    pgy_put_str(buf, item->source);
    pgy_put_str(buf, item->done_log);
    pgy_put_i64(buf, item->start);
    pgy_put_i64(buf, item->end);
    pgy_put_i64(buf, item->start_minute);
    pgy_put_i64(buf, item->end_minute);
    pgy_put_str(buf, item->zone);
    pgy_put_u32(buf, item->nrefs);
    for (uint32_t i = 0; i < item->nrefs; i++)
        pgy_put_str(buf, item->refs[i]);
    pgy_put_u32(buf, item->nsteps);
    for (uint32_t i = 0; i < item->nsteps; i++) {
        pgy_put_i64(buf, item->steps[i].n);
        pgy_put_u32(buf, item->steps[i].unit);
        pgy_put_u32(buf, item->steps[i].severity);
    }
    pgy_frame_end(buf, mark);
}

/* A number that has to fit; marks the frame bad when it does not. */
static int64_t get_within(struct pgy_frame *frame, int64_t min, int64_t max)
{
    int64_t v = pgy_get_i64(frame);
    if (v >= min && v <= max)
        return v;
    frame->err = PGY_EPARSE;
    return min;
}

static uint16_t get_u16(struct pgy_frame *frame)
{
    uint32_t v = pgy_get_u32(frame);
    if (v > UINT16_MAX)
        frame->err = PGY_EPARSE;
    return (uint16_t)v;
}

static uint32_t get_count(struct pgy_frame *frame, uint32_t max)
{
    uint32_t n = pgy_get_u32(frame);
    if (n > max)
        frame->err = PGY_EPARSE;
    return frame->err ? 0 : n;
}

int pgy_item_get(struct pgy_frame *frame, const char *plugin, struct pgy_arena *arena,
                 struct pgy_item *item, const char **why)
{
    struct pgy_item it = {0};
    it.slug = pgy_get_str(frame, arena);
    it.occurrence = pgy_get_str(frame, arena);
    it.kind = get_u16(frame);
    it.severity = get_u16(frame);
    it.confidence = get_u16(frame);
    it.flags = pgy_get_u32(frame);
    it.title = pgy_get_str(frame, arena);
    it.detail = pgy_get_str(frame, arena);
    it.source = pgy_get_str(frame, arena);
    it.done_log = pgy_get_str(frame, arena);
    it.start = (pgy_day)get_within(frame, INT32_MIN, INT32_MAX);
    it.end = (pgy_day)get_within(frame, INT32_MIN, INT32_MAX);
    it.start_minute = (int32_t)get_within(frame, -1, DAY_MINUTES - 1);
    it.end_minute = (int32_t)get_within(frame, -1, DAY_MINUTES - 1);
    it.zone = pgy_get_str(frame, arena);
    it.nrefs = get_count(frame, PGY_ITEM_REFS);
    for (uint32_t i = 0; i < it.nrefs; i++)
        it.refs[i] = pgy_get_str(frame, arena);
    it.nsteps = get_count(frame, PGY_ITEM_STEPS);
    for (uint32_t i = 0; i < it.nsteps; i++) {
        it.steps[i].n = (int32_t)get_within(frame, INT32_MIN, INT32_MAX);
        it.steps[i].unit = get_u16(frame);
        it.steps[i].severity = get_u16(frame);
    }
    if (pgy_frame_done(frame))
        return no(why, "its frame is damaged");
    int rc = check(&it, why);
    if (rc < 0)
        return rc;
    name(&it, plugin, arena);
    *item = it;
    return 0;
}

static void own(struct pgy_item *item, struct pgy_arena *arena)
{
    const char **texts[] = {&item->slug,   &item->occurrence, &item->title, &item->detail,
                            &item->source, &item->done_log,   &item->zone};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        *texts[i] = pgy_arena_strdup(arena, *texts[i]);
    for (uint32_t i = 0; i < item->nrefs; i++)
        item->refs[i] = pgy_arena_strdup(arena, item->refs[i]);
}

int pgy_item_from_plugin(const struct pgyd_item *in, const char *plugin, struct pgy_arena *arena,
                         struct pgy_item *item, const char **why)
{
    /* Members that an older plugin's shorter struct lacks stay at what means "none". */
    struct pgyd_item p = {.end = PGYD_NO_DAY, .start_minute = -1, .end_minute = -1};
    if (in->size < offsetof(struct pgyd_item, end))
        return no(why, "its size is too small for an item: set it to sizeof(struct pgyd_item)");
    memcpy(&p, in, in->size < sizeof p ? in->size : sizeof p);
    if (p.nrefs > PGY_ITEM_REFS || (p.nrefs && !p.refs))
        return no(why, "it has more than 16 refs, or a count without refs");
    if (p.nsteps > PGY_ITEM_STEPS || (p.nsteps && !p.steps))
        return no(why, "it has more than 16 steps, or a count without steps");
    struct pgy_item it = {
        .slug = p.slug,
        .occurrence = p.occurrence,
        .kind = p.kind,
        .severity = p.severity ? p.severity : PGYD_INFO,
        .confidence = p.confidence ? p.confidence : PGYD_CONFIRMED,
        .flags = p.flags,
        .title = p.title,
        .detail = p.detail && *p.detail ? p.detail : NULL,
        .source = p.source && *p.source ? p.source : NULL,
        .done_log = p.done_log && *p.done_log ? p.done_log : NULL,
        .start = p.start,
        .end = p.end == PGYD_NO_DAY ? p.start : p.end,
        .start_minute = p.start_minute,
        .end_minute = p.end_minute,
        .zone = p.zone,
        .nrefs = p.nrefs,
        .nsteps = p.nsteps,
        .plugin = plugin,
        .snoozed_until = PGY_NO_DAY,
        .done_on = PGY_NO_DAY,
        .cancelled_on = PGY_NO_DAY,
    };
    for (uint32_t i = 0; i < p.nrefs; i++)
        it.refs[i] = p.refs[i];
    for (uint32_t i = 0; i < p.nsteps; i++)
        it.steps[i] = p.steps[i];
    int rc = check(&it, why);
    if (rc < 0)
        return rc;
    if (arena) {
        own(&it, arena);
        name(&it, plugin, arena);
    }
    *item = it;
    return 0;
}

int pgy_item_compare(const void *a, const void *b)
{
    const struct pgy_item *x = a, *y = b;
    if (x->start != y->start)
        return x->start < y->start ? -1 : 1;
    if (x->start_minute != y->start_minute)
        return x->start_minute < y->start_minute ? -1 : 1;
    return strcmp(x->id, y->id);
}
