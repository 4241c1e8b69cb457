/* SPDX-License-Identifier: BSD-2-Clause */
/* Lines to sections and keys, with the place of each mistake. What a key means is pack.c's. */
#include "plugins/milestones/packini.h"

#include "plugins/common/utf8.h"

#include <string.h>

static bool blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

static char *trim(char *from, char *to)
{
    while (from < to && blank(*from))
        from++;
    while (to > from && blank(to[-1]))
        to--;
    *to = '\0';
    return from;
}

/* The first byte that is no text, or NULL. */
static const char *not_text(const char *text)
{
    for (size_t n, left = strlen(text); left > 0; text += n, left -= n) {
        n = pgc_utf8_char(text, left);
        if (n == 0 || pgc_utf8_control(text, left))
            return text;
    }
    return NULL;
}

struct at {
    char *start; /* of the line */
    uint32_t number;
    packini_bad bad;
    void *arg;
};

static void complain(const struct at *at, const char *where, const char *message)
{
    at->bad(at->arg, at->number, (uint32_t)(where - at->start) + 1, message);
}

/* [kind] or [kind:id]. */
static bool section(const struct at *at, char *text, struct packini_line *line)
{
    char *end = text + strlen(text) - 1;
    if (*end != ']' || end == text + 1) {
        complain(at, text, "a section is written [milestone:id]");
        return false;
    }
    *end = '\0';
    char *colon = strchr(text, ':');
    line->type = PACKINI_SECTION;
    line->name = text + 1;
    line->value = end;
    line->column = (uint32_t)(text + 1 - at->start) + 1;
    if (colon) {
        *colon = '\0';
        line->value = colon + 1;
    }
    return true;
}

static bool key(const struct at *at, char *text, char *end, struct packini_line *line)
{
    char *equals = strchr(text, '=');
    if (!equals || equals == text) {
        complain(
            at, text,
            "a line is a section [milestone:id], KEY = VALUE, or a comment that begins with #");
        return false;
    }
    line->type = PACKINI_KEY;
    line->value = trim(equals + 1, end);
    line->column = (uint32_t)(line->value - at->start) + 1;
    line->name = trim(text, equals);
    return true;
}

void packini_read(char *bytes, size_t len, packini_fn take, packini_bad bad, void *arg)
{
    char *p = bytes, *end = bytes + len;
    struct at at = {.bad = bad, .arg = arg};
    if (len >= 3 && memcmp(p, "\xef\xbb\xbf", 3) == 0)
        p += 3;
    while (p < end) {
        char *eol = memchr(p, '\n', (size_t)(end - p));
        char *stop = eol ? eol : end;
        struct packini_line line = {.line = ++at.number};
        bool whole = memchr(p, '\0', (size_t)(stop - p)) == NULL;
        at.start = p;
        char *text = trim(p, stop);
        p = eol ? eol + 1 : end;
        for (char *c = text; *c; c++)
            *c = *c == '\t' ? ' ' : *c; /* an item's texts have none */
        const char *wrong = whole ? not_text(text) : text + strlen(text);
        if (wrong) {
            complain(&at, wrong, "this byte is no text: a pack is written in UTF-8");
            continue;
        }
        if (*text == '\0' || *text == '#' || *text == ';')
            continue;
        char *last = text + strlen(text);
        if ((*text == '[' ? section(&at, text, &line) : key(&at, text, last, &line)) &&
            take(arg, &line) != 0)
            return;
    }
}
