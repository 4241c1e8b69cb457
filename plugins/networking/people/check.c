/* SPDX-License-Identifier: BSD-2-Clause */
/* The check of contacts, one by one. Whether all of them fit into the weeks is the rhythm's. */
#include "plugins/networking/people/people.h"

static void check_contact(const struct pgyd_host *h, const char *id)
{
    struct pgyd_value v;
    char text[24];
    if (pgc_get(h, "contact", id, "cadence", &v) && v.num <= 0)
        pgc_error(h, "contact", id, "cadence", "a duration such as 3w or 2mo",
                  "a cadence of nothing never ends");
    pgyd_day last = pgc_day(h, "contact", id, "last"), added = pgc_day(h, "contact", id, "added");
    if (added != PGYD_NO_DAY && added > h->today)
        pgc_warn(h, "contact", id, "added", "the day you wrote them down", "%s lies ahead",
                 h->day_text(h->ctx, added, text));
    if (last != PGYD_NO_DAY && last > h->today)
        pgc_warn(h, "contact", id, "last", "the day you were last in touch", "%s lies ahead",
                 h->day_text(h->ctx, last, text));
    if (pgc_has(h, "contact", id, "will_call") && !pgc_yes(h, "contact", id, "reference"))
        pgc_warn(h, "contact", id, "will_call", "set reference = yes",
                 "it counts for references only");
}

void people_check(const struct pgyd_host *h)
{
    const char *id;
    for (uint32_t i = 0; (id = h->section_id(h->ctx, "contact", i)); i++)
        check_contact(h, id);
}
