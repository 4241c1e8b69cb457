/* SPDX-License-Identifier: BSD-2-Clause */
/* Reads contacts and what happened with them, and counts references and influence. Plans nothing.
 */
#include "plugins/networking/people/people.h"

#include <stdlib.h>
#include <string.h>

/* How often a person of a kind is contacted when cadence is unset. S2-25: attendings monthly,
 * representatives every 60 days; S2-38: those some classes ahead every 90 days; the others are
 * ours, slower the less often such a person has news. pgyd-networking(7) lists them. */
static const struct kind {
    const char *kind;
    struct cadence cadence;
    enum nudge_id nudge;
} kinds[] = {
    {"attending", {1, 'm'}, NUDGE_CONTACT_ATTENDING},
    {"chief", {2, 'm'}, NUDGE_CONTACT_CHIEF},
    {"director", {3, 'm'}, NUDGE_CONTACT_DIRECTOR},
    {"fellow", {2, 'm'}, NUDGE_CONTACT_FELLOW},
    {"grad", {90, 'd'}, NUDGE_CONTACT_GRAD},
    {"rep", {60, 'd'}, NUDGE_CONTACT_REP},
    {"admin", {2, 'm'}, NUDGE_CONTACT_ADMIN},
    {"recruiter", {3, 'm'}, NUDGE_CONTACT_RECRUITER},
    {"left_job", {6, 'm'}, NUDGE_CONTACT_LEFT_JOB},
    {"other", {6, 'm'}, NUDGE_CONTACT_OTHER},
};

static const struct kind *kind_of(const struct person *p)
{
    uint32_t i = 0;
    while (i + 1 < PGC_COUNT(kinds) && strcmp(kinds[i].kind, p->kind) != 0)
        i++;
    return &kinds[i];
}

/* S2-38: somebody some classes ahead is worth a quarter's rhythm, whatever else they are. */
static struct cadence rhythm(const struct person *p)
{
    return p->class_ahead > 0 && !p->has_kind ? (struct cadence){90, 'd'} : kind_of(p)->cadence;
}

static void read_person(const struct pgyd_host *h, const char *id, struct person *p)
{
    struct pgyd_value v;
    const char *kind = pgc_text(h, "contact", id, "kind", NULL);
    *p = (struct person){.id = id,
                         .kind = kind ? kind : "other",
                         .has_kind = kind != NULL,
                         .center = -1,
                         .last = PGYD_NO_DAY,
                         .open = PGYD_NO_DAY,
                         .next = PGYD_NO_DAY};
    p->name = pgc_text(h, "contact", id, "name", id);
    p->note = pgc_text(h, "contact", id, "note", NULL);
    p->prospect = pgc_text(h, "contact", id, "prospect", NULL);
    p->class_ahead = (int)pgc_num(h, "contact", id, "class_ahead", 0);
    p->influential = pgc_is(h, "contact", id, "influence", "high");
    p->reference = pgc_yes(h, "contact", id, "reference");
    p->will_call = pgc_is(h, "contact", id, "will_call", "yes");
    p->asked_on = pgc_day(h, "contact", id, "asked_on");
    p->added = pgc_day(h, "contact", id, "added");
    p->fact = pgc_day(h, "contact", id, "last");
    p->own = pgc_get(h, "contact", id, "cadence", &v) && v.num > 0;
    p->cadence = p->own ? (struct cadence){(int32_t)v.num, (uint16_t)v.unit} : rhythm(p);
    p->nudge = kind_of(p)->nudge;
    const char *center = pgc_text(h, "contact", id, "center", NULL);
    for (int i = 0; center && i < CENTERS; i++) {
        if (strcmp(center, centers[i].name) == 0)
            p->center = i;
    }
}

/* qsort has no argument of its own: the list is sorted by what stands in these pairs. */
struct named {
    const char *id;
    uint32_t i;
};

static int by_name(const void *a, const void *b)
{
    const struct named *x = a, *y = b;
    return strcmp(x->id, y->id);
}

static int by_number(const void *a, const void *b)
{
    const struct touch *x = a, *y = b;
    return (x->number > y->number) - (x->number < y->number);
}

static int sort_names(struct people *people)
{
    struct named *names = calloc((size_t)people->n + 1, sizeof *names);
    people->by_id = calloc((size_t)people->n + 1, sizeof *people->by_id);
    if (!names || !people->by_id) {
        free(names);
        return -1;
    }
    for (uint32_t i = 0; i < people->n; i++)
        names[i] = (struct named){people->list[i].id, i};
    qsort(names, people->n, sizeof *names, by_name);
    for (uint32_t i = 0; i < people->n; i++)
        people->by_id[i] = names[i].i;
    free(names);
    return 0;
}

const struct person *people_find(const struct people *people, const char *id)
{
    uint32_t low = 0, high = people->n;
    while (low < high) {
        uint32_t mid = low + (high - low) / 2;
        const struct person *p = &people->list[people->by_id[mid]];
        int order = strcmp(id, p->id);
        if (order == 0)
            return p;
        if (order < 0)
            high = mid;
        else
            low = mid + 1;
    }
    return NULL;
}

static int keep(struct people *people, struct touch touch)
{
    if (people->ntouches == people->cap_touches) {
        size_t cap = people->cap_touches ? people->cap_touches * 2 : 64;
        struct touch *bigger = realloc(people->touches, cap * sizeof *bigger);
        if (!bigger) {
            people->failed = true;
            return -1;
        }
        people->touches = bigger;
        people->cap_touches = cap;
    }
    people->touches[people->ntouches++] = touch;
    return 0;
}

static int add_touch(void *arg, const struct pgyd_event *event)
{
    struct people *people = arg;
    const struct person *found = people_find(people, event->subject);
    if (!found)
        return 0;
    struct person *p = &people->list[found - people->list];
    p->last = pgc_later(p->last, event->on);
    if (event->from_config)
        return 0;
    return keep(people, (struct touch){event->number, event->on, (uint32_t)(p - people->list), -1});
}

/* Of "networking/contact-okafor@4": okafor, and the 4; false for what is no contact's reminder. */
static bool read_subject(const char *subject, char id[PGC_SLUG], int64_t *occurrence)
{
    static const char before[] = "networking/contact-";
    const char *at = strrchr(subject, '@');
    if (!at || strncmp(subject, before, sizeof before - 1) != 0)
        return false;
    subject += sizeof before - 1;
    if (at < subject || !pgc_tsv_number(at + 1, occurrence))
        return false;
    pgc_format(id, PGC_SLUG, "%.*s", (int)(at - subject), subject);
    return true;
}

static int add_dismissed(void *arg, const struct pgyd_event *event)
{
    struct people *people = arg;
    char id[PGC_SLUG];
    int64_t occurrence;
    const struct person *p =
        read_subject(event->subject, id, &occurrence) ? people_find(people, id) : NULL;
    return p ? keep(people, (struct touch){event->number, event->on, (uint32_t)(p - people->list),
                                           occurrence})
             : 0;
}

/* A fact that the journal has as well on that day counts once. A reminder counts as dismissed while
 * it is the open one: after that, another is; what does not count is left out. */
static void count_times(struct people *people)
{
    size_t kept = 0;
    for (uint32_t i = 0; i < people->n; i++)
        people->list[i].times = people->list[i].fact != PGYD_NO_DAY;
    for (size_t i = 0; i < people->ntouches; i++) {
        const struct touch touch = people->touches[i];
        struct person *p = &people->list[touch.person];
        const bool again = touch.dismissed < 0 && touch.on == p->fact && !p->fact_again;
        if (touch.dismissed >= 0 && touch.dismissed != p->times + p->skipped)
            continue;
        p->fact_again |= again;
        p->skipped += touch.dismissed >= 0;
        p->times += touch.dismissed < 0 && !again;
        people->touches[kept++] = touch;
    }
    people->ntouches = kept;
}

int people_load(const struct pgyd_host *h, struct people *people)
{
    const char *id;
    *people = (struct people){.n = h->section_count(h->ctx, "contact")};
    people->list = calloc((size_t)people->n + 1, sizeof *people->list);
    if (!people->list)
        goto memory;
    for (uint32_t i = 0; i < people->n && (id = h->section_id(h->ctx, "contact", i)); i++)
        read_person(h, id, &people->list[i]);
    if (sort_names(people) != 0)
        goto memory;
    h->journal(h->ctx, "contact", NULL, add_touch, people);
    h->journal(h->ctx, "dismiss", NULL, add_dismissed, people);
    if (people->failed)
        goto memory;
    if (people->ntouches)
        qsort(people->touches, people->ntouches, sizeof *people->touches, by_number);
    count_times(people);
    return 0;
memory:
    h->error(h->ctx, "out of memory for the contacts");
    return -1;
}

void people_free(struct people *people)
{
    free(people->list);
    free(people->by_id);
    free(people->touches);
    *people = (struct people){0};
}

uint32_t people_references(const struct people *people, uint32_t *will_call)
{
    uint32_t n = 0;
    *will_call = 0;
    for (uint32_t i = 0; i < people->n; i++) {
        n += people->list[i].reference;
        *will_call += people->list[i].reference && people->list[i].will_call;
    }
    return n;
}

bool person_asked(const struct person *p)
{
    return p->reference && (p->will_call || p->asked_on != PGYD_NO_DAY);
}

uint32_t people_influential(const struct people *people)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < people->n; i++)
        n += people->list[i].influential;
    return n;
}
