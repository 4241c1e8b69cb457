/* SPDX-License-Identifier: BSD-2-Clause */
/* What happens month by month: habits and hours. */
#include "plugins/networking/reports/reports.h"

#include "plugins/common/parts.h"

enum { MONTHS = 12 };

/* A month that pgyd did not see whole, or that lies in the intern year or behind the end, asks
 * nothing. */
static bool asked(const struct report *r, pgyd_day first)
{
    pgyd_day after = month_next(r->h, first);
    if (after <= r->h->started)
        return false;
    return !r->anchors || (after > pgc_pgy_start(r->h, r->anchors, 2) && first <= r->anchors->g);
}

int report_habits(const struct report *r)
{
    const struct pgyd_host *h = r->h;
    char labels[MONTHS][8], text[24];
    const char *columns[MONTHS];
    pgyd_day firsts[MONTHS], month = month_first(h, h->today);
    uint32_t kept = 0, due = 0;
    for (int k = 0; k < MONTHS; k++) {
        firsts[k] = h->add_months(h->ctx, month, k + 1 - MONTHS);
        columns[k] =
            pgc_format(labels[k], sizeof labels[k], "%.7s", h->day_text(h->ctx, firsts[k], text));
    }
    if (pgc_heading(h, 1, "Monthly habits") != 0 || pgc_grid_head(h, columns, MONTHS) != 0)
        return -1;
    for (int i = 0; i < HABITS; i++) {
        double nums[MONTHS];
        for (int k = 0; k < MONTHS; k++) {
            bool done = habit_kept(h, &habits[i], firsts[k]), counts = done || asked(r, firsts[k]);
            nums[k] = done ? 1 : counts ? 0 : 2;
            kept += done;
            due += counts && (done || firsts[k] < month);
        }
        if (pgc_nums(h, PGYD_GRID_ROW, habits[i].label, nums, MONTHS) != 0)
            return -1;
    }
    return pgc_paragraph(h, "Kept: %u of %u; a month that is not over counts once it is kept.",
                         kept, due);
}

int report_bandwidth(const struct report *r)
{
    const struct pgyd_host *h = r->h;
    struct bandwidth b = bandwidth_of(h, h->today);
    char from[24], to[24];
    if (pgc_heading(h, 1, "Bandwidth") != 0)
        return -1;
    if (b.sum <= 0)
        return pgc_paragraph(h, "No hours were written down in the last 28 days: pgyctl log hours "
                                "clinical=62 networking=3");
    if (pgc_paragraph(h, "Percent of %.1f hours from %s to %s, each beside its target.", b.sum,
                      h->day_text(h->ctx, h->today - HOURS_DAYS + 1, from),
                      h->day_text(h->ctx, h->today, to)) != 0)
        return -1;
    for (int i = 0; i < USES; i++) {
        const double nums[] = {b.percent[i], uses[i].target};
        if (pgc_nums(h, PGYD_BAR, uses[i].label, nums, 2) != 0)
            return -1;
    }
    double share = b.percent[USE_NETWORKING];
    return pgc_paragraph(
        h, "Quiet networking: %.1f %%. %s", share,
        share < LEAST_PERCENT  ? "Ten to fifteen are enough; there is room for more."
        : share > MOST_PERCENT ? "Ten to fifteen are enough; this is more than it takes."
                               : "Ten to fifteen are enough; this is in order.");
}
