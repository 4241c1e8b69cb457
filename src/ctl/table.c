/* SPDX-License-Identifier: BSD-2-Clause */
/* Tables in the terminal, by libsmartcols. base/fit says which columns give way, and long texts are
 * broken between words before libsmartcols sees them: it would break within. */
#include "ctl/ctl.h"

#include "base/fit.h"
#include "base/utf8.h"
#include "base/wrap.h"

#include <libsmartcols.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum {
    COLUMNS = 12,
    NARROWEST = 24,
    NARROW = 110 /* below it items give their id a line of its own */
};

struct ctl_table {
    struct pgy_arena *arena;
    struct ctl_column columns[COLUMNS];
    size_t ncolumns;
    char ***rows; /* tamed texts */
    size_t nrows, cap;
};

struct ctl_table *ctl_table_new(const struct ctl_column *columns, size_t n)
{
    struct pgy_arena *arena = pgy_arena_new();
    struct ctl_table *t = pgy_arena_alloc(arena, sizeof *t);
    t->arena = arena;
    t->ncolumns = n < COLUMNS ? n : COLUMNS;
    memcpy(t->columns, columns, t->ncolumns * sizeof *columns);
    return t;
}

/* Texts of plugins and of the world, such as the name a client gives itself: none of them may steer
 * the terminal (C0, DEL, C1). */
static char *tame(char *text, bool lines)
{
    for (char *c = text; c && *c; c++) {
        size_t control = *c == '\n' && lines ? 0 : pgy_utf8_control(c, strnlen(c, 2));
        if (control)
            memset(c, *c == '\n' || *c == '\t' ? ' ' : '?', control);
    }
    return text;
}

void ctl_table_row(struct ctl_table *t, const char *const *cells, size_t n)
{
    char ***row = pgy_arena_push(t->arena, &t->rows, &t->nrows, &t->cap, sizeof *row);
    *row = pgy_arena_array(t->arena, COLUMNS, sizeof **row);
    for (size_t i = 0; i < t->ncolumns; i++)
        (*row)[i] = tame(pgy_arena_strdup(t->arena, i < n && cells[i] ? cells[i] : ""),
                         t->columns[i].flags & CTL_WRAP);
}

/* Columns of the terminal; 0 when there is none: then nothing is broken. */
static size_t terminal(void)
{
    struct winsize size;
    return isatty(STDOUT_FILENO) && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

static size_t larger(size_t a, size_t b)
{
    return a > b ? a : b;
}

/* In place: the blanks at which a line of `width` columns ends become one line break. */
static void break_words(char *text, size_t width)
{
    char *to = text;
    for (const char *from = text; *from;) {
        size_t len = pgy_wrap_line(from, width);
        memmove(to, from, len);
        to += len;
        from = pgy_wrap_next(from + len);
        if (*from)
            *to++ = '\n';
    }
    *to = '\0';
}

static unsigned lines_of(const void *table, size_t row, size_t column, size_t width)
{
    const struct ctl_table *t = table;
    return pgy_wrap_lines(t->rows[row][column], width);
}

/* Breaks cells between words until a line fits into the terminal, a blank behind each column. */
static void fit_columns(struct ctl_table *t)
{
    size_t width[COLUMNS], least[COLUMNS], n = t->ncolumns, total = terminal();
    struct pgy_fit fit = {t, lines_of, t->nrows, n, width, least};
    for (size_t i = 0; i < n; i++) {
        size_t header = pgy_wrap_widest(t->columns[i].name);
        width[i] = header;
        for (size_t r = 0; r < t->nrows; r++)
            width[i] = larger(width[i], pgy_wrap_widest(t->rows[r][i]));
        least[i] = t->columns[i].flags & CTL_WRAP ? larger(header, NARROWEST) : width[i];
    }
    if (total == 0)
        return;
    pgy_fit_narrow(&fit, total > n ? total - n : 0);
    for (size_t i = 0; i < n; i++) {
        for (size_t r = 0; r < t->nrows && t->columns[i].flags & CTL_WRAP; r++)
            break_words(t->rows[r][i], width[i]);
    }
}

static struct libscols_table *columns_of(const struct ctl_table *t)
{
    struct libscols_table *table = scols_new_table();
    /* Widths are settled here. */
    if (table)
        scols_table_set_termforce(table, SCOLS_TERMFORCE_NEVER);
    for (size_t i = 0; table && i < t->ncolumns; i++) {
        int flags = t->columns[i].flags;
        struct libscols_column *column = scols_table_new_column(
            table, t->columns[i].name, 0,
            (flags & CTL_RIGHT ? SCOLS_FL_RIGHT : 0) | (flags & CTL_WRAP ? SCOLS_FL_WRAP : 0));
        if (column && (flags & CTL_WRAP)) {
            scols_column_set_wrapfunc(column, scols_wrapnl_chunksize, scols_wrapnl_nextchunk, NULL);
            scols_column_set_safechars(column, "\n");
        }
    }
    return table;
}

void ctl_table_end(struct ctl_table *t, const char *otherwise)
{
    struct pgy_arena *arena = t->arena;
    struct libscols_table *table = t->nrows ? columns_of(t) : NULL;
    if (table)
        fit_columns(t);
    for (size_t r = 0; table && r < t->nrows; r++) {
        struct libscols_line *line = scols_table_new_line(table, NULL);
        for (size_t i = 0; line && i < t->ncolumns; i++)
            scols_line_set_data(line, i, t->rows[r][i]);
    }
    if (t->nrows == 0)
        puts(otherwise);
    else if (table)
        scols_print_table(table);
    scols_unref_table(table);
    pgy_arena_free(&arena);
}

const char *ctl_text(const struct ctl *ctl, const json_t *object, const char *key)
{
    const json_t *value = json_object_get(object, key);
    if (json_is_string(value))
        return tame(pgy_arena_strdup(ctl->arena, json_string_value(value)), false);
    if (json_is_integer(value))
        return pgy_arena_printf(ctl->arena, "%lld", (long long)json_integer_value(value));
    return json_is_true(value) ? "yes" : "";
}

void ctl_table_json(const json_t *list, const struct ctl_field *fields, size_t n,
                    const char *otherwise)
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
    json_array_foreach(list, at, object)
    {
        for (size_t i = 0; i < n; i++)
            cells[i] = ctl_text(&ctl, object, fields[i].key);
        ctl_table_row(t, cells, n);
    }
    ctl_table_end(t, otherwise);
}

/* "in 5 days", "3 days left", "open for 2 days": state and days in the words of a person. */
static const char *state_words(const struct ctl *ctl, const json_t *item)
{
    const char *state = ctl_text(ctl, item, "state");
    long long days = json_integer_value(json_object_get(item, "days"));
    const char *s = days == 1 ? "" : "s";
    const bool lasts = strncmp(ctl_text(ctl, item, "start"), ctl_text(ctl, item, "by"), 10) != 0;
    if (strcmp(state, "future") == 0)
        return pgy_arena_printf(ctl->arena, "%sin %lld day%s", lasts ? "opens " : "", days, s);
    /* What has no last day but the one it began on, an alert, is not over by itself. */
    if (strcmp(state, "open") == 0 && days &&
        strcmp(ctl_text(ctl, item, "start"), ctl_text(ctl, item, "end")) == 0)
        return pgy_arena_printf(ctl->arena, "open for %lld day%s", days, s);
    if (strcmp(state, "open") == 0)
        return days ? pgy_arena_printf(ctl->arena, "open, %lld day%s left", days, s) : "open";
    if (strcmp(state, "due") == 0)
        return "due today";
    if (strcmp(state, "overdue") == 0 && days > 0)
        return pgy_arena_printf(ctl->arena, "overdue %lld day%s", days, s);
    return state;
}

/* WHEN of an item: its day, and its hour when it has one. */
static const char *when_text(const struct ctl *ctl, const json_t *item)
{
    const char *start = ctl_text(ctl, item, "start");
    return strlen(start) > 10 ? pgy_arena_printf(ctl->arena, "%.10s %.5s", start, start + 11)
                              : start;
}

void ctl_items_from(const struct ctl *ctl, const json_t *items, size_t first, const char *otherwise)
{
    static const struct ctl_column wide[] = {
        {"N", CTL_RIGHT}, {"BY", 0}, {"STATE", 0}, {"TITLE", CTL_WRAP}, {"ID", 0}};
    static const struct ctl_column tight[] = {
        {"N", CTL_RIGHT}, {"BY", 0}, {"STATE", 0}, {"WHAT", CTL_WRAP}};
    size_t width = terminal(), at;
    bool narrow = width > 0 && width < NARROW;
    struct ctl_table *t = narrow ? ctl_table_new(tight, 4) : ctl_table_new(wide, 5);
    json_t *item;
    json_array_foreach(items, at, item)
    {
        const char *n = pgy_arena_printf(ctl->arena, "%zu", first + at),
                   *by = pgy_arena_printf(ctl->arena, "%.10s", ctl_text(ctl, item, "by")),
                   *state = state_words(ctl, item), *title = ctl_text(ctl, item, "title"),
                   *id = ctl_text(ctl, item, "id");
        if (narrow)
            ctl_table_row(
                t,
                (const char *[]){n, by, state, pgy_arena_printf(ctl->arena, "%s\n%s", title, id)},
                4);
        else
            ctl_table_row(t, (const char *[]){n, by, state, title, id}, 5);
    }
    ctl_table_end(t, otherwise);
}

void ctl_items(const struct ctl *ctl, const json_t *items, const char *otherwise)
{
    static const struct ctl_column wide[] = {
        {"WHEN", 0}, {"STATE", 0}, {"KIND", 0}, {"TITLE", CTL_WRAP}, {"ID", 0}};
    static const struct ctl_column tight[] = {{"WHEN", 0}, {"STATE", 0}, {"WHAT", CTL_WRAP}};
    size_t width = terminal(), at;
    bool narrow = width > 0 && width < NARROW;
    struct ctl_table *t = narrow ? ctl_table_new(tight, 3) : ctl_table_new(wide, 5);
    json_t *item;
    json_array_foreach(items, at, item)
    {
        const char *when = when_text(ctl, item), *severity = ctl_text(ctl, item, "severity"),
                   *id = ctl_text(ctl, item, "id");
        const char *kind =
            strcmp(severity, "info") == 0
                ? ctl_text(ctl, item, "kind")
                : pgy_arena_printf(ctl->arena, "%s, %s", ctl_text(ctl, item, "kind"), severity);
        const char *title = ctl_text(ctl, item, "title"), *state = state_words(ctl, item);
        if (narrow)
            ctl_table_row(
                t,
                (const char *[]){when, state,
                                 pgy_arena_printf(ctl->arena, "%s\n%s (%s)", title, id, kind)},
                3);
        else
            ctl_table_row(t, (const char *[]){when, state, kind, title, id}, 5);
    }
    ctl_table_end(t, otherwise);
}
