/* SPDX-License-Identifier: BSD-2-Clause */
/* Keeps what was found in a text, and says where it stands. What is looked for is the rules'. */
#include "plugins/offers/honesty/inside.h"

#include "plugins/common/texts/utf8.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

enum { FOUND_MOST = 80, FIRST_ROOM = 16 };

void *honesty_push(void *list, uint32_t *n, uint32_t *cap, size_t size)
{
    if (*n == *cap) {
        uint32_t room = *cap ? *cap * 2 : FIRST_ROOM;
        void *more = reallocarray(list, room, size);
        if (!more)
            return NULL;
        list = more;
        *cap = room;
    }
    ++*n;
    return list;
}

/* ---- findings ---- */

/* The words found, cut to a readable length, each run of blanks one; what is no text is ?. */
static void found_text(const char *text, size_t len, char found[HONESTY_FOUND])
{
    size_t to = 0, from = 0;
    while (from < len) {
        size_t n = pgc_utf8_char(text + from, len - from),
               control = pgc_utf8_control(text + from, len - from);
        bool blank = isspace((unsigned char)text[from]) != 0, odd = n == 0 || control > 0;
        n = n ? n : 1;
        if (from + n > FOUND_MOST)
            break;
        if (blank && to && found[to - 1] != ' ')
            found[to++] = ' ';
        for (size_t i = 0; !blank && i < (odd ? 1 : n); i++)
            found[to++] = odd ? '?' : text[from + i];
        from += n;
    }
    found[to] = '\0';
}

bool honesty_full(const struct honesty_look *look)
{
    return look->findings->failed || look->findings->n >= HONESTY_FINDINGS;
}

/* The last one that is kept: what is not listed is not taken for fine. */
static const struct honesty_saying too_many = {.set = "too long",
                                               .reason = "there is more to say than can be listed",
                                               .suggestion = "mend this first",
                                               .ref = "-",
                                               .level = HONESTY_ERROR,
                                               .where = HONESTY_TOO_LONG};

void honesty_tell(struct honesty_look *look, const struct honesty_saying *saying, size_t at,
                  size_t end, const char *found)
{
    struct honesty_findings *all = look->findings;
    if (honesty_full(look))
        return;
    struct honesty_finding *list = honesty_push(all->list, &all->n, &all->cap, sizeof *list);
    all->failed |= !list;
    if (!list)
        return;
    all->list = list;
    struct honesty_finding *f = &list[all->n - 1];
    if (all->n == HONESTY_FINDINGS)
        saying = &too_many;
    *f = (struct honesty_finding){.level = saying->level,
                                  .where = saying->where,
                                  .at = at,
                                  .order = all->n,
                                  .set = saying->set,
                                  .suggestion = saying->suggestion,
                                  .ref = saying->ref,
                                  .about = saying->about};
    pgc_format(f->reason, sizeof f->reason, "%s", saying->reason);
    if (found)
        pgc_format(f->found, sizeof f->found, "%s", found);
    else
        found_text(look->text + at, end - at, f->found);
    all->errors += f->level == HONESTY_ERROR;
}

void honesty_tell_row(struct honesty_look *look, const struct honesty_row *row, size_t at,
                      size_t end)
{
    const struct honesty_saying saying = {.set = row->set,
                                          .reason = row->reason,
                                          .suggestion = row->suggestion,
                                          .ref = row->ref,
                                          .level = row->level,
                                          .where = row->where};
    honesty_tell(look, &saying, at, end, NULL);
}

/* Lines and columns in one walk: the findings are in order. */
static void locate(const char *text, struct honesty_findings *findings)
{
    size_t line = 1, column = 1, at = 0;
    for (uint32_t i = 0; i < findings->n; i++) {
        for (; at < findings->list[i].at; at++) {
            if (text[at] == '\n') {
                line++;
                column = 1;
            } else if (((unsigned char)text[at + 1] & 0xc0) != 0x80) {
                column++;
            }
        }
        findings->list[i].line = line;
        findings->list[i].column = column;
    }
}

static int by_place(const void *a, const void *b)
{
    const struct honesty_finding *x = a, *y = b;
    if (x->at != y->at)
        return x->at < y->at ? -1 : 1;
    return (x->order > y->order) - (x->order < y->order);
}

static int by_order(const void *a, const void *b)
{
    const struct honesty_finding *x = a, *y = b;
    return (x->order > y->order) - (x->order < y->order);
}

void honesty_sort(struct honesty_findings *findings)
{
    if (findings->n)
        qsort(findings->list, findings->n, sizeof *findings->list, by_place);
}

void honesty_free(struct honesty_findings *findings)
{
    free(findings->list);
    *findings = (struct honesty_findings){.list = NULL};
}

void honesty_place(struct honesty_findings *findings, const char *text)
{
    honesty_sort(findings);
    locate(text, findings);
    if (findings->n)
        qsort(findings->list, findings->n, sizeof *findings->list, by_order);
}
