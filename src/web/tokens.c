/* SPDX-License-Identifier: BSD-2-Clause */
/* Reads the list of tokens whole and finds a hash in it by halves. A list that is damaged is not
 * taken; the last one stays. */
#include "pgy-build.h"

#include "web/tokens.h"

#include "base/err.h"
#include "base/file.h"
#include "base/log.h"
#include "base/str.h"

#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { FILE_MOST = 64 * 1024 * 1024, HEX = 2 * PGY_TOKEN_HASH, LINE_PATH_MAX = 160 };

int pgy_stamp_of(int dir, const char *path, struct pgy_stamp *stamp)
{
    struct stat st;
    if (fstatat(dir, path, &st, AT_SYMLINK_NOFOLLOW) < 0)
        return -errno;
    if (!S_ISREG(st.st_mode))
        return PGY_EINVAL;
    *stamp = (struct pgy_stamp){st.st_ino, st.st_size, st.st_mtim};
    return 0;
}

bool pgy_stamp_same(const struct pgy_stamp *a, const struct pgy_stamp *b)
{
    return a->inode == b->inode && a->size == b->size && a->changed.tv_sec == b->changed.tv_sec &&
           a->changed.tv_nsec == b->changed.tv_nsec;
}

bool pgy_tokens_path_good(const char *path, size_t len)
{
    size_t slashes = 0;
    bool start = true; /* of a name */
    if (len > LINE_PATH_MAX)
        return false;
    for (size_t i = 0; i < len; i++) {
        char c = path[i];
        bool word = c && strchr(PGY_SMALL PGY_CAPITALS PGY_DIGITS "-_", c);
        if (c == '/' ? start : !word && (c != '.' || start))
            return false;
        slashes += c == '/';
        start = c == '/';
    }
    return slashes == 1 && !start;
}

/* One line without its end. */
static bool parse_line(struct pgy_arena *arena, const char *line, size_t len,
                       struct pgy_token *token)
{
    size_t n = 0;
    if (len < HEX + 2 || line[HEX] != ' ' || !pgy_tokens_path_good(line + HEX + 1, len - HEX - 1))
        return false;
    if (sodium_hex2bin(token->hash, sizeof token->hash, line, HEX, NULL, &n, NULL) != 0 ||
        n != sizeof token->hash)
        return false;
    token->path = pgy_arena_strndup(arena, line + HEX + 1, len - HEX - 1);
    return true;
}

static int compare(const void *a, const void *b)
{
    return memcmp(((const struct pgy_token *)a)->hash, ((const struct pgy_token *)b)->hash,
                  PGY_TOKEN_HASH);
}

static struct pgy_token *find_hash(const struct pgy_tokens *tokens,
                                   const uint8_t hash[PGY_TOKEN_HASH])
{
    /* The order of hashes tells nothing of tokens; the equality that decides is compared in
     * constant time. */
    size_t from = 0;
    size_t to = tokens->n;
    while (from < to) {
        size_t middle = from + (to - from) / 2;
        if (memcmp(tokens->list[middle].hash, hash, PGY_TOKEN_HASH) < 0)
            from = middle + 1;
        else
            to = middle;
    }
    if (from == tokens->n || sodium_memcmp(tokens->list[from].hash, hash, PGY_TOKEN_HASH) != 0)
        return NULL;
    return &tokens->list[from];
}

int pgy_tokens_parse(struct pgy_tokens *tokens, const char *text, size_t len)
{
    struct pgy_tokens fresh = {.arena = pgy_arena_new()};
    size_t cap = 0;
    bool sorted = true;
    while (len > 0) {
        struct pgy_token token = {0};
        const char *end = memchr(text, '\n', len);
        if (!end || !parse_line(fresh.arena, text, (size_t)(end - text), &token)) {
            pgy_arena_free(&fresh.arena);
            return PGY_EPARSE;
        }
        const struct pgy_token *old = find_hash(tokens, token.hash);
        token.told = old ? old->told : 0;
        *(struct pgy_token *)pgy_arena_push(fresh.arena, &fresh.list, &fresh.n, &cap,
                                            sizeof token) = token;
        sorted = sorted &&
                 (fresh.n < 2 || compare(&fresh.list[fresh.n - 2], &fresh.list[fresh.n - 1]) <= 0);
        len -= (size_t)(end - text) + 1;
        text = end + 1;
    }
    if (!sorted)
        qsort(fresh.list, fresh.n, sizeof *fresh.list, compare);
    pgy_tokens_free(tokens);
    tokens->arena = fresh.arena;
    tokens->list = fresh.list;
    tokens->n = fresh.n;
    return 0;
}

void pgy_tokens_refresh(struct pgy_tokens *tokens, int feeds)
{
    struct pgy_stamp stamp;
    struct pgy_buf text PGY_BUF_CLEANUP = PGY_BUF_INIT(FILE_MOST);
    if (pgy_stamp_of(feeds, "tokens", &stamp) != 0 || pgy_stamp_same(&stamp, &tokens->stamp))
        return; /* not there: core has yet to write it, and what was revoked is told by a new file,
                   never by none */
    tokens->stamp = stamp;
    int rc = pgy_file_read_at(feeds, "tokens", &text);
    if (rc == 0)
        rc = pgy_tokens_parse(tokens, pgy_buf_text(&text), text.len);
    else
        tokens->stamp = (struct pgy_stamp){0}; /* may succeed next time */
    bool told = tokens->failed == rc;
    tokens->failed = rc;
    if (rc != 0 && !told)
        pgy_warn("feeds/tokens: %s: the %zu links known before stay in force", pgy_strerror(rc),
                 tokens->n);
}

void pgy_tokens_free(struct pgy_tokens *tokens)
{
    pgy_arena_free(&tokens->arena);
    tokens->list = NULL;
    tokens->n = 0;
}

struct pgy_token *pgy_tokens_find(const struct pgy_tokens *tokens, const char *token, size_t len,
                                  uint8_t hash[PGY_TOKEN_HASH])
{
    (void)crypto_hash_sha256(hash, (const unsigned char *)token, len);
    struct pgy_token *found = find_hash(tokens, hash);
    return len >= PGY_TOKEN_MIN && len <= PGY_TOKEN_MAX ? found : NULL;
}
