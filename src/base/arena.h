/* SPDX-License-Identifier: BSD-2-Clause */
/* Arenas: everything that belongs to one snapshot is allocated from one and freed with it. */
#ifndef PGY_BASE_ARENA_H
#define PGY_BASE_ARENA_H

#include <stdarg.h>
#include <stddef.h>

struct pgy_arena;

/* A new, empty arena; never NULL (running out of memory for a small block ends the process). */
struct pgy_arena *pgy_arena_new(void);
/* Frees the arena and all that was allocated from it, and clears the pointer. NULL and *NULL are
 * fine. */
void pgy_arena_free(struct pgy_arena **arena);

/* `size` zeroed bytes, aligned for any type, owned by the arena. Never NULL: whoever takes a size
 * from outside caps it first. */
void *pgy_arena_alloc(struct pgy_arena *arena, size_t size);
/* As that, for bytes that are written at once: what is in them before is anything. */
void *pgy_arena_bytes(struct pgy_arena *arena, size_t size);
/* An array of n zeroed elements; the product is checked. */
void *pgy_arena_array(struct pgy_arena *arena, size_t n, size_t size);
/* A copy of a text; NULL stays NULL. */
char *pgy_arena_strdup(struct pgy_arena *arena, const char *text);
/* A copy of the first len bytes, with a NUL after them. */
char *pgy_arena_strndup(struct pgy_arena *arena, const char *text, size_t len);
/* A formatted text. */
char *pgy_arena_printf(struct pgy_arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
char *pgy_arena_vprintf(struct pgy_arena *arena, const char *format, va_list ap)
    __attribute__((format(printf, 2, 0)));
/* Bytes handed out so far, for tests and caps. */
size_t pgy_arena_used(const struct pgy_arena *arena);

/* Grows an array in an arena: returns room for element *n (zeroed) and counts it. The array starts
 * as NULL with *n = *cap = 0; older copies stay in the arena until it is freed. */
void *pgy_arena_push(struct pgy_arena *arena, void *array_pointer, size_t *n, size_t *cap,
                     size_t size);

/* For locals: `struct pgy_arena *a PGY_ARENA_CLEANUP = pgy_arena_new();` */
#define PGY_ARENA_CLEANUP __attribute__((cleanup(pgy_arena_free)))

#endif
