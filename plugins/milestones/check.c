/* SPDX-License-Identifier: BSD-2-Clause */
#include "plugins/common/specialty.h"
#include "plugins/milestones/milestones.h"
#include "plugins/milestones/own.h"

static void check_listed(const struct pgyd_host *h, const char *section, const char *key, enum pgc_training training, bool choice)
{
    char near[160], remedy[256];
    const char *code = pgc_text(h, section, "", key, "");
    struct pgc_specialty row;
    if (choice && pgc_specialty_find(h, training, code, &row) == 1) {
        pgc_error(h, section, "", key, "set length, for instance length = 4y", "%s lasts %d to %d years, depending on the programme", code,
                  row.years_low, row.years_high);
        return;
    }
    pgc_specialty_nearest(h, training, code, near, sizeof near);
    if (near[0])
        pgc_format(remedy, sizeof remedy, "did you mean %s? Otherwise set length, for instance length = 3y, or end", near);
    else
        pgc_format(remedy, sizeof remedy, "set length, for instance length = 3y, or end");
    pgc_error(h, section, "", key, remedy, "the length of \"%s\" is not known", code);
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
            pgc_warn(h, "training", "", NULL, "add it with specialty and start", "there is no [training] section: no milestones can be planned");
        break; /* a missing or wrong key has its own error */
    case PGC_MISSING_LENGTH:
    case PGC_MISSING_CHOICE:
        check_listed(h, "training", "specialty", PGC_RESIDENCY, a.missing == PGC_MISSING_CHOICE);
        break;
    case PGC_MISSING_FELLOWSHIP_LENGTH:
    case PGC_MISSING_FELLOWSHIP_CHOICE:
        check_listed(h, "fellowship", "type", PGC_FELLOWSHIP, a.missing == PGC_MISSING_FELLOWSHIP_CHOICE);
        break;
    case PGC_MISSING_LIST:
        pgc_error(h, "training", "", "specialty", remedy, "the list of specialties, lists/specialties.tsv, is not installed");
        break;
    case PGC_MISSING_FELLOWSHIP_LIST:
        pgc_error(h, "fellowship", "", "type", remedy, "the list of specialties, lists/specialties.tsv, is not installed");
        break;
    case PGC_MISSING_ORDER:
        pgc_error(h, "training", "", "end", "a day after start", "residency would end before it starts");
        break;
    case PGC_MISSING_FELLOWSHIP_ORDER:
        pgc_error(h, "fellowship", "", NULL, "a start after the last day of residency, and an end after that",
                  "fellowship would start before residency ends, or end before it starts");
        break;
    }
}

/* What a person may set and this version does not act on is said, never passed over in silence. */
static void check_unread(const struct pgyd_host *h)
{
    static const char *const unread[] = {"use", "skip", "path"};
    for (uint32_t i = 0; i < PGC_COUNT(unread); i++) {
        if (pgc_has(h, "packs", "", unread[i]))
            pgc_warn(h, "packs", "", unread[i], NULL, "packs are not read by this version");
    }
    if (pgc_has(h, "visa", "", "type") && !pgc_is(h, "visa", "", "type", "none"))
        pgc_warn(h, "visa", "", "type", "keep your own dates as [milestone:id] and confirm them with counsel",
                 "visa dates are not planned by this version");
    if (pgc_yes(h, "loans", "", "pslf"))
        pgc_warn(h, "loans", "", "pslf", "keep your own dates as [milestone:id]", "loan forgiveness is not planned by this version");
}

static void check_pgy(const struct pgyd_host *h)
{
    bool pgy = pgc_has(h, "training", "", "pgy"), as_of = pgc_has(h, "training", "", "as_of");
    if (pgy != as_of)
        pgc_warn(h, "training", "", pgy ? "pgy" : "as_of", pgy ? "add as_of, the day on which pgy was right" : "add pgy",
                 "pgy and as_of belong together: alone it is not used");
}

int milestones_check(const struct pgyd_host *h)
{
    check_anchors(h);
    check_pgy(h);
    check_unread(h);
    milestones_own_check(h);
    return 0;
}
