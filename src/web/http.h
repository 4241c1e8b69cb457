/* SPDX-License-Identifier: BSD-2-Clause */
/* The HTTP server as the rest of web sees it: a listening socket, a handler, answers made
 * beforehand. http.c alone includes microhttpd.h, so that another server can take its place. */
#ifndef PGY_WEB_HTTP_H
#define PGY_WEB_HTTP_H

#include "web/reaper.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct pgy_http;
struct pgy_http_answer; /* status, headers and body; immutable, served any number of times */

/* Borrowed for the time of the call. NULL: header absent (or longer than anything reasonable). */
struct pgy_http_request {
    const char *path; /* [A-Za-z0-9._/-]+ */
    const char *if_none_match;
    const char *if_modified_since;
    const char *accept_encoding;
    const char *user_agent;
};

struct pgy_http_header {
    const char *name;
    const char *value;
};

struct pgy_http_stats {
    int64_t requests;
    int64_t not_modified;
    int64_t not_found;
    int64_t refused; /* by the request policy */
};

/* Answers a GET or HEAD; the answer stays the handler's own. Never NULL. */
typedef const struct pgy_http_answer *pgy_http_handler(void *context,
                                                       const struct pgy_http_request *request);

/* The body is copied; headers end with a NULL name. NULL when memory is short. */
struct pgy_http_answer *pgy_http_answer_new(unsigned status, const struct pgy_http_header *headers,
                                            const void *body, size_t len);
/* Answers still being sent live on. NULL and *NULL are fine. */
void pgy_http_answer_free(struct pgy_http_answer **answer);

/* Serves on a listening socket, which is taken over. NULL on failure; the socket is closed then
 * too. */
struct pgy_http *pgy_http_start(int listener, const struct pgy_limits *limits,
                                pgy_http_handler *handler, void *context,
                                struct pgy_http_stats *stats);
/* Closes all its connections. NULL and *NULL are fine. */
void pgy_http_stop(struct pgy_http **http);
/* To be polled for input. */
int pgy_http_fd(const struct pgy_http *http);
/* Does what there is to do and returns when it wants to run at the latest (pgy_clock_mono_ms;
 * INT64_MAX: not before input). */
int64_t pgy_http_run(struct pgy_http *http);
/* Open now. */
size_t pgy_http_connections(const struct pgy_http *http);

#endif
