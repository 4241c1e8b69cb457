/* SPDX-License-Identifier: BSD-2-Clause */
/* Instants and items as JSON. What only one desk says is in that desk. */
#include "core/say.h"

#include "base/clock.h"

json_t *core_say_instant(int64_t utc)
{
    char text[24];
    return json_string(utc <= 0 || utc == INT64_MAX ? "" : pgy_clock_text(utc, text));
}

json_t *core_say_item(const struct core_person *person, const struct pgy_item *item)
{
    json_t *remind = json_array();
    bool live =
        item->state != PGY_DONE && item->state != PGY_CANCELLED && item->state != PGY_CLOSED;
    for (uint32_t i = 0; live && i < item->nsteps; i++)
        json_array_append_new(remind, core_say_instant(pgy_remind_instant(
                                          item, item->steps[i], person->tz, &person->quiet)));
    json_t *json = pgy_item_json(item, person->tz, remind);
    json_decref(remind);
    return json;
}
