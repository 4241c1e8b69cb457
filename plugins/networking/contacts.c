/* SPDX-License-Identifier: BSD-2-Clause */
#include "plugins/networking/contacts.h"

#include <string.h>

enum { FIRST_CONTACT_DAYS = 7 };

/* How often a person of a kind is contacted when cadence is unset. S2-25: attendings monthly, representatives every 60 days; S2-38: those
 * some classes ahead every 90 days; the others are ours, slower the less often such a person has news. pgyd-networking(7) lists them. */
static const struct {
    const char *kind;
    struct cadence cadence;
    const char *advice;
} kinds[] = {
    {"attending", {1, 'm'}, "Ask about their own path, what they would do again, and which groups to avoid."},
    {"chief", {2, 'm'}, "Ask what the service is short of, and offer help with a piece of it."},
    {"director", {3, 'm'}, "Say where your plans stand, so that a call about you finds them prepared."},
    {"fellow", {2, 'm'}, "Ask what is being offered in their search: numbers and terms."},
    {"grad", {90, 'd'}, "Ask how the job compares with what was promised, and which recruiters help."},
    {"rep", {60, 'd'}, "Ask who is always hiring, and which groups buy and grow."},
    {"admin", {2, 'm'}, "Ask what is hard to hire for."},
    {"recruiter", {3, 'm'}, "Ask what has changed in your region. Promise nothing."},
    {"left_job", {6, 'm'}, "Ask why they left, and what the contract hid: buy-in, ancillaries, covenant."},
    {"other", {6, 'm'}, "Say hello, with one piece of news."},
};

static uint32_t kind_of(const struct pgyd_host *h, const char *id)
{
    const char *kind = pgc_text(h, "contact", id, "kind", "other");
    uint32_t i = 0;
    while (i + 1 < PGC_COUNT(kinds) && strcmp(kinds[i].kind, kind) != 0)
        i++;
    return i;
}

struct cadence contact_cadence(const struct pgyd_host *h, const char *id, bool *own)
{
    struct pgyd_value v;
    *own = pgc_get(h, "contact", id, "cadence", &v) && v.num > 0;
    if (*own)
        return (struct cadence){(int32_t)v.num, (uint16_t)v.unit};
    /* S2-38: somebody some classes ahead is worth a quarter's rhythm, whatever else they are. */
    if (pgc_num(h, "contact", id, "class_ahead", 0) > 0 && !pgc_has(h, "contact", id, "kind"))
        return (struct cadence){90, 'd'};
    return kinds[kind_of(h, id)].cadence;
}

struct tally {
    uint32_t n;
    pgyd_day file;    /* the file's date, not counted yet */
    pgyd_day last;
    bool journal_too; /* the journal has that date as well */
};

static int count(void *arg, const struct pgyd_event *event)
{
    struct tally *t = arg;
    t->last = pgc_later(t->last, event->on);
    if (event->from_config) {
        t->file = event->on;
        return 0;
    }
    t->n++;
    t->journal_too |= event->on == t->file;
    return 0;
}

uint32_t contact_completions(const struct pgyd_host *h, const char *id, pgyd_day *last)
{
    struct tally t = {.file = PGYD_NO_DAY, .last = PGYD_NO_DAY};
    h->journal(h->ctx, "contact", id, count, &t);
    *last = t.last;
    return t.n + (t.file != PGYD_NO_DAY && !t.journal_too);
}

pgyd_day contact_due(const struct pgyd_host *h, const char *id, const struct pgc_anchors *anchors)
{
    pgyd_day last, due;
    bool own;
    struct cadence cadence = contact_cadence(h, id, &own);
    contact_completions(h, id, &last);
    due = last == PGYD_NO_DAY ? h->started + FIRST_CONTACT_DAYS : h->add_dur(h->ctx, last, cadence.n, cadence.unit);
    /* S2-60: the intern year is for medicine; only a rhythm the person chose themselves runs in it. */
    if (!own && anchors)
        due = pgc_later(due, pgc_pgy_start(h, anchors, 2));
    return due;
}

static int emit(const struct pgyd_host *h, const char *id, uint32_t occurrence, pgyd_day due)
{
    static const char *const refs[] = {"S2-25"}, *const ahead_refs[] = {"S2-25", "S2-38"};
    static const struct pgyd_step steps[] = {{0, 'd', PGYD_INFO}};
    struct pgyd_item item = PGC_ITEM_INIT;
    char slug[PGC_SLUG], number[16], title[PGC_TITLE], detail[PGC_DETAIL], log[PGC_SLUG];
    const char *note = pgc_text(h, "contact", id, "note", NULL);
    item.kind = PGYD_REMINDER;
    item.severity = PGYD_INFO;
    item.slug = pgc_format(slug, sizeof slug, "contact-%s", id);
    item.occurrence = pgc_format(number, sizeof number, "%u", occurrence);
    item.title = pgc_format(title, sizeof title, "Get in touch: %s", pgc_text(h, "contact", id, "name", id));
    pgc_format(detail, sizeof detail, "%s", kinds[kind_of(h, id)].advice);
    if (note)
        pgc_append(detail, sizeof detail, "\n%s", note);
    item.detail = detail;
    item.start = due;
    item.source = "contact cadence";
    bool ahead = pgc_num(h, "contact", id, "class_ahead", 0) > 0;
    item.refs = ahead ? ahead_refs : refs;
    item.nrefs = ahead ? 2 : 1;
    item.steps = steps;
    item.nsteps = PGC_COUNT(steps);
    item.done_log = pgc_format(log, sizeof log, "contact %s", id);
    return h->emit(h->ctx, &item);
}

int contacts_plan(const struct pgyd_host *h, const struct pgc_anchors *anchors)
{
    const char *id;
    for (uint32_t i = 0; (id = h->section_id(h->ctx, "contact", i)); i++) {
        pgyd_day last, due = contact_due(h, id, anchors);
        bool own;
        struct cadence cadence = contact_cadence(h, id, &own);
        uint32_t n = contact_completions(h, id, &last);
        /* The open one and the next, which is also the second nudge when the first went by. */
        pgyd_day next = due == PGYD_NO_DAY ? due : h->add_dur(h->ctx, due, cadence.n, cadence.unit);
        if (due == PGYD_NO_DAY || next == PGYD_NO_DAY)
            continue;
        if (emit(h, id, n, due) != 0 || emit(h, id, n + 1, next) != 0)
            return -1;
    }
    return 0;
}
