/* SPDX-License-Identifier: BSD-2-Clause */
/* Reads lists/states.tsv for the person's state. What is counted with its days, the packs and
 * chains say. */
#include "plugins/milestones/states/states.h"

#include "plugins/common/tsv.h"

#include <string.h>
#include <strings.h>

enum { STATE, RULE, WORST, REGISTERS, SOURCE, COLUMNS };
enum { MOST_DAYS = 3650 };

struct reading {
    const char *state;
    struct license *license;
};

/* The national default holds until the state's own line brings days. */
static int read_state(void *arg, const struct pgc_tsv_row *row)
{
    struct reading *r = arg;
    struct license *license = r->license;
    const bool any = strcmp(row->cell[STATE], "any") == 0;
    int64_t rule = 0, worst = 0;
    if (!any && strcasecmp(row->cell[STATE], r->state) != 0)
        return 0;
    if (!any)
        license->registers = strcmp(row->cell[REGISTERS], "y") == 0;
    if (!pgc_tsv_number(row->cell[RULE], &rule) || !pgc_tsv_number(row->cell[WORST], &worst) ||
        rule < 0 || worst < rule || worst > MOST_DAYS || (any && license->published))
        return 0;
    license->listed = true;
    license->published = !any;
    license->rule = (int32_t)rule;
    license->worst = (int32_t)worst;
    pgc_format(license->source, sizeof license->source, "%s", row->cell[SOURCE]);
    return 0;
}

void milestones_license(const struct pgyd_host *h, struct license *license)
{
    struct reading r = {pgc_text(h, "goal", "", "state", ""), license};
    *license = (struct license){.stated = r.state[0] != '\0'};
    pgc_tsv_read(h, "states.tsv", COLUMNS, read_state, &r);
}
