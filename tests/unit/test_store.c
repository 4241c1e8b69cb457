/* SPDX-License-Identifier: BSD-2-Clause */
/* The state as its header promises it, on a real database. The outbox is test_outbox.c's, faults
 * test_store_faults.c's. */
#include "store/store.h"

#include "base/err.h"
#include "store/db.h"

#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

struct fixture {
    char dir[64];
    struct pgy_arena *arena;
    struct pgy_store *store;
};

static int setup(void **state)
{
    struct fixture *f = calloc(1, sizeof *f);
    const char *why = NULL;
    strcpy(f->dir, "/tmp/pgy-store-XXXXXX");
    if (!mkdtemp(f->dir))
        return -1;
    f->arena = pgy_arena_new();
    *state = f;
    return pgy_store_open(f->dir, f->arena, &f->store, &why);
}

static int teardown(void **state)
{
    struct fixture *f = *state;
    char command[128];
    pgy_store_close(&f->store);
    pgy_arena_free(&f->arena);
    snprintf(command, sizeof command, "rm -rf '%s'", f->dir);
    int rc = system(command);
    free(f);
    return rc;
}

static void reopen(struct fixture *f)
{
    const char *why = NULL;
    pgy_store_close(&f->store);
    assert_int_equal(pgy_store_open(f->dir, f->arena, &f->store, &why), 0);
}

static int64_t number(struct fixture *f, const char *sql)
{
    sqlite3_stmt *stmt;
    assert_int_equal(sqlite3_prepare_v2(f->store->db, sql, -1, &stmt, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_step(stmt), SQLITE_ROW);
    int64_t n = sqlite3_column_int64(stmt, 0);
    sqlite3_finalize(stmt);
    return n;
}

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

static struct pgy_outbox_row row_of(const char *profile, const char *endpoint, const char *message,
                                    int64_t at)
{
    return (struct pgy_outbox_row){
        .profile = profile,
        .endpoint = endpoint,
        .message = message,
        .item = "offers/mercy",
        .target = "2026-11-26",
        .step = "-7d",
        .type = "reminder.due",
        .payload = "{}",
        .severity = 2,
        .created = at,
        .not_before = at,
        .next_try = at,
        .expires = at + 1000,
    };
}

static struct pgy_due due_of(const char *item, const char *target, const char *step, int64_t at)
{
    return (struct pgy_due){.item = item,
                            .target = target,
                            .step = step,
                            .at = at,
                            .expires = at + 500,
                            .severity = 1,
                            .kind = 3,
                            .plugin = "offers",
                            .title = "Answer",
                            .detail = "",
                            .discreet = "an offer answer is due"};
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
    assert_int_equal(pgy_store_due_replace(f->store, profile, &due, 1), 0);
    assert_int_equal(pgy_store_fire(f->store, profile, &fired, 1), 0);
    assert_int_equal(
        pgy_store_gather(f->store, profile, &(struct pgy_gathered){.due = fired, .leaves = 9}), 0);
    assert_int_equal(pgy_store_seen(f->store, profile, "offers/x", "2026-11-26", 1, &n), 0);
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

/* ---- due and fired ---- */

/* A later step of one item and target says it all: by its instant, of two at one instant by its
 * name, and not before it is due. */
static void test_due_later(void **state)
{
    struct fixture *f = *state;
    struct pgy_due list[] = {due_of("a", "t", "-3d", 100), due_of("a", "t", "-1d", 200),
                             due_of("a", "t", "0d", 200), due_of("a", "u", "-3d", 300),
                             due_of("b", "t", "-3d", 300)};
    assert_int_equal(pgy_store_due_replace(f->store, "me", list, 5), 0);
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
    assert_int_equal(pgy_store_due_replace(f->store, "me", list, 3), 0);
    assert_int_equal(number(f, "SELECT count(*) FROM due"), 2); /* one key, one row */
    assert_int_equal(pgy_store_next_due(f->store, INT64_MIN, &at), 0);
    assert_in_range(at, 200, 999);
    assert_int_equal(pgy_store_due_replace(f->store, "me", list, 2), 0);
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
    assert_int_equal(pgy_store_due_replace(f->store, "me", list, 2), 0);
    assert_int_equal(sqlite3_total_changes64(f->store->db) - before, 0);
    list[0].at = 301;
    assert_int_equal(pgy_store_due_replace(f->store, "me", list, 2), 0);
    assert_in_range(sqlite3_total_changes64(f->store->db) - before, 1, 2);
    assert_int_equal(number(f, "SELECT at FROM due WHERE item = 'b'"), 301);
    assert_int_equal(pgy_store_due_replace(f->store, "other", list, 1), 0);
    assert_int_equal(pgy_store_due_replace(f->store, "me", NULL, 0), 0);
    assert_int_equal(number(f, "SELECT count(*) FROM due"), 1);
}

static void test_fire_once(void **state)
{
    struct fixture *f = *state;
    struct pgy_due due = due_of("a", "2026-11-26", "-7d", 200),
                   moved = due_of("a", "2026-12-03", "-7d", 800);
    int64_t first;
    assert_int_equal(pgy_store_due_replace(f->store, "me", &due, 1), 0);
    assert_int_equal(pgy_store_fire(f->store, "me", &due, 201), 0);
    assert_int_equal(number(f, "SELECT count(*) FROM due"), 0);
    assert_int_equal(pgy_store_fire(f->store, "me", &due, 202), PGY_EEXISTS);
    assert_int_equal(number(f, "SELECT at FROM fired"), 201);
    assert_int_equal(pgy_store_fired(f->store, "me", "a", "2026-11-26", "-7d"), 1);
    assert_int_equal(pgy_store_fired(f->store, "you", "a", "2026-11-26", "-7d"), 0);
    /* a moved target is a new key */
    assert_int_equal(pgy_store_fired(f->store, "me", "a", "2026-12-03", "-7d"), 0);
    assert_int_equal(pgy_store_due_replace(f->store, "me", &moved, 1), 0);
    assert_int_equal(pgy_store_seen(f->store, "me", "a", "2026-11-26", 100, &first), 0);
    assert_int_equal(first, 100);
    assert_int_equal(pgy_store_seen(f->store, "me", "a", "2026-11-26", 900, &first), 0);
    assert_int_equal(first, 100);
    assert_int_equal(pgy_store_seen(f->store, "me", "a", "2026-12-03", -900, &first), 0);
    assert_int_equal(first, -900);
    /* Seen anew, with a key for each target it was seen with; another's and a never seen one's stay
     * as they are. */
    assert_int_equal(pgy_store_seen(f->store, "you", "a", "2026-11-26", 50, &first), 0);
    assert_int_equal(pgy_store_unseen(f->store, "me", "a", 1000), 0);
    assert_int_equal(pgy_store_unseen(f->store, "me", "b", 1000), 0);
    assert_int_equal(pgy_store_fired(f->store, "me", "a", "2026-11-26", PGY_AGAIN), 1);
    assert_int_equal(pgy_store_fired(f->store, "me", "a", "2026-12-03", PGY_AGAIN), 1);
    assert_int_equal(pgy_store_fired(f->store, "me", "b", "2026-11-26", PGY_AGAIN), 0);
    assert_int_equal(pgy_store_seen(f->store, "me", "a", "2026-11-26", 1001, &first), 0);
    assert_int_equal(first, 1001);
    assert_int_equal(pgy_store_seen(f->store, "you", "a", "2026-11-26", 1001, &first), 0);
    assert_int_equal(first, 50);
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
    assert_int_equal(
        pgy_store_gather(f->store, "me", &(struct pgy_gathered){.due = other, .leaves = 102}), 0);
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
    assert_int_equal(pgy_store_gathered_move(f->store, "me", &other, 50), 0);
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
        TEST(test_due),           TEST(test_due_later),      TEST(test_fire_once),
        TEST(test_gathered),      TEST(test_transactions),   TEST(test_links),
        TEST(test_backup),
    };
    return cmocka_run_group_tests_name("store", tests, NULL, NULL);
}
