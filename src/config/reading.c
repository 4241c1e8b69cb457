/* SPDX-License-Identifier: BSD-2-Clause */
/* How readers of values say what is wrong with one. */
#include "config/value.h"

#include "base/err.h"
#include "base/str.h"
#include "base/utf8.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

const char *pgy_text_shown(struct pgy_arena *arena, const char *text)
{
    size_t len = strlen(text), cut = pgy_utf8_cut(text, len, 60);
    return cut == len ? text : pgy_arena_printf(arena, "%.*s…", (int)cut, text);
}

const char *pgy_reading_shown(const struct pgy_reading *reading, const char *raw)
{
    return reading->hide
               ? "the value"
               : pgy_arena_printf(reading->arena, "'%s'", pgy_text_shown(reading->arena, raw));
}

int pgy_reading_fail(struct pgy_reading *reading, const char *remedy, const char *format, ...)
{
    char text[1024] = "";
    va_list ap;
    va_start(ap, format);
    vsnprintf(text, sizeof text, format, ap);
    va_end(ap);
    reading->problem = pgy_arena_strdup(reading->arena, text);
    reading->remedy = remedy;
    return PGY_EINVAL;
}
