/* SPDX-License-Identifier: BSD-2-Clause */
/* The last look at a finished letter (architecture 10, S0-31, S0-46, S0-47): whatever the template
 * and the typed texts say, nothing leaves that is not true or not one's own to tell. It knows the
 * text and what was handed out for it, not how it was written. The rules are those of honesty/. */
#ifndef OFFERS_LETTERCHECK_H
#define OFFERS_LETTERCHECK_H

#include "plugins/offers/honesty/honesty.h"
#include "plugins/offers/letters/facts/facts.h"

enum { LETTER_TEXT_MAX = 8192, LETTER_HANDED = 64, LETTER_REASONS = 900 };

/* What was handed out while a letter was written. */
struct letter_handed {
    struct letter_fact list[LETTER_HANDED];
    uint32_t n;
};

/* Adds a reason to the list, once. */
void letter_reason(char reasons[LETTER_REASONS], const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* What may be said in this letter. stranger: it goes to somebody never met (S2-27). */
void letter_scene(const struct letter_case *c, bool stranger, struct honesty_scene *scene);
/* Looks through `text`; adds what is wrong to reasons: every error of honesty_check in that scene,
 * and what of the handed out facts must not stand there. */
void letter_check(const struct letter_case *c, const struct honesty_table *table, const char *text,
                  const struct letter_handed *handed, bool stranger, char reasons[LETTER_REASONS]);

#endif
