/* SPDX-License-Identifier: BSD-2-Clause */
/* Escapes and folds one content line. For the header and VTIMEZONE; events go through libical. */
#include "calendar/line.h"

#include "base/str.h"
#include "base/utf8.h"

#include <string.h>

int pgy_line_put(struct pgy_buf *buf, const char *line)
{
    size_t len = strlen(line), room = PGY_LINE_OCTETS;
    while (len > room) {
        size_t cut = pgy_utf8_cut(line, len, room);
        if (cut == 0)
            cut = room; /* not UTF-8: a caller's mistake, which pgy_line_fault reports; never an
                           endless loop */
        pgy_buf_add(buf, line, cut);
        pgy_buf_str(buf, "\r\n ");
        line += cut;
        len -= cut;
        room = PGY_LINE_OCTETS - 1; /* the blank counts */
    }
    pgy_buf_add(buf, line, len);
    return pgy_buf_str(buf, "\r\n");
}

int pgy_line_text(struct pgy_buf *buf, const char *head, const char *text)
{
    /* Twice the text at most, since every character may need a backslash. */
    struct pgy_buf line PGY_BUF_CLEANUP = PGY_BUF_INIT(strlen(head) + 1 + 2 * strlen(text));
    pgy_buf_str(&line, head);
    pgy_buf_char(&line, ':');
    for (const char *p = text; *p; p++) {
        if (*p == '\\' || *p == ';' || *p == ',')
            pgy_buf_char(&line, '\\');
        if (*p == '\n')
            pgy_buf_str(&line, "\\n");
        else
            pgy_buf_char(&line, *p);
    }
    if (line.err)
        return buf->err = buf->err ? buf->err : line.err;
    return pgy_line_put(buf, pgy_buf_text(&line));
}

static bool allowed(char c)
{
    return (unsigned char)c >= 0x20 ? c != 0x7f : c == '\t' || c == '\n';
}

const char *pgy_line_clean(struct pgy_arena *arena, const char *text)
{
    size_t len = strlen(text), n = 0;
    if (!pgy_utf8_valid(text, len))
        return NULL;
    char *copy = pgy_arena_strndup(arena, text, len);
    for (size_t i = 0; i < len; i++) {
        if (allowed(text[i]))
            copy[n++] = text[i];
    }
    copy[n] = '\0';
    return pgy_str_trim(copy);
}

const char *pgy_line_fault(const char *bytes, size_t len)
{
    for (size_t pos = 0; pos < len;) {
        const char *line = bytes + pos;
        const char *end = memchr(line, '\n', len - pos);
        if (!end || end == line || end[-1] != '\r')
            return "a line does not end in CRLF";
        size_t n = (size_t)(end - line) - 1;
        if (n > PGY_LINE_OCTETS)
            return "a line is longer than 75 octets";
        if (!pgy_utf8_valid(line, n))
            return "a line is not valid UTF-8, or is folded within a character";
        for (size_t i = 0; i < n; i++) {
            if (!allowed(line[i]))
                return "a line holds a control character";
        }
        pos += n + 2;
    }
    return NULL;
}
