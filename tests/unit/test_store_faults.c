/* SPDX-License-Identifier: BSD-2-Clause */
/* Killed, full, damaged, older, newer, shared (architecture 12). */
#include "store_faults_fixture.h"

/* ---- kill -9 ---- */

static void append_for_ever(const char *dir, int64_t from, int out)
{
    struct pgy_arena *arena = pgy_arena_new();
    struct pgy_store *store;
    const char *why;
    if (pgy_store_open(dir, arena, &store, &why) != 0)
        _exit(3);
    for (int64_t i = from;; i++) {
        if (append(store, i) != 0)
            _exit(4);
        if (write(out, &i, sizeof i) != sizeof i)
            _exit(5);
    }
}

/* Lets a child append until it is killed, a moment after it confirmed so many; the last number it
 * confirmed, 0 when none. */
static int64_t run_and_kill(struct fixture *f, int64_t from, int confirmed, unsigned *seed)
{
    int fds[2], status;
    int64_t number, last = 0;
    assert_int_equal(pipe(fds), 0);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        close(fds[0]);
        append_for_ever(f->dir, from, fds[1]);
    }
    close(fds[1]);
    for (int i = 0; i < confirmed; i++)
        assert_int_equal(read(fds[0], &last, sizeof last), sizeof last);
    nanosleep(&(struct timespec){.tv_nsec = (1 + rand_r(seed) % 40) * 1000000L}, NULL);
    kill(child, SIGKILL);
    while (read(fds[0], &number, sizeof number) == sizeof number)
        last = number;
    close(fds[0]);
    assert_int_equal(waitpid(child, &status, 0), child);
    /* it failed in nothing by itself */
    assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
    return last;
}

static void test_killed(void **state)
{
    struct fixture *f = *state;
    unsigned seed = 20261122;
    int64_t stored = 0;
    for (int cycle = 0; cycle < 30; cycle++) {
        /* every other time at any moment from its birth on, else while it writes */
        int64_t last = run_and_kill(f, stored + 1, cycle % 2 * 3, &seed);
        struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
        int64_t confirmed = last ? last : stored;
        assert_int_equal(open_store(f), 0);
        stored = check_appended(f->store, arena);
        assert_true(stored >= confirmed);     /* nothing acknowledged is lost */
        assert_true(stored <= confirmed + 1); /* and no more than the one in the making came */
        pgy_store_close(&f->store);
    }
    assert_true(stored > 30); /* the loop really wrote */
}

/* Killed in the moment a new database turns to WAL: a rollback journal lies beside it, as SQLite
 * leaves one in the middle of a transaction. */
static void test_killed_at_birth(void **state)
{
    struct fixture *f = *state;
    struct stat st;
    char journal[96];
    int status;
    snprintf(journal, sizeof journal, "%s-journal", f->db);
    pid_t child = fork();
    if (child == 0) {
        sqlite3 *db;
        /* More pages than the cache holds go to the file before the commit, which never comes. */
        if (sqlite3_open(f->db, &db) != SQLITE_OK ||
            sqlite3_exec(
                db,
                "PRAGMA user_version = 0; PRAGMA cache_size = 2; CREATE TABLE t(x); DROP TABLE t;"
                "BEGIN; CREATE TABLE t(x); INSERT INTO t SELECT randomblob(9000) FROM"
                " (VALUES(1),(2),(3),(4),(5),(6),(7),(8))",
                NULL, NULL, NULL) != SQLITE_OK)
            _exit(1);
        kill(getpid(), SIGKILL);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFSIGNALED(status));
    assert_int_equal(stat(journal, &st), 0);
    /* empty, and said so */
    assert_int_equal(pgy_store_open_read(f->dir, f->arena, &f->store, &f->why), PGY_ENOTFOUND);
    assert_int_equal(open_store(f), 0);
    assert_int_equal(append(f->store, 1), 0);
}

/* ---- shared ---- */

static void test_second_open(void **state)
{
    struct fixture *f = *state;
    struct pgy_store *second = NULL;
    const char *why = "";
    assert_int_equal(open_store(f), 0);
    int status;
    pid_t child = fork();
    if (child == 0) {
        int rc = pgy_store_open(f->dir, f->arena, &second, &why);
        bool named = strstr(why, f->dir) && strstr(why, "stop it first");
        int reading = pgy_store_open_read(f->dir, f->arena, &second, &why);
        _exit(rc == PGY_EBUSY && named && reading == PGY_EBUSY ? 0 : 1);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    assert_int_equal(append(f->store, 1), 0); /* the first goes on */
    pgy_store_close(&f->store);
    assert_int_equal(open_store(f), 0);
}

static void test_open_read(void **state)
{
    struct fixture *f = *state;
    struct pgy_store *reader;
    assert_int_equal(pgy_store_open_read(f->dir, f->arena, &reader, &f->why), PGY_ENOTFOUND);
    assert_int_equal(open_store(f), 0);
    assert_int_equal(append(f->store, 1), 0);
    pgy_store_close(&f->store);
    assert_int_equal(pgy_store_open_read(f->dir, f->arena, &reader, &f->why), 0);
    assert_int_equal(check_appended(reader, f->arena), 1);
    assert_int_equal(append(reader, 2), -EROFS);
    pgy_store_close(&reader);
    /* Also what a killed daemon left in its log. */
    unsigned seed = 7;
    int64_t last = run_and_kill(f, 2, 1, &seed);
    assert_int_equal(pgy_store_open_read(f->dir, f->arena, &reader, &f->why), 0);
    assert_true(check_appended(reader, f->arena) >= last);
    pgy_store_close(&reader);
}

/* ---- damaged ---- */

static void overwrite(const char *path, off_t at, const char *bytes, size_t len)
{
    int fd = open(path, O_WRONLY);
    assert_true(fd >= 0);
    assert_int_equal(pwrite(fd, bytes, len, at), len);
    close(fd);
}

static void make_damaged(struct fixture *f)
{
    assert_int_equal(open_store(f), 0);
    for (int64_t i = 1; i <= 200; i++)
        assert_int_equal(append(f->store, i), 0);
    pgy_store_close(&f->store);
}

static void expect_damage(struct fixture *f, const char *words)
{
    struct pgy_buf before PGY_BUF_CLEANUP = read_file(f->db);
    assert_int_equal(open_store(f), PGY_ECORRUPT);
    assert_null(f->store);
    assert_non_null(strstr(f->why, f->db));
    assert_non_null(strstr(f->why, "pgyctl restore"));
    assert_non_null(strstr(f->why, words));
    struct pgy_buf after PGY_BUF_CLEANUP = read_file(f->db);
    assert_int_equal(before.len, after.len); /* kept for whoever can read it */
    if (before.len > 0)
        assert_memory_equal(before.data, after.data, before.len);
}

static void test_page_overwritten(void **state)
{
    struct fixture *f = *state;
    char rubbish[4096];
    make_damaged(f);
    memset(rubbish, 0xa5, sizeof rubbish);
    overwrite(f->db, 3 * 4096, rubbish, sizeof rubbish);
    expect_damage(f, "damaged");
}

static void test_not_a_database(void **state)
{
    struct fixture *f = *state;
    make_damaged(f);
    overwrite(f->db, 0, "This is a letter.", 17);
    expect_damage(f, "not a database");
}

static void test_truncated(void **state)
{
    struct fixture *f = *state;
    struct stat st;
    make_damaged(f);
    assert_int_equal(stat(f->db, &st), 0);
    assert_int_equal(truncate(f->db, st.st_size / 2), 0);
    expect_damage(f, "damaged");
    assert_int_equal(truncate(f->db, 0), 0);
    expect_damage(f, "empty and should not be");
}

/* At random places: found at open or harmless, never a crash (here: at most 40 of the 1,000 of the
 * checklist). */
static void test_flipped(void **state)
{
    struct fixture *f = *state;
    unsigned seed = 41;
    make_damaged(f);
    struct pgy_buf good PGY_BUF_CLEANUP = read_file(f->db);
    int found = 0;
    for (int i = 0; i < 40; i++) {
        struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
        struct pgy_journal journal = {.arena = arena};
        off_t at = (off_t)((size_t)rand_r(&seed) % good.len);
        char flipped = (char)(good.data[at] ^ 1 << rand_r(&seed) % 8);
        overwrite(f->db, at, &flipped, 1);
        int rc = open_store(f);
        assert_true(rc == 0 || rc == PGY_ECORRUPT || rc == PGY_EVERSION);
        found += rc != 0;
        if (rc == 0)
            pgy_store_journal(f->store, "me", &journal);
        pgy_store_close(&f->store);
        assert_int_equal(pgy_file_replace(f->db, good.data, good.len, 0600), 0);
    }
    assert_true(found > 0);
    assert_int_equal(open_store(f), 0);
    assert_int_equal(check_appended(f->store, f->arena), 200);
}

/* Damage that shows while it runs: the sentence names file and remedy. */
static void test_damaged_later(void **state)
{
    struct fixture *f = *state;
    char rubbish[4096];
    struct pgy_journal journal = {.arena = f->arena};
    struct stat st;
    make_damaged(f);
    assert_int_equal(open_store(f), 0);
    memset(rubbish, 0xa5, sizeof rubbish);
    assert_int_equal(stat(f->db, &st), 0);
    for (off_t page = 1; page < st.st_size / 4096; page++)
        overwrite(f->db, page * 4096, rubbish, sizeof rubbish);
    int rc = append(f->store, 201);
    if (rc == 0) /* pages it still had in memory */
        rc = pgy_store_journal(f->store, "me", &journal);
    assert_int_equal(rc, PGY_ECORRUPT);
    assert_non_null(strstr(pgy_store_error(f->store), f->db));
    assert_non_null(strstr(pgy_store_error(f->store), "pgyctl restore"));
}

/* ---- full ---- */

static void limit_files(rlim_t bytes)
{
    struct rlimit limit;
    getrlimit(RLIMIT_FSIZE, &limit);
    limit.rlim_cur = bytes;
    setrlimit(RLIMIT_FSIZE, &limit);
}

/* In a child, whose files cannot grow beyond a limit: the step that went wrong, 0 when all is
 * well. */
static int fill_up(struct fixture *f, int64_t *stored)
{
    struct pgy_store *store;
    int64_t i = 1;
    int rc = pgy_store_open(f->dir, f->arena, &store, &f->why);
    if (rc != 0)
        return 1;
    signal(SIGXFSZ, SIG_IGN);
    limit_files(2 * 1024 * 1024);
    while (i < 5000 && (rc = append(store, i)) == 0)
        i++;
    if (rc != -ENOSPC)
        return 2;
    if (!strstr(pgy_store_error(store), "no space left for ") ||
        !strstr(pgy_store_error(store), f->db))
        return 3;
    if (append(store, i) != -ENOSPC)
        return 4;
    limit_files(RLIM_INFINITY); /* somebody made room: it goes on without a restart */
    if ((rc = append(store, i)) != 0)
        return 5;
    *stored = i;
    pgy_store_close(&store);
    return 0;
}

static void test_full(void **state)
{
    struct fixture *f = *state;
    int fds[2], status;
    int64_t stored = 0;
    assert_int_equal(pipe(fds), 0);
    pid_t child = fork();
    if (child == 0) {
        int step = fill_up(f, &stored);
        _exit(write(fds[1], &stored, sizeof stored) == sizeof stored ? step : 9);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 0);
    assert_int_equal(read(fds[0], &stored, sizeof stored), sizeof stored);
    assert_true(stored > 10);
    close(fds[0]);
    close(fds[1]);
    assert_int_equal(open_store(f), 0);
    assert_int_equal(check_appended(f->store, f->arena), stored);
}

static void test_full_at_start(void **state)
{
    struct fixture *f = *state;
    int status;
    pid_t child = fork();
    if (child == 0) {
        signal(SIGXFSZ, SIG_IGN);
        limit_files(8 * 1024);
        int rc = open_store(f);
        if (rc == -ENOSPC && strstr(f->why, f->db) && strstr(f->why, "no space left")) {
            limit_files(RLIM_INFINITY);
            _exit(open_store(f) == 0 && append(f->store, 1) == 0 ? 0 : 2);
        }
        _exit(1);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 0);
}

static void test_bad_places(void **state)
{
    struct fixture *f = *state;
    char path[600];
    struct pgy_store *store;
    snprintf(path, sizeof path, "%s/file", f->dir);
    assert_int_equal(pgy_file_replace(path, "x", 1, 0600), 0);
    assert_int_equal(pgy_store_open(path, f->arena, &store, &f->why), -ENOTDIR);
    assert_non_null(strstr(f->why, path));
    memset(path, 'x', 550);
    path[0] = '/';
    path[550] = '\0';
    assert_int_equal(pgy_store_open(path, f->arena, &store, &f->why), PGY_ELIMIT);
    assert_non_null(strstr(f->why, "shorter"));
    /* A directory that is not there is made, with its parents, for us alone. */
    struct stat st;
    snprintf(path, sizeof path, "%s/a/b", f->dir);
    assert_int_equal(pgy_store_open(path, f->arena, &f->store, &f->why), 0);
    assert_int_equal(stat(path, &st), 0);
    assert_int_equal(st.st_mode & 0777, 0700);
    snprintf(path, sizeof path, "%s/a/b/pgyd.db", f->dir);
    assert_int_equal(stat(path, &st), 0);
    assert_int_equal(st.st_mode & 0777, 0600);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        TEST(test_killed),    TEST(test_killed_at_birth),  TEST(test_second_open),
        TEST(test_open_read), TEST(test_page_overwritten), TEST(test_not_a_database),
        TEST(test_truncated), TEST(test_flipped),          TEST(test_damaged_later),
        TEST(test_full),      TEST(test_full_at_start),    TEST(test_bad_places),
    };
    return cmocka_run_group_tests_name("store_faults", tests, NULL, NULL);
}
