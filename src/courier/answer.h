/* SPDX-License-Identifier: BSD-2-Clause */
/* What a receiver answered, and what it means (architecture 11, pgyd-webhook(7)). Pure. */
#ifndef PGY_COURIER_ANSWER_H
#define PGY_COURIER_ANSWER_H

#include "base/arena.h"
#include "courier/message.h"
#include "courier/outcome.h"

enum {
    PGY_ANSWER_KEEP = 4096, /* bytes of a body kept for classifying */
    /* bytes of head and body read before the connection is cut */
    PGY_ANSWER_MAX = 64 * 1024,
    PGY_RETRY_AFTER_MAX = 24 * 60 * 60 /* no receiver may hold a reminder back for longer */
};

struct pgy_answer {
    int status;              /* 100 to 599; 0: none came */
    const char *body;        /* its first bytes, NUL-terminated; never NULL */
    const char *retry_after; /* the header; NULL: none */
    const char *moved_to;    /* scheme and host of Location; NULL: none */
    const char *trouble;     /* no status: what went wrong, in a sentence without URL */
    /* no status: the address or the setting is refused, trying again is of no use */
    bool blocked;
};

struct pgy_result {
    int64_t row;
    uint32_t attempt;
    enum pgy_outcome outcome;
    int64_t status;
    int64_t retry_after; /* seconds; -1: none */
    const char *error;   /* ""; a sentence without secrets and URLs */
};

/* An exception of a target: what this status means there. A table ends with status 0. */
struct pgy_status_rule {
    int status;
    enum pgy_outcome outcome;
};

/* The class of a status: the target's exceptions (NULL: none) first, then the rules for all. */
enum pgy_outcome pgy_status_class(int status, bool has_retry_after,
                                  const struct pgy_status_rule *exceptions);
/* Seconds of a Retry-After header (RFC 9110 10.2.3: a number or a date), 0 to PGY_RETRY_AFTER_MAX;
 * a fraction rounds up; -1: not understood. */
int64_t pgy_retry_after(const char *header, int64_t now);
/* The whole classification by status, with the sentence. */
void pgy_answer_judge(const struct pgy_answer *answer, const struct pgy_message *message,
                      const struct pgy_status_rule *exceptions, int64_t now,
                      struct pgy_arena *arena, struct pgy_result *result);

#endif
