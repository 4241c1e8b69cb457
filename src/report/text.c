/* SPDX-License-Identifier: BSD-2-Clause */
/* For a terminal or a mail: plain characters, lines of 78 columns. */
#include "report/doc.h"

#include <string.h>

enum { LINE = 78, CHART = 40, LABEL = 30 };

static void repeat(struct pgy_buf *out, char c, size_t n)
{
    for (size_t i = 0; i < n; i++)
        pgy_buf_char(out, c);
}

static void pad(struct pgy_buf *out, const char *text, size_t width)
{
    size_t have = pgy_doc_width(text);
    pgy_buf_str(out, text);
    repeat(out, ' ', have < width ? width - have : 0);
}

/* Words of a text in lines, the second and later ones indented. Line ends of the text stay. */
static void wrap(struct pgy_buf *out, const char *text, size_t indent)
{
    size_t column = indent;
    bool fresh = true;
    for (const char *p = text; *p;) {
        if (*p == '\n') {
            pgy_buf_char(out, '\n');
            repeat(out, ' ', indent);
            column = indent;
            fresh = true;
            p++;
            continue;
        }
        size_t len = strcspn(p, " \n");
        char word[512];
        size_t cut = len < sizeof word ? len : sizeof word - 1;
        memcpy(word, p, cut);
        word[cut] = '\0';
        size_t width = pgy_doc_width(word);
        if (len > 0) {
            if (!fresh && column + 1 + width > LINE) {
                pgy_buf_char(out, '\n');
                repeat(out, ' ', indent);
                column = indent;
                fresh = true;
            }
            if (!fresh) {
                pgy_buf_char(out, ' ');
                column++;
            }
            pgy_buf_add(out, p, len);
            column += width;
            fresh = false;
        }
        p += len;
        while (*p == ' ')
            p++;
    }
    pgy_buf_char(out, '\n');
}

static void heading(struct pgy_buf *out, const char *text, uint16_t level)
{
    pgy_buf_printf(out, "%s\n", text);
    if (level < 3) {
        repeat(out, level <= 1 ? '=' : '-', pgy_doc_width(text));
        pgy_buf_char(out, '\n');
    }
}

/* A cell with its mark. */
static size_t cell_width(const struct pgy_doc_block *table, const struct pgy_part *row, uint32_t column)
{
    return pgy_doc_width(pgy_doc_cell(row, column)) + (pgy_doc_best(table, row) == (int)column ? 2 : 0);
}

static void table_row(const struct pgy_doc_block *table, const struct pgy_part *row, const size_t *width, struct pgy_buf *out)
{
    uint32_t columns = pgy_doc_columns(table), last = columns;
    /* No blanks at the end of a line. */
    while (last > 0 && cell_width(table, row, last - 1) == 0)
        last--;
    for (uint32_t c = 0; c < last; c++) {
        size_t have = cell_width(table, row, c);
        pgy_buf_str(out, pgy_doc_cell(row, c));
        if (pgy_doc_best(table, row) == (int)c)
            pgy_buf_str(out, " *");
        if (c + 1 < last)
            repeat(out, ' ', width[c] - have + 2);
    }
    pgy_buf_char(out, '\n');
}

static void table(const struct pgy_doc_block *block, struct pgy_buf *out)
{
    enum { MAX = 64 };
    size_t width[MAX] = {0};
    uint32_t columns = pgy_doc_columns(block);
    bool best = false;
    if (columns > MAX)
        return;
    for (size_t r = 0; r < block->n; r++) {
        best |= pgy_doc_best(block, &block->parts[r]) >= 0;
        for (uint32_t c = 0; c < columns; c++) {
            size_t w = cell_width(block, &block->parts[r], c);
            width[c] = w > width[c] ? w : width[c];
        }
    }
    for (size_t r = 0; r < block->n; r++) {
        table_row(block, &block->parts[r], width, out);
        for (uint32_t c = 0; r == 0 && c < columns; c++) {
            repeat(out, '-', width[c]);
            pgy_buf_str(out, c + 1 < columns ? "  " : "\n");
        }
    }
    if (best)
        pgy_buf_str(out, "* best\n");
}

static size_t label_width(const struct pgy_doc_block *block)
{
    size_t width = 0;
    for (size_t i = 0; i < block->n; i++) {
        size_t w = pgy_doc_width(block->parts[i].text ? block->parts[i].text : "");
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
        size_t mark = max > 0 && part->nnums > 1 && limit > 0 ? (size_t)(limit / max * CHART + 0.5) : 0;
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
        size_t begin = place(from, first, last), end = place(to + 1, first, last); /* exclusive; a day may be less than a column */
        pad(out, block->parts[i].text ? block->parts[i].text : "", width);
        pgy_buf_str(out, "  ");
        for (size_t c = 0; c < CHART; c++)
            pgy_buf_char(out, c >= begin && (c < end || c == begin) ? '#' : '.');
        pgy_buf_printf(out, "  %s to %s\n", pgy_civil_text(from, a), pgy_civil_text(to, b));
    }
}

static void grid(const struct pgy_doc_block *block, struct pgy_buf *out)
{
    static const char marks[] = {'.', '#', '-'};
    struct pgy_doc_block rows = {PGYD_GRID_ROW, block->parts + 1, block->n - 1};
    uint32_t columns = pgy_doc_columns(block);
    size_t label = rows.n ? label_width(&rows) : 0;
    repeat(out, ' ', label);
    for (uint32_t c = 0; c < columns; c++)
        pgy_buf_printf(out, "  %s", pgy_doc_cell(block->parts, c));
    pgy_buf_char(out, '\n');
    for (size_t r = 0; r < rows.n; r++) {
        size_t gap = 2;
        pad(out, rows.parts[r].text ? rows.parts[r].text : "", label);
        for (uint32_t c = 0; c < columns; c++) {
            double value = pgy_doc_num(&rows.parts[r], c);
            size_t width = pgy_doc_width(pgy_doc_cell(block->parts, c));
            repeat(out, ' ', gap);
            pgy_buf_char(out, marks[value >= 2 ? 2 : value > 0 ? 1 : 0]);
            gap = 2 + (width > 0 ? width - 1 : 0);
        }
        pgy_buf_char(out, '\n');
    }
    pgy_buf_str(out, "# done  . open  - does not apply\n");
}

static void list(const struct pgy_doc_block *block, struct pgy_buf *out)
{
    for (size_t i = 0; i < block->n; i++) {
        pgy_buf_str(out, "- ");
        wrap(out, block->parts[i].text ? block->parts[i].text : "", 2);
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
            wrap(out, text, 0);
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
