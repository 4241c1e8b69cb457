/* SPDX-License-Identifier: BSD-2-Clause */
/* License to first patient by state: what etc/packs/license.ini makes of lists/states.tsv. Days are
 * counted by hand from S = 2027-08-02, the 214th day of its year: the license has to be there 120
 * days before at worst (2027-04-04, the 94th day), 90 as a rule (2027-05-04, the 124th). */
#define FAKE_PLUGIN pgyd_plugin_milestones
#define FAKE_PACKS "monthly.ini", "phases.ini", "license.ini"
#include "tests/unit/fake_fixture.h"

#include "plugins/common/tsv.h"

static const char medicine[] = "[training]\nspecialty = internal_medicine\nstart = 2024-07-01\n";

/* Somebody of this state ("": not decided) who knew of it all from July 2025 on. */
static struct fake *in_state(const char *state, const char *today)
{
    struct fake *f = fresh(today);
    fake_ini(f, medicine);
    if (state[0])
        fake_ini(f, pgy_arena_printf(f->arena, "[goal]\nstate = %s\n", state));
    fake_started(f, "2025-07-01");
    fake_plan(f);
    return f;
}

/* The day before the last safe day, on it, after it; on the last day that is early enough as a rule
 * and after it.
 * Ohio, typical, 42/84: 94 - 84 = the 10th day, January 10; 124 - 42 = the 82nd, March 23.
 * Illinois, slow, 120/240: 94 - 240 = 146 days before the year, August 7, 2026; 124 - 120 = the
 * 4th, January 4.
 * Alabama, not published, and nobody's state, 60/90: 94 - 90 = January 4; 124 - 60 = the 64th,
 * March 5. */
static void latest_days(void **state)
{
    static const struct {
        const char *state, *today, *day;
        uint16_t stakes;
    } cases[] = {
        {"OH", "2027-01-09", "2027-01-10", PGYD_COSTLY},
        {"OH", "2027-01-10", "2027-01-10", PGYD_COSTLY},
        {"OH", "2027-01-11", "2027-03-23", PGYD_FATAL},
        {"OH", "2027-03-23", "2027-03-23", PGYD_FATAL},
        {"OH", "2027-03-24", "2027-03-23", PGYD_FATAL},
        {"IL", "2026-08-06", "2026-08-07", PGYD_COSTLY},
        {"IL", "2026-08-07", "2026-08-07", PGYD_COSTLY},
        {"IL", "2026-08-08", "2027-01-04", PGYD_FATAL},
        {"IL", "2027-01-05", "2027-01-04", PGYD_FATAL},
        /* a default is never fatal */
        {"AL", "2027-01-03", "2027-01-04", PGYD_COSTLY},
        {"AL", "2027-01-04", "2027-01-04", PGYD_COSTLY},
        {"AL", "2027-01-05", "2027-03-05", PGYD_COSTLY},
        {"AL", "2027-03-05", "2027-03-05", PGYD_COSTLY},
        {"AL", "2027-03-06", "2027-03-05", PGYD_COSTLY},
        {"", "2027-01-04", "2027-01-04", PGYD_COSTLY},
        {"", "2027-01-05", "2027-03-05", PGYD_COSTLY},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct fake *f = in_state(cases[i].state, cases[i].today);
        const struct pgyd_item *item = fake_item(f, "practice-license");
        if (strcmp(fake_days(f, "practice-license"), cases[i].day) != 0 ||
            item->stakes != cases[i].stakes)
            fail_msg("%s on %s: %s, stakes %d", cases[i].state, cases[i].today,
                     fake_days(f, "practice-license"), item->stakes);
        fake_free(&f);
    }
}

static void assert_says(const struct fake *f, const char *detail, const char *source)
{
    const struct pgyd_item *item = fake_item(f, "practice-license");
    if (!strstr(item->detail, detail))
        fail_msg("%s is not in: %s", detail, item->detail);
    if (!strstr(item->source, source))
        fail_msg("%s is not in: %s", source, item->source);
}

/* Whose days these are, and where they come from. */
static void says_whose(void **state)
{
    (void)state;
    struct fake *f = in_state("OH", "2026-11-22");
    assert_says(f, "This step usually takes 42 days, 84 at worst.", "uscehub.com, 2026");
    fake_free(&f);
    f = in_state("AL", "2026-11-22");
    assert_says(
        f, "No published time for your state is known; this counts with 60 days, 90 at worst.\n",
        "two to three months is usual nationally");
    assert_null(strstr(fake_item(f, "practice-license")->detail, "usually takes"));
    fake_report(f, "chain");
    assert_true(says(f, "Apply for your state license: no published time for your state is known, "
                        "and the national one counts. Source: licensing services"));
    fake_free(&f);
    f = in_state("AL", "2027-01-05"); /* behind the safe day too */
    assert_says(f, "No published time for your state is known", "nationally");
    fake_free(&f);
    f = in_state("", "2026-11-22");
    assert_says(f, "Until yours is set, this counts with 60 days, 90 at worst.", "nationally");
    fake_report(f, "chain");
    assert_true(says(f, "your state is not set, and the national time counts."));
    fake_free(&f);
}

/* The DEA takes 30/60 days: from 2027-06-03 on at worst, the 154th day; the state's registration
 * before it 7/45: 154 - 45 = the 109th, April 19. The license is needed 120 days before work all
 * the same, since 60 + 45 are fewer. */
static void registration(void **state)
{
    (void)state;
    struct fake *f = in_state("IL", "2026-06-01");
    assert_days(f, "practice-csr", "2027-04-19");
    assert_days(f, "practice-dea", "2027-06-03");
    assert_int_equal(fake_item(f, "practice-csr")->stakes, PGYD_COSTLY);
    assert_non_null(strstr(fake_item(f, "practice-dea")->detail, "MATE training"));
    fake_free(&f);
    static const char *const without[] = {"OH", "TN", "MN", "PR", ""};
    for (size_t i = 0; i < sizeof without / sizeof without[0]; i++) {
        f = in_state(without[i], "2026-06-01");
        assert_days(f, "practice-csr", "none");
        assert_days(f, "practice-dea", "2027-06-03");
        fake_free(&f);
    }
}

/* Once the license is applied for, what is due first rings: the packet of 2027-04-04 before the
 * registrations of April and June. */
static void first_due_rings(void **state)
{
    (void)state;
    struct fake *f = in_state("IL", "2026-06-01");
    assert_true(rings(f, "practice-license") && !rings(f, "practice-privileging"));
    fake_log(f, "2026-06-02", "done", "milestones/practice-license", NULL, NULL);
    fake_plan(f);
    assert_true(rings(f, "practice-privileging") && !rings(f, "practice-csr"));
    fake_log(f, "2026-12-01", "done", "milestones/practice-privileging", NULL, NULL);
    fake_log(f, "2026-12-01", "done", "milestones/practice-payer", NULL, NULL);
    fake_plan(f);
    assert_true(rings(f, "practice-csr") && !rings(f, "practice-dea"));
    fake_free(&f);
}

/* ---- one voice ---- */

struct states {
    struct fake *f;
    const char *of[64];
    bool registers[64];
    size_t n;
};

static int take_state(void *arg, const struct pgc_tsv_row *row)
{
    struct states *all = arg;
    const bool any = strcmp(row->cell[0], "any") == 0;
    int64_t rule = -1, worst = -1;
    const bool days = pgc_tsv_number(row->cell[1], &rule);
    /* both days and where they come from, or none of the three */
    if (pgc_tsv_number(row->cell[2], &worst) != days || rule > worst ||
        (strcmp(row->cell[4], "-") != 0) != days)
        fail_msg("line %u of the list: %s", row->line, row->cell[0]);
    all->of[all->n] = any ? "" : pgy_arena_printf(all->f->arena, "%s", row->cell[0]);
    all->registers[all->n++] = row->cell[3][0] == 'y';
    return 0;
}

static pgyd_day start(const struct fake *f, const char *id)
{
    const struct pgyd_item *item = fake_item(f, id);
    if (!item)
        fail_msg("no %s", id);
    return item->start;
}

/* No row says another day than the chain: each window closes on the last safe day of its step, and
 * what is there "usually" is so 30 days after the DEA was applied for. */
static void assert_one_voice(const struct fake *f, const char *state, bool registers)
{
    const struct pgyd_item *papers = fake_item(f, "license-apply"),
                           *slow = fake_item(f, "license-apply-slow");
    if (!papers == !slow)
        fail_msg("%s: not one month to collect papers", state);
    if ((papers ? papers : slow)->end != start(f, "practice-license"))
        fail_msg("%s: the month to collect papers does not close on %s", state,
                 fake_days(f, "practice-license"));
    if (fake_item(f, "credentialing-packet")->end != start(f, "practice-privileging") ||
        start(f, "payer-enrollment") != start(f, "practice-payer") ||
        start(f, "dea-registration") != start(f, "practice-dea") + 30 ||
        start(f, "npi-caqh") > start(f, "practice-privileging"))
        fail_msg("%s: what others do is not what the chain asks for", state);
    if (registers != (fake_count(f, "practice-csr") == 1))
        fail_msg("%s: registration", state);
    if (registers && start(f, "practice-csr") >= start(f, "practice-dea"))
        fail_msg("%s: the DEA before the state", state);
    if (start(f, "practice-license") > start(f, "practice-privileging"))
        fail_msg("%s: the license is not first", state);
}

static void one_voice(void **state)
{
    struct fake *f = *state;
    struct states all = {.f = f};
    assert_int_equal(pgc_tsv_read(&f->host, "states.tsv", 5, take_state, &all), 0);
    assert_int_equal(all.n, 52); /* with the District, and nobody's */
    size_t registers = 0;
    for (size_t i = 0; i < all.n; i++) {
        struct fake *g = in_state(all.of[i], "2025-07-01");
        assert_one_voice(g, all.of[i], all.registers[i]);
        registers += all.registers[i];
        fake_free(&g);
    }
    assert_int_equal(registers, 23);
}

/* On no day of the two years before work a default turns fatal, and a published time does. */
static void never_fatal_from_a_default(void **state)
{
    static const char *const states[] = {"", "AL", "NC", "PR", "OH"};
    (void)state;
    for (size_t i = 0; i < sizeof states / sizeof states[0]; i++) {
        bool fatal = false;
        struct fake *f = in_state(states[i], "2025-07-01");
        for (; f->host.today < fake_day("2027-08-02"); f->host.today += 9) {
            fake_plan(f);
            fatal = fatal || fake_item(f, "practice-license")->stakes == PGYD_FATAL;
        }
        if (fatal != (strcmp(states[i], "OH") == 0))
            fail_msg("%s: fatal is %d", states[i], fatal);
        fake_free(&f);
    }
}

/* Without the list nothing is known of any license: said, and not made up. Days out of order are
 * no days. */
static void without_a_list(void **state)
{
    struct fake *f = *state;
    fake_ini(f, medicine);
    fake_ini(f, "[goal]\nstate = OH\n");
    fake_file(f, "lists", "states.tsv", "# nothing\n");
    fake_check(f);
    assert_int_equal(fake_problems(f, PGYD_WARN, "packs", "", NULL, "[step:license] needs days"),
                     1);
    fake_plan(f);
    assert_int_equal(fake_count(f, "practice-") + fake_count(f, "license-apply"), 0);
    assert_days(f, "npi-caqh", "2027-03-05");
    fake_file(f, "lists", "states.tsv", "any\t60\t90\t-\ts\nOH\t84\t42\ty\ts\n");
    fake_plan(f);
    assert_days(f, "practice-license", "2027-01-04");
    assert_days(f, "practice-csr", "2027-04-19");
}

/* A pack of one's own: its days.oh wins over the list, and days holds where there is no list. S
 * less 20 = 2027-07-13, less 84 = 2027-05-10, less 40 = 2027-06-23. */
static void own_pack(void **state)
{
    struct fake *f = *state;
    fake_ini(f, medicine);
    fake_ini(f, "[goal]\nstate = oh\n");
    fake_file(f, "packs", "c.ini",
              "[pack]\nsource = s\n[chain:c]\ntitle = C\nto = S\n"
              "[step:a]\nchain = c\ntitle = A\ndays_key = license.days\ndays.oh = 10/20\nafter = "
              "none\n"
              "[step:b]\nchain = c\ntitle = B\ndays_key = license.days\ndays = 30/40\nafter = "
              "none\n[milestone:m]\ntitle = M\nwhen = S - license.days d\nif = license.worst = 84 "
              "and not license.registers\n");
    fake_plan(f);
    assert_days(f, "c-a", "2027-07-13");
    assert_days(f, "c-b", "2027-05-10");
    assert_days(f, "m", "2027-06-21"); /* less 42 */
    fake_file(f, "lists", "states.tsv", "# nothing\n");
    fake_plan(f);
    assert_days(f, "c-a", "2027-07-13");
    assert_days(f, "c-b", "2027-06-23");
    assert_days(f, "m", "none");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(latest_days),     CASE(says_whose), CASE(registration),
        CASE(first_due_rings), CASE(one_voice),  CASE(never_fatal_from_a_default),
        CASE(without_a_list),  CASE(own_pack),
    };
    return cmocka_run_group_tests_name("license", tests, NULL, NULL);
}
