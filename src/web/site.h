/* SPDX-License-Identifier: BSD-2-Clause */
/* What is found where (architecture 13). */
#ifndef PGY_WEB_SITE_H
#define PGY_WEB_SITE_H

#include "web/feeds.h"
#include "web/tokens.h"

/* Called when a feed was served, at most once a token a minute. `agent` may be NULL. */
typedef void pgy_site_fetched(void *context, const uint8_t hash[PGY_TOKEN_HASH], int64_t utc,
                              const char *agent);

struct pgy_site {
    struct pgy_feeds *feeds; /* owned */
    int dir;                 /* the feeds directory, owned; -1: not known yet */
    struct pgy_tokens tokens;
    bool tokens_seen; /* in this turn */
    pgy_site_fetched *fetched;
    void *context;
    struct pgy_http_answer *not_found;
    struct pgy_http_answer *health;
    struct pgy_http_answer *robots;
    struct pgy_http_answer *metrics; /* the last one made */
    const struct pgy_http_stats *stats;
    const char *(*core_metrics)(void *context); /* text to append; "" when core is silent */
    size_t (*connections)(void *context);
};

/* Sets up feeds, tokens and the fixed answers; the caller fills in fetched, context, stats,
 * core_metrics and connections. PGY_ELIMIT when memory is short. */
int pgy_site_init(struct pgy_site *site);
void pgy_site_free(struct pgy_site *site);
/* The feeds directory, taken over. */
void pgy_site_dir(struct pgy_site *site, int dir);
/* A new turn of the loop: what requests have in common is looked at once for all that are answered
 * before the next turn. */
void pgy_site_turn(struct pgy_site *site);
/* Handlers for the two listening sockets; context is the site. */
pgy_http_handler pgy_site_answer;
pgy_http_handler pgy_site_metrics;
/* The token of "/f/TOKEN/pgyd.ics" and its length; false for any other path. */
bool pgy_site_token(const char *path, const char **token, size_t *len);

#endif
