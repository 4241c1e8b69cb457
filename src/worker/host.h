/* SPDX-License-Identifier: BSD-2-Clause */
/* The services a plugin is handed (struct pgyd_host), over the inputs of one request; answers go
 * out as frames. */
#ifndef PGY_WORKER_HOST_H
#define PGY_WORKER_HOST_H

#include "base/buf.h"
#include "worker/inputs.h"

/* Places in a list by two words, found without a search through all: buckets of places, and the
 * next place of the same bucket; the length of the list where there is none. Made at the first
 * question; bucket is NULL before. */
struct pgy_places {
    uint32_t *bucket, *next;
    uint32_t nbuckets; /* a power of two */
};

struct pgy_host {
    struct pgyd_host table; /* what the plugin gets; table.ctx is this struct */
    const struct pgy_inputs *inputs;
    const char *plugin;
    struct pgy_buf *out; /* answer frames; borrowed */
    /* Called when answers have piled up: sends and clears out. NULL: they stay in out. Negative:
     * nobody listens any more. */
    int (*flush)(void *arg, struct pgy_buf *out);
    void *flush_arg;
    uint32_t count; /* frames that END counts */
    size_t walk_at; /* section last handed out by number; walk_i: that number */
    uint32_t walk_i;
    struct pgy_places sections, events; /* by kind and id, by kind and subject */
    bool failed;  /* an item or part was not valid, or the plugin said error */
    bool refused; /* the plugin said error before anything else failed: reason is its sentence */
    char reason[512]; /* the first reason of that; "" none */
};

/* Fills the table in. Everything is borrowed. */
void pgy_host_init(struct pgy_host *host, const struct pgy_inputs *inputs, struct pgy_buf *out);
/* Counts the frame just written and flushes when there is much; ends the process's usefulness when
 * it is too large (failed is set). */
void pgy_host_wrote(struct pgy_host *host, size_t mark);

#endif
