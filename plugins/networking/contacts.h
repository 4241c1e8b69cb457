/* SPDX-License-Identifier: BSD-2-Clause */
/* Staying in touch: one reminder a contact and cadence. */
#ifndef NETWORKING_CONTACTS_H
#define NETWORKING_CONTACTS_H

#include "plugins/common/anchors.h"

struct cadence {
    int32_t n;
    uint16_t unit;
};

/* The contact's own cadence, else the one of its kind (the table in contacts.c); *own says which. */
struct cadence contact_cadence(const struct pgyd_host *h, const char *id, bool *own);
/* How often the person was contacted and when last; a dated fact of the file does not count twice with the journal's of that day. */
uint32_t contact_completions(const struct pgyd_host *h, const char *id, pgyd_day *last);
/* When the open occurrence is due. anchors NULL: the training is not known. */
pgyd_day contact_due(const struct pgyd_host *h, const char *id, const struct pgc_anchors *anchors);
int contacts_plan(const struct pgyd_host *h, const struct pgc_anchors *anchors);

#endif
