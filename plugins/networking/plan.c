/* SPDX-License-Identifier: BSD-2-Clause */
/* The callback plan: reads people, places and schedule once and runs the rules in order. The rules
 * are in the other files. */
#include "plugins/networking/bandwidth.h"
#include "plugins/networking/centers.h"
#include "plugins/networking/contacts.h"
#include "plugins/networking/habits.h"
#include "plugins/networking/networking.h"
#include "plugins/networking/occasions.h"
#include "plugins/networking/prompts.h"
#include "plugins/networking/search.h"

int networking_plan(const struct pgyd_host *h)
{
    struct pgc_anchors known;
    const struct pgc_anchors *anchors = pgc_anchors(h, &known) ? &known : NULL;
    struct people people PEOPLE_CLEANUP = {0};
    struct places places PLACES_CLEANUP = {0};
    struct schedule schedule SCHEDULE_CLEANUP = {0};
    if (people_load(h, &people) != 0 || places_load(h, &places) != 0 ||
        schedule_make(h, anchors, &people, &schedule) != 0)
        return -1;
    if (contacts_plan(h, anchors, &people, &schedule) != 0 || habits_plan(h, anchors) != 0 ||
        bandwidth_plan(h, anchors) != 0 || occasions_plan(h, anchors) != 0)
        return -1;
    /* The first day of work ends the search: nobody at work wants to be told that no place is on
     * the list. */
    if (anchors && h->today >= anchors->s)
        return 0;
    if (centers_plan(h, anchors, &people) != 0 || search_plan(h, anchors, &people, &places) != 0)
        return -1;
    return prompts_plan(h, anchors);
}
