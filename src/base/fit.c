/* SPDX-License-Identifier: BSD-2-Clause */
/* Narrows columns one by one, each time the one that costs the fewest lines. Where a cell breaks is
 * wrap.c's. */
#include "base/fit.h"

#include <stdint.h>
#include <stdlib.h>

enum { CELLS_MAX = 20000 /* worth the fitting */ };

/* The column that grows the table least when it gets narrower by one, of those the widest;
 * fit->columns when none can. */
static size_t cheapest(const struct pgy_fit *fit, const unsigned *lines)
{
    size_t found = fit->columns, cost_of_found = SIZE_MAX;
    for (size_t c = 0; c < fit->columns; c++) {
        size_t cost = 0;
        if (fit->width[c] <= fit->least[c])
            continue;
        for (size_t r = 0; r < fit->rows && cost <= cost_of_found; r++) {
            const unsigned *row = lines + r * fit->columns;
            unsigned height = fit->lines(fit->table, r, c, fit->width[c] - 1);
            for (size_t o = 0; o < fit->columns; o++)
                height = o != c && row[o] > height ? row[o] : height;
            cost += height;
        }
        if (cost < cost_of_found || (cost == cost_of_found && fit->width[c] > fit->width[found])) {
            found = c;
            cost_of_found = cost;
        }
    }
    return found;
}

/* Each step takes one column off one of them, `over` in all. */
static void step_by_step(const struct pgy_fit *fit, size_t over)
{
    size_t n = fit->columns, cells = fit->rows * n;
    unsigned *lines = calloc(cells, sizeof *lines);
    for (size_t i = 0; lines && i < cells; i++)
        lines[i] = fit->lines(fit->table, i / n, i % n, fit->width[i % n]);
    for (; lines && over > 0; over--) {
        size_t c = cheapest(fit, lines);
        if (c == n)
            break;
        fit->width[c]--;
        for (size_t r = 0; r < fit->rows; r++)
            lines[r * n + c] = fit->lines(fit->table, r, c, fit->width[c]);
    }
    free(lines);
}

void pgy_fit_narrow(const struct pgy_fit *fit, size_t total)
{
    size_t used = 0, giving = 0, only = 0;
    for (size_t c = 0; c < fit->columns; c++) {
        used += fit->width[c];
        if (fit->width[c] > fit->least[c]) {
            giving++;
            only = c;
        }
    }
    if (used <= total || giving == 0)
        return;
    size_t over = used - total;
    if (giving > 1 && fit->rows <= CELLS_MAX / giving)
        step_by_step(fit, over);
    else if (giving == 1)
        fit->width[only] -=
            over < fit->width[only] - fit->least[only] ? over : fit->width[only] - fit->least[only];
}
