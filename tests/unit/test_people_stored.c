/* SPDX-License-Identifier: BSD-2-Clause */
/* The people desk: what of a plan goes into the store, and what stands there already. Beside the
 * build's programs, as test_people.c, which has the rest. */
#include "core/people_fixture.h"

static int fired(struct room *r, const char *item)
{
    return pgy_store_fired(r->store, "ada", item, "2027-01-02", "-7d");
}

/* milestones/license-apply was licence-apply before 0.2: a reminder that fired of it fired. What
 * did not reach the disk is followed again. */
static void renamed_ids_are_followed_until_it_is_written(void **state)
{
    struct room *r = *state;
    const struct pgy_due due = {
        .item = "milestones/licence-apply", .target = "2027-01-02", .step = "-7d"};
    begin(r, PERSON_OF("ada"));
    assert_int_equal(pgy_store_fire(r->store, "ada", &due, noon), 0);
    r->break_with = PGY_EBUSY;
    work(r);
    assert_int_equal(fired(r, "milestones/licence-apply"), 1);
    assert_int_equal(fired(r, "milestones/license-apply"), 0);
    r->break_with = 0;
    core_people_plan(r->people, person(r, "ada"), 0, NULL);
    work(r);
    assert_int_equal(r->plans, 2);
    assert_int_equal(fired(r, "milestones/licence-apply"), 0);
    assert_int_equal(fired(r, "milestones/license-apply"), 1);
}

/* When the plan of milestones was stored. */
static int64_t stored_at(struct room *r)
{
    const char *version;
    const void *frames;
    uint64_t inputs;
    size_t len;
    int64_t when = 0;
    assert_int_equal(pgy_store_batch_get(r->store, "ada", "milestones", r->arena, &version, &inputs,
                                         &frames, &len, &when),
                     0);
    return when;
}

/* The same plan an hour later is not written again; one from another file is, whatever it says. */
static void an_unchanged_plan_is_not_written(void **state)
{
    struct room *r = *state;
    begin(r, PERSON_OF("ada"));
    work(r);
    assert_int_equal(stored_at(r), noon);
    fake_clock_go(3600);
    core_people_plan(r->people, person(r, "ada"), 0, NULL);
    work(r);
    assert_int_equal(r->plans, 2);
    assert_int_equal(stored_at(r), noon);
    put_main(r, PERSON_OF("ada") "# nothing is planned by this line\n");
    core_people_reload(r->people);
    work(r);
    assert_int_equal(stored_at(r), noon + 3600);
}

int main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, room_setup, room_teardown)
    const struct CMUnitTest tests[] = {
        CASE(renamed_ids_are_followed_until_it_is_written),
        CASE(an_unchanged_plan_is_not_written),
    };
    return cmocka_run_group_tests_name("people, stored", tests, NULL, NULL);
}
