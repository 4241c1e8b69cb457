/* SPDX-License-Identifier: BSD-2-Clause */
/* What an item of a section says, where it stands and where it comes from. Its days are span.c's.
 */
#include "plugins/common/dates.h"
#include "plugins/milestones/lanes/lanes.h"
#include "plugins/milestones/packs/maker.h"

#include <string.h>

enum { SOURCE_MOST = 319 }; /* and what says how sure it is */

void maker_origin(const struct maker *m, const struct pack_section *s, struct trace *trace,
                  char *text, size_t size)
{
    if (s->pack == PACK_OWN)
        pgc_format(text, size, "[milestone:%s]", s->id);
    else
        pgc_format(text, size, "packs/%s", m->packs->list[s->pack].file);
    trace->origin = text;
    trace->line = s->line;
}

/* A title with {pgy} in it says which year it is. */
const char *maker_title(const struct pack_section *s, int k, char title[PGC_TITLE])
{
    const char *text = s->v[P_TITLE].text, *mark = k ? strstr(text, "{pgy}") : NULL;
    if (mark)
        pgc_format(title, PGC_TITLE, "%.*s%d%s", (int)(mark - text), text, k,
                   mark + strlen("{pgy}"));
    else
        pgc_format(title, PGC_TITLE, "%s", text);
    return title;
}

const char *maker_rule(const struct pack_section *s, char *rule, size_t size)
{
    pgc_format(rule, size, "%s", s->v[P_WHEN].text ? s->v[P_WHEN].text : "");
    if (s->v[P_AFTER].text)
        pgc_append(rule, size, "%safter %s", rule[0] ? ", " : "", s->v[P_AFTER].text);
    if (s->v[P_UNTIL].text)
        pgc_append(rule, size, " to %s", s->v[P_UNTIL].text);
    if (s->v[P_EVERY].text)
        pgc_append(rule, size, ", every %s", s->v[P_EVERY].text);
    return rule;
}

/* A date of the section, else of its pack. */
static pgyd_day own_day(struct maker *m, const struct pack_section *s, enum pack_key key,
                        pgyd_day otherwise)
{
    pgyd_day day = s->v[key].text ? pgc_parse_day(m->p->h, s->v[key].text) : otherwise;
    if (s->v[key].text && day == PGYD_NO_DAY)
        packs_problem(m->packs, s, key, 1, "%s is a day, such as 2027-12-31", packs_key_name(key));
    return day;
}

/* How sure it is, around the source in text. */
static void say_level(const struct note *note, const char *checked, char *text, size_t size)
{
    char source[SOURCE_MOST + 1];
    pgc_format(source, sizeof source, "%s", text);
    notes_fill(text, size, note->source,
               NOTE_WORDS({"source", source}, {"checked", checked ? checked : ""}));
}

void maker_source(struct maker *m, const struct pack_section *s, pgyd_day start,
                  struct pgyd_item *item, struct trace *trace, char *text, size_t size)
{
    static const uint16_t levels[] = {PGYD_CONFIRMED, PGYD_PATTERN, PGYD_UNKNOWN};
    static const enum note_id dated[] = {NOTES, NOTE_SOURCE_PATTERN, NOTE_SOURCE_UNKNOWN},
                              undated[] = {NOTES, NOTE_SOURCE_PATTERN_UNDATED,
                                           NOTE_SOURCE_UNKNOWN_UNDATED};
    const struct note *of = m->p->notes->of;
    item->source = of[NOTE_SOURCE_OWN].source;
    if (s->pack == PACK_OWN)
        return;
    const struct pack *pack = &m->packs->list[s->pack];
    const char *source = packs_text(m->packs, s, P_SOURCE),
               *checked = packs_text(m->packs, s, P_CHECKED_ON);
    pgyd_day valid = own_day(m, s, P_VALID_UNTIL, pack->valid_until);
    int level = maker_choice(m, s, P_CONFIDENCE, PACK_CONFIDENCE, 1);
    if (level == PACK_RULE) { /* no fact that could be out of date */
        pgc_format(text, size, "%s", source ? source : pack->file);
        item->source = text;
        return;
    }
    /* What nobody has looked at since still plans, as a pattern. The item's own day decides, so
     * that nothing changes at midnight. */
    if (level == 0 && valid != PGYD_NO_DAY && start > valid)
        level = 1;
    own_day(m, s, P_CHECKED_ON, pack->checked_on);
    pgc_format(text, size, "%.*s", SOURCE_MOST, source ? source : pack->file);
    if (level)
        say_level(&of[checked ? dated[level] : undated[level]], checked, text, size);
    item->source = text;
    item->confidence = levels[level];
    trace->checked_on = checked;
    trace->valid_until = packs_text(m->packs, s, P_VALID_UNTIL);
}

static void add_line(void *arg, const char *piece, size_t len, unsigned at)
{
    char *detail = arg;
    (void)at;
    pgc_append(detail, PGC_DETAIL, "%s- %.*s", detail[0] ? "\n" : "", (int)len, piece);
}

void maker_checklist(const char *texts, char detail[PGC_DETAIL])
{
    maker_pieces(texts, ';', add_line, detail);
}

/* A note with {lanes} names those of the field; without any there is nothing to say. */
static void add_note(const struct maker *m, const char *note, char detail[PGC_DETAIL])
{
    static const char place[] = "{lanes}";
    const char *mark = strstr(note, place), *between = detail[0] ? "\n" : "";
    char list[LANES_TEXT];
    struct lanes lanes;
    if (!mark) {
        pgc_append(detail, PGC_DETAIL, "%s%s", between, note);
        return;
    }
    milestones_lanes(m->p->h, &lanes);
    if (milestones_lanes_list(&lanes, list, sizeof list))
        pgc_append(detail, PGC_DETAIL, "%s%.*s%s%s", between, (int)(mark - note), note, list,
                   mark + strlen(place));
}

/* A pack's value is one line: " || " in it begins the next. */
void maker_lines(const char *text, char detail[PGC_DETAIL])
{
    static const char mark[] = " || ";
    for (const char *at = text; at;) {
        const char *stop = strstr(at, mark);
        pgc_append(detail, PGC_DETAIL, "%s%.*s", at == text ? "" : "\n",
                   (int)(stop ? (size_t)(stop - at) : strlen(at)), at);
        at = stop ? stop + strlen(mark) : NULL;
    }
}

const char *maker_detail(const struct maker *m, const struct pack_section *s,
                         char detail[PGC_DETAIL])
{
    const char *note = packs_text(m->packs, s, P_NOTE);
    detail[0] = '\0';
    maker_lines(s->v[P_DETAIL].text, detail);
    maker_checklist(s->v[P_CHECKLIST].text, detail);
    for (uint32_t i = 0; i < s->npoints; i++)
        pgc_append(detail, PGC_DETAIL, "%s- %s", detail[0] ? "\n" : "",
                   m->packs->points[s->point + i].text);
    if (note)
        add_note(m, note, detail);
    return detail[0] ? detail : NULL;
}

static void take_ref(void *arg, const char *piece, size_t len, unsigned at)
{
    struct maker_refs *r = arg;
    (void)at;
    if (r->n == MAKER_REFS)
        return;
    r->list[r->n] = pgc_format(r->text[r->n], sizeof r->text[0], "%.*s", (int)len, piece);
    r->n++;
}

void maker_refs(const struct pack_section *s, struct pgyd_item *item, struct maker_refs *refs)
{
    refs->n = 0;
    maker_pieces(s->v[P_REFS].text, ',', take_ref, refs);
    item->refs = refs->list;
    item->nrefs = refs->n;
}
