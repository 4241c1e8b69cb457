/* SPDX-License-Identifier: BSD-2-Clause */
/* Blocks that double from 1 KiB to 16 KiB, freed together. No single thing is ever given back. */
#include "base/arena.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Blocks double from the first to the largest: most arenas stay small, and there are thousands of
 * them. */
enum { FIRST_BLOCK = 1024, BLOCK_SIZE = 16 * 1024 };

struct block {
    struct block *next;
    size_t size;
    size_t used;
    max_align_t data[];
};

struct pgy_arena {
    struct block *blocks;
    size_t used;
};

static void *must(void *pointer)
{
    if (!pointer) {
        fputs("pgyd: out of memory\n", stderr);
        abort();
    }
    return pointer;
}

struct pgy_arena *pgy_arena_new(void)
{
    return must(calloc(1, sizeof(struct pgy_arena)));
}

void pgy_arena_free(struct pgy_arena **arena)
{
    if (!arena || !*arena)
        return;
    for (struct block *b = (*arena)->blocks, *next; b; b = next) {
        next = b->next;
        free(b);
    }
    free(*arena);
    *arena = NULL;
}

static struct block *block_new(struct pgy_arena *arena, size_t size)
{
    struct block *b = must(calloc(1, sizeof *b + size));
    b->size = size;
    b->next = arena->blocks;
    arena->blocks = b;
    return b;
}

static void *piece(struct pgy_arena *arena, size_t size, bool zeroed)
{
    const size_t align = sizeof(max_align_t);
    if (size > SIZE_MAX / 2)
        must(NULL);
    size_t need = (size ? size + align - 1 : align) / align * align;
    struct block *b = arena->blocks;

    if (!b || b->size - b->used < need) {
        if (need > BLOCK_SIZE / 4 && b) {
            /* A large piece gets its own block behind the current one, whose rest stays in use. */
            const size_t whole = sizeof(struct block) + need;
            struct block *large = must(zeroed ? calloc(1, whole) : malloc(whole));
            large->size = large->used = need;
            large->next = b->next;
            b->next = large;
            arena->used += need;
            return large->data;
        }
        size_t next = !b ? FIRST_BLOCK : b->size < BLOCK_SIZE / 2 ? b->size * 2 : BLOCK_SIZE;
        b = block_new(arena, need > next ? need : next);
    }
    void *p = (char *)b->data + b->used;
    b->used += need;
    arena->used += need;
    return p;
}

void *pgy_arena_alloc(struct pgy_arena *arena, size_t size)
{
    return piece(arena, size, true);
}

void *pgy_arena_bytes(struct pgy_arena *arena, size_t size)
{
    return piece(arena, size, false);
}

void *pgy_arena_array(struct pgy_arena *arena, size_t n, size_t size)
{
    size_t bytes;
    if (__builtin_mul_overflow(n, size, &bytes))
        must(NULL);
    return pgy_arena_alloc(arena, bytes);
}

char *pgy_arena_strndup(struct pgy_arena *arena, const char *text, size_t len)
{
    char *copy = pgy_arena_bytes(arena, len + 1);
    memcpy(copy, text, len);
    copy[len] = '\0';
    return copy;
}

char *pgy_arena_strdup(struct pgy_arena *arena, const char *text)
{
    return text ? pgy_arena_strndup(arena, text, strlen(text)) : NULL;
}

char *pgy_arena_vprintf(struct pgy_arena *arena, const char *format, va_list ap)
{
    va_list again;
    va_copy(again, ap);
    int len = vsnprintf(NULL, 0, format, ap);
    if (len < 0)
        must(NULL);
    char *text = pgy_arena_alloc(arena, (size_t)len + 1);
    vsnprintf(text, (size_t)len + 1, format, again);
    va_end(again);
    return text;
}

char *pgy_arena_printf(struct pgy_arena *arena, const char *format, ...)
{
    va_list ap;
    va_start(ap, format);
    char *text = pgy_arena_vprintf(arena, format, ap);
    va_end(ap);
    return text;
}

size_t pgy_arena_used(const struct pgy_arena *arena)
{
    return arena->used;
}

void *pgy_arena_push(struct pgy_arena *arena, void *array_pointer, size_t *n, size_t *cap,
                     size_t size)
{
    void *array;
    memcpy(&array, array_pointer, sizeof array);
    if (*n == *cap) {
        size_t grown = *cap ? *cap * 2 : 8;
        void *copy = pgy_arena_array(arena, grown, size);
        if (*n)
            memcpy(copy, array, *n * size);
        array = copy;
        *cap = grown;
        memcpy(array_pointer, &array, sizeof array);
    }
    return (char *)array + (*n)++ * size;
}
