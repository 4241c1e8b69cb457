/* SPDX-License-Identifier: BSD-2-Clause */
/* The one table of ladders. When a step's hour comes and who hears of it is remind/'s. */
#include "plan/stakes.h"

/* Days before (negative) and after `by`, from earliest; severity 0: in the brief. */
struct row {
    int32_t n;
    uint16_t severity;
};

static const struct row fatal[] = {
    {-60, 0},
    {-30, PGYD_INFO},
    {-14, PGYD_WARN},
    {-7, PGYD_WARN},
    {-3, PGYD_CRITICAL},
    {-1, PGYD_CRITICAL},
    {0, PGYD_CRITICAL},
    /* while it can be repaired */
    {1, PGYD_CRITICAL},
    {3, PGYD_CRITICAL},
    {7, PGYD_CRITICAL},
};
static const struct row costly[] = {{-14, 0}, {-7, PGYD_INFO}, {-3, PGYD_WARN}, {0, PGYD_WARN}};

static const struct {
    const struct row *rows;
    uint32_t n;
    uint16_t worst;
    uint16_t opening; /* the severity of the day a window opens: one step less; 0: none */
} tables[] = {
    [PGYD_CONTEXT] = {.worst = PGYD_INFO},
    [PGYD_USEFUL] = {.worst = PGYD_INFO},
    [PGYD_COSTLY] = {costly, sizeof costly / sizeof costly[0], PGYD_WARN, 0},
    [PGYD_FATAL] = {fatal, sizeof fatal / sizeof fatal[0], PGYD_CRITICAL, PGYD_WARN},
};

/* The row a day belongs to: the last that is not after it; NULL: it lies before all. */
static const struct row *row_of(uint16_t stakes, int32_t ahead)
{
    const struct row *row = NULL;
    for (uint32_t i = 0; i < tables[stakes].n; i++) {
        if (tables[stakes].rows[i].n <= -ahead)
            row = &tables[stakes].rows[i];
    }
    return row;
}

uint16_t pgy_stakes_severity(uint16_t stakes, int32_t ahead)
{
    const struct row *row = row_of(stakes, ahead);
    return row ? row->severity : 0;
}

uint16_t pgy_stakes_worst(uint16_t stakes)
{
    return tables[stakes].worst;
}

pgy_day pgy_stakes_target(const struct pgy_item *item, int32_t *minute)
{
    const pgy_day day = item->nsteps ? item->start : item->by;
    const bool closes = day == item->end && item->end_minute >= 0 && item->end != item->start;
    *minute = closes ? item->end_minute : day == item->start ? item->start_minute : -1;
    return day;
}

/* Steps of the plugin's or the person's own. */
static uint32_t own_ladder(const struct pgy_item *item, struct pgy_rung *rungs)
{
    const bool typed = item->flags & PGYD_ITEM_TYPED, final = item->flags & PGYD_ITEM_FINAL;
    uint32_t n = 0;
    for (uint32_t i = 0; i < item->nsteps; i++) {
        const pgy_day day = pgy_step_day(item->start, item->start_minute, item->steps[i]);
        if (final && day > item->by)
            break;
        struct pgy_rung *rung = &rungs[n++];
        *rung = (struct pgy_rung){.step = item->steps[i], .day = day};
        rung->step.severity = pgy_stakes_severity(item->stakes, item->by - rung->day);
        rung->brief = !rung->step.severity && !typed;
        if (!rung->step.severity)
            rung->step.severity = PGYD_INFO;
    }
    return n;
}

uint32_t pgy_stakes_ladder(const struct pgy_item *item, struct pgy_rung rungs[PGY_RUNGS])
{
    const uint16_t stakes = item->stakes;
    uint32_t n = 0;
    if (item->catch_up || item->flags & PGYD_ITEM_NO_LADDER)
        return 0;
    if (item->nsteps > 0)
        return own_ladder(item, rungs);
    for (uint32_t i = 0; i < tables[stakes].n; i++) {
        const struct row row = tables[stakes].rows[i];
        if (row.n > 0 && item->flags & PGYD_ITEM_FINAL)
            break;
        rungs[n++] = (struct pgy_rung){
            .day = item->by + row.n,
            .step = {row.n, 'd', row.severity ? row.severity : PGYD_INFO},
            .brief = row.severity == 0,
        };
    }
    if (item->kind == PGYD_WINDOW && item->start < item->by && tables[stakes].opening) {
        uint32_t at = n++;
        for (; at > 0 && rungs[at - 1].day > item->start; at--)
            rungs[at] = rungs[at - 1];
        rungs[at] = (struct pgy_rung){
            .day = item->start, .step = {0, 'd', tables[stakes].opening}, .opening = true};
    }
    return n;
}

bool pgy_stakes_rings(const struct pgy_rung *rungs, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++) {
        if (!rungs[i].brief)
            return true;
    }
    return false;
}

const char *pgy_rung_text(const struct pgy_rung *rung, char text[PGY_DUR_TEXT])
{
    return rung->opening ? "open" : pgy_step_text(rung->step, text);
}
