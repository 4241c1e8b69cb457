/* SPDX-License-Identifier: BSD-2-Clause */
/* What stands in for what a plugin does not declare, and copies that outlive it. */
#include "config/declaration.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "config/schema.h"

static void test_label(void **state)
{
    (void)state;
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    static const struct {
        const char *plugin, *label, *shown;
    } rows[] = {
        {"offers", NULL, "Offers"},
        {"night-float_call", NULL, "Night float call"},
        {"9to5", NULL, "9to5"},
        {"z", NULL, "Z"},
        {"offers", "Job offers", "Job offers"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const struct pgy_declaration d = {.plugin = rows[i].plugin, .label = rows[i].label};
        assert_string_equal(pgy_declaration_label(&d, arena), rows[i].shown);
    }
}

static void test_discreet(void **state)
{
    (void)state;
    const struct pgy_declaration none = {.plugin = "p"},
                                 one = {.plugin = "p", .discreet = {[PGYD_ALERT] = "an alert"}},
                                 rest = {.plugin = "p",
                                         .discreet = {[0] = "the rest", [PGYD_HABIT] = "a habit"}};
    const struct {
        const struct pgy_declaration *plugin;
        uint16_t kind;
        const char *words;
    } rows[] = {
        {NULL, PGYD_DEADLINE, "a reminder is due"},
        {NULL, PGYD_ALERT, "something needs attention from"},
        {&none, PGYD_MILESTONE, "a reminder is due"},
        {&none, PGYD_ALERT, "something needs attention from"},
        {&one, PGYD_ALERT, "an alert"},
        {&one, PGYD_WINDOW, "a reminder is due"},
        {&rest, PGYD_ALERT, "the rest"},
        {&rest, PGYD_HABIT, "a habit"},
        {&rest, UINT16_MAX, "the rest"},
        {&none, UINT16_MAX, "a reminder is due"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        assert_string_equal(pgy_declaration_discreet(rows[i].plugin, rows[i].kind), rows[i].words);
}

/* No text and no list of a copy is the original's. */
static void test_copy(void **state)
{
    (void)state;
    struct pgy_arena *first = pgy_arena_new(), *second PGY_ARENA_CLEANUP = pgy_arena_new();
    const struct pgyd_journal_kind kinds[] = {
        {.size = sizeof kinds[0], .name = pgy_arena_strdup(first, "met")}};
    const struct pgyd_report reports[] = {
        {.size = sizeof reports[0], .name = pgy_arena_strdup(first, "all")}};
    const struct pgyd_rename renames[] = {
        {pgy_arena_strdup(first, "old"), pgy_arena_strdup(first, "new")}};
    const struct pgy_key keys[] = {{.section = pgy_arena_strdup(first, "friend:"),
                                    .name = pgy_arena_strdup(first, "tag_*"),
                                    .ask = pgy_arena_strdup(first, "Which tag"),
                                    .ask_default = pgy_arena_strdup(first, "blue"),
                                    .ask_unless = pgy_arena_strdup(first, "color")}};
    const struct pgy_declaration d = {
        .plugin = pgy_arena_strdup(first, "p"),
        .label = pgy_arena_strdup(first, "Pleas"),
        .color = pgy_arena_strdup(first, "#123456"),
        .discreet = {[0] = pgy_arena_strdup(first, "a plea is due"),
                     [PGYD_ALERT] = pgy_arena_strdup(first, "a plea needs you from")},
        .kinds = kinds,
        .reports = reports,
        .renames = renames,
        .keys = keys,
        .nkinds = 1,
        .nreports = 1,
        .nrenames = 1,
        .nkeys = 1,
        .listed = true};
    struct pgy_declaration copy;
    pgy_declaration_copy(second, &copy, &d);
    /* What was freed may read as before. */
    assert_ptr_not_equal(copy.plugin, d.plugin);
    assert_ptr_not_equal(copy.label, d.label);
    assert_ptr_not_equal(copy.color, d.color);
    assert_ptr_not_equal(copy.discreet[0], d.discreet[0]);
    assert_ptr_not_equal(copy.discreet[PGYD_ALERT], d.discreet[PGYD_ALERT]);
    assert_ptr_not_equal(copy.kinds[0].name, kinds[0].name);
    assert_ptr_not_equal(copy.reports[0].name, reports[0].name);
    assert_ptr_not_equal(copy.renames[0].to, renames[0].to);
    assert_ptr_not_equal(copy.keys[0].section, keys[0].section);
    assert_ptr_not_equal(copy.keys[0].ask, keys[0].ask);
    assert_ptr_not_equal(copy.keys[0].ask_default, keys[0].ask_default);
    assert_ptr_not_equal(copy.keys[0].ask_unless, keys[0].ask_unless);
    pgy_arena_free(&first);
    assert_string_equal(copy.plugin, "p");
    assert_string_equal(copy.label, "Pleas");
    assert_string_equal(copy.color, "#123456");
    assert_string_equal(copy.discreet[0], "a plea is due");
    assert_string_equal(copy.discreet[PGYD_ALERT], "a plea needs you from");
    assert_null(copy.discreet[PGYD_WINDOW]);
    assert_string_equal(copy.kinds[0].name, "met");
    assert_string_equal(copy.reports[0].name, "all");
    assert_string_equal(copy.renames[0].to, "new");
    assert_string_equal(copy.keys[0].section, "friend:");
    assert_string_equal(copy.keys[0].ask, "Which tag");
    assert_string_equal(copy.keys[0].ask_default, "blue");
    assert_string_equal(copy.keys[0].ask_unless, "color");
    assert_ptr_equal(copy.keys[0].owner, copy.plugin);
    assert_string_equal(copy.keys[0].help, "");
    assert_string_equal(copy.version, "");
    assert_null(copy.failed);
    assert_true(copy.listed);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_label),
        cmocka_unit_test(test_discreet),
        cmocka_unit_test(test_copy),
    };
    return cmocka_run_group_tests_name("declaration", tests, NULL, NULL);
}
