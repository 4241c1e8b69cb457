/* SPDX-License-Identifier: BSD-2-Clause */
/* Sets and removes keys in a text, line by line, as its owner would. What a line is, iniline.c
 * says; reading and writing the file is pgyctl's, and so is asking whether the result checks. */
#include "config/edit.h"

#include "base/err.h"
#include "base/utf8.h"
#include "config/iniline.h"

#include <stdbool.h>
#include <string.h>

/* One line of the text; `next` is behind its line break. */
struct line {
    const char *start, *end, *next;
    struct pgy_iniline is;
};

/* Takes the line at `pos` apart; false at the end of the text. */
static bool next_line(const char *pos, const char *end, struct line *line)
{
    if (pos >= end)
        return false;
    const char *eol = memchr(pos, '\n', (size_t)(end - pos));
    *line = (struct line){.start = pos, .end = eol ? eol : end, .next = eol ? eol + 1 : end};
    if (line->end > line->start && line->end[-1] == '\r')
        line->end--;
    pgy_iniline_take(pos, line->end, &line->is);
    return true;
}

static bool same(const char *text, size_t len, const char *name, size_t name_len)
{
    return len == name_len && memcmp(text, name, len) == 0;
}

/* Blanks around the colon of a header do not count. */
static bool header_named(const struct pgy_iniline *line, const char *name)
{
    size_t kind = strcspn(name, ":");
    if (line->kind != PGY_INILINE_SECTION || !line->value != !name[kind] ||
        !same(line->name, line->name_len, name, kind))
        return false;
    return !line->value ||
           same(line->value, line->value_len, name + kind + 1, strlen(name + kind + 1));
}

static bool key_named(const struct pgy_iniline *line, const char *name)
{
    return line->kind == PGY_INILINE_KEY && same(line->name, line->name_len, name, strlen(name));
}

static bool name_valid(const char *name, const char *forbidden)
{
    size_t len = strlen(name);
    return len > 0 && len <= 200 && pgy_utf8_valid(name, len) && !pgy_has_controls(name, len, "") &&
           !strpbrk(name, " \t") && !strpbrk(name, forbidden) && !strchr("#;[", name[0]);
}

static bool value_valid(const char *value)
{
    size_t len = strlen(value);
    return pgy_utf8_valid(value, len) && !pgy_has_controls(value, len, "\t");
}

/* Where things stand in a text. */
struct found {
    const char *header;      /* start of the section's header line; NULL: no such section */
    const char *before;      /* start of the line before it, or the header itself */
    const char *body;        /* behind the header line */
    const char *last;        /* behind the section's last key, or body */
    const char *section_end; /* start of the next header, or the end */
    struct line key;         /* the key's line; start NULL: no such key */
    const char *eol;         /* how the section's lines end */
};

static struct found find(const char *pos, const char *end, const char *section, const char *key)
{
    struct found f = {.section_end = end, .eol = "\n"};
    const char *previous = NULL;
    struct line line;
    bool inside = false;
    for (; next_line(pos, end, &line); previous = pos, pos = line.next) {
        if (line.is.kind == PGY_INILINE_SECTION && inside) {
            f.section_end = line.start;
            return f;
        }
        if (header_named(&line.is, section)) {
            inside = true;
            f.header = line.start;
            f.before = previous ? previous : line.start;
            f.body = f.last = line.next;
            f.eol = line.end < line.next && *line.end == '\r' ? "\r\n" : "\n";
        }
        if (!inside || line.is.kind != PGY_INILINE_KEY)
            continue;
        f.last = line.next;
        if (key && !f.key.start && key_named(&line.is, key))
            f.key = line;
    }
    return f;
}

static void add_span(struct pgy_buf *out, const char *from, const char *to)
{
    pgy_buf_add(out, from, (size_t)(to - from));
}

/* Ends the last line written, where the text did not. */
static void end_line(struct pgy_buf *out, const char *eol)
{
    if (out->len > 0 && out->data[out->len - 1] != '\n')
        pgy_buf_str(out, eol);
}

static int set_key(const char *text, const char *end, const struct found *f, const char *section,
                   const char *key, const char *value, struct pgy_buf *out)
{
    if (f->key.start) {
        add_span(out, text, f->key.is.value);
        /* `key =` with nothing behind it */
        if (f->key.is.value[-1] == '=' && f->key.is.value == f->key.end)
            pgy_buf_char(out, ' ');
        pgy_buf_str(out, value);
        add_span(out, f->key.end, end);
    } else if (f->header) {
        add_span(out, text, f->last);
        end_line(out, f->eol);
        pgy_buf_printf(out, "%s = %s%s", key, value, f->eol);
        add_span(out, f->last, end);
    } else {
        const char *first = memchr(text, '\n', (size_t)(end - text));
        const char *eol = first && first > text && first[-1] == '\r' ? "\r\n" : "\n";
        add_span(out, text, end);
        bool empty = end - text == 0 || (end - text == 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0);
        if (!empty)
            end_line(out, eol);
        pgy_buf_printf(out, "%s[%s]%s%s = %s%s", empty ? "" : eol, section, eol, key, value, eol);
    }
    return out->err;
}

/* The header up to its last key and the comments right below that go; comments after a blank line
 * may be about what follows and stay. */
static int remove_section(const char *text, const char *end, const struct found *f,
                          struct pgy_buf *out)
{
    const char *rest = f->last;
    struct line line, above;
    while (next_line(rest, f->section_end, &line) && line.is.kind == PGY_INILINE_COMMENT)
        rest = line.next;
    /* they stand right above the next header: they are its own */
    if (rest == f->section_end && rest < end)
        rest = f->last;
    bool open = f->before == f->header ||
                (next_line(f->before, end, &above) && above.is.kind == PGY_INILINE_BLANK);
    while (open && next_line(rest, f->section_end, &line) && line.is.kind == PGY_INILINE_BLANK)
        rest = line.next;
    add_span(out, text, f->header);
    add_span(out, rest, end);
    return out->err;
}

int pgy_edit_set(const char *text, size_t len, const char *section, const char *key,
                 const char *value, struct pgy_buf *out)
{
    const char *end = text + len, *start = text;
    if (!section || !name_valid(section, "]") || (key && !name_valid(key, "=")) ||
        (value && (!key || !value_valid(value))))
        return PGY_EINVAL;
    if (len >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0)
        start += 3;
    struct found f = find(start, end, section, key);
    if (value)
        return set_key(text, end, &f, section, key, value, out);
    if (!f.header || (key && !f.key.start))
        return PGY_ENOTFOUND;
    if (!key)
        return remove_section(text, end, &f, out);
    add_span(out, text, f.key.start);
    add_span(out, f.key.next, end);
    return out->err;
}
