/* SPDX-License-Identifier: BSD-2-Clause */
/* A year of one person: the real people desk and post desk, store, timeline and feed, on a clock
 * that goes from one thing due to the next. What is seen on the way is counted in
 * attentionfigures.c. */
/* The person does half of what is asked: of each thing, in a message or as a line of today, every
 * second one by a hash of its id, and writes it down at midnight two days later. An offer is
 * declined on the day before its answer date when its id's hash says so, else never answered. Lines
 * below "#on DATE" in a person's file are typed in at noon of that day. */
#include "attention.h"

#include "fake_clock.h"

#include "base/clock.h"
#include "base/err.h"
#include "base/file.h"
#include "base/log.h"
#include "calendar/choice.h"
#include "calendar/feed.h"
#include "core/people/people.h"
#include "core/post/post.h"
#include "plan/describe.h"
#include "plan/happening.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

enum { DAY = 86400, NOON = 43200, DOES_AFTER = 2, ICS_MAX = 16 * 1024 * 1024, CLAIM = 100 };
/* 2026-12-01T13:00:00Z, a Tuesday morning in all of the country, by date -u -d. */
static const int64_t begins = 1796130000;

struct walk {
    struct attention_figures *f;
    struct pgy_arena *arena;
    char dir[64];
    const char *main_file, *text; /* text: the person's whole file */
    const char *rest;             /* of it, what is typed in later; NULL: nothing */
    int64_t types;                /* when; INT64_MAX: never */
    struct pgy_store *store;
    struct core_loop *loop;
    struct core_guard guard;
    struct core_health health;
    struct pgy_described *described;
    struct core_people *people;
    struct core_post *post;
    int feeds;
    const struct core_person *person;
    struct pgy_feed *feed;
    size_t plans;
    pgy_day seen; /* the last day that was looked at */
    double cpu;   /* at the last look at it */
};

static void die(const struct walk *w, const char *what)
{
    fprintf(stderr, "attention: %s: %s\n", w->f->name, what);
    exit(2);
}

/* What this process used since the last call goes to a part. */
static void charge(struct walk *w, enum attention_part part)
{
    struct rusage used;
    getrusage(RUSAGE_SELF, &used);
    double now = (double)(used.ru_utime.tv_sec + used.ru_stime.tv_sec) +
                 (double)(used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e6;
    w->f->cpu[part] += now - w->cpu;
    w->cpu = now;
}

/* ---- the file ---- */

/* Where the next "#on DATE" begins; NULL: there is none. *day: its date. */
static const char *mark(const char *text, pgy_day *day)
{
    static const char on[] = "\n#on ";
    const char *at = strstr(text, on);
    char date[PGY_DAY_TEXT];
    if (!at)
        return NULL;
    snprintf(date, sizeof date, "%.10s", at + sizeof on - 1);
    return pgy_civil_parse(date, day) == 0 ? at + 1 : NULL;
}

/* The main file as it is typed so far; what comes later waits. */
static void type(struct walk *w)
{
    pgy_day day = PGY_NO_DAY;
    const char *from = w->rest ? strchr(w->rest, '\n') : w->text;
    w->rest = mark(from ? from : "", &day);
    const size_t len = w->rest ? (size_t)(w->rest - w->text) : strlen(w->text);
    const char *text =
        pgy_arena_printf(w->arena, "%s\n[daemon]\nstate_dir = %s/state\nlog_level = error\n",
                         pgy_arena_strndup(w->arena, w->text, len), w->dir);
    if (pgy_file_replace(w->main_file, text, strlen(text), 0600) != 0)
        die(w, "its file cannot be written");
    w->types = INT64_MAX;
    if (w->rest && w->person)
        w->types = pgy_tz_instant(w->person->tz, day, NOON);
    else if (w->rest)
        w->types = (int64_t)day * DAY + NOON; /* in UTC, until the zone is known */
}

static void read_file(struct walk *w)
{
    struct pgy_buf bytes PGY_BUF_CLEANUP = PGY_BUF_INIT(1024 * 1024);
    const char *path = pgy_arena_printf(w->arena, "%s/%s.ini", w->f->options->dir, w->f->name);
    if (pgy_file_read(path, &bytes) != 0)
        die(w, pgy_arena_printf(w->arena, "%s cannot be read", path));
    w->text = pgy_arena_strdup(w->arena, pgy_buf_text(&bytes));
}

/* ---- what happens at a second ---- */

static void no_after(void *arg)
{
    (void)arg;
}

/* What tick.c does with a plan, but for the links. */
static void write_plan(struct walk *w)
{
    struct core_plan plan;
    int64_t now = pgy_clock_now();
    if (pgy_store_begin(w->store) != 0)
        die(w, pgy_store_error(w->store));
    int rc = core_people_write(w->people, now, &plan);
    if (rc == 0)
        rc = core_post_follow(w->post, &plan);
    rc = core_health_end(&w->health, rc, "writing the plan");
    core_people_written(w->people, rc, now);
    if (rc != 0)
        die(w, "a plan was not written");
    w->plans++;
}

static void plan(struct walk *w)
{
    enum core_people_left left;
    while ((left = core_people_step(w->people)) != CORE_IDLE) {
        if (left == CORE_WORKING)
            core_loop_turn(w->loop, true);
        else if (left == CORE_PLANNED)
            write_plan(w);
    }
    if (!w->person->config || !w->person->timeline)
        die(w, "no plan was made: its file has an error, or a plugin failed");
    charge(w, ATTENTION_PLAN);
}

/* Every message arrives at once. */
static void deliver(struct walk *w)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    struct pgy_outbox_row *rows;
    int64_t now = pgy_clock_now(), soonest;
    size_t n = 1;
    if (pgy_store_outbox_next(w->store, &soonest) != 0 || soonest > now)
        return;
    w->f->tz = w->person->tz;
    while (n > 0) {
        if (pgy_store_outbox_claim(w->store, now, CLAIM, CLAIM, 0, arena, &rows, &n) != 0)
            die(w, pgy_store_error(w->store));
        for (size_t i = 0; i < n; i++) {
            attention_message(w->f, w->person->timeline, &rows[i],
                              w->f->messages.briefs == 0 && w->plans <= 1, now);
            if (pgy_store_outbox_done(w->store, rows[i].id, rows[i].attempts, PGY_OUT_SENT, 0, 0,
                                      NULL, now) != 0)
                die(w, pgy_store_error(w->store));
        }
    }
}

static void post(struct walk *w)
{
    core_post_fire(w->post, pgy_clock_now());
    deliver(w);
    charge(w, ATTENTION_POST);
}

/* ---- what the person does ---- */

static void log_it(struct walk *w, struct pgy_happening *what)
{
    int64_t number;
    if (pgy_store_journal_add(w->store, w->person->id, what, &number) != 0)
        die(w, pgy_store_error(w->store));
}

/* As `done ID` writes it down. */
static void do_it(struct walk *w, const struct pgy_item *item, pgy_day today)
{
    struct pgy_happening what = {
        .on = today, .logged = pgy_clock_now(), .kind = "done", .subject = item->id, .event = ""};
    if (item->done_log) {
        pgy_happening_split(item->done_log, w->arena, &what);
        what.keys[0] = PGY_JOURNAL_ITEM;
        what.values[0] = item->id;
        what.nargs = 1;
    }
    log_it(w, &what);
}

static bool is_answer(const struct pgy_item *item)
{
    return item->stakes == PGYD_FATAL && pgy_item_of_offer(item);
}

/* The day before the answer date. */
static void answer_offer(struct walk *w, const struct pgy_item *item, pgy_day today)
{
    const char *offer = strchr(item->about, ':') + 1;
    struct pgy_happening what = {.on = today,
                                 .logged = pgy_clock_now(),
                                 .kind = "offer",
                                 .subject = offer,
                                 .event = "declined"};
    log_it(w, &what);
}

/* At midnight, before the day is planned; the timeline is still the last day's. */
static void act(struct walk *w, pgy_day today)
{
    struct attention_figures *f = w->f;
    for (size_t i = 0; i < f->nasked; i++) {
        struct attention_asked *asked = &f->asked[i];
        const struct pgy_item *item = pgy_timeline_find(w->person->timeline, asked->id);
        if (asked->answered || !item || !pgy_item_asked(item) ||
            !attention_does(is_answer(item) ? item->about : item->id))
            continue;
        if (is_answer(item) ? today != item->by - 1 : today < asked->first + DOES_AFTER)
            continue;
        asked->answered = true;
        if (is_answer(item))
            answer_offer(w, item, today);
        else
            do_it(w, item, today);
    }
}

/* ---- days ---- */

static void look(struct walk *w)
{
    const struct pgy_timeline *timeline = w->person->timeline;
    struct pgy_buf ics PGY_BUF_CLEANUP = PGY_BUF_INIT(ICS_MAX);
    struct pgy_buf gzip PGY_BUF_CLEANUP = PGY_BUF_INIT(ICS_MAX);
    bool changed;
    size_t refused = 0;
    w->f->tz = w->person->tz; /* another one after a reload */
    w->f->remind_at = w->person->quiet.remind_at;
    attention_day(w->f, timeline, pgy_clock_now());
    if (pgy_feed_update(w->feed, timeline, w->person->tz, &changed, &refused) != 0 || refused > 0 ||
        pgy_feed_bytes(w->feed, &ics, &gzip) != 0)
        die(w, "its feed cannot be made");
    attention_bars(w->f, timeline, pgy_buf_text(&ics));
    w->seen = timeline->today;
    charge(w, ATTENTION_LOOK);
}

static void pass_second(struct walk *w)
{
    int64_t now = pgy_clock_now();
    post(w);
    if (now >= w->types) {
        type(w);
        core_people_reload(w->people);
    }
    if (now >= core_people_next(w->people))
        act(w, core_person_today(w->person, now));
    core_people_wake(w->people, now);
    if (!core_people_busy(w->people))
        return;
    plan(w);
    post(w);
    if (w->person->timeline->today != w->seen)
        look(w);
}

static int64_t next_of(const struct walk *w)
{
    int64_t now = pgy_clock_now(), next = core_people_next(w->people), queued;
    int64_t due = core_post_next(w->post, now);
    next = due < next ? due : next;
    next = w->types < next ? w->types : next;
    if (pgy_store_outbox_next(w->store, &queued) == 0 && queued < next)
        next = queued;
    if (next == INT64_MAX)
        die(w, "nothing is due any more");
    return next > now ? next : now + 1;
}

/* ---- beginning and end ---- */

static void open_desks(struct walk *w)
{
    struct pgy_problems problems = {.arena = w->arena};
    struct pgy_house *house;
    const char *why = "";
    w->loop = core_loop_new(no_after, NULL);
    w->described = pgy_described_new();
    const char *state = pgy_arena_printf(w->arena, "%s/state", w->dir);
    mkdir(state, 0700);
    w->feeds = pgy_dir_open(pgy_arena_printf(w->arena, "%s/feeds", w->dir), 0700);
    if (!w->loop || w->feeds < 0 || pgy_store_open(state, w->arena, &w->store, &why) != 0 ||
        pgy_house_open(w->main_file, w->described, &problems, &house) != 0)
        die(w, why);
    w->health.store = w->store;
    const struct core_people_setup people = {.config_file = w->main_file,
                                             .house = house,
                                             .described = w->described,
                                             .loop = w->loop,
                                             .guard = &w->guard,
                                             .health = &w->health,
                                             .store = w->store,
                                             .feeds_fd = w->feeds};
    if (core_people_open(&people, w->arena, &w->people, &why) != 0)
        die(w, why);
    const struct core_post_setup post = {.loop = w->loop,
                                         .guard = &w->guard,
                                         .health = &w->health,
                                         .store = w->store,
                                         .roll = core_people_roll(w->people)};
    w->post = core_post_new(&post);
    w->person = core_people_roll(w->people)->first;
}

static void begin(struct walk *w)
{
    const char *memory = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp";
    charge(w, ATTENTION_OPEN);
    w->f->cpu[ATTENTION_OPEN] = 0; /* what came before is nobody's */
    snprintf(w->dir, sizeof w->dir, "%s/pgy-attention-XXXXXX", memory);
    if (!mkdtemp(w->dir))
        die(w, "there is no place for its state");
    w->main_file = pgy_arena_printf(w->arena, "%s/pgyd.ini", w->dir);
    read_file(w);
    type(w);
    open_desks(w);
    charge(w, ATTENTION_OPEN);
    plan(w);
    const struct pgy_feed_spec spec = {.feed = PGY_FEED_ALL,
                                       .style = PGY_STYLE_GENERIC,
                                       .profile = w->person->id,
                                       .name = "pgyd",
                                       .zone = pgy_tz_name(w->person->tz),
                                       .remind_at = w->person->quiet.remind_at};
    w->feed = pgy_feed_new(&spec);
    post(w);
    look(w);
}

static void end(struct walk *w)
{
    char command[96];
    w->f->tz = NULL;
    pgy_feed_free(&w->feed);
    core_post_free(&w->post);
    core_people_free(&w->people);
    core_loop_free(&w->loop);
    core_health_close(&w->health);
    pgy_described_free(&w->described);
    pgy_store_close(&w->store);
    pgy_fd_close(&w->feeds);
    pgy_arena_free(&w->arena);
    snprintf(command, sizeof command, "rm -rf '%s'", w->dir);
    if (system(command) != 0)
        fprintf(stderr, "attention: %s is left behind\n", w->dir);
}

void attention_walk(struct attention_figures *f)
{
    struct walk w = {.f = f, .arena = pgy_arena_new(), .feeds = -1};
    fake_clock_start(begins);
    begin(&w);
    f->first = w.seen;
    while (w.seen - f->first + 1 < f->options->days) {
        fake_clock_go(next_of(&w) - pgy_clock_now());
        pass_second(&w);
    }
    f->last = w.seen;
    end(&w);
}
