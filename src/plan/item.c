/* SPDX-License-Identifier: BSD-2-Clause */
/* Checks an item from a plugin, fills in its ladder, and turns it into frames and back. Its words
 * for people are itemtext.c's. */
#include "pgy-build.h"

#include "plan/item.h"

#include "base/err.h"
#include "base/str.h"
#include "base/utf8.h"
#include "base/wrap.h"

#include <string.h>

enum {
    SLUG_MAX = 80,
    OCCURRENCE_MAX = 24,
    ZONE_MAX = 64,
    SOURCE_MAX = 500,
    REF_MAX = 40,
    DONE_LOG_MAX = 200,
    ABOUT_MAX = 64,
    WHY_MAX = 200,
    STEP_MAX = 36500,
    DAY_MINUTES = 1440
};

#define ALL_FLAGS                                                                                  \
    (PGYD_ITEM_BUSY | PGYD_ITEM_NO_LADDER | PGYD_ITEM_CONFIDENTIAL | PGYD_ITEM_FINAL |             \
     PGYD_ITEM_TYPED)

/* What an item is worth whose plugin does not say. */
static const uint16_t stakes_of_kind[] = {
    [PGYD_MILESTONE] = PGYD_USEFUL, [PGYD_WINDOW] = PGYD_USEFUL, [PGYD_DEADLINE] = PGYD_COSTLY,
    [PGYD_REMINDER] = PGYD_USEFUL,  [PGYD_HABIT] = PGYD_USEFUL,  [PGYD_ALERT] = PGYD_CONTEXT,
};

/* What may stand in each text of an item: one line, lines, or the bytes of an alphabet. */
static const char in_line[] = "", in_lines[] = "\n", in_slug[] = PGY_SMALL PGY_DIGITS "-.",
                  in_occurrence[] = PGY_SMALL PGY_DIGITS "-",
                  in_zone[] = PGY_SMALL PGY_CAPITALS PGY_DIGITS "_+-/", /* IANA names */
    in_about[] = PGY_SMALL PGY_DIGITS "_:-";

/* Whether a text is printable ASCII, or lines of it. */
static bool is_plain(const char *text, bool lines, size_t len)
{
    size_t i = pgy_utf8_plain(text, len);
    while (lines && i < len && text[i] == '\n') {
        i++;
        i += pgy_utf8_plain(text + i, len - i);
    }
    return i == len;
}

static bool text_ok(const char *text, const char *grammar, size_t max)
{
    if (grammar != in_line && grammar != in_lines)
        return pgy_str_made_of(text, max, grammar);
    size_t len = strnlen(text, max + 1);
    if (len == 0 || len > max)
        return false;
    return is_plain(text, grammar == in_lines, len) || /* nearly every text */
           (pgy_utf8_valid(text, len) && !pgy_has_controls(text, len, grammar));
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
        {item->about, false, in_about, ABOUT_MAX,
         "its about is not a section like offer:mercy, of at most 64 characters"},
        {item->next, false, in_line, 4 * PGY_ITEM_NEXT,
         "its next is not one line of 1 to 40 characters"},
        {item->why, false, in_line, WHY_MAX,
         "its why is not one line of at most 200 bytes of UTF-8"},
    };
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        if (texts[i].text ? !text_ok(texts[i].text, texts[i].grammar, texts[i].max)
                          : texts[i].required)
            return no(why, texts[i].problem);
    }
    /* a calendar would be left without a summary, and its alarms without a text */
    if (item->title[0] == ' ' && strspn(item->title, " ") == strlen(item->title))
        return no(why, "its title is nothing but blanks");
    if (item->next && pgy_wrap_width(item->next, strlen(item->next)) > PGY_ITEM_NEXT)
        return no(why, "its next is not one line of 1 to 40 characters");
    for (uint32_t i = 0; i < item->nrefs; i++) {
        if (!item->refs[i] || !text_ok(item->refs[i], in_line, REF_MAX))
            return no(why, "one of its refs is not one line of 1 to 40 bytes");
    }
    return 0;
}

/* Days are what PGY_YEAR_MIN to PGY_YEAR_MAX hold. */
static bool day_ok(int64_t day)
{
    return day >= PGY_DAY_MIN && day <= PGY_DAY_MAX;
}

static int check_times(const struct pgy_item *item, const char **why)
{
    if (!day_ok(item->start))
        return no(why, "its start is not a day between 1900 and 9999");
    if (!day_ok(item->end))
        return no(why, "its end is not a day between 1900 and 9999");
    if (!day_ok(item->by))
        return no(why, "its by is not a day between 1900 and 9999");
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
    if (item->stakes < PGYD_CONTEXT || item->stakes > PGYD_FATAL)
        return no(why, "its stakes are unknown");
    if (item->flags & ~ALL_FLAGS)
        return no(why, "it has unknown flags");
    return 0;
}

/* A step's minute, counted from 1970 on the item's own clock; a step of days keeps the hour. Of a
 * day out of range any that is. */
static int64_t step_minute(pgy_day from, int32_t minute, struct pgyd_step step)
{
    const int32_t of_day = minute > 0 ? minute : 0;
    if (step.unit == 'h')
        return (int64_t)from * DAY_MINUTES + of_day + (int64_t)step.n * 60;
    return (int64_t)pgy_civil_add(from, (struct pgy_dur){1, (char)step.unit}, step.n) *
               DAY_MINUTES +
           of_day;
}

pgy_day pgy_step_day(pgy_day from, int32_t minute, struct pgyd_step step)
{
    if (step.unit != 'h')
        return pgy_civil_add(from, (struct pgy_dur){1, (char)step.unit}, step.n);
    int64_t at = step_minute(from, minute, step), day = at / DAY_MINUTES - (at % DAY_MINUTES < 0);
    return day_ok(day) ? (pgy_day)day : PGY_NO_DAY;
}

static bool unit_ok(const struct pgy_item *item, uint16_t unit)
{
    return pgy_dur_of_days(unit) || (unit == 'h' && item->start_minute >= 0);
}

/* Two at one instant keep the order given. */
static bool comes_after(const struct pgy_item *item, struct pgyd_step a, struct pgyd_step b)
{
    return step_minute(item->start, item->start_minute, a) >
           step_minute(item->start, item->start_minute, b);
}

/* Checks the ladder and sorts it from earliest (insertion: at most 16). */
static int settle_steps(struct pgy_item *item, const char **why)
{
    if (item->flags & PGYD_ITEM_NO_LADDER)
        item->nsteps = 0;
    for (uint32_t i = 0; i < item->nsteps; i++) {
        struct pgyd_step s = item->steps[i];
        if (s.n < -STEP_MAX || s.n > STEP_MAX || !unit_ok(item, s.unit))
            return no(why, "a step of its ladder is not a number of days, weeks, months or years "
                           "(of hours, where it has a time) within 100 years");
        if (s.severity > PGYD_CRITICAL)
            return no(why, "a step of its ladder has an unknown severity");
        if (pgy_step_day(item->start, item->start_minute, s) == PGY_NO_DAY)
            return no(why, "a step of its ladder falls outside the years 1900 to 9999");
        uint32_t at = i;
        for (; at > 0 && comes_after(item, item->steps[at - 1], s); at--)
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
    const size_t before = strlen(plugin) + 1, rule = before + strlen(slug);
    const size_t more = occurrence ? strlen(occurrence) + 1 : 0;
    char *id = pgy_arena_alloc(arena, rule + more + 1); /* zeroed: it ends */
    memcpy(id, plugin, before - 1);
    id[before - 1] = '/';
    memcpy(id + before, slug, rule - before);
    if (occurrence) {
        id[rule] = '@';
        memcpy(id + rule + 1, occurrence, more - 1);
    }
    return id;
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
    if (item->stakes) { /* pgy_item_hash leaves out what no client shows */
        pgy_put_u32(buf, item->stakes);
        pgy_put_i64(buf, item->by);
        pgy_put_str(buf, item->about);
        pgy_put_str(buf, item->next);
        pgy_put_str(buf, item->why);
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

static uint16_t stakes_or(uint16_t stakes, uint16_t kind)
{
    bool known = kind < sizeof stakes_of_kind / sizeof stakes_of_kind[0];
    return stakes || !known ? stakes : stakes_of_kind[kind];
}

/* What 0.2 added; a plan that an older pgyd stored ends before it. */
static void get_stakes(struct pgy_frame *frame, struct pgy_arena *arena, struct pgy_item *item)
{
    if (frame->pos == frame->len) {
        item->stakes = stakes_or(0, item->kind);
        item->by = item->end;
        return;
    }
    item->stakes = get_u16(frame);
    item->by = (pgy_day)get_within(frame, INT32_MIN, INT32_MAX);
    item->about = pgy_get_str(frame, arena);
    item->next = pgy_get_str(frame, arena);
    item->why = pgy_get_str(frame, arena);
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
    get_stakes(frame, arena, &it);
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
                            &item->source, &item->done_log,   &item->zone,  &item->about,
                            &item->next,   &item->why};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        *texts[i] = pgy_arena_strdup(arena, *texts[i]);
    for (uint32_t i = 0; i < item->nrefs; i++)
        item->refs[i] = pgy_arena_strdup(arena, item->refs[i]);
}

static const char *some(const char *text)
{
    return text && *text ? text : NULL;
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
        .detail = some(p.detail),
        .source = some(p.source),
        .done_log = some(p.done_log),
        .start = p.start,
        .end = p.end == PGYD_NO_DAY ? p.start : p.end,
        .start_minute = p.start_minute,
        .end_minute = p.end_minute,
        .zone = p.zone,
        .nrefs = p.nrefs,
        .nsteps = p.nsteps,
        .stakes = stakes_or(p.stakes, p.kind),
        .about = some(p.about),
        .next = some(p.next),
        .why = some(p.why),
        .plugin = plugin,
        .snoozed_until = PGY_NO_DAY,
        .done_on = PGY_NO_DAY,
        .cancelled_on = PGY_NO_DAY,
    };
    it.by = p.by == 0 || p.by == PGYD_NO_DAY ? it.end : p.by;
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
