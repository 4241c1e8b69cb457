/* SPDX-License-Identifier: BSD-2-Clause */
/* Where an offer falls short: of another in writing, of what is usual, of what ought to be known. A
 * shortfall of money is measured against a fifth of the base, so that money of all sorts compares;
 * the other measures are shares of what is offered. How much is ours. */
#include "plugins/offers/asks/catalogue.h"
#include "plugins/offers/compare/compare.h"

#include <stdarg.h>
#include <string.h>

/* What may stay of a covenant (S0-38), a notice and a first term. */
enum { COVENANT_MILES = 10, COVENANT_MONTHS = 12, USUAL_NOTICE = 90, USUAL_TERM = 36, YEAR = 12 };

/* Shortfalls of what is no number. */
static const double all = 1, most = 0.8, half = 0.5, some = 0.4;

/* What a number is: money, money once in the term; and whether less of it is better. */
enum { PLAIN, DOLLARS = 1, ONCE = 2, LESS = 4 };

struct rule {
    const char *term;
    bool (*fn)(const struct ask_scene *s, const struct rule *rule, struct ask *ask);
    unsigned how;
    int64_t step;     /* of the target; of `above` what is usual */
    const char *unit; /* in why */
};

__attribute__((format(printf, 2, 3))) static bool because(struct ask *ask, const char *why, ...)
{
    va_list ap;
    va_start(ap, why);
    pgc_vformat(ask->why, sizeof ask->why, why, ap);
    va_end(ap);
    return true;
}

static double share(double part, double whole)
{
    double s = whole > 0 ? part / whole : 1;
    return s < 0 ? 0 : s > 1 ? 1 : s;
}

/* The multiple of step at or below x. */
static int64_t down(double x, int64_t step)
{
    int64_t n = (int64_t)(x / (double)step);
    return (n - ((double)(n * step) > x)) * step;
}

int64_t asks_narrow(int64_t own, int64_t rival, double ratio, int64_t step)
{
    if (rival <= own)
        return ASK_NONE;
    /* Dollars stay far below what a double holds exactly. */
    int64_t to = down((double)own + ratio * (double)(rival - own) + (double)step / 2, step);
    if (to >= rival)
        to = down((double)(rival - 1), step);
    if (to <= own)
        to = down((double)own, step) + step;
    return to < rival ? to : ASK_NONE;
}

int64_t asks_base_target(int64_t own, int64_t rival, double ratio)
{
    return asks_narrow(own, rival, ratio, ASK_ROUND);
}

/* The written offer that does best in a term, and its number; NULL when nobody names it. */
static const struct offer *best_rival(const struct ask_scene *s, const char *term, bool less,
                                      double *value)
{
    const struct offer *best = NULL;
    for (uint32_t i = 0; i < s->offers->n; i++) {
        const struct offer *o = &s->offers->list[i];
        double v = 0;
        if (!o->live || !o->written || strcmp(o->id, s->offer->id) == 0 ||
            !terms_number(s->h, o->id, term, &v))
            continue;
        if (!best || (less ? v < *value : v > *value)) {
            best = o;
            *value = v;
        }
    }
    return best;
}

/* The first written offer of which an enum key says a word. */
static const struct offer *rival_with(const struct ask_scene *s, const char *term, const char *word)
{
    for (uint32_t i = 0; i < s->offers->n; i++) {
        const struct offer *o = &s->offers->list[i];
        if (o->live && o->written && strcmp(o->id, s->offer->id) != 0 &&
            pgc_is(s->h, "offer", o->id, term, word))
            return o;
    }
    return NULL;
}

static void money_short(const struct ask_scene *s, struct ask *ask, int64_t between, int64_t brings)
{
    ask->between = between;
    ask->dollars = brings;
    ask->shortfall = share((double)between, s->scale);
}

/* ---- numbers against the best of the others ---- */

static bool numbers(const struct ask_scene *s, const struct rule *rule, struct ask *ask)
{
    double own = 0, rival = 0;
    char a[MONEY_TEXT], b[MONEY_TEXT];
    bool less = rule->how & LESS, money = rule->how & (DOLLARS | ONCE),
         known = terms_number(s->h, s->offer->id, rule->term, &own);
    const struct offer *other = best_rival(s, rule->term, less, &rival);
    /* What is paid once and not named is not offered; of anything else an unset term is unknown. */
    if (!other || (!known && (less || !(rule->how & ONCE))))
        return false;
    int64_t from = (int64_t)own, best = (int64_t)rival, sign = less ? -1 : 1,
            months = rule->how & ONCE ? s->months : YEAR;
    int64_t to = asks_narrow(sign * from, sign * best, s->ratio, rule->step);
    if (to == ASK_NONE)
        return false;
    ask->from = from;
    ask->to = sign * to;
    ask->rival = other->id;
    ask->shortfall = less ? share(own - rival, own) : share(rival - own, rival);
    if (money)
        money_short(s, ask, sign * (best - from) * YEAR / months,
                    sign * (ask->to - from) * YEAR / months);
    pgc_format(ask->target, sizeof ask->target, "%s",
               money ? money_text(ask->to, a) : money_count(ask->to, a));
    if (money)
        return because(ask, "%.60s: %s; here it is %s.", other->employer, money_text(best, a),
                       known ? money_text(from, b) : "not named");
    return because(ask, "%.60s has %.10g %s; here it is %.10g.", other->employer, rival, rule->unit,
                   own);
}

/* ---- pay ---- */

/* S0-33; without a better base elsewhere the median that the person brought (S0-27). */
static bool base(const struct ask_scene *s, const struct rule *rule, struct ask *ask)
{
    struct pgyd_value median;
    char a[MONEY_TEXT], b[MONEY_TEXT];
    int64_t own = pgc_num(s->h, "offer", s->offer->id, "base", -1);
    if (numbers(s, rule, ask))
        return true;
    if (own < 0 || !pgc_get(s->h, "market", "", "benchmark_p50", &median) ||
        median.num / ASK_ROUND * ASK_ROUND <= own)
        return false;
    ask->from = own;
    ask->to = median.num / ASK_ROUND * ASK_ROUND;
    money_short(s, ask, median.num - own, ask->to - own);
    pgc_format(ask->target, sizeof ask->target, "%s", money_text(ask->to, a));
    return because(
        ask, "Half of your field is paid %s or more ([market] benchmark_p50); here the base is %s.",
        money_text(median.num, a), money_text(own, b));
}

/* S0-35: worth what it adds to the work units expected. */
static bool rate(const struct ask_scene *s, const struct rule *rule, struct ask *ask)
{
    double own = 0, rival = 0;
    char a[MONEY_TEXT];
    int64_t volume = money_volume(s->h, s->offer->id, 1),
            from = money_threshold(s->h, s->offer->id, 1);
    if (!numbers(s, rule, ask) || !best_rival(s, rule->term, false, &rival) ||
        !terms_number(s->h, s->offer->id, rule->term, &own))
        return false;
    pgc_format(ask->target, sizeof ask->target, "%s", money_text(ask->to, a));
    if (volume > from && from >= 0)
        money_short(s, ask, money_bonus(volume, from, rival - own),
                    money_bonus(volume, from, (double)ask->to - own));
    return true;
}

/* "3 years", "18 months" */
static void term_text(const struct ask_scene *s, char text[MONEY_TEXT])
{
    bool years = s->months % YEAR == 0;
    int64_t n = years ? s->months / YEAR : s->months;
    pgc_format(text, MONEY_TEXT, "%lld %s%s", (long long)n, years ? "year" : "month",
               n == 1 ? "" : "s");
}

/* S0-41: the gap of the base, year for year of the term, in what is easier to move. */
static bool instead(const struct ask_scene *s, const struct rule *rule, struct ask *ask)
{
    static const struct {
        const char *term, *name;
    } places[] = {
        {"sign_on", "sign-on"}, {"loan_repay_total", "loan repayment"}, {"retention", "retention"}};
    const char *open[PGC_COUNT(places)];
    struct ask gap = {.from = ASK_NONE, .to = ASK_NONE, .between = ASK_NONE};
    uint32_t n = 0;
    char a[MONEY_TEXT], b[MONEY_TEXT], term[MONEY_TEXT];
    if (!s->no_base || !ask_short(s, "base", &gap))
        return false;
    for (uint32_t i = 0; i < PGC_COUNT(places); i++) {
        if (!offer_capped(s->h, s->offer->id, places[i].term))
            open[n++] = places[i].name;
    }
    if (n == 0)
        return false;
    ask->to = (gap.between * s->months / YEAR + ASK_ROUND / 2) / ASK_ROUND * ASK_ROUND;
    /* By chance it may be the very base of the other, which no request says. */
    ask->to -= ask->to == gap.from + gap.between ? ASK_ROUND : 0;
    ask->rival = gap.rival;
    money_short(s, ask, gap.between, ask->to * YEAR / s->months);
    term_text(s, term);
    pgc_format(ask->target, sizeof ask->target, "%s over %s as %s", money_text(ask->to, a), term,
               open[0]);
    for (uint32_t i = 1; i < n; i++)
        pgc_append(ask->target, sizeof ask->target, "%s%s", i + 1 < n ? ", " : " or ", open[i]);
    (void)rule;
    return because(ask, "They said no to the base. Its gap, %s a year, over %s is %s.",
                   money_text(gap.between, a), term, money_text(ask->to, b));
}

/* S0-11, S0-37: what new hires reached, or what another employer asks for. */
static bool threshold(const struct ask_scene *s, const struct rule *rule, struct ask *ask)
{
    const char *id = s->offer->id;
    int64_t own = money_threshold(s->h, id, 1),
            history = pgc_num(s->h, "offer", id, "wrvu_history_new_hire", -1), best = -1;
    const struct offer *other = NULL;
    char a[MONEY_TEXT], b[MONEY_TEXT];
    for (uint32_t i = 0; i < s->offers->n; i++) {
        const struct offer *o = &s->offers->list[i];
        int64_t theirs = money_threshold(s->h, o->id, 1);
        if (!o->live || !o->written || strcmp(o->id, id) == 0 || theirs < 0 ||
            (other && theirs >= best))
            continue;
        other = o;
        best = theirs;
    }
    (void)rule;
    if (own <= 0)
        return false;
    ask->from = own;
    if (history >= 0 && own > history) {
        ask->to = history;
        ask->shortfall = all;
        because(ask, "The bonus begins at %s work units; new hires reached %s.",
                money_count(own, a), money_count(history, b));
    } else if (other && best < own) {
        int64_t to = asks_narrow(-own, -best, s->ratio, 100);
        if (to == ASK_NONE)
            return false;
        ask->to = -to;
        ask->rival = other->id;
        ask->shortfall = share((double)(own - best), (double)own);
        because(ask, "The bonus begins at %s work units; at %.60s it begins at %s.",
                money_count(own, a), other->employer, money_count(best, b));
    } else {
        return false;
    }
    pgc_format(ask->target, sizeof ask->target, "%s", money_count(ask->to, a));
    int64_t volume = money_volume(s->h, id, 1);
    double dollars = 0;
    if (terms_number(s->h, id, "wrvu_rate", &dollars) && volume > ask->to)
        ask->between = ask->dollars =
            money_bonus(volume, ask->to, dollars) - money_bonus(volume, own, dollars);
    return true;
}

/* S0-36 */
static bool history(const struct ask_scene *s, const struct rule *rule, struct ask *ask)
{
    const char *id = s->offer->id;
    bool reached = pgc_has(s->h, "offer", id, "wrvu_history_new_hire"),
         paid = pgc_has(s->h, "offer", id, "bonus_hit_pct");
    double unit = 0;
    bool has_rate = terms_number(s->h, id, "wrvu_rate", &unit);
    (void)rule;
    if ((reached && paid) ||
        (has_rate ? unit <= 0
                  : money_threshold(s->h, id, 1) <= 0 && !pgc_has(s->h, "offer", id, "wrvu_claim")))
        return false;
    ask->shortfall = half;
    return because(ask, "There is a bonus, and %s is not known%s.",
                   reached ? "how many reached it" : "what new hires reached",
                   pgc_has(s->h, "offer", id, "wrvu_claim") ? "; a volume was named without data"
                                                            : "");
}

static bool clawback(const struct ask_scene *s, const struct rule *rule, struct ask *ask)
{
    const char *id = s->offer->id;
    (void)rule;
    if (pgc_num(s->h, "offer", id, "sign_on", 0) <= 0 ||
        (!pgc_is(s->h, "offer", id, "clawback", "cliff") &&
         money_clawback(s->h, id, 0) != MONEY_UNKNOWN))
        return false;
    ask->shortfall = some;
    return because(ask, pgc_is(s->h, "offer", id, "clawback", "cliff")
                            ? "All of the sign-on is owed up to the last day."
                            : "What is owed back on leaving is not known.");
}

/* ---- covenant, call, the rest ---- */

/* S0-38: none, or from the primary site alone, 10 miles, 12 months: never wider than what is
 * offered. */
static bool covenant(const struct ask_scene *s, const struct rule *rule, struct ask *ask)
{
    const char *id = s->offer->id;
    const struct offer *none = rival_with(s, "noncompete_scope", "none");
    double miles = COVENANT_MILES, months = COVENANT_MONTHS;
    char text[TERMS_CELL];
    bool has_miles = terms_number(s->h, id, "noncompete_miles", &miles),
         has_months = terms_number(s->h, id, "noncompete_months", &months);
    bool any = pgc_is(s->h, "offer", id, "noncompete_scope", "any_facility"),
         broad = terms_covenant_broad(s->h, id);
    (void)rule;
    if (pgc_is(s->h, "offer", id, "noncompete_scope", "none") ||
        (!broad &&
         (!none || (!has_miles && !has_months && !pgc_has(s->h, "offer", id, "noncompete_scope")))))
        return false;
    double over_miles = share(miles - COVENANT_MILES, miles),
           over_months = share(months - COVENANT_MONTHS, months);
    ask->shortfall = any ? all : over_miles > over_months ? over_miles : over_months;
    if (ask->shortfall < half)
        ask->shortfall = half;
    ask->from = has_miles ? (int64_t)miles : ASK_NONE;
    ask->to = has_miles && miles < COVENANT_MILES ? (int64_t)miles : COVENANT_MILES;
    ask->rival = none ? none->id : NULL;
    /* A narrow one is only worth asking away. */
    if (broad)
        pgc_format(ask->target, sizeof ask->target, "%lld miles, %.10g months", (long long)ask->to,
                   has_months && months < COVENANT_MONTHS ? months : COVENANT_MONTHS);
    else
        ask->to = ASK_NONE;
    because(ask, "Here: %s.", terms_covenant(s->h, id, text));
    if (none)
        pgc_append(ask->why, sizeof ask->why, " %.60s has none.", none->employer);
    return true;
}

/* S0-39: the others are a check in the background; part-time pay for full call, and call they may
 * change, need a cap in any case. */
static bool call_cap(const struct ask_scene *s, const struct rule *rule, struct ask *ask)
{
    const char *id = s->offer->id;
    const struct rule days = {"call_days_month", numbers, LESS, 1, "call days a month"};
    double own = 0, fte = 1;
    char a[MONEY_TEXT];
    bool change = pgc_is(s->h, "offer", id, "call_change", "unilateral");
    if (!terms_number(s->h, id, "call_days_month", &own))
        return false;
    if (numbers(s, &days, ask))
        return true;
    double rival = 0;
    const struct offer *other = best_rival(s, "call_days_month", true, &rival);
    bool part = terms_number(s->h, id, "fte", &fte) && fte < 1 && other && own >= rival;
    (void)rule;
    if (own <= 0 || pgc_has(s->h, "offer", id, "call_cap") ||
        !(change || part || (other && rival < own)))
        return false;
    ask->from = ask->to = (int64_t)own;
    ask->shortfall = part ? most : half;
    ask->rival = change || own <= rival ? NULL : other->id;
    pgc_format(ask->target, sizeof ask->target, "%s", money_count(ask->to, a));
    return part ? because(ask, "%.3g FTE with %.10g call days a month, as much as at %.60s.", fte,
                          own, other->employer)
           : change ? because(ask, "They may change call without you.")
                    : because(ask, "%.60s has %.10g call days a month; here it is %.10g.",
                              other->employer, rival, own);
}

/* S0-09 */
static bool call_data(const struct ask_scene *s, const struct rule *rule, struct ask *ask)
{
    double number = 0;
    (void)rule;
    if (terms_call_days(s->h, s->offer->id, &number) || terms_nights(s->h, s->offer->id, &number))
        return false;
    ask->shortfall = half;
    return because(ask, "There is no number of call days or nights.");
}

static bool tail(const struct ask_scene *s, const struct rule *rule, struct ask *ask)
{
    int64_t low = 0, high = 0;
    (void)rule;
    if (!pgc_is(s->h, "offer", s->offer->id, "tail", "physician"))
        return false;
    const struct offer *other = rival_with(s, "tail", "employer");
    ask->rival = other ? other->id : NULL;
    if (money_tail(s->h, s->offer->id, &low, &high) && high > 0)
        ask->between = ask->dollars = low * YEAR / s->months;
    ask->shortfall = most;
    because(ask, "You pay it on leaving: 1.5 to 2.5 yearly premiums.");
    if (other)
        pgc_append(ask->why, sizeof ask->why, " %.60s pays it.", other->employer);
    return true;
}

/* More of these than is usual; the target is what is. */
static bool above(const struct ask_scene *s, const struct rule *rule, struct ask *ask)
{
    int64_t own = pgc_num(s->h, "offer", s->offer->id, rule->term, -1);
    char a[MONEY_TEXT];
    if (own <= rule->step)
        return false;
    ask->from = own;
    ask->to = rule->step;
    ask->shortfall = share((double)(own - ask->to), (double)own);
    pgc_format(ask->target, sizeof ask->target, "%s", money_count(ask->to, a));
    return because(ask, "%lld %s; up to %lld are usual.", (long long)own, rule->unit,
                   (long long)ask->to);
}

/* An answer that is bad whatever others do. */
static bool word(const struct ask_scene *s, const struct rule *rule, struct ask *ask)
{
    static const struct {
        const char *term, *word, *why;
        double shortfall;
    } bad[] = {
        {"partnership_written", "no", "What is not in writing counts as nothing.", 1},
        {"ancillary_included", "no", "Partners do not share in it.", 0.8},
        {"moonlighting", "restricted", "Work elsewhere needs their consent, or is barred.", 0.5},
    };
    for (uint32_t i = 0; i < PGC_COUNT(bad); i++) {
        if (strcmp(bad[i].term, rule->term) != 0 ||
            !pgc_is(s->h, "offer", s->offer->id, rule->term, bad[i].word))
            continue;
        ask->shortfall = bad[i].shortfall;
        return because(ask, "%s", bad[i].why);
    }
    return false;
}

/* The three that are a trap together (terms.h). */
static bool trap(const struct ask_scene *s, const struct rule *rule, struct ask *ask)
{
    struct terms_triad t;
    terms_triad_of(s->h, s->offer->id, &t);
    (void)rule;
    if (t.tail != 1 || t.covenant != 1 || t.without_cause != 1)
        return false;
    ask->shortfall = all;
    return because(ask,
                   "You pay the tail, the covenant is broad, and they may end it without cause.");
}

bool ask_short(const struct ask_scene *scene, const char *term, struct ask *ask)
{
    static const struct rule rules[] = {
        {"base", base, DOLLARS, ASK_ROUND, NULL},
        {"instead_of_base", instead, PLAIN, 0, NULL},
        {"wrvu_threshold", threshold, PLAIN, 0, NULL},
        {"wrvu_history_new_hire", history, PLAIN, 0, NULL},
        {"wrvu_rate", rate, PLAIN, 1, "dollars a work unit"},
        {"noncompete", covenant, PLAIN, 0, NULL},
        {"call_cap", call_cap, PLAIN, 0, NULL},
        {"nights_month", numbers, LESS, 1, "nights a month"},
        {"call_data", call_data, PLAIN, 0, NULL},
        {"sign_on", numbers, ONCE, ASK_ROUND, NULL},
        {"loan_repay_total", numbers, ONCE, ASK_ROUND, NULL},
        {"relocation", numbers, ONCE, ASK_ROUND, NULL},
        {"retention", numbers, ONCE, ASK_ROUND, NULL},
        {"bonus_other", numbers, DOLLARS, ASK_ROUND, NULL},
        {"cme_usd", numbers, DOLLARS, ASK_ROUND, NULL},
        {"cme_days", numbers, PLAIN, 1, "course days"},
        {"pto_days", numbers, PLAIN, 1, "days off"},
        {"admin_days_month", numbers, PLAIN, 1, "protected days a month"},
        {"partner_years", numbers, LESS, 1, "years to partnership"},
        {"buy_in", numbers, LESS | ONCE, ASK_ROUND, NULL},
        {"clawback", clawback, PLAIN, 0, NULL},
        {"tail", tail, PLAIN, 0, NULL},
        {"partnership_written", word, PLAIN, 0, NULL},
        {"ancillary_included", word, PLAIN, 0, NULL},
        {"moonlighting", word, PLAIN, 0, NULL},
        {"notice_days", above, PLAIN, USUAL_NOTICE, "days of notice"},
        {"term_months", above, PLAIN, USUAL_TERM, "months"},
        {"without_cause", trap, PLAIN, 0, NULL},
    };
    for (uint32_t i = 0; i < PGC_COUNT(rules); i++) {
        if (strcmp(rules[i].term, term) == 0)
            return rules[i].fn(scene, &rules[i], ask);
    }
    return false;
}
