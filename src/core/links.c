/* SPDX-License-Identifier: BSD-2-Clause */
/* Feed links: tokens are HMACs over profile, name and generation, so they can be shown again; web
 * gets only their hashes (DESIGN.md 5.3). */
#include "core/core.h"

#include "base/clock.h"
#include "base/err.h"
#include "base/file.h"
#include "base/log.h"
#include "store/token.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

enum { TOKENS_MAX_BYTES = 64 * 1024 * 1024, TOKENS_WAIT_MS = 1000 };

int core_key_open(struct pgy_core *core, const char **why)
{
    int rc = pgy_key_open(core->state_fd, core->key);
    if (rc != 0)
        *why = pgy_arena_printf(
            core->arena,
            "%s/key cannot be used: %s; it must be a file of 32 bytes that only its owner may read",
            core->house->house->state_dir, pgy_strerror(rc));
    return rc;
}

int core_subscribe_first(struct pgy_core *core, const struct core_profile *profile, bool *made)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    struct pgy_subscription *list;
    size_t n;
    int rc = pgy_store_subscriptions(core->store, profile->id, arena, &list, &n);
    if (rc != 0 || n > 0)
        return rc;
    struct pgy_subscription first = {.profile = profile->id,
                                     .name = "calendar",
                                     .feed = "all",
                                     .style = "generic",
                                     .created = pgy_clock_now()};
    rc = pgy_store_subscription_put(core->store, &first);
    if (rc == 0)
        *made = true;
    return rc;
}

static int by_line(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

int core_tokens_write(struct pgy_core *core)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    struct pgy_subscription *list;
    size_t n, lines = 0;
    int rc = pgy_store_subscriptions(core->store, NULL, arena, &list, &n);
    if (rc != 0)
        return rc;
    const char **sorted = pgy_arena_array(arena, n + 1, sizeof *sorted);
    for (size_t i = 0; i < n; i++) {
        char token[PGY_TOKEN_TEXT], hex[65];
        unsigned char hash[32];
        if (list[i].revoked)
            continue;
        pgy_token_make(core->key, list[i].profile, list[i].name, list[i].generation, token);
        pgy_token_hash(token, hash);
        sorted[lines++] = pgy_arena_printf(arena, "%s %s/%s.%s\n",
                                           sodium_bin2hex(hex, sizeof hex, hash, sizeof hash),
                                           list[i].profile, list[i].feed, list[i].style);
    }
    qsort(sorted, lines, sizeof *sorted, by_line);
    struct pgy_buf text PGY_BUF_CLEANUP = PGY_BUF_INIT(TOKENS_MAX_BYTES);
    for (size_t i = 0; i < lines; i++)
        pgy_buf_str(&text, sorted[i]);
    rc = text.err
             ? text.err
             : pgy_file_replace_at(core->feeds_fd, "tokens", pgy_buf_text(&text), text.len, 0600);
    core->tokens_old = rc != 0;
    core->tokens_at = pgy_clock_mono_ms();
    if (rc != 0)
        pgy_error("the list of feed links could not be written and stays as it was: %s",
                  pgy_strerror(rc));
    return rc;
}

/* The list holds everybody's links: written for each new person, a first start with many would take
 * a time that grows with their square. */
void core_tokens_follow(struct pgy_core *core)
{
    if (core->tokens_old &&
        (core->norder == 0 || pgy_clock_mono_ms() - core->tokens_at >= TOKENS_WAIT_MS))
        core_tokens_write(core);
}

void core_fetched(struct pgy_core *core, const unsigned char hash[32], int64_t when,
                  const char *client)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    struct pgy_subscription *list;
    size_t n;
    if (pgy_store_subscriptions(core->store, NULL, arena, &list, &n) != 0)
        return;
    for (size_t i = 0; i < n; i++) {
        char token[PGY_TOKEN_TEXT];
        unsigned char ours[32];
        pgy_token_make(core->key, list[i].profile, list[i].name, list[i].generation, token);
        pgy_token_hash(token, ours);
        if (sodium_memcmp(ours, hash, sizeof ours) != 0)
            continue;
        pgy_store_subscription_fetched(core->store, list[i].profile, list[i].name, when,
                                       client ? client : "");
        return;
    }
}

json_t *core_url_json(struct pgy_core *core, const struct pgy_subscription *s)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    char token[PGY_TOKEN_TEXT];
    const char *public_url = pgy_config_text(core->daemon, "serve", "", "public_url", NULL);
    /* Behind a Unix socket only public_url tells the beginning of a link; without it the rest is
     * shown. */
    bool address = core->listen && strncmp(core->listen, "unix:", 5) != 0;
    const char *base = public_url ? public_url
                       : address  ? pgy_arena_printf(arena, "http://%s", core->listen)
                                  : "";
    size_t len = strlen(base);
    while (len > 0 && base[len - 1] == '/')
        len--;
    pgy_token_make(core->key, s->profile, s->name, s->generation, token);
    const char *url =
        s->revoked ? "" : pgy_arena_printf(arena, "%.*s/f/%s/pgyd.ics", (int)len, base, token);
    const char *rest = strstr(url, "://");
    const char *google = "";
    if (public_url && !s->revoked && strncmp(url, "https://", 8) == 0) {
        /* Everything in our links is unreserved but ':' and '/'. */
        struct pgy_buf escaped PGY_BUF_CLEANUP = PGY_BUF_INIT(2048);
        for (const char *p = url; *p; p++)
            *p == ':' || *p == '/' ? pgy_buf_str(&escaped, *p == ':' ? "%3A" : "%2F")
                                   : pgy_buf_char(&escaped, *p);
        google = pgy_arena_printf(arena, "https://calendar.google.com/calendar/render?cid=%s",
                                  pgy_buf_text(&escaped));
    }
    return json_pack("{ss ss ss ss ss ss ss sb so so ss}", "profile", s->profile, "name", s->name,
                     "feed", s->feed, "style", s->style, "url", url, "webcal",
                     rest ? pgy_arena_printf(arena, "webcal%s", rest) : "", "google", google,
                     "revoked", (int)s->revoked, "created", core_instant(s->created), "last_fetch",
                     core_instant(s->last_fetch), "client", s->last_client ? s->last_client : "");
}
