/* SPDX-License-Identifier: BSD-2-Clause */
/* What is due, fired once, and gathered for a digest, on a real database. Other state is
 * test_store.c's. */
#include "store_fixture.h"

/* ---- due and fired ---- */

/* A later step of one item and target says it all: by its instant, of two at one instant by its
 * name, and not before it is due. */
static void test_due_later(void **state)
{
    struct fixture *f = *state;
    struct pgy_due list[] = {due_of("a", "t", "-3d", 100), due_of("a", "t", "-1d", 200),
                             due_of("a", "t", "0d", 200), due_of("a", "u", "-3d", 300),
                             due_of("b", "t", "-3d", 300)};
    assert_int_equal(pgy_store_due_replace(f->store, "me", list, 5, 0), 0);
    assert_int_equal(pgy_store_due_later(f->store, "me", &list[0], 199), 0);
    assert_int_equal(pgy_store_due_later(f->store, "me", &list[0], 200), 1);
    assert_int_equal(pgy_store_due_later(f->store, "me", &list[1], 200), 1);
    assert_int_equal(pgy_store_due_later(f->store, "me", &list[2], 900), 0);
    assert_int_equal(pgy_store_due_later(f->store, "you", &list[0], 900), 0);
}

static void test_due(void **state)
{
    struct fixture *f = *state;
    struct pgy_due list[] = {due_of("b", "t", "-3d", 300), due_of("a", "t", "-7d", 200),
                             due_of("a", "t", "-7d", 999)},
                   *got;
    const char **profiles;
    size_t n;
    int64_t at;
    assert_int_equal(pgy_store_next_due(f->store, INT64_MIN, &at), 0);
    assert_true(at == INT64_MAX);
    assert_int_equal(pgy_store_due_replace(f->store, "me", list, 3, 0), 0);
    assert_int_equal(number(f, "SELECT count(*) FROM due"), 2); /* one key, one row */
    assert_int_equal(pgy_store_next_due(f->store, INT64_MIN, &at), 0);
    assert_in_range(at, 200, 999);
    assert_int_equal(pgy_store_due_replace(f->store, "me", list, 2, 0), 0);
    assert_int_equal(pgy_store_due(f->store, 199, 0, 9, f->arena, &got, &profiles, &n), 0);
    assert_int_equal(n, 0);
    assert_int_equal(pgy_store_due(f->store, 300, 0, 9, f->arena, &got, &profiles, &n), 0);
    assert_int_equal(n, 2);
    assert_string_equal(got[0].item, "a");
    assert_int_equal(got[0].expires, 700);
    assert_int_equal(got[0].kind, 3);
    assert_string_equal(got[0].discreet, "an offer answer is due");
    assert_string_equal(profiles[1], "me");
    /* Behind the first, and after the second. */
    assert_int_equal(pgy_store_due(f->store, 300, 1, 9, f->arena, &got, &profiles, &n), 0);
    assert_int_equal(n, 1);
    assert_string_equal(got[0].item, "b");
    assert_int_equal(pgy_store_next_due(f->store, 200, &at), 0);
    assert_int_equal(at, 300);
    /* The same list again writes nothing; one moved step writes itself alone. */
    int64_t before = sqlite3_total_changes64(f->store->db);
    assert_int_equal(pgy_store_due_replace(f->store, "me", list, 2, 0), 0);
    assert_int_equal(sqlite3_total_changes64(f->store->db) - before, 0);
    list[0].at = 301;
    assert_int_equal(pgy_store_due_replace(f->store, "me", list, 2, 0), 0);
    assert_in_range(sqlite3_total_changes64(f->store->db) - before, 1, 2);
    assert_int_equal(number(f, "SELECT at FROM due WHERE item = 'b'"), 301);
    assert_int_equal(pgy_store_due_replace(f->store, "other", list, 1, 0), 0);
    assert_int_equal(pgy_store_due_replace(f->store, "me", NULL, 0, 0), 0);
    assert_int_equal(number(f, "SELECT count(*) FROM due"), 1);
}

/* Of what should have rung already, what was planned before stays, and what nobody had planned is
 * left out; a brief is no item's step. */
static void test_past_steps_are_nobodys(void **state)
{
    struct fixture *f = *state;
    struct pgy_due list[] = {due_of("a", "t", "-3d", 100), due_of("a", "t", "-7d", 50),
                             due_of("", "t", "brief", 50), due_of("a", "t", "-1d", 200)};
    assert_int_equal(pgy_store_due_replace(f->store, "me", list, 1, 90), 0);
    assert_int_equal(pgy_store_due_replace(f->store, "me", list, 4, 200), 0);
    assert_int_equal(number(f, "SELECT count(*) FROM due"), 3);
    assert_int_equal(number(f, "SELECT count(*) FROM due WHERE step = '-7d'"), 0);
}

static void test_fire_once(void **state)
{
    struct fixture *f = *state;
    struct pgy_due due = due_of("a", "2026-11-26", "-7d", 200),
                   moved = due_of("a", "2026-12-03", "-7d", 800);
    int64_t first;
    assert_int_equal(pgy_store_due_replace(f->store, "me", &due, 1, 0), 0);
    assert_int_equal(pgy_store_fire(f->store, "me", &due, 201), 0);
    assert_int_equal(number(f, "SELECT count(*) FROM due"), 0);
    assert_int_equal(pgy_store_fire(f->store, "me", &due, 202), PGY_EEXISTS);
    assert_int_equal(number(f, "SELECT at FROM fired"), 201);
    assert_int_equal(pgy_store_fired(f->store, "me", "a", "2026-11-26", "-7d"), 1);
    assert_int_equal(pgy_store_fired(f->store, "you", "a", "2026-11-26", "-7d"), 0);
    /* a moved target is a new key */
    assert_int_equal(pgy_store_fired(f->store, "me", "a", "2026-12-03", "-7d"), 0);
    assert_int_equal(pgy_store_due_replace(f->store, "me", &moved, 1, 0), 0);
    assert_int_equal(pgy_store_seen(f->store, "me", "a", "2026-11-26", 100, &first), 0);
    assert_int_equal(first, 100);
    assert_int_equal(pgy_store_seen(f->store, "me", "a", "2026-11-26", 900, &first), 0);
    assert_int_equal(first, 100);
    assert_int_equal(pgy_store_seen(f->store, "me", "a", "2026-12-03", -900, &first), 0);
    assert_int_equal(first, -900);
    /* Another person's item of that name is another's. */
    assert_int_equal(pgy_store_seen(f->store, "you", "a", "2026-11-26", 50, &first), 0);
    assert_int_equal(first, 50);
    assert_int_equal(pgy_store_seen(f->store, "me", "a", "2026-11-26", 1001, &first), 0);
    assert_int_equal(first, 100);
}

/* ---- transactions ---- */

/* Gathered in the transaction of the key, said in the transaction of the message: both or
 * neither. */
static void test_gathered(void **state)
{
    struct fixture *f = *state;
    struct pgy_due first = due_of("offers/x", "2026-11-26", "-7d", 5),
                   second = due_of("offers/x", "2026-11-26", "-5d", 6),
                   other = due_of("offers/y", "2026-11-26", "-7d", 4);
    const struct pgy_gathered waiting = {.due = other, .endpoint = "", .leaves = 102};
    struct pgy_gathered *rows;
    const char **profiles;
    int64_t at;
    size_t n;
    assert_int_equal(pgy_store_begin(f->store), 0);
    assert_int_equal(pgy_store_fire(f->store, "me", &first, 7), 0);
    assert_int_equal(
        pgy_store_gather(f->store, "me", &(struct pgy_gathered){.due = first, .leaves = 100}), 0);
    pgy_store_rollback(f->store);
    assert_int_equal(pgy_store_gathered(f->store, "me", f->arena, &rows, &n), 0);
    assert_int_equal(n, 0);
    assert_int_equal(
        pgy_store_gather(f->store, "me", &(struct pgy_gathered){.due = first, .leaves = 100}), 0);
    assert_int_equal(
        pgy_store_gather(f->store, "me", &(struct pgy_gathered){.due = second, .leaves = 101}), 0);
    assert_int_equal(pgy_store_gather(f->store, "me", &waiting), 0);
    assert_int_equal(
        pgy_store_gather(f->store, "you", &(struct pgy_gathered){.due = first, .leaves = 99}), 0);
    reopen(f);
    assert_int_equal(pgy_store_gathered(f->store, "me", f->arena, &rows, &n), 0);
    assert_int_equal(n, 3);
    assert_string_equal(rows[0].due.item, "offers/y"); /* due at 4 */
    assert_string_equal(rows[1].due.step, "-7d");
    assert_string_equal(rows[1].due.title, "Answer");
    assert_string_equal(rows[1].due.discreet, "an offer answer is due");
    assert_int_equal(rows[1].leaves, 100);

    assert_int_equal(pgy_store_next_digest(f->store, INT64_MIN, &at), 0);
    assert_int_equal(at, 99);
    assert_int_equal(pgy_store_gathered_ready(f->store, 98, 0, 10, f->arena, &profiles, &n), 0);
    assert_int_equal(n, 0);
    assert_int_equal(pgy_store_gathered_ready(f->store, 100, 0, 10, f->arena, &profiles, &n), 0);
    assert_int_equal(n, 2);
    assert_string_equal(profiles[0], "you");
    assert_int_equal(pgy_store_gathered_said(f->store, "me", 100), 0);
    assert_int_equal(pgy_store_gathered(f->store, "me", f->arena, &rows, &n), 0);
    assert_int_equal(n, 2);
    assert_int_equal(pgy_store_gathered_move(f->store, "me", &waiting, 50), 0);
    assert_int_equal(pgy_store_next_digest(f->store, INT64_MIN, &at), 0);
    assert_int_equal(at, 50);
    assert_int_equal(pgy_store_gathered_move(f->store, "me", NULL, INT64_MAX), 0);
    assert_int_equal(pgy_store_next_digest(f->store, INT64_MIN, &at), 0);
    assert_int_equal(at, 99);
    /* another target */
    assert_int_equal(pgy_store_gathered_drop(f->store, "me", "offers/x", "2026-11-25"), 0);
    assert_int_equal(pgy_store_gathered_drop(f->store, "me", "offers/x", "2026-11-26"), 0);
    assert_int_equal(pgy_store_rename(f->store, "me", "offers/y", "offers/z"), 0);
    assert_int_equal(pgy_store_gathered(f->store, "me", f->arena, &rows, &n), 0);
    assert_int_equal(n, 1);
    assert_string_equal(rows[0].due.item, "offers/z");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        TEST(test_due),       TEST(test_past_steps_are_nobodys),
        TEST(test_due_later), TEST(test_fire_once),
        TEST(test_gathered),
    };
    return cmocka_run_group_tests_name("store due", tests, NULL, NULL);
}
