/* SPDX-License-Identifier: BSD-2-Clause */
/* Contacts, habits, centers, references, meetings and rotations: the day of each, the day before
 * and after. The spreading over weeks is test_schedule.c's, the search test_search.c's. */
#define FAKE_PLUGIN pgyd_plugin_networking
#include "tests/unit/fake_fixture.h"

#include <stdio.h>

static const char medicine[] = "[training]\nspecialty = internal_medicine\nstart = 2024-07-01\n";

/* Never contacted: a week after pgyd was first run, whatever day it is; the next a cadence
 * later. */
static void never_contacted(void **state)
{
    struct fake *f = *state;
    fake_started(f, "2026-11-10");
    planned(state, "[contact:alvarez]\nname = Dr. Alvarez\nkind = attending\n");
    assert_days(f, "contact-alvarez@0", "2026-11-17");
    assert_days(f, "contact-alvarez@1", "2026-12-17");
    assert_int_equal(fake_count(f, "contact-"), 2);
    assert_string_equal(fake_item(f, "contact-alvarez@0")->done_log, "contact alvarez");
    assert_string_equal(fake_item(f, "contact-alvarez@0")->title, "Text Dr. Alvarez");
    assert_string_equal(fake_item(f, "contact-alvarez@0")->about, "contact:alvarez");
    assert_int_equal(fake_item(f, "contact-alvarez@0")->kind, PGYD_REMINDER);
}

/* Done moves on: the count names the occurrence, never the date. January 31 + 1 month =
 * February 28. */
static void completions(void **state)
{
    struct fake *f = *state;
    fake_log(f, "2026-12-31", "contact", "alvarez", NULL, NULL);
    planned(state, "[contact:alvarez]\nname = A\nkind = attending\nlast = 2026-10-31\n");
    assert_days(f, "contact-alvarez@2", "2027-01-31");
    assert_days(f, "contact-alvarez@3", "2027-02-28");
    assert_days(f, "contact-alvarez@1", "none");
    fake_log(f, "2027-01-31", "contact", "alvarez", NULL, NULL);
    fake_plan(f);
    assert_days(f, "contact-alvarez@3", "2027-02-28");
    assert_days(f, "contact-alvarez@4", "2027-03-28");
}

/* The same day in the file and in the journal is one contact; two in the journal are two. */
static void not_twice(void **state)
{
    struct fake *f = *state;
    fake_log(f, "2026-10-31", "contact", "alvarez", NULL, NULL);
    planned(state, "[contact:alvarez]\nname = A\nlast = 2026-10-31\ncadence = 2w\n");
    assert_days(f, "contact-alvarez@1", "2026-11-14");
    fake_log(f, "2026-10-31", "contact", "alvarez", NULL, NULL);
    fake_plan(f);
    assert_days(f, "contact-alvarez@2", "2026-11-14");
}

/* Dismissed: the next comes a cadence after that day, under the number after it, and nobody was in
 * touch: the center is as quiet as before, 91 days after 2026-10-31. The reminder after it, and one
 * that was not open any more, move nothing. */
static void dismissed(void **state)
{
    struct fake *f = *state;
    fake_log(f, "2026-12-05", "dismiss", "networking/contact-alvarez@1", "2026-11-30", NULL);
    planned(state, "[contact:alvarez]\nname = A\nkind = attending\ncenter = attending\nlast = "
                   "2026-10-31\n");
    assert_days(f, "contact-alvarez@1", "none");
    assert_days(f, "contact-alvarez@2", "2027-01-05");
    assert_days(f, "contact-alvarez@3", "2027-02-05");
    assert_days(f, "center-attending", "2027-01-30");
    assert_non_null(strstr(fake_item(f, "contact-alvarez@2")->detail, "Sat Oct 31, 2026"));
    fake_log(f, "2026-12-06", "dismiss", "networking/contact-alvarez@3", "2027-02-05", NULL);
    fake_log(f, "2026-12-06", "dismiss", "networking/contact-alvarez@1", "2026-11-30", NULL);
    fake_log(f, "2026-12-06", "dismiss", "networking/contact-nobody@2", "2026-11-30", NULL);
    fake_plan(f);
    assert_days(f, "contact-alvarez@2", "2027-01-05");
    /* Doing it counts on from there. */
    fake_log(f, "2027-01-10", "contact", "alvarez", NULL, NULL);
    fake_plan(f);
    assert_days(f, "contact-alvarez@3", "2027-02-10");
    assert_days(f, "center-attending", "2027-04-11");
}

/* The usual rhythms, from 2026-10-15, and how each is written to. */
static void kinds(void **state)
{
    static const struct {
        const char *kind, *due, *title;
    } cases[] = {
        {"attending", "2026-11-15", "Text A"}, {"chief", "2026-12-15", "Text A"},
        {"director", "2027-01-15", "Email A"}, {"fellow", "2026-12-15", "Text A"},
        {"grad", "2027-01-13", "Text A"},      {"rep", "2026-12-14", "Text A"},
        {"admin", "2026-12-15", "Email A"},    {"recruiter", "2027-01-15", "Email A"},
        {"left_job", "2027-04-15", "Text A"},  {"other", "2027-04-15", "Text A"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct fake *f = fake_new(&pgyd_plugin_networking, "2026-11-22");
        char ini[200];
        snprintf(ini, sizeof ini, "[contact:a]\nname = A\nkind = %s\nlast = 2026-10-15\n",
                 cases[i].kind);
        fake_ini(f, ini);
        fake_plan(f);
        assert_days(f, "contact-a@1", cases[i].due);
        assert_string_equal(fake_item(f, "contact-a@1")->title, cases[i].title);
        fake_free(&f);
    }
}

/* S2-38: two classes ahead, no kind: 90 days. */
static void class_ahead(void **state)
{
    struct fake *f = planned(state, "[contact:a]\nname = A\nclass_ahead = 2\nlast = 2026-10-15\n");
    assert_days(f, "contact-a@1", "2027-01-13");
    assert_true(fake_has_ref(fake_item(f, "contact-a@1"), "S2-38"));
}

/* S2-60: in the intern year only a rhythm of one's own runs; the others wait for PGY-2. */
static void intern_year(void **state)
{
    struct fake *f = planned(
        state, "[training]\nspecialty = internal_medicine\nstart = 2026-07-01\n"
               "[contact:a]\nname = A\nkind = attending\nlast = 2026-10-15\n"
               "[contact:b]\nname = B\nkind = attending\ncadence = 1mo\nlast = 2026-10-15\n");
    assert_days(f, "contact-a@1", "2027-07-01");
    assert_days(f, "contact-b@1", "2026-11-15");
    assert_int_equal(fake_count(f, "habit-"), 0);
    /* Nobody in any: PGY-2, the second a week later. */
    assert_days(f, "center-attending", "2027-07-01");
    assert_days(f, "center-staff", "2027-07-08");
    /* In June, July is the next month and the first of PGY-2. */
    f->host.today = fake_day("2027-06-30");
    fake_plan(f);
    assert_int_equal(fake_count(f, "habit-"), 5);
    assert_days(f, "habit-coffee@2027-07", "2027-07-01..2027-07-31");
}

/* S2-52 to S2-56: five of them, this month and the next, anew on the first. None rings. */
static void habits_monthly(void **state)
{
    struct fake *f = planned(state, medicine);
    assert_int_equal(fake_count(f, "habit-"), 10);
    assert_days(f, "habit-attending@2026-11", "2026-11-01..2026-11-30");
    assert_days(f, "habit-hard-case@2026-12", "2026-12-01..2026-12-31");
    assert_string_equal(fake_item(f, "habit-hard-case@2026-12")->done_log, "habit hard_case");
    assert_int_equal(fake_item(f, "habit-attending@2026-11")->stakes, PGYD_USEFUL);
    assert_string_equal(fake_steps(f, "habit-attending@2026-11"), "");
    f->host.today = fake_day("2026-11-30");
    fake_plan(f);
    assert_days(f, "habit-attending@2026-11", "2026-11-01..2026-11-30");
    f->host.today = fake_day("2026-12-01");
    fake_plan(f);
    assert_days(f, "habit-attending@2026-11", "none");
    assert_days(f, "habit-attending@2027-01", "2027-01-01..2027-01-31");
}

/* Kept in the month, from its first day to its last: gone; the day before and the day after count
 * elsewhere. */
static void habits_kept(void **state)
{
    static const struct {
        const char *on;
        bool open;
    } cases[] = {
        {"2026-10-31", true}, {"2026-11-01", false}, {"2026-11-30", false}, {"2026-12-01", true}};
    (void)state;
    for (size_t i = 0; i < 4; i++) {
        struct fake *f = fake_new(&pgyd_plugin_networking, "2026-11-22");
        fake_ini(f, medicine);
        fake_log(f, cases[i].on, "habit", "coffee", NULL, NULL);
        fake_plan(f);
        assert_int_equal(fake_item(f, "habit-coffee@2026-11") != NULL, cases[i].open);
        assert_non_null(fake_item(f, "habit-grad@2026-11"));
        fake_free(&f);
    }
}

static void habits_in_file(void **state)
{
    struct fake *f = planned(state, "[habits]\ncoffee = 2026-11-05\nhard_case = 2026-10-05\n");
    assert_null(fake_item(f, "habit-coffee@2026-11"));
    assert_non_null(fake_item(f, "habit-hard-case@2026-11"));
}

/* Training over on 2027-06-30: June is the last month. */
static void habits_end(void **state)
{
    struct fake *f = planned(state, medicine);
    f->host.today = fake_day("2027-06-30");
    fake_plan(f);
    assert_int_equal(fake_count(f, "habit-"), 5);
    f->host.today = fake_day("2027-07-01");
    fake_plan(f);
    assert_int_equal(fake_count(f, "habit-"), 0);
}

/* Training over on 2028-10-14: October is asked for until then. */
static void habits_off_cycle(void **state)
{
    struct fake *f = *state;
    fake_ini(f, "[training]\nspecialty = psychiatry\nstart = 2024-10-15\n");
    f->host.today = fake_day("2028-10-01");
    fake_plan(f);
    assert_days(f, "habit-coffee@2028-10", "2028-10-01..2028-10-14");
    assert_days(f, "habit-coffee@2028-11", "none");
}

/* A preliminary year alone, July 15 to July 14: no month of it has habits, that of its last day
 * included. */
static void habits_of_no_search(void **state)
{
    static const char *const days[] = {"2026-08-01", "2027-06-14", "2027-07-01", "2027-07-14"};
    struct fake *f = *state;
    fake_ini(f, "[training]\nspecialty = prelim_im\nstart = 2026-07-15\n");
    for (size_t i = 0; i < sizeof days / sizeof days[0]; i++) {
        f->host.today = fake_day(days[i]);
        fake_plan(f);
        assert_int_equal(fake_count(f, "habit"), 0);
    }
}

/* S2-11 to S2-14: 90 days after 2026-09-01 is 2026-11-30, still in touch; that it is quiet shows on
 * the day after, and is no task: its people have reminders of their own. Nobody: a task, 30 days
 * after the first run, with a week between one center and the next, until the end of training. */
static void centers_touched(void **state)
{
    struct fake *f =
        planned(state, "[training]\nspecialty = internal_medicine\nstart = 2024-07-01\n"
                       "[contact:a]\nname = A\ncenter = staff\nlast = 2026-09-01\n"
                       "[contact:b]\nname = B\ncenter = staff\nlast = 2026-08-01\n");
    assert_days(f, "center-staff", "2026-12-01");
    assert_days(f, "center-attending", "2026-12-22");
    assert_days(f, "center-scheduling", "2027-01-05");
    assert_days(f, "center-referring", "2027-01-12");
    assert_true(fake_has_ref(fake_item(f, "center-staff"), "S2-12"));
    assert_int_equal(fake_item(f, "center-staff")->stakes, PGYD_CONTEXT);
    assert_int_equal(fake_item(f, "center-attending")->stakes, PGYD_USEFUL);
    assert_int_equal(fake_item(f, "center-attending")->by, fake_day("2027-06-30"));
    assert_string_equal(fake_item(f, "center-attending")->about, "center:attending");
    fake_log(f, "2026-11-20", "contact", "b", NULL, NULL);
    fake_plan(f);
    assert_days(f, "center-staff", "2027-02-19");
}

/* S1-10: G-12 = 2026-06-30, until three references were asked and one of them calls. It rings for
 * all of them. */
static void reference_list(void **state)
{
    struct fake *f = planned(state, medicine);
    assert_days(f, "references", "2026-06-30");
    assert_int_equal(fake_item(f, "references")->stakes, PGYD_COSTLY);
    fake_ini(f,
             "[contact:a]\nname = A\nreference = yes\nwill_call = yes\n[contact:b]\nname = "
             "B\nreference = yes\n[contact:c]\nname = C\nreference = yes\n[contact:d]\nname = D\n");
    fake_plan(f);
    assert_days(f, "references", "2026-06-30");
    assert_non_null(strstr(fake_item(f, "references")->detail,
                           "\n- Asked so far: 1 of 3.\n- Still to ask: B, C\n"));
    assert_days(f, "reference-b@ask", "2026-05-30");
    assert_int_equal(fake_item(f, "reference-b@ask")->stakes, PGYD_USEFUL);
    assert_int_equal(fake_item(f, "reference-b@ask")->by, fake_day("2026-06-30"));
    fake_ini(f, "[contact:b]\nasked_on = 2026-05-01\n");
    fake_plan(f);
    assert_days(f, "references", "2026-06-30");
    fake_ini(f, "[contact:c]\nasked_on = 2026-05-01\n");
    fake_plan(f);
    assert_days(f, "references", "none");
}

static void reference_calls(void **state)
{
    struct fake *f = planned(state, medicine);
    fake_ini(f, "[contact:a]\nname = A\nreference = yes\nwill_call = unsure\nasked_on = "
                "2026-05-01\n[contact:b]\nname = B\nreference = yes\nasked_on = 2026-05-01\n"
                "[contact:c]\nname = C\nreference = yes\nasked_on = 2026-05-01\n");
    fake_plan(f);
    assert_days(f, "references", "2026-06-30");
}

/* S1-27: G-9 = 2026-09-30 is the last day to begin. First activity that day is in time; a day later
 * is late, and then it is only said. */
static void late_path(void **state)
{
    struct fake *f = planned(state, medicine);
    assert_days(f, "late-path", "2026-09-30");
    assert_int_equal(fake_item(f, "late-path")->kind, PGYD_DEADLINE);
    assert_int_equal(fake_item(f, "late-path")->stakes, PGYD_COSTLY);
    fake_log(f, "2026-10-01", "intel", NULL, "activity", NULL);
    fake_plan(f);
    assert_days(f, "late-path", "2026-09-30");
    assert_int_equal(fake_item(f, "late-path")->stakes, PGYD_CONTEXT);
    assert_string_equal(fake_item(f, "late-path")->title,
                        "No search step logged by Wed Sep 30, 2026");
    fake_log(f, "2026-09-30", "intel", NULL, "activity", NULL);
    fake_plan(f);
    assert_days(f, "late-path", "none");
}

/* S2-51: G = 2027-06-30 lies in the academic year that began in 2026. A place on the list ends it.
 * Off cycle, G = 2027-10-14 lies in the year that began in July 2027; its November comes too late,
 * so the one before counts. */
static void no_prospects(void **state)
{
    struct fake *f = planned(state, medicine);
    assert_days(f, "no-prospects", "2026-11-01");
    fake_ini(f, "[prospect:valley]\nname = Valley\n");
    fake_plan(f);
    assert_days(f, "no-prospects", "none");
    /* Nor is there a word of it to somebody who holds an offer. */
    struct fake *o = fake_new(&pgyd_plugin_networking, "2026-11-22");
    fake_ini(o, medicine);
    fake_log(o, "2026-11-20", "offer", "mercy", "received", NULL);
    fake_plan(o);
    assert_days(o, "no-prospects", "none");
    fake_free(&o);
    struct fake *g = fake_new(&pgyd_plugin_networking, "2026-11-22");
    fake_ini(g, "[training]\nspecialty = internal_medicine\nstart = 2024-10-15\n");
    fake_plan(g);
    assert_days(g, "no-prospects", "2026-11-01");
    fake_free(&g);
}

/* S2-25: every spring from PGY-2 on; in the last one the person is the senior. */
static void seniors(void **state)
{
    struct fake *f = planned(state, medicine);
    assert_days(f, "ask-seniors@2025", "none");
    assert_days(f, "ask-seniors@2026", "2026-04-01..2026-06-30");
    assert_days(f, "ask-seniors@2027", "none");
}

/* A fellowship to July 31, 2029: those who graduate in June of that year are the person's own
 * class. To December 31: they are ahead. */
static void seniors_of_july(void **state)
{
    struct fake *f = planned(state, "[training]\nspecialty = orthopaedic_surgery\nstart = "
                                    "2023-07-01\n[fellowship]\ntype = spine\nstart = 2028-08-01\n");
    assert_days(f, "ask-seniors@2028", "2028-04-01..2028-06-30");
    assert_days(f, "ask-seniors@2029", "none");
    fake_ini(f, "[fellowship]\nend = 2029-12-31\n");
    fake_plan(f);
    assert_days(f, "ask-seniors@2029", "2029-04-01..2029-06-30");
}

static void late_path_in_file(void **state)
{
    struct fake *f = planned(state, "[training]\nspecialty = internal_medicine\nstart = "
                                    "2024-07-01\n[intel]\nfirst_activity = 2026-09-30\n");
    assert_days(f, "late-path", "none");
}

/* S2-25: a meeting is there to go to, and what to do before it is done by its first day. S1-62: a
 * rotation explains where one is; thanks three days later. */
static void occasions(void **state)
{
    struct fake *f = planned(
        state, "[event:sgim]\nname = Regional meeting\nstart = 2027-02-05\nend = 2027-02-06\n"
               "[prospect:valley]\nname = Valley Clinic\n"
               "[rotation:away]\nprospect = valley\nstart = 2027-01-04\nend = 2027-01-24\n");
    assert_days(f, "event-sgim", "2027-02-05..2027-02-06");
    assert_int_equal(fake_item(f, "event-sgim")->flags, PGYD_ITEM_BUSY);
    assert_int_equal(fake_item(f, "event-sgim")->by, fake_day("2027-02-05"));
    assert_string_equal(fake_item(f, "event-sgim")->title, "Regional meeting");
    assert_string_equal(fake_item(f, "event-sgim")->about, "event:sgim");
    assert_days(f, "rotation-away", "2027-01-04..2027-01-24");
    assert_int_equal(fake_item(f, "rotation-away")->stakes, PGYD_CONTEXT);
    assert_days(f, "rotation-away-thanks", "2027-01-27");
    assert_string_equal(fake_item(f, "rotation-away")->title, "Rotation at Valley Clinic");
    assert_string_equal(fake_item(f, "rotation-away-thanks")->about, "rotation:away");
}

static void problems(void **state)
{
    struct fake *f = *state;
    fake_ini(f, "[contact:a]\nname = A\ncadence = 0d\nlast = 2026-11-23\nwill_call = yes\n"
                "[contact:b]\nname = B\nlast = 2026-11-22\nreference = yes\nwill_call = yes\n"
                "[event:e]\nname = E\nstart = 2027-01-02\nend = 2027-01-01\n[rotation:r]\nstart = "
                "2027-01-02\nend = 2027-01-02\n"
                "[hours]\nclinical = 200\nnetworking = 4\n");
    fake_check(f);
    assert_int_equal(fake_problems(f, PGYD_CRITICAL, "contact", "a", "cadence", NULL), 1);
    assert_int_equal(fake_problems(f, PGYD_WARN, "contact", "a", "last", "lies ahead"), 1);
    assert_int_equal(fake_problems(f, PGYD_WARN, "contact", "a", "will_call", NULL), 1);
    assert_int_equal(fake_problems(f, PGYD_CRITICAL, "event", "e", "end", NULL), 1);
    assert_int_equal(fake_problems(f, PGYD_WARN, "hours", "", NULL, "as_of"), 1);
    assert_int_equal(f->nproblems, 5);
}

static const struct pgyd_part *row_of(const struct fake *f, const char *first)
{
    for (size_t i = 0; i < f->nparts; i++) {
        if (f->parts[i].type == PGYD_TABLE_ROW && strcmp(f->parts[i].cells[0], first) == 0)
            return &f->parts[i];
        if (f->parts[i].type == PGYD_GRID_ROW && strcmp(f->parts[i].text, first) == 0)
            return &f->parts[i];
    }
    fail_msg("no row %s", first);
    return NULL;
}

static void report(void **state)
{
    struct fake *f = *state;
    fake_started(f, "2026-08-15");
    planned(state, "[contact:a]\nname = Ada\nkind = attending\ncenter = staff\ninfluence = "
                   "high\nlast = 2026-08-24\n");
    fake_log(f, "2026-10-10", "habit", "coffee", NULL, NULL);
    fake_report(f, "network");
    assert_string_equal(row_of(f, "Ada")->cells[6], "2026-09-24 (overdue)");
    /* 2026-08-24 to 2026-11-22: 90 days. */
    assert_string_equal(row_of(f, "clinic and operating-room staff")->cells[3], "yes");
    assert_string_equal(row_of(f, "referring services")->cells[3], "no");
    /* Three references, none here; influence of one. */
    assert_string_equal(row_of(f, "Ada")->cells[3], "high");
    f->host.today++;
    fake_report(f, "network");
    assert_string_equal(row_of(f, "clinic and operating-room staff")->cells[3], "no");
    assert_int_equal(pgyd_plugin_networking.report(&f->host, "weather"), -1);
}

/* Twelve months to November 2026: pgyd began in August; kept in October. No training is known, so
 * every month since asks. */
static void habit_report(void **state)
{
    static const double expected[] = {2, 2, 2, 2, 2, 2, 2, 2, 0, 0, 1, 0};
    struct fake *f = *state;
    fake_started(f, "2026-08-15");
    fake_log(f, "2026-10-10", "habit", "coffee", NULL, NULL);
    fake_report(f, "habits");
    const struct pgyd_part *coffee = row_of(f, "Coffee");
    assert_int_equal(coffee->nnums, 12);
    for (size_t i = 0; i < 12; i++)
        assert_true(coffee->nums[i] == expected[i]);
    /* August, September and October asked for five each. */
    assert_string_equal(f->parts[f->nparts - 1].text,
                        "Kept: 1 of 15; a month that is not over counts once it is kept.");
}

static double share(const struct fake *f, const char *label)
{
    for (size_t i = 0; i < f->nparts; i++) {
        if (f->parts[i].type == PGYD_BAR && strcmp(f->parts[i].text, label) == 0)
            return f->parts[i].nums[0];
    }
    return -1;
}

/* S2-58, S2-59: 180 clinical and 20 of networking hours are 90 and 10 percent. The 28 days end on
 * 2026-11-22 and begin on 2026-10-26. */
static void hours(void **state)
{
    struct fake *f = *state;
    fake_report(f, "bandwidth");
    assert_true(share(f, "Clinical work") < 0);
    fake_ini(f, "[hours]\nclinical = 180\nnetworking = 5\nas_of = 2026-10-26\n");
    fake_log(f, "2026-10-26", "hours", NULL, NULL, "networking=12");
    fake_log(f, "2026-11-22", "hours", NULL, NULL, "networking=8");
    fake_log(f, "2026-10-25", "hours", NULL, NULL, "networking=100");
    fake_log(f, "2026-11-23", "hours", NULL, NULL, "networking=100");
    fake_log(f, "2026-11-20", "hours", NULL, NULL, "networking=many");
    fake_report(f, "bandwidth");
    assert_true(share(f, "Clinical work") == 90);
    assert_true(share(f, "Quiet networking") == 10);
    assert_true(share(f, "Career events") == 0);
    /* A day later as_of and the twelve hours are too old; 8 and 100 remain. */
    f->host.today++;
    fake_report(f, "bandwidth");
    assert_true(share(f, "Clinical work") == 0);
    assert_true(share(f, "Quiet networking") == 100);
}

/* S2-58, S2-59: targets of 75, 5, 15 and 5 percent; 9 percent of networking are told of, 10 and 15
 * are in order, 16 are more than it takes. */
static void shares(void **state)
{
    static const struct {
        const char *ini, *words;
        bool told;
    } cases[] = {{"[hours]\nclinical = 91\nnetworking = 9\nas_of = 2026-11-22\n",
                  "there is room for more", true},
                 {"[hours]\nclinical = 90\nnetworking = 10\nas_of = 2026-11-22\n",
                  "this is in order", false},
                 {"[hours]\nclinical = 85\nnetworking = 15\nas_of = 2026-11-22\n",
                  "this is in order", false},
                 {"[hours]\nclinical = 84\nnetworking = 16\nas_of = 2026-11-22\n",
                  "this is more than it takes", false}};
    static const double targets[] = {75, 5, 15, 5};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct fake *f = fake_new(&pgyd_plugin_networking, "2026-11-22");
        size_t bars = 0;
        fake_ini(f, medicine);
        fake_ini(f, cases[i].ini);
        fake_plan(f);
        assert_days(f, "bandwidth@2026-11", cases[i].told ? "2026-11-22" : "none");
        fake_report(f, "bandwidth");
        assert_true(says(f, cases[i].words));
        for (size_t p = 0; p < f->nparts; p++) {
            if (f->parts[p].type == PGYD_BAR)
                assert_true(f->parts[p].nums[1] == targets[bars++]);
        }
        assert_int_equal(bars, 4);
        fake_free(&f);
    }
}

/* S2-11 to S2-14: none, then one more of the four each time; touched 90 days ago counts, 91 days
 * ago does not. */
static void coverage(void **state)
{
    static const char *const covered[] = {"Covered: 0 of 4.", "Covered: 1 of 4.",
                                          "Covered: 1 of 4.", "Covered: 2 of 4.",
                                          "Covered: 3 of 4.", "Covered: 4 of 4."},
                             *const more[] = {
                                 "",
                                 "[contact:a]\nname = A\ncenter = attending\nlast = 2026-08-24\n",
                                 "[contact:b]\nname = B\ncenter = staff\nlast = 2026-08-23\n",
                                 "[contact:c]\nname = C\ncenter = staff\nlast = 2026-11-01\n",
                                 "[contact:d]\nname = D\ncenter = scheduling\nlast = 2026-11-01\n",
                                 "[contact:e]\nname = E\ncenter = referring\nlast = 2026-11-01\n"};
    struct fake *f = *state;
    for (size_t i = 0; i < sizeof more / sizeof more[0]; i++) {
        fake_ini(f, more[i]);
        fake_report(f, "network");
        if (!says(f, covered[i]))
            fail_msg("step %zu: not %s", i, covered[i]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(never_contacted),
        CASE(completions),
        CASE(not_twice),
        CASE(dismissed),
        cmocka_unit_test(kinds),
        CASE(class_ahead),
        CASE(intern_year),
        CASE(habits_monthly),
        cmocka_unit_test(habits_kept),
        CASE(habits_in_file),
        CASE(habits_end),
        CASE(habits_off_cycle),
        CASE(habits_of_no_search),
        CASE(centers_touched),
        CASE(reference_list),
        CASE(reference_calls),
        CASE(late_path),
        CASE(late_path_in_file),
        CASE(no_prospects),
        CASE(seniors),
        CASE(seniors_of_july),
        CASE(occasions),
        CASE(problems),
        CASE(report),
        CASE(habit_report),
        CASE(hours),
        CASE(shares),
        CASE(coverage),
    };
    return cmocka_run_group_tests_name("networking", tests, NULL, NULL);
}
