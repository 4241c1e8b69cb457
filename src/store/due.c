/* SPDX-License-Identifier: BSD-2-Clause */
/* Reminders to come, the keys of those that fired (architecture 8), and those of them that wait for
 * a digest. */
#include "store/db.h"

#include "base/err.h"
#include "base/str.h"

#include <stdlib.h>
#include <string.h>

void pgy_db_read_due(sqlite3_stmt *stmt, int first, struct pgy_arena *arena, struct pgy_due *due)
{
    *due = (struct pgy_due){
        .item = pgy_db_text(stmt, first, arena),
        .target = pgy_db_text(stmt, first + 1, arena),
        .step = pgy_db_text(stmt, first + 2, arena),
        .at = sqlite3_column_int64(stmt, first + 3),
        .expires = sqlite3_column_int64(stmt, first + 4),
        .severity = (uint16_t)sqlite3_column_int64(stmt, first + 5),
        .kind = (uint16_t)sqlite3_column_int64(stmt, first + 6),
        .plugin = pgy_db_text(stmt, first + 7, arena),
        .title = pgy_db_text(stmt, first + 8, arena),
        .detail = pgy_db_text(stmt, first + 9, arena),
        .discreet = pgy_db_text(stmt, first + 10, arena),
        .next = pgy_db_text(stmt, first + 11, arena),
        .stakes = (uint16_t)sqlite3_column_int64(stmt, first + 12),
    };
}

/* Order of the key, as SQLite's BINARY collation has it. */
static int compare(const struct pgy_due *a, const struct pgy_due *b)
{
    int c = strcmp(a->item, b->item);
    if (c == 0)
        c = strcmp(a->target, b->target);
    return c != 0 ? c : strcmp(a->step, b->step);
}

static int compare_pointers(const void *a, const void *b)
{
    return compare(*(const struct pgy_due *const *)a, *(const struct pgy_due *const *)b);
}

static bool same(const struct pgy_due *a, const struct pgy_due *b)
{
    return a->at == b->at && a->expires == b->expires && a->severity == b->severity &&
           a->kind == b->kind && a->stakes == b->stakes &&
           pgy_streq(pgy_db_given(a->plugin), pgy_db_given(b->plugin)) &&
           pgy_streq(pgy_db_given(a->title), pgy_db_given(b->title)) &&
           pgy_streq(pgy_db_given(a->detail), pgy_db_given(b->detail)) &&
           pgy_streq(pgy_db_given(a->discreet), pgy_db_given(b->discreet)) &&
           pgy_streq(pgy_db_given(a->next), pgy_db_given(b->next));
}

static int put(struct pgy_store *store, const char *profile, const struct pgy_due *d)
{
    return pgy_db_run(store,
                      "INSERT OR REPLACE INTO due(profile, " PGY_DB_DUE
                      ") VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)",
                      "ssssiiiisssssi", profile, d->item, d->target, d->step, d->at, d->expires,
                      (int64_t)d->severity, (int64_t)d->kind, pgy_db_given(d->plugin),
                      pgy_db_given(d->title), pgy_db_given(d->detail), pgy_db_given(d->discreet),
                      pgy_db_given(d->next), (int64_t)d->stakes);
}

static int drop(struct pgy_store *store, const char *profile, const struct pgy_due *d)
{
    return pgy_db_run(
        store, "DELETE FROM due WHERE profile = ?1 AND item = ?2 AND target = ?3 AND step = ?4",
        "ssss", profile, d->item, d->target, d->step);
}

static int read_profile(struct pgy_store *store, const char *profile, struct pgy_arena *arena,
                        struct pgy_due **list, size_t *n)
{
    sqlite3_stmt *stmt;
    size_t cap = 0;
    int rc = pgy_db_query(store, &stmt,
                          "SELECT " PGY_DB_DUE
                          " FROM due WHERE profile = ?1 ORDER BY item, target, step",
                          "s", profile);
    while (rc >= 0 && (rc = pgy_db_step(store, stmt)) > 0)
        pgy_db_read_due(stmt, 0, arena, pgy_arena_push(arena, list, n, &cap, sizeof **list));
    return rc;
}

/* Walks both lists by key and writes what differs only: a midnight without a change writes
 * nothing. A step that should have rung before anybody planned it (another version, a pack or a
 * person gave an item more steps) is nobody's. */
static int merge(struct pgy_store *store, const char *profile, const struct pgy_due **want,
                 size_t nwant, const struct pgy_due *have, size_t nhave, int64_t now)
{
    size_t w = 0, h = 0;
    int rc = 0;
    while (rc == 0 && (w < nwant || h < nhave)) {
        int c = w == nwant ? 1 : h == nhave ? -1 : compare(want[w], &have[h]);
        if (c > 0) {
            rc = drop(store, profile, &have[h++]);
            continue;
        }
        bool past = c < 0 && want[w]->at < now && *want[w]->item;
        if (!past && (c < 0 || !same(want[w], &have[h])))
            rc = put(store, profile, want[w]);
        h += c == 0;
        /* A key given twice: the first stands. */
        size_t first = w++;
        while (w < nwant && compare(want[first], want[w]) == 0)
            w++;
    }
    return rc;
}

static int replace(struct pgy_store *store, const char *profile, const struct pgy_due *list,
                   size_t n, int64_t now)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    const struct pgy_due **want = pgy_arena_array(arena, n + 1, sizeof *want);
    struct pgy_due *have = NULL;
    size_t nhave = 0;
    for (size_t i = 0; i < n; i++)
        want[i] = &list[i];
    qsort(want, n, sizeof *want, compare_pointers);
    int rc = read_profile(store, profile, arena, &have, &nhave);
    return rc < 0 ? rc : merge(store, profile, want, n, have, nhave, now);
}

int pgy_store_due_replace(struct pgy_store *store, const char *profile, const struct pgy_due *list,
                          size_t n, int64_t now)
{
    int rc = pgy_db_enter(store);
    return rc < 0 ? rc : pgy_db_leave(store, replace(store, profile, list, n, now));
}

int pgy_store_due(struct pgy_store *store, int64_t now, size_t skip, size_t max,
                  struct pgy_arena *arena, struct pgy_due **list, const char ***profiles, size_t *n)
{
    sqlite3_stmt *stmt;
    struct pgy_due *found = NULL;
    const char **owners = NULL;
    size_t count = 0, cap = 0, nowners = 0, cap_owners = 0;
    int rc = pgy_db_query(store, &stmt,
                          "SELECT " PGY_DB_DUE ", profile FROM due WHERE at <= ?1 ORDER BY at, "
                          "profile, item, target, step LIMIT ?2 OFFSET ?3",
                          "iii", now, (int64_t)max, (int64_t)skip);
    while (rc >= 0 && (rc = pgy_db_step(store, stmt)) > 0) {
        pgy_db_read_due(stmt, 0, arena, pgy_arena_push(arena, &found, &count, &cap, sizeof *found));
        *(const char **)pgy_arena_push(arena, &owners, &nowners, &cap_owners, sizeof *owners) =
            pgy_db_text(stmt, PGY_DB_DUE_COLUMNS, arena);
    }
    if (rc < 0)
        return rc;
    *list = found;
    *profiles = owners;
    *n = count;
    return 0;
}

int pgy_store_due_later(struct pgy_store *store, const char *profile, const struct pgy_due *due,
                        int64_t now)
{
    int64_t one;
    return pgy_db_number(store, &one,
                         "SELECT 1 FROM due WHERE profile = ?1 AND item = ?2 AND target = ?3 AND "
                         "at <= ?4 AND (at, step) > (?5, ?6) LIMIT 1",
                         "sssiis", profile, due->item, due->target, now, due->at, due->step);
}

int pgy_store_next_due(struct pgy_store *store, int64_t after, int64_t *utc)
{
    return pgy_db_least(store, utc, "SELECT min(at) FROM due WHERE at > ?1", "i", after);
}

static int fire(struct pgy_store *store, const char *profile, const struct pgy_due *due,
                int64_t now)
{
    int rc = pgy_db_run(
        store, "INSERT INTO fired(profile, item, target, step, at) VALUES(?1, ?2, ?3, ?4, ?5)",
        "ssssi", profile, due->item, due->target, due->step, now);
    return rc < 0 ? rc : drop(store, profile, due);
}

int pgy_store_fire(struct pgy_store *store, const char *profile, const struct pgy_due *due,
                   int64_t now)
{
    int rc = pgy_db_enter(store);
    return rc < 0 ? rc : pgy_db_leave(store, fire(store, profile, due, now));
}

int pgy_store_fired(struct pgy_store *store, const char *profile, const char *item,
                    const char *target, const char *step)
{
    int64_t one;
    return pgy_db_number(
        store, &one,
        "SELECT 1 FROM fired WHERE profile = ?1 AND item = ?2 AND target = ?3 AND step = ?4",
        "ssss", profile, item, target, step);
}

int pgy_store_seen(struct pgy_store *store, const char *profile, const char *item,
                   const char *target, int64_t now, int64_t *first)
{
    static const char look[] =
        "SELECT first FROM seen WHERE profile = ?1 AND item = ?2 AND target = ?3";
    int64_t when = now;
    int rc = pgy_db_number(store, &when, look, "sss", profile, item, target);
    if (rc == 0)
        rc = pgy_db_run(store,
                        "INSERT INTO seen(profile, item, target, first) VALUES(?1, ?2, ?3, ?4)",
                        "sssi", profile, item, target, now);
    if (rc < 0)
        return rc;
    *first = when;
    return 0;
}
