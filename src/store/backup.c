/* SPDX-License-Identifier: BSD-2-Clause */
/* Seals the key into a copy of the database, and puts one back by renames. The copy itself is
 * open.c's. */
#include "store/backup.h"

#include "base/clock.h"
#include "base/err.h"
#include "base/file.h"
#include "store/db.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

enum { KEY_BYTES = PGY_KEY_BYTES, KEY_HEX = 2 * KEY_BYTES + 1, KEPT_MAX = 100 };

/* Facts of the backup itself, in its meta table; they are taken out again when it is restored. */
#define META_KEY "backup-key"
#define META_MADE "backup-time"

static const char database[] = "pgyd.db", fresh[] = "pgyd.db.restore",
                  kept[] = "pgyd.db.before-restore";

#define DB_CLEANUP __attribute__((cleanup(db_close)))
static void db_close(sqlite3 **db)
{
    sqlite3_close(*db);
}

/* One statement with up to two texts bound; its first column as a number when `number` is not NULL.
 * A SQLite code, SQLITE_OK when done. */
static int run(sqlite3 *db, const char *sql, const char *first, const char *second, int64_t *number)
{
    sqlite3_stmt *stmt = NULL;
    int rc = sqlite3_prepare_v2(db, sql, -1, &stmt, NULL);
    if (rc == SQLITE_OK && first)
        rc = sqlite3_bind_text(stmt, 1, first, -1, SQLITE_STATIC);
    if (rc == SQLITE_OK && second)
        rc = sqlite3_bind_text(stmt, 2, second, -1, SQLITE_STATIC);
    if (rc == SQLITE_OK)
        rc = sqlite3_step(stmt);
    if (rc == SQLITE_ROW && number)
        *number = sqlite3_column_int64(stmt, 0);
    sqlite3_finalize(stmt);
    return rc == SQLITE_ROW || rc == SQLITE_DONE ? SQLITE_OK : rc;
}

static int put_meta(sqlite3 *db, const char *key, const char *value)
{
    return run(db, "INSERT OR REPLACE INTO meta(key, value) VALUES(?1, ?2)", key, value, NULL);
}

/* Reads one fact; false when it is not there or longer than the room for it. */
static bool get_meta(sqlite3 *db, const char *key, char *value, size_t size)
{
    sqlite3_stmt *stmt = NULL;
    bool found = false;
    if (sqlite3_prepare_v2(db, "SELECT value FROM meta WHERE key = ?1", -1, &stmt, NULL) ==
            SQLITE_OK &&
        sqlite3_bind_text(stmt, 1, key, -1, SQLITE_STATIC) == SQLITE_OK &&
        sqlite3_step(stmt) == SQLITE_ROW) {
        const char *text = (const char *)sqlite3_column_text(stmt, 0);
        found = text && (size_t)snprintf(value, size, "%s", text) < size;
    }
    sqlite3_finalize(stmt);
    return found;
}

static int sync_path(const char *path)
{
    int fd PGY_FD_CLEANUP = open(path, O_RDONLY | O_CLOEXEC);
    return fd < 0 || fsync(fd) < 0 ? -errno : 0;
}

/* ---- making one ---- */

/* Adds the key to the finished copy; nobody else knows the file yet. */
static int seal(const char *path, const unsigned char key[KEY_BYTES], int64_t now)
{
    sqlite3 *db DB_CLEANUP = NULL;
    char hex[KEY_HEX], made[32];
    sodium_bin2hex(hex, sizeof hex, key, KEY_BYTES);
    snprintf(made, sizeof made, "%lld", (long long)now);
    int rc = sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL);
    if (rc == SQLITE_OK)
        rc = run(db, "BEGIN IMMEDIATE", NULL, NULL, NULL);
    if (rc == SQLITE_OK && (rc = put_meta(db, META_KEY, hex)) == SQLITE_OK &&
        (rc = put_meta(db, META_MADE, made)) == SQLITE_OK)
        rc = run(db, "COMMIT", NULL, NULL, NULL);
    sodium_memzero(hex, sizeof hex);
    return rc;
}

int pgy_backup_write(struct pgy_store *store, const unsigned char key[KEY_BYTES], const char *path,
                     int64_t now)
{
    char part[PATH_MAX];
    if (access(path, F_OK) == 0)
        return pgy_db_refuse(store, PGY_EEXISTS, "%s exists already: name a new file", path);
    if ((size_t)snprintf(part, sizeof part, "%s.new", path) >= sizeof part)
        return pgy_db_refuse(store, -ENAMETOOLONG, "%s: the path is too long", path);
    (void)unlink(part);
    int rc = pgy_store_backup(store, part);
    if (rc != 0)
        return rc;
    int failed = seal(part, key, now);
    if (failed != SQLITE_OK)
        rc = pgy_db_refuse(store, -EIO, "%s cannot be written: %s", part, sqlite3_errstr(failed));
    /* link(2) refuses to replace: a file that appeared meanwhile is not ours. */
    else if (((rc = sync_path(part)) < 0 || (link(part, path) < 0 && (rc = -errno) < 0) ||
              (rc = sync_path(path)) < 0))
        rc = pgy_db_refuse(store, rc == -EEXIST ? PGY_EEXISTS : rc, "%s cannot be written: %s",
                           path, strerror(-rc));
    (void)unlink(part);
    return rc;
}

/* ---- putting one back ---- */

/* What is being put back where. */
struct restoring {
    const char *dir_path, *path; /* state_dir; the backup */
    int dir, lock;
    struct pgy_arena *arena;
    const char **why;
    unsigned char key[KEY_BYTES];
    int64_t made;
};
#define RESTORING_CLEANUP __attribute__((cleanup(restoring_end)))

static void restoring_end(struct restoring *r)
{
    pgy_fd_close(&r->lock);
    pgy_fd_close(&r->dir);
    sodium_memzero(r->key, sizeof r->key);
}

static int say(const struct restoring *r, int rc, const char *sentence)
{
    *r->why = sentence;
    return rc;
}

static int not_one(const struct restoring *r, const char *reason)
{
    return say(r, PGY_EREFUSED,
               pgy_arena_printf(r->arena, "%s is not a backup made by `pgyctl backup`: %s", r->path,
                                reason));
}

/* Looks at the backup without touching it, and takes the key out. */
static int inspect(struct restoring *r, sqlite3 *db)
{
    int64_t application = 0, version = 0;
    char hex[KEY_HEX], made[32], verdict[8] = "";
    size_t len = 0;
    if (run(db, "PRAGMA application_id", NULL, NULL, &application) != SQLITE_OK ||
        run(db, "PRAGMA user_version", NULL, NULL, &version) != SQLITE_OK)
        return not_one(r, "it is no database");
    if (application != PGY_STORE_APPLICATION)
        return not_one(r, "it is a database of another program");
    if (version > PGY_STORE_SCHEMA)
        return say(r, PGY_EVERSION,
                   pgy_arena_printf(r->arena,
                                    "%s was made by a newer pgyd (schema %d; this one knows %d): "
                                    "install that version again",
                                    r->path, (int)version, PGY_STORE_SCHEMA));
    sqlite3_stmt *stmt = NULL;
    if (sqlite3_prepare_v2(db, "PRAGMA quick_check(1)", -1, &stmt, NULL) == SQLITE_OK &&
        sqlite3_step(stmt) == SQLITE_ROW)
        snprintf(verdict, sizeof verdict, "%s", (const char *)sqlite3_column_text(stmt, 0));
    sqlite3_finalize(stmt);
    if (strcmp(verdict, "ok") != 0)
        return say(r, PGY_ECORRUPT,
                   pgy_arena_printf(r->arena, "%s is damaged: use another backup", r->path));
    if (!get_meta(db, META_KEY, hex, sizeof hex) || !get_meta(db, META_MADE, made, sizeof made))
        return not_one(r, "it holds no key");
    int bad = sodium_hex2bin(r->key, sizeof r->key, hex, strlen(hex), NULL, &len, NULL);
    sodium_memzero(hex, sizeof hex);
    if (bad != 0 || len != KEY_BYTES)
        return not_one(r, "its key is damaged");
    r->made = strtoll(made, NULL, 10);
    return 0;
}

/* After a restore every SEQUENCE must rise above the newest published: people change an item less
 * than once a second, so what was published since the backup lies below the seconds since then.
 * Where the replaced database can still be read, keep_revisions knows it exactly. */
static int64_t raise_by(const struct restoring *r)
{
    int64_t since = pgy_clock_now() - r->made;
    return (since < 0 ? 0 : since > INT32_MAX - 1 ? INT32_MAX - 1 : since) + 1;
}

/* What the replaced database knew of published items: no SEQUENCE falls behind it, also of items
 * that the backup has not heard of. A damaged one is left alone. DETACH is the last to close it,
 * which writes its log into it: swap() moves a log only of one that could not be read. */
static void keep_revisions(sqlite3 *db, const char *old)
{
    if (access(old, F_OK) != 0 || run(db, "ATTACH ?1 AS old", old, NULL, NULL) != SQLITE_OK)
        return;
    (void)run(db,
              "INSERT OR IGNORE INTO main.revisions(profile, id, hash, sequence, revised, created, "
              "cancelled) "
              "SELECT profile, id, hash, sequence, revised, created, cancelled FROM old.revisions",
              NULL, NULL, NULL);
    (void)run(db,
              "UPDATE main.revisions SET sequence = max(sequence, ifnull((SELECT o.sequence FROM "
              "old.revisions o "
              "WHERE o.profile = main.revisions.profile AND o.id = main.revisions.id), 0))",
              NULL, NULL, NULL);
    (void)run(db, "DETACH old", NULL, NULL, NULL);
}

static int prepare(struct restoring *r, const char *copy)
{
    sqlite3 *from DB_CLEANUP = NULL, *to DB_CLEANUP = NULL;
    if (access(r->path, R_OK) < 0)
        return say(r, -errno,
                   pgy_arena_printf(r->arena, "%s cannot be read: %s", r->path, strerror(errno)));
    int rc = sqlite3_open_v2(r->path, &from, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, NULL);
    if (rc != SQLITE_OK)
        return not_one(r, sqlite3_errstr(rc));
    int refused = inspect(r, from);
    if (refused != 0)
        return refused;
    int fd PGY_FD_CLEANUP = openat(r->dir, fresh, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (fd < 0)
        return say(r, -errno,
                   pgy_arena_printf(r->arena, "%s cannot be written: %s", copy, strerror(errno)));
    char raise[200];
    /* LAST-MODIFIED too: some clients look at nothing else. */
    snprintf(raise, sizeof raise,
             "UPDATE revisions SET sequence = min(sequence + %lld, 2147483647), revised = "
             "max(revised + 1, %lld)",
             (long long)raise_by(r), (long long)pgy_clock_now());
    rc = run(from, "VACUUM INTO ?1", copy, NULL, NULL);
    if (rc == SQLITE_OK)
        rc = sqlite3_open_v2(copy, &to, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL);
    if (rc == SQLITE_OK) {
        keep_revisions(to, pgy_arena_printf(r->arena, "%s/%s", r->dir_path, database));
        rc = run(to, "DELETE FROM meta WHERE key IN (?1, ?2)", META_KEY, META_MADE, NULL);
    }
    if (rc == SQLITE_OK)
        rc = run(to, raise, NULL, NULL, NULL);
    /* The key must not stay in free pages of a file that lives on. */
    if (rc == SQLITE_OK)
        rc = run(to, "VACUUM", NULL, NULL, NULL);
    if (rc != SQLITE_OK)
        return say(
            r, -EIO,
            pgy_arena_printf(r->arena, "%s cannot be written: %s", copy, sqlite3_errstr(rc)));
    return fsync(fd) < 0
               ? say(r, -errno,
                     pgy_arena_printf(r->arena, "%s cannot be written: %s", copy, strerror(errno)))
               : 0;
}

/* Makes the old database a second name, moves its log along (a log beside a database that it does
 * not belong to would destroy that), then puts the new one in its place: one of the two is there
 * whatever happens. */
static int swap(const struct restoring *r, const char **old)
{
    char name[64], log[80];
    int n = 1;
    *old = NULL;
    snprintf(name, sizeof name, "%s", kept);
    while (faccessat(r->dir, name, F_OK, 0) == 0 && ++n < KEPT_MAX)
        snprintf(name, sizeof name, "%s.%d", kept, n);
    if (linkat(r->dir, database, r->dir, name, 0) == 0)
        *old = pgy_arena_printf(r->arena, "%s/%s", r->dir_path, name);
    else if (errno != ENOENT)
        return -errno;
    snprintf(log, sizeof log, "%s-wal", name);
    if (renameat(r->dir, "pgyd.db-wal", r->dir, log) < 0 && errno != ENOENT)
        return -errno;
    (void)unlinkat(r->dir, "pgyd.db-shm", 0);
    return renameat(r->dir, fresh, r->dir, database) < 0 || fsync(r->dir) < 0 ? -errno : 0;
}

int pgy_backup_restore(const char *state_dir, const char *path, struct pgy_arena *arena,
                       const char **why)
{
    struct restoring r RESTORING_CLEANUP = {
        .dir_path = state_dir, .path = path, .dir = -1, .lock = -1, .arena = arena, .why = why};
    const char *copy = pgy_arena_printf(arena, "%s/%s", state_dir, fresh), *old;
    r.dir = pgy_dir_open(state_dir, 0700);
    if (r.dir < 0)
        return say(
            &r, r.dir,
            pgy_arena_printf(arena, "%s cannot be opened: %s", state_dir, pgy_strerror(r.dir)));
    r.lock = openat(r.dir, "lock", O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (r.lock < 0 || flock(r.lock, LOCK_EX | LOCK_NB) < 0)
        return say(
            &r, r.lock >= 0 && errno == EWOULDBLOCK ? PGY_EBUSY : -errno,
            errno == EWOULDBLOCK
                ? pgy_arena_printf(arena, "pgyd is running with %s: stop it first", state_dir)
                : pgy_arena_printf(arena, "%s/lock cannot be taken: %s", state_dir,
                                   strerror(errno)));
    int rc = prepare(&r, copy);
    if (rc == 0 && ((rc = pgy_file_replace_at(r.dir, "key", r.key, sizeof r.key, 0600)) < 0 ||
                    (rc = swap(&r, &old)) < 0))
        say(&r, rc,
            pgy_arena_printf(arena, "%s cannot be written: %s", state_dir, pgy_strerror(rc)));
    if (rc == 0)
        *why = old;
    else
        (void)unlinkat(r.dir, fresh, 0);
    return rc;
}
