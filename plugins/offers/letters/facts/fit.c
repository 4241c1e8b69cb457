/* SPDX-License-Identifier: BSD-2-Clause */
/* What draws the person there, as a letter can say it (S0-42): words that end "What draws me there
 * is". */
#include "plugins/offers/honesty/honesty.h"
#include "plugins/offers/letters/facts/facts.h"

#include <string.h>

/* Whether it reads as a sentence of its own, which cannot stand behind "What draws me there is": "I
 * trained there", "the team is great". */
static bool sentence(const char *text)
{
    static const char *const first[] = {"i", "it", "they", "we", "he", "she", "because", "there"},
                             *const verbs[] = {"is", "are", "was", "were", "has", "have"},
                             *const joins[] = {"that", "who",  "which", "where",
                                               "how",  "what", "when"};
    char words[LETTER_FACT];
    fold_words(text, words, sizeof words);
    for (uint32_t i = 0; i < PGC_COUNT(first); i++) {
        size_t at = 0;
        if (fold_find(words, first[i], &at) && at == 0)
            return true;
    }
    for (uint32_t i = 0; i < PGC_COUNT(verbs); i++) {
        size_t at = 0, join = 0;
        bool clause = false;
        if (!fold_find(words, verbs[i], &at))
            continue;
        /* In "a team that is kind" the verb is the clause's. */
        for (uint32_t k = 0; k < PGC_COUNT(joins) && !clause; k++, join = 0)
            clause = fold_find(words, joins[k], &join) && join < at;
        if (!clause)
            return true;
    }
    return false;
}

/* One reason: no full stop, and an article begins small. */
static void reason(char *out, size_t size, const char *text)
{
    static const char *const articles[] = {"The ", "A ", "An ", "Your ", "Their ", "My "};
    size_t len = strlen(text);
    while (len > 0 && strchr(".!", text[len - 1]))
        len--;
    pgc_format(out, size, "%.*s", (int)len, text);
    for (uint32_t i = 0; i < PGC_COUNT(articles); i++) {
        if (strncmp(out, articles[i], strlen(articles[i])) == 0)
            out[0] = (char)(out[0] - 'A' + 'a');
    }
}

static bool reasons(struct letter_case *c, struct letter_fact *f, const char *section,
                    const char *id, const char *key)
{
    enum { MOST = 16, REASON = LETTER_FACT };
    struct pgyd_value v;
    char text[MOST][REASON];
    const char *list[MOST];
    uint32_t n = 0;
    if (!letter_text(c, f, section, id, key, LETTER_TYPED) || !pgc_get(c->h, section, id, key, &v))
        return false;
    for (uint32_t i = 0; i < v.nlist && n < MOST; i++) {
        reason(text[n], REASON, v.list[i]);
        if (sentence(text[n]))
            return letter_missing(
                f,
                "[offer:%s] fit as words that end \"What draws me there is ...\": %s is a sentence",
                c->offer->id, f->key);
        list[n] = text[n];
        n += text[n][0] != '\0';
    }
    letter_join(f->text, sizeof f->text, list, n, "and");
    return n > 0 || letter_missing(f, "%s", f->key);
}

/* S0-42: the genuine reasons; those for signing it today stand in. */
bool letter_fit(struct letter_case *c, struct letter_fact *f)
{
    if (letter_no_offer(c, f))
        return false;
    if (pgc_has(c->h, "offer", c->offer->id, "fit"))
        return reasons(c, f, "offer", c->offer->id, "fit");
    if (pgc_is(c->h, "decide", "", "sign_today", c->offer->id) &&
        pgc_has(c->h, "decide", "", "why"))
        return reasons(c, f, "decide", "", "why");
    return letter_missing(f, "[offer:%s] fit", c->offer->id);
}
