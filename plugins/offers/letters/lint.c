/* SPDX-License-Identifier: BSD-2-Clause */
/* The report `lint`: a text that somebody wrote, looked through as a letter is. The rules are those
 * of honesty/. */
#include "plugins/offers/letters/letters.h"

#include "plugins/common/parts.h"
#include "plugins/offers/letters/write.h"

#include <string.h>

static const char title[] = "What a text says between its lines";

/* What may be said in the text, by whom it goes to and what it is. */
static bool scene_of(const struct pgyd_host *h, struct letter_case *c, struct honesty_scene *scene)
{
    const char *kind = h->arg(h->ctx, "kind"), *facts = h->arg(h->ctx, "facts"), *offer;
    struct letter_template t;
    *scene = (struct honesty_scene){.h = h};
    if (facts && strcmp(facts, "no") == 0)
        return true;
    bool is = kind && *kind;
    if ((is && !letter_template_of(h, kind, &t)) || !letter_named(h, "offer", &offer) ||
        !letter_named(h, "contact", &c->contact) || !letter_named(h, "prospect", &c->prospect))
        return false;
    c->h = h;
    c->kind = is ? kind : "";
    offers_read(h, &c->offers);
    c->offer = offer ? offers_find(&c->offers, offer) : NULL;
    if (is && !letter_addressed(c, &t))
        return false;
    bool addressed = is || c->offer || c->contact || c->prospect;
    letter_case_fill(c);
    c->lane = is ? t.lane : LANE_FULL;
    letter_scene(c, is && (t.needs & NEED_NOT_MET) != 0, scene);
    scene->addressed = addressed;
    scene->figures |= !is;
    return true;
}

static int row(const struct pgyd_host *h, const struct honesty_finding *f)
{
    char line[24], column[24];
    pgc_format(line, sizeof line, "%zu", f->line);
    pgc_format(column, sizeof column, "%zu", f->column);
    const char *const cells[] = {
        line, column, honesty_levels[f->level], f->set, f->found, f->reason, f->suggestion, f->ref};
    return pgc_row(h, false, cells, PGC_COUNT(cells));
}

static int show(const struct pgyd_host *h, const struct honesty_findings *findings)
{
    static const char *const head[] = {"Line",  "Column", "Level",      "Set",
                                       "Found", "Reason", "Suggestion", "Rule"};
    if (pgc_heading(h, 1, title) != 0)
        return -1;
    if (findings->n == 0)
        return pgc_paragraph(h, "Nothing to say of it.");
    int rc = pgc_row(h, true, head, PGC_COUNT(head));
    for (uint32_t i = 0; rc == 0 && i < findings->n; i++)
        rc = row(h, &findings->list[i]);
    return rc;
}

int letter_lint(const struct pgyd_host *h, struct honesty_table **rules)
{
    const char *text = h->arg(h->ctx, "text");
    char why[HONESTY_WORDS];
    struct letter_case c = {.h = h};
    struct honesty_scene scene;
    struct honesty_findings findings;
    if (!text)
        return pgc_heading(h, 1, title) != 0
                   ? -1
                   : pgc_paragraph(h, "Say which: lint text=TEXT, or pgyctl lint FILE.");
    if (!scene_of(h, &c, &scene))
        return -1;
    if (!*rules && !(*rules = honesty_open(h, why))) {
        h->error(h->ctx, why);
        return -1;
    }
    honesty_check(*rules, &scene, text, &findings);
    honesty_sort(&findings);
    if (findings.failed)
        h->error(h->ctx, "the text cannot be looked through: no memory is left");
    int rc = findings.failed ? -1 : show(h, &findings);
    honesty_free(&findings);
    return rc;
}

int offers_report_lint(const struct pgyd_host *h)
{
    struct honesty_table *rules = NULL;
    int rc = letter_lint(h, &rules);
    honesty_close(rules);
    return rc;
}
