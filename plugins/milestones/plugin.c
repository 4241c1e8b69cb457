/* SPDX-License-Identifier: BSD-2-Clause */
/* The declaration, and the callbacks, each of which asks the rooms in turn. The table of rules is
 * in rules.c. */
#include "plugins/milestones/chain/chain.h"
#include "plugins/milestones/packs/packs.h"
#include "plugins/milestones/reports/reports.h"
#include "plugins/milestones/rules.h"
#include "plugins/milestones/training/training.h"

#include <string.h>

#define MILESTONE "milestone:"

static const struct pgyd_key keys[] = {
    PGC_KEY("packs", "use", PGYD_LIST, NULL, NULL,
            "Packs of dated milestones to plan, by name: matches, boards. Unset: all that are "
            "installed and those of path. pgyd's own rules, phases and monthly, are always there."),
    PGC_KEY("packs", "skip", PGYD_LIST, NULL, NULL, "Packs to leave out, by name."),
    PGC_KEY("packs", "path", PGYD_LIST, NULL, NULL,
            "Further pack files, or folders of *.ini. One of an installed pack's name stands in "
            "for it."),
    PGC_KEY("packs", "off", PGYD_LIST, NULL, NULL,
            "Milestones you do not want, by id without the plugin's name: phase-levers, "
            "tier-review-9."),

    PGC_KEY_REQUIRED(MILESTONE, "title", PGYD_TEXT, NULL, "What it says in the calendar."),
    PGC_KEY_REQUIRED(
        MILESTONE, "when", PGYD_TEXT, NULL,
        "Its day: 2027-03-01, G - 6mo, nth(1, wed, dec, year(F0) - 1). See pgyd-pack(5)."),
    PGC_KEY(MILESTONE, "until", PGYD_TEXT, NULL, NULL,
            "The last day, likewise: makes it a window."),
    PGC_KEY(MILESTONE, "detail", PGYD_TEXT, NULL, NULL, "What to do, shown below the title."),
    PGC_KEY(MILESTONE, "remind", PGYD_LIST, NULL, NULL,
            "How long before to remind you: 30d, 2w, 3mo. Always on the day as well. Unset: the "
            "days that its stakes have."),
    PGC_KEY(MILESTONE, "stakes", PGYD_ENUM, "context|useful|costly|fatal", NULL,
            "What is lost when it is missed: fatal rings from 30 days before, costly from 7, "
            "useful and context only where remind says so. Unset: what severity says, else "
            "costly."),
    PGC_KEY(MILESTONE, "by", PGYD_TEXT, NULL, NULL,
            "The day after which the harm is final, an expression; start and end are its own "
            "days: end - 28d."),
    PGC_KEY(MILESTONE, "final", PGYD_ENUM, "no|yes", "no",
            "Nothing can be done about it after that day: nobody is asked then."),
    PGC_KEY(MILESTONE, "about", PGYD_TEXT, NULL, NULL,
            "The section it belongs to, such as offer:mercy: told in one line with the rest of "
            "it."),
    PGC_KEY(MILESTONE, "next", PGYD_TEXT, NULL, NULL,
            "What to do first, at most 40 characters: Ask Mercy for the full contract."),
    PGC_KEY(MILESTONE, "why", PGYD_TEXT, NULL, NULL, "Why it matters, in one line."),
    PGC_KEY(MILESTONE, "severity", PGYD_ENUM, "info|warn|critical", NULL,
            "An older word for stakes: critical is fatal, warn costly, info useful."),
    PGC_KEY(MILESTONE, "if", PGYD_TEXT, NULL, NULL,
            "A condition under which it is planned: visa = j1 and not specialty in (urology). See "
            "pgyd-pack(5)."),
    PGC_KEY(MILESTONE, "checklist", PGYD_TEXTS, NULL, NULL,
            "Things to have done by then, separated by semicolons."),

    PGC_VISA_TYPE,
    PGC_KEY("visa", "first", PGYD_DATE, NULL, NULL, "The day you first held it."),
    PGC_KEY("visa", "program_end", PGYD_DATE, NULL, NULL, "The end date on its papers."),
    PGC_KEY("visa", "state_days", PGYD_PAIR, NULL, NULL,
            "Days the state's review takes, expected/worst, such as 60/90."),
    PGC_KEY("visa", "dos_days", PGYD_PAIR, NULL, NULL,
            "Days the Department of State takes, expected/worst."),
    PGC_KEY("visa", "i612_days", PGYD_PAIR, NULL, NULL, "Days the I-612 takes, expected/worst."),
    PGC_KEY("visa", "h1b_days", PGYD_PAIR, NULL, NULL,
            "Days the H-1B petition takes, expected/worst."),

    PGC_CONTRACT_SIGNED,
    PGC_KEY("contract", "start", PGYD_DATE, NULL, NULL,
            "The day it begins. Unset: [goal] start_date."),
    PGC_KEY_RANGE("contract", "term_months", PGYD_INT, 1, 600, "Months until its first term ends."),
    PGC_KEY_RANGE("contract", "notice_days", PGYD_INT, 0, 730,
                  "Days of notice to leave it without cause, or not to renew it."),
    PGC_KEY_RANGE("contract", "clawback_months", PGYD_INT, 0, 240,
                  "Months from its start until sign-on and relocation money is yours."),
    PGC_KEY("contract", "leave", PGYD_DATE, NULL, NULL, "The day you think of leaving, if you do."),
    PGC_KEY("contract", "tail", PGYD_ENUM, "employer|physician|occurrence", NULL,
            "Who pays the malpractice tail; occurrence: none is needed."),

    PGC_LOANS_PSLF,
    PGC_LOANS_PAYMENTS,
    PGC_KEY("loans", "as_of", PGYD_DATE, NULL, NULL, "The day on which payments was right."),
};

#define REPORT(name_, args_, help_)                                                                \
    {                                                                                              \
        .size = sizeof(struct pgyd_report), .name = (name_), .args = (args_), .help = (help_)      \
    }

static const struct pgyd_report reports[] = {
    REPORT(
        "timeline", NULL,
        "Phases, windows and days of the training with their state, and bands across its years."),
    REPORT("chain", NULL,
           "License, DEA, privileging, payers and the J-1 waiver counted back from your start: "
           "latest safe days, slack, earliest feasible start."),
    REPORT("why", "id",
           "Which rule, which anchors and which source made a date: why id=phase-recon. Or why it "
           "is not planned."),
    REPORT("standing", NULL, "Leverage, timing, signaling and relationships, a number each."),
    REPORT("market", NULL, "Leverage and pay of your field as articles put them, side by side."),
};

/* Networking asked these before the series was one. */
static const struct pgyd_rename renames[] = {
    {"networking/learn-codes", "learn-codes"},
    {"networking/learn-bumped", "learn-bumped"},
    {"networking/learn-call", "learn-call"},
    {"networking/learn-hire", "learn-hire"},
    /* absorbed by another that asks the same: what was done of it is done */
    {"lane-named", "lane-decided"},
    {"prove-month-6", "prove-day-90"},
    /* As 0.1 spelled them: marks, firings and UIDs that it stored hang on these ids, which are
     * never shown. */
    {"licence-apply", "license-apply"},
    {"licence-apply-slow", "license-apply-slow"},
    {"practice-licence", "practice-license"},
    {"payer-enrolment", "payer-enrollment"},
};

/* What a phone may show to whoever looks; the day follows. */
static const struct pgyd_discreet discreet[] = {
    PGC_DISCREET(PGYD_ALERT, "a milestone needs attention from"),
    PGC_DISCREET(PGYD_WINDOW, "a milestone window opens"),
    PGC_DISCREET(0, "a milestone is due"),
};

/* ---- the plan ---- */

static int to_host(void *arg, const struct pgyd_item *item, const struct trace *trace)
{
    const struct pgyd_host *h = arg;
    (void)trace;
    return h->emit(h->ctx, item);
}

/* The host's services do not change what they are given: taking const away for the callback's
 * argument is safe. */
static int plan(const struct pgyd_host *h)
{
    struct pgc_anchors known;
    struct planner p = {
        .h = h, .take = to_host, .arg = (void *)(uintptr_t)h, .rules = &milestones_rules};
    if (pgc_anchors(h, &known))
        p.anchors = &known;
    return planner_run(&p);
}

/* ---- the check ---- */

static int ignore(void *arg, const struct pgyd_item *item, const struct trace *trace)
{
    (void)arg;
    (void)item;
    (void)trace;
    return 0;
}

/* Everything that the person and the packs write is read as plan() reads it. */
static int check(const struct pgyd_host *h)
{
    struct pgc_anchors known;
    struct notes notes;
    struct planner p = {.h = h, .take = ignore, .rules = &milestones_rules, .notes = &notes};
    notes_check(&notes, h);
    milestones_check_training(h);
    if (pgc_anchors(h, &known))
        p.anchors = &known;
    milestones_own_check(&p);
    milestones_packs_check_named(h);
    milestones_rules_check_packs(&p);
    return 0;
}

/* ---- the reports ---- */

static int timeline(const struct pgyd_host *h)
{
    return milestones_report_timeline(h, &milestones_rules);
}

static int why(const struct pgyd_host *h)
{
    return milestones_report_why(h, &milestones_rules);
}

static int report(const struct pgyd_host *h, const char *name)
{
    static const struct {
        const char *name;
        int (*write)(const struct pgyd_host *h);
    } writers[] = {
        {"timeline", timeline},
        {"chain", milestones_chain_report},
        {"why", why},
        {"standing", milestones_report_standing},
        {"market", milestones_report_market},
    };
    for (uint32_t i = 0; i < PGC_COUNT(writers); i++) {
        if (strcmp(writers[i].name, name) == 0)
            return writers[i].write(h);
    }
    h->error(h->ctx, "there is no such report");
    return -1;
}

PGYD_PLUGIN(milestones)
PGYD_PLUGIN_HEAD(milestones),
    .version = "0.1",
    .summary = "phases and milestones of training, from its first day to two years after it",
    .keys = keys, .reports = reports, .renames = renames, .nkeys = PGC_COUNT(keys),
    .nreports = PGC_COUNT(reports), .nrenames = PGC_COUNT(renames), .check = check, .plan = plan,
    .report = report, .label = "Milestones", .color = "#4169E1", .discreet = discreet,
    .ndiscreet = PGC_COUNT(discreet), PGYD_PLUGIN_END
