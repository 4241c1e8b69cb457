/* SPDX-License-Identifier: BSD-2-Clause */
/* Parses vCards. What they say of a contact is titles.c's, writing them into the file contact.c's.
 */
#include "pgy-build.h"

#include "ctl/vcard.h"

#include "base/str.h"
#include "base/utf8.h"

#include <stdbool.h>
#include <string.h>
#include <strings.h>

enum {
    PROBLEMS_MAX = 50,
    LINE_MAX_BYTES = 1024 * 1024,
    NAME_MAX_BYTES = 120,
    NOTE_MAX_BYTES = 400,
    NAME_PARTS = 5
};

/* A content line, unfolded and taken apart: [group.]NAME *(";" param) ":" value. */
struct content {
    size_t line;
    char *name, *params, *value; /* params "" when there are none */
};

struct reader {
    struct pgy_arena *arena;
    struct ctl_vcards *cards;
    char *at;               /* rest of the text */
    size_t line;            /* of `at` */
    struct ctl_vcard *card; /* between BEGIN and END */
    bool version, full, preferred_email, preferred_phone;
    size_t depth; /* of components that are no cards */
};

static void problem(struct reader *r, size_t line, const char *text)
{
    if (r->cards->nproblems == PROBLEMS_MAX)
        return;
    struct ctl_vcard_problem *p = pgy_arena_push(
        r->arena, &r->cards->problems, &r->cards->nproblems, &r->cards->cap_problems, sizeof *p);
    *p = (struct ctl_vcard_problem){line, text};
}

/* ---- lines ---- */

/* The next line with its folds taken out in place (RFC 6350 3.2); NULL at the end. */
static char *unfold(struct reader *r, size_t *line)
{
    char *start = r->at, *to = r->at, *from = r->at;
    if (!*start)
        return NULL;
    *line = r->line;
    for (;;) {
        size_t len = strcspn(from, "\n"), keep = len;
        if (keep && from[keep - 1] == '\r')
            keep--;
        memmove(to, from, keep);
        to += keep;
        bool end = from[len] == '\0';
        from += len + !end;
        r->line++;
        if (end || (*from != ' ' && *from != '\t'))
            break;
        from++;
    }
    r->at = from;
    /* The NUL never reaches what is still to be read: a line is shorter unfolded, or ends at a line
     * break. */
    if (to < from || !*from)
        *to = '\0';
    return start;
}

/* Splits at the first colon outside of quotes; false when there is none. */
static bool take_apart(char *text, struct content *c)
{
    bool quoted = false;
    char *p = text;
    for (; *p && (quoted || *p != ':'); p++)
        quoted ^= *p == '"';
    if (!*p)
        return false;
    *p = '\0';
    c->value = p + 1;
    c->params = strchr(text, ';');
    if (c->params)
        *c->params++ = '\0';
    else
        c->params = p;
    char *dot = strrchr(text, '.');
    c->name = dot ? dot + 1 : text;
    return pgy_str_made_of(c->name, SIZE_MAX, PGY_SMALL PGY_CAPITALS PGY_DIGITS "-");
}

/* ---- values ---- */

/* Ends at an unescaped separator (0: none): *rest goes on behind it. Escapes are undone, line
 * breaks and controls become blanks. */
static char *unescape(char *text, char separator, char **rest)
{
    char *to = text, *p = text;
    for (; *p && !(separator && *p == separator); p++) {
        bool escaped = *p == '\\' && p[1];
        p += escaped;
        size_t control = pgy_utf8_control(p, strnlen(p, 2));
        bool line_end = escaped && (*p == 'n' || *p == 'N');
        *to++ = control || line_end ? ' ' : *p;
        p += control > 1;
    }
    if (rest)
        *rest = *p ? p + 1 : NULL;
    *to = '\0';
    return text;
}

/* One line for the file: blanks trimmed, runs of them one, cut between characters. NULL when
 * nothing is left. */
static const char *tidy(struct reader *r, char *text, size_t max)
{
    size_t to = 0;
    for (size_t i = 0; text[i]; i++) {
        if (text[i] != ' ' || (to && text[to - 1] != ' '))
            text[to++] = text[i];
    }
    to = pgy_utf8_cut(text, to, max);
    if (to && text[to - 1] == ' ')
        to--;
    return to ? pgy_arena_strndup(r->arena, text, to) : NULL;
}

static const char *whole(struct reader *r, char *value, size_t max)
{
    return tidy(r, unescape(value, '\0', NULL), max);
}

/* N is family;given;additional;prefix;suffix (RFC 6350 6.2.2): read as given, additional,
 * family. */
static const char *structured_name(struct reader *r, char *value)
{
    char *part[NAME_PARTS] = {"", "", "", "", ""};
    for (size_t i = 0; value && i < NAME_PARTS; i++)
        part[i] = unescape(value, ';', &value);
    return tidy(r, pgy_arena_printf(r->arena, "%s %s %s %s", part[3], part[1], part[2], part[0]),
                NAME_MAX_BYTES);
}

/* "tel:+1-555-0100;ext=1" is a telephone number all the same. */
static char *without_scheme(char *value, const char *scheme)
{
    size_t len = strlen(scheme);
    return strncasecmp(value, scheme, len) == 0 ? value + len : value;
}

/* PREF=1 (4.0) or TYPE=pref (3.0), among others and in either case. */
static bool is_preferred(const char *params)
{
    for (const char *p = params; *p; p++) {
        if ((p == params || strchr(";,=\"", p[-1])) && strncasecmp(p, "pref", 4) == 0 &&
            (!p[4] || strchr(";,\"", p[4]) || strcmp(p + 4, "=1") == 0 ||
             strncmp(p + 4, "=1;", 3) == 0))
            return true;
    }
    return false;
}

static void keep(const char **field, bool *preferred, const struct content *c, const char *text)
{
    bool better = preferred && is_preferred(c->params) && !*preferred;
    if (text && (!*field || better))
        *field = text;
    if (text && better)
        *preferred = true;
}

static void take_property(struct reader *r, const struct content *c)
{
    struct ctl_vcard *card = r->card;
    if (strcasecmp(c->name, "FN") == 0) {
        const char *name = whole(r, c->value, NAME_MAX_BYTES);
        if (name && !r->full)
            card->name = name;
        r->full |= name != NULL;
    } else if (strcasecmp(c->name, "N") == 0) {
        keep(&card->name, NULL, c, structured_name(r, c->value));
    } else if (strcasecmp(c->name, "EMAIL") == 0) {
        keep(&card->email, &r->preferred_email, c,
             whole(r, without_scheme(c->value, "mailto:"), NAME_MAX_BYTES));
    } else if (strcasecmp(c->name, "TEL") == 0) {
        keep(&card->phone, &r->preferred_phone, c,
             whole(r, without_scheme(c->value, "tel:"), NAME_MAX_BYTES));
    } else if (strcasecmp(c->name, "ORG") == 0) {
        char *rest;
        keep(&card->org, NULL, c, tidy(r, unescape(c->value, ';', &rest), NAME_MAX_BYTES));
    } else if (strcasecmp(c->name, "TITLE") == 0 || strcasecmp(c->name, "ROLE") == 0) {
        keep(&card->role, NULL, c, whole(r, c->value, NAME_MAX_BYTES));
    } else if (strcasecmp(c->name, "CATEGORIES") == 0) {
        keep(&card->categories, NULL, c, whole(r, c->value, NOTE_MAX_BYTES));
    } else if (strcasecmp(c->name, "NOTE") == 0) {
        keep(&card->note, NULL, c, whole(r, c->value, NOTE_MAX_BYTES));
    } else if (strcasecmp(c->name, "VERSION") == 0) {
        r->version = strcmp(c->value, "3.0") == 0 || strcmp(c->value, "4.0") == 0;
        if (!r->version)
            problem(r, c->line,
                    pgy_arena_printf(
                        r->arena,
                        "version '%.20s' is not read: export the address book as vCard 3.0 or 4.0",
                        c->value));
        r->version = true;
    }
}

/* ---- cards ---- */

static void begin(struct reader *r, const struct content *c)
{
    if (r->card) {
        problem(r, c->line, "a card begins inside another: END:VCARD is missing before it");
    } else if (r->cards->n == CTL_VCARDS_MAX) {
        problem(r, c->line, "more than 5000 cards in one file");
        return;
    }
    r->card =
        pgy_arena_push(r->arena, &r->cards->list, &r->cards->n, &r->cards->cap, sizeof *r->card);
    r->card->line = c->line;
    r->version = r->full = r->preferred_email = r->preferred_phone = false;
}

static void end(struct reader *r, const struct content *c)
{
    if (!r->card) {
        problem(r, c->line, "END:VCARD without a BEGIN:VCARD before it");
        return;
    }
    if (!r->version)
        problem(r, r->card->line, "a card without VERSION: it is 3.0 or 4.0");
    if (!r->card->name)
        r->card->name = r->card->org ? r->card->org : r->card->email;
    if (!r->card->name)
        problem(r, r->card->line, "a card without a name: FN is missing");
    r->card = NULL;
}

static void take_line(struct reader *r, char *text, size_t line)
{
    struct content c = {.line = line};
    if (strlen(text) > LINE_MAX_BYTES) {
        return; /* a picture */
    } else if (!take_apart(text, &c)) {
        problem(r, line, "this line is no property: NAME:VALUE was expected");
    } else if (strcasecmp(c.name, "BEGIN") == 0 && strcasecmp(c.value, "VCARD") == 0) {
        begin(r, &c);
    } else if (strcasecmp(c.name, "END") == 0 && strcasecmp(c.value, "VCARD") == 0) {
        end(r, &c);
    } else if (!r->card) {
        problem(r, line, "this line stands outside of a card: BEGIN:VCARD was expected");
    } else {
        take_property(r, &c);
    }
}

void ctl_vcards_parse(const char *bytes, size_t len, struct pgy_arena *arena,
                      struct ctl_vcards *cards)
{
    struct reader r = {.arena = arena, .cards = cards, .line = 1};
    *cards = (struct ctl_vcards){0};
    if (len >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0) {
        bytes += 3;
        len -= 3;
    }
    if (memchr(bytes, '\0', len) || !pgy_utf8_valid(bytes, len)) {
        problem(&r, 1, "the file is no text in UTF-8: export the address book as vCard 3.0 or 4.0");
        return;
    }
    r.at = pgy_arena_strndup(arena, bytes, len);
    size_t line;
    for (char *text; cards->nproblems < PROBLEMS_MAX && (text = unfold(&r, &line));) {
        if (text[strspn(text, " \t")])
            take_line(&r, text, line);
    }
    if (r.card)
        problem(&r, r.card->line, "this card does not end: END:VCARD is missing");
    else if (cards->n == 0 && cards->nproblems == 0)
        problem(&r, 1, "there is no card in this file");
}
