/* SPDX-License-Identifier: BSD-2-Clause */
/* A directory for a store that is opened when a test says so, and entries to be found again. */
#ifndef PGY_TESTS_STORE_FAULTS_FIXTURE_H
#define PGY_TESTS_STORE_FAULTS_FIXTURE_H

#include "store/store.h"

#include "base/err.h"
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

struct fixture {
    char dir[64], db[80];
    struct pgy_arena *arena;
    struct pgy_store *store;
    const char *why;
};

static inline int setup(void **state)
{
    struct fixture *f = calloc(1, sizeof *f);
    strcpy(f->dir, "/tmp/pgy-faults-XXXXXX");
    if (!mkdtemp(f->dir))
        return -1;
    snprintf(f->db, sizeof f->db, "%s/pgyd.db", f->dir);
    f->arena = pgy_arena_new();
    *state = f;
    return 0;
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

static inline int open_store(struct fixture *f)
{
    f->why = "";
    return pgy_store_open(f->dir, f->arena, &f->store, &f->why);
}

/* Happening number i: a journal entry, the key of a firing and its outbox row, in one
 * transaction. */
static inline int append(struct pgy_store *store, int64_t i)
{
    char message[32];
    int64_t number, id;
    snprintf(message, sizeof message, "m%lld", (long long)i);
    struct pgy_happening what = {
        .on = (pgy_day)i, .logged = i, .kind = "contact", .subject = message};
    struct pgy_due due = {.item = message, .target = "2026-11-26", .step = "-7d"};
    struct pgy_outbox_row row = {.profile = "me",
                                 .endpoint = "phone",
                                 .message = message,
                                 .item = message,
                                 .type = "t",
                                 .payload = "{}"};
    int rc = pgy_store_begin(store);
    if (rc == 0 && (rc = pgy_store_journal_add(store, "me", &what, &number)) == 0 &&
        (rc = pgy_store_fire(store, "me", &due, i)) == 0)
        rc = pgy_store_outbox_add(store, &row, &id);
    if (rc == 0)
        return pgy_store_commit(store);
    pgy_store_rollback(store);
    return rc;
}

/* The highest i appended so far, after checking that entries, keys and rows agree and none is
 * missing below it. */
static inline int64_t check_appended(struct pgy_store *store, struct pgy_arena *arena)
{
    struct pgy_journal journal = {.arena = arena};
    struct pgy_outbox_row *rows;
    size_t n;
    assert_int_equal(pgy_store_journal(store, "me", &journal), 0);
    assert_int_equal(pgy_store_outbox_list(store, "me", false, 1000000, arena, &rows, &n), 0);
    assert_int_equal(n, journal.n);
    for (size_t i = 0; i < n; i++) {
        char message[32];
        snprintf(message, sizeof message, "m%zu", i + 1);
        assert_int_equal(journal.list[i].on, i + 1);
        assert_string_equal(journal.list[i].subject, message);
        assert_string_equal(rows[n - 1 - i].message, message);
        assert_int_equal(pgy_store_fired(store, "me", message, "2026-11-26", "-7d"), 1);
    }
    return (int64_t)n;
}

static inline struct pgy_buf read_file(const char *path)
{
    struct pgy_buf bytes = PGY_BUF_INIT(16 * 1024 * 1024);
    assert_int_equal(pgy_file_read(path, &bytes), 0);
    return bytes;
}

#endif
