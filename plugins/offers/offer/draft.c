/* SPDX-License-Identifier: BSD-2-Clause */
/* Sets up an item whose texts live beside it, and emits it. No words are here. */
#include "plugins/offers/offer/draft.h"

void offer_draft(struct draft *d, uint16_t kind, uint16_t severity, pgyd_day day)
{
    d->item = (struct pgyd_item)PGC_ITEM_INIT;
    d->item.kind = kind;
    d->item.severity = severity;
    d->item.start = day;
    d->item.slug = d->slug;
    d->item.title = d->title;
    d->log[0] = d->detail[0] = '\0';
}

int offer_emit(const struct pgyd_host *h, struct draft *d, const char *const *refs, uint32_t nrefs,
               const char *source)
{
    d->item.refs = refs;
    d->item.nrefs = nrefs;
    d->item.source = source;
    d->item.detail = d->detail[0] ? d->detail : NULL;
    d->item.done_log = d->log[0] ? d->log : NULL;
    return h->emit(h->ctx, &d->item);
}
