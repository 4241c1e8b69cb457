/* SPDX-License-Identifier: BSD-2-Clause */
/* Looks names up: computed ones, keys of pgyd.ini, happenings; and suggests the nearest. How names
 * are combined is expr.c and cond.c. */
#include "plugins/milestones/expr/names.h"

#include "plugins/common/texts/near.h"
#include "plugins/milestones/lanes/lanes.h"

#include <string.h>

enum anchor {
    A_START,
    A_R,
    A_F0,
    A_F1,
    A_G,
    A_S,
    A_K0,
    A_K1,
    A_FIRST,
    A_LAST,
    A_TRACK,
    A_YEARS,
    A_SERVICE,
    A_MATCH,
    A_LANES,
    A_LICENSE_DAYS,
    A_LICENSE_WORST,
    A_LICENSE_REGISTERS
};

/* Names that are computed. */
static const struct {
    const char *name;
    enum name_type type;
    enum anchor anchor;
    const char *choices;
} computed[] = {
    {"START", NAME_DATE, A_START, NULL},
    {"R", NAME_DATE, A_R, NULL},
    {"F0", NAME_DATE, A_F0, NULL},
    {"F1", NAME_DATE, A_F1, NULL},
    {"G", NAME_DATE, A_G, NULL},
    {"S", NAME_DATE, A_S, NULL},
    {"K0", NAME_DATE, A_K0, NULL},
    {"K1", NAME_DATE, A_K1, NULL},
    {"start", NAME_DATE, A_FIRST, NULL},
    {"end", NAME_DATE, A_LAST, NULL},
    {"track", NAME_WORD, A_TRACK, "short|intermediate|long"},
    {"years", NAME_COUNT, A_YEARS, NULL},
    {"service", NAME_WORD, A_SERVICE, "eras_july|eras_december|sf_match|nrmp|nrmp_hand|other|none"},
    {"match", NAME_WORD, A_MATCH, NULL},
    {"lanes", NAME_YES, A_LANES, NULL},
    {"license.days", NAME_COUNT, A_LICENSE_DAYS, NULL},
    {"license.worst", NAME_COUNT, A_LICENSE_WORST, NULL},
    {"license.registers", NAME_YES, A_LICENSE_REGISTERS, NULL},
};

#define VISAS "none|j1|h1b|other"

/* Names that a key of pgyd.ini answers. */
static const struct {
    const char *name;
    enum name_type type;
    const char *section, *key, *choices;
} keys[] = {
    {"specialty", NAME_WORD, "training", "specialty", NULL},
    {"training.specialty", NAME_WORD, "training", "specialty", NULL},
    {"training.research_years", NAME_COUNT, "training", "research_years", NULL},
    {"training.base_year", NAME_YES, "training", "base_year", NULL},
    {"fellowship", NAME_WORD, "fellowship", "type", NULL},
    {"fellowship.type", NAME_WORD, "fellowship", "type", NULL},
    {"state", NAME_WORD, "goal", "state", NULL},
    {"category", NAME_WORD, "goal", "category",
     "primary_care|hospital_based|surgical|competitive|niche"},
    {"role", NAME_WORD, "goal", "role", NULL},
    {"lane", NAME_WORD, "goal", "lane", NULL},
    {"goal.state", NAME_WORD, "goal", "state", NULL},
    {"goal.category", NAME_WORD, "goal", "category",
     "primary_care|hospital_based|surgical|competitive|niche"},
    {"goal.role", NAME_WORD, "goal", "role", NULL},
    {"goal.lane", NAME_WORD, "goal", "lane", NULL},
    {"goal.lane_decided", NAME_DATE, "goal", "lane_decided", NULL},
    {"goal.start_date", NAME_DATE, "goal", "start_date", NULL},
    {"goal.internal_deadline", NAME_DATE, "goal", "internal_deadline", NULL},
    {"goal.flex", NAME_WORD, "goal", "flex", "location|nights|skill|procedure"},
    {"goal.want", NAME_WORD, "goal", "want", "dream_city|prestige|no_call|part_time"},
    {"visa", NAME_WORD, "visa", "type", VISAS},
    {"visa.type", NAME_WORD, "visa", "type", VISAS},
    {"visa.first", NAME_DATE, "visa", "first", NULL},
    {"visa.program_end", NAME_DATE, "visa", "program_end", NULL},
    {"pslf", NAME_YES, "loans", "pslf", NULL},
    {"loans.pslf", NAME_YES, "loans", "pslf", NULL},
    {"loans.payments", NAME_COUNT, "loans", "payments", NULL},
    {"loans.as_of", NAME_DATE, "loans", "as_of", NULL},
    {"contract.signed", NAME_DATE, "contract", "signed", NULL},
    {"contract.start", NAME_DATE, "contract", "start", NULL},
    {"contract.leave", NAME_DATE, "contract", "leave", NULL},
    {"contract.term_months", NAME_COUNT, "contract", "term_months", NULL},
    {"contract.notice_days", NAME_COUNT, "contract", "notice_days", NULL},
    {"contract.clawback_months", NAME_COUNT, "contract", "clawback_months", NULL},
    {"contract.tail", NAME_WORD, "contract", "tail", "employer|physician|occurrence"},
};

/* Names that the journal answers: the first offer received, the last of the rest. */
static const struct {
    const char *name, *event;
    bool first;
} happenings[] = {
    {"O.received", "received", true},  {"O.touched", "touched", false},
    {"O.asked", "asked", false},       {"O.contract", "contract-received", false},
    {"O.accepted", "accepted", false},
};

static const char *const pgy_names[] = {"PGY.start", "PGY.end", "PGY1.start", "PGY1.end"};

static void contract_bounds(const struct expr_env *env, pgyd_day *k0, pgyd_day *k1)
{
    *k0 = pgc_day(env->h, "contract", "", "start");
    if (*k0 == PGYD_NO_DAY && !env->anchors->missing)
        *k0 = env->anchors->s;
    int64_t months = pgc_num(env->h, "contract", "", "term_months", 0);
    *k1 = PGYD_NO_DAY;
    if (*k0 != PGYD_NO_DAY && months > 0 && months < 1200)
        *k1 = env->h->add_months(env->h->ctx, *k0, (int32_t)months);
    if (*k1 != PGYD_NO_DAY)
        *k1 -= 1;
}

/* The service is read once: the list it may stand in is long and conditions are many. */
void expr_env_init(struct expr_env *env, const struct pgyd_host *h,
                   const struct pgc_anchors *anchors)
{
    *env = (struct expr_env){.h = h, .anchors = anchors, .first = PGYD_NO_DAY, .last = PGYD_NO_DAY};
    pgc_service(h, &env->service);
    milestones_license(h, &env->license);
}

static bool has_lanes(const struct pgyd_host *h)
{
    struct lanes lanes;
    milestones_lanes(h, &lanes);
    return lanes.n > 0;
}

static void compute_license(const struct license *license, enum anchor which, struct name_value *v)
{
    v->set = which == A_LICENSE_REGISTERS ? license->registers : license->listed;
    v->num = which == A_LICENSE_WORST ? license->worst : license->rule;
}

static void compute(const struct expr_env *env, enum anchor which, struct name_value *v)
{
    static const char *const tracks[] = {
        [PGC_SHORT] = "short", [PGC_INTERMEDIATE] = "intermediate", [PGC_LONG] = "long"};
    const struct pgc_anchors *a = env->anchors;
    pgyd_day k0, k1;
    if (which == A_K0 || which == A_K1) {
        contract_bounds(env, &k0, &k1);
        v->day = which == A_K0 ? k0 : k1;
    } else if (which == A_FIRST || which == A_LAST) {
        v->day = which == A_FIRST ? env->first : env->last;
    } else if (which == A_SERVICE || which == A_MATCH) {
        v->word = which == A_SERVICE ? env->service.service : env->service.match;
        v->set = v->word[0] != '\0';
    } else if (which == A_LANES) {
        v->set = has_lanes(env->h);
    } else if (which >= A_LICENSE_DAYS) {
        compute_license(&env->license, which, v);
    } else if (!a->missing) {
        const pgyd_day days[] = {[A_START] = a->start, [A_R] = a->residency_end,
                                 [A_F0] = a->f0,       [A_F1] = a->f1,
                                 [A_G] = a->g,         [A_S] = a->s};
        if (which <= A_S)
            v->day = days[which];
        v->word = tracks[a->track];
        v->num = a->n;
        v->set = true;
    }
    if (v->type == NAME_DATE)
        v->set = v->day != PGYD_NO_DAY;
}

static void read_key(const struct expr_env *env, const char *section, const char *key,
                     struct name_value *v)
{
    struct pgyd_value value;
    if (!pgc_get(env->h, section, "", key, &value))
        return;
    v->set = true;
    v->day = value.day;
    v->num = value.num;
    v->word = value.nlist ? NULL : value.text;
    v->list = value.list;
    v->nlist = value.nlist;
    if (v->type == NAME_YES)
        v->set = value.num == 1;
    if (v->type == NAME_WORD && !value.nlist)
        v->set = value.text && strcmp(value.text, "none") != 0;
}

/* PGYn.start and PGYn.end, n from 1 to 12, and PGY.start. */
static bool find_pgy(const struct expr_env *env, const char *name, struct name_value *v)
{
    int k = 0, digits = 0;
    if (strncmp(name, "PGY", 3) != 0)
        return false;
    const char *p = name + 3;
    for (; *p >= '0' && *p <= '9' && digits < 2; p++, digits++)
        k = k * 10 + (*p - '0');
    bool start = strcmp(p, ".start") == 0;
    if ((!start && strcmp(p, ".end") != 0) || (digits && (k < 1 || k > 12)))
        return false;
    if (!digits)
        k = env->pgy;
    v->type = NAME_DATE;
    if (!env->anchors->missing && k >= 1)
        v->day =
            start ? pgc_pgy_start(env->h, env->anchors, k) : pgc_pgy_end(env->h, env->anchors, k);
    v->set = v->day != PGYD_NO_DAY;
    return true;
}

/* start and end mean something in `by` alone. */
static bool is_meant(const struct expr_env *env, enum anchor which)
{
    return env->first != PGYD_NO_DAY || (which != A_FIRST && which != A_LAST);
}

static void suggest(const struct expr_env *env, const char *name, char *out, size_t size)
{
    struct pgc_near near = {.wanted = name};
    for (size_t i = 0; i < PGC_COUNT(computed); i++) {
        if (is_meant(env, computed[i].anchor))
            pgc_near_try(&near, computed[i].name);
    }
    for (size_t i = 0; i < PGC_COUNT(keys); i++)
        pgc_near_try(&near, keys[i].name);
    for (size_t i = 0; i < PGC_COUNT(happenings); i++)
        pgc_near_try(&near, happenings[i].name);
    for (size_t i = 0; i < PGC_COUNT(pgy_names); i++)
        pgc_near_try(&near, pgy_names[i]);
    const char *best = pgc_near_best(&near);
    pgc_format(out, size, "%s", best ? best : "");
}

/* The first byte before the rest: most names of the tables begin otherwise. */
static bool is(const char *name, const char *other)
{
    return name[0] == other[0] && strcmp(name, other) == 0;
}

bool names_find(const struct expr_env *env, const char *name, struct name_value *value, char *near,
                size_t size)
{
    struct name_value v = {.day = PGYD_NO_DAY};
    bool found = find_pgy(env, name, &v);
    for (size_t i = 0; i < PGC_COUNT(computed) && !found; i++) {
        if ((found = is(computed[i].name, name) && is_meant(env, computed[i].anchor))) {
            v.type = computed[i].type;
            v.choices = computed[i].choices;
            compute(env, computed[i].anchor, &v);
        }
    }
    for (size_t i = 0; i < PGC_COUNT(keys) && !found; i++) {
        if ((found = is(keys[i].name, name))) {
            v.type = keys[i].type;
            v.choices = keys[i].choices;
            read_key(env, keys[i].section, keys[i].key, &v);
        }
    }
    for (size_t i = 0; i < PGC_COUNT(happenings) && !found; i++) {
        if ((found = is(happenings[i].name, name))) {
            v.type = NAME_DATE;
            v.day = (happenings[i].first ? pgc_first : pgc_last)(env->h, "offer", NULL,
                                                                 happenings[i].event);
            v.set = v.day != PGYD_NO_DAY;
        }
    }
    if (found)
        *value = v;
    else
        suggest(env, name, near, size);
    return found;
}
