/* SPDX-License-Identifier: BSD-2-Clause */
/* Reads lists/lanes.tsv: the lanes of a person's field and their names in a sentence. What is
 * planned around them is training/lane.c's and the packs'. */
#include "plugins/milestones/lanes/lanes.h"

#include "plugins/common/tsv.h"

#include <string.h>

enum { COLUMNS = 8 };

struct reading {
    const char *specialty, *fellowship;
    struct lanes *lanes;
};

static void copy(char *out, size_t size, const char *cell)
{
    pgc_format(out, size, "%s", strcmp(cell, "-") == 0 ? "" : cell);
}

static int read_lane(void *arg, const struct pgc_tsv_row *row)
{
    struct reading *r = arg;
    int64_t due = 0;
    if (!pgc_tsv_holds(row->cell[0], r->specialty) && !pgc_tsv_holds(row->cell[0], r->fellowship))
        return 0;
    if (r->lanes->n == LANES)
        return 1;
    struct lane *lane = &r->lanes->list[r->lanes->n++];
    *lane = (struct lane){0};
    if (pgc_tsv_number(row->cell[2], &due) && due >= 1 && due <= 12)
        lane->due = (int)due;
    pgc_format(lane->name, sizeof lane->name, "%s", row->cell[1]);
    copy(lane->known_for, sizeof lane->known_for, row->cell[3]);
    copy(lane->paid_for, sizeof lane->paid_for, row->cell[4]);
    pgc_format(lane->source, sizeof lane->source, "%s", row->cell[5]);
    return 0;
}

void milestones_lanes(const struct pgyd_host *h, struct lanes *lanes)
{
    struct reading r = {pgc_text(h, "training", "", "specialty", ""), "", lanes};
    if (h->section_count(h->ctx, "fellowship"))
        r.fellowship = pgc_text(h, "fellowship", "", "type", "");
    lanes->n = 0;
    pgc_tsv_read(h, "lanes.tsv", COLUMNS, read_lane, &r);
}

bool milestones_lane_has_name(const struct lane *lane)
{
    return strcmp(lane->name, "-") != 0;
}

uint32_t milestones_lanes_list(const struct lanes *lanes, char *text, size_t size)
{
    uint32_t n = 0;
    text[0] = '\0';
    for (uint32_t i = 0; i < lanes->n; i++) {
        if (milestones_lane_has_name(&lanes->list[i]))
            pgc_append(text, size, "%s%s", n++ ? ", " : "", lanes->list[i].name);
    }
    return n;
}
