/* SPDX-License-Identifier: BSD-2-Clause */
/* Which addresses a delivery may connect to. Pure. Only the address really connected to counts,
 * never the text of a URL: names, numbers in odd bases and redirects all end here (architecture
 * 11). */
#ifndef PGY_COURIER_ADDRESS_H
#define PGY_COURIER_ADDRESS_H

#include "base/arena.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/socket.h>

/* An address in the form of IPv6; IPv4 is ::ffff:a.b.c.d. */
struct pgy_address {
    uint8_t bytes[16];
};

struct pgy_cidr {
    struct pgy_address net; /* host bits cleared */
    unsigned bits;          /* 0 to 128; of IPv4 96 to 128 */
};

enum pgy_address_verdict {
    PGY_ADDRESS_FREE,    /* anybody's */
    PGY_ADDRESS_ALLOWED, /* private, and on the list */
    PGY_ADDRESS_PRIVATE, /* refused; the list could allow it */
    PGY_ADDRESS_NEVER,   /* refused whatever the list says */
};

/* "192.168.1.0/24", "fd00::/8", or one address. Host bits are cleared. PGY_EPARSE. */
int pgy_cidr_parse(const char *text, struct pgy_cidr *out);
/* IPv6 networks shorter than ::ffff:0:0/96 do not contain IPv4 addresses. */
bool pgy_cidr_contains(const struct pgy_cidr *cidr, const struct pgy_address *address);

/* From a text ("127.0.0.1", "::1"), or from what a socket connects to. PGY_EPARSE for what is no
 * address, and for any other family. */
int pgy_address_parse(const char *text, struct pgy_address *out);
int pgy_address_of(const struct sockaddr *sa, size_t len, struct pgy_address *out);

/* What is allowed: `allow` is the list of [notify:id] allow_private. */
enum pgy_address_verdict pgy_address_check(const struct pgy_address *address,
                                           const struct pgy_cidr *allow, size_t n);
/* A sentence that names the refused address and the remedy for [notify:endpoint]. */
const char *pgy_address_refusal(const struct pgy_address *address, const char *endpoint,
                                struct pgy_arena *arena);

#endif
