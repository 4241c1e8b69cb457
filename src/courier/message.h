/* SPDX-License-Identifier: BSD-2-Clause */
/* A message as the core sends it (PGY_C_SEND), checked again, and the words of it that its endpoint
 * may see. */
#ifndef PGY_COURIER_MESSAGE_H
#define PGY_COURIER_MESSAGE_H

#include "base/arena.h"
#include "base/frame.h"
#include "courier/address.h"

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum pgy_detail { PGY_DETAIL_DISCREET, PGY_DETAIL_TITLE, PGY_DETAIL_FULL };

struct pgy_message {
    int64_t row;
    uint32_t attempt;
    const char *profile, *endpoint, *type, *url, *secrets, *ca_file; /* never NULL; "" for none */
    struct pgy_cidr *allow;
    size_t nallow;
    enum pgy_detail detail;
    const char *id;           /* the idempotency key */
    const char *kind;         /* "reminder.due" */
    int64_t created, expires; /* UTC seconds */
    uint32_t severity;        /* enum pgyd_severity */
    json_t *payload;          /* an object, owned */
    const char *problem;      /* NULL, or why it can never be sent, in a sentence */
    bool endpoint_problem;    /* the problem is the endpoint's, not this message's */
};

/* Reads a frame of type PGY_C_SEND; texts live in the arena. PGY_EPARSE when it is none (out is not
 * written); what is well formed but cannot be sent has `problem` set. */
int pgy_message_read(struct pgy_frame *frame, struct pgy_arena *arena, struct pgy_message *out);
void pgy_message_free(struct pgy_message *message);

/* What a target shows, by the detail level, cleaned of control characters. */
struct pgy_words {
    const char *title;  /* one line; at level discreet the discreet sentence */
    const char *detail; /* "" below level full; may have several lines */
    const char *late;   /* "" or "was due 2026-11-22T09:00:00Z" */
};
/* Texts live in the arena, or are the message's. */
struct pgy_words pgy_message_words(const struct pgy_message *message, struct pgy_arena *arena);
/* "info", "warn", "critical". */
const char *pgy_message_severity(const struct pgy_message *message);

#endif
