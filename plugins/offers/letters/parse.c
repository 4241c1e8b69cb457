/* SPDX-License-Identifier: BSD-2-Clause */
/* Takes a template apart and says its first mistake with the line. Nothing is filled in here. */
#include "plugins/offers/letters/parse.h"

#include "plugins/common/pgc.h"
#include "plugins/common/texts/iniline.h"
#include "plugins/common/texts/utf8.h"
#include "plugins/offers/asks/asks.h"

#include <string.h>

struct reader {
    const char *bytes;
    size_t len, at;
    uint32_t line;
    letter_known_fn known;
    struct letter_template *t;
    struct letter_error *error;
    int section; /* -1: still in the header */
    uint32_t paragraph;
    bool open; /* the paragraph has a line */
    bool value, about;
    uint32_t sure[LETTER_SECTIONS];   /* lines of a section that always stand */
    uint32_t headed[LETTER_SECTIONS]; /* the line it begins on */
};

struct word {
    const char *word;
    uint32_t value;
};

static const struct word sections[] = {{"body", LETTER_BODY},
                                       {"fit", LETTER_FIT},
                                       {"obstacle", LETTER_OBSTACLE},
                                       {"resolve", LETTER_RESOLVE},
                                       {"request", LETTER_REQUEST}};
static const struct word tos[] = {{"none", LETTER_TO_NONE},       {"offer", LETTER_TO_OFFER},
                                  {"contact", LETTER_TO_CONTACT}, {"prospect", LETTER_TO_PROSPECT},
                                  {"place", LETTER_TO_PLACE},     {"any", LETTER_TO_ANY}};
static const struct word formats[] = {{"letter", LETTER_MAIL},
                                      {"phone", LETTER_PHONE},
                                      {"text", LETTER_TEXT},
                                      {"block", LETTER_BLOCK}};
static const struct word lanes[] = {
    {"silent", LANE_SILENT}, {"light", LANE_LIGHT}, {"full", LANE_FULL}};
static const struct word needs[] = {{"ready", NEED_READY},      {"value", NEED_VALUE},
                                    {"counsel", NEED_COUNSEL},  {"rounds", NEED_ROUNDS},
                                    {"rival", NEED_RIVAL},      {"movable", NEED_MOVABLE},
                                    {"settled", NEED_SETTLED},  {"two_advanced", NEED_TWO_ADVANCED},
                                    {"met", NEED_MET},          {"not_met", NEED_NOT_MET},
                                    {"contract", NEED_CONTRACT}};

static bool __attribute__((format(printf, 3, 4)))
wrong(struct reader *r, uint32_t line, const char *format, ...)
{
    va_list ap;
    va_start(ap, format);
    r->error->line = line;
    pgc_vformat(r->error->text, sizeof r->error->text, format, ap);
    va_end(ap);
    return false;
}

static bool is(const struct letter_span *span, const char *word)
{
    return span->len == strlen(word) && memcmp(span->text, word, span->len) == 0;
}

static void trim(struct letter_span *span)
{
    while (span->len && (span->text[0] == ' ' || span->text[0] == '\t')) {
        span->text++;
        span->len--;
    }
    while (span->len && strchr(" \t\r", span->text[span->len - 1]))
        span->len--;
}

/* The words there are, for a message. */
static bool find(struct reader *r, const char *what, const struct letter_span *span,
                 const struct word *words, size_t n, uint32_t *value)
{
    char all[120] = "";
    for (size_t i = 0; i < n; i++) {
        if (is(span, words[i].word)) {
            *value = words[i].value;
            return true;
        }
        pgc_append(all, sizeof all, "%s%s", i ? ", " : "", words[i].word);
    }
    return wrong(r, r->line, "%s \"%.*s\" is none of %s", what,
                 (int)(span->len > 24 ? 24 : span->len), span->text, all);
}
#define FIND(r, what, span, words, value)                                                          \
    find(r, what, span, words, sizeof(words) / sizeof((words)[0]), value)

/* ---- placeholders ---- */

bool letter_next(const struct letter_span *text, size_t *at, struct letter_span *before,
                 char name[LETTER_NAME])
{
    const char *open = *at < text->len ? memchr(text->text + *at, '{', text->len - *at) : NULL;
    const char *end = open ? memchr(open, '}', text->len - (size_t)(open - text->text)) : NULL;
    before->text = text->text + *at;
    before->len = text->len - *at;
    if (!end || (size_t)(end - open) - 1 >= LETTER_NAME)
        return false;
    before->len = (size_t)(open - before->text);
    memcpy(name, open + 1, (size_t)(end - open) - 1);
    name[end - open - 1] = '\0';
    *at = (size_t)(end + 1 - text->text);
    return true;
}

/* What stands between placeholders: no digit (a figure comes from a fact or not at all) and no
 * stray brace. */
static bool plain(struct reader *r, const struct letter_span *text)
{
    for (size_t i = 0; i < text->len; i++) {
        unsigned char c = (unsigned char)text->text[i];
        if (c >= '0' && c <= '9')
            return wrong(r, r->line, "a template holds no digits: figures come from placeholders");
        if (c == '{' || c == '}')
            return wrong(r, r->line, "a placeholder is a name in braces, such as {employer}");
        if (c < 0x20 || c == 0x7f)
            return wrong(r, r->line, "a control character; write plain text");
    }
    return true;
}

static bool placeholders(struct reader *r, const struct letter_span *text, bool sure)
{
    struct letter_span before;
    char name[LETTER_NAME];
    size_t at = 0;
    while (letter_next(text, &at, &before, name)) {
        if (!plain(r, &before))
            return false;
        if (!pgc_made_of(name, LETTER_NAME, PGC_SMALL "_") || !r->known(name))
            return wrong(r, r->line, "there is no placeholder {%s}; pgyd-letter(5) lists them",
                         name);
        /* S3-05: what they gain stands before what is asked of them. */
        if (strcmp(name, "ask") == 0 && !r->value)
            return wrong(r, r->line, "{ask} before {value}: say first what they gain");
        r->value |= sure && strcmp(name, "value") == 0;
    }
    return plain(r, &before);
}

/* ---- header ---- */

/* Takes the next one, trimmed, off a list that commas divide; false at its end. The list is not
 * ended, so it is none for common/words. */
static bool next_of(struct letter_span *list, struct letter_span *one)
{
    if (list->len == 0)
        return false;
    const char *comma = memchr(list->text, ',', list->len);
    *one = (struct letter_span){list->text, comma ? (size_t)(comma - list->text) : list->len};
    list->text += one->len + (comma != NULL);
    list->len -= one->len + (comma != NULL);
    trim(one);
    return true;
}

static bool take_needs(struct reader *r, struct letter_span list)
{
    struct letter_span one;
    while (next_of(&list, &one)) {
        uint32_t need = 0;
        if (!FIND(r, "needs", &one, needs, &need))
            return false;
        r->t->needs |= need;
    }
    return true;
}

static bool take_refs(struct reader *r, struct letter_span list)
{
    struct letter_span one;
    while (next_of(&list, &one)) {
        if (r->t->nrefs == LETTER_REFS || one.len == 0 || one.len > 8)
            return wrong(r, r->line, "ref is up to %d short names, such as S0-20", LETTER_REFS);
        r->t->refs[r->t->nrefs++] = one;
    }
    return true;
}

static bool choose(struct reader *r, const char *what, const struct letter_span *span,
                   const struct word *words, size_t n, uint16_t *to)
{
    uint32_t value = 0;
    if (!find(r, what, span, words, n, &value))
        return false;
    *to = (uint16_t)value;
    return true;
}

static bool header(struct reader *r, const struct letter_span *line)
{
    const char *colon = memchr(line->text, ':', line->len);
    if (!colon)
        return wrong(r, r->line,
                     "a header line is \"key: value\"; sections begin with [body] or [fit]");
    struct letter_span key = {line->text, (size_t)(colon - line->text)},
                       value = {colon + 1, line->len - (size_t)(colon + 1 - line->text)};
    struct letter_template *t = r->t;
    trim(&key);
    trim(&value);
    if (value.len == 0 || value.len > LETTER_HEADER)
        return wrong(r, r->line, "a header's value has 1 to %d bytes", LETTER_HEADER);
    if (is(&key, "needs"))
        return take_needs(r, value);
    if (is(&key, "ref"))
        return take_refs(r, value);
    if (is(&key, "to"))
        return choose(r, "to", &value, tos, PGC_COUNT(tos), &t->to);
    if (is(&key, "format"))
        return choose(r, "format", &value, formats, PGC_COUNT(formats), &t->format);
    if (is(&key, "lane"))
        return choose(r, "lane", &value, lanes, PGC_COUNT(lanes), &t->lane);
    if (!is(&key, "about") && !is(&key, "subject") && !is(&key, "term"))
        return wrong(r, r->line,
                     "a header is about, to, format, subject, lane, needs, term or ref");
    if (!plain(r, &value))
        return false;
    *(is(&key, "about") ? &t->about : is(&key, "subject") ? &t->subject : &t->term) = value;
    return true;
}

/* ---- sections ---- */

/* S0-42: fit, obstacle, resolve, request, each once; or a body alone. */
static bool section(struct reader *r, const struct pgc_iniline *line)
{
    /* no section of a letter has an id */
    const char *end = line->value ? line->value + line->value_len : line->name + line->name_len;
    struct letter_span name = {line->name, (size_t)(end - line->name)};
    uint32_t which = 0;
    if (line->fault != PGC_INILINE_FINE)
        return wrong(r, r->line, "a section is a name in brackets: [fit]");
    if (!FIND(r, "section", &name, sections, &which))
        return false;
    if (r->section < 0 && which != LETTER_BODY && which != LETTER_FIT)
        return wrong(r, r->line, "a request begins with [fit]: fit, obstacle, resolve, request");
    if (r->section == LETTER_BODY || (r->section > 0 && which == LETTER_BODY))
        return wrong(r, r->line,
                     "[body] stands alone; a request has fit, obstacle, resolve, request");
    if (r->section > 0 && (int)which != r->section + 1)
        return wrong(r, r->line, "[%s] out of order: fit, obstacle, resolve, request",
                     sections[which].word);
    r->section = (int)which;
    r->headed[which] = r->line;
    r->t->asks = which != LETTER_BODY;
    r->paragraph += r->open;
    r->open = false;
    return true;
}

static bool text(struct reader *r, struct letter_span line)
{
    struct letter_template *t = r->t;
    bool optional = line.text[0] == '?';
    if (optional) {
        line.text++;
        line.len--;
        trim(&line);
    }
    bool bullet = line.len > 2 && line.text[0] == '-' && line.text[1] == ' ';
    if (t->n == LETTER_LINES)
        return wrong(r, r->line, "more than %d lines", LETTER_LINES);
    if (line.len == 0 || line.len > LETTER_LINE)
        return wrong(r, r->line, "a line has 1 to %d bytes", LETTER_LINE);
    if (!placeholders(r, &line, !optional))
        return false;
    if (optional && !memchr(line.text, '{', line.len))
        return wrong(r, r->line, "a line after ? has a placeholder, without which it is left out");
    t->lines[t->n++] = (struct letter_line){.text = line,
                                            .line = r->line,
                                            .paragraph = r->paragraph,
                                            .section = (uint16_t)r->section,
                                            .optional = optional,
                                            .bullet = bullet};
    r->sure[r->section] += !optional;
    r->open = true;
    return true;
}

/* Sections, blank lines and comments as in pgyd.ini. The rest is for people to read, so it differs
 * on purpose: a header is "key: value", below a section a line is text, whether or not a '=' stands
 * in it, and only # begins a comment. */
static bool one_line(struct reader *r, const char *from, const char *to)
{
    struct pgc_iniline taken;
    pgc_iniline_take(from, to, &taken);
    struct letter_span line = {taken.text, taken.len};
    if (taken.kind == PGC_INILINE_COMMENT && line.text[0] == '#')
        return true;
    if (taken.kind == PGC_INILINE_BLANK) {
        r->paragraph += r->open;
        r->open = false;
        return true;
    }
    if (taken.kind == PGC_INILINE_SECTION)
        return section(r, &taken);
    return r->section < 0 ? header(r, &line) : text(r, line);
}

static bool whole(struct reader *r)
{
    struct letter_template *t = r->t;
    if (t->about.len == 0)
        return wrong(r, 1, "about: is missing: what the letter is for");
    if (r->section < 0)
        return wrong(r, r->line,
                     "no section: [body], or [fit], [obstacle], [resolve] and [request]");
    if (t->asks && r->section != LETTER_REQUEST)
        return wrong(r, r->line, "[%s] is missing: fit, obstacle, resolve, request",
                     sections[r->section + 1].word);
    for (uint32_t i = t->asks ? LETTER_FIT : LETTER_BODY;
         i <= (t->asks ? (uint32_t)LETTER_REQUEST : (uint32_t)LETTER_BODY); i++) {
        if (r->sure[i] == 0)
            return wrong(r, r->headed[i], "[%s] has no line that always stands", sections[i].word);
    }
    return true;
}

static bool characters(struct reader *r)
{
    if (r->len > LETTER_BYTES)
        return wrong(r, 1, "a template has at most %d bytes", LETTER_BYTES);
    if (memchr(r->bytes, '\0', r->len))
        return wrong(r, 1, "a byte of value zero: it is no text");
    if (pgc_utf8_fault(r->bytes, r->len))
        return wrong(r, 1, "it is not UTF-8: save it as plain text in UTF-8");
    return true;
}

bool letter_parse(const char *bytes, size_t len, letter_known_fn known, struct letter_template *out,
                  struct letter_error *error)
{
    struct letter_template t = {.n = 0};
    struct reader r = {.bytes = bytes ? bytes : "",
                       .len = bytes ? len : 0,
                       .known = known,
                       .t = &t,
                       .error = error,
                       .section = -1};
    if (!characters(&r))
        return false;
    while (r.at < r.len) {
        const char *from = r.bytes + r.at, *end = memchr(from, '\n', r.len - r.at);
        const char *to = end ? end : r.bytes + r.len;
        r.at = (size_t)(to - r.bytes) + (end != NULL);
        r.line++;
        if (!one_line(&r, from, to))
            return false;
    }
    if (!whole(&r))
        return false;
    *out = t;
    return true;
}
