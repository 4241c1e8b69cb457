/* SPDX-License-Identifier: BSD-2-Clause */
/* The state as its header promises it, on a real database. The outbox is test_outbox.c's, what is
 * due test_store_due.c's, faults test_store_faults.c's. */
#include "store_fixture.h"

/* ---- profiles ---- */

static void test_profiles(void **state)
{
    struct fixture *f = *state;
    const struct pgy_stored_profile three[] = {
        {"c", "c.ini", 300}, {"a", "a.ini", INT64_MAX}, {"b", "b.ini", 100}};
    const char **ids;
    size_t n;
    int64_t wake;
    assert_int_equal(pgy_store_next_wake(f->store, &wake), 0);
    assert_true(wake == INT64_MAX);
    for (size_t i = 0; i < 3; i++)
        assert_int_equal(pgy_store_profile_put(f->store, &three[i]), 0);
    assert_int_equal(pgy_store_next_wake(f->store, &wake), 0);
    assert_int_equal(wake, 100);
    assert_int_equal(pgy_store_profiles_due(f->store, 99, 9, f->arena, &ids, &n), 0);
    assert_int_equal(n, 0);
    assert_int_equal(pgy_store_profiles_due(f->store, 300, 9, f->arena, &ids, &n), 0);
    assert_int_equal(n, 2);
    assert_string_equal(ids[0], "b");
    assert_string_equal(ids[1], "c");
    assert_int_equal(pgy_store_profiles_due(f->store, 300, 1, f->arena, &ids, &n), 0);
    assert_int_equal(n, 1);
    assert_int_equal(pgy_store_profile_wake(f->store, "b", INT64_MAX), 0);
    assert_int_equal(pgy_store_profile_wake(f->store, "nobody", 1), PGY_ENOTFOUND);
    struct pgy_stored_profile *list;
    assert_int_equal(pgy_store_profiles(f->store, f->arena, &list, &n), 0);
    assert_int_equal(n, 3);
    assert_string_equal(list[1].id, "b");
    assert_true(list[1].next_wake == INT64_MAX);
}

/* One row of everything for a profile. */
static void fill(struct fixture *f, const char *profile, const char *message)
{
    int64_t n;
    struct pgy_happening what = {.on = 1,
                                 .kind = "contact",
                                 .subject = "alvarez",
                                 .keys = {"a"},
                                 .values = {"b"},
                                 .nargs = 1};
    struct pgy_revision revision = {.id = "offers/x", .cancelled = PGY_NO_DAY};
    struct pgy_revisions revisions = {.list = &revision, .n = 1};
    struct pgy_due due = due_of("offers/x", "2026-11-26", "-7d", 5),
                   fired = due_of("offers/x", "2026-11-26", "-9d", 5);
    struct pgy_outbox_row row = row_of(profile, "phone", message, 5);
    assert_int_equal(pgy_store_profile_put(f->store, &(struct pgy_stored_profile){profile, "f", 1}),
                     0);
    assert_int_equal(pgy_store_accepted_put(f->store, profile, "f", "text", 4, 1), 0);
    assert_int_equal(pgy_store_journal_add(f->store, profile, &what, &n), 0);
    assert_int_equal(pgy_store_batch_put(f->store, profile, "offers", "1", 7, "xy", 2, 1), 0);
    assert_int_equal(pgy_store_revisions_put(f->store, profile, &revisions), 0);
    assert_int_equal(pgy_store_due_replace(f->store, profile, &due, 1, 0), 0);
    assert_int_equal(pgy_store_fire(f->store, profile, &fired, 1), 0);
    assert_int_equal(
        pgy_store_gather(f->store, profile, &(struct pgy_gathered){.due = fired, .leaves = 9}), 0);
    assert_int_equal(pgy_store_seen(f->store, profile, "offers/x", "2026-11-26", 1, &n), 0);
    assert_int_equal(pgy_store_show(f->store, profile, "offers/x", 20783), 0);
    assert_int_equal(pgy_store_outbox_add(f->store, &row, &n), 0);
    assert_int_equal(pgy_store_endpoint_put(
                         f->store, &(struct pgy_endpoint){.profile = profile, .endpoint = "phone"}),
                     0);
    assert_int_equal(pgy_store_subscription_put(
                         f->store,
                         &(struct pgy_subscription){
                             .profile = profile, .name = "n", .feed = "all", .style = "generic"}),
                     0);
}

/* Counts, over the tables SQLite itself lists with a profile column, the rows of a profile: the
 * store's own list is not trusted. */
static int64_t rows_of(struct fixture *f, const char *profile, bool *every_table)
{
    sqlite3_stmt *tables, *count;
    int64_t sum = 0;
    *every_table = true;
    assert_int_equal(
        sqlite3_prepare_v2(
            f->store->db,
            "SELECT m.name FROM sqlite_schema m, pragma_table_info(m.name) c WHERE m.type = 'table'"
            " AND c.name = 'profile'",
            -1, &tables, NULL),
        SQLITE_OK);
    while (sqlite3_step(tables) == SQLITE_ROW) {
        char sql[128];
        snprintf(sql, sizeof sql, "SELECT count(*) FROM %s WHERE profile = ?1",
                 (const char *)sqlite3_column_text(tables, 0));
        assert_int_equal(sqlite3_prepare_v2(f->store->db, sql, -1, &count, NULL), SQLITE_OK);
        sqlite3_bind_text(count, 1, profile, -1, SQLITE_STATIC);
        assert_int_equal(sqlite3_step(count), SQLITE_ROW);
        int64_t n = sqlite3_column_int64(count, 0);
        if (n == 0)
            *every_table = false;
        sum += n;
        sqlite3_finalize(count);
    }
    sqlite3_finalize(tables);
    return sum;
}

static void test_profile_remove(void **state)
{
    struct fixture *f = *state;
    bool every;
    fill(f, "me", "m1");
    fill(f, "other", "m2");
    int64_t before = rows_of(f, "other", &every);
    rows_of(f, "me", &every);
    assert_true(every);
    assert_int_equal(pgy_store_profile_remove(f->store, "me"), 0);
    assert_int_equal(rows_of(f, "me", &every), 0);
    assert_int_equal(number(f, "SELECT count(*) FROM profiles WHERE id = 'me'"), 0);
    assert_int_equal(number(f, "SELECT count(*) FROM accepted WHERE key = 'me'"), 0);
    assert_int_equal(rows_of(f, "other", &every), before);
}

static void test_accepted(void **state)
{
    struct fixture *f = *state;
    const char *file, *text;
    size_t len;
    int64_t when;
    assert_int_equal(pgy_store_accepted_get(f->store, "", f->arena, &file, &text, &len, &when),
                     PGY_ENOTFOUND);
    assert_int_equal(pgy_store_accepted_put(f->store, "", "old.ini", "old", 3, 1), 0);
    assert_int_equal(pgy_store_accepted_put(f->store, "", "pgyd.ini", "a\0b", 3, 42), 0);
    assert_int_equal(pgy_store_accepted_put(f->store, "empty", "e.ini", "", 0, 43), 0);
    reopen(f);
    assert_int_equal(pgy_store_accepted_get(f->store, "", f->arena, &file, &text, &len, &when), 0);
    assert_string_equal(file, "pgyd.ini");
    assert_int_equal(len, 3);
    assert_memory_equal(text, "a\0b", 4);
    assert_int_equal(when, 42);
    assert_int_equal(pgy_store_accepted_get(f->store, "empty", f->arena, &file, &text, &len, &when),
                     0);
    assert_int_equal(len, 0);
}

/* ---- journal ---- */

static int64_t log_one(struct fixture *f, const char *profile, pgy_day on, const char *kind,
                       const char *subject)
{
    int64_t n = 0;
    struct pgy_happening what = {.on = on, .logged = 1000, .kind = kind, .subject = subject};
    assert_int_equal(pgy_store_journal_add(f->store, profile, &what, &n), 0);
    return n;
}

static void test_journal_order(void **state)
{
    struct fixture *f = *state;
    struct pgy_journal journal = {.arena = f->arena};
    struct pgy_happening hours = {.on = 20000,
                                  .logged = 77,
                                  .kind = "hours",
                                  .keys = {"clinical", "events"},
                                  .values = {"62", "3"},
                                  .nargs = 2};
    int64_t n;
    assert_int_equal(log_one(f, "me", 20001, "contact", "alvarez"), 1);
    assert_int_equal(pgy_store_journal_add(f->store, "me", &hours, &n), 0);
    assert_int_equal(n, 2);
    assert_int_equal(log_one(f, "other", 1, "contact", "kim"), 1);
    assert_int_equal(log_one(f, "me", 20000, "habit", "coffee"), 3);
    assert_int_equal(pgy_store_journal(f->store, "me", &journal), 0);
    assert_int_equal(journal.n, 3);
    /* by day, then number: 2 (20000), 3 (20000), 1 (20001) */
    assert_int_equal(journal.list[0].number, 2);
    assert_int_equal(journal.list[1].number, 3);
    assert_int_equal(journal.list[2].number, 1);
    assert_int_equal(journal.list[0].nargs, 2);
    assert_string_equal(journal.list[0].keys[1], "events");
    assert_string_equal(journal.list[0].values[0], "62");
    assert_string_equal(journal.list[0].subject, "");
    assert_int_equal(journal.list[1].nargs, 0);
    assert_string_equal(journal.list[2].subject, "alvarez");
}

static void test_journal_undo(void **state)
{
    struct fixture *f = *state;
    struct pgy_journal journal = {.arena = f->arena};
    struct pgy_happening undo = {
        .on = 5, .kind = "undo", .subject = "", .event = "", .reverses = 1};
    int64_t n = -1;
    assert_int_equal(pgy_store_journal_add(f->store, "me", &undo, &n), PGY_ENOTFOUND);
    assert_int_equal(n, -1);
    log_one(f, "me", 5, "contact", "alvarez");
    assert_int_equal(pgy_store_journal_add(f->store, "me", &undo, &n), 0);
    assert_int_equal(n, 2);
    assert_int_equal(pgy_store_journal_add(f->store, "me", &undo, &n), PGY_EEXISTS);
    undo.reverses = 2;
    assert_int_equal(pgy_store_journal_add(f->store, "me", &undo, &n), PGY_EREFUSED);
    assert_non_null(strstr(pgy_store_error(f->store), "undo"));
    assert_int_equal(pgy_store_journal(f->store, "me", &journal), 0);
    assert_int_equal(journal.n, 2); /* the refused ones left nothing */
    assert_true(journal.list[0].reversed);
    assert_int_equal(journal.list[1].reverses, 1);
    assert_false(journal.list[1].reversed);
}

static void test_journal_move(void **state)
{
    struct fixture *f = *state;
    struct pgy_journal journal = {.arena = f->arena};
    const char *const before[] = {"mercy", "mercy@2", "mercy2", "mercyA", "mercy-north", "xmercy"};
    const char *const after[] = {"grace", "grace@2", "mercy2", "mercyA", "mercy-north", "xmercy"};
    int64_t moved;
    for (size_t i = 0; i < 6; i++)
        log_one(f, "me", 1, "offer", before[i]);
    log_one(f, "other", 1, "offer", "mercy");
    assert_int_equal(pgy_store_journal_move(f->store, "me", "mercy", "grace", &moved), 0);
    assert_int_equal(moved, 2);
    assert_int_equal(pgy_store_journal(f->store, "me", &journal), 0);
    for (size_t i = 0; i < 6; i++)
        assert_string_equal(journal.list[i].subject, after[i]);
    assert_int_equal(
        number(f, "SELECT count(*) FROM journal WHERE profile = 'other' AND subject = 'mercy'"), 1);
}

/* ---- plans ---- */

static void test_batches(void **state)
{
    struct fixture *f = *state;
    const char *version;
    const void *frames;
    uint64_t inputs;
    size_t len;
    int64_t when;
    assert_int_equal(pgy_store_batch_get(f->store, "me", "offers", f->arena, &version, &inputs,
                                         &frames, &len, &when),
                     PGY_ENOTFOUND);
    assert_int_equal(pgy_store_batch_put(f->store, "me", "offers", "1.2", 5, "abc", 3, 9), 0);
    assert_int_equal(
        pgy_store_batch_put(f->store, "me", "offers", "1.3", UINT64_MAX - 1, "\0\1\2\3", 4, 10), 0);
    assert_int_equal(pgy_store_batch_get(f->store, "me", "offers", f->arena, &version, &inputs,
                                         &frames, &len, &when),
                     0);
    assert_string_equal(version, "1.3");
    assert_true(inputs == UINT64_MAX - 1);
    assert_int_equal(len, 4);
    assert_memory_equal(frames, "\0\1\2\3", 4);
    assert_int_equal(when, 10);
}

static void test_revisions(void **state)
{
    struct fixture *f = *state;
    struct pgy_revision two[] = {
        {.id = "b/x@2",
         .hash = UINT64_C(0xfedcba9876543210),
         .sequence = 4,
         .revised = 100,
         .created = 50,
         .cancelled = PGY_NO_DAY},
        {.id = "a/y",
         .hash = 1,
         .sequence = 2147483640,
         .revised = 100,
         .created = 50,
         .cancelled = 20000},
    };
    struct pgy_revisions put = {.list = two, .n = 2}, got = {.arena = f->arena};
    assert_int_equal(pgy_store_revisions_put(f->store, "me", &put), 0);
    assert_int_equal(pgy_store_revisions(f->store, "me", &got), 0);
    assert_int_equal(got.n, 2);
    assert_string_equal(got.list[0].id, "a/y");
    assert_int_equal(got.list[0].cancelled, 20000);
    assert_int_equal(got.list[0].sequence, 2147483640);
    assert_true(got.list[1].hash == UINT64_C(0xfedcba9876543210));
    assert_int_equal(got.list[1].sequence, 4);
    assert_int_equal(got.list[1].cancelled, PGY_NO_DAY);
    assert_int_equal(got.list[1].created, 50);
}

static void test_rename(void **state)
{
    struct fixture *f = *state;
    struct pgy_revision r[] = {{.id = "offers/old", .sequence = 1, .cancelled = PGY_NO_DAY},
                               {.id = "offers/old@3", .sequence = 3, .cancelled = PGY_NO_DAY},
                               {.id = "offers/older", .sequence = 9, .cancelled = PGY_NO_DAY},
                               {.id = "offers/new", .sequence = 7, .cancelled = PGY_NO_DAY}};
    struct pgy_revisions put = {.list = r, .n = 4}, got = {.arena = f->arena};
    struct pgy_due fired = due_of("offers/old@3", "2026-11-26", "-7d", 1);
    log_one(f, "me", 1, "done", "offers/old@3");
    assert_int_equal(pgy_store_revisions_put(f->store, "me", &put), 0);
    assert_int_equal(pgy_store_fire(f->store, "me", &fired, 1), 0);
    assert_int_equal(pgy_store_rename(f->store, "me", "offers/old", "offers/new"), 0);
    assert_int_equal(pgy_store_revisions(f->store, "me", &got), 0);
    assert_int_equal(got.n, 3);
    assert_string_equal(got.list[0].id, "offers/new");
    assert_int_equal(got.list[0].sequence, 7); /* what had the name stays */
    assert_string_equal(got.list[1].id, "offers/new@3");
    assert_int_equal(got.list[1].sequence, 3);
    assert_string_equal(got.list[2].id, "offers/older");
    assert_int_equal(pgy_store_fired(f->store, "me", "offers/new@3", "2026-11-26", "-7d"), 1);
    assert_int_equal(pgy_store_fired(f->store, "me", "offers/old@3", "2026-11-26", "-7d"), 0);
    assert_int_equal(number(f, "SELECT count(*) FROM journal WHERE subject = 'offers/new@3'"), 1);
}

static void test_transactions(void **state)
{
    struct fixture *f = *state;
    struct pgy_outbox_row row = row_of("me", "phone", "m1", 5);
    struct pgy_due due = due_of("a", "t", "s", 5);
    int64_t id;
    /* Rolled back: nothing of it, never to be sent. */
    assert_int_equal(pgy_store_begin(f->store), 0);
    assert_int_equal(pgy_store_fire(f->store, "me", &due, 5), 0);
    assert_int_equal(pgy_store_outbox_add(f->store, &row, &id), 0);
    pgy_store_rollback(f->store);
    assert_int_equal(
        number(f, "SELECT (SELECT count(*) FROM fired) + (SELECT count(*) FROM outbox)"), 0);
    /* A refused call inside leaves the rest alone. */
    assert_int_equal(pgy_store_begin(f->store), 0);
    assert_int_equal(pgy_store_fire(f->store, "me", &due, 5), 0);
    assert_int_equal(pgy_store_outbox_add(f->store, &row, &id), 0);
    assert_int_equal(pgy_store_outbox_add(f->store, &row, &id), PGY_EEXISTS);
    assert_int_equal(pgy_store_fire(f->store, "me", &due, 6), PGY_EEXISTS);
    assert_int_equal(pgy_store_commit(f->store), 0);
    reopen(f);
    assert_int_equal(number(f, "SELECT count(*) FROM fired"), 1);
    assert_int_equal(number(f, "SELECT count(*) FROM outbox"), 1);
    assert_int_equal(pgy_store_commit(f->store), PGY_EINVAL);
    pgy_store_rollback(f->store); /* nothing open: nothing happens */
    /* What is incomplete is refused: STRICT tables, NOT NULL. */
    struct pgy_outbox_row bad = row_of("me", NULL, "m2", 5);
    assert_int_equal(pgy_store_outbox_add(f->store, &bad, &id), PGY_EINVAL);
}

/* ---- links and facts ---- */

static void test_links(void **state)
{
    struct fixture *f = *state;
    struct pgy_subscription *list;
    struct pgy_endpoint endpoint;
    size_t n;
    struct pgy_subscription phone = {.profile = "me",
                                     .name = "phone",
                                     .feed = "all",
                                     .style = "generic",
                                     .generation = 3,
                                     .created = 7};
    assert_int_equal(pgy_store_subscription_put(f->store, &phone), 0);
    assert_int_equal(pgy_store_subscription_fetched(f->store, "me", "phone", 99, "Calendar/1"), 0);
    assert_int_equal(pgy_store_subscription_fetched(f->store, "me", "phone", 98, "Calendar/2"), 0);
    assert_int_equal(pgy_store_subscription_fetched(f->store, "me", "tablet", 99, "x"),
                     PGY_ENOTFOUND);
    assert_int_equal(pgy_store_subscriptions(f->store, "you", f->arena, &list, &n), 0);
    assert_int_equal(n, 0);
    assert_int_equal(pgy_store_subscriptions(f->store, NULL, f->arena, &list, &n), 0);
    assert_int_equal(n, 1);
    assert_int_equal(list[0].generation, 3);
    assert_int_equal(list[0].last_fetch, 99);
    assert_string_equal(list[0].last_client, "Calendar/2");
    assert_int_equal(pgy_store_endpoint_get(f->store, "me", "phone", f->arena, &endpoint), 0);
    assert_int_equal(endpoint.failures, 0);
    assert_null(endpoint.reason);
    endpoint.failures = 5;
    endpoint.paused_until = INT64_MAX;
    endpoint.reason = "410";
    assert_int_equal(pgy_store_endpoint_put(f->store, &endpoint), 0);
    assert_int_equal(pgy_store_endpoint_get(f->store, "me", "phone", f->arena, &endpoint), 0);
    assert_true(endpoint.paused_until == INT64_MAX);
    assert_string_equal(endpoint.reason, "410");
}

static void test_backup(void **state)
{
    struct fixture *f = *state;
    char path[128], command[200];
    struct stat st;
    const char *why;
    fill(f, "me", "m1");
    snprintf(path, sizeof path, "%s/copy/pgyd.db", f->dir);
    assert_int_equal(pgy_store_backup(f->store, path), -ENOENT);
    snprintf(command, sizeof command, "mkdir %s/copy", f->dir);
    assert_int_equal(system(command), 0);
    assert_int_equal(pgy_store_begin(f->store), 0);
    assert_int_equal(pgy_store_backup(f->store, path), PGY_EBUSY);
    pgy_store_rollback(f->store);
    assert_int_equal(pgy_store_backup(f->store, path), 0);
    assert_int_equal(stat(path, &st), 0);
    assert_int_equal(st.st_mode & 0777, 0600);
    assert_int_equal(pgy_store_backup(f->store, path), PGY_EEXISTS);
    pgy_store_close(&f->store);
    /* The copy is a whole database, readable in its own directory. */
    snprintf(path, sizeof path, "%s/copy", f->dir);
    assert_int_equal(pgy_store_open_read(path, f->arena, &f->store, &why), 0);
    assert_int_equal(number(f, "SELECT count(*) FROM journal_args"), 1);
    assert_int_equal(number(f, "SELECT count(*) FROM outbox"), 1);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        TEST(test_profiles),      TEST(test_profile_remove), TEST(test_accepted),
        TEST(test_journal_order), TEST(test_journal_undo),   TEST(test_journal_move),
        TEST(test_batches),       TEST(test_revisions),      TEST(test_rename),
        TEST(test_transactions),  TEST(test_links),          TEST(test_backup),
    };
    return cmocka_run_group_tests_name("store", tests, NULL, NULL);
}
