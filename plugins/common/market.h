/* SPDX-License-Identifier: BSD-2-Clause */
/* Leverage and pay as articles put them (S0-52, S1-18, S1-19, S2-46, S2-47): each figure with its
 * source, never averaged (architecture 15). The articles disagree; a policy picks one of their
 * figures where a rule needs a number. */
#ifndef PGC_MARKET_H
#define PGC_MARKET_H

#include "plugins/common/tsv.h"

enum { PGC_FIGURES = 8 };

/* What [market] leverage_policy says to do with several figures. */
enum pgc_policy { PGC_POLICY_MIN, PGC_POLICY_MAX, PGC_POLICY_FIRST };

struct pgc_figure {
    int value;       /* 0 to 100 */
    char topic[48];  /* "hospitalist" */
    char market[16]; /* any, rural, urban, metro */
    char source[64]; /* "article 000" */
    char ref[16];    /* "S0-52" */
    char note[128];
};

struct pgc_leverage {
    struct pgc_figure figures[PGC_FIGURES]; /* in the list's order */
    uint32_t n;
};

/* The figures said of a specialty or fellowship (its code); 0, or -1 when the list is not
 * installed. */
int pgc_leverage_of(const struct pgyd_host *h, const char *code, struct pgc_leverage *leverage);
/* One figure by the policy, the first one on ties; NULL when there is none. */
const struct pgc_figure *pgc_leverage_pick(const struct pgc_leverage *leverage,
                                           enum pgc_policy policy);

struct pgc_modifier {
    bool constraint; /* else a skill */
    char word[32];   /* as in [market] skills, constraints */
    int points;
    bool general; /* said of any specialty */
    char source[64];
    char note[128];
};

/* Points that a skill or constraint adds for a specialty: 1 and *modifier, 0 when it is not
 * listed. */
int pgc_modifier_of(const struct pgyd_host *h, const char *code, bool constraint, const char *word,
                    struct pgc_modifier *modifier);
/* Calls fn for each modifier listed for a specialty. */
typedef int (*pgc_modifier_fn)(void *arg, const struct pgc_modifier *modifier);
int pgc_modifiers(const struct pgyd_host *h, const char *code, pgc_modifier_fn fn, void *arg);
/* A picked figure with the points of skills and constraints, kept within 0 to 100. */
int pgc_power(int value, int points);

/* S1-15: the power to ask, anywhere or at one place. */
struct pgc_place_power {
    /* the field whose figures these are; NULL: no article speaks of it */
    const char *code;
    struct pgc_leverage figures; /* all that is said of it */
    /* into figures: of such a market before any, then by [market] leverage_policy; NULL: none
     * fits */
    const struct pgc_figure *picked;
    bool own;             /* [market] power stands in for the figure and its points */
    int points;           /* of [market] skills and constraints (S1-19) */
    char points_why[240]; /* "structural +10 (ours), no_call -10 (ours)" */
    int delta;            /* [prospect:ID] power_delta */
    int value;            /* 0 to 100; -1: nobody says */
};

/* prospect NULL: anywhere. Whoever goes to a metropolitan area alone ([market] constraints) is not
 * helped by what is said of the country. */
void pgc_place_power_of(const struct pgyd_host *h, const char *prospect,
                        struct pgc_place_power *power);

struct pgc_pay {
    char topic[48];
    char what[24];     /* start, partner, employed, discount */
    int64_t low, high; /* dollars; PGC_NO_PAY: not given */
    bool general;      /* said of any specialty */
    char wording[160];
    char source[64];
    char ref[16];
};
#define PGC_NO_PAY INT64_MIN

typedef int (*pgc_pay_fn)(void *arg, const struct pgc_pay *pay);
/* Calls fn for each report of pay said of a specialty, or of any. 0, or -1 when the list is not
 * installed. */
int pgc_pay_of(const struct pgyd_host *h, const char *code, pgc_pay_fn fn, void *arg);

#endif
