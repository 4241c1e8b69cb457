/* SPDX-License-Identifier: BSD-2-Clause */
/* Folds case, accents, blanks and digits of any script, and finds words and figures in what comes
 * of it. Decides nothing about them. */
#include "plugins/offers/honesty/fold.h"

#include "plugins/common/texts/utf8.h"

#include <stdlib.h>
#include <string.h>

/* First digits of other scripts: superscripts apart. */
static const uint32_t zeros[] = {0x660,  0x6f0,   0x7c0,   0x966,   0x9e6,   0xa66,
                                 0xae6,  0xb66,   0xbe6,   0xc66,   0xce6,   0xd66,
                                 0xe50,  0xed0,   0xf20,   0x1040,  0x17e0,  0x1810,
                                 0xff10, 0x1d7ce, 0x1d7d8, 0x1d7e2, 0x1d7ec, 0x1d7f6};

static uint32_t digit(uint32_t code)
{
    if (code == 0xb9 || code == 0xb2 || code == 0xb3)
        return code == 0xb9 ? '1' : '0' + (code - 0xb0);
    if ((code >= 0x2070 && code <= 0x2079) || (code >= 0x2080 && code <= 0x2089))
        return '0' + (code & 0xf);
    if (code >= 0x2460 && code <= 0x2468)
        return '1' + (code - 0x2460);
    for (size_t i = 0; i < sizeof zeros / sizeof zeros[0]; i++) {
        if (code >= zeros[i] && code < zeros[i] + 10)
            return '0' + (code - zeros[i]);
    }
    return code;
}

static bool unseen(uint32_t c)
{
    return c == 0xad || (c >= 0x200b && c <= 0x200f) || (c >= 0x202a && c <= 0x202e) ||
           (c >= 0x2060 && c <= 0x2064) || c == 0xfeff || (c >= 0xfe00 && c <= 0xfe0f) ||
           (c >= 0x300 && c <= 0x36f);
}

static bool blank(uint32_t c)
{
    return (c >= 0x09 && c <= 0x0d) || c == ' ' || c == 0xa0 || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200a) || c == 0x2028 || c == 0x2029 || c == 0x202f ||
           c == 0x205f || c == 0x3000;
}

static uint32_t plain(uint32_t c)
{
    c = digit(c);
    if (c > 0xff00 && c < 0xff5f)
        c -= 0xfee0;
    if (c >= 0x2018 && c <= 0x201b)
        return '\'';
    if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212)
        return '-';
    if (c >= 'A' && c <= 'Z')
        return c + 32;
    if ((c >= 0xc0 && c <= 0xde && c != 0xd7) || (c >= 0x391 && c <= 0x3a9) ||
        (c >= 0x410 && c <= 0x42f))
        return c + 32;
    /* Latin Extended-A comes in pairs, nearly */
    return c >= 0x100 && c <= 0x17f && c != 0x138 ? c | 1u : c;
}

static size_t put(char *out, uint32_t c)
{
    if (c < 0x80) {
        out[0] = (char)c;
        return 1;
    }
    if (c < 0x800) {
        out[0] = (char)(0xc0 | c >> 6);
        out[1] = (char)(0x80 | (c & 0x3f));
        return 2;
    }
    if (c < 0x10000) {
        out[0] = (char)(0xe0 | c >> 12);
        out[1] = (char)(0x80 | (c >> 6 & 0x3f));
        out[2] = (char)(0x80 | (c & 0x3f));
        return 3;
    }
    out[0] = (char)(0xf0 | c >> 18);
    out[1] = (char)(0x80 | (c >> 12 & 0x3f));
    out[2] = (char)(0x80 | (c >> 6 & 0x3f));
    out[3] = (char)(0x80 | (c & 0x3f));
    return 4;
}

static bool letter_or_digit(uint32_t c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
           (c >= 0xc0 && c != 0xd7 && c != 0xf7 && !(c >= 0x2000 && c <= 0x2bff));
}

static const char *fold(const char *text, char *out, size_t size, bool words)
{
    size_t n = 0;
    bool gap = false;
    while (*text && n + 6 < size) {
        uint32_t c = pgc_utf8_next(&text);
        if (unseen(c))
            continue;
        c = plain(c);
        if (blank(c) || (words && !letter_or_digit(c))) {
            gap = true;
            continue;
        }
        if (gap && n > 0)
            out[n++] = ' ';
        gap = false;
        n += put(out + n, c);
    }
    out[n] = '\0';
    return out;
}

const char *fold_text(const char *text, char *out, size_t size)
{
    return fold(text, out, size, false);
}

const char *fold_words(const char *text, char *out, size_t size)
{
    return fold(text, out, size, true);
}

/* ---- with a map back ---- */

static void map_byte(struct fold_map *map, char byte, size_t from)
{
    map->from[map->len] = (uint32_t)from;
    map->text[map->len++] = byte;
}

static void map_character(struct fold_map *map, uint32_t c, size_t from)
{
    char bytes[4];
    size_t n = put(bytes, c);
    for (size_t i = 0; i < n; i++)
        map_byte(map, bytes[i], from);
}

static void map_lines(const char *text, struct fold_map *map)
{
    for (const char *p = text; *p;) {
        size_t from = (size_t)(p - text);
        uint32_t c = pgc_utf8_next(&p);
        if (unseen(c) || c == '\r')
            continue;
        if (blank(c))
            map_byte(map, c == '\n' ? '\n' : ' ', from);
        else
            map_character(map, plain(c), from);
    }
    map->from[map->len] = (uint32_t)strlen(text);
}

static void map_words(const char *text, struct fold_map *map)
{
    size_t gap = SIZE_MAX;
    for (const char *p = text; *p;) {
        size_t from = (size_t)(p - text);
        uint32_t c = pgc_utf8_next(&p);
        if (unseen(c))
            continue;
        c = plain(c);
        if (blank(c) || !letter_or_digit(c)) {
            gap = gap == SIZE_MAX ? from : gap;
            continue;
        }
        if (gap != SIZE_MAX && map->len > 0)
            map_byte(map, ' ', gap);
        gap = SIZE_MAX;
        map_character(map, c, from);
    }
    map->from[map->len] = (uint32_t)(gap == SIZE_MAX ? strlen(text) : gap);
}

bool fold_map_make(const char *text, bool lines, struct fold_map *map)
{
    /* Folding never makes a text longer, but for the blank in words, which has its place. */
    size_t len = strlen(text);
    *map = (struct fold_map){.text = malloc(len + 8)};
    map->from = calloc(len + 8, sizeof *map->from);
    if (!map->text || !map->from)
        return false;
    if (lines)
        map_lines(text, map);
    else
        map_words(text, map);
    map->text[map->len] = '\0';
    return true;
}

void fold_map_free(struct fold_map *map)
{
    free(map->text);
    free(map->from);
    *map = (struct fold_map){.text = NULL};
}

bool fold_find(const char *text, const char *words, size_t *at)
{
    size_t len = strlen(words);
    for (const char *p = len ? strstr(text + *at, words) : NULL; p; p = strstr(p + 1, words)) {
        if ((p == text || p[-1] == ' ') && (p[len] == '\0' || p[len] == ' ')) {
            *at = (size_t)(p - text);
            return true;
        }
    }
    return false;
}

bool fold_digits(const char *folded, size_t *at, size_t *from, size_t *len)
{
    static const char digits[] = "0123456789";
    size_t i = *at + strcspn(folded + *at, digits), n = 0;
    if (!folded[i])
        return false;
    for (;;) {
        n += strspn(folded + i + n, digits);
        if ((folded[i + n] != ',' && folded[i + n] != '.') || !folded[i + n + 1] ||
            !strchr(digits, folded[i + n + 1]))
            break;
        n++;
    }
    *from = i;
    *len = n;
    *at = i + n;
    return true;
}

double fold_figure(const char *folded, size_t from, size_t len)
{
    double value = 0, scale = 1;
    bool fraction = false;
    for (size_t i = from; i < from + len; i++) {
        if (folded[i] == '.')
            fraction = true;
        else if (folded[i] != ',') {
            value = value * 10 + (folded[i] - '0');
            scale *= fraction ? 10 : 1;
        }
    }
    value /= scale;
    const char *rest = folded + from + len;
    rest += *rest == ' ';
    if (rest[0] == 'k' && !(rest[1] >= 'a' && rest[1] <= 'z'))
        return value * 1000;
    if (strncmp(rest, "thousand", 8) == 0 || strncmp(rest, "grand", 5) == 0)
        return value * 1000;
    return strncmp(rest, "million", 7) == 0 ? value * 1e6 : value;
}
