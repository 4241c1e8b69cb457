/* SPDX-License-Identifier: BSD-2-Clause */
/* Passes that start no worker: who waits for the descriptor must hear that they are over. */
#include "config_fixture.h"

#include "base/file.h"
#include "plan/load.h"

#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

static void assert_over(struct fixture *f, enum pgy_worker_verb verb, size_t results)
{
    struct pgy_journal journal = {.arena = f->arena};
    struct pgy_data_set data = {.arena = f->arena};
    struct pgy_pass_input input = {.verb = verb,
                                   .schema = f->schema,
                                   .config = f->config,
                                   .journal = &journal,
                                   .data = &data,
                                   .today = 20779,
                                   .started = 20779,
                                   .deadline_ms = 5000};
    struct pgy_pass *pass = pgy_pass_start(&input);
    struct pollfd p = {.fd = pgy_pass_fd(pass), .events = POLLIN};
    assert_int_equal(poll(&p, 1, 0), 1);
    assert_true(pgy_pass_step(pass));
    pgy_pass_wait(pass);
    assert_int_equal(pgy_pass_count(pass), results);
    for (size_t i = 0; i < results; i++)
        assert_int_equal(pgy_pass_result(pass, i)->rc, PGY_EREFUSED);
    pgy_pass_free(&pass);
    assert_null(pass);
}

/* Neither of the fixture's plugins has a check. */
static void test_nobody_to_ask(void **state)
{
    struct fixture *f = *state;
    assert_int_equal(parse(f, PERSON), 0);
    assert_over(f, PGY_VERB_CHECK, 0);
}

/* The only plugin could not even be described. */
static void test_all_failed(void **state)
{
    static const struct pgy_declaration broken = {
        .plugin = "broken", .listed = true, .failed = "cannot be opened"};
    struct fixture *f = *state;
    fixture_clear(f);
    fixture_init(f, &broken, 1);
    (void)parse(f, PERSON);
    assert_over(f, PGY_VERB_PLAN, 1);
    assert_over(f, PGY_VERB_CHECK, 1);
}

static void put(struct fixture *f, const char *folder, const char *name, const char *text)
{
    assert_int_equal(pgy_file_replace(pgy_arena_printf(f->arena, "%s/%s", folder, name), text,
                                      strlen(text), 0600),
                     0);
}

/* [daemon] profiles: a pattern behind a folder's name, which is no pattern whatever it is called;
 * and never the main file itself. */
static void test_profile_files(void **state)
{
    struct fixture *f = *state;
    char top[] = "/tmp/pgyd-test-XXXXXX";
    static const char *const folders[] = {"plain", "[office] *?", "back\\slash"};
    assert_non_null(mkdtemp(top));
    for (size_t i = 0; i < 3; i++) {
        const char *folder = pgy_arena_printf(f->arena, "%s/%s", top, folders[i]),
                   *main_file = pgy_arena_printf(f->arena, "%s/pgyd.ini", folder);
        const char **files;
        size_t n;
        assert_int_equal(mkdir(folder, 0700), 0);
        put(f, folder, "pgyd.ini", "[daemon]\nprofiles = *.ini\n");
        put(f, folder, "ben.ini", PERSON);
        put(f, folder, "ada.ini", PERSON);
        put(f, folder, "notes.txt", "");
        pgy_config_free(&f->config);
        assert_int_equal(pgy_config_read(main_file, f->schema, false, &f->problems, &f->config), 0);
        assert_int_equal(pgy_house_profiles(f->config, f->arena, &files, &n), 0);
        assert_int_equal(n, 2);
        assert_string_equal(files[0], pgy_arena_printf(f->arena, "%s/ada.ini", folder));
        assert_string_equal(files[1], pgy_arena_printf(f->arena, "%s/ben.ini", folder));
        unlink(files[0]);
        unlink(files[1]);
        unlink(main_file);
        unlink(pgy_arena_printf(f->arena, "%s/notes.txt", folder));
        rmdir(folder);
    }
    rmdir(top);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_nobody_to_ask, setup, teardown),
        cmocka_unit_test_setup_teardown(test_all_failed, setup, teardown),
        cmocka_unit_test_setup_teardown(test_profile_files, setup, teardown),
    };
    return cmocka_run_group_tests_name("pass", tests, NULL, NULL);
}
