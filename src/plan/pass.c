/* SPDX-License-Identifier: BSD-2-Clause */
/* Starts a run for each plugin, waits for all through one descriptor, and gathers what they share:
 * busy days, data, calendars. One run is run.c's. */
#include "plan/pass.h"

#include "base/err.h"
#include "base/file.h"
#include "plan/spans.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>

struct one {
    const struct pgy_declaration *plugin;
    struct pgy_run *run; /* NULL: could not be described, or nothing to ask it */
    struct pgy_run_result failed;
    bool over;
};

struct pgy_pass {
    struct pgy_pass_input input;
    struct pgy_arena *arena;
    int epoll;
    int nothing; /* an eventfd, readable at once where no worker was started; else -1 */
    struct one *list;
    size_t n;
    struct pgy_oncall *oncall; /* NULL: there are no calendars */
    bool own_oncall, asked;
    struct pgy_busy_span *busy;
    size_t nbusy;
    const struct pgy_data_file *data;
    size_t ndata;
};

static int compare_spans(const void *a, const void *b)
{
    const struct pgy_busy_span *x = a, *y = b;
    if (x->start != y->start)
        return x->start < y->start ? -1 : 1;
    return x->end != y->end ? (x->end < y->end ? -1 : 1) : strcmp(x->name, y->name);
}

/* Shifts as the civil days they touch; days in a row under one name are one stretch. */
static void collect_shifts(struct pgy_pass *pass, const struct pgy_shift *shifts, size_t n)
{
    struct pgy_tz *tz PGY_TZ_CLEANUP = NULL;
    struct pgy_busy_span *last = NULL;
    if (pgy_tz_load(pgy_config_text(pass->input.config, "person", "", "timezone", "UTC"), &tz) != 0)
        return;
    for (size_t i = 0; i < n; i++) {
        pgy_day start = pgy_tz_day(tz, shifts[i].start, NULL),
                end = pgy_tz_day(tz, shifts[i].end - 1, NULL);
        if (start == PGY_NO_DAY || end == PGY_NO_DAY)
            continue;
        if (last && start <= last->end + 1 && strcmp(last->name, shifts[i].name) == 0) {
            last->end = end > last->end ? end : last->end;
            continue;
        }
        last = &pass->busy[pass->nbusy++];
        *last = (struct pgy_busy_span){.oncall = true,
                                       .start = start,
                                       .end = end,
                                       .kind = "call",
                                       .name = pgy_arena_strdup(pass->arena, shifts[i].name)};
    }
}

static void collect_busy(struct pgy_pass *pass)
{
    const struct pgy_config *config = pass->input.config;
    size_t n = pgy_config_count(config, "busy"), nshifts = 0;
    const struct pgy_shift *shifts =
        pass->oncall ? pgy_oncall_shifts(pass->oncall, &nshifts) : NULL;
    pass->busy = pgy_arena_array(pass->arena, n + nshifts + 1, sizeof *pass->busy);
    for (size_t i = 0; i < config->nsections; i++) {
        if (strcmp(config->sections[i].kind, "busy") != 0)
            continue;
        const char *id = config->sections[i].id;
        pgy_day start, end;
        if (!pgy_spans_days(config, id, &start, &end))
            continue;
        pass->busy[pass->nbusy++] = (struct pgy_busy_span){
            .start = start,
            .end = end,
            .kind = pgy_config_text(config, "busy", id, "kind", "other"),
            .name = pgy_config_text(config, "busy", id, "name", id),
        };
    }
    if (nshifts > 0)
        collect_shifts(pass, shifts, nshifts);
    if (pass->nbusy > 0)
        qsort(pass->busy, pass->nbusy, sizeof *pass->busy, compare_spans);
}

/* Installed data, and the packs that [packs] path of this profile adds. */
static void collect_data(struct pgy_pass *pass)
{
    const struct pgy_value *paths = pgy_config_get(pass->input.config, "packs", "", "path");
    pass->data = pass->input.data->files;
    pass->ndata = pass->input.data->n;
    if (paths && paths->nlist)
        pgy_data_with_packs(pass->input.data, paths->list, paths->nlist, pass->arena, &pass->data,
                            &pass->ndata);
}

static bool wanted(const struct pgy_pass_input *in, const struct pgy_declaration *plugin)
{
    if (!plugin->listed || (in->plugin && strcmp(in->plugin, plugin->plugin) != 0))
        return false;
    for (size_t i = 0; i < in->nskip; i++) {
        if (strcmp(in->skip[i], plugin->plugin) == 0)
            return false;
    }
    return plugin->failed || in->verb == PGY_VERB_PLAN ||
           (in->verb == PGY_VERB_CHECK && plugin->has_check) ||
           (in->verb == PGY_VERB_REPORT && plugin->has_report);
}

static struct pgy_run *ask(struct pgy_pass *pass, const struct pgy_declaration *plugin)
{
    const struct pgy_pass_input *in = &pass->input;
    struct pgy_run_input run = {
        .verb = in->verb,
        .paths = in->paths,
        .plugin = plugin->plugin,
        .path = plugin->path,
        .config = in->config,
        .schema = in->schema,
        .journal = in->journal,
        .busy = pass->busy,
        .nbusy = pass->nbusy,
        .holidays = in->data->holidays,
        .nholidays = in->data->nholidays,
        .data = pass->data,
        .ndata = pass->ndata,
        .today = in->today,
        .started = in->started,
        .report = in->report,
        .args = in->args,
        .nargs = in->nargs,
        .deadline_ms = in->deadline_ms,
    };
    return pgy_run_start(&run);
}

/* Every plugin that is wanted gets its worker. */
static void ask_all(struct pgy_pass *pass)
{
    size_t started = 0;
    pass->asked = true;
    collect_busy(pass);
    collect_data(pass);
    for (size_t i = 0; i < pass->n; i++) {
        struct one *one = &pass->list[i];
        if (one->over)
            continue;
        one->run = ask(pass, one->plugin);
        one->over = pgy_run_step(one->run);
        if (one->over)
            continue;
        started++;
        struct epoll_event event = {.events = EPOLLIN, .data.ptr = one};
        (void)epoll_ctl(pass->epoll, EPOLL_CTL_ADD, pgy_run_fd(one->run), &event);
    }
    /* A pass without workers is over, and whoever waits for its descriptor has to hear of it. */
    if (started == 0 && (pass->nothing = eventfd(1, EFD_CLOEXEC | EFD_NONBLOCK)) >= 0) {
        struct epoll_event event = {.events = EPOLLIN};
        (void)epoll_ctl(pass->epoll, EPOLL_CTL_ADD, pass->nothing, &event);
    }
}

static void list_plugins(struct pgy_pass *pass)
{
    const struct pgy_pass_input *input = &pass->input;
    for (size_t i = 0; i < input->schema->nplugins; i++) {
        const struct pgy_declaration *plugin = &input->schema->plugins[i];
        if (!wanted(input, plugin))
            continue;
        struct one *one = &pass->list[pass->n++];
        one->plugin = plugin;
        if (plugin->failed || pass->epoll < 0) {
            one->failed.rc = PGY_EREFUSED;
            one->failed.failure =
                plugin->failed ? plugin->failed : "too many open files to watch a worker";
            one->over = true;
        }
    }
}

/* True when the plugins can be asked: what they are told of calls is read. */
static bool read_calendars(struct pgy_pass *pass)
{
    const struct pgy_pass_input *in = &pass->input;
    if (!in->oncall && pgy_config_count(in->config, "oncall") == 0)
        return true;
    pass->own_oncall = !in->oncall;
    pass->oncall = in->oncall ? in->oncall : pgy_oncall_new();
    const struct pgy_oncall_input input = {.paths = in->paths,
                                           .config = in->config,
                                           .today = in->today,
                                           .deadline_ms = in->deadline_ms};
    pgy_oncall_begin(pass->oncall, &input);
    pgy_oncall_watch(pass->oncall, pass->epoll);
    return pgy_oncall_step(pass->oncall);
}

struct pgy_pass *pgy_pass_start(const struct pgy_pass_input *input)
{
    struct pgy_arena *arena = pgy_arena_new();
    struct pgy_pass *pass = pgy_arena_alloc(arena, sizeof *pass);
    *pass = (struct pgy_pass){
        .input = *input, .arena = arena, .epoll = epoll_create1(EPOLL_CLOEXEC), .nothing = -1};
    pass->list = pgy_arena_array(arena, input->schema->nplugins + 1, sizeof *pass->list);
    list_plugins(pass);
    if (read_calendars(pass))
        ask_all(pass);
    return pass;
}

int pgy_pass_fd(const struct pgy_pass *pass)
{
    return pass->epoll;
}

bool pgy_pass_step(struct pgy_pass *pass)
{
    bool all = true;
    if (!pass->asked) {
        if (!pgy_oncall_step(pass->oncall))
            return false;
        ask_all(pass);
    }
    for (size_t i = 0; i < pass->n; i++) {
        struct one *one = &pass->list[i];
        if (one->over)
            continue;
        one->over = pgy_run_step(one->run);
        if (one->over)
            (void)epoll_ctl(pass->epoll, EPOLL_CTL_DEL, pgy_run_fd(one->run), NULL);
        all = all && one->over;
    }
    return all;
}

void pgy_pass_wait(struct pgy_pass *pass)
{
    while (!pgy_pass_step(pass)) {
        struct pollfd p = {.fd = pass->epoll, .events = POLLIN};
        if (poll(&p, 1, -1) < 0 && errno != EINTR)
            return;
    }
}

void pgy_pass_free(struct pgy_pass **pass)
{
    if (!pass || !*pass)
        return;
    for (size_t i = 0; i < (*pass)->n; i++)
        pgy_run_free(&(*pass)->list[i].run);
    if ((*pass)->oncall && !(*pass)->own_oncall)
        pgy_oncall_cancel((*pass)->oncall);
    else if ((*pass)->oncall)
        pgy_oncall_free(&(*pass)->oncall);
    pgy_fd_close(&(*pass)->nothing);
    pgy_fd_close(&(*pass)->epoll);
    struct pgy_arena *arena = (*pass)->arena;
    *pass = NULL;
    pgy_arena_free(&arena);
}

size_t pgy_pass_count(const struct pgy_pass *pass)
{
    return pass->n;
}

const char *pgy_pass_plugin(const struct pgy_pass *pass, size_t i)
{
    return pass->list[i].plugin->plugin;
}

const struct pgy_run_result *pgy_pass_result(const struct pgy_pass *pass, size_t i)
{
    const struct one *one = &pass->list[i];
    return one->run ? pgy_run_result(one->run) : &one->failed;
}

const struct pgy_shift *pgy_pass_shifts(const struct pgy_pass *pass, size_t *n)
{
    *n = 0;
    return pass->oncall ? pgy_oncall_shifts(pass->oncall, n) : NULL;
}

static void calendar_problems(const struct pgy_pass *pass, struct pgy_problems *problems)
{
    const char *id, *problem;
    size_t shifts;
    for (size_t i = 0; pass->oncall && pgy_oncall_nth(pass->oncall, i, &id, &shifts, &problem);
         i++) {
        const struct pgy_section *section = pgy_config_section(pass->input.config, "oncall", id);
        if (problem)
            pgy_problem_add(problems, false, pass->input.config->file, section ? section->line : 0,
                            pgy_arena_printf(problems->arena, "oncall:%s", id), NULL, NULL, "%s",
                            problem);
    }
}

/* [packs] path: what is not there is said where it is written. */
static void check_packs(const struct pgy_config *config, struct pgy_problems *problems)
{
    const struct pgy_value *paths = pgy_config_get(config, "packs", "", "path");
    for (uint32_t i = 0; paths && i < paths->nlist; i++) {
        if (access(paths->list[i], R_OK) != 0)
            pgy_problem_add(problems, false, config->file,
                            pgy_config_line(config, "packs", "", "path"), "packs", "path",
                            "check the path, and that pgyd may read it", "%s cannot be read: %s",
                            paths->list[i], pgy_strerror(-errno));
    }
}

void pgy_pass_problems(const struct pgy_pass *pass, struct pgy_problems *problems)
{
    const struct pgy_config *config = pass->input.config;
    calendar_problems(pass, problems);
    check_packs(config, problems);
    for (size_t i = 0; i < pass->n; i++) {
        const struct pgy_run_result *result = pgy_pass_result(pass, i);
        if (result->rc != 0) {
            pgy_problem_add(problems, false, config->file, 0, NULL, NULL, NULL, "%s",
                            result->failure);
            continue;
        }
        for (size_t j = 0; j < result->nproblems; j++) {
            const char *section = result->problems[j].section, *id = result->problems[j].id,
                       *key = result->problems[j].key;
            const char *shown =
                id && *id ? pgy_arena_printf(problems->arena, "%s:%s", section, id) : section;
            const struct pgy_section *where =
                section ? pgy_config_section(config, section, id ? id : "") : NULL;
            uint32_t line = key ? pgy_config_line(config, section, id ? id : "", key) : 0;
            pgy_problem_add(problems, result->problems[j].severity >= PGYD_CRITICAL, config->file,
                            line    ? line
                            : where ? where->line
                                    : 0,
                            shown, key, result->problems[j].remedy, "%s",
                            result->problems[j].message);
        }
    }
}
