/* SPDX-License-Identifier: BSD-2-Clause */
/* Feed links: tokens are HMACs over profile, name and generation, so they can be shown again; web
 * gets only their hashes, in the list feeds/tokens. The line to web is in web.c; feeds themselves
 * are the people desk's. */
#include "core/links/inside.h"

#include "core/say.h"

#include "base/clock.h"
#include "base/err.h"
#include "base/file.h"
#include "base/log.h"
#include "store/token.h"

#include <fcntl.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { TOKENS_MAX_BYTES = 64 * 1024 * 1024, TOKENS_WAIT_MS = 1000 };

int core_links_open(const struct core_links_setup *setup, struct core_links **links)
{
    struct core_links *made = calloc(1, sizeof *made);
    if (!made)
        abort();
    made->in = *setup;
    made->web.fd = -1;
    int rc = core_links_write(made);
    /* Web has the list of before: a full disk is no reason to take that from everybody. */
    if (made->stale && faccessat(setup->feeds_fd, "tokens", F_OK, 0) == 0)
        rc = 0;
    if (rc != 0)
        core_links_free(&made);
    else
        *links = made;
    return rc;
}

void core_links_free(struct core_links **links)
{
    if (!*links)
        return;
    core_watch_stop(&(*links)->watch);
    pgy_link_close(&(*links)->web);
    free((*links)->listen);
    free(*links);
    *links = NULL;
}

void core_links_listen(struct core_links *links, const char *shown)
{
    free(links->listen);
    links->listen = strdup(shown);
}

/* ---- the list ---- */

static void token_of(const struct core_links *links, const struct pgy_subscription *s,
                     char token[PGY_TOKEN_TEXT], unsigned char hash[32])
{
    pgy_token_make(links->in.key, s->profile, s->name, s->generation, token);
    pgy_token_hash(token, hash);
}

static int by_line(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void write_lines(const struct core_links *links, const struct pgy_subscription *list,
                        size_t n, struct pgy_buf *text)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    const char **sorted = pgy_arena_array(arena, n + 1, sizeof *sorted);
    size_t lines = 0;
    for (size_t i = 0; i < n; i++) {
        char token[PGY_TOKEN_TEXT], hex[65];
        unsigned char hash[32];
        if (list[i].revoked)
            continue;
        token_of(links, &list[i], token, hash);
        sorted[lines++] = pgy_arena_printf(arena, "%s %s/%s.%s\n",
                                           sodium_bin2hex(hex, sizeof hex, hash, sizeof hash),
                                           list[i].profile, list[i].feed, list[i].style);
    }
    qsort(sorted, lines, sizeof *sorted, by_line);
    for (size_t i = 0; i < lines; i++)
        pgy_buf_str(text, sorted[i]);
}

int core_links_write(struct core_links *links)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    struct pgy_buf text PGY_BUF_CLEANUP = PGY_BUF_INIT(TOKENS_MAX_BYTES);
    struct pgy_subscription *list;
    size_t n;
    int rc = pgy_store_subscriptions(links->in.store, NULL, arena, &list, &n);
    if (rc != 0)
        return rc;
    write_lines(links, list, n, &text);
    rc = text.err ? text.err
                  : pgy_file_replace_at(links->in.feeds_fd, "tokens", pgy_buf_text(&text), text.len,
                                        0600);
    links->stale = rc != 0;
    links->written = pgy_clock_mono_ms();
    if (rc != 0)
        pgy_error("the list of feed links could not be written and stays as it was: %s",
                  pgy_strerror(rc));
    return rc;
}

/* The list holds everybody's links: written for each new person, a first start with many would take
 * a time that grows with their square. */
void core_links_follow(struct core_links *links, bool busy)
{
    if (links->stale && (!busy || pgy_clock_mono_ms() - links->written >= TOKENS_WAIT_MS))
        core_links_write(links);
}

/* ---- subscriptions ---- */

int core_links_first(struct core_links *links, const struct core_person *person, int64_t now)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    struct pgy_subscription *list;
    size_t n;
    int rc = pgy_store_subscriptions(links->in.store, person->id, arena, &list, &n);
    if (rc != 0 || n > 0)
        return rc;
    struct pgy_subscription first = {.profile = person->id,
                                     .name = "calendar",
                                     .feed = "all",
                                     .style = "generic",
                                     .created = now};
    rc = pgy_store_subscription_put(links->in.store, &first);
    if (rc == 0)
        links->fresh = true;
    return rc;
}

void core_links_settled(struct core_links *links, bool written)
{
    links->stale |= links->fresh && written;
    links->fresh = false;
}

int core_links_put(struct core_links *links, const struct pgy_subscription *subscription,
                   const char **why)
{
    int rc = pgy_store_subscription_put(links->in.store, subscription);
    if (rc != 0)
        *why = pgy_store_error(links->in.store);
    else
        links->stale = true;
    return rc;
}

int core_links_publish(struct core_links *links, const char **why)
{
    int rc = core_links_write(links);
    if (rc != 0)
        *why = "it is stored, but the list that pgyd-web reads could not be written; pgyd tries "
               "again within a minute, and until then the link works as it did before";
    return rc;
}

void core_links_fetched(const struct core_links *links, const unsigned char hash[32], int64_t when,
                        const char *client)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    struct pgy_subscription *list;
    size_t n;
    if (pgy_store_subscriptions(links->in.store, NULL, arena, &list, &n) != 0)
        return;
    for (size_t i = 0; i < n; i++) {
        char token[PGY_TOKEN_TEXT];
        unsigned char ours[32];
        token_of(links, &list[i], token, ours);
        if (sodium_memcmp(ours, hash, sizeof ours) != 0)
            continue;
        pgy_store_subscription_fetched(links->in.store, list[i].profile, list[i].name, when,
                                       client ? client : "");
        return;
    }
}

/* ---- as people see them ---- */

static const char *url_of(const struct core_links *links, const struct pgy_subscription *s,
                          const char *public_url, struct pgy_arena *arena)
{
    char token[PGY_TOKEN_TEXT];
    /* Behind a Unix socket only public_url tells the beginning of a link; without it the rest is
     * shown. */
    bool address = links->listen && strncmp(links->listen, "unix:", 5) != 0;
    const char *base = public_url ? public_url
                       : address  ? pgy_arena_printf(arena, "http://%s", links->listen)
                                  : "";
    size_t len = strlen(base);
    while (len > 0 && base[len - 1] == '/')
        len--;
    pgy_token_make(links->in.key, s->profile, s->name, s->generation, token);
    return pgy_arena_printf(arena, "%.*s/f/%s/pgyd.ics", (int)len, base, token);
}

const char *core_links_shown(const struct core_links *links, const struct core_person *person,
                             struct pgy_arena *arena)
{
    const char *public_url =
        pgy_config_text(links->in.roll->daemon, "serve", "", "public_url", NULL);
    struct pgy_subscription *list;
    size_t n;
    if (!public_url || pgy_store_subscriptions(links->in.store, person->id, arena, &list, &n) != 0)
        return NULL;
    for (size_t i = 0; i < n; i++) {
        if (!list[i].revoked)
            return url_of(links, &list[i], public_url, arena);
    }
    return NULL;
}

static const char *google_of(const char *url, struct pgy_arena *arena)
{
    /* Everything in our links is unreserved but ':' and '/'. */
    struct pgy_buf escaped PGY_BUF_CLEANUP = PGY_BUF_INIT(2048);
    for (const char *p = url; *p; p++)
        *p == ':' || *p == '/' ? pgy_buf_str(&escaped, *p == ':' ? "%3A" : "%2F")
                               : pgy_buf_char(&escaped, *p);
    return pgy_arena_printf(arena, "https://calendar.google.com/calendar/render?cid=%s",
                            pgy_buf_text(&escaped));
}

json_t *core_links_json(const struct core_links *links, const struct pgy_subscription *s)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    const char *public_url =
        pgy_config_text(links->in.roll->daemon, "serve", "", "public_url", NULL);
    const char *url = s->revoked ? "" : url_of(links, s, public_url, arena);
    const char *rest = strstr(url, "://");
    bool google = public_url && strncmp(url, "https://", 8) == 0;
    return json_pack("{ss ss ss ss ss ss ss sb so so ss}", "profile", s->profile, "name", s->name,
                     "feed", s->feed, "style", s->style, "url", url, "webcal",
                     rest ? pgy_arena_printf(arena, "webcal%s", rest) : "", "google",
                     google ? google_of(url, arena) : "", "revoked", (int)s->revoked, "created",
                     core_say_instant(s->created), "last_fetch", core_say_instant(s->last_fetch),
                     "client", s->last_client ? s->last_client : "");
}
