/* SPDX-License-Identifier: BSD-2-Clause */
/* Explanations of keys as text, JSON and manual page: nothing is left out, and every example is
 * one. */
#include "config_fixture.h"

#include "config/explain.h"

#include <stdio.h>
#include <unistd.h>

static const char *explained(struct fixture *f, const char *what, int expected)
{
    struct pgy_buf out PGY_BUF_CLEANUP = PGY_BUF_INIT(1000000);
    assert_int_equal(pgy_explain_text(f->schema, what, &out), expected);
    return pgy_arena_strdup(f->arena, pgy_buf_text(&out));
}

static void every_section_and_key_is_explained(void **state)
{
    struct fixture *f = *state;
    const char *all = explained(f, NULL, 0);
    for (size_t i = 0; i < f->schema->nkinds; i++) {
        char name[64];
        snprintf(name, sizeof name, "[%s%s]", f->schema->kinds[i].name,
                 f->schema->kinds[i].instances ? ":id" : "");
        assert_non_null(strstr(all, name));
    }
    for (size_t i = 0; i < f->schema->nkeys; i++) {
        const struct pgy_key *key = &f->schema->keys[i];
        char what[64], line[80];
        assert_true(strlen(key->help) > 3);
        snprintf(what, sizeof what, "%s.%s", key->section, key->name);
        snprintf(line, sizeof line, "\n  %s: ", key->name);
        assert_non_null(strstr(explained(f, key->section, 0), line));
        assert_non_null(strstr(explained(f, what, 0), key->name));
    }
}

static void one_key(void **state)
{
    struct fixture *f = *state;
    assert_string_equal(explained(f, "contact:alvarez.last", 0),
                        "[contact:id] last: date\n  When last.\n  Read by the plugin networking.\n "
                        " A dated fact: the same as `pgyctl log "
                        "contact … --on DATE`; the later of\n  "
                        "both counts.\n\n  [contact:id]\n  last = 2027-06-30\n");
    assert_string_equal(
        explained(f, "offer.rate_pay", 0),
        "[offer:id] rate_*: int from 0 to 10\n  0 to 10.\n  Read by the plugin offers.\n");
    assert_string_equal(explained(f, "training.pgi", PGY_ENOTFOUND),
                        "there is no key 'pgi' in [training]; did you mean training.pgy?\n");
    assert_string_equal(explained(f, "trainin", PGY_ENOTFOUND),
                        "there is no section 'trainin'; did you mean training?\n");
    assert_string_equal(explained(f, "zzzzz", PGY_ENOTFOUND), "there is no section 'zzzzz'\n");
}

static void json(void **state)
{
    struct fixture *f = *state;
    json_t *all = pgy_explain_json(f->schema, NULL),
           *key = pgy_explain_json(f->schema, "quiet.remind_at"),
           *none = pgy_explain_json(f->schema, "nothing.here");
    assert_int_equal(json_array_size(json_object_get(all, "sections")), f->schema->nkinds);
    assert_string_equal(json_string_value(json_object_get(key, "default")), "08:00");
    assert_string_equal(json_string_value(json_object_get(key, "type")), "HH:MM");
    assert_true(json_is_false(json_object_get(key, "required")));
    assert_non_null(json_object_get(none, "error"));
    json_decref(all);
    json_decref(key);
    json_decref(none);
}

/* Every default and every example that is shown must be accepted by the parser. */
static void examples_are_right(void **state)
{
    struct fixture *f = *state;
    for (size_t i = 0; i < f->schema->nkeys; i++) {
        const struct pgy_key *key = &f->schema->keys[i];
        char what[64], text[1024];
        snprintf(what, sizeof what, "%s.%s", key->section, key->name);
        const char *example = strstr(explained(f, what, 0), "\n\n  [");
        if (!example || key->flags & (PGYD_KEY_MANY))
            continue;
        const char *value = strstr(example, " = ");
        assert_non_null(value);
        snprintf(text, sizeof text, "[%s%s]\n%s%s", key->section,
                 pgy_schema_kind(f->schema, key->section)->instances ? ":x" : "", key->name, value);
        parse(f, text);
        /* others may be missing; this one must be right */
        for (size_t p = 0; p < f->problems.n; p++)
            assert_false(f->problems.list[p].line == 2);
    }
}

/* groff, the typesetter of manual pages, must have nothing to complain of. */
static void the_manual_page(void **state)
{
    struct fixture *f = *state;
    struct pgy_buf out PGY_BUF_CLEANUP = PGY_BUF_INIT(1000000);
    assert_int_equal(pgy_explain_man(f->schema, &out), 0);
    const char *page = pgy_buf_text(&out);
    assert_non_null(strstr(page, ".SS \"[contact:id]\"\n"));
    assert_non_null(strstr(page, ".BR \"remind_at\" \": HH:MM = 08:00\"\n"));
    assert_non_null(strstr(page, ".BR \"timezone\" \": IANA zone, required\"\n"));
    for (const char *p = page; *p; p += strcspn(p, "\n"), p += *p == '\n')
        assert_true(*p != '\'' && (*p != '.' || (p[1] >= 'A' && p[1] <= 'Z') || p[1] == '\\' ||
                                   p[1] == 'n' || p[1] == 'f'));
    if (access("/usr/bin/groff", X_OK) != 0)
        return;
    char name[] = "/tmp/pgyd-test-XXXXXX", command[128], line[256] = "";
    int fd = mkstemp(name);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, out.data, out.len), (ssize_t)out.len);
    close(fd);
    snprintf(command, sizeof command, "groff -ww -k -Tutf8 -man %s 2>&1 >/dev/null", name);
    FILE *groff = popen(command, "r");
    assert_non_null(groff);
    char *complaint = fgets(line, sizeof line, groff);
    pclose(groff);
    unlink(name);
    if (complaint)
        fail_msg("groff: %s", line);
}

int main(void)
{
#define TEST(t) cmocka_unit_test_setup_teardown(t, setup, teardown)
    const struct CMUnitTest tests[] = {
        TEST(every_section_and_key_is_explained),
        TEST(one_key),
        TEST(json),
        TEST(examples_are_right),
        TEST(the_manual_page),
    };
    return cmocka_run_group_tests_name("explain", tests, NULL, NULL);
}
