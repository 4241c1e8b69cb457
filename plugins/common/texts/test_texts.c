/* SPDX-License-Identifier: BSD-2-Clause */
/* The texts of plugins. They may not use the daemon's own functions, so each is held to the one it
 * has a twin in. */
#include "plugins/common/dates.h"
#include "plugins/common/texts/iniline.h"
#include "plugins/common/texts/near.h"
#include "plugins/common/texts/utf8.h"

#include "base/civil.h"
#include "base/str.h"
#include "base/utf8.h"
#include "config/iniline.h"
#include "tests/unit/iniline_cases.h"
#include "tests/unit/utf8_cases.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void characters(void **state)
{
    (void)state;
    for (size_t i = 0; i < UTF8_CASES; i++) {
        const char *bytes = utf8_cases[i].bytes, *p = bytes;
        size_t n = strlen(bytes);
        char *copy = malloc(n);
        assert_non_null(copy);
        memcpy(copy, bytes, n);
        if (pgc_utf8_char(copy, n) != utf8_cases[i].n)
            fail_msg("sequence %zu: %zu bytes", i, pgc_utf8_char(copy, n));
        assert_ptr_equal(pgc_utf8_fault(copy, n), utf8_cases[i].n ? NULL : copy);
        free(copy);
        assert_int_equal(pgc_utf8_next(&p), utf8_cases[i].n ? utf8_cases[i].code : '?');
        assert_int_equal(p - bytes, utf8_cases[i].n ? utf8_cases[i].n : 1);
    }
}

static bool same_part(const char *a, size_t a_len, const char *b, size_t b_len)
{
    return a == b && a_len == b_len;
}

/* The enums count alike: a kind of one is the kind of the other. */
static void a_line_as_the_daemon(const char *text, size_t len)
{
    struct pgc_iniline a;
    struct pgy_iniline b;
    pgc_iniline_take(text, text + len, &a);
    pgy_iniline_take(text, text + len, &b);
    if ((int)a.kind != (int)b.kind || (int)a.fault != (int)b.fault ||
        !same_part(a.text, a.len, b.text, b.len) ||
        !same_part(a.name, a.name_len, b.name, b.name_len) ||
        !same_part(a.value, a.value_len, b.value, b.value_len))
        fail_msg("'%.*s' is another line", (int)len, text);
}

/* Those written down, and every run of up to six of the characters that mean something. */
static void lines_as_the_daemon(void **state)
{
    static const char signs[] = "[]:=#; \ta\r";
    enum { SIGNS = sizeof signs - 1, LONGEST = 6 };
    (void)state;
    assert_int_equal(PGC_INILINE_SECTION, PGY_INILINE_SECTION);
    assert_int_equal(PGC_INILINE_UNNAMED, PGY_INILINE_UNNAMED);
    for (size_t i = 0; i < INILINE_CASES; i++)
        a_line_as_the_daemon(iniline_cases[i].line, strlen(iniline_cases[i].line));
    for (size_t len = 0, runs = 1; len <= LONGEST; len++, runs *= SIGNS) {
        for (size_t run = 0; run < runs; run++) {
            char text[LONGEST];
            for (size_t i = 0, rest = run; i < len; i++, rest /= SIGNS)
                text[i] = signs[rest % SIGNS];
            a_line_as_the_daemon(text, len);
        }
    }
}

static size_t plain_one_by_one(const char *text, size_t len)
{
    size_t n = 0;
    while (n < len && (unsigned char)text[n] >= 0x20 && (unsigned char)text[n] <= 0x7e)
        n++;
    return n;
}

static void plain_as_it_is(const char *text, size_t len)
{
    const size_t want = plain_one_by_one(text, len);
    assert_int_equal(pgc_utf8_plain(text, len), want);
    assert_int_equal(pgy_utf8_plain(text, len), want);
}

/* Any byte at any place among others, in texts of less than eight bytes and more: eight are looked
 * at together, here and in the daemon. */
static void plain_text_ends_where_it_does(void **state)
{
    static const char others[] = {' ', '~', 'a', (char)0x80, (char)0xff, '\0'};
    enum { LONGEST = 25 };
    (void)state;
    for (size_t o = 0; o < sizeof others; o++) {
        for (unsigned byte = 0; byte < 256; byte++) {
            for (size_t place = 0; place < LONGEST; place++) {
                char text[LONGEST];
                memset(text, 'x', place);
                memset(text + place, others[o], sizeof text - place);
                text[place] = (char)byte;
                for (size_t len = 0; len <= LONGEST; len++)
                    plain_as_it_is(text, len);
            }
        }
    }
}

/* Every run of four of the bytes at which a rule begins or ends. */
static void characters_as_the_daemon(void **state)
{
    static const unsigned char edges[] = {
        0x00, 0x1f, 0x20, 0x7e, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2,
        0xc3, 0xdf, 0xe0, 0xe1, 0xec, 0xed, 0xee, 0xef, 0xf0, 0xf1, 0xf3, 0xf4, 0xf5, 0xff};
    enum { EDGES = sizeof edges, RUNS = EDGES * EDGES * EDGES * EDGES };
    (void)state;
    for (unsigned i = 0; i < RUNS; i++) {
        char text[5] = {(char)edges[i % EDGES], (char)edges[i / EDGES % EDGES],
                        (char)edges[i / EDGES / EDGES % EDGES],
                        (char)edges[i / EDGES / EDGES / EDGES]};
        for (size_t len = 1; len <= 4; len++) {
            if (pgc_utf8_char(text, len) != pgy_utf8_char(text, len) ||
                pgc_utf8_control(text, len) != pgy_utf8_control(text, len) ||
                !pgc_utf8_fault(text, len) != pgy_utf8_valid(text, len))
                fail_msg("run %u of %zu bytes", i, len);
        }
        const char *a = text, *b = text;
        if (*text && (pgc_utf8_next(&a) != pgy_utf8_next(&b) || a != b))
            fail_msg("run %u: another character", i);
    }
}

static void counted_and_cut(void **state)
{
    (void)state;
    static const char text[] = "a\xc3\xa9\xe2\x82\xac\xf0\x9f\x93\x85"; /* of 1, 2, 3 and 4 bytes */
    static const size_t want[] = {0, 1, 3, 6, 10, 10};
    assert_int_equal(pgc_utf8_count(text), 4);
    assert_int_equal(pgc_utf8_count(""), 0);
    for (size_t i = 0; i < sizeof want / sizeof want[0]; i++) {
        char copy[sizeof text];
        memcpy(copy, text, sizeof text);
        pgc_utf8_cut(copy, i);
        assert_int_equal(strlen(copy), want[i]);
    }
}

static void lines(void **state)
{
    static const struct {
        const char *text;
        size_t most;
        bool is;
    } cases[] = {{"a", 1, true},      {"caf\xc3\xa9", 5, true}, {"caf\xc3\xa9", 4, false},
                 {"", 9, false},      {"  ", 9, false},         {" a", 9, true},
                 {"a\tb", 9, false},  {"a\n", 9, false},        {"a\xc2\x85", 9, false},
                 {"a\xff", 9, false}, {"a\x7f", 9, false}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        if (pgc_utf8_line(cases[i].text, cases[i].most) != cases[i].is)
            fail_msg("case %zu", i);
    }
}

/* Names of keys and the slips that hands make with them. */
static const char *const names[] = {"title",      "when",     "until",      "detail",
                                    "remind",     "severity", "checked_on", "noncompete_miles",
                                    "tail_paid",  "pto",      "on",         "neurosurgery",
                                    "caf\xc3\xa9"};
static const char *const slips[] = {
    "title",
    "titel",
    "TITLE",
    "tittle",
    "wehn",
    "whne",
    "until",
    "untill",
    "reminder",
    "serverty",
    "details",
    "chekced",
    "check",
    "noncompete_mile",
    "notcompete",
    "tial_piad",
    "otp",
    "pot",
    "p",
    "o",
    "no",
    "neurosurgry",
    "cafe",
    "",
    "xyz",
    "weight",
    "title title title title",
    "ca fully abridged",
    "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijkl"};

static void near_as_the_daemon(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof slips / sizeof slips[0]; i++) {
        struct pgc_near near = {.wanted = slips[i]};
        for (size_t k = 0; k < sizeof names / sizeof names[0]; k++) {
            assert_int_equal(pgc_near_distance(slips[i], names[k]),
                             pgy_str_distance(slips[i], names[k]));
            pgc_near_try(&near, names[k]);
        }
        const char *theirs = pgy_str_nearest(slips[i], names, sizeof names / sizeof names[0]),
                   *ours = pgc_near_best(&near);
        if (!pgy_streq(ours, theirs))
            fail_msg("'%s': %s here, %s there", slips[i], ours ? ours : "none",
                     theirs ? theirs : "none");
    }
}

/* The three nearest, each once, of equals the first. */
static void near_in_order(void **state)
{
    (void)state;
    char list[80];
    struct pgc_near near = {.wanted = "detail"};
    assert_null(pgc_near_best(&near));
    assert_string_equal(pgc_near_list(&near, list, sizeof list), "");
    static const char *const tried[] = {"dental", "retail", "detail", "retail", "when", "details"};
    for (size_t i = 0; i < sizeof tried / sizeof tried[0]; i++)
        pgc_near_try(&near, tried[i]);
    assert_string_equal(pgc_near_best(&near), "detail");
    assert_string_equal(pgc_near_list(&near, list, sizeof list), "detail, retail, details");
    pgc_near_add(&near, "a detail of no account", 0);
    assert_string_equal(pgc_near_list(&near, list, sizeof list),
                        "detail, a detail of no account, retail");
    pgc_near_add(&near, "farther", 9);
    assert_int_equal(near.n, 3);
    near = (struct pgc_near){.wanted = "neurosurgry"};
    pgc_near_try(&near, "neurology"); /* four of eleven, and alone */
    assert_string_equal(pgc_near_list(&near, list, sizeof list), "neurology");
    pgc_near_try(&near, "neurosurgery");
    assert_string_equal(pgc_near_list(&near, list, sizeof list), "neurosurgery");
}

static void months_and_weekdays(void **state)
{
    (void)state;
    for (int32_t i = -1; i <= 13; i++) {
        assert_string_equal(pgc_month_name(i), pgy_month_name(i));
        if (i >= 0)
            assert_string_equal(pgc_weekday_name(i), pgy_weekday_name((enum pgy_weekday)i));
        if (i >= 1 && i <= 12)
            assert_int_equal(pgc_month_named(pgc_month_name(i)), i);
        if (i >= 0 && i <= 6)
            assert_int_equal(pgc_weekday_named(pgc_weekday_name(i)), i);
    }
    assert_string_equal(pgc_weekday_name(-1), "");
    assert_int_equal(pgc_month_named("jan"), 1);
    assert_int_equal(pgc_month_named("DEC"), 12);
    assert_int_equal(pgc_month_named("mAy"), 5);
    assert_int_equal(pgc_month_named("sept"), -1); /* three letters or all */
    assert_int_equal(pgc_month_named("de"), -1);
    assert_int_equal(pgc_month_named(""), -1);
    assert_int_equal(pgc_month_named("wed"), -1);
    assert_int_equal(pgc_weekday_named("sun"), 0);
    assert_int_equal(pgc_weekday_named("wednesday"), 3);
    assert_int_equal(pgc_weekday_named("wednesdays"), -1);
    assert_int_equal(pgc_weekday_named("SAT"), 6);
}

static void durations_as_the_daemon(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "3d",     "2w",    "6mo",   "1y",     "0d",     "007d",         "36525d",
        "36526d", "5218w", "5219w", "1200mo", "1201mo", "100y",         "101y",
        "",       "d",     "3",     "3 d",    "-3d",    "+3d",          "3D",
        "3d ",    "3m",    "3h",    "3bd",    "3mos",   "99999999999d", "00000000003d"};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        struct pgy_dur theirs = {0};
        int32_t n = 0;
        uint16_t unit = 0;
        bool ours = pgc_parse_dur(texts[i], &n, &unit);
        if (ours != (pgy_dur_parse(texts[i], false, &theirs) == 0) || n != theirs.n ||
            unit != (uint16_t)theirs.unit)
            fail_msg("'%s': %d of %d here, %d of %d there", texts[i], n, unit, theirs.n,
                     theirs.unit);
    }
    assert_int_equal(pgc_dur_unit("mo"), 'm');
    assert_int_equal(pgc_dur_unit("m"), 0);
    assert_int_equal(pgc_dur_unit(""), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(characters),
        cmocka_unit_test(plain_text_ends_where_it_does),
        cmocka_unit_test(characters_as_the_daemon),
        cmocka_unit_test(lines_as_the_daemon),
        cmocka_unit_test(counted_and_cut),
        cmocka_unit_test(lines),
        cmocka_unit_test(near_as_the_daemon),
        cmocka_unit_test(near_in_order),
        cmocka_unit_test(months_and_weekdays),
        cmocka_unit_test(durations_as_the_daemon),
    };
    return cmocka_run_group_tests_name("texts", tests, NULL, NULL);
}
