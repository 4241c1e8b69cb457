/* SPDX-License-Identifier: BSD-2-Clause */
/* Takes a text apart into sentences, and holds them, or what stands beside a place in them, against
 * sets of the table. */
#include "plugins/offers/honesty/inside.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

enum { ENOUGH = 200 /* bytes on either side of a place */ };

/* A sentence ends with its mark and a blank, or with an empty line. */
static size_t sentence_end(const char *text, size_t at)
{
    for (; text[at]; at++) {
        if (strchr(".!?", text[at]) && (!text[at + 1] || isspace((unsigned char)text[at + 1])))
            return at + 1;
        if (text[at] == '\n' && text[at + 1] == '\n')
            return at + 1;
    }
    return at;
}

bool honesty_sentences(struct honesty_look *look)
{
    const char *text = look->plain.text;
    for (size_t at = 0, end; text[at]; at = end) {
        end = sentence_end(text, at);
        struct honesty_sentence *list =
            honesty_push(look->sentences, &look->nsentences, &look->cap_sentences, sizeof *list);
        if (!list)
            return false;
        look->sentences = list;
        list[look->nsentences - 1] =
            (struct honesty_sentence){.from = at, .to = end, .offer = -1, .closed = -1};
    }
    return true;
}

struct honesty_sentence *honesty_sentence_at(struct honesty_look *look, size_t at)
{
    uint32_t low = 0, high = look->nsentences;
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (look->sentences[middle].from <= at)
            low = middle;
        else
            high = middle;
    }
    return &look->sentences[low];
}

size_t honesty_plain_at(const struct honesty_look *look, size_t raw)
{
    size_t low = 0, high = look->plain.len;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (look->plain.from[middle] < raw)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

bool honesty_sentence_holds(struct honesty_look *look, const struct honesty_sentence *s,
                            const char *set)
{
    char kept = look->plain.text[s->to];
    look->plain.text[s->to] = '\0';
    bool holds = honesty_match(look->table, set, look->plain.text + s->from, NULL);
    look->plain.text[s->to] = kept;
    return holds;
}

bool honesty_of_offer(struct honesty_look *look, struct honesty_sentence *s)
{
    if (s->offer < 0)
        s->offer = honesty_sentence_holds(look, s, "offer");
    return s->offer == 1;
}

bool honesty_of_no(struct honesty_look *look, struct honesty_sentence *s)
{
    if (s->closed < 0)
        s->closed = honesty_sentence_holds(look, s, "closed");
    return s->closed == 1;
}

bool honesty_before(const struct honesty_look *look, size_t at, const char *set)
{
    char said[ENOUGH + 1];
    size_t from = at > ENOUGH ? at - ENOUGH : 0;
    for (size_t i = from; i < at; i++) {
        bool ends = strchr(".!?", look->plain.text[i]) && i + 1 < at &&
                    isspace((unsigned char)look->plain.text[i + 1]);
        from = ends ? i + 1 : from;
    }
    memcpy(said, look->plain.text + from, at - from);
    said[at - from] = '\0';
    return honesty_match(look->table, set, said, NULL);
}

bool honesty_behind(const struct honesty_look *look, size_t at, const char *set)
{
    char follows[ENOUGH + 1];
    size_t n = strnlen(look->plain.text + at, ENOUGH);
    memcpy(follows, look->plain.text + at, n);
    follows[n] = '\0';
    return honesty_match(look->table, set, follows, NULL);
}
