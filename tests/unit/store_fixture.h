/* SPDX-License-Identifier: BSD-2-Clause */
/* A store in a directory of its own, and rows to put into it. */
#ifndef PGY_TESTS_STORE_FIXTURE_H
#define PGY_TESTS_STORE_FIXTURE_H

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

static inline int setup(void **state)
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

static inline int teardown(void **state)
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

static inline void reopen(struct fixture *f)
{
    const char *why = NULL;
    pgy_store_close(&f->store);
    assert_int_equal(pgy_store_open(f->dir, f->arena, &f->store, &why), 0);
}

static inline int64_t number(struct fixture *f, const char *sql)
{
    sqlite3_stmt *stmt;
    assert_int_equal(sqlite3_prepare_v2(f->store->db, sql, -1, &stmt, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_step(stmt), SQLITE_ROW);
    int64_t n = sqlite3_column_int64(stmt, 0);
    sqlite3_finalize(stmt);
    return n;
}

static inline struct pgy_outbox_row row_of(const char *profile, const char *endpoint,
                                           const char *message, int64_t at)
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

static inline struct pgy_due due_of(const char *item, const char *target, const char *step,
                                    int64_t at)
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

#endif
