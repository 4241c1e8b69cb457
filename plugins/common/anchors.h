/* SPDX-License-Identifier: BSD-2-Clause */
/* The anchors of a training (pgyd-milestones(7)): from [training], [fellowship] and [goal]. */
#ifndef PGC_ANCHORS_H
#define PGC_ANCHORS_H

#include "plugins/common/pgc.h"

/* INTERMEDIATE: five years without a fellowship, a long track with earlier contacts and interviews.
 */
enum pgc_track { PGC_SHORT, PGC_INTERMEDIATE, PGC_LONG };

/* Why there are no anchors. */
enum pgc_missing {
    PGC_MISSING_NOTHING,
    PGC_MISSING_TRAINING,          /* no [training], or start or specialty unusable */
    PGC_MISSING_LENGTH,            /* specialty not listed, no length and no end */
    PGC_MISSING_CHOICE,            /* the specialty lasts 3 or 4 years: length must say */
    PGC_MISSING_LIST,              /* the list of specialties is not there */
    PGC_MISSING_ORDER,             /* the end lies before the start, or a date out of range */
    PGC_MISSING_FELLOWSHIP_LENGTH, /* the same four of [fellowship] */
    PGC_MISSING_FELLOWSHIP_CHOICE,
    PGC_MISSING_FELLOWSHIP_LIST,
    PGC_MISSING_FELLOWSHIP_ORDER,
};

struct pgc_anchors {
    enum pgc_missing missing; /* PGC_MISSING_NOTHING: all below is set */
    pgyd_day start;           /* training.start */
    pgyd_day residency_end;   /* R */
    bool fellowship;
    pgyd_day f0, f1; /* fellowship start and end; PGYD_NO_DAY without one */
    pgyd_day g;      /* G: final training end */
    pgyd_day s;      /* S: attending start */
    /* N: PGY level on G; years between residency and fellowship are none */
    int n;
    int levels; /* PGY level on residency_end */
    /* PGY level minus years begun since start (a gap left out): [training] pgy and as_of, or
     * research_years */
    int shift;
    bool pgy_beyond; /* pgy is more than the training has: not used */
    enum pgc_track track;
};

/* Fills *anchors; true when all of it is known. */
bool pgc_anchors(const struct pgyd_host *h, struct pgc_anchors *anchors);
/* First and last day of the person's own PGY-k: July 1 to June 30 for a July start, else anchored
 * on training.start. The years of a fellowship count from its own start; the last year before it,
 * and the last of all, end when the training does. */
pgyd_day pgc_pgy_start(const struct pgyd_host *h, const struct pgc_anchors *anchors, int k);
pgyd_day pgc_pgy_end(const struct pgyd_host *h, const struct pgc_anchors *anchors, int k);
/* The middle of the days from one to another: half the months, and half a month's days when they
 * are odd. */
pgyd_day pgc_middle(const struct pgyd_host *h, pgyd_day from, pgyd_day to);
/* The PGY level on a day; below 1 before the training. */
int pgc_pgy(const struct pgyd_host *h, const struct pgc_anchors *anchors, pgyd_day day);

#endif
