/* SPDX-License-Identifier: BSD-2-Clause */
/* What is lost when a section's item is missed, by which day, and what to do about it. How loudly
 * that is told is the host's. */
#include "plugins/common/texts/utf8.h"
#include "plugins/milestones/packs/maker.h"

#include <string.h>

/* What the host takes of an item; a character from here on may be two columns wide. */
enum { ABOUT = 64, NEXT = 40, WHY = 200, WIDE = 0x1100 };

/* What a section of before stakes meant by its severity. */
static const uint16_t of_severity[] = {PGYD_USEFUL, PGYD_COSTLY, PGYD_FATAL};

static uint16_t stakes_of(struct maker *m, const struct pack_section *s, uint16_t otherwise)
{
    int said = maker_choice(m, s, P_STAKES, MAKER_STAKES, -1),
        severity = maker_choice(m, s, P_SEVERITY, MAKER_SEVERITIES, -1);
    if (said >= 0)
        return (uint16_t)(PGYD_CONTEXT + said);
    return severity >= 0 ? of_severity[severity] : otherwise;
}

static size_t columns(const char *text)
{
    size_t n = 0;
    while (*text)
        n += pgc_utf8_next(&text) >= WIDE ? 2 : 1;
    return n;
}

/* A text of the section; NULL: none, or, said so, one that no item can have: that would cost the
 * whole plan. */
static const char *text_of(struct maker *m, const struct pack_section *s, enum pack_key key)
{
    static const char in_about[] = "abcdefghijklmnopqrstuvwxyz0123456789_:-";
    const char *text = s->v[key].text, *wrong = NULL;
    if (!text)
        return NULL;
    if (key == P_ABOUT && (text[strspn(text, in_about)] || strlen(text) > ABOUT))
        wrong = "about is a section, such as offer:mercy, of at most 64 characters";
    else if (key == P_NEXT && columns(text) > NEXT)
        wrong = "next is at most 40 characters";
    else if (key == P_WHY && strlen(text) > WHY)
        wrong = "why is one line of at most 200 bytes";
    if (wrong)
        packs_problem(m->packs, s, key, 1, "%s", wrong);
    return wrong ? NULL : text;
}

void maker_stakes(struct maker *m, const struct pack_section *s, uint16_t otherwise,
                  struct pgyd_item *item)
{
    item->stakes = stakes_of(m, s, otherwise);
    item->by = PGYD_NO_DAY;
    item->about = text_of(m, s, P_ABOUT);
    item->next = text_of(m, s, P_NEXT);
    item->why = text_of(m, s, P_WHY);
    if (maker_choice(m, s, P_FINAL, "no|yes", 0) == 1)
        item->flags |= PGYD_ITEM_FINAL;
    if (!s->v[P_BY].text)
        return;
    m->env.first = item->start;
    m->env.last = item->end == PGYD_NO_DAY ? item->start : item->end;
    maker_day(m, s, P_BY, &item->by, NULL);
    m->env.first = m->env.last = PGYD_NO_DAY;
}
