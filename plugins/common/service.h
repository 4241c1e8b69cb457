/* SPDX-License-Identifier: BSD-2-Clause */
/* How the person's fellowship is applied for and matched: [fellowship] service, spelled as people
 * spell it, else what the list of specialties says. */
#ifndef PGC_SERVICE_H
#define PGC_SERVICE_H

#include "plugins/common/specialty.h"

#define PGC_SERVICES                                                                               \
    "eras", "eras_july", "eras_december", "sf_match", "nrmp", "nrmp_hand", "other", "none"

enum pgc_service_state {
    PGC_SERVICE_KNOWN,
    PGC_SERVICE_NOT_ASKED, /* there is no [fellowship] with a type */
    PGC_SERVICE_UNLISTED,  /* nothing is said, and the list does not know */
    PGC_SERVICE_RESIDENCY, /* the list knows it after another residency than the person's */
    PGC_SERVICE_CYCLE,     /* eras alone, and the usual cycle of the type is not known */
    PGC_SERVICE_WORD,      /* what is said is no service */
};

/* Both are "" unless it is known. */
struct pgc_service {
    char service[24]; /* eras_july, eras_december, sf_match, nrmp, nrmp_hand, other or none */
    /* whose days the match keeps: medicine, orthopaedic, hand, psychiatry, ..., "unknown" */
    char match[24];
};

enum pgc_service_state pgc_service(const struct pgyd_host *h, struct pgc_service *out);
/* Up to three services nearest to a misspelt one, "a, b", into out; "" when none is near. */
const char *pgc_service_nearest(const char *said, char *out, size_t size);

#endif
