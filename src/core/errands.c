/* SPDX-License-Identifier: BSD-2-Clause */
/* Errands of the desk of commands: what it asked of the other desks is done here, and what became
 * of it is handed back, in words where the other desk has none. What is asked is the desk's. */
#include "core/core.h"

#include "base/clock.h"
#include "base/err.h"
#include "store/backup.h"

void core_reload(struct pgy_core *core)
{
    core->parent.reload_asked = false;
    core->parent.reloading = true;
    core_people_reload(core->people);
    core_parent_bind(core);
}

/* How a phone gets here: only the person can make that way. */
static const char *reach_note(const struct pgy_core *core)
{
    const struct pgy_config *daemon = core_people_roll(core->people)->daemon;
    if (*pgy_config_text(daemon, "serve", "", "public_url", ""))
        return "";
    return "These links work on this computer only. For a phone, put pgyd behind an https address "
           "(a reverse proxy, Tailscale, a tunnel) and set [serve] public_url, or in a trusted "
           "network set [serve] listen to this computer's address.";
}

static void refuse_by_store(struct pgy_core *core, const struct core_errand *errand)
{
    core_desk_refuse(core->desk, errand->client, 1, pgy_store_error(core->state.store));
}

static void link_list(struct pgy_core *core, const struct core_errand *errand)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    struct pgy_subscription *list;
    size_t n;
    if (pgy_store_subscriptions(core->state.store, errand->name, arena, &list, &n) != 0) {
        refuse_by_store(core, errand);
        return;
    }
    json_t *urls = json_array();
    for (size_t i = 0; i < n; i++)
        json_array_append_new(urls, core_links_json(core->links, &list[i]));
    core_desk_answer(core->desk, errand->client, 0,
                     json_pack("{so ss}", "urls", urls, "note", reach_note(core)));
}

/* The files of a link are there before the link is. */
static void link_put(struct pgy_core *core, const struct core_errand *errand)
{
    const char *why = "";
    int rc = core_links_put(core->links, errand->link, &why);
    if (rc == 0) {
        core_people_render(core->people, errand->person);
        rc = core_links_publish(core->links, &why);
    }
    if (rc != 0)
        core_desk_refuse(core->desk, errand->client, 1, why);
    else
        core_desk_answer(core->desk, errand->client, 0,
                         json_pack("{so}", "url", core_links_json(core->links, errand->link)));
}

static void notify_test(struct pgy_core *core, const struct core_errand *errand)
{
    int64_t row = 0;
    if (core_post_test(core->post, errand->person, errand->name, &row) != 0 || row == 0) {
        refuse_by_store(core, errand);
        return;
    }
    core_desk_await_row(core->desk, errand->client, row);
    core_post_deliver(core->post, pgy_clock_now());
}

static void forget(struct pgy_core *core, const struct core_errand *errand)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    int rc = core_people_forget(core->people, errand->name);
    if (rc == PGY_ENOTFOUND) {
        core_desk_refuse(
            core->desk, errand->client, 1,
            pgy_arena_printf(arena, "nothing is stored of a profile '%s'", errand->name));
    } else if (rc != 0) {
        refuse_by_store(core, errand);
    } else {
        core_links_write(core->links);
        core_desk_answer(core->desk, errand->client, 0, json_pack("{ss}", "id", errand->name));
    }
}

static void backup(struct pgy_core *core, const struct core_errand *errand)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    struct core_state *state = &core->state;
    int rc = pgy_backup_write(state->store, state->key, errand->name, pgy_clock_now());
    if (rc == 0)
        core_desk_answer(core->desk, errand->client, 0, json_pack("{ss}", "path", errand->name));
    else
        core_desk_refuse(core->desk, errand->client, 1,
                         pgy_arena_printf(arena, "the backup was not made: %s",
                                          rc == PGY_EEXISTS ? "that file exists already"
                                                            : pgy_store_error(state->store)));
}

static void do_errand(struct pgy_core *core, const struct core_errand *e)
{
    switch (e->kind) {
    case CORE_PLAN:
        core_desk_await(core->desk, e->client,
                        core_people_plan(core->people, e->person, e->client, e->proposal));
        break;
    case CORE_LET_GO:
        core_people_let_go(core->people, e->person);
        break;
    case CORE_WITHDRAW:
        core_people_withdraw(core->people, e->client);
        break;
    case CORE_RELOAD:
        core_reload(core);
        break;
    case CORE_VERDICTS:
        core_desk_answer(core->desk, e->client, 0, core_reload_answer(core));
        break;
    case CORE_STATUS:
        core_desk_answer(core->desk, e->client, 0, core_status(core));
        break;
    case CORE_PEOPLE:
        core_desk_answer(core->desk, e->client, 0, core_profile_list(core));
        break;
    case CORE_FORGET:
        forget(core, e);
        break;
    case CORE_LINK_LIST:
        link_list(core, e);
        break;
    case CORE_LINK_PUT:
        link_put(core, e);
        break;
    case CORE_DELIVER:
        core_post_deliver(core->post, pgy_clock_now());
        break;
    case CORE_NOTIFY_TEST:
        notify_test(core, e);
        break;
    case CORE_BACKUP:
        backup(core, e);
        break;
    }
}

size_t core_errands(struct pgy_core *core)
{
    struct core_errand errand;
    size_t n = 0;
    for (; core_desk_errand(core->desk, &errand); n++)
        do_errand(core, &errand);
    return n;
}
