/* SPDX-License-Identifier: BSD-2-Clause */
/* Slow connections. libmicrohttpd only knows a timeout of inactivity, which one byte every second
 * defeats; here a connection has a deadline for its whole header, for its idleness, for taking its
 * answer and for its life. When it is crowded, those that have waited longest without a request
 * make room. Knows sockets and times only. */
#ifndef PGY_WEB_REAPER_H
#define PGY_WEB_REAPER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/socket.h>

enum pgy_phase { PGY_PHASE_FIRST, PGY_PHASE_IDLE, PGY_PHASE_ANSWER, PGY_PHASES };

struct pgy_limits {
    size_t connections; /* most at once */
    size_t crowded;     /* from here on the longest waiting make room */
    /* most from one address (IPv6: one /64); loopback and Unix sockets, where proxies are, have no
     * limit */
    size_t per_address;
    /* first header complete; next header after an answer; answer taken */
    int64_t ms[PGY_PHASES];
    int64_t life_ms; /* no further request after this */
};

struct pgy_conn {
    int fd; /* borrowed from the server */
    enum pgy_phase phase;
    int64_t born_ms;
    int64_t since_ms; /* start of the phase */
    uint8_t address[8];
    uint8_t family; /* 0: not counted */
    bool shut;
    struct pgy_conn *prev; /* in the list of its phase, oldest first */
    struct pgy_conn *next;
    struct pgy_conn *same; /* next in its bucket of addresses */
    /* the request being read; set by the server */
    const char *uri;
    size_t uri_len;
};

enum { PGY_REAPER_BUCKETS = 1024 };

struct pgy_reaper {
    struct pgy_limits limits;
    struct {
        struct pgy_conn *oldest;
        struct pgy_conn *newest;
    } lists[PGY_PHASES];
    struct pgy_conn *buckets[PGY_REAPER_BUCKETS];
    size_t n;
    uint64_t reaped;
};

/* The limits in force: data, not code. `fds`: how many descriptors the process may have. */
struct pgy_limits pgy_limits_default(size_t fds);
/* Whether one more connection from there is admitted. */
bool pgy_reaper_admits(const struct pgy_reaper *reaper, const struct sockaddr *from);
/* A new connection; NULL when memory is short. Owned by the reaper until pgy_reaper_remove. May
 * shut another one down to make room. */
struct pgy_conn *pgy_reaper_add(struct pgy_reaper *reaper, int fd, const struct sockaddr *from,
                                int64_t now);
/* It was closed; frees it. */
void pgy_reaper_remove(struct pgy_reaper *reaper, struct pgy_conn *conn);
/* What it waits for from now on (monotonic milliseconds, as everywhere here). */
void pgy_reaper_phase(struct pgy_reaper *reaper, struct pgy_conn *conn, enum pgy_phase phase,
                      int64_t now);
/* Shuts down what is over its limit, so that the server sees it closed, and returns when to look
 * again; INT64_MAX: no connection waits. */
int64_t pgy_reaper_sweep(struct pgy_reaper *reaper, int64_t now);

#endif
