/* SPDX-License-Identifier: BSD-2-Clause */
/* When a letter may be written, and what to know with it. */
#include "plugins/offers/letters/write.h"
#include "plugins/offers/ready/ready.h"

#include <string.h>

/* Each says what is shut and what opens it. */
typedef void (*gate_fn)(const struct letter_case *c, char reasons[LETTER_REASONS]);

static void gate_ready(const struct letter_case *c, char reasons[LETTER_REASONS])
{
    struct ready ready;
    char why[LETTER_REASONS / 2];
    ready_of(c->h, &c->offers, &ready);
    if (!ready.pass)
        letter_reason(reasons, "you are not ready to ask: %s",
                      ready_missing(&ready, why, sizeof why));
}

static void gate_value(const struct letter_case *c, char reasons[LETTER_REASONS])
{
    if (!pgc_yes(c->h, "decide", "", "value_case"))
        letter_reason(reasons, "show your value first, then set [decide] value_case = yes");
}

static void gate_counsel(const struct letter_case *c, char reasons[LETTER_REASONS])
{
    pgyd_day done = pgc_day(c->h, "review", "", "done");
    if (done == PGYD_NO_DAY || done > c->h->today ||
        (c->offer && c->offer->contract != PGYD_NO_DAY && done < c->offer->contract))
        letter_reason(reasons,
                      "no counsel has read the contract: set [review] done once it is back");
}

static void gate_contract(const struct letter_case *c, char reasons[LETTER_REASONS])
{
    if (!letter_has_contract(c))
        letter_reason(reasons,
                      "the full contract is not there yet: ask for it, then pgyctl log offer %s "
                      "contract-received",
                      c->offer ? c->offer->id : "ID");
}

/* S0-48 */
static void gate_rounds(const struct letter_case *c, char reasons[LETTER_REASONS])
{
    if (c->offer && c->offer->rounds >= ROUNDS_LAST && !c->force)
        letter_reason(reasons,
                      "you asked them %u times: choose now, or insist with force=yes (--force)",
                      c->offer->rounds);
}

static void gate_rival(const struct letter_case *c, char reasons[LETTER_REASONS])
{
    char day[24];
    if (c->rival)
        return;
    letter_reason(reasons, "no other offer is live and in writing ([offer:...] written = yes)");
    for (uint32_t i = 0; i < c->offers.n; i++) {
        const struct offer *o = &c->offers.list[i];
        if (o != c->offer && offer_lapsed(o, c->h->today))
            letter_reason(reasons,
                          "%s wanted an answer by %s: if it still stands, pgyctl log offer %s "
                          "extended by=DATE",
                          o->employer, c->h->day_words(c->h->ctx, o->hard, day), o->id);
    }
}

/* S0-16 */
static void gate_movable(const struct letter_case *c, char reasons[LETTER_REASONS])
{
    if (c->offer && c->offer->committee)
        letter_reason(reasons,
                      "a committee meets on that date, and no letter moves it: be ready by then");
}

static void gate_settled(const struct letter_case *c, char reasons[LETTER_REASONS])
{
    if (!c->accepted && !c->force)
        letter_reason(reasons, "no other offer is accepted: pgyctl log offer ID accepted first, or "
                               "insist with force=yes (--force)");
}

static void gate_advanced(const struct letter_case *c, char reasons[LETTER_REASONS])
{
    if (c->advanced < 2)
        letter_reason(reasons,
                      "%u other prospect%s in stage advanced or offer, and it takes two to say so",
                      c->advanced, c->advanced == 1 ? " is" : "s are");
}

static void gate_met(const struct letter_case *c, char reasons[LETTER_REASONS])
{
    if (c->contact && !pgc_has(c->h, "contact", c->contact, "met_at"))
        letter_reason(reasons, "you never met: set [contact:%s] met_at, or write soft_presence",
                      c->contact);
}

/* S2-26: whoever made an offer, or had the person there, is no stranger. */
static bool been_there(const struct letter_case *c)
{
    static const char *const stages[] = {"visit", "interview", "advanced", "offer", "closed"};
    const struct pgyd_host *h = c->h;
    for (uint32_t i = 0; i < PGC_COUNT(stages); i++) {
        if (pgc_is(h, "prospect", c->prospect, "stage", stages[i]) ||
            pgc_count(h, "prospect", c->prospect, stages[i]) > 0)
            return true;
    }
    for (uint32_t i = 0; i < c->offers.n; i++) {
        if (pgc_is(h, "offer", c->offers.list[i].id, "prospect", c->prospect))
            return true;
    }
    return pgc_is(h, "prospect", c->prospect, "path", "warm") ||
           pgc_yes(h, "prospect", c->prospect, "rotated_there") ||
           pgc_yes(h, "prospect", c->prospect, "locums_there");
}

static void gate_not_met(const struct letter_case *c, char reasons[LETTER_REASONS])
{
    const struct pgyd_host *h = c->h;
    if (!c->contact && !c->prospect)
        letter_reason(reasons, "say to whom: contact=ID or prospect=ID");
    if (c->contact && (pgc_has(h, "contact", c->contact, "met_at") ||
                       pgc_count(h, "contact", c->contact, NULL) > 0))
        letter_reason(reasons, "you know %s already: write warm_text",
                      pgc_text(h, "contact", c->contact, "name", c->contact));
    if (c->prospect && been_there(c))
        letter_reason(reasons,
                      "they know you already ([prospect:%s]): write to the person you know",
                      c->prospect);
}

void letter_gates(const struct letter_case *c, const struct letter_template *t, struct letter *out)
{
    static const struct {
        uint32_t need;
        gate_fn gate;
    } gates[] = {{NEED_READY, gate_ready},      {NEED_VALUE, gate_value},
                 {NEED_COUNSEL, gate_counsel},  {NEED_ROUNDS, gate_rounds},
                 {NEED_RIVAL, gate_rival},      {NEED_MOVABLE, gate_movable},
                 {NEED_SETTLED, gate_settled},  {NEED_TWO_ADVANCED, gate_advanced},
                 {NEED_MET, gate_met},          {NEED_NOT_MET, gate_not_met},
                 {NEED_CONTRACT, gate_contract}};
    char term[LETTER_HEADER + 1];
    if (c->offer && !c->offer->live)
        letter_reason(out->reasons, "%s is %s: there is nothing left to write about",
                      c->offer->employer, c->offer->status);
    if (c->offer && c->accepted && !c->rule->decline)
        letter_reason(out->reasons, "you accepted %s: the one letter left to write here is decline",
                      c->accepted->employer);
    for (uint32_t i = 0; i < PGC_COUNT(gates); i++) {
        if (t->needs & gates[i].need)
            gates[i].gate(c, out->reasons);
    }
    /* S0-51: a no is data. */
    pgc_format(term, sizeof term, "%.*s", (int)t->term.len, t->term.text);
    if (c->offer && term[0] && offer_capped(c->h, c->offer->id, term))
        letter_reason(out->reasons,
                      "they said no to %s: take it as an answer and ask for something else", term);
}

/* ---- notes ---- */

void letter_note(struct letter *out, const char *format, ...)
{
    va_list ap;
    if (out->nnotes == LETTER_NOTES)
        return;
    va_start(ap, format);
    pgc_vformat(out->notes[out->nnotes++], LETTER_NOTE, format, ap);
    va_end(ap);
}

/* The lane that fits this offer against what the letter says (S0-24). */
static void note_lane(const struct letter_case *c, const struct letter_template *t,
                      struct letter *out)
{
    if (!t->asks || !c->offer || t->lane == LANE_SILENT || (int)t->lane <= c->choice.lane)
        return;
    letter_note(
        out, "The lane for %s is %s, and this letter is %s: pgyctl report asks offer=%s says why.",
        c->offer->employer, lane_word(c->choice.lane), lane_word(t->lane), c->offer->id);
}

static void note_log(const struct letter_case *c, const struct letter_template *t,
                     struct letter *out)
{
    char day[24];
    if (c->offer && c->rule->decline)
        letter_note(out, "Sent? pgyctl log offer %s declined", c->offer->id);
    else if (c->offer && t->needs & NEED_MOVABLE)
        letter_note(
            out, "Sent? pgyctl log offer %s extension-requested: a reply is then due by %s.",
            c->offer->id,
            c->h->day_words(c->h->ctx,
                            c->h->add_business(c->h->ctx, c->h->today, REPLY_BUSINESS_DAYS), day));
    else if (c->offer && t->asks && c->offer->state == OFFER_ASKED)
        letter_note(out,
                    "Your ask of %s has no answer yet: this belongs to it, and is no new round.",
                    c->h->day_words(c->h->ctx, c->offer->last_ask, day));
    else if (c->offer && t->asks)
        letter_note(out, "Sent? pgyctl log offer %s asked", c->offer->id);
    else if (c->contact)
        letter_note(out, "Sent? pgyctl log contact %s", c->contact);
}

void letter_notes(const struct letter_case *c, const struct letter_template *t, struct letter *out)
{
    char day[24];
    note_lane(c, t, out);
    if (c->offer && t->needs & NEED_ROUNDS && c->offer->rounds + 1 == ROUNDS_LAST &&
        c->offer->state != OFFER_ASKED)
        letter_note(out, "This is the second ask, and the last round: afterwards, choose.");
    if (c->offer && t->needs & NEED_ROUNDS && c->offer->rounds >= ROUNDS_LAST)
        letter_note(out, "Ask number %u, because you insisted.", c->offer->rounds + 1);
    if (t->asks && c->offer && c->asks.one_line[0])
        letter_note(out, "In one line: %s", c->asks.one_line);
    if (t->lane != LANE_SILENT && c->rival)
        letter_note(out,
                    "Send words, never papers: nobody gets to see another employer's contract.");
    if (c->offer && t->needs & NEED_MOVABLE &&
        pgc_is(c->h, "offer", c->offer->id, "deadline_kind", "hard"))
        letter_note(out, "They called that date firm: ask early, and be ready for a no.");
    if (t->needs & NEED_NOT_MET)
        letter_note(out, "Follow up once, around %s, and then let it rest.",
                    c->h->day_words(c->h->ctx, c->h->today + FOLLOW_UP_DAYS, day));
    note_log(c, t, out);
}
