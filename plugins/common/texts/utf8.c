/* SPDX-License-Identifier: BSD-2-Clause */
/* How bytes make characters, once for all plugins. What a character means (a digit, a blank) is its
 * reader's business. */
#include "plugins/common/texts/utf8.h"

#include <string.h>

static bool continues(unsigned char byte)
{
    return (byte & 0xc0) == 0x80;
}

size_t pgc_utf8_char(const char *text, size_t len)
{
    const unsigned char *s = (const unsigned char *)text;
    if (len == 0)
        return 0;
    if (s[0] < 0x80)
        return 1;
    size_t need = s[0] >= 0xf0 ? 4 : s[0] >= 0xe0 ? 3 : 2;
    if (s[0] < 0xc2 || s[0] > 0xf4 || need > len)
        return 0;
    for (size_t i = 1; i < need; i++) {
        if (!continues(s[i]))
            return 0;
    }
    if ((s[0] == 0xe0 && s[1] < 0xa0) || (s[0] == 0xed && s[1] > 0x9f) ||
        (s[0] == 0xf0 && s[1] < 0x90) || (s[0] == 0xf4 && s[1] > 0x8f))
        return 0;
    return need;
}

uint32_t pgc_utf8_next(const char **text)
{
    const unsigned char *s = (const unsigned char *)*text;
    size_t n = pgc_utf8_char(*text, strnlen(*text, 4));
    *text += n ? n : 1;
    if (n == 0)
        return '?';
    uint32_t code = n == 1 ? s[0] : s[0] & (0x7fu >> n);
    for (size_t i = 1; i < n; i++)
        code = code << 6 | (s[i] & 0x3fu);
    return code;
}

/* Eight bytes at once: nearly all of packs and lists is such text, and every plan reads all of it.
 * A byte below ' ' borrows, '\x7f' carries: each shows in a highest bit. */
size_t pgc_utf8_plain(const char *text, size_t len)
{
    const uint64_t ones = UINT64_MAX / 255, high = 0x80 * ones;
    size_t i = 0;
    for (uint64_t word; len - i >= sizeof word; i += sizeof word) {
        memcpy(&word, text + i, sizeof word);
        if ((word | (word - ' ' * ones) | (word + ones)) & high)
            break;
    }
    while (i < len && text[i] >= ' ' && text[i] <= '~')
        i++;
    return i;
}

const char *pgc_utf8_fault(const char *text, size_t len)
{
    for (size_t i = 0; (i += pgc_utf8_plain(text + i, len - i)) < len;) {
        size_t n = pgc_utf8_char(text + i, len - i);
        if (n == 0)
            return text + i;
        i += n;
    }
    return NULL;
}

size_t pgc_utf8_control(const char *text, size_t len)
{
    const unsigned char *s = (const unsigned char *)text;
    if (s[0] < 0x20 || s[0] == 0x7f)
        return 1;
    return s[0] == 0xc2 && len > 1 && s[1] >= 0x80 && s[1] <= 0x9f ? 2 : 0;
}

size_t pgc_utf8_count(const char *text)
{
    size_t n = 0;
    for (; *text; n++)
        pgc_utf8_next(&text);
    return n;
}

void pgc_utf8_cut(char *text, size_t characters)
{
    const char *end = text;
    while (*end && characters-- > 0)
        pgc_utf8_next(&end);
    text[end - text] = '\0';
}

bool pgc_utf8_line(const char *text, size_t most)
{
    size_t len = strlen(text);
    if (len == 0 || len > most || (text[0] == ' ' && strspn(text, " ") == len))
        return false;
    for (size_t i = 0; (i += pgc_utf8_plain(text + i, len - i)) < len;) {
        size_t n = pgc_utf8_char(text + i, len - i);
        if (n == 0 || pgc_utf8_control(text + i, len - i))
            return false;
        i += n;
    }
    return true;
}
