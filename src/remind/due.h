/* SPDX-License-Identifier: BSD-2-Clause */
/* What is due, what waits to leave, and what can become of a message: plain values that
 * remind makes, the store keeps and the core passes on. */
#ifndef PGY_REMIND_DUE_H
#define PGY_REMIND_DUE_H

#include <stddef.h>
#include <stdint.h>

struct pgy_due {
    const char *item; /* item id */
    /* civil date or instant the step counts from: "2026-11-26" or "2026-11-26T09:00
     * America/New_York" */
    const char *target;
    const char *step; /* "-7d"; "now" for the folded notice of steps already past; "digest" */
    int64_t at;       /* UTC seconds it is due */
    int64_t expires;  /* UTC seconds after which it is worthless */
    int64_t leaves;   /* UTC seconds it should have left, where it waited; 0: at `at`; not stored */
    uint16_t severity;
    uint16_t kind;   /* enum pgyd_kind of the item; 0: none (a digest) */
    uint16_t stakes; /* enum pgyd_stakes of the gravest it tells of; 0: of none */
    const char *plugin;
    /* What targets show by their detail level: title and what to do next, with the detail where all
     * is asked for; the day follows when the message is made. */
    const char *title, *detail;
    const char *next; /* NULL or "": the title says it */
    /* … or this: no employer, no figure ("an offer answer is due"), before the day */
    const char *discreet;
    /* of a digest: what it tells of, gravest first; not stored */
    const struct pgy_due *const *parts;
    size_t nparts;
};

/* More of them are counted in its text alone. */
enum { PGY_DIGEST_PARTS = 500 };

/* Fired, and waiting to leave for a place together with what is due there then. */
struct pgy_gathered {
    struct pgy_due due;
    const char *endpoint; /* "": every place that wants it */
    int64_t since;        /* UTC seconds from which on it may leave */
    /* … and does; INT64_MAX: while its profile is not configured or its item is over */
    int64_t leaves;
};

/* Where a message stands. */
enum pgy_outbox_state {
    PGY_OUT_QUEUED,
    PGY_OUT_CLAIMED,
    PGY_OUT_SENT,
    PGY_OUT_FAILED,
    PGY_OUT_CANCELLED,
    PGY_OUT_MISSED
};

#endif
