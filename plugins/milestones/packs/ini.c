/* SPDX-License-Identifier: BSD-2-Clause */
/* Lines to sections and keys, with the place of each mistake. What a line is,
 * common/texts/iniline.c says; what a key means, pack.c. */
#include "plugins/milestones/packs/ini.h"

#include "plugins/common/texts/iniline.h"
#include "plugins/common/texts/utf8.h"

#include <string.h>

/* The first byte of a line that is no text, or NULL. `plain` of it are known to be text. */
static const char *not_text(const struct pgc_iniline *line, size_t plain)
{
    for (size_t i = plain; (i += pgc_utf8_plain(line->text + i, line->len - i)) < line->len;) {
        const char *at = line->text + i;
        size_t n = pgc_utf8_char(at, line->len - i);
        if (n == 0 || (*at != '\t' && pgc_utf8_control(at, line->len - i)))
            return at;
        i += n;
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

/* A part of the bytes, which are ours to change. An item's texts have no tabs, plain lines neither.
 */
static char *ended(char *bytes, const char *part, size_t len, bool plain)
{
    char *start = bytes + (part - bytes);
    start[len] = '\0';
    for (char *tab = plain ? NULL : strchr(start, '\t'); tab; tab = strchr(tab, '\t'))
        *tab = ' ';
    return start;
}

/* The parts of a line; false when nothing is to be taken. */
static bool part(const struct at *at, const struct pgc_iniline *taken, struct packini_line *line)
{
    bool section = taken->kind == PGC_INILINE_SECTION, key = taken->kind == PGC_INILINE_KEY;
    const size_t begun = pgc_utf8_plain(taken->text, taken->len);
    const bool plain = begun == taken->len;
    const char *wrong = not_text(taken, begun);
    if (wrong) {
        complain(at, wrong, "this byte is no text: a pack is written in UTF-8");
        return false;
    }
    if (taken->kind == PGC_INILINE_BLANK || taken->kind == PGC_INILINE_COMMENT)
        return false;
    if ((!section && !key) || taken->fault != PGC_INILINE_FINE) {
        complain(at, taken->text,
                 section ? "a section is written [milestone:id]"
                         : "a line is a section [milestone:id], KEY = VALUE, or a comment that "
                           "begins with #");
        return false;
    }
    line->type = section ? PACKINI_SECTION : PACKINI_KEY;
    line->column = (uint32_t)((section ? taken->name : taken->value) - at->start) + 1;
    line->name = ended(at->start, taken->name, taken->name_len, plain);
    line->value = taken->value ? ended(at->start, taken->value, taken->value_len, plain)
                               : line->name + taken->name_len;
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
        struct packini_line line = {.line = ++at.number};
        struct pgc_iniline taken;
        at.start = p;
        pgc_iniline_take(p, eol ? eol : end, &taken);
        p = eol ? eol + 1 : end;
        if (part(&at, &taken, &line) && take(arg, &line) != 0)
            return;
    }
}
