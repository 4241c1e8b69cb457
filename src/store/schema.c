/* SPDX-License-Identifier: BSD-2-Clause */
/* The tables, in one place, and how older ones become these. Instants are UTC seconds, days are
 * days since 1970-01-01 (base/civil.h). */
#include "store/db.h"

#include "base/err.h"

#include <stdio.h>

/* Version 0 kept the journal alone. */
static const char journal_sql[] = "CREATE TABLE journal("
                                  " profile TEXT NOT NULL, number INTEGER NOT NULL, day INTEGER "
                                  "NOT NULL, logged INTEGER NOT NULL,"
                                  " kind TEXT NOT NULL, subject TEXT NOT NULL, event TEXT NOT NULL,"
                                  " reverses INTEGER NOT NULL, reversed INTEGER NOT NULL,"
                                  " PRIMARY KEY(profile, number)) STRICT, WITHOUT ROWID;"
                                  "CREATE INDEX journal_order ON journal(profile, day, number);"
                                  "CREATE INDEX journal_subject ON journal(profile, subject);"
                                  "CREATE TABLE journal_args("
                                  " profile TEXT NOT NULL, number INTEGER NOT NULL, place INTEGER "
                                  "NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL,"
                                  " PRIMARY KEY(profile, number, place)) STRICT, WITHOUT ROWID;";

static const char rest_sql[] =
    "CREATE TABLE meta(key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;"
    /* next_wake: its next pass */
    "CREATE TABLE profiles(id TEXT NOT NULL PRIMARY KEY, file TEXT NOT NULL, next_wake INTEGER NOT "
    "NULL) STRICT, WITHOUT ROWID;"
    "CREATE INDEX profiles_wake ON profiles(next_wake, id);"
    /* key: a profile, or '' for the daemon's own sections */
    "CREATE TABLE accepted(key TEXT NOT NULL PRIMARY KEY, file TEXT NOT NULL, text BLOB NOT NULL, "
    "at INTEGER NOT NULL) STRICT;"
    /* inputs: an unsigned hash in the bits of a signed number; frames: pgy_item_put */
    "CREATE TABLE batches("
    " profile TEXT NOT NULL, plugin TEXT NOT NULL, version TEXT NOT NULL, inputs INTEGER NOT NULL, "
    "frames BLOB NOT NULL, at INTEGER NOT NULL,"
    " PRIMARY KEY(profile, plugin)) STRICT;"
    /* hash as inputs above; cancelled: NULL while live */
    "CREATE TABLE revisions("
    " profile TEXT NOT NULL, id TEXT NOT NULL, hash INTEGER NOT NULL, sequence INTEGER NOT NULL,"
    " revised INTEGER NOT NULL, created INTEGER NOT NULL, cancelled INTEGER,"
    " PRIMARY KEY(profile, id)) STRICT, WITHOUT ROWID;"
    "CREATE TABLE due("
    " profile TEXT NOT NULL, item TEXT NOT NULL, target TEXT NOT NULL, step TEXT NOT NULL, at "
    "INTEGER NOT NULL, expires INTEGER NOT NULL,"
    " severity INTEGER NOT NULL, kind INTEGER NOT NULL, plugin TEXT NOT NULL, title TEXT NOT NULL, "
    "detail TEXT NOT NULL, discreet TEXT NOT NULL,"
    " PRIMARY KEY(profile, item, target, step)) STRICT, WITHOUT ROWID;"
    "CREATE INDEX due_at ON due(at);"
    /* the keys of firings (architecture 8): one row a firing, for ever */
    "CREATE TABLE fired("
    " profile TEXT NOT NULL, item TEXT NOT NULL, target TEXT NOT NULL, step TEXT NOT NULL, at "
    "INTEGER NOT NULL,"
    " PRIMARY KEY(profile, item, target, step)) STRICT, WITHOUT ROWID;"
    /* when an item first had this target */
    "CREATE TABLE seen("
    " profile TEXT NOT NULL, item TEXT NOT NULL, target TEXT NOT NULL, first INTEGER NOT NULL,"
    " PRIMARY KEY(profile, item, target)) STRICT, WITHOUT ROWID;"
    /* AUTOINCREMENT: an id is never given twice, also after pruning. state: enum
     * pgy_outbox_state */
    "CREATE TABLE outbox("
    " id INTEGER PRIMARY KEY AUTOINCREMENT, profile TEXT NOT NULL, endpoint TEXT NOT NULL, message "
    "TEXT NOT NULL UNIQUE,"
    " item TEXT NOT NULL, target TEXT NOT NULL, step TEXT NOT NULL, type TEXT NOT NULL, payload "
    "TEXT NOT NULL, severity INTEGER NOT NULL,"
    " created INTEGER NOT NULL, not_before INTEGER NOT NULL, expires INTEGER NOT NULL, next_try "
    "INTEGER NOT NULL,"
    " attempts INTEGER NOT NULL DEFAULT 0, spared INTEGER NOT NULL DEFAULT 0, state INTEGER NOT "
    "NULL DEFAULT 0,"
    " last_attempt INTEGER NOT NULL DEFAULT 0, finished INTEGER NOT NULL DEFAULT 0, last_code "
    "INTEGER NOT NULL DEFAULT 0, last_error TEXT) STRICT;"
    "CREATE INDEX outbox_next ON outbox(next_try) WHERE state = 0;"
    "CREATE INDEX outbox_lane ON outbox(profile, endpoint, next_try, id) WHERE state = 0;"
    "CREATE INDEX outbox_claimed ON outbox(profile, endpoint) WHERE state = 1;"
    "CREATE INDEX outbox_expires ON outbox(expires) WHERE state = 0;"
    "CREATE INDEX outbox_item ON outbox(profile, item, target) WHERE state = 0;"
    "CREATE INDEX outbox_profile ON outbox(profile, id);"
    "CREATE INDEX outbox_finished ON outbox(finished) WHERE state >= 2;"
    "CREATE TABLE endpoints("
    " profile TEXT NOT NULL, endpoint TEXT NOT NULL, failures INTEGER NOT NULL, paused_until "
    "INTEGER NOT NULL, reason TEXT,"
    " last_delivered INTEGER NOT NULL, PRIMARY KEY(profile, endpoint)) STRICT, WITHOUT ROWID;"
    "CREATE TABLE subscriptions("
    " profile TEXT NOT NULL, name TEXT NOT NULL, feed TEXT NOT NULL, style TEXT NOT NULL, "
    "generation INTEGER NOT NULL, revoked INTEGER NOT NULL,"
    " created INTEGER NOT NULL, last_fetch INTEGER NOT NULL, last_client TEXT,"
    " PRIMARY KEY(profile, name)) STRICT, WITHOUT ROWID;";

/* Since version 2. Reminders that fired and wait for the digest of [quiet] digest_at; leaves: when
 * that is */
static const char gathered_sql[] =
    "CREATE TABLE gathered("
    " profile TEXT NOT NULL, item TEXT NOT NULL, target TEXT NOT NULL, step TEXT NOT NULL, at "
    "INTEGER NOT NULL, expires INTEGER NOT NULL,"
    " severity INTEGER NOT NULL, kind INTEGER NOT NULL, plugin TEXT NOT NULL, title TEXT NOT NULL, "
    "detail TEXT NOT NULL, discreet TEXT NOT NULL,"
    " leaves INTEGER NOT NULL,"
    " PRIMARY KEY(profile, item, target, step)) STRICT, WITHOUT ROWID;"
    "CREATE INDEX gathered_leaves ON gathered(leaves, profile);";

/* Since version 3. What to do, for the message. */
static const char next_sql[] = "ALTER TABLE due ADD COLUMN next TEXT NOT NULL DEFAULT '';"
                               "ALTER TABLE gathered ADD COLUMN next TEXT NOT NULL DEFAULT '';";

/* Since version 4. What is gathered is gathered a place; what cannot be repaired is counted apart;
 * profiles.seen: when the person last gave a sign that no other table has. What an older pgyd told
 * counts as one: it must not fall silent the day it is replaced. */
static const char places_sql[] =
    "ALTER TABLE due ADD COLUMN stakes INTEGER NOT NULL DEFAULT 0;"
    "ALTER TABLE outbox ADD COLUMN stakes INTEGER NOT NULL DEFAULT 0;"
    "ALTER TABLE profiles ADD COLUMN seen INTEGER NOT NULL DEFAULT 0;"
    "UPDATE profiles SET seen = coalesce((SELECT max(created) FROM outbox WHERE profile = "
    "profiles.id), 0);"
    "CREATE TABLE gathered_places("
    " profile TEXT NOT NULL, endpoint TEXT NOT NULL, item TEXT NOT NULL, target TEXT NOT NULL, "
    "step TEXT NOT NULL, at INTEGER NOT NULL, expires INTEGER NOT NULL,"
    " severity INTEGER NOT NULL, kind INTEGER NOT NULL, plugin TEXT NOT NULL, title TEXT NOT NULL, "
    "detail TEXT NOT NULL, discreet TEXT NOT NULL, next TEXT NOT NULL, stakes INTEGER NOT NULL,"
    " since INTEGER NOT NULL, leaves INTEGER NOT NULL,"
    " PRIMARY KEY(profile, endpoint, item, target, step)) STRICT, WITHOUT ROWID;"
    "INSERT INTO gathered_places SELECT profile, '', item, target, step, at, expires, severity, "
    "kind, plugin, title, detail, discreet, next, 0, at, leaves FROM gathered;"
    "DROP TABLE gathered;"
    "ALTER TABLE gathered_places RENAME TO gathered;"
    "CREATE INDEX gathered_leaves ON gathered(leaves, profile);"
    /* first a useful thing of a week on this day */
    "CREATE TABLE shown("
    " profile TEXT NOT NULL, item TEXT NOT NULL, day INTEGER NOT NULL,"
    " PRIMARY KEY(profile, item)) STRICT, WITHOUT ROWID;";

const char *const pgy_schema_tables[] = {
    "journal", "journal_args", "batches", "revisions", "due",           "fired", "seen",
    "shown",   "gathered",     "outbox",  "endpoints", "subscriptions", NULL,
};

/* migrations[n] brings version n to n + 1. */
static const char *const migrations[] = {rest_sql, gathered_sql, next_sql, places_sql};
_Static_assert(sizeof migrations / sizeof migrations[0] == PGY_STORE_SCHEMA,
               "one migration for each older version");

/* The numbers in the file's header that say whose it is, and how old. Part of the transaction. */
static int stamp(struct pgy_store *store)
{
    char sql[96];
    snprintf(sql, sizeof sql, "PRAGMA application_id = %d; PRAGMA user_version = %d",
             PGY_STORE_APPLICATION, PGY_STORE_SCHEMA);
    return pgy_db_execute(store, sql);
}

int pgy_schema_create(struct pgy_store *store)
{
    int rc = pgy_db_execute(store, journal_sql);
    return rc == 0 ? pgy_schema_migrate(store, 0) : rc;
}

int pgy_schema_migrate(struct pgy_store *store, int from)
{
    for (int version = from; version < PGY_STORE_SCHEMA; version++) {
        int rc = pgy_db_execute(store, migrations[version]);
        if (rc < 0)
            return rc;
    }
    return stamp(store);
}
