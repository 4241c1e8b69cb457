/* SPDX-License-Identifier: BSD-2-Clause */
/* Lists of connections by what they wait for, the oldest first, and who has to go. Closing is a
 * shutdown that the server then sees. */
#include "web/reaper.h"

#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>

struct pgy_limits pgy_limits_default(size_t fds)
{
    size_t most = fds > 4096 + 64 ? 4096 : fds > 128 ? fds - 64 : 64;
    return (struct pgy_limits){
        .connections = most,
        .crowded = most - most / 4,
        .per_address = 64,
        .ms = {[PGY_PHASE_FIRST] = 3000, [PGY_PHASE_IDLE] = 15000, [PGY_PHASE_ANSWER] = 60000},
        .life_ms = 60000,
    };
}

/* The address as counted; family 0 when it is not. An IPv4-mapped IPv6 address counts as its IPv4
 * address. */
static uint8_t address_of(const struct sockaddr *from, uint8_t key[8])
{
    static const uint8_t mapped[12] = {[10] = 0xff, [11] = 0xff};
    memset(key, 0, 8);
    if (from && from->sa_family == AF_INET6) {
        const struct sockaddr_in6 *in6 = (const void *)from;
        if (IN6_IS_ADDR_LOOPBACK(&in6->sin6_addr))
            return 0;
        bool v4 = memcmp(&in6->sin6_addr, mapped, sizeof mapped) == 0;
        memcpy(key, (const uint8_t *)&in6->sin6_addr + (v4 ? 12 : 0), v4 ? 4 : 8);
        return v4 && key[0] == 127 ? 0 : v4 ? 4 : 6;
    }
    if (from && from->sa_family == AF_INET) {
        memcpy(key, &((const struct sockaddr_in *)(const void *)from)->sin_addr, 4);
        return key[0] == 127 ? 0 : 4;
    }
    return 0;
}

static size_t bucket_of(uint8_t family, const uint8_t key[8])
{
    uint32_t h = 2166136261u ^ family; /* FNV-1a */
    for (size_t i = 0; i < 8; i++)
        h = (h ^ key[i]) * 16777619u;
    return (h ^ h >> 16) % PGY_REAPER_BUCKETS;
}

bool pgy_reaper_admits(const struct pgy_reaper *reaper, const struct sockaddr *from)
{
    uint8_t key[8];
    uint8_t family = address_of(from, key);
    size_t n = 0;
    if (family == 0)
        return true;
    for (const struct pgy_conn *c = reaper->buckets[bucket_of(family, key)]; c; c = c->same)
        n += c->family == family && memcmp(c->address, key, sizeof key) == 0;
    return n < reaper->limits.per_address;
}

static void append(struct pgy_reaper *reaper, struct pgy_conn *c, enum pgy_phase phase, int64_t now)
{
    c->phase = phase;
    c->since_ms = now;
    c->next = NULL;
    c->prev = reaper->lists[phase].newest;
    if (c->prev)
        c->prev->next = c;
    else
        reaper->lists[phase].oldest = c;
    reaper->lists[phase].newest = c;
}

static void detach(struct pgy_reaper *reaper, struct pgy_conn *c)
{
    if (c->prev)
        c->prev->next = c->next;
    else
        reaper->lists[c->phase].oldest = c->next;
    if (c->next)
        c->next->prev = c->prev;
    else
        reaper->lists[c->phase].newest = c->prev;
    c->prev = c->next = NULL;
}

/* A connection that was shut down leaves its list, so that the oldest of each list is always one
 * that can still be reaped. */
static void shut(struct pgy_reaper *reaper, struct pgy_conn *c)
{
    detach(reaper, c);
    c->shut = true;
    reaper->reaped++;
    (void)shutdown(c->fd, SHUT_RDWR);
}

static void make_room(struct pgy_reaper *reaper)
{
    struct pgy_conn *idle = reaper->lists[PGY_PHASE_IDLE].oldest;
    struct pgy_conn *first = reaper->lists[PGY_PHASE_FIRST].oldest;
    if (reaper->n >= reaper->limits.crowded && (idle || first))
        shut(reaper, idle ? idle : first);
}

struct pgy_conn *pgy_reaper_add(struct pgy_reaper *reaper, int fd, const struct sockaddr *from,
                                int64_t now)
{
    struct pgy_conn *c = calloc(1, sizeof *c);
    if (!c)
        return NULL;
    make_room(reaper);
    c->fd = fd;
    c->born_ms = now;
    c->family = address_of(from, c->address);
    if (c->family != 0) {
        struct pgy_conn **bucket = &reaper->buckets[bucket_of(c->family, c->address)];
        c->same = *bucket;
        *bucket = c;
    }
    append(reaper, c, PGY_PHASE_FIRST, now);
    reaper->n++;
    return c;
}

void pgy_reaper_remove(struct pgy_reaper *reaper, struct pgy_conn *conn)
{
    if (conn->family != 0) {
        struct pgy_conn **at = &reaper->buckets[bucket_of(conn->family, conn->address)];
        while (*at && *at != conn)
            at = &(*at)->same;
        if (*at)
            *at = conn->same;
    }
    if (!conn->shut)
        detach(reaper, conn);
    reaper->n--;
    free(conn);
}

void pgy_reaper_phase(struct pgy_reaper *reaper, struct pgy_conn *conn, enum pgy_phase phase,
                      int64_t now)
{
    if (conn->shut)
        return;
    detach(reaper, conn);
    append(reaper, conn, phase, now);
    if (phase == PGY_PHASE_IDLE && now - conn->born_ms >= reaper->limits.life_ms)
        shut(reaper, conn);
}

int64_t pgy_reaper_sweep(struct pgy_reaper *reaper, int64_t now)
{
    int64_t next = INT64_MAX;
    for (size_t i = 0; i < PGY_PHASES; i++) {
        struct pgy_conn *c;
        while ((c = reaper->lists[i].oldest) && now - c->since_ms >= reaper->limits.ms[i])
            shut(reaper, c);
        if (c && c->since_ms + reaper->limits.ms[i] < next)
            next = c->since_ms + reaper->limits.ms[i];
    }
    return next;
}
