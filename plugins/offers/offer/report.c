/* SPDX-License-Identifier: BSD-2-Clause */
/* The report offers: clocks, overlaps, what is unknown. The other reports are in files named after
 * them. */
#include "plugins/common/parts.h"
#include "plugins/offers/offer/offer.h"

#include <string.h>

enum { CELL = 48 };

/* Terms that must be known before an answer, with the words for them (S0-04, S0-23). */
static const struct {
    const char *keys[2]; /* any of them */
    const char *words;
} terms[] = {
    {{"base", NULL}, "base"},
    {{"wrvu_rate", NULL}, "bonus rate"},
    {{"wrvu_threshold", "wrvu_threshold_y1"}, "wRVU threshold"},
    {{"call_days_month", "nights_month"}, "call days or nights"},
    {{"pto_days", NULL}, "days off"},
    {{"cme_days", NULL}, "course days"},
    {{"noncompete_scope", "noncompete_miles"}, "non-compete"},
    {{"term_months", NULL}, "term"},
    {{"notice_days", NULL}, "notice"},
    {{"tail", NULL}, "malpractice tail"},
};

static const char *day_cell(const struct pgyd_host *h, pgyd_day day, char *text)
{
    return day == PGYD_NO_DAY ? "unknown: ask" : h->day_text(h->ctx, day, text);
}

static const char *left(const struct pgyd_host *h, const struct offer *o, char *text)
{
    if (!o->live || o->hard == PGYD_NO_DAY)
        return "-";
    int32_t days = o->hard - h->today;
    return days < 0 ? pgc_format(text, CELL, "%d over", -days) : pgc_format(text, CELL, "%d", days);
}

static int row(const struct pgyd_host *h, const struct offer *o)
{
    char received[24], soft[24], hard[24], days[CELL], idle[CELL], extension[CELL], from[24],
        to[24];
    pgyd_day first, last;
    pgc_format(idle, sizeof idle, "-");
    if (o->live && o->touched != PGYD_NO_DAY)
        pgc_format(idle, sizeof idle, "%d%s", h->today - o->touched,
                   h->today - o->touched >= UNTOUCHED_DAYS ? " (too long)" : "");
    pgc_format(extension, sizeof extension, o->extended ? "granted" : "-");
    if (o->live && offer_extension(h, o, &first, &last))
        pgc_format(extension, sizeof extension, "%s to %s", h->day_text(h->ctx, first, from),
                   h->day_text(h->ctx, last, to));
    const char *const cells[] = {
        o->employer,
        o->status,
        day_cell(h, o->received, received),
        o->soft == PGYD_NO_DAY ? "-" : h->day_text(h->ctx, o->soft, soft),
        day_cell(h, o->hard, hard),
        left(h, o, days),
        idle,
        extension,
    };
    return pgc_row(h, false, cells, PGC_COUNT(cells));
}

static int table(const struct pgyd_host *h, const struct offers *offers)
{
    static const char *const head[] = {"Offer",     "Status",    "Received",       "Soft answer",
                                       "Answer by", "Days left", "Days untouched", "Extension"};
    if (pgc_row(h, true, head, PGC_COUNT(head)) != 0)
        return -1;
    for (uint32_t i = 0; i < offers->n; i++) {
        if (row(h, &offers->list[i]) != 0)
            return -1;
    }
    return 0;
}

static int clocks(const struct pgyd_host *h, const struct offers *offers)
{
    bool said = false;
    for (uint32_t i = 0; i < offers->n; i++) {
        const struct offer *o = &offers->list[i];
        if (!o->live || o->received == PGYD_NO_DAY || o->hard == PGYD_NO_DAY ||
            o->hard < o->received)
            continue;
        if (!said && pgc_heading(h, 2, "Time to answer") != 0)
            return -1;
        said = true;
        const double nums[] = {(double)o->received, (double)o->hard};
        if (pgc_nums(h, PGYD_BAND, o->employer, nums, 2) != 0)
            return -1;
    }
    return 0;
}

static int overlap_row(const struct pgyd_host *h, const struct offer *a, const struct offer *b)
{
    char both[CELL], first_text[24], last_text[24], days_text[CELL], gap[CELL];
    pgyd_day first, last;
    int days = offers_overlap(a, b, &first, &last);
    if (days < 0)
        return 0;
    if (days > 0)
        pgc_format(both, sizeof both, "%s to %s", h->day_text(h->ctx, first, first_text),
                   h->day_text(h->ctx, last, last_text));
    const char *const cells[] = {
        a->employer,
        b->employer,
        days ? both : "none",
        pgc_format(days_text, sizeof days_text, "%d", days),
        pgc_format(gap, sizeof gap, "%d",
                   a->hard > b->hard ? a->hard - b->hard : b->hard - a->hard),
    };
    return pgc_row(h, false, cells, PGC_COUNT(cells));
}

/* More pairs than anybody reads: the stretch in which most can be answered, and who arrives too
 * late for whom. */
static int overlaps_of_many(const struct pgyd_host *h, const struct offers *offers)
{
    char names[512], from[24], to[24];
    pgyd_day first = PGYD_NO_DAY, last = PGYD_NO_DAY;
    uint32_t n = offers_together(offers, &first, &last);
    if (pgc_heading(h, 2, "Overlaps") != 0)
        return -1;
    if (n > 1 &&
        pgc_paragraph(h, "%u of %u can be answered together, %s to %s.", n, offers_live(offers),
                      h->day_text(h->ctx, first, from), h->day_text(h->ctx, last, to)) != 0)
        return -1;
    for (uint32_t i = 0; i < offers->n; i++) {
        const struct offer *o = &offers->list[i];
        if (o->live && offers_missed(offers, o, names, sizeof names) > 0 &&
            pgc_bullet(h, "%s came after these had to be answered: %s", o->employer, names) != 0)
            return -1;
    }
    return 0;
}

static int overlaps(const struct pgyd_host *h, const struct offers *offers)
{
    static const char *const head[] = {"Offer", "Offer", "Both open", "Days",
                                       "Between the answer dates"};
    bool said = false;
    if (offers_live(offers) > PAIRS_MOST)
        return overlaps_of_many(h, offers);
    for (uint32_t i = 0; i < offers->n; i++) {
        for (uint32_t k = i + 1; k < offers->n; k++) {
            const struct offer *a = &offers->list[i], *b = &offers->list[k];
            pgyd_day first, last;
            if (!a->live || !b->live || offers_overlap(a, b, &first, &last) < 0)
                continue;
            if (!said && (pgc_heading(h, 2, "Overlaps") != 0 ||
                          pgc_row(h, true, head, PGC_COUNT(head)) != 0))
                return -1;
            said = true;
            if (overlap_row(h, a, b) != 0)
                return -1;
        }
    }
    return 0;
}

/* S0-19 */
static int common_date(const struct pgyd_host *h, const struct offers *offers)
{
    char text[24];
    pgyd_day date = offers_common_date(h, offers, NULL);
    if (date == PGYD_NO_DAY)
        return 0;
    return pgc_paragraph(h, "A date to ask all of them for, to decide them together: %s.",
                         h->day_words(h->ctx, date, text));
}

static int unknowns(const struct pgyd_host *h, const struct offers *offers)
{
    bool said = false;
    for (uint32_t i = 0; i < offers->n; i++) {
        const struct offer *o = &offers->list[i];
        char list[512] = "";
        for (uint32_t k = 0; k < PGC_COUNT(terms); k++) {
            if (!pgc_has(h, "offer", o->id, terms[k].keys[0]) &&
                !(terms[k].keys[1] && pgc_has(h, "offer", o->id, terms[k].keys[1])))
                pgc_append(list, sizeof list, "%s%s", list[0] ? ", " : "", terms[k].words);
        }
        if (!o->live || !list[0])
            continue;
        if (!said && pgc_heading(h, 2, "Not known yet: ask") != 0)
            return -1;
        said = true;
        if (pgc_bullet(h, "%s: %s", o->employer, list) != 0)
            return -1;
    }
    return 0;
}

enum { CAPS = 256 };

static void add_cap(char *caps, size_t size, const char *term)
{
    size_t len = strlen(term);
    bool there = false;
    for (const char *p = caps; *p && !there; p += strcspn(p, ","), p += strspn(p, ", "))
        there = strncmp(p, term, len) == 0 && (p[len] == ',' || p[len] == '\0');
    if (!there)
        pgc_append(caps, size, "%s%s", caps[0] ? ", " : "", term);
}

static int said_no(void *arg, const struct pgyd_event *e)
{
    const char *response = pgc_event_value(e, "response"), *term = pgc_event_value(e, "term");
    if (strcmp(e->event, "answered") == 0 && response && strcmp(response, "no") == 0 && term)
        add_cap(arg, CAPS, term);
    return 0;
}

/* Of one offer: S0-66, S0-48, S0-45. */
static int standing(const struct pgyd_host *h, const struct offer *o)
{
    char next[160], since[24], caps[CAPS] = "";
    struct pgyd_value v;
    for (uint32_t i = 0; pgc_get(h, "offer", o->id, "hard_cap", &v) && i < v.nlist; i++)
        add_cap(caps, sizeof caps, v.list[i]);
    h->journal(h->ctx, "offer", o->id, said_no, caps);
    if (pgc_heading(h, 2, "Where it stands") != 0 ||
        pgc_bullet(h, "%s since %s, rounds: %u of %d", offer_state_text(o->state),
                   day_cell(h, o->since, since), o->rounds, ROUNDS_LAST) != 0 ||
        pgc_bullet(h, "what can follow: %s", offer_state_next(o->state, next, sizeof next)) != 0)
        return -1;
    return caps[0] ? pgc_bullet(h, "what they cannot move: %s", caps) : 0;
}

int offers_report_offers(const struct pgyd_host *h)
{
    struct offers offers;
    const char *only = h->arg(h->ctx, "offer");
    char message[96];
    offers_read(h, &offers);
    if (only) {
        uint32_t i = 0;
        while (i < offers.n && strcmp(offers.list[i].id, only) != 0)
            i++;
        if (i == offers.n) {
            h->error(h->ctx, pgc_format(message, sizeof message,
                                        "offer=: there is no [offer:%.40s]", only));
            return -1;
        }
        offers.list[0] = offers.list[i];
        offers.n = 1;
    }
    if (pgc_heading(h, 1, "Offers") != 0)
        return -1;
    if (offers.n == 0)
        return pgc_paragraph(h, "There are no offers in the configuration.");
    if (table(h, &offers) != 0 || clocks(h, &offers) != 0 || overlaps(h, &offers) != 0 ||
        common_date(h, &offers) != 0)
        return -1;
    if (only && standing(h, &offers.list[0]) != 0)
        return -1;
    return unknowns(h, &offers);
}
