/* SPDX-License-Identifier: BSD-2-Clause */
/* Feed files as answers: read beneath the feeds directory, kept in a bounded cache, looked at again
 * whenever a file changed. What is there but unreadable, empty, cut or gone never replaces what was
 * served before: last known good rather than an error. */
#ifndef PGY_WEB_FEEDS_H
#define PGY_WEB_FEEDS_H

#include "web/http.h"

#include <stddef.h>

struct pgy_feeds;

enum { PGY_FEED_MAX = 16 * 1024 * 1024 };

/* `most_bytes` bounds the bodies kept, `most` the number of feeds. Never NULL. */
struct pgy_feeds *pgy_feeds_new(size_t most_bytes, size_t most);
void pgy_feeds_free(struct pgy_feeds **feeds);
/* The directory, taken over; the one before is closed. What is cached stays. */
void pgy_feeds_dir(struct pgy_feeds *feeds, int dir);
/* A new turn of the loop: from here on files are looked at again, each once a turn, however many
 * ask for it. */
void pgy_feeds_turn(struct pgy_feeds *feeds);
/* The answer to a request for "<path>.ics" (200 or 304, plain or gzip; the cache's own, until the
 * next call), or NULL when there is nothing to serve and never was. `path` is checked
 * (tokens.h). */
const struct pgy_http_answer *pgy_feeds_answer(struct pgy_feeds *feeds, const char *path,
                                               const struct pgy_http_request *request);

#endif
