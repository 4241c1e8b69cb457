/* SPDX-License-Identifier: BSD-2-Clause */
/* Proposals: what somebody wants written down is shown to the plugin that keeps its kind, in the
 * job that plans after it (PGYD_PROPOSED, PGYD_WITHDRAWN), and written when nothing speaks against
 * it. What no plugin keeps never comes here. */
#include "core/people/inside.h"

#include <string.h>

void core_judge_add(struct core_people *people, uint64_t client, const struct core_person *person,
                    const struct core_proposal *proposal)
{
    struct pgy_arena *arena = pgy_arena_new();
    struct core_asked **end = &people->asked, *asked = pgy_arena_alloc(arena, sizeof *asked);
    *asked = (struct core_asked){.arena = arena, .client = client, .person = person};
    asked->proposal.what = pgy_happening_copy(&proposal->what, arena);
    asked->proposal.plugin = pgy_arena_strdup(arena, proposal->plugin);
    while (*end)
        end = &(*end)->next;
    *end = asked;
}

static void drop(struct core_people *people, struct core_asked *asked)
{
    struct core_asked **p = &people->asked;
    while (*p != asked)
        p = &(*p)->next;
    *p = asked->next;
    if (people->job && people->job->judged == asked)
        people->job->judged = NULL;
    struct pgy_arena *arena = asked->arena;
    pgy_arena_free(&arena);
}

void core_judge_withdraw(struct core_people *people, uint64_t client)
{
    for (struct core_asked *a = people->asked, *next; a; a = next) {
        next = a->next;
        if (a->client == client)
            drop(people, a);
    }
}

void core_judge_lose(struct core_people *people, const struct core_person *person)
{
    for (struct core_asked *a = people->asked, *next; a; a = next) {
        next = a->next;
        if (a->person == person)
            drop(people, a);
    }
}

struct core_asked *core_judge_next(const struct core_people *people,
                                   const struct core_person *person)
{
    struct core_asked *asked = people->asked;
    while (asked && asked->person != person)
        asked = asked->next;
    return asked;
}

void core_judge_show(struct pgy_journal *journal, const struct pgy_happening *what)
{
    for (size_t i = 0; i < journal->n; i++) {
        if (what->reverses > 0 && journal->list[i].number == what->reverses &&
            !journal->list[i].reversed)
            journal->list[i].number = PGYD_WITHDRAWN;
    }
    if (what->reverses > 0)
        return;
    /* In the journal's memory: whoever proposed it may leave. */
    struct pgy_happening *h =
        pgy_arena_push(journal->arena, &journal->list, &journal->n, &journal->cap, sizeof *h);
    *h = pgy_happening_copy(what, journal->arena);
    h->number = PGYD_PROPOSED;
}

void core_judge_settle(struct core_people *people, struct core_asked *asked, const char *why)
{
    int64_t number = 0;
    if (!why && pgy_store_journal_add(people->in.store, asked->person->id, &asked->proposal.what,
                                      &number) != 0)
        why = pgy_store_error(people->in.store);
    core_left_settle(&people->left, asked->client, why ? 0 : number, why);
    drop(people, asked);
}

const char *core_judge_refusal(const struct pgy_pass *pass)
{
    for (size_t i = 0; i < pgy_pass_count(pass); i++) {
        const struct pgy_run_result *result = pgy_pass_result(pass, i);
        for (size_t j = 0; result->rc == 0 && j < result->nproblems; j++) {
            if (result->problems[j].severity >= PGYD_CRITICAL &&
                strcmp(result->problems[j].section, "journal") == 0)
                return result->problems[j].message;
        }
    }
    return NULL;
}
