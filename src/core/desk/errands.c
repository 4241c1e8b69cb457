/* SPDX-License-Identifier: BSD-2-Clause */
/* Errands wait here until main asks for them. What is done with them is main's, what became of them
 * comes back through desk.c. */
#include "core/desk/inside.h"

#include <stdlib.h>

struct core_note {
    struct pgy_arena *arena;
    struct core_errand errand;
    uint64_t born; /* of the person: it may go before the errand's turn comes; 0: none */
    struct core_note *next;
};

static void copy_proposal(struct pgy_arena *arena, struct core_errand *errand)
{
    struct core_proposal *copy = pgy_arena_alloc(arena, sizeof *copy);
    copy->what = pgy_happening_copy(&errand->proposal->what, arena);
    copy->plugin = pgy_arena_strdup(arena, errand->proposal->plugin);
    errand->proposal = copy;
}

static void copy_link(struct pgy_arena *arena, struct core_errand *errand)
{
    struct pgy_subscription *copy = pgy_arena_alloc(arena, sizeof *copy);
    *copy = *errand->link;
    copy->profile = pgy_arena_strdup(arena, copy->profile);
    copy->name = pgy_arena_strdup(arena, copy->name);
    copy->feed = pgy_arena_strdup(arena, copy->feed);
    copy->style = pgy_arena_strdup(arena, copy->style);
    copy->last_client = copy->last_client ? pgy_arena_strdup(arena, copy->last_client) : NULL;
    errand->link = copy;
}

void core_desk_leave(struct core_desk *desk, const struct core_errand *errand)
{
    struct pgy_arena *arena = pgy_arena_new();
    struct core_note **end = &desk->errands, *note = pgy_arena_alloc(arena, sizeof *note);
    *note = (struct core_note){.arena = arena, .errand = *errand};
    note->born = errand->person ? errand->person->born : 0;
    if (errand->name)
        note->errand.name = pgy_arena_strdup(arena, errand->name);
    if (errand->proposal)
        copy_proposal(arena, &note->errand);
    if (errand->link)
        copy_link(arena, &note->errand);
    while (*end)
        end = &(*end)->next;
    *end = note;
}

static void note_free(struct core_note **note)
{
    struct pgy_arena *arena = *note ? (*note)->arena : NULL;
    *note = NULL;
    pgy_arena_free(&arena);
}

bool core_desk_take(struct core_desk *desk, struct core_errand *errand, bool *gone)
{
    note_free(&desk->handled);
    struct core_note *note = desk->errands;
    if (!note)
        return false;
    desk->errands = note->next;
    desk->handled = note;
    *errand = note->errand;
    errand->person = core_roll_born(desk->in.roll, note->born);
    *gone = note->born != 0 && !errand->person;
    return true;
}

void core_desk_leave_nothing(struct core_desk *desk)
{
    struct core_errand errand;
    bool gone;
    while (core_desk_take(desk, &errand, &gone))
        continue;
}
