/* SPDX-License-Identifier: BSD-2-Clause */
/* Documents: the parts a plugin's report gave, rendered for a terminal, as Markdown, as one
 * self-contained HTML page, as JSON. The same parts give the same bytes: no locale, no clock. */
#ifndef PGY_REPORT_DOC_H
#define PGY_REPORT_DOC_H

#include "base/buf.h"
#include "plan/run.h"

#include <stddef.h>

enum pgy_doc_format { PGY_DOC_TEXT, PGY_DOC_MARKDOWN, PGY_DOC_HTML, PGY_DOC_JSON };

/* Parts that belong together: one heading or paragraph, or all rows of a list, table, chart or
 * grid. Borrowed. */
struct pgy_doc_block {
    /* of the first part: PGYD_HEADING, PGYD_PARAGRAPH, PGYD_LIST_ITEM, PGYD_TABLE_HEAD, PGYD_BAR,
     * PGYD_BAND, PGYD_GRID_HEAD */
    uint16_t type;
    const struct pgy_part *parts;
    size_t n;
};

/* ---- render.c ---- */
/* "text", "markdown", "html", "json"; PGY_EINVAL. */
int pgy_doc_format_parse(const char *text, enum pgy_doc_format *format);
/* Renders. title: of the page, NULL for none; shown where the parts do not begin with a heading of
 * level 1 themselves. out's maximum caps the whole; returns out->err. Rows without a head, unknown
 * parts and numbers that are none are left out or taken as 0: parts come from a plugin. */
int pgy_doc_render(const struct pgy_part *parts, size_t n, enum pgy_doc_format format,
                   const char *title, struct pgy_buf *out);

/* ---- for the renderers ---- */

/* The next block from *at on; false at the end. */
bool pgy_doc_next(const struct pgy_part *parts, size_t n, size_t *at, struct pgy_doc_block *block);
/* Whether the document begins with a heading of level 1. */
bool pgy_doc_headed(const struct pgy_part *parts, size_t n);
/* Columns of a table or grid: the head's. */
uint32_t pgy_doc_columns(const struct pgy_doc_block *block);
/* A cell's text, "" where the row is shorter than the head. */
const char *pgy_doc_cell(const struct pgy_part *row, uint32_t column);
/* The column a row marks as best ("best:COLUMN", the head's text or its number from 0), or -1. */
int pgy_doc_best(const struct pgy_doc_block *table, const struct pgy_part *row);
/* A number of a part, 0 when missing or not finite. */
double pgy_doc_num(const struct pgy_part *part, uint32_t i);
/* "12", "12.5": into text. */
const char *pgy_doc_number(double value, char text[32]);
/* A band's days, in order and within the range of dates. */
void pgy_doc_band(const struct pgy_part *part, pgy_day *first, pgy_day *last);
/* The largest value or limit of the bars, at least 0; the axis of the bands. */
double pgy_doc_bar_max(const struct pgy_doc_block *bars);
void pgy_doc_axis(const struct pgy_doc_block *bands, pgy_day *first, pgy_day *last);

/* text.c, markdown.c, html.c, json.c */
void pgy_doc_text(const struct pgy_part *parts, size_t n, const char *title, struct pgy_buf *out);
void pgy_doc_markdown(const struct pgy_part *parts, size_t n, const char *title,
                      struct pgy_buf *out);
void pgy_doc_html(const struct pgy_part *parts, size_t n, const char *title, struct pgy_buf *out);
void pgy_doc_json(const struct pgy_part *parts, size_t n, const char *title, struct pgy_buf *out);

#endif
