/* SPDX-License-Identifier: BSD-2-Clause */
/* The fake host's reader of pgyd.ini: sections, keys by the plugin's own table, dated facts.
 * Stricter than need be: a mistake ends the test. Services are fake_host.c's. */
#include "fake_host.h"

#include "base/str.h"
#include "base/words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* The sections that are pgyd's own and that every plugin reads. */
static const struct pgyd_key core_keys[] = {
    {.section = "person", .name = "id", .type = PGYD_WORD},
    {.section = "person", .name = "name", .type = PGYD_TEXT},
    {.section = "person", .name = "timezone", .type = PGYD_TEXT},
    {.section = "training", .name = "specialty", .type = PGYD_WORD},
    {.section = "training", .name = "start", .type = PGYD_DATE},
    {.section = "training", .name = "length", .type = PGYD_DUR},
    {.section = "training", .name = "pgy", .type = PGYD_INT},
    {.section = "training", .name = "as_of", .type = PGYD_DATE},
    {.section = "training", .name = "end", .type = PGYD_DATE},
    {.section = "training",
     .name = "track",
     .type = PGYD_ENUM,
     .choices = "auto|short|long",
     .fallback = "auto"},
    {.section = "training", .name = "research_years", .type = PGYD_INT},
    {.section = "training", .name = "base_year", .type = PGYD_YN},
    {.section = "training", .name = "program_bucket", .type = PGYD_TEXT},
    {.section = "training", .name = "volumes", .type = PGYD_TEXT},
    {.section = "training", .name = "call", .type = PGYD_TEXT},
    {.section = "training", .name = "breadth", .type = PGYD_TEXT},
    {.section = "training", .name = "autonomy", .type = PGYD_TEXT},
    {.section = "fellowship", .name = "type", .type = PGYD_WORD},
    {.section = "fellowship", .name = "start", .type = PGYD_DATE},
    {.section = "fellowship", .name = "end", .type = PGYD_DATE},
    {.section = "fellowship", .name = "length", .type = PGYD_DUR},
    {.section = "fellowship", .name = "service", .type = PGYD_WORD},
    {.section = "goal", .name = "role", .type = PGYD_WORD},
    {.section = "goal",
     .name = "category",
     .type = PGYD_ENUM,
     .choices = "primary_care|hospital_based|surgical|competitive|niche"},
    {.section = "goal", .name = "state", .type = PGYD_TEXT},
    {.section = "goal",
     .name = "flex",
     .type = PGYD_LIST,
     .choices = "location|nights|skill|procedure"},
    {.section = "goal",
     .name = "want",
     .type = PGYD_LIST,
     .choices = "dream_city|prestige|no_call|part_time"},
    {.section = "goal", .name = "start_date", .type = PGYD_DATE},
    {.section = "goal", .name = "lane", .type = PGYD_WORD},
    {.section = "goal", .name = "lane_decided", .type = PGYD_DATE},
    {.section = "goal", .name = "exit_plan", .type = PGYD_TEXT},
    {.section = "goal", .name = "internal_deadline", .type = PGYD_WHEN},
    {.section = "goal", .name = "internal_reason", .type = PGYD_TEXT},
};

static bool same_section(const char *declared, const char *section)
{
    size_t len = strlen(section);
    return strncmp(declared, section, len) == 0 &&
           (declared[len] == '\0' || strcmp(declared + len, ":") == 0);
}

static bool same_name(const struct pgyd_key *key, const char *name)
{
    size_t len = strlen(key->name);
    if (key->flags & PGYD_KEY_MANY)
        return strncmp(key->name, name, len - 1) == 0;
    return strcmp(key->name, name) == 0;
}

const struct pgyd_key *fake_key(const struct fake *fake, const char *section, const char *name)
{
    for (uint32_t i = 0; i < fake->plugin->nkeys; i++) {
        const struct pgyd_key *key = &fake->plugin->keys[i];
        if ((key->name[0] == name[0] || key->name[0] == '*') && key->section[0] == section[0] &&
            same_section(key->section, section) && same_name(key, name))
            return key;
    }
    for (size_t i = 0; i < sizeof core_keys / sizeof core_keys[0]; i++) {
        if (same_section(core_keys[i].section, section) && same_name(&core_keys[i], name))
            return &core_keys[i];
    }
    return NULL;
}

static void split(struct fake *fake, const char *text, char separator, struct pgyd_value *value)
{
    const char **list = NULL;
    size_t n = 0, cap = 0;
    struct pgy_word word;
    while (pgy_words_next(&text, separator, &word))
        *(const char **)pgy_arena_push(fake->arena, &list, &n, &cap, sizeof *list) =
            pgy_str_trim(pgy_arena_strndup(fake->arena, word.text, word.len));
    value->list = list;
    value->nlist = (uint32_t)n;
}

static void choice(const struct pgyd_key *key, const char *text, struct pgyd_value *value)
{
    value->num = pgy_words_place(key->choices, '|', text);
    if (value->num < 0)
        fail_msg("%s.%s: \"%s\" is none of %s", key->section, key->name, text, key->choices);
}

static void when(struct fake *fake, const char *text, struct pgyd_value *value)
{
    char *day = pgy_arena_strndup(fake->arena, text, 10);
    assert_int_equal(pgy_civil_parse(day, &value->day), 0);
    value->minute = -1;
    value->text = fake->host.timezone;
    if (text[10] == '\0')
        return;
    int minute = 0;
    char *rest = pgy_arena_strdup(fake->arena, text + 11);
    char *zone = strchr(rest, ' ');
    if (zone)
        *zone++ = '\0';
    assert_int_equal(pgy_minutes_parse(rest, &minute), 0);
    value->minute = minute;
    if (zone)
        value->text = zone;
}

static void pair(const char *text, struct pgyd_value *value)
{
    char *end;
    value->num = strtoll(text, &end, 10);
    value->num2 = *end == '-' || *end == '/' ? strtoll(end + 1, &end, 10) : value->num;
    assert_int_equal(*end, '\0');
}

void fake_parse_value(struct fake *fake, const struct pgyd_key *key, const char *text,
                      struct pgyd_value *value)
{
    struct pgy_dur dur;
    value->type = key->type;
    value->minute = -1;
    value->day = PGYD_NO_DAY;
    value->text = pgy_arena_strdup(fake->arena, text);
    switch (key->type) {
    case PGYD_DATE:
        assert_int_equal(pgy_civil_parse(text, &value->day), 0);
        break;
    case PGYD_WHEN:
        when(fake, text, value);
        break;
    case PGYD_DUR:
        assert_int_equal(pgy_dur_parse(text, false, &dur), 0);
        value->num = dur.n;
        value->unit = (uint32_t)dur.unit;
        break;
    case PGYD_USD:
    case PGYD_INT:
        assert_int_equal(pgy_str_int(text, INT64_MIN, INT64_MAX, &value->num), 0);
        assert_true(key->min >= key->max || (value->num >= key->min && value->num <= key->max));
        break;
    case PGYD_NUM:
        assert_int_equal(pgy_str_num(text, &value->real), 0);
        break;
    case PGYD_YN:
        assert_true(strcmp(text, "yes") == 0 || strcmp(text, "no") == 0);
        value->num = text[0] == 'y';
        break;
    case PGYD_LIST:
        split(fake, text, ',', value);
        break;
    case PGYD_TEXTS:
        split(fake, text, ';', value);
        break;
    case PGYD_ENUM:
        choice(key, text, value);
        break;
    case PGYD_PAIR:
        pair(text, value);
        break;
    default: /* texts of some kind */
        break;
    }
}

static void add_fact(struct fake *fake, const struct pgyd_key *key, const char *id,
                     const struct pgyd_value *value)
{
    char kind[64];
    snprintf(kind, sizeof kind, "%s", key->journal);
    char *event = strchr(kind, ' ');
    if (event)
        *event++ = '\0';
    struct pgyd_event *e =
        pgy_arena_push(fake->arena, &fake->events, &fake->nevents, &fake->cap_events, sizeof *e);
    *e = (struct pgyd_event){.size = sizeof *e,
                             .on = value->day,
                             .from_config = 1,
                             .kind = pgy_arena_strdup(fake->arena, kind),
                             .subject = id[0] ? id : key->name,
                             .event = event ? pgy_arena_strdup(fake->arena, event) : ""};
}

static void add_section(struct fake *fake, char *line, uint32_t number)
{
    char *end = strchr(line, ']'), *colon = strchr(line, ':');
    assert_non_null(end);
    *end = '\0';
    if (colon)
        *colon++ = '\0';
    for (fake->at = 0; fake->at < fake->nsections; fake->at++) {
        if (strcmp(fake->sections[fake->at].kind, line + 1) == 0 &&
            strcmp(fake->sections[fake->at].id, colon ? colon : "") == 0)
            return; /* said more of it: a change */
    }
    struct fake_section *s = pgy_arena_push(fake->arena, &fake->sections, &fake->nsections,
                                            &fake->cap_sections, sizeof *s);
    *s = (struct fake_section){.kind = line + 1, .id = colon ? colon : "", .line = number};
}

static void add_value(struct fake *fake, char *line, uint32_t number)
{
    char *equals = strchr(line, '=');
    assert_non_null(equals);
    assert_true(fake->nsections > 0);
    *equals = '\0';
    const struct fake_section *s = &fake->sections[fake->at];
    char *name = pgy_str_trim(line), *text = pgy_str_trim(equals + 1);
    const struct pgyd_key *key = fake_key(fake, s->kind, name);
    if (!key)
        fail_msg("no such key: %s.%s", s->kind, name);
    struct fake_value *v = NULL;
    for (size_t i = 0; i < fake->nvalues && !v; i++) {
        struct fake_value *old = &fake->values[i];
        v = strcmp(old->section, s->kind) == 0 && strcmp(old->id, s->id) == 0 &&
                    strcmp(old->key, name) == 0
                ? old
                : NULL;
    }
    if (!v)
        v = pgy_arena_push(fake->arena, &fake->values, &fake->nvalues, &fake->cap_values,
                           sizeof *v);
    *v = (struct fake_value){.section = s->kind, .id = s->id, .key = name, .line = number};
    fake_parse_value(fake, key, text, &v->value);
    if (key->journal)
        add_fact(fake, key, s->id, &v->value);
}

void fake_ini(struct fake *fake, const char *text)
{
    char *copy = pgy_arena_strdup(fake->arena, text);
    uint32_t number = 1;
    for (char *line = copy, *next; line; line = next, number++) {
        next = strchr(line, '\n');
        if (next)
            *next++ = '\0';
        line = pgy_str_trim(line);
        if (line[0] == '[')
            add_section(fake, line, number);
        else if (line[0])
            add_value(fake, line, number);
    }
}
