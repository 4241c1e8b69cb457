/* SPDX-License-Identifier: BSD-2-Clause */
/* The table of what may happen where, and the walk of a journal through it. What a person is about
 * to write down is asked here, through check. */
#include "plugins/offers/offer/state.h"

#include "plugins/common/dates.h"

#include <string.h>

#define AT(state) (1u << (state))

enum {
    BEFORE_ASK = AT(OFFER_RECEIVED) | AT(OFFER_COMPARED) | AT(OFFER_PLANNED),
    LIVE = BEFORE_ASK | AT(OFFER_ASKED) | AT(OFFER_REVISED),
    KEPT = LIVE | AT(OFFER_ACCEPTED),
};

static const char *const names[OFFER_STATES] = {"received", "compared", "asks-planned", "asked",
                                                "revised",  "accepted", "declined",     "expired"};

/* What may happen where, and where it leads; OFFER_STATES: it stays. Preparation may be skipped, an
 * answer to an ask may not. */
static const struct transition {
    const char *event;
    unsigned from;
    enum offer_state to;
} transitions[] = {
    {"received", AT(OFFER_RECEIVED), OFFER_STATES},
    {"compared", AT(OFFER_RECEIVED) | AT(OFFER_COMPARED) | AT(OFFER_REVISED), OFFER_COMPARED},
    {"asks-planned", BEFORE_ASK | AT(OFFER_REVISED), OFFER_PLANNED},
    {"asked", BEFORE_ASK | AT(OFFER_REVISED), OFFER_ASKED},
    {"revised", AT(OFFER_ASKED), OFFER_REVISED},
    {"answered", AT(OFFER_ASKED), OFFER_REVISED},
    {"accepted", LIVE, OFFER_ACCEPTED},
    {"declined", LIVE, OFFER_DECLINED},
    {"expired", LIVE, OFFER_EXPIRED},
    {"touched", KEPT, OFFER_STATES},
    {"contract-requested", LIVE, OFFER_STATES},
    {"contract-received", KEPT, OFFER_STATES},
    {"data-requested", LIVE, OFFER_STATES},
    {"extension-requested", LIVE, OFFER_STATES},
    {"extended", LIVE, OFFER_STATES},
    {"paused", LIVE, OFFER_STATES},
    {"resumed", LIVE, OFFER_STATES},
    {"loi-signed", KEPT, OFFER_STATES},
};

const char *offer_state_text(enum offer_state state)
{
    return names[state];
}

bool offer_state_live(enum offer_state state)
{
    return (LIVE & AT(state)) != 0;
}

const char *offer_state_next(enum offer_state state, char *out, size_t size)
{
    out[0] = '\0';
    for (uint32_t i = 0; i < PGC_COUNT(transitions); i++) {
        if ((transitions[i].from & AT(state)) && transitions[i].to != OFFER_STATES &&
            transitions[i].to != state)
            pgc_append(out, size, "%s%s", out[0] ? ", " : "", transitions[i].event);
    }
    if (!out[0])
        pgc_append(out, size, "nothing: it is settled");
    return out;
}

bool offer_proposed(const struct pgyd_event *event)
{
    return event->number == PGYD_PROPOSED;
}

void offer_walk_begin(const struct pgyd_host *h, const char *id, struct offer_walk *walk)
{
    pgyd_day later = pgc_last(h, "offer", id, "received");
    *walk = (struct offer_walk){.id = id,
                                .received = pgc_day(h, "offer", id, "received"),
                                .state = OFFER_RECEIVED,
                                .committee = pgc_is(h, "offer", id, "deadline_kind", "committee"),
                                .paused = pgc_is(h, "offer", id, "status", "paused")};
    if (later != PGYD_NO_DAY)
        walk->received = later;
    walk->since = walk->received;
}

static const struct transition *transition_of(const char *event)
{
    for (uint32_t i = 0; i < PGC_COUNT(transitions); i++) {
        if (strcmp(transitions[i].event, event) == 0)
            return &transitions[i];
    }
    return NULL;
}

static bool says(const struct pgyd_event *event, const char *key, const char *word)
{
    const char *value = pgc_event_value(event, key);
    return value && strcmp(value, word) == 0;
}

static bool refuse(struct offer_walk *w, const char *why)
{
    pgc_format(w->why, sizeof w->why, "%s", why);
    return false;
}

static uint32_t written(const struct pgyd_host *h)
{
    const char *id;
    uint32_t n = 0;
    for (uint32_t i = 0; (id = h->section_id(h->ctx, "offer", i)); i++)
        n += pgc_yes(h, "offer", id, "written");
    return n;
}

/* Another offer that is accepted, by journal or file: its employer; NULL. What ended it otherwise
 * in the journal counts. */
static const char *accepted_elsewhere(const struct pgyd_host *h, const char *id)
{
    const char *other;
    for (uint32_t i = 0; (other = h->section_id(h->ctx, "offer", i)); i++) {
        bool ended =
            pgc_count(h, "offer", other, "declined") + pgc_count(h, "offer", other, "expired") > 0;
        if (strcmp(other, id) != 0 && (pgc_count(h, "offer", other, "accepted") > 0 ||
                                       (!ended && pgc_is(h, "offer", other, "status", "accepted"))))
            return pgc_text(h, "offer", other, "employer", other);
    }
    return NULL;
}

/* What an entry must say to mean anything. */
static bool well_said(const struct pgyd_host *h, struct offer_walk *w, const struct pgyd_event *e)
{
    const char *by = pgc_event_value(e, "by"), *until = pgc_event_value(e, "until");
    if (strcmp(e->event, "extended") == 0) {
        if (w->committee)
            return refuse(w, "a committee's date is moved by no letter; if the committee itself "
                             "meets on another day, set answer_by");
        if (!by || pgc_parse_day(h, by) == PGYD_NO_DAY)
            return refuse(w, "an extension needs the new date: extended by=YYYY-MM-DD");
        if (pgc_parse_day(h, by) < e->on)
            return refuse(
                w,
                "the new date lies before the day on which it was agreed: extended by=YYYY-MM-DD");
    }
    if (strcmp(e->event, "paused") == 0 && until && pgc_parse_day(h, until) == PGYD_NO_DAY)
        return refuse(w, "until= is not a date: paused until=YYYY-MM-DD");
    if (strcmp(e->event, "resumed") == 0 && !w->paused)
        return refuse(w, "the offer is not paused");
    if (strcmp(e->event, "answered") == 0 && !says(e, "response", "improved") &&
        !says(e, "response", "no") && !says(e, "response", "pending"))
        return refuse(
            w,
            "say how they answered: answered response=improved, response=no or response=pending");
    return true;
}

/* What only the person who is about to write it down is asked: what was written before stays
 * true. */
static bool meant(const struct pgyd_host *h, struct offer_walk *w, const struct pgyd_event *e)
{
    const char *other;
    if (!offer_proposed(e))
        return true;
    if (strcmp(e->event, "asked") == 0 && w->rounds >= ROUNDS_LAST && !says(e, "force", "yes"))
        return refuse(
            w, "two rounds are the most that helps: choose, or add force=yes to ask once more");
    other = strcmp(e->event, "accepted") == 0 ? accepted_elsewhere(h, w->id) : NULL;
    if (other) {
        pgc_format(w->why, sizeof w->why,
                   "%.80s is accepted already: if that no longer stands, take it back first "
                   "(pgyctl journal undo, or its status)",
                   other);
        return false;
    }
    if (strcmp(e->event, "accepted") == 0 && written(h) < 2 && !says(e, "confirm", "yes"))
        return refuse(w, "it is the only written offer: two are the least to choose from; add "
                         "confirm=yes to accept it all the same");
    return true;
}

bool offer_walk_step(const struct pgyd_host *h, struct offer_walk *w, const struct pgyd_event *e)
{
    const struct transition *t = transition_of(e->event);
    char next[160], day[24];
    if (!t)
        return refuse(w, "this is no event of an offer");
    if (!(t->from & AT(w->state))) {
        if (w->state == OFFER_ASKED && strcmp(e->event, "asked") == 0)
            return refuse(w, "the last ask has no answer yet: log revised, or answered "
                             "response=no, before the next");
        pgc_format(w->why, sizeof w->why, "'%s' cannot follow '%s'; what can: %s", e->event,
                   names[w->state], offer_state_next(w->state, next, sizeof next));
        return false;
    }
    if (t->to != OFFER_STATES && w->received != PGYD_NO_DAY && e->on < w->received) {
        pgc_format(w->why, sizeof w->why, "'%s' lies before the offer was received, %s", e->event,
                   h->day_text(h->ctx, w->received, day));
        return false;
    }
    if (!well_said(h, w, e) || !meant(h, w, e))
        return false;
    if (strcmp(e->event, "paused") == 0 || strcmp(e->event, "resumed") == 0)
        w->paused = e->event[0] == 'p';
    if (t->to == OFFER_STATES || t->to == w->state || says(e, "response", "pending"))
        return true;
    w->rounds += t->to == OFFER_ASKED;
    w->state = t->to;
    w->since = e->on;
    return true;
}

struct cap {
    const char *term;
    bool found;
};

static int said_no(void *arg, const struct pgyd_event *e)
{
    struct cap *cap = arg;
    cap->found |= strcmp(e->event, "answered") == 0 && says(e, "response", "no") &&
                  says(e, "term", cap->term);
    return cap->found;
}

bool offer_capped(const struct pgyd_host *h, const char *id, const char *term)
{
    struct cap cap = {.term = term, .found = pgc_lists(h, "offer", id, "hard_cap", term)};
    if (!cap.found)
        h->journal(h->ctx, "offer", id, said_no, &cap);
    return cap.found;
}

/* ---- check ---- */

/* The story as it stands, and as it would be: with an entry that is proposed, or without one that
 * is to be taken back. */
struct hearing {
    const struct pgyd_host *h;
    struct offer_walk now, then;
    bool proposed, withdrawn;
    char why[240];    /* the proposed entry itself cannot be */
    char broken[240]; /* entries that could not have happened any more */
};

static int hear(void *arg, const struct pgyd_event *e)
{
    struct hearing *hearing = arg;
    const struct pgyd_host *h = hearing->h;
    char day[24];
    bool proposed = offer_proposed(e), withdrawn = e->number == PGYD_WITHDRAWN;
    bool is = !proposed && offer_walk_step(h, &hearing->now, e),
         would = !withdrawn && offer_walk_step(h, &hearing->then, e);
    hearing->proposed |= proposed;
    hearing->withdrawn |= withdrawn;
    if (proposed && !would)
        pgc_format(hearing->why, sizeof hearing->why, "%s", hearing->then.why);
    if (is && !would && !withdrawn)
        pgc_append(hearing->broken, sizeof hearing->broken, "%s'%s' of %s",
                   hearing->broken[0] ? ", " : "", e->event, h->day_text(h->ctx, e->on, day));
    if (!is && !proposed)
        pgc_warn(h, "offer", hearing->now.id, NULL,
                 e->number ? "pgyctl journal undo takes it back" : "correct its date",
                 "%s of %s counts for nothing: %s", e->event, h->day_text(h->ctx, e->on, day),
                 hearing->now.why);
    return 0;
}

void offer_check_story(const struct pgyd_host *h, const char *id)
{
    struct hearing hearing = {.h = h};
    offer_walk_begin(h, id, &hearing.now);
    offer_walk_begin(h, id, &hearing.then);
    h->journal(h->ctx, "offer", id, hear, &hearing);
    if (hearing.proposed && hearing.why[0])
        pgc_error(h, "journal", "", "offer", NULL, "%s: %s", id, hearing.why);
    else if (hearing.proposed && hearing.broken[0])
        pgc_error(h, "journal", "", "offer", NULL, "%s: then %s could not have happened", id,
                  hearing.broken);
    else if (hearing.withdrawn && hearing.broken[0])
        pgc_error(h, "journal", "", "offer", NULL,
                  "%s: without it %s could not have happened: take that back first", id,
                  hearing.broken);
}
