/* SPDX-License-Identifier: BSD-2-Clause */
/* S0-31: a text speaks of no offer and of no figure that the configuration does not hold as a
 * written offer. Pure. An employer that is nowhere in the configuration cannot be known to be
 * one. */
#ifndef PGY_CTL_PHANTOM_H
#define PGY_CTL_PHANTOM_H

#include "config/config.h"
#include "ctl/phrases.h"
#include "plan/journal.h"

/* An employer or place without a written offer that stands. */
struct ctl_dead {
    const char *name, *why; /* "is declined" */
};

struct ctl_facts {
    size_t live;     /* written offers, neither declined nor expired */
    double *figures; /* theirs, and those of [market] and [walkaway] */
    size_t nfigures, cap_figures;
    struct ctl_dead *dead;
    size_t ndead, cap_dead;
};

/* What the configuration holds, an offer that the journal knows as declined or expired left out;
 * names are the configuration's. */
void ctl_facts_of(const struct pgy_config *config, const struct pgy_journal *journal,
                  struct pgy_arena *arena, struct ctl_facts *facts);
/* Adds what a text says beyond the facts, as findings of the set phantom. */
void ctl_phantom_scan(const struct ctl_facts *facts, const char *text, struct pgy_arena *arena,
                      struct ctl_findings *findings);

#endif
