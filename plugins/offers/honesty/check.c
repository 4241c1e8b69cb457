/* SPDX-License-Identifier: BSD-2-Clause */
/* Looks through a text, rule by rule. What is looked for is the rules', each in a file of its own.
 */
#include "plugins/offers/honesty/inside.h"

#include <stdlib.h>

static void rules(struct honesty_look *look)
{
    if (look->scene->offers) {
        honesty_look_for_names(look);
        honesty_look_for_figures(look);
        honesty_look_for_claims(look);
    }
    honesty_look_for_rows(look);
}

void honesty_check(const struct honesty_table *table, const struct honesty_scene *scene,
                   const char *text, struct honesty_findings *findings)
{
    struct honesty_look look = {.table = table, .scene = scene, .findings = findings, .text = text};
    *findings = (struct honesty_findings){.list = NULL};
    findings->failed = !fold_map_make(text, true, &look.plain) ||
                       !fold_map_make(text, false, &look.words) || !honesty_sentences(&look) ||
                       (scene->offers && !honesty_facts(&look, &look.facts));
    if (!findings->failed)
        rules(&look);
    honesty_place(findings, text);
    fold_map_free(&look.plain);
    fold_map_free(&look.words);
    free(look.sentences);
    free(look.hits);
    free(look.facts.figures);
    free(look.facts.own);
}
