/* SPDX-License-Identifier: BSD-2-Clause */
/* Fakes of all four desks and of what stands around them: they say when they are called, and do
 * what they are told. For one file of a program: their names are the desks' own. */
#ifndef PGY_TESTS_TICK_FIXTURE_H
#define PGY_TESTS_TICK_FIXTURE_H

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
    bool first_plan;
    const char *link; /* that follow was shown */
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

static inline void say(const char *word)
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
    *plan = (struct core_plan){.person = &person, .first = fake.first_plan, .now = now};
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
    fake.link = plan->link;
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
const char *core_links_shown(const struct core_links *links, const struct core_person *whose,
                             struct pgy_arena *arena)
{
    (void)links;
    (void)arena;
    assert_ptr_equal(whose, &person);
    return "https://c.example.org/f/x";
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

static inline int setup(void **state)
{
    (void)state;
    memset(&fake, 0, sizeof fake);
    fake_clock_start(MIDNIGHT);
    fake.next_wake = INT64_MAX;
    core = (struct pgy_core){.timer_fd = pgy_clock_timer()};
    return core.timer_fd < 0;
}

static inline int teardown(void **state)
{
    (void)state;
    core_health_close(&core.health);
    return 0;
}

/* A tick that time brought, without the minute's upkeep unless it is due. */
static inline void tick_by_time(void)
{
    core.time_came = true;
    core_tick(&core);
}

static inline void expect(const char *words)
{
    assert_string_equal(fake.said, words);
    fake.said[0] = '\0';
}

#endif
