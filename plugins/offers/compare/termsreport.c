/* SPDX-License-Identifier: BSD-2-Clause */
/* The report terms: values, flags, gates, the risk index. Judges nothing itself. */
#include "plugins/offers/compare/compare.h"

#include "plugins/common/parts.h"
#include "plugins/common/texts/words.h"

#include <string.h>

static int gates(const struct pgyd_host *h, const char *id)
{
    static const char *const head[] = {"Gate", "State", "Why"};
    struct score_gates g;
    score_gates_of(h, id, &g);
    if (g.n == 0)
        return 0;
    if (pgc_row(h, true, head, PGC_COUNT(head)) != 0)
        return -1;
    for (uint32_t i = 0; i < g.n; i++) {
        const char *const cells[] = {g.list[i].name, score_gate_word(g.list[i].state),
                                     g.list[i].why};
        if (pgc_row(h, false, cells, PGC_COUNT(cells)) != 0)
            return -1;
    }
    return g.closed ? pgc_paragraph(h, "Not signable as it stands: %s, %s", g.closed->name,
                                    g.closed->why)
                    : 0;
}

static const char *better_word(const struct terms_term *term)
{
    static const char *const words[] = {"more", "less", NULL, "yours to say"};
    return words[term->better];
}

static int values(const struct pgyd_host *h, const char *id, const struct terms_list *words)
{
    static const char *const head[] = {"Term", "Key", "Says", "Better", "What it means"};
    uint32_t n;
    const struct terms_term *terms = terms_all(&n);
    if (pgc_row(h, true, head, PGC_COUNT(head)) != 0)
        return -1;
    for (uint32_t i = 0; i < n; i++) {
        char text[TERMS_CELL], best[48];
        const char *better = better_word(&terms[i]);
        if (!better) {
            /* The first of the ranked words is the best one. */
            const char *ranked = terms[i].best;
            struct pgc_word first = {"", 0};
            pgc_words_next(&ranked, '|', &first);
            pgc_format(best, sizeof best, "%.*s", (int)first.len, first.text);
            better = strcmp(best, "prorata") == 0 ? "month by month" : best;
        }
        const struct terms_words *w = &words->of[i];
        const char *const cells[] = {
            w->name, terms[i].key, terms_value(h, id, &terms[i], w->unit, text), better, w->means};
        if (pgc_row(h, false, cells, PGC_COUNT(cells)) != 0)
            return -1;
    }
    return 0;
}

static int flags(const struct pgyd_host *h, const struct flags_list *words, const struct compare *c,
                 uint32_t at)
{
    static const char *const head[] = {"Flag", "Weight", "Why", "Ask"};
    const char *rivals[COMPARE_MOST];
    struct terms_flags f;
    uint32_t n = 0;
    for (uint32_t i = 0; i < c->n; i++) {
        if (i != at)
            rivals[n++] = c->id[i];
    }
    terms_flags_of(h, words, c->id[at], rivals, n, &f);
    if (f.n == 0)
        return pgc_paragraph(h, "No flag is up.");
    if (pgc_row(h, true, head, PGC_COUNT(head)) != 0)
        return -1;
    for (uint32_t i = 0; i < f.n; i++) {
        const char *const cells[] = {f.list[i].words->name, f.list[i].red ? "red" : "note",
                                     f.list[i].why, f.list[i].words->ask};
        if (pgc_row(h, false, cells, PGC_COUNT(cells)) != 0)
            return -1;
    }
    if (f.red >= TERMS_REVIEW)
        return pgc_paragraph(h,
                             "Walk-away review: %u red flags. Ask yourself whether you would sign "
                             "this if nobody answered an ask.",
                             f.red);
    return 0;
}

static const char *tri(int state)
{
    return state < 0 ? TERMS_UNKNOWN : state ? "yes" : "no";
}

static int risk(const struct pgyd_host *h, const struct flags_list *list, const char *id)
{
    static const char *const head[] = {"Clause", "Weight", "Counts", "What settles it"};
    struct terms_risk r;
    struct terms_triad t;
    terms_risk_of(h, id, &r);
    terms_triad_of(h, id, &t);
    if (pgc_paragraph(h,
                      "Risk index: %d of 118. Each clause that is unknown or left open adds the "
                      "weight that new attendings gave it "
                      "(article 002, self-reported; not shares).",
                      r.index) != 0 ||
        pgc_row(h, true, head, PGC_COUNT(head)) != 0)
        return -1;
    for (uint32_t i = 0; i < TERMS_CLAUSES; i++) {
        char weight[16], counts[16];
        const struct terms_clause *clause = &r.clause[i];
        const struct flag_words *words = &list->of[clause->words];
        const char *const cells[] = {
            words->name, pgc_format(weight, sizeof weight, "%d", clause->weight),
            pgc_format(counts, sizeof counts, "%d", clause->open ? clause->weight : 0), words->ask};
        if (pgc_row(h, false, cells, PGC_COUNT(cells)) != 0)
            return -1;
    }
    bool trap = t.tail == 1 && t.covenant == 1 && t.without_cause == 1;
    return pgc_paragraph(
        h, "Trap triad: you pay the tail: %s; a broad covenant: %s; ends without cause: %s.%s",
        tri(t.tail), tri(t.covenant), tri(t.without_cause),
        trap ? " All three: do not sign without counsel." : "");
}

static int chart(const struct pgyd_host *h, const struct compare *c)
{
    enum { MOST = 118 };
    if (pgc_heading(h, 2, "Risk index") != 0)
        return -1;
    for (uint32_t i = 0; i < c->n; i++) {
        struct terms_risk r;
        terms_risk_of(h, c->id[i], &r);
        const double nums[] = {r.index, MOST};
        if (pgc_nums(h, PGYD_BAR, c->name[i], nums, 2) != 0)
            return -1;
    }
    return 0;
}

int offers_report_terms(const struct pgyd_host *h)
{
    struct compare c;
    struct terms_list words;
    struct flags_list flagged;
    uint32_t left_out;
    if (compare_choose(h, &c, &left_out) != 0 || pgc_heading(h, 1, "Contract terms") != 0)
        return -1;
    terms_list_read(h, &words);
    flags_list_read(h, &flagged);
    if (c.n == 0)
        return pgc_paragraph(h, "There are no offers to read: none is open.");
    if (left_out > 0 && pgc_paragraph(h, "%u more do not fit: name those you mean, as offer=%s,%s.",
                                      left_out, c.id[0], c.id[1]) != 0)
        return -1;
    if (words.bad < 0 && pgc_paragraph(h, "The list lists/terms.tsv is not installed: terms go by "
                                          "their keys, unexplained.") != 0)
        return -1;
    if (flagged.bad < 0 && pgc_paragraph(h, "The list lists/flags.tsv is not installed: flags go "
                                            "by their ids, unexplained.") != 0)
        return -1;
    for (uint32_t i = 0; i < c.n; i++) {
        if (pgc_heading(h, 2, c.name[i]) != 0 || gates(h, c.id[i]) != 0 ||
            values(h, c.id[i], &words) != 0 || flags(h, &flagged, &c, i) != 0 ||
            risk(h, &flagged, c.id[i]) != 0)
            return -1;
    }
    if (chart(h, &c) != 0)
        return -1;
    return pgc_paragraph(h,
                         "Not legal advice: confirm with counsel, who knows the law of the state.");
}
