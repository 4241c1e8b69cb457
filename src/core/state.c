/* SPDX-License-Identifier: BSD-2-Clause */
/* State directory, store, key, feeds' directory: what must be there before anything is planned.
 * What is in them belongs to the desks. */
#include "core/core.h"

#include "base/err.h"
#include "base/file.h"
#include "store/token.h"

int core_state_open(struct pgy_core *core, const char **why)
{
    struct core_state *state = &core->state;
    const char *dir = core->house->state_dir;
    state->dir = pgy_dir_open(dir, 0700);
    if (state->dir < 0) {
        *why = pgy_arena_printf(core->arena,
                                "the state directory %s cannot be used: %s; set [daemon] state_dir "
                                "to a directory that pgyd may write",
                                dir, pgy_strerror(state->dir));
        return state->dir;
    }
    int rc = pgy_store_open(dir, core->arena, &state->store, why);
    if (rc != 0)
        return rc;
    core->health.store = state->store;
    rc = pgy_key_open(state->dir, state->key);
    if (rc != 0) {
        *why = pgy_arena_printf(core->arena,
                                "%s/key cannot be used: %s; it must be a file of 32 bytes that "
                                "only its owner may read",
                                dir, pgy_strerror(rc));
        return rc;
    }
    state->feeds = pgy_dir_open_at(state->dir, "feeds", 0700);
    if (state->feeds < 0)
        *why = pgy_arena_printf(core->arena, "the directory %s/feeds cannot be used: %s", dir,
                                pgy_strerror(state->feeds));
    return state->feeds < 0 ? state->feeds : 0;
}

void core_state_close(struct pgy_core *core)
{
    struct core_state *state = &core->state;
    core_health_close(&core->health);
    pgy_store_close(&state->store);
    pgy_fd_close(&state->feeds);
    pgy_fd_close(&state->dir);
}
