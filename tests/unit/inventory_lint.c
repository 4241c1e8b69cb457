/* SPDX-License-Identifier: BSD-2-Clause */
/* Runs pgyctl lint on the text of an inventory line and looks for the finding it names. Other
 * commands are test_inventory.c's. */
#include "inventory_lint.h"

#include "plugins/offers/honesty/lint_fixture.h"

enum { TEXT = 8192 };

static void read_text(const char *name, char text[TEXT])
{
    const char *top = getenv("top_srcdir");
    char path[512];
    snprintf(path, sizeof path, "%s/tests/inventory/lint/%s.txt", top ? top : ".", name);
    FILE *file = fopen(path, "r");
    if (!file)
        fail_msg("cannot open %s", path);
    size_t n = fread(text, 1, TEXT - 1, file);
    fclose(file);
    text[n] = '\0';
}

static void write_text(const char *cell, char text[TEXT])
{
    size_t to = 0;
    if (*cell == '@') {
        read_text(cell + 1, text);
        return;
    }
    assert_true(strlen(cell) < TEXT);
    for (const char *c = cell; *c; c++) {
        bool line = c[0] == '\\' && c[1] == 'n';
        text[to++] = line ? '\n' : *c;
        c += line;
    }
    text[to] = '\0';
}

static const char *level_of(const char *expected, const char **set)
{
    for (int i = 0; i < HONESTY_LEVELS; i++) {
        size_t len = strlen(honesty_levels[i]);
        if (strncmp(expected, honesty_levels[i], len) == 0 && expected[len] == ' ') {
            *set = expected + len + 1;
            return honesty_levels[i];
        }
    }
    fail_msg("expected is LEVEL SET: %s", expected);
    return NULL;
}

void inventory_lint(const char *id, const char *text, const char *expected, const char *near)
{
    static const char in[] = "in ", absent[] = " absent";
    static struct lint lint;
    char bytes[TEXT], other[TEXT];
    const char *set = NULL, *level = level_of(expected, &set);
    size_t len = strlen(near);
    if (strncmp(near, in, strlen(in)) != 0 || len < strlen(in) + strlen(absent) ||
        strcmp(near + len - strlen(absent), absent) != 0)
        fail_msg("%s: a near miss of lint is: in TEXT absent", id);
    snprintf(other, sizeof other, "%.*s", (int)(len - strlen(in) - strlen(absent)),
             near + strlen(in));
    lint_open(&lint);
    write_text(text, bytes);
    lint_scan(&lint, bytes);
    if (!lint_find(&lint, set, id, level))
        fail_msg("%s: nothing said about: %s", id, text);
    write_text(other, bytes);
    lint_scan(&lint, bytes);
    if (lint_find(&lint, set, id, level))
        fail_msg("%s: %s is not silent in: %s", id, set, other);
    lint_close(&lint);
}
