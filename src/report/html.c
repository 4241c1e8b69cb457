/* SPDX-License-Identifier: BSD-2-Clause */
/* One page that needs nothing else: no script, no font, no picture from elsewhere; charts as inline
 * SVG with their numbers as text. */
#include "report/doc.h"

#include "base/wrap.h"

#include <string.h>

enum { SHORT = 16 /* a cell of so many bytes, a date say, stays on one line */ };
enum {
    CHART_X = 220,
    CHART_W = 460,
    ROW_H = 24,
    BAR_H = 14,
    VALUE_W = 180,
    CELL_W = 72,
    CHAR_W = 7,
    GAP = 12
};

static const char style[] =
    "body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 "
    "1rem;color:#222;background:#fff}"
    "table{border-collapse:collapse}th,td{text-align:left;padding:.3rem .8rem;border-bottom:1px "
    "solid #ccc;vertical-align:top}"
    "td.k{white-space:nowrap}td.best{font-weight:600;background:#e8f3e8}svg{max-width:100%;height:"
    "auto}svg text{font:13px system-ui,sans-serif;fill:#222}"
    ".f{fill:#2f6f9f}.e{fill:#e4e4e4}.l{stroke:#b3261e;stroke-width:2}"
    "@media(prefers-color-scheme:dark){body{color:#ddd;background:#181818}svg "
    "text{fill:#ddd}td.best{background:#1f3a1f}.e{fill:#3a3a3a}}";

/* Texts come from configurations and plugins: nothing in them is markup. Control characters are not
 * allowed in HTML. */
static void escaped(struct pgy_buf *out, const char *text)
{
    for (const char *p = text ? text : ""; *p; p++) {
        unsigned char c = (unsigned char)*p;
        switch (c) {
        case '&':
            pgy_buf_str(out, "&amp;");
            break;
        case '<':
            pgy_buf_str(out, "&lt;");
            break;
        case '>':
            pgy_buf_str(out, "&gt;");
            break;
        case '"':
            pgy_buf_str(out, "&quot;");
            break;
        case '\'':
            pgy_buf_str(out, "&#39;");
            break;
        case '\n':
            pgy_buf_str(out, "<br>");
            break;
        default:
            if (c >= 0x20 && c != 0x7f)
                pgy_buf_char(out, *p);
        }
    }
}

/* SVG knows no <br>. */
static void svg_text(struct pgy_buf *out, int x, int y, const char *text)
{
    pgy_buf_printf(out, "<text x=\"%d\" y=\"%d\">", x, y);
    for (const char *p = text ? text : ""; *p; p++) {
        char one[2] = {*p == '\n' ? ' ' : *p, '\0'};
        escaped(out, one);
    }
    pgy_buf_str(out, "</text>");
}

static void svg_open(struct pgy_buf *out, int width, size_t rows)
{
    /* No role: its labels and numbers are text, which a screen reader is to find. */
    pgy_buf_printf(out, "<svg viewBox=\"0 0 %d %zu\" width=\"%d\">", width, rows * ROW_H + 4,
                   width);
}

static void rect(struct pgy_buf *out, const char *class, int x, int y, int width)
{
    pgy_buf_printf(out,
                   "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"2\"/>",
                   class, x, y, width, BAR_H);
}

/* Room for the longest of n labels, which must not run into what stands right of them. */
static int room(const char *const *texts, size_t stride, size_t n, int least)
{
    int most = least;
    for (size_t i = 0; i < n; i++) {
        const char *text = *(const char *const *)(const void *)((const char *)texts + i * stride);
        int width = (text ? (int)pgy_wrap_width(text, strlen(text)) : 0) * CHAR_W + GAP;
        most = width > most ? width : most;
    }
    return most;
}

static int chart_x(const struct pgy_part *parts, size_t n)
{
    return n > 0 ? room(&parts->text, sizeof *parts, n, CHART_X) : CHART_X;
}

static void table(const struct pgy_doc_block *block, struct pgy_buf *out)
{
    uint32_t columns = pgy_doc_columns(block);
    pgy_buf_str(out, "<table>\n");
    for (size_t r = 0; r < block->n; r++) {
        int best = pgy_doc_best(block, &block->parts[r]);
        pgy_buf_str(out, r == 0 ? "<thead><tr>" : "<tr>");
        for (uint32_t c = 0; c < columns; c++) {
            const char *cell = pgy_doc_cell(&block->parts[r], c);
            bool kept = strlen(cell) <= SHORT && cell[0];
            if (r == 0)
                pgy_buf_str(out, "<th scope=\"col\">");
            else if (best == (int)c || kept)
                pgy_buf_printf(out, "<td class=\"%s%s%s\">", best == (int)c ? "best" : "",
                               best == (int)c && kept ? " " : "", kept ? "k" : "");
            else
                pgy_buf_str(out, "<td>");
            escaped(out, cell);
            pgy_buf_str(out, r == 0 ? "</th>" : "</td>");
        }
        pgy_buf_str(out, r == 0 ? "</tr></thead>\n<tbody>\n" : "</tr>\n");
    }
    pgy_buf_str(out, "</tbody></table>\n");
}

static void bars(const struct pgy_doc_block *block, struct pgy_buf *out)
{
    double max = pgy_doc_bar_max(block);
    int left = chart_x(block->parts, block->n);
    svg_open(out, left + CHART_W + VALUE_W, block->n);
    for (size_t i = 0; i < block->n; i++) {
        const struct pgy_part *part = &block->parts[i];
        double value = pgy_doc_num(part, 0), limit = pgy_doc_num(part, 1);
        int y = (int)i * ROW_H + 4;
        char a[32], b[32];
        svg_text(out, 0, y + BAR_H - 2, part->text);
        rect(out, "e", left, y, CHART_W);
        if (max > 0 && value > 0)
            rect(out, "f", left, y, (int)(value / max * CHART_W + 0.5));
        if (part->nnums > 1 && max > 0 && limit > 0) {
            int x = left + (int)(limit / max * CHART_W + 0.5);
            pgy_buf_printf(out, "<line class=\"l\" x1=\"%d\" x2=\"%d\" y1=\"%d\" y2=\"%d\"/>", x, x,
                           y - 2, y + BAR_H + 2);
        }
        struct pgy_buf words PGY_BUF_CLEANUP = PGY_BUF_INIT(96);
        pgy_buf_str(&words, pgy_doc_number(value, a));
        if (part->nnums > 1)
            pgy_buf_printf(&words, " of %s", pgy_doc_number(limit, b));
        svg_text(out, left + CHART_W + 8, y + BAR_H - 2, pgy_buf_text(&words));
    }
    pgy_buf_str(out, "</svg>\n");
}

static void bands(const struct pgy_doc_block *block, struct pgy_buf *out)
{
    pgy_day first, last;
    pgy_doc_axis(block, &first, &last);
    int64_t span = (int64_t)last - first + 1;
    int left = chart_x(block->parts, block->n);
    svg_open(out, left + CHART_W + VALUE_W, block->n);
    for (size_t i = 0; i < block->n; i++) {
        pgy_day from, to;
        char a[PGY_DAY_TEXT], b[PGY_DAY_TEXT];
        pgy_doc_band(&block->parts[i], &from, &to);
        int y = (int)i * ROW_H + 4;
        int x = (int)(((int64_t)from - first) * CHART_W / span),
            end = (int)(((int64_t)to - first + 1) * CHART_W / span);
        svg_text(out, 0, y + BAR_H - 2, block->parts[i].text);
        rect(out, "e", left, y, CHART_W);
        rect(out, "f", left + x, y, end > x ? end - x : 1);
        struct pgy_buf words PGY_BUF_CLEANUP = PGY_BUF_INIT(64);
        pgy_buf_printf(&words, "%s to %s", pgy_civil_text(from, a), pgy_civil_text(to, b));
        svg_text(out, left + CHART_W + 8, y + BAR_H - 2, pgy_buf_text(&words));
    }
    pgy_buf_str(out, "</svg>\n");
}

static void grid(const struct pgy_doc_block *block, struct pgy_buf *out)
{
    uint32_t columns = pgy_doc_columns(block);
    int left = chart_x(block->parts + 1, block->n - 1),
        cell = room(block->parts->cells, sizeof(char *), columns, CELL_W);
    svg_open(out, left + (int)columns * cell, block->n);
    for (uint32_t c = 0; c < columns; c++)
        svg_text(out, left + (int)c * cell, BAR_H + 2, pgy_doc_cell(block->parts, c));
    for (size_t r = 1; r < block->n; r++) {
        int y = (int)r * ROW_H + 4;
        svg_text(out, 0, y + BAR_H - 2, block->parts[r].text);
        for (uint32_t c = 0; c < columns; c++) {
            double value = pgy_doc_num(&block->parts[r], c);
            if (value >= 2)
                svg_text(out, left + (int)c * cell, y + BAR_H - 2, "-");
            else
                rect(out, value > 0 ? "f" : "e", left + (int)c * cell, y, BAR_H);
        }
    }
    pgy_buf_str(out, "</svg>\n");
}

static void element(struct pgy_buf *out, const char *name, const char *text)
{
    pgy_buf_printf(out, "<%s>", name);
    escaped(out, text);
    pgy_buf_printf(out, "</%s>\n", name);
}

static void block_of(const struct pgy_doc_block *block, struct pgy_buf *out)
{
    static const char *const headings[] = {"h1", "h1", "h2", "h3"};
    switch (block->type) {
    case PGYD_HEADING:
        element(out, headings[block->parts[0].level < 3 ? block->parts[0].level : 3],
                block->parts[0].text);
        break;
    case PGYD_PARAGRAPH:
        element(out, "p", block->parts[0].text);
        break;
    case PGYD_LIST_ITEM:
        pgy_buf_str(out, "<ul>\n");
        for (size_t i = 0; i < block->n; i++)
            element(out, "li", block->parts[i].text);
        pgy_buf_str(out, "</ul>\n");
        break;
    case PGYD_TABLE_HEAD:
        table(block, out);
        break;
    case PGYD_BAR:
        bars(block, out);
        break;
    case PGYD_BAND:
        bands(block, out);
        break;
    default:
        grid(block, out);
        break;
    }
}

void pgy_doc_html(const struct pgy_part *parts, size_t n, const char *title, struct pgy_buf *out)
{
    struct pgy_doc_block block;
    pgy_buf_str(out, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                     "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n");
    element(out, "title", title ? title : "pgyd");
    pgy_buf_printf(out, "<style>%s</style>\n</head>\n<body>\n", style);
    if (title && !pgy_doc_headed(parts, n))
        element(out, "h1", title);
    for (size_t at = 0; pgy_doc_next(parts, n, &at, &block);)
        block_of(&block, out);
    pgy_buf_str(out, "</body>\n</html>\n");
}
