/* SPDX-License-Identifier: BSD-2-Clause */
/* Opens a plugin's shared object and takes its symbol out of it. The only caller of dlopen; nothing
 * is ever closed again. */
#ifndef PGY_WORKER_LOADER_H
#define PGY_WORKER_LOADER_H

#include "pgyd/plugin.h"

#include <stdbool.h>
#include <stddef.h>

enum { PGY_LOADER_WHY = 1024 };

/* A plugin that passed every check. Texts and arrays are the shared object's. */
struct pgy_loaded {
    /* the common part of its struct and ours; the rest zero. Use the accessors for its arrays. */
    struct pgyd_plugin plugin;
};

/* `path` is absolute. PGY_EREFUSED with a sentence's end in why (PGY_LOADER_WHY bytes): "is built
 * for …; install …". */
int pgy_loader_open(const char *name, const char *path, struct pgy_loaded *loaded,
                    char why[PGY_LOADER_WHY]);
/* The i-th element of an array whose elements say their own size, cut or zero-filled to ours:
 * copied into `to`. False when that size is impossible (smaller than `least`). */
bool pgy_loader_element(const void *array, size_t i, void *to, size_t size, size_t least);

#endif
