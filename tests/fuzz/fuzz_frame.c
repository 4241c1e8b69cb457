/* SPDX-License-Identifier: BSD-2-Clause */
/* Frames between planner and worker, both ways: the first byte chooses the side and the verb, the
 * rest are frames. Nothing crashes, and what was accepted holds what its readers rely on. */
#include "base/err.h"
#include "plan/answer.h"
#include "worker/host.h"
#include "worker/inputs.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { VERBS = 3, HELLO = 4, SIDE = 8, MAX_OUT = 1024 * 1024 };

static void must(bool ok)
{
    if (!ok)
        abort();
}

static void check_item(const struct pgy_item *item)
{
    struct pgy_buf buf PGY_BUF_CLEANUP = PGY_BUF_INIT(MAX_OUT);
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    struct pgy_frame frame;
    struct pgy_item back;
    size_t used;
    must(item->end >= item->start && item->nsteps <= PGY_ITEM_STEPS &&
         item->nrefs <= PGY_ITEM_REFS);
    must(strlen(item->title) <= PGY_ITEM_TITLE && strncmp(item->id, "fuzz/", 5) == 0 &&
         strlen(item->id) < PGY_ITEM_ID);
    /* What was accepted once is accepted again, as the same. */
    pgy_item_put(&buf, PGY_W_ITEM, item);
    must(pgy_frame_cut(buf.data, buf.len, PGY_FRAME_MAX, &frame, &used) == 0);
    must(pgy_item_get(&frame, "fuzz", arena, &back, NULL) == 0);
    must(pgy_item_hash(&back) == pgy_item_hash(item));
}

static void check_look(const struct pgy_declaration *d)
{
    must(!d->label ||
         (*d->label && strlen(d->label) <= PGY_LABEL_MAX && !strpbrk(d->label, "\r\n")));
    must(!d->color || (*d->color == '#' && strlen(d->color) == PGY_COLOR_LEN));
    for (uint16_t kind = 0; kind < PGY_KINDS; kind++) {
        const char *words = d->discreet[kind];
        must(!words || (*words && strlen(words) <= PGY_DISCREET_MAX && !strpbrk(words, "\r\n")));
    }
}

static void answers(uint8_t choice, const uint8_t *data, size_t size)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    struct pgy_run_result result = {.arena = arena, .batch.arena = arena};
    struct pgy_answer answer = {.what = "plugin",
                                .result = &result,
                                .arena = arena,
                                .verb =
                                    (enum pgy_worker_verb)(PGY_VERB_DESCRIBE + (choice & VERBS)),
                                .plugin = "fuzz",
                                .hello = !(choice & HELLO),
                                .logged = PGY_W_MAX_LOG + 1};
    struct pgy_frame frame;
    size_t used;
    while (pgy_frame_cut(data, size, PGY_FRAME_MAX, &frame, &used) == 0) {
        const char *why = NULL;
        int rc = pgy_answer_take(&answer, &frame, &why);
        must(rc == 0 || why);
        if (rc < 0)
            break;
        data += used;
        size -= used;
    }
    for (size_t i = 0; i < result.batch.n; i++)
        check_item(&result.batch.items[i]);
    check_look(&result.declaration);
    for (size_t i = 0; i < result.declaration.nkeys; i++)
        must(result.declaration.keys[i].section && result.declaration.keys[i].name &&
             result.declaration.keys[i].help);
}

static void questions(const uint8_t *data, size_t size)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    struct pgy_inputs inputs;
    struct pgy_buf out PGY_BUF_CLEANUP = PGY_BUF_INIT(MAX_OUT);
    struct pgy_host host;
    struct pgy_frame frame;
    size_t used;
    pgy_inputs_init(&inputs, arena);
    while (pgy_frame_cut(data, size, PGY_FRAME_MAX, &frame, &used) == 0 &&
           pgy_inputs_take(&inputs, &frame) == 0) {
        data += used;
        size -= used;
    }
    if (!inputs.plugin)
        return;
    pgy_host_init(&host, &inputs, &out);
    const struct pgyd_host *h = &host.table;
    for (uint32_t i = 0; i < inputs.nsections; i++) {
        const char *kind = inputs.sections[i].kind, *id = inputs.sections[i].id, *key;
        must(h->section_count(h->ctx, kind) > 0 && h->section_id(h->ctx, kind, 0));
        for (uint32_t k = 0; (key = h->key_name(h->ctx, kind, id, k)); k++) {
            struct pgyd_value v = {.size = sizeof v};
            must(h->get(h->ctx, kind, id, key, &v) == 1);
        }
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    if (data[0] & SIDE)
        questions(data + 1, size - 1);
    else
        answers(data[0], data + 1, size - 1);
    return 0;
}
