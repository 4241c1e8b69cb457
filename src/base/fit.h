/* SPDX-License-Identifier: BSD-2-Clause */
/* Which columns of a table give way when it is wider than a line. Breaking the cells is wrap.h's,
 * printing them whose table it is. */
#ifndef PGY_BASE_FIT_H
#define PGY_BASE_FIT_H

#include <stddef.h>

/* Lines that a cell takes in a column of `width`; 0 when it is empty. */
typedef unsigned (*pgy_fit_lines)(const void *table, size_t row, size_t column, size_t width);

struct pgy_fit {
    const void *table; /* handed to lines */
    pgy_fit_lines lines;
    size_t rows, columns;
    /* columns each; width: in, of the widest cell; out, what there is. least: a column does not get
     * narrower than that. */
    size_t *width;
    const size_t *least;
};

/* Makes columns narrower until they take `total` together (gaps are not counted), or as near as
 * least allows: where it adds the fewest lines, there the widest one. A table is left as it is when
 * several columns could give way and have more than 20,000 cells. */
void pgy_fit_narrow(const struct pgy_fit *fit, size_t total);

#endif
