/* SPDX-License-Identifier: BSD-2-Clause */
/* Notification targets: how each says a message, and how it says no. Pure but for `write`. To add
 * one, write targets/NAME.c and name it in target.c. */
#ifndef PGY_COURIER_TARGET_H
#define PGY_COURIER_TARGET_H

#include "courier/answer.h"
#include "courier/message.h"

enum { PGY_REQUEST_HEADERS = 8 };

/* A POST. Texts live in the arena of whoever made it. */
struct pgy_request {
    const char *url;
    /* "name: value", no CR, LF or other control character */
    const char *headers[PGY_REQUEST_HEADERS];
    size_t nheaders;
    const char *body;
    const char *user; /* "name:password" of Basic authentication; NULL: none */
};

struct pgy_target {
    const char *name;
    /* Makes the request; NULL when `write` delivers. On failure a sentence in *problem (the
     * endpoint's fault) and PGY_EINVAL. */
    int (*make)(const struct pgy_message *message, int64_t now, struct pgy_arena *arena,
                struct pgy_request *request, const char **problem);
    void (*judge)(const struct pgy_answer *answer, const struct pgy_message *message, int64_t now,
                  struct pgy_arena *arena, struct pgy_result *result);
    /* Delivers without the network; a negated errno when it cannot. */
    int (*write)(const struct pgy_message *message, struct pgy_arena *arena);
};

extern const struct pgy_target pgy_target_log, pgy_target_webhook, pgy_target_ntfy,
    pgy_target_slack;

/* NULL: no such target. */
const struct pgy_target *pgy_target_find(const char *name);
/* Every target's name, NULL at the end. */
const struct pgy_target *const *pgy_targets(void);

/* ---- request.c ---- */
/* Adds a header; PGY_EINVAL and nothing added when it holds control characters or there is no room
 * (libcurl sends headers as they are). */
int pgy_request_header(struct pgy_request *request, const char *name, const char *value,
                       struct pgy_arena *arena);
/* Sets the body from a JSON value, which is released; PGY_ELIMIT over max bytes. */
int pgy_request_json(struct pgy_request *request, json_t *json, size_t max,
                     struct pgy_arena *arena);

#endif
