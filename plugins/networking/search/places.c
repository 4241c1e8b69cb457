/* SPDX-License-Identifier: BSD-2-Clause */
/* Reads prospects, moves them on by the journal, and answers what is known of a place. Plans
 * nothing. */
#include "plugins/networking/search/places.h"

#include <stdlib.h>
#include <string.h>

const char *const stage_names[STAGES] = {"none",      "recon",    "contact", "visit",
                                         "interview", "advanced", "offer",   "closed"};
const char *const question_keys[QUESTIONS] = {"growing", "chair_leaving", "turmoil",
                                              "understaffed"};

static const char *known(const char *text)
{
    return text && (strcmp(text, "yes") == 0 || strcmp(text, "no") == 0) ? text : NULL;
}

static void read_place(const struct pgyd_host *h, const char *id, struct place *p)
{
    const char *kind = "prospect";
    *p = (struct place){.id = id, .last = PGYD_NO_DAY};
    p->name = pgc_text(h, kind, id, "name", id);
    p->region = pgc_text(h, kind, id, "region", NULL);
    p->setting = pgc_text(h, kind, id, "setting", NULL);
    p->lead = pgc_text(h, kind, id, "physician_lead", NULL);
    p->need = pgc_text(h, kind, id, "urgent_need", NULL);
    int64_t stage = pgc_num(h, kind, id, "stage", 0);
    p->stage = stage >= 0 && stage < STAGES ? (enum stage)stage : STAGE_NONE;
    p->stretch = pgc_yes(h, kind, id, "stretch");
    p->warm = pgc_is(h, kind, id, "path", "warm");
    p->rotated = pgc_yes(h, kind, id, "rotated_there");
    p->called = pgc_yes(h, kind, id, "pd_called");
    p->locums = pgc_yes(h, kind, id, "locums_there");
    p->visit = pgc_day(h, kind, id, "visit_on");
    for (int i = 0; i < QUESTIONS; i++)
        p->answers[i] = known(pgc_text(h, kind, id, question_keys[i], NULL));
}

static struct place *find(struct places *places, const char *id)
{
    for (uint32_t i = 0; i < places->n; i++) {
        if (strcmp(places->list[i].id, id) == 0)
            return &places->list[i];
    }
    return NULL;
}

/* What happened moves a place on, never back: the file's stage is a floor. */
static int add_event(void *arg, const struct pgyd_event *event)
{
    struct place *p = find(arg, event->subject);
    if (!p)
        return 0;
    p->last = pgc_later(p->last, event->on);
    for (int i = STAGE_CONTACT; i < STAGES; i++) {
        if (strcmp(event->event, stage_names[i]) == 0 && i > (int)p->stage)
            p->stage = (enum stage)i;
    }
    return 0;
}

/* S1-29: answers written down: log intel mercy growing=yes. The last one counts. */
static int add_intel(void *arg, const struct pgyd_event *event)
{
    struct place *p = find(arg, event->subject);
    for (int i = 0; p && i < QUESTIONS; i++) {
        const char *text = pgc_event_value(event, question_keys[i]);
        if (text)
            p->answers[i] = known(text);
    }
    return 0;
}

int places_load(const struct pgyd_host *h, struct places *places)
{
    const char *id;
    *places = (struct places){.n = h->section_count(h->ctx, "prospect")};
    places->list = calloc((size_t)places->n + 1, sizeof *places->list);
    if (!places->list) {
        h->error(h->ctx, "out of memory for the prospects");
        return -1;
    }
    for (uint32_t i = 0; i < places->n && (id = h->section_id(h->ctx, "prospect", i)); i++)
        read_place(h, id, &places->list[i]);
    h->journal(h->ctx, "prospect", NULL, add_event, places);
    h->journal(h->ctx, "intel", NULL, add_intel, places);
    places->accepted = pgc_last(h, "offer", NULL, "accepted") != PGYD_NO_DAY;
    return 0;
}

void places_free(struct places *places)
{
    free(places->list);
    *places = (struct places){0};
}

bool place_knows(const struct place *p)
{
    return p->rotated || p->called || p->locums;
}

bool place_is_live(const struct place *p)
{
    return p->stage != STAGE_CLOSED;
}

bool place_is_process(const struct place *p)
{
    return p->stage >= STAGE_VISIT && p->stage <= STAGE_OFFER;
}

bool place_is_active(const struct place *p, pgyd_day day)
{
    return place_is_process(p) && p->last != PGYD_NO_DAY && day - p->last <= ACTIVE_DAYS;
}

uint32_t place_answers(const struct place *p)
{
    uint32_t n = 0;
    for (int i = 0; i < QUESTIONS; i++)
        n += p->answers[i] != NULL;
    return n;
}

/* Whether a text of a place stands at an earlier live place as well. */
static bool seen_before(const struct places *places, uint32_t i, const char *text, bool setting)
{
    for (uint32_t k = 0; k < i; k++) {
        const struct place *p = &places->list[k];
        const char *other = setting ? p->setting : p->region;
        if (place_is_live(p) && other && strcmp(other, text) == 0)
            return true;
    }
    return false;
}

struct leverage places_leverage(const struct places *places)
{
    struct leverage l = {0};
    for (uint32_t i = 0; i < places->n; i++) {
        const struct place *p = &places->list[i];
        if (!place_is_live(p))
            continue;
        l.regions += p->region && !seen_before(places, i, p->region, false);
        l.settings += p->setting && !seen_before(places, i, p->setting, true);
        l.needs += p->need != NULL;
    }
    return l;
}

uint32_t leverage_ready(const struct leverage *l)
{
    return (uint32_t)(l->regions >= 2) + (uint32_t)(l->settings >= 2) + (uint32_t)(l->needs >= 1);
}
