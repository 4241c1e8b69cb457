/* SPDX-License-Identifier: BSD-2-Clause */
/* What the people desk leaves for others: proposals that were settled, things to be told. Kept here
 * until main asks for them. */
#include "core/people/inside.h"

#include <stdlib.h>
#include <string.h>

void core_left_settle(struct core_left *left, uint64_t client, int64_t number, const char *why)
{
    struct core_answer **end = &left->answers, *answer = calloc(1, sizeof *answer);
    if (!answer)
        abort();
    answer->why = why ? strdup(why) : NULL;
    answer->settled = (struct core_settled){client, number, answer->why};
    while (*end)
        end = &(*end)->next;
    *end = answer;
}

void core_left_notice(struct core_left *left, const struct core_notice *notice)
{
    struct pgy_arena *arena = pgy_arena_new();
    struct core_news **end = &left->news, *news = pgy_arena_alloc(arena, sizeof *news);
    *news = (struct core_news){.arena = arena, .notice = *notice};
    news->notice.key = pgy_arena_strdup(arena, notice->key);
    news->notice.type = pgy_arena_strdup(arena, notice->type);
    news->notice.title = pgy_arena_strdup(arena, notice->title);
    news->notice.detail = pgy_arena_strdup(arena, notice->detail);
    while (*end)
        end = &(*end)->next;
    *end = news;
}

static void answer_free(struct core_answer **answer)
{
    if (*answer)
        free((*answer)->why);
    free(*answer);
    *answer = NULL;
}

static void news_free(struct core_news **news)
{
    struct pgy_arena *arena = *news ? (*news)->arena : NULL;
    *news = NULL;
    pgy_arena_free(&arena);
}

bool core_left_settled(struct core_left *left, struct core_settled *settled)
{
    answer_free(&left->answered);
    left->answered = left->answers;
    if (!left->answered)
        return false;
    left->answers = left->answered->next;
    *settled = left->answered->settled;
    return true;
}

bool core_left_notices(struct core_left *left, struct core_notice *notice)
{
    news_free(&left->told);
    left->told = left->news;
    if (!left->told)
        return false;
    left->news = left->told->next;
    *notice = left->told->notice;
    return true;
}

void core_left_forget(struct core_left *left, const struct core_person *person)
{
    for (struct core_news **p = &left->news; *p;) {
        struct core_news *gone = (*p)->notice.person == person ? *p : NULL;
        if (gone)
            *p = gone->next;
        else
            p = &(*p)->next;
        news_free(&gone);
    }
}

void core_left_free(struct core_left *left)
{
    struct core_settled settled;
    struct core_notice notice;
    while (core_left_settled(left, &settled))
        continue;
    while (core_left_notices(left, &notice))
        continue;
}
