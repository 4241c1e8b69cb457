/* SPDX-License-Identifier: BSD-2-Clause */
/* Puts the file's dated facts among the entries, follows renames, and hashes what happened. Keeping
 * entries is the store's. */
#include "plan/journal.h"

#include "plan/rename.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

struct pgy_happening pgy_happening_copy(const struct pgy_happening *happening,
                                        struct pgy_arena *arena)
{
    struct pgy_happening copy = *happening;
    copy.kind = pgy_arena_strdup(arena, copy.kind);
    copy.subject = pgy_arena_strdup(arena, copy.subject);
    copy.event = pgy_arena_strdup(arena, copy.event);
    for (size_t i = 0; i < copy.nargs; i++) {
        copy.keys[i] = pgy_arena_strdup(arena, copy.keys[i]);
        copy.values[i] = pgy_arena_strdup(arena, copy.values[i]);
    }
    return copy;
}

static int by_date(const void *a, const void *b)
{
    const struct pgy_happening *x = a, *y = b;
    if (x->on != y->on)
        return x->on < y->on ? -1 : 1;
    if (x->number != y->number)
        return x->number < y->number ? -1 : 1;
    int c = strcmp(x->kind, y->kind);
    if (c == 0)
        c = strcmp(x->subject, y->subject);
    return c ? c : strcmp(x->event, y->event);
}

/* A dated fact: `last = 2026-10-02` in [contact:alvarez] happened as "contact alvarez" on that day
 * (architecture 5). */
static void add_fact(struct pgy_journal *journal, const struct pgy_section *section,
                     const struct pgy_entry *entry)
{
    const char *blank = strchr(entry->key->journal, ' ');
    size_t len = blank ? (size_t)(blank - entry->key->journal) : strlen(entry->key->journal);
    struct pgy_happening *h =
        pgy_arena_push(journal->arena, &journal->list, &journal->n, &journal->cap, sizeof *h);
    *h = (struct pgy_happening){
        .on = entry->value.day,
        .kind = pgy_arena_strndup(journal->arena, entry->key->journal, len),
        .subject = pgy_arena_strdup(journal->arena, *section->id ? section->id : entry->name),
        .event = blank ? pgy_arena_strdup(journal->arena, blank + 1) : "",
    };
}

void pgy_journal_merge(struct pgy_journal *journal, const struct pgy_config *config)
{
    for (size_t i = 0; i < config->nsections; i++) {
        const struct pgy_section *section = &config->sections[i];
        for (size_t j = 0; j < section->nentries; j++) {
            const struct pgy_entry *entry = &section->entries[j];
            if (entry->valid && entry->key && entry->key->journal && entry->value.type == PGYD_DATE)
                add_fact(journal, section, entry);
        }
    }
    if (journal->n > 1)
        qsort(journal->list, journal->n, sizeof *journal->list, by_date);
}

pgy_day pgy_journal_started(const struct pgy_journal *journal)
{
    for (size_t i = 0; i < journal->n; i++) {
        if (strcmp(journal->list[i].kind, "started") == 0 && !journal->list[i].reversed)
            return journal->list[i].on;
    }
    return PGY_NO_DAY;
}

void pgy_journal_rename(struct pgy_journal *journal, const struct pgy_schema *schema)
{
    for (size_t i = 0; i < journal->n; i++) {
        struct pgy_happening *h = &journal->list[i];
        h->subject = pgy_id_today(schema, h->subject, journal->arena);
        for (size_t a = 0; a < h->nargs; a++) {
            if (strcmp(h->keys[a], PGY_JOURNAL_ITEM) == 0)
                h->values[a] = pgy_id_today(schema, h->values[a], journal->arena);
        }
    }
}

uint64_t pgy_journal_hash(const struct pgy_journal *journal, const struct pgy_schema *schema)
{
    crypto_generichash_state state;
    unsigned char digest[16];
    uint64_t hash;
    crypto_generichash_init(&state, NULL, 0, sizeof digest);
    for (size_t i = 0; i < journal->n; i++) {
        const struct pgy_happening *h = &journal->list[i];
        /* The first plan writes `started` itself: not a change by the person. */
        if (h->number == 0 || strcmp(h->kind, "started") == 0)
            continue;
        unsigned char entry[13];
        memcpy(entry, &h->number, 8);
        memcpy(entry + 8, &h->on, 4);
        entry[12] = h->reversed;
        /* As the plugins called it at first: that they rename it later is nothing the person
         * did. */
        const char *subject = pgy_id_first(schema, h->subject, journal->arena);
        crypto_generichash_update(&state, entry, sizeof entry);
        crypto_generichash_update(&state, (const unsigned char *)subject, strlen(subject) + 1);
    }
    crypto_generichash_final(&state, digest, sizeof digest);
    memcpy(&hash, digest, sizeof hash);
    return hash;
}
