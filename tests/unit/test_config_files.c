/* SPDX-License-Identifier: BSD-2-Clause */
/* A configuration and what lies around it: whose it is, files it names, plugins that declare its
 * keys, the sample. What its values may be is test_config.c's. */
#include "config_fixture.h"

#include "base/file.h"

#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

static void who_the_file_is_about(void **state)
{
    struct fixture *f = *state;
    assert_only(f, "[serve]\n",
                "error: /t/pgyd.ini: person: this section is missing; add [person] with `timezone "
                "= America/New_York` or yours");
    assert_int_equal(parse(f, "[daemon]\nprofiles = p/*.ini\n"), 0);
    assert_false(f->config->has_person);
    assert_only(f, "[daemon]\nprofiles = p/*.ini\n[goal]\n",
                "error: /t/pgyd.ini:3: goal: this belongs to a person, and the file has none; add "
                "[person], or move this to a file of "
                "[daemon] profiles");
    assert_int_equal(parse(f, PERSON), 0);
    assert_string_equal(f->config->profile, "me");
    assert_int_equal(parse(f, PERSON "id = kim-2\n"), 0);
    assert_string_equal(f->config->profile, "kim-2");
    assert_int_equal(parse_as(f, "/t/p/ana.ini", PERSON, true), 0);
    assert_string_equal(f->config->profile, "ana");
    assert_int_equal(parse_as(f, "/t/p/ana.ini", PERSON "id = b\n", true), 0);
    assert_string_equal(f->config->profile, "b");
    assert_int_equal(parse_as(f, "/t/p/Ana Maria.ini", PERSON, true), 1);
    assert_string_equal(problem(f, 0), "error: /t/p/Ana Maria.ini:1: person.id: the file's name "
                                       "'Ana Maria' cannot be this person's id; add "
                                       "`id = ` and 1 to 24 of a-z, 0-9 and -, or rename the file");
}

static void files_of_a_folder(void **state)
{
    struct fixture *f = *state;
    assert_int_equal(
        parse_as(
            f, "/t/p/a.ini",
            PERSON
            "[daemon]\nplugins = x\n[serve]\n[notify:n]\ntype = log\nallow_private = 10.0.0.0/8\n"
            "ca_file = /etc/passwd\nsecret_file = a/../../b\n[packs]\npath = sub, ~/x\n",
            true),
        6);
    assert_string_equal(problem(f, 0), "error: /t/p/a.ini:3: daemon: this section is not one "
                                       "person's; put it in the main file, pgyd.ini");
    assert_int_equal(f->problems.list[1].line, 5);
    assert_string_equal(problem(f, 2), "error: /t/p/a.ini:8: notify:n.allow_private: this key is "
                                       "not for one person's file; leave it to "
                                       "the main file, pgyd.ini");
    assert_string_equal(problem(f, 3),
                        "error: /t/p/a.ini:9: notify:n.ca_file: '/etc/passwd' leaves the folder of "
                        "this file; name a file "
                        "in the folder of this file, without .. and without a leading /");
    assert_string_equal(problem(f, 4),
                        "error: /t/p/a.ini:10: notify:n.secret_file: 'a/../../b' leaves the folder "
                        "of this file; name a "
                        "file in the folder of this file, without .. and without a leading /");
    assert_int_equal(f->problems.list[5].line, 12);
}

static void secret_files(void **state)
{
    struct fixture *f = *state;
    char dir[] = "/tmp/pgyd-test-XXXXXX", file[64], path[64],
         text[] = PERSON "[notify:w]\ntype = webhook\nurl = https://h/\nsecret_file = key\n";
    static const struct {
        mode_t mode;
        size_t problems;
    } cases[] = {{0600, 0}, {0400, 0}, {0640, 1}, {0604, 1}, {0700, 0}};
    assert_non_null(mkdtemp(dir));
    snprintf(file, sizeof file, "%s/pgyd.ini", dir);
    snprintf(path, sizeof path, "%s/key", dir);
    assert_int_equal(parse_as(f, file, text, false), 1);
    assert_non_null(strstr(problem(f, 0), ":6: notify:w.secret_file: the file cannot be read"));
    FILE *key = fopen(path, "w");
    assert_non_null(key);
    fclose(key);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        assert_int_equal(chmod(path, cases[i].mode), 0);
        assert_int_equal(parse_as(f, file, text, false), cases[i].problems);
        assert_int_equal(f->problems.errors, cases[i].problems);
    }
    /* a credential of systemd's shows as readable by its group, and nothing beyond that */
    assert_int_equal(setenv("CREDENTIALS_DIRECTORY", dir, 1), 0);
    static const size_t handed[] = {0, 0, 0, 1, 0};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        assert_int_equal(chmod(path, cases[i].mode), 0);
        assert_int_equal(parse_as(f, file, text, false), handed[i]);
    }
    /* the beginning of the name is not the folder */
    assert_int_equal(setenv("CREDENTIALS_DIRECTORY", "/tmp/pgyd-test", 1), 0);
    assert_int_equal(chmod(path, 0640), 0);
    assert_int_equal(parse_as(f, file, text, false), 1);
    assert_int_equal(unsetenv("CREDENTIALS_DIRECTORY"), 0);
    /* a link out of the folder is no file of the folder */
    assert_int_equal(unlink(path), 0);
    assert_int_equal(symlink("/etc/hostname", path), 0);
    assert_int_equal(
        parse_as(f, file, PERSON "id = a\n[notify:w]\ntype = log\nca_file = key\n", true), 1);
    assert_non_null(strstr(problem(f, 0), "'key' is a link out of the folder"));
    unlink(path);
    rmdir(dir);
}

static void reading_files(void **state)
{
    struct fixture *f = *state;
    char dir[] = "/tmp/pgyd-test-XXXXXX", file[64];
    static const char text[] = "[daemon]\nplugins = milestones, mine\nplugin_path = "
                               "more\nstate_dir = /s\nnonsense\n[contact:a]\n";
    struct pgy_config *peek = NULL;
    assert_non_null(mkdtemp(dir));
    snprintf(file, sizeof file, "%s/pgyd.ini", dir);
    f->problems = (struct pgy_problems){.arena = f->arena};
    assert_int_equal(pgy_config_read(file, f->schema, false, &f->problems, &f->config), -2);
    assert_int_equal(f->problems.errors, 1);
    assert_int_equal(pgy_config_read(dir, f->schema, false, &f->problems, &f->config), PGY_EINVAL);
    assert_int_equal(f->problems.errors, 2);
    assert_int_equal(pgy_config_peek(file, &peek), -2);
    FILE *out = fopen(file, "w");
    assert_non_null(out);
    fputs(text, out);
    fclose(out);
    assert_int_equal(pgy_config_peek(file, &peek), 0);
    const struct pgy_value *plugins = pgy_config_get(peek, "daemon", "", "plugins");
    assert_non_null(plugins);
    assert_int_equal(plugins->nlist, 2);
    assert_string_equal(plugins->list[1], "mine");
    assert_string_equal(pgy_config_text(peek, "daemon", "", "state_dir", ""), "/s");
    assert_int_equal(pgy_config_num(peek, "daemon", "", "pass_deadline", 0), 5);
    assert_int_equal(peek->text_len, sizeof text - 1);
    pgy_config_free(&peek);
    assert_null(peek);
    unlink(file);
    rmdir(dir);
}

static void plugins_that_are_not_in_force(void **state)
{
    struct fixture *f = *state, other;
    struct pgy_declaration d[2] = {declared[0], declared[1]};
    d[1].listed = false;
    fixture_init(&other, d, 2);
    assert_only(&other, PERSON "[offer:m]\nemployer = M\nnonsense = 1\n[contact:a]\nname = A\n",
                "warning: /t/pgyd.ini:3: offer:m: this belongs to the plugin offers, which is not "
                "in use; add offers to [daemon] plugins to "
                "use it");
    assert_int_equal(other.problems.errors, 0);
    fixture_clear(&other);

    d[1] = (struct pgy_declaration){.plugin = "offers", .listed = true, .failed = "no such file"};
    fixture_init(&other, d, 2);
    assert_only(&other, PERSON "[offer:m]\nemployer = M\nbase = x\n[contact:a]\nname = A\n",
                "warning: /t/pgyd.ini:3: offer:m: kept unchecked, because the plugin offers could "
                "not be loaded; it is checked again once the "
                "plugin loads");
    const struct pgy_section *s = pgy_config_section(other.config, "offer", "m");
    assert_non_null(s);
    assert_int_equal(s->nentries, 2);
    assert_null(s->entries[1].key);
    assert_string_equal(s->entries[1].raw, "x");
    assert_null(pgy_config_get(other.config, "offer", "m", "base"));
    /* a slip in a section of the core stays an error */
    assert_int_equal(parse(&other, PERSON "nme = A\n"), 1);
    assert_int_equal(other.problems.errors, 1);
    fixture_clear(&other);
    assert_int_equal(parse(f, PERSON "[offer:m]\nemployer = M\nnonsense = 1\n"), 1);
    assert_int_equal(f->problems.errors, 1);
}

static void declarations_that_clash(void **state)
{
    struct fixture other;
    static const struct pgy_key clashing[] = {
        {.section = "contact:", .name = "cadence", .type = PGYD_INT, .help = "Days."},
        {.section = "contact:",
         .name = "extra",
         .type = PGYD_INT,
         .fallback = "three",
         .help = "More."},
        {.section = "contact:", .name = "last", .type = PGYD_DATE, .help = "The same again: fine."},
        {.section = "hours:", .name = "x", .type = PGYD_INT, .help = "An id where there is none."},
        {.section = "notify:", .name = "x", .type = PGYD_INT, .help = "The daemon's own."},
        {.section = "person", .name = "pronouns", .type = PGYD_TEXT, .help = "Fine."},
        {.section = "mine", .name = "bad name", .type = PGYD_TEXT, .help = "No."},
        {.section = "mine", .name = "x", .type = 99, .help = "No."},
    };
    struct pgy_declaration d[2] = {
        declared[0],
        {.plugin = "mine", .summary = "mine", .keys = clashing, .nkeys = 8, .listed = true}};
    (void)state;
    fixture_init(&other, d, 2);
    assert_int_equal(other.problems.errors, 6);
    assert_string_equal(problem(&other, 0), "error: /t/pgyd.ini: contact.cadence: networking "
                                            "declares it as dur, mine as int; mend the plugin "
                                            "mine, or take it out of [daemon] plugins");
    assert_string_equal(problem(&other, 1), "error: /t/pgyd.ini: contact.extra: its default "
                                            "'three' is not a value of its type; mend the "
                                            "plugin mine, or take it out of [daemon] plugins");
    assert_int_equal(pgy_schema_key(other.schema, "contact", "cadence")->type, PGYD_DUR);
    assert_string_equal(pgy_schema_key(other.schema, "contact", "cadence")->owner, "networking");
    assert_string_equal(pgy_schema_kind(other.schema, "contact")->owner, "networking");
    assert_string_equal(pgy_schema_key(other.schema, "contact", "extra")->owner, "mine");
    assert_non_null(pgy_schema_key(other.schema, "person", "pronouns"));
    assert_null(pgy_schema_kind(other.schema, "mine"));
    fixture_clear(&other);
}

/* The sample as it is, and with everything in it switched on: the core's sections must all be
 * shown, and shown right. */
static void the_sample(void **state)
{
    struct fixture *f = *state;
    struct pgy_schema *core = pgy_schema_core();
    struct pgy_buf sample PGY_BUF_CLEANUP = PGY_BUF_INIT(100000),
                          open PGY_BUF_CLEANUP = PGY_BUF_INIT(100000);
    const char *top = getenv("top_srcdir");
    pgy_schema_free(&f->schema);
    f->schema = core;
    assert_int_equal(
        pgy_file_read(pgy_arena_printf(f->arena, "%s/etc/pgyd.ini", top ? top : ".."), &sample), 0);
    assert_int_equal(parse(f, pgy_buf_text(&sample)), 0);
    for (const char *p = sample.data; *p; p += strcspn(p, "\n"), p += *p == '\n') {
        const char *from = *p == '#' && (p[1] == '[' || (p[1] >= 'a' && p[1] <= 'z')) ? p + 1 : p;
        pgy_buf_add(&open, from, strcspn(from, "\n"));
        pgy_buf_char(&open, '\n');
    }
    parse(f, pgy_buf_text(&open));
    for (size_t i = 0; i < f->problems.n; i++) {
        const struct pgy_problem *p = &f->problems.list[i];
        char kind[64] = "";
        assert_non_null(p->section);
        snprintf(kind, sizeof kind, "%.*s", (int)strcspn(p->section, ":"), p->section);
        /* names files that only the reader of the sample has */
        bool file = p->key && (strstr(p->key, "_file") || strcmp(p->key, "file") == 0);
        if (pgy_schema_kind(core, kind) && !file)
            fail_msg("%s", problem(f, i));
    }
    for (size_t i = 0; i < core->nkinds; i++)
        assert_true(pgy_config_count(f->config, core->kinds[i].name) > 0);
}

int main(void)
{
#define TEST(t) cmocka_unit_test_setup_teardown(t, setup, teardown)
    const struct CMUnitTest tests[] = {
        TEST(who_the_file_is_about),
        TEST(files_of_a_folder),
        TEST(secret_files),
        TEST(reading_files),
        TEST(plugins_that_are_not_in_force),
        TEST(declarations_that_clash),
        TEST(the_sample),
    };
    return cmocka_run_group_tests_name("config files", tests, NULL, NULL);
}
