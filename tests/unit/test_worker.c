/* SPDX-License-Identifier: BSD-2-Clause */
#include "config.h"

#include "base/file.h"
#include "plan/describe.h"
#include "runner.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static int setup(void **state)
{
    struct runner *runner = calloc(1, sizeof *runner);
    assert_non_null(runner);
    runner_open(runner);
    *state = runner;
    return 0;
}

static int teardown(void **state)
{
    runner_close(*state);
    free(*state);
    return 0;
}

/* How each plugin of tests/plugins ends, planning. `sanitized`: what a sanitizer says instead of the signal; NULL: the same. */
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
    {"major", PGY_EREFUSED, "is built for plugin interface 7.3 and this pgyd speaks 0.1; install", false, false},
    {"misnamed", PGY_EREFUSED, "calls itself 'another'", false, false},
    {"noplan", PGY_EREFUSED, "has no plan function", false, false},
    {"small", PGY_EREFUSED, "describes itself in 16 bytes", false, false},
    {"nosymbol", PGY_EREFUSED, "has no symbol pgyd_plugin_nosymbol", false, false},
    {"notthere", PGY_EREFUSED, "cannot be opened", false, false},
    {"spew", 0, NULL, false, false},
    {"older", 0, NULL, false, false},
    {"newer", 0, NULL, false, false},
};

/* Reliability checklist 1 to 3, 4, 5, 7 (in test_cage), 8, 12 to 16, 18 and 19. */
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
            fail_msg("%s ended with %d (%s)", endings[i].plugin, r->rc, r->failure ? r->failure : "no failure");
        assert_int_equal(r->batch.n, r->rc == 0 ? 1 : 0);
        if (r->rc != 0) {
            const char *part = endings[i].part;
#ifdef PGY_SANITIZED
            if (endings[i].sanitized_differs)
                part = endings[i].plugin;
#endif
            if (!strstr(r->failure, part) || !strstr(r->failure, input.path) || !strstr(r->failure, endings[i].plugin))
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

static void test_describe(void **state)
{
    const struct runner *runner = *state;
    struct pgy_run_input input = runner_input(runner, PGY_VERB_DESCRIBE, "good");
    struct pgy_run *run = runner_run(&input);
    const struct pgy_declaration *d = &pgy_run_result(run)->declaration;
    assert_int_equal(pgy_run_result(run)->rc, 0);
    assert_string_equal(d->version, "1.3");
    assert_string_equal(d->path, input.path);
    assert_null(d->failed);
    assert_true(d->has_check && d->has_report);
    assert_int_equal(d->nkeys, 5);
    assert_string_equal(d->keys[1].fallback, "3");
    assert_int_equal(d->keys[1].max, 10);
    assert_string_equal(d->keys[1].owner, "good");
    assert_string_equal(d->keys[2].section, "friend:");
    assert_string_equal(d->keys[3].journal, "met");
    assert_int_equal(d->keys[4].flags, PGYD_KEY_MANY);
    assert_int_equal(d->nkinds, 1);
    assert_string_equal(d->kinds[0].events, "coffee|call");
    assert_int_equal(d->nreports, 1);
    assert_string_equal(d->reports[0].args, "title");
    assert_int_equal(d->nrenames, 1);
    assert_string_equal(d->renames[0].to, "rule");
    pgy_run_free(&run);
}

/* Arrays are walked by the plugin's own element size, structs read no further than they say. */
static void test_other_minors(void **state)
{
    const struct runner *runner = *state;
    static const char *const plugins[] = {"older", "newer"};
    for (size_t i = 0; i < 2; i++) {
        struct pgy_run_input input = runner_input(runner, PGY_VERB_DESCRIBE, plugins[i]);
        struct pgy_run *run = runner_run(&input);
        const struct pgy_declaration *d = &pgy_run_result(run)->declaration;
        assert_int_equal(pgy_run_result(run)->rc, 0);
        assert_int_equal(d->nkeys, 2);
        assert_string_equal(d->keys[0].name, "one");
        assert_null(d->keys[0].journal);
        assert_string_equal(d->keys[1].name, "two");
        assert_string_equal(d->keys[1].fallback, "2");
        assert_string_equal(d->keys[1].help, "The second.");
        assert_false(d->has_report);
        pgy_run_free(&run);
        input.verb = PGY_VERB_PLAN;
        run = runner_run(&input);
        assert_int_equal(pgy_run_result(run)->rc, 0);
        assert_string_equal(pgy_run_result(run)->batch.items[0].slug, "odd");
        assert_null(pgy_run_result(run)->batch.items[0].done_log);
        pgy_run_free(&run);
    }
}

static const char configuration[] = "[daemon]\n"
                                    "plugins = good\n"
                                    "state_dir = /secret/place\n"
                                    "[person]\n"
                                    "id = ada\n"
                                    "timezone = America/Chicago\n"
                                    "[training]\n"
                                    "specialty = im\n"
                                    "start = 2024-07-01\n"
                                    "[quiet]\n"
                                    "oncall = yes\n"
                                    "[notify:phone]\n"
                                    "type = webhook\n"
                                    "url = https://example.org/hook\n"
                                    "secret = whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=\n"
                                    "[good]\n"
                                    "note = remember\n"
                                    "[friend:bo]\n"
                                    "last = 2026-11-01\n"
                                    "tag_x = y\n"
                                    "[friend:cy]\n"
                                    "cadence = 1mo\n";

struct loaded {
    struct pgy_run *described;
    struct pgy_schema *schema;
    struct pgy_config *config;
    struct pgy_problems problems;
};

static void load(const struct runner *runner, const char *text, struct loaded *l)
{
    struct pgy_run_input input = runner_input(runner, PGY_VERB_DESCRIBE, "good");
    *l = (struct loaded){.described = runner_run(&input), .problems = {.arena = runner->arena}};
    struct pgy_declaration declaration = pgy_run_result(l->described)->declaration;
    declaration.listed = true;
    l->schema = pgy_schema_new(&declaration, 1, "test.ini", &l->problems);
    assert_int_equal(pgy_config_parse("test.ini", text, strlen(text), l->schema, false, &l->problems, &l->config), 0);
    if (l->problems.errors)
        fail_msg("%s", pgy_problem_text(&l->problems.list[0], runner->arena));
}

static void unload(struct loaded *l)
{
    pgy_config_free(&l->config);
    pgy_schema_free(&l->schema);
    pgy_run_free(&l->described);
}

static struct pgy_happening happening(int64_t number, pgy_day on, const char *kind, const char *subject, const char *event)
{
    return (struct pgy_happening){.number = number, .on = on, .kind = kind, .subject = subject, .event = event};
}

/* What the plugin was told, in the words of tests/plugins/good.c. */
static void test_plan(void **state)
{
    const struct runner *runner = *state;
    struct loaded l;
    load(runner, configuration, &l);
    struct pgy_happening list[] = {
        happening(0, TODAY - 21, "met", "bo", ""),
        happening(1, TODAY - 9, "met", "cy", "coffee"),
        happening(2, TODAY - 8, "done", "good/answer", ""),
        happening(3, TODAY - 8, "done", "goodness/answer", ""),
        happening(4, TODAY - 8, "started", "", ""),
        happening(5, TODAY - 7, "met", "bo", "call"),
    };
    list[5].reversed = true;
    const struct pgy_journal journal = {.list = list, .n = 6};
    const struct pgy_busy_span busy[] = {{.start = TODAY, .end = TODAY + 3, .kind = "nights", .name = "MICU"}};
    const struct pgy_data_file data[] = {{"packs", "im.tsv", "12345", 5}, {"letters", "decline.txt", "12", 2}};
    struct pgy_run_input input = runner_input(runner, PGY_VERB_PLAN, "good");
    /* Were it ever let to declare a key of [daemon]: that must not show it the key. */
    struct pgy_key keys[6];
    struct pgy_declaration declaration = *pgy_schema_plugin(l.schema, "good");
    assert_int_equal(declaration.nkeys, 5);
    memcpy(keys, declaration.keys, 5 * sizeof *keys);
    keys[5] = (struct pgy_key){.section = "daemon", .name = "state_dir", .type = PGYD_PATH, .help = "x", .owner = "good"};
    declaration.keys = keys;
    declaration.nkeys = 6;
    struct pgy_schema schema = *l.schema;
    schema.plugins = &declaration;
    schema.nplugins = 1;
    input.config = l.config;
    input.schema = &schema;
    input.journal = &journal;
    input.busy = busy;
    input.nbusy = 1;
    input.data = data;
    input.ndata = 2;
    struct pgy_run *run = runner_run(&input);
    const struct pgy_run_result *r = pgy_run_result(run);
    if (r->rc)
        fail_msg("%s", r->failure);
    assert_int_equal(r->batch.n, 7);
    assert_string_equal(r->batch.version, "1.3");
    assert_string_equal(find_item(r, "good/inputs")->detail,
                        "profile ada\nzone America/Chicago\nnote remember\ncount 3 (default)\nfriends 2\n"
                        "events 3: met/bo/ met/cy/coffee done/good/answer/ \nbusy 1\ndata 5\nsecrets 0");
    assert_int_equal(find_item(r, "good/friend-bo")->start, TODAY + 14);
    assert_int_equal(find_item(r, "good/friend-cy")->start, TODAY + 30); /* Dec 22 */
    assert_int_equal(find_item(r, "good/answer")->nsteps, 4);
    const struct pgy_item *timed = find_item(r, "good/call@2026-11");
    assert_int_equal(timed->start_minute, 540);
    assert_int_equal(timed->nrefs, 2);
    assert_int_equal(timed->steps[0].unit, 'm');
    assert_string_equal(timed->done_log, "met board call");
    pgy_run_free(&run);
    unload(&l);
}

/* Reliability checklist 17: what is planned does not depend on anything but the inputs. */
static void test_plan_is_repeatable(void **state)
{
    const struct runner *runner = *state;
    struct pgy_run_input input = runner_input(runner, PGY_VERB_PLAN, "good");
    struct pgy_run *first = runner_run(&input), *second = runner_run(&input);
    const struct pgy_batch *a = &pgy_run_result(first)->batch, *b = &pgy_run_result(second)->batch;
    assert_int_equal(a->n, 5);
    assert_int_equal(b->n, a->n);
    for (size_t i = 0; i < a->n; i++)
        assert_true(pgy_item_hash(&a->items[i]) == pgy_item_hash(&b->items[i]));
    pgy_run_free(&first);
    pgy_run_free(&second);
}

static void test_check(void **state)
{
    const struct runner *runner = *state;
    struct pgy_run_input input = runner_input(runner, PGY_VERB_CHECK, "good");
    struct pgy_run *run = runner_run(&input);
    const struct pgy_run_result *r = pgy_run_result(run);
    assert_int_equal(r->rc, 0);
    assert_int_equal(r->nproblems, 1);
    assert_int_equal(r->problems[0].severity, PGYD_WARN);
    assert_string_equal(r->problems[0].section, "good");
    assert_string_equal(r->problems[0].key, "note");
    assert_string_equal(r->problems[0].message, "is not set");
    assert_string_equal(r->problems[0].remedy, "write what you want to remember");
    pgy_run_free(&run);
    struct loaded l;
    load(runner, "[person]\ntimezone = UTC\n[good]\nnote = wrong\n", &l);
    input.config = l.config;
    input.schema = l.schema;
    run = runner_run(&input);
    assert_int_equal(pgy_run_result(run)->nproblems, 1);
    assert_int_equal(pgy_run_result(run)->problems[0].severity, PGYD_CRITICAL);
    assert_null(pgy_run_result(run)->problems[0].remedy);
    pgy_run_free(&run);
    unload(&l);
}

static void test_report(void **state)
{
    const struct runner *runner = *state;
    const struct pgyd_arg args[] = {{"title", "Mine"}};
    struct pgy_run_input input = runner_input(runner, PGY_VERB_REPORT, "good");
    input.report = "everything";
    input.args = args;
    input.nargs = 1;
    struct pgy_run *run = runner_run(&input);
    const struct pgy_run_result *r = pgy_run_result(run);
    assert_int_equal(r->rc, 0);
    assert_int_equal(r->nparts, 9);
    assert_int_equal(r->parts[0].type, PGYD_HEADING);
    assert_string_equal(r->parts[8].text, "Mine");
    assert_string_equal(r->parts[3].cells[1], "b");
    assert_true(r->parts[5].nums[1] > 1.9 && r->parts[5].nums[1] < 2.1);
    pgy_run_free(&run);
    input.report = "nothing";
    run = runner_run(&input);
    assert_int_equal(pgy_run_result(run)->rc, PGY_EREFUSED);
    assert_non_null(strstr(pgy_run_result(run)->failure, "there is no such report"));
    pgy_run_free(&run);
    input = runner_input(runner, PGY_VERB_REPORT, "newer");
    run = runner_run(&input);
    assert_non_null(strstr(pgy_run_result(run)->failure, "has no reports"));
    pgy_run_free(&run);
}

/* A verb of a newer pgyd: an error, not silence. */
static void test_unknown_verb(void **state)
{
    const struct runner *runner = *state;
    struct pgy_run_input input = runner_input(runner, PGY_VERB_IMPORT, "good");
    struct pgy_run *run = runner_run(&input);
    assert_true(pgy_run_result(run)->rc < 0);
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

/* Reliability checklist 20: ten that fail among twenty at once; the others finish. */
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

/* Checklist 21. The worker is this process's only child: found by asking for it without reaping. */
static void test_killed_from_outside(void **state)
{
    struct pgy_run_input input = runner_input(*state, PGY_VERB_PLAN, "pause");
    struct pgy_run *run = pgy_run_start(&input);
    const char *list = pgy_arena_printf(((const struct runner *)*state)->arena, "/proc/self/task/%d/children", (int)getpid());
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

static void test_find(void **state)
{
    const struct runner *runner = *state;
    const char *dir = pgy_arena_printf(runner->arena, "%s/tests/plugins/.libs", runner->paths.build);
    const char *const extra[] = {"/nowhere", dir};
    const char *path = NULL, *why = NULL;
    assert_int_equal(pgy_plugin_find(&runner->paths, runner->arena, extra, 2, "good", &path, &why), 0);
    assert_string_equal(path, runner_path(runner, "good"));
    assert_int_equal(pgy_plugin_find(&runner->paths, runner->arena, extra, 2, "absent", &path, &why), PGY_ENOTFOUND);
    assert_non_null(strstr(why, "/nowhere/absent.so"));
    assert_non_null(strstr(why, "/tests/plugins/.libs/absent.so"));
    assert_int_equal(pgy_plugin_find(&runner->paths, runner->arena, extra, 2, "../good", &path, &why), PGY_ENOTFOUND);
    assert_non_null(strstr(why, "not the name of a plugin"));
}

static void test_describe_all(void **state)
{
    const struct runner *runner = *state;
    char dir[] = "/tmp/pgyd-test-XXXXXX";
    assert_non_null(mkdtemp(dir));
    static const char *const names[] = {"good", "crash", "older"};
    for (size_t i = 0; i < 3; i++)
        assert_int_equal(symlink(runner_path(runner, names[i]), pgy_arena_printf(runner->arena, "%s/%s.so", dir, names[i])), 0);
    const char *const listed[] = {"good", "absent", "good"};
    const char *const extra[] = {dir};
    struct pgy_declaration *d;
    size_t n;
    pgy_plugins_describe(&runner->paths, runner->arena, listed, 3, extra, 1, PATIENT_MS, NULL, &d, &n);
    assert_true(n >= 4);
    assert_string_equal(d[0].plugin, "good");
    assert_true(d[0].listed);
    assert_int_equal(d[0].nkeys, 5);
    assert_string_equal(d[0].keys[4].name, "tag_*");
    assert_ptr_equal(d[0].keys[4].owner, d[0].plugin);
    assert_string_equal(d[1].plugin, "absent");
    assert_non_null(strstr(d[1].failed, "was not found"));
    assert_string_equal(d[2].plugin, "crash"); /* it crashes only when it plans */
    assert_false(d[2].listed);
    assert_null(d[2].failed);
    assert_string_equal(d[3].plugin, "older");
    for (size_t i = 0; i < 3; i++)
        unlink(pgy_arena_printf(runner->arena, "%s/%s.so", dir, names[i]));
    rmdir(dir);
}

/* Copies a plugin into a folder as NAME.so under a name of its own first: like an installation, a new file takes the old one's place. */
static void install(const struct runner *runner, const char *plugin, const char *dir, const char *name)
{
    struct pgy_buf bytes PGY_BUF_CLEANUP = PGY_BUF_INIT(64 << 20);
    assert_int_equal(pgy_file_read(runner_path(runner, plugin), &bytes), 0);
    assert_int_equal(pgy_file_replace(pgy_arena_printf(runner->arena, "%s/%s.so", dir, name), bytes.data, bytes.len, 0600), 0);
}

static struct pgy_declaration ask(const struct runner *runner, struct pgy_described *cache, const char *dir, const char *name)
{
    struct pgy_declaration d;
    pgy_describe(cache, &runner->paths, name, pgy_arena_printf(runner->arena, "%s/%s.so", dir, name), PATIENT_MS, runner->arena, &d);
    return d;
}

/* One worker a file, until the file is another one; a failure is asked about again (DESIGN.md 5.2). */
static void test_described_once(void **state)
{
    const struct runner *runner = *state;
    char dir[] = "/tmp/pgyd-test-XXXXXX";
    assert_non_null(mkdtemp(dir));
    struct pgy_described *cache = pgy_described_new();
    install(runner, "good", dir, "good");
    assert_int_equal(ask(runner, cache, dir, "good").nkeys, 5);
    assert_int_equal(pgy_described_runs(cache), 1);
    struct pgy_declaration again = ask(runner, cache, dir, "good");
    assert_int_equal(pgy_described_runs(cache), 1);
    assert_int_equal(again.nkeys, 5);
    assert_string_equal(again.keys[4].name, "tag_*");
    assert_ptr_equal(again.keys[4].owner, again.plugin);
    assert_string_equal(again.kinds[0].name, "met");
    assert_null(again.failed);

    /* Another file of the same name, that holds another plugin: refused, and for as often as it is asked. */
    install(runner, "older", dir, "good");
    assert_non_null(ask(runner, cache, dir, "good").failed);
    assert_non_null(ask(runner, cache, dir, "good").failed);
    assert_int_equal(pgy_described_runs(cache), 3);
    install(runner, "good", dir, "good");
    assert_null(ask(runner, cache, dir, "good").failed);
    assert_null(ask(runner, cache, dir, "good").failed);
    assert_int_equal(pgy_described_runs(cache), 4);

    /* Written to in place: the same inode and size, another time. */
    const char *file = pgy_arena_printf(runner->arena, "%s/good.so", dir);
    const struct timespec times[2] = {{.tv_sec = 1000000000}, {.tv_sec = 1000000000, .tv_nsec = 1}};
    assert_int_equal(utimensat(AT_FDCWD, file, times, 0), 0);
    assert_null(ask(runner, cache, dir, "good").failed);
    assert_int_equal(pgy_described_runs(cache), 5);
    /* Another inode of the same size and time. */
    install(runner, "good", dir, "good");
    assert_int_equal(utimensat(AT_FDCWD, file, times, 0), 0);
    assert_null(ask(runner, cache, dir, "good").failed);
    assert_int_equal(pgy_described_runs(cache), 6);
    unlink(file);
    assert_non_null(ask(runner, cache, dir, "good").failed);
    pgy_described_free(&cache);
    assert_null(cache);
    assert_int_equal(again.nkeys, 5); /* the copies do not go with the cache */
    assert_string_equal(again.keys[0].section, "good");
    rmdir(dir);
}

/* Every plugin of the product that was built opens, and describes itself as the file is called. */
static void test_product_plugins(void **state)
{
    const struct runner *runner = *state;
    struct pgy_declaration *d;
    size_t n;
    pgy_plugins_describe(&runner->paths, runner->arena, NULL, 0, NULL, 0, PATIENT_MS, NULL, &d, &n);
    for (size_t i = 0; i < n; i++) {
        if (d[i].failed)
            fail_msg("%s", d[i].failed);
        assert_true(d[i].nkeys > 0 && *d[i].summary && *d[i].version);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_endings),           cmocka_unit_test(test_not_elf),       cmocka_unit_test(test_describe),
        cmocka_unit_test(test_other_minors),      cmocka_unit_test(test_plan),          cmocka_unit_test(test_plan_is_repeatable),
        cmocka_unit_test(test_check),             cmocka_unit_test(test_report),        cmocka_unit_test(test_unknown_verb),
        cmocka_unit_test(test_no_worker),         cmocka_unit_test(test_data_too_large), cmocka_unit_test(test_large_inputs),
        cmocka_unit_test(test_many_at_once),      cmocka_unit_test(test_freed_early),   cmocka_unit_test(test_killed_from_outside),
        cmocka_unit_test(test_take),              cmocka_unit_test(test_find),          cmocka_unit_test(test_describe_all),
        cmocka_unit_test(test_described_once),    cmocka_unit_test(test_product_plugins),
    };
    return cmocka_run_group_tests_name("worker", tests, setup, teardown);
}
