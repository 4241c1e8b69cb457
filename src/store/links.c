/* SPDX-License-Identifier: BSD-2-Clause */
/* Profiles and their accepted configurations, endpoints, subscriptions, small facts. */
#include "store/db.h"

#include "base/err.h"

#include <errno.h>
#include <stdio.h>

/* ---- profiles ---- */

int pgy_store_profile_put(struct pgy_store *store, const struct pgy_stored_profile *profile)
{
    return pgy_db_run(
        store,
        "INSERT INTO profiles(id, file, next_wake) VALUES(?1, ?2, ?3)"
        " ON CONFLICT(id) DO UPDATE SET file = excluded.file, next_wake = excluded.next_wake",
        "ssi", profile->id, profile->file, profile->next_wake);
}

int pgy_store_profile_wake(struct pgy_store *store, const char *profile, int64_t next_wake)
{
    int rc = pgy_db_run(store, "UPDATE profiles SET next_wake = ?2 WHERE id = ?1", "si", profile,
                        next_wake);
    if (rc == 0 && pgy_db_changes(store) == 0)
        rc = pgy_db_refuse(store, PGY_ENOTFOUND, "there is no profile %s", profile);
    return rc;
}

int pgy_store_profiles(struct pgy_store *store, struct pgy_arena *arena,
                       struct pgy_stored_profile **list, size_t *n)
{
    sqlite3_stmt *stmt;
    struct pgy_stored_profile *found = NULL;
    size_t count = 0, cap = 0;
    int rc = pgy_db_query(store, &stmt, "SELECT id, file, next_wake FROM profiles ORDER BY id", "");
    while (rc >= 0 && (rc = pgy_db_step(store, stmt)) > 0) {
        struct pgy_stored_profile *p = pgy_arena_push(arena, &found, &count, &cap, sizeof *p);
        p->id = pgy_db_text(stmt, 0, arena);
        p->file = pgy_db_text(stmt, 1, arena);
        p->next_wake = sqlite3_column_int64(stmt, 2);
    }
    if (rc < 0)
        return rc;
    *list = found;
    *n = count;
    return 0;
}

static int remove_all(struct pgy_store *store, const char *profile)
{
    int rc = pgy_db_run(store, "DELETE FROM profiles WHERE id = ?1", "s", profile);
    if (rc == 0)
        rc = pgy_db_run(store, "DELETE FROM accepted WHERE key = ?1", "s", profile);
    for (const char *const *table = pgy_schema_tables; rc == 0 && *table; table++) {
        /* Not cached: the text is made here. Table names are our own constants. */
        char sql[80];
        sqlite3_stmt *stmt = NULL;
        errno = 0;
        snprintf(sql, sizeof sql, "DELETE FROM %s WHERE profile = ?1", *table);
        int code = sqlite3_prepare_v2(store->db, sql, -1, &stmt, NULL);
        if (code == SQLITE_OK)
            code = sqlite3_bind_text(stmt, 1, profile, -1, SQLITE_STATIC);
        if (code == SQLITE_OK && (code = sqlite3_step(stmt)) == SQLITE_DONE)
            code = SQLITE_OK;
        sqlite3_finalize(stmt);
        if (code != SQLITE_OK)
            rc = pgy_db_fail(store, code);
    }
    return rc;
}

int pgy_store_profile_remove(struct pgy_store *store, const char *profile)
{
    int rc = pgy_db_enter(store);
    return rc < 0 ? rc : pgy_db_leave(store, remove_all(store, profile));
}

int pgy_store_profiles_due(struct pgy_store *store, int64_t now, size_t max,
                           struct pgy_arena *arena, const char ***ids, size_t *n)
{
    return pgy_db_texts(
        store, arena, ids, n,
        "SELECT id FROM profiles WHERE next_wake <= ?1 ORDER BY next_wake, id LIMIT ?2", "ii", now,
        (int64_t)max);
}

int pgy_store_next_wake(struct pgy_store *store, int64_t *utc)
{
    return pgy_db_least(store, utc, "SELECT min(next_wake) FROM profiles", "");
}

/* ---- accepted configurations ---- */

int pgy_store_accepted_put(struct pgy_store *store, const char *key, const char *file,
                           const char *text, size_t len, int64_t now)
{
    return pgy_db_run(store,
                      "INSERT INTO accepted(key, file, text, at) VALUES(?1, ?2, ?3, ?4)"
                      " ON CONFLICT(key) DO UPDATE SET file = excluded.file, text = excluded.text, "
                      "at = excluded.at",
                      "ssbi", key, file, (const void *)text, len, now);
}

int pgy_store_accepted_get(struct pgy_store *store, const char *key, struct pgy_arena *arena,
                           const char **file, const char **text, size_t *len, int64_t *when)
{
    sqlite3_stmt *stmt;
    int rc =
        pgy_db_query(store, &stmt, "SELECT file, text, at FROM accepted WHERE key = ?1", "s", key);
    if (rc < 0 || (rc = pgy_db_step(store, stmt)) < 0)
        return rc;
    if (rc == 0)
        return pgy_db_refuse(store, PGY_ENOTFOUND, "no configuration was accepted yet for '%s'",
                             key);
    *file = pgy_db_text(stmt, 0, arena);
    *text = pgy_db_blob(stmt, 1, arena, len);
    *when = sqlite3_column_int64(stmt, 2);
    pgy_db_end(stmt);
    return 0;
}

/* ---- endpoints ---- */

static void read_endpoint(sqlite3_stmt *stmt, struct pgy_arena *arena, struct pgy_endpoint *e)
{
    *e = (struct pgy_endpoint){
        .profile = pgy_db_text(stmt, 0, arena),
        .endpoint = pgy_db_text(stmt, 1, arena),
        .failures = (uint32_t)sqlite3_column_int64(stmt, 2),
        .paused_until = sqlite3_column_int64(stmt, 3),
        .reason = pgy_db_text(stmt, 4, arena),
        .last_delivered = sqlite3_column_int64(stmt, 5),
    };
}

#define ENDPOINT_COLUMNS "profile, endpoint, failures, paused_until, reason, last_delivered"

int pgy_store_endpoint_get(struct pgy_store *store, const char *profile, const char *endpoint,
                           struct pgy_arena *arena, struct pgy_endpoint *out)
{
    sqlite3_stmt *stmt;
    int rc = pgy_db_query(store, &stmt,
                          "SELECT " ENDPOINT_COLUMNS
                          " FROM endpoints WHERE profile = ?1 AND endpoint = ?2",
                          "ss", profile, endpoint);
    if (rc < 0 || (rc = pgy_db_step(store, stmt)) < 0)
        return rc;
    if (rc == 0) {
        *out = (struct pgy_endpoint){.profile = pgy_arena_strdup(arena, profile),
                                     .endpoint = pgy_arena_strdup(arena, endpoint)};
        return 0;
    }
    read_endpoint(stmt, arena, out);
    pgy_db_end(stmt);
    return 0;
}

int pgy_store_endpoint_put(struct pgy_store *store, const struct pgy_endpoint *e)
{
    return pgy_db_run(store,
                      "INSERT OR REPLACE INTO endpoints(" ENDPOINT_COLUMNS
                      ") VALUES(?1, ?2, ?3, ?4, ?5, ?6)",
                      "ssiisi", e->profile, e->endpoint, (int64_t)e->failures, e->paused_until,
                      e->reason, e->last_delivered);
}

/* ---- subscriptions ---- */

int pgy_store_subscription_put(struct pgy_store *store, const struct pgy_subscription *s)
{
    return pgy_db_run(store,
                      "INSERT OR REPLACE INTO subscriptions(profile, name, feed, style, "
                      "generation, revoked, created, last_fetch, last_client)"
                      " VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
                      "ssssiiiis", s->profile, s->name, s->feed, s->style, (int64_t)s->generation,
                      (int64_t)s->revoked, s->created, s->last_fetch, s->last_client);
}

int pgy_store_subscriptions(struct pgy_store *store, const char *profile, struct pgy_arena *arena,
                            struct pgy_subscription **list, size_t *n)
{
    sqlite3_stmt *stmt;
    struct pgy_subscription *found = NULL;
    size_t count = 0, cap = 0;
    int rc = pgy_db_query(store, &stmt,
                          "SELECT profile, name, feed, style, generation, revoked, created, "
                          "last_fetch, last_client FROM subscriptions"
                          " WHERE ?1 IS NULL OR profile = ?1 ORDER BY profile, name",
                          "s", profile);
    while (rc >= 0 && (rc = pgy_db_step(store, stmt)) > 0) {
        struct pgy_subscription *s = pgy_arena_push(arena, &found, &count, &cap, sizeof *s);
        s->profile = pgy_db_text(stmt, 0, arena);
        s->name = pgy_db_text(stmt, 1, arena);
        s->feed = pgy_db_text(stmt, 2, arena);
        s->style = pgy_db_text(stmt, 3, arena);
        s->generation = (uint32_t)sqlite3_column_int64(stmt, 4);
        s->revoked = sqlite3_column_int64(stmt, 5) != 0;
        s->created = sqlite3_column_int64(stmt, 6);
        s->last_fetch = sqlite3_column_int64(stmt, 7);
        s->last_client = pgy_db_text(stmt, 8, arena);
    }
    if (rc < 0)
        return rc;
    *list = found;
    *n = count;
    return 0;
}

int pgy_store_subscription_fetched(struct pgy_store *store, const char *profile, const char *name,
                                   int64_t when, const char *client)
{
    int rc = pgy_db_run(store,
                        "UPDATE subscriptions SET last_fetch = max(last_fetch, ?3), last_client = "
                        "?4 WHERE profile = ?1 AND name = ?2",
                        "ssis", profile, name, when, client);
    if (rc == 0 && pgy_db_changes(store) == 0)
        rc = pgy_db_refuse(store, PGY_ENOTFOUND, "%s has no link %s", profile, name);
    return rc;
}
