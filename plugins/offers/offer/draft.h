/* SPDX-License-Identifier: BSD-2-Clause */
/* An item on its way: its texts live here until it is emitted. */
#ifndef OFFERS_DRAFT_H
#define OFFERS_DRAFT_H

#include "plugins/common/pgc.h"

struct draft {
    struct pgyd_item item;
    char slug[PGC_SLUG], title[PGC_TITLE], detail[PGC_DETAIL], log[PGC_SLUG];
};

/* An item of a kind on a day, all else empty. */
void offer_draft(struct draft *d, uint16_t kind, uint16_t severity, pgyd_day day);
/* Emits it; an empty detail or log is none. */
int offer_emit(const struct pgyd_host *h, struct draft *d, const char *const *refs, uint32_t nrefs,
               const char *source);

#endif
