/* SPDX-License-Identifier: BSD-2-Clause */
/* Splits the lines of an installed list at tabs and hands them on one by one; a line with too few
 * columns is counted and left out. What a column means is the reader's. */
#include "plugins/common/tsv.h"

#include "plugins/common/texts/words.h"

#include <stdlib.h>
#include <string.h>

int pgc_tsv_split(const char *line, size_t len, struct pgc_tsv_row *row)
{
    if (len > 0 && line[len - 1] == '\r')
        len--;
    if (len == 0 || line[0] == '#')
        return 0;
    row->n = 0;
    for (size_t from = 0; from <= len;) {
        const char *tab = from < len ? memchr(line + from, '\t', len - from) : NULL;
        const size_t n = (tab ? (size_t)(tab - line) : len) - from;
        if (row->n == PGC_COLUMNS || n >= PGC_CELL)
            return -1;
        memcpy(row->cell[row->n], line + from, n);
        row->cell[row->n++][n] = '\0';
        from += n + 1;
    }
    return 1;
}

struct reading {
    const char *name;
    uint32_t columns;
    pgc_tsv_fn fn;
    void *arg;
    int bad;
};

static int read_file(void *arg, const struct pgyd_data *data)
{
    struct reading *r = arg;
    struct pgc_tsv_row row;
    const char *p = data->bytes, *end = data->bytes + data->len;
    if (strcmp(data->name, r->name) != 0)
        return 0;
    r->bad = r->bad < 0 ? 0 : r->bad;
    for (uint32_t line = 1; p < end; line++) {
        const char *eol = memchr(p, '\n', (size_t)(end - p));
        size_t len = (size_t)((eol ? eol : end) - p);
        int rc = pgc_tsv_split(p, len, &row);
        row.line = line;
        if (rc < 0 || (rc > 0 && row.n != r->columns))
            r->bad++;
        else if (rc > 0 && r->fn(r->arg, &row) != 0)
            return 1;
        p += len + 1;
    }
    return 0;
}

int pgc_tsv_read(const struct pgyd_host *h, const char *name, uint32_t columns, pgc_tsv_fn fn,
                 void *arg)
{
    struct reading r = {.name = name, .columns = columns, .fn = fn, .arg = arg, .bad = -1};
    h->data(h->ctx, "lists", read_file, &r);
    return r.bad;
}

void pgc_tsv_warn(const struct pgyd_host *h, const char *section, const char *id, const char *name,
                  int bad, const char *without)
{
    if (bad < 0)
        pgc_warn(h, section, id, NULL, "it comes with pgyd: put it back",
                 "the list lists/%s is not installed: %s", name, without);
    else if (bad > 0)
        pgc_warn(h, section, id, NULL, "its first lines say what each column holds",
                 "%d line%s of lists/%s cannot be used and %s left out", bad, bad == 1 ? "" : "s",
                 name, bad == 1 ? "is" : "are");
}

bool pgc_tsv_holds(const char *column, const char *word)
{
    return strcmp(column, "any") == 0 || (*word && pgc_words_place(column, ',', word) >= 0);
}

bool pgc_tsv_number(const char *text, int64_t *value)
{
    char *end;
    size_t len = strlen(text);
    if (len == 0 || len > 15 || text[0] == ' ' || text[0] == '+')
        return false;
    long long n = strtoll(text, &end, 10);
    if (*end != '\0')
        return false;
    *value = n;
    return true;
}
