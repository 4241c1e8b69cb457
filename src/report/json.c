/* SPDX-License-Identifier: BSD-2-Clause */
/* {"title": …, "blocks": [{"type": "table", …}, …]}: what the other forms draw, as data. Bands
 * carry dates, not day numbers. */
#include "report/doc.h"

#include "base/err.h"

#include <errno.h>
#include <jansson.h>
#include <math.h>

static json_t *string(const char *text)
{
    json_t *value = json_string(text ? text : "");
    return value ? value : json_string(""); /* not UTF-8 */
}

static json_t *cells(const struct pgy_doc_block *block, const struct pgy_part *row)
{
    json_t *list = json_array();
    for (uint32_t c = 0; c < pgy_doc_columns(block); c++)
        json_array_append_new(list, string(pgy_doc_cell(row, c)));
    return list;
}

static json_t *number(double value)
{
    if (fabs(value) < 1e15 && fabs(value - nearbyint(value)) < 1e-9)
        return json_integer((json_int_t)nearbyint(value));
    return json_real(value);
}

static json_t *table(const struct pgy_doc_block *block)
{
    json_t *rows = json_array();
    for (size_t r = 1; r < block->n; r++) {
        int best = pgy_doc_best(block, &block->parts[r]);
        json_t *row = json_pack("{s:o}", "cells", cells(block, &block->parts[r]));
        if (best >= 0)
            json_object_set_new(row, "best", json_integer(best));
        json_array_append_new(rows, row);
    }
    return json_pack("{s:s, s:o, s:o}", "type", "table", "head", cells(block, block->parts), "rows",
                     rows);
}

static json_t *bars(const struct pgy_doc_block *block)
{
    json_t *rows = json_array();
    for (size_t i = 0; i < block->n; i++) {
        json_t *row = json_pack("{s:o, s:o}", "label", string(block->parts[i].text), "value",
                                number(pgy_doc_num(&block->parts[i], 0)));
        if (block->parts[i].nnums > 1)
            json_object_set_new(row, "limit", number(pgy_doc_num(&block->parts[i], 1)));
        json_array_append_new(rows, row);
    }
    return json_pack("{s:s, s:o}", "type", "bars", "rows", rows);
}

static json_t *bands(const struct pgy_doc_block *block)
{
    json_t *rows = json_array();
    for (size_t i = 0; i < block->n; i++) {
        pgy_day first, last;
        char a[PGY_DAY_TEXT], b[PGY_DAY_TEXT];
        pgy_doc_band(&block->parts[i], &first, &last);
        json_array_append_new(
            rows, json_pack("{s:o, s:s, s:s}", "label", string(block->parts[i].text), "from",
                            pgy_civil_text(first, a), "to", pgy_civil_text(last, b)));
    }
    return json_pack("{s:s, s:o}", "type", "bands", "rows", rows);
}

static json_t *grid(const struct pgy_doc_block *block)
{
    static const char *const words[] = {"empty", "full", "na"};
    json_t *rows = json_array();
    for (size_t r = 1; r < block->n; r++) {
        json_t *list = json_array();
        for (uint32_t c = 0; c < pgy_doc_columns(block); c++) {
            double value = pgy_doc_num(&block->parts[r], c);
            json_array_append_new(list, json_string(words[value >= 2 ? 2 : value > 0 ? 1 : 0]));
        }
        json_array_append_new(
            rows, json_pack("{s:o, s:o}", "label", string(block->parts[r].text), "cells", list));
    }
    return json_pack("{s:s, s:o, s:o}", "type", "grid", "head", cells(block, block->parts), "rows",
                     rows);
}

static json_t *items(const struct pgy_doc_block *block)
{
    json_t *list = json_array();
    for (size_t i = 0; i < block->n; i++)
        json_array_append_new(list, string(block->parts[i].text));
    return json_pack("{s:s, s:o}", "type", "list", "items", list);
}

static json_t *block_of(const struct pgy_doc_block *block)
{
    switch (block->type) {
    case PGYD_HEADING:
        return json_pack("{s:s, s:i, s:o}", "type", "heading", "level", (int)block->parts[0].level,
                         "text", string(block->parts[0].text));
    case PGYD_PARAGRAPH:
        return json_pack("{s:s, s:o}", "type", "paragraph", "text", string(block->parts[0].text));
    case PGYD_LIST_ITEM:
        return items(block);
    case PGYD_TABLE_HEAD:
        return table(block);
    case PGYD_BAR:
        return bars(block);
    case PGYD_BAND:
        return bands(block);
    default:
        return grid(block);
    }
}

static int write(const char *bytes, size_t len, void *arg)
{
    return pgy_buf_add(arg, bytes, len) == 0 ? 0 : -1;
}

void pgy_doc_json(const struct pgy_part *parts, size_t n, const char *title, struct pgy_buf *out)
{
    struct pgy_doc_block block;
    json_t *blocks = json_array();
    for (size_t at = 0; pgy_doc_next(parts, n, &at, &block);)
        json_array_append_new(blocks, block_of(&block));
    json_t *document =
        json_pack("{s:o, s:o}", "title", title ? string(title) : json_null(), "blocks", blocks);
    if (json_dump_callback(document, write, out, JSON_INDENT(2)) == 0)
        pgy_buf_char(out, '\n');
    else if (!out->err)
        out->err = -ENOMEM;
    json_decref(document);
}
