/* SPDX-License-Identifier: BSD-2-Clause */
/* The check of [training] and [fellowship]: what their dates and lengths lack. */
#include "plugins/milestones/training/training.h"

#include "plugins/common/specialty.h"

#include <string.h>

/* A name that the list does not have is said in listed.c. */
static void check_length(const struct pgyd_host *h, const char *section, const char *key,
                         enum pgc_training training, bool choice)
{
    const char *code = pgc_text(h, section, "", key, "");
    struct pgc_specialty row;
    if (choice && pgc_specialty_find(h, training, code, &row) == 1)
        pgc_error(h, section, "", key, "set length, for instance length = 4y",
                  "%s lasts %d to %d years, depending on the program", code, row.years_low,
                  row.years_high);
    else if (!choice && strcmp(code, PGC_OTHER) == 0)
        pgc_error(h, section, "", key, "set length, for instance length = 3y, or end",
                  "the length of \"%s\" is not known", code);
}

/* ", DATE," of a key into text, and what goes before it. */
static const char *on(const struct pgyd_host *h, const char *section, const char *key,
                      char text[24])
{
    pgyd_day day = pgc_day(h, section, "", key);
    text[0] = '\0';
    if (day == PGYD_NO_DAY)
        return "";
    h->day_text(h->ctx, day, text);
    return " on ";
}

/* pgyd itself refuses an end before the start written beside it: once is enough. */
static bool pgyd_says(const struct pgyd_host *h, const char *section)
{
    pgyd_day start = pgc_day(h, section, "", "start"), end = pgc_day(h, section, "", "end");
    return start != PGYD_NO_DAY && end != PGYD_NO_DAY && end < start;
}

static void check_residency(const struct pgyd_host *h, const struct pgc_anchors *a)
{
    char start[24], end[24];
    const char *key = pgc_has(h, "training", "", "end") ? "end" : "length";
    if (!pgyd_says(h, "training"))
        pgc_error(h, "training", "", key, "a day after start",
                  "residency would end%s%s before it starts, %s", on(h, "training", "end", end),
                  end, h->day_text(h->ctx, a->start, start));
}

static void check_fellowship(const struct pgyd_host *h, const struct pgc_anchors *a)
{
    char f0[24], other[24];
    h->day_text(h->ctx, a->f0, f0);
    if (a->f0 <= a->residency_end)
        pgc_error(h, "fellowship", "", "start", "a day after the last day of residency",
                  "fellowship would start on %s, while residency lasts until %s", f0,
                  h->day_text(h->ctx, a->residency_end, other));
    else if (!pgyd_says(h, "fellowship"))
        pgc_error(h, "fellowship", "", "end", "a day after its start",
                  "fellowship would end%s%s before it starts, %s",
                  on(h, "fellowship", "end", other), other, f0);
}

static void check_anchors(const struct pgyd_host *h)
{
    struct pgc_anchors a;
    static const char remedy[] = "set length, for instance length = 3y, or end";
    pgc_anchors(h, &a);
    switch (a.missing) {
    case PGC_MISSING_NOTHING:
        break;
    case PGC_MISSING_TRAINING:
        if (!h->section_count(h->ctx, "training"))
            pgc_warn(h, "training", "", NULL, "add it with specialty and start",
                     "there is no [training] section: no milestones can be planned");
        break; /* a missing or wrong key has its own error */
    case PGC_MISSING_LENGTH:
    case PGC_MISSING_CHOICE:
        check_length(h, "training", "specialty", PGC_RESIDENCY, a.missing == PGC_MISSING_CHOICE);
        break;
    case PGC_MISSING_FELLOWSHIP_LENGTH:
    case PGC_MISSING_FELLOWSHIP_CHOICE:
        check_length(h, "fellowship", "type", PGC_FELLOWSHIP,
                     a.missing == PGC_MISSING_FELLOWSHIP_CHOICE);
        break;
    case PGC_MISSING_LIST:
        pgc_error(h, "training", "", "specialty", remedy,
                  "the list of specialties, lists/specialties.tsv, is not installed");
        break;
    case PGC_MISSING_FELLOWSHIP_LIST:
        pgc_error(h, "fellowship", "", "type", remedy,
                  "the list of specialties, lists/specialties.tsv, is not installed");
        break;
    case PGC_MISSING_ORDER:
        check_residency(h, &a);
        break;
    case PGC_MISSING_FELLOWSHIP_ORDER:
        check_fellowship(h, &a);
        break;
    }
}

static void check_pgy(const struct pgyd_host *h)
{
    bool pgy = pgc_has(h, "training", "", "pgy"), as_of = pgc_has(h, "training", "", "as_of");
    if (pgy != as_of)
        pgc_warn(h, "training", "", pgy ? "pgy" : "as_of",
                 pgy ? "add as_of, the day on which pgy was right" : "add pgy",
                 "pgy and as_of belong together: alone it is not used");
    struct pgc_anchors a;
    if (!pgc_anchors(h, &a))
        return;
    if (a.pgy_beyond)
        pgc_warn(h, "training", "", "pgy", "the level on the day as_of; or set length",
                 "PGY-%d is more than this training has: years are counted from start instead",
                 (int)pgc_num(h, "training", "", "pgy", 0));
    if (pgc_num(h, "training", "", "research_years", 0) > 0 && !(pgy && as_of))
        pgc_warn(h, "training", "", "research_years",
                 "set pgy and as_of, and again after the research",
                 "without pgy the years of research are taken to come last, and dates by PGY year "
                 "are early");
}

void milestones_check_training(const struct pgyd_host *h)
{
    check_anchors(h);
    check_pgy(h);
    milestones_check_listed(h);
}
