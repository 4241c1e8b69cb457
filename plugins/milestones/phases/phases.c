/* SPDX-License-Identifier: BSD-2-Clause */
/* The table of phases, a row each. It is data in C because bounds are counted in this plugin's
 * anchors; dates that change are in packs. */
#include "plugins/milestones/phases/phases.h"

#include <string.h>

#define PGY_FIRST(k_)                                                                              \
    {                                                                                              \
        .base = FROM_PGY, .k = (k_)                                                                \
    }
#define PGY_LAST(k_)                                                                               \
    {                                                                                              \
        .base = FROM_PGY_END, .k = (k_)                                                            \
    }
#define PGY_MONTHS(k_, months_)                                                                    \
    {                                                                                              \
        .base = FROM_PGY, .k = (k_), .months = (months_)                                           \
    }
#define G_MONTHS(months_)                                                                          \
    {                                                                                              \
        .base = FROM_G, .months = (months_)                                                        \
    }
#define S_MONTHS(months_)                                                                          \
    {                                                                                              \
        .base = FROM_S, .months = (months_)                                                        \
    }

/* The texts that several tracks share. */
static const char lane_title[] = "Pick your lane";
static const char lane_detail[] =
    "Choose the part of your field that you want to be hired for. Write it down as [goal] lane.\n"
    "- Ask two seniors which subfields groups near your target places cannot fill.\n"
    "- Compare what you like doing on a bad day with what is scarce.\n"
    "- Tell your programme director, so that rotations and cases can follow.";
static const char niche_title[] = "Build the niche and the reputation that goes with it";
static const char niche_detail[] =
    "Make cases, talks and projects point the same way, until people name you when the subject "
    "comes up.\n"
    "- Volunteer for the cases of your lane, the awkward ones included.\n"
    "- Keep the case log tidy: volumes are the first thing a group asks about.\n"
    "- Be easy to work with for nurses, schedulers and referring services: they are asked about "
    "you.";
static const char recon_title[] = "Look around quietly: who hires, who leaves, who is short";
static const char recon_detail[] =
    "Gather facts before you need a job. Asking now commits you to nothing.\n"
    "- Ask graduating seniors where they go and who else wanted them.\n"
    "- Ask attendings which groups are well run and which to avoid.\n"
    "- Note growing systems, chairs about to leave and services without enough hands.\n"
    "- Go to one regional meeting or dinner talk and see who turns up.";
static const char soft_title[] = "First contacts and site visits";
static const char soft_detail[] =
    "Introduce yourself to the places on your list and go to see some of them.\n"
    "- Write to people you have met before writing to strangers.\n"
    "- Ask what they look for in a colleague; leave out whether they are hiring.\n"
    "- Visit at least one place of each kind that you consider.";
static const char interviews_title[] = "Formal interviews";
static const char interviews_detail[] =
    "Run two or three serious processes side by side, with one or two that are a stretch.\n"
    "- Bring your volumes and what you would take off their hands; terms come after that.\n"
    "- Meet the physician who leads the service, beyond the recruiter.\n"
    "- Ask every place that makes an offer for the full contract.";

static const struct phase phases[] = {
    {"phase-learn",
     ON_ALL,
     0,
     0,
     PGYD_WINDOW,
     PGY_FIRST(1),
     PGY_LAST(1),
     "Intern year: learn medicine",
     "Nothing about jobs is due this year.\n- Become safe and dependable.\n- Plan the last "
     "licensing examination.\n"
     "- Notice which work leaves you tired and content rather than only tired.",
     "phases of training: PGY-1",
     {"S2-60", "S2-50", "S2-02"}},

    {"phase-passive",
     ON_LONG | ON_INTERMEDIATE,
     JOB,
     0,
     PGYD_WINDOW,
     PGY_FIRST(2),
     PGY_LAST(2),
     "PGY-2: collect and listen",
     "Stay passive, but take notes.\n- Write down which niches attendings call hard to fill.\n- "
     "Listen to how they speak about groups and hospitals.\n"
     "- Note what made a senior easy or hard to place.",
     "phases of training: PGY-2",
     {"S2-61", "S2-50"}},
    {"phase-passive",
     ON_SHORT,
     JOB,
     0,
     PGYD_WINDOW,
     PGY_FIRST(2),
     {.base = FROM_PGY, .k = 2, .months = 9, .days = -1},
     "PGY-2: collect and listen",
     "Stay passive, but take notes.\n- Write down which niches attendings call hard to fill.\n- "
     "Listen to how they speak about groups and hospitals.\n"
     "- Note what made a senior easy or hard to place.",
     "phases of training: PGY-2 to March 31, short track",
     {"S2-61", "S2-50"}},

    {"passive-niches",
     ON_ALL,
     JOB | MARKER,
     0,
     PGYD_MILESTONE,
     PGY_MONTHS(2, 2),
     PGY_MONTHS(2, 2),
     "PGY-2 question: which niches are short of people?",
     "Ask one attending which kind of colleague the department looks for in vain, and write the "
     "answer down.",
     "phases of training: first of three questions of PGY-2",
     {"S2-61"}},
    {"passive-listen",
     ON_ALL,
     JOB | MARKER,
     0,
     PGYD_MILESTONE,
     PGY_MONTHS(2, 5),
     PGY_MONTHS(2, 5),
     "PGY-2 question: how do attendings speak of other groups?",
     "Which groups and hospitals come up with respect, which with a sigh? A line for each is "
     "enough.",
     "phases of training: second of three questions of PGY-2",
     {"S2-61"}},
    {"passive-notes",
     ON_ALL,
     JOB | MARKER,
     0,
     PGYD_MILESTONE,
     PGY_MONTHS(2, 8),
     PGY_MONTHS(2, 8),
     "PGY-2 question: what makes a senior easy to place?",
     "Look at those who graduate this year: who has choices, who has none, and what did they do "
     "differently?",
     "phases of training: third of three questions of PGY-2",
     {"S2-61"}},

    {"phase-lane",
     ON_LONG | ON_INTERMEDIATE,
     JOB | LANE,
     0,
     PGYD_WINDOW,
     PGY_FIRST(2),
     PGY_LAST(3),
     lane_title,
     lane_detail,
     "phases of training: PGY-2 to PGY-3, long track",
     {"S2-50", "S2-08", "S2-06"}},
    {"phase-lane",
     ON_SHORT,
     JOB | LANE,
     0,
     PGYD_WINDOW,
     PGY_FIRST(2),
     G_MONTHS(-12),
     lane_title,
     lane_detail,
     "phases of training: PGY-2 to 12 months before the end, short track",
     {"S2-50", "S2-08", "S2-06"}},

    {"phase-niche",
     ON_LONG | ON_INTERMEDIATE,
     JOB,
     0,
     PGYD_WINDOW,
     PGY_FIRST(3),
     PGY_LAST(4),
     niche_title,
     niche_detail,
     "phases of training: PGY-3 to PGY-4, long track",
     {"S2-50"}},
    {"phase-niche",
     ON_SHORT,
     JOB,
     0,
     PGYD_WINDOW,
     G_MONTHS(-15),
     G_MONTHS(-6),
     niche_title,
     niche_detail,
     "phases of training: 15 to 6 months before the end, short track",
     {"S2-50"}},

    {"phase-recon",
     ON_LONG | ON_INTERMEDIATE,
     JOB,
     0,
     PGYD_WINDOW,
     PGY_FIRST(3),
     PGY_LAST(4),
     recon_title,
     recon_detail,
     "phases of training: PGY-3 to PGY-4, long track",
     {"S2-23", "S2-62", "S2-25", "S2-50"}},
    {"phase-recon",
     ON_SHORT,
     JOB,
     0,
     PGYD_WINDOW,
     {.base = FROM_PGY, .k = 2, .months = 9},
     {.base = FROM_PGY, .k = 3, .months = 3, .days = -1},
     recon_title,
     recon_detail,
     "phases of training: April of PGY-2 to September of PGY-3, short track",
     {"S1-28", "S2-25", "S2-50"}},

    {"phase-visibility",
     ON_ALL,
     JOB,
     0,
     PGYD_WINDOW,
     G_MONTHS(-24),
     G_MONTHS(-12),
     "Be visible to the people who decide",
     "Groups make up their minds about whom they want one to two years ahead, long before the "
     "interview.\n"
     "- Go to division meetings and ask about how the service runs.\n- Volunteer once for a piece "
     "of work on schedules or quality.\n"
     "- Let two or three attendings with real influence see your work.",
     "visibility: 24 to 12 months before the end of training",
     {"S1-14"}},

    {"phase-soft",
     ON_LONG,
     JOB,
     0,
     PGYD_WINDOW,
     PGY_FIRST(4),
     PGY_LAST(5),
     soft_title,
     soft_detail,
     "phases of training: PGY-4 to PGY-5, long track",
     {"S2-50"}},
    {"phase-soft",
     ON_INTERMEDIATE,
     JOB,
     0,
     PGYD_WINDOW,
     PGY_FIRST(4),
     PGY_LAST(4),
     soft_title,
     soft_detail,
     "phases of training: PGY-4, five years without fellowship",
     {"S2-50"}},
    {"phase-soft",
     ON_SHORT,
     JOB,
     0,
     PGYD_WINDOW,
     G_MONTHS(-12),
     G_MONTHS(-9),
     soft_title,
     soft_detail,
     "phases of training: 12 to 9 months before the end, short track",
     {"S2-50"}},

    {"phase-interviews",
     ON_LONG,
     JOB,
     1,
     PGYD_WINDOW,
     {.base = FROM_F0},
     {.base = FROM_F_HALF},
     interviews_title,
     interviews_detail,
     "phases of training: first half of fellowship, long track",
     {"S2-50", "S2-23"}},
    {"phase-interviews",
     ON_LONG,
     JOB,
     -1,
     PGYD_WINDOW,
     G_MONTHS(-18),
     G_MONTHS(-9),
     interviews_title,
     interviews_detail,
     "phases of training: 18 to 9 months before the end, no fellowship",
     {"S2-50"}},
    {"phase-interviews",
     ON_INTERMEDIATE,
     JOB,
     0,
     PGYD_WINDOW,
     G_MONTHS(-18),
     G_MONTHS(-9),
     interviews_title,
     interviews_detail,
     "phases of training: 18 to 9 months before the end, five years without fellowship",
     {"S2-50"}},
    {"phase-interviews",
     ON_SHORT,
     JOB,
     0,
     PGYD_WINDOW,
     G_MONTHS(-12),
     G_MONTHS(-6),
     interviews_title,
     interviews_detail,
     "phases of training: 12 to 6 months before the end, short track",
     {"S2-50"}},

    {"phase-levers",
     ON_ALL,
     JOB,
     0,
     PGYD_WINDOW,
     G_MONTHS(-18),
     G_MONTHS(-6),
     "What still moves the quality of an offer",
     "These months are the ones in which your own doing changes what you are offered.\n- Learn how "
     "your specialty is paid: work units, collections, payer mix.\n"
     "- Sit in on a scheduling, quality or operations meeting.\n- Settle who will speak for you, "
     "and ask whether they pick up the phone.",
     "levers: 18 to 6 months before the end of training",
     {"S1-57"}},

    {"phase-hireable",
     ON_ALL,
     JOB,
     0,
     PGYD_WINDOW,
     G_MONTHS(-18),
     {.base = FROM_G},
     "Become hireable",
     "Turn training into what an employer needs from the first week.\n- Take the cases that matter "
     "for your lane.\n- Run a room or a list from start to end.\n"
     "- Document and code so that the work counts.\n- Lean into the niche.",
     "marketability: the last 18 months of training",
     {"S2-42"}},
    {"hireable-core",
     ON_ALL,
     JOB,
     0,
     PGYD_MILESTONE,
     G_MONTHS(-12),
     G_MONTHS(-12),
     "The core year of becoming hireable: what to have in hand",
     "The last year before the end of training is the one whose results are hired.\n- References "
     "asked and willing to call.\n"
     "- A physician-contract lawyer identified.\n- Several real contracts read, with names taken "
     "out.",
     "marketability: the core begins 12 months before the end",
     {"S2-42"}},

    {"tier-review-18",
     ON_ALL,
     JOB | SERIES | RANK,
     0,
     PGYD_MILESTONE,
     G_MONTHS(-18),
     G_MONTHS(-18),
     "How would an employer rank you? First look",
     "Known quantity, safe bet or filler: the rank is settled before a contract arrives. Go "
     "through [tier] honestly and pick one thing to improve.",
     "rank review: 18 months before the end of training",
     {"S1-08"}},
    {"tier-review-12",
     ON_ALL,
     JOB | SERIES | RANK,
     0,
     PGYD_MILESTONE,
     G_MONTHS(-12),
     G_MONTHS(-12),
     "How would an employer rank you? Second look",
     "Known quantity, safe bet or filler: go through [tier] again. Who would call for you unasked?",
     "rank review: 12 months before the end of training",
     {"S1-08"}},
    {"tier-review-9",
     ON_ALL,
     JOB | SERIES | RANK,
     0,
     PGYD_MILESTONE,
     G_MONTHS(-9),
     G_MONTHS(-9),
     "How would an employer rank you? Last look",
     "Known quantity, safe bet or filler: a last look at [tier] while a phone call can still "
     "change it.",
     "rank review: 9 months before the end of training",
     {"S1-08"}},

    {"learn-work-units",
     ON_ALL,
     JOB,
     0,
     PGYD_MILESTONE,
     G_MONTHS(-18),
     G_MONTHS(-18),
     "Learn: what a work unit is and what yours would be",
     "Look up the work units of the ten things you do most, and add up an ordinary week.\n- Which "
     "of them does the programme count for you already?",
     "business of medicine, a subject a quarter: 18 months before the end of training",
     {"S1-60"}},
    {"learn-collections",
     ON_ALL,
     JOB,
     0,
     PGYD_MILESTONE,
     G_MONTHS(-15),
     G_MONTHS(-15),
     "Learn: how work turns into money collected",
     "Ask somebody in billing to follow one visit or one case from charge to payment.\n- What is "
     "denied most often, and why?",
     "business of medicine, a subject a quarter: 15 months before the end of training",
     {"S1-60"}},
    {"learn-payer-mix",
     ON_ALL,
     JOB,
     0,
     PGYD_MILESTONE,
     G_MONTHS(-12),
     G_MONTHS(-12),
     "Learn: payer mix, and why two towns pay differently",
     "Find the share of Medicare, Medicaid, commercial and uninsured patients where you train and "
     "in one place you consider.",
     "business of medicine, a subject a quarter: 12 months before the end of training",
     {"S1-60"}},
    {"learn-pay-models",
     ON_ALL,
     JOB,
     0,
     PGYD_MILESTONE,
     G_MONTHS(-9),
     G_MONTHS(-9),
     "Learn: how your own specialty is paid",
     "Salary, salary with productivity, pure productivity, partnership: which is usual in your "
     "field, and who carries the risk in each?",
     "business of medicine, a subject a quarter: 9 months before the end of training",
     {"S1-60"}},

    {"offers-appear",
     ON_ALL,
     JOB | MARKER,
     0,
     PGYD_MILESTONE,
     {.base = FROM_OCTOBER},
     {.base = FROM_OCTOBER},
     "October of the last year: offers begin to appear",
     "Classmates compare from now on. Note what you hear with setting and region, and judge an "
     "offer by its work and its exit as well as by its pay.",
     "October 1 of the last academic year",
     {"S1-01"}},

    {"residency-end",
     ON_ALL,
     MARKER,
     1,
     PGYD_MILESTONE,
     {.base = FROM_R},
     {.base = FROM_R},
     "Last day of residency",
     "Certificates, case logs and contacts of the residency: take copies before the accounts "
     "close.",
     "[training]",
     {"S2-50"}},
    {"between",
     ON_ALL,
     MARKER,
     1,
     PGYD_WINDOW,
     {.base = FROM_R, .days = 1},
     {.base = FROM_F0, .days = -1},
     "Between residency and fellowship",
     "Nobody employs you in these days.\n- Health insurance from the day after residency.\n- "
     "Licence, DEA registration and malpractice cover for any work.\n"
     "- Loans: a month without a qualifying employer does not count.\n- Visa: confirm with counsel "
     "what the days between programmes allow.",
     "from the day after residency to the day before fellowship",
     {"S2-50"}},
    {"fellowship-start",
     ON_ALL,
     MARKER,
     1,
     PGYD_MILESTONE,
     {.base = FROM_F0},
     {.base = FROM_F0},
     "First day of fellowship",
     "Ask on the first days who finished here last year, and where they went.",
     "[fellowship] start",
     {"S2-50"}},
    {"training-end",
     ON_ALL,
     MARKER,
     0,
     PGYD_MILESTONE,
     {.base = FROM_G},
     {.base = FROM_G},
     "Last day of training",
     "Certificates, case logs and contacts: take copies before the accounts close.",
     "[training] and [fellowship]",
     {"S2-50"}},
    {"attending-start",
     ON_ALL,
     JOB | MARKER,
     0,
     PGYD_MILESTONE,
     {.base = FROM_S},
     {.base = FROM_S},
     "First day as an attending",
     "Planned from [goal] start_date; without it, the first Monday a month after training ends.",
     "[goal] start_date",
     {"S2-72"}},

    {"phase-prove",
     ON_ALL,
     JOB,
     0,
     PGYD_WINDOW,
     {.base = FROM_S},
     S_MONTHS(24),
     "The first two years: prove value, grow volume",
     "What you are paid on rests on these months.\n- Keep your own numbers: visits or cases, "
     "access, outcomes.\n- Know the dates of clawback, notice and tail.\n"
     "- Stay in touch with the people who brought you there.",
     "first two years: from the start to 24 months on",
     {"S2-72", "S1-26", "S2-50", "S2-02"}},
    {"prove-day-90",
     ON_ALL,
     JOB | SERIES,
     0,
     PGYD_MILESTONE,
     {.base = FROM_S, .days = 90},
     {.base = FROM_S, .days = 90},
     "Review after 90 days",
     "Is the job the one that was described? Raise what differs now, while it is easy.",
     "first two years: day 90",
     {"S2-72"}},
    {"prove-month-6",
     ON_ALL,
     JOB | SERIES,
     0,
     PGYD_MILESTONE,
     S_MONTHS(6),
     S_MONTHS(6),
     "Review after 6 months",
     "Compare your volume with the ramp you agreed on, and call with what was promised.",
     "first two years: month 6",
     {"S2-72"}},
    {"prove-month-12",
     ON_ALL,
     JOB | SERIES,
     0,
     PGYD_MILESTONE,
     S_MONTHS(12),
     S_MONTHS(12),
     "Review after 12 months",
     "A year of numbers: take them to your lead. Ask what the second year should look like.",
     "first two years: month 12",
     {"S2-72"}},
    {"prove-month-18",
     ON_ALL,
     JOB | SERIES,
     0,
     PGYD_MILESTONE,
     S_MONTHS(18),
     S_MONTHS(18),
     "Review after 18 months",
     "Look at the terms that end with the guarantee, and at notice and renewal dates.",
     "first two years: month 18",
     {"S2-72"}},
    {"prove-month-24",
     ON_ALL,
     JOB | SERIES,
     0,
     PGYD_MILESTONE,
     S_MONTHS(24),
     S_MONTHS(24),
     "Review after 24 months",
     "Stay, change terms or move: decide with your own numbers at hand.",
     "first two years: month 24",
     {"S2-72"}},

    /* A preliminary year alone leads to another residency. Dates of matches are packs'
       business. */
    {"prelim-place",
     ON_ALL,
     PRELIM,
     0,
     PGYD_MILESTONE,
     PGY_MONTHS(1, 1),
     PGY_MONTHS(1, 1),
     "Preliminary year: is the place after it certain?",
     "With an advanced place: have its start date and contract in writing.\n- Without one: this "
     "season's match is the way, and applications open early in "
     "this year. Ask the programme director now for a letter.",
     "preliminary year: a month after it begins",
     {"S2-60"}},
    {"prelim-papers",
     ON_ALL,
     PRELIM,
     0,
     PGYD_MILESTONE,
     {.base = FROM_R, .months = -6},
     {.base = FROM_R, .months = -6},
     "Preliminary year: papers for the advanced programme",
     "Training permit or licence of its state, health records, background check: ask its "
     "coordinator for the list and the dates.\n"
     "- In the match instead: rank list and Match Day fall into the coming months.",
     "preliminary year: 6 months before its end",
     {"S2-60"}},
    {"prelim-move",
     ON_ALL,
     PRELIM,
     0,
     PGYD_MILESTONE,
     {.base = FROM_R, .months = -2},
     {.base = FROM_R, .months = -2},
     "Preliminary year: the last days here, the first days there",
     "Orientation of the next programme often begins before July: settle the days with both "
     "coordinators, and the days between.",
     "preliminary year: 2 months before its end",
     {"S2-60"}},
};

const struct phase *milestones_phases(size_t *n)
{
    *n = sizeof phases / sizeof phases[0];
    return phases;
}

bool milestones_phases_have(const char *id)
{
    for (size_t i = 0; i < sizeof phases / sizeof phases[0]; i++) {
        if (strcmp(phases[i].slug, id) == 0)
            return true;
    }
    return false;
}

bool milestones_applies(const struct phase *phase, const struct pgc_anchors *anchors)
{
    static const unsigned bit[] = {
        [PGC_SHORT] = ON_SHORT, [PGC_INTERMEDIATE] = ON_INTERMEDIATE, [PGC_LONG] = ON_LONG};
    /* A preliminary year alone leads to another residency, not to a job. */
    if (anchors->n <= 1 ? (phase->flags & JOB) != 0 : (phase->flags & PRELIM) != 0)
        return false;
    if (phase->fellowship && (phase->fellowship > 0) != anchors->fellowship)
        return false;
    return (phase->tracks & bit[anchors->track]) != 0;
}
