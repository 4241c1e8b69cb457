/* SPDX-License-Identifier: BSD-2-Clause */
/* Four power centers (S2-11 to S2-14), references and influence: is anybody there, and in touch? */
#ifndef NETWORKING_CENTERS_H
#define NETWORKING_CENTERS_H

#include "plugins/networking/people.h"

enum { CENTERS = 4, CENTER_DAYS = 90, REFERENCES = 3, INFLUENTIAL = 2 };

struct center {
    const char *name; /* value of contact.center */
    const char *words, *title, *ref;
};

extern const struct center centers[CENTERS];

/* The last touch of any contact of a center; *n: how many contacts it has. */
pgyd_day center_touched(const struct people *people, int center, uint32_t *n);
int centers_plan(const struct pgyd_host *h, const struct pgc_anchors *anchors,
                 const struct people *people);

#endif
