/* SPDX-License-Identifier: BSD-2-Clause */
/* Architecture 5: a dated fact of the configuration is a journal entry of that date; the later
 * wins, the journal on ties. */
#include "config_fixture.h"
#include "plan_fixture.h"

static const struct pgy_key offer_keys[] = {
    {.section = "offer:",
     .name = "asked",
     .type = PGYD_DATE,
     .help = "When.",
     .journal = "offer asked"},
    {.section = "offer:",
     .name = "received",
     .type = PGYD_DATE,
     .help = "When.",
     .journal = "offer received"},
    {.section = "offer:", .name = "starts", .type = PGYD_DATE, .help = "When."},
    {.section = "habits",
     .name = "*",
     .type = PGYD_DATE,
     .flags = PGYD_KEY_MANY,
     .help = "Last done.",
     .journal = "habit"},
};

static const struct pgy_declaration facts[] = {
    {.plugin = "networking",
     .version = "1.0",
     .summary = "people",
     .keys = networking_keys,
     .nkeys = 5,
     .listed = true},
    {.plugin = "offers",
     .version = "1.0",
     .summary = "offers",
     .keys = offer_keys,
     .nkeys = 4,
     .listed = true},
};

static int facts_setup(void **state)
{
    struct fixture *f = calloc(1, sizeof *f);
    if (!f)
        return -1;
    fixture_init(f, facts, 2);
    *state = f;
    return (int)f->problems.n;
}

static void assert_entry(const struct pgy_journal *journal, size_t i, pgy_day on, int64_t number,
                         const char *kind, const char *subject, const char *event)
{
    assert_true(i < journal->n);
    const struct pgy_happening *h = &journal->list[i];
    assert_int_equal(h->on, on);
    assert_int_equal(h->number, number);
    assert_string_equal(h->kind, kind);
    assert_string_equal(h->subject, subject);
    assert_string_equal(h->event, event);
}

static void test_facts_are_entries(void **state)
{
    struct fixture *f = *state;
    struct pgy_journal journal = {.arena = f->arena};
    assert_int_equal(
        parse(f, PERSON
              "[contact:alvarez]\nname = A\nlast = 2026-11-22\n[contact:okafor]\nname = O\n"
              "[offer:mercy]\nreceived = 2026-11-20\nasked = 2026-11-19\nstarts = 2027-07-01\n"
              "[habits]\ncoffee = 2026-11-21\n"),
        0);
    pgy_journal_merge(&journal, f->config);
    assert_int_equal(journal.n, 4);
    assert_entry(&journal, 0, NOV22 - 3, 0, "offer", "mercy", "asked");
    assert_entry(&journal, 1, NOV22 - 2, 0, "offer", "mercy", "received");
    assert_entry(&journal, 2, NOV22 - 1, 0, "habit", "coffee", "");
    assert_entry(&journal, 3, NOV22, 0, "contact", "alvarez", "");
    assert_int_equal(journal.list[3].logged, 0);
}

/* The day before, the same day, the day after: what comes last is what counts. */
static void test_the_later_wins_and_the_journal_on_ties(void **state)
{
    struct fixture *f = *state;
    static const struct {
        pgy_day logged;
        int64_t last;
    } rows[] = {{NOV22 - 1, 0}, {NOV22, 1}, {NOV22 + 1, 1}};
    assert_int_equal(parse(f, PERSON "[contact:alvarez]\nname = A\nlast = 2026-11-22\n"), 0);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct pgy_journal journal = {.arena = f->arena};
        plan_log(&journal, rows[i].logged, "contact", "alvarez", "");
        pgy_journal_merge(&journal, f->config);
        assert_int_equal(journal.n, 2);
        assert_int_equal(journal.list[1].number, rows[i].last);
    }
}

/* By date, then by number, facts first; several facts of one day always in the same order. */
static void test_order(void **state)
{
    struct fixture *f = *state;
    struct pgy_journal journal = {.arena = f->arena};
    assert_int_equal(parse(f, PERSON "[offer:mercy]\nreceived = 2026-11-22\nasked = "
                                     "2026-11-22\n[offer:county]\nasked = 2026-11-22\n"
                                     "[contact:z]\nname = Z\nlast = 2026-11-22\n"),
                     0);
    plan_log(&journal, NOV22, "contact", "b", "");
    plan_log(&journal, NOV22 - 1, "contact", "c", "");
    plan_log(&journal, NOV22, "contact", "a", "");
    pgy_journal_merge(&journal, f->config);
    assert_int_equal(journal.n, 7);
    assert_entry(&journal, 0, NOV22 - 1, 2, "contact", "c", "");
    assert_entry(&journal, 1, NOV22, 0, "contact", "z", "");
    assert_entry(&journal, 2, NOV22, 0, "offer", "county", "asked");
    assert_entry(&journal, 3, NOV22, 0, "offer", "mercy", "asked");
    assert_entry(&journal, 4, NOV22, 0, "offer", "mercy", "received");
    assert_entry(&journal, 5, NOV22, 1, "contact", "b", "");
    assert_entry(&journal, 6, NOV22, 3, "contact", "a", "");
}

/* A date with a mistake looks unset. */
static void test_bad_dates_are_no_facts(void **state)
{
    struct fixture *f = *state;
    struct pgy_journal journal = {.arena = f->arena};
    assert_int_equal(parse(f, PERSON "[contact:alvarez]\nname = A\nlast = 2026-02-30\n"), 1);
    pgy_journal_merge(&journal, f->config);
    assert_int_equal(journal.n, 0);
}

static void test_started(void **state)
{
    struct fixture *f = *state;
    struct pgy_journal journal = {.arena = f->arena};
    assert_int_equal(pgy_journal_started(&journal), PGY_NO_DAY);
    plan_log(&journal, NOV22 - 9, "contact", "alvarez", "");
    assert_int_equal(pgy_journal_started(&journal), PGY_NO_DAY);
    plan_log(&journal, NOV22, "started", "", "");
    plan_log(&journal, NOV22 + 3, "started", "", "");
    assert_int_equal(pgy_journal_started(&journal), NOV22);
    journal.list[1].reversed = true;
    assert_int_equal(pgy_journal_started(&journal), NOV22 + 3);
}

static void test_renames(void **state)
{
    struct fixture *f = *state;
    struct pgy_journal journal = {.arena = f->arena};
    static const struct pgyd_rename of_p[] = {{"p/old", "p/new"},
                                              {"p/left", "p/right"},
                                              {"p/right", "p/left"},
                                              {"p/second", "p/third"},
                                              {"p/first", "p/second"}};
    /* what q took over, the last by a name of p that p had given it in its turn; what r, which
     * nobody lists, would take */
    static const struct pgyd_rename of_q[] = {{"p/given", "q/taken"}, {"p/third", "q/third"}};
    static const struct pgyd_rename of_r[] = {{"p/stays", "r/stays"}, {"r/own", "r/mine"}};
    const struct pgy_declaration plugins[] = {
        {.plugin = "q", .renames = of_q, .nrenames = 2, .listed = true},
        {.plugin = "p", .renames = of_p, .nrenames = 5, .listed = true},
        {.plugin = "r", .renames = of_r, .nrenames = 2}};
    const struct pgy_schema schema = {.plugins = plugins, .nplugins = 3};
    static const struct {
        const char *from, *to;
    } rows[] = {
        {"p/old", "p/new"},
        {"p/old@4", "p/new@4"},
        {"p/old@2026-11", "p/new@2026-11"},
        {"p/older", "p/older"},
        {"p/old.part", "p/old.part"},
        {"p/ol", "p/ol"},
        {"q/old", "q/old"},
        {"pp/old", "pp/old"},
        {"old", "old"},
        {"", ""},
        {"p/left", "p/right"},
        {"p/right@1", "p/left@1"},
        {"p/first@2", "q/third@2"},
        {"p/second", "q/third"},
        {"p/given", "q/taken"},
        {"p/given@2026", "q/taken@2026"},
        {"p/given.part", "p/given.part"},
        {"given", "given"},
        {"q/given", "q/given"},
        {"p/stays", "p/stays"},
        {"r/own", "r/own"},
    };
    size_t n = sizeof rows / sizeof rows[0];
    for (size_t i = 0; i < n; i++)
        plan_log(&journal, NOV22, "done", rows[i].from, "");
    pgy_journal_rename(&journal, &schema);
    for (size_t i = 0; i < n; i++)
        assert_string_equal(journal.list[i].subject, rows[i].to);
}

/* An entry of the plugin's own kind names the item it was written by (`undone` looks for it), which
 * is renamed with the slug. */
static void test_renames_the_item_an_entry_was_written_by(void **state)
{
    struct fixture *f = *state;
    static const struct pgyd_rename renames[] = {{"p/old", "p/new"}, {"q/old", "p/taken"}};
    const struct pgy_declaration plugin = {
        .plugin = "p", .renames = renames, .nrenames = 2, .listed = true};
    const struct pgy_schema schema = {.plugins = &plugin, .nplugins = 1};
    struct pgy_journal journal = {.arena = f->arena};
    static const struct {
        const char *key, *value, *then;
    } rows[] = {{"item", "p/old@3", "p/new@3"},
                {"item", "q/old@3", "p/taken@3"},
                {"item", "r/old@3", "r/old@3"},
                {"note", "p/old@3", "p/old@3"}};
    for (size_t i = 0; i < 4; i++) {
        struct pgy_happening *h = plan_log(&journal, NOV22, "contact", "alvarez", "");
        h->keys[0] = rows[i].key;
        h->values[0] = rows[i].value;
        h->nargs = 1;
    }
    pgy_journal_rename(&journal, &schema);
    for (size_t i = 0; i < 4; i++) {
        assert_string_equal(journal.list[i].subject, "alvarez");
        assert_string_equal(journal.list[i].values[0], rows[i].then);
    }
}

/* The empty batch (architecture 8): what a plugin renames is no change by the person; an entry
 * more, one taken back, one moved is. */
static void test_hash(void **state)
{
    struct fixture *f = *state;
    static const struct pgyd_rename renames[] = {
        {"p/old", "p/newer"}, {"p/newer", "p/new"}, {"q/given", "p/taken"}};
    const struct pgy_declaration later = {
        .plugin = "p", .renames = renames, .nrenames = 3, .listed = true};
    const struct pgy_schema before = {0}, after = {.plugins = &later, .nplugins = 1};
    struct pgy_journal journal = {.arena = f->arena};
    plan_log(&journal, NOV22, "started", "", "");
    plan_log(&journal, NOV22, "done", "p/old@2", "");
    plan_log(&journal, NOV22, "contact", "alvarez", "");
    plan_log(&journal, NOV22, "snooze", "q/given", "2026-12-01");
    uint64_t hash = pgy_journal_hash(&journal, &before);
    pgy_journal_rename(&journal, &after);
    assert_string_equal(journal.list[1].subject, "p/new@2");
    assert_string_equal(journal.list[3].subject, "p/taken");
    assert_true(pgy_journal_hash(&journal, &after) == hash);
    journal.list[0].on++; /* the core's own */
    assert_true(pgy_journal_hash(&journal, &after) == hash);
    journal.list[2].reversed = true;
    assert_true(pgy_journal_hash(&journal, &after) != hash);
    journal.list[2].reversed = false;
    journal.list[2].subject = "okafor";
    assert_true(pgy_journal_hash(&journal, &after) != hash);
    journal.list[2].subject = "alvarez";
    assert_true(pgy_journal_hash(&journal, &after) == hash);
    plan_log(&journal, NOV22, "contact", "alvarez", "");
    assert_true(pgy_journal_hash(&journal, &after) != hash);
}

/* With its slug renamed, or moved to another plugin, an item stays done. */
static void test_a_renamed_item_stays_done(void **state)
{
    struct fixture *f = *state;
    static const struct pgyd_rename renames[] = {{"p/old", "p/new"}, {"q/given", "p/taken"}};
    const struct pgy_declaration plugin = {
        .plugin = "p", .renames = renames, .nrenames = 2, .listed = true};
    const struct pgy_schema schema = {.plugins = &plugin, .nplugins = 1};
    struct pgy_journal journal = {.arena = f->arena};
    struct pgy_batch batch = plan_batch(f->arena);
    struct pgy_share share = {&batch};
    plan_put(&batch, "new", PGYD_DEADLINE, NOV22, NOV22);
    plan_put(&batch, "taken", PGYD_DEADLINE, NOV22, NOV22);
    plan_log(&journal, NOV22, "done", "p/old", "");
    plan_log(&journal, NOV22, "done", "q/given", "");
    pgy_journal_rename(&journal, &schema);
    struct pgy_timeline_input input = {.profile = "me",
                                       .zone = "UTC",
                                       .today = NOV22 + 1,
                                       .started = NOV22 - 9,
                                       .now = 1,
                                       .shares = &share,
                                       .nshares = 1,
                                       .schema = &schema,
                                       .journal = &journal};
    struct pgy_timeline *timeline = pgy_timeline_build(&input);
    assert_int_equal(timeline->n, 2);
    for (size_t i = 0; i < 2; i++)
        assert_int_equal(timeline->items[i].state, PGY_DONE);
    pgy_timeline_free(&timeline);
}

int main(void)
{
#define JOURNAL_TEST(f) cmocka_unit_test_setup_teardown(f, facts_setup, teardown)
    const struct CMUnitTest tests[] = {
        JOURNAL_TEST(test_facts_are_entries),
        JOURNAL_TEST(test_the_later_wins_and_the_journal_on_ties),
        JOURNAL_TEST(test_order),
        JOURNAL_TEST(test_bad_dates_are_no_facts),
        JOURNAL_TEST(test_started),
        JOURNAL_TEST(test_renames),
        JOURNAL_TEST(test_renames_the_item_an_entry_was_written_by),
        JOURNAL_TEST(test_hash),
        JOURNAL_TEST(test_a_renamed_item_stays_done),
    };
    (void)setup;
    (void)declared;
    return cmocka_run_group_tests_name("journal", tests, NULL, NULL);
}
