/* SPDX-License-Identifier: BSD-2-Clause */
/* Packs: the shipped ones, and what is wrong in others. */
#define FAKE_PLUGIN pgyd_plugin_milestones
#define FAKE_PACKS "monthly.ini", "phases.ini"
#include "tests/unit/fake_fixture.h"

#include <stdio.h>
#include <stdlib.h>

static const char medicine[] = "[training]\nspecialty = internal_medicine\nstart = 2024-07-01\n";
static const char head[] = "[pack]\nname = Mine\nsource = the board's page\nchecked_on = "
                           "2026-11-01\nvalid_until = 2027-12-31\nconfidence = confirmed\n";

/* A pack of the test's own behind the usual [pack]. */
static void add_pack(struct fake *f, const char *name, const char *text)
{
    static char whole[16384];
    snprintf(whole, sizeof whole, "%s%s", head, text);
    fake_file(f, "packs", name, whole);
}

/* etc/packs/matches.ini. Fellowships that begin in July of 2025 to 2030, so rules of 2024 to 2029.
 * The dates published: submission 2024-07-03 and 2025-07-02; review 2024-07-17 and 2025-07-16;
 * registration 2024-08-21, ranking 2024-09-25, lists 2024-11-20, Match Day 2024-12-04 and
 * 2025-12-03; season 2025-06-04. The rest by a printed calendar. */
static void eras_july(void **state)
{
    static const struct {
        const char *start, *f0, *season, *submit, *review, *registration, *ranking, *list, *match;
    } years[] = {
        {"2022-07-01", "2025", "2024-06-05", "2024-07-03", "2024-07-17", "2024-08-21", "2024-09-25",
         "2024-11-20", "2024-12-04"},
        {"2023-07-01", "2026", "2025-06-04", "2025-07-02", "2025-07-16", "2025-08-20", "2025-09-24",
         "2025-11-19", "2025-12-03"},
        {"2024-07-01", "2027", "2026-06-03", "2026-07-01", "2026-07-15", "2026-08-19", "2026-09-23",
         "2026-11-18", "2026-12-02"},
        {"2025-07-01", "2028", "2027-06-02", "2027-07-07", "2027-07-21", "2027-08-18", "2027-09-22",
         "2027-11-17", "2027-12-01"},
        {"2026-07-01", "2029", "2028-06-07", "2028-07-05", "2028-07-19", "2028-08-23", "2028-09-27",
         "2028-11-15", "2028-11-29"},
        {"2027-07-01", "2030", "2029-06-06", "2029-07-04", "2029-07-18", "2029-08-22", "2029-09-26",
         "2029-11-14", "2029-11-28"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof years / sizeof years[0]; i++) {
        struct fake *f = fresh("2020-01-01");
        char ini[200], span[32];
        fake_packs(f, "matches.ini");
        snprintf(ini, sizeof ini,
                 "[training]\nspecialty = internal_medicine\nstart = %s\n[fellowship]\ntype = "
                 "gastroenterology\n",
                 years[i].start);
        fake_ini(f, ini);
        fake_plan(f);
        assert_days(f, "eras-season", years[i].season);
        assert_days(f, "eras-submit", years[i].submit);
        assert_days(f, "eras-review", years[i].review);
        snprintf(span, sizeof span, "%s..%s", years[i].registration, years[i].ranking);
        assert_days(f, "nrmp-registration", span);
        assert_days(f, "nrmp-ranking", years[i].ranking);
        assert_days(f, "nrmp-rank-list", years[i].list);
        assert_days(f, "nrmp-match-day", years[i].match);
        snprintf(span, sizeof span, "%s-05-31", years[i].f0);
        assert_days(f, "eras-closes", span);
        assert_days(f, "sf-rank-list", "none");
        assert_days(f, "main-match-day", "none");
        fake_free(&f);
    }
}

/* Published: opening 2021-08-02, 2022-08-01, 2024-08-01; rank lists 2022-04-12, 2023-04-11,
 * 2025-04-08; match a week on. A fellowship that begins in August of year y: it opens in y-2 and
 * matches in y-1. 2026-08-01 is a Saturday, 2027-08-01 a Sunday. Applications go out 37 days after
 * it opens: 29 or 30 to the end of August, the rest in September. */
static void sf_match(void **state)
{
    static const struct {
        const char *start, *f0, *opens, *list, *match;
    } years[] = {
        {"2018-07-01", "2023-08-01", "2021-08-02..2021-09-08", "2022-04-12", "2022-04-19"},
        {"2019-07-01", "2024-08-01", "2022-08-01..2022-09-07", "2023-04-11", "2023-04-18"},
        {"2020-07-01", "2025-08-01", "2023-08-01..2023-09-07", "2024-04-09", "2024-04-16"},
        {"2021-07-01", "2026-08-01", "2024-08-01..2024-09-07", "2025-04-08", "2025-04-15"},
        {"2022-07-01", "2027-08-01", "2025-08-01..2025-09-07", "2026-04-14", "2026-04-21"},
        {"2023-07-01", "2028-08-01", "2026-08-03..2026-09-09", "2027-04-13", "2027-04-20"},
        {"2024-07-01", "2029-08-01", "2027-08-02..2027-09-08", "2028-04-11", "2028-04-18"},
        {"2025-07-01", "2030-08-01", "2028-08-01..2028-09-07", "2029-04-10", "2029-04-17"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof years / sizeof years[0]; i++) {
        struct fake *f = fresh("2018-01-01");
        char ini[200];
        fake_packs(f, "matches.ini");
        snprintf(ini, sizeof ini,
                 "[training]\nspecialty = orthopaedic_surgery\nstart = %s\n[fellowship]\ntype = "
                 "spine\nstart = %s\n",
                 years[i].start, years[i].f0);
        fake_ini(f, ini);
        fake_plan(f);
        assert_days(f, "sf-opens", years[i].opens);
        assert_days(f, "sf-rank-list", years[i].list);
        assert_days(f, "sf-match-day", years[i].match);
        assert_days(f, "nrmp-match-day", "none");
        fake_free(&f);
    }
}

/* A preliminary year: Match Day on the third Friday of March: published 2024-03-15. */
static void main_match(void **state)
{
    static const char *const days[][2] = {
        {"2023-07-01", "2024-03-15"}, {"2024-07-01", "2025-03-21"}, {"2025-07-01", "2026-03-20"},
        {"2026-07-01", "2027-03-19"}, {"2027-07-01", "2028-03-17"}, {"2028-07-01", "2029-03-16"}};
    (void)state;
    for (size_t i = 0; i < sizeof days / sizeof days[0]; i++) {
        struct fake *f = fresh("2020-01-01");
        char ini[100];
        fake_packs(f, NULL);
        snprintf(ini, sizeof ini, "[training]\nspecialty = prelim_im\nstart = %s\n", days[i][0]);
        fake_ini(f, ini);
        fake_plan(f);
        assert_days(f, "main-match-day", days[i][1]);
        assert_int_equal(fake_count(f, "job-"), 0);
        assert_int_equal(fake_count(f, "practice-"), 0);
        fake_free(&f);
    }
}

/* Internal medicine, G = R = 2027-06-30, S = 2027-08-02 (etc/packs). S - 120 d = 2027-04-04, - 90
 * d = 2027-05-04, - 60 d = 2027-06-03,
 * - 150 d = 2027-03-05. */
static void medicine_packs(void **state)
{
    struct fake *f = *state;
    fake_packs(f, NULL);
    fake_ini(f, medicine);
    fake_started(f, "2024-07-01");
    fake_plan(f);
    assert_days(f, "step3-sit", "2024-12-31");
    assert_days(f, "step3-latest", "2026-01-01");
    assert_days(f, "step3-score", "2026-03-01");
    assert_days(f, "ite-im@pgy-1", "2024-08-15..2024-09-04");
    assert_days(f, "ite-im@pgy-3", "2026-08-20..2026-09-09");
    assert_days(f, "ite-im@pgy-4", "none");
    assert_string_equal(fake_item(f, "ite-im@pgy-3")->title, "IM in-training exam in PGY-3");
    assert_days(f, "abim-registration", "2026-12-01..2027-04-15");
    assert_days(f, "abim-registration-late", "2027-04-16..2027-04-28");
    assert_days(f, "abim-exam", "2027-08-01..2027-08-31");
    assert_days(f, "abim-sub-exam", "none");
    assert_days(f, "license-apply", "2026-12-04..2027-01-04");
    assert_days(f, "npi-caqh", "2027-03-05");
    assert_days(f, "credentialing-packet", "2027-03-05..2027-04-04");
    assert_days(f, "payer-enrollment", "2027-04-04");
    assert_days(f, "dea-registration", "2027-07-03");
    assert_days(f, "job-network-primary", "2026-03-30..2026-06-30");
    assert_days(f, "job-search-primary", "2026-06-30..2026-09-30");
    assert_days(f, "job-sign-primary", "2026-09-30..2026-12-30");
    assert_days(f, "job-secured-primary", "2027-01-31..2027-02-28");
    assert_days(f, "job-secured", "none");
    assert_days(f, "job-cv", "2026-04-30..2026-06-30");
    assert_days(f, "attorney-contact", "2026-06-30..2026-09-30");
    assert_days(f, "pslf-certify-end", "none");
    assert_days(f, "j1-limit", "none");
    assert_true(fake_has_ref(fake_item(f, "dea-registration"), "S0-70"));
    /* [goal] category wins over the specialty. */
    fake_ini(f, "[goal]\ncategory = hospital_based\n");
    fake_plan(f);
    assert_days(f, "job-network-primary", "none");
    assert_days(f, "job-network-hospital", "2025-12-30..2026-03-30");
    assert_days(f, "job-search-hospital", "2026-03-30..2026-09-30");
    assert_days(f, "job-sign-hospital", "2026-09-30..2026-12-30");
    assert_days(f, "job-secured", "2026-12-31");
}

/* J-1 since 2024-06-15: 84 months end on 2031-06-14. Secured on a visa by October 1 before the end
 * (immigration.ini and jobsearch.ini of etc/packs). */
static void visa_and_loans(void **state)
{
    struct fake *f = *state;
    fake_packs(f, NULL);
    fake_ini(f, medicine);
    fake_ini(f, "[visa]\ntype = j1\nfirst = 2024-06-15\nprogram_end = 2027-06-30\n[loans]\npslf = "
                "yes\npayments = 28\nas_of = 2026-11-01\n");
    fake_plan(f);
    assert_days(f, "j1-limit", "2031-06-14");
    assert_days(f, "j1-grace", "2027-07-30");
    assert_days(f, "conrad-ready", "2026-09-30");
    assert_days(f, "conrad-window", "2026-10-01..2027-09-30");
    assert_days(f, "waiver-service", "2027-08-02..2030-08-01");
    assert_days(f, "job-secured-visa", "2026-10-01");
    assert_days(f, "job-secured-primary", "none");
    assert_non_null(
        strstr(fake_item(f, "j1-grace")->detail, "Confirm with your immigration lawyer"));
    /* 92 payments from 2026-11-01 on end on 2034-07-01: the year that begins then is not asked for
     * any more. */
    assert_days(f, "pslf-done", "2034-07-01");
    assert_days(f, "pslf-certify@pgy-3", "none"); /* 2026-11-01, before the first run */
    assert_days(f, "pslf-certify@pgy-4", "2027-11-01");
    assert_days(f, "pslf-certify@pgy-11", "2034-11-01");
    assert_days(f, "pslf-certify@pgy-12", "none");
    assert_days(f, "pslf-certify-new", "2027-09-01");
    fake_ini(f, "[contract]\nterm_months = 36\nnotice_days = 90\nclawback_months = 24\ntail = "
                "physician\nleave = 2030-06-30\n");
    fake_plan(f);
    /* K0 = S = 2027-08-02, K1 = 2030-08-01; less 90 d = 2030-05-03, less 90 more = 2030-02-02;
     * 2030-06-30 less 90 d = 2030-04-01. */
    assert_days(f, "contract-term-ends", "2030-08-01");
    assert_days(f, "clawback-ends", "2029-08-02");
    assert_days(f, "non-renewal-notice", "2030-05-03");
    assert_days(f, "non-renewal-decide", "2030-02-02");
    assert_days(f, "notice-by", "2030-04-01");
    assert_days(f, "tail-quote", "2030-04-01");
}

/* Nothing is wrong in what is shipped, for anybody. */
static void shipped_are_clean(void **state)
{
    static const char *const people[] = {
        "",
        "[training]\nspecialty = internal_medicine\nstart = 2024-07-01\n[fellowship]\ntype = "
        "cardiology\n[visa]\ntype = j1\n",
        "[training]\nspecialty = orthopaedic_surgery\nstart = 2022-07-01\n[fellowship]\ntype = "
        "spine\nstart = 2027-08-01\n",
        "[training]\nspecialty = prelim_im\nstart = 2026-07-01\n",
        "[training]\nspecialty = neurosurgery\nstart = 2024-02-29\n[visa]\ntype = h1b\n"};
    (void)state;
    for (size_t i = 0; i < sizeof people / sizeof people[0]; i++) {
        struct fake *f = fresh("2026-01-01");
        fake_packs(f, NULL);
        fake_ini(f, people[i]);
        fake_check(f);
        for (size_t k = 0; k < f->nproblems; k++) {
            if (strcmp(f->problems[k].section, "packs") == 0)
                fail_msg("%s", f->problems[k].message);
        }
        fake_plan(f);
        fake_free(&f);
    }
}

/* etc/packs/noncompete.ini: G = 2027-06-30, a year before it is 2026-06-30; the day of a full
 * contract is later. One of the four for each state. */
static void noncompete(void **state)
{
    static const char *const ids[] = {"noncompete-tx", "noncompete-mt", "noncompete-changed",
                                      "noncompete-state"};
    const struct {
        const char *state, *id;
    } cases[] = {{"TX", ids[0]}, {"MT", ids[1]}, {"AR", ids[2]}, {"CO", ids[2]},
                 {"IL", ids[2]}, {"IN", ids[2]}, {"MD", ids[2]}, {"OR", ids[2]},
                 {"UT", ids[2]}, {"NY", ids[3]}, {NULL, ids[3]}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct fake *f = fresh("2026-11-22");
        char ini[200];
        fake_packs(f, "noncompete.ini");
        snprintf(ini, sizeof ini, "%s%s%s\n", medicine, cases[i].state ? "[goal]\nstate = " : "",
                 cases[i].state ? cases[i].state : "");
        fake_ini(f, ini);
        fake_started(f, "2024-07-01");
        fake_plan(f);
        for (size_t k = 0; k < sizeof ids / sizeof ids[0]; k++)
            assert_days(f, ids[k], ids[k] == cases[i].id ? "2026-06-30..2027-06-30" : "none");
        assert_non_null(strstr(fake_item(f, cases[i].id)->detail, "Confirm with your lawyer"));
        fake_log(f, "2026-11-20", "offer", "mercy", "contract-received", NULL);
        fake_plan(f);
        assert_days(f, cases[i].id, "2026-11-20..2027-06-30");
        fake_log(f, "2027-07-02", "offer", "mercy", "contract-received", NULL);
        fake_plan(f);
        assert_days(f, cases[i].id, "2027-07-02");
        fake_free(&f);
    }
}

/* Packs that date a list: they plan nothing, and are named on the first June 1 after their
 * valid_until, 2027-06-30 and 2030-12-31. */
static void dated_lists(void **state)
{
    struct fake *f = *state;
    fake_ini(f, medicine);
    fake_packs(f, "specialties.ini");
    fake_packs(f, "holidays.ini");
    f->host.today = fake_day("2026-12-31");
    fake_plan(f);
    assert_int_equal(fake_count(f, "refresh-packs"), 0);
    f->host.today = fake_day("2027-01-01");
    fake_plan(f);
    assert_non_null(strstr(fake_item(f, "refresh-packs@2028")->detail,
                           "- specialties: pattern, last checked on 2026-11-22"));
    assert_null(strstr(fake_item(f, "refresh-packs@2028")->detail, "- holidays:"));
    f->host.today = fake_day("2029-12-31");
    fake_plan(f);
    assert_null(strstr(fake_item(f, "refresh-packs@2030")->detail, "- holidays:"));
    f->host.today = fake_day("2030-01-01");
    fake_plan(f);
    assert_non_null(strstr(fake_item(f, "refresh-packs@2031")->detail,
                           "- holidays: pattern, last checked on 2026-11-22"));
}

/* What off names must be there. */
static void off_nothing(void **state)
{
    struct fake *f = *state;
    fake_ini(f, medicine);
    fake_packs(f, "license.ini");
    add_pack(f, "mine.ini", "[milestone:poster]\ntitle = Poster\nwhen = G\n");
    fake_ini(f, "[packs]\noff = poster, phase-levers, practice-dea, practice-at-risk, course, "
                "postr\n[milestone:course]\ntitle = C\nwhen = G\n");
    fake_check(f);
    assert_int_equal(fake_problems(f, PGYD_WARN, "packs", "", "off", "no milestone postr"), 1);
    assert_int_equal(fake_problems(f, PGYD_WARN, "packs", "", "off", "did you mean poster?"), 1);
    assert_int_equal(fake_problems(f, PGYD_WARN, "packs", "", "off", NULL), 1);
}

static void keys_of_a_milestone(void **state)
{
    struct fake *f = *state;
    fake_ini(f, medicine);
    add_pack(f, "mine.ini",
             "[milestone:all]\ntitle = All of it\nwhen = G - 6mo\nuntil = G\ndetail = "
             "Text. || Why.\nchecklist = one; two\nnote = Confirm.\n"
             "remind = 30d, 30d, +10d\nseverity = warn\nkind = deadline\nrefs = S0-70, S2-72\n"
             "[milestone:plain]\ntitle = Plain\nwhen = G\n[milestone:window]\ntitle = Window\nwhen "
             "= G - 61d\nuntil = G\n"
             "[milestone:quiet]\ntitle = Quiet\nwhen = G\nremind = none\n[milestone:limit]\ntitle "
             "= Limit\nwhen = G\nkind = deadline\n");
    fake_plan(f);
    assert_days(f, "all", "2026-12-30..2027-06-30");
    assert_string_equal(fake_item(f, "all")->detail, "Text.\nWhy.\n- one\n- two\nConfirm.");
    assert_string_equal(fake_steps(f, "all"), "-30d, 10d, 0d");
    assert_int_equal(fake_item(f, "all")->kind, PGYD_DEADLINE);
    assert_true(fake_has_ref(fake_item(f, "all"), "S0-70") &&
                fake_has_ref(fake_item(f, "all"), "S2-72"));
    assert_int_equal(fake_item(f, "all")->flags, 0); /* a pack's steps are nobody's typing */
    assert_int_equal(fake_item(f, "quiet")->flags, PGYD_ITEM_NO_LADDER);
    static const char *const by_stakes[] = {"plain", "window", "limit"}; /* the host's table */
    for (size_t i = 0; i < 3; i++)
        assert_int_equal(fake_item(f, by_stakes[i])->nsteps + fake_item(f, by_stakes[i])->flags, 0);
}

/* b ends 90 days after a; c is the later of two; d stands on what this person does not have. */
static void after(void **state)
{
    struct fake *f = *state;
    fake_ini(f, medicine);
    add_pack(f, "mine.ini",
             "[milestone:c]\ntitle = C\nafter = b + 1w, a\nwhen = 2027-01-01\n[milestone:b]\ntitle "
             "= B\nafter = a + 90d\n"
             "[milestone:a]\ntitle = A\nwhen = 2027-01-01\n[milestone:d]\ntitle = D\nafter = "
             "e\n[milestone:e]\ntitle = E\nwhen = F0\n"
             "[milestone:f]\ntitle = F\nafter = e, a + 1d\n");
    fake_plan(f);
    assert_days(f, "b", "2027-04-01");
    assert_days(f, "c", "2027-04-08");
    assert_days(f, "d", "none");
    assert_days(f, "e", "none");
    assert_days(f, "f", "2027-01-02");
}

/* What was over on the first day of pgyd: caught up on unless the pack says that it cannot be. The
 * day itself is not over. */
static void late(void **state)
{
    struct fake *f = *state;
    fake_ini(f, medicine);
    add_pack(f, "mine.ini",
             "[milestone:a]\ntitle = A\nwhen = 2026-11-21\n[milestone:b]\ntitle = B\nwhen = "
             "2026-11-21\nlate = drop\n"
             "[milestone:c]\ntitle = C\nwhen = 2026-11-22\nlate = drop\n[milestone:d]\ntitle = "
             "D\nwhen = 2026-11-01\nuntil = 2026-11-22\nlate = drop\n"
             "[milestone:e]\ntitle = E\nwhen = 2026-11-01\nuntil = 2026-11-21\nlate = drop\n"
             "[milestone:f]\ntitle = F\neach = residency\nwhen = PGY.start\n");
    fake_plan(f);
    assert_days(f, "a", "2026-11-21");
    assert_days(f, "b", "none");
    assert_days(f, "c", "2026-11-22");
    assert_days(f, "d", "2026-11-01..2026-11-22");
    assert_days(f, "e", "none");
    assert_int_equal(fake_count(f, "f"), 0);
    fake_started(f, "2026-07-01");
    fake_plan(f);
    assert_days(f, "f@pgy-3", "2026-07-01");
    assert_int_equal(fake_count(f, "f"), 1);
}

static void choosing(void **state)
{
    struct fake *f = *state;
    fake_ini(f, medicine);
    add_pack(f, "mine.ini",
             "[milestone:a]\ntitle = A\nwhen = G\n[milestone:b]\ntitle = B\nwhen = G\n");
    fake_file(f, "packs", "notes.txt", "[milestone:t]\ntitle = T\nwhen = G\n");
    fake_file(f, "packs", "other.ini",
              "[pack]\nsource = s\nchecked_on = 2026-01-01\nvalid_until = "
              "2030-01-01\n[milestone:o]\ntitle = O\nwhen = G\n");
    fake_ini(f, "[packs]\noff = b\n[milestone:a]\ntitle = Mine\nwhen = 2027-01-01\n");
    fake_plan(f);
    assert_days(f, "a", "2027-01-01");
    assert_string_equal(fake_item(f, "a")->title, "Mine");
    assert_days(f, "b", "none");
    assert_days(f, "o", "2027-06-30");
    assert_days(f, "t", "none");
    fake_ini(f, "[packs]\nskip = other\n");
    fake_plan(f);
    assert_days(f, "o", "none");
    struct fake *g = fresh("2026-11-22");
    fake_ini(g, medicine);
    add_pack(g, "mine.ini", "[milestone:a]\ntitle = A\nwhen = G\n");
    fake_file(g, "packs", "other.ini",
              "[pack]\nsource = s\nchecked_on = 2026-01-01\nvalid_until = "
              "2030-01-01\n[milestone:o]\ntitle = O\nwhen = G\n");
    fake_ini(g, "[packs]\nuse = other, others\n");
    fake_plan(g);
    assert_days(g, "a", "none");
    assert_days(g, "o", "2027-06-30");
    fake_check(g);
    assert_int_equal(fake_problems(g, PGYD_WARN, "packs", "", "use", "no pack others"), 1);
    assert_int_equal(fake_problems(g, PGYD_WARN, "packs", "", "use", "did you mean other?"), 1);
    fake_free(&g);
}

/* Each mistake at its line and column; the rest is planned. */
static void mistakes(void **state)
{
    static const struct {
        const char *text, *part;
    } cases[] = {
        {"[milestone:x]\ntitle = X\nwhen = GG - 6mo\n",
         "packs/bad.ini:6:8: unknown name GG: did you mean G?"},
        {"[milestone:x]\ntitle = X\n   when   =   G - 6\n",
         "packs/bad.ini:6:20: a unit is missing"},
        {"[milestone:x]\ntitle = X\nwhen = G\nif = visa = j3\n",
         "packs/bad.ini:7:13: visa is never j3"},
        {"[milestone:x]\ntitle = X\nwhen = G\nuntil = Gone\n",
         "packs/bad.ini:7:9: unknown name Gone"},
        {"[milestone:x]\ntitle = X\nafter = y\n[milestone:y]\ntitle = Y\nafter = x + 1d\n",
         "bad.ini:6:9: a circle: y after x after y"},
        {"[milestone:x]\ntitle = X\nafter = x\n", "bad.ini:6:9: a circle: x after x"},
        {"[milestone:x]\ntitle = X\nafter = nobody + 1d\n",
         "bad.ini:6:9: there is no milestone nobody"},
        {"[milestone:x]\ntitle = X\nafter = good + 1q\n", "bad.ini:6:17: a unit is missing"},
        {"[milestone:x]\ntitle = X\n", "bad.ini:4: [milestone:x] lacks when"},
        {"[milestone:x]\nwhen = G\n", "bad.ini:4: [milestone:x] lacks title"},
        {"[milestone:x]\ntitle = X\nwen = G\n",
         "bad.ini:6: [milestone] has no key wen: did you mean when?"},
        {"[milestone:x]\ntitle = X\nwhen = G\nwhen = S\n", "bad.ini:7: this key stands here twice"},
        {"[milestone:X]\ntitle = X\n", "bad.ini:4:2: an id of 1 to 48"},
        {"[milestones:x]\ntitle = X\n", "bad.ini:4:2: unknown section"},
        {"[milestone:good]\ntitle = X\nwhen = G\n",
         "bad.ini:4: the milestone good is already in packs/a.ini:7"},
        {"[milestone:no-lane]\ntitle = X\nwhen = G\n",
         "bad.ini:4: pgyd plans a milestone no-lane itself"},
        {"[milestone:x]\ntitle = X\nwhen = G\nseverity = loud\n",
         "bad.ini:7:12: severity is one of info|warn|critical"},
        {"[milestone:x]\ntitle = X\nwhen = G\nnext = Ask about the forty-second character"
         " here\n",
         "bad.ini:7:8: next is at most 40 characters"},
        {"[milestone:x]\ntitle = X\nwhen = G\nseverity = warn|critical\n",
         "bad.ini:7:12: severity is one of info|warn|critical"},
        {"[milestone:x]\ntitle = X\nwhen = G\nremind = 3d, soon\n",
         "bad.ini:7:14: \"soon\" is not a length"},
        {"[milestone:x]\ntitle = X\nwhen = G\nvalid_until = never\n",
         "bad.ini:7:15: valid_until is a day"},
        {"just words\n", "bad.ini:4:1: a line is a section"},
        {"[milestone:x\n", "bad.ini:4:1: a section is written"},
        {"  []\n", "bad.ini:4:3: a section is written"},
        {"[milestone:x] # mine\n", "bad.ini:4:1: a section is written"},
        {" = G\n", "bad.ini:4:2: a line is a section"},
        {"[milestone:x]\ntitle =\tX\tY\nwhen = \tnever\n", "bad.ini:6:9: "},
        {"# a\x01\n", "bad.ini:4:4: this byte is no text"},
        {"[milestone:x]\ntitle = \xff\nwhen = G\n", "bad.ini:5:9: this byte is no text"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct fake *f = fresh("2026-11-22");
        char text[1024];
        fake_ini(f, medicine);
        add_pack(f, "a.ini", "[milestone:good]\ntitle = Good\nwhen = G\n");
        snprintf(text, sizeof text, "[pack]\nsource = s\nchecked_on = 2026-01-01\n%s",
                 cases[i].text);
        fake_file(f, "packs", "bad.ini", text);
        fake_check(f);
        if (fake_problems(f, PGYD_WARN, "packs", "", NULL, cases[i].part) != 1) {
            for (size_t k = 0; k < f->nproblems; k++)
                print_error("%s\n", f->problems[k].message);
            fail_msg("expected: %s", cases[i].part);
        }
        assert_int_equal(fake_problems(f, PGYD_WARN, "packs", "", NULL, "lacks valid_until"), 1);
        assert_int_equal(fake_problems(f, PGYD_CRITICAL, NULL, NULL, NULL, NULL), 0);
        fake_plan(f);
        assert_days(f, "good", "2027-06-30");
        fake_free(&f);
    }
}

/* As in pgyd.ini: blanks within the brackets, lines of Windows, a BOM; tabs of a text are blanks.
 */
static void forms(void **state)
{
    struct fake *f = *state;
    fake_ini(f, medicine);
    fake_file(
        f, "packs", "mine.ini",
        "\xef\xbb\xbf[ pack ]\r\nsource = s\r\n;checked_on = 1\r\nchecked_on = "
        "2026-01-01\r\nvalid_until = 2030-01-01\r\n\t[ milestone : one ]\r\n\ttitle=One\tof = "
        "two ; [x] \r\nwhen = G");
    fake_check(f);
    assert_int_equal(f->nproblems, 0);
    fake_plan(f);
    assert_days(f, "one", "2027-06-30");
    assert_string_equal(fake_item(f, "one")->title, "One of = two ; [x]");
}

/* A deep line of milestones ends with a word, not with the stack. */
static void deep(void **state)
{
    struct fake *f = *state;
    static char text[8192];
    size_t n = 0;
    fake_ini(f, medicine);
    n += (size_t)snprintf(text + n, sizeof text - n,
                          "[milestone:m0]\ntitle = M\nwhen = 2027-01-01\n");
    for (int i = 1; i < 100; i++)
        n += (size_t)snprintf(text + n, sizeof text - n,
                              "[milestone:m%d]\ntitle = M\nafter = m%d + 1d\n", i, i - 1);
    add_pack(f, "deep.ini", text);
    fake_plan(f);
    assert_days(f, "m99", "2027-04-10"); /* each was worked out once, from the first on */
    struct fake *g = fresh("2026-11-22");
    fake_ini(g, medicine);
    n = 0;
    for (int i = 99; i > 0; i--)
        n += (size_t)snprintf(text + n, sizeof text - n,
                              "[milestone:m%d]\ntitle = M\nafter = m%d + 1d\n", i, i - 1);
    snprintf(text + n, sizeof text - n, "[milestone:m0]\ntitle = M\nwhen = 2027-01-01\n");
    add_pack(g, "deep.ini", text);
    fake_check(g);
    assert_true(fake_problems(g, PGYD_WARN, "packs", "", NULL,
                              "more than 64 milestones after each other") >= 1);
    fake_plan(g);
    assert_days(g, "m0", "2027-01-01");
    fake_free(&g);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(eras_july),
        cmocka_unit_test(sf_match),
        cmocka_unit_test(main_match),
        CASE(medicine_packs),
        CASE(visa_and_loans),
        cmocka_unit_test(shipped_are_clean),
        CASE(off_nothing),
        cmocka_unit_test(noncompete),
        CASE(dated_lists),
        CASE(keys_of_a_milestone),
        CASE(after),
        CASE(late),
        CASE(choosing),
        cmocka_unit_test(mistakes),
        CASE(deep),
        CASE(forms),
    };
    return cmocka_run_group_tests_name("pack", tests, NULL, NULL);
}
