/* SPDX-License-Identifier: BSD-2-Clause */
/* Which offers are compared, and a row of them: its mark, its note. What rows there are is the
 * reports' to say. */
#include "plugins/offers/compare/inside.h"

#include "plugins/common/parts.h"
#include "plugins/common/texts/words.h"

#include <string.h>

/* ---- choosing ---- */

static bool settled(const struct offer *o)
{
    return strcmp(o->status, "declined") == 0 || strcmp(o->status, "expired") == 0;
}

static void take(struct compare *c, const struct offer *o, uint32_t *left_out)
{
    for (uint32_t i = 0; i < c->n; i++) {
        if (strcmp(c->id[i], o->id) == 0)
            return;
    }
    if (c->n == COMPARE_MOST) {
        ++*left_out;
        return;
    }
    c->id[c->n] = o->id;
    c->name[c->n++] = o->employer;
}

static int take_named(struct compare *c, const struct offers *offers, const char *names,
                      uint32_t *left_out)
{
    char message[128];
    struct pgc_word name;
    while (pgc_words_next(&names, ',', &name)) {
        size_t i = 0;
        while (i < offers->n && !pgc_words_equal(name, offers->list[i].id))
            i++;
        if (i == offers->n) {
            c->h->error(c->h->ctx,
                        pgc_format(message, sizeof message, "offer=: there is no [offer:%.*s]",
                                   name.len < 40 ? (int)name.len : 40, name.text));
            return -1;
        }
        take(c, &offers->list[i], left_out);
    }
    return 0;
}

int compare_choose(const struct pgyd_host *h, struct compare *c, uint32_t *left_out)
{
    struct offers offers;
    const char *names = h->arg(h->ctx, "offer");
    *left_out = 0;
    c->h = h;
    c->n = 0;
    offers_read(h, &offers);
    if (names)
        return take_named(c, &offers, names, left_out);
    for (uint32_t i = 0; i < offers.n; i++) {
        if (!settled(&offers.list[i]))
            take(c, &offers.list[i], left_out);
    }
    return 0;
}

void compare_pay(struct compare *c, uint32_t years)
{
    c->years = years;
    for (uint32_t i = 0; i < c->n; i++)
        c->paid[i] = money_read(c->h, c->id[i], years, &c->money[i]);
}

/* ---- rows ---- */

/* Whether a is at least as good as b in all, and better in one. */
static bool beats(const struct compare_row *row, uint32_t a, uint32_t b)
{
    bool better = false;
    for (uint32_t d = 0; d < row->dims; d++) {
        if (row->value[a][d] < row->value[b][d])
            return false;
        better |= row->value[a][d] > row->value[b][d];
    }
    return better;
}

int compare_best(const struct compare_row *row, uint32_t n)
{
    for (uint32_t i = 0; i < n && row->dims > 0; i++) {
        uint32_t rivals = 0, beaten = 0;
        for (uint32_t k = 0; k < n && row->known[i]; k++) {
            if (k == i || !row->known[k])
                continue;
            rivals++;
            beaten += beats(row, i, k);
        }
        if (rivals > 0 && beaten == rivals)
            return (int)i;
    }
    return -1;
}

static void note_money(struct compare_row *row, uint32_t n, int best)
{
    double next = 0;
    bool any = false;
    char text[MONEY_TEXT];
    for (uint32_t i = 0; i < n; i++) {
        if (row->known[i] && (int)i != best && (!any || row->value[i][0] > next)) {
            next = row->value[i][0];
            any = true;
        }
    }
    if (best < 0 || !any)
        return;
    double apart = row->value[best][0] - next;
    pgc_append(row->note, sizeof row->note, "%s%s apart%s", row->note[0] ? "; " : "",
               money_text((int64_t)(apart + 0.5), text), apart < MONEY_NOISE ? ": noise" : "");
}

int compare_emit(const struct compare *c, struct compare_row *row)
{
    const char *cells[COMPARE_MOST + 2] = {row->label};
    char mark[16];
    int best = compare_best(row, c->n);
    for (uint32_t i = 0; i < c->n; i++)
        cells[i + 1] = row->cell[i];
    if (row->dollars)
        note_money(row, c->n, best);
    cells[c->n + 1] = row->note;
    struct pgyd_part part = {
        .size = sizeof part, .type = PGYD_TABLE_ROW, .cells = cells, .ncells = c->n + 2};
    if (best >= 0)
        part.text = pgc_format(mark, sizeof mark, "best:%d", best + 1);
    return c->h->part(c->h->ctx, &part);
}

int compare_head(const struct compare *c, const char *first)
{
    const char *cells[COMPARE_MOST + 2] = {first};
    for (uint32_t i = 0; i < c->n; i++)
        cells[i + 1] = c->name[i];
    cells[c->n + 1] = "Note";
    return pgc_row(c->h, true, cells, c->n + 2);
}
