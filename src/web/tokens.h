/* SPDX-License-Identifier: BSD-2-Clause */
/* Which token opens which feed: the file feeds/tokens, which core replaces whole. Lines "<64 hex
 * digits of SHA-256(token)> <path>", path = "<profile>/<feed>.<style>" below the feeds directory.
 * The tokens themselves are nowhere. */
#ifndef PGY_WEB_TOKENS_H
#define PGY_WEB_TOKENS_H

#include "base/arena.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>
#include <time.h>

enum { PGY_TOKEN_HASH = 32, PGY_TOKEN_MIN = 16, PGY_TOKEN_MAX = 128 };

struct pgy_token {
    uint8_t hash[PGY_TOKEN_HASH];
    const char *path;
    int64_t told; /* UTC seconds of the last fetch told to core; the caller's; kept over reloads */
};

/* A state of a file: changes whenever the file is replaced or written. */
struct pgy_stamp {
    ino_t inode;
    off_t size;
    struct timespec changed;
};
/* The stamp of a regular file; negated errno, or PGY_EINVAL for anything else. */
int pgy_stamp_of(int dir, const char *path, struct pgy_stamp *stamp);
bool pgy_stamp_same(const struct pgy_stamp *a, const struct pgy_stamp *b);

struct pgy_tokens {
    struct pgy_arena *arena;
    struct pgy_token *list; /* sorted by hash */
    size_t n;
    struct pgy_stamp stamp; /* of the file last looked at */
    int failed;             /* the error of that look, so that it is told once */
};

/* Whether a path is "<name>/<name>" of [A-Za-z0-9._-], no name starting with a dot. */
bool pgy_tokens_path_good(const char *path, size_t len);
/* Takes a whole file's text in place of what is there. PGY_EPARSE: nothing changes. */
int pgy_tokens_parse(struct pgy_tokens *tokens, const char *text, size_t len);
/* Reads the file again if it changed; on any failure, told once in the log, the last good list
 * stays. */
void pgy_tokens_refresh(struct pgy_tokens *tokens, int feeds);
void pgy_tokens_free(struct pgy_tokens *tokens);
/* The entry of a token, or NULL. Hashes first, whatever the text looks like, so that wrong ones all
 * take the same path. `hash` is set. */
struct pgy_token *pgy_tokens_find(const struct pgy_tokens *tokens, const char *token, size_t len,
                                  uint8_t hash[PGY_TOKEN_HASH]);

#endif
