/* SPDX-License-Identifier: BSD-2-Clause */
/* Lengths of training from the data file lists/specialties.tsv: facts that change are data, not C
 * (architecture 15). */
#ifndef PGC_SPECIALTY_H
#define PGC_SPECIALTY_H

#include "plugins/common/pgc.h"

/* What stands for a specialty or fellowship that the list does not have. */
#define PGC_OTHER "other"

enum pgc_training { PGC_RESIDENCY, PGC_FELLOWSHIP };

struct pgc_specialty {
    char code[48];
    int years_low, years_high; /* differ where programs differ: then the person says which */
    bool base_year;            /* a preliminary or clinical-base year is always counted in */
    enum pgc_training training;
    /* how its places are applied for: eras_july, sf_match, ..., none; "" when not known (service.h)
     */
    char service[24];
    char match[24];  /* whose days the match keeps, "psychiatry"; "" the usual one of the service */
    char after[128]; /* residencies a fellowship follows, with commas; "any" */
    bool fits;       /* of what was found: it follows the person's own residency */
    char note[160];
};

/* Parses one line (without its end). 1: a row, 0: blank or a comment, -1: malformed. */
int pgc_specialty_parse(const char *line, size_t len, struct pgc_specialty *row);
/* 1 and *row, 0 when no such code is listed, -1 when there is no list at all. A fellowship may be
 * listed for each residency it follows: the person's own comes first. */
int pgc_specialty_find(const struct pgyd_host *h, enum pgc_training training, const char *code,
                       struct pgc_specialty *row);
/* The up to three listed codes nearest to a misspelt one, "a, b, c", into out; "" when there are
 * none. */
const char *pgc_specialty_nearest(const struct pgyd_host *h, enum pgc_training training,
                                  const char *code, char *out, size_t size);

#endif
