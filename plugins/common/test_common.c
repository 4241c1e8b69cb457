/* SPDX-License-Identifier: BSD-2-Clause */
/* Anchors, levels and lengths of trainings that are easy to get wrong, worked out on a calendar;
 * and the short reads of pgc. Lists of figures are test_market.c's. */
#include "plugins/common/anchors.h"
#include "plugins/common/dates.h"
#include "plugins/common/fill.h"
#include "plugins/common/parts.h"
#include "plugins/common/specialty.h"
#define FAKE_PLUGIN none
#include "tests/unit/fake_fixture.h"

#include <stdio.h>

/* A plugin without anything, for the fake. */
const struct pgyd_plugin none = {.name = "none"};

static void assert_day(pgyd_day day, const char *expected)
{
    char text[PGY_DAY_TEXT];
    assert_string_equal(pgy_civil_text(day, text), expected);
}

/* Three years of internal medicine from 2024-07-01 end 2027-06-30; + 31 d = 2027-07-31, a Saturday;
 * the Monday after: 2027-08-02. */
static void internal_medicine(void **state)
{
    struct fake *f = *state;
    struct pgc_anchors a;
    fake_ini(f, "[training]\nspecialty = internal_medicine\nstart = 2024-07-01\n");
    assert_true(pgc_anchors(&f->host, &a));
    assert_day(a.residency_end, "2027-06-30");
    assert_day(a.g, "2027-06-30");
    assert_day(a.s, "2027-08-02");
    assert_int_equal(a.n, 3);
    assert_int_equal(a.track, PGC_SHORT);
    assert_false(a.fellowship);
    assert_day(pgc_pgy_start(&f->host, &a, 2), "2025-07-01");
    assert_day(pgc_pgy_end(&f->host, &a, 2), "2026-06-30");
    assert_int_equal(pgc_pgy(&f->host, &a, fake_day("2024-06-30")), 0);
    assert_int_equal(pgc_pgy(&f->host, &a, fake_day("2024-07-01")), 1);
    assert_int_equal(pgc_pgy(&f->host, &a, fake_day("2026-06-30")), 2);
    assert_int_equal(pgc_pgy(&f->host, &a, fake_day("2026-07-01")), 3);
}

/* Five years of orthopedics, then a spine fellowship from August to July: still six years of
 * training. */
static void ortho_spine(void **state)
{
    struct fake *f = *state;
    struct pgc_anchors a;
    fake_ini(f, "[training]\nspecialty = orthopaedic_surgery\nstart = "
                "2022-07-01\n[fellowship]\ntype = spine\nstart = 2027-08-01\n");
    assert_true(pgc_anchors(&f->host, &a));
    assert_day(a.residency_end, "2027-06-30");
    assert_day(a.f0, "2027-08-01");
    assert_day(a.f1, "2028-07-31");
    assert_day(a.g, "2028-07-31");
    assert_int_equal(a.n, 6);
    assert_int_equal(a.track, PGC_LONG);
}

/* Without a start the fellowship follows at once. */
static void fellowship_default_start(void **state)
{
    struct fake *f = *state;
    struct pgc_anchors a;
    fake_ini(f, "[training]\nspecialty = internal_medicine\nstart = 2024-07-01\n[fellowship]\ntype "
                "= gastroenterology\n");
    assert_true(pgc_anchors(&f->host, &a));
    assert_day(a.f0, "2027-07-01");
    assert_day(a.g, "2030-06-30");
    assert_int_equal(a.n, 6);
}

/* `end` wins over length; leave of ten weeks makes no further PGY level. The goal's own start
 * wins. */
static void end_wins(void **state)
{
    struct fake *f = *state;
    struct pgc_anchors a;
    fake_ini(f, "[training]\nspecialty = internal_medicine\nstart = 2024-07-01\nlength = 4y\nend = "
                "2027-09-10\n"
                "[goal]\nstart_date = 2027-11-01\n");
    assert_true(pgc_anchors(&f->host, &a));
    assert_day(a.g, "2027-09-10");
    assert_int_equal(a.n, 3);
    assert_day(a.s, "2027-11-01");
}

/* Two research years: five years of surgery end after seven; a person who is PGY-3 in the fifth
 * year counts two levels less. */
static void research_years(void **state)
{
    struct fake *f = *state;
    struct pgc_anchors a;
    fake_ini(f, "[training]\nspecialty = general_surgery\nstart = 2021-07-01\nresearch_years = "
                "2\npgy = 3\nas_of = 2025-10-01\n");
    assert_true(pgc_anchors(&f->host, &a));
    assert_day(a.g, "2028-06-30");
    assert_int_equal(a.shift, -2);
    assert_int_equal(a.n, 5);
    assert_int_equal(a.track, PGC_INTERMEDIATE);
    assert_day(pgc_pgy_start(&f->host, &a, 4), "2026-07-01");
    assert_int_equal(pgc_pgy(&f->host, &a, fake_day("2026-07-01")), 4);
}

/* A year between residency and fellowship is no PGY level: 3 + 3 years make six. PGY-4 begins with
 * the fellowship, PGY-3 ends with the residency. */
static void fellowship_after_a_gap(void **state)
{
    struct fake *f = *state;
    struct pgc_anchors a;
    fake_ini(f, "[training]\nspecialty = internal_medicine\nstart = 2022-07-01\n[fellowship]\ntype "
                "= gastroenterology\nstart = 2026-07-01\n");
    assert_true(pgc_anchors(&f->host, &a));
    assert_day(a.g, "2029-06-30");
    assert_int_equal(a.n, 6);
    assert_int_equal(a.levels, 3);
    assert_day(pgc_pgy_end(&f->host, &a, 3), "2025-06-30");
    assert_day(pgc_pgy_start(&f->host, &a, 4), "2026-07-01");
    assert_day(pgc_pgy_end(&f->host, &a, 6), "2029-06-30");
    assert_int_equal(pgc_pgy(&f->host, &a, fake_day("2025-06-30")), 3);
    assert_int_equal(pgc_pgy(&f->host, &a, fake_day("2026-01-15")), 3);
    assert_int_equal(pgc_pgy(&f->host, &a, fake_day("2026-07-01")), 4);
}

/* Research years that lie ahead count in no level, with or without a level of today. */
static void research_ahead(void **state)
{
    struct fake *f = *state;
    struct pgc_anchors a;
    fake_ini(f,
             "[training]\nspecialty = general_surgery\nstart = 2025-07-01\nresearch_years = 2\n");
    assert_true(pgc_anchors(&f->host, &a));
    assert_day(a.g, "2032-06-30");
    assert_int_equal(a.n, 5);
    fake_ini(f, "pgy = 2\nas_of = 2026-11-22\n");
    assert_true(pgc_anchors(&f->host, &a));
    assert_int_equal(a.shift, 0);
    assert_int_equal(a.n, 5);
    assert_day(pgc_pgy_end(&f->host, &a, 5), "2032-06-30");
}

/* An advanced place begins as PGY-2: three years of anesthesiology end at level 4. A level of 5 is
 * more than it has, and is not believed. */
static void advanced_place(void **state)
{
    struct fake *f = *state;
    struct pgc_anchors a;
    fake_ini(f, "[training]\nspecialty = anesthesiology\nstart = 2025-07-01\nlength = 3y\npgy = "
                "3\nas_of = 2026-11-22\n");
    assert_true(pgc_anchors(&f->host, &a));
    assert_int_equal(a.shift, 1);
    assert_int_equal(a.n, 4);
    assert_false(a.pgy_beyond);
    fake_free(&f);
    *state = f = fake_new(&none, "2026-11-22");
    fake_ini(f, "[training]\nspecialty = anesthesiology\nstart = 2025-07-01\nlength = 3y\npgy = "
                "5\nas_of = 2026-11-22\n");
    assert_true(pgc_anchors(&f->host, &a));
    assert_true(a.pgy_beyond);
    assert_int_equal(a.shift, 0);
    assert_int_equal(a.n, 3);
}

/* February 29: years begin on the 28th, and on the 29th again in a leap year (no end-of-month
 * stickiness, architecture 8). */
static void leap_day(void **state)
{
    struct fake *f = *state;
    struct pgc_anchors a;
    fake_ini(f, "[training]\nspecialty = psychiatry\nstart = 2024-02-29\n");
    assert_true(pgc_anchors(&f->host, &a));
    assert_day(pgc_pgy_start(&f->host, &a, 2), "2025-02-28");
    assert_day(pgc_pgy_end(&f->host, &a, 1), "2025-02-27");
    assert_day(a.g, "2028-02-28");
    assert_int_equal(a.n, 4);
    assert_int_equal(pgc_pgy(&f->host, &a, fake_day("2025-02-27")), 1);
    assert_int_equal(pgc_pgy(&f->host, &a, fake_day("2025-02-28")), 2);
}

/* An off-cycle start anchors every year. */
static void off_cycle(void **state)
{
    struct fake *f = *state;
    struct pgc_anchors a;
    fake_ini(f, "[training]\nspecialty = psychiatry\nstart = 2024-10-15\n");
    assert_true(pgc_anchors(&f->host, &a));
    assert_day(a.g, "2028-10-14");
    assert_int_equal(a.n, 4);
    assert_int_equal(a.track, PGC_SHORT);
    assert_day(pgc_pgy_start(&f->host, &a, 3), "2026-10-15");
    assert_day(pgc_pgy_end(&f->host, &a, 3), "2027-10-14");
}

/* Three and a half months of leave: PGY-4 lasts until the end, there is no PGY-5. */
static void leave_at_the_end(void **state)
{
    struct fake *f = *state;
    struct pgc_anchors a;
    fake_ini(f, "[training]\nspecialty = psychiatry\nstart = 2023-09-15\nend = 2027-12-31\n");
    assert_true(pgc_anchors(&f->host, &a));
    assert_int_equal(a.n, 4);
    assert_int_equal(pgc_pgy(&f->host, &a, fake_day("2026-09-14")), 3);
    assert_int_equal(pgc_pgy(&f->host, &a, fake_day("2027-09-14")), 4);
    assert_int_equal(pgc_pgy(&f->host, &a, fake_day("2027-09-15")), 4);
    assert_int_equal(pgc_pgy(&f->host, &a, fake_day("2027-12-31")), 4);
    assert_day(pgc_pgy_end(&f->host, &a, 4), "2027-12-31");
}

/* N is rounded to the nearest year, the track follows, and S is a Monday: 2027-07-02 + 31 d is
 * Monday 2027-08-02, a day later a Tuesday. */
static void edges(void **state)
{
    static const struct {
        const char *ini, *s;
        int n;
        enum pgc_track track;
    } cases[] = {
        {"[training]\nspecialty = internal_medicine\nstart = 2024-07-01\nend = 2027-06-15\n",
         "2027-07-19", 3, PGC_SHORT},
        {"[training]\nspecialty = internal_medicine\nstart = 2024-07-01\nend = 2027-07-02\n",
         "2027-08-02", 3, PGC_SHORT},
        {"[training]\nspecialty = internal_medicine\nstart = 2024-07-01\nend = 2027-07-03\n",
         "2027-08-09", 3, PGC_SHORT},
        {"[training]\nspecialty = ob_gyn\nstart = 2024-07-01\n", "2028-07-31", 4, PGC_SHORT},
        {"[training]\nspecialty = urology\nstart = 2022-07-01\n", "2027-08-02", 5,
         PGC_INTERMEDIATE},
        {"[training]\nspecialty = anesthesiology\nstart = 2022-07-01\n[fellowship]\ntype = pain\n",
         "2027-08-02", 5, PGC_LONG},
        {"[training]\nspecialty = interventional_radiology\nstart = 2021-07-01\n", "2027-08-02", 6,
         PGC_LONG},
        {"[training]\nspecialty = interventional_radiology\nstart = 2021-07-01\ntrack = short\n",
         "2027-08-02", 6, PGC_SHORT},
        {"[training]\nspecialty = internal_medicine\nstart = 2024-07-01\ntrack = long\n",
         "2027-08-02", 3, PGC_LONG},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct fake *f = fake_new(&none, "2026-11-22");
        struct pgc_anchors a;
        fake_ini(f, cases[i].ini);
        assert_true(pgc_anchors(&f->host, &a));
        assert_day(a.s, cases[i].s);
        assert_int_equal(a.n, cases[i].n);
        assert_int_equal(a.track, cases[i].track);
        fake_free(&f);
    }
}

static void missing(void **state)
{
    static const struct {
        const char *ini;
        enum pgc_missing missing;
    } cases[] = {
        {"", PGC_MISSING_TRAINING},
        {"[training]\nspecialty = internal_medicine\n", PGC_MISSING_TRAINING},
        {"[training]\nspecialty = alchemy\nstart = 2024-07-01\n", PGC_MISSING_LENGTH},
        {"[training]\nspecialty = emergency_medicine\nstart = 2024-07-01\n", PGC_MISSING_CHOICE},
        {"[training]\nspecialty = emergency_medicine\nstart = 2024-07-01\nend = 2024-07-01\n",
         PGC_MISSING_ORDER},
        /* A fellowship is not a residency. */
        {"[training]\nspecialty = spine\nstart = 2024-07-01\n", PGC_MISSING_LENGTH},
        {"[training]\nspecialty = psychiatry\nstart = 2024-07-01\n[fellowship]\ntype = "
         "psychiatry\n",
         PGC_MISSING_FELLOWSHIP_LENGTH},
        {"[training]\nspecialty = general_surgery\nstart = 2024-07-01\n[fellowship]\ntype = "
         "cardiothoracic\n",
         PGC_MISSING_FELLOWSHIP_CHOICE},
        {"[training]\nspecialty = psychiatry\nstart = 2024-07-01\n[fellowship]\ntype = "
         "forensic\nstart = 2028-06-30\n",
         PGC_MISSING_FELLOWSHIP_ORDER},
        {"[training]\nspecialty = alchemy\nstart = 2024-07-01\nlength = 18mo\n",
         PGC_MISSING_NOTHING},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct fake *f = fake_new(&none, "2026-11-22");
        struct pgc_anchors a;
        fake_ini(f, cases[i].ini);
        assert_int_equal(pgc_anchors(&f->host, &a), cases[i].missing == PGC_MISSING_NOTHING);
        assert_int_equal(a.missing, cases[i].missing);
        fake_free(&f);
    }
}

static void no_list(void **state)
{
    struct fake *f = *state;
    struct pgc_anchors a;
    fake_forget_files(f);
    fake_ini(f, "[training]\nspecialty = psychiatry\nstart = 2024-07-01\n");
    assert_false(pgc_anchors(&f->host, &a));
    assert_int_equal(a.missing, PGC_MISSING_LIST);
}

static void specialty_lines(void **state)
{
    static const struct {
        const char *line;
        int rc;
    } cases[] = {
        {"", 0},
        {"# note", 0},
        {"a\t3\tno\t-\t-\tx\t", 1},
        {"a\t3-4\tyes\tb\tsf_match\tx\tnote\r", 1},
        {"a\t1\tno\tb,c\teras_july:psychiatry\tx\t", 1},
        {"a\t1\tno\tb\teras_july:a_match_whose_name_is_long\tx\t", -1},
        {"a\t3\tno\t-\t-\tx", -1},
        {"a\t3\tno\t-\t-\tx\ty\tz", -1},
        {"\t3\tno\t-\t-\tx\t", -1},
        {"a\t0\tno\t-\t-\tx\t", -1},
        {"a\t4-3\tno\t-\t-\tx\t", -1},
        {"a\t3-\tno\t-\t-\tx\t", -1},
        {"a\t-3\tno\t-\t-\tx\t", -1},
        {"a\t13\tno\t-\t-\tx\t", -1},
        {"a\t99999999999\tno\t-\t-\tx\t", -1},
        {"a\tthree\tno\t-\t-\tx\t", -1},
        {"abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz\t3\tno\t-\t-\tx\t", -1},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct pgc_specialty row;
        if (pgc_specialty_parse(cases[i].line, strlen(cases[i].line), &row) != cases[i].rc)
            fail_msg("\"%s\" should give %d", cases[i].line, cases[i].rc);
    }
    struct pgc_specialty row;
    assert_int_equal(pgc_specialty_parse("a\t3-4\tyes\tb\tsf_match\tx\tnote\r",
                                         strlen("a\t3-4\tyes\tb\tsf_match\tx\tnote\r"), &row),
                     1);
    assert_string_equal(row.code, "a");
    assert_string_equal(row.note, "note");
    assert_string_equal(row.service, "sf_match");
    assert_int_equal(row.years_low, 3);
    assert_int_equal(row.years_high, 4);
    assert_true(row.base_year);
    assert_int_equal(row.training, PGC_FELLOWSHIP);
}

/* Every line of the installed list is well formed, and every code stands there once as residency
 * and, after each residency, once as fellowship at most. */
static void installed_list(void **state)
{
    struct fake *f = *state;
    const char *p = NULL;
    for (size_t i = 0; i < f->nfiles; i++) {
        if (strcmp(f->files[i].name, "specialties.tsv") == 0)
            p = f->files[i].bytes;
    }
    assert_non_null(p);
    static struct pgc_specialty rows[256];
    size_t n = 0;
    while (*p) {
        size_t len = strcspn(p, "\n");
        int rc = pgc_specialty_parse(p, len, &rows[n]);
        if (rc < 0)
            fail_msg("malformed: %.*s", (int)len, p);
        n += rc == 1;
        p += len + (p[len] == '\n');
    }
    assert_true(n > 80 && n < 256);
    for (size_t i = 0; i < n; i++) {
        for (size_t k = 0; k < i; k++)
            assert_false(strcmp(rows[i].code, rows[k].code) == 0 &&
                         rows[i].training == rows[k].training &&
                         strcmp(rows[i].after, rows[k].after) == 0);
    }
}

static void nearest(void **state)
{
    struct fake *f = *state;
    char near[160];
    assert_string_equal(
        pgc_specialty_nearest(&f->host, PGC_RESIDENCY, "neurosurgry", near, sizeof near),
        "neurosurgery");
    assert_string_equal(
        pgc_specialty_nearest(&f->host, PGC_RESIDENCY, "orthopedics", near, sizeof near),
        "orthopaedic_surgery");
    assert_string_equal(pgc_specialty_nearest(&f->host, PGC_RESIDENCY, "rads", near, sizeof near),
                        "diagnostic_radiology");
    assert_string_equal(pgc_specialty_nearest(&f->host, PGC_FELLOWSHIP, "gi", near, sizeof near),
                        "gastroenterology");
    pgc_specialty_nearest(&f->host, PGC_RESIDENCY, "surgery", near, sizeof near);
    assert_non_null(strstr(near, "general_surgery"));
    assert_string_equal(
        pgc_specialty_nearest(&f->host, PGC_RESIDENCY, "zzzzzzzzzz", near, sizeof near), "");
}

static void texts(void **state)
{
    assert_true(pgc_made_of("mercy-2", 24, PGC_SMALL PGC_DIGITS "-"));
    assert_false(pgc_made_of("", 24, PGC_SMALL));
    assert_false(pgc_made_of("abcd", 3, PGC_SMALL));
    assert_false(pgc_made_of("Mercy", 24, PGC_SMALL));
    struct fake *f = *state;
    char small[6];
    int32_t n;
    uint16_t unit;
    /* "abcdé" takes six bytes and does not fit with its end: é goes whole. */
    assert_string_equal(pgc_format(small, sizeof small, "%s", "abcd\xc3\xa9"), "abcd");
    assert_string_equal(pgc_format(small, sizeof small, "%s", "abc\xc3\xa9"), "abc\xc3\xa9");
    pgc_format(small, sizeof small, "ab");
    pgc_append(small, sizeof small, "%s", "c\xe2\x82\xac");
    assert_string_equal(small, "abc");
    /* A precision counts bytes: half of an é goes too, what follows stays. */
    assert_string_equal(pgc_format(small, sizeof small, "%.2s: x", "a\xc3\xa9"), "a: x");
    assert_string_equal(pgc_format(small, sizeof small, "%.3s:", "a\xc3\xa9"), "a\xc3\xa9:");
    assert_day(pgc_parse_day(&f->host, "2027-02-28"), "2027-02-28");
    assert_int_equal(pgc_parse_day(&f->host, "2027-02-29"), PGYD_NO_DAY);
    assert_int_equal(pgc_parse_day(&f->host, "2027-2-28"), PGYD_NO_DAY);
    assert_int_equal(pgc_parse_day(&f->host, "G - 6mo"), PGYD_NO_DAY);
    assert_true(pgc_parse_dur("6mo", &n, &unit));
    assert_int_equal(n, 6);
    assert_int_equal(unit, 'm');
    assert_false(pgc_parse_dur("6m", &n, &unit));
    assert_false(pgc_parse_dur("d", &n, &unit));
    assert_false(pgc_parse_dur("-3d", &n, &unit));
}

/* What a format says, and where it is cut. */
static void formats_as_in_c(void **state)
{
    char text[16], want[16];
    (void)state;
#define AS_IN_C(size, ...)                                                                         \
    do {                                                                                           \
        snprintf(want, size, __VA_ARGS__);                                                         \
        memset(text, '#', sizeof text);                                                            \
        assert_string_equal(pgc_format(text, size, __VA_ARGS__), want);                            \
    } while (0)
    for (size_t size = 1; size <= sizeof text; size++) {
        AS_IN_C(size, "%s", "");
        AS_IN_C(size, "%s", "seven b");
        AS_IN_C(size, "plain as it is");
        AS_IN_C(size, "a%sb%sc", "one", "two");
        AS_IN_C(size, "%s%s%s", "one", "", "three");
        AS_IN_C(size, "%.*s|%s", 2, "three", "x");
        AS_IN_C(size, "%.*s|%.*s", 0, "three", 9, "x");
        AS_IN_C(size, "%.*s", -1, "all of it");
        AS_IN_C(size, "%s 100%%", "it is");
        AS_IN_C(size, "%s %d", "pgy", 7);
        AS_IN_C(size, "%-5s|%.2s", "ab", "abc");
    }
#undef AS_IN_C
}

static void journal(void **state)
{
    struct fake *f = *state;
    fake_log(f, "2026-11-03", "contact", "a", NULL, NULL);
    fake_log(f, "2026-11-01", "contact", "a", NULL, NULL);
    fake_log(f, "2026-11-05", "contact", "b", NULL, NULL);
    fake_log(f, "2026-11-04", "offer", "a", "asked", NULL);
    assert_day(pgc_last(&f->host, "contact", "a", NULL), "2026-11-03");
    assert_day(pgc_first(&f->host, "contact", "a", NULL), "2026-11-01");
    assert_day(pgc_last(&f->host, "contact", NULL, NULL), "2026-11-05");
    assert_int_equal(pgc_count(&f->host, "contact", "a", NULL), 2);
    assert_int_equal(pgc_count(&f->host, "offer", "a", "received"), 0);
    assert_int_equal(pgc_last(&f->host, "offer", "a", "received"), PGYD_NO_DAY);
    assert_int_equal(pgc_later(PGYD_NO_DAY, 5), 5);
    assert_int_equal(pgc_later(4, 5), 5);
    assert_int_equal(pgc_earlier(PGYD_NO_DAY, 5), 5);
    assert_int_equal(pgc_earlier(4, 5), 4);
}

/* A paragraph has room for 1023 bytes: an e with an acute (two bytes) that would end at the 1024th
 * is left out whole. */
static void long_parts(void **state)
{
    struct fake *f = *state;
    char text[1025];
    memset(text, 'x', 1024);
    memcpy(text + 1021, "\xc3\xa9", 3);
    assert_int_equal(pgc_paragraph(&f->host, "%s", text), 0);
    assert_int_equal(strlen(f->parts[0].text), 1023);
    memcpy(text + 1021, "x\xc3\xa9", 4);
    assert_int_equal(pgc_bullet(&f->host, "%s", text), 0);
    assert_int_equal(f->parts[1].type, PGYD_LIST_ITEM);
    assert_int_equal(strlen(f->parts[1].text), 1022);
}

/* What has no meaning stays, a meaning is not looked at again, and what is too long is cut between
 * characters. */
static void fills(void **state)
{
    static const struct pgc_filling said[] = {{"name", "Ünal {who}"}, {"who", "nobody"}};
    static const struct {
        const char *text, *filled;
    } cases[] = {
        {"", ""},
        {"Ask {name}.", "Ask Ünal {who}."},
        {"{who}{who}", "nobodynobody"},
        {"a\\nb \\ c\\", "a\nb \\ c\\"},
        {"{whom} {who", "{whom} {who"},
        {"{} } {", "{} } {"},
    };
    char out[64];
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        assert_string_equal(pgc_fill(out, sizeof out, cases[i].text, said, 2), cases[i].filled);
    assert_string_equal(pgc_fill(out, 5, "12{name}", said, 2), "12Ü");
    assert_string_equal(pgc_fill(out, 4, "12{name}", said, 2), "12");
    assert_true(pgc_fill_fits("{a} and {b}", "a|b") && pgc_fill_fits("none }", ""));
    assert_false(pgc_fill_fits("{a} and {c}", "a|b"));
    assert_false(pgc_fill_fits("{a", "a") || pgc_fill_fits("{}", "a") ||
                 pgc_fill_fits("{a{a}", "a"));
    assert_false(pgc_fill_fits("{abcdefghijklmnopqrstuvwxyz}", "abcdefghijklmnopqrstuvwxyz"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(internal_medicine),
        CASE(ortho_spine),
        CASE(fellowship_default_start),
        CASE(end_wins),
        CASE(research_years),
        CASE(off_cycle),
        CASE(fellowship_after_a_gap),
        CASE(research_ahead),
        CASE(advanced_place),
        CASE(leap_day),
        CASE(leave_at_the_end),
        cmocka_unit_test(edges),
        cmocka_unit_test(missing),
        CASE(no_list),
        cmocka_unit_test(specialty_lines),
        CASE(installed_list),
        CASE(nearest),
        CASE(texts),
        CASE(journal),
        CASE(long_parts),
        cmocka_unit_test(formats_as_in_c),
        cmocka_unit_test(fills),
    };
    return cmocka_run_group_tests_name("common", tests, NULL, NULL);
}
