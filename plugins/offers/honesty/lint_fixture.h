/* SPDX-License-Identifier: BSD-2-Clause */
/* What the report `lint` says on a fake host; and each text that goes through it is held against
 * the letter check as well, in the scene of several kinds: what refuses one refuses the other. */
#ifndef OFFERS_LINT_FIXTURE_H
#define OFFERS_LINT_FIXTURE_H

#include "tests/unit/fake_host.h"

#include "plugins/common/parts.h"
#include "plugins/offers/letters/write.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

extern const struct pgyd_plugin pgyd_plugin_offers;

struct lint_finding {
    size_t line, column;
    const char *level, *set, *found, *reason, *suggestion, *ref;
};

struct lint {
    struct fake *f;
    struct lint_finding list[HONESTY_FINDINGS];
    size_t n, errors, credits;
    struct honesty_table *rules; /* read once */
    size_t agreed;               /* verdicts of lint and of the letter check that were compared */
};

static inline void lint_open(struct lint *l)
{
    *l = (struct lint){
        .f = fake_new(&pgyd_plugin_offers, "2026-11-22"), .rules = l->rules, .agreed = l->agreed};
    fake_letters(l->f);
}

static inline void lint_close(struct lint *l)
{
    fake_free(&l->f);
}

/* Reads the rows of the report that was run last. */
static inline void lint_take(struct lint *l)
{
    l->n = l->errors = l->credits = 0;
    for (size_t i = 0; i < l->f->nparts; i++) {
        const char *const *cell = l->f->parts[i].cells;
        if (l->f->parts[i].type != PGYD_TABLE_ROW)
            continue;
        assert_true(l->n < HONESTY_FINDINGS);
        l->list[l->n++] = (struct lint_finding){strtoul(cell[0], NULL, 10),
                                                strtoul(cell[1], NULL, 10),
                                                cell[2],
                                                cell[3],
                                                cell[4],
                                                cell[5],
                                                cell[6],
                                                cell[7]};
        l->errors += strcmp(cell[2], "error") == 0;
        l->credits += strcmp(cell[2], "credit") == 0;
    }
}

/* Lints a text as of a kind and to an offer; NULL: neither is said. */
static inline void lint_as(struct lint *l, const char *text, const char *kind, const char *key,
                           const char *id)
{
    fake_forget_args(l->f);
    fake_arg(l->f, "text", text);
    if (kind)
        fake_arg(l->f, "kind", kind);
    if (key && id)
        fake_arg(l->f, key, id);
    l->f->nparts = 0;
    l->f->error = NULL;
    if (letter_lint(&l->f->host, &l->rules) != 0)
        fail_msg("lint: %s", l->f->error);
    lint_take(l);
}

/* Every figure of a text as one that was handed out: only what is said of it is looked at. */
static inline void lint_hand_out(const char *text, struct letter_handed *handed)
{
    static char folded[LETTER_TEXT_MAX];
    size_t at = 0, from, n;
    handed->n = 0;
    fold_text(text, folded, sizeof folded);
    while (handed->n < LETTER_HANDED && fold_digits(folded, &at, &from, &n)) {
        struct letter_fact *f = &handed->list[handed->n++];
        *f = (struct letter_fact){.source = LETTER_WORKED};
        snprintf(f->text, sizeof f->text, "%.*s", (int)n, folded + from);
    }
}

/* Whether the last look at a letter of that kind refuses the text. */
static inline bool lint_letter_refuses(struct lint *l, const char *text, const char *kind,
                                       const char *offer, char reasons[LETTER_REASONS])
{
    static struct letter_case c;
    static struct letter_handed handed;
    struct letter_template t;
    assert_non_null(l->rules);
    assert_true(letter_template_of(&l->f->host, kind, &t));
    c = (struct letter_case){.h = &l->f->host, .kind = kind};
    offers_read(c.h, &c.offers);
    c.offer = offer ? offers_find(&c.offers, offer) : NULL;
    letter_case_fill(&c);
    c.lane = t.lane;
    lint_hand_out(text, &handed);
    reasons[0] = '\0';
    letter_check(&c, l->rules, text, &handed, (t.needs & NEED_NOT_MET) != 0, reasons);
    return reasons[0] != '\0';
}

/* Both verdicts, in the scene of each of these kinds. */
static inline void lint_agree(struct lint *l, const char *text)
{
    static const char *const to_offer[] = {"full", "light", "benchmark_ask", "decline", "explore"},
                             *const to_any[] = {"soft_presence", "training_block"};
    const char *offer = l->f->host.section_id(l->f->host.ctx, "offer", 0);
    char reasons[LETTER_REASONS];
    if (strlen(text) + 1 >= LETTER_TEXT_MAX) /* longer than a letter can be */
        return;
    for (size_t i = 0; i < PGC_COUNT(to_offer) + PGC_COUNT(to_any); i++) {
        bool any = i >= PGC_COUNT(to_offer);
        const char *kind = any ? to_any[i - PGC_COUNT(to_offer)] : to_offer[i];
        const char *to = any && strcmp(kind, "training_block") == 0 ? NULL : offer;
        if (!any && !to)
            continue;
        bool letter = lint_letter_refuses(l, text, kind, to, reasons);
        lint_as(l, text, kind, "offer", to);
        if (letter != (l->errors > 0))
            fail_msg("letter %s: lint %s, the letter check says \"%s\": %s", kind,
                     l->errors ? l->list[0].reason : "is fine", reasons, text);
        l->agreed++;
    }
}

/* Lints a text of which nothing is known, after both verdicts on it were compared. */
static inline void lint_scan(struct lint *l, const char *text)
{
    lint_as(l, text, NULL, NULL, NULL);
    lint_agree(l, text);
    lint_as(l, text, NULL, NULL, NULL);
}

/* The first finding of a set with this ID, at this level (NULL: any); NULL. */
static inline const struct lint_finding *lint_find(const struct lint *l, const char *set,
                                                   const char *ref, const char *level)
{
    for (size_t i = 0; i < l->n; i++) {
        const struct lint_finding *f = &l->list[i];
        if (strcmp(f->set, set) == 0 && strcmp(f->ref, ref) == 0 &&
            (!level || strcmp(level, f->level) == 0))
            return f;
    }
    return NULL;
}

#endif
