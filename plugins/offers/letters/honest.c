/* SPDX-License-Identifier: BSD-2-Clause */
/* The rules of honesty/ over a finished letter, and what they alone cannot know: whether a figure
 * was handed out for it, and what of a text that the person typed is another's. */
#include "plugins/offers/letters/honest.h"

#include "plugins/offers/honesty/honesty.h"

#include <string.h>

enum { LEAST_FIGURE = 1000, LEAST_OWN = 10000 };

struct look {
    const struct letter_case *c;
    const struct honesty_table *table;
    struct honesty_scene scene;
    const struct letter_handed *handed;
    char *reasons;
    char folded[LETTER_TEXT_MAX]; /* the whole letter */
};

void letter_reason(char reasons[LETTER_REASONS], const char *format, ...)
{
    char text[LETTER_FACT + 200];
    va_list ap;
    va_start(ap, format);
    pgc_vformat(text, sizeof text, format, ap);
    va_end(ap);
    if (!strstr(reasons, text))
        pgc_append(reasons, LETTER_REASONS, "%s%s", reasons[0] ? "; " : "", text);
}

/* ---- figures: only those handed out (S0-31) ---- */

static bool handed_out(const struct look *l, const char *run, size_t len)
{
    char folded[LETTER_FACT];
    for (uint32_t i = 0; i < l->handed->n; i++) {
        size_t at = 0, from, n;
        fold_text(l->handed->list[i].text, folded, sizeof folded);
        while (fold_digits(folded, &at, &from, &n)) {
            if (n == len && memcmp(folded + from, run, len) == 0)
                return true;
        }
    }
    return false;
}

static void look_for_figures(struct look *l)
{
    size_t at = 0, from, n;
    while (fold_digits(l->folded, &at, &from, &n)) {
        if (!l->c->rule->decline && !handed_out(l, l->folded + from, n))
            letter_reason(l->reasons, "the figure %.*s comes from no configured fact",
                          (int)(n > 24 ? 24 : n), l->folded + from);
    }
    for (uint32_t i = 0; i < l->handed->n; i++) {
        if (l->handed->list[i].source == LETTER_RIVAL && (!l->c->rule->figures || !l->c->rival))
            letter_reason(l->reasons, "it says what another offer holds");
    }
}

/* ---- typed texts ---- */

/* Terms of an offer that are figures of pay. */
static const char *const pay_keys[] = {
    "base",           "base_y2",           "base_y3",           "sign_on",
    "relocation",     "retention",         "loan_repay_total",  "bonus_other",
    "buy_in",         "premium",           "cme_usd",           "wrvu_rate",
    "wrvu_threshold", "wrvu_threshold_y1", "wrvu_threshold_y2", "wrvu_threshold_y3"};

static bool holds(const struct letter_case *c, const struct offer *o, double figure)
{
    struct pgyd_value v;
    for (size_t i = 0; i < sizeof pay_keys / sizeof pay_keys[0]; i++) {
        if (!pgc_get(c->h, "offer", o->id, pay_keys[i], &v))
            continue;
        double value = v.type == PGYD_NUM ? v.real : (double)v.num;
        if (value - figure < 0.005 && figure - value < 0.005)
            return true;
    }
    return false;
}

/* A figure in a typed text that is another offer's. */
static bool of_another(const struct look *l, const struct letter_fact *f, double figure)
{
    const struct letter_case *c = l->c;
    if (figure < (f->source == LETTER_OWN ? LEAST_OWN : LEAST_FIGURE) ||
        (c->offer && holds(c, c->offer, figure)))
        return false;
    for (uint32_t i = 0; i < c->offers.n; i++) {
        if (&c->offers.list[i] != c->offer && holds(c, &c->offers.list[i], figure))
            return true;
    }
    return false;
}

/* One sentence about pay: its figures are those of the offer written about, or nobody's. */
static void pay_sentence(struct look *l, const struct letter_fact *f, const char *sentence)
{
    char found[HONESTY_FOUND];
    size_t at = 0, from, n;
    if (!honesty_holds(l->table, "pay", sentence, found))
        return;
    if (honesty_holds(l->table, "spelled", sentence, found))
        letter_reason(
            l->reasons,
            "%s speaks of pay in words (\"%s\"): only figures of a written offer stand in a letter",
            f->key, found);
    while (fold_digits(sentence, &at, &from, &n)) {
        double figure = fold_figure(sentence, from, n);
        bool dollars = from > 0 && sentence[from - 1] == '$';
        if ((dollars || figure >= (f->source == LETTER_OWN ? LEAST_OWN : LEAST_FIGURE)) &&
            !(l->c->offer && holds(l->c, l->c->offer, figure)))
            letter_reason(l->reasons,
                          "%s speaks of pay, and its figure %.*s is no term of this offer", f->key,
                          (int)(n > 24 ? 24 : n), sentence + from);
    }
}

static void pay_sentences(struct look *l, const struct letter_fact *f, char *folded)
{
    for (char *p = folded; p && *p;) {
        char *end = p;
        while ((end = strpbrk(end, ".!?;")) && end[1] != ' ' && end[1] != '\0')
            end++;
        if (end)
            *end++ = '\0';
        pay_sentence(l, f, p);
        p = end;
    }
}

static void look_at_typed(struct look *l, const struct letter_fact *f)
{
    char folded[LETTER_FACT], found[HONESTY_FOUND];
    const struct letter_case *c = l->c;
    size_t at = 0, from, n;
    fold_text(f->text, folded, sizeof folded);
    for (uint32_t i = 0; f->source != LETTER_NAMED && i < c->offers.n; i++) {
        const struct offer *o = &c->offers.list[i];
        /* "valley" is as good as "Valley Clinic"; what a person typed names nobody, switched on or
         * not, unless the offer is in writing. */
        if (o != c->offer && !honesty_may_name(&l->scene, o) &&
            (honesty_names(&l->scene, f->text, o->employer) ||
             (strlen(o->id) > 3 && honesty_names(&l->scene, f->text, o->id))))
            letter_reason(l->reasons, "%s names %s", f->key, o->employer);
    }
    if (f->source != LETTER_NAMED && honesty_claims(l->table, f->text, found))
        letter_reason(l->reasons, "%s speaks of another offer (\"%s\"): leave that to the letter",
                      f->key, found);
    if (c->rule->decline && fold_digits(folded, &at, &from, &n))
        letter_reason(l->reasons, "%s holds a digit, and a letter that declines holds none",
                      f->key);
    for (at = 0; fold_digits(folded, &at, &from, &n);) {
        if (of_another(l, f, fold_figure(folded, from, n)))
            letter_reason(l->reasons, "%s holds the figure %.*s, which is another offer's", f->key,
                          (int)(n > 24 ? 24 : n), folded + from);
    }
    if (honesty_holds(l->table, "file", f->text, found))
        letter_reason(l->reasons, "%s names a file: a contract is for your counsel alone", f->key);
    if (honesty_holds(l->table, "contract", f->text, found))
        letter_reason(l->reasons, "%s quotes a contract (\"%s\"): say it in your own words", f->key,
                      found);
    if (f->source != LETTER_NAMED)
        pay_sentences(l, f, folded);
}

/* ---- the whole letter ---- */

/* What a rule found there, in the words of a refusal. */
static void refuse(const struct look *l, const struct honesty_finding *f)
{
    char words[HONESTY_FOUND], digits[HONESTY_FOUND];
    size_t at = 0, from = 0, n = 0;
    fold_words(f->found, words, sizeof words);
    fold_text(f->found, digits, sizeof digits);
    bool number = fold_digits(digits, &at, &from, &n);
    if (f->where == HONESTY_NAME)
        letter_reason(l->reasons, "it names %s", f->about);
    else if (f->where == HONESTY_FIGURE && number && !handed_out(l, digits + from, n))
        letter_reason(l->reasons, "the figure %.*s comes from no configured fact", (int)n,
                      digits + from);
    else if (f->where == HONESTY_FIGURE)
        letter_reason(l->reasons, "the figure %s: %s", f->found, f->reason);
    else if (f->where == HONESTY_OTHERS && (l->scene.silent || l->scene.decline))
        letter_reason(l->reasons,
                      "it speaks of another offer (\"%s\"), and letter %s is silent about them",
                      words, l->c->kind);
    else if (f->where == HONESTY_OTHERS)
        letter_reason(l->reasons, "it speaks of another offer (\"%s\"), and %s", words, f->reason);
    else if (f->where == HONESTY_STAGE)
        letter_reason(
            l->reasons,
            "it speaks of a stage (\"%s\"), and no other prospect is in stage advanced or offer",
            words);
    else if (strcmp(f->set, "digit") == 0)
        letter_reason(l->reasons, "%s, and this one holds %s", f->reason, f->found);
    else if (strcmp(f->set, "file") == 0 || !f->found[0])
        letter_reason(l->reasons, "%s: %s", f->reason, f->suggestion);
    else if (strcmp(f->set, "contract") == 0)
        letter_reason(l->reasons, "%s (\"%s\")", f->reason, words);
    else
        letter_reason(l->reasons, "%s (\"%s\"): %s", f->reason, words, f->suggestion);
}

/* Names, figures, then the rest; of what two rules say of the same words, the first. */
static void look_at_all(struct look *l, const struct honesty_findings *findings)
{
    size_t last = SIZE_MAX;
    for (uint32_t i = 0; i < findings->n; i++) {
        const struct honesty_finding *f = &findings->list[i];
        if (f->level == HONESTY_ERROR && f->where == HONESTY_NAME)
            refuse(l, f);
    }
    look_for_figures(l);
    for (uint32_t i = 0; i < findings->n; i++) {
        const struct honesty_finding *f = &findings->list[i];
        if (f->level != HONESTY_ERROR || f->where == HONESTY_NAME || f->at == last)
            continue;
        refuse(l, f);
        last = f->at;
    }
    if (findings->failed)
        letter_reason(l->reasons, "it cannot be looked through: no memory is left");
}

void letter_scene(const struct letter_case *c, bool stranger, struct honesty_scene *scene)
{
    *scene = (struct honesty_scene){.h = c->h,
                                    .offers = &c->offers,
                                    .addressed = true,
                                    .offer = c->offer,
                                    .prospect = c->prospect,
                                    .advanced = c->advanced,
                                    .names = c->names,
                                    .figures = c->rule->figures && c->lane == LANE_FULL,
                                    .silent = c->lane == LANE_SILENT,
                                    .decline = c->rule->decline,
                                    .stranger = stranger};
}

void letter_check(const struct letter_case *c, const struct honesty_table *table, const char *text,
                  const struct letter_handed *handed, bool stranger, char reasons[LETTER_REASONS])
{
    struct look l = {.c = c, .table = table, .handed = handed, .reasons = reasons};
    struct honesty_findings findings;
    letter_scene(c, stranger, &l.scene);
    fold_text(text, l.folded, sizeof l.folded);
    for (uint32_t i = 0; i < handed->n; i++) {
        uint16_t source = handed->list[i].source;
        if (source == LETTER_NAMED || source == LETTER_OWN || source == LETTER_TYPED)
            look_at_typed(&l, &handed->list[i]);
    }
    honesty_check(table, &l.scene, text, &findings);
    look_at_all(&l, &findings);
    honesty_free(&findings);
}
