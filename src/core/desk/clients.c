/* SPDX-License-Identifier: BSD-2-Clause */
/* Clients of the control socket, one request each: their frames and their end. Who may come in is
 * control.c's, what they may ask is commands.c's, how they are answered is answer.c's. */
#include "core/desk/command.h"

#include "base/clock.h"
#include "base/err.h"
#include "base/wire.h"

#include <stdlib.h>

enum { REQUEST_ARGS = 64, ANSWER_MAX = 64 * 1024 * 1024 };

struct core_client *core_client_find(struct core_desk *desk, uint64_t number)
{
    struct core_client *client = desk->clients;
    while (client && client->number != number)
        client = client->next;
    return client;
}

void core_client_close(struct core_client *client)
{
    struct core_desk *desk = client->desk;
    struct core_client **p = &desk->clients;
    while (*p != client)
        p = &(*p)->next;
    *p = client->next;
    desk->nclients--;
    core_watch_stop(&client->watch);
    pgy_link_close(&client->link);
    cmd_withdraw(client);
    if (client->pending)
        json_decref(client->pending);
    free(client->note);
    free(client->file);
    free(client);
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
        cmd_run(client, args, n);
}

static void on_client(void *arg, int events)
{
    struct core_client *client = arg;
    struct pgy_frame frame;
    if (events & CORE_WRITE)
        core_watch_flush(&client->watch, &client->link);
    int rc = pgy_link_read(&client->link), cut;
    while ((cut = pgy_link_next(&client->link, &frame)) == 0) {
        if (!client->greeted) {
            int version = pgy_link_check_hello(&frame);
            client->greeted = true;
            if (version != 0)
                core_client_refuse(client, 1, NULL,
                                   "this pgyctl and the running pgyd are of different versions: "
                                   "restart pgyd");
        } else if (frame.type == PGY_X_REQUEST && !client->answered && !client->command) {
            client->give_up = pgy_clock_mono_ms() + DESK_GIVE_UP_MS;
            on_request(client, &frame);
        }
    }
    if ((rc != 0 && rc != PGY_EAGAIN) || (cut != PGY_EAGAIN && cut != 0))
        core_client_close(client);
}

bool core_client_idle(const struct core_client *client)
{
    return client->answered || !client->command;
}

struct core_client *core_client_new(struct core_desk *desk, int fd)
{
    struct core_client *client = calloc(1, sizeof *client);
    if (!client)
        abort();
    client->number = ++desk->numbers;
    client->desk = desk;
    client->next = desk->clients;
    client->give_up = pgy_clock_mono_ms() + DESK_GIVE_UP_MS;
    desk->clients = client;
    desk->nclients++;
    pgy_link_open(&client->link, fd, ANSWER_MAX);
    pgy_link_hello(&client->link, "pgyd-core");
    core_watch_start(desk->in.loop, &client->watch, fd, CORE_READ, on_client, client);
    core_watch_flush(&client->watch, &client->link);
    return client;
}
