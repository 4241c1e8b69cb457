/* SPDX-License-Identifier: BSD-2-Clause */
/* Feed links by name: add, rotate, revoke. Tokens and files are the links desk's and the people
 * desk's, reached by errands. */
#include "core/desk/command.h"

#include "base/clock.h"
#include "base/str.h"
#include "calendar/choice.h"
#include "calendar/feed.h"

#include <string.h>

/* The subscription of that name; false after nothing was found (no refusal yet). */
static bool find_url(struct core_desk *desk, const char *profile, const char *name,
                     struct pgy_arena *arena, struct pgy_subscription *out)
{
    struct pgy_subscription *list;
    size_t n;
    if (pgy_store_subscriptions(desk->in.store, profile, arena, &list, &n) != 0)
        return false;
    for (size_t i = 0; i < n; i++) {
        if (strcmp(list[i].name, name) == 0) {
            *out = list[i];
            return true;
        }
    }
    return false;
}

void cmd_url_list(struct core_client *client, const struct core_person *person,
                  const char *const *args, size_t n)
{
    const char *whose = n > 1 && *args[1] ? args[1] : NULL;
    (void)person;
    if (whose && !core_roll_find(client->desk->in.roll, whose))
        core_client_refuse(client, 1, NULL,
                           "there is no profile '%s' in service; pgyctl profile list shows them",
                           whose);
    else
        cmd_leave(client, CORE_LINK_LIST, NULL, whose);
}

static void put_url(struct core_client *client, const struct core_person *person,
                    const struct pgy_subscription *link)
{
    const struct core_errand errand = {
        .kind = CORE_LINK_PUT, .client = client->number, .person = person, .link = link};
    core_desk_leave(client->desk, &errand);
}

/* The feed's name nearest to a slip of the hand. */
static const char *nearest_feed(const struct core_person *person, const char *feed)
{
    const char *names[CORE_MAX_FEEDS] = {PGY_FEED_ALL, PGY_FEED_PHASES, PGY_FEED_EVERYTHING};
    const struct pgy_schema *schema = person->house->schema;
    size_t n = 3;
    for (size_t i = 0; i < schema->nplugins && n < CORE_MAX_FEEDS; i++) {
        if (schema->plugins[i].listed)
            names[n++] = schema->plugins[i].plugin;
    }
    return pgy_str_nearest(feed, names, n);
}

void cmd_url_add(struct core_client *client, const struct core_person *person,
                 const char *const *args, size_t n)
{
    (void)n;
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    struct pgy_subscription old;
    enum pgy_style known;
    const char *feed = *args[3] ? args[3] : "all", *style = *args[4] ? args[4] : "generic";
    if (!pgy_str_is_id(args[2]))
        core_client_refuse(client, 1, NULL,
                           "'%s' cannot name a link: use up to 24 of a-z, 0-9 and -", args[2]);
    else if (find_url(client->desk, person->id, args[2], arena, &old) && !old.revoked)
        core_client_refuse(
            client, 1, NULL,
            "there is a link '%s' already; rotate or revoke it, or choose another name", args[2]);
    else if (!core_person_has_feed(person, feed))
        core_client_refuse(
            client, 1, nearest_feed(person, feed),
            "there is no feed '%s': there are all, phases, everything, and one for each plugin of "
            "[daemon] plugins",
            feed);
    else if (pgy_style_parse(style, &known) != 0)
        core_client_refuse(client, 1, NULL,
                           "there is no style '%s': there are generic, outlook, google, quiet (no "
                           "alarms) and busy (when, not what)",
                           style);
    else {
        struct pgy_subscription fresh = {.profile = person->id,
                                         .name = args[2],
                                         .feed = feed,
                                         .style = style,
                                         .created = pgy_clock_now()};
        /* A name that was revoked comes back with another token. */
        fresh.generation =
            find_url(client->desk, person->id, args[2], arena, &old) ? old.generation + 1 : 0;
        put_url(client, person, &fresh);
    }
}

static void change_url(struct core_client *client, const struct core_person *person,
                       const char *name, bool revoke)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    struct pgy_subscription s;
    if (!find_url(client->desk, person->id, name, arena, &s)) {
        core_client_refuse(client, 1, NULL, "there is no link '%s'; pgyctl url list shows them",
                           name);
        return;
    }
    if (s.revoked) {
        core_client_refuse(client, 1, NULL, "link '%s' is revoked; pgyctl url add %s makes it anew",
                           name, name);
        return;
    }
    s.generation++;
    s.revoked = revoke;
    put_url(client, person, &s);
}

void cmd_url_rotate(struct core_client *client, const struct core_person *person,
                    const char *const *args, size_t n)
{
    (void)n;
    change_url(client, person, args[2], false);
}

void cmd_url_revoke(struct core_client *client, const struct core_person *person,
                    const char *const *args, size_t n)
{
    (void)n;
    change_url(client, person, args[2], true);
}
