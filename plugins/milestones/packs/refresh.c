/* SPDX-License-Identifier: BSD-2-Clause */
/* What is past its valid_until goes on as a pattern; once a year somebody is asked to look again
 * (architecture 15). */
#include "plugins/common/dates.h"
#include "plugins/milestones/packs/maker.h"

#include <string.h>

enum { JUNE = 6, LINES = 20, STEM = 64, WHAT = 256 };

/* The lines of one reminder. */
struct stale {
    const struct maker *m;
    pgyd_day day; /* of the reminder: what is valid until then still is */
    uint32_t n;
    char lines[PGC_DETAIL];
};

static void add(struct stale *s, const char *what, const char *checked)
{
    const struct note *of = s->m->p->notes->of;
    if (s->n++ < LINES)
        notes_add(s->lines, sizeof s->lines,
                  of[checked ? NOTE_REFRESH_DATED : NOTE_REFRESH_UNDATED].detail,
                  NOTE_WORDS({"what", what}, {"checked", checked ? checked : ""}));
}

static bool is_over(const struct stale *s, pgyd_day valid_until)
{
    return valid_until != PGYD_NO_DAY && valid_until < s->day;
}

static void add_packs(struct stale *s)
{
    for (size_t i = 0; i < s->m->packs->n; i++) {
        const struct pack *pack = &s->m->packs->list[i];
        if (is_over(s, pack->valid_until))
            add(s, pack->stem, s->m->packs->sections[pack->head].v[P_CHECKED_ON].text);
    }
}

/* Whether the person has anything of a section: its condition, and what of their own stands before
 * it. Its mistakes were told already. */
static bool concerns(struct maker *m, const struct pack_section *section)
{
    const struct pgyd_host *h = m->p->h;
    enum pack_say say = m->packs->say;
    if (pgc_lists(h, "packs", "", "off", section->id) ||
        (section->kind == PACK_MILESTONE && h->section_line(h->ctx, "milestone", section->id)))
        return false;
    m->packs->say = PACK_SILENT;
    m->env.pgy = 0;
    /* of each year: the condition may ask for the year */
    bool holds = section->v[P_EACH].text || maker_holds(m, section);
    m->packs->say = say;
    return holds;
}

/* A milestone or chain that is dated apart from its pack. */
static void add_sections(struct stale *s, struct maker *m)
{
    for (size_t i = 0; i < m->packs->nsections; i++) {
        const struct pack_section *section = &m->packs->sections[i];
        char what[STEM + 64];
        if ((section->kind != PACK_MILESTONE && section->kind != PACK_CHAIN) ||
            !section->v[P_VALID_UNTIL].text)
            continue;
        const struct pack *pack = &m->packs->list[section->pack];
        if (is_over(s, pack->valid_until) ||
            !is_over(s, pgc_parse_day(m->p->h, section->v[P_VALID_UNTIL].text)) ||
            !concerns(m, section))
            continue;
        add(s, pgc_format(what, sizeof what, "%s, %s", pack->stem, section->id),
            packs_text(m->packs, section, P_CHECKED_ON));
    }
}

/* ---- lists ---- */

/* The day after a word in the comment that a list begins with: "# checked_on 2026-11-22;
 * valid_until 2028-12-31". */
static bool find_day(const char *text, const char *word, char day[11])
{
    enum { DAY = 10 };
    for (const char *p = text; (p = strstr(p, word));) {
        p += strlen(word);
        p += strspn(p, " :=");
        if (strspn(p, "0123456789-") == DAY) {
            memcpy(day, p, DAY);
            day[DAY] = '\0';
            return true;
        }
    }
    return false;
}

/* A list that a pack of the same name dates is that pack's. */
static bool dated_by_pack(const struct packs *packs, const char *stem)
{
    for (size_t i = 0; i < packs->n; i++) {
        if (strcmp(packs->list[i].stem, stem) == 0)
            return true;
    }
    return false;
}

static int add_list(void *arg, const struct pgyd_data *data)
{
    enum { COMMENT = 2048 };
    struct stale *s = arg;
    char comment[COMMENT], stem[STEM], what[WHAT], valid[11], checked[11];
    const char *p = data->bytes, *end = data->bytes + data->len;
    size_t n = strlen(data->name);
    while (p < end && *p == '#') {
        const char *eol = memchr(p, '\n', (size_t)(end - p));
        p = eol ? eol + 1 : end;
    }
    const ptrdiff_t commented = p - data->bytes;
    pgc_format(comment, sizeof comment, "%.*s", (int)(commented < COMMENT ? commented : COMMENT),
               data->bytes ? data->bytes : "");
    pgc_format(stem, sizeof stem, "%.*s",
               (int)(n > 4 && strcmp(data->name + n - 4, ".tsv") == 0 ? n - 4 : n), data->name);
    if (!find_day(comment, "valid_until", valid) || !is_over(s, pgc_parse_day(s->m->p->h, valid)) ||
        dated_by_pack(s->m->packs, stem))
        return 0;
    notes_fill(what, sizeof what, s->m->p->notes->of[NOTE_REFRESH_LIST].detail,
               NOTE_WORDS({"what", stem}));
    add(s, what, find_day(comment, "checked_on", checked) ? checked : NULL);
    return 0;
}

/* ---- the reminder ---- */

static int emit_year(struct maker *m, int32_t year)
{
    const struct pgyd_host *h = m->p->h;
    const struct note *note = &m->p->notes->of[NOTE_REFRESH];
    struct pgyd_item item = notes_item(note, PGYD_REMINDER);
    struct trace trace = {.rule = note->rule};
    char detail[PGC_DETAIL], occurrence[8], more[16] = "";
    struct stale stale = {.m = m, .day = h->day(h->ctx, year, JUNE, 1)};
    if (stale.day < h->started)
        return 0;
    add_packs(&stale);
    add_sections(&stale, m);
    h->data(h->ctx, "lists", add_list, &stale);
    if (!stale.n || planner_off(m->p, item.slug))
        return 0;
    if (stale.n > LINES)
        pgc_format(more, sizeof more, "%u", stale.n - LINES);
    item.start = stale.day;
    item.occurrence = pgc_format(occurrence, sizeof occurrence, "%d", year);
    item.detail = notes_fill(detail, sizeof detail, note->detail,
                             NOTE_WORDS({"lines", stale.lines}, {"more", more}));
    return planner_emit(m->p, &item, &trace);
}

/* June 1, this year's and the next. */
int maker_refresh(struct maker *m)
{
    int32_t year, month, dom;
    m->p->h->ymd(m->p->h->ctx, m->p->h->today, &year, &month, &dom);
    return emit_year(m, year) != 0 ? -1 : emit_year(m, year + 1);
}
