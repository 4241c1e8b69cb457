/* SPDX-License-Identifier: BSD-2-Clause */
/* For a terminal or a mail: plain characters, lines of 78 columns, of tables and charts at most 100
 * where their words allow it. */
#include "report/doc.h"

#include "base/fit.h"
#include "base/wrap.h"

#include <string.h>

enum { LINE = 78, TABLE_LINE = 100, CHART = 40, LABEL = 30 };

static void repeat(struct pgy_buf *out, char c, size_t n)
{
    for (size_t i = 0; i < n; i++)
        pgy_buf_char(out, c);
}

static size_t width_of(const char *text)
{
    return pgy_wrap_width(text, strlen(text));
}

static void pad(struct pgy_buf *out, const char *text, size_t width)
{
    size_t have = width_of(text);
    pgy_buf_str(out, text);
    repeat(out, ' ', have < width ? width - have : 0);
}

static void heading(struct pgy_buf *out, const char *text, uint16_t level)
{
    pgy_buf_printf(out, "%s\n", text);
    if (level < 3) {
        repeat(out, level <= 1 ? '=' : '-', width_of(text));
        pgy_buf_char(out, '\n');
    }
}

/* ---- tables ---- */

enum {
    COLUMNS = 64,
    GAP = 2,
    MARK = 2 /* " *" */
};

struct columns {
    uint32_t n;
    /* as wide as the widest cell or less; the longest word */
    size_t width[COLUMNS], least[COLUMNS];
};

static size_t larger(size_t a, size_t b)
{
    return a > b ? a : b;
}

static size_t mark_of(const struct pgy_doc_block *table, size_t row, uint32_t column)
{
    return pgy_doc_best(table, &table->parts[row]) == (int)column ? MARK : 0;
}

static unsigned lines_of(const void *block, size_t row, size_t column, size_t width)
{
    const struct pgy_doc_block *table = block;
    const char *cell = pgy_doc_cell(&table->parts[row], (uint32_t)column);
    return pgy_wrap_lines(cell, width - mark_of(table, row, (uint32_t)column));
}

static void measure(const struct pgy_doc_block *table, struct columns *columns)
{
    size_t gaps = GAP * (columns->n - 1);
    struct pgy_fit fit = {table, lines_of, table->n, columns->n, columns->width, columns->least};
    for (uint32_t c = 0; c < columns->n; c++) {
        for (size_t r = 0; r < table->n; r++) {
            const char *cell = pgy_doc_cell(&table->parts[r], c);
            size_t mark = mark_of(table, r, c);
            columns->width[c] = larger(columns->width[c], width_of(cell) + mark);
            columns->least[c] = larger(columns->least[c], pgy_wrap_longest(cell) + mark);
        }
    }
    pgy_fit_narrow(&fit, gaps < TABLE_LINE ? TABLE_LINE - gaps : 0);
}

/* As many lines as its longest cell takes, without blanks at their ends. */
static void table_row(const struct pgy_doc_block *table, const struct pgy_part *row,
                      const struct columns *columns, struct pgy_buf *out)
{
    const char *rest[COLUMNS];
    int best = pgy_doc_best(table, row);
    bool more = true;
    for (uint32_t c = 0; c < columns->n; c++)
        rest[c] = pgy_doc_cell(row, c);
    while (more) {
        size_t blanks = 0;
        more = false;
        for (uint32_t c = 0; c < columns->n; c++) {
            size_t len = pgy_wrap_line(rest[c], columns->width[c] - (best == (int)c ? MARK : 0)),
                   have = 0;
            if (len > 0) {
                repeat(out, ' ', blanks);
                size_t start = out->len;
                pgy_buf_add(out, rest[c], len);
                rest[c] = pgy_wrap_next(rest[c] + len);
                if (best == (int)c && !*rest[c])
                    pgy_buf_str(out, " *");
                have = out->err ? 0 : width_of(pgy_buf_text(out) + start);
                blanks = 0;
            }
            blanks +=
                columns->width[c] - (have < columns->width[c] ? have : columns->width[c]) + GAP;
            more |= *rest[c] != '\0';
        }
        pgy_buf_char(out, '\n');
    }
}

static void table(const struct pgy_doc_block *block, struct pgy_buf *out)
{
    struct columns columns = {.n = pgy_doc_columns(block)};
    bool best = false;
    if (columns.n == 0 || columns.n > COLUMNS)
        return;
    measure(block, &columns);
    for (size_t r = 0; r < block->n; r++) {
        best |= pgy_doc_best(block, &block->parts[r]) >= 0;
        table_row(block, &block->parts[r], &columns, out);
        for (uint32_t c = 0; r == 0 && c < columns.n; c++) {
            repeat(out, '-', columns.width[c]);
            pgy_buf_str(out, c + 1 < columns.n ? "  " : "\n");
        }
    }
    if (best)
        pgy_buf_str(out, "* best\n");
}

static size_t label_width(const struct pgy_doc_block *block)
{
    size_t width = 0;
    for (size_t i = 0; i < block->n; i++) {
        size_t w = width_of(block->parts[i].text ? block->parts[i].text : "");
        width = w > width ? w : width;
    }
    return width > LABEL ? LABEL : width;
}

static void bars(const struct pgy_doc_block *block, struct pgy_buf *out)
{
    double max = pgy_doc_bar_max(block);
    size_t width = label_width(block);
    for (size_t i = 0; i < block->n; i++) {
        const struct pgy_part *part = &block->parts[i];
        double value = pgy_doc_num(part, 0), limit = pgy_doc_num(part, 1);
        size_t full = max > 0 && value > 0 ? (size_t)(value / max * CHART + 0.5) : 0;
        size_t mark =
            max > 0 && part->nnums > 1 && limit > 0 ? (size_t)(limit / max * CHART + 0.5) : 0;
        char number[32];
        pad(out, part->text ? part->text : "", width);
        pgy_buf_str(out, "  ");
        for (size_t c = 1; c <= CHART; c++)
            pgy_buf_char(out, c == mark ? '|' : c <= full ? '#' : '.');
        pgy_buf_printf(out, "  %s", pgy_doc_number(value, number));
        if (part->nnums > 1)
            pgy_buf_printf(out, " of %s", pgy_doc_number(limit, number));
        pgy_buf_char(out, '\n');
    }
}

/* The column of a day on an axis of CHART columns. */
static size_t place(pgy_day day, pgy_day first, pgy_day last)
{
    int64_t span = (int64_t)last - first + 1;
    return (size_t)(((int64_t)day - first) * CHART / span);
}

static void bands(const struct pgy_doc_block *block, struct pgy_buf *out)
{
    pgy_day first, last;
    size_t width = label_width(block);
    pgy_doc_axis(block, &first, &last);
    for (size_t i = 0; i < block->n; i++) {
        pgy_day from, to;
        char a[PGY_DAY_TEXT], b[PGY_DAY_TEXT];
        pgy_doc_band(&block->parts[i], &from, &to);
        /* exclusive; a day may be less than a column */
        size_t begin = place(from, first, last), end = place(to + 1, first, last);
        pad(out, block->parts[i].text ? block->parts[i].text : "", width);
        pgy_buf_str(out, "  ");
        for (size_t c = 0; c < CHART; c++)
            pgy_buf_char(out, c >= begin && (c < end || c == begin) ? '#' : '.');
        pgy_buf_printf(out, "  %s to %s\n", pgy_civil_text(from, a), pgy_civil_text(to, b));
    }
}

/* The columns from `from` on that fit into a line beside the labels, at least one; returns the
 * first that does not. */
static uint32_t grid_piece(const struct pgy_doc_block *block, uint32_t from, size_t label)
{
    uint32_t columns = pgy_doc_columns(block), to = from;
    size_t width = label;
    for (; to < columns; to++) {
        width += GAP + width_of(pgy_doc_cell(block->parts, to));
        if (to > from && width > TABLE_LINE)
            break;
    }
    return to;
}

static void grid(const struct pgy_doc_block *block, struct pgy_buf *out)
{
    static const char marks[] = {'.', '#', '-'};
    struct pgy_doc_block rows = {PGYD_GRID_ROW, block->parts + 1, block->n - 1};
    uint32_t columns = pgy_doc_columns(block);
    size_t label = rows.n ? label_width(&rows) : 0;
    for (uint32_t from = 0, to; from < columns; from = to) {
        to = grid_piece(block, from, label);
        if (from > 0)
            pgy_buf_char(out, '\n');
        repeat(out, ' ', label);
        for (uint32_t c = from; c < to; c++)
            pgy_buf_printf(out, "  %s", pgy_doc_cell(block->parts, c));
        pgy_buf_char(out, '\n');
        for (size_t r = 0; r < rows.n; r++) {
            size_t gap = GAP;
            pad(out, rows.parts[r].text ? rows.parts[r].text : "", label);
            for (uint32_t c = from; c < to; c++) {
                double value = pgy_doc_num(&rows.parts[r], c);
                size_t width = width_of(pgy_doc_cell(block->parts, c));
                repeat(out, ' ', gap);
                pgy_buf_char(out, marks[value >= 2 ? 2 : value > 0 ? 1 : 0]);
                gap = GAP + (width > 0 ? width - 1 : 0);
            }
            pgy_buf_char(out, '\n');
        }
    }
    pgy_buf_str(out, "# done  . open  - does not apply\n");
}

static void list(const struct pgy_doc_block *block, struct pgy_buf *out)
{
    for (size_t i = 0; i < block->n; i++) {
        pgy_buf_str(out, "- ");
        pgy_wrap_text(out, block->parts[i].text ? block->parts[i].text : "", 2, LINE);
    }
}

void pgy_doc_text(const struct pgy_part *parts, size_t n, const char *title, struct pgy_buf *out)
{
    struct pgy_doc_block block;
    bool first = true;
    if (title && !pgy_doc_headed(parts, n)) {
        heading(out, title, 1);
        first = false;
    }
    for (size_t at = 0; pgy_doc_next(parts, n, &at, &block); first = false) {
        const char *text = block.parts[0].text ? block.parts[0].text : "";
        if (!first)
            pgy_buf_char(out, '\n');
        switch (block.type) {
        case PGYD_HEADING:
            heading(out, text, block.parts[0].level);
            break;
        case PGYD_PARAGRAPH:
            pgy_wrap_text(out, text, 0, LINE);
            break;
        case PGYD_LIST_ITEM:
            list(&block, out);
            break;
        case PGYD_TABLE_HEAD:
            table(&block, out);
            break;
        case PGYD_BAR:
            bars(&block, out);
            break;
        case PGYD_BAND:
            bands(&block, out);
            break;
        default:
            grid(&block, out);
            break;
        }
    }
}
