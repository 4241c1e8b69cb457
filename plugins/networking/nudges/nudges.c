/* SPDX-License-Identifier: BSD-2-Clause */
/* Reads lists/nudges.tsv and makes items with its words. What can be said by a name in a line, and
 * which lines there must be, stands here; what they say is the list's. */
#include "plugins/networking/nudges/nudges.h"

#include "plugins/common/texts/utf8.h"
#include "plugins/common/texts/words.h"

#include <stdlib.h>
#include <string.h>

#define LIST "nudges.tsv"
#define WITHOUT "nothing of networking is planned without it"

enum { ID, STAKES, TITLE, NEXT, WHY, DETAIL, SOURCE, REFS, COLUMNS };
enum { REF = 8 };

/* The lines, and the names that each may hold. */
static const struct {
    const char *id, *names;
} known[NUDGES] = {
    [NUDGE_ATTENDING] = {"center-attending", ""},
    [NUDGE_ATTENDING_QUIET] = {"center-attending-quiet", ""},
    [NUDGE_STAFF] = {"center-staff", ""},
    [NUDGE_STAFF_QUIET] = {"center-staff-quiet", ""},
    [NUDGE_SCHEDULING] = {"center-scheduling", ""},
    [NUDGE_SCHEDULING_QUIET] = {"center-scheduling-quiet", ""},
    [NUDGE_REFERRING] = {"center-referring", ""},
    [NUDGE_REFERRING_QUIET] = {"center-referring-quiet", ""},
    [NUDGE_REFERENCES] = {"references", "asked|open"},
    [NUDGE_REFERENCE_ASK] = {"reference-ask", "name"},
    [NUDGE_REFERENCE_AGAIN] = {"reference-again", "name"},
    [NUDGE_INFLUENTIAL] = {"influential", ""},
    [NUDGE_CLASSES_AHEAD] = {"classes-ahead", ""},
    [NUDGE_ASK_SENIORS] = {"ask-seniors", ""},
    [NUDGE_CONTACT_ATTENDING] = {"contact-attending", "name|points"},
    [NUDGE_CONTACT_CHIEF] = {"contact-chief", "name|points"},
    [NUDGE_CONTACT_DIRECTOR] = {"contact-director", "name|points"},
    [NUDGE_CONTACT_FELLOW] = {"contact-fellow", "name|points"},
    [NUDGE_CONTACT_GRAD] = {"contact-grad", "name|points"},
    [NUDGE_CONTACT_REP] = {"contact-rep", "name|points"},
    [NUDGE_CONTACT_ADMIN] = {"contact-admin", "name|points"},
    [NUDGE_CONTACT_RECRUITER] = {"contact-recruiter", "name|points"},
    [NUDGE_CONTACT_LEFT_JOB] = {"contact-left_job", "name|points"},
    [NUDGE_CONTACT_OTHER] = {"contact-other", "name|points"},
    [NUDGE_HABIT_ATTENDING] = {"habit-attending", ""},
    [NUDGE_HABIT_GRAD] = {"habit-grad", ""},
    [NUDGE_HABIT_HARD_CASE] = {"habit-hard-case", ""},
    [NUDGE_HABIT_COFFEE] = {"habit-coffee", ""},
    [NUDGE_HABIT_NICHE] = {"habit-niche", ""},
    [NUDGE_BANDWIDTH] = {"bandwidth", ""},
    [NUDGE_EVENT] = {"event", "name"},
    [NUDGE_ROTATION] = {"rotation", "place"},
    [NUDGE_ROTATION_THANKS] = {"rotation-thanks", "place"},
    [NUDGE_ROTATION_TOUCH] = {"rotation-touch", "place"},
    [NUDGE_PROCESSES] = {"processes", ""},
    [NUDGE_STRETCH] = {"stretch", ""},
    [NUDGE_STRETCH_MANY] = {"stretch-many", "n"},
    [NUDGE_LEVERAGE_REGIONS] = {"leverage-regions", ""},
    [NUDGE_LEVERAGE_SETTINGS] = {"leverage-settings", ""},
    [NUDGE_LEVERAGE_NEED] = {"leverage-need", ""},
    [NUDGE_INTEL_MAP] = {"intel-map", ""},
    [NUDGE_PROSPECT_KNOWN] = {"prospect-known", "place"},
    [NUDGE_PROSPECT_WARM] = {"prospect-warm", "place"},
    [NUDGE_PROSPECT_REFERENCES] = {"prospect-references", "place"},
    [NUDGE_PROSPECT_PREPARE] = {"prospect-prepare", "place|questions"},
    [NUDGE_PROSPECT_VISIT] = {"prospect-visit", "place"},
    [NUDGE_CENTERS_UNSEEN] = {"centers-unseen", ""},
    [NUDGE_LATE_PATH] = {"late-path", ""},
    [NUDGE_LATE_BEGUN] = {"late-begun", "day"},
    [NUDGE_NO_PROSPECTS] = {"no-prospects", ""},
    [NUDGE_COLD_OUTREACH] = {"cold-outreach", ""},
};

struct nudge_text {
    char title[PGC_CELL], detail[PGC_CELL], source[PGC_CELL]; /* title "": it has no line */
    char next[PGC_CELL], why[PGC_CELL];
    uint16_t stakes;
    char ref[NUDGE_REFS][REF];
    const char *refs[NUDGE_REFS];
    uint32_t nrefs;
};

/* ---- the list ---- */

/* "S1-05,S1-33"; - for none. */
static bool take_refs(const char *cell, struct nudge_text *text)
{
    struct pgc_word word;
    if (strcmp(cell, "-") == 0)
        return true;
    while (pgc_words_next(&cell, ',', &word)) {
        if (text->nrefs == NUDGE_REFS || word.len >= REF)
            return false;
        pgc_format(text->ref[text->nrefs], REF, "%.*s", (int)word.len, word.text);
        if (!pgc_made_of(text->ref[text->nrefs++], REF - 1, "S-" PGC_DIGITS))
            return false;
    }
    return text->nrefs > 0;
}

/* What the host would refuse as an item's would end the whole plan, and say less. */
static bool take(const struct pgc_tsv_row *row, const char *names, struct nudge_text *text)
{
    static const int filled[] = {TITLE, NEXT, WHY, DETAIL};
    *text = (struct nudge_text){.stakes = nudge_stakes(row->cell[STAKES])};
    pgc_format(text->title, sizeof text->title, "%s", row->cell[TITLE]);
    pgc_format(text->next, sizeof text->next, "%s", row->cell[NEXT]);
    pgc_format(text->why, sizeof text->why, "%s", row->cell[WHY]);
    pgc_format(text->detail, sizeof text->detail, "%s", row->cell[DETAIL]);
    pgc_format(text->source, sizeof text->source, "%s", row->cell[SOURCE]);
    for (uint32_t i = 0; i < PGC_COUNT(filled); i++) {
        const char *cell = row->cell[filled[i]];
        const bool lines = filled[i] == DETAIL;
        if (!pgc_fill_fits(cell, names) || !pgc_utf8_line(cell, lines ? PGC_CELL : PGC_TITLE - 1) ||
            (!lines && strstr(cell, "\\n")))
            return false;
    }
    return text->stakes && take_refs(row->cell[REFS], text) &&
           pgc_utf8_line(row->cell[SOURCE], PGC_TITLE - 1);
}

struct reading {
    struct nudge_text *list;
    int bad;
};

/* Of two lines with one id the first counts. */
static int read_row(void *arg, const struct pgc_tsv_row *row)
{
    struct reading *r = arg;
    struct nudge_text text;
    uint32_t i = 0;
    while (i < NUDGES && strcmp(known[i].id, row->cell[ID]) != 0)
        i++;
    if (i < NUDGES && !r->list[i].title[0] && take(row, known[i].names, &text))
        r->list[i] = text;
    else
        r->bad++;
    return 0;
}

/* The refs of a line point into it: only once it has its place. */
static void point(struct nudge_text *text)
{
    for (uint32_t i = 0; i < text->nrefs; i++)
        text->refs[i] = text->ref[i];
}

/* Lines that are of no use, -1: no list; the first line that is missing, NUDGES: none is. */
static int read_list(const struct pgyd_host *h, struct nudge_text *list, uint32_t *missing)
{
    struct reading r = {list, 0};
    int bad = pgc_tsv_read(h, LIST, COLUMNS, read_row, &r);
    for (uint32_t i = 0; i < NUDGES; i++)
        point(&list[i]);
    for (*missing = 0; *missing < NUDGES && list[*missing].title[0];)
        ++*missing;
    return bad < 0 ? bad : bad + r.bad;
}

int nudges_load(const struct pgyd_host *h, struct nudges *nudges)
{
    char why[240];
    uint32_t missing;
    nudges->list = calloc(NUDGES, sizeof *nudges->list);
    if (!nudges->list) {
        h->error(h->ctx, "out of memory for the words of networking");
        return -1;
    }
    int bad = read_list(h, nudges->list, &missing);
    if (missing == NUDGES)
        return 0;
    if (bad < 0)
        pgc_format(why, sizeof why,
                   "lists/" LIST " is not installed: " WITHOUT " (install pgyd again)");
    else
        pgc_format(why, sizeof why,
                   "lists/" LIST " has no line for '%s' that can be used: " WITHOUT
                   " (its first lines say what each column holds)",
                   known[missing].id);
    h->error(h->ctx, why);
    return -1;
}

void nudges_free(struct nudges *nudges)
{
    free(nudges->list);
    nudges->list = NULL;
}

void nudges_check(const struct pgyd_host *h)
{
    uint32_t missing;
    struct nudges nudges NUDGES_CLEANUP = {calloc(NUDGES, sizeof *nudges.list)};
    if (!nudges.list)
        return;
    int bad = read_list(h, nudges.list, &missing);
    if (bad < 0)
        pgc_error(h, "networking", "", NULL, "install pgyd again",
                  "lists/" LIST " is not installed: " WITHOUT);
    else if (missing < NUDGES)
        pgc_error(h, "networking", "", NULL, "its first lines say what each column holds",
                  "lists/" LIST " has no line for '%s' that can be used: " WITHOUT,
                  known[missing].id);
    else
        pgc_tsv_warn(h, "networking", "", LIST, bad, "");
}

/* ---- of lists with such columns ---- */

uint16_t nudge_stakes(const char *word)
{
    static const struct {
        const char *word;
        uint16_t stakes;
    } known_stakes[] = {
        {"context", PGYD_CONTEXT}, {"useful", PGYD_USEFUL}, {"costly", PGYD_COSTLY}};
    for (uint32_t i = 0; i < PGC_COUNT(known_stakes); i++) {
        if (strcmp(known_stakes[i].word, word) == 0)
            return known_stakes[i].stakes;
    }
    return 0;
}

const char *nudge_cell(const char *cell)
{
    return strcmp(cell, "-") == 0 ? NULL : cell;
}

const char *nudge_detail(char *out, size_t size, const char *detail, const char *why)
{
    const size_t first = strcspn(detail, "\n");
    return pgc_format(out, size, "%.*s%s%s%s", (int)first, detail, why ? "\n" : "", why ? why : "",
                      detail + first);
}

/* ---- items ---- */

struct nudge nudge_of(const struct nudges *nudges, enum nudge_id id, uint16_t kind)
{
    const struct nudge_text *text = &nudges->list[id];
    struct nudge nudge = {.item = pgc_item(kind, 0, known[id].id, text->title, text->source),
                          .text = text};
    nudge.item.stakes = text->stakes;
    nudge.item.refs = text->refs;
    nudge.item.nrefs = text->nrefs;
    return nudge;
}

void nudge_say(struct nudge *nudge, const char *name, const char *text)
{
    if (nudge->nwords < NUDGE_WORDS)
        nudge->words[nudge->nwords++] = (struct pgc_filling){name, text};
}

void nudge_about(struct nudge *nudge, const char *section, const char *id)
{
    pgc_format(nudge->about, sizeof nudge->about, "%s:%s", section, id);
}

static const char *fill(const struct nudge *nudge, const char *text, char *out, size_t size)
{
    return nudge_cell(text) ? pgc_fill(out, size, text, nudge->words, nudge->nwords) : NULL;
}

int nudge_emit(const struct pgyd_host *h, struct nudge *nudge)
{
    const struct nudge_text *text = nudge->text;
    char title[PGC_TITLE], next[PGC_CELL], why[PGC_TITLE], filled[PGC_DETAIL], detail[PGC_DETAIL];
    struct pgyd_item item = nudge->item;
    item.title = fill(nudge, text->title, title, sizeof title);
    item.next = fill(nudge, text->next, next, sizeof next);
    item.why = fill(nudge, text->why, why, sizeof why);
    pgc_fill(filled, sizeof filled, text->detail, nudge->words, nudge->nwords);
    item.detail = nudge_detail(detail, sizeof detail, filled, item.why);
    /* With a long name in it the title says it. */
    if (item.next && strlen(item.next) > NUDGE_NEXT)
        item.next = NULL;
    if (nudge->about[0])
        item.about = nudge->about;
    return h->emit(h->ctx, &item);
}
