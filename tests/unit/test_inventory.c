/* SPDX-License-Identifier: BSD-2-Clause */
/* Every line of tests/inventory.tsv, against the plugins themselves. */
#include "fake_host.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

extern const struct pgyd_plugin pgyd_plugin_milestones, pgyd_plugin_networking, pgyd_plugin_offers;

enum { COLUMNS = 6, LINE = 512, FILE_SIZE = 16384 };

static FILE *open_test(const char *folder, const char *name, const char *suffix)
{
    const char *top = getenv("top_srcdir");
    char path[512];
    snprintf(path, sizeof path, "%s/tests/%s%s%s", top ? top : ".", folder, name, suffix);
    FILE *file = fopen(path, "r");
    if (!file)
        fail_msg("cannot open %s", path);
    return file;
}

static const struct pgyd_plugin *plugin_of(const char *name)
{
    const struct pgyd_plugin *const plugins[] = {&pgyd_plugin_milestones, &pgyd_plugin_networking, &pgyd_plugin_offers};
    for (size_t i = 0; i < 3; i++) {
        if (strcmp(plugins[i]->name, name) == 0)
            return plugins[i];
    }
    fail_msg("no plugin %s", name);
    return NULL;
}

/* The plugin's own sections of a fixture, and pgyd's: another plugin's are not its business. */
static void read_fixture(struct fake *f, const char *name)
{
    FILE *file = open_test("inventory/", name, ".ini");
    char line[LINE], text[FILE_SIZE] = "";
    bool mine = false;
    while (fgets(line, sizeof line, file)) {
        if (line[0] == '#')
            continue;
        if (line[0] == '[') {
            char kind[32];
            snprintf(kind, sizeof kind, "%.*s", (int)strcspn(line + 1, ":]"), line + 1);
            mine = strcmp(kind, "person") == 0 || strcmp(kind, "training") == 0 || strcmp(kind, "fellowship") == 0 || strcmp(kind, "goal") == 0;
            for (uint32_t i = 0; i < f->plugin->nkeys && !mine; i++)
                mine = strncmp(f->plugin->keys[i].section, kind, strlen(kind)) == 0;
        }
        if (mine) {
            assert_true(strlen(text) + strlen(line) < sizeof text);
            memcpy(text + strlen(text), line, strlen(line) + 1);
        }
    }
    fclose(file);
    fake_ini(f, text);
}

/* The state an item has on a day by its dates alone. */
static const char *state_on(const struct pgyd_item *item, pgyd_day day)
{
    pgyd_day end = item->end == PGYD_NO_DAY ? item->start : item->end;
    return day < item->start ? "future" : day > end ? "past" : "open";
}

static void check_line(char *const column[COLUMNS])
{
    const char *id = column[0], *today = column[2];
    struct fake *f = fake_new(plugin_of(column[3]), "2026-11-22");
    char *days = strchr(column[4], '='), *state = strchr(column[5], ' ');
    assert_non_null(days);
    assert_non_null(state);
    *days++ = '\0';
    *state++ = '\0';
    read_fixture(f, column[1]);
    fake_check(f);
    assert_int_equal(fake_problems(f, PGYD_CRITICAL, NULL, NULL, NULL, NULL), 0);
    if (strncmp(column[4], "habit-", strlen("habit-")) == 0)
        f->host.today = fake_day(today);
    fake_plan(f);
    const struct pgyd_item *item = fake_item(f, column[4]);
    if (strcmp(fake_days(f, column[4]), days) != 0)
        fail_msg("%s: %s is %s, expected %s", id, column[4], fake_days(f, column[4]), days);
    if (!fake_has_ref(item, id))
        fail_msg("%s: %s does not name it in refs", id, column[4]);
    if (strcmp(state_on(item, fake_day(today)), "open") != 0)
        fail_msg("%s: %s is not open on %s", id, column[4], today);
    if (strcmp(state_on(item, fake_day(column[5])), state) != 0)
        fail_msg("%s: %s on %s is %s", id, column[4], column[5], state_on(item, fake_day(column[5])));
    fake_free(&f);
}

static void inventory(void **unused)
{
    FILE *file = open_test("", "inventory", ".tsv");
    char line[LINE];
    size_t n = 0;
    (void)unused;
    while (fgets(line, sizeof line, file)) {
        char *column[COLUMNS], *p = line;
        if (line[0] == '#')
            continue;
        line[strcspn(line, "\n")] = '\0';
        for (size_t i = 0; i < COLUMNS; i++) {
            char *tab = strchr(p, '\t');
            column[i] = p;
            if (!tab != (i == COLUMNS - 1))
                fail_msg("six columns: %s", line);
            if (tab) {
                *tab = '\0';
                p = tab + 1;
            }
        }
        check_line(column);
        n++;
    }
    fclose(file);
    assert_true(n >= 40);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(inventory)};
    return cmocka_run_group_tests_name("inventory", tests, NULL, NULL);
}
