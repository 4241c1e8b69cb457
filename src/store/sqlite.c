/* SPDX-License-Identifier: BSD-2-Clause */
/* Statements, transactions, and what SQLite's failures mean for a person. */
#include "store/db.h"

#include "base/err.h"
#include "base/file.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct pgy_stmt {
    struct pgy_stmt *next;
    const char *sql; /* a constant: compared by address */
    sqlite3_stmt *stmt;
};

/* What SQLite says, in words, around the database's path. */
static const struct meaning {
    int sqlite; /* primary or extended code; 0 ends the table */
    int code;
    const char *before, *after;
} meanings[] = {
    {SQLITE_CONSTRAINT_UNIQUE, PGY_EEXISTS, "", " has such an entry already"},
    {SQLITE_CONSTRAINT_PRIMARYKEY, PGY_EEXISTS, "", " has such an entry already"},
    {SQLITE_CONSTRAINT, PGY_EINVAL, "", " refuses an incomplete entry"},
    {SQLITE_FULL, -ENOSPC, "no space left for ",
     ": free some; nothing that was confirmed is lost, and pgyd goes on by itself"},
    {SQLITE_READONLY, -EROFS, "",
     " cannot be written: its file system is read-only or was remounted so; remount it writable"},
    {SQLITE_PERM, -EACCES, "", " cannot be opened: check that its owner is the user pgyd runs as"},
    {SQLITE_AUTH, -EACCES, "", " cannot be opened: check that its owner is the user pgyd runs as"},
    {SQLITE_BUSY, PGY_EBUSY, "", " is in use by another program: close it"},
    {SQLITE_LOCKED, PGY_EBUSY, "", " is in use by another program: close it"},
    {SQLITE_CORRUPT, PGY_ECORRUPT, "",
     " is damaged: keep a copy of it, then `pgyctl restore FILE` from your newest backup"},
    {SQLITE_NOTADB, PGY_ECORRUPT, "",
     " is not a database any more: keep a copy of it, then `pgyctl restore FILE` from your newest "
     "backup"},
    {SQLITE_ERROR, PGY_ECORRUPT, "",
     " lacks what pgyd put there: keep a copy of it, then `pgyctl restore FILE` from your newest "
     "backup"},
    {SQLITE_NOMEM, -ENOMEM, "not enough memory to work with ", ""},
    {SQLITE_TOOBIG, PGY_ELIMIT, "an entry is too large for ", ""},
    {0, -EIO, "",
     " cannot be read or written reliably: the disk reports errors; check it, then start pgyd "
     "again"},
};

/* SQLITE_IOERR and SQLITE_CANTOPEN hide what happened behind the system's errno;
 * sqlite3_system_errno() misses failures of a commit, so every call below starts with errno = 0. */
static const struct cause {
    int number;
    int sqlite;
} causes[] = {
    {ENOSPC, SQLITE_FULL},    {EDQUOT, SQLITE_FULL}, {EFBIG, SQLITE_FULL},
    {EROFS, SQLITE_READONLY}, {EACCES, SQLITE_PERM}, {EPERM, SQLITE_PERM},
};

static const struct meaning *meaning_of(const struct pgy_store *store, int rc)
{
    int primary = rc & 0xff;
    if (primary == SQLITE_IOERR || primary == SQLITE_CANTOPEN) {
        int number = errno ? errno : sqlite3_system_errno(store->db);
        for (size_t i = 0; i < sizeof causes / sizeof causes[0]; i++) {
            if (causes[i].number == number)
                rc = primary = causes[i].sqlite;
        }
    }
    const struct meaning *m = meanings;
    while (m->sqlite && m->sqlite != rc && m->sqlite != primary)
        m++;
    return m;
}

int pgy_db_fail(struct pgy_store *store, int rc)
{
    const struct meaning *m = meaning_of(store, rc);
    snprintf(store->error, sizeof store->error, "%s%s%s (SQLite %d: %s)", m->before, store->path,
             m->after, rc, sqlite3_errstr(rc));
    if (m->code == -EIO)
        store->dead = true;
    /* A duplicate or an incomplete entry undoes its own statement only; anything else leaves the
     * transaction in doubt. */
    if (store->depth > 0 && m->code != PGY_EEXISTS && m->code != PGY_EINVAL)
        store->poison = m->code;
    return m->code;
}

int pgy_db_refuse(struct pgy_store *store, int code, const char *format, ...)
{
    va_list ap;
    va_start(ap, format);
    vsnprintf(store->error, sizeof store->error, format, ap);
    va_end(ap);
    return code;
}

const char *pgy_store_error(const struct pgy_store *store)
{
    return store->error[0] ? store->error : "no error";
}

/* ---- statements ---- */

static int prepare(struct pgy_store *store, const char *sql, sqlite3_stmt **out)
{
    for (struct pgy_stmt **p = &store->stmts; *p; p = &(*p)->next) {
        struct pgy_stmt *s = *p;
        if (s->sql != sql)
            continue;
        *p = s->next; /* to the front: a pass uses few of them many times */
        s->next = store->stmts;
        store->stmts = s;
        *out = s->stmt;
        return 0;
    }
    struct pgy_stmt *s = calloc(1, sizeof *s);
    if (!s)
        return pgy_db_fail(store, SQLITE_NOMEM);
    int rc = sqlite3_prepare_v3(store->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &s->stmt, NULL);
    if (rc != SQLITE_OK) {
        free(s);
        return pgy_db_fail(store, rc);
    }
    s->sql = sql;
    s->next = store->stmts;
    store->stmts = s;
    *out = s->stmt;
    return 0;
}

static int bind(sqlite3_stmt *stmt, const char *types, va_list ap)
{
    for (int i = 0, rc; types[i]; i++) {
        if (types[i] == 'i') {
            rc = sqlite3_bind_int64(stmt, i + 1, va_arg(ap, int64_t));
        } else if (types[i] == 's') {
            rc = sqlite3_bind_text(stmt, i + 1, va_arg(ap, const char *), -1, SQLITE_STATIC);
        } else {
            const void *bytes = va_arg(ap, const void *);
            size_t len = va_arg(ap, size_t);
            rc = sqlite3_bind_blob64(stmt, i + 1, len ? bytes : "", len, SQLITE_STATIC);
        }
        if (rc != SQLITE_OK)
            return rc;
    }
    return SQLITE_OK;
}

static int start(struct pgy_store *store, sqlite3_stmt **out, const char *sql, const char *types,
                 va_list ap)
{
    sqlite3_stmt *stmt = NULL;
    if (store->depth > 0 && store->poison)
        return store->poison;
    int rc = prepare(store, sql, &stmt);
    if (rc < 0)
        return rc;
    rc = bind(stmt, types, ap);
    if (rc != SQLITE_OK) {
        pgy_db_end(stmt);
        return pgy_db_fail(store, rc);
    }
    *out = stmt;
    return 0;
}

int pgy_db_query(struct pgy_store *store, sqlite3_stmt **stmt, const char *sql, const char *types,
                 ...)
{
    va_list ap;
    va_start(ap, types);
    int rc = start(store, stmt, sql, types, ap);
    va_end(ap);
    return rc;
}

void pgy_db_end(sqlite3_stmt *stmt)
{
    sqlite3_reset(stmt);
    sqlite3_clear_bindings(stmt);
}

int pgy_db_step(struct pgy_store *store, sqlite3_stmt *stmt)
{
    errno = 0;
    int rc = sqlite3_step(stmt);
    if (rc == SQLITE_ROW)
        return 1;
    int answer = rc == SQLITE_DONE ? 0 : pgy_db_fail(store, rc);
    pgy_db_end(stmt);
    return answer;
}

static int refuse_dead(struct pgy_store *store)
{
    return pgy_db_refuse(store, -EIO,
                         "%s is not written any more since the disk reported an error: check the "
                         "disk, then start pgyd again",
                         store->path);
}

int pgy_db_run(struct pgy_store *store, const char *sql, const char *types, ...)
{
    sqlite3_stmt *stmt;
    if (store->dead)
        return refuse_dead(store);
    va_list ap;
    va_start(ap, types);
    int rc = start(store, &stmt, sql, types, ap);
    va_end(ap);
    if (rc < 0)
        return rc;
    rc = pgy_db_step(store, stmt);
    if (rc > 0)
        pgy_db_end(stmt);
    return rc < 0 ? rc : 0;
}

static int number(struct pgy_store *store, int64_t *value, const char *sql, const char *types,
                  va_list ap)
{
    sqlite3_stmt *stmt;
    int rc = start(store, &stmt, sql, types, ap);
    if (rc < 0 || (rc = pgy_db_step(store, stmt)) <= 0)
        return rc;
    rc = sqlite3_column_type(stmt, 0) != SQLITE_NULL;
    if (rc)
        *value = sqlite3_column_int64(stmt, 0);
    pgy_db_end(stmt);
    return rc;
}

int pgy_db_number(struct pgy_store *store, int64_t *value, const char *sql, const char *types, ...)
{
    va_list ap;
    va_start(ap, types);
    int rc = number(store, value, sql, types, ap);
    va_end(ap);
    return rc;
}

int pgy_db_least(struct pgy_store *store, int64_t *utc, const char *sql, const char *types, ...)
{
    int64_t at = INT64_MAX;
    va_list ap;
    va_start(ap, types);
    int rc = number(store, &at, sql, types, ap);
    va_end(ap);
    if (rc < 0)
        return rc;
    *utc = at;
    return 0;
}

int pgy_db_texts(struct pgy_store *store, struct pgy_arena *arena, const char ***list, size_t *n,
                 const char *sql, const char *types, ...)
{
    sqlite3_stmt *stmt;
    const char **found = NULL;
    size_t count = 0, cap = 0;
    va_list ap;
    va_start(ap, types);
    int rc = start(store, &stmt, sql, types, ap);
    va_end(ap);
    while (rc >= 0 && (rc = pgy_db_step(store, stmt)) > 0)
        *(const char **)pgy_arena_push(arena, &found, &count, &cap, sizeof *found) =
            pgy_db_text(stmt, 0, arena);
    if (rc < 0)
        return rc;
    *list = found;
    *n = count;
    return 0;
}

int64_t pgy_db_changes(const struct pgy_store *store)
{
    return sqlite3_changes64(store->db);
}

const char *pgy_db_text(sqlite3_stmt *stmt, int column, struct pgy_arena *arena)
{
    return pgy_arena_strdup(arena, (const char *)sqlite3_column_text(stmt, column));
}

const void *pgy_db_blob(sqlite3_stmt *stmt, int column, struct pgy_arena *arena, size_t *len)
{
    const void *bytes = sqlite3_column_blob(stmt, column);
    *len = (size_t)sqlite3_column_bytes(stmt, column);
    return pgy_arena_strndup(arena, bytes ? bytes : "", *len);
}

/* ---- transactions ---- */

int pgy_db_execute(struct pgy_store *store, const char *sql)
{
    errno = 0;
    int rc = sqlite3_exec(store->db, sql, NULL, NULL, NULL);
    return rc == SQLITE_OK ? 0 : pgy_db_fail(store, rc);
}

int pgy_db_enter(struct pgy_store *store)
{
    if (store->dead)
        return refuse_dead(store);
    if (store->depth > 0 && store->poison)
        return store->poison;
    /* IMMEDIATE: a read that turns into a write later would get SQLITE_BUSY whatever the
     * timeout. */
    int rc = pgy_db_execute(store, store->depth > 0 ? "SAVEPOINT pgy" : "BEGIN IMMEDIATE");
    if (rc == 0)
        store->depth++;
    return rc;
}

static int leave_outermost(struct pgy_store *store, int rc)
{
    if (rc == 0)
        rc = store->poison;
    /* After some failures SQLite has rolled back by itself, and outside a transaction COMMIT would
     * be an error of its own. */
    if (rc == 0)
        rc = pgy_db_execute(store, "COMMIT");
    if (rc != 0 && !sqlite3_get_autocommit(store->db))
        sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
    store->depth = 0;
    store->poison = 0;
    return rc;
}

int pgy_db_leave(struct pgy_store *store, int rc)
{
    if (store->depth == 0)
        return pgy_db_refuse(store, PGY_EINVAL, "no transaction is open");
    if (store->depth == 1)
        return leave_outermost(store, rc);
    store->depth--;
    if (store->poison)
        return store->poison;
    int end = pgy_db_execute(store, rc == 0 ? "RELEASE pgy" : "ROLLBACK TO pgy; RELEASE pgy");
    return rc != 0 ? rc : end;
}

int pgy_store_begin(struct pgy_store *store)
{
    return pgy_db_enter(store);
}

int pgy_store_commit(struct pgy_store *store)
{
    return pgy_db_leave(store, 0);
}

void pgy_store_rollback(struct pgy_store *store)
{
    if (store->depth > 0)
        pgy_db_leave(store, PGY_EREFUSED);
}

void pgy_store_close(struct pgy_store **store)
{
    if (!store || !*store)
        return;
    struct pgy_store *s = *store;
    pgy_store_rollback(s);
    while (s->stmts) {
        struct pgy_stmt *next = s->stmts->next;
        sqlite3_finalize(s->stmts->stmt);
        free(s->stmts);
        s->stmts = next;
    }
    /* Only when the database is closed may another process have it. */
    sqlite3_close(s->db);
    pgy_fd_close(&s->lock);
    free((void *)(uintptr_t)s->path);
    free(s->turn_profile);
    free(s->turn_endpoint);
    free(s);
    *store = NULL;
}
