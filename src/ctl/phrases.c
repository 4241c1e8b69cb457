/* SPDX-License-Identifier: BSD-2-Clause */
/* Parses the table of phrases and finds them in a text, with line and column. What to do about a
 * finding is the table's words. */
#include "pgy-build.h"

#include "ctl/phrases.h"

#include "base/buf.h"
#include "base/err.h"
#include "base/str.h"
#include "base/utf8.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

enum { COLUMNS = 7, PATTERN_MAX = 4096, FINDINGS_MAX = 1000, FOUND_MAX = 80 };

const char *const ctl_level_names[CTL_LEVELS] = {
    [CTL_ERROR] = "error", [CTL_WARNING] = "warning", [CTL_NOTE] = "note", [CTL_CREDIT] = "credit"};
static const char *const where_names[] = {
    [CTL_ANY] = "any",     [CTL_ONCE] = "once", [CTL_FIRST_HALF] = "first-half",
    [CTL_TWICE] = "twice", [CTL_ONLY] = "only", [CTL_ABSENT] = "absent"};

/* ---- the table ---- */

static int find_name(const char *word, const char *const *names, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (strcmp(word, names[i]) == 0)
            return (int)i;
    }
    return -1;
}

static bool parse_where(const char *word, struct ctl_phrase *p)
{
    int64_t words;
    int i = find_name(word, where_names, sizeof where_names / sizeof where_names[0]);
    if (i >= 0) {
        p->where = (enum ctl_where)i;
        return true;
    }
    if (strncmp(word, "words:", 6) != 0 || pgy_str_int(word + 6, 1, 100000, &words) != 0)
        return false;
    p->where = CTL_WORDS;
    p->words = (size_t)words;
    return true;
}

/* What the table's own two signs stand for: blanks of any kind, and both apostrophes. Within
 * brackets they are themselves. */
static int compile(struct ctl_phrase *p, struct pgy_arena *arena, const char **why)
{
    struct pgy_buf text PGY_BUF_CLEANUP = PGY_BUF_INIT(PATTERN_MAX);
    char message[128];
    bool bracket = false;
    for (const char *c = p->pattern; *c; c++) {
        bracket = *c == '[' ? true : *c == ']' ? false : bracket;
        if (*c == ' ' && !bracket)
            pgy_buf_str(&text, "[[:space:]]+");
        else if (*c == '\'' && !bracket)
            pgy_buf_str(&text, "('|\xe2\x80\x99)");
        else
            pgy_buf_char(&text, *c);
    }
    if (text.err)
        return text.err;
    int rc = regcomp(&p->regex, pgy_buf_text(&text), REG_EXTENDED | REG_ICASE);
    if (rc != 0) {
        regerror(rc, &p->regex, message, sizeof message);
        *why = pgy_arena_strdup(arena, message);
        return PGY_EPARSE;
    }
    p->compiled = true;
    return 0;
}

static int parse_line(char *text, struct pgy_arena *arena, struct ctl_phrases *phrases,
                      const char **why)
{
    char *column[COLUMNS];
    for (size_t i = 0; i < COLUMNS; i++) {
        char *tab = text ? strchr(text, '\t') : NULL;
        if (!text || !*text || (i + 1 == COLUMNS) == (tab != NULL)) {
            *why = "a line has seven columns, separated by one tab each";
            return PGY_EPARSE;
        }
        column[i] = text;
        if (tab)
            *tab++ = '\0';
        text = tab;
    }
    struct ctl_phrase *p =
        pgy_arena_push(arena, &phrases->list, &phrases->n, &phrases->cap, sizeof *p);
    int level = find_name(column[1], ctl_level_names, CTL_LEVELS);
    *p = (struct ctl_phrase){.set = column[0],
                             .pattern = column[3],
                             .reason = column[4],
                             .suggestion = column[5],
                             .ref = column[6]};
    if (level < 0 || !parse_where(column[2], p)) {
        *why = level < 0 ? "the level is error, warning, note or credit"
                         : "where is any, once, first-half, twice, only, absent or words:N";
        return PGY_EPARSE;
    }
    p->level = (enum ctl_level)level;
    return p->where == CTL_WORDS ? 0 : compile(p, arena, why);
}

int ctl_phrases_parse(const char *bytes, size_t len, struct pgy_arena *arena,
                      struct ctl_phrases *phrases, size_t *line, const char **why)
{
    char *copy = pgy_arena_strndup(arena, bytes, len);
    *line = 0;
    for (char *text = copy, *next; text; text = next) {
        next = strchr(text, '\n');
        if (next)
            *next++ = '\0';
        ++*line;
        if (!*text || *text == '#')
            continue;
        int rc = parse_line(text, arena, phrases, why);
        if (rc != 0)
            return rc;
    }
    return 0;
}

void ctl_phrases_free(struct ctl_phrases *phrases)
{
    for (size_t i = 0; i < phrases->n; i++) {
        if (phrases->list[i].compiled)
            regfree(&phrases->list[i].regex);
    }
    phrases->n = 0;
}

/* ---- a text ---- */

/* The words found, cut to a readable length, each run of blanks one. */
static const char *found_text(const char *text, size_t len, struct pgy_arena *arena)
{
    char *out = pgy_arena_strndup(arena, text, pgy_utf8_cut(text, len, FOUND_MAX));
    size_t to = 0;
    for (size_t i = 0; out[i]; i++) {
        bool blank = isspace((unsigned char)out[i]) != 0;
        if (!blank || (to && out[to - 1] != ' '))
            out[to++] = blank ? ' ' : out[i];
    }
    out[to] = '\0';
    return out;
}

static void add(struct ctl_findings *findings, struct pgy_arena *arena, const struct ctl_phrase *p,
                size_t at, const char *found)
{
    if (findings->n == FINDINGS_MAX)
        return;
    size_t order = findings->n;
    struct ctl_finding *f =
        pgy_arena_push(arena, &findings->list, &findings->n, &findings->cap, sizeof *f);
    *f = (struct ctl_finding){.at = at, .order = order, .found = found, .phrase = p};
    findings->errors += p->level == CTL_ERROR;
    findings->warnings += p->level == CTL_WARNING;
    findings->credits += p->level == CTL_CREDIT;
}

void ctl_findings_add(struct ctl_findings *findings, struct pgy_arena *arena,
                      const struct ctl_phrase *phrase, const char *text, size_t at, size_t len)
{
    add(findings, arena, phrase, at, found_text(text + at, len, arena));
}

/* The word with which a text becomes too long. */
static void scan_words(const struct ctl_phrase *p, const char *text, struct pgy_arena *arena,
                       struct ctl_findings *findings)
{
    size_t words = 0, last = 0;
    bool in = false, over = false;
    for (size_t i = 0; text[i]; i++) {
        bool blank = isspace((unsigned char)text[i]) != 0;
        if (!blank && !in && ++words == p->words + 1) {
            last = i;
            over = true;
        }
        in = !blank;
    }
    if (over)
        add(findings, arena, p, last,
            pgy_arena_printf(arena, "%zu words, more than %zu", words, p->words));
}

/* Where the sentence that begins at `at` ends, behind its mark: what follows the mark is a blank, a
 * quote, a bracket or the end. */
static size_t sentence_end(const char *text, size_t at)
{
    while (text[at] && !(strchr(".!?", text[at]) &&
                         (isspace((unsigned char)text[at + 1]) || strchr("\"')", text[at + 1]))))
        at++;
    return text[at] ? at + 1 : at;
}

static void scan_phrase(const struct ctl_phrase *p, const char *text, size_t len,
                        struct pgy_arena *arena, struct ctl_findings *findings)
{
    regmatch_t match;
    size_t at = 0, seen = 0, sentence = 0;
    while (at < len && regexec(&p->regex, text + at, 1, &match, at ? REG_NOTBOL : 0) == 0) {
        size_t start = at + (size_t)match.rm_so, size = (size_t)(match.rm_eo - match.rm_so);
        bool again = seen && start < sentence; /* the same question in other words */
        if (p->where == CTL_TWICE && !again)
            sentence = sentence_end(text, start);
        seen += p->where != CTL_TWICE || !again;
        bool half = p->where == CTL_FIRST_HALF,
             once = p->where == CTL_ONCE || p->where == CTL_ABSENT;
        if (p->where == CTL_ANY || p->where == CTL_ONCE || (half && start < len / 2) ||
            (p->where == CTL_TWICE && seen > 1 && !again))
            ctl_findings_add(findings, arena, p, text, start, size);
        if (once || (half && start >= len / 2) || findings->n == FINDINGS_MAX)
            break;
        at = start + (size ? size : 1);
    }
    if (p->where == CTL_ABSENT && seen == 0 && len > 0)
        add(findings, arena, p, 0, "");
}

/* A text in which every question is about this: the first of them. */
static void scan_questions(const struct ctl_phrase *p, const char *text, struct pgy_arena *arena,
                           struct ctl_findings *findings)
{
    size_t first = 0, questions = 0;
    regmatch_t match;
    for (size_t at = 0, end; text[at]; at = end) {
        end = sentence_end(text, at);
        if (text[end - 1] != '?')
            continue;
        const char *question = pgy_arena_strndup(arena, text + at, end - at);
        if (regexec(&p->regex, question, 1, &match, 0) != 0)
            return;
        if (questions++ == 0)
            first = at + (size_t)match.rm_so;
    }
    if (questions)
        ctl_findings_add(findings, arena, p, text, first, sentence_end(text, first) - first);
}

static int by_place(const void *a, const void *b)
{
    const struct ctl_finding *x = a, *y = b;
    if (x->at != y->at)
        return x->at < y->at ? -1 : 1;
    return (x->order > y->order) - (x->order < y->order);
}

/* Lines and columns in one walk: the findings are in order. */
static void locate(const char *text, struct ctl_findings *findings)
{
    size_t line = 1, column = 1, at = 0;
    for (size_t i = 0; i < findings->n; i++) {
        for (; at < findings->list[i].at; at++) {
            if (text[at] == '\n') {
                line++;
                column = 1;
            } else if (!pgy_utf8_continues(text[at + 1])) {
                column++;
            }
        }
        findings->list[i].line = line;
        findings->list[i].column = column;
    }
}

void ctl_findings_place(struct ctl_findings *findings, const char *text)
{
    if (findings->n)
        qsort(findings->list, findings->n, sizeof *findings->list, by_place);
    locate(text, findings);
}

void ctl_phrases_scan(const struct ctl_phrases *phrases, const char *text, struct pgy_arena *arena,
                      struct ctl_findings *findings)
{
    size_t len = strlen(text);
    for (size_t i = 0; i < phrases->n; i++) {
        if (phrases->list[i].where == CTL_WORDS)
            scan_words(&phrases->list[i], text, arena, findings);
        else if (phrases->list[i].where == CTL_ONLY)
            scan_questions(&phrases->list[i], text, arena, findings);
        else
            scan_phrase(&phrases->list[i], text, len, arena, findings);
    }
}
