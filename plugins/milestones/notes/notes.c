/* SPDX-License-Identifier: BSD-2-Clause */
/* Reads lists/notes.tsv and holds it to what the rules ask for: a line is there, whole, and of its
 * {words} each is one that is filled in. Filling them in is fill.c's. */
#include "plugins/milestones/notes/notes.h"

#include "plugins/common/texts/utf8.h"
#include "plugins/common/texts/words.h"
#include "plugins/common/tsv.h"

#include <string.h>

enum { ID, TITLE, DETAIL, SOURCE, RULE, REFS, STAKES, NEXT, WHY, COLUMNS };
enum { REF_MOST = 40, NEXT_MOST = 40, WHY_MOST = 200 };

static const char *const columns[COLUMNS] = {"id",   "title",  "detail", "source", "rule",
                                             "refs", "stakes", "next",   "why"};
static const size_t longest[COLUMNS] = {
    [TITLE] = PGC_TITLE - 1, [DETAIL] = PGC_CELL - 1, [SOURCE] = PGC_CELL - 1,
    [RULE] = PGC_CELL - 1,   [NEXT] = NEXT_MOST,      [WHY] = WHY_MOST};

#define HAS(column) (1u << (column))
#define ITEM (HAS(TITLE) | HAS(DETAIL) | HAS(SOURCE) | HAS(REFS) | HAS(STAKES))

/* What is asked of a line: its columns, and the words that are filled in in its title, source and
 * rule, and in its detail, between bars. */
static const struct {
    const char *id;
    unsigned parts;
    const char *head, *detail;
} forms[NOTES] = {
    [NOTE_LANE_DECIDED] = {"lane-decided", ITEM, "", "lanes"},
    [NOTE_NO_LANE] = {"no-lane", ITEM, "", ""},
    [NOTE_LANE_DECIDED_NAMED] = {"lane-decided.named", ITEM, "", "lanes"},
    [NOTE_LANE_REVIEW] = {"lane-review", ITEM, "", "lanes"},
    [NOTE_LANE_REVIEW_LANE] = {"lane-review.lane", HAS(DETAIL), "", "lane"},
    [NOTE_LANE_REVIEW_KNOWN] = {"lane-review.known", HAS(DETAIL), "", "lane|known|paid|source"},
    [NOTE_LATE_RECON] = {"late-recon", ITEM, "", ""},
    [NOTE_FELLOW] = {"fellowship-question", ITEM, "", "said|source"},
    [NOTE_FELLOW_LISTED] = {"fellowship-question.listed", HAS(SOURCE) | HAS(REFS), "", ""},
    [NOTE_FELLOW_REPORT] = {"fellowship-report", HAS(TITLE) | HAS(DETAIL), "",
                            "field|said|source|ref"},
    [NOTE_COMPARE] = {"phase-compare", ITEM | HAS(RULE), "", ""},
    [NOTE_CONTRACT] = {"phase-contract", ITEM | HAS(RULE), "", ""},
    [NOTE_POST_SIGN] = {"post-sign", ITEM | HAS(RULE), "", ""},
    [NOTE_POST_SIGN_PAPERS] = {"post-sign-papers", ITEM | HAS(RULE), "", ""},
    [NOTE_CHAIN_STEP] = {"chain-step", HAS(TITLE) | HAS(DETAIL) | HAS(RULE), "step|to",
                         "days|end|expected"},
    [NOTE_CHAIN_STEP_LATE] = {"chain-step.late", HAS(DETAIL) | HAS(RULE), "to",
                              "days|end|safe|expected"},
    [NOTE_CHAIN_DAYS] = {"chain-step.days", HAS(DETAIL), "", "rule|worst"},
    [NOTE_CHAIN_DAYS_DEFAULT] = {"chain-step.default", HAS(DETAIL), "", "rule|worst"},
    [NOTE_CHAIN_DAYS_STATELESS] = {"chain-step.stateless", HAS(DETAIL), "", "rule|worst"},
    [NOTE_CHAIN_AT_RISK] = {"chain-at-risk", HAS(TITLE) | HAS(STAKES), "chain", ""},
    [NOTE_CHAIN_TOO_LATE] = {"chain-too-late", HAS(TITLE) | HAS(STAKES), "chain", ""},
    [NOTE_CHAIN_ALERT] = {"chain-alert", HAS(DETAIL) | HAS(RULE), "", "end|steps"},
    [NOTE_CHAIN_ALERT_STEP] = {"chain-alert.step", HAS(DETAIL), "", "step|worst|expected"},
    [NOTE_CHAIN_ALERT_BEGUN] = {"chain-alert.begun", HAS(DETAIL), "", "step|worst|expected|begun"},
    [NOTE_REFRESH] = {"refresh-packs", (ITEM & ~HAS(REFS)) | HAS(RULE), "", "lines|more"},
    [NOTE_REFRESH_DATED] = {"refresh-packs.dated", HAS(DETAIL), "", "what|checked"},
    [NOTE_REFRESH_UNDATED] = {"refresh-packs.undated", HAS(DETAIL), "", "what"},
    [NOTE_REFRESH_LIST] = {"refresh-packs.list", HAS(DETAIL), "", "what"},
    [NOTE_SOURCE_OWN] = {"source.own", HAS(SOURCE), "", ""},
    [NOTE_SOURCE_PATTERN] = {"source.pattern", HAS(SOURCE), "source|checked", ""},
    [NOTE_SOURCE_PATTERN_UNDATED] = {"source.pattern-undated", HAS(SOURCE), "source", ""},
    [NOTE_SOURCE_UNKNOWN] = {"source.unknown", HAS(SOURCE), "source|checked", ""},
    [NOTE_SOURCE_UNKNOWN_UNDATED] = {"source.unknown-undated", HAS(SOURCE), "source", ""},
};

struct reading {
    struct notes *notes;
    char *wrong; /* NOTES_WRONG bytes; "" while nothing is */
    int last;    /* the note of the line before; -1: none */
};

/* ---- a line ---- */

/* The first thing that is wrong is enough: what follows may come of it. */
static int refuse(struct reading *r, const struct pgc_tsv_row *row, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

static int refuse(struct reading *r, const struct pgc_tsv_row *row, const char *format, ...)
{
    char why[240];
    va_list ap;
    va_start(ap, format);
    pgc_vformat(why, sizeof why, format, ap);
    va_end(ap);
    pgc_format(r->wrong, NOTES_WRONG, "lists/" NOTES_LIST ", line %u, %.80s: %s", row->line,
               row->cell[ID], why);
    return 1;
}

static bool has(const struct pgc_tsv_row *row, int column)
{
    return strcmp(row->cell[column], "-") != 0;
}

/* Whether each {word} of a text is one of these; else the first that is not, into bad. */
static bool known_words(const char *text, const char *words, char bad[32])
{
    for (const char *at = text; (at = strchr(at, '{')); at++) {
        size_t n = strcspn(at + 1, "}");
        pgc_format(bad, 32, "%.*s", (int)(n < 31 ? n : 31), at + 1);
        if (at[1 + n] != '}' || pgc_words_place(words, '|', bad) < 0)
            return false;
    }
    return true;
}

static const char *words_of(int note, int column)
{
    if (column == DETAIL)
        return forms[note].detail;
    return column == REFS || column >= STAKES ? "" : forms[note].head;
}

/* What the host would refuse as an item's would end the plan without a word of this list. */
static bool good(struct reading *r, const struct pgc_tsv_row *row, int note, int column)
{
    const char *words = words_of(note, column);
    char bad[32];
    if (longest[column] && !pgc_utf8_line(row->cell[column], longest[column]))
        return !refuse(r, row, "its %s is not one line of up to %zu bytes that can be shown",
                       columns[column], longest[column]);
    if (!known_words(row->cell[column], words, bad))
        return !refuse(r, row, "{%s} in its %s is not filled in; %s%s", bad, columns[column],
                       words[0] ? "its words are " : "no word is", words);
    return true;
}

/* ---- what is kept of it ---- */

/* A copy in the room, or NULL after saying that there is none. */
static const char *keep(struct reading *r, const struct pgc_tsv_row *row, const char *text,
                        size_t len)
{
    struct notes *notes = r->notes;
    char *copy = notes->room + notes->used;
    if (len >= sizeof notes->room - notes->used) {
        refuse(r, row, "there is no room for it: all texts together have %d bytes", NOTES_ROOM);
        return NULL;
    }
    memcpy(copy, text, len);
    copy[len] = '\0';
    notes->used += len + 1;
    return copy;
}

static int keep_refs(struct reading *r, const struct pgc_tsv_row *row, struct note *note)
{
    const char *rest = row->cell[REFS];
    struct pgc_word word;
    while (pgc_words_next(&rest, ',', &word)) {
        while (word.len && *word.text == ' ') {
            word.text++;
            word.len--;
        }
        if (note->nrefs == NOTES_REFS || word.len == 0 || word.len > REF_MOST)
            return refuse(r, row, "its refs are up to %d IDs such as S2-08, separated by commas",
                          NOTES_REFS);
        if (!(note->refs[note->nrefs] = keep(r, row, word.text, word.len)))
            return 1;
        note->nrefs++;
    }
    return 0;
}

/* What is at stake: a line of an item without it would be told by its kind alone. */
static int keep_stakes(struct reading *r, const struct pgc_tsv_row *row, struct note *note)
{
    static const char words[] = "context|useful|costly|fatal";
    int place = pgc_words_place(words, '|', row->cell[STAKES]);
    if (place < 0)
        return refuse(r, row, "its stakes are one of %s", words);
    note->stakes = (uint16_t)(PGYD_CONTEXT + place);
    return 0;
}

/* The detail last, so that a further line of it follows in the room. */
static int keep_note(struct reading *r, const struct pgc_tsv_row *row, int n)
{
    struct note *note = &r->notes->of[n];
    const char **const texts[COLUMNS] = {[TITLE] = &note->title,
                                         [SOURCE] = &note->source,
                                         [RULE] = &note->rule,
                                         [NEXT] = &note->next,
                                         [WHY] = &note->why};
    const bool item = forms[n].parts & HAS(STAKES);
    for (int column = TITLE; column < COLUMNS; column++) {
        const bool may = item && (column == NEXT || column == WHY) && has(row, column);
        if (!(forms[n].parts & HAS(column)) && !may)
            continue;
        if (!has(row, column))
            return refuse(r, row, "it lacks its %s", columns[column]);
        if (!good(r, row, n, column))
            return 1;
        if (texts[column] &&
            !(*texts[column] = keep(r, row, row->cell[column], strlen(row->cell[column]))))
            return 1;
    }
    if ((forms[n].parts & HAS(REFS) && keep_refs(r, row, note) != 0) ||
        (item && keep_stakes(r, row, note) != 0))
        return 1;
    if (!(forms[n].parts & HAS(DETAIL)))
        return 0;
    note->detail = keep(r, row, row->cell[DETAIL], strlen(row->cell[DETAIL]));
    return !note->detail;
}

static int keep_further(struct reading *r, const struct pgc_tsv_row *row, int n)
{
    const char *text = row->cell[DETAIL];
    bool bare = true;
    for (int column = TITLE; column < COLUMNS; column++)
        bare = bare && (column == DETAIL || !has(row, column));
    if (r->last != n || !bare)
        return refuse(r, row,
                      "it stands twice: a further line of its detail follows the first, with - in "
                      "all other columns");
    if (!(forms[n].parts & HAS(DETAIL)))
        return refuse(r, row, "it has no detail");
    if (!good(r, row, n, DETAIL))
        return 1;
    if (strlen(r->notes->of[n].detail) + 1 + strlen(text) >= PGC_DETAIL)
        return refuse(r, row, "its detail is longer than %d bytes", PGC_DETAIL - 1);
    r->notes->room[r->notes->used - 1] = '\n';
    if (keep(r, row, text, strlen(text)))
        return 0;
    r->notes->room[r->notes->used - 1] = '\0';
    return 1;
}

static int take(void *arg, const struct pgc_tsv_row *row)
{
    struct reading *r = arg;
    int n = 0;
    while (n < NOTES && strcmp(forms[n].id, row->cell[ID]) != 0)
        n++;
    if (n == NOTES) { /* a newer pgyd's, perhaps */
        r->last = -1;
        return 0;
    }
    int rc = r->notes->of[n].id[0] ? keep_further(r, row, n) : keep_note(r, row, n);
    r->notes->of[n].id = forms[n].id;
    r->last = n;
    return rc;
}

/* ---- the list ---- */

bool notes_load(struct notes *notes, const struct pgyd_host *h, char wrong[NOTES_WRONG])
{
    struct reading r = {.notes = notes, .wrong = wrong, .last = -1};
    notes->used = 0;
    wrong[0] = '\0';
    for (int n = 0; n < NOTES; n++)
        notes->of[n] = (struct note){.id = "", .title = "", .detail = "", .source = "", .rule = ""};
    int bad = pgc_tsv_read(h, NOTES_LIST, COLUMNS, take, &r);
    if (bad < 0)
        pgc_format(wrong, NOTES_WRONG, "lists/" NOTES_LIST " is not installed");
    for (int n = 0; n < NOTES; n++) {
        if (!notes->of[n].id[0] && !wrong[0])
            pgc_format(wrong, NOTES_WRONG, "lists/" NOTES_LIST " has no line %s that can be used",
                       forms[n].id);
        notes->of[n].id = forms[n].id;
    }
    if (bad > 0 && !wrong[0])
        pgc_format(wrong, NOTES_WRONG,
                   "%d line%s of lists/" NOTES_LIST " cannot be used: each has %d columns", bad,
                   bad == 1 ? "" : "s", COLUMNS);
    return !wrong[0];
}

/* Half a plan would look like a whole one: none is made, and the last good one stands. */
bool notes_need(struct notes *notes, const struct pgyd_host *h)
{
    char wrong[NOTES_WRONG];
    if (notes_load(notes, h, wrong))
        return true;
    pgc_append(wrong, sizeof wrong,
               "; nothing is planned without it (mend it, or install pgyd again)");
    h->error(h->ctx, wrong);
    return false;
}

void notes_check(struct notes *notes, const struct pgyd_host *h)
{
    char wrong[NOTES_WRONG];
    if (!notes_load(notes, h, wrong))
        pgc_error(h, "training", "", NULL, "mend it, or install pgyd again",
                  "%s; nothing is planned without it", wrong);
}
