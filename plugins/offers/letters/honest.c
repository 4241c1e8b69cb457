/* SPDX-License-Identifier: BSD-2-Clause */
/* Looks for names, figures, claims and clauses that must not leave, in the finished text and in
 * what the person typed. Texts are made comparable by fold.c. */
#include "plugins/offers/letters/honest.h"

#include "plugins/offers/letters/fold.h"

#include <string.h>

enum { NAME_MAX = 512, LEAST_FIGURE = 1000, LEAST_OWN = 10000 };

struct look {
    const struct letter_case *c;
    const struct letter_handed *handed;
    char *reasons;
    char folded[LETTER_TEXT_MAX], words[LETTER_TEXT_MAX]; /* of the whole letter */
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

static bool any(const char *words, const char *const *list, size_t n, const char **found)
{
    for (size_t i = 0; i < n; i++) {
        size_t at = 0;
        if (letter_find(words, list[i], &at)) {
            *found = list[i];
            return true;
        }
    }
    return false;
}
#define ANY(words, list, found) any(words, list, sizeof(list) / sizeof((list)[0]), found)

/* ---- names: nobody but the one written to (S0-25, S0-29) ---- */

/* Whether the place written to is called that: the offer's employer, its prospect, another offer or
 * prospect of the same name. */
static uint32_t addressees(const struct letter_case *c, char names[4][NAME_MAX])
{
    uint32_t n = 0;
    if (c->rule->decline)
        return 0;
    if (c->offer)
        letter_words(c->offer->employer, names[n++], NAME_MAX);
    if (c->prospect) {
        letter_words(pgc_text(c->h, "prospect", c->prospect, "name", ""), names[n++], NAME_MAX);
        letter_words(c->prospect, names[n++], NAME_MAX);
    }
    for (uint32_t i = 0; !c->offer && c->prospect && i < c->offers.n && n < 4; i++) {
        if (pgc_is(c->h, "offer", c->offers.list[i].id, "prospect", c->prospect))
            letter_words(c->offers.list[i].employer, names[n++], NAME_MAX);
    }
    return n;
}

/* A place of `name` that does not lie within the name of the one written to. */
static bool strange_name(const char *text, const char *name, char own[4][NAME_MAX], uint32_t nown)
{
    size_t len = strlen(name);
    for (size_t at = 0; letter_find(text, name, &at); at++) {
        bool inside = false;
        for (uint32_t i = 0; i < nown && !inside; i++) {
            for (size_t k = 0; !inside && letter_find(text, own[i], &k) && k <= at; k++)
                inside = at + len <= k + strlen(own[i]);
        }
        if (!inside)
            return true;
    }
    return false;
}

/* S0-29: a name of its own only where that is switched on, and the offer is live and in writing. */
static bool may_be_named(const struct letter_case *c, const struct offer *o)
{
    return c->names && !c->rule->decline && c->lane != LANE_SILENT && o->written && o->live;
}

static void look_for_names(struct look *l)
{
    char own[4][NAME_MAX], name[NAME_MAX];
    const struct letter_case *c = l->c;
    const char *id;
    uint32_t nown = addressees(c, own);
    for (uint32_t i = 0; i < c->offers.n; i++) {
        const struct offer *o = &c->offers.list[i];
        if (!may_be_named(c, o) &&
            strange_name(l->words, letter_words(o->employer, name, sizeof name), own, nown))
            letter_reason(l->reasons, "it names %s", o->employer);
    }
    for (uint32_t i = 0; (id = c->h->section_id(c->h->ctx, "prospect", i)); i++) {
        const char *called = pgc_text(c->h, "prospect", id, "name", id);
        bool named = false;
        for (uint32_t k = 0; k < c->offers.n; k++)
            named |= may_be_named(c, &c->offers.list[k]) &&
                     pgc_is(c->h, "offer", c->offers.list[k].id, "prospect", id);
        if (!named && strange_name(l->words, letter_words(called, name, sizeof name), own, nown))
            letter_reason(l->reasons, "it names %s", called);
    }
}

/* ---- figures: only those handed out (S0-31) ---- */

static bool handed_out(const struct look *l, const char *run, size_t len)
{
    char folded[LETTER_FACT];
    for (uint32_t i = 0; i < l->handed->n; i++) {
        size_t at = 0, from, n;
        letter_fold(l->handed->list[i].text, folded, sizeof folded);
        while (letter_digits(folded, &at, &from, &n)) {
            if (n == len && memcmp(folded + from, run, len) == 0)
                return true;
        }
    }
    return false;
}

static void look_for_figures(struct look *l)
{
    size_t at = 0, from, n;
    while (letter_digits(l->folded, &at, &from, &n)) {
        if (l->c->rule->decline)
            letter_reason(l->reasons,
                          "a letter that declines holds no digit, and this one holds %.*s",
                          (int)(n > 24 ? 24 : n), l->folded + from);
        else if (!handed_out(l, l->folded + from, n))
            letter_reason(l->reasons, "the figure %.*s comes from no configured fact",
                          (int)(n > 24 ? 24 : n), l->folded + from);
    }
    for (uint32_t i = 0; i < l->handed->n; i++) {
        if (l->handed->list[i].source == LETTER_RIVAL && (!l->c->rule->figures || !l->c->rival))
            letter_reason(l->reasons, "it says what another offer holds");
    }
}

/* ---- words: other offers, stages, apologies ---- */

static const char *const claims[] = {
    "another offer",   "another written offer", "other offer",    "other offers",
    "competing offer", "competing offers",      "second offer",   "rival",
    "rival offer",     "counteroffer",          "counter offer",  "another employer",
    "offer elsewhere", "offers elsewhere",      "offer in hand",  "offers in hand",
    "two offers",      "three offers",          "several offers", "multiple offers",
    "both offers",     "a written offer from",  "an offer from",  "offers from",
    "offered me"};
static const char *const stages[] = {"advanced stage",
                                     "advanced stages",
                                     "advanced talks",
                                     "advanced discussions",
                                     "advanced conversations",
                                     "advanced process",
                                     "final stage",
                                     "final stages",
                                     "final round",
                                     "final rounds",
                                     "late stage",
                                     "late stages",
                                     "finalist",
                                     "shortlisted"};
static const char *const hiring[] = {
    "are you hiring", "you hiring", "you are hiring", "are you recruiting", "any openings",
    "an opening",     "openings",   "open positions", "open position",      "looking to hire",
    "job opening",    "vacancy",    "vacancies"};
static const char *const apologies[] = {
    "sorry",     "regret",        "regrets",     "regretfully", "regretful", "regrettably",
    "regretted", "unfortunately", "unfortunate", "apology",     "apologies", "apologize",
    "apologise", "apologizing",   "apologetic",  "apologized",  "forgive"};

static void look_for_claims(struct look *l, bool stranger)
{
    const struct letter_case *c = l->c;
    const char *found;
    if (ANY(l->words, claims, &found)) {
        if (c->lane == LANE_SILENT || c->rule->decline)
            letter_reason(l->reasons,
                          "it speaks of another offer (\"%s\"), and letter %s is silent about them",
                          found, c->kind);
        else if (!c->rival)
            letter_reason(
                l->reasons,
                "it speaks of another offer (\"%s\"), and no other one is live and in writing",
                found);
    }
    if (ANY(l->words, stages, &found) && c->advanced == 0)
        letter_reason(
            l->reasons,
            "it speaks of a stage (\"%s\"), and no other prospect is in stage advanced or offer",
            found);
    if (stranger && ANY(l->words, hiring, &found))
        letter_reason(l->reasons,
                      "it asks a stranger about a post (\"%s\"): ask what they look for", found);
    if (c->rule->decline && ANY(l->words, apologies, &found))
        letter_reason(l->reasons, "it apologizes (\"%s\"): thank them, and no more", found);
}

/* ---- contracts: never a file, never a clause (S0-47) ---- */

static bool file_name(const char *folded)
{
    static const char *const parts[] = {".pdf", ".docx", ".doc ", ".odt",
                                        ".rtf", "file:", "~/",    ":\\"};
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        if (strstr(folded, parts[i]))
            return true;
    }
    for (const char *p = strchr(folded, '/'); p; p = strchr(p + 1, '/')) {
        if ((p == folded || p[-1] == ' ' || p[-1] == '(') && p[1] >= 'a' && p[1] <= 'z')
            return true;
    }
    size_t len = strlen(folded);
    return len > 4 && strcmp(folded + len - 4, ".doc") == 0;
}

static bool clause(const char *words, const char **found)
{
    static const char *const list[] = {"hereunder",  "hereby",          "herein", "hereto",
                                       "thereof",    "notwithstanding", "shall",  "shall not",
                                       "covenantee", "whereas"};
    return ANY(words, list, found);
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
    static const char *const pay[] = {
        "offer",      "offers",  "offered",  "pay",   "pays",         "paid",
        "paying",     "salary",  "salaries", "base",  "compensation", "guarantee",
        "guaranteed", "stipend", "sign on",  "bonus", "earn",         "earns"};
    static const char *const spelled[] = {"thousand", "hundred", "million", "grand"};
    char words[LETTER_FACT];
    const char *found;
    size_t at = 0, from, n;
    letter_words(sentence, words, sizeof words);
    if (!ANY(words, pay, &found))
        return;
    if (ANY(words, spelled, &found))
        letter_reason(
            l->reasons,
            "%s speaks of pay in words (\"%s\"): only figures of a written offer stand in a letter",
            f->key, found);
    while (letter_digits(sentence, &at, &from, &n)) {
        double figure = letter_figure(sentence, from, n);
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
    char folded[LETTER_FACT], words[LETTER_FACT], own[4][NAME_MAX], name[NAME_MAX];
    const struct letter_case *c = l->c;
    const char *found;
    size_t at = 0, from, n;
    letter_fold(f->text, folded, sizeof folded);
    letter_words(f->text, words, sizeof words);
    if (f->source != LETTER_NAMED) {
        uint32_t nown = addressees(c, own);
        for (uint32_t i = 0; i < c->offers.n; i++) {
            const struct offer *o = &c->offers.list[i];
            if (o == c->offer)
                continue;
            /* "valley" is as good as "Valley Clinic"; what a person typed names nobody, switched on
             * or not, unless the offer is in writing. */
            if (!may_be_named(c, o) &&
                (strange_name(words, letter_words(o->employer, name, sizeof name), own, nown) ||
                 (strlen(o->id) > 3 &&
                  strange_name(words, letter_words(o->id, name, sizeof name), own, nown))))
                letter_reason(l->reasons, "%s names %s", f->key, o->employer);
        }
        if (ANY(words, claims, &found))
            letter_reason(l->reasons,
                          "%s speaks of another offer (\"%s\"): leave that to the letter", f->key,
                          found);
    }
    if (c->rule->decline && letter_digits(folded, &at, &from, &n))
        letter_reason(l->reasons, "%s holds a digit, and a letter that declines holds none",
                      f->key);
    for (at = 0; letter_digits(folded, &at, &from, &n);) {
        if (of_another(l, f, letter_figure(folded, from, n)))
            letter_reason(l->reasons, "%s holds the figure %.*s, which is another offer's", f->key,
                          (int)(n > 24 ? 24 : n), folded + from);
    }
    if (file_name(folded))
        letter_reason(l->reasons, "%s names a file: a contract is for your counsel alone", f->key);
    if (clause(words, &found))
        letter_reason(l->reasons, "%s quotes a contract (\"%s\"): say it in your own words", f->key,
                      found);
    if (f->source != LETTER_NAMED)
        pay_sentences(l, f, folded);
}

void letter_check(const struct letter_case *c, const char *text, const struct letter_handed *handed,
                  bool stranger, char reasons[LETTER_REASONS])
{
    struct look l = {.c = c, .handed = handed, .reasons = reasons};
    const char *found;
    letter_fold(text, l.folded, sizeof l.folded);
    letter_words(text, l.words, sizeof l.words);
    for (uint32_t i = 0; i < handed->n; i++) {
        uint16_t source = handed->list[i].source;
        if (source == LETTER_NAMED || source == LETTER_OWN || source == LETTER_TYPED)
            look_at_typed(&l, &handed->list[i]);
    }
    look_for_names(&l);
    look_for_figures(&l);
    look_for_claims(&l, stranger);
    if (file_name(l.folded))
        letter_reason(reasons, "it names a file: a contract is for your counsel alone");
    if (clause(l.words, &found))
        letter_reason(reasons, "it quotes a contract (\"%s\")", found);
}
