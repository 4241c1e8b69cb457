/* SPDX-License-Identifier: BSD-2-Clause */
/* Markdown with pipe tables (CommonMark and the GitHub table extension). Charts become tables of
 * their numbers. */
#include "report/doc.h"

#include <string.h>

/* A text in which nothing is markup; line ends become blanks (a break inside a cell or heading
 * would end it). */
static void escaped(struct pgy_buf *out, const char *text)
{
    for (const char *p = text ? text : ""; *p; p++) {
        if (*p == '\n') {
            pgy_buf_char(out, ' ');
            continue;
        }
        if (*p == '<' || *p == '&') {
            pgy_buf_str(out, *p == '<' ? "&lt;" : "&amp;");
            continue;
        }
        if (strchr("\\`*_[]|#>~", *p) || (p == text && strchr("-+", *p)))
            pgy_buf_char(out, '\\');
        pgy_buf_char(out, *p);
    }
}

static void rule(struct pgy_buf *out, uint32_t columns)
{
    for (uint32_t c = 0; c < columns; c++)
        pgy_buf_str(out, "| --- ");
    pgy_buf_str(out, "|\n");
}

static void table(const struct pgy_doc_block *block, struct pgy_buf *out)
{
    uint32_t columns = pgy_doc_columns(block);
    for (size_t r = 0; r < block->n; r++) {
        int best = pgy_doc_best(block, &block->parts[r]);
        for (uint32_t c = 0; c < columns; c++) {
            pgy_buf_str(out, best == (int)c ? "| **" : "| ");
            escaped(out, pgy_doc_cell(&block->parts[r], c));
            pgy_buf_str(out, best == (int)c ? "** " : " ");
        }
        pgy_buf_str(out, "|\n");
        if (r == 0)
            rule(out, columns);
    }
}

static void bars(const struct pgy_doc_block *block, struct pgy_buf *out)
{
    char number[32];
    pgy_buf_str(out, "| | Value | Limit or target |\n");
    rule(out, 3);
    for (size_t i = 0; i < block->n; i++) {
        const struct pgy_part *part = &block->parts[i];
        pgy_buf_str(out, "| ");
        escaped(out, part->text);
        pgy_buf_printf(out, " | %s |", pgy_doc_number(pgy_doc_num(part, 0), number));
        pgy_buf_printf(out, " %s |\n",
                       part->nnums > 1 ? pgy_doc_number(pgy_doc_num(part, 1), number) : "");
    }
}

static void bands(const struct pgy_doc_block *block, struct pgy_buf *out)
{
    pgy_buf_str(out, "| | From | To |\n");
    rule(out, 3);
    for (size_t i = 0; i < block->n; i++) {
        pgy_day first, last;
        char a[PGY_DAY_TEXT], b[PGY_DAY_TEXT];
        pgy_doc_band(&block->parts[i], &first, &last);
        pgy_buf_str(out, "| ");
        escaped(out, block->parts[i].text);
        pgy_buf_printf(out, " | %s | %s |\n", pgy_civil_text(first, a), pgy_civil_text(last, b));
    }
}

static void grid(const struct pgy_doc_block *block, struct pgy_buf *out)
{
    static const char *const marks[] = {"", "x", "n/a"};
    uint32_t columns = pgy_doc_columns(block);
    pgy_buf_str(out, "| ");
    for (uint32_t c = 0; c < columns; c++) {
        pgy_buf_str(out, "| ");
        escaped(out, pgy_doc_cell(block->parts, c));
        pgy_buf_char(out, ' ');
    }
    pgy_buf_str(out, "|\n");
    rule(out, columns + 1);
    for (size_t r = 1; r < block->n; r++) {
        pgy_buf_str(out, "| ");
        escaped(out, block->parts[r].text);
        for (uint32_t c = 0; c < columns; c++) {
            double value = pgy_doc_num(&block->parts[r], c);
            pgy_buf_printf(out, " | %s", marks[value >= 2 ? 2 : value > 0 ? 1 : 0]);
        }
        pgy_buf_str(out, " |\n");
    }
}

void pgy_doc_markdown(const struct pgy_part *parts, size_t n, const char *title,
                      struct pgy_buf *out)
{
    struct pgy_doc_block block;
    bool first = true;
    if (title && !pgy_doc_headed(parts, n)) {
        pgy_buf_str(out, "# ");
        escaped(out, title);
        pgy_buf_char(out, '\n');
        first = false;
    }
    for (size_t at = 0; pgy_doc_next(parts, n, &at, &block); first = false) {
        if (!first)
            pgy_buf_char(out, '\n');
        switch (block.type) {
        case PGYD_HEADING:
            pgy_buf_str(out, block.parts[0].level <= 1   ? "# "
                             : block.parts[0].level == 2 ? "## "
                                                         : "### ");
            escaped(out, block.parts[0].text);
            pgy_buf_char(out, '\n');
            break;
        case PGYD_PARAGRAPH:
            escaped(out, block.parts[0].text);
            pgy_buf_char(out, '\n');
            break;
        case PGYD_LIST_ITEM:
            for (size_t i = 0; i < block.n; i++) {
                pgy_buf_str(out, "- ");
                escaped(out, block.parts[i].text);
                pgy_buf_char(out, '\n');
            }
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
