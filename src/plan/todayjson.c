/* SPDX-License-Identifier: BSD-2-Clause */
/* Today as JSON: what the daemon answers, and what `pgyctl today --json` prints. */
#include "plan/today.h"

static const char *const groups[] = {
    [PGY_TODAY_OFFER] = "offer",   [PGY_TODAY_BURNING] = "burning", [PGY_TODAY_AHEAD] = "ahead",
    [PGY_TODAY_USEFUL] = "useful", [PGY_TODAY_DONE] = "done",
};
static const char *const states[] = {
    [PGY_TODAY_CALM] = "calm", [PGY_TODAY_WATCH] = "watch", [PGY_TODAY_FIRE] = "fire"};

static json_t *line_json(const struct pgy_today_line *line, size_t n)
{
    char by[PGY_DAY_TEXT];
    return json_pack("{sI ss ss ss? ss ss? ss ss}", "n", (json_int_t)n, "group",
                     groups[line->group], "id", line->item->id, "step",
                     line->step ? line->step->id : NULL, "text", line->text, "next", line->next,
                     "stakes", pgy_stakes_text(line->item->stakes), "by",
                     pgy_civil_text(line->item->by, by));
}

json_t *pgy_today_json(const struct pgy_today *today)
{
    json_t *lines = json_array();
    for (size_t i = 0; i < today->n; i++)
        json_array_append_new(lines, line_json(&today->lines[i], i + 1));
    return json_pack("{ss ss so s{sI sI sI sI sI sI sI}}", "state", states[today->state],
                     "sentence", today->sentence, "lines", lines, "counts", "dated",
                     (json_int_t)today->dated, "useful", (json_int_t)today->useful, "late",
                     (json_int_t)today->late, "missed", (json_int_t)today->missed, "snoozed",
                     (json_int_t)today->snoozed, "habits", (json_int_t)today->habits, "habits_done",
                     (json_int_t)today->habits_done);
}
