/* SPDX-License-Identifier: BSD-2-Clause */
/* The search: processes, stretch, leverage, being known, prompts and what ends them; prospects and
 * tier on paper. */
#define FAKE_PLUGIN pgyd_plugin_networking
#include "tests/unit/fake_fixture.h"

#include <stdio.h>

/* G = 2027-06-30: G - 24 = 2025-06-30, G - 18 = 2025-12-30, G - 12 = 2026-06-30; PGY-2 begins on
 * 2025-07-01. */
static const char medicine[] = "[training]\nspecialty = internal_medicine\nstart = 2024-07-01\n";

static int in_medicine(void **state)
{
    setup(state);
    fake_ini(*state, medicine);
    return 0;
}

static void plan(struct fake *f, const char *ini)
{
    fake_ini(f, ini);
    fake_plan(f);
}

/* S1-44: none and one are too few from G - 18 on. Two: the alert waits for the day on which the
 * older of them is 46 days old. */
static void processes(void **state)
{
    struct fake *f = *state;
    plan(f, "");
    assert_days(f, "processes", "2025-12-30");
    plan(f, "[prospect:a]\nname = A\nstage = visit\nlast_activity = 2026-11-20\n");
    assert_days(f, "processes", "2025-12-30");
    plan(f, "[prospect:b]\nname = B\nstage = contact\nlast_activity = 2026-11-10\n");
    assert_days(f, "processes", "2025-12-30");
    fake_log(f, "2026-11-10", "prospect", "b", "visit", NULL);
    fake_plan(f);
    assert_days(f, "processes", "2026-12-26");
    plan(f, "[prospect:c]\nname = C\nstage = offer\nlast_activity = 2026-11-15\n");
    assert_days(f, "processes", "2026-12-31");
    fake_log(f, "2026-11-16", "prospect", "c", "closed", NULL);
    fake_plan(f);
    assert_days(f, "processes", "2026-12-26");
    /* News so late that the training is over by then: no alert. */
    fake_log(f, "2027-06-01", "prospect", "a", "activity", NULL);
    fake_log(f, "2027-06-01", "prospect", "b", "activity", NULL);
    fake_plan(f);
    assert_days(f, "processes", "none");
}

/* S1-45: none asks, one and two are right, three are too many. */
static void stretch(void **state)
{
    static const char *const few[] = {"2025-12-30", "none", "none", "none"}, *const many[] = {
                                                                                 "none", "none",
                                                                                 "none",
                                                                                 "2025-12-30"};
    struct fake *f = *state;
    for (int n = 0; n < 4; n++) {
        char ini[80];
        snprintf(ini, sizeof ini, "[prospect:s%d]\nname = S\nstretch = yes\n", n);
        plan(f, n ? ini : "");
        assert_days(f, "stretch", few[n]);
        assert_days(f, "stretch-many", many[n]);
        assert_int_equal(fake_count(f, "stretch") == 1, n == 0 || n == 3);
    }
}

/* How many there are is counted in its title. */
static void stretch_counted(void **state)
{
    struct fake *f = *state;
    plan(f, "[prospect:a]\nname = A\nstretch = yes\n[prospect:b]\nname = B\nstretch = yes\n"
            "[prospect:c]\nname = C\nstretch = yes\n");
    assert_string_equal(fake_item(f, "stretch-many")->title, "3 places on your list are a stretch");
}

/* S2-28 to S2-30: two of each, and closed places do not count. */
static void leverage(void **state)
{
    struct fake *f = *state;
    plan(f, "");
    assert_int_equal(fake_count(f, "leverage-"), 0); /* no place at all: no-prospects says so */
    plan(f, "[prospect:a]\nname = A\nregion = south\nsetting = system\n");
    assert_days(f, "leverage-regions", "2025-12-30");
    assert_days(f, "leverage-settings", "2025-12-30");
    assert_days(f, "leverage-need", "2025-12-30");
    plan(f, "[prospect:b]\nname = B\nregion = north\nsetting = big_private\nurgent_need = two "
            "retire\n");
    assert_int_equal(fake_count(f, "leverage-"), 0);
    fake_log(f, "2026-11-01", "prospect", "b", "closed", NULL);
    fake_plan(f);
    assert_int_equal(fake_count(f, "leverage-"), 3);
}

/* S1-05 and S1-33: known and warm, both; nothing to do once there are interviews; a week from one
 * place of the list to the next. S1-10: 30 days before a visit, S1-24: two, and there is the day
 * before it left for that. */
static void known(void **state)
{
    struct fake *f = *state;
    plan(f, "[prospect:a]\nname = A\nrotated_there = yes\n[prospect:b]\nname = B\npath = warm\n"
            "[prospect:c]\nname = C\npath = warm\npd_called = yes\nvisit_on = "
            "2027-03-01\n[prospect:d]\nname = D\nstage = interview\n");
    assert_string_equal(fake_item(f, "prospect-a-known")->title, "Get an introduction at A");
    assert_string_equal(fake_item(f, "prospect-b-known")->title, "Find a way in at B");
    assert_days(f, "prospect-a-known", "2026-06-30");
    assert_days(f, "prospect-b-known", "2026-07-07");
    assert_string_equal(fake_item(f, "prospect-b-known")->about, "prospect:b");
    assert_days(f, "prospect-c-known", "none");
    assert_days(f, "prospect-d-known", "none");
    assert_days(f, "prospect-c-references", "2027-01-30");
    assert_days(f, "prospect-c-prepare", "2027-02-27");
    assert_int_equal(fake_item(f, "prospect-c-prepare")->by, fake_day("2027-02-28"));
    assert_int_equal(fake_item(f, "prospect-c-prepare")->stakes, PGYD_COSTLY);
    assert_days(f, "prospect-c-visit", "2027-03-01");
    assert_int_equal(fake_item(f, "prospect-c-visit")->flags, PGYD_ITEM_BUSY);
    assert_string_equal(fake_item(f, "prospect-c-visit")->title, "Visit C");
    size_t points = 0;
    for (const char *at = fake_item(f, "prospect-c-prepare")->detail; (at = strstr(at, "\n- "));
         at += 3)
        points++;
    assert_int_equal(points, 5);
    assert_days(f, "prospect-d-references", "none");
}

/* S1-31: three places with four answers each, from file and journal together; "unknown" is no
 * answer. */
static void intel_map(void **state)
{
    static const char four[] =
        "growing = yes\nchair_leaving = no\nturmoil = no\nunderstaffed = yes\n";
    struct fake *f = *state;
    char ini[600];
    snprintf(ini, sizeof ini,
             "[prospect:a]\nname = A\n%s[prospect:b]\nname = B\n%s[prospect:c]\nname = C\ngrowing "
             "= yes\nchair_leaving = no\n"
             "turmoil = unknown\nunderstaffed = no\n",
             four, four);
    plan(f, ini);
    assert_days(f, "intel-map", "2026-01-01");
    fake_log(f, "2026-11-01", "intel", "c", NULL, "turmoil=no");
    fake_plan(f);
    assert_days(f, "intel-map", "none");
    fake_log(f, "2026-11-02", "intel", "c", NULL, "turmoil=unknown");
    fake_plan(f);
    assert_days(f, "intel-map", "2026-01-01");
}

/* S1-58 and S2-38: one with influence is too few; one and four classes ahead are not two or
 * three. */
static void people(void **state)
{
    struct fake *f = *state;
    plan(f, "[contact:a]\nname = A\ninfluence = high\nclass_ahead = 1\n[contact:b]\nname = "
            "B\ninfluence = some\nclass_ahead = 4\n");
    assert_days(f, "influential", "2025-07-01"); /* S2-60: G - 24 is the last day of PGY-1 */
    assert_days(f, "classes-ahead", "2025-07-01");
    plan(f, "[contact:c]\nname = C\ninfluence = high\nclass_ahead = 3\n");
    assert_days(f, "influential", "none");
    assert_days(f, "classes-ahead", "none");
}

/* S1-10: asked, and a year later again; not after the training. */
static void asked(void **state)
{
    struct fake *f = *state;
    plan(f, "[contact:a]\nname = A\nreference = yes\n[contact:b]\nname = B\nreference = "
            "yes\nasked_on = 2026-02-28\n"
            "[contact:c]\nname = C\nreference = yes\nasked_on = 2026-07-01\n[contact:d]\nname = "
            "D\nasked_on = 2026-02-28\n");
    assert_days(f, "reference-a@ask", "2026-05-30");
    assert_days(f, "reference-b@2027", "2027-02-28");
    assert_int_equal(fake_count(f, "reference-"), 2);
}

/* S2-15: a scheduler is enough, an attending is not; without places there is nothing to lose. */
static void unseen(void **state)
{
    struct fake *f = *state;
    plan(f, "[contact:a]\nname = A\ncenter = attending\n");
    assert_days(f, "centers-unseen", "none");
    plan(f, "[prospect:a]\nname = A\n");
    assert_days(f, "centers-unseen", "2025-12-30");
    plan(f, "[contact:b]\nname = B\ncenter = scheduling\n");
    assert_days(f, "centers-unseen", "none");
}

/* S1-61 and S2-39: one meeting, three contracts; the file's count is a floor, not an addition. The
 * meeting that one is seen at is one too. */
static void counted(void **state)
{
    struct fake *f = *state;
    plan(f, "[intel]\ncontracts_read = 2\n");
    assert_days(f, "meetings-observed", "2026-06-30");
    assert_days(f, "visible-meetings", "2025-08-30");
    assert_string_equal(fake_item(f, "visible-meetings")->done_log, "intel meeting");
    fake_log(f, "2026-11-01", "intel", "meeting", NULL, NULL);
    fake_log(f, "2026-11-01", "intel", "contract", NULL, NULL);
    fake_plan(f);
    assert_days(f, "meetings-observed", "none");
    assert_days(f, "visible-meetings", "none");
    assert_days(f, "contracts-read", "2026-06-30");
    fake_log(f, "2026-11-02", "intel", "contract", NULL, NULL);
    fake_log(f, "2026-11-03", "intel", "contract", NULL, NULL);
    fake_plan(f);
    assert_days(f, "contracts-read", "none");
}

/* S1-27: `log intel activity` writes the word as the subject; done does too. */
static void began(void **state)
{
    struct fake *f = *state;
    plan(f, "");
    assert_string_equal(fake_item(f, "late-path")->done_log, "intel activity");
    fake_log(f, "2026-09-30", "intel", "activity", NULL, NULL);
    fake_plan(f);
    assert_days(f, "late-path", "none");
}

/* S1-27: what happened at a place was a step of the search too, and so is an offer. */
static void began_at_a_place(void **state)
{
    struct fake *f = *state;
    plan(f, "[prospect:a]\nname = A\nlast_activity = 2026-10-01\n");
    assert_days(f, "late-path", "2026-09-30");
    assert_int_equal(fake_item(f, "late-path")->stakes, PGYD_CONTEXT);
    fake_log(f, "2026-09-30", "prospect", "a", "visit", NULL);
    fake_plan(f);
    assert_days(f, "late-path", "none");
}

static void began_with_an_offer(void **state)
{
    struct fake *f = *state;
    fake_log(f, "2026-09-30", "offer", "mercy", "received", NULL);
    fake_plan(f);
    assert_days(f, "late-path", "none");
}

/* S2-24: five within 30 days are in order, the sixth is too many, on its own day; spread over 31
 * days they are not. The caution ends with them. */
static void letters_to_strangers(void **state)
{
    static const char *const days[] = {"2026-11-01", "2026-11-20", "2026-11-03", "2026-11-10",
                                       "2026-11-21"};
    struct fake *f = *state;
    plan(f, "");
    for (size_t i = 0; i < sizeof days / sizeof days[0]; i++)
        fake_log(f, days[i], "intel", "cold", NULL, NULL);
    fake_plan(f);
    assert_int_equal(fake_count(f, "cold-outreach"), 0);
    fake_log(f, "2026-12-01", "intel", "cold", NULL, NULL);
    fake_plan(f);
    assert_int_equal(fake_count(f, "cold-outreach"), 0);
    fake_log(f, "2026-11-30", "intel", "cold", NULL, NULL);
    fake_plan(f);
    assert_days(f, "cold-outreach@2026-12", "2026-12-01"); /* the last six, from 2026-11-03 */
    assert_int_equal(fake_count(f, "cold-outreach"), 1);
    f->host.today = fake_day("2026-12-30");
    fake_plan(f);
    assert_int_equal(fake_count(f, "cold-outreach"), 1);
    f->host.today = fake_day("2026-12-31");
    fake_plan(f);
    assert_int_equal(fake_count(f, "cold-outreach"), 0);
}

/* The figure of the file is of the first run: five are in order. */
static void letters_in_file(void **state)
{
    struct fake *f = *state;
    plan(f, "[intel]\ncold_outreach = 5\n");
    assert_int_equal(fake_count(f, "cold-outreach"), 0);
    plan(f, "[intel]\ncold_outreach = 6\n");
    assert_days(f, "cold-outreach@2026-11", "2026-11-22");
}

/* Places that are closed are no places: the last winter without an open one, and nobody asks the
 * nurses there. */
static void all_closed(void **state)
{
    struct fake *f = *state;
    plan(f, "[prospect:a]\nname = A\n[contact:a]\nname = A\ncenter = attending\n");
    assert_days(f, "no-prospects", "none");
    assert_days(f, "centers-unseen", "2025-12-30");
    fake_log(f, "2026-11-20", "prospect", "a", "closed", NULL);
    fake_plan(f);
    assert_days(f, "no-prospects", "2026-11-01");
    assert_days(f, "centers-unseen", "none");
}

/* A visit that was over before the first run, 2026-11-22, is not prepared any more; what was to be
 * done before the first run for one on that day is to be done at once. */
static void past_visit(void **state)
{
    struct fake *f = *state;
    plan(f, "[prospect:a]\nname = A\nvisit_on = 2026-11-21\n[prospect:b]\nname = B\nvisit_on = "
            "2026-11-22\n");
    assert_days(f, "prospect-a-references", "none");
    assert_days(f, "prospect-a-prepare", "none");
    assert_days(f, "prospect-b-references", "2026-11-22");
    assert_days(f, "prospect-b-prepare", "2026-11-22");
    assert_int_equal(fake_item(f, "prospect-b-prepare")->by, fake_day("2026-11-22"));
    assert_days(f, "prospect-b-visit", "2026-11-22");
}

/* S1-52: at G - 18 what is missing is named; with all four nothing is asked. */
static void training_shown(void **state)
{
    struct fake *f = *state;
    plan(f, "[training]\nvolumes = 600 cases\nbreadth = all of it\n");
    assert_days(f, "training-shown", "2025-12-30");
    assert_non_null(
        strstr(fake_item(f, "training-shown")->detail, "missing: call, what you do alone."));
    plan(f, "[training]\ncall = every fifth night\nautonomy = first call\n");
    assert_days(f, "training-shown", "none");
}

/* Once an offer is accepted nobody is told to search or to ask for a reference; people stay people
 * (S3-13). */
static void accepted(void **state)
{
    static const char *const gone[] = {"processes", "stretch",      "leverage-", "intel-map",
                                       "late-path", "no-prospects", "prospect-", "reference"};
    struct fake *f = *state;
    fake_log(f, "2026-11-20", "offer", "mercy", "accepted", NULL);
    plan(f, "[prospect:a]\nname = A\nvisit_on = 2027-03-01\n[contact:a]\nname = A\nreference = "
            "yes\ncadence = "
            "1y\nlast = 2026-11-01\n");
    for (size_t i = 0; i < sizeof gone / sizeof gone[0]; i++)
        assert_int_equal(fake_count(f, gone[i]), 0);
    assert_days(f, "contact-a@1", "2027-11-01");
    assert_true(fake_has_ref(fake_item(f, "contact-a@1"), "S3-13"));
}

/* Nothing of the search comes earlier than G - 18, whatever the fixture: 32 months before the end
 * nobody wants it. */
static void not_too_early(void **state)
{
    static const char *const late[] = {"processes",         "stretch",       "leverage-regions",
                                       "leverage-settings", "leverage-need", "centers-unseen",
                                       "late-path",         "no-prospects"};
    struct fake *f = fake_new(&pgyd_plugin_networking, "2026-11-22");
    (void)state;
    fake_ini(f, "[training]\nspecialty = internal_medicine\nstart = 2026-07-01\n");
    fake_plan(f);
    for (size_t i = 0; i < sizeof late / sizeof late[0]; i++) {
        const struct pgyd_item *item = fake_item(f, late[i]);
        assert_true(!item || item->start >= fake_day("2027-12-30"));
    }
    fake_free(&f);
}

/* The first day of work, 2027-08-02, ends the search and what was asked about it; contacts and
 * meetings go on. Who runs pgyd for the first time after it is told nothing of a search. */
static void at_work(void **state)
{
    static const char *const gone[] = {
        "processes",  "stretch",        "late-path", "no-prospects", "influential", "classes-ahead",
        "references", "contracts-read", "intel-map", "visible-call", "scarce@2026"};
    struct fake *f = *state;
    fake_ini(f,
             "[contact:a]\nname = A\nlast = 2026-11-01\n[event:e]\nname = E\nstart = 2028-01-10\n");
    fake_started(f, "2024-07-01");
    f->host.today = fake_day("2027-08-01");
    fake_plan(f);
    for (size_t i = 0; i < sizeof gone / sizeof gone[0]; i++)
        assert_non_null(fake_item(f, gone[i]));
    f->host.today = fake_day("2027-08-02");
    fake_plan(f);
    assert_int_equal(f->nitems, 3);
    assert_days(f, "contact-a@1", "2027-05-01");
    assert_days(f, "event-e", "2028-01-10");
    fake_started(f, "2027-08-02");
    fake_plan(f);
    assert_int_equal(f->nitems, 3);
}

/* What comes again every year, quarter or month is asked from the first run on: the day of it
 * counts, the day before is over. The one before PGY-2, 2025-06-30, is not asked at all. */
static void not_caught_up(void **state)
{
    struct fake *f = *state;
    fake_started(f, "2026-04-01");
    fake_plan(f);
    assert_days(f, "dinner-talk@2026-q2", "2026-04-01");
    assert_int_equal(fake_item(f, "dinner-talk@2026-q2")->by, fake_day("2026-06-30"));
    assert_days(f, "scarce@2025", "none");
    assert_days(f, "scarce@2026", "2026-08-01");
    assert_days(f, "visible-check@2026-03", "none");
    assert_days(f, "visible-check@2026-04", "2026-04-30");
    assert_int_equal(fake_item(f, "scarce@2026")->by, fake_day("2026-08-31"));
    fake_started(f, "2026-04-02");
    fake_plan(f);
    assert_days(f, "dinner-talk@2026-q2", "none");
    assert_days(f, "dinner-talk@2026-q3", "2026-07-01");
    fake_started(f, "2024-07-01");
    fake_plan(f);
    assert_days(f, "scarce@2025", "2025-08-01");
    assert_days(f, "visible-check@2025-06", "none");
    assert_days(f, "visible-check@2025-07", "2025-07-30"); /* every third month */
    assert_int_equal(fake_item(f, "visible-check@2025-07")->by, fake_day("2025-07-31"));
    assert_days(f, "visible-check@2025-08", "none");
    assert_days(f, "visible-check@2025-10", "2025-10-30");
    assert_int_equal(fake_count(f, "visible-check"), 4);
}

static double bar(const struct fake *f, const char *label)
{
    for (size_t i = 0; i < f->nparts; i++) {
        if (f->parts[i].type == PGYD_BAR && strcmp(f->parts[i].text, label) == 0)
            return f->parts[i].nums[0];
    }
    return -1;
}

/* On 2026-11-22 an activity of 2026-10-08 is 45 days old and counts, one of 2026-10-07 does not. */
static void prospects_report(void **state)
{
    struct fake *f = *state;
    fake_ini(f, "[prospect:a]\nname = A\nstage = visit\nlast_activity = 2026-10-08\nregion = "
                "x\npath = warm\n"
                "[prospect:b]\nname = B\nstage = advanced\nlast_activity = 2026-10-07\nregion = "
                "y\nstretch = yes\nurgent_need = z\n"
                "[prospect:c]\nname = C\nstage = closed\nregion = w\n");
    fake_report(f, "prospects");
    assert_true(says(f, "Processes in parallel: 1;"));
    assert_true(says(f, "Stretch places: 1;"));
    assert_true(says(f, "Leverage ready: 2 of 3"));
    assert_true(says(f, "Warm ways: 1 of 2"));
    assert_true(bar(f, "recon") == 2 && bar(f, "visit") == 2 && bar(f, "interview") == 1 &&
                bar(f, "offer") == 0);
}

static bool cell(const struct fake *f, const char *place, uint32_t column, const char *text)
{
    for (size_t i = 0; i < f->nparts; i++) {
        if (f->parts[i].ncells > column && strcmp(f->parts[i].cells[0], place) == 0)
            return strcmp(f->parts[i].cells[column], text) == 0;
    }
    return false;
}

/* What the report says anew after a change. */
static void tier_after(struct fake *f, const char *ini)
{
    fake_ini(f, ini);
    fake_report(f, "tier");
}

/* S1-04 to S1-07: three of four, two of five, one place. */
static void tier_report(void **state)
{
    struct fake *f = *state;
    tier_after(f, "");
    assert_true(says(f, "knows you: between filler and safe bet (0 of 4") &&
                says(f, "Three steps to a safe bet") && says(f, "one place (any you want)"));
    tier_after(f, "[tier]\ntrusted_program = yes\nknown_references = yes\ngeneric_cv = yes\n");
    assert_true(says(f, "knows you: between filler and safe bet (2 of 4 signs of a safe bet, three "
                        "are enough; 1 of 5"));
    assert_true(says(f, "One step to a safe bet") &&
                says(f, "looks like staying: say why this region") && !says(f, "learn codes"));
    tier_after(f, "[tier]\nstable = yes\n");
    assert_true(says(f, "knows you: safe bet") && says(f, "Everywhere you are a safe bet already"));
    /* Two bad signs are not outweighed by three good ones; each has its remedy, and mending one is
     * enough. */
    tier_after(f, "[tier]\ntakes_anything = yes\n");
    assert_true(says(f, "knows you: filler") && says(f, "anybody's: yes; put case numbers") &&
                says(f, "take anything: yes; name specialty"));
    assert_true(says(f, "One step to a safe bet") && says(f, "anybody's: put case numbers") &&
                !says(f, "take anything: name specialty"));
    tier_after(f, "[tier]\nstable = no\nnaive_by_phone = yes\n");
    assert_true(says(f, "3 of 5 of a filler") && says(f, "Three steps to a safe bet") &&
                says(f, "looks like staying: say why"));
    /* Known at one place is known at that place alone. */
    tier_after(f, "[prospect:a]\nname = A\nlocums_there = yes\npd_called = yes\n[prospect:b]\nname "
                  "= B\n[prospect:c]\nname = C\nstage = closed\nrotated_there = yes\n");
    assert_true(cell(f, "A", 1, "known quantity") &&
                cell(f, "A", 2, "your program director called, you were a locum there"));
    assert_true(cell(f, "B", 1, "filler") && !cell(f, "C", 1, "known quantity") &&
                says(f, "at one place (B)"));
    tier_after(f, "[prospect:b]\nrotated_there = yes\n");
    assert_true(cell(f, "B", 1, "known quantity") && says(f, "at every place of the list") &&
                !says(f, "One step makes you a known quantity"));
}

#define IN_MEDICINE(f) cmocka_unit_test_setup_teardown(f, in_medicine, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_MEDICINE(processes),
        IN_MEDICINE(stretch),
        IN_MEDICINE(stretch_counted),
        IN_MEDICINE(leverage),
        IN_MEDICINE(known),
        IN_MEDICINE(intel_map),
        IN_MEDICINE(people),
        IN_MEDICINE(asked),
        IN_MEDICINE(unseen),
        IN_MEDICINE(counted),
        IN_MEDICINE(began),
        IN_MEDICINE(began_at_a_place),
        IN_MEDICINE(began_with_an_offer),
        IN_MEDICINE(all_closed),
        IN_MEDICINE(letters_to_strangers),
        IN_MEDICINE(letters_in_file),
        IN_MEDICINE(past_visit),
        IN_MEDICINE(training_shown),
        IN_MEDICINE(accepted),
        cmocka_unit_test(not_too_early),
        IN_MEDICINE(at_work),
        IN_MEDICINE(not_caught_up),
        IN_MEDICINE(prospects_report),
        IN_MEDICINE(tier_report),
    };
    return cmocka_run_group_tests_name("search", tests, NULL, NULL);
}
