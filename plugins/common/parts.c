/* SPDX-License-Identifier: BSD-2-Clause */
/* Parts of reports in one call each: texts are formatted, and what is too long is cut between
 * characters. How they look is the host's. */
#include "plugins/common/parts.h"

#include <stdarg.h>

static int say(const struct pgyd_host *h, uint16_t type, uint16_t level, const char *text)
{
    struct pgyd_part part = {.size = sizeof part, .type = type, .level = level, .text = text};
    return h->part(h->ctx, &part);
}

int pgc_heading(const struct pgyd_host *h, uint16_t level, const char *text)
{
    return say(h, PGYD_HEADING, level, text);
}

/* What is too long is cut between characters: half of one would not be UTF-8. */
static int say_format(const struct pgyd_host *h, uint16_t type, const char *format, va_list ap)
    __attribute__((format(printf, 3, 0)));
static int say_format(const struct pgyd_host *h, uint16_t type, const char *format, va_list ap)
{
    char text[1024];
    pgc_vformat(text, sizeof text, format, ap);
    return say(h, type, 0, text);
}

int pgc_paragraph(const struct pgyd_host *h, const char *format, ...)
{
    va_list ap;
    va_start(ap, format);
    int rc = say_format(h, PGYD_PARAGRAPH, format, ap);
    va_end(ap);
    return rc;
}

int pgc_bullet(const struct pgyd_host *h, const char *format, ...)
{
    va_list ap;
    va_start(ap, format);
    int rc = say_format(h, PGYD_LIST_ITEM, format, ap);
    va_end(ap);
    return rc;
}

int pgc_row(const struct pgyd_host *h, bool head, const char *const *cells, uint32_t n)
{
    struct pgyd_part part = {.size = sizeof part,
                             .type = head ? PGYD_TABLE_HEAD : PGYD_TABLE_ROW,
                             .cells = cells,
                             .ncells = n};
    return h->part(h->ctx, &part);
}

int pgc_nums(const struct pgyd_host *h, uint16_t type, const char *label, const double *nums,
             uint32_t n)
{
    struct pgyd_part part = {
        .size = sizeof part, .type = type, .text = label, .nums = nums, .nnums = n};
    return h->part(h->ctx, &part);
}

int pgc_grid_head(const struct pgyd_host *h, const char *const *columns, uint32_t n)
{
    struct pgyd_part part = {
        .size = sizeof part, .type = PGYD_GRID_HEAD, .cells = columns, .ncells = n};
    return h->part(h->ctx, &part);
}
