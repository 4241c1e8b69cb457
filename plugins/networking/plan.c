/* SPDX-License-Identifier: BSD-2-Clause */
#include "plugins/networking/centers.h"
#include "plugins/networking/contacts.h"
#include "plugins/networking/habits.h"
#include "plugins/networking/networking.h"
#include "plugins/networking/occasions.h"

int networking_plan(const struct pgyd_host *h)
{
    struct pgc_anchors known;
    /* People can be contacted without a training; milestones says what is wrong with it. */
    const struct pgc_anchors *anchors = pgc_anchors(h, &known) ? &known : NULL;
    if (contacts_plan(h, anchors) != 0 || habits_plan(h, anchors) != 0)
        return -1;
    return centers_plan(h, anchors) != 0 ? -1 : occasions_plan(h);
}
