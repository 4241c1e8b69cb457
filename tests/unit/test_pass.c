/* SPDX-License-Identifier: BSD-2-Clause */
/* Passes that start no worker: who waits for the descriptor must hear that they are over. */
#include "config_fixture.h"

#include "plan/pass.h"

#include <poll.h>

static void assert_over(struct fixture *f, enum pgy_worker_verb verb, size_t results)
{
    struct pgy_journal journal = {.arena = f->arena};
    struct pgy_data_set data = {.arena = f->arena};
    struct pgy_pass_input input = {.verb = verb, .schema = f->schema, .config = f->config, .journal = &journal, .data = &data,
                                   .today = 20779, .started = 20779, .deadline_ms = 5000};
    struct pgy_pass *pass = pgy_pass_start(&input);
    struct pollfd p = {.fd = pgy_pass_fd(pass), .events = POLLIN};
    assert_int_equal(poll(&p, 1, 0), 1);
    assert_true(pgy_pass_step(pass));
    pgy_pass_wait(pass);
    assert_int_equal(pgy_pass_count(pass), results);
    for (size_t i = 0; i < results; i++)
        assert_int_equal(pgy_pass_result(pass, i)->rc, PGY_EREFUSED);
    pgy_pass_free(&pass);
    assert_null(pass);
}

/* Neither of the fixture's plugins has a check. */
static void test_nobody_to_ask(void **state)
{
    struct fixture *f = *state;
    assert_int_equal(parse(f, PERSON), 0);
    assert_over(f, PGY_VERB_CHECK, 0);
}

/* The only plugin could not even be described. */
static void test_all_failed(void **state)
{
    static const struct pgy_declaration broken = {.plugin = "broken", .listed = true, .failed = "cannot be opened"};
    struct fixture *f = *state;
    fixture_clear(f);
    fixture_init(f, &broken, 1);
    (void)parse(f, PERSON);
    assert_over(f, PGY_VERB_PLAN, 1);
    assert_over(f, PGY_VERB_CHECK, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_nobody_to_ask, setup, teardown),
        cmocka_unit_test_setup_teardown(test_all_failed, setup, teardown),
    };
    return cmocka_run_group_tests_name("pass", tests, NULL, NULL);
}
