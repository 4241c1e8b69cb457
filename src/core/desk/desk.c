/* SPDX-License-Identifier: BSD-2-Clause */
/* What main hears and says: errands are given out, what other desks did for a client comes back,
 * and whoever waited is answered. Asking is commands.c's; errands wait in errands.c. */
#include "core/desk/command.h"

#include "base/clock.h"

#include <string.h>

bool core_desk_errand(struct core_desk *desk, struct core_errand *errand)
{
    bool gone;
    while (core_desk_take(desk, errand, &gone)) {
        if (!gone)
            return true;
        const struct core_client *client = core_client_find(desk, errand->client);
        /* Whoever waits for a plan is told so by core_desk_wake. */
        if (client && client->wait.what != WAIT_PLAN)
            core_desk_refuse(desk, errand->client, 1,
                             "the profile was taken out of the configuration meanwhile");
    }
    return false;
}

void core_desk_answer(struct core_desk *desk, uint64_t number, int status, json_t *answer)
{
    struct core_client *client = core_client_find(desk, number);
    if (client && !client->answered)
        core_client_answer(client, status, answer);
    else
        json_decref(answer);
}

void core_desk_refuse(struct core_desk *desk, uint64_t number, int status, const char *sentence)
{
    struct core_client *client = core_client_find(desk, number);
    if (client && !client->answered)
        core_client_refuse(client, status, NULL, "%s", sentence);
}

void core_desk_await(struct core_desk *desk, uint64_t number, uint64_t serial)
{
    struct core_client *client = core_client_find(desk, number);
    if (client)
        client->wait.serial = serial;
}

void core_desk_await_row(struct core_desk *desk, uint64_t number, int64_t row)
{
    struct core_client *client = core_client_find(desk, number);
    if (!client)
        return;
    client->wait = (struct core_wait){.what = WAIT_ROW, .row = row};
    client->give_up = pgy_clock_mono_ms() + DESK_TEST_MS;
}

void core_desk_settle(struct core_desk *desk, const struct core_settled *settled)
{
    struct core_client *client = core_client_find(desk, settled->client);
    if (!client)
        return;
    client->proposed = false;
    if (client->answered)
        return;
    if (settled->why)
        core_client_refuse(client, 1, NULL, "%s", settled->why);
    else
        json_object_set_new(client->pending, "number", json_integer((json_int_t)settled->number));
}

static bool is_ready(const struct core_client *client, const struct core_person *person, bool busy)
{
    switch (client->wait.what) {
    case WAIT_NOTHING:
        return false;
    case WAIT_PLAN:
        return person && person->done >= client->wait.serial;
    case WAIT_ALL:
        return !busy;
    case WAIT_ROW:
        return true;
    }
    return false;
}

static void give_up(struct core_client *client)
{
    if (client->proposed)
        core_client_refuse(client, 1, NULL,
                           "nothing was written down: its check takes longer than a minute; see "
                           "pgyctl status, and try again");
    else
        core_client_refuse(client, 1, NULL,
                           "this takes longer than a minute; it goes on, see pgyctl status");
    cmd_withdraw(client);
}

static void wake(struct core_client *client, int64_t now, bool busy)
{
    const struct core_person *person = core_roll_born(client->desk->in.roll, client->wait.born);
    if (client->wait.what == WAIT_PLAN && !person) {
        core_client_refuse(client, 1, NULL, "'%s' was taken out of the configuration meanwhile",
                           client->file ? client->file : "");
        return;
    }
    if (is_ready(client, person, busy))
        client->command->finish(client, person);
    if (!client->answered && now >= client->give_up)
        give_up(client);
}

void core_desk_wake(struct core_desk *desk, bool busy)
{
    int64_t now = pgy_clock_mono_ms();
    for (struct core_client *c = desk->clients, *next; c; c = next) {
        next = c->next;
        if (!core_client_idle(c))
            wake(c, now, busy);
        else if (now >= c->give_up)
            core_client_close(c);
    }
}
