/* SPDX-License-Identifier: BSD-2-Clause */
/* Plugins built against every released contract load, and mean what they meant. */
#include "pgy-build.h"

#include "runner.h"

static struct pgy_run *ask(struct runner *runner, enum pgy_worker_verb verb)
{
    runner_open(runner);
    struct pgy_run_input input = runner_input(runner, verb, "frozen01");
    input.path =
        pgy_arena_printf(runner->arena, "%s/tests/abi/.libs/frozen01.so", runner->paths.build);
    input.report = "things";
    struct pgy_run *run = runner_run(&input);
    if (pgy_run_result(run)->rc)
        fail_msg("%s", pgy_run_result(run)->failure);
    return run;
}

static void test_declaration(void **state)
{
    struct runner runner;
    (void)state;
    struct pgy_run *run = ask(&runner, PGY_VERB_DESCRIBE);
    const struct pgy_declaration *d = &pgy_run_result(run)->declaration;
    assert_int_equal(d->major, 0);
    assert_int_equal(d->minor, 1);
    assert_int_equal(d->nkeys, 3);
    assert_string_equal(d->keys[0].fallback, "7");
    assert_int_equal(d->keys[0].max, 30);
    assert_string_equal(d->keys[1].name, "rate_*");
    assert_string_equal(d->keys[2].journal, "thing");
    assert_string_equal(d->kinds[0].help, "A thing.");
    assert_string_equal(d->reports[0].name, "things");
    pgy_run_free(&run);
    runner_close(&runner);
}

static void test_plan(void **state)
{
    struct runner runner;
    (void)state;
    struct pgy_run *run = ask(&runner, PGY_VERB_PLAN);
    const struct pgy_item *item = find_item(pgy_run_result(run), "frozen01/rule@4");
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

static void test_check_and_report(void **state)
{
    struct runner runner;
    (void)state;
    struct pgy_run *run = ask(&runner, PGY_VERB_CHECK);
    assert_int_equal(pgy_run_result(run)->nproblems, 1);
    assert_string_equal(pgy_run_result(run)->problems[0].message, "is few");
    pgy_run_free(&run);
    runner_close(&runner);
    run = ask(&runner, PGY_VERB_REPORT);
    assert_int_equal(pgy_run_result(run)->nparts, 1);
    assert_string_equal(pgy_run_result(run)->parts[0].text, "things");
    pgy_run_free(&run);
    runner_close(&runner);
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
