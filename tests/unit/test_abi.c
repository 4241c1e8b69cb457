/* SPDX-License-Identifier: BSD-2-Clause */
/* Plugins built against every released contract load, and mean what they meant. */
#include "pgy-build.h"

#include "runner.h"

static const struct {
    const char *plugin;
    uint32_t minor;
    const char *label, *color, *deadline, *habit, *ask;
} frozen[] = {
    {"frozen01", 1, NULL, NULL, "a reminder is due", "a reminder is due", NULL},
    {"frozen02", 2, "Frozen things", "#12aBcd", "a thing runs out", "a thing is due",
     "When was it"},
};
enum { FROZEN = sizeof frozen / sizeof frozen[0] };

static struct pgy_run *ask(struct runner *runner, const char *plugin, enum pgy_worker_verb verb)
{
    runner_open(runner);
    struct pgy_run_input input = runner_input(runner, verb, plugin);
    input.path =
        pgy_arena_printf(runner->arena, "%s/tests/abi/.libs/%s.so", runner->paths.build, plugin);
    input.report = "things";
    struct pgy_run *run = runner_run(&input);
    if (pgy_run_result(run)->rc)
        fail_msg("%s", pgy_run_result(run)->failure);
    return run;
}

static void declares(size_t i)
{
    struct runner runner;
    struct pgy_run *run = ask(&runner, frozen[i].plugin, PGY_VERB_DESCRIBE);
    const struct pgy_declaration *d = &pgy_run_result(run)->declaration;
    assert_int_equal(d->major, 0);
    assert_int_equal(d->minor, frozen[i].minor);
    assert_int_equal(d->nkeys, 3);
    assert_string_equal(d->keys[0].fallback, "7");
    assert_int_equal(d->keys[0].max, 30);
    assert_string_equal(d->keys[1].name, "rate_*");
    assert_string_equal(d->keys[2].journal, "thing");
    assert_null(d->keys[0].ask);
    if (frozen[i].ask) {
        assert_string_equal(d->keys[2].ask, frozen[i].ask);
        assert_string_equal(d->keys[2].ask_default, "today");
        assert_string_equal(d->keys[2].ask_unless, "days");
    } else {
        assert_null(d->keys[2].ask);
        assert_null(d->keys[2].ask_default);
        assert_null(d->keys[2].ask_unless);
    }
    assert_string_equal(d->kinds[0].help, "A thing.");
    assert_string_equal(d->reports[0].name, "things");
    if (frozen[i].label) {
        assert_string_equal(d->label, frozen[i].label);
        assert_string_equal(d->color, frozen[i].color);
    } else {
        assert_null(d->label);
        assert_null(d->color);
        assert_string_equal(pgy_declaration_label(d, runner.arena), "Frozen01");
    }
    assert_string_equal(pgy_declaration_discreet(d, PGYD_DEADLINE), frozen[i].deadline);
    assert_string_equal(pgy_declaration_discreet(d, PGYD_HABIT), frozen[i].habit);
    pgy_run_free(&run);
    runner_close(&runner);
}

static void plans(size_t i)
{
    struct runner runner;
    struct pgy_run *run = ask(&runner, frozen[i].plugin, PGY_VERB_PLAN);
    const struct pgy_item *item = find_item(
        pgy_run_result(run), pgy_arena_printf(runner.arena, "%s/rule@4", frozen[i].plugin));
    assert_non_null(item);
    assert_int_equal(item->start, TODAY + 7);
    assert_int_equal(item->end_minute, 600);
    assert_int_equal(item->kind, PGYD_DEADLINE);
    assert_int_equal(item->severity, PGYD_WARN);
    assert_int_equal(item->confidence, PGYD_PATTERN);
    assert_int_equal(item->flags, PGYD_ITEM_BUSY);
    assert_string_equal(item->refs[0], "S0-1");
    assert_int_equal(item->nsteps, 1);
    assert_string_equal(item->done_log, "thing x");
    pgy_run_free(&run);
    runner_close(&runner);
}

static void checks_and_reports(size_t i)
{
    struct runner runner;
    struct pgy_run *run = ask(&runner, frozen[i].plugin, PGY_VERB_CHECK);
    assert_int_equal(pgy_run_result(run)->nproblems, 1);
    assert_string_equal(pgy_run_result(run)->problems[0].message, "is few");
    assert_int_equal(pgy_run_result(run)->problems[0].severity, PGYD_WARN);
    pgy_run_free(&run);
    runner_close(&runner);
    run = ask(&runner, frozen[i].plugin, PGY_VERB_REPORT);
    assert_int_equal(pgy_run_result(run)->nparts, 1);
    assert_string_equal(pgy_run_result(run)->parts[0].text, "things");
    pgy_run_free(&run);
    runner_close(&runner);
}

static void test_declaration(void **state)
{
    (void)state;
    for (size_t i = 0; i < FROZEN; i++)
        declares(i);
}

static void test_plan(void **state)
{
    (void)state;
    for (size_t i = 0; i < FROZEN; i++)
        plans(i);
}

static void test_check_and_report(void **state)
{
    (void)state;
    for (size_t i = 0; i < FROZEN; i++)
        checks_and_reports(i);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_declaration),
        cmocka_unit_test(test_plan),
        cmocka_unit_test(test_check_and_report),
    };
    return cmocka_run_group_tests_name("abi", tests, NULL, NULL);
}
