/* SPDX-License-Identifier: BSD-2-Clause */
/* Reads lists/phrases.tsv and compiles its patterns. What a row is looked for in, and when, is
 * rows.c's, claims.c's, names.c's and figures.c's. */
#include "plugins/offers/honesty/inside.h"

#include "plugins/common/tsv.h"

#include <stdlib.h>
#include <string.h>

enum { COLUMNS = 7, PATTERN_MAX = 8192 };

const char *const honesty_levels[HONESTY_LEVELS] = {[HONESTY_ERROR] = "error",
                                                    [HONESTY_WARNING] = "warning",
                                                    [HONESTY_NOTE] = "note",
                                                    [HONESTY_CREDIT] = "credit"};
const char honesty_phantom[] = "phantom";

static const char *const wheres[] = {
    [HONESTY_ANY] = "any",     [HONESTY_ONCE] = "once",         [HONESTY_FIRST_HALF] = "first-half",
    [HONESTY_TWICE] = "twice", [HONESTY_ONLY] = "only",         [HONESTY_ABSENT] = "absent",
    [HONESTY_STAGE] = "stage", [HONESTY_STRANGER] = "stranger", [HONESTY_DECLINE] = "decline",
    [HONESTY_WORD] = "word",   [HONESTY_TOO_LONG] = "words:",   [HONESTY_OTHERS] = "others:"};

/* What the rules look at by name: without one of these a rule would be silent. */
static const char *const needed_sets[] = {"denied",        "theirs",   "theirs behind", "asked",
                                          "wished",        "asked of", "asked behind",  "reached",
                                          "gain",          "gained",   "offer",         "closed",
                                          "offers behind", "beside",   "beside behind", "things",
                                          "pay",           "spelled",  "file",          "contract"};

static bool parse_where(const char *word, struct honesty_row *row)
{
    for (uint16_t i = 0; i < PGC_COUNT(wheres); i++) {
        size_t len = strlen(wheres[i]);
        int64_t n = 0;
        row->where = i;
        if (wheres[i][len - 1] != ':' && strcmp(word, wheres[i]) == 0)
            return true;
        if (wheres[i][len - 1] == ':' && strncmp(word, wheres[i], len) == 0 &&
            pgc_tsv_number(word + len, &n) && n > 0 && n <= 100000) {
            row->n = (uint32_t)n;
            return true;
        }
    }
    return false;
}

static bool parse_level(const char *word, struct honesty_row *row)
{
    for (row->level = 0; row->level < HONESTY_LEVELS; row->level++) {
        if (strcmp(word, honesty_levels[row->level]) == 0)
            return true;
    }
    return false;
}

/* What a blank stands for: blanks of any kind; in rows about what is so, whatever is neither letter
 * nor digit and ends no sentence, so that a dash between two words hides nothing. */
static const char *blank_of(const struct honesty_row *row)
{
    return row->where == HONESTY_OTHERS || row->where == HONESTY_STAGE ||
                   row->where == HONESTY_STRANGER || row->where == HONESTY_DECLINE
               ? "[^[:alnum:].!?]+"
               : "[[:space:]]+";
}

/* Within brackets a blank is itself. */
static bool compile(struct honesty_row *row, const char *pattern, char why[HONESTY_WORDS])
{
    char *text = malloc(PATTERN_MAX), message[128];
    size_t n = 0;
    bool bracket = false, fits = text != NULL;
    for (const char *c = pattern; *c && fits; c++) {
        const char *blank = blank_of(row);
        size_t len = *c == ' ' && !bracket ? strlen(blank) : 1;
        bracket = *c == '[' ? true : *c == ']' ? false : bracket;
        fits = n + len < PATTERN_MAX;
        if (fits)
            memcpy(text + n, len > 1 ? blank : c, len);
        n += len;
    }
    if (!fits) {
        free(text);
        pgc_format(why, HONESTY_WORDS, "the pattern is too long");
        return false;
    }
    text[n] = '\0';
    int rc = regcomp(&row->regex, text, REG_EXTENDED | REG_ICASE);
    free(text);
    if (rc != 0) {
        regerror(rc, &row->regex, message, sizeof message);
        pgc_format(why, HONESTY_WORDS, "%s", message);
        return false;
    }
    return row->compiled = true;
}

static bool parse_line(struct honesty_table *table, char *text, char why[HONESTY_WORDS])
{
    char *column[COLUMNS];
    for (size_t i = 0; i < COLUMNS; i++) {
        char *tab = text ? strchr(text, '\t') : NULL;
        if (!text || !*text || (i + 1 == COLUMNS) == (tab != NULL)) {
            pgc_format(why, HONESTY_WORDS, "a line has seven columns, separated by one tab each");
            return false;
        }
        column[i] = text;
        if (tab)
            *tab++ = '\0';
        text = tab;
    }
    struct honesty_row *rows = honesty_push(table->list, &table->n, &table->cap, sizeof *rows);
    if (!rows) {
        pgc_format(why, HONESTY_WORDS, "no memory is left");
        return false;
    }
    table->list = rows;
    struct honesty_row *row = &rows[table->n - 1];
    *row = (struct honesty_row){
        .set = column[0], .reason = column[4], .suggestion = column[5], .ref = column[6]};
    if (!parse_level(column[1], row)) {
        pgc_format(why, HONESTY_WORDS, "the level is error, warning, note or credit");
        return false;
    }
    if (!parse_where(column[2], row)) {
        pgc_format(why, HONESTY_WORDS,
                   "where is any, once, first-half, twice, only, absent, words:N, others:N, stage, "
                   "stranger, decline or word");
        return false;
    }
    return row->where == HONESTY_TOO_LONG || compile(row, column[3], why);
}

static bool parse_lines(struct honesty_table *table, char why[HONESTY_WORDS])
{
    char what[HONESTY_WORDS];
    uint32_t line = 1;
    for (char *text = table->bytes, *next; text; text = next, line++) {
        next = strchr(text, '\n');
        if (next)
            *next++ = '\0';
        if (*text && *text != '#' && !parse_line(table, text, what)) {
            pgc_format(why, HONESTY_WORDS, "lists/phrases.tsv:%u: %.250s", line, what);
            return false;
        }
    }
    return true;
}

static bool has_set(const struct honesty_table *table, const char *set)
{
    for (uint32_t i = 0; i < table->n; i++) {
        if (strcmp(table->list[i].set, set) == 0)
            return true;
    }
    return false;
}

static bool complete(const struct honesty_table *table, char why[HONESTY_WORDS])
{
    for (uint32_t i = 0; i < PGC_COUNT(needed_sets); i++) {
        if (!has_set(table, needed_sets[i])) {
            pgc_format(why, HONESTY_WORDS, "lists/phrases.tsv has no set \"%s\"", needed_sets[i]);
            return false;
        }
    }
    return true;
}

struct honesty_table *honesty_parse(const char *bytes, size_t len, bool needed,
                                    char why[HONESTY_WORDS])
{
    struct honesty_table *table = calloc(1, sizeof *table);
    if (table)
        table->bytes = malloc(len + 1);
    if (!table || !table->bytes) {
        pgc_format(why, HONESTY_WORDS, "no memory is left");
        honesty_close(table);
        return NULL;
    }
    memcpy(table->bytes, bytes, len);
    table->bytes[len] = '\0';
    if (parse_lines(table, why) && (!needed || complete(table, why)))
        return table;
    honesty_close(table);
    return NULL;
}

void honesty_close(struct honesty_table *table)
{
    for (uint32_t i = 0; table && i < table->n; i++) {
        if (table->list[i].compiled)
            regfree(&table->list[i].regex);
    }
    if (table) {
        free(table->list);
        free(table->bytes);
    }
    free(table);
}

struct reading {
    struct honesty_table *table;
    bool found;
    char *why;
};

static int read_file(void *arg, const struct pgyd_data *data)
{
    struct reading *r = arg;
    if (strcmp(data->name, "phrases.tsv") != 0)
        return 0;
    r->found = true;
    r->table = honesty_parse(data->bytes, data->len, true, r->why);
    return 1;
}

struct honesty_table *honesty_open(const struct pgyd_host *h, char why[HONESTY_WORDS])
{
    struct reading r = {.why = why};
    h->data(h->ctx, "lists", read_file, &r);
    if (!r.found)
        pgc_format(why, HONESTY_WORDS, "lists/phrases.tsv is not installed");
    return r.table;
}

/* ---- a text against a set ---- */

bool honesty_match(const struct honesty_table *table, const char *set, const char *plain,
                   regmatch_t *match)
{
    for (uint32_t i = 0; i < table->n; i++) {
        const struct honesty_row *row = &table->list[i];
        if (row->compiled && strcmp(row->set, set) == 0 &&
            regexec(&row->regex, plain, match ? 1 : 0, match, 0) == 0)
            return true;
    }
    return false;
}

/* Stands for what could not be looked at, which is never taken for fine. */
static const char unknown[] = "no memory is left";

static void take_words(const char *plain, const regmatch_t *match, char found[HONESTY_FOUND])
{
    char words[HONESTY_FOUND];
    pgc_format(words, sizeof words, "%.*s", (int)(match->rm_eo - match->rm_so),
               plain + match->rm_so);
    fold_words(words, found, HONESTY_FOUND);
}

bool honesty_holds(const struct honesty_table *table, const char *set, const char *text,
                   char found[HONESTY_FOUND])
{
    struct fold_map plain;
    regmatch_t match;
    bool made = fold_map_make(text, true, &plain),
         holds = !made || honesty_match(table, set, plain.text, &match);
    if (made && holds)
        take_words(plain.text, &match, found);
    else if (holds)
        pgc_format(found, HONESTY_FOUND, "%s", unknown);
    fold_map_free(&plain);
    return holds;
}

bool honesty_claims(const struct honesty_table *table, const char *text, char found[HONESTY_FOUND])
{
    struct fold_map plain;
    bool made = fold_map_make(text, true, &plain), holds = !made;
    if (!made)
        pgc_format(found, HONESTY_FOUND, "%s", unknown);
    for (uint32_t i = 0; i < table->n && !holds; i++) {
        regmatch_t match;
        holds = table->list[i].where == HONESTY_OTHERS &&
                regexec(&table->list[i].regex, plain.text, 1, &match, 0) == 0;
        if (holds)
            take_words(plain.text, &match, found);
    }
    fold_map_free(&plain);
    return holds;
}
