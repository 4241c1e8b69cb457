/* SPDX-License-Identifier: BSD-2-Clause */
/* The control socket: state_dir/control, one request a connection, admitted by the kernel's word on
 * who is asking. */
#include "pgy-build.h"

#include "core/core.h"

#include "base/clock.h"
#include "base/err.h"
#include "base/file.h"
#include "base/log.h"
#include "base/wire.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

enum {
    REQUEST_ARGS = 64,
    CHUNK = 256 * 1024,
    ANSWER_MAX = 64 * 1024 * 1024,
    GIVE_UP_MS = 60 * 1000
};

static void client_close(struct core_client *client)
{
    struct pgy_core *core = client->core;
    for (struct core_client **p = &core->clients; *p; p = &(*p)->next) {
        if (*p == client) {
            *p = client->next;
            core->nclients--;
            break;
        }
    }
    core_watch_stop(&client->watch);
    pgy_link_close(&client->link);
    core_job_client_left(core, client);
    core_proposal_free(client);
    if (client->pending)
        json_decref(client->pending);
    free(client->note);
    free(client);
}

void core_client_answer(struct core_client *client, int status, json_t *answer)
{
    char *text = answer ? json_dumps(answer, JSON_COMPACT | JSON_ENSURE_ASCII) : NULL;
    json_decref(answer);
    const char *p = text ? text : "{\"error\":\"out of memory\"}";
    size_t len = strlen(p);
    /* Answers are ASCII, so a cut anywhere is a valid text. */
    for (; len > CHUNK; p += CHUNK, len -= CHUNK) {
        size_t mark = pgy_frame_begin(&client->link.out, PGY_X_CHUNK);
        pgy_put_bytes(&client->link.out, p, CHUNK);
        pgy_frame_end(&client->link.out, mark);
    }
    size_t mark = pgy_frame_begin(&client->link.out, PGY_X_ANSWER);
    pgy_put_i64(&client->link.out, text ? status : 1);
    pgy_put_str(&client->link.out, p);
    pgy_frame_end(&client->link.out, mark);
    free(text);
    client->answered = true;
    core_flush(client->core, &client->link, &client->watch);
}

void core_client_refuse(struct core_client *client, int status, const char *nearest,
                        const char *format, ...)
{
    char text[1024];
    va_list ap;
    va_start(ap, format);
    vsnprintf(text, sizeof text, format, ap);
    va_end(ap);
    json_t *answer = json_pack("{ss}", "error", text);
    if (!answer)
        answer = json_pack("{ss}", "error", "the request holds text that is not UTF-8");
    if (nearest)
        json_object_set_new(answer, "nearest", json_string(nearest));
    core_client_answer(client, status, answer);
}

static void on_request(struct core_client *client, struct pgy_frame *frame)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    const char *args[REQUEST_ARGS];
    uint32_t n = pgy_get_u32(frame);
    if (frame->err || n == 0 || n > REQUEST_ARGS) {
        core_client_refuse(client, 2, NULL, "the request makes no sense");
        return;
    }
    for (uint32_t i = 0; i < n; i++) {
        args[i] = pgy_get_str(frame, arena);
        if (!args[i])
            args[i] = "";
    }
    if (pgy_frame_done(frame))
        core_client_refuse(client, 2, NULL, "the request makes no sense");
    else
        core_command(client, args, n);
}

static void on_client(struct pgy_core *core, void *arg, int events)
{
    (void)core;
    struct core_client *client = arg;
    struct pgy_frame frame;
    if (events & UV_WRITABLE)
        core_flush(client->core, &client->link, &client->watch);
    int rc = pgy_link_read(&client->link), cut;
    while ((cut = pgy_link_next(&client->link, &frame)) == 0) {
        if (!client->greeted) {
            int version = pgy_link_check_hello(&frame);
            client->greeted = true;
            if (version != 0)
                core_client_refuse(
                    client, 1, NULL,
                    "this pgyctl and the running pgyd are of different versions: restart pgyd");
        } else if (frame.type == PGY_X_REQUEST && !client->answered && !client->command) {
            client->give_up = pgy_clock_mono_ms() + GIVE_UP_MS;
            on_request(client, &frame);
        }
    }
    if ((rc != 0 && rc != PGY_EAGAIN) || (cut != PGY_EAGAIN && cut != 0))
        client_close(client);
}

/* Whether the peer's process is in a group, by the kernel's word. */
static bool in_group(int fd, gid_t group)
{
    gid_t groups[1024];
    socklen_t len = sizeof groups;
    if (getsockopt(fd, SOL_SOCKET, SO_PEERGROUPS, groups, &len) != 0)
        return false;
    for (size_t i = 0; i < len / sizeof groups[0]; i++) {
        if (groups[i] == group)
            return true;
    }
    return false;
}

/* Neither asked anything nor waits for anything: it may go when others need its place, and after a
 * minute in any case. */
static bool idle(const struct core_client *client)
{
    return client->answered || !client->command;
}

/* Room for one more: whoever came first of those who are idle leaves (the list has the newest
 * first). */
static bool make_room(struct pgy_core *core)
{
    struct core_client *oldest = NULL;
    if (core->nclients < CORE_CLIENTS)
        return true;
    for (struct core_client *c = core->clients; c; c = c->next) {
        if (idle(c))
            oldest = c;
    }
    if (oldest)
        client_close(oldest);
    return oldest != NULL;
}

/* One person: the same uid, or root. An office: also members of pgyd's group, where whoever set up
 * the state directory opened it to that group. */
static bool admitted(const struct pgy_core *core, int fd)
{
    struct ucred who;
    struct stat st;
    socklen_t len = sizeof who;
    if (getsockopt(fd, SOL_SOCKET, SO_PEERCRED, &who, &len) != 0)
        return false;
    if (who.uid == 0 || who.uid == geteuid())
        return true;
    return fstat(core->state_fd, &st) == 0 && (st.st_mode & S_IXGRP) &&
           (who.gid == st.st_gid || in_group(fd, st.st_gid));
}

/* Somebody waits whom no descriptor is left for: left waiting, the loop would never sleep again. */
static void turn_away(struct pgy_core *core)
{
    pgy_fd_close(&core->spare_fd);
    int fd = accept4(core->control_fd, NULL, NULL, SOCK_CLOEXEC | SOCK_NONBLOCK);
    pgy_fd_close(&fd);
    core->spare_fd = open("/dev/null", O_RDONLY | O_CLOEXEC);
    pgy_error("there are no descriptors left: a client of the control socket was turned away; "
              "raise LimitNOFILE");
}

static void on_accept(struct pgy_core *core, void *arg, int events)
{
    (void)arg;
    (void)events;
    int fd = accept4(core->control_fd, NULL, NULL, SOCK_CLOEXEC | SOCK_NONBLOCK);
    if (fd < 0 && (errno == EMFILE || errno == ENFILE))
        turn_away(core);
    if (fd < 0)
        return;
    if (!admitted(core, fd) || !make_room(core)) {
        close(fd);
        return;
    }
    struct core_client *client = calloc(1, sizeof *client);
    if (!client)
        abort();
    client->core = core;
    client->next = core->clients;
    client->give_up = pgy_clock_mono_ms() + GIVE_UP_MS;
    core->clients = client;
    core->nclients++;
    pgy_link_open(&client->link, fd, ANSWER_MAX);
    pgy_link_hello(&client->link, "pgyd-core");
    core_watch_start(core, &client->watch, fd, UV_READABLE, on_client, client);
    core_flush(core, &client->link, &client->watch);
}

static bool ready(struct core_client *client)
{
    if (client->waiting)
        return client->waiting->done >= client->serial;
    if (client->waiting_all)
        return !core_busy(client->core);
    return client->waiting_row != 0;
}

void core_clients_wake(struct pgy_core *core)
{
    int64_t now = pgy_clock_mono_ms();
    for (struct core_client *c = core->clients, *next; c; c = next) {
        next = c->next;
        if (idle(c)) {
            if (now >= c->give_up)
                client_close(c);
            continue;
        }
        if (ready(c) && core_command_finish(c))
            continue;
        if (now >= c->give_up && c->proposal)
            core_client_refuse(c, 1, NULL,
                               "nothing was written down: its check takes longer than a minute; "
                               "see pgyctl status, and try again");
        else if (now >= c->give_up)
            core_client_refuse(c, 1, NULL,
                               "this takes longer than a minute; it goes on, see pgyctl status");
    }
}

void core_clients_lose(struct pgy_core *core, const struct core_profile *profile)
{
    for (struct core_client *c = core->clients; c; c = c->next) {
        if (c->waiting != profile)
            continue;
        c->waiting = NULL;
        if (!c->answered)
            core_client_refuse(c, 1, NULL, "'%s' was taken out of the configuration meanwhile",
                               profile->file);
    }
}

int core_control_open(struct pgy_core *core, const char **why)
{
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    /* Through the directory's descriptor: a socket's address holds 107 bytes, a path may be longer
     * (DESIGN.md 5.1). */
    snprintf(address.sun_path, sizeof address.sun_path, "/proc/self/fd/%d/control", core->state_fd);
    (void)unlinkat(core->state_fd, "control", 0);
    core->control_fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (core->control_fd < 0 ||
        bind(core->control_fd, (struct sockaddr *)&address, sizeof address) != 0 ||
        fchmodat(core->state_fd, "control", 0660, 0) != 0 || listen(core->control_fd, 16) != 0) {
        int rc = -errno;
        *why = pgy_arena_printf(core->arena, "the control socket %s/control cannot be made: %s",
                                core->house->house->state_dir, pgy_strerror(rc));
        return rc;
    }
    return core_watch_start(core, &core->control_watch, core->control_fd, UV_READABLE, on_accept,
                            NULL);
}

void core_control_close(struct pgy_core *core)
{
    while (core->clients)
        client_close(core->clients);
    core_watch_stop(&core->control_watch);
    if (core->control_fd >= 0)
        (void)unlinkat(core->state_fd, "control", 0);
    pgy_fd_close(&core->control_fd);
}
