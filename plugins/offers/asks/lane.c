/* SPDX-License-Identifier: BSD-2-Clause */
/* Weighs leverage and the conditions of each lane, each with its truth. How the lane changes what
 * is asked for is asks.c's. */
#include "plugins/offers/asks/lane.h"

#include "plugins/offers/compare/compare.h"

#include <stdarg.h>
#include <string.h>

/* ---- leverage (S0-52, S1-15) ---- */

void lane_power_of(const struct pgyd_host *h, const struct offer *offer,
                   struct pgc_place_power *power)
{
    pgc_place_power_of(h, offer ? pgc_text(h, "offer", offer->id, "prospect", NULL) : NULL, power);
}

/* ---- the other offer ---- */

/* 1: the rival is better, 0: it is not, -1: not known. */
static int less(bool known, double rival, double own)
{
    return known ? rival < own : -1;
}

static int better_base(const struct pgyd_host *h, const char *rival, const char *own)
{
    double a = 0, b = 0;
    bool known = terms_number(h, rival, "base", &a) && terms_number(h, own, "base", &b);
    return known ? a > b : -1;
}

static int better_total(const struct pgyd_host *h, const char *rival, const char *own)
{
    struct money a, b;
    bool known = money_read(h, rival, MONEY_HORIZON, &a) && money_read(h, own, MONEY_HORIZON, &b) &&
                 money_whole(h, rival, &a) && money_whole(h, own, &b);
    return known ? a.annual > b.annual : -1;
}

/* At least as good in scope, radius and months, and better in one; none beats any. */
static int better_covenant(const struct pgyd_host *h, const char *rival, const char *own)
{
    static const char *const keys[] = {"noncompete_miles", "noncompete_months"};
    bool rival_none = pgc_is(h, "offer", rival, "noncompete_scope", "none"),
         own_none = pgc_is(h, "offer", own, "noncompete_scope", "none");
    const char *rival_scope = pgc_text(h, "offer", rival, "noncompete_scope", NULL),
               *own_scope = pgc_text(h, "offer", own, "noncompete_scope", NULL);
    if (rival_none || own_none)
        return rival_none && own_none                                      ? 0
               : own_none                                                  ? 0
               : own_scope || pgc_has(h, "offer", own, "noncompete_miles") ? 1
                                                                           : -1;
    if (!rival_scope || !own_scope)
        return -1;
    int scope =
        (strcmp(own_scope, "any_facility") == 0) - (strcmp(rival_scope, "any_facility") == 0);
    bool better = scope > 0, worse = scope < 0;
    for (uint32_t i = 0; i < PGC_COUNT(keys); i++) {
        double a = 0, b = 0;
        if (!terms_number(h, rival, keys[i], &a) || !terms_number(h, own, keys[i], &b))
            return -1;
        better |= a < b;
        worse |= a > b;
    }
    return better && !worse;
}

static int better_threshold(const struct pgyd_host *h, const char *rival, const char *own)
{
    int64_t a = money_threshold(h, rival, 1), b = money_threshold(h, own, 1);
    return less(a >= 0 && b >= 0, (double)a, (double)b);
}

static int better_call(const struct pgyd_host *h, const char *rival, const char *own)
{
    double a[2] = {0}, b[2] = {0};
    bool days = terms_call_days(h, rival, &a[0]) && terms_call_days(h, own, &b[0]);
    bool nights = terms_nights(h, rival, &a[1]) && terms_nights(h, own, &b[1]);
    if (!days && !nights)
        return -1;
    return (days && a[0] < b[0] && (!nights || a[1] <= b[1])) ||
           (nights && a[1] < b[1] && (!days || a[0] <= b[0]));
}

static const struct better {
    const char *name;
    int (*is)(const struct pgyd_host *h, const char *rival, const char *own);
} betters[] = {{"base", better_base},
               {"total", better_total},
               {"non-compete", better_covenant},
               {"wRVU threshold", better_threshold},
               {"call", better_call}};

struct standing {
    uint32_t better, unknown;
    char names[96];
};

static void stand(const struct pgyd_host *h, const char *rival, const char *own, struct standing *s)
{
    *s = (struct standing){.better = 0};
    for (uint32_t i = 0; i < PGC_COUNT(betters); i++) {
        int is = betters[i].is(h, rival, own);
        s->unknown += is < 0;
        if (is != 1)
            continue;
        pgc_append(s->names, sizeof s->names, "%s%s", s->better ? ", " : "", betters[i].name);
        s->better++;
    }
}

static uint32_t find_rival(const struct pgyd_host *h, const struct offers *offers,
                           const struct offer *own, struct lane_choice *choice,
                           struct standing *best)
{
    uint32_t written = 0;
    *best = (struct standing){.better = 0};
    for (uint32_t i = 0; i < offers->n; i++) {
        const struct offer *o = &offers->list[i];
        struct standing s;
        if (!o->live || !o->written || strcmp(o->id, own->id) == 0)
            continue;
        stand(h, o->id, own->id, &s);
        if (written++ > 0 && s.better <= best->better)
            continue;
        *best = s;
        choice->rival = o;
        choice->better = s.better;
    }
    return written;
}

/* ---- the lane ---- */

__attribute__((format(printf, 6, 7))) static int say(struct lane_choice *c, int lane,
                                                     const char *name, const char *ref, int truth,
                                                     const char *why, ...)
{
    struct lane_condition *condition = &c->list[c->n];
    va_list ap;
    if (c->n == LANE_CONDITIONS)
        return truth;
    c->n++;
    *condition = (struct lane_condition){.lane = lane, .name = name, .truth = truth, .ref = ref};
    va_start(ap, why);
    pgc_vformat(condition->why, sizeof condition->why, why, ap);
    va_end(ap);
    return truth;
}

static int yes_no(const struct pgyd_host *h, const char *key)
{
    struct pgyd_value v;
    return pgc_get(h, "decide", "", key, &v) ? v.num == 1 : -1;
}

static const char *yes_no_word(int truth)
{
    return truth < 0 ? "not set" : truth ? "yes" : "no";
}

static bool silent(const struct pgyd_host *h, const struct offer *o, int power, uint32_t written,
                   struct lane_choice *c)
{
    int64_t attachment = pgc_num(h, "offer", o->id, "attachment", -1);
    int games = yes_no(h, "games_ok");
    int loose = say(c, LANE_SILENT, "Not attached to it", "S0-26",
                    attachment < 0 ? -1 : attachment <= LANE_ATTACHED,
                    attachment < 0 ? "[offer:%s] attachment is not set"
                                   : "[offer:%s] attachment = %lld; up to %d",
                    o->id, (long long)attachment, LANE_ATTACHED);
    int plain = say(c, LANE_SILENT, "No liking for games", "S0-26", games < 0 ? -1 : !games,
                    "[decide] games_ok: %s", yes_no_word(games));
    say(c, LANE_SILENT, "A strong position helps", "S0-26", power < 0 ? -1 : power >= LANE_STRONG,
        power < 0 ? "the leverage is not known" : "leverage %d; from %d. It decides nothing alone",
        power, LANE_STRONG);
    int alone = say(c, LANE_SILENT, "No other offer in writing", "S0-31", written == 0,
                    written == 0 ? "there is nothing true to say of another"
                                 : "%u other live and in writing",
                    written);
    return loose == 1 || plain == 1 || alone == 1;
}

static int first_choice(const struct pgyd_host *h, const struct offer *o, struct lane_choice *c)
{
    const char *today = pgc_text(h, "decide", "", "sign_today", NULL);
    return say(c, LANE_FULL, "One clear first choice", "S0-30",
               !today ? -1 : strcmp(today, o->id) == 0, "[decide] sign_today: %s",
               today ? today : "not set");
}

static int stronger(const struct lane_choice *choice, const struct standing *s,
                    struct lane_choice *c)
{
    static const char name[] = "The other is stronger";
    if (!choice->rival)
        return say(c, LANE_FULL, name, "S0-30", 0, "no other live offer is in writing");
    int truth = s->better >= LANE_BETTER ? 1 : s->better + s->unknown >= LANE_BETTER ? -1 : 0;
    return say(c, LANE_FULL, name, "S0-30", truth,
               "%.60s is better in %u of %u%s%s%s; at least %d%s", choice->rival->employer,
               s->better, PGC_COUNT(betters), s->better ? " (" : "", s->names, s->better ? ")" : "",
               LANE_BETTER, s->unknown ? "; the rest is not known of both" : "");
}

static bool full(const struct pgyd_host *h, const struct offer *o, int power,
                 const struct standing *s, struct lane_choice *c)
{
    int64_t wanted = pgc_num(h, "decide", "", "full_power", LANE_FULL_POWER);
    int no = yes_no(h, "ok_if_no");
    /* S0-54: in a weak market silent or light alone, however low one sets the bar. */
    int64_t least = wanted > LANE_WEAK ? wanted : LANE_WEAK + 1;
    int choice = first_choice(h, o, c), other = stronger(c, s, c);
    int strong = say(c, LANE_FULL, "Bargaining power", "S0-30", power < 0 ? -1 : power >= least,
                     power < 0 ? "the leverage is not known: set [market] power"
                               : "leverage %d; at least %lld",
                     power, (long long)least);
    int calm = say(c, LANE_FULL, "A no would be accepted", "S0-30", no, "[decide] ok_if_no: %s",
                   yes_no_word(no));
    return choice == 1 && other == 1 && strong == 1 && calm == 1;
}

void lane_of(const struct pgyd_host *h, const struct offers *offers, const struct offer *offer,
             struct lane_choice *choice)
{
    struct pgc_place_power power;
    struct standing s;
    *choice = (struct lane_choice){.lane = LANE_LIGHT};
    lane_power_of(h, offer, &power);
    uint32_t written = find_rival(h, offers, offer, choice, &s);
    bool is_silent = silent(h, offer, power.value, written, choice);
    bool is_full = full(h, offer, power.value, &s, choice);
    say(choice, LANE_LIGHT, "Neither of the two", "S0-28", !is_silent && !is_full,
        "say that there is another offer and name the direction, no figure of it");
    choice->lane = is_silent ? LANE_SILENT : is_full ? LANE_FULL : LANE_LIGHT;
}

const char *lane_word(int lane)
{
    static const char *const words[] = {"silent", "light", "full-court"};
    return words[lane];
}

void lane_check_market(const struct pgyd_host *h)
{
    static const char *const marks[] = {"benchmark_p25", "benchmark_p50", "benchmark_p75"};
    int64_t last = 0;
    for (uint32_t i = 0; i < PGC_COUNT(marks); i++) {
        int64_t value = pgc_num(h, "market", "", marks[i], last);
        if (value < last)
            pgc_error(h, "market", "", marks[i],
                      "benchmarks that rise from the 25th to the 75th percentile",
                      "it lies below the one before");
        last = value;
    }
}
