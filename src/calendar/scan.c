/* SPDX-License-Identifier: BSD-2-Clause */
/* The look at foreign bytes before libical sees them: depth, lengths, counts. It keeps away what is
 * slow or deadly and parses nothing. */
#include "calendar/import.h"

#include <stdbool.h>
#include <string.h>
#include <strings.h>

enum { NAME = 32, START = 64 };

/* What is open, from the outermost in. */
struct nesting {
    char names[PGY_IMPORT_DEPTH][NAME];
    size_t properties[PGY_IMPORT_DEPTH];
    size_t depth, components;
    bool closed; /* a calendar has come to its end */
};

/* A line unfolded, as far as it is looked at: libical puts it together before it reads it. */
struct logical {
    char start[START];
    size_t len, values; /* of the whole; how many a list in it has */
};

static const char *component_begin(struct nesting *n, const char *name, size_t len)
{
    if (len == 0 || len >= NAME)
        return "a component has no usable name";
    if (n->depth == PGY_IMPORT_DEPTH)
        return "its components are nested too deeply";
    if (++n->components > PGY_IMPORT_COMPONENTS)
        return "it has more than 20,000 components";
    if (n->depth == 0 && (len != 9 || strncasecmp(name, "VCALENDAR", 9) != 0))
        return "it does not begin with BEGIN:VCALENDAR";
    memcpy(n->names[n->depth], name, len);
    n->names[n->depth][len] = '\0';
    n->properties[n->depth++] = 0;
    return NULL;
}

static const char *component_end(struct nesting *n, const char *name, size_t len)
{
    if (n->depth == 0 || strlen(n->names[n->depth - 1]) != len ||
        strncasecmp(n->names[n->depth - 1], name, len) != 0)
        return "an END does not belong to the BEGIN before it";
    n->closed = --n->depth == 0;
    return NULL;
}

static bool is_list_of_dates(const char *line)
{
    return strncasecmp(line, "EXDATE", 6) == 0 || strncasecmp(line, "RDATE", 5) == 0;
}

static const char *line_scan(struct nesting *n, const struct logical *l)
{
    const char *line = l->start;
    if (l->len == 0)
        return NULL;
    if (strncasecmp(line, "BEGIN;", 6) == 0 || strncasecmp(line, "END;", 4) == 0)
        return "a component has no usable name"; /* parameters, with which libical takes it for a
                                                    component all the same */
    if (strncasecmp(line, "BEGIN:", 6) == 0)
        return component_begin(n, line + 6, l->len - 6);
    if (strncasecmp(line, "END:", 4) == 0)
        return component_end(n, line + 4, l->len - 4);
    if (n->depth == 0)
        return "it does not begin with BEGIN:VCALENDAR";
    if (l->values > PGY_IMPORT_PROPERTIES && is_list_of_dates(line))
        return "a line lists more than 500 dates"; /* of which libical drops what is over, without a
                                                      word */
    if (++n->properties[n->depth - 1] > PGY_IMPORT_PROPERTIES)
        return "a component has more than 500 properties";
    return NULL;
}

static void logical_add(struct logical *l, const char *bytes, size_t len)
{
    for (size_t i = 0; i < len; i++) {
        if (l->len + i + 1 < START)
            l->start[l->len + i] = bytes[i];
        l->values += bytes[i] == ',';
    }
    l->len += len;
}

const char *pgy_import_scan(const char *bytes, size_t len)
{
    struct nesting n = {0};
    struct logical l = {.values = 1};
    const char *fault = NULL;
    if (len > PGY_IMPORT_BYTES)
        return "it is larger than 5 MiB";
    if (memchr(bytes, '\0', len))
        return "it holds a NUL";
    if (len >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0) {
        bytes += 3;
        len -= 3;
    }
    for (size_t pos = 0; pos < len;) {
        const char *line = bytes + pos, *end = memchr(line, '\n', len - pos);
        size_t size = end ? (size_t)(end - line) : len - pos;
        pos += size + 1;
        if (size && line[size - 1] == '\r')
            size--;
        if (size && (*line == ' ' || *line == '\t')) {
            line++;
            size--;
        } else {
            fault = line_scan(&n, &l);
            l = (struct logical){.values = 1};
        }
        logical_add(&l, line, size);
        if (fault || l.len > PGY_IMPORT_LINE)
            return fault ? fault : "a line is longer than 64 KiB";
    }
    fault = line_scan(&n, &l);
    return fault ? fault : n.depth || !n.closed ? "its end is missing" : NULL;
}
