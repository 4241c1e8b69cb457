/* SPDX-License-Identifier: BSD-2-Clause */
/* The journal: what happened. Entries are never changed but for a renamed subject and the mark of a
 * reversal. */
#include "store/db.h"

#include "base/err.h"

static int add_args(struct pgy_store *store, const char *profile, int64_t number,
                    const struct pgy_happening *what)
{
    for (size_t i = 0; i < what->nargs; i++) {
        int rc = pgy_db_run(store,
                            "INSERT INTO journal_args(profile, number, place, key, value) "
                            "VALUES(?1, ?2, ?3, ?4, ?5)",
                            "siiss", profile, number, (int64_t)i, what->keys[i], what->values[i]);
        if (rc < 0)
            return rc;
    }
    return 0;
}

/* Marks the entry an undo takes back. */
static int reverse(struct pgy_store *store, const char *profile, int64_t number)
{
    int64_t state = 0;
    int rc = pgy_db_number(
        store, &state,
        "SELECT reversed + 2 * (reverses > 0) FROM journal WHERE profile = ?1 AND number = ?2",
        "si", profile, number);
    if (rc < 0)
        return rc;
    if (rc == 0)
        return pgy_db_refuse(store, PGY_ENOTFOUND, "the journal of %s has no entry %lld", profile,
                             (long long)number);
    if (state & 2)
        return pgy_db_refuse(store, PGY_EREFUSED,
                             "entry %lld is an undo itself: log what happened again instead",
                             (long long)number);
    if (state & 1)
        return pgy_db_refuse(store, PGY_EEXISTS, "entry %lld was taken back before",
                             (long long)number);
    return pgy_db_run(store, "UPDATE journal SET reversed = 1 WHERE profile = ?1 AND number = ?2",
                      "si", profile, number);
}

static int add(struct pgy_store *store, const char *profile, const struct pgy_happening *what,
               int64_t *number)
{
    int64_t next = 1;
    int rc = what->reverses > 0 ? reverse(store, profile, what->reverses) : 0;
    if (rc == 0 &&
        (rc = pgy_db_number(store, &next, "SELECT max(number) + 1 FROM journal WHERE profile = ?1",
                            "s", profile)) < 0)
        return rc;
    if (rc < 0)
        return rc;
    rc = pgy_db_run(store,
                    "INSERT INTO journal(profile, number, day, logged, kind, subject, event, "
                    "reverses, reversed)"
                    " VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 0)",
                    "siiisssi", profile, next, (int64_t)what->on, what->logged, what->kind,
                    what->subject ? what->subject : "", what->event ? what->event : "",
                    what->reverses);
    if (rc == 0)
        rc = add_args(store, profile, next, what);
    if (rc == 0)
        *number = next;
    return rc;
}

int pgy_store_journal_add(struct pgy_store *store, const char *profile,
                          const struct pgy_happening *what, int64_t *number)
{
    int64_t given = 0;
    if (what->nargs > PGY_JOURNAL_ARGS || !what->kind)
        return pgy_db_refuse(store, PGY_EINVAL,
                             "a journal entry takes a kind and at most %d arguments",
                             PGY_JOURNAL_ARGS);
    int rc = pgy_db_enter(store);
    if (rc < 0)
        return rc;
    rc = pgy_db_leave(store, add(store, profile, what, &given));
    if (rc == 0)
        *number = given;
    return rc;
}

static void read_entry(sqlite3_stmt *stmt, struct pgy_arena *arena, struct pgy_happening *entry)
{
    entry->number = sqlite3_column_int64(stmt, 0);
    entry->on = (pgy_day)sqlite3_column_int64(stmt, 1);
    entry->logged = sqlite3_column_int64(stmt, 2);
    entry->kind = pgy_db_text(stmt, 3, arena);
    entry->subject = pgy_db_text(stmt, 4, arena);
    entry->event = pgy_db_text(stmt, 5, arena);
    entry->reverses = sqlite3_column_int64(stmt, 6);
    entry->reversed = sqlite3_column_int64(stmt, 7) != 0;
}

int pgy_store_journal(struct pgy_store *store, const char *profile, struct pgy_journal *journal)
{
    sqlite3_stmt *stmt;
    struct pgy_happening *entry = NULL;
    int rc = pgy_db_query(
        store, &stmt,
        "SELECT j.number, j.day, j.logged, j.kind, j.subject, j.event, j.reverses, j.reversed, "
        "a.key, a.value"
        " FROM journal j LEFT JOIN journal_args a ON a.profile = j.profile AND a.number = j.number"
        " WHERE j.profile = ?1 ORDER BY j.day, j.number, a.place",
        "s", profile);
    while (rc >= 0 && (rc = pgy_db_step(store, stmt)) > 0) {
        if (!entry || entry->number != sqlite3_column_int64(stmt, 0)) {
            entry = pgy_arena_push(journal->arena, &journal->list, &journal->n, &journal->cap,
                                   sizeof *entry);
            read_entry(stmt, journal->arena, entry);
        }
        if (sqlite3_column_type(stmt, 8) != SQLITE_NULL && entry->nargs < PGY_JOURNAL_ARGS) {
            entry->keys[entry->nargs] = pgy_db_text(stmt, 8, journal->arena);
            entry->values[entry->nargs++] = pgy_db_text(stmt, 9, journal->arena);
        }
    }
    return rc;
}

int pgy_store_journal_move(struct pgy_store *store, const char *profile, const char *old,
                           const char *new_subject, int64_t *moved)
{
    /* "old@1" up to "old@..." sort from old + '@' to before old + 'A'. */
    int rc = pgy_db_run(
        store,
        "UPDATE journal SET subject = ?3 || substr(subject, length(?2) + 1)"
        " WHERE profile = ?1 AND (subject = ?2 OR (subject >= ?2 || '@' AND subject < ?2 || 'A'))",
        "sss", profile, old, new_subject);
    if (rc == 0)
        *moved = pgy_db_changes(store);
    return rc;
}
