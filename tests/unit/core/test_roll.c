/* SPDX-License-Identifier: BSD-2-Clause */
/* The roll, made by hand, and what the core says of instants and items. */
#include "pgy-build.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../config_fixture.h"
#include "../plan_fixture.h"

#include "core/roll.h"
#include "core/say.h"
#include "plan/spans.h"

#include <stdio.h>
#include <unistd.h>

/* 2026-12-05T12:00:00Z, by date -u -d. */
#define NOON INT64_C(1796472000)

enum { DAY = 86400 };

struct room {
    struct fixture config;
    char dir[64];
    struct pgy_store *store;
};

static const struct pgy_declaration three[] = {
    {.plugin = "p", .version = "1.3", .summary = "one", .listed = true},
    {.plugin = "q", .version = "2.0", .summary = "two", .listed = true},
    {.plugin = "r", .version = "1.0", .summary = "installed only"},
};

static int room_setup(void **state)
{
    struct room *r = calloc(1, sizeof *r);
    assert_non_null(r);
    fixture_init(&r->config, three, 3);
    strcpy(r->dir, "/tmp/pgy-leaves-XXXXXX");
    assert_non_null(mkdtemp(r->dir));
    const char *why;
    assert_int_equal(pgy_store_open(r->dir, r->config.arena, &r->store, &why), 0);
    *state = r;
    return 0;
}

static int room_teardown(void **state)
{
    struct room *r = *state;
    char command[128];
    pgy_store_close(&r->store);
    fixture_clear(&r->config);
    snprintf(command, sizeof command, "rm -rf '%s'", r->dir);
    int rc = system(command);
    free(r);
    return rc;
}

/* ---- roll ---- */

static void test_roll_looks_up(void **state)
{
    (void)state;
    char me[] = "me", ann[] = "ann";
    struct core_person out = {.born = 9}, second = {.born = 4, .id = ann, .next = &out},
                       first = {.born = 7, .id = me, .next = &second};
    struct core_roll roll = {.first = &first, .n = 3}, nobody = {0};
    assert_ptr_equal(core_roll_find(&roll, "me"), &first);
    assert_ptr_equal(core_roll_find(&roll, "ann"), &second);
    assert_null(core_roll_find(&roll, "an"));
    assert_null(core_roll_find(&roll, ""));
    assert_null(core_roll_find(&nobody, "me"));
    assert_ptr_equal(core_roll_born(&roll, 7), &first);
    assert_ptr_equal(core_roll_born(&roll, 9), &out);
    assert_null(core_roll_born(&roll, 8));
    assert_null(core_roll_born(&nobody, 7));
}

static void test_person_served(void **state)
{
    struct room *r = *state;
    struct core_person person = {.shifts_known = true};
    assert_false(core_person_served(NULL));
    assert_false(core_person_served(&person));
    assert_int_equal(parse(&r->config, PERSON), 0);
    person.config = r->config.config;
    assert_true(core_person_served(&person));
    person.shifts_known = false;
    assert_true(core_person_served(&person));
    person.quiet.oncall = true; /* its calls hold messages, and nobody knows them yet */
    assert_false(core_person_served(&person));
    person.shifts_known = true;
    assert_true(core_person_served(&person));
}

static void test_person_feed(void **state)
{
    struct room *r = *state;
    struct pgy_house house = {.schema = r->config.schema};
    struct core_person person = {.house = &house};
    assert_true(core_person_has_feed(&person, "all"));
    assert_true(core_person_has_feed(&person, "q"));
    assert_false(core_person_has_feed(&person, "r"));
    assert_false(core_person_has_feed(&person, "s"));
    assert_false(core_person_has_feed(&person, ""));
}

/* A person as the people desk would have it, whose plan is stored. */
struct planned {
    struct core_person person;
    struct pgy_house house;
    struct pgy_tz *tz;
    struct pgy_batch batches[2];
};

static void planned_free(struct planned *p)
{
    pgy_timeline_free(&p->person.timeline);
    pgy_tz_free(&p->tz);
}
#define PLANNED struct planned p __attribute__((cleanup(planned_free)))

static void add(struct pgy_batch *batch, const char *slug, uint16_t kind, pgy_day start)
{
    struct pgyd_item in = {.size = sizeof in,
                           .kind = kind,
                           .slug = slug,
                           .title = slug,
                           .start = start,
                           .end = start,
                           .start_minute = -1,
                           .end_minute = -1};
    struct pgy_item *item =
        pgy_arena_push(batch->arena, &batch->items, &batch->n, &batch->cap, sizeof *item);
    assert_int_equal(pgy_item_from_plugin(&in, batch->plugin, batch->arena, item, NULL), 0);
}

static const int64_t planned_at = (int64_t)NOV22 * DAY + 17 * 3600;

/* 2026-11-22T17:00Z is noon in New York. */
static void planned_init(struct room *r, struct planned *p)
{
    static char me[] = "me";
    struct pgy_arena *arena = r->config.arena;
    static const struct pgy_shift call = {INT64_C(1796256000), INT64_C(1796299200), "Call"};
    assert_int_equal(
        parse(&r->config, PERSON "[busy:nights]\nstart = 2026-12-07\nend = 2026-12-20\n"), 0);
    *p = (struct planned){.house = {.schema = r->config.schema},
                          .batches = {{.plugin = "p", .version = "1.3", .arena = arena},
                                      {.plugin = "q", .version = "2.0", .arena = arena}}};
    assert_int_equal(pgy_tz_load("America/New_York", &p->tz), 0);
    p->person = (struct core_person){
        .id = me, .born = 1, .house = &p->house, .config = r->config.config, .tz = p->tz};
    pgy_quiet_of(p->person.config, &p->person.quiet);
    p->person.quiet.shifts = &call;
    p->person.quiet.nshifts = 1;
    add(&p->batches[0], "past", PGYD_DEADLINE, NOV22 - 3);
    add(&p->batches[0], "today", PGYD_MILESTONE, NOV22);
    add(&p->batches[0], "ahead", PGYD_DEADLINE, NOV22 + 30);
    add(&p->batches[1], "other", PGYD_REMINDER, NOV22 + 1);
}

static void store_plan(const struct room *r, const struct planned *p)
{
    struct pgy_happening facts[] = {
        {.on = NOV22 - 40, .logged = planned_at, .kind = "started", .subject = "", .event = ""},
        {.on = NOV22 - 1, .logged = planned_at, .kind = "done", .subject = "p/past", .event = ""},
    };
    int64_t number;
    for (size_t i = 0; i < 2; i++) {
        struct pgy_buf bytes PGY_BUF_CLEANUP = PGY_BUF_INIT(1024 * 1024);
        assert_int_equal(pgy_store_journal_add(r->store, "me", &facts[i], &number), 0);
        assert_int_equal(pgy_batch_write(&p->batches[i], &bytes), 0);
        assert_int_equal(pgy_store_batch_put(r->store, "me", p->batches[i].plugin,
                                             p->batches[i].version, 1, bytes.data, bytes.len,
                                             planned_at),
                         0);
    }
}

/* The timeline that the pass itself would have kept, and its revisions in the store. */
static struct pgy_timeline *keep_plan(const struct room *r, struct planned *p, int64_t now)
{
    struct pgy_share shares[] = {{&p->batches[0]}, {&p->batches[1]}};
    struct pgy_journal journal = {.arena = r->config.arena};
    struct pgy_revisions revisions = {.arena = r->config.arena}, changed;
    assert_int_equal(pgy_store_journal(r->store, "me", &journal), 0);
    assert_int_equal(pgy_store_revisions(r->store, "me", &revisions), 0);
    const struct pgy_spans_input busy = {p->person.config, p->person.quiet.shifts,
                                         p->person.quiet.nshifts, p->tz, NOV22};
    const struct pgy_spans spans = pgy_spans_make(&busy, r->config.arena);
    struct pgy_timeline_input input = {.week = true, /* as the desks make it */
                                       .spans = spans.list,
                                       .nspans = spans.n,
                                       .profile = "me",
                                       .zone = "America/New_York",
                                       .remind_at = p->person.quiet.remind_at,
                                       .today = NOV22,
                                       .started = NOV22 - 40,
                                       .now = now,
                                       .shares = shares,
                                       .nshares = 2,
                                       .journal = &journal,
                                       .schema = r->config.schema,
                                       .revisions = &revisions};
    struct pgy_timeline *timeline = pgy_timeline_build(&input);
    pgy_timeline_revisions(timeline, &revisions, &changed);
    assert_int_equal(pgy_store_revisions_put(r->store, "me", &changed), 0);
    return timeline;
}

static void assert_same_item(const struct pgy_tz *tz, const struct pgy_item *a,
                             const struct pgy_item *b)
{
    json_t *one = pgy_item_json(a, tz, NULL), *two = pgy_item_json(b, tz, NULL);
    assert_string_equal(a->id, b->id);
    assert_true(json_equal(one, two));
    assert_int_equal(a->state, b->state);
    assert_int_equal(a->done_on, b->done_on);
    assert_int_equal(a->sequence, b->sequence);
    assert_int_equal(a->revised, b->revised);
    assert_int_equal(a->created, b->created);
    assert_true(a->hash == b->hash);
    json_decref(one);
    json_decref(two);
}

static void test_timeline_from_store(void **state)
{
    struct room *r = *state;
    PLANNED;
    bool owned = false;
    planned_init(r, &p);
    store_plan(r, &p);
    struct pgy_timeline *kept = keep_plan(r, &p, planned_at);
    /* Asked an hour later: what was published keeps its time. */
    struct pgy_timeline *made =
        core_person_timeline(&p.person, r->store, planned_at + 3600, &owned);
    assert_non_null(made);
    assert_true(owned);
    assert_int_equal(kept->n, 5); /* and the week's event */
    assert_int_equal(made->n, kept->n);
    assert_int_equal(made->today, kept->today);
    assert_int_equal(made->started, kept->started);
    assert_string_equal(made->zone, kept->zone);
    for (size_t i = 0; i < kept->n; i++)
        assert_same_item(p.tz, &made->items[i], &kept->items[i]);
    assert_int_equal(kept->nspans, 2); /* nights and the call */
    assert_int_equal(made->nspans, kept->nspans);
    for (size_t i = 0; i < kept->nspans; i++)
        assert_same_item(p.tz, &made->spans[i], &kept->spans[i]);
    assert_int_equal(pgy_timeline_find(made, "p/past")->state, PGY_DONE);
    assert_int_equal(pgy_timeline_find(made, "p/ahead")->revised, planned_at);
    pgy_timeline_free(&made);
    /* The one that is kept is handed out as it is. */
    p.person.timeline = kept;
    assert_ptr_equal(core_person_timeline(&p.person, r->store, planned_at, &owned), kept);
    assert_false(owned);
}

/* 04:59:59Z is still the day before in New York, 05:00 is not. */
static void test_timeline_of_its_day(void **state)
{
    struct room *r = *state;
    PLANNED;
    bool owned;
    planned_init(r, &p);
    store_plan(r, &p);
    for (int i = 0; i < 2; i++) {
        int64_t now = (int64_t)NOV22 * DAY + 5 * 3600 - 1 + i;
        struct pgy_timeline *made = core_person_timeline(&p.person, r->store, now, &owned);
        assert_int_equal(core_person_today(&p.person, now), NOV22 - 1 + i);
        assert_int_equal(made->today, NOV22 - 1 + i);
        pgy_timeline_free(&made);
    }
}

static void test_timeline_of_nobody(void **state)
{
    struct room *r = *state;
    PLANNED;
    bool owned = true;
    planned_init(r, &p);
    /* Never planned. */
    assert_null(core_person_timeline(&p.person, r->store, planned_at, &owned));
    assert_false(owned);
    store_plan(r, &p);
    p.person.config = NULL; /* not in force */
    assert_null(core_person_timeline(&p.person, r->store, planned_at, &owned));
    assert_false(owned);
}

/* A plugin that is listed no more, or whose bytes make no sense, gives nothing; the rest stands. */
static void test_timeline_without_a_plugin(void **state)
{
    struct room *r = *state;
    PLANNED;
    bool owned;
    struct pgy_declaration one[] = {three[0], three[1]};
    planned_init(r, &p);
    store_plan(r, &p);
    one[0].listed = false;
    struct pgy_schema *schema = pgy_schema_new(one, 2, "/t/pgyd.ini", &r->config.problems);
    p.house.schema = schema;
    struct pgy_timeline *made = core_person_timeline(&p.person, r->store, planned_at, &owned);
    assert_int_equal(made->n, 1);
    assert_string_equal(made->items[0].id, "q/other");
    pgy_timeline_free(&made);
    pgy_schema_free(&schema);
    p.house.schema = r->config.schema;
    assert_int_equal(pgy_store_batch_put(r->store, "me", "q", "2.0", 1, "nonsense", 8, planned_at),
                     0);
    made = core_person_timeline(&p.person, r->store, planned_at, &owned);
    assert_int_equal(made->n, 4);
    assert_null(pgy_timeline_find(made, "q/other"));
    pgy_timeline_free(&made);
}

/* ---- say ---- */

static void assert_instant(int64_t utc, const char *expected)
{
    json_t *json = core_say_instant(utc);
    assert_string_equal(json_string_value(json), expected);
    json_decref(json);
}

static void test_say_instant(void **state)
{
    (void)state;
    assert_instant(NOON, "2026-12-05T12:00:00Z");
    assert_instant(1, "1970-01-01T00:00:01Z");
    assert_instant(0, "");
    assert_instant(INT64_MIN, "");
    assert_instant(INT64_MAX, "");
}

/* Reminders of what lives; of what is done none. */
static void test_say_item(void **state)
{
    struct room *r = *state;
    PLANNED;
    planned_init(r, &p);
    struct pgy_item item = p.batches[0].items[2];
    item.nsteps = 2;
    item.steps[0] = (struct pgyd_step){.unit = 'd', .n = -7};
    item.steps[1] = (struct pgyd_step){.unit = 'd', .n = 0};
    p.person.quiet.remind_at = 8 * 60 + 30;
    json_t *json = core_say_item(&p.person, &item), *remind = json_object_get(json, "remind");
    /* The item is for 2026-12-22: half past eight in New York is 13:30 UTC. */
    assert_int_equal(json_array_size(remind), 2);
    assert_string_equal(json_string_value(json_array_get(remind, 0)), "2026-12-15T13:30:00Z");
    assert_string_equal(json_string_value(json_array_get(remind, 1)), "2026-12-22T13:30:00Z");
    assert_string_equal(json_string_value(json_object_get(json, "id")), "p/ahead");
    json_decref(json);
    static const enum pgy_state over[] = {PGY_DONE, PGY_CANCELLED, PGY_CLOSED};
    for (size_t i = 0; i < sizeof over / sizeof over[0]; i++) {
        item.state = over[i];
        json = core_say_item(&p.person, &item);
        assert_int_equal(json_array_size(json_object_get(json, "remind")), 0);
        json_decref(json);
    }
}

#define ROOM(test) cmocka_unit_test_setup_teardown(test, room_setup, room_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_roll_looks_up),
        ROOM(test_person_served),
        ROOM(test_person_feed),
        ROOM(test_timeline_from_store),
        ROOM(test_timeline_of_its_day),
        ROOM(test_timeline_of_nobody),
        ROOM(test_timeline_without_a_plugin),
        cmocka_unit_test(test_say_instant),
        ROOM(test_say_item),
    };
    return cmocka_run_group_tests_name("roll", tests, NULL, NULL);
}
