/* SPDX-License-Identifier: BSD-2-Clause */
/* A database of another version, or of somebody else: refused, or brought up to date, never half.
 * Damage and full disks are test_store_faults.c's. */
#include "store_faults_fixture.h"

/* ---- other versions ---- */

static void run_sql(const char *path, const char *sql)
{
    sqlite3 *db;
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);
}

static void test_newer(void **state)
{
    struct fixture *f = *state;
    assert_int_equal(open_store(f), 0);
    assert_int_equal(append(f->store, 1), 0);
    pgy_store_close(&f->store);
    run_sql(f->db, "CREATE TABLE future(x); PRAGMA user_version = 5");
    struct pgy_buf before PGY_BUF_CLEANUP = read_file(f->db);
    assert_int_equal(open_store(f), PGY_EVERSION);
    assert_non_null(strstr(f->why, f->db));
    assert_non_null(strstr(f->why, "newer pgyd (schema 5; this one knows 4)"));
    struct pgy_buf after PGY_BUF_CLEANUP = read_file(f->db);
    assert_int_equal(before.len, after.len);
    assert_memory_equal(before.data, after.data, before.len);
}

/* Version 0 kept the journal alone; written out here once more, by hand. */
static const char version0[] =
    "PRAGMA application_id = 1885829476;"
    "CREATE TABLE journal(profile TEXT NOT NULL, number INTEGER NOT NULL, day INTEGER NOT NULL, "
    "logged INTEGER NOT NULL, kind TEXT NOT NULL,"
    " subject TEXT NOT NULL, event TEXT NOT NULL, reverses INTEGER NOT NULL, reversed INTEGER NOT "
    "NULL, PRIMARY KEY(profile, number)) STRICT,"
    " WITHOUT ROWID;"
    "CREATE INDEX journal_order ON journal(profile, day, number);"
    "CREATE INDEX journal_subject ON journal(profile, subject);"
    "CREATE TABLE journal_args(profile TEXT NOT NULL, number INTEGER NOT NULL, place INTEGER NOT "
    "NULL, key TEXT NOT NULL, value TEXT NOT NULL,"
    " PRIMARY KEY(profile, number, place)) STRICT, WITHOUT ROWID;"
    "INSERT INTO journal VALUES('me', 1, 1, 7, 'contact', 'm1', '', 0, 0);";

static void test_migration(void **state)
{
    struct fixture *f = *state;
    struct pgy_journal journal = {.arena = f->arena};
    char copy[128];
    struct stat st;
    snprintf(copy, sizeof copy, "%s.schema0", f->db);
    run_sql(f->db, version0);
    assert_int_equal(open_store(f), 0);
    assert_int_equal(pgy_store_journal(f->store, "me", &journal), 0);
    assert_int_equal(journal.n, 1);
    assert_string_equal(journal.list[0].subject, "m1");
    assert_int_equal(append(f->store, 2), 0); /* every table is there now */
    pgy_store_close(&f->store);
    assert_int_equal(open_store(f), 0);
    pgy_store_close(&f->store);
    /* The old state is kept beside it, as it was. */
    assert_int_equal(stat(copy, &st), 0);
    assert_int_equal(st.st_mode & 0777, 0600);
    sqlite3 *db;
    sqlite3_stmt *stmt;
    assert_int_equal(sqlite3_open(copy, &db), SQLITE_OK);
    assert_int_equal(sqlite3_prepare_v2(db,
                                        "SELECT (SELECT count(*) FROM journal), (SELECT count(*) "
                                        "FROM sqlite_schema WHERE name = 'outbox'),"
                                        " (SELECT user_version FROM pragma_user_version)",
                                        -1, &stmt, NULL),
                     SQLITE_OK);
    assert_int_equal(sqlite3_step(stmt), SQLITE_ROW);
    assert_int_equal(sqlite3_column_int(stmt, 0), 1);
    assert_int_equal(sqlite3_column_int(stmt, 1), 0);
    assert_int_equal(sqlite3_column_int(stmt, 2), 0);
    sqlite3_finalize(stmt);
    sqlite3_close(db);
}

/* What versions 4, 3 and 2 added, taken away again by hand; the rest was the same. */
#define BACK_TO_3                                                                                  \
    "ALTER TABLE due DROP COLUMN stakes; ALTER TABLE outbox DROP COLUMN stakes;"                   \
    "ALTER TABLE profiles DROP COLUMN seen; DROP TABLE shown;"                                     \
    "DROP INDEX gathered_leaves; ALTER TABLE gathered RENAME TO places;"                           \
    "CREATE TABLE gathered(profile TEXT NOT NULL, item TEXT NOT NULL, target TEXT NOT NULL, "      \
    "step TEXT NOT NULL, at INTEGER NOT NULL, expires INTEGER NOT NULL, severity INTEGER NOT "     \
    "NULL, kind INTEGER NOT NULL, plugin TEXT NOT NULL, title TEXT NOT NULL, detail TEXT NOT "     \
    "NULL, discreet TEXT NOT NULL, leaves INTEGER NOT NULL, next TEXT NOT NULL DEFAULT '', "       \
    "PRIMARY KEY(profile, item, target, step)) STRICT, WITHOUT ROWID;"                             \
    "INSERT INTO gathered SELECT profile, item, target, step, at, expires, severity, kind, "       \
    "plugin, title, detail, discreet, leaves, next FROM places; DROP TABLE places;"                \
    "CREATE INDEX gathered_leaves ON gathered(leaves, profile);"
#define BACK_TO_2                                                                                  \
    BACK_TO_3 "ALTER TABLE due DROP COLUMN next; ALTER TABLE gathered DROP COLUMN next;"
static const char back_to_3[] = BACK_TO_3 "PRAGMA user_version = 3";
static const char back_to_2[] = BACK_TO_2 "PRAGMA user_version = 2";
static const char back_to_1[] =
    BACK_TO_2 "DROP INDEX gathered_leaves; DROP TABLE gathered; PRAGMA user_version = 1";

static void test_migration_from_1(void **state)
{
    struct fixture *f = *state;
    struct pgy_gathered row = {.due = {.item = "p/x",
                                       .target = "2026-11-26",
                                       .step = "-7d",
                                       .title = "T"},
                               .leaves = 9},
                        *rows;
    struct stat st;
    char copy[128];
    int64_t at;
    size_t n;
    snprintf(copy, sizeof copy, "%s.schema1", f->db);
    assert_int_equal(open_store(f), 0);
    assert_int_equal(append(f->store, 1), 0);
    pgy_store_close(&f->store);
    run_sql(f->db, back_to_1);
    assert_int_equal(open_store(f), 0);
    assert_int_equal(pgy_store_next_digest(f->store, INT64_MIN, &at), 0);
    assert_int_equal(at, INT64_MAX);
    assert_int_equal(pgy_store_gather(f->store, "me", &row), 0);
    assert_int_equal(pgy_store_fired(f->store, "me", "m1", "2026-11-26", "-7d"), 1);
    pgy_store_close(&f->store);
    assert_int_equal(open_store(f), 0); /* version 2 now: nothing is added twice */
    assert_int_equal(pgy_store_gathered(f->store, "me", f->arena, &rows, &n), 0);
    assert_int_equal(n, 1);
    struct pgy_journal journal = {.arena = f->arena};
    assert_int_equal(pgy_store_journal(f->store, "me", &journal), 0);
    assert_int_equal(journal.n, 1);
    assert_int_equal(stat(copy, &st), 0);
}

/* What was due and gathered before there was a next step is read as without one. */
static void test_migration_from_2(void **state)
{
    struct fixture *f = *state;
    const struct pgy_due due = {.item = "p/x",
                                .target = "2026-11-26",
                                .step = "-7d",
                                .at = 5,
                                .title = "T",
                                .next = "Call"};
    const struct pgy_gathered row = {.due = due, .leaves = 9};
    struct pgy_gathered *rows;
    struct pgy_due *found;
    const char **profiles;
    size_t n;
    assert_int_equal(open_store(f), 0);
    assert_int_equal(pgy_store_due_replace(f->store, "me", &due, 1, 0), 0);
    assert_int_equal(pgy_store_gather(f->store, "me", &row), 0);
    pgy_store_close(&f->store);
    run_sql(f->db, back_to_2);
    assert_int_equal(open_store(f), 0);
    assert_int_equal(pgy_store_due(f->store, 10, 0, 10, f->arena, &found, &profiles, &n), 0);
    assert_int_equal(n, 1);
    assert_string_equal(found[0].title, "T");
    assert_string_equal(found[0].next, "");
    assert_string_equal(profiles[0], "me");
    assert_int_equal(pgy_store_gathered(f->store, "me", f->arena, &rows, &n), 0);
    assert_int_equal(n, 1);
    assert_int_equal(rows[0].leaves, 9);
    assert_string_equal(rows[0].due.next, "");
    assert_int_equal(pgy_store_gather(f->store, "me", &row), 0);
    assert_int_equal(pgy_store_gathered(f->store, "me", f->arena, &rows, &n), 0);
    assert_string_equal(rows[0].due.next, "Call");
}

/* What was gathered for the day's digest is so for every place, since it was due; what an older
 * pgyd told counts as a sign of the person. */
static void test_migration_from_3(void **state)
{
    struct fixture *f = *state;
    const struct pgy_due due = {
        .item = "p/x", .target = "2026-11-26", .step = "-7d", .at = 5, .title = "T"};
    const struct pgy_gathered row = {.due = due, .endpoint = "phone", .since = 8, .leaves = 9};
    const struct pgy_stored_profile me = {.id = "me", .file = "/a"},
                                    you = {.id = "you", .file = ""};
    struct pgy_outbox_row out = {.profile = "me",
                                 .endpoint = "phone",
                                 .message = "m",
                                 .type = "test",
                                 .payload = "{}",
                                 .created = 77};
    struct pgy_gathered *rows;
    int64_t id, when;
    size_t n;
    assert_int_equal(open_store(f), 0);
    assert_int_equal(pgy_store_profile_put(f->store, &me), 0);
    assert_int_equal(pgy_store_profile_put(f->store, &you), 0);
    assert_int_equal(pgy_store_gather(f->store, "me", &row), 0);
    assert_int_equal(pgy_store_outbox_add(f->store, &out, &id), 0);
    pgy_store_close(&f->store);
    run_sql(f->db, back_to_3);
    assert_int_equal(open_store(f), 0);
    assert_int_equal(pgy_store_gathered(f->store, "me", f->arena, &rows, &n), 0);
    assert_int_equal(n, 1);
    assert_string_equal(rows[0].endpoint, "");
    assert_int_equal(rows[0].since, 5);
    assert_int_equal(rows[0].leaves, 9);
    assert_int_equal(rows[0].due.stakes, 0);
    assert_int_equal(pgy_store_signed(f->store, "me", &when), 0);
    assert_int_equal(when, 77);
    assert_int_equal(pgy_store_signed(f->store, "you", &when), 0);
    assert_int_equal(when, 0);
}

static void test_migration_not_read(void **state)
{
    struct fixture *f = *state;
    run_sql(f->db, version0);
    assert_int_equal(pgy_store_open_read(f->dir, f->arena, &f->store, &f->why), PGY_EVERSION);
    assert_non_null(strstr(f->why, "start pgyd once"));
}

static void test_foreign(void **state)
{
    struct fixture *f = *state;
    run_sql(f->db, "CREATE TABLE recipes(name); INSERT INTO recipes VALUES('bread')");
    struct pgy_buf before PGY_BUF_CLEANUP = read_file(f->db);
    assert_int_equal(open_store(f), PGY_ECORRUPT);
    assert_non_null(strstr(f->why, "is not pgyd's"));
    struct pgy_buf after PGY_BUF_CLEANUP = read_file(f->db);
    assert_int_equal(before.len, after.len);
    assert_memory_equal(before.data, after.data, before.len);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        TEST(test_newer),
        TEST(test_migration),
        TEST(test_migration_from_1),
        TEST(test_migration_from_2),
        TEST(test_migration_from_3),
        TEST(test_migration_not_read),
        TEST(test_foreign),
    };
    return cmocka_run_group_tests_name("store_versions", tests, NULL, NULL);
}
