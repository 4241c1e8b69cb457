/* SPDX-License-Identifier: BSD-2-Clause */
/* The tick among fakes of all four desks: who is called in which order, what goes from desk to
 * desk, and what a day of it looks like. What the desks do is in their own tests. */
#include "fake_clock.h"

#include "core/core.h"

#include "base/clock.h"
#include "base/err.h"
#include "store/backup.h"

#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

/* 2026-12-07T05:00:00Z, midnight in New York, by date -u -d. */
#define MIDNIGHT INT64_C(1796619600)

enum { HOUR = 3600, DAY = 24 * HOUR, SCRIPT = 8, WORDS = 4096, INSTANTS = 16 };

/* What the fakes were told to do, and what they were asked. */
static struct {
    char said[WORDS];
    bool quiet; /* says nothing of what every tick does */
    enum core_people_left steps[SCRIPT];
    size_t nsteps, step;
    bool busy, pressing, changed, begin_fails;
    int write_rc, follow_rc, first_rc, commit_rc;
    struct core_errand errands[SCRIPT];
    size_t nerrands, errand;
    size_t late_errand; /* left by the wake with this number; 0: none */
    size_t wakes, ticks, fires, looks, prunes, feeds;
    int64_t due[INSTANTS]; /* when the post desk has something to do, rising */
    size_t ndue, fired;
    int64_t fired_at[INSTANTS];
    int64_t next_wake, woken_at;
    struct core_settled settled;
    bool has_settled, has_notice;
    bool stopped;
} fake;

static struct core_person person = {.born = 7};
static struct core_roll roll = {.first = &person, .n = 1};

static void say(const char *word)
{
    if (!fake.quiet)
        snprintf(fake.said + strlen(fake.said), WORDS - strlen(fake.said), "%s ", word);
}

/* ---- people ---- */
const struct core_roll *core_people_roll(const struct core_people *people)
{
    (void)people;
    return &roll;
}
void core_people_reload(struct core_people *people)
{
    (void)people;
    say("reload");
}
uint64_t core_people_plan(struct core_people *people, const struct core_person *whose,
                          uint64_t client, const struct core_proposal *proposal)
{
    (void)people;
    assert_ptr_equal(whose, &person);
    assert_int_equal(client, 3);
    say(proposal ? "propose" : "plan");
    return 41;
}
void core_people_let_go(struct core_people *people, const struct core_person *whose)
{
    (void)people;
    (void)whose;
    say("let-go");
}
void core_people_withdraw(struct core_people *people, uint64_t client)
{
    (void)people;
    assert_int_equal(client, 3);
    say("withdraw");
}
void core_people_render(struct core_people *people, const struct core_person *whose)
{
    (void)people;
    (void)whose;
    say("render");
}
int core_people_forget(struct core_people *people, const char *id)
{
    (void)people;
    say(id);
    return strcmp(id, "nobody") == 0 ? PGY_ENOTFOUND : 0;
}
void core_people_wake(struct core_people *people, int64_t now)
{
    (void)people;
    say("wake-people");
    if (fake.next_wake <= now) {
        fake.woken_at = now;
        fake.next_wake += DAY;
    }
}
bool core_people_look(struct core_people *people, int64_t now)
{
    (void)people;
    (void)now;
    say("look");
    fake.looks++;
    return fake.changed;
}
int64_t core_people_next(const struct core_people *people)
{
    (void)people;
    return fake.next_wake;
}
enum core_people_left core_people_step(struct core_people *people)
{
    (void)people;
    if (fake.step == fake.nsteps)
        return CORE_IDLE;
    say("step");
    return fake.steps[fake.step++];
}
bool core_people_busy(const struct core_people *people)
{
    (void)people;
    return fake.busy;
}
int core_people_write(struct core_people *people, int64_t now, struct core_plan *plan)
{
    (void)people;
    say("write");
    *plan = (struct core_plan){.person = &person, .now = now};
    return fake.write_rc;
}
void core_people_written(struct core_people *people, int rc, int64_t now)
{
    (void)people;
    (void)now;
    say(rc ? "not-written" : "written");
}
bool core_people_notice(struct core_people *people, struct core_notice *notice)
{
    (void)people;
    *notice = (struct core_notice){.person = &person, .key = "k", .title = "t"};
    bool had = fake.has_notice;
    fake.has_notice = false;
    return had;
}
bool core_people_settled(struct core_people *people, struct core_settled *settled)
{
    (void)people;
    *settled = fake.settled;
    bool had = fake.has_settled;
    fake.has_settled = false;
    return had;
}
void core_people_count(const struct core_people *people, struct core_people_counts *counts)
{
    (void)people;
    *counts = (struct core_people_counts){0};
}

/* ---- post ---- */
void core_post_fire(struct core_post *post, int64_t now)
{
    (void)post;
    say("fire");
    fake.fires++;
    while (fake.fired < fake.ndue && fake.due[fake.fired] <= now)
        fake.fired_at[fake.fired++] = now;
}
void core_post_deliver(struct core_post *post, int64_t now)
{
    (void)post;
    (void)now;
    say("deliver");
    fake.pressing = false;
}
bool core_post_pressing(const struct core_post *post)
{
    (void)post;
    return fake.pressing;
}
int64_t core_post_next(const struct core_post *post, int64_t now)
{
    (void)post;
    (void)now;
    return fake.fired < fake.ndue ? fake.due[fake.fired] : INT64_MAX;
}
void core_post_prune(struct core_post *post, int64_t now)
{
    (void)post;
    (void)now;
    say("prune");
    fake.prunes++;
}
int core_post_follow(struct core_post *post, const struct core_plan *plan)
{
    (void)post;
    assert_ptr_equal(plan->person, &person);
    say("follow");
    return fake.follow_rc;
}
void core_post_notice(struct core_post *post, const struct core_notice *notice, int64_t now)
{
    (void)post;
    (void)now;
    assert_string_equal(notice->title, "t");
    say("notice");
}
int core_post_test(struct core_post *post, const struct core_person *whose, const char *endpoint,
                   int64_t *row)
{
    (void)post;
    (void)whose;
    say(endpoint);
    *row = 9;
    return 0;
}

/* ---- links ---- */
int core_links_first(struct core_links *links, const struct core_person *whose, int64_t now)
{
    (void)links;
    (void)now;
    assert_ptr_equal(whose, &person);
    say("first");
    return fake.first_rc;
}
void core_links_settled(struct core_links *links, bool written)
{
    (void)links;
    say(written ? "links-kept" : "links-dropped");
}
void core_links_follow(struct core_links *links, bool busy)
{
    (void)links;
    (void)busy;
    say("links");
}
int core_links_write(struct core_links *links)
{
    (void)links;
    say("list");
    return 0;
}
int core_links_put(struct core_links *links, const struct pgy_subscription *link, const char **why)
{
    (void)links;
    (void)why;
    say(link->name);
    return 0;
}
int core_links_publish(struct core_links *links, const char **why)
{
    (void)links;
    *why = "no list";
    say("publish");
    return PGY_EINVAL;
}
json_t *core_links_json(const struct core_links *links, const struct pgy_subscription *link)
{
    (void)links;
    return json_string(link->name);
}

/* ---- the desk of commands ---- */
bool core_desk_errand(struct core_desk *desk, struct core_errand *errand)
{
    (void)desk;
    if (fake.errand == fake.nerrands)
        return false;
    *errand = fake.errands[fake.errand++];
    return true;
}
void core_desk_answer(struct core_desk *desk, uint64_t client, int status, json_t *answer)
{
    (void)desk;
    (void)client;
    assert_int_equal(status, 0);
    json_decref(answer);
    say("answer");
}
void core_desk_refuse(struct core_desk *desk, uint64_t client, int status, const char *sentence)
{
    (void)desk;
    (void)client;
    (void)status;
    say("refuse:");
    say(sentence);
}
void core_desk_await(struct core_desk *desk, uint64_t client, uint64_t serial)
{
    (void)desk;
    assert_int_equal(client, 3);
    assert_int_equal(serial, 41);
    say("await");
}
void core_desk_await_row(struct core_desk *desk, uint64_t client, int64_t row)
{
    (void)desk;
    (void)client;
    assert_int_equal(row, 9);
    say("await-row");
}
void core_desk_settle(struct core_desk *desk, const struct core_settled *settled)
{
    (void)desk;
    assert_int_equal(settled->number, 12);
    say("settle");
}
void core_desk_wake(struct core_desk *desk, bool busy)
{
    (void)desk;
    (void)busy;
    say("wake");
    if (++fake.wakes == fake.late_errand)
        fake.errands[fake.nerrands++] = (struct core_errand){.kind = CORE_VERDICTS, .client = 3};
}

/* ---- what stands around ---- */
json_t *core_status(const struct pgy_core *core)
{
    (void)core;
    return json_object();
}
json_t *core_profile_list(const struct pgy_core *core)
{
    (void)core;
    return json_object();
}
json_t *core_reload_answer(const struct pgy_core *core)
{
    (void)core;
    say("verdicts");
    return json_object();
}
void core_metrics(struct pgy_core *core)
{
    (void)core;
}
void core_parent_bind(struct pgy_core *core)
{
    (void)core;
    say("bind");
}
void core_parent_ready(struct pgy_core *core)
{
    (void)core;
    fake.ticks++;
}
void core_stop(struct pgy_core *core)
{
    core->stopping = true;
    fake.stopped = true;
}
int pgy_store_begin(struct pgy_store *store)
{
    (void)store;
    say("begin");
    return fake.begin_fails ? PGY_EBUSY : 0;
}
int pgy_store_commit(struct pgy_store *store)
{
    (void)store;
    say("commit");
    return fake.commit_rc;
}
void pgy_store_rollback(struct pgy_store *store)
{
    (void)store;
    say("rollback");
}
const char *pgy_store_error(const struct pgy_store *store)
{
    (void)store;
    return "no room";
}
int pgy_store_subscriptions(struct pgy_store *store, const char *profile, struct pgy_arena *arena,
                            struct pgy_subscription **list, size_t *n)
{
    (void)store;
    (void)arena;
    say(profile);
    *list = NULL;
    *n = 0;
    return 0;
}
int pgy_backup_write(struct pgy_store *store, const unsigned char key[32], const char *path,
                     int64_t now)
{
    (void)store;
    (void)key;
    (void)now;
    say(path);
    return PGY_EEXISTS;
}
const char *pgy_config_text(const struct pgy_config *config, const char *section, const char *id,
                            const char *key, const char *fallback)
{
    (void)config;
    (void)section;
    (void)id;
    (void)key;
    return fallback;
}

static struct pgy_core core;

static int setup(void **state)
{
    (void)state;
    memset(&fake, 0, sizeof fake);
    fake_clock_start(MIDNIGHT);
    fake.next_wake = INT64_MAX;
    core = (struct pgy_core){.timer_fd = pgy_clock_timer()};
    return core.timer_fd < 0;
}

static int teardown(void **state)
{
    (void)state;
    core_health_close(&core.health);
    return 0;
}

/* A tick that time brought, without the minute's upkeep unless it is due. */
static void tick_by_time(void)
{
    core.time_came = true;
    core_tick(&core);
}

static void expect(const char *words)
{
    assert_string_equal(fake.said, words);
    fake.said[0] = '\0';
}

static void nothing_came(void **state)
{
    (void)state;
    core_tick(&core);
    expect("wake ");
}

static void time_comes_before_work(void **state)
{
    (void)state;
    tick_by_time();
    expect("fire wake-people deliver links look prune wake ");
    assert_false(core.time_came);
    /* Within the same minute nothing is looked after again. */
    fake_clock_go(59);
    tick_by_time();
    expect("fire wake-people deliver links wake ");
    fake_clock_go(1);
    tick_by_time();
    expect("fire wake-people deliver links look prune wake ");
}

static void results_alone_are_written_down(void **state)
{
    (void)state;
    fake.pressing = true;
    core_tick(&core);
    expect("deliver wake ");
}

static void a_plan_is_one_transaction(void **state)
{
    (void)state;
    fake.steps[fake.nsteps++] = CORE_PLANNED;
    fake.steps[fake.nsteps++] = CORE_WORKING;
    core_tick(&core);
    expect("step begin write follow first commit written links-kept links wake fire deliver step "
           "wake ");
}

static void a_plan_that_fails_leaves_nothing(void **state)
{
    static const char failed[] = "step begin write rollback not-written links-dropped "
                                 "links wake fire deliver wake ";
    (void)state;
    fake.steps[fake.nsteps++] = CORE_PLANNED;
    fake.write_rc = PGY_EBUSY;
    core_tick(&core);
    expect(failed);
    assert_non_null(strstr(core.health.degraded, "writing the plan failed"));

    fake.steps[fake.nsteps++] = CORE_PLANNED;
    fake.write_rc = 0;
    fake.follow_rc = PGY_EBUSY;
    core_tick(&core);
    expect("step begin write follow rollback not-written links-dropped links wake fire deliver "
           "wake ");

    fake.steps[fake.nsteps++] = CORE_PLANNED;
    fake.follow_rc = 0;
    fake.first_rc = PGY_EBUSY;
    core_tick(&core);
    expect("step begin write follow first rollback not-written links-dropped links wake fire "
           "deliver wake ");

    fake.steps[fake.nsteps++] = CORE_PLANNED;
    fake.first_rc = 0;
    fake.commit_rc = PGY_EBUSY;
    core_tick(&core);
    expect("step begin write follow first commit not-written links-dropped links wake fire deliver "
           "wake ");

    fake.steps[fake.nsteps++] = CORE_PLANNED;
    fake.begin_fails = true;
    core_tick(&core);
    expect("step begin not-written links-dropped links wake fire deliver wake ");

    assert_non_null(core.health.degraded);
    fake.steps[fake.nsteps++] = CORE_PLANNED;
    fake.begin_fails = false;
    fake.commit_rc = 0;
    core_tick(&core);
    assert_null(core.health.degraded);
}

static void jobs_that_end_at_once_do_not_keep_others_waiting(void **state)
{
    (void)state;
    fake.steps[fake.nsteps++] = CORE_ENDED;
    fake.steps[fake.nsteps++] = CORE_ENDED;
    core_tick(&core);
    expect("step links wake fire deliver step links wake fire deliver wake ");
}

static void held_clock(void **state)
{
    (void)state;
    tick_by_time();
    fake.said[0] = '\0';
    /* Set forward by two days: neither messages nor plans, and old deliveries are kept. */
    fake_clock_set(MIDNIGHT + 2 * DAY);
    fake.next_wake = MIDNIGHT;
    fake.steps[fake.nsteps++] = CORE_ENDED;
    tick_by_time();
    expect("deliver links look step links wake deliver wake ");
    assert_non_null(core.guard.held);
    /* The midnight that is over does not make it spin. */
    assert_int_equal(fake_clock_armed(), MIDNIGHT + 2 * DAY + CORE_MINUTE);
    fake_clock_go(120);
    tick_by_time();
    expect("fire wake-people deliver links look prune wake ");
    assert_null(core.guard.held);
}

static void what_people_leave_is_carried(void **state)
{
    (void)state;
    fake.has_settled = fake.has_notice = true;
    fake.settled = (struct core_settled){.client = 3, .number = 12};
    core_tick(&core);
    expect("settle notice wake ");
}

static void errand(enum core_errand_kind kind, const char *name, const char *words)
{
    static const struct pgy_subscription link = {.name = "phone"};
    fake.errands[fake.nerrands++] = (struct core_errand){
        .kind = kind, .client = 3, .person = &person, .name = name, .link = &link};
    core_tick(&core);
    expect(words);
    fake.nerrands = fake.errand = 0;
}

static void errands_reach_their_desks(void **state)
{
    (void)state;
    errand(CORE_PLAN, NULL, "plan await wake ");
    errand(CORE_LET_GO, NULL, "let-go wake ");
    errand(CORE_WITHDRAW, NULL, "withdraw wake ");
    errand(CORE_RELOAD, NULL, "reload bind wake ");
    assert_true(core.parent.reloading);
    errand(CORE_VERDICTS, NULL, "verdicts answer wake ");
    errand(CORE_STATUS, NULL, "answer wake ");
    errand(CORE_PEOPLE, NULL, "answer wake ");
    errand(CORE_FORGET, "ada", "ada list answer wake ");
    errand(CORE_FORGET, "nobody", "nobody refuse: nothing is stored of a profile 'nobody' wake ");
    errand(CORE_LINK_LIST, "ada", "ada answer wake ");
    errand(CORE_LINK_PUT, NULL, "phone render publish refuse: no list wake ");
    errand(CORE_DELIVER, NULL, "deliver wake ");
    errand(CORE_NOTIFY_TEST, "log", "log await-row deliver wake ");
    errand(CORE_BACKUP, "/b", "/b refuse: the backup was not made: that file exists already wake ");
}

static void a_proposal_goes_with_its_plan(void **state)
{
    static const struct core_proposal proposal = {.plugin = "good"};
    (void)state;
    fake.errands[fake.nerrands++] = (struct core_errand){
        .kind = CORE_PLAN, .client = 3, .person = &person, .proposal = &proposal};
    core_tick(&core);
    expect("propose await wake ");
}

/* A client that is woken asks for more: it is heard in the same tick. */
static void a_wake_may_leave_an_errand(void **state)
{
    (void)state;
    fake.late_errand = 1;
    core_tick(&core);
    expect("wake verdicts answer wake ");
}

/* A client that gave up while jobs followed each other: its proposal is withdrawn before the next
 * job could write it down. */
static void an_errand_comes_before_the_next_job(void **state)
{
    (void)state;
    fake.steps[fake.nsteps++] = CORE_ENDED;
    fake.steps[fake.nsteps++] = CORE_ENDED;
    fake.late_errand = 1;
    core_tick(&core);
    expect("step links wake verdicts answer fire deliver step links wake fire deliver wake ");
}

static void the_parent_asks_to_reload(void **state)
{
    (void)state;
    core.parent.reload_asked = true;
    core_tick(&core);
    expect("reload bind wake ");
    assert_false(core.parent.reload_asked);
    core_tick(&core);
    expect("wake ");
}

static void a_changed_plugin_reloads(void **state)
{
    (void)state;
    fake.changed = true;
    tick_by_time();
    expect("fire wake-people deliver links look bind prune wake ");
    assert_true(core.parent.reloading);
}

static void a_failed_disk_ends_it(void **state)
{
    (void)state;
    core.health.failed = true;
    core_tick(&core);
    assert_true(fake.stopped);
}

static void a_disk_that_fails_begins_no_other_job(void **state)
{
    (void)state;
    fake.steps[fake.nsteps++] = CORE_PLANNED;
    fake.steps[fake.nsteps++] = CORE_PLANNED;
    fake.commit_rc = -EIO;
    core_tick(&core);
    expect("step begin write follow first commit not-written links-dropped links wake fire deliver "
           "wake ");
    assert_true(fake.stopped);
}

static void the_timer(void **state)
{
    (void)state;
    core_tick(&core);
    assert_int_equal(fake_clock_armed(), MIDNIGHT + 60);
    fake.due[fake.ndue++] = MIDNIGHT + 59;
    core_tick(&core);
    assert_int_equal(fake_clock_armed(), MIDNIGHT + 59);
    fake.next_wake = MIDNIGHT + 58;
    core_tick(&core);
    assert_int_equal(fake_clock_armed(), MIDNIGHT + 58);
    /* Due already, and cannot be handled: a second, no spinning. */
    fake.next_wake = MIDNIGHT;
    core_tick(&core);
    assert_int_equal(fake_clock_armed(), MIDNIGHT + 1);
}

/* A day with a pass at midnight and three instants at which something is due, driven by nothing but
 * the timer that the tick itself set. */
static void a_day(void **state)
{
    (void)state;
    static const int64_t due[] = {MIDNIGHT + 9 * HOUR, MIDNIGHT + 9 * HOUR,
                                  MIDNIGHT + 17 * HOUR + 30 * 60 + 20,
                                  MIDNIGHT + 23 * HOUR + 59 * 60};
    fake.quiet = true;
    fake.ndue = sizeof due / sizeof due[0];
    memcpy(fake.due, due, sizeof due);
    fake.next_wake = MIDNIGHT + DAY;
    tick_by_time();
    while (pgy_clock_now() < MIDNIGHT + DAY) {
        fake_clock_go(fake_clock_armed() - pgy_clock_now());
        tick_by_time();
    }
    assert_int_equal(fake.fired, fake.ndue);
    for (size_t i = 0; i < fake.ndue; i++)
        assert_int_equal(fake.fired_at[i], due[i]); /* to the second */
    assert_int_equal(fake.woken_at, MIDNIGHT + DAY);
    /* The first tick, and one a minute; nothing else woke it but what is due at second 20, after
     * which the minutes are counted from there: 0:00 to 17:30 are 1051, then 17:30:20 to 23:58:20
     * 389, 23:59 and 24:00. At 17:30:20 and 23:59 the minute since the last look is not over. */
    assert_int_equal(fake.ticks, 1051 + 389 + 2);
    assert_int_equal(fake.fires, 1051 + 389 + 2);
    assert_int_equal(fake.looks, 1051 + 388 + 1);
}

int main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        CASE(nothing_came),
        CASE(time_comes_before_work),
        CASE(results_alone_are_written_down),
        CASE(a_plan_is_one_transaction),
        CASE(a_plan_that_fails_leaves_nothing),
        CASE(jobs_that_end_at_once_do_not_keep_others_waiting),
        CASE(held_clock),
        CASE(what_people_leave_is_carried),
        CASE(errands_reach_their_desks),
        CASE(a_proposal_goes_with_its_plan),
        CASE(a_wake_may_leave_an_errand),
        CASE(an_errand_comes_before_the_next_job),
        CASE(the_parent_asks_to_reload),
        CASE(a_changed_plugin_reloads),
        CASE(a_failed_disk_ends_it),
        CASE(a_disk_that_fails_begins_no_other_job),
        CASE(the_timer),
        CASE(a_day),
    };
    return cmocka_run_group_tests_name("tick", tests, NULL, NULL);
}
