/* SPDX-License-Identifier: BSD-2-Clause */
/* What the renderers share: reading parts in order, columns, numbers, axes. Each form is in a
 * file of its own. */
#include "report/doc.h"

#include "base/str.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* What may follow in the same block; 0: stands alone. */
static uint16_t follows(uint16_t type)
{
    switch (type) {
    case PGYD_LIST_ITEM:
    case PGYD_BAR:
    case PGYD_BAND:
        return type;
    case PGYD_TABLE_HEAD:
        return PGYD_TABLE_ROW;
    case PGYD_GRID_HEAD:
        return PGYD_GRID_ROW;
    default:
        return 0;
    }
}

bool pgy_doc_next(const struct pgy_part *parts, size_t n, size_t *at, struct pgy_doc_block *block)
{
    for (; *at < n; ++*at) {
        uint16_t type = parts[*at].type;
        if (type == PGYD_TABLE_ROW || type == PGYD_GRID_ROW || type < PGYD_HEADING ||
            type > PGYD_GRID_ROW)
            continue; /* a row without a head */
        *block = (struct pgy_doc_block){type, &parts[*at], 1};
        while (*at + block->n < n && follows(type) && parts[*at + block->n].type == follows(type))
            block->n++;
        *at += block->n;
        return true;
    }
    return false;
}

bool pgy_doc_headed(const struct pgy_part *parts, size_t n)
{
    return n > 0 && parts[0].type == PGYD_HEADING && parts[0].level <= 1;
}

uint32_t pgy_doc_columns(const struct pgy_doc_block *block)
{
    return block->parts[0].ncells;
}

const char *pgy_doc_cell(const struct pgy_part *row, uint32_t column)
{
    return column < row->ncells && row->cells[column] ? row->cells[column] : "";
}

int pgy_doc_best(const struct pgy_doc_block *table, const struct pgy_part *row)
{
    static const char prefix[] = "best:";
    int64_t number;
    if (!row->text || strncmp(row->text, prefix, strlen(prefix)) != 0)
        return -1;
    const char *column = row->text + strlen(prefix);
    for (uint32_t i = 0; i < pgy_doc_columns(table); i++) {
        if (strcmp(pgy_doc_cell(&table->parts[0], i), column) == 0)
            return (int)i;
    }
    if (pgy_str_int(column, 0, (int64_t)pgy_doc_columns(table) - 1, &number) != 0)
        return -1;
    return (int)number;
}

double pgy_doc_num(const struct pgy_part *part, uint32_t i)
{
    return i < part->nnums && isfinite(part->nums[i]) ? part->nums[i] : 0;
}

/* A comma before every third digit from the right: 376,667. */
static void grouped(long long whole, char text[32])
{
    char digits[24];
    size_t n = (size_t)snprintf(digits, sizeof digits, "%lld", whole), at = 0;
    for (size_t i = 0; i < n; i++) {
        text[at++] = digits[i];
        if (digits[i] != '-' && i + 1 < n && (n - i - 1) % 3 == 0)
            text[at++] = ',';
    }
    text[at] = '\0';
}

const char *pgy_doc_number(double value, char text[32])
{
    double whole = nearbyint(value);
    if (fabs(value) >= 1e15)
        snprintf(text, 32, "%.6g", value);
    else if (fabs(value - whole) < 1e-9)
        grouped((long long)whole, text);
    else
        snprintf(text, 32, "%.2f", value);
    return text;
}

static pgy_day day_of(double value)
{
    pgy_day least = pgy_civil_day(PGY_YEAR_MIN, 1, 1), most = pgy_civil_day(PGY_YEAR_MAX, 12, 31);
    return value < least ? least : value > most ? most : (pgy_day)value;
}

void pgy_doc_band(const struct pgy_part *part, pgy_day *first, pgy_day *last)
{
    *first = day_of(pgy_doc_num(part, 0));
    *last = part->nnums > 1 ? day_of(pgy_doc_num(part, 1)) : *first;
    if (*last < *first)
        *last = *first;
}

double pgy_doc_bar_max(const struct pgy_doc_block *bars)
{
    double max = 0;
    for (size_t i = 0; i < bars->n; i++)
        max = fmax(max, fmax(pgy_doc_num(&bars->parts[i], 0), pgy_doc_num(&bars->parts[i], 1)));
    return max;
}

void pgy_doc_axis(const struct pgy_doc_block *bands, pgy_day *first, pgy_day *last)
{
    pgy_doc_band(&bands->parts[0], first, last);
    for (size_t i = 1; i < bands->n; i++) {
        pgy_day a, b;
        pgy_doc_band(&bands->parts[i], &a, &b);
        *first = a < *first ? a : *first;
        *last = b > *last ? b : *last;
    }
}
