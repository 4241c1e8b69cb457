/* SPDX-License-Identifier: BSD-2-Clause */
/* Reminders that fired and wait to leave, each for a place. What is still to fire is due.c's. */
#include "store/db.h"

#define COLUMNS "endpoint, " PGY_DB_DUE ", since, leaves"

int pgy_store_gather(struct pgy_store *store, const char *profile, const struct pgy_gathered *row)
{
    const struct pgy_due *d = &row->due;
    return pgy_db_run(store,
                      "INSERT OR REPLACE INTO gathered(profile, " COLUMNS
                      ") VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, "
                      "?16, ?17)",
                      "sssssiiiisssssiii", profile, pgy_db_given(row->endpoint), d->item, d->target,
                      d->step, d->at, d->expires, (int64_t)d->severity, (int64_t)d->kind,
                      pgy_db_given(d->plugin), pgy_db_given(d->title), pgy_db_given(d->detail),
                      pgy_db_given(d->discreet), pgy_db_given(d->next), (int64_t)d->stakes,
                      row->since, row->leaves);
}

static void read_row(sqlite3_stmt *stmt, struct pgy_arena *arena, struct pgy_gathered *row)
{
    *row = (struct pgy_gathered){
        .endpoint = pgy_db_text(stmt, 0, arena),
        .since = sqlite3_column_int64(stmt, PGY_DB_DUE_COLUMNS + 1),
        .leaves = sqlite3_column_int64(stmt, PGY_DB_DUE_COLUMNS + 2),
    };
    pgy_db_read_due(stmt, 1, arena, &row->due);
}

int pgy_store_gathered(struct pgy_store *store, const char *profile, struct pgy_arena *arena,
                       struct pgy_gathered **list, size_t *n)
{
    sqlite3_stmt *stmt;
    struct pgy_gathered *found = NULL;
    size_t count = 0, cap = 0;
    int rc = pgy_db_query(store, &stmt,
                          "SELECT " COLUMNS " FROM gathered WHERE profile = ?1 ORDER BY at, item, "
                          "target, step, endpoint",
                          "s", profile);
    while (rc >= 0 && (rc = pgy_db_step(store, stmt)) > 0)
        read_row(stmt, arena, pgy_arena_push(arena, &found, &count, &cap, sizeof *found));
    if (rc < 0)
        return rc;
    *list = found;
    *n = count;
    return 0;
}

int pgy_store_gathered_drop(struct pgy_store *store, const char *profile, const char *item,
                            const char *target)
{
    return pgy_db_run(store,
                      "DELETE FROM gathered WHERE profile = ?1 AND item = ?2 AND target = ?3",
                      "sss", profile, item, target);
}

int pgy_store_gathered_said(struct pgy_store *store, const char *profile, int64_t now)
{
    return pgy_db_run(store, "DELETE FROM gathered WHERE profile = ?1 AND leaves <= ?2", "si",
                      profile, now);
}

int pgy_store_gathered_move(struct pgy_store *store, const char *profile,
                            const struct pgy_gathered *row, int64_t leaves)
{
    if (!row)
        return pgy_db_run(store,
                          "UPDATE gathered SET leaves = ?2 WHERE profile = ?1 AND leaves <> ?2",
                          "si", profile, leaves);
    return pgy_db_run(store,
                      "UPDATE gathered SET leaves = ?6 WHERE profile = ?1 AND endpoint = ?2 AND "
                      "item = ?3 AND target = ?4 AND step = ?5",
                      "sssssi", profile, row->endpoint, row->due.item, row->due.target,
                      row->due.step, leaves);
}

int pgy_store_gathered_ready(struct pgy_store *store, int64_t now, size_t skip, size_t max,
                             struct pgy_arena *arena, const char ***profiles, size_t *n)
{
    return pgy_db_texts(store, arena, profiles, n,
                        "SELECT profile FROM gathered WHERE leaves <= ?1 GROUP BY profile ORDER BY "
                        "min(leaves), profile LIMIT ?2 OFFSET ?3",
                        "iii", now, (int64_t)max, (int64_t)skip);
}

int pgy_store_next_digest(struct pgy_store *store, int64_t after, int64_t *utc)
{
    return pgy_db_least(store, utc, "SELECT min(leaves) FROM gathered WHERE leaves > ?1", "i",
                        after);
}

int pgy_store_outbox_digests(struct pgy_store *store, const char *profile, struct pgy_arena *arena,
                             int64_t **ids, size_t *n)
{
    sqlite3_stmt *stmt;
    int64_t *found = NULL;
    size_t count = 0, cap = 0;
    int rc =
        pgy_db_query(store, &stmt,
                     "SELECT id FROM outbox WHERE profile = ?1 AND state = 0 AND item = '' AND "
                     "type = 'digest' ORDER BY id",
                     "s", profile);
    while (rc >= 0 && (rc = pgy_db_step(store, stmt)) > 0)
        *(int64_t *)pgy_arena_push(arena, &found, &count, &cap, sizeof *found) =
            sqlite3_column_int64(stmt, 0);
    if (rc < 0)
        return rc;
    *ids = found;
    *n = count;
    return 0;
}

int pgy_store_outbox_unsay(struct pgy_store *store, int64_t id)
{
    return pgy_db_run(store, "DELETE FROM outbox WHERE id = ?1 AND state = 0", "i", id);
}
