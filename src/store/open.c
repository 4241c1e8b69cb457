/* SPDX-License-Identifier: BSD-2-Clause */
/* Opening the state: the lock, a look before anything is touched, then the schema. Copies. */
#include "store/db.h"

#include "base/err.h"
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum {
    BUSY_MS = 5000,
    LOCK_TRIES = 5, /* times LOCK_WAIT_MS: a `pgyctl plan` reading the store may be just done; a
                       second daemon gives up within a second */
    LOCK_WAIT_MS = 100,
    PATH_LIMIT = 480, /* SQLite's own is 512, with "-journal" behind */
};

static const char database[] = "pgyd.db";
/* In the lock file once the database was made: an empty pgyd.db after that is a loss, not a
 * beginning. */
static const char made[] = "pgyd.db was made here\n";

/* What is to be opened. */
struct place {
    const char *dir; /* path of the state directory */
    int fd;
    const char *path; /* of the database */
    struct pgy_arena *arena;
    const char **why;
};

#define PLACE_CLEANUP __attribute__((cleanup(place_close)))

static void place_close(struct place *place)
{
    pgy_fd_close(&place->fd);
}

static int say(const struct place *place, int rc, const char *sentence)
{
    *place->why = sentence;
    return rc;
}

/* A failure of the system on the state directory or a file in it. */
static int say_system(const struct place *place, int rc, const char *what)
{
    static const struct {
        int rc;
        const char *remedy;
    } remedies[] = {
        {-ENOSPC, "no space left on the disk; free some and start again"},
        {-EDQUOT, "the disk quota is used up; free some space and start again"},
        {-EROFS,
         "the file system is read-only; remount it writable or set [daemon] state_dir elsewhere"},
        {-EACCES, "not permitted; the directory must belong to the user pgyd runs as"},
        {-EPERM, "not permitted; the directory must belong to the user pgyd runs as"},
        {-ENOTDIR, "a part of the path is not a directory"},
    };
    const char *remedy = pgy_strerror(rc);
    for (size_t i = 0; i < sizeof remedies / sizeof remedies[0]; i++) {
        if (remedies[i].rc == rc)
            remedy = remedies[i].remedy;
    }
    return say(place, rc, pgy_arena_printf(place->arena, "cannot open %s: %s", what, remedy));
}

/* ---- the lock ---- */

static int take_lock(const struct place *place, int fd, int how, int tries)
{
    const struct timespec wait = {.tv_nsec = LOCK_WAIT_MS * 1000000L};
    while (flock(fd, how | LOCK_NB) < 0) {
        if (errno == EINTR)
            continue;
        if (errno != EWOULDBLOCK)
            return say_system(place, -errno, pgy_arena_printf(place->arena, "%s/lock", place->dir));
        if (--tries <= 0)
            return say(place, PGY_EBUSY,
                       pgy_arena_printf(
                           place->arena,
                           "another pgyd is using %s: stop it first, or give this one a [daemon] "
                           "state_dir of its own",
                           place->dir));
        nanosleep(&wait, NULL);
    }
    return 0;
}

static bool was_made(int lock)
{
    char c;
    return pread(lock, &c, 1, 0) == 1;
}

/* ---- looking ---- */

enum look { EMPTY, OURS };

static int pragma(sqlite3 *db, const char *sql, int64_t *value)
{
    sqlite3_stmt *stmt = NULL;
    int rc = sqlite3_prepare_v2(db, sql, -1, &stmt, NULL);
    if (rc == SQLITE_OK && (rc = sqlite3_step(stmt)) == SQLITE_ROW) {
        *value = sqlite3_column_int64(stmt, 0);
        rc = SQLITE_OK;
    }
    sqlite3_finalize(stmt);
    return rc;
}

static int quick_check(sqlite3 *db, bool *fine)
{
    sqlite3_stmt *stmt = NULL;
    int rc = sqlite3_prepare_v2(db, "PRAGMA quick_check(1)", -1, &stmt, NULL);
    if (rc == SQLITE_OK && (rc = sqlite3_step(stmt)) == SQLITE_ROW) {
        const char *text = (const char *)sqlite3_column_text(stmt, 0);
        *fine = text && strcmp(text, "ok") == 0;
        rc = SQLITE_OK;
    }
    sqlite3_finalize(stmt);
    return rc;
}

/* Whose database it is, which version, and whether it holds together; on a read-only connection, so
 * that nothing is touched. */
static int inspect(struct pgy_store *store, int *version, enum look *look)
{
    int64_t application = 0, user = 0, tables = 0;
    bool fine = false;
    errno = 0;
    int rc = pragma(store->db, "PRAGMA application_id", &application);
    if (rc == SQLITE_OK)
        rc = pragma(store->db, "PRAGMA user_version", &user);
    if (rc == SQLITE_OK && user <= PGY_STORE_SCHEMA)
        rc = pragma(store->db, "SELECT count(*) FROM sqlite_schema", &tables);
    if (rc != SQLITE_OK)
        return pgy_db_fail(store, rc);
    if (application != PGY_STORE_APPLICATION && (tables > 0 || application != 0 || user != 0))
        return pgy_db_refuse(store, PGY_ECORRUPT,
                             "%s is not pgyd's: move it away, or set [daemon] state_dir elsewhere",
                             store->path);
    if (user > PGY_STORE_SCHEMA)
        return pgy_db_refuse(
            store, PGY_EVERSION,
            "%s was written by a newer pgyd (schema %d; this one knows %d) and was left as it is: "
            "install that version again",
            store->path, (int)user, PGY_STORE_SCHEMA);
    if (user < 0)
        return pgy_db_fail(store, SQLITE_CORRUPT);
    if ((rc = quick_check(store->db, &fine)) != SQLITE_OK)
        return pgy_db_fail(store, rc);
    if (!fine)
        return pgy_db_fail(store, SQLITE_CORRUPT);
    *version = (int)user;
    *look = application == 0 ? EMPTY : OURS;
    return 0;
}

static int connect(struct pgy_store *store, int flags)
{
    /* One thread, and nobody reads SQLite's memory statistics: no mutex at each allocation.
     * Refused, harmlessly, once SQLite is in use. */
    (void)sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
    (void)sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    errno = 0;
    int rc = sqlite3_open_v2(store->path, &store->db,
                             flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);
    if (rc != SQLITE_OK)
        return pgy_db_fail(store, rc);
    sqlite3_busy_timeout(store->db, BUSY_MS);
    sqlite3_db_config(store->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    sqlite3_db_config(store->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
    return 0;
}

/* Connects read-only and inspects. A crash in the moment a new database turns to WAL leaves a
 * rollback journal that only a writer can play back (SQLITE_READONLY_ROLLBACK): then once more as
 * one, which restores the last committed state and changes nothing else. */
static int look_inside(struct pgy_store *store, int *version, enum look *look)
{
    int rc = connect(store, SQLITE_OPEN_READONLY);
    if (rc == 0)
        rc = inspect(store, version, look);
    if (rc != -EROFS)
        return rc;
    sqlite3_close(store->db);
    store->db = NULL;
    if ((rc = connect(store, SQLITE_OPEN_READWRITE)) == 0 &&
        (rc = pgy_db_execute(store, "PRAGMA query_only = ON")) == 0)
        rc = inspect(store, version, look);
    return rc;
}

static struct pgy_store *store_new(const char *path)
{
    struct pgy_store *store = calloc(1, sizeof *store);
    if (!store)
        return NULL;
    store->lock = -1;
    store->path = strdup(path);
    if (!store->path) {
        free(store);
        return NULL;
    }
    return store;
}

/* ---- making it ours ---- */

static int settle(struct pgy_store *store)
{
    /* We alone hold the lock, so the WAL's index may live in our memory: no -shm file to run out of
     * space. FULL: what was confirmed survives power loss. */
    static const char sql[] =
        "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
        "PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY;"
        /* Checkpoints of 16 MB: a busy outbox changes the same pages over and over. */
        "PRAGMA wal_autocheckpoint = 4000; PRAGMA journal_size_limit = 18874368";
    return pgy_db_execute(store, sql);
}

static int make_schema(struct pgy_store *store, enum look look, int version)
{
    int rc;
    if (look == OURS && version == PGY_STORE_SCHEMA)
        return 0;
    if (look == OURS) {
        char copy[PATH_MAX];
        snprintf(copy, sizeof copy, "%s.schema%d", store->path, version);
        /* there already: an earlier start got that far */
        if ((rc = pgy_db_copy(store, copy)) < 0 && rc != PGY_EEXISTS)
            return rc;
    }
    if ((rc = pgy_db_enter(store)) < 0)
        return rc;
    rc = look == OURS ? pgy_schema_migrate(store, version) : pgy_schema_create(store);
    return pgy_db_leave(store, rc);
}

/* Makes an empty file with our mode (SQLite would take the umask's), never touching one that is
 * there. */
static int touch(const struct place *place)
{
    int fd PGY_FD_CLEANUP =
        openat(place->fd, database, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd < 0)
        return errno == EEXIST ? 0 : -errno;
    return fsync(fd) < 0 || fsync(place->fd) < 0 ? -errno : 0;
}

static int find_place(struct place *place, const char *state_dir, bool make,
                      struct pgy_arena *arena, const char **why)
{
    *place = (struct place){.dir = state_dir, .fd = -1, .arena = arena, .why = why};
    place->path = pgy_arena_printf(arena, "%s/%s", state_dir, database);
    if (strlen(place->path) > PATH_LIMIT)
        return say(place, PGY_ELIMIT,
                   pgy_arena_printf(
                       arena, "the path of %s is over %d bytes: set a shorter [daemon] state_dir",
                       place->path, PATH_LIMIT));
    if (!make && access(place->path, F_OK) < 0)
        return say(place, errno == EACCES ? -EACCES : PGY_ENOTFOUND,
                   pgy_arena_printf(arena,
                                    "there is no database %s: pgyd never ran with this state_dir",
                                    place->path));
    int fd = pgy_dir_open(state_dir, 0700);
    if (fd < 0)
        return say_system(place, fd, state_dir);
    place->fd = fd;
    return 0;
}

static int open_ours(const struct place *place, struct pgy_store *store)
{
    enum look look;
    int version, rc = look_inside(store, &version, &look);
    if (rc < 0)
        return rc;
    struct stat st;
    if (look == EMPTY && was_made(store->lock) && fstatat(place->fd, database, &st, 0) == 0 &&
        st.st_size == 0)
        return pgy_db_refuse(store, PGY_ECORRUPT,
                             "%s is empty and should not be: `pgyctl restore FILE` from your "
                             "newest backup, or remove it "
                             "to begin anew",
                             store->path);
    sqlite3_close(store->db);
    store->db = NULL;
    if ((rc = connect(store, SQLITE_OPEN_READWRITE)) < 0 || (rc = settle(store)) < 0 ||
        (rc = make_schema(store, look, version)) < 0)
        return rc;
    if (!was_made(store->lock) &&
        (pwrite(store->lock, made, sizeof made - 1, 0) < 0 || fsync(store->lock) < 0))
        return pgy_db_refuse(store, -errno, "%s/lock cannot be written: %s", place->dir,
                             strerror(errno));
    return 0;
}

int pgy_store_open(const char *state_dir, struct pgy_arena *arena, struct pgy_store **store,
                   const char **why)
{
    struct place place PLACE_CLEANUP;
    int rc = find_place(&place, state_dir, true, arena, why);
    if (rc < 0)
        return rc;
    int lock = openat(place.fd, "lock", O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (lock < 0)
        return say_system(&place, -errno, pgy_arena_printf(arena, "%s/lock", state_dir));
    struct pgy_store *s = store_new(place.path);
    if (!s) {
        close(lock);
        return say_system(&place, -ENOMEM, place.path);
    }
    s->lock = lock;
    rc = take_lock(&place, lock, LOCK_EX, LOCK_TRIES);
    if (rc == 0 && (rc = touch(&place)) < 0)
        say_system(&place, rc, place.path);
    if (rc == 0 && (rc = open_ours(&place, s)) < 0)
        say(&place, rc, pgy_arena_strdup(arena, pgy_store_error(s)));
    if (rc < 0)
        pgy_store_close(&s);
    else
        *store = s;
    return rc;
}

int pgy_store_open_read(const char *state_dir, struct pgy_arena *arena, struct pgy_store **store,
                        const char **why)
{
    struct place place PLACE_CLEANUP;
    int version = 0, rc = find_place(&place, state_dir, false, arena, why);
    enum look look = OURS;
    if (rc < 0)
        return rc;
    struct pgy_store *s = store_new(place.path);
    if (!s)
        return say_system(&place, -ENOMEM, place.path);
    /* No lock file: no daemon ever opened it here (a backup laid out by hand). */
    s->lock = openat(place.fd, "lock", O_RDONLY | O_CLOEXEC);
    if (s->lock >= 0)
        rc = take_lock(&place, s->lock, LOCK_SH, 1);
    if (rc == 0 && (rc = look_inside(s, &version, &look)) < 0)
        say(&place, rc, pgy_arena_strdup(arena, pgy_store_error(s)));
    if (rc == 0 && look == EMPTY)
        rc = say(
            &place, PGY_ENOTFOUND,
            pgy_arena_printf(arena, "%s is empty: pgyd never ran with this state_dir", place.path));
    else if (rc == 0 && version < PGY_STORE_SCHEMA)
        rc = say(&place, PGY_EVERSION,
                 pgy_arena_printf(
                     arena,
                     "%s was written by an older pgyd: start pgyd once, which brings it up to date",
                     place.path));
    if (rc < 0)
        pgy_store_close(&s);
    else
        *store = s;
    return rc;
}

/* ---- copies ---- */

static int sync_path(const char *path)
{
    int fd PGY_FD_CLEANUP = open(path, O_RDONLY | O_CLOEXEC);
    return fd < 0 || fsync(fd) < 0 ? -errno : 0;
}

static int sync_parent(const char *path)
{
    const char *slash = strrchr(path, '/');
    if (!slash)
        return sync_path(".");
    char dir[PATH_MAX];
    snprintf(dir, sizeof dir, "%.*s", slash == path ? 1 : (int)(slash - path), path);
    return sync_path(dir);
}

int pgy_db_copy(struct pgy_store *store, const char *path)
{
    char part[PATH_MAX];
    if (access(path, F_OK) == 0)
        return pgy_db_refuse(store, PGY_EEXISTS, "%s exists already: name a new file", path);
    if (store->depth > 0)
        return pgy_db_refuse(store, PGY_EBUSY, "no copy can be made inside a transaction");
    if ((size_t)snprintf(part, sizeof part, "%s.part", path) >= sizeof part)
        return pgy_db_refuse(store, -ENAMETOOLONG, "%s: the path is too long", path);
    unlink(part);
    int fd = open(part, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd < 0)
        return pgy_db_refuse(store, -errno, "%s cannot be made: %s", part, strerror(errno));
    close(fd);
    /* VACUUM INTO writes into an empty file: the whole state as of now, the WAL included, without a
     * page too many. */
    sqlite3_stmt *stmt;
    int rc = pgy_db_query(store, &stmt, "VACUUM INTO ?1", "s", part);
    if (rc == 0 && (rc = pgy_db_step(store, stmt)) < 0 && rc != PGY_ECORRUPT)
        pgy_db_refuse(store, rc, "%s cannot be written: %s", part, pgy_strerror(rc));
    if (rc == 0 && ((rc = sync_path(part)) < 0 || (rename(part, path) < 0 && (rc = -errno) < 0) ||
                    (rc = sync_parent(path)) < 0))
        pgy_db_refuse(store, rc, "%s cannot be written: %s", path, strerror(-rc));
    if (rc < 0)
        unlink(part);
    return rc;
}

int pgy_store_backup(struct pgy_store *store, const char *path)
{
    return pgy_db_copy(store, path);
}
