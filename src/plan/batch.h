/* SPDX-License-Identifier: BSD-2-Clause */
/* Batches over time: what a plugin planned before meets what it plans now (architecture 8: an empty
 * batch is not an order to forget). Pure. */
#ifndef PGY_PLAN_BATCH_H
#define PGY_PLAN_BATCH_H

#include "config/schema.h"
#include "plan/item.h"

/* Days an item that is no longer planned stays in feeds, as cancelled. */
enum { PGY_CANCELLED_DAYS = 14 };

/* Merges a new batch with the last one, both may be NULL (now NULL: the plugin failed, the last
 * stands whole). An item of the last batch that is missing now and not past stays: `kept` when
 * neither configuration nor journal changed, else cancelled for 14 days; reminders, habits and
 * alerts just go. A repeated id counts once. The result and its items live in arena; texts are
 * borrowed from the inputs. */
void pgy_batch_merge(const struct pgy_batch *now, const struct pgy_batch *last, bool inputs_changed,
                     pgy_day today, struct pgy_arena *arena, struct pgy_batch *merged);
/* Of more fatal items that are not past than one plugin may have, the soonest stay so; the others
 * are told as costly ones. How many these are. */
enum { PGY_BATCH_FATAL = 50 };
size_t pgy_batch_tame(struct pgy_batch *batch, pgy_day today);
/* Items get the ids of today (plan/rename.h), so that an old one is not taken for an item that is
 * missing. Those that moved to another plugin leave the batch for `gone`. */
void pgy_batch_rename(struct pgy_batch *batch, const struct pgy_schema *schema,
                      struct pgy_batch *gone);
/* Takes those items of `gone` that are this plugin's now and that it does not have. */
void pgy_batch_take(struct pgy_batch *batch, const struct pgy_batch *gone);
/* A batch as bytes for the store, with what merging noted, and back. PGY_ECORRUPT. */
int pgy_batch_write(const struct pgy_batch *batch, struct pgy_buf *out);
int pgy_batch_read(const char *plugin, const char *version, const void *bytes, size_t len,
                   struct pgy_arena *arena, struct pgy_batch *batch);

#endif
