/* SPDX-License-Identifier: BSD-2-Clause */
/* Reads lists/cards.tsv and picks cards for a kind of contact or a place. The words are the list's.
 */
#include "plugins/networking/people/people.h"

#include <string.h>

/* One column of a line into a fixed text; false when it is empty or too long. */
static bool column(const char **at, const char *end, char *out, size_t size)
{
    const char *tab = memchr(*at, '\t', (size_t)(end - *at));
    size_t len = (size_t)((tab ? tab : end) - *at);
    bool ok = len > 0 && len < size;
    if (ok) {
        memcpy(out, *at, len);
        out[len] = '\0';
    }
    *at = tab ? tab + 1 : end;
    return ok;
}

static int read_file(void *arg, const struct pgyd_data *data)
{
    struct cards *cards = arg;
    if (strcmp(data->name, "cards.tsv") != 0)
        return 0;
    const char *end = data->bytes + data->len;
    for (const char *line = data->bytes, *stop; line < end && cards->n < CARDS_MAX;
         line = stop + 1) {
        struct card *card = &cards->list[cards->n];
        const char *at = line;
        stop = memchr(line, '\n', (size_t)(end - line));
        if (!stop)
            stop = end;
        if (line == stop || line[0] == '#')
            continue;
        if (column(&at, stop, card->who, sizeof card->who) &&
            column(&at, stop, card->ref, sizeof card->ref) &&
            column(&at, stop, card->text, sizeof card->text))
            cards->n++;
    }
    return 1;
}

void cards_load(const struct pgyd_host *h, struct cards *cards)
{
    cards->n = 0;
    h->data(h->ctx, "lists", read_file, cards);
}

static uint32_t add_ref(const char **refs, uint32_t n, const char *ref)
{
    if (ref[0] == '-' || n == CARD_REFS)
        return n;
    for (uint32_t i = 0; i < n; i++) {
        if (strcmp(refs[i], ref) == 0)
            return n;
    }
    refs[n] = ref;
    return n + 1;
}

uint32_t cards_for(const struct cards *cards, const char *who, char *detail, size_t size,
                   const char **refs, uint32_t nrefs)
{
    for (uint32_t i = 0; i < cards->n; i++) {
        const struct card *card = &cards->list[i];
        if (strcmp(card->who, who) != 0)
            continue;
        pgc_append(detail, size, "%s- %s", detail[0] ? "\n" : "", card->text);
        nrefs = add_ref(refs, nrefs, card->ref);
    }
    return nrefs;
}

uint32_t cards_for_person(const struct cards *cards, const struct person *p, char *detail,
                          size_t size, const char **refs, uint32_t nrefs)
{
    char who[48];
    nrefs = cards_for(cards, pgc_format(who, sizeof who, "kind:%s", p->kind), detail, size, refs,
                      nrefs);
    if (p->center >= 0)
        nrefs = cards_for(cards, pgc_format(who, sizeof who, "center:%s", centers[p->center].name),
                          detail, size, refs, nrefs);
    if (p->influential)
        nrefs = cards_for(cards, "influence:high", detail, size, refs, nrefs);
    if (p->class_ahead > 0)
        nrefs = cards_for(cards, "class_ahead", detail, size, refs, nrefs);
    if (p->prospect)
        nrefs = cards_for(cards, "prospect", detail, size, refs, nrefs);
    return nrefs;
}
