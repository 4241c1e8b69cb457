/* SPDX-License-Identifier: BSD-2-Clause */
/* Finding plugins and what they declare. */
#include "base/file.h"
#include "plan/describe.h"
#include "runner.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

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
    assert_string_equal(d->keys[3].ask, "When did you meet");
    assert_string_equal(d->keys[3].ask_default, "today");
    assert_string_equal(d->keys[3].ask_unless, "cadence");
    assert_null(d->keys[2].ask);
    assert_int_equal(d->keys[4].flags, PGYD_KEY_MANY);
    assert_int_equal(d->nkinds, 1);
    assert_string_equal(d->kinds[0].events, "coffee|call");
    assert_int_equal(d->nreports, 1);
    assert_string_equal(d->reports[0].args, "title");
    assert_int_equal(d->nrenames, 1);
    assert_string_equal(d->renames[0].from, "good/old-rule");
    assert_string_equal(d->renames[0].to, "good/rule");
    assert_string_equal(d->label, "All good");
    assert_string_equal(d->color, "#00ff7F");
    assert_string_equal(d->discreet[PGYD_ALERT], "something good needs you from");
    assert_string_equal(d->discreet[0], "something good is due");
    assert_null(d->discreet[PGYD_DEADLINE]);
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
        assert_null(d->keys[0].ask);
        assert_string_equal(d->keys[1].name, "two");
        assert_string_equal(d->keys[1].fallback, "2");
        assert_string_equal(d->keys[1].help, "The second.");
        assert_false(d->has_report);
        if (i == 0) {
            assert_null(d->label);
            assert_null(d->color);
            assert_null(d->discreet[0]);
        } else {
            assert_string_equal(d->label, "Odd");
            assert_string_equal(d->color, "#808000");
            assert_string_equal(d->discreet[PGYD_DEADLINE], "an odd answer is due");
            assert_string_equal(d->discreet[0], "an odd thing is due");
        }
        pgy_run_free(&run);
        input.verb = PGY_VERB_PLAN;
        run = runner_run(&input);
        assert_int_equal(pgy_run_result(run)->rc, 0);
        assert_string_equal(pgy_run_result(run)->batch.items[0].slug, "odd");
        assert_null(pgy_run_result(run)->batch.items[0].done_log);
        assert_int_equal(pgy_run_result(run)->batch.items[0].stakes, PGYD_COSTLY);
        assert_int_equal(pgy_run_result(run)->batch.items[0].by, 20000);
        assert_null(pgy_run_result(run)->batch.items[0].why);
        pgy_run_free(&run);
    }
}

/* What it said before its description went wrong is not kept. */
static void test_half_a_description(void **state)
{
    const struct runner *runner = *state;
    struct pgy_run_input input = runner_input(runner, PGY_VERB_DESCRIBE, "half");
    struct pgy_run *run = runner_run(&input);
    const struct pgy_declaration *d = &pgy_run_result(run)->declaration;
    assert_int_equal(pgy_run_result(run)->rc, PGY_EPARSE);
    assert_non_null(strstr(d->failed, "discreet words for one kind of items twice"));
    assert_null(d->label);
    assert_null(d->color);
    assert_null(d->discreet[PGYD_DEADLINE]);
    pgy_run_free(&run);
}

static void test_find(void **state)
{
    const struct runner *runner = *state;
    const char *dir =
        pgy_arena_printf(runner->arena, "%s/tests/plugins/.libs", runner->paths.build);
    const char *const extra[] = {"/nowhere", dir};
    const char *path = NULL, *why = NULL;
    assert_int_equal(pgy_plugin_find(&runner->paths, runner->arena, extra, 2, "good", &path, &why),
                     0);
    assert_string_equal(path, runner_path(runner, "good"));
    assert_int_equal(
        pgy_plugin_find(&runner->paths, runner->arena, extra, 2, "absent", &path, &why),
        PGY_ENOTFOUND);
    assert_non_null(strstr(why, "/nowhere/absent.so"));
    assert_non_null(strstr(why, "/tests/plugins/.libs/absent.so"));
    assert_int_equal(
        pgy_plugin_find(&runner->paths, runner->arena, extra, 2, "../good", &path, &why),
        PGY_ENOTFOUND);
    assert_non_null(strstr(why, "not the name of a plugin"));
    /* Relative to wherever we were started: not ours to open. */
    const char *const relative[] = {
        pgy_arena_printf(runner->arena, "../../../../../../../../../../../..%s", dir)};
    assert_int_equal(
        pgy_plugin_find(&runner->paths, runner->arena, relative, 1, "good", &path, &why),
        PGY_ENOTFOUND);
}

static void test_describe_all(void **state)
{
    const struct runner *runner = *state;
    char dir[] = "/tmp/pgyd-test-XXXXXX";
    assert_non_null(mkdtemp(dir));
    static const char *const names[] = {"good", "crash", "older"};
    for (size_t i = 0; i < 3; i++)
        assert_int_equal(symlink(runner_path(runner, names[i]),
                                 pgy_arena_printf(runner->arena, "%s/%s.so", dir, names[i])),
                         0);
    const char *const listed[] = {"good", "absent", "good"};
    const char *const extra[] = {dir};
    struct pgy_declaration *d;
    size_t n;
    pgy_plugins_describe(&runner->paths, runner->arena, listed, 3, extra, 1, PATIENT_MS, NULL, &d,
                         &n);
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

/* Copies a plugin into a folder as NAME.so under a name of its own first: like an installation, a
 * new file takes the old one's place. */
static void install(const struct runner *runner, const char *plugin, const char *dir,
                    const char *name)
{
    struct pgy_buf bytes PGY_BUF_CLEANUP = PGY_BUF_INIT(64 << 20);
    assert_int_equal(pgy_file_read(runner_path(runner, plugin), &bytes), 0);
    assert_int_equal(pgy_file_replace(pgy_arena_printf(runner->arena, "%s/%s.so", dir, name),
                                      bytes.data, bytes.len, 0600),
                     0);
}

static struct pgy_declaration ask(const struct runner *runner, struct pgy_described *cache,
                                  const char *dir, const char *name)
{
    struct pgy_declaration d;
    pgy_describe(cache, &runner->paths, name,
                 pgy_arena_printf(runner->arena, "%s/%s.so", dir, name), PATIENT_MS, runner->arena,
                 &d);
    return d;
}

/* One worker a file, until the file is another one; a failure is asked about again (architecture
 * 5). */
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
    assert_string_equal(again.label, "All good");
    assert_string_equal(again.discreet[0], "something good is due");
    assert_null(again.failed);

    /* Another file of the same name, that holds another plugin: refused, and for as often as it is
     * asked. */
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

/* How the product's own are shown and what they say where others may look: nobody has to learn new
 * words with a new version. */
static const struct {
    const char *plugin, *label, *color;
    const char *milestone, *window, *deadline, *reminder, *habit, *alert;
} looks[] = {
    {"milestones", "Milestones", "#4169E1", "a milestone is due", "a milestone window opens",
     "a milestone is due", "a milestone is due", "a milestone is due",
     "a milestone needs attention from"},
    {"networking", "Networking", "#2E8B57", "a networking reminder is due",
     "a networking reminder is due", "a networking reminder is due", "a networking reminder is due",
     "a networking reminder is due", "your networking needs attention from"},
    {"offers", "Offers", "#FF8C00", "an offer reminder is due", "an offer reminder is due",
     "an offer answer is due", "an offer reminder is due", "an offer reminder is due",
     "an offer needs attention from"},
};

static void assert_look(const struct pgy_declaration *d)
{
    for (size_t i = 0; i < sizeof looks / sizeof looks[0]; i++) {
        if (strcmp(looks[i].plugin, d->plugin) != 0)
            continue;
        assert_string_equal(d->label, looks[i].label);
        assert_string_equal(d->color, looks[i].color);
        assert_string_equal(pgy_declaration_discreet(d, PGYD_MILESTONE), looks[i].milestone);
        assert_string_equal(pgy_declaration_discreet(d, PGYD_WINDOW), looks[i].window);
        assert_string_equal(pgy_declaration_discreet(d, PGYD_DEADLINE), looks[i].deadline);
        assert_string_equal(pgy_declaration_discreet(d, PGYD_REMINDER), looks[i].reminder);
        assert_string_equal(pgy_declaration_discreet(d, PGYD_HABIT), looks[i].habit);
        assert_string_equal(pgy_declaration_discreet(d, PGYD_ALERT), looks[i].alert);
    }
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
        assert_look(&d[i]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_describe),           cmocka_unit_test(test_other_minors),
        cmocka_unit_test(test_half_a_description), cmocka_unit_test(test_find),
        cmocka_unit_test(test_describe_all),       cmocka_unit_test(test_described_once),
        cmocka_unit_test(test_product_plugins),
    };
    return cmocka_run_group_tests_name("describe", tests, runner_setup, runner_teardown);
}
