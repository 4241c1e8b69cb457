/* SPDX-License-Identifier: BSD-2-Clause */
/* Turns [milestone:id] into the same form as a pack's section and lets maker.c plan it. No rule
 * of its own. */
#include "plugins/milestones/packs/packs.h"

#include <string.h>

enum { LIST = 1000 };

static const char section[] = "milestone";

/* A list again as it was written. */
static const char *joined(const struct pgyd_host *h, const char *id, const char *key,
                          const char *between, char *text, size_t size)
{
    struct pgyd_value v;
    text[0] = '\0';
    if (!pgc_get(h, section, id, key, &v))
        return NULL;
    for (uint32_t i = 0; i < v.nlist; i++)
        pgc_append(text, size, "%s%s", i ? between : "", v.list[i]);
    return text[0] ? text : NULL;
}

static int make(struct maker *m, const char *id)
{
    static const struct {
        const char *name;
        enum pack_key key;
    } texts[] = {{"title", P_TITLE},   {"when", P_WHEN}, {"until", P_UNTIL},
                 {"detail", P_DETAIL}, {"if", P_IF},     {"severity", P_SEVERITY},
                 {"stakes", P_STAKES}, {"by", P_BY},     {"final", P_FINAL},
                 {"about", P_ABOUT},   {"next", P_NEXT}, {"why", P_WHY}};
    const struct pgyd_host *h = m->p->h;
    struct pack_section s = {.kind = PACK_MILESTONE,
                             .pack = PACK_OWN,
                             .id = id,
                             .line = h->section_line(h->ctx, section, id)};
    char remind[LIST], checklist[PGC_DETAIL];
    for (size_t i = 0; i < PGC_COUNT(texts); i++)
        s.v[texts[i].key] = (struct pack_text){
            .text = pgc_text(h, section, id, texts[i].name, NULL), .line = s.line, .column = 1};
    s.v[P_REMIND].text = joined(h, id, "remind", ", ", remind, sizeof remind);
    s.v[P_CHECKLIST].text = joined(h, id, "checklist", "; ", checklist, sizeof checklist);
    /* A missing or wrong required key has its own error. */
    return s.v[P_TITLE].text && s.v[P_WHEN].text ? maker_emit(m, &s) : 0;
}

static int run(const struct planner *p, enum pack_say say)
{
    struct packs none = {.h = p->h, .say = say};
    struct maker m;
    const char *id;
    maker_init(&m, p, &none);
    for (uint32_t i = 0; (id = p->h->section_id(p->h->ctx, section, i)); i++) {
        if (make(&m, id) != 0)
            return -1;
    }
    return 0;
}

int milestones_own_plan(const struct planner *p)
{
    return run(p, PACK_SILENT);
}

void milestones_own_check(const struct planner *p)
{
    run(p, PACK_REPORTS);
}
