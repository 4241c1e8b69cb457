/* SPDX-License-Identifier: BSD-2-Clause */
/* plan/run.h without a process: a request goes through the frames, the worker's own code and the
 * plugin, loaded once, in this program. Linked in place of plan/run.c; what is asked and what is
 * made of the answer is the real pass's. */
#include "plan/run.h"

#include "base/err.h"
#include "plan/answer.h"
#include "plan/ask.h"
#include "worker/serve.h"

#include <stdlib.h>
#include <string.h>

enum { PLUGINS = 8, PATH = 512 };

struct pgy_run {
    struct pgy_run_result result;
};

/* Kept for good, as dlopen keeps them. */
static struct {
    char path[PATH];
    struct pgy_loaded loaded;
} opened[PLUGINS];

static int load(const struct pgy_run_input *in, struct pgy_arena *arena,
                const struct pgy_loaded **loaded, const char **why)
{
    char *said = pgy_arena_alloc(arena, PGY_LOADER_WHY);
    size_t i = 0;
    while (i < PLUGINS && opened[i].path[0] && strcmp(opened[i].path, in->path) != 0)
        i++;
    *why = "is one plugin too many";
    if (i == PLUGINS || strlen(in->path) >= PATH)
        return PGY_ELIMIT;
    *why = said;
    int rc = opened[i].path[0] ? 0 : pgy_loader_open(in->plugin, in->path, &opened[i].loaded, said);
    if (rc == 0)
        memcpy(opened[i].path, in->path, strlen(in->path) + 1);
    *loaded = &opened[i].loaded;
    return rc;
}

/* What a worker would have read. */
static int read_inputs(const struct pgy_buf *bytes, struct pgy_inputs *inputs)
{
    struct pgy_frame frame;
    int rc = 0;
    for (size_t at = 0, used; rc == 0 && at < bytes->len; at += used) {
        rc = pgy_frame_cut(bytes->data + at, bytes->len - at, PGY_FRAME_MAX, &frame, &used);
        if (rc == 0)
            rc = pgy_inputs_take(inputs, &frame);
    }
    return rc;
}

static int take_answer(const struct pgy_buf *bytes, struct pgy_answer *answer, const char **why)
{
    struct pgy_frame frame;
    int rc = 0;
    for (size_t at = 0, used; rc == 0 && at < bytes->len; at += used) {
        rc = pgy_frame_cut(bytes->data + at, bytes->len - at, PGY_FRAME_MAX, &frame, &used);
        if (rc == 0)
            rc = pgy_answer_take(answer, &frame, why);
    }
    return rc;
}

static int serve(const struct pgy_run_input *in, struct pgy_answer *answer, const char **why)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    struct pgy_buf asked PGY_BUF_CLEANUP = PGY_BUF_INIT(PGY_W_MAX_BYTES);
    struct pgy_buf said PGY_BUF_CLEANUP = PGY_BUF_INIT(PGY_W_MAX_BYTES);
    const struct pgy_loaded *loaded;
    struct pgy_inputs inputs;
    struct pgy_host host;
    pgy_inputs_init(&inputs, arena);
    int rc = load(in, answer->arena, &loaded, why);
    if (rc == 0)
        rc = pgy_ask_put(&asked, in, why);
    if (rc == 0)
        rc = read_inputs(&asked, &inputs);
    if (rc != 0)
        return rc;
    pgy_host_init(&host, &inputs, &said);
    rc = pgy_serve(&host, loaded);
    if (rc != 0) {
        *why = pgy_arena_strdup(answer->arena, host.reason);
        return rc;
    }
    return take_answer(&said, answer, why);
}

struct pgy_run *pgy_run_start(const struct pgy_run_input *in)
{
    struct pgy_run *run = calloc(1, sizeof *run);
    if (!run)
        abort();
    struct pgy_arena *arena = pgy_arena_new();
    struct pgy_run_result *r = &run->result;
    const char *why = "is no answer";
    r->arena = r->batch.arena = arena;
    r->batch.plugin = r->declaration.plugin = pgy_arena_strdup(arena, in->plugin);
    r->declaration.path = pgy_arena_strdup(arena, in->path);
    struct pgy_answer answer = {.result = r,
                                .what = "plugin",
                                .arena = arena,
                                .verb = in->verb,
                                .plugin = r->batch.plugin,
                                .hello = true};
    r->rc = serve(in, &answer, &why);
    if (r->rc != 0)
        r->declaration.failed = r->failure =
            pgy_arena_printf(arena, "plugin '%s' %s", in->plugin, why);
    return run;
}

int pgy_run_fd(const struct pgy_run *run)
{
    (void)run;
    return -1;
}

bool pgy_run_step(struct pgy_run *run)
{
    (void)run;
    return true;
}

void pgy_run_wait(struct pgy_run *run)
{
    (void)run;
}

const struct pgy_run_result *pgy_run_result(const struct pgy_run *run)
{
    return &run->result;
}

struct pgy_run_result pgy_run_take(struct pgy_run *run)
{
    struct pgy_run_result result = run->result;
    run->result = (struct pgy_run_result){0};
    return result;
}

void pgy_run_free(struct pgy_run **run)
{
    if (!*run)
        return;
    pgy_arena_free(&(*run)->result.arena);
    free(*run);
    *run = NULL;
}
