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
    return pgy_remind_item_json(item, person->tz, &person->quiet);
}
