/* SPDX-License-Identifier: BSD-2-Clause */
/* The grammar of a line, for packs and templates. What to say about a fault is theirs. */
#include "plugins/common/texts/iniline.h"

#include <string.h>

/* A '\r' is the end of a line that Windows wrote; elsewhere it is refused as a control. */
static int is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

static void trim(const char *from, const char *to, const char **part, size_t *len)
{
    while (from < to && is_blank(*from))
        from++;
    while (to > from && is_blank(to[-1]))
        to--;
    *part = from;
    *len = (size_t)(to - from);
}

/* [kind] or [kind:id]; line->text begins with the bracket. */
static void section(struct pgc_iniline *line)
{
    const char *from = line->text + 1, *to = line->text + line->len;
    const char *close = memchr(from, ']', (size_t)(to - from)), *end = close ? close : to;
    const char *colon = memchr(from, ':', (size_t)(end - from));
    line->kind = PGC_INILINE_SECTION;
    trim(from, colon ? colon : end, &line->name, &line->name_len);
    if (colon)
        trim(colon + 1, end, &line->value, &line->value_len);
    line->fault = !close                          ? PGC_INILINE_UNCLOSED
                  : close + 1 < to                ? PGC_INILINE_FOLLOWED
                  : line->name_len == 0 && !colon ? PGC_INILINE_UNNAMED
                                                  : PGC_INILINE_FINE;
}

void pgc_iniline_take(const char *from, const char *to, struct pgc_iniline *line)
{
    *line = (struct pgc_iniline){.kind = PGC_INILINE_BLANK};
    trim(from, to, &line->text, &line->len);
    if (line->len == 0)
        return;
    if (*line->text == '[') {
        section(line);
        return;
    }
    const char *equals = memchr(line->text, '=', line->len);
    if (*line->text == '#' || *line->text == ';') {
        line->kind = PGC_INILINE_COMMENT;
    } else if (!equals) {
        line->kind = PGC_INILINE_OTHER;
    } else {
        line->kind = PGC_INILINE_KEY;
        trim(line->text, equals, &line->name, &line->name_len);
        trim(equals + 1, to, &line->value, &line->value_len);
        line->fault = line->name_len == 0 ? PGC_INILINE_UNNAMED : PGC_INILINE_FINE;
    }
}
