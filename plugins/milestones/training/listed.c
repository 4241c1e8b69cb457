/* SPDX-License-Identifier: BSD-2-Clause */
/* Says which specialty, fellowship or service is none that pgyd knows, so that nothing is left out
 * of a plan without a word. What dates and lengths lack is check.c's. */
#include "plugins/milestones/training/training.h"

#include "plugins/common/service.h"

#include <string.h>

/* One of the two names that the list of specialties has. */
struct listed {
    const char *section, *key;
    enum pgc_training training;
    const char *what;    /* "specialty" */
    const char *without; /* what the word `other` leaves out of the plan */
};

static const struct listed listed[] = {
    {"training", "specialty", PGC_RESIDENCY, "specialty",
     "boards, in-training exams and matches of the specialty are not planned: enter their days "
     "yourself, [milestone:id]"},
    {"fellowship", "type", PGC_FELLOWSHIP, "fellowship",
     "its board exams are not planned, nor is its match unless service is set"},
};

/* A name that is a fellowship where a specialty should stand, or the other way round. */
static bool is_the_other(const struct pgyd_host *h, const struct listed *l, const char *code)
{
    struct pgc_specialty row;
    return pgc_specialty_find(h, l->training == PGC_RESIDENCY ? PGC_FELLOWSHIP : PGC_RESIDENCY,
                              code, &row) == 1;
}

static void no_such(const struct pgyd_host *h, const struct listed *l, const char *code)
{
    static const char other[] = "other, where the list has none";
    char near[160], remedy[256];
    pgc_specialty_nearest(h, l->training, code, near, sizeof near);
    if (is_the_other(h, l, code))
        pgc_format(remedy, sizeof remedy, "it is %s",
                   l->training == PGC_RESIDENCY
                       ? "a fellowship: write it as [fellowship] type, and your residency here"
                       : "a residency: write it as [training] specialty");
    else if (near[0])
        pgc_format(remedy, sizeof remedy, "did you mean %s? Otherwise %s", near, other);
    else
        pgc_format(remedy, sizeof remedy, "write a name of lists/specialties.tsv, or %s", other);
    pgc_error(h, l->section, "", l->key, remedy, "there is no %s \"%s\"", l->what, code);
}

static void check_name(const struct pgyd_host *h, const struct listed *l)
{
    const char *code = pgc_text(h, l->section, "", l->key, NULL);
    struct pgc_specialty row;
    if (!code)
        return;
    if (strcmp(code, PGC_OTHER) == 0)
        pgc_warn(h, l->section, "", l->key, NULL, "%s", l->without);
    else if (pgc_specialty_find(h, l->training, code, &row) == 0)
        no_such(h, l, code);
}

/* ---- [fellowship] service ---- */

static void no_service(const struct pgyd_host *h)
{
    static const char *const services[] = {PGC_SERVICES};
    const char *said = pgc_text(h, "fellowship", "", "service", "");
    char near[80], all[160] = "", remedy[256];
    for (size_t i = 0; i < PGC_COUNT(services); i++)
        pgc_append(all, sizeof all, "%s%s", i ? ", " : "", services[i]);
    pgc_service_nearest(said, near, sizeof near);
    pgc_format(remedy, sizeof remedy, "%s%s%sit is one of %s", near[0] ? "did you mean " : "", near,
               near[0] ? "? Otherwise " : "", all);
    pgc_error(h, "fellowship", "", "service", remedy, "there is no service \"%s\"", said);
}

/* Whose fellowship has begun has matched. */
static bool has_begun(const struct pgyd_host *h)
{
    struct pgc_anchors a;
    return pgc_anchors(h, &a) && a.f0 != PGYD_NO_DAY && a.f0 <= h->today;
}

static void check_service(const struct pgyd_host *h)
{
    static const char by_hand[] =
        "look up when rank lists are due, and enter the day: [milestone:id]";
    const char *type = pgc_text(h, "fellowship", "", "type", "");
    struct pgc_specialty row;
    struct pgc_service service;
    enum pgc_service_state state = pgc_service(h, &service);
    if (state == PGC_SERVICE_WORD)
        no_service(h);
    else if (state == PGC_SERVICE_CYCLE)
        pgc_error(h, "fellowship", "", "service", "write eras_july or eras_december",
                  "the usual ERAS cycle of %s is not known", type);
    else if (has_begun(h))
        return;
    else if (state == PGC_SERVICE_RESIDENCY)
        pgc_warn(h, "fellowship", "", "type", "set service, for instance service = eras_july",
                 "how %s is matched after %s is not known: its match is not planned", type,
                 pgc_text(h, "training", "", "specialty", ""));
    else if (state == PGC_SERVICE_UNLISTED &&
             pgc_specialty_find(h, PGC_FELLOWSHIP, type, &row) == 1)
        pgc_warn(h, "fellowship", "", "type", "set service, for instance service = eras_july",
                 "how %s is matched is not known: its match is not planned", type);
    else if (strcmp(service.match, "unknown") == 0)
        pgc_warn(h, "fellowship", "", "service", by_hand,
                 "the days of the match of %s are not known: its rank list is not planned", type);
}

void milestones_check_listed(const struct pgyd_host *h)
{
    for (size_t i = 0; i < PGC_COUNT(listed); i++)
        check_name(h, &listed[i]);
    check_service(h);
}
