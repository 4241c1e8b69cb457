/* SPDX-License-Identifier: BSD-2-Clause */
/* The report market: what articles say of a field. It plans nothing; the figures are read by
 * plugins/common/market.h. */
#include "plugins/milestones/reports/reports.h"

#include "plugins/common/market.h"
#include "plugins/common/parts.h"
#include "plugins/milestones/lanes/lanes.h"
#include "plugins/milestones/training/training.h"

enum { CELL = 24 };

/* S0-52, S1-18: the figures side by side, each with its article. */
static int leverage(const struct pgyd_host *h, const char *code)
{
    static const char *const head[] = {"Said of", "Market",    "0 to 100",
                                       "Source",  "Inventory", "Note"};
    struct pgc_leverage l;
    char words[160];
    bool differ = false;
    if (pgc_heading(h, 2, pgc_format(words, sizeof words, "Leverage: %s", code)) != 0)
        return -1;
    if (pgc_leverage_of(h, code, &l) != 0)
        return pgc_paragraph(h, "The list lists/leverage.tsv is not installed.");
    if (l.n == 0)
        return pgc_paragraph(h, "No article puts a figure on %s.", code);
    if (pgc_row(h, true, head, PGC_COUNT(head)) != 0)
        return -1;
    for (uint32_t i = 0; i < l.n; i++) {
        const struct pgc_figure *f = &l.figures[i];
        char value[CELL];
        const char *const cells[] = {
            f->topic,  f->market, pgc_format(value, sizeof value, "%d", f->value),
            f->source, f->ref,    f->note};
        differ |= f->value != l.figures[0].value;
        if (pgc_row(h, false, cells, PGC_COUNT(cells)) != 0)
            return -1;
    }
    if (differ && pgc_paragraph(h,
                                "The figures disagree. Neither is corrected by the other, and "
                                "their mean would be nobody's figure: where a rule needs "
                                "one, [market] leverage_policy chooses; unset, the lowest, %d.",
                                pgc_leverage_pick(&l, PGC_POLICY_MIN)->value) != 0)
        return -1;
    return 0;
}

/* The specialty and the fellowship, if there is one; what is said of any field is shown with the
 * first. */
struct field {
    const struct pgyd_host *h;
    const char *codes[2];
    uint32_t n, at;
};

static int modifier(void *arg, const struct pgc_modifier *m)
{
    const struct field *field = arg;
    if (m->general && field->at > 0)
        return 0;
    return pgc_bullet(field->h, "%s %s: %+d points%s%s (%s)",
                      m->constraint ? "constraint" : "skill", m->word, m->points,
                      m->note[0] ? ", " : "", m->note, m->source);
}

static const char *dollars(int64_t value, char *text)
{
    return value == PGC_NO_PAY ? "-"
                               : pgc_format(text, CELL, "%s$%lldk", value < 0 ? "-" : "",
                                            (long long)(value < 0 ? -value : value) / 1000);
}

static int pay_row(void *arg, const struct pgc_pay *pay)
{
    const struct field *field = arg;
    char low[CELL], high[CELL];
    const char *const cells[] = {
        pay->topic,  pay->what, dollars(pay->low, low), dollars(pay->high, high), pay->wording,
        pay->source, pay->ref};
    return pay->general && field->at > 0 ? 0 : pgc_row(field->h, false, cells, PGC_COUNT(cells));
}

static int moves(struct field *field)
{
    if (pgc_heading(field->h, 2, "What moves it (S1-19)") != 0)
        return -1;
    for (field->at = 0; field->at < field->n; field->at++) {
        if (pgc_modifiers(field->h, field->codes[field->at], modifier, field) != 0)
            return pgc_paragraph(field->h,
                                 "The list lists/leverage-modifiers.tsv is not installed.");
    }
    return 0;
}

static int pay(struct field *field)
{
    static const char *const head[] = {"Field",       "What",   "From",     "To",
                                       "As reported", "Source", "Inventory"};
    if (pgc_heading(field->h, 2, "Pay as reported") != 0 ||
        pgc_row(field->h, true, head, PGC_COUNT(head)) != 0)
        return -1;
    for (field->at = 0; field->at < field->n; field->at++) {
        if (pgc_pay_of(field->h, field->codes[field->at], pay_row, field) != 0)
            return pgc_paragraph(field->h, "The list lists/markets.tsv is not installed.");
    }
    return pgc_paragraph(field->h, "Anecdotes of one article, undated: no forecast and no target.");
}

/* S2-19: what the lanes of a field are known and paid for. */
static int lanes(const struct pgyd_host *h)
{
    static const char *const head[] = {"Lane", "Known for", "Paid for", "Source"};
    struct lanes known;
    milestones_lanes(h, &known);
    if (known.n == 0)
        return 0;
    if (pgc_heading(h, 2, "Lanes of your field") != 0 ||
        pgc_row(h, true, head, PGC_COUNT(head)) != 0)
        return -1;
    for (uint32_t i = 0; i < known.n; i++) {
        const struct lane *lane = &known.list[i];
        const char *const cells[] = {lane->name, lane->known_for, lane->paid_for, lane->source};
        if (pgc_row(h, false, cells, PGC_COUNT(cells)) != 0)
            return -1;
    }
    return 0;
}

int milestones_report_market(const struct pgyd_host *h)
{
    const char *specialty = pgc_text(h, "training", "", "specialty", NULL);
    const char *fellowship =
        h->section_count(h->ctx, "fellowship") ? pgc_text(h, "fellowship", "", "type", NULL) : NULL;
    struct field field = {.h = h};
    if (specialty)
        field.codes[field.n++] = specialty;
    if (fellowship)
        field.codes[field.n++] = fellowship;
    if (pgc_heading(h, 1, "Leverage and market, as articles put them") != 0)
        return -1;
    if (field.n == 0)
        return pgc_paragraph(h, "Set [training] specialty first.");
    if (pgc_paragraph(h, "Rough feel of their authors, undated and American. Shown with their "
                         "source; never averaged, never a forecast.") != 0)
        return -1;
    if (pgc_bullet(h, "article 000: on using one written offer to improve another") != 0 ||
        pgc_bullet(h, "article 001: on why some graduates get better first offers") != 0 ||
        pgc_bullet(
            h,
            "article 002: on how residents of well-paid fields prepare large offers over years") !=
            0)
        return -1;
    for (uint32_t i = 0; i < field.n; i++) {
        if (leverage(h, field.codes[i]) != 0)
            return -1;
    }
    return moves(&field) != 0 || pay(&field) != 0 || lanes(h) != 0 ? -1
                                                                   : milestones_fellow_report(h);
}
