/* SPDX-License-Identifier: BSD-2-Clause */
/* What concerns all offers together: a common date, the time that choosing may take, how many there
 * are, and who reads the contracts. */
#include "plugins/common/anchors.h"
#include "plugins/offers/clocks/clocks.h"

#include <string.h>
#include <strings.h>

enum { ATTORNEY_MONTHS = 12, WRITTEN_MONTHS = 9, WRITTEN_LEAST = 2 };

static const struct pgyd_step on_the_day[] = {{0, 'd', PGYD_WARN}};

/* S0-19: worth an entry once more time was asked for; before that the answer dates say it. */
static int emit_common(const struct pgyd_host *h, const struct offers *offers)
{
    static const char *const refs[] = {"S0-19", "S0-18"};
    static const struct pgyd_step steps[] = {{-3, 'd', PGYD_INFO}, {0, 'd', PGYD_WARN}};
    struct draft d;
    bool asked;
    pgyd_day date = offers_common_date(h, offers, &asked);
    if (date == PGYD_NO_DAY || !asked)
        return 0;
    offer_draft(&d, PGYD_MILESTONE, PGYD_INFO, date);
    d.item.confidence = PGYD_PATTERN;
    pgc_format(d.slug, sizeof d.slug, "common-date");
    pgc_format(d.title, sizeof d.title, "One date for all offers: decide");
    pgc_format(d.detail, sizeof d.detail,
               "The latest day asked for, never beyond a committee's day or your own deadline. Ask "
               "each of them for this one, truthfully.");
    d.item.steps = steps;
    d.item.nsteps = PGC_COUNT(steps);
    return offer_emit(h, &d, refs, PGC_COUNT(refs),
                      "min(own deadline, committee, max(days asked for))");
}

/* The day the second of the written, live offers came; PGYD_NO_DAY with fewer. */
static pgyd_day second_offer(const struct offers *offers)
{
    pgyd_day first = PGYD_NO_DAY, second = PGYD_NO_DAY;
    for (uint32_t i = 0; i < offers->n; i++) {
        const struct offer *o = &offers->list[i];
        if (!o->live || !o->written || o->received == PGYD_NO_DAY)
            continue;
        if (first == PGYD_NO_DAY || o->received < first) {
            second = first;
            first = o->received;
        } else if (second == PGYD_NO_DAY || o->received < second) {
            second = o->received;
        }
    }
    return second;
}

/* S0-67: four weeks, not months. */
static int emit_budget(const struct pgyd_host *h, const struct offers *offers)
{
    static const char *const refs[] = {"S0-67"};
    static const struct pgyd_step steps[] = {{-7, 'd', PGYD_WARN}, {0, 'd', PGYD_CRITICAL}};
    struct draft d;
    pgyd_day second = second_offer(offers);
    if (second == PGYD_NO_DAY)
        return 0;
    offer_draft(&d, PGYD_DEADLINE, PGYD_WARN,
                pgc_earlier(second + BUDGET_DAYS, offers_internal_deadline(h)));
    pgc_format(d.slug, sizeof d.slug, "total-budget");
    pgc_format(d.title, sizeof d.title, "Four weeks since the second offer: choose");
    pgc_format(d.detail, sizeof d.detail,
               "Get what is missing, clarify, negotiate once or twice, choose. It is a matter of "
               "weeks, not of months.");
    d.item.steps = steps;
    d.item.nsteps = PGC_COUNT(steps);
    return offer_emit(h, &d, refs, PGC_COUNT(refs),
                      "second written offer + 28 days, never beyond your own deadline");
}

/* S0-57 */
static int emit_dragging(const struct pgyd_host *h, const struct offers *offers)
{
    static const char *const refs[] = {"S0-57"};
    static const struct pgyd_step steps[] = {{-7, 'd', PGYD_INFO}, {0, 'd', PGYD_WARN}};
    struct draft d;
    pgyd_day first = PGYD_NO_DAY;
    for (uint32_t i = 0; i < offers->n; i++) {
        if (offers->list[i].live)
            first = pgc_earlier(first, offers->list[i].first_ask);
    }
    if (first == PGYD_NO_DAY)
        return 0;
    offer_draft(&d, PGYD_ALERT, PGYD_WARN, first + DRAG_DAYS);
    pgc_format(d.slug, sizeof d.slug, "dragging");
    pgc_format(d.title, sizeof d.title, "Three weeks since you first asked, and no decision");
    pgc_format(d.detail, sizeof d.detail,
               "The worst that can happen to the back and forth is that it drags on. Take what is "
               "on the table and choose.");
    d.item.steps = steps;
    d.item.nsteps = PGC_COUNT(steps);
    return offer_emit(h, &d, refs, PGC_COUNT(refs),
                      "the first ask + 21 days without an acceptance");
}

/* S2-65: what is only said does not count. Scoped by phase: in the last nine months of the
 * training. */
static int emit_few(const struct pgyd_host *h, const struct offers *offers,
                    const struct pgc_anchors *anchors)
{
    static const char *const refs[] = {"S2-65", "S3-18"};
    struct draft d;
    uint32_t written = 0;
    pgyd_day day = h->add_months(h->ctx, anchors->g, -WRITTEN_MONTHS);
    for (uint32_t i = 0; i < offers->n; i++) {
        const struct offer *o = &offers->list[i];
        written += o->live && o->written;
        /* An alert that comes back does so on the day of its cause: the last offer that went. */
        if (o->written && (o->state == OFFER_DECLINED || o->state == OFFER_EXPIRED))
            day = pgc_later(day, o->since);
    }
    if (written >= WRITTEN_LEAST)
        return 0;
    offer_draft(&d, PGYD_ALERT, PGYD_WARN, day);
    pgc_format(d.slug, sizeof d.slug, "few-offers");
    pgc_format(d.title, sizeof d.title,
               written ? "One written offer is not a choice" : "No written offer yet");
    pgc_format(d.detail, sizeof d.detail,
               "Two serious written offers are the least, three are better; ten maybes are none. "
               "Strength is being able to walk away.");
    d.item.steps = on_the_day;
    d.item.nsteps = PGC_COUNT(on_the_day);
    return offer_emit(h, &d, refs, PGC_COUNT(refs),
                      "fewer than two live written offers in the last nine months of training");
}

/* S2-40 */
static int emit_attorney(const struct pgyd_host *h, const struct pgc_anchors *anchors)
{
    static const char *const refs[] = {"S2-40"};
    struct draft d;
    if (pgc_has(h, "review", "", "attorney"))
        return 0;
    offer_draft(&d, PGYD_ALERT, PGYD_WARN, h->add_months(h->ctx, anchors->g, -ATTORNEY_MONTHS));
    pgc_format(d.slug, sizeof d.slug, "attorney");
    pgc_format(d.title, sizeof d.title, "Nobody is named to read your contract");
    pgc_format(d.detail, sizeof d.detail,
               "A physician-contract lawyer, if possible of the state and the specialty of the "
               "job, known before the first contract comes.\n"
               "pgyctl set review attorney NAME");
    d.item.steps = on_the_day;
    d.item.nsteps = PGC_COUNT(on_the_day);
    return offer_emit(h, &d, refs, PGC_COUNT(refs),
                      "twelve months before the end of training, and [review] attorney is not set");
}

/* Who still has a job to find: not after a preliminary year alone, which leads to another
 * residency, nor with a signed contract or at work. */
static bool searching(const struct pgyd_host *h, const struct pgc_anchors *anchors)
{
    return anchors->n > 1 && h->today < anchors->s && !pgc_has(h, "contract", "", "signed");
}

int clocks_between(const struct pgyd_host *h, const struct offers *offers)
{
    struct pgc_anchors anchors;
    if (offers_accepted(offers))
        return 0;
    if (emit_common(h, offers) != 0 || emit_budget(h, offers) != 0 || emit_dragging(h, offers) != 0)
        return -1;
    if (!pgc_anchors(h, &anchors) || !searching(h, &anchors))
        return 0;
    return emit_few(h, offers, &anchors) != 0 ? -1 : emit_attorney(h, &anchors);
}

/* S2-40: contract law is the state's. */
void clocks_check_attorney(const struct pgyd_host *h)
{
    const char *theirs = pgc_text(h, "review", "", "attorney_state", NULL),
               *mine = pgc_text(h, "goal", "", "state", NULL);
    if (theirs && strlen(theirs) != 2)
        pgc_error(h, "review", "", "attorney_state", "two letters, such as OH",
                  "\"%s\" is no state", theirs);
    else if (theirs && mine && strcasecmp(theirs, mine) != 0)
        pgc_warn(h, "review", "", "attorney_state", "a lawyer of the state you will work in",
                 "the lawyer practises in %s, the job is in %s", theirs, mine);
}
