/* SPDX-License-Identifier: BSD-2-Clause */
/* What a plugin cannot do, tried by tests/plugins/escape.c from inside (architecture 6): memory,
 * processes, sockets, files. Left out as a whole where there is no full cage: under sanitizers, and
 * on kernels without Landlock. */
#include "pgy-build.h"

#include "base/file.h"
#include "runner.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { SKIPPED = 77, LANDLOCK_VERSION = 1 };

static struct pgy_run *escape(struct runner *runner, const char *file)
{
    const struct pgyd_arg args[] = {{"file", file}};
    struct pgy_run_input input = runner_input(runner, PGY_VERB_PLAN, "escape");
    input.args = args;
    input.nargs = file ? 1 : 0;
    struct pgy_run *run = runner_run(&input);
    if (pgy_run_result(run)->rc)
        fail_msg("%s", pgy_run_result(run)->failure);
    return run;
}

static void test_attempts(void **state)
{
    static const struct {
        const char *id, *outcome;
    } expected[] = {
        {"escape/early-fork", "Operation not permitted"},
        {"escape/late-fork", "Operation not permitted"},
        {"escape/early-thread", "Operation not permitted"},
        {"escape/late-thread", "Operation not permitted"},
        {"escape/early-exec", "Operation not permitted"},
        {"escape/late-exec", "Operation not permitted"},
        {"escape/early-socket", "Operation not permitted"},
        {"escape/late-socket", "Operation not permitted"},
        {"escape/early-unix", "Operation not permitted"},
        {"escape/late-unix", "Operation not permitted"},
        {"escape/early-kill", "Operation not permitted"},
        {"escape/late-kill", "Operation not permitted"},
        {"escape/early-read", "Permission denied"},
        {"escape/late-read", "Operation not permitted"},
        {"escape/early-write", "Permission denied"},
        {"escape/late-write", "Operation not permitted"},
        {"escape/early-limit", "Operation not permitted"},
        {"escape/late-limit", "Operation not permitted"},
        {"escape/early-mode", "Operation not permitted"},
        {"escape/late-mode", "Operation not permitted"},
        {"escape/early-prlimit", "Operation not permitted"},
        {"escape/late-prlimit", "Operation not permitted"},
        {"escape/early-signal", "Operation not permitted"},
        {"escape/late-signal", "Operation not permitted"},
        {"escape/early-owner", "Operation not permitted"},
        {"escape/late-owner", "Operation not permitted"},
    };
    struct runner runner;
    (void)state;
    runner_open(&runner);
    unlink("/tmp/pgyd-escaped");
    unlink("/tmp/pgyd-escape-mode");
    int own = open("/tmp/pgyd-escape-mode", O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    assert_true(own >= 0);
    close(own);
    struct pgy_run *run = escape(&runner, NULL);
    const struct pgy_run_result *r = pgy_run_result(run);
    assert_int_equal(r->batch.n, sizeof expected / sizeof expected[0]);
    for (size_t i = 0; i < sizeof expected / sizeof expected[0]; i++) {
        const struct pgy_item *item = find_item(r, expected[i].id);
        assert_non_null(item);
        /* root may raise limits until filtered */
        bool as_root = strcmp(expected[i].id, "escape/early-limit") == 0 && geteuid() == 0;
        if (!as_root && strcmp(item->title, expected[i].outcome) != 0)
            fail_msg("%s: %s", item->id, item->title);
    }
    pgy_run_free(&run);
    assert_no_children();
    assert_int_equal(access("/tmp/pgyd-escaped", F_OK), -1);
    unlink("/tmp/pgyd-escape-mode");
    runner_close(&runner);
}

static void test_private_file(void **state)
{
    struct runner runner;
    char dir[] = "/tmp/pgyd-test-XXXXXX";
    (void)state;
    runner_open(&runner);
    assert_non_null(mkdtemp(dir));
    const char *path = pgy_arena_printf(runner.arena, "%s/key", dir);
    assert_int_equal(pgy_file_replace(path, "secret", 6, 0600), 0);
    struct pgy_run *run = escape(&runner, path);
    assert_string_not_equal(find_item(pgy_run_result(run), "escape/late-read")->title, "open");
    pgy_run_free(&run);
    unlink(path);
    rmdir(dir);
    runner_close(&runner);
}

/* It runs out of memory, nobody else does. */
static void test_memory(void **state)
{
    struct runner runner;
    (void)state;
    runner_open(&runner);
    struct pgy_run_input input = runner_input(&runner, PGY_VERB_PLAN, "memory");
    struct pgy_run *run = runner_run(&input);
    assert_int_equal(pgy_run_result(run)->rc, PGY_EREFUSED);
    assert_non_null(strstr(pgy_run_result(run)->failure, "no memory left"));
    pgy_run_free(&run);
    runner_close(&runner);
}

/* The process that plans is killed while a plugin spins; the worker's end of a pipe it inherited
 * tells when it is gone. */
static void test_no_orphan(void **state)
{
    struct runner runner;
    int gone[2];
    char byte;
    (void)state;
    runner_open(&runner);
    assert_int_equal(pipe2(gone, O_CLOEXEC), 0);
    pid_t parent = fork();
    assert_true(parent >= 0);
    if (parent == 0) {
        struct pgy_run_input input = runner_input(&runner, PGY_VERB_PLAN, "hang");
        struct pgy_run *run = pgy_run_start(&input);
        char list[64];
        snprintf(list, sizeof list, "/proc/self/task/%d/children", (int)getpid());
        char pid[32] = "";
        int fd = open(list, O_RDONLY | O_CLOEXEC);
        if (fd < 0 || read(fd, pid, sizeof pid - 1) <= 0)
            _exit(1);
        if (write(gone[1], pid, strlen(pid)) < 0)
            _exit(1);
        for (int i = 0; i < 20; i++) { /* until it spins */
            pgy_run_step(run);
            poll(NULL, 0, 10);
        }
        kill(getpid(), SIGKILL);
    }
    close(gone[1]);
    char pid[32] = "";
    assert_true(read(gone[0], pid, sizeof pid - 1) > 0);
    assert_int_equal(read(gone[0], &byte, 1), 0);
    assert_int_equal(waitpid(parent, NULL, 0), parent);
    close(gone[0]);
    long worker = strtol(pid, NULL, 10);
    assert_true(worker > 1);
    int alive = 0;
    /* its death is sent at once; init may take a moment to reap it */
    for (int i = 0; i < 500; i++) {
        const char *path = pgy_arena_printf(runner.arena, "/proc/%ld/stat", worker);
        int fd = open(path, O_RDONLY | O_CLOEXEC);
        char text[512] = "";
        alive = fd >= 0 && read(fd, text, sizeof text - 1) > 0 && !strstr(text, ") Z ");
        if (fd >= 0)
            close(fd);
        if (!alive)
            break;
        poll(NULL, 0, 10);
    }
    assert_false(alive);
    runner_close(&runner);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_attempts),
        cmocka_unit_test(test_private_file),
        cmocka_unit_test(test_memory),
        cmocka_unit_test(test_no_orphan),
    };
#ifdef PGY_SANITIZED
    return SKIPPED;
#endif
    if (syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_VERSION) < 1)
        return SKIPPED;
    return cmocka_run_group_tests_name("cage", tests, NULL, NULL);
}
