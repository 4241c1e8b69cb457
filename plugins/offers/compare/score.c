/* SPDX-License-Identifier: BSD-2-Clause */
/* Works out gates and the score of one offer. How offers are ranked and shown is ranking.c's.
 */
#include "plugins/offers/compare/score.h"

#include "plugins/offers/compare/money.h"
#include "plugins/offers/compare/terms.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

static const char money_criterion[] = "compensation";

/* ---- gates ---- */

__attribute__((format(printf, 5, 6))) static void gate(struct score_gates *gates, const char *name,
                                                       const char *ref, int state, const char *why,
                                                       ...)
{
    if (gates->n == SCORE_GATES)
        return;
    struct score_gate *g = &gates->list[gates->n++];
    va_list ap;
    *g = (struct score_gate){.name = name, .state = state, .ref = ref};
    va_start(ap, why);
    pgc_vformat(g->why, sizeof g->why, why, ap);
    va_end(ap);
    if (state == GATE_CLOSED && !gates->closed)
        gates->closed = g;
}

/* A number that may not exceed a limit. */
static void limit(const struct pgyd_host *h, struct score_gates *gates, const char *key,
                  const char *name, const char *unit, bool known, double value)
{
    struct pgyd_value v;
    if (!pgc_get(h, "walkaway", "", key, &v))
        return;
    double most = v.type == PGYD_NUM ? v.real : (double)v.num;
    if (!known)
        gate(gates, name, "S0-07", GATE_UNKNOWN, TERMS_UNKNOWN "; at most %.10g %s", most, unit);
    else
        gate(gates, name, "S0-07", value > most ? GATE_CLOSED : GATE_OPEN,
             "%.10g %s; at most %.10g", value, unit, most);
}

static void base_gate(const struct pgyd_host *h, const char *id, struct score_gates *gates)
{
    char a[MONEY_TEXT], b[MONEY_TEXT];
    int64_t least = pgc_num(h, "walkaway", "", "base_min", -1),
            base = pgc_num(h, "offer", id, "base", -1);
    if (least < 0)
        return;
    gate(gates, "Base", "S0-07",
         base < 0       ? GATE_UNKNOWN
         : base < least ? GATE_CLOSED
                        : GATE_OPEN,
         "%s; at least %s", money_text(base < 0 ? MONEY_UNKNOWN : base, a), money_text(least, b));
}

static void covenant_gates(const struct pgyd_host *h, const char *id, struct score_gates *gates)
{
    bool none = pgc_is(h, "offer", id, "noncompete_scope", "none"),
         scope = pgc_has(h, "offer", id, "noncompete_scope");
    double miles = 0, months = 0;
    /* No covenant: nothing to measure. */
    bool has_miles = none || terms_number(h, id, "noncompete_miles", &miles),
         has_months = none || terms_number(h, id, "noncompete_months", &months);
    if (none)
        miles = months = 0;
    limit(h, gates, "noncompete_miles_max", "Non-compete radius", "miles", has_miles, miles);
    if (!scope || pgc_is(h, "offer", id, "noncompete_scope", "any_facility"))
        limit(h, gates, "any_facility_noncompete_miles_max", "Radius from any of their sites",
              "miles", scope && has_miles, miles);
    limit(h, gates, "noncompete_months_max", "Non-compete lasts", "months", has_months, months);
}

/* A J-1: two years at home are owed unless a waiver is sponsored. */
static void visa_gate(const struct pgyd_host *h, const char *id, struct score_gates *gates)
{
    static const char counsel[] = "Confirm with counsel.";
    const char *waiver = pgc_text(h, "offer", id, "waiver", NULL);
    struct pgyd_value hpsa;
    char day[24];
    if (!pgc_is(h, "visa", "", "type", "j1"))
        return;
    if (!waiver || strcmp(waiver, "no") == 0) {
        gate(gates, "J-1 waiver", "S0-07", GATE_CLOSED, "%s. %s",
             waiver ? "They sponsor none" : "Whether they sponsor one is " TERMS_UNKNOWN, counsel);
        return;
    }
    bool state = strcmp(waiver, "yes") != 0;
    if (state && pgc_num(h, "offer", id, "slots_left", 1) == 0) {
        pgyd_day checked = pgc_day(h, "offer", id, "slots_checked");
        gate(gates, "J-1 waiver", "S0-07", GATE_UNKNOWN,
             "No slot of the state was left (%s%s): ask about the next year. %s",
             checked == PGYD_NO_DAY ? "day of the look unknown" : "looked on ",
             checked == PGYD_NO_DAY ? "" : h->day_text(h->ctx, checked, day), counsel);
    } else if (strcmp(waiver, "conrad") == 0 && pgc_get(h, "offer", id, "hpsa", &hpsa) &&
               hpsa.num == 0)
        gate(gates, "J-1 waiver", "S0-07", GATE_UNKNOWN,
             "Outside a shortage area the state's flex slots alone apply: ask. %s", counsel);
    else
        gate(gates, "J-1 waiver", "S0-07", GATE_OPEN, "They sponsor one (%s). %s", waiver, counsel);
}

static void word_gates(const struct pgyd_host *h, struct score_gates *gates, const char *key,
                       const char *name, const char *ref)
{
    struct pgyd_value v;
    for (uint32_t i = 0; pgc_get(h, "walkaway", "", key, &v) && i < v.nlist; i++)
        gate(gates, name, ref, GATE_JUDGE, "%s", v.list[i]);
}

void score_gates_of(const struct pgyd_host *h, const char *id, struct score_gates *gates)
{
    double nights = 0;
    gates->n = 0;
    gates->closed = NULL;
    visa_gate(h, id, gates);
    base_gate(h, id, gates);
    covenant_gates(h, id, gates);
    bool known = terms_nights(h, id, &nights);
    limit(h, gates, "nights_year_max", "Nights", "nights a year", known, nights);
    if (pgc_is(h, "walkaway", "", "tail", "employer")) {
        bool yours = pgc_is(h, "offer", id, "tail", "physician"),
             has = pgc_has(h, "offer", id, "tail");
        gate(gates, "Malpractice tail", "S0-07",
             !has    ? GATE_UNKNOWN
             : yours ? GATE_CLOSED
                     : GATE_OPEN,
             "%s",
             !has    ? TERMS_UNKNOWN
             : yours ? "you would pay it"
                     : "you do not pay it");
    }
    word_gates(h, gates, "other", "Your limit", "S0-07");
    word_gates(h, gates, "team", "For those who depend on you", "S3-04");
}

const char *score_gate_word(int state)
{
    static const char *const words[] = {"open", "ask", "yours to judge", "closed"};
    return state >= 0 && (uint32_t)state < PGC_COUNT(words) ? words[state] : "";
}

/* ---- score ---- */

/* A usual covenant is from the primary site, 10 miles, 12 months. */
int64_t score_freedom(const struct pgyd_host *h, const char *id)
{
    enum { FREE = 10, USUAL = 7, WIDE = 4, BARRED = 1 };
    struct terms_triad triad;
    if (pgc_is(h, "offer", id, "noncompete_scope", "none"))
        return FREE;
    if (pgc_is(h, "offer", id, "noncompete_scope", "any_facility"))
        return BARRED;
    terms_triad_of(h, id, &triad);
    return triad.covenant < 0 || !pgc_has(h, "offer", id, "noncompete_scope") ? -1
           : triad.covenant                                                   ? WIDE
                                                                              : USUAL;
}

static int by_weight(const void *a, const void *b)
{
    const struct score_part *x = a, *y = b;
    if (x->weight != y->weight)
        return x->weight > y->weight ? -1 : 1;
    return strcmp(x->criterion, y->criterion);
}

void score_of(const struct pgyd_host *h, const char *id, bool without_money, struct score *score)
{
    const char *criterion;
    struct score s = {.n = 0};
    for (uint32_t i = 0;
         s.n < SCORE_CRITERIA && (criterion = h->key_name(h->ctx, "priorities", "", i)); i++) {
        char key[96];
        if (without_money && strcmp(criterion, money_criterion) == 0)
            continue;
        struct score_part *p = &s.part[s.n++];
        *p = (struct score_part){.criterion = criterion,
                                 .weight = pgc_num(h, "priorities", "", criterion, 0)};
        p->rating = pgc_num(h, "offer", id, pgc_format(key, sizeof key, "rate_%s", criterion), -1);
        if (p->rating < 0 &&
            (strcmp(criterion, "exit_freedom") == 0 || strcmp(criterion, "noncompete") == 0)) {
            p->rating = score_freedom(h, id);
            p->derived = p->rating >= 0;
        }
        s.weights += p->weight;
        s.sum += p->weight * (p->rating < 0 ? 0 : p->rating);
        s.most += p->weight * (p->rating < 0 ? SCORE_RATING : p->rating);
        s.unrated += p->rating < 0 && p->weight > 0;
    }
    if (s.n > 1)
        qsort(s.part, s.n, sizeof s.part[0], by_weight);
    *score = s;
}

double score_scaled(const struct score *score, int64_t sum)
{
    return score->weights > 0 ? (double)(sum * SCORE_WEIGHTS) / (double)score->weights : 0;
}

const char *score_sum_text(const struct score *score, char *text, size_t size)
{
    pgc_format(text, size, "%s", "");
    for (uint32_t i = 0; i < score->n; i++) {
        const struct score_part *p = &score->part[i];
        if (p->weight == 0)
            continue;
        pgc_append(text, size, "%s%lldx", text[0] ? " + " : "", (long long)p->weight);
        if (p->rating < 0)
            pgc_append(text, size, "?");
        else
            pgc_append(text, size, "%lld", (long long)p->rating);
    }
    pgc_append(text, size, " = %lld", (long long)score->sum);
    if (score->most > score->sum)
        pgc_append(text, size, " to %lld", (long long)score->most);
    return text;
}
