/* SPDX-License-Identifier: BSD-2-Clause */
/* What was planned and published: last good batches, revisions, renamed ids. */
#include "store/db.h"

#include "base/err.h"

/* Hashes use all 64 bits; SQLite's integers are signed. */
static int64_t hash_in(uint64_t hash)
{
    return (int64_t)hash;
}

static uint64_t hash_out(sqlite3_stmt *stmt, int column)
{
    return (uint64_t)sqlite3_column_int64(stmt, column);
}

int pgy_store_batch_put(struct pgy_store *store, const char *profile, const char *plugin,
                        const char *version, uint64_t inputs, const void *frames, size_t len,
                        int64_t now)
{
    return pgy_db_run(store,
                      "INSERT INTO batches(profile, plugin, version, inputs, frames, at) "
                      "VALUES(?1, ?2, ?3, ?4, ?5, ?6)"
                      " ON CONFLICT(profile, plugin) DO UPDATE SET version = excluded.version, "
                      "inputs = excluded.inputs,"
                      " frames = excluded.frames, at = excluded.at",
                      "sssibi", profile, plugin, version, hash_in(inputs), frames, len, now);
}

int pgy_store_batch_get(struct pgy_store *store, const char *profile, const char *plugin,
                        struct pgy_arena *arena, const char **version, uint64_t *inputs,
                        const void **frames, size_t *len, int64_t *when)
{
    sqlite3_stmt *stmt;
    int rc = pgy_db_query(
        store, &stmt,
        "SELECT version, inputs, frames, at FROM batches WHERE profile = ?1 AND plugin = ?2", "ss",
        profile, plugin);
    if (rc < 0 || (rc = pgy_db_step(store, stmt)) < 0)
        return rc;
    if (rc == 0)
        return pgy_db_refuse(store, PGY_ENOTFOUND, "%s never planned for %s", plugin, profile);
    *version = pgy_db_text(stmt, 0, arena);
    *inputs = hash_out(stmt, 1);
    *frames = pgy_db_blob(stmt, 2, arena, len);
    *when = sqlite3_column_int64(stmt, 3);
    pgy_db_end(stmt);
    return 0;
}

int pgy_store_revisions(struct pgy_store *store, const char *profile,
                        struct pgy_revisions *revisions)
{
    sqlite3_stmt *stmt;
    int rc = pgy_db_query(store, &stmt,
                          "SELECT id, hash, sequence, revised, created, cancelled FROM revisions "
                          "WHERE profile = ?1 ORDER BY id",
                          "s", profile);
    while (rc >= 0 && (rc = pgy_db_step(store, stmt)) > 0) {
        struct pgy_revision *r = pgy_arena_push(revisions->arena, &revisions->list, &revisions->n,
                                                &revisions->cap, sizeof *r);
        r->id = pgy_db_text(stmt, 0, revisions->arena);
        r->hash = hash_out(stmt, 1);
        r->sequence = (uint32_t)sqlite3_column_int64(stmt, 2);
        r->revised = sqlite3_column_int64(stmt, 3);
        r->created = sqlite3_column_int64(stmt, 4);
        r->cancelled = sqlite3_column_type(stmt, 5) == SQLITE_NULL
                           ? PGY_NO_DAY
                           : (pgy_day)sqlite3_column_int64(stmt, 5);
    }
    return rc;
}

static int put_revisions(struct pgy_store *store, const char *profile,
                         const struct pgy_revisions *changed)
{
    for (size_t i = 0; i < changed->n; i++) {
        const struct pgy_revision *r = &changed->list[i];
        int rc = pgy_db_run(
            store,
            "INSERT INTO revisions(profile, id, hash, sequence, revised, created, cancelled)"
            " VALUES(?1, ?2, ?3, ?4, ?5, ?6, nullif(?7, -2147483648))" /* PGY_NO_DAY */
            " ON CONFLICT(profile, id) DO UPDATE SET hash = excluded.hash, sequence = "
            "excluded.sequence,"
            " revised = excluded.revised, created = excluded.created, cancelled = "
            "excluded.cancelled",
            "ssiiiii", profile, r->id, hash_in(r->hash), (int64_t)r->sequence, r->revised,
            r->created, (int64_t)r->cancelled);
        if (rc < 0)
            return rc;
    }
    return 0;
}

int pgy_store_revisions_put(struct pgy_store *store, const char *profile,
                            const struct pgy_revisions *changed)
{
    int rc = pgy_db_enter(store);
    return rc < 0 ? rc : pgy_db_leave(store, put_revisions(store, profile, changed));
}

int pgy_store_shown(struct pgy_store *store, const char *profile, struct pgy_arena *arena,
                    struct pgy_shown_list *shown)
{
    sqlite3_stmt *stmt;
    struct pgy_shown_list found = {0};
    int rc = pgy_db_query(
        store, &stmt, "SELECT item, day FROM shown WHERE profile = ?1 ORDER BY item", "s", profile);
    while (rc >= 0 && (rc = pgy_db_step(store, stmt)) > 0) {
        struct pgy_shown *one =
            pgy_arena_push(arena, &found.list, &found.n, &found.cap, sizeof *one);
        *one = (struct pgy_shown){.id = pgy_db_text(stmt, 0, arena),
                                  .day = (pgy_day)sqlite3_column_int64(stmt, 1)};
    }
    if (rc < 0)
        return rc;
    *shown = found;
    return 0;
}

int pgy_store_show(struct pgy_store *store, const char *profile, const char *item, pgy_day day)
{
    return pgy_db_run(store, "INSERT OR IGNORE INTO shown(profile, item, day) VALUES(?1, ?2, ?3)",
                      "ssi", profile, item, (int64_t)day);
}

/* Where item ids stand. What has the new id already stays; the old one's row then goes. */
static const struct {
    const char *move, *drop; /* drop NULL: the column is no key */
} renames[] = {
#define MATCH(column)                                                                              \
    "profile = ?1 AND (" column " = ?2 OR (" column " >= ?2 || '@' AND " column " < ?2 || 'A'))"
#define MOVE(table, column)                                                                        \
    "UPDATE OR IGNORE " table " SET " column " = ?3 || substr(" column                             \
    ", length(?2) + 1) WHERE " MATCH(column)
#define DROP(table, column) "DELETE FROM " table " WHERE " MATCH(column)
    {MOVE("revisions", "id"), DROP("revisions", "id")},
    {MOVE("due", "item"), DROP("due", "item")},
    {MOVE("fired", "item"), DROP("fired", "item")},
    {MOVE("seen", "item"), DROP("seen", "item")},
    {MOVE("shown", "item"), DROP("shown", "item")},
    {MOVE("gathered", "item"), DROP("gathered", "item")},
    {MOVE("outbox", "item"), NULL},
    {MOVE("journal", "subject"), NULL},
};

static int rename_all(struct pgy_store *store, const char *profile, const char *from_id,
                      const char *to_id)
{
    for (size_t i = 0; i < sizeof renames / sizeof renames[0]; i++) {
        int rc = pgy_db_run(store, renames[i].move, "sss", profile, from_id, to_id);
        if (rc == 0 && renames[i].drop)
            rc = pgy_db_run(store, renames[i].drop, "ss", profile, from_id);
        if (rc < 0)
            return rc;
    }
    return 0;
}

int pgy_store_rename(struct pgy_store *store, const char *profile, const char *from_id,
                     const char *to_id)
{
    int rc = pgy_db_enter(store);
    return rc < 0 ? rc : pgy_db_leave(store, rename_all(store, profile, from_id, to_id));
}
