/* SPDX-License-Identifier: BSD-2-Clause */
/* How a run of a worker ends, whatever the plugin does. */
#include "pgy-build.h"

#include "base/file.h"
#include "runner.h"

#include <signal.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/syscall.h>
#include <unistd.h>

/* How each plugin of tests/plugins ends, planning. `sanitized`: what a sanitizer says instead of
 * the signal; NULL: the same. */
static const struct {
    const char *plugin;
    int rc;
    const char *part;
    bool sanitized_differs;
    bool short_deadline;
} endings[] = {
    {"crash", PGY_ECRASHED, "crashed: Segmentation fault (SIGSEGV)", true, false},
    {"midway", PGY_ECRASHED, "crashed: Segmentation fault (SIGSEGV)", true, false},
    {"abort", PGY_ECRASHED, "crashed: Aborted (SIGABRT)", true, false},
    {"exit0", PGY_ECRASHED, "ended without finishing its answer (exit status 0)", false, false},
    {"cut", PGY_ECRASHED, "ended without finishing its answer (exit status 0)", false, false},
    {"stack", PGY_ECRASHED, "crashed: Segmentation fault (SIGSEGV)", true, false},
    {"ctor-crash", PGY_ECRASHED, "crashed: Segmentation fault (SIGSEGV)", true, false},
    {"ctor-exit", PGY_ECRASHED, "exit status 0", false, false},
    {"closes", PGY_ECRASHED, "exit status 1", false, false},
    {"dups", PGY_ECRASHED, "exit status 1", false, false},
    {"hang", PGY_ETIMEOUT, "did not finish within 0.3 s", false, true},
    {"pause", PGY_ETIMEOUT, "did not finish within 0.3 s", false, true},
    {"ctor-hang", PGY_ETIMEOUT, "did not finish within 0.3 s", false, true},
    {"flood", PGY_ELIMIT, "sent more than 100000 answers", false, false},
    {"bulk", PGY_ELIMIT, "sent more than 32 MiB", false, false},
    {"fakeend", PGY_ECRASHED, "exit status 3", false, false},
    {"garbage", PGY_ELIMIT, "sent bytes that are no answer", false, false},
    {"empty", PGY_EPARSE, "sent bytes that are no answer", false, false},
    {"lies", PGY_EPARSE, "sent 0 answers and says they are 7", false, false},
    {"forged", PGY_EPARSE, "sent an item that cannot be used", false, false},
    {"unasked", PGY_EPARSE, "that nobody asked for", false, false},
    {"zone", PGY_EPARSE, "'Nowhere/Atlantis'", false, false},
    {"huge", PGY_EREFUSED, "its detail is not", false, false},
    {"utf8", PGY_EREFUSED, "its title is not", false, false},
    {"controls", PGY_EREFUSED, "its title is not", false, false},
    {"slug", PGY_EREFUSED, "its slug is not", false, false},
    {"says", PGY_EREFUSED, "failed: offer mercy has no?date", false, false},
    {"silent", PGY_EREFUSED, "failed without saying why", false, false},
    {"major", PGY_EREFUSED, "is built for plugin interface 7.3 and this pgyd speaks 0.2; install",
     false, false},
    {"misnamed", PGY_EREFUSED, "calls itself 'another'", false, false},
    {"noplan", PGY_EREFUSED, "has no plan function", false, false},
    {"small", PGY_EREFUSED, "describes itself in 16 bytes", false, false},
    {"nosymbol", PGY_EREFUSED, "has no symbol pgyd_plugin_nosymbol", false, false},
    {"notthere", PGY_EREFUSED, "cannot be opened", false, false},
    {"spew", 0, NULL, false, false},
    {"older", 0, NULL, false, false},
    {"newer", 0, NULL, false, false},
};

/* The plugin's own sentence, apart from what is said of it; of no other failure there is one. */
static void assert_refusal(const struct pgy_run_result *r, const char *plugin)
{
    if (strcmp(plugin, "says") == 0)
        assert_string_equal(r->refusal, "offer mercy has no?date");
    else
        assert_null(r->refusal);
}

/* A plugin that crashes, aborts, exits, spins, sleeps, floods, lies or hangs as it is opened: each
 * is a failure with a name, none harms the host. Memory: test_cage. */
static void test_endings(void **state)
{
    const struct runner *runner = *state;
    for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++) {
        unsigned before = open_descriptors();
        struct pgy_run_input input = runner_input(runner, PGY_VERB_PLAN, endings[i].plugin);
        if (endings[i].short_deadline)
            input.deadline_ms = SHORT_MS;
        struct pgy_run *run = runner_run(&input);
        const struct pgy_run_result *r = pgy_run_result(run);
        if (r->rc != endings[i].rc)
            fail_msg("%s ended with %d (%s)", endings[i].plugin, r->rc,
                     r->failure ? r->failure : "no failure");
        assert_int_equal(r->batch.n, r->rc == 0 ? 1 : 0);
        assert_refusal(r, endings[i].plugin);
        if (r->rc != 0) {
            const char *part = endings[i].part;
#ifdef PGY_SANITIZED
            if (endings[i].sanitized_differs)
                part = endings[i].plugin;
#endif
            if (!strstr(r->failure, part) || !strstr(r->failure, input.path) ||
                !strstr(r->failure, endings[i].plugin))
                fail_msg("%s: %s", endings[i].plugin, r->failure);
        } else {
            assert_null(r->failure);
        }
        pgy_run_free(&run);
        assert_null(run);
        assert_int_equal(open_descriptors(), before);
        assert_no_children();
    }
}

/* One that calls all it plans fatal is heard out, and believed of the soonest. */
static void test_doom(void **state)
{
    const struct runner *runner = *state;
    struct pgy_run_input input = runner_input(runner, PGY_VERB_PLAN, "doom");
    struct pgy_run *run = runner_run(&input);
    const struct pgy_run_result *r = pgy_run_result(run);
    assert_int_equal(r->rc, 0);
    assert_int_equal(r->batch.n, 5000);
    assert_int_equal(r->tamed, 4950);
    assert_int_equal(r->batch.items[49].stakes, PGYD_FATAL);
    assert_int_equal(r->batch.items[50].stakes, PGYD_COSTLY);
    pgy_run_free(&run);
}

static void test_not_elf(void **state)
{
    const struct runner *runner = *state;
    static const char *const contents[] = {"", "#!/bin/sh\n", "\177ELF"};
    char dir[] = "/tmp/pgyd-test-XXXXXX";
    assert_non_null(mkdtemp(dir));
    const char *path = pgy_arena_printf(runner->arena, "%s/text.so", dir);
    for (size_t i = 0; i < sizeof contents / sizeof contents[0]; i++) {
        assert_int_equal(pgy_file_replace(path, contents[i], strlen(contents[i]), 0600), 0);
        struct pgy_run_input input = runner_input(runner, PGY_VERB_DESCRIBE, "text");
        input.path = path;
        struct pgy_run *run = runner_run(&input);
        assert_int_equal(pgy_run_result(run)->rc, PGY_EREFUSED);
        assert_non_null(strstr(pgy_run_result(run)->failure, "cannot be opened"));
        assert_non_null(strstr(pgy_run_result(run)->failure, path));
        pgy_run_free(&run);
    }
    unlink(path);
    rmdir(dir);
}

/* A verb of a newer pgyd: an error, not silence. */
static void test_unknown_verb(void **state)
{
    const enum pgy_worker_verb newer = (enum pgy_worker_verb)(PGY_VERB_IMPORT + 1);
    struct pgy_run_input input = runner_input(*state, newer, "good");
    struct pgy_run *run = runner_run(&input);
    assert_int_equal(pgy_run_result(run)->rc, PGY_EPARSE);
    assert_non_null(strstr(pgy_run_result(run)->failure, "that nobody asked for"));
    assert_int_equal(pgy_run_result(run)->batch.n, 0);
    pgy_run_free(&run);
}

static void test_no_worker(void **state)
{
    struct runner runner = *(const struct runner *)*state;
    unsigned before = open_descriptors();
    runner.paths.build = "/nowhere";
    struct pgy_run_input input = runner_input(&runner, PGY_VERB_PLAN, "good");
    struct pgy_run *run = pgy_run_start(&input);
    assert_true(pgy_run_step(run));
    assert_int_equal(pgy_run_result(run)->rc, -ENOENT);
    assert_non_null(strstr(pgy_run_result(run)->failure, "/nowhere/src/worker/pgyd-worker"));
    pgy_run_free(&run);
    assert_int_equal(open_descriptors(), before);
    assert_no_children();
}

/* The kernel's, but for refusing to watch anything when the user's watches are used up: no limit of
 * the machine can be lowered for a test alone. */
static bool no_watches;
int epoll_ctl(int epoll, int op, int fd, struct epoll_event *event)
{
    if (no_watches && op == EPOLL_CTL_ADD) {
        errno = ENOSPC;
        return -1;
    }
    return (int)syscall(SYS_epoll_ctl, epoll, op, fd, event);
}

/* A worker that is there, but cannot be watched, is not left behind. */
static void test_cannot_be_watched(void **state)
{
    unsigned before = open_descriptors();
    struct pgy_run_input input = runner_input(*state, PGY_VERB_PLAN, "hang");
    no_watches = true;
    struct pgy_run *run = pgy_run_start(&input);
    no_watches = false;
    assert_true(pgy_run_step(run));
    assert_int_equal(pgy_run_result(run)->rc, -ENOSPC);
    pgy_run_free(&run);
    assert_int_equal(open_descriptors(), before);
    assert_no_children();
}

static void test_data_too_large(void **state)
{
    struct pgy_run_input input = runner_input(*state, PGY_VERB_PLAN, "good");
    static char bytes[PGY_W_MAX_DATA + 1];
    const struct pgy_data_file data[] = {{"packs", "big", bytes, sizeof bytes}};
    input.data = data;
    input.ndata = 1;
    struct pgy_run *run = runner_run(&input);
    assert_int_equal(pgy_run_result(run)->rc, PGY_ELIMIT);
    assert_non_null(strstr(pgy_run_result(run)->failure, "more than 8 MiB"));
    pgy_run_free(&run);
}

/* Ten megabytes of inputs: more than any socket buffers, sent as the worker takes them. */
static void test_large_inputs(void **state)
{
    enum { FILES = 10 };
    static char bytes[1000 * 1000];
    struct pgy_data_file data[FILES];
    struct pgy_run_input input = runner_input(*state, PGY_VERB_PLAN, "good");
    for (size_t i = 0; i < FILES; i++)
        data[i] = (struct pgy_data_file){"packs", "big", bytes, sizeof bytes};
    input.data = data;
    input.ndata = FILES;
    struct pgy_run *run = runner_run(&input);
    assert_int_equal(pgy_run_result(run)->rc, 0);
    assert_non_null(strstr(find_item(pgy_run_result(run), "good/inputs")->detail, "data 10000000"));
    pgy_run_free(&run);
}

/* Ten that fail among twenty at once; the others finish. */
static void test_many_at_once(void **state)
{
    enum { RUNS = 20 };
    struct pgy_run *runs[RUNS];
    unsigned before = open_descriptors();
    for (size_t i = 0; i < RUNS; i++) {
        struct pgy_run_input input = runner_input(*state, PGY_VERB_PLAN, i % 2 ? "crash" : "good");
        runs[i] = pgy_run_start(&input);
    }
    for (size_t i = 0; i < RUNS; i++) {
        pgy_run_wait(runs[i]);
        assert_int_equal(pgy_run_result(runs[i])->rc, i % 2 ? PGY_ECRASHED : 0);
        pgy_run_free(&runs[i]);
    }
    assert_int_equal(open_descriptors(), before);
    assert_no_children();
}

/* A run that nobody wants any more takes its worker with it. */
static void test_freed_early(void **state)
{
    unsigned before = open_descriptors();
    struct pgy_run_input input = runner_input(*state, PGY_VERB_PLAN, "hang");
    struct pgy_run *run = pgy_run_start(&input);
    assert_false(pgy_run_step(run));
    pgy_run_free(&run);
    assert_int_equal(open_descriptors(), before);
    assert_no_children();
}

/* The worker is this process's only child: found by asking for it without reaping. */
static void test_killed_from_outside(void **state)
{
    struct pgy_run_input input = runner_input(*state, PGY_VERB_PLAN, "pause");
    struct pgy_run *run = pgy_run_start(&input);
    const char *list = pgy_arena_printf(((const struct runner *)*state)->arena,
                                        "/proc/self/task/%d/children", (int)getpid());
    FILE *f = fopen(list, "r");
    long pid = 0;
    char line[64];
    if (!f) {
        pgy_run_free(&run);
        skip(); /* a kernel without CONFIG_PROC_CHILDREN */
    }
    assert_non_null(fgets(line, sizeof line, f));
    fclose(f);
    pid = strtol(line, NULL, 10);
    assert_true(pid > 1);
    assert_int_equal(kill((pid_t)pid, SIGKILL), 0);
    pgy_run_wait(run);
    assert_int_equal(pgy_run_result(run)->rc, PGY_ECRASHED);
    assert_non_null(strstr(pgy_run_result(run)->failure, "SIGKILL"));
    pgy_run_free(&run);
}

static void test_take(void **state)
{
    struct pgy_run_input input = runner_input(*state, PGY_VERB_PLAN, "good");
    struct pgy_run *run = runner_run(&input);
    struct pgy_run_result result = pgy_run_take(run);
    pgy_run_free(&run);
    assert_int_equal(result.batch.n, 5);
    assert_string_equal(result.batch.plugin, "good");
    assert_non_null(find_item(&result, "good/answer"));
    pgy_arena_free(&result.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_endings),
        cmocka_unit_test(test_doom),
        cmocka_unit_test(test_not_elf),
        cmocka_unit_test(test_unknown_verb),
        cmocka_unit_test(test_no_worker),
        cmocka_unit_test(test_cannot_be_watched),
        cmocka_unit_test(test_data_too_large),
        cmocka_unit_test(test_large_inputs),
        cmocka_unit_test(test_many_at_once),
        cmocka_unit_test(test_freed_early),
        cmocka_unit_test(test_killed_from_outside),
        cmocka_unit_test(test_take),
    };
    return cmocka_run_group_tests_name("run", tests, runner_setup, runner_teardown);
}
