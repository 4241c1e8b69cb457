/* SPDX-License-Identifier: BSD-2-Clause */
/* The one place that knows how bytes make characters. How many columns a character takes is
 * another question. */
#include "base/utf8.h"

#include <string.h>

size_t pgy_utf8_char(const char *text, size_t len)
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
        if (!pgy_utf8_continues(text[i]))
            return 0;
    }
    if ((s[0] == 0xe0 && s[1] < 0xa0) || (s[0] == 0xed && s[1] > 0x9f) ||
        (s[0] == 0xf0 && s[1] < 0x90) || (s[0] == 0xf4 && s[1] > 0x8f))
        return 0;
    return need;
}

bool pgy_utf8_continues(char byte)
{
    return ((unsigned char)byte & 0xc0) == 0x80;
}

uint32_t pgy_utf8_next(const char **text)
{
    const unsigned char *s = (const unsigned char *)*text;
    size_t n = pgy_utf8_char(*text, strnlen(*text, 4));
    *text += n ? n : 1;
    if (n == 0)
        return '?';
    uint32_t code = n == 1 ? s[0] : s[0] & (0x7fu >> n);
    for (size_t i = 1; i < n; i++)
        code = code << 6 | (s[i] & 0x3fu);
    return code;
}

/* Eight bytes of ASCII at once: nearly all of every text. */
enum { WORD = sizeof(uint64_t) };

/* A byte below ' ' borrows, '\x7f' carries: each shows in a highest bit. */
size_t pgy_utf8_plain(const char *text, size_t len)
{
    const uint64_t ones = UINT64_MAX / 255, high = 0x80 * ones;
    size_t i = 0;
    for (uint64_t word; len - i >= WORD; i += WORD) {
        memcpy(&word, text + i, WORD);
        if ((word | (word - ' ' * ones) | (word + ones)) & high)
            break;
    }
    while (i < len && text[i] >= ' ' && text[i] <= '~')
        i++;
    return i;
}

static bool ascii_word(const char *s)
{
    uint64_t word;
    memcpy(&word, s, WORD);
    return (word & UINT64_C(0x8080808080808080)) == 0;
}

bool pgy_utf8_valid(const char *text, size_t len)
{
    for (size_t i = 0, step; i < len; i += step) {
        const bool ascii = (unsigned char)text[i] < 0x80;
        step = len - i >= WORD && ascii_word(text + i) ? WORD
               : ascii                                 ? 1
                                                       : pgy_utf8_char(text + i, len - i);
        if (!step)
            return false;
    }
    return true;
}

size_t pgy_utf8_cut(const char *text, size_t len, size_t max)
{
    if (len <= max)
        return len;
    size_t cut = max;
    while (cut > 0 && pgy_utf8_continues(text[cut]))
        cut--;
    return cut;
}

size_t pgy_utf8_control(const char *text, size_t len)
{
    const unsigned char *s = (const unsigned char *)text;
    if (s[0] < 0x20 || s[0] == 0x7f)
        return 1;
    return s[0] == 0xc2 && len > 1 && s[1] >= 0x80 && s[1] <= 0x9f ? 2 : 0;
}

bool pgy_has_controls(const char *text, size_t len, const char *allowed)
{
    for (size_t i = 0; i < len; i++) {
        if (pgy_utf8_control(text + i, len - i) && (!text[i] || !strchr(allowed, text[i])))
            return true;
    }
    return false;
}

char *pgy_utf8_tame(char *to, size_t max, const char *text, size_t len)
{
    size_t most = len < max ? len : max, end = pgy_utf8_cut(text, len, max), n = 0;
    bool valid = most - end < 4 && pgy_utf8_valid(text, end); /* no character is longer */
    if (!valid)
        end = most;
    for (size_t i = 0; i < end;) {
        size_t control = pgy_utf8_control(text + i, end - i);
        bool bad = control || (!valid && (unsigned char)text[i] > 0x7f);
        to[n++] = bad ? '?' : text[i];
        i += control ? control : 1;
    }
    to[n] = '\0';
    return to;
}
