/* SPDX-License-Identifier: BSD-2-Clause */
/* Our reader in front of inih, and the list of lines behind it. What a line is, iniline.c says;
 * what a key may hold, typed.c. */
#include "config/ini.h"

#include "base/err.h"
#include "base/utf8.h"
#include "config/iniline.h"
#include "config/value.h"

#include <ini.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A line that inih gets to see, as the reader took it apart. */
struct line {
    uint32_t number;
    bool header, bad;
    const char *name, *value;
};

struct parse {
    const char *file, *pos, *end;
    uint32_t number; /* of the line read last */
    /* a header to be followed by a key of its own, because inih keeps silent about sections; 0:
     * none */
    uint32_t announce;
    bool stop;
    struct pgy_arena *arena;
    struct pgy_problems *problems;
    struct pgy_ini *ini;
    struct line *lines;
    size_t nlines, cap, seen, nkeys;
};

static void complain(struct parse *p, const char *remedy, const char *message)
{
    pgy_problem_add(p->problems, true, p->file, p->number, NULL, NULL, remedy, "%s", message);
}

static struct line *line_push(struct parse *p, bool header)
{
    struct line *line = pgy_arena_push(p->arena, &p->lines, &p->nlines, &p->cap, sizeof *line);
    line->number = p->number;
    line->header = header;
    return line;
}

/* "contact : alvarez" is "contact:alvarez", so that one section under two spellings stands
 * twice. */
static const char *section_name(struct parse *p, const struct pgy_iniline *taken)
{
    const char *name = pgy_arena_strndup(p->arena, taken->name, taken->name_len);
    return taken->value
               ? pgy_arena_printf(p->arena, "%s:%.*s", name, (int)taken->value_len, taken->value)
               : name;
}

static void header(struct parse *p, const struct pgy_iniline *taken)
{
    struct line *line = line_push(p, true);
    line->name = section_name(p, taken);
    line->bad = taken->fault != PGY_INILINE_FINE;
    if (taken->fault == PGY_INILINE_UNCLOSED)
        complain(p, pgy_arena_printf(p->arena, "write [%s]", pgy_text_shown(p->arena, line->name)),
                 "the section's name is not closed");
    else if (taken->fault == PGY_INILINE_FOLLOWED)
        complain(p, "put it on a line of its own; a comment starts with #",
                 "something follows the section's name");
    else if (taken->fault == PGY_INILINE_UNNAMED)
        complain(p, "write a name between the brackets, such as [person]",
                 "a section without a name");
}

static bool neither(struct parse *p, const struct pgy_iniline *taken)
{
    /* counted only: a file of such lines must not cost memory */
    if (p->problems->n > PGY_PROBLEMS_MAX) {
        p->problems->errors++;
        return false;
    }
    complain(p, "write `key = value`, or put # in front of a comment",
             pgy_arena_printf(
                 p->arena, "'%s' is neither a key nor a section",
                 pgy_text_shown(p->arena, pgy_arena_strndup(p->arena, taken->text, taken->len))));
    return false;
}

static bool key(struct parse *p, const struct pgy_iniline *taken)
{
    if (taken->fault == PGY_INILINE_UNNAMED) {
        complain(p, "write `key = value`", "there is no key before the '='");
        return false;
    }
    struct line *line = line_push(p, false);
    line->name = pgy_arena_strndup(p->arena, taken->name, taken->name_len);
    line->value = pgy_arena_strndup(p->arena, taken->value, taken->value_len);
    return true;
}

/* Notes what one line holds; false when inih need not see it. */
static bool take(struct parse *p, const char *from, const char *to)
{
    struct pgy_iniline taken;
    size_t len = (size_t)(to - from);
    pgy_iniline_take(from, to, &taken);
    bool utf8 = pgy_utf8_valid(from, len);
    if (!utf8 || pgy_has_controls(from, len, "\t")) {
        complain(p, utf8 ? "delete it" : "save the file as UTF-8",
                 utf8 ? "a control character stands in this line" : "this line is not valid UTF-8");
        /* the keys below a header must not fall to the section before */
        if (taken.kind != PGY_INILINE_SECTION)
            return false;
        struct line *line = line_push(p, true);
        line->name = "";
        line->bad = true;
        return true;
    }
    if (taken.kind == PGY_INILINE_SECTION) {
        header(p, &taken);
        return true;
    }
    return taken.kind == PGY_INILINE_KEY     ? key(p, &taken)
           : taken.kind == PGY_INILINE_OTHER ? neither(p, &taken)
                                             : false;
}

/* fgets() for inih: hands it line numbers in place of the text, so that none of its limits and
 * rules about blanks, continuation and inline comments can touch a value. */
static char *next_line(char *buf, int size, void *stream)
{
    struct parse *p = stream;
    if (p->announce) {
        snprintf(buf, (size_t)size, "%u = \n", p->announce);
        p->announce = 0;
        return buf;
    }
    while (p->pos < p->end && !p->stop) {
        const char *from = p->pos;
        const char *to = memchr(from, '\n', (size_t)(p->end - from));
        p->pos = to ? to + 1 : p->end;
        to = to ? to : p->end;
        if (to > from && to[-1] == '\r')
            to--;
        p->number++;
        if (!take(p, from, to))
            continue;
        bool is_header = p->lines[p->nlines - 1].header;
        snprintf(buf, (size_t)size, is_header ? "[%u]\n" : "%u = \n", p->number);
        p->announce = is_header ? p->number : 0;
        return buf;
    }
    return NULL;
}

static void too_many(struct parse *p, uint32_t line, const char *what, int most)
{
    pgy_problem_add(p->problems, true, p->file, line, NULL, NULL,
                    "split the file: [daemon] profiles takes one file a person",
                    "more than %d %s: the rest of the file was not read", most, what);
    p->stop = true;
}

static void add_entry(struct parse *p, const struct line *line, bool outside)
{
    if (outside) {
        pgy_problem_add(p->problems, true, p->file, line->number, NULL,
                        pgy_text_shown(p->arena, line->name), "write a [section] line above it",
                        "this key stands before any section");
        return;
    }
    if (p->nkeys++ == PGY_INI_KEYS_MAX) {
        too_many(p, line->number, "keys", PGY_INI_KEYS_MAX);
        return;
    }
    struct pgy_ini_section *section = &p->ini->sections[p->ini->n - 1];
    struct pgy_ini_entry *entry =
        pgy_arena_push(p->arena, &section->entries, &section->n, &section->cap, sizeof *entry);
    entry->name = line->name;
    entry->value = line->value;
    entry->line = line->number;
}

/* Called by inih with numbers, in file order: the lines they stand for are looked up. */
static int handle(void *user, const char *section, const char *name, const char *value)
{
    struct parse *p = user;
    (void)value;
    unsigned long number = strtoul(name, NULL, 10);
    while (p->seen < p->nlines && p->lines[p->seen].number < number)
        p->seen++;
    if (p->stop || p->seen == p->nlines || p->lines[p->seen].number != number)
        return p->stop;
    const struct line *line = &p->lines[p->seen];
    if (!line->header) {
        add_entry(p, line, !*section);
        return 1;
    }
    if (p->ini->n == PGY_INI_SECTIONS_MAX) {
        too_many(p, line->number, "sections", PGY_INI_SECTIONS_MAX);
        return 1;
    }
    struct pgy_ini_section *s =
        pgy_arena_push(p->arena, &p->ini->sections, &p->ini->n, &p->ini->cap, sizeof *s);
    s->name = line->name;
    s->line = line->number;
    s->bad = line->bad;
    return 1;
}

/* A name and where it stands, for finding what stands twice. */
struct place {
    const char *name;
    uint32_t line;
    size_t index;
};

static int place_order(const void *a, const void *b)
{
    const struct place *x = a, *y = b;
    int order = strcmp(x->name, y->name);
    return order ? order : (x->line > y->line) - (x->line < y->line);
}

static void repeated_keys(struct parse *p, struct pgy_ini_section *section)
{
    struct place *places = pgy_arena_array(p->arena, section->n, sizeof *places);
    for (size_t i = 0; i < section->n; i++)
        places[i] = (struct place){section->entries[i].name, section->entries[i].line, i};
    qsort(places, section->n, sizeof *places, place_order);
    for (size_t i = 1, first = 0; i < section->n; i++) {
        if (strcmp(places[i].name, places[first].name) != 0) {
            first = i;
            continue;
        }
        section->entries[places[i].index].duplicate = true;
        pgy_problem_add(p->problems, true, p->file, places[i].line, section->name,
                        pgy_text_shown(p->arena, places[i].name), "keep one of the two",
                        "this key was set before, in line %u", places[first].line);
    }
}

static void repeated_sections(struct parse *p)
{
    struct place *places = pgy_arena_array(p->arena, p->ini->n, sizeof *places);
    size_t n = 0;
    for (size_t i = 0; i < p->ini->n; i++) {
        if (!p->ini->sections[i].bad)
            places[n++] = (struct place){p->ini->sections[i].name, p->ini->sections[i].line, i};
    }
    if (n > 1)
        qsort(places, n, sizeof *places, place_order);
    for (size_t i = 1, first = 0; i < n; i++) {
        if (strcmp(places[i].name, places[first].name) != 0) {
            first = i;
            continue;
        }
        p->ini->sections[places[i].index].duplicate = true;
        pgy_problem_add(p->problems, true, p->file, places[i].line,
                        pgy_text_shown(p->arena, places[i].name), NULL,
                        strchr(places[i].name, ':')
                            ? "put the keys of both together, or give this one another id"
                            : "put the keys of both together",
                        "this section stands already in line %u", places[first].line);
    }
}

int pgy_ini_parse(const char *file, const char *text, size_t len, struct pgy_arena *arena,
                  struct pgy_problems *problems, struct pgy_ini *ini)
{
    struct parse p = {.file = file,
                      .pos = text,
                      .end = text + len,
                      .arena = arena,
                      .problems = problems,
                      .ini = ini};
    *ini = (struct pgy_ini){0};
    if (len > PGY_INI_MAX) {
        pgy_problem_add(problems, true, file, 0, NULL, NULL, "check that it is the file you meant",
                        "the file has %zu bytes; a configuration has at most 4 MiB", len);
        return PGY_ELIMIT;
    }
    if (len >= 2 && (memcmp(text, "\xff\xfe", 2) == 0 || memcmp(text, "\xfe\xff", 2) == 0)) {
        pgy_problem_add(problems, true, file, 1, NULL, NULL, "save it as UTF-8",
                        "the file is written in UTF-16");
        return PGY_EPARSE;
    }
    if (len >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0)
        p.pos += 3;
    if (ini_parse_stream(next_line, &p, handle, &p) != 0 && !p.stop)
        return PGY_EPARSE;
    for (size_t i = 0; i < ini->n; i++) {
        if (!ini->sections[i].bad && ini->sections[i].n > 1)
            repeated_keys(&p, &ini->sections[i]);
    }
    repeated_sections(&p);
    return 0;
}
