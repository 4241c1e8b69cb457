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

/* Those of a list that fit a word of the `who` column. */
struct fitting {
    const struct card *list[CARDS_MAX];
    uint32_t n;
};

static void fit(const struct cards *cards, const char *who, struct fitting *fitting)
{
    for (uint32_t i = 0; i < cards->n && fitting->n < CARDS_MAX; i++) {
        if (strcmp(cards->list[i].who, who) == 0)
            fitting->list[fitting->n++] = &cards->list[i];
    }
}

static void append(const struct card *card, char *detail, size_t size)
{
    pgc_append(detail, size, "\n- %s", card->text);
}

static uint32_t add_refs(const struct fitting *fitting, const char **refs, uint32_t n)
{
    for (uint32_t i = 0; i < fitting->n; i++)
        n = add_ref(refs, n, fitting->list[i]->ref);
    return n;
}

uint32_t cards_for(const struct cards *cards, const char *who, char *detail, size_t size,
                   const char **refs, uint32_t nrefs)
{
    struct fitting fitting = {.n = 0};
    fit(cards, who, &fitting);
    for (uint32_t i = 0; i < fitting.n && i < CARD_MOST; i++)
        append(fitting.list[i], detail, size);
    return add_refs(&fitting, refs, nrefs);
}

uint32_t cards_for_person(const struct cards *cards, const struct person *p, uint32_t turn,
                          char *detail, size_t size, const char **refs, uint32_t nrefs)
{
    struct fitting fitting = {.n = 0};
    char who[48];
    fit(cards, pgc_format(who, sizeof who, "kind:%s", p->kind), &fitting);
    if (p->center >= 0)
        fit(cards, pgc_format(who, sizeof who, "center:%s", centers[p->center].name), &fitting);
    if (p->influential)
        fit(cards, "influence:high", &fitting);
    if (p->class_ahead > 0)
        fit(cards, "class_ahead", &fitting);
    if (p->prospect)
        fit(cards, "prospect", &fitting);
    for (uint32_t i = 0; i < fitting.n && i < CARD_QUESTIONS; i++)
        append(fitting.list[(turn % fitting.n * CARD_QUESTIONS + i) % fitting.n], detail, size);
    return add_refs(&fitting, refs, nrefs);
}
