/* SPDX-License-Identifier: BSD-2-Clause */
/* Parts of a report, one call each; they return what host->part does. */
#ifndef PGC_PARTS_H
#define PGC_PARTS_H

#include "plugins/common/pgc.h"

int pgc_heading(const struct pgyd_host *h, uint16_t level, const char *text);
int pgc_paragraph(const struct pgyd_host *h, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
int pgc_bullet(const struct pgyd_host *h, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* head: the first row of a table. */
int pgc_row(const struct pgyd_host *h, bool head, const char *const *cells, uint32_t n);
/* PGYD_BAR, PGYD_BAND or PGYD_GRID_ROW. */
int pgc_nums(const struct pgyd_host *h, uint16_t type, const char *label, const double *nums,
             uint32_t n);
int pgc_grid_head(const struct pgyd_host *h, const char *const *columns, uint32_t n);

#endif
