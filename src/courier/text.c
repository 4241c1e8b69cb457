/* SPDX-License-Identifier: BSD-2-Clause */
/* Cuts texts by bytes, characters or UTF-16 units, between characters, and takes control characters
 * out. */
#include "courier/text.h"

#include "base/utf8.h"

#include <string.h>

#define ELLIPSIS "\xe2\x80\xa6"
#define ZERO_WIDTH_JOINER "\xe2\x80\x8d"

/* UTF-16 units of the character that begins at a byte; 0 for the bytes that continue one. */
static size_t units_at(char c, enum pgy_unit unit)
{
    if (unit == PGY_BYTES)
        return 1;
    return pgy_utf8_continues(c) ? 0 : (unsigned char)c >= 0xf0 ? 2 : 1;
}

size_t pgy_text_count(const char *text, enum pgy_unit unit)
{
    size_t n = 0;
    if (unit == PGY_BYTES)
        return strlen(text);
    for (; *text; text++)
        n += units_at(*text, unit);
    return n;
}

/* The most bytes of text that hold no more than max units and end between characters. */
static size_t prefix(const char *text, size_t len, size_t max, enum pgy_unit unit)
{
    size_t n = 0, at = 0;
    if (unit == PGY_BYTES)
        return pgy_utf8_cut(text, len, max);
    for (; at < len && n + units_at(text[at], unit) <= max; at++)
        n += units_at(text[at], unit);
    return at;
}

/* Blanks, and a joiner with nothing left to join, say nothing before "…". */
static size_t trim_end(const char *text, size_t len)
{
    const size_t joiner = strlen(ZERO_WIDTH_JOINER);
    for (;;) {
        if (len > 0 && (text[len - 1] == ' ' || text[len - 1] == '\n'))
            len--;
        else if (len >= joiner && memcmp(text + len - joiner, ZERO_WIDTH_JOINER, joiner) == 0)
            len -= joiner;
        else
            return len;
    }
}

const char *pgy_text_fit(const char *text, size_t max, enum pgy_unit unit, struct pgy_arena *arena)
{
    if (pgy_text_count(text, unit) <= max)
        return text;
    size_t mark = pgy_text_count(ELLIPSIS, unit), len = strlen(text);
    if (max < mark)
        return "";
    size_t cut = trim_end(text, prefix(text, len, max - mark, unit));
    char *out = pgy_arena_alloc(arena, cut + sizeof ELLIPSIS);
    memcpy(out, text, cut);
    memcpy(out + cut, ELLIPSIS, sizeof ELLIPSIS);
    return out;
}

const char *pgy_text_clean(const char *text, bool lines, struct pgy_arena *arena)
{
    if (!text)
        return "";
    size_t len = strlen(text);
    char *out = pgy_arena_alloc(arena, 2 * len + 1), *to = out;
    while (*text) {
        size_t control = pgy_utf8_control(text, strnlen(text, 2));
        if (control == 0) {
            *to++ = *text++;
            continue;
        }
        if (*text == '\n' && !lines && to > out && text[1])
            *to++ = ';';
        *to++ = *text == '\n' && lines ? '\n' : ' ';
        text += control;
    }
    *to = '\0';
    return out;
}
