/* SPDX-License-Identifier: BSD-2-Clause */
/* Reads lists/terms.tsv: what the terms are called and what they mean. What is better is terms.c's.
 */
#include "plugins/offers/compare/terms.h"

#include "plugins/common/texts/utf8.h"
#include "plugins/common/tsv.h"

#include <string.h>

#define LIST "terms.tsv"

enum { KEY, NAME, UNIT, MEANS, REF, COLUMNS };

/* A text of its column; "-" is none. */
static bool take(char *to, size_t size, const char *cell)
{
    if (!pgc_utf8_line(cell, size - 1))
        return false;
    pgc_format(to, size, "%s", strcmp(cell, "-") == 0 ? "" : cell);
    return true;
}

static bool take_row(struct terms_list *list, const struct pgc_tsv_row *row)
{
    uint32_t n, i = 0;
    const struct terms_term *terms = terms_all(&n);
    struct terms_words words;
    while (i < n && strcmp(terms[i].key, row->cell[KEY]) != 0)
        i++;
    if (i == n || !take(words.name, sizeof words.name, row->cell[NAME]) ||
        !take(words.unit, sizeof words.unit, row->cell[UNIT]) ||
        !take(words.means, sizeof words.means, row->cell[MEANS]))
        return false;
    list->of[i] = words;
    return true;
}

struct reading {
    struct terms_list *list;
    int bad;
};

static int read_row(void *arg, const struct pgc_tsv_row *row)
{
    struct reading *r = arg;
    r->bad += !take_row(r->list, row);
    return 0;
}

void terms_list_read(const struct pgyd_host *h, struct terms_list *list)
{
    uint32_t n;
    const struct terms_term *terms = terms_all(&n);
    struct reading r = {list, 0};
    *list = (struct terms_list){.bad = 0};
    int bad = pgc_tsv_read(h, LIST, COLUMNS, read_row, &r);
    list->bad = bad < 0 ? bad : bad + r.bad;
    for (uint32_t i = n; i-- > 0;) {
        if (list->of[i].name[0])
            continue;
        pgc_format(list->of[i].name, sizeof list->of[i].name, "%s", terms[i].key);
        list->without = terms[i].key;
    }
}

void terms_list_check(const struct pgyd_host *h)
{
    struct terms_list list;
    const char *id = h->section_id(h->ctx, "offer", 0);
    if (!id)
        return;
    terms_list_read(h, &list);
    pgc_tsv_warn(h, "offer", id, LIST, list.bad, "terms go by their keys, unexplained");
    if (list.bad >= 0 && list.without)
        pgc_warn(h, "offer", id, list.without, "add it: the first lines say what each column holds",
                 "lists/" LIST " has no line for this term");
}
