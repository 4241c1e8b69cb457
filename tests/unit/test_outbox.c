/* SPDX-License-Identifier: BSD-2-Clause */
/* The outbox: claims and their fences, fairness, pauses, what is canceled and comes back. Outcomes
 * are test_outcome.c's. */
#include "store/store.h"

#include "base/err.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

struct fixture {
    char dir[64];
    struct pgy_arena *arena;
    struct pgy_store *store;
    size_t ahead;
};

static int setup(void **state)
{
    struct fixture *f = calloc(1, sizeof *f);
    const char *why = NULL;
    strcpy(f->dir, "/tmp/pgy-outbox-XXXXXX");
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

/* Adds a row that may go at `at` and expires 1000 s later; its message id names it. */
static int64_t add(struct fixture *f, const char *profile, const char *endpoint,
                   const char *message, int64_t at)
{
    int64_t id = 0;
    struct pgy_outbox_row row = {
        .profile = profile,
        .endpoint = endpoint,
        .message = message,
        .item = "offers/mercy",
        .target = "2026-11-26",
        .step = "-7d",
        .type = "reminder.due",
        .payload = "{\"id\":1}",
        .severity = 2,
        .created = 1,
        .not_before = at,
        .next_try = 0,
        .expires = at + 1000,
    };
    assert_int_equal(pgy_store_outbox_add(f->store, &row, &id), 0);
    return id;
}

static size_t claim(struct fixture *f, int64_t now, size_t max, size_t each,
                    struct pgy_outbox_row **rows)
{
    size_t n = 99;
    assert_int_equal(pgy_store_outbox_claim(f->store, now, max, each, f->ahead, f->arena, rows, &n),
                     0);
    return n;
}

static void pause_endpoint(struct fixture *f, const char *endpoint, int64_t until)
{
    assert_int_equal(
        pgy_store_endpoint_put(
            f->store,
            &(struct pgy_endpoint){.profile = "me", .endpoint = endpoint, .paused_until = until}),
        0);
}

static void delivered(struct fixture *f, const char *endpoint, int64_t at, uint32_t failures)
{
    const struct pgy_endpoint e = {
        .profile = "me", .endpoint = endpoint, .last_delivered = at, .failures = failures};
    assert_int_equal(pgy_store_endpoint_put(f->store, &e), 0);
}

/* Two at once, and three ahead for an endpoint that took a message within five seconds. */
/* Nothing is under way any more. */
static int release(struct fixture *f, int64_t now)
{
    return pgy_store_outbox_release_except(f->store, NULL, 0, now);
}

static void test_claim_ahead(void **state)
{
    struct fixture *f = *state;
    struct pgy_outbox_row *rows;
    char message[8];
    for (int i = 0; i < 20; i++) {
        snprintf(message, sizeof message, "a%d", i);
        add(f, "me", "a", message, 1);
    }
    f->ahead = 3;
    assert_int_equal(claim(f, 100, 9, 2, &rows), 2);
    delivered(f, "a", 100, 0);
    assert_int_equal(claim(f, 100, 9, 2, &rows), 3); /* with the two that are there */
    assert_int_equal(claim(f, 105, 9, 2, &rows), 0);
    assert_int_equal(release(f, 105), 0);
    assert_int_equal(claim(f, 105, 9, 2, &rows), 5);
    assert_int_equal(release(f, 106), 0);
    assert_int_equal(claim(f, 106, 9, 2, &rows), 2); /* six seconds ago */
    assert_int_equal(release(f, 106), 0);
    delivered(f, "a", 106, 1);
    assert_int_equal(claim(f, 106, 9, 2, &rows), 2); /* it failed since */
    assert_int_equal(release(f, 107), 0);
    delivered(f, "a", 200, 0);
    assert_int_equal(claim(f, 107, 9, 2, &rows), 2); /* a clock that went back */
}

static int64_t next(struct fixture *f)
{
    int64_t at = -1;
    assert_int_equal(pgy_store_outbox_next(f->store, &at), 0);
    return at;
}

static void test_claim(void **state)
{
    struct fixture *f = *state;
    struct pgy_outbox_row *rows;
    assert_int_equal(claim(f, 1000, 9, 9, &rows), 0);
    int64_t id = add(f, "me", "phone", "m1", 100);
    assert_int_equal(claim(f, 99, 9, 9, &rows), 0);
    assert_int_equal(claim(f, 100, 9, 9, &rows), 1);
    assert_int_equal(rows[0].id, id);
    assert_int_equal(rows[0].attempts, 1);
    assert_int_equal(rows[0].state, PGY_OUT_CLAIMED);
    assert_int_equal(rows[0].last_attempt, 100);
    assert_string_equal(rows[0].message, "m1");
    assert_string_equal(rows[0].payload, "{\"id\":1}");
    assert_null(rows[0].last_error);
    assert_int_equal(claim(f, 200, 9, 9, &rows), 0); /* claimed once */
    assert_true(next(f) == INT64_MAX);
}

static void test_per_endpoint(void **state)
{
    struct fixture *f = *state;
    struct pgy_outbox_row *rows;
    char message[8];
    for (int i = 0; i < 5; i++) {
        snprintf(message, sizeof message, "a%d", i);
        add(f, "me", "a", message, 100 - i); /* a4 is the oldest */
    }
    add(f, "me", "b", "b0", 500);
    assert_int_equal(claim(f, 600, 9, 2, &rows), 3);
    assert_string_equal(rows[0].message, "a4");
    assert_string_equal(rows[1].message, "a3");
    assert_string_equal(rows[2].message, "b0");
    /* Claimed ones count until they are done. */
    assert_int_equal(claim(f, 600, 9, 2, &rows), 0);
    assert_int_equal(claim(f, 600, 9, 3, &rows), 1);
    assert_int_equal(
        pgy_store_outbox_done(f->store, rows[0].id, 1, PGY_OUT_SENT, 0, 200, NULL, 601), 0);
    assert_int_equal(claim(f, 600, 9, 3, &rows), 1);
}

/* One endpoint with a long queue does not starve the others: everybody is served within as many
 * claims of one row as there are endpoints. */
static void test_fair(void **state)
{
    struct fixture *f = *state;
    struct pgy_outbox_row *rows;
    char name[8];
    int served[4] = {0};
    for (int i = 0; i < 50; i++) {
        snprintf(name, sizeof name, "x%d", i);
        add(f, "me", "x", name, 1);
    }
    add(f, "ann", "phone", "p", 50);
    add(f, "me", "mail", "m", 60);
    add(f, "zoe", "phone", "z", 70);
    for (int i = 0; i < 4; i++) {
        assert_int_equal(claim(f, 100, 1, 50, &rows), 1);
        served[rows[0].message[0] == 'x'   ? 0
               : rows[0].message[0] == 'p' ? 1
               : rows[0].message[0] == 'm' ? 2
                                           : 3]++;
    }
    for (int i = 0; i < 4; i++)
        assert_int_equal(served[i], 1);
    assert_int_equal(claim(f, 100, 9, 50, &rows), 9); /* then the long queue has all places */
    assert_int_equal(claim(f, 100, 100, 100, &rows), 40);
}

static void test_paused(void **state)
{
    struct fixture *f = *state;
    struct pgy_outbox_row *rows;
    add(f, "me", "phone", "m1", 100);
    add(f, "me", "mail", "m2", 400);
    pause_endpoint(f, "phone", 300);
    assert_int_equal(next(f), 300);
    assert_int_equal(claim(f, 299, 9, 9, &rows), 0);
    assert_int_equal(claim(f, 300, 9, 9, &rows), 1);
    pause_endpoint(f, "mail", INT64_MAX);
    assert_true(next(f) == INT64_MAX);
    assert_int_equal(claim(f, 500, 9, 9, &rows), 0);
    pause_endpoint(f, "mail", 0);
    assert_int_equal(next(f), 400);
    assert_int_equal(claim(f, 500, 9, 9, &rows), 1);
}

/* However much waits for an endpoint that stays paused, the others' time is known. */
static void test_paused_with_many_rows(void **state)
{
    struct fixture *f = *state;
    char message[8];
    for (int i = 0; i < 200; i++) {
        snprintf(message, sizeof message, "m%d", i);
        add(f, "me", "phone", message, 100 + i);
    }
    pause_endpoint(f, "phone", INT64_MAX);
    assert_true(next(f) == INT64_MAX);
    add(f, "me", "mail", "a1", 700);
    add(f, "you", "phone", "b1", 500);
    add(f, "you", "phone", "b2", 400);
    assert_int_equal(next(f), 400);
    pause_endpoint(f, "mail", 300); /* was paused */
    assert_int_equal(next(f), 400);
    pause_endpoint(f, "phone", 350);
    assert_int_equal(next(f), 350);
    pause_endpoint(f, "phone", 0);
    assert_int_equal(next(f), 100);
}

static void test_fenced(void **state)
{
    struct fixture *f = *state;
    struct pgy_outbox_row *rows;
    int64_t id = add(f, "me", "phone", "m1", 100);
    assert_int_equal(claim(f, 100, 9, 9, &rows), 1);
    /* The courier died; its late answer to attempt 1 must not end attempt 2. */
    assert_int_equal(release(f, 110), 0);
    assert_int_equal(next(f), 110);
    assert_int_equal(claim(f, 110, 9, 9, &rows), 1);
    assert_int_equal(rows[0].attempts, 2);
    assert_string_equal(rows[0].message, "m1"); /* the same id on every attempt */
    assert_int_equal(pgy_store_outbox_done(f->store, id, 1, PGY_OUT_SENT, 0, 200, NULL, 111),
                     PGY_EREFUSED);
    assert_int_equal(pgy_store_outbox_done(f->store, id, 2, PGY_OUT_QUEUED, 500, 503, "busy", 111),
                     0);
    /* not claimed any more */
    assert_int_equal(pgy_store_outbox_done(f->store, id, 2, PGY_OUT_SENT, 0, 200, NULL, 111),
                     PGY_EREFUSED);
    assert_int_equal(pgy_store_outbox_spare(f->store, id), 0);
    assert_int_equal(claim(f, 499, 9, 9, &rows), 0);
    assert_int_equal(claim(f, 500, 9, 9, &rows), 1);
    assert_int_equal(rows[0].attempts, 3);
    assert_int_equal(rows[0].spared, 1);
    assert_int_equal(rows[0].last_code, 503);
    assert_string_equal(rows[0].last_error, "busy");
    assert_int_equal(pgy_store_outbox_done(f->store, id, 3, PGY_OUT_SENT, 0, 200, NULL, 501), 0);
    assert_int_equal(pgy_store_outbox_retry(f->store, id, 600), PGY_EREFUSED);
    assert_int_equal(pgy_store_outbox_retry(f->store, id + 1, 600), PGY_ENOTFOUND);
}

static void test_cancel(void **state)
{
    struct fixture *f = *state;
    struct pgy_outbox_row *rows, moved = {.profile = "me",
                                          .endpoint = "phone",
                                          .message = "new",
                                          .item = "offers/mercy",
                                          .target = "2026-12-03",
                                          .step = "-7d",
                                          .type = "t",
                                          .payload = "{}",
                                          .expires = 9999,
                                          .not_before = 900};
    const char **items, **targets;
    size_t pairs;
    int64_t id, n;
    add(f, "me", "phone", "flying", 1);
    assert_int_equal(claim(f, 1, 1, 1, &rows), 1);
    add(f, "me", "phone", "old", 900);
    add(f, "me", "mail", "old2", 900);
    add(f, "you", "phone", "yours", 900);
    assert_int_equal(pgy_store_outbox_add(f->store, &moved, &id), 0);
    assert_int_equal(pgy_store_outbox_pending(f->store, "me", f->arena, &items, &targets, &pairs),
                     0);
    assert_int_equal(pairs, 2);
    assert_string_equal(items[0], "offers/mercy");
    assert_string_equal(targets[0], "2026-11-26");
    assert_string_equal(targets[1], "2026-12-03");
    /* The deadline moved to December 3: queued messages about the old day go, the one on its way
     * finishes. */
    assert_int_equal(pgy_store_outbox_cancel(f->store, "me", "offers/mercy", "2026-12-03", 5, &n),
                     0);
    assert_int_equal(n, 2);
    assert_int_equal(pgy_store_outbox_cancel(f->store, "me", "offers/mercy", NULL, 5, &n), 0);
    assert_int_equal(n, 1);
    assert_int_equal(claim(f, 1000, 9, 9, &rows), 1);
    assert_string_equal(rows[0].message, "yours");
    assert_int_equal(pgy_store_outbox_done(f->store, 1, 1, PGY_OUT_SENT, 0, 200, NULL, 9), 0);
}

/* A target that was left and is back: what was cancelled is queued again, what flew on meanwhile as
 * well, once. */
static void test_revive(void **state)
{
    struct fixture *f = *state;
    struct pgy_outbox_row *rows, row;
    const char **items, **targets;
    size_t pairs;
    int64_t n, flying = add(f, "me", "phone", "flying", 1), queued, gone;
    assert_int_equal(claim(f, 1, 1, 1, &rows), 1);
    queued = add(f, "me", "mail", "queued", 100);
    assert_int_equal(pgy_store_outbox_cancel(f->store, "me", "offers/mercy", "2026-12-03", 5, &n),
                     0);
    assert_int_equal(pgy_store_outbox_pending(f->store, "me", f->arena, &items, &targets, &pairs),
                     0);
    assert_int_equal(pairs, 0);
    assert_int_equal(
        pgy_store_outbox_withdrawn(f->store, "me", 5, f->arena, &items, &targets, &pairs), 0);
    assert_int_equal(pairs, 1);
    assert_string_equal(targets[0], "2026-11-26");
    /* Tried again it is not: not after a failure, not after the courier's death. */
    assert_int_equal(pgy_store_outbox_done(f->store, flying, 1, PGY_OUT_QUEUED, 30, 503, "busy", 9),
                     0);
    assert_int_equal(pgy_store_outbox_get(f->store, flying, f->arena, &row), 0);
    assert_int_equal(row.state, PGY_OUT_CANCELLED);
    assert_int_equal(row.finished, 9);
    assert_int_equal(pgy_store_outbox_revive(f->store, "me", "offers/mercy", "2026-11-26", 10, &n),
                     0);
    assert_int_equal(n, 2);
    assert_int_equal(claim(f, 200, 9, 9, &rows), 2);
    assert_int_equal(rows[0].id, flying);
    assert_int_equal(rows[1].id, queued);
    /* Withdrawn again and back before it is over: as if nothing had been. */
    assert_int_equal(pgy_store_outbox_cancel(f->store, "me", "offers/mercy", NULL, 210, &n), 0);
    assert_int_equal(pgy_store_outbox_revive(f->store, "me", "offers/mercy", "2026-11-26", 220, &n),
                     0);
    assert_int_equal(
        pgy_store_outbox_done(f->store, queued, 1, PGY_OUT_QUEUED, 230, 503, "busy", 221), 0);
    assert_int_equal(pgy_store_outbox_get(f->store, queued, f->arena, &row), 0);
    assert_int_equal(row.state, PGY_OUT_QUEUED);
    /* A crash: the one withdrawn is over, the other is queued. */
    assert_int_equal(pgy_store_outbox_cancel(f->store, "me", "offers/mercy", NULL, 240, &n), 0);
    assert_int_equal(n, 1);
    assert_int_equal(pgy_store_outbox_release_except(f->store, NULL, 0, 250), 0);
    assert_int_equal(pgy_store_outbox_get(f->store, flying, f->arena, &row), 0);
    assert_int_equal(row.state, PGY_OUT_CANCELLED);
    /* Not when a later message went to the same endpoint, and not when it is worthless: both expire
     * 1000 s after they could go. */
    gone = add(f, "me", "phone", "later", 260);
    assert_int_equal(
        pgy_store_outbox_revive(f->store, "me", "offers/mercy", "2026-11-26", 1050, &n), 0);
    assert_int_equal(n, 1);
    assert_int_equal(pgy_store_outbox_get(f->store, flying, f->arena, &row), 0);
    assert_int_equal(row.state, PGY_OUT_CANCELLED);
    assert_int_equal(pgy_store_outbox_cancel(f->store, "me", "offers/mercy", NULL, 1060, &n), 0);
    assert_int_equal(
        pgy_store_outbox_revive(f->store, "me", "offers/mercy", "2026-11-26", 1150, &n), 0);
    assert_int_equal(n, 1);
    assert_int_equal(pgy_store_outbox_get(f->store, gone, f->arena, &row), 0);
    assert_int_equal(row.state, PGY_OUT_QUEUED);
}

static void test_expire_and_retry(void **state)
{
    struct fixture *f = *state;
    struct pgy_outbox_row *rows;
    size_t found;
    int64_t id = add(f, "me", "phone", "m1", 100); /* expires at 1100 */
    assert_int_equal(pgy_store_outbox_expired(f->store, 1099, 9, f->arena, &rows, &found), 0);
    assert_int_equal(found, 0);
    assert_int_equal(pgy_store_outbox_expired(f->store, 1100, 9, f->arena, &rows, &found), 0);
    assert_int_equal(found, 0);
    assert_int_equal(pgy_store_outbox_expired(f->store, 1101, 9, f->arena, &rows, &found), 0);
    assert_int_equal(found, 1);
    assert_int_equal(rows[0].id, id);
    assert_int_equal(pgy_store_outbox_miss(f->store, id, 1101), 0);
    assert_int_equal(claim(f, 1200, 9, 9, &rows), 0);
    add(f, "me", "phone", "m2", 5000);
    assert_int_equal(pgy_store_outbox_list(f->store, NULL, true, 9, f->arena, &rows, &found), 0);
    assert_int_equal(found, 1);
    assert_int_equal(rows[0].state, PGY_OUT_MISSED);
    assert_int_equal(rows[0].finished, 1101);
    assert_int_equal(pgy_store_outbox_list(f->store, "me", false, 9, f->arena, &rows, &found), 0);
    assert_int_equal(found, 2);
    assert_string_equal(rows[0].message, "m2"); /* newest first */
    assert_int_equal(pgy_store_outbox_list(f->store, "you", false, 9, f->arena, &rows, &found), 0);
    assert_int_equal(found, 0);
    assert_int_equal(pgy_store_outbox_retry(f->store, id, 1300), 0);
    assert_int_equal(pgy_store_outbox_expired(f->store, 1301, 9, f->arena, &rows, &found), 0);
    assert_int_equal(found, 0);
    assert_int_equal(claim(f, 1300, 9, 9, &rows), 1);
    assert_string_equal(rows[0].message, "m1");
}

static void test_prune(void **state)
{
    struct fixture *f = *state;
    struct pgy_outbox_row *rows;
    size_t found;
    int64_t id = add(f, "me", "phone", "m1", 1);
    add(f, "me", "phone", "m2", 1);
    assert_int_equal(claim(f, 1, 1, 1, &rows), 1);
    assert_int_equal(pgy_store_outbox_done(f->store, id, 1, PGY_OUT_SENT, 0, 204, NULL, 500), 0);
    assert_int_equal(pgy_store_outbox_prune(f->store, 500), 0);
    assert_int_equal(pgy_store_outbox_list(f->store, NULL, false, 9, f->arena, &rows, &found), 0);
    assert_int_equal(found, 2);
    assert_int_equal(pgy_store_outbox_prune(f->store, 501), 0);
    assert_int_equal(pgy_store_outbox_list(f->store, NULL, false, 9, f->arena, &rows, &found), 0);
    assert_int_equal(found, 1); /* what is queued is never pruned */
    assert_string_equal(rows[0].message, "m2");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        TEST(test_claim),  TEST(test_claim_ahead), TEST(test_per_endpoint),
        TEST(test_fair),   TEST(test_paused),      TEST(test_paused_with_many_rows),
        TEST(test_fair),   TEST(test_paused),      TEST(test_fenced),
        TEST(test_cancel), TEST(test_revive),      TEST(test_expire_and_retry),
        TEST(test_prune),
    };
    return cmocka_run_group_tests_name("outbox", tests, NULL, NULL);
}
