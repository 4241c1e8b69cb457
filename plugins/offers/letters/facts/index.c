/* SPDX-License-Identifier: BSD-2-Clause */
/* Every fact by the name a template gives it. Which facts there are stands in the files of the
 * tables. */
#include "plugins/offers/letters/facts/facts.h"

#include <string.h>

static const struct letter_entry *entry(uint32_t n)
{
    const struct letter_table *const tables[] = {letter_own_facts(), letter_offer_facts(),
                                                 letter_rival_facts()};
    for (uint32_t i = 0; i < PGC_COUNT(tables); i++) {
        if (n < tables[i]->n)
            return &tables[i]->list[n];
        n -= tables[i]->n;
    }
    return NULL;
}

static letter_fact_fn find(const char *name)
{
    const struct letter_entry *e;
    for (uint32_t i = 0; (e = entry(i)); i++) {
        if (strcmp(e->name, name) == 0)
            return e->fn;
    }
    return NULL;
}

bool letter_fact_known(const char *name)
{
    return find(name) != NULL;
}

bool letter_fact(struct letter_case *c, const char *name, struct letter_fact *fact)
{
    letter_fact_fn fn = find(name);
    *fact = (struct letter_fact){.source = LETTER_WORKED};
    if (!fn)
        return letter_missing(fact, "a placeholder {%s}", name);
    if (!fn(c, fact))
        return false;
    /* S0-31: whatever a template asks for, only two kinds may say what another offer holds. */
    if (fact->source == LETTER_RIVAL && (!c->rule->figures || c->lane != LANE_FULL))
        return letter_missing(
            fact, "{%s}: what another offer holds stands in full and preferred_call alone", name);
    return true;
}
