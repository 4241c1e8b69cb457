/* SPDX-License-Identifier: BSD-2-Clause */
/* On-call calendars through the real pgyd-import: what is read, what is read again, what stays when
 * nothing can be read. */
#include "pgy-build.h"

#include "base/file.h"
#include "plan/oncall.h"
#include "plan/pass.h"
#include "runner.h"

#include <stdlib.h>
#include <unistd.h>

/* New York is UTC-5 on these days. A night that begins the evening of Tuesday the 24th,
 * Thanksgiving as a whole day, a meeting of somebody else. */
#define HEAD "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//t//t//EN\r\n"
#define NIGHT                                                                                      \
    "BEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20261101T000000Z\r\nDTSTART;TZID=America/"                   \
    "New_York:20261124T190000\r\nDTEND;TZID=America/New_York:"                                     \
    "20261125T070000\r\nSUMMARY:Call: Test\r\nEND:VEVENT\r\n"
#define WHOLE_DAY                                                                                  \
    "BEGIN:VEVENT\r\nUID:2\r\nDTSTAMP:20261101T000000Z\r\nDTSTART;VALUE=DATE:20261126\r\nSUMMARY:" \
    "Backup: Test\r\nEND:VEVENT\r\n"
#define OTHER                                                                                      \
    "BEGIN:VEVENT\r\nUID:3\r\nDTSTAMP:20261101T000000Z\r\nDTSTART:20261123T150000Z\r\nDTEND:"      \
    "20261123T160000Z\r\nSUMMARY:Grand rounds\r\n"                                                 \
    "END:VEVENT\r\n"
#define TAIL "END:VCALENDAR\r\n"

struct fixture {
    struct runner runner;
    char dir[40];
    const char *file;
    struct pgy_schema *schema;
    struct pgy_config *config;
    struct pgy_problems problems;
    struct pgy_oncall *oncall;
};

static void configure(struct fixture *f, const char *sections)
{
    const char *text =
        pgy_arena_printf(f->runner.arena, "[person]\ntimezone = America/New_York\n%s", sections);
    pgy_config_free(&f->config);
    assert_int_equal(pgy_config_parse("test.ini", text, strlen(text), f->schema, false,
                                      &f->problems, &f->config),
                     0);
    assert_int_equal(f->problems.errors, 0);
}

static int setup(void **state)
{
    struct fixture *f = calloc(1, sizeof *f);
    assert_non_null(f);
    runner_open(&f->runner);
    strcpy(f->dir, "/tmp/pgyd-test-XXXXXX");
    assert_non_null(mkdtemp(f->dir));
    f->file = pgy_arena_printf(f->runner.arena, "%s/call.ics", f->dir);
    f->problems.arena = f->runner.arena;
    f->schema = pgy_schema_new(NULL, 0, "test.ini", &f->problems);
    f->oncall = pgy_oncall_new();
    configure(f, pgy_arena_printf(f->runner.arena, "[oncall:amion]\nfile = %s\nmatch = test$\n",
                                  f->file));
    *state = f;
    return 0;
}

static int teardown(void **state)
{
    struct fixture *f = *state;
    unlink(f->file);
    rmdir(f->dir);
    pgy_oncall_free(&f->oncall);
    pgy_config_free(&f->config);
    pgy_schema_free(&f->schema);
    runner_close(&f->runner);
    free(f);
    return 0;
}

static void write_calendar(struct fixture *f, const char *text)
{
    assert_int_equal(pgy_file_replace(f->file, text, strlen(text), 0600), 0);
}

/* One reading on a day; the shifts it gives and why it failed, if it did. */
static size_t read_on(struct fixture *f, pgy_day today, const struct pgy_shift **shifts,
                      const char **problem)
{
    const struct pgy_oncall_input input = {
        .paths = &f->runner.paths, .config = f->config, .today = today, .deadline_ms = PATIENT_MS};
    const char *id;
    size_t n, of_one;
    pgy_oncall_begin(f->oncall, &input);
    while (!pgy_oncall_step(f->oncall))
        usleep(1000);
    *shifts = pgy_oncall_shifts(f->oncall, &n);
    *problem = NULL;
    if (pgy_oncall_nth(f->oncall, 0, &id, &of_one, problem))
        assert_int_equal(of_one, n);
    return n;
}

/* 1795564800 is 2026-11-25T00:00:00Z: 20782 days of 86400 s. */
static void test_read(void **state)
{
    struct fixture *f = *state;
    const struct pgy_shift *s;
    const char *problem;
    write_calendar(f, HEAD WHOLE_DAY OTHER NIGHT TAIL);
    assert_int_equal(read_on(f, TODAY, &s, &problem), 2);
    assert_null(problem);
    assert_int_equal(s[0].start, INT64_C(20782) * 86400);
    assert_int_equal(s[0].end, INT64_C(20782) * 86400 + 12 * 3600);
    assert_string_equal(s[0].name, "Call: Test");
    assert_int_equal(s[1].start, INT64_C(20783) * 86400 + 5 * 3600);
    assert_int_equal(s[1].end - s[1].start, 86400);
    assert_no_children();
}

static void test_read_once(void **state)
{
    struct fixture *f = *state;
    const struct pgy_shift *s;
    const char *problem;
    write_calendar(f, HEAD NIGHT TAIL);
    assert_int_equal(read_on(f, TODAY, &s, &problem), 1);
    assert_int_equal(read_on(f, TODAY, &s, &problem), 1);
    assert_int_equal(pgy_oncall_runs(f->oncall), 1);
    assert_int_equal(read_on(f, TODAY + 1, &s, &problem), 1); /* the window moved */
    assert_int_equal(pgy_oncall_runs(f->oncall), 2);
    write_calendar(f, HEAD NIGHT WHOLE_DAY TAIL);
    assert_int_equal(read_on(f, TODAY + 1, &s, &problem), 2);
    assert_int_equal(pgy_oncall_runs(f->oncall), 3);
    configure(f, pgy_arena_printf(f->runner.arena, "[oncall:amion]\nfile = %s\nmatch = backup\n",
                                  f->file));
    assert_int_equal(read_on(f, TODAY + 1, &s, &problem), 1);
    assert_string_equal(s[0].name, "Backup: Test");
    configure(f, "");
    assert_int_equal(read_on(f, TODAY + 1, &s, &problem), 0);
}

/* The window: 7 days back, 60 ahead. The night ends on the 25th, day 20782, and begins on the 24th,
 * 20781. */
static void test_window(void **state)
{
    struct fixture *f = *state;
    const struct pgy_shift *s;
    const char *problem;
    write_calendar(f, HEAD NIGHT TAIL);
    assert_int_equal(read_on(f, 20781 - 61, &s, &problem), 0);
    assert_int_equal(read_on(f, 20781 - 60, &s, &problem), 1);
    assert_int_equal(read_on(f, 20782 + 7, &s, &problem), 1);
    assert_int_equal(read_on(f, 20782 + 8, &s, &problem), 0);
}

static void test_last_good_stays(void **state)
{
    static const char *const bad[] = {"<html><body>Please log in</body></html>", "", HEAD NIGHT};
    struct fixture *f = *state;
    const struct pgy_shift *s;
    const char *problem;
    assert_int_equal(read_on(f, TODAY, &s, &problem), 0);
    assert_non_null(strstr(
        problem, "call.ics) cannot be read: No such file or directory; its calls are not known"));
    write_calendar(f, HEAD NIGHT TAIL);
    assert_int_equal(read_on(f, TODAY, &s, &problem), 1);
    assert_null(problem);
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        write_calendar(f, bad[i]);
        assert_int_equal(read_on(f, TODAY, &s, &problem), 1);
        assert_string_equal(s[0].name, "Call: Test");
        assert_non_null(strstr(problem, "calendar 'amion'"));
        assert_non_null(strstr(problem, "what it said last still counts"));
        if (i == 0)
            assert_string_equal(pgy_oncall_news(f->oncall), problem);
        (void)pgy_oncall_news(f->oncall);
        assert_int_equal(read_on(f, TODAY, &s, &problem), 1);
        assert_null(pgy_oncall_news(f->oncall)); /* the same again is no news */
    }
    unlink(f->file);
    assert_int_equal(read_on(f, TODAY, &s, &problem), 1);
    assert_non_null(problem);
}

/* The plugin is told of stretches by their days in the person's zone, calls and [busy] by their
 * start; it counts them in tests/plugins/good.c. */
static void test_plugins_are_told(void **state)
{
    struct fixture *f = *state;
    struct pgy_run_input describe = runner_input(&f->runner, PGY_VERB_DESCRIBE, "good");
    struct pgy_run *described = runner_run(&describe);
    struct pgy_declaration declaration = pgy_run_result(described)->declaration;
    declaration.listed = true;
    struct pgy_schema *schema = pgy_schema_new(&declaration, 1, "test.ini", &f->problems),
                      *before = f->schema;
    f->schema = schema;
    write_calendar(f, HEAD NIGHT WHOLE_DAY TAIL);
    configure(f,
              pgy_arena_printf(
                  f->runner.arena,
                  "[oncall:amion]\nfile = %s\n[busy:exam]\nstart = 2026-12-01\nend = 2026-12-01\n",
                  f->file));
    struct pgy_data_set data = {.arena = f->runner.arena};
    struct pgy_pass_input input = {.verb = PGY_VERB_PLAN,
                                   .paths = &f->runner.paths,
                                   .schema = schema,
                                   .config = f->config,
                                   .data = &data,
                                   .today = TODAY,
                                   .started = TODAY,
                                   .deadline_ms = PATIENT_MS};
    for (int kept = 0; kept < 2; kept++) {
        input.oncall = kept ? f->oncall : NULL;
        struct pgy_pass *pass = pgy_pass_start(&input);
        pgy_pass_wait(pass);
        assert_int_equal(pgy_pass_count(pass), 1);
        const struct pgy_run_result *result = pgy_pass_result(pass, 0);
        if (result->rc != 0)
            fail_msg("%s", result->failure);
        assert_non_null(strstr(find_item(result, "good/inputs")->detail, "\nbusy 3\n"));
        pgy_pass_free(&pass);
    }
    input.oncall = f->oncall;
    struct pgy_pass *abandoned = pgy_pass_start(&input);
    pgy_pass_free(&abandoned);
    assert_no_children();
    pgy_config_free(&f->config);
    pgy_schema_free(&schema);
    f->schema = before;
    pgy_run_free(&described);
}

/* Nights from the 24th on, one a day; others that `match` leaves out. */
static const char *nights(struct fixture *f, int n)
{
    const char *text = HEAD;
    for (int i = 0; i < n; i++)
        text = pgy_arena_printf(f->runner.arena,
                                "%sBEGIN:VEVENT\r\nUID:n%d\r\nDTSTAMP:20261101T000000Z\r\nDTSTART:"
                                "202612%02dT000000Z\r\nDURATION:PT12H\r\n"
                                "SUMMARY:%s\r\nEND:VEVENT\r\n",
                                text, i, i + 1, i < 2 ? "Ward: Test" : "Call: Test");
    return pgy_arena_printf(f->runner.arena, "%s%s", text, TAIL);
}

/* What most calls are gone from all at once does not clear them, the day it is seen and the day
 * after; then it counts. */
static void test_sudden_shrink(void **state)
{
    struct fixture *f = *state;
    const struct pgy_shift *s;
    const char *problem;
    static const struct {
        int day, nights;
        size_t read;
        bool held;
    } rows[] = {
        {0, 10, 10, false},
        {0, 4, 10, true},
        {1, 4, 10, true},
        {2, 4, 4, false}, /* believed */
        /* counted anew */
        {2, 10, 10, false},
        {3, 0, 10, true},
        {4, 10, 10, false},
        {4, 0, 10, true},
        {5, 0, 10, true},
        {6, 0, 0, false},
        {6, 10, 10, false},
        {6, 5, 5, false}, /* half is still left */
        {6, 3, 3, false},
        {6, 0, 0, false}, /* too few to tell */
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        write_calendar(f, nights(f, rows[i].nights));
        size_t n = read_on(f, TODAY + rows[i].day, &s, &problem);
        if (n != rows[i].read || (problem != NULL) != rows[i].held)
            fail_msg("row %zu: %zu shifts, %s", i, n, problem ? problem : "no problem");
    }
    /* Said with both numbers and the day; and another `match` is no accident of the file. */
    write_calendar(f, nights(f, 10));
    assert_int_equal(read_on(f, TODAY + 6, &s, &problem), 10);
    write_calendar(f, nights(f, 1));
    assert_int_equal(read_on(f, TODAY + 6, &s, &problem), 10);
    assert_non_null(strstr(problem, "its calls ahead went from 10 to 1; if that is right it counts "
                                    "from 2026-11-30 on; what it said last still counts"));
    write_calendar(f, nights(f, 10));
    assert_int_equal(read_on(f, TODAY + 6, &s, &problem), 10);
    configure(
        f, pgy_arena_printf(f->runner.arena, "[oncall:amion]\nfile = %s\nmatch = ward\n", f->file));
    assert_int_equal(read_on(f, TODAY + 6, &s, &problem), 2);
    assert_null(problem);
}

/* Calls that are over are nobody's loss: the window moves on, and a file that drops them is
 * right. */
static void test_past_shifts_may_go(void **state)
{
    struct fixture *f = *state;
    const struct pgy_shift *s;
    const char *problem;
    write_calendar(f, nights(f, 10));
    assert_int_equal(read_on(f, TODAY, &s, &problem), 10);
    write_calendar(f, HEAD TAIL);
    /* 11 December: the last of them ended on the 10th */
    assert_int_equal(read_on(f, TODAY + 19, &s, &problem), 0);
    assert_null(problem);
}

/* What is not done is said. */
static void test_url(void **state)
{
    struct fixture *f = *state;
    const struct pgy_shift *s;
    const char *problem;
    configure(f, "[oncall:amion]\nurl = https://example.org/x.ics\n");
    assert_int_equal(read_on(f, TODAY, &s, &problem), 0);
    assert_non_null(strstr(problem, "url is not fetched by this version"));
    const struct pgy_data_set data = {.arena = f->runner.arena};
    struct pgy_pass_input input = {.verb = PGY_VERB_CHECK,
                                   .paths = &f->runner.paths,
                                   .schema = f->schema,
                                   .config = f->config,
                                   .data = &data,
                                   .today = TODAY,
                                   .started = TODAY,
                                   .deadline_ms = PATIENT_MS};
    struct pgy_pass *pass = pgy_pass_start(&input);
    struct pgy_problems problems = {.arena = f->runner.arena};
    pgy_pass_wait(pass);
    pgy_pass_problems(pass, &problems);
    assert_int_equal(problems.n, 1);
    assert_int_equal(problems.errors, 0);
    assert_int_equal(problems.list[0].line, 3);
    assert_string_equal(problems.list[0].section, "oncall:amion");
    pgy_pass_free(&pass);
}

/* pgyd-import opens no plugin, and pgyd-worker reads no calendar. */
static void test_each_its_own(void **state)
{
    struct fixture *f = *state;
    char command[600];
    snprintf(command, sizeof command, "'%s' 1 1 2>/dev/null </dev/null >/dev/null",
             pgy_paths_program(&f->runner.paths, f->runner.arena, "pgyd-import"));
    assert_int_not_equal(system(command), 0); /* of no use by hand */
    snprintf(command, sizeof command, "ldd '%s' | grep -q libical",
             pgy_paths_program(&f->runner.paths, f->runner.arena, "pgyd-worker"));
    assert_int_not_equal(system(command), 0);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {TEST(test_read),
                                       TEST(test_read_once),
                                       TEST(test_window),
                                       TEST(test_last_good_stays),
                                       TEST(test_plugins_are_told),
                                       TEST(test_sudden_shrink),
                                       TEST(test_past_shifts_may_go),
                                       TEST(test_url),
                                       TEST(test_each_its_own)};
    return cmocka_run_group_tests_name("oncall", tests, NULL, NULL);
}
