/* SPDX-License-Identifier: BSD-2-Clause */
/* From a path to an answer: feeds, health, robots, metrics, or 404 for all the rest. */
#include "pgy-build.h"

#include "web/site.h"

#include "base/buf.h"
#include "base/clock.h"
#include "base/err.h"
#include "base/file.h"
#include "base/log.h"

#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum {
    CACHE_BYTES = 64 * 1024 * 1024,
    CACHE_FEEDS = 16384,
    TELL_EVERY = 60,
    METRICS_MAX = 2 * 1024 * 1024
};

static const struct pgy_http_header plain[] = {
    {"Content-Type", "text/plain; charset=utf-8"},
    {"Cache-Control", "no-store"},
    {"X-Robots-Tag", "noindex"},
    {"Referrer-Policy", "no-referrer"},
    {"X-Content-Type-Options", "nosniff"},
    {NULL, NULL},
};

static struct pgy_http_answer *text_answer(unsigned status, const char *body)
{
    return pgy_http_answer_new(status, plain, body, strlen(body));
}

int pgy_site_init(struct pgy_site *site)
{
    site->dir = -1;
    site->feeds = pgy_feeds_new(CACHE_BYTES, CACHE_FEEDS);
    site->not_found = text_answer(404, "Not found.\n");
    site->health = text_answer(200, "ok\n");
    /* Google reads robots.txt for calendars too: nothing may be disallowed. X-Robots-Tag keeps
     * feeds out of indexes. */
    site->robots = text_answer(200, "User-agent: *\nDisallow:\n");
    return site->not_found && site->health && site->robots ? 0 : PGY_ELIMIT;
}

void pgy_site_free(struct pgy_site *site)
{
    pgy_feeds_free(&site->feeds);
    pgy_fd_close(&site->dir);
    pgy_tokens_free(&site->tokens);
    pgy_http_answer_free(&site->not_found);
    pgy_http_answer_free(&site->health);
    pgy_http_answer_free(&site->robots);
    pgy_http_answer_free(&site->metrics);
}

void pgy_site_dir(struct pgy_site *site, int dir)
{
    pgy_fd_close(&site->dir);
    site->dir = dir;
    pgy_feeds_dir(site->feeds, fcntl(dir, F_DUPFD_CLOEXEC, 0));
    site->tokens.stamp = (struct pgy_stamp){0};
    pgy_tokens_refresh(&site->tokens, dir);
}

void pgy_site_turn(struct pgy_site *site)
{
    site->tokens_seen = false;
    pgy_feeds_turn(site->feeds);
}

bool pgy_site_token(const char *path, const char **token, size_t *len)
{
    static const char before[] = "/f/";
    if (strncmp(path, before, sizeof before - 1) != 0)
        return false;
    const char *start = path + sizeof before - 1;
    const char *slash = strchr(start, '/');
    if (!slash || strcmp(slash, "/pgyd.ics") != 0)
        return false;
    *token = start;
    *len = (size_t)(slash - start);
    return true;
}

static void tell(struct pgy_site *site, struct pgy_token *token, const char *agent)
{
    int64_t now = pgy_clock_now();
    if (now >= token->told && now - token->told < TELL_EVERY)
        return;
    token->told = now;
    pgy_debug("link %02x%02x%02x%02x fetched", token->hash[0], token->hash[1], token->hash[2],
              token->hash[3]);
    if (site->fetched)
        site->fetched(site->context, token->hash, now, agent);
}

/* Unknown, revoked and malformed tokens get the same answer. So does a feed that was never written:
 * of all refusals, calendar clients survive 404 best (Thunderbird keeps what it has; any other
 * error turns the subscription off). */
const struct pgy_http_answer *pgy_site_answer(void *context, const struct pgy_http_request *request)
{
    struct pgy_site *site = context;
    uint8_t hash[PGY_TOKEN_HASH];
    const char *text;
    size_t len;
    if (strcmp(request->path, "/healthz") == 0)
        return site->health;
    if (strcmp(request->path, "/robots.txt") == 0)
        return site->robots;
    if (!pgy_site_token(request->path, &text, &len))
        return site->not_found;
    if (site->dir >= 0 && !site->tokens_seen)
        pgy_tokens_refresh(&site->tokens, site->dir);
    site->tokens_seen = true;
    struct pgy_token *token = pgy_tokens_find(&site->tokens, text, len, hash);
    const struct pgy_http_answer *answer =
        token ? pgy_feeds_answer(site->feeds, token->path, request) : NULL;
    if (!answer)
        return site->not_found;
    tell(site, token, request->user_agent);
    return answer;
}

static void counter(struct pgy_buf *out, const char *name, const char *type, const char *help,
                    int64_t value)
{
    pgy_buf_printf(out, "# HELP pgyd_web_%s %s\n# TYPE pgyd_web_%s %s\npgyd_web_%s %" PRId64 "\n",
                   name, help, name, type, name, value);
}

const struct pgy_http_answer *pgy_site_metrics(void *context,
                                               const struct pgy_http_request *request)
{
    static const struct pgy_http_header headers[] = {
        {"Content-Type", "text/plain; version=0.0.4; charset=utf-8"},
        {"Cache-Control", "no-store"},
        {NULL, NULL},
    };
    struct pgy_site *site = context;
    struct pgy_buf out PGY_BUF_CLEANUP = PGY_BUF_INIT(METRICS_MAX);
    if (strcmp(request->path, "/metrics") != 0)
        return site->not_found;
    const struct pgy_http_stats *s = site->stats;
    counter(&out, "requests_total", "counter", "Requests read.", s->requests);
    counter(&out, "not_modified_total", "counter", "Requests answered with 304.", s->not_modified);
    counter(&out, "not_found_total", "counter", "Requests answered with 404.", s->not_found);
    counter(&out, "refused_total", "counter",
            "Requests turned away as malformed or of another method.", s->refused);
    counter(&out, "connections", "gauge", "Connections open now.",
            (int64_t)site->connections(site->context));
    counter(&out, "links", "gauge", "Feed links in force.", (int64_t)site->tokens.n);
    pgy_buf_str(&out, site->core_metrics(site->context));
    struct pgy_http_answer *fresh =
        out.err ? NULL : pgy_http_answer_new(200, headers, out.data, out.len);
    if (!fresh)
        return site->not_found;
    pgy_http_answer_free(&site->metrics);
    site->metrics = fresh;
    return fresh;
}
