/* SPDX-License-Identifier: BSD-2-Clause */
#include "plugins/offers/offers.h"

#include "plugins/offers/asks.h"
#include "plugins/offers/compare.h"
#include "plugins/offers/letter.h"
#include "plugins/offers/ready.h"

#include <string.h>

#define OFFER "offer:"

enum { MOST_USD = 100000000 };

static const struct pgyd_key keys[] = {
    PGC_KEY_REQUIRED(OFFER, "employer", PGYD_TEXT, NULL, "Who makes the offer. It stands in your own feed and reports."),
    PGC_KEY(OFFER, "setting", PGYD_ENUM, "academic_hybrid|big_private|small_community|system|other|academic|private_group|mid_group", NULL, "The kind of employer."),
    PGC_KEY(OFFER, "prospect", PGYD_REF, "prospect", NULL, "The prospect this offer came from."),
    PGC_KEY(OFFER, "doc", PGYD_ENUM, "letter|contract", "letter", "What you hold: an offer letter or the full contract."),
    PGC_KEY_REQUIRED(OFFER, "written", PGYD_YN, NULL, "Whether the offer is in writing. Letters never mention one that is not."),
    PGC_KEY(OFFER, "status", PGYD_ENUM, "open|paused|accepted|declined|expired", "open", "How it stands. pgyctl log offer ID accepted says the same with its date."),
    PGC_KEY(OFFER, "paused_until", PGYD_DATE, NULL, NULL, "With status = paused: no nudges up to this day. Final dates stay."),
    PGC_KEY(OFFER, "physician_lead", PGYD_TEXT, NULL, NULL, "The physician leader you talk to there: section chief, service-line or medical director."),
    PGC_KEY_RANGE(OFFER, "attachment", PGYD_INT, 0, 10, "How much you want this one, 0 to 10."),

    {.size = sizeof(struct pgyd_key), .flags = PGYD_KEY_REQUIRED, .section = OFFER, .name = "received", .type = PGYD_DATE,
     .help = "The day the offer arrived.", .journal = "offer received"},
    PGC_KEY(OFFER, "answer_by", PGYD_WHEN, NULL, NULL, "The day, and the hour if they named one, by which they want an answer."),
    PGC_KEY_RANGE(OFFER, "answer_within", PGYD_PAIR, 1, 365, "Days or a range of days to answer in, counted from received: 7-10."),
    PGC_KEY(OFFER, "deadline_kind", PGYD_ENUM, "soft|committee|hard", "soft", "How firm that date is: soft, a committee that meets, or hard."),
    PGC_KEY(OFFER, "promised_by", PGYD_WHEN, NULL, NULL, "The day by which you promised an answer."),
    PGC_KEY_FACT(OFFER, "contract_requested", "offer contract-requested", "The day you asked for the full contract."),
    PGC_KEY_FACT(OFFER, "contract_received", "offer contract-received", "The day the full contract arrived."),
    PGC_KEY_FACT(OFFER, "last_touched", "offer touched", "The day you last did anything about it."),
    PGC_KEY_FACT(OFFER, "loi_signed", "offer loi-signed", "The day you signed a letter of intent."),

    PGC_KEY_RANGE(OFFER, "base", PGYD_USD, 0, MOST_USD, "Base salary of the first year, in dollars."),
    PGC_KEY_RANGE(OFFER, "base_y2", PGYD_USD, 0, MOST_USD, "Base of the second year."),
    PGC_KEY_RANGE(OFFER, "base_y3", PGYD_USD, 0, MOST_USD, "Base of the third year."),
    PGC_KEY_RANGE(OFFER, "guarantee_months", PGYD_INT, 0, 120, "Months for which the base is guaranteed."),
    PGC_KEY_RANGE(OFFER, "sign_on", PGYD_USD, 0, MOST_USD, "Sign-on payment."),
    PGC_KEY_RANGE(OFFER, "sign_on_clawback_months", PGYD_INT, 0, 240, "Months until the sign-on payment is yours."),
    PGC_KEY(OFFER, "clawback", PGYD_ENUM, "prorata|cliff", NULL, "Whether what is owed back falls month by month, or all at the end."),
    PGC_KEY_RANGE(OFFER, "relocation", PGYD_USD, 0, MOST_USD, "Relocation payment."),
    PGC_KEY_RANGE(OFFER, "retention", PGYD_USD, 0, MOST_USD, "Retention payment."),
    PGC_KEY_RANGE(OFFER, "loan_repay_total", PGYD_USD, 0, MOST_USD, "Loan repayment in all."),
    PGC_KEY_RANGE(OFFER, "loan_repay_years", PGYD_INT, 0, 30, "Years over which the loans are repaid."),
    PGC_KEY_RANGE(OFFER, "bonus_other", PGYD_USD, 0, MOST_USD, "Other or quality bonus a year."),
    PGC_KEY_RANGE(OFFER, "wrvu_rate", PGYD_NUM, 0, 1000, "Dollars for a work unit above the threshold."),
    PGC_KEY_RANGE(OFFER, "wrvu_threshold", PGYD_INT, 0, 100000, "Work units a year above which the bonus begins."),
    PGC_KEY_RANGE(OFFER, "wrvu_threshold_y1", PGYD_INT, 0, 100000, "Work units in the first year above which the bonus begins."),
    PGC_KEY_RANGE(OFFER, "wrvu_threshold_y2", PGYD_INT, 0, 100000, "Work units in the second year above which the bonus begins."),
    PGC_KEY_RANGE(OFFER, "wrvu_threshold_y3", PGYD_INT, 0, 100000, "Work units in the third year above which the bonus begins."),
    PGC_KEY_RANGE(OFFER, "exp_wrvu", PGYD_INT, 0, 100000, "Work units you expect a year."),
    PGC_KEY_RANGE(OFFER, "exp_wrvu_y2", PGYD_INT, 0, 100000, "Work units you expect in the second year."),
    PGC_KEY_RANGE(OFFER, "exp_wrvu_y3", PGYD_INT, 0, 100000, "Work units you expect in the third year."),
    PGC_KEY_RANGE(OFFER, "wrvu_history_new_hire", PGYD_INT, 0, 100000, "Work units that new hires reached, from their written data."),
    PGC_KEY_RANGE(OFFER, "bonus_hit_pct", PGYD_INT, 0, 100, "Percent of the physicians who reached the bonus."),
    PGC_KEY_RANGE(OFFER, "wrvu_claim", PGYD_INT, 0, 100000, "Work units somebody said you would reach."),
    PGC_KEY_RANGE(OFFER, "partner_years", PGYD_NUM, 0, 30, "Years to partnership."),
    PGC_KEY(OFFER, "partnership_written", PGYD_ENUM, "yes|no|na", NULL, "Whether the partnership track is in writing."),
    PGC_KEY_RANGE(OFFER, "buy_in", PGYD_USD, 0, MOST_USD, "Price of the buy-in."),
    PGC_KEY(OFFER, "ancillary_included", PGYD_ENUM, "yes|no|na|unspecified", NULL, "Whether partners share in ancillary income."),

    PGC_KEY(OFFER, "call", PGYD_TEXT, NULL, NULL, "Call, in their words."),
    PGC_KEY_RANGE(OFFER, "call_days_month", PGYD_NUM, 0, 31, "Days of call a month."),
    PGC_KEY_RANGE(OFFER, "nights_month", PGYD_NUM, 0, 31, "Nights a month."),
    PGC_KEY_RANGE(OFFER, "nights_year", PGYD_NUM, 0, 366, "Nights a year."),
    PGC_KEY_RANGE(OFFER, "call_pay_after", PGYD_INT, 0, 366, "Calls after which more is paid."),
    PGC_KEY_RANGE(OFFER, "call_cap", PGYD_INT, 0, 366, "The most calls there may be."),
    PGC_KEY(OFFER, "call_change", PGYD_ENUM, "fixed|unilateral", NULL, "Whether they may change call on their own."),
    PGC_KEY_RANGE(OFFER, "fte", PGYD_NUM, 0, 2, "The part of full time, such as 0.8."),
    PGC_KEY(OFFER, "schedule", PGYD_TEXT, NULL, NULL, "The schedule: four days a week, 7 on 7 off."),
    PGC_KEY_RANGE(OFFER, "admin_days_month", PGYD_NUM, 0, 31, "Protected days a month for other work."),
    PGC_KEY_RANGE(OFFER, "pto_days", PGYD_INT, 0, 366, "Days off a year."),
    PGC_KEY_RANGE(OFFER, "cme_days", PGYD_INT, 0, 366, "Days for courses a year."),
    PGC_KEY_RANGE(OFFER, "cme_usd", PGYD_USD, 0, MOST_USD, "Money for courses a year."),
    PGC_KEY(OFFER, "moonlighting", PGYD_ENUM, "allowed|restricted", NULL, "Whether work elsewhere is allowed."),
    PGC_KEY(OFFER, "telehealth", PGYD_YN, NULL, NULL, "Whether part of the work can be done from afar."),
    PGC_KEY(OFFER, "title", PGYD_TEXT, NULL, NULL, "The title that comes with it."),
    PGC_KEY(OFFER, "lead_path", PGYD_TEXT, NULL, NULL, "The way to leadership, in their words."),

    PGC_KEY(OFFER, "noncompete_scope", PGYD_ENUM, "none|primary_site|any_facility", NULL, "What the non-compete is measured from."),
    PGC_KEY_RANGE(OFFER, "noncompete_miles", PGYD_NUM, 0, 500, "Radius of the non-compete in miles."),
    PGC_KEY_RANGE(OFFER, "noncompete_months", PGYD_INT, 0, 120, "Months the non-compete lasts."),
    PGC_KEY_RANGE(OFFER, "term_months", PGYD_INT, 0, 240, "Months of the first term."),
    PGC_KEY_RANGE(OFFER, "notice_days", PGYD_INT, 0, 730, "Days of notice."),
    PGC_KEY(OFFER, "without_cause", PGYD_YN, NULL, NULL, "Whether either side may end it without cause."),
    PGC_KEY(OFFER, "tail", PGYD_ENUM, "employer|physician|occurrence", NULL, "Who pays the malpractice tail; occurrence: none is needed."),
    PGC_KEY_RANGE(OFFER, "premium", PGYD_USD, 0, MOST_USD, "Malpractice premium a year."),
    PGC_KEY(OFFER, "nonneg", PGYD_YN, NULL, NULL, "Whether they said that nothing is negotiable."),
    PGC_KEY(OFFER, "hard_cap", PGYD_LIST, NULL, NULL, "Terms they cannot move: base, sign_on."),

    PGC_KEY(OFFER, "must_improve", PGYD_TEXTS, NULL, NULL, "The three to five things that must improve before a yes, separated by semicolons."),
    PGC_KEY(OFFER, "fit", PGYD_TEXTS, NULL, NULL, "What draws you there, as a letter may say it, separated by semicolons: the team; the case mix."),
    {.size = sizeof(struct pgyd_key), .flags = PGYD_KEY_MANY, .section = OFFER, .name = "rate_*", .type = PGYD_INT, .min = 0, .max = 10,
     .help = "How well it does on a criterion of [priorities], 0 to 10: rate_location = 7."},
    PGC_KEY(OFFER, "support", PGYD_TEXT, NULL, NULL, "Staff, rooms and partners who back you up."),
    PGC_KEY(OFFER, "exit_options", PGYD_TEXT, NULL, NULL, "What you could do next from there."),
    PGC_KEY(OFFER, "pslf", PGYD_YN, NULL, NULL, "Whether the employer qualifies for Public Service Loan Forgiveness."),
    PGC_KEY(OFFER, "waiver", PGYD_ENUM, "conrad|flex|yes|no", NULL, "Whether they sponsor a J-1 waiver, and how. Confirm with counsel."),
    PGC_KEY_RANGE(OFFER, "slots_left", PGYD_INT, 0, 100, "Waiver slots left in the state."),
    PGC_KEY(OFFER, "slots_checked", PGYD_DATE, NULL, NULL, "The day you looked."),
    PGC_KEY(OFFER, "hpsa", PGYD_YN, NULL, NULL, "Whether the site lies in a shortage area."),
    PGC_KEY_RANGE(OFFER, "backlog_months", PGYD_INT, 0, 60, "Months patients wait there."),

    PGC_KEY("decide", "sign_today", PGYD_REF, "offer", NULL, "The offer you would sign if forced today."),
    PGC_KEY("decide", "why", PGYD_TEXTS, NULL, NULL, "Why that one."),
    PGC_KEY("decide", "ok_if_no", PGYD_YN, NULL, NULL, "Whether you could live with a no."),
    PGC_KEY("decide", "games_ok", PGYD_YN, NULL, NULL, "Whether you do not mind bargaining."),
    PGC_KEY("decide", "batna", PGYD_TEXT, NULL, NULL, "Your next best alternative: an offer, none, or words."),
    PGC_KEY("decide", "understood", PGYD_LIST, "comp|call|noncompete", NULL, "What you have understood of your offers."),
    {.size = sizeof(struct pgyd_key), .section = "decide", .name = "marginal_usd", .type = PGYD_USD, .fallback = "5000", .max = MOST_USD,
     .help = "What may still be open, in dollars a year, when it is time to decide."},
    PGC_KEY("decide", "value_case", PGYD_YN, NULL, NULL, "Whether you made the case for your value."),
    PGC_KEY("decide", "ask_gap_ratio", PGYD_NUM, NULL, "0.75", "How much of the gap to the better offer to ask for: above 0, at most 1."),
    {.size = sizeof(struct pgyd_key), .section = "decide", .name = "full_power", .type = PGYD_INT, .fallback = "60", .min = 0, .max = 100,
     .help = "The least leverage, 0 to 100, at which to quote the other offer's terms. Up to 40 never."},
    PGC_KEY("decide", "name_rivals", PGYD_YN, NULL, "no", "Whether letters may name another employer whose offer is live and in writing. Better not."),
    PGC_KEY("decide", "liked", PGYD_YN, NULL, NULL, "Whether the team likes you."),
    PGC_KEY("decide", "not_diva", PGYD_YN, NULL, NULL, "Whether you are easy to work with."),
    PGC_KEY("decide", "realistic", PGYD_YN, NULL, NULL, "Whether you are realistic about the market."),
    PGC_KEY("decide", "specific", PGYD_YN, NULL, NULL, "Whether your requests are specific."),

    PGC_KEY_RANGE("walkaway", "base_min", PGYD_USD, 0, MOST_USD, "Below this base you do not sign."),
    PGC_KEY_RANGE("walkaway", "noncompete_miles_max", PGYD_NUM, 0, 500, "The widest radius of a non-compete you sign."),
    PGC_KEY_RANGE("walkaway", "any_facility_noncompete_miles_max", PGYD_NUM, 0, 500, "The widest when it counts from any of their sites."),
    PGC_KEY_RANGE("walkaway", "noncompete_months_max", PGYD_INT, 0, 120, "The longest non-compete you sign, in months."),
    PGC_KEY_RANGE("walkaway", "nights_year_max", PGYD_NUM, 0, 366, "The most nights a year."),
    PGC_KEY("walkaway", "tail", PGYD_ENUM, "employer", NULL, "employer: you do not pay a tail."),
    PGC_KEY("walkaway", "other", PGYD_TEXTS, NULL, NULL, "Further limits, in words."),
    PGC_KEY("walkaway", "team", PGYD_TEXTS, NULL, NULL, "Limits for those who depend on you."),

    {.size = sizeof(struct pgyd_key), .flags = PGYD_KEY_MANY, .section = "priorities", .name = "*", .type = PGYD_INT, .min = 0, .max = 100,
     .help = "A criterion and its weight; the weights sum to 100. Usual ones: compensation, location, schedule, academic, autonomy, "
             "partnership, niche, noncompete, growth, loans, immigration, network, exit_freedom, respect_now."},

    /* Read by networking too, which declares the same. */
    PGC_KEY("prospect:", "name", PGYD_TEXT, NULL, NULL, "The place, as you call it."),
    PGC_KEY("prospect:", "stage", PGYD_ENUM, "none|recon|contact|visit|interview|advanced|offer|closed", "none", "How far it has come."),
    PGC_KEY("prospect:", "market", PGYD_ENUM, "rural|urban|metro", NULL, "Where it lies: what articles say of a field differs with it."),
    PGC_KEY_RANGE("prospect:", "power_delta", PGYD_INT, -100, 100, "Points you add to your power there, or take off, for reasons of your own."),
    /* What letters tell of people and places; networking declares the same. */
    PGC_KEY_REQUIRED("contact:", "name", PGYD_TEXT, NULL, "Whom the reminder names."),
    PGC_KEY("contact:", "met_at", PGYD_TEXT, NULL, NULL, "Where you met."),
    PGC_KEY("contact:", "prospect", PGYD_REF, "prospect", NULL, "The place they belong to."),
    PGC_KEY("prospect:", "region", PGYD_WORD, NULL, NULL, "Its region, a word of yours: midwest."),
    PGC_KEY("prospect:", "physician_lead", PGYD_TEXT, NULL, NULL, "The physician who decides there."),
    PGC_KEY("prospect:", "path", PGYD_ENUM, "warm|cold", NULL, "Whether somebody there knows you."),
    PGC_KEY("prospect:", "rotated_there", PGYD_YN, NULL, NULL, "Whether you rotated there."),
    PGC_KEY("prospect:", "locums_there", PGYD_YN, NULL, NULL, "Whether you worked there as a locum."),
    PGC_KEY("prospect:", "growing", PGYD_ENUM, "yes|no|unknown", NULL, "Whether it grows."),
    PGC_KEY("prospect:", "priorities", PGYD_TEXT, NULL, NULL, "What they care about."),
    PGC_KEY("prospect:", "tie", PGYD_TEXT, NULL, NULL, "What ties you to its area, as a letter may say it: I grew up two hours away."),

    PGC_KEY("value", "metric", PGYD_TEXT, NULL, NULL,
            "A result of yours in numbers, without a full stop: it stands behind \"the result that I can point to is\"."),
    PGC_KEY("value", "story", PGYD_TEXT, NULL, NULL, "The story behind it, in a sentence or two."),
    PGC_KEY("value", "benefit_them", PGYD_TEXT, NULL, NULL, "What they gain, as a clause: you keep a service line that pays for itself."),
    PGC_KEY("value", "common_ground", PGYD_TEXT, NULL, NULL, "A goal that you share: shorter waits for patients."),
    PGC_KEY("value", "resources", PGYD_TEXT, NULL, NULL, "What a business case asks for: a discharge nurse and a half-day of clinic."),
    PGC_KEY_RANGE("value", "cases_week", PGYD_INT, 1, 10000, "Cases you do a week."),
    PGC_KEY("value", "case_type", PGYD_TEXT, NULL, NULL, "What sort of cases, in the plural: colonoscopies."),
    PGC_KEY_RANGE("value", "discharges", PGYD_INT, 1, 10000000, "Discharges a year."),
    PGC_KEY_RANGE("value", "readmit_rate", PGYD_NUM, 0, 100, "Percent of them that are readmitted."),
    PGC_KEY_RANGE("value", "readmit_cut", PGYD_NUM, 0, 100, "By how many percent of those you would lower it."),
    PGC_KEY_RANGE("value", "readmit_cost", PGYD_USD, 0, MOST_USD, "What one readmission costs."),

    PGC_KEY("review", "attorney", PGYD_TEXT, NULL, NULL, "Who reads the contract for you."),
    PGC_KEY("review", "attorney_state", PGYD_TEXT, NULL, NULL, "The state the attorney practises in, two letters."),
    {.size = sizeof(struct pgyd_key), .section = "review", .name = "turnaround_days", .type = PGYD_INT, .fallback = "5", .min = 1, .max = 60,
     .help = "Business days a review takes."},
    PGC_KEY("review", "sent", PGYD_DATE, NULL, NULL, "The day the contract went to review."),
    PGC_KEY("review", "done", PGYD_DATE, NULL, NULL, "The day the review came back."),

    /* Read by milestones too, which declares the same. */
    PGC_KEY("contract", "signed", PGYD_DATE, NULL, NULL, "The day the contract for your job was signed: what follows from it is planned from here on."),
    PGC_KEY("visa", "type", PGYD_ENUM, "none|j1|h1b|other", "none", "Your visa during training. Its dates are for counsel to confirm."),
    PGC_KEY("loans", "pslf", PGYD_YN, NULL, NULL, "Whether you work towards Public Service Loan Forgiveness."),
    PGC_KEY_RANGE("loans", "payments", PGYD_INT, 0, 1000, "Qualifying payments made by as_of."),

    PGC_KEY_RANGE("market", "power", PGYD_INT, 0, 100, "How strong your position is, 0 to 100, when you know better than the tables."),
    PGC_KEY("market", "leverage_policy", PGYD_ENUM, "min|max|first", "min", "Which figure counts where sources differ."),
    PGC_KEY("market", "skills", PGYD_LIST, NULL, NULL, "Skills that are scarce."),
    PGC_KEY("market", "constraints", PGYD_LIST, NULL, NULL, "What you rule out: no_call, no_nights, metro_only."),
    PGC_KEY_RANGE("market", "benchmark_p25", PGYD_USD, 0, MOST_USD, "The 25th percentile of total pay in your field, from a source of yours."),
    PGC_KEY_RANGE("market", "benchmark_p50", PGYD_USD, 0, MOST_USD, "The 50th percentile of total pay in your field, from a source of yours."),
    PGC_KEY_RANGE("market", "benchmark_p75", PGYD_USD, 0, MOST_USD, "The 75th percentile of total pay in your field, from a source of yours."),
};

static const struct pgyd_journal_kind kinds[] = {
    {.size = sizeof(struct pgyd_journal_kind),
     .name = "offer",
     .subject = OFFER,
     .events = "received|touched|compared|asks-planned|asked|revised|answered|contract-requested|contract-received|data-requested|extension-requested|extended|"
               "paused|resumed|loi-signed|accepted|declined|expired",
     .keys = "by:date|until:date|response|term|force|confirm|note",
     .help = "Something happened to an offer: log offer mercy asked; answered response=no term=base; extended by=2026-12-07; "
             "paused until=2026-12-01. What cannot follow where the offer stands is refused."},
};

static const struct pgyd_report reports[] = {
    {.size = sizeof(struct pgyd_report), .name = "offers", .args = "offer", .help = "Offers and their clocks, overlaps, and what is not known yet."},
    {.size = sizeof(struct pgyd_report), .name = "terms", .args = "offer",
     .help = "Every term of the contracts, explained; flags with what to ask; the risk index."},
    {.size = sizeof(struct pgyd_report), .name = "compare", .args = "offer|years|exit",
     .help = "Offers side by side: gates, terms, money, and a score that shows its sum."},
    {.size = sizeof(struct pgyd_report), .name = "asks", .args = "offer",
     .help = "What to ask of an offer: targets, what to take instead, how to ask, and where the leverage comes from."},
    {.size = sizeof(struct pgyd_report), .name = "leverage", .help = "Your power at each place, 0 to 100: whose figure, what your skills add, your own correction."},
    {.size = sizeof(struct pgyd_report), .name = "ready", .help = "Whether you are ready to negotiate: the questions, and which key answers each."},
    {.size = sizeof(struct pgyd_report), .name = "decide", .args = "offer",
     .help = "Whether it is time to decide; the ranking with money and without; the questions that are left."},
    {.size = sizeof(struct pgyd_report), .name = "letters", .help = "Letters and scripts: what each is for, and whether it can be written now."},
    {.size = sizeof(struct pgyd_report), .name = "letter", .args = "kind|offer|contact|prospect|force",
     .help = "A letter from configured facts alone: letter kind=extension offer=mercy. Or why it cannot be written."},
    {.size = sizeof(struct pgyd_report), .name = "history", .args = "offer", .help = "What happened to an offer, where it stands and what can follow."},
};

static int report(const struct pgyd_host *h, const char *name)
{
    static const struct {
        const char *name;
        int (*write)(const struct pgyd_host *h);
    } writers[] = {{"terms", offers_report_terms}, {"compare", offers_report_compare}, {"asks", offers_report_asks},
                   {"leverage", offers_report_leverage}, {"ready", offers_report_ready}, {"decide", offers_report_decide},
                   {"letter", offers_report_letter}, {"letters", offers_report_letters}};
    for (uint32_t i = 0; i < PGC_COUNT(writers); i++) {
        if (strcmp(name, writers[i].name) == 0)
            return writers[i].write(h);
    }
    return offers_report(h, name);
}

PGYD_PLUGIN(offers)
    PGYD_PLUGIN_HEAD(offers),
    .version = "0.1",
    .summary = "clocks of job offers: answer dates, extensions, overlaps, contracts left untouched",
    .keys = keys,
    .kinds = kinds,
    .reports = reports,
    .nkeys = PGC_COUNT(keys),
    .nkinds = PGC_COUNT(kinds),
    .nreports = PGC_COUNT(reports),
    .check = offers_check,
    .plan = offers_plan,
    .report = report,
PGYD_PLUGIN_END
