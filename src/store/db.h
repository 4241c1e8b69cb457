/* SPDX-License-Identifier: BSD-2-Clause */
/* What the files of src/store share: the connection, its statements, its transactions. Nobody else
 * includes this. */
#ifndef PGY_STORE_DB_H
#define PGY_STORE_DB_H

#include "base/arena.h"
#include "store/store.h"

#include <sqlite3.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct pgy_stmt;

struct pgy_store {
    sqlite3 *db;
    const char *path;       /* of the database, for sentences; malloc'ed */
    int lock;               /* state_dir/lock under flock */
    struct pgy_stmt *stmts; /* prepared once, kept until close */
    unsigned depth;         /* transactions open: 1 is BEGIN IMMEDIATE, more are savepoints */
    int poison;             /* a failure inside the transaction: it can only be rolled back */
    /* a write or fsync failed in the disk itself: no change is accepted any more (never retry an
     * fsync) */
    bool dead;
    /* endpoint after which the next claim goes on; malloc'ed, NULL: from the start */
    char *turn_profile;
    char *turn_endpoint;
    char error[640];
};

/* ---- sqlite.c ---- */
/* Puts a SQLite result code into words and into a code of ours. */
int pgy_db_fail(struct pgy_store *store, int rc);
/* A refusal of the store itself: sets the sentence, returns code. */
int pgy_db_refuse(struct pgy_store *store, int code, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Prepares (once) a constant SQL text and binds by `types`: 's' const char * or NULL, 'i' int64_t,
 * 'b' const void * and size_t. What is bound is borrowed until the statement is done. */
int pgy_db_query(struct pgy_store *store, sqlite3_stmt **stmt, const char *sql, const char *types,
                 ...);
/* 1: a row; 0: no more (the statement is reset); negative: failed (reset). */
int pgy_db_step(struct pgy_store *store, sqlite3_stmt *stmt);
/* Ends a query before its last row. */
void pgy_db_end(sqlite3_stmt *stmt);
/* A statement that changes something and gives no rows. */
int pgy_db_run(struct pgy_store *store, const char *sql, const char *types, ...);
/* Constant statements without parameters, several at once. */
int pgy_db_execute(struct pgy_store *store, const char *sql);
/* A query for one number: 1 with *value, 0 when there is no row or it is NULL, negative. */
int pgy_db_number(struct pgy_store *store, int64_t *value, const char *sql, const char *types, ...);
/* The least instant of a query for one, INT64_MAX when there is none: 0 or negative. */
int pgy_db_least(struct pgy_store *store, int64_t *utc, const char *sql, const char *types, ...);
/* The first column of every row, copied into the arena: 0 or negative. */
int pgy_db_texts(struct pgy_store *store, struct pgy_arena *arena, const char ***list, size_t *n,
                 const char *sql, const char *types, ...);
/* Rows the last pgy_db_run changed. */
int64_t pgy_db_changes(const struct pgy_store *store);

/* A transaction, or a savepoint inside the one that is open; leave keeps it when rc is 0, else
 * undoes it, and returns rc or the failure. */
int pgy_db_enter(struct pgy_store *store);
int pgy_db_leave(struct pgy_store *store, int rc);

/* A text as a column that is never NULL takes it. */
static inline const char *pgy_db_given(const char *text)
{
    return text ? text : "";
}
/* A column copied into the arena; NULL stays NULL. */
const char *pgy_db_text(sqlite3_stmt *stmt, int column, struct pgy_arena *arena);
const void *pgy_db_blob(sqlite3_stmt *stmt, int column, struct pgy_arena *arena, size_t *len);

/* ---- due.c ---- */
/* What a table has of a reminder, and that read from a row, from the column it begins at. */
#define PGY_DB_DUE                                                                                 \
    "item, target, step, at, expires, severity, kind, plugin, title, detail, discreet, next, "     \
    "stakes"
enum { PGY_DB_DUE_COLUMNS = 13 };
void pgy_db_read_due(sqlite3_stmt *stmt, int first, struct pgy_arena *arena, struct pgy_due *due);

/* ---- schema.c ---- */
enum { PGY_STORE_APPLICATION = 0x70677964 /* "pgyd" */ };
/* Tables with a profile column: what "everything of a profile" is. NULL ends it. */
extern const char *const pgy_schema_tables[];
/* Makes the tables of an empty database, in a transaction of the caller. */
int pgy_schema_create(struct pgy_store *store);
/* Brings version `from` up to PGY_STORE_SCHEMA, in a transaction of the caller. */
int pgy_schema_migrate(struct pgy_store *store, int from);

/* ---- open.c ---- */
/* A consistent copy of the open database at path (must not exist), fsynced, mode 0600. */
int pgy_db_copy(struct pgy_store *store, const char *path);

#endif
