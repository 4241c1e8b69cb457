/* SPDX-License-Identifier: BSD-2-Clause */
/* The people desk: what is in force, planned, published and left for others. Stands beside the
 * build's programs, so that it finds real workers and plugins; messages are the post desk's. */
#include "core/people_fixture.h"

#include <sqlite3.h>

static void subscribe_to(struct room *r, const char *profile, const char *feed)
{
    const struct pgy_subscription link = {
        .profile = profile, .name = feed, .feed = feed, .style = "generic"};
    assert_int_equal(pgy_store_subscription_put(r->store, &link), 0);
}

static void subscribe(struct room *r, const char *profile)
{
    subscribe_to(r, profile, "all");
}

static void assert_feed_says(struct room *r, const char *name, const char *text)
{
    struct pgy_buf bytes PGY_BUF_CLEANUP = PGY_BUF_INIT(1 << 20);
    assert_int_equal(pgy_file_read(pgy_arena_printf(r->arena, "%s/feeds/%s", r->dir, name), &bytes),
                     0);
    assert_non_null(strstr(pgy_buf_text(&bytes), text));
}

static void first_plan(void **state)
{
    struct room *r = *state;
    int64_t due = 0;
    subscribe(r, "ada");
    begin(r, PERSON_OF("ada"));
    assert_true(core_people_busy(r->people));
    work(r);
    assert_false(core_people_busy(r->people));
    const struct core_person *ada = person(r, "ada");
    assert_int_equal(r->plans, 1);
    assert_true(r->plan.first);
    assert_ptr_equal(r->plan.person, ada);
    assert_int_equal(r->plan.started, core_person_today(ada, noon));
    assert_int_equal(ada->done, ada->asked);
    assert_true(ada->timeline->n > 20);
    assert_false(ada->accepted);
    assert_true(core_person_served(ada));
    assert_true(feed_is_there(r, "ada/all.generic.ics"));
    assert_int_equal(pgy_store_next_due(r->store, noon, &due), 0);
    assert_true(due > noon && due != INT64_MAX);
    /* What is made from the store is what was made from the pass. */
    bool owned;
    struct core_person copy = *ada;
    copy.timeline = NULL;
    struct pgy_timeline *stored = core_person_timeline(&copy, r->store, noon, &owned);
    assert_true(owned);
    assert_int_equal(stored->n, ada->timeline->n);
    for (size_t i = 0; i < stored->n; i++)
        assert_string_equal(stored->items[i].id, ada->timeline->items[i].id);
    pgy_timeline_free(&stored);
}

/* A plugin's feed has the plugin's name and color, that of all of them pgyd's own. */
static void feeds_look_like_their_plugins(void **state)
{
    struct room *r = *state;
    subscribe(r, "ada");
    subscribe_to(r, "ada", "networking");
    begin(r, PERSON_OF("ada"));
    work(r);
    assert_feed_says(r, "ada/all.generic.ics", "\nX-APPLE-CALENDAR-COLOR:#008080\r");
    assert_feed_says(r, "ada/all.generic.ics", "\nNAME:pgyd: Ada Park\r");
    assert_feed_says(r, "ada/networking.generic.ics", "\nX-APPLE-CALENDAR-COLOR:#2E8B57\r");
    assert_feed_says(r, "ada/networking.generic.ics", "\nNAME:pgyd networking: Ada Park\r");
    /* One that is subscribed to later need not wait for a plan. */
    subscribe_to(r, "ada", "milestones");
    core_people_render(r->people, person(r, "ada"));
    assert_feed_says(r, "ada/milestones.generic.ics", "\nX-APPLE-CALENDAR-COLOR:#4169E1\r");
    assert_int_equal(r->plans, 1);
}

/* The second before the person's midnight, the second itself. */
static void midnight_comes(void **state)
{
    struct room *r = *state;
    begin(r, PERSON_OF("ada"));
    work(r);
    assert_int_equal(core_people_next(r->people), midnight);
    fake_clock_go(midnight - noon - 1);
    core_people_wake(r->people, midnight - 1);
    assert_false(core_people_busy(r->people));
    fake_clock_go(1);
    core_people_wake(r->people, midnight);
    assert_true(core_people_busy(r->people));
    work(r);
    assert_int_equal(r->plans, 2);
    assert_false(r->plan.first);
    assert_int_equal(core_people_next(r->people), midnight + DAY);
}

/* Many midnights are spread over twenty minutes, and everybody keeps a place. */
static void midnights_are_spread(void **state)
{
    struct room *r = *state;
    static const char *const ids[] = {"ada", "ben", "cleo"};
    r->daemon = "profiles = *.ini\n";
    for (size_t i = 0; i < 3; i++)
        put_file(r, pgy_arena_printf(r->arena, "%s.ini", ids[i]),
                 pgy_arena_printf(r->arena,
                                  "[person]\nid = %s\nname = A\ntimezone = America/New_York\n"
                                  "[training]\nspecialty = anesthesiology\nstart = 2024-07-01\n"
                                  "",
                                  ids[i]));
    begin(r, "");
    work(r);
    assert_int_equal(r->plans, 3);
    const char **due;
    size_t n;
    assert_int_equal(
        pgy_store_profiles_due(r->store, midnight + 20 * 60 - 1, 9, r->arena, &due, &n), 0);
    assert_int_equal(n, 3);
    assert_int_equal(pgy_store_profiles_due(r->store, midnight - 1, 9, r->arena, &due, &n), 0);
    assert_int_equal(n, 0);
    /* The first two bytes, least first, of BLAKE2b-128 of the id, modulo 1200, by Python's
     * hashlib. */
    static const int64_t places[] = {182, 822, 1131};
    for (size_t i = 0; i < 3; i++) {
        assert_int_equal(
            pgy_store_profiles_due(r->store, midnight + places[i] - 1, 9, r->arena, &due, &n), 0);
        assert_int_equal(n, i);
        assert_int_equal(
            pgy_store_profiles_due(r->store, midnight + places[i], 9, r->arena, &due, &n), 0);
        assert_int_equal(n, i + 1);
        assert_string_equal(due[i], ids[i]);
    }
    struct core_people_counts counts;
    core_people_count(r->people, &counts);
    assert_int_equal(counts.people, 3);
    assert_int_equal(counts.out, 0);
}

static void a_bad_edit(void **state)
{
    struct room *r = *state;
    struct core_notice notice;
    begin(r, PERSON_OF("ada"));
    work(r);
    assert_false(core_people_notice(r->people, &notice));
    put_main(r, PERSON_OF("ada") "[goal]\nfelowship = cardiac\n");
    core_people_reload(r->people);
    work(r);
    const struct core_person *ada = person(r, "ada");
    assert_true(ada->accepted);
    assert_int_equal(r->plans, 2);
    assert_true(core_people_notice(r->people, &notice));
    assert_ptr_equal(notice.person, ada);
    assert_string_equal(notice.type, "config.rejected");
    assert_non_null(strstr(notice.detail, "felowship"));
    assert_false(core_people_notice(r->people, &notice));
    json_t *shown = core_people_json(r->people, ada, noon);
    assert_string_equal(json_string_value(json_object_get(shown, "in_force")), "accepted");
    assert_int_equal(json_array_size(json_object_get(shown, "problems")), 1);
    json_decref(shown);
    put_main(r, PERSON_OF("ada"));
    core_people_reload(r->people);
    work(r);
    assert_false(person(r, "ada")->accepted);
}

/* From the first moment on, before the file is read, and after it was found to be bad. */
static void a_restart_runs_from_what_was_accepted(void **state)
{
    struct room *r = *state;
    begin(r, PERSON_OF("ada"));
    work(r);
    core_people_free(&r->people);
    begin(r, PERSON_OF("ada") "[goal]\nfelowship = cardiac\n");
    assert_true(person(r, "ada")->accepted);
    assert_true(core_person_served(person(r, "ada")));
    work(r);
    assert_true(person(r, "ada")->accepted);
    assert_int_equal(r->plans, 2);
}

static void never_good(void **state)
{
    struct room *r = *state;
    struct core_notice notice;
    struct core_people_counts counts;
    begin(r, "[person]\nid = ada\nnmae = Ada\n");
    work(r);
    core_people_count(r->people, &counts);
    assert_int_equal(counts.out, 1);
    assert_int_equal(r->plans, 0);
    assert_false(core_people_notice(r->people, &notice)); /* nowhere to say it */
}

/* [daemon] without a text that was accepted before: there is nothing to run from. */
static void a_main_file_that_was_never_good(void **state)
{
    struct room *r = *state;
    const char *why = "";
    r->daemon = "colour = blue\n";
    put_main(r, PERSON_OF("ada"));
    assert_int_equal(open_people(r, &why), PGY_ECONFIG);
    assert_non_null(strstr(why, "colour"));
}

static void a_transaction_that_fails(void **state)
{
    struct room *r = *state;
    begin(r, PERSON_OF("ada"));
    work(r);
    const struct core_person *ada = person(r, "ada");
    const struct pgy_timeline *before = ada->timeline;
    core_people_plan(r->people, ada, 0, NULL);
    r->break_with = PGY_EBUSY;
    work(r);
    assert_ptr_equal(ada->timeline, before);
    assert_int_equal(ada->done, ada->asked); /* whoever waited hears that it is over */
    r->break_with = 0;
    fake_clock_go(9);
    core_people_wake(r->people, pgy_clock_now());
    assert_false(core_people_busy(r->people));
    fake_clock_go(1);
    core_people_wake(r->people, pgy_clock_now());
    assert_true(core_people_busy(r->people));
    work(r);
    assert_int_equal(r->plans, 3);
    assert_ptr_not_equal(ada->timeline, before);
}

static const struct core_proposal coffee = {
    .what = {.kind = "contact", .subject = "ben", .event = ""}, .plugin = "networking"};

static struct core_proposal met(pgy_day on)
{
    struct core_proposal proposal = coffee;
    proposal.what.on = on;
    proposal.what.logged = noon;
    return proposal;
}

#define CONTACT "[contact:ben]\nname = Ben\n"

static size_t entries(struct room *r, const char *kind)
{
    struct pgy_journal journal = {.arena = r->arena};
    size_t n = 0;
    assert_int_equal(pgy_store_journal(r->store, "ada", &journal), 0);
    for (size_t i = 0; i < journal.n; i++)
        n += strcmp(journal.list[i].kind, kind) == 0;
    return n;
}

static void a_proposal_is_written_down(void **state)
{
    struct room *r = *state;
    struct core_settled settled;
    begin(r, PERSON_OF("ada") CONTACT);
    work(r);
    const struct core_person *ada = person(r, "ada");
    const struct core_proposal proposal = met(core_person_today(ada, noon));
    uint64_t serial = core_people_plan(r->people, ada, 8, &proposal);
    assert_false(core_people_settled(r->people, &settled));
    work(r);
    assert_true(core_people_settled(r->people, &settled));
    assert_int_equal(settled.client, 8);
    assert_true(settled.number > 0);
    assert_null(settled.why);
    assert_false(core_people_settled(r->people, &settled));
    assert_true(ada->done >= serial);
    assert_int_equal(entries(r, "contact"), 1);
}

static void a_withdrawn_proposal_is_not(void **state)
{
    struct room *r = *state;
    struct core_settled settled;
    begin(r, PERSON_OF("ada") CONTACT);
    work(r);
    const struct core_person *ada = person(r, "ada");
    const struct core_proposal proposal = met(core_person_today(ada, noon));
    core_people_plan(r->people, ada, 8, &proposal);
    core_people_plan(r->people, ada, 9, &proposal);
    /* The first is being judged: its worker runs. */
    assert_int_equal(core_people_step(r->people), CORE_WORKING);
    core_people_withdraw(r->people, 8);
    work(r);
    assert_true(core_people_settled(r->people, &settled));
    assert_int_equal(settled.client, 9);
    assert_false(core_people_settled(r->people, &settled));
    assert_int_equal(ada->done, ada->asked);
    assert_int_equal(r->plans, 2); /* two asked, one more plan for both */
    assert_int_equal(entries(r, "contact"), 1);
}

static void a_held_clock(void **state)
{
    struct room *r = *state;
    begin(r, PERSON_OF("ada"));
    core_guard_look(&r->guard, noon, pgy_clock_mono_ms());
    fake_clock_set(noon + 400 * DAY);
    work(r);
    assert_int_equal(r->plans, 0);
    assert_int_equal(entries(r, "started"), 0); /* no day that nobody should trust */
    fake_clock_set(noon);
    fake_clock_go(120);
    assert_true(core_guard_look(&r->guard, pgy_clock_now(), pgy_clock_mono_ms()));
    core_people_wake(r->people, pgy_clock_now());
    work(r);
    assert_int_equal(r->plans, 1);
    assert_int_equal(entries(r, "started"), 1);
}

/* By an hour nothing changes; what was put off to a midnight that is two days away now is planned
 * for the one that comes first. */
static void a_clock_set_back(void **state)
{
    struct room *r = *state;
    begin(r, PERSON_OF("ada"));
    core_guard_look(&r->guard, noon, pgy_clock_mono_ms());
    work(r);
    fake_clock_set(noon - 3600);
    core_guard_look(&r->guard, pgy_clock_now(), pgy_clock_mono_ms());
    core_people_wake(r->people, pgy_clock_now());
    assert_false(core_people_busy(r->people));
    fake_clock_set(noon - 2 * DAY);
    core_guard_look(&r->guard, pgy_clock_now(), pgy_clock_mono_ms());
    core_people_wake(r->people, pgy_clock_now());
    assert_true(core_people_busy(r->people));
    work(r);
    assert_int_equal(core_people_next(r->people), midnight - 2 * DAY);
}

static size_t reminders(struct room *r, const char *profile)
{
    struct pgy_due *list;
    const char **whose;
    size_t n, of_profile = 0;
    assert_int_equal(
        pgy_store_due(r->store, noon + 4000 * DAY, 0, 100000, r->arena, &list, &whose, &n), 0);
    for (size_t i = 0; i < n; i++)
        of_profile += strcmp(whose[i], profile) == 0;
    return of_profile;
}

static void people_come_and_go(void **state)
{
    struct room *r = *state;
    r->daemon = "profiles = *.ini\n";
    put_file(r, "ada.ini", PERSON_OF("ada"));
    put_file(r, "ben.ini", PERSON_OF("ben"));
    subscribe(r, "ben");
    begin(r, "");
    work(r);
    uint64_t born = person(r, "ben")->born;
    assert_true(reminders(r, "ben") > 0);
    assert_int_equal(core_people_forget(r->people, "ben"), PGY_EEXISTS);
    assert_int_equal(core_people_forget(r->people, "nobody"), PGY_ENOTFOUND);
    assert_int_equal(unlink(pgy_arena_printf(r->arena, "%s/ben.ini", r->dir)), 0);
    /* A plan of somebody who goes meanwhile is dropped. */
    core_people_plan(r->people, person(r, "ben"), 0, NULL);
    assert_int_equal(core_people_step(r->people), CORE_WORKING);
    core_people_reload(r->people);
    assert_null(person(r, "ben"));
    assert_null(core_roll_born(core_people_roll(r->people), born));
    work(r);
    assert_non_null(person(r, "ada"));
    assert_true(reminders(r, "ada") > 0);
    assert_int_equal(reminders(r, "ben"), 0);
    assert_true(feed_is_there(r, "ben/all.generic.ics")); /* as it is, until it is removed */
    assert_int_equal(core_people_forget(r->people, "ben"), 0);
    assert_false(feed_is_there(r, "ben"));
    put_file(r, "ben.ini", PERSON_OF("ben"));
    core_people_reload(r->people);
    work(r);
    assert_true(person(r, "ben")->born > born);
}

/* Letting somebody go is written whole or not at all: half of it was never tried again. */
static void letting_go_that_fails(void **state)
{
    struct room *r = *state;
    const char *why = "", *dir = pgy_arena_printf(r->arena, "%s/state", r->dir);
    struct pgy_stored_profile *list;
    sqlite3 *db;
    size_t n;
    int64_t due;
    /* What is due cannot be taken from a profile that has no next pass any more. */
    pgy_store_close(&r->store);
    assert_int_equal(sqlite3_open(pgy_arena_printf(r->arena, "%s/pgyd.db", dir), &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db,
                                  "CREATE TRIGGER t BEFORE DELETE ON due WHEN (SELECT next_wake "
                                  "FROM profiles WHERE id = old.profile) = 9223372036854775807"
                                  " BEGIN SELECT raise(ABORT, 'not now'); END",
                                  NULL, NULL, NULL),
                     SQLITE_OK);
    sqlite3_close(db);
    assert_int_equal(pgy_store_open(dir, r->arena, &r->store, &why), 0);
    r->health.store = r->store;
    r->daemon = "profiles = *.ini\n";
    put_file(r, "ben.ini", PERSON_OF("ben"));
    begin(r, "");
    work(r);
    assert_int_equal(unlink(pgy_arena_printf(r->arena, "%s/ben.ini", r->dir)), 0);
    core_people_reload(r->people);
    assert_non_null(strstr(r->health.degraded, "letting a profile go failed"));
    assert_int_equal(pgy_store_profiles(r->store, r->arena, &list, &n), 0);
    assert_int_equal(n, 1);
    assert_int_equal(list[0].next_wake, midnight);
    assert_int_equal(pgy_store_next_due(r->store, noon, &due), 0);
    assert_true(due < INT64_MAX);
}

/* Packs that a reload names, and places where a plugin is missed, are no change of theirs. */
static void a_reload_is_read_once(void **state)
{
    struct room *r = *state;
    const char *folder = pgy_arena_printf(r->arena, "%s/packs", r->dir);
    mkdir(folder, 0700);
    put_file(r, "packs/mine.ini", "[pack]\nversion = 1\n");
    r->daemon = "plugins = milestones, absent\n";
    begin(r, PERSON_OF("ada"));
    work(r);
    r->daemon =
        pgy_arena_printf(r->arena, "plugins = milestones, absent\nplugin_path = %s\n", folder);
    put_main(r, pgy_arena_printf(r->arena, PERSON_OF("ada") "[packs]\npath = %s\n", folder));
    core_people_reload(r->people);
    work(r);
    fake_clock_go(60);
    assert_false(core_people_look(r->people, pgy_clock_now()));
    put_file(r, "packs/mine.ini", "[pack]\nversion = 1.0\n");
    fake_clock_go(60);
    assert_true(core_people_look(r->people, pgy_clock_now()));
    work(r);
    put_file(r, "packs/absent.so", "");
    fake_clock_go(60);
    assert_true(core_people_look(r->people, pgy_clock_now()));
}

#define LOG_TO(id) "[notify:" id "]\ntype = log\n"

static bool paused(struct room *r, const char *profile)
{
    struct pgy_endpoint endpoint;
    assert_int_equal(pgy_store_endpoint_get(r->store, profile, "phone", r->arena, &endpoint), 0);
    return endpoint.paused_until != 0;
}

static void verdict_of(struct room *r, const struct core_person *whose, const char *in_force,
                       const char *problem)
{
    json_t *said = core_people_verdict(r->people, whose);
    const json_t *problems = json_object_get(said, "problems");
    assert_string_equal(json_string_value(json_object_get(said, "in_force")), in_force);
    assert_int_equal(json_array_size(problems), 1);
    assert_non_null(strstr(json_string_value(json_array_get(problems, 0)), problem));
    json_decref(said);
}

/* A file that takes another one's id is refused, and nothing of the other changes. */
static void an_id_that_is_taken(void **state)
{
    struct room *r = *state;
    struct core_notice notice;
    const struct pgy_endpoint shut = {.profile = "ann",
                                      .endpoint = "phone",
                                      .failures = 3,
                                      .paused_until = INT64_MAX,
                                      .reason = "410 Gone"};
    r->daemon = "profiles = *.ini\n";
    put_file(r, "ann.ini", PERSON_OF("ann") LOG_TO("phone"));
    put_file(r, "bob.ini", PERSON_OF("bob") LOG_TO("phone"));
    begin(r, "");
    work(r);
    assert_int_equal(pgy_store_endpoint_put(r->store, &shut), 0);
    put_file(r, "bob.ini", PERSON_OF("ann") LOG_TO("phone") "min_severity = warn\n");
    put_file(r, "new.ini", PERSON_OF("ann") LOG_TO("phone"));
    core_people_reload(r->people);
    work(r);
    const struct core_person *bob = person(r, "bob");
    verdict_of(r, bob, "accepted", "bob.ini:2: person.id: 'ann' is the id of ");
    verdict_of(r, bob->next, "none", "new.ini:2: person.id: 'ann' is the id of ");
    assert_null(bob->next->config);
    assert_false(person(r, "ann")->accepted);
    assert_true(paused(r, "ann"));
    assert_true(core_people_notice(r->people, &notice));
    assert_ptr_equal(notice.person, bob);
    assert_string_equal(notice.type, "config.rejected");
    /* Mended, it is in force again. */
    put_file(r, "bob.ini", PERSON_OF("bob") LOG_TO("phone"));
    core_people_reload(r->people);
    work(r);
    assert_false(person(r, "bob")->accepted);
}

/* What `pgyctl check` and `pgyd -t` find. */
static void an_id_that_is_taken_fails_the_check(void **state)
{
    struct room *r = *state;
    struct pgy_problems problems = {.arena = r->arena};
    struct pgy_house *house;
    r->daemon = "profiles = *.ini\n";
    put_main(r, "");
    put_file(r, "ann.ini", PERSON_OF("ann"));
    put_file(r, "bob.ini", PERSON_OF("ann"));
    put_file(r, "cleo.ini", PERSON_OF("cleo"));
    assert_int_equal(pgy_house_open(r->main_file, r->described, &problems, &house), 0);
    assert_true(pgy_house_try(house, &problems) > 0);
    pgy_house_free(&house);
    assert_int_equal(problems.errors, 1);
    const char *said = pgy_problem_text(&problems.list[0], r->arena);
    assert_non_null(strstr(said, "/bob.ini:2: person.id: 'ann' is the id of "));
    assert_non_null(strstr(said, "/ann.ini' too; give one of them another id"));
}

static void a_changed_data_file(void **state)
{
    struct room *r = *state;
    const char *folder = pgy_arena_printf(r->arena, "%s/packs", r->dir);
    mkdir(folder, 0700);
    put_file(r, "packs/mine.ini", "[pack]\nversion = 1\n");
    begin(r, pgy_arena_printf(r->arena, PERSON_OF("ada") "[packs]\npath = %s\n", folder));
    work(r);
    fake_clock_go(60);
    assert_false(core_people_look(r->people, pgy_clock_now()));
    put_file(r, "packs/mine.ini", "[pack]\nversion = 1.0.0\n");
    fake_clock_go(59);
    assert_false(core_people_look(r->people, pgy_clock_now())); /* within the minute */
    fake_clock_go(1);
    assert_true(core_people_look(r->people, pgy_clock_now()));
    work(r);
    fake_clock_go(60);
    assert_false(core_people_look(r->people, pgy_clock_now()));
}

int main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, room_setup, room_teardown)
    const struct CMUnitTest tests[] = {
        CASE(first_plan),
        CASE(feeds_look_like_their_plugins),
        CASE(midnight_comes),
        CASE(midnights_are_spread),
        CASE(a_bad_edit),
        CASE(a_restart_runs_from_what_was_accepted),
        CASE(never_good),
        CASE(a_main_file_that_was_never_good),
        CASE(a_transaction_that_fails),
        CASE(a_proposal_is_written_down),
        CASE(a_withdrawn_proposal_is_not),
        CASE(a_held_clock),
        CASE(a_clock_set_back),
        CASE(people_come_and_go),
        CASE(an_id_that_is_taken),
        CASE(an_id_that_is_taken_fails_the_check),
        CASE(letting_go_that_fails),
        CASE(a_changed_data_file),
        CASE(a_reload_is_read_once),
    };
    return cmocka_run_group_tests_name("people", tests, NULL, NULL);
}
