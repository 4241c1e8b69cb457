/* SPDX-License-Identifier: BSD-2-Clause */
/* A person of whom every letter can be written, and the letters as texts. */
#ifndef OFFERS_LETTER_FIXTURE_H
#define OFFERS_LETTER_FIXTURE_H

#include "tests/unit/fake_host.h"

#include "plugins/common/pgc.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

extern const struct pgyd_plugin pgyd_plugin_offers;

#define LETTER_PERSON                                                                              \
    "[person]\nname = Kim Example, MD\n"                                                           \
    "[training]\nspecialty = internal_medicine\nstart = 2024-07-01\nlength = 3y\nprogram_bucket "  \
    "= large referral center\n"                                                                    \
    "volumes = 820 colonoscopies and 140 ERCPs\ncall = every fifth night, with ICU call from the " \
    "second year\n"                                                                                \
    "breadth = wards, ICU and clinic\nautonomy = first call for the ICU from the second year\n"    \
    "[fellowship]\ntype = gastroenterology\n[goal]\ninternal_deadline = 2026-12-20\n"
#define LETTER_MERCY                                                                               \
    "[offer:mercy]\nemployer = Mercy Health\nprospect = mercy\nphysician_lead = Dr. "              \
    "Chen\nwritten = yes\nreceived = 2026-11-16\n"                                                 \
    "answer_within = 7-10\nbase = 300000\nsign_on = 10000\nwrvu_rate = 50\nwrvu_threshold = "      \
    "6000\nwrvu_history_new_hire = 5200\n"                                                         \
    "call_days_month = 8\nnights_month = 4\nnoncompete_scope = any_facility\nnoncompete_miles = "  \
    "25\nnoncompete_months = 24\n"                                                                 \
    "moonlighting = restricted\ntail = physician\nfit = the team; the case mix; the "              \
    "teaching\nmust_improve = base; noncompete; call\n"
#define LETTER_VALLEY                                                                              \
    "[offer:valley]\nemployer = Valley Clinic\nprospect = valley\nwritten = yes\nreceived = "      \
    "2026-11-18\nanswer_within = 7-10\n"                                                           \
    "base = 340000\nsign_on = 30000\nwrvu_threshold = 5000\nnoncompete_scope = "                   \
    "none\nmoonlighting = allowed\nmust_improve = call; title; pto\n"
#define LETTER_DECIDE                                                                              \
    "[decide]\nsign_today = mercy\nwhy = the team; the case mix\nbatna = valley\nok_if_no = "      \
    "yes\ngames_ok = yes\nvalue_case = yes\n"                                                      \
    "understood = comp, call, noncompete\nliked = yes\nnot_diva = yes\nrealistic = yes\nspecific " \
    "= yes\n"                                                                                      \
    "[walkaway]\nbase_min = 280000\n[priorities]\ncompensation = 50\nnoncompete = 30\nschedule = " \
    "20\n"                                                                                         \
    "[review]\nattorney = J. Doe\ndone = 2026-11-20\n[market]\npower = 70\nbenchmark_p50 = "       \
    "330000\n"
#define LETTER_PLACES                                                                              \
    "[prospect:mercy]\nname = Mercy Health\nregion = midwest\npriorities = shorter waits and "     \
    "fewer transfers\nstage = offer\n"                                                             \
    "[prospect:valley]\nname = Valley Clinic\nstage = offer\n[prospect:county]\nname = County "    \
    "Hospital\nstage = advanced\ngrowing = yes\n"                                                  \
    "[prospect:north]\nname = North Shore Medical\ntie = my parents live in Duluth\n"              \
    "[contact:alvarez]\nname = Dr. Alvarez\nmet_at = the state society meeting\nprospect = "       \
    "county\n[contact:stranger]\nname = Dr. Stone\n"
#define LETTER_VALUE                                                                               \
    "[value]\nmetric = a 12 percent shorter stay on our service\n"                                 \
    "story = We moved scopes to the morning and kept the afternoon for consults.\nbenefit_them = " \
    "you keep a service line that pays for itself\n"                                               \
    "common_ground = shorter waits\nresources = a discharge nurse\ncases_week = 25\ncase_type = "  \
    "colonoscopies\ndischarges = 4000\n"                                                           \
    "readmit_rate = 15\nreadmit_cut = 10\nreadmit_cost = 15000\n"
#define LETTER_REST LETTER_VALLEY LETTER_DECIDE LETTER_PLACES LETTER_VALUE
#define LETTER_ALL LETTER_PERSON LETTER_MERCY LETTER_REST

/* Each kind, whom it goes to in the full configuration. */
static const struct letter_sample {
    const char *kind, *key, *value;
    bool force;
} letter_samples[] = {
    {"extension", "offer", "mercy", false},
    {"benchmark_ask", "offer", "mercy", false},
    {"light", "offer", "mercy", false},
    {"full", "offer", "mercy", false},
    {"base_gap", "offer", "mercy", false},
    {"wrvu_threshold", "offer", "mercy", false},
    {"noncompete", "offer", "mercy", false},
    {"call_cap", "offer", "mercy", false},
    {"bonus_substitute", "offer", "mercy", false},
    {"preferred_call", "offer", "mercy", false},
    {"counsel_ask", "offer", "mercy", false},
    {"decline", "offer", "valley", true},
    {"warm_text", "contact", "alvarez", false},
    {"parallel", "offer", "mercy", false},
    {"calm_base", "offer", "mercy", false},
    {"calm_terms", "offer", "mercy", false},
    {"training_block", NULL, NULL, false},
    {"soft_presence", "prospect", "north", false},
    {"revenue_questions", NULL, NULL, false},
    {"value_comp", "prospect", "mercy", false},
    {"business_case", "prospect", "mercy", false},
    {"explore", "offer", "mercy", false},
};
enum {
    LETTER_SAMPLES = sizeof letter_samples / sizeof letter_samples[0],
    LETTER_SAMPLE_TEXT = 12000
};

/* Asks for a letter: true, or f->error says why not. */
static inline bool letter_of(struct fake *f, const char *kind, const char *key, const char *value,
                             bool force)
{
    fake_forget_args(f);
    fake_arg(f, "kind", kind);
    if (key)
        fake_arg(f, key, value);
    if (force)
        fake_arg(f, "force", "yes");
    return fake_try_report(f, "letter");
}

/* The letter alone, without heading and notes, a part a paragraph. */
static inline const char *letter_shown(const struct fake *f)
{
    static char text[LETTER_SAMPLE_TEXT];
    text[0] = '\0';
    for (size_t i = 1; i < f->nparts && f->parts[i].type != PGYD_HEADING; i++)
        pgc_append(text, sizeof text, "%s%s\n",
                   f->parts[i].type == PGYD_LIST_ITEM ? "- "
                   : i > 1                            ? "\n"
                                                      : "",
                   f->parts[i].text);
    return text;
}

static inline bool letter_noted(const struct fake *f, const char *words)
{
    bool notes = false;
    for (size_t i = 0; i < f->nparts; i++) {
        notes |= f->parts[i].type == PGYD_HEADING && f->parts[i].level == 2;
        if (notes && f->parts[i].text && strstr(f->parts[i].text, words))
            return true;
    }
    return false;
}

#endif
