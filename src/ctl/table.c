/* SPDX-License-Identifier: BSD-2-Clause */
/* Tables in the terminal, by libsmartcols. */
#include "ctl/ctl.h"

#include "base/str.h"

#include <libsmartcols.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct ctl_table {
    struct libscols_table *table;
    size_t rows;
};

struct ctl_table *ctl_table_new(const struct ctl_column *columns, size_t n)
{
    struct ctl_table *t = calloc(1, sizeof *t);
    if (!t || !(t->table = scols_new_table())) {
        free(t);
        return NULL;
    }
    for (size_t i = 0; i < n; i++) {
        int flags = (columns[i].flags & CTL_RIGHT ? SCOLS_FL_RIGHT : 0) | (columns[i].flags & CTL_WRAP ? SCOLS_FL_WRAP : 0);
        scols_table_new_column(t->table, columns[i].name, 0, flags);
    }
    return t;
}

/* Texts of plugins and of the world: none of them may steer the terminal. */
static char *shown(const char *text)
{
    char *copy = strdup(text ? text : "");
    for (char *c = copy; c && *c; c++) {
        if ((unsigned char)*c < ' ' || *c == 0x7f)
            *c = *c == '\n' || *c == '\t' ? ' ' : '?';
    }
    return copy;
}

void ctl_table_row(struct ctl_table *t, const char *const *cells, size_t n)
{
    struct libscols_line *line = t ? scols_table_new_line(t->table, NULL) : NULL;
    for (size_t i = 0; line && i < n; i++)
        scols_line_refer_data(line, i, shown(cells[i]));
    if (line)
        t->rows++;
}

void ctl_table_end(struct ctl_table *t, const char *otherwise)
{
    if (!t || t->rows == 0)
        puts(otherwise);
    else
        scols_print_table(t->table);
    if (t)
        scols_unref_table(t->table);
    free(t);
}

const char *ctl_text(const struct ctl *ctl, const json_t *object, const char *key)
{
    const json_t *value = json_object_get(object, key);
    if (json_is_string(value))
        return json_string_value(value);
    if (json_is_integer(value))
        return pgy_arena_printf(ctl->arena, "%lld", (long long)json_integer_value(value));
    return json_is_true(value) ? "yes" : "";
}

void ctl_table_json(const json_t *list, const struct ctl_field *fields, size_t n, const char *otherwise)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    struct ctl ctl = {.arena = arena};
    struct ctl_column *columns = pgy_arena_array(arena, n, sizeof *columns);
    const char **cells = pgy_arena_array(arena, n, sizeof *cells);
    for (size_t i = 0; i < n; i++)
        columns[i] = (struct ctl_column){fields[i].name, fields[i].flags};
    struct ctl_table *t = ctl_table_new(columns, n);
    size_t at;
    json_t *object;
    json_array_foreach(list, at, object) {
        for (size_t i = 0; i < n; i++)
            cells[i] = ctl_text(&ctl, object, fields[i].key);
        ctl_table_row(t, cells, n);
    }
    ctl_table_end(t, otherwise);
}

/* "in 5 days", "3 days left", "2 days ago": state and days in the words of a person. */
static const char *state_words(const struct ctl *ctl, const json_t *item)
{
    const char *state = ctl_text(ctl, item, "state");
    long long days = json_integer_value(json_object_get(item, "days"));
    const char *s = days == 1 ? "" : "s";
    if (strcmp(state, "future") == 0)
        return pgy_arena_printf(ctl->arena, "in %lld day%s", days, s);
    if (strcmp(state, "open") == 0)
        return days ? pgy_arena_printf(ctl->arena, "open, %lld day%s left", days, s) : "open";
    if (strcmp(state, "due") == 0)
        return "due today";
    if (strcmp(state, "overdue") == 0 && days > 0)
        return pgy_arena_printf(ctl->arena, "overdue %lld day%s", days, s);
    return state;
}

void ctl_items(const struct ctl *ctl, const json_t *items, const char *otherwise)
{
    static const struct ctl_column columns[] = {{"WHEN", 0}, {"STATE", 0}, {"KIND", 0}, {"TITLE", CTL_WRAP}, {"ID", 0}};
    struct ctl_table *t = ctl_table_new(columns, sizeof columns / sizeof columns[0]);
    size_t at;
    json_t *item;
    json_array_foreach(items, at, item) {
        const char *start = ctl_text(ctl, item, "start"), *severity = ctl_text(ctl, item, "severity");
        const char *when = strlen(start) > 10 ? pgy_arena_printf(ctl->arena, "%.10s %.5s", start, start + 11) : start;
        const char *kind = strcmp(severity, "info") == 0 ? ctl_text(ctl, item, "kind")
                                                         : pgy_arena_printf(ctl->arena, "%s, %s", ctl_text(ctl, item, "kind"), severity);
        const char *cells[] = {when, state_words(ctl, item), kind, ctl_text(ctl, item, "title"), ctl_text(ctl, item, "id")};
        ctl_table_row(t, cells, sizeof cells / sizeof cells[0]);
    }
    ctl_table_end(t, otherwise);
}
