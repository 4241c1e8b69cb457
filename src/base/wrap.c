/* SPDX-License-Identifier: BSD-2-Clause */
/* The one place that knows how wide characters are and where a line ends. Which columns of a table
 * give way is fit.c's. */
#include "base/wrap.h"

#include "base/utf8.h"

#include <stdint.h>
#include <string.h>

/* Ranges of characters that take no column, and two (Unicode 15, East Asian Width W and F, the
 * common blocks), in order. wcwidth would depend on the locale. */
static const struct {
    uint32_t first, last;
    unsigned width;
} widths[] = {
    {0x0300, 0x036f, 0}, {0x0483, 0x0489, 0},   {0x0591, 0x05bd, 0},   {0x064b, 0x065f, 0},
    {0x1100, 0x115f, 2}, {0x1ab0, 0x1aff, 0},   {0x1dc0, 0x1dff, 0},   {0x200b, 0x200f, 0},
    {0x20d0, 0x20ff, 0}, {0x2e80, 0x303e, 2},   {0x3041, 0x33ff, 2},   {0x3400, 0x4dbf, 2},
    {0x4e00, 0x9fff, 2}, {0xa000, 0xa4cf, 2},   {0xac00, 0xd7a3, 2},   {0xf900, 0xfaff, 2},
    {0xfe00, 0xfe0f, 0}, {0xfe20, 0xfe2f, 0},   {0xfe30, 0xfe6f, 2},   {0xff00, 0xff60, 2},
    {0xffe0, 0xffe6, 2}, {0x1f300, 0x1f64f, 2}, {0x1f900, 0x1f9ff, 2}, {0x20000, 0x3fffd, 2},
};

static unsigned char_width(uint32_t c)
{
    for (size_t i = 0; i < sizeof widths / sizeof widths[0] && c >= widths[i].first; i++) {
        if (c <= widths[i].last)
            return widths[i].width;
    }
    return 1;
}

size_t pgy_wrap_width(const char *text, size_t len)
{
    size_t width = 0;
    for (const char *from = text; (size_t)(text - from) < len && *text;) {
        const bool ascii = (unsigned char)*text < 0x80;
        width += ascii ? 1 : char_width(pgy_utf8_next(&text));
        text += ascii;
    }
    return width;
}

static size_t larger(size_t a, size_t b)
{
    return a > b ? a : b;
}

size_t pgy_wrap_widest(const char *text)
{
    size_t widest = 0;
    for (size_t len; *text; text += len + (text[len] == '\n')) {
        len = strcspn(text, "\n");
        widest = larger(widest, pgy_wrap_width(text, len));
    }
    return widest;
}

size_t pgy_wrap_longest(const char *text)
{
    size_t longest = 0;
    for (size_t len; *text; text += len + strspn(text + len, " \n")) {
        len = strcspn(text, " \n");
        longest = larger(longest, pgy_wrap_width(text, len));
    }
    return longest;
}

size_t pgy_wrap_line(const char *text, size_t width)
{
    size_t all = strcspn(text, "\n"), taken = 0, used = 0;
    if (pgy_wrap_width(text, all) <= width)
        return all;
    while (taken < all) {
        const char *p = text + taken;
        size_t blanks = strspn(p, " "), word = strcspn(p + blanks, " \n");
        used += blanks + pgy_wrap_width(p + blanks, word);
        if (taken > 0 && used > width)
            break;
        taken += blanks + word;
    }
    return taken;
}

const char *pgy_wrap_next(const char *end)
{
    end += strspn(end, " ");
    return end + (*end == '\n');
}

unsigned pgy_wrap_lines(const char *text, size_t width)
{
    unsigned lines = 0;
    for (; *text; lines++)
        text = pgy_wrap_next(text + pgy_wrap_line(text, width));
    return lines;
}

static void new_line(struct pgy_buf *out, size_t indent)
{
    pgy_buf_printf(out, "\n%*s", (int)indent, "");
}

void pgy_wrap_text(struct pgy_buf *out, const char *text, size_t indent, size_t width)
{
    size_t column = indent;
    bool fresh = true;
    for (const char *p = text + strspn(text, " "); *p; p += strspn(p, " ")) {
        size_t len = strcspn(p, " \n"), columns = pgy_wrap_width(p, len);
        if (*p == '\n' || (!fresh && column + 1 + columns > width)) {
            new_line(out, indent);
            column = indent;
            fresh = true;
        }
        if (*p == '\n') {
            p++;
            continue;
        }
        pgy_buf_printf(out, "%s%.*s", fresh ? "" : " ", (int)len, p);
        column += columns + !fresh;
        fresh = false;
        p += len;
    }
    pgy_buf_char(out, '\n');
}
