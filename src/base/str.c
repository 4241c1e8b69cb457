/* SPDX-License-Identifier: BSD-2-Clause */
/* UTF-8, numbers, ids, nearest names. No formatting: that is buf.c and arena.c. */
#include "base/str.h"

#include "base/err.h"

#include <stdlib.h>
#include <string.h>

int pgy_str_int(const char *text, int64_t min, int64_t max, int64_t *value)
{
    bool negative = *text == '-';
    const char *p = text + negative;
    int64_t v = 0;
    if (!*p)
        return PGY_EPARSE;
    for (; *p; p++) {
        if (*p < '0' || *p > '9')
            return PGY_EPARSE;
        if (__builtin_mul_overflow(v, 10, &v) || __builtin_sub_overflow(v, *p - '0', &v))
            return PGY_ELIMIT;
    }
    if (!negative && __builtin_mul_overflow(v, -1, &v))
        return PGY_ELIMIT;
    if (v < min || v > max)
        return PGY_ELIMIT;
    *value = v;
    return 0;
}

int pgy_str_num(const char *text, double *value)
{
    const char *p = text;
    double whole = 0, fraction = 0, scale = 1;
    bool negative = *p == '-', digits = false;
    p += negative;
    for (; *p >= '0' && *p <= '9'; p++, digits = true)
        whole = whole * 10 + (*p - '0');
    if (*p == '.') {
        for (p++; *p >= '0' && *p <= '9' && scale < 1e15; p++, digits = true) {
            fraction = fraction * 10 + (*p - '0');
            scale *= 10;
        }
    }
    if (*p || !digits || whole > 1e15)
        return PGY_EPARSE;
    double v = whole + fraction / scale;
    *value = negative ? -v : v;
    return 0;
}

bool pgy_str_made_of(const char *text, size_t max, const char *alphabet)
{
    size_t n = text ? strnlen(text, max < SIZE_MAX ? max + 1 : max) : 0;
    return n >= 1 && n <= max && strspn(text, alphabet) == n;
}

bool pgy_str_is_id(const char *text)
{
    return pgy_str_made_of(text, 24, PGY_SMALL PGY_DIGITS "-");
}

bool pgy_str_is_word(const char *text)
{
    return pgy_str_made_of(text, SIZE_MAX, PGY_SMALL PGY_DIGITS "_-");
}

enum { LONGEST = 63 };

static char small(char c)
{
    return (char)(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
}

static size_t smaller(size_t a, size_t b)
{
    return a < b ? a : b;
}

size_t pgy_str_distance(const char *a, const char *b)
{
    size_t rows[3][LONGEST + 1], *older = rows[0], *before = rows[1], *row = rows[2];
    size_t la = strlen(a), lb = strlen(b);
    if (la > LONGEST || lb > LONGEST)
        return LONGEST + 1;
    for (size_t j = 0; j <= lb; j++)
        before[j] = j;
    for (size_t i = 1; i <= la; i++) {
        row[0] = i;
        for (size_t j = 1; j <= lb; j++) {
            char x = small(a[i - 1]), y = small(b[j - 1]);
            row[j] = smaller(before[j - 1] + (x != y), smaller(before[j], row[j - 1]) + 1);
            if (i > 1 && j > 1 && x == small(b[j - 2]) && small(a[i - 2]) == y)
                row[j] = smaller(row[j], older[j - 2] + 1);
        }
        size_t *spare = older;
        older = before;
        before = row;
        row = spare;
    }
    return before[lb];
}

const char *pgy_str_nearest(const char *name, const char *const *candidates, size_t n)
{
    const char *best = NULL;
    /* One letter in three, begun or whole; never all of them, which would be another name. */
    size_t len = strlen(name), slips = (len + 2) / 3, nearest = slips < len ? slips + 1 : len;
    for (size_t i = 0; i < n; i++) {
        size_t d = pgy_str_distance(name, candidates[i]);
        if (d < nearest) {
            nearest = d;
            best = candidates[i];
        }
    }
    return best;
}

char *pgy_str_trim(char *text)
{
    text += strspn(text, " \t\r");
    size_t n = strlen(text);
    while (n > 0 && strchr(" \t\r", text[n - 1]))
        n--;
    text[n] = '\0';
    return text;
}

bool pgy_streq(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}
