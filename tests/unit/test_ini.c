/* SPDX-License-Identifier: BSD-2-Clause */
/* Raw lines: what is kept whole, which line is named, what inih alone would get wrong. */
#include "config_fixture.h"

#include "base/buf.h"
#include "config/ini.h"

struct raw {
    struct pgy_arena *arena;
    struct pgy_problems problems;
    struct pgy_ini ini;
};

static int raw_setup(void **state)
{
    struct raw *r = calloc(1, sizeof *r);
    if (!r)
        return -1;
    r->arena = r->problems.arena = pgy_arena_new();
    *state = r;
    return 0;
}

static int raw_teardown(void **state)
{
    struct raw *r = *state;
    pgy_arena_free(&r->arena);
    free(r);
    return 0;
}

static int read_bytes(struct raw *r, const char *text, size_t len)
{
    r->problems = (struct pgy_problems){.arena = r->arena};
    return pgy_ini_parse("f.ini", text, len, r->arena, &r->problems, &r->ini);
}

static size_t read_text(struct raw *r, const char *text)
{
    assert_int_equal(read_bytes(r, text, strlen(text)), 0);
    return r->problems.n;
}

static const char *said(struct raw *r, size_t i)
{
    assert_true(i < r->problems.n);
    return pgy_problem_text(&r->problems.list[i], r->arena);
}

static const struct pgy_ini_entry *entry(struct raw *r, size_t section, size_t i)
{
    assert_true(section < r->ini.n && i < r->ini.sections[section].n);
    return &r->ini.sections[section].entries[i];
}

static void values_are_kept_whole(void **state)
{
    struct raw *r = *state;
    assert_int_equal(read_text(r, "# first\n\n[a]\n  x =  one ; two # three  \ny=a=b:c\n\t; no\nz "
                                  "=\n[b:c]\n;\nx: 1 = \"q\"\n"),
                     0);
    assert_int_equal(r->ini.n, 2);
    assert_string_equal(r->ini.sections[0].name, "a");
    assert_int_equal(r->ini.sections[0].line, 3);
    assert_int_equal(r->ini.sections[0].n, 3);
    assert_string_equal(entry(r, 0, 0)->name, "x");
    assert_string_equal(entry(r, 0, 0)->value, "one ; two # three");
    assert_int_equal(entry(r, 0, 0)->line, 4);
    assert_string_equal(entry(r, 0, 1)->value, "a=b:c");
    assert_string_equal(entry(r, 0, 2)->name, "z");
    assert_string_equal(entry(r, 0, 2)->value, "");
    assert_int_equal(entry(r, 0, 2)->line, 7);
    assert_string_equal(r->ini.sections[1].name, "b:c");
    assert_int_equal(r->ini.sections[1].line, 8);
    assert_string_equal(entry(r, 1, 0)->name, "x: 1");
    assert_string_equal(entry(r, 1, 0)->value, "\"q\"");
}

/* inih alone would join an indented line to the key before it. */
static void an_indented_line_is_a_line(void **state)
{
    struct raw *r = *state;
    assert_int_equal(read_text(r, "[a]\nx = 1\n   y = 2\n   [b]\n z = 3\n"), 0);
    assert_int_equal(r->ini.n, 2);
    assert_int_equal(r->ini.sections[0].n, 2);
    assert_string_equal(entry(r, 0, 1)->name, "y");
    assert_string_equal(entry(r, 1, 0)->value, "3");
    assert_int_equal(read_text(r, "[a]\nx = 1\n   and more\n"), 1);
    assert_string_equal(said(r, 0), "error: f.ini:3: 'and more' is neither a key nor a section; "
                                    "write `key = value`, or put # in "
                                    "front of a comment");
}

static void bom_and_crlf(void **state)
{
    struct raw *r = *state;
    assert_int_equal(read_text(r, "\xef\xbb\xbf[a]\r\nx = 1 \r\n\r\n[b]\r\ny=2\r"), 0);
    assert_int_equal(r->ini.n, 2);
    assert_string_equal(r->ini.sections[0].name, "a");
    assert_string_equal(entry(r, 0, 0)->value, "1");
    assert_string_equal(entry(r, 1, 0)->value, "2");
    assert_int_equal(entry(r, 1, 0)->line, 5);
    assert_int_equal(read_text(r, "\xef\xbb\xbf"), 0);
    assert_int_equal(r->ini.n, 0);
    assert_int_equal(read_text(r, ""), 0);
    assert_int_equal(r->ini.n, 0);
}

static void utf16_is_refused_once(void **state)
{
    struct raw *r = *state;
    assert_int_equal(read_bytes(r, "\xff\xfe[\0a\0]\0\n\0", 10), PGY_EPARSE);
    assert_int_equal(r->problems.n, 1);
    assert_string_equal(said(r, 0),
                        "error: f.ini:1: the file is written in UTF-16; save it as UTF-8");
}

/* inih cuts lines at 200 and section names at 50 characters. */
static void lengths_do_not_matter(void **state)
{
    struct raw *r = *state;
    static const size_t lengths[] = {199, 200, 201, 150000};
    for (size_t i = 0; i < 4; i++) {
        size_t n = lengths[i];
        struct pgy_buf text PGY_BUF_CLEANUP = PGY_BUF_INIT(1000000);
        char *long_text = malloc(n);
        assert_non_null(long_text);
        memset(long_text, 'v', n);
        pgy_buf_str(&text, "[s:");
        pgy_buf_add(&text, long_text, n);
        pgy_buf_str(&text, "]\nbefore = 1\nlong = ");
        pgy_buf_add(&text, long_text, n);
        pgy_buf_str(&text, "e\nafter = 2\n");
        free(long_text);
        assert_int_equal(read_bytes(r, text.data, text.len), 0);
        assert_int_equal(r->problems.n, 0);
        assert_int_equal(strlen(r->ini.sections[0].name), n + 2);
        assert_int_equal(r->ini.sections[0].n, 3);
        assert_int_equal(strlen(entry(r, 0, 1)->value), n + 1);
        assert_int_equal(entry(r, 0, 1)->value[n], 'e');
        assert_int_equal(entry(r, 0, 2)->line, 4);
    }
}

static void ten_megabytes_in_a_line(void **state)
{
    struct raw *r = *state;
    size_t n = 10u * 1024 * 1024;
    char *text = malloc(n);
    assert_non_null(text);
    memset(text, 'x', n);
    memcpy(text, "[a]\nk=", 6);
    assert_int_equal(read_bytes(r, text, n), PGY_ELIMIT);
    assert_int_equal(r->problems.n, 1);
    assert_string_equal(said(r, 0), "error: f.ini: the file has 10485760 bytes; a configuration "
                                    "has at most 4 MiB; check that it is the file "
                                    "you meant");
    assert_int_equal(read_bytes(r, text, PGY_INI_MAX), 0);
    assert_int_equal(strlen(entry(r, 0, 0)->value), PGY_INI_MAX - 6);
    assert_int_equal(read_bytes(r, text, PGY_INI_MAX + 1), PGY_ELIMIT);
    free(text);
}

static void bad_bytes_have_a_line(void **state)
{
    struct raw *r = *state;
    static const char text[] = "[a]\nx = caf\xe9\ny = a\0b\n# \x1b[31m\nz = 1\n[b\x01]\nq = 1\nw = "
                               "\xc2\x9b\n[c]\nk = \xc3\xa9\tx\n";
    assert_int_equal(read_bytes(r, text, sizeof text - 1), 0);
    assert_int_equal(r->problems.n, 5);
    assert_string_equal(said(r, 0),
                        "error: f.ini:2: this line is not valid UTF-8; save the file as UTF-8");
    assert_string_equal(said(r, 1),
                        "error: f.ini:3: a control character stands in this line; delete it");
    assert_int_equal(r->problems.list[2].line, 4);
    assert_int_equal(r->problems.list[3].line, 6);
    assert_int_equal(r->problems.list[4].line, 8);
    /* what stands below the unreadable header falls to nobody */
    assert_int_equal(r->ini.n, 3);
    assert_int_equal(r->ini.sections[0].n, 1);
    assert_true(r->ini.sections[1].bad);
    assert_string_equal(entry(r, 2, 0)->value, "\xc3\xa9\tx");
}

static void headers_that_are_none(void **state)
{
    struct raw *r = *state;
    assert_int_equal(read_text(r, "[person\nx = 1\n[]\n[a] # mine\n[ b ]\ny = 1\n"), 3);
    assert_string_equal(said(r, 0),
                        "error: f.ini:1: the section's name is not closed; write [person]");
    assert_string_equal(said(r, 1), "error: f.ini:3: a section without a name; write a name "
                                    "between the brackets, such as [person]");
    assert_string_equal(said(r, 2), "error: f.ini:4: something follows the section's name; put it "
                                    "on a line of its own; a comment starts "
                                    "with #");
    assert_string_equal(r->ini.sections[3].name, "b");
    assert_false(r->ini.sections[3].bad);
}

static void keys_outside(void **state)
{
    struct raw *r = *state;
    assert_int_equal(read_text(r, "x = 1\n[a]\n = 2\nlost\n"), 3);
    assert_string_equal(said(r, 1),
                        "error: f.ini:3: there is no key before the '='; write `key = value`");
    assert_int_equal(r->problems.list[2].line, 4);
    assert_string_equal(
        said(r, 0),
        "error: f.ini:1: x: this key stands before any section; write a [section] line above it");
}

static void twice(void **state)
{
    struct raw *r = *state;
    assert_int_equal(read_text(r, "[a]\nx = 1\ny = 2\nx = 3\nx = 4\n[b]\nx = 1\n[a]\nz = 1\n"), 3);
    assert_string_equal(
        said(r, 0), "error: f.ini:4: a.x: this key was set before, in line 2; keep one of the two");
    assert_string_equal(
        said(r, 1), "error: f.ini:5: a.x: this key was set before, in line 2; keep one of the two");
    assert_string_equal(
        said(r, 2),
        "error: f.ini:8: a: this section stands already in line 1; put the keys of both together");
    assert_false(entry(r, 0, 0)->duplicate);
    assert_true(entry(r, 0, 2)->duplicate);
    assert_true(entry(r, 0, 3)->duplicate);
    assert_true(r->ini.sections[2].duplicate);
}

static void counts_are_capped(void **state)
{
    struct raw *r = *state;
    struct pgy_buf text PGY_BUF_CLEANUP = PGY_BUF_INIT(1000000);
    pgy_buf_str(&text, "[a]\n");
    for (int i = 0; i <= PGY_INI_KEYS_MAX + 10; i++)
        pgy_buf_printf(&text, "%05d=\n", i);
    assert_int_equal(read_bytes(r, text.data, text.len), 0);
    assert_int_equal(r->problems.n, 1);
    assert_non_null(strstr(said(r, 0), ":50002: more than 50000 keys"));
    assert_int_equal(r->ini.sections[0].n, PGY_INI_KEYS_MAX);
    pgy_buf_clear(&text);
    for (int i = 0; i <= PGY_INI_SECTIONS_MAX + 10; i++)
        pgy_buf_printf(&text, "[%d]\n", i);
    assert_int_equal(read_bytes(r, text.data, text.len), 0);
    assert_int_equal(r->problems.n, 1);
    assert_non_null(strstr(said(r, 0), ":6001: more than 6000 sections"));
    assert_int_equal(r->ini.n, PGY_INI_SECTIONS_MAX);
    /* a file of mistakes: all counted, not all kept */
    pgy_buf_clear(&text);
    for (int i = 0; i < 20000; i++)
        pgy_buf_str(&text, "x\n");
    assert_int_equal(read_bytes(r, text.data, text.len), 0);
    assert_int_equal(r->problems.n, PGY_PROBLEMS_MAX + 1);
    assert_int_equal(r->problems.errors, 20000);
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, raw_setup, raw_teardown)
    const struct CMUnitTest tests[] = {
        TEST(values_are_kept_whole), TEST(an_indented_line_is_a_line),
        TEST(bom_and_crlf),          TEST(utf16_is_refused_once),
        TEST(lengths_do_not_matter), TEST(ten_megabytes_in_a_line),
        TEST(bad_bytes_have_a_line), TEST(headers_that_are_none),
        TEST(keys_outside),          TEST(twice),
        TEST(counts_are_capped),
    };
    return cmocka_run_group_tests_name("ini", tests, NULL, NULL);
}
