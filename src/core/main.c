/* SPDX-License-Identifier: BSD-2-Clause */
/* pgyd-core: configuration, plans, state, timers, control socket. Started by pgyd with its channel
 * as descriptor 3; or with -t by a person. */
#include "pgy-build.h"

#include "core/check.h"
#include "core/core.h"

#include "base/child.h"
#include "base/clock.h"
#include "base/err.h"
#include "base/file.h"
#include "base/log.h"
#include "base/wire.h"

#include <fcntl.h>
#include <signal.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <unistd.h>

static void say(struct pgy_core *core, uint8_t type, const char *text)
{
    size_t mark = pgy_frame_begin(&core->parent.out, type);
    if (text)
        pgy_put_str(&core->parent.out, text);
    pgy_frame_end(&core->parent.out, mark);
    core_flush(core, &core->parent, &core->parent_watch);
}

/* No use in a restart: the parent prints the sentence and ends everything. */
static int fatal(struct pgy_core *core, const char *why)
{
    size_t mark = pgy_frame_begin(&core->parent.out, PGY_P_FATAL);
    pgy_put_str(&core->parent.out, why);
    pgy_frame_end(&core->parent.out, mark);
    struct pgy_frame frame;
    while (pgy_link_wait(&core->parent, 5000, &frame) == 0 && frame.type != PGY_P_STOP)
        continue;
    return 1;
}

static void tell_ready(struct pgy_core *core)
{
    char line[128];
    size_t out = 0;
    if (core_busy(core) || !core->listen)
        return;
    for (const struct core_profile *p = core->profiles; p; p = p->next)
        out += !p->config;
    size_t in = core->nprofiles - out;
    snprintf(line, sizeof line, "%zu profile%s in service, %zu out, serving on %s", in,
             in == 1 ? "" : "s", out, core->listen);
    if (!core->ready) {
        core->ready = true;
        pgy_info("%s", line);
        say(core, PGY_P_READY, line);
    }
    if (core->reloading) {
        core->reloading = false;
        say(core, PGY_P_STATUS, line);
        say(core, PGY_P_RELOADED, NULL);
    }
}

static void on_link(struct pgy_core *core, struct pgy_frame *frame)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    const char *peer = pgy_get_str(frame, arena);
    int fd = pgy_link_take_fd(&core->parent);
    if (pgy_frame_done(frame) || fd < 0 || !peer) {
        pgy_error("the parent sent a link that makes no sense");
        pgy_fd_close(&fd);
    } else if (strcmp(peer, "web") == 0) {
        core_web_link(core, fd);
    } else if (strcmp(peer, "courier") == 0) {
        core_courier_link(core, fd);
    } else {
        pgy_fd_close(&fd);
    }
}

static void on_bound(struct pgy_core *core, struct pgy_frame *frame)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    uint8_t which = pgy_get_u8(frame), ok = pgy_get_u8(frame);
    const char *shown = pgy_get_str(frame, arena), *error = pgy_get_str(frame, arena);
    if (pgy_frame_done(frame) || which != 0)
        return;
    free(core->listen_error);
    core->listen_error = ok || !error ? NULL : strdup(error);
    if (ok && shown) {
        free(core->listen);
        core->listen = strdup(shown);
    }
    tell_ready(core);
}

static void on_child(struct pgy_core *core, struct pgy_frame *frame)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    const char *name = pgy_get_str(frame, arena);
    int64_t pid = pgy_get_i64(frame);
    uint32_t restarts = pgy_get_u32(frame);
    const char *end = pgy_get_str(frame, arena);
    size_t i = 0;
    if (pgy_frame_done(frame) || !name)
        return;
    while (i < core->nchildren && strcmp(core->children[i].name, name) != 0)
        i++;
    if (i == sizeof core->children / sizeof core->children[0])
        return;
    if (i == core->nchildren)
        core->nchildren++;
    struct core_child *child = &core->children[i];
    *child = (struct core_child){.pid = pid, .restarts = restarts};
    snprintf(child->name, sizeof child->name, "%s", name);
    snprintf(child->last_end, sizeof child->last_end, "%s", end ? end : "");
}

static void on_parent(struct pgy_core *core, void *arg, int events)
{
    (void)arg;
    struct pgy_frame frame;
    if (events & UV_WRITABLE)
        core_flush(core, &core->parent, &core->parent_watch);
    int rc = pgy_link_read(&core->parent);
    while (pgy_link_next(&core->parent, &frame) == 0) {
        switch (frame.type) {
        case PGY_FRAME_HELLO:
            if (pgy_link_check_hello(&frame) != 0)
                core_stop(core);
            break;
        case PGY_P_LINK:
            on_link(core, &frame);
            break;
        case PGY_P_BOUND:
            on_bound(core, &frame);
            break;
        case PGY_P_CHILD:
            on_child(core, &frame);
            break;
        case PGY_P_RELOAD:
            core_reload(core);
            core_job_next(core);
            break;
        case PGY_P_PING:
            say(core, PGY_P_PONG, NULL);
            break;
        case PGY_P_STOP:
            core_stop(core);
            break;
        default:
            break;
        }
    }
    if (rc != 0 && rc != PGY_EAGAIN)
        core_stop(core);
    core_tick(core);
}

static void on_timer(struct pgy_core *core, void *arg, int events)
{
    (void)arg;
    (void)events;
    (void)pgy_clock_timer_read(core->timer_fd);
    core_tick(core);
}

static void on_idle_turn(uv_prepare_t *prepare)
{
    tell_ready(prepare->data);
}

/* State directory, store, key, feeds: what must be there before anything is planned. */
static int open_state(struct pgy_core *core, const char **why)
{
    const char *dir = core->house->house->state_dir;
    core->state_fd = pgy_dir_open(dir, 0700);
    if (core->state_fd < 0) {
        *why = pgy_arena_printf(core->arena,
                                "the state directory %s cannot be used: %s; set [daemon] state_dir "
                                "to a directory that pgyd may write",
                                dir, pgy_strerror(core->state_fd));
        return core->state_fd;
    }
    int rc = pgy_store_open(dir, core->arena, &core->store, why);
    if (rc != 0 || (rc = core_key_open(core, why)) != 0)
        return rc;
    core->feeds_fd = pgy_dir_open_at(core->state_fd, "feeds", 0700);
    if (core->feeds_fd < 0) {
        *why = pgy_arena_printf(core->arena, "the directory %s/feeds cannot be used: %s", dir,
                                pgy_strerror(core->feeds_fd));
        return core->feeds_fd;
    }
    return core_tokens_write(core);
}

static int open_all(struct pgy_core *core, const char **why)
{
    struct pgy_problems problems = {.arena = core->arena};
    core->house = calloc(1, sizeof *core->house);
    if (!core->house)
        abort();
    core->house->refs = 1;
    int rc = pgy_house_open(core->config_file, core->described, &problems, &core->house->house);
    if (rc != 0) {
        *why = "pgyd's own files cannot be found beside the program";
        return rc;
    }
    for (size_t i = 0; i < problems.n; i++)
        pgy_warn("%s", pgy_problem_line(&problems.list[i], core->arena));
    if ((rc = open_state(core, why)) != 0 || (rc = core_daemon_open(core, why)) != 0 ||
        (rc = core_control_open(core, why)) != 0)
        return rc;
    core->timer_fd = pgy_clock_timer();
    return core->timer_fd < 0 ? core->timer_fd
                              : core_watch_start(core, &core->timer_watch, core->timer_fd,
                                                 UV_READABLE, on_timer, NULL);
}

/* The feeds' directory goes to the parent, who hands it to every web it starts, also while the core
 * is away. */
static void serve(struct pgy_core *core)
{
    size_t mark = pgy_frame_begin(&core->parent.out, PGY_P_SERVE);
    pgy_frame_end(&core->parent.out, mark);
    (void)pgy_link_send_fds(&core->parent, &core->feeds_fd, 1);
    core_watch_start(core, &core->parent_watch, core->parent.fd, UV_READABLE, on_parent, NULL);
    core_bind(core);
}

static void close_all(struct pgy_core *core)
{
    core_control_close(core);
    if (core->job)
        core_job_forget(core, core->job->profile);
    while (core->profiles)
        core_profile_drop(core, core->profiles);
    pgy_config_free(&core->daemon);
    core_house_unref(&core->daemon_house);
    core_house_unref(&core->house);
    pgy_described_free(&core->described);
    pgy_store_close(&core->store);
    pgy_calendar_close();
    free(core->order);
    free(core->listen);
    free(core->listen_error);
    free(core->degraded);
    free(core->sending);
    pgy_arena_free(&core->outcomes_arena);
    pgy_arena_free(&core->daemon_notes);
    pgy_link_close(&core->web);
    pgy_link_close(&core->courier);
    pgy_fd_close(&core->feeds_fd);
    pgy_fd_close(&core->state_fd);
    pgy_fd_close(&core->timer_fd);
    pgy_fd_close(&core->ready_fd);
    pgy_fd_close(&core->spare_fd);
    pgy_arena_free(&core->arena);
}

static int run(const char *config_file)
{
    struct pgy_core core = {
        .config_file = config_file,
        .web = {.fd = -1},
        .courier = {.fd = -1},
        .state_fd = -1,
        .feeds_fd = -1,
        .control_fd = -1,
        .timer_fd = -1,
        .ready_fd = eventfd(1, EFD_CLOEXEC | EFD_NONBLOCK),
        .spare_fd = open("/dev/null", O_RDONLY | O_CLOEXEC),
        .has_parent = true,
        .since = pgy_clock_now(),
        .arena = pgy_arena_new(),
        .described = pgy_described_new(),
    };
    const char *why = "";
    uv_prepare_t prepare;
    if (pgy_child_init("pgyd-core", &core.parent) != 0 || sodium_init() < 0 ||
        uv_loop_init(&core.loop) != 0)
        return 1;
    pgy_calendar_open();
    int rc = open_all(&core, &why);
    if (rc != 0) {
        rc = fatal(&core, *why ? why : pgy_strerror(rc));
    } else {
        uv_prepare_init(&core.loop, &prepare);
        prepare.data = &core;
        uv_prepare_start(&prepare, on_idle_turn);
        serve(&core);
        core_tick(&core);
        uv_run(&core.loop, UV_RUN_DEFAULT);
        uv_prepare_stop(&prepare);
        uv_close((uv_handle_t *)&prepare, NULL);
    }
    close_all(&core);
    core_watch_stop(&core.parent_watch);
    core_watch_stop(&core.web_watch);
    core_watch_stop(&core.courier_watch);
    core_watch_stop(&core.timer_watch);
    uv_run(&core.loop, UV_RUN_DEFAULT);
    (void)uv_loop_close(&core.loop);
    pgy_link_close(&core.parent);
    return rc == 0 && !core.failed ? 0 : 1;
}

int main(int argc, char **argv)
{
    const char *given = NULL;
    bool check = false;
    int option;
    while ((option = getopt(argc, argv, "c:t")) != -1) {
        if (option == 'c')
            given = optarg;
        else if (option == 't')
            check = true;
        else
            return 2;
    }
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    const char *const *tried;
    size_t n;
    const char *file = pgy_paths_config(arena, given, &tried, &n);
    return check ? core_check(file, tried, n) : run(file);
}
