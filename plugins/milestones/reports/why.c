/* SPDX-License-Identifier: BSD-2-Clause */
/* The report why: an item with how its date was made, or why it is left out. It keeps what
 * the rules hand over and computes nothing. */
#include "plugins/milestones/reports/reports.h"

#include "plugins/common/parts.h"
#include "plugins/common/texts/near.h"

#include <string.h>

enum { NAME = PGC_NEAR_NAME };

struct asking {
    const struct pgyd_host *h;
    const char *id; /* without the plugin's name; with or without an occurrence */
    bool occurrence;
    uint32_t found, silent;
    int rc;
    struct pgc_near near;
};

/* An id that holds what was asked is near, however long. */
static void consider(struct asking *a, const char *id)
{
    if (strstr(id, a->id))
        pgc_near_add(&a->near, id, 0);
    else
        pgc_near_try(&a->near, id);
}

/* The day after "name:" in words, twice: as written and as spoken. */
static int anchor(const struct pgyd_host *h, const char *name, pgyd_day day)
{
    static const struct {
        const char *name, *meaning;
    } known[] = {
        {"START", "first day of the residency"}, {"R", "last day of the residency"},
        {"F0", "first day of the fellowship"},   {"F1", "last day of the fellowship"},
        {"G", "last day of all training"},       {"S", "first day as an attending"},
        {"accepted", "offer accepted, journal"}, {"contract", "contract received"},
        {"first offer", "first offer received"}, {"last offer", "last offer received"},
    };
    char text[24], words[24];
    const char *meaning = NULL;
    for (size_t i = 0; i < PGC_COUNT(known); i++) {
        if (strcmp(known[i].name, name) == 0)
            meaning = known[i].meaning;
    }
    return pgc_bullet(h, "%s = %s (%s)%s%s", name, h->day_text(h->ctx, day, text),
                      h->day_words(h->ctx, day, words), meaning ? ": " : "",
                      meaning ? meaning : "");
}

static int origin(const struct pgyd_host *h, const struct trace *trace)
{
    char line[24] = "";
    if (trace->line)
        pgc_format(line, sizeof line, ", line %u", trace->line);
    if (trace->origin && pgc_bullet(h, "Where: %s%s", trace->origin, line) != 0)
        return -1;
    if (!trace->origin && pgc_bullet(h, "Where: built into pgyd's milestones") != 0)
        return -1;
    if (trace->checked_on && pgc_bullet(h, "Last checked on %s%s%s", trace->checked_on,
                                        trace->valid_until ? ", valid until " : "",
                                        trace->valid_until ? trace->valid_until : "") != 0)
        return -1;
    return 0;
}

static int explain(const struct pgyd_host *h, const char *id, const struct pgyd_item *item,
                   const struct trace *trace)
{
    static const char *const sure[] = {"confirmed", "confirmed", "a pattern of earlier years",
                                       "unknown"};
    char start[24], end[24], refs[128] = "";
    pgyd_day last = item->end == PGYD_NO_DAY ? item->start : item->end;
    for (uint32_t i = 0; i < item->nrefs; i++)
        pgc_append(refs, sizeof refs, "%s%s", i ? ", " : "", item->refs[i]);
    if (pgc_heading(h, 2, id) != 0 || pgc_paragraph(h, "%s", item->title) != 0)
        return -1;
    if (last == item->start
            ? pgc_bullet(h, "Date: %s", h->day_text(h->ctx, item->start, start)) != 0
            : pgc_bullet(h, "Dates: %s to %s", h->day_text(h->ctx, item->start, start),
                         h->day_text(h->ctx, last, end)) != 0)
        return -1;
    if (pgc_bullet(h, "Rule: %s", trace->rule ? trace->rule : "the dates you gave") != 0 ||
        origin(h, trace) != 0)
        return -1;
    if (trace->note && pgc_bullet(h, "Moved: %s", trace->note) != 0)
        return -1;
    if (item->source && pgc_bullet(h, "Source: %s", item->source) != 0)
        return -1;
    if (refs[0] && pgc_bullet(h, "Inventory: %s", refs) != 0)
        return -1;
    if (pgc_bullet(h, "Certainty: %s",
                   sure[item->confidence <= PGYD_UNKNOWN ? item->confidence : PGYD_UNKNOWN]) != 0)
        return -1;
    if (trace->nanchors && pgc_heading(h, 3, "Anchors") != 0)
        return -1;
    for (uint32_t i = 0; i < trace->nanchors; i++) {
        if (anchor(h, trace->anchors[i].name, trace->anchors[i].day) != 0)
            return -1;
    }
    if (last < h->started && item->kind != PGYD_WINDOW && item->kind != PGYD_HABIT &&
        item->kind != PGYD_ALERT)
        return pgc_paragraph(h,
                             "It was past when pgyd was first run: it is shown as something to "
                             "catch up on, dated %s.",
                             h->day_text(h->ctx, h->started, start));
    return 0;
}

static int take(void *arg, const struct pgyd_item *item, const struct trace *trace)
{
    struct asking *a = arg;
    char id[NAME];
    pgc_format(id, sizeof id, item->occurrence ? "%s@%s" : "%s", item->slug, item->occurrence);
    if (strcmp(a->occurrence ? id : item->slug, a->id) != 0) {
        consider(a, id);
        return 0;
    }
    a->found++;
    return explain(a->h, id, item, trace);
}

static void leave(void *arg, const char *slug, const char *why)
{
    struct asking *a = arg;
    size_t len = strcspn(a->id, "@");
    if (strlen(slug) != len || strncmp(slug, a->id, len) != 0) {
        consider(a, slug);
        return;
    }
    a->silent++;
    if (pgc_heading(a->h, 2, slug) != 0 || pgc_paragraph(a->h, "Not planned: %s.", why) != 0)
        a->rc = -1;
}

static int unknown(const struct asking *a)
{
    char near[PGC_NEAR * NAME + 8];
    pgc_near_list(&a->near, near, sizeof near);
    return pgc_paragraph(a->h, "milestones plans nothing called \"%s\" for you.%s%s%s", a->id,
                         near[0] ? " Nearest: " : "", near, near[0] ? "." : "");
}

int milestones_report_why(const struct pgyd_host *h, const struct rules *rules)
{
    static const char prefix[] = "milestones/";
    struct pgc_anchors anchors;
    struct asking a = {.h = h, .id = PGYD_HAS(h, arg) ? h->arg(h->ctx, "id") : NULL};
    struct planner p = {.h = h, .take = take, .leave = leave, .arg = &a, .rules = rules};
    if (!a.id || !a.id[0] || strlen(a.id) >= NAME)
        return pgc_paragraph(h,
                             "Say which item: report why id=phase-recon. pgyctl plan lists them.");
    if (strncmp(a.id, prefix, strlen(prefix)) == 0)
        a.id += strlen(prefix);
    a.near.wanted = a.id;
    a.occurrence = strchr(a.id, '@') != NULL;
    if (pgc_heading(h, 1, "Why this date") != 0)
        return -1;
    if (milestones_report_anchors(h, &anchors))
        p.anchors = &anchors;
    if (planner_run(&p) != 0 || a.rc != 0)
        return -1;
    return a.found || a.silent ? 0 : unknown(&a);
}
