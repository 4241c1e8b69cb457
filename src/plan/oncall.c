/* SPDX-License-Identifier: BSD-2-Clause */
/* Reads on-call files, runs pgyd-import for those that changed, and keeps what was said last. What
 * iCalendar means is calendar/import.c's. */
#include "pgy-build.h"

#include "plan/oncall.h"

#include "base/err.h"
#include "base/file.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>

enum { KEY_BYTES = 16, DAY = 86400, SHRINK_LEAST = 4, SHRINK_DAYS = 2 };

struct calendar {
    struct pgy_arena *names; /* id and path */
    const char *id, *path;
    struct pgy_arena *arena; /* of what it said last; NULL: nothing yet */
    struct pgy_shift *shifts;
    size_t nshifts;
    unsigned char key[KEY_BYTES];   /* of the bytes and window the shifts were made from */
    unsigned char asked[KEY_BYTES]; /* of those the worker has */
    unsigned char how[KEY_BYTES], asked_how[KEY_BYTES]; /* the same of zone and match alone */
    /* of this reading; the window's last day, of the shifts and of what is asked */
    pgy_day today, last, asked_last;
    /* the day on which most of its calls were gone; PGY_NO_DAY: they are not */
    pgy_day shrunk;
    struct pgy_run *run; /* NULL: nothing to wait for */
    char *problem;       /* malloc; NULL: none */
    bool told;           /* pgy_oncall_news gave the problem out */
    bool configured;
};

struct pgy_oncall {
    struct calendar **list; /* in the file's order */
    size_t n;
    struct pgy_arena *arena; /* of the merged list */
    struct pgy_shift *shifts;
    size_t nshifts, runs;
};

struct pgy_oncall *pgy_oncall_new(void)
{
    struct pgy_oncall *oncall = calloc(1, sizeof *oncall);
    if (!oncall)
        abort();
    return oncall;
}

static void calendar_free(struct calendar *c)
{
    pgy_run_free(&c->run);
    pgy_arena_free(&c->arena);
    pgy_arena_free(&c->names);
    free(c->problem);
    free(c);
}

void pgy_oncall_free(struct pgy_oncall **oncall)
{
    if (!*oncall)
        return;
    for (size_t i = 0; i < (*oncall)->n; i++)
        calendar_free((*oncall)->list[i]);
    free((*oncall)->list);
    pgy_arena_free(&(*oncall)->arena);
    free(*oncall);
    *oncall = NULL;
}

static void set_problem(struct calendar *c, const char *problem)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    const char *text = problem ? pgy_arena_printf(arena, "%s; %s", problem,
                                                  c->arena ? "what it said last still counts"
                                                           : "its calls are not known")
                               : NULL;
    if (text && c->problem && strcmp(text, c->problem) == 0)
        return;
    free(c->problem);
    c->problem = text ? strdup(text) : NULL;
    c->told = false;
}

/* What decides the shifts: the bytes, the window, and how they are read. */
static void key_of(const struct pgy_run_input *in, unsigned char key[KEY_BYTES])
{
    const pgy_day window[2] = {in->first, in->last};
    crypto_generichash_state state;
    crypto_generichash_init(&state, NULL, 0, KEY_BYTES);
    crypto_generichash_update(&state, (const unsigned char *)window, sizeof window);
    crypto_generichash_update(&state, (const unsigned char *)in->zone, strlen(in->zone) + 1);
    crypto_generichash_update(&state, (const unsigned char *)(in->match ? in->match : ""),
                              in->match ? strlen(in->match) + 1 : 1);
    crypto_generichash_update(&state, (const unsigned char *)in->calendar, in->ncalendar);
    crypto_generichash_final(&state, key, KEY_BYTES);
}

static void begin_one(struct pgy_oncall *oncall, struct calendar *c,
                      const struct pgy_oncall_input *in)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    struct pgy_buf bytes PGY_BUF_CLEANUP = PGY_BUF_INIT(PGY_W_MAX_CALENDAR);
    const char *person = pgy_config_text(in->config, "person", "", "timezone", "UTC");
    int rc = pgy_file_read(c->path, &bytes);
    if (rc != 0) {
        const char *why = rc == PGY_ELIMIT ? "it is larger than 5 MiB" : pgy_strerror(rc);
        set_problem(c, pgy_arena_printf(arena, "calendar '%s' (%s) cannot be read: %s", c->id,
                                        c->path, why));
        return;
    }
    struct pgy_run_input run = {
        .verb = PGY_VERB_IMPORT,
        .paths = in->paths,
        .plugin = c->id,
        .path = c->path,
        .config = in->config,
        .calendar = pgy_buf_text(&bytes),
        .ncalendar = bytes.len,
        .first = in->today - PGY_ONCALL_BACK,
        .last = in->today + PGY_ONCALL_AHEAD,
        .zone = pgy_config_text(in->config, "oncall", c->id, "zone", person),
        .match = pgy_config_text(in->config, "oncall", c->id, "match", NULL),
        .deadline_ms = in->deadline_ms,
    };
    const struct pgy_run_input how = {.zone = run.zone, .match = run.match, .calendar = ""};
    key_of(&run, c->asked);
    key_of(&how, c->asked_how);
    c->today = in->today;
    c->asked_last = run.last;
    if (c->arena && memcmp(c->asked, c->key, KEY_BYTES) == 0) {
        c->shrunk = PGY_NO_DAY;
        set_problem(c, NULL);
        return;
    }
    c->run = pgy_run_start(&run);
    oncall->runs++;
}

static struct calendar *calendar_of(struct pgy_oncall *oncall, const char *id, const char *path)
{
    for (size_t i = 0; i < oncall->n; i++) {
        if (strcmp(oncall->list[i]->id, id) == 0 && strcmp(oncall->list[i]->path, path) == 0)
            return oncall->list[i];
    }
    struct calendar *c = calloc(1, sizeof *c),
                    **grown = realloc(oncall->list, (oncall->n + 1) * sizeof *grown);
    if (!c || !grown)
        abort();
    c->names = pgy_arena_new();
    c->shrunk = PGY_NO_DAY;
    c->id = pgy_arena_strdup(c->names, id);
    c->path = pgy_arena_strdup(c->names, path);
    oncall->list = grown;
    oncall->list[oncall->n++] = c;
    return c;
}

static void forget_others(struct pgy_oncall *oncall)
{
    size_t kept = 0;
    for (size_t i = 0; i < oncall->n; i++) {
        if (oncall->list[i]->configured)
            oncall->list[kept++] = oncall->list[i];
        else
            calendar_free(oncall->list[i]);
    }
    oncall->n = kept;
}

static int compare(const void *a, const void *b)
{
    const struct pgy_shift *x = a, *y = b;
    if (x->start != y->start)
        return x->start < y->start ? -1 : 1;
    return x->end != y->end ? (x->end < y->end ? -1 : 1) : strcmp(x->name, y->name);
}

static void merge(struct pgy_oncall *oncall)
{
    size_t n = 0;
    pgy_arena_free(&oncall->arena);
    oncall->arena = pgy_arena_new();
    for (size_t i = 0; i < oncall->n; i++)
        n += oncall->list[i]->nshifts;
    oncall->shifts = pgy_arena_array(oncall->arena, n + 1, sizeof *oncall->shifts);
    oncall->nshifts = 0;
    for (size_t i = 0; i < oncall->n; i++) {
        const struct calendar *c = oncall->list[i];
        for (size_t s = 0; s < c->nshifts; s++) {
            struct pgy_shift shift = c->shifts[s];
            shift.name = pgy_arena_strdup(oncall->arena, *shift.name ? shift.name : c->id);
            oncall->shifts[oncall->nshifts++] = shift;
        }
    }
    if (oncall->nshifts > 0)
        qsort(oncall->shifts, oncall->nshifts, sizeof *oncall->shifts, compare);
}

static void say_unfetched(struct calendar *c)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    set_problem(c, pgy_arena_printf(arena,
                                    "calendar '%s': url is not fetched by this version: fetch it "
                                    "into a file every hour and write"
                                    " file = NAME.ics",
                                    c->id));
}

void pgy_oncall_begin(struct pgy_oncall *oncall, const struct pgy_oncall_input *in)
{
    pgy_oncall_cancel(oncall);
    for (size_t i = 0; i < oncall->n; i++)
        oncall->list[i]->configured = false;
    size_t n = pgy_config_count(in->config, "oncall");
    for (size_t i = 0; i < n; i++) {
        const char *id = pgy_config_nth(in->config, "oncall", i)->id,
                   *file = pgy_config_text(in->config, "oncall", id, "file", NULL);
        struct calendar *c = calendar_of(oncall, id, file ? file : "");
        c->configured = true;
        if (file)
            begin_one(oncall, c, in);
        else
            say_unfetched(c);
    }
    forget_others(oncall);
}

void pgy_oncall_watch(const struct pgy_oncall *oncall, int epoll)
{
    for (size_t i = 0; i < oncall->n; i++) {
        struct epoll_event event = {.events = EPOLLIN};
        if (oncall->list[i]->run)
            (void)epoll_ctl(epoll, EPOLL_CTL_ADD, pgy_run_fd(oncall->list[i]->run), &event);
    }
}

/* Shifts that are not over and that both windows hold. */
static size_t ahead(const struct calendar *c, const struct pgy_shift *shifts, size_t n)
{
    size_t count = 0;
    for (size_t i = 0; i < n; i++)
        count +=
            shifts[i].end > (int64_t)c->today * DAY && shifts[i].start < (int64_t)c->last * DAY;
    return count;
}

/* An export that broke off, or an empty one, parses as well as any: what most calls are gone from
 * all at once is believed when it has said so for two days. Another `match` or zone is the person's
 * own doing. */
static bool shrank(struct calendar *c, const struct pgy_run_result *result)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    char day[PGY_DAY_TEXT];
    size_t before = c->arena ? ahead(c, c->shifts, c->nshifts) : 0,
           now = ahead(c, result->shifts, result->nshifts);
    if (before < SHRINK_LEAST || 2 * now >= before ||
        memcmp(c->how, c->asked_how, KEY_BYTES) != 0) {
        c->shrunk = PGY_NO_DAY;
        return false;
    }
    if (c->shrunk == PGY_NO_DAY || c->shrunk > c->today)
        c->shrunk = c->today;
    if (c->today >= c->shrunk + SHRINK_DAYS) {
        c->shrunk = PGY_NO_DAY;
        return false;
    }
    set_problem(c, pgy_arena_printf(arena,
                                    "calendar '%s' (%s): its calls ahead went from %zu to %zu; if "
                                    "that is right it counts from %s on",
                                    c->id, c->path, before, now,
                                    pgy_civil_text(c->shrunk + SHRINK_DAYS, day)));
    return true;
}

/* What it says now, or why that is not known. */
static void take(struct calendar *c)
{
    const struct pgy_run_result *result = pgy_run_result(c->run);
    if (result->rc != 0) {
        set_problem(c, result->failure);
    } else if (!shrank(c, result)) {
        set_problem(c, NULL);
        struct pgy_run_result taken = pgy_run_take(c->run);
        pgy_arena_free(&c->arena);
        c->arena = taken.arena;
        c->shifts = taken.shifts;
        c->nshifts = taken.nshifts;
        memcpy(c->key, c->asked, KEY_BYTES);
        memcpy(c->how, c->asked_how, KEY_BYTES);
        c->last = c->asked_last;
    }
    pgy_run_free(&c->run);
}

bool pgy_oncall_step(struct pgy_oncall *oncall)
{
    bool all = true;
    for (size_t i = 0; i < oncall->n; i++) {
        struct calendar *c = oncall->list[i];
        if (c->run && pgy_run_step(c->run))
            take(c);
        all = all && !c->run;
    }
    if (all)
        merge(oncall);
    return all;
}

void pgy_oncall_cancel(struct pgy_oncall *oncall)
{
    for (size_t i = 0; i < oncall->n; i++)
        pgy_run_free(&oncall->list[i]->run);
}

const struct pgy_shift *pgy_oncall_shifts(const struct pgy_oncall *oncall, size_t *n)
{
    *n = oncall->nshifts;
    return oncall->shifts;
}

const char *pgy_oncall_news(struct pgy_oncall *oncall)
{
    for (size_t i = 0; i < oncall->n; i++) {
        struct calendar *c = oncall->list[i];
        if (!c->problem || c->told)
            continue;
        c->told = true;
        return c->problem;
    }
    return NULL;
}

size_t pgy_oncall_runs(const struct pgy_oncall *oncall)
{
    return oncall->runs;
}

bool pgy_oncall_nth(const struct pgy_oncall *oncall, size_t i, const char **id, size_t *shifts,
                    const char **problem)
{
    if (i >= oncall->n)
        return false;
    *id = oncall->list[i]->id;
    *shifts = oncall->list[i]->nshifts;
    *problem = oncall->list[i]->problem;
    return true;
}
