/* SPDX-License-Identifier: BSD-2-Clause */
/* The declaration: keys, kinds of happenings, reports. No rule is here. */
#include "plugins/networking/networking.h"

static const struct pgyd_key keys[] = {
    PGC_KEY_REQUIRED("contact:", "name", PGYD_TEXT, NULL, "Whom the reminder names."),
    PGC_KEY("contact:", "kind", PGYD_ENUM,
            "attending|chief|director|fellow|grad|rep|admin|recruiter|left_job|other", NULL,
            "Who they are to you; the usual rhythm depends on it."),
    PGC_KEY("contact:", "center", PGYD_ENUM, "attending|staff|scheduling|referring", NULL,
            "Which of the four power centres they belong to."),
    PGC_KEY("contact:", "influence", PGYD_ENUM, "high|some|none", NULL,
            "How much their word counts where people are hired."),
    PGC_KEY("contact:", "reference", PGYD_YN, NULL, NULL,
            "Whether they are one of your references."),
    PGC_KEY("contact:", "will_call", PGYD_ENUM, "yes|unsure|no", NULL,
            "Whether they will pick up the phone for you."),
    PGC_KEY("contact:", "added", PGYD_DATE, NULL, NULL,
            "The day you wrote them down: somebody you were never in touch with is due a week "
            "after it. Unset: the day pgyd began."),
    PGC_KEY("contact:", "asked_on", PGYD_DATE, NULL, NULL,
            "The day you asked them to be a reference."),
    PGC_KEY("contact:", "cadence", PGYD_DUR, NULL, NULL,
            "How often to be in touch, such as 3w or 2mo. Unset: by kind, an attending monthly, a "
            "representative every 60 days."),
    PGC_KEY_FACT("contact:", "last", "contact",
                 "The day you were last in touch. pgyctl log contact ID says the same."),
    PGC_KEY_RANGE("contact:", "class_ahead", PGYD_INT, 0, 20,
                  "How many classes ahead of you they are."),
    PGC_KEY("contact:", "met_at", PGYD_TEXT, NULL, NULL, "Where you met."),
    PGC_KEY("contact:", "prospect", PGYD_REF, "prospect", NULL, "The place they belong to."),
    PGC_KEY("contact:", "email", PGYD_TEXT, NULL, NULL, "E-mail address."),
    PGC_KEY("contact:", "phone", PGYD_TEXT, NULL, NULL, "Telephone number."),
    PGC_KEY("contact:", "note", PGYD_TEXT, NULL, NULL,
            "Anything to remember; shown with the reminder."),

    PGC_KEY("prospect:", "name", PGYD_TEXT, NULL, NULL, "The place, as you call it."),
    PGC_KEY("prospect:", "region", PGYD_WORD, NULL, NULL, "Its region, a word of yours: midwest."),
    PGC_KEY("prospect:", "setting", PGYD_ENUM,
            "academic_hybrid|big_private|small_community|system|other", NULL,
            "The kind of employer."),
    PGC_KEY("prospect:", "stage", PGYD_ENUM,
            "none|recon|contact|visit|interview|advanced|offer|closed", "none",
            "How far it has come."),
    PGC_KEY("prospect:", "stretch", PGYD_YN, NULL, NULL, "Whether it is a stretch."),
    PGC_KEY("prospect:", "urgent_need", PGYD_TEXT, NULL, NULL,
            "Why they truly need somebody, if they do."),
    PGC_KEY("prospect:", "physician_lead", PGYD_TEXT, NULL, NULL,
            "The physician who decides there."),
    PGC_KEY("prospect:", "path", PGYD_ENUM, "warm|cold", NULL, "Whether somebody there knows you."),
    PGC_KEY("prospect:", "rotated_there", PGYD_YN, NULL, NULL, "Whether you rotated there."),
    PGC_KEY("prospect:", "pd_called", PGYD_YN, NULL, NULL,
            "Whether your programme director called them."),
    PGC_KEY("prospect:", "locums_there", PGYD_YN, NULL, NULL,
            "Whether you worked there as a locum."),
    PGC_KEY("prospect:", "growing", PGYD_ENUM, "yes|no|unknown", NULL, "Whether it grows."),
    PGC_KEY("prospect:", "chair_leaving", PGYD_ENUM, "yes|no|unknown", NULL,
            "Whether a chair is about to leave."),
    PGC_KEY("prospect:", "turmoil", PGYD_ENUM, "yes|no|unknown", NULL, "Whether there is turmoil."),
    PGC_KEY("prospect:", "understaffed", PGYD_ENUM, "yes|no|unknown", NULL,
            "Whether your service is short of people."),
    PGC_KEY("prospect:", "priorities", PGYD_TEXT, NULL, NULL, "What they care about."),
    PGC_KEY("prospect:", "visit_on", PGYD_DATE, NULL, NULL,
            "The day of a visit or interview there."),
    PGC_KEY_FACT("prospect:", "last_activity", "prospect activity",
                 "The day something last happened there."),

    PGC_KEY_REQUIRED("event:", "name", PGYD_TEXT, NULL, "The meeting."),
    PGC_KEY_REQUIRED("event:", "start", PGYD_DATE, NULL, "Its first day."),
    PGC_KEY("event:", "end", PGYD_DATE, NULL, NULL, "Its last day. Unset: one day."),
    PGC_KEY("event:", "region", PGYD_WORD, NULL, NULL, "Its region."),

    PGC_KEY("rotation:", "prospect", PGYD_REF, "prospect", NULL, "Where it is."),
    PGC_KEY_REQUIRED("rotation:", "start", PGYD_DATE, NULL, "Its first day."),
    PGC_KEY_REQUIRED("rotation:", "end", PGYD_DATE, NULL, "Its last day."),

    {.size = sizeof(struct pgyd_key),
     .section = "networking",
     .name = "per_week",
     .type = PGYD_INT,
     .min = 1,
     .max = 1000,
     .fallback = "7",
     .help = "How many contacts may fall due in one week, Monday to Sunday; the others move to "
             "another week."},

    PGC_KEY_FACT("habits", "attending", "habit",
                 "The day an attending was asked about their path."),
    PGC_KEY_FACT("habits", "grad", "habit",
                 "The day you talked numbers with a fellow or graduate."),
    PGC_KEY_FACT("habits", "hard_case", "habit", "The day you took on a hard case."),
    PGC_KEY_FACT("habits", "coffee", "habit",
                 "The day you had coffee with a representative or administrator."),
    PGC_KEY_FACT("habits", "niche", "habit", "The day you thought about the niche you signal."),

    PGC_KEY_RANGE("hours", "clinical", PGYD_NUM, 0, 672,
                  "Hours of clinical work in the last 28 days."),
    PGC_KEY_RANGE("hours", "events", PGYD_NUM, 0, 672,
                  "Hours of formal career events in the last 28 days."),
    PGC_KEY_RANGE("hours", "networking", PGYD_NUM, 0, 672,
                  "Hours of quiet networking in the last 28 days."),
    PGC_KEY_RANGE("hours", "education", PGYD_NUM, 0, 672,
                  "Hours of learning about contracts and money in the last 28 days."),
    PGC_KEY("hours", "as_of", PGYD_DATE, NULL, NULL, "The day they were counted."),

    PGC_KEY_RANGE("intel", "meetings_observed", PGYD_INT, 0, 1000,
                  "Scheduling, quality or operations meetings you sat in on."),
    PGC_KEY_RANGE("intel", "contracts_read", PGYD_INT, 0, 1000,
                  "Real contracts you read, names taken out."),
    PGC_KEY("intel", "scarce_where", PGYD_TEXT, NULL, NULL, "Where what you can do is scarce."),
    PGC_KEY_FACT("intel", "first_activity", "intel activity", "The day your job search began."),
    PGC_KEY_RANGE("intel", "cold_outreach", PGYD_INT, 0, 10000,
                  "Letters to strangers in the last 30 days."),

    PGC_KEY("tier", "trusted_program", PGYD_YN, NULL, NULL, "Your programme is trusted."),
    PGC_KEY("tier", "known_references", PGYD_YN, NULL, NULL, "Your references are known."),
    PGC_KEY("tier", "stable", PGYD_YN, NULL, NULL, "You look like somebody who stays."),
    PGC_KEY("tier", "business_literate", PGYD_YN, NULL, NULL,
            "You know how the specialty is paid."),
    PGC_KEY("tier", "generic_cv", PGYD_YN, NULL, NULL, "Your curriculum vitae could be anybody's."),
    PGC_KEY("tier", "unknown_there", PGYD_YN, NULL, NULL, "Nobody there knows you."),
    PGC_KEY("tier", "vague_references", PGYD_YN, NULL, NULL, "Your references are vague."),
    PGC_KEY("tier", "naive_by_phone", PGYD_YN, NULL, NULL, "You sound naive by phone."),
    PGC_KEY("tier", "takes_anything", PGYD_YN, NULL, NULL, "You seem to take anything."),
};

#define KIND(name_, subject_, events_, keys_, help_)                                               \
    {                                                                                              \
        .size = sizeof(struct pgyd_journal_kind), .name = (name_), .subject = (subject_),          \
        .events = (events_), .keys = (keys_), .help = (help_)                                      \
    }

#define KNOWN "yes/no/unknown"
#define INTEL_KEYS                                                                                 \
    "growing:" KNOWN "|chair_leaving:" KNOWN "|turmoil:" KNOWN "|understaffed:" KNOWN "|note"

static const struct pgyd_journal_kind kinds[] = {
    KIND("contact", "contact:", NULL, "note",
         "You were in touch with somebody: log contact alvarez."),
    KIND("habit", "attending|grad|hard_case|coffee|niche", NULL, "note",
         "One of the five monthly habits: log habit coffee."),
    KIND("hours", NULL, NULL, "clinical:0..672|events:0..672|networking:0..672|education:0..672",
         "Hours spent: log hours clinical=62 networking=4."),
    KIND("intel", "activity|meeting|contract|cold|prospect:", NULL, INTEL_KEYS,
         "You learned something: a first step of the search, a meeting observed, a contract read, "
         "a letter to strangers, or about a place: "
         "log intel valley growing=yes."),
    KIND("prospect", "prospect:", "activity|contact|visit|interview|advanced|offer|closed", "note",
         "Something happened at a place: log prospect valley visit."),
    KIND("rotation", "rotation:", NULL, "note",
         "You were in touch with people of a rotation that is over: log rotation away."),
};

static const struct pgyd_report reports[] = {
    {.size = sizeof(struct pgyd_report),
     .name = "network",
     .help =
         "Contacts with last and next touch, power centres, references, and who speaks for you."},
    {.size = sizeof(struct pgyd_report),
     .name = "habits",
     .help = "Five monthly habits over twelve months."},
    {.size = sizeof(struct pgyd_report),
     .name = "prospects",
     .help = "Places by stage, processes in parallel, stretch and leverage."},
    {.size = sizeof(struct pgyd_report),
     .name = "bandwidth",
     .help = "Where the hours of the last 28 days went."},
    {.size = sizeof(struct pgyd_report),
     .name = "tier",
     .help = "Known quantity, safe bet or filler, and the shortest way up."},
};

/* What a phone may show to whoever looks; the day follows. */
static const struct pgyd_discreet discreet[] = {
    PGC_DISCREET(PGYD_ALERT, "your networking needs attention from"),
    PGC_DISCREET(0, "a networking reminder is due"),
};

PGYD_PLUGIN(networking)
PGYD_PLUGIN_HEAD(networking),
    .version = "0.2",
    .summary = "people to stay in touch with, monthly habits, meetings and rotations", .keys = keys,
    .kinds = kinds, .reports = reports, .nkeys = PGC_COUNT(keys), .nkinds = PGC_COUNT(kinds),
    .nreports = PGC_COUNT(reports), .check = networking_check, .plan = networking_plan,
    .report = networking_report, .label = "Networking", .color = "#2E8B57", .discreet = discreet,
    .ndiscreet = PGC_COUNT(discreet), PGYD_PLUGIN_END
