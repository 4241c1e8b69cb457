/* SPDX-License-Identifier: BSD-2-Clause */
/* Whose turn it is: profiles in order of request, each once. What is done with them is job.c's. */
#include "core/people/inside.h"

#include <stdlib.h>
#include <string.h>

void core_queue_add(struct core_people *people, struct core_profile *profile, bool load)
{
    profile->work.load |= load;
    profile->person.asked++;
    if (profile->work.queued)
        return;
    if (people->nqueue == people->cap_queue) {
        size_t cap = people->cap_queue ? people->cap_queue * 2 : 16;
        struct core_profile **queue = realloc(people->queue, cap * sizeof *queue);
        if (!queue)
            abort();
        people->queue = queue;
        people->cap_queue = cap;
    }
    people->queue[people->nqueue++] = profile;
    profile->work.queued = true;
}

struct core_profile *core_queue_take(struct core_people *people)
{
    if (people->nqueue == 0)
        return NULL;
    struct core_profile *profile = people->queue[0];
    people->nqueue--;
    memmove(people->queue, people->queue + 1, people->nqueue * sizeof *people->queue);
    profile->work.queued = false;
    return profile;
}

void core_queue_remove(struct core_people *people, const struct core_profile *profile)
{
    size_t kept = 0;
    for (size_t i = 0; i < people->nqueue; i++) {
        if (people->queue[i] != profile)
            people->queue[kept++] = people->queue[i];
    }
    people->nqueue = kept;
}
