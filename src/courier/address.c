/* SPDX-License-Identifier: BSD-2-Clause */
/* The tables of networks and the look-up in them, also through addresses that carry another.
 * Connecting is send.c's. */
#include "courier/address.h"

#include "base/err.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <string.h>

enum { V4_BITS = 96, ALL_BITS = 128 };

static const uint8_t mapped[12] = {[10] = 0xff, [11] = 0xff};

/* A row of the tables below: bytes of the network, IPv4 as four. */
struct net {
    uint8_t bytes[16];
    uint8_t bits; /* within the family */
    bool v4;
    const char *what; /* "a private address (RFC 1918)" */
};

#define V4(a, b, c, d, n, text)                                                                    \
    {                                                                                              \
        {a, b, c, d}, n, true, text                                                                \
    }
#define V6(n, text, ...)                                                                           \
    {                                                                                              \
        {__VA_ARGS__}, n, false, text                                                              \
    }

/* Refused even when allow_private names them: nothing a person means to notify lives here, and
 * cloud hosts hand out their keys here. */
static const struct net never[] = {
    V4(0, 0, 0, 0, 8, "an address of this host (0.0.0.0/8)"),
    V4(169, 254, 0, 0, 16, "a link-local address (cloud metadata lives there)"),
    V4(224, 0, 0, 0, 4, "a multicast address"),
    V4(255, 255, 255, 255, 32, "the broadcast address"),
    V4(192, 0, 0, 192, 32, "a cloud metadata address"),
    V4(100, 100, 100, 200, 32, "a cloud metadata address"),
    V4(168, 63, 129, 16, 32, "a cloud's own host address"), /* Azure's WireServer, a public number
                                                               that every machine there reaches */
    V6(128, "the unspecified address", 0),
    V6(128, "a cloud metadata address", 0xfd, 0x00, 0x0e, 0xc2, [14] = 0x02, [15] = 0x54),
    V6(128, "a cloud metadata address", 0xfd, 0x20, 0x00, 0xce, [14] = 0x02, [15] = 0x54),
    V6(10, "a link-local address", 0xfe, 0x80),
    V6(8, "a multicast address", 0xff),
};

/* Refused unless allow_private names them: IANA special-purpose registries (RFC 6890 and later). */
static const struct net special[] = {
    V4(10, 0, 0, 0, 8, "a private address (RFC 1918)"),
    V4(100, 64, 0, 0, 10, "an address behind a provider's or VPN's translation (RFC 6598)"),
    V4(127, 0, 0, 0, 8, "an address of this computer (loopback)"),
    V4(172, 16, 0, 0, 12, "a private address (RFC 1918)"),
    V4(192, 0, 0, 0, 24, "a reserved address (RFC 6890)"),
    V4(192, 0, 2, 0, 24, "an address for documentation (RFC 5737)"),
    V4(192, 88, 99, 0, 24, "a 6to4 relay (RFC 7526)"),
    V4(192, 168, 0, 0, 16, "a private address (RFC 1918)"),
    V4(198, 18, 0, 0, 15, "an address for benchmarks (RFC 2544)"),
    V4(198, 51, 100, 0, 24, "an address for documentation (RFC 5737)"),
    V4(203, 0, 113, 0, 24, "an address for documentation (RFC 5737)"),
    V4(240, 0, 0, 0, 4, "a reserved address (class E)"),
    V6(128, "an address of this computer (loopback)", [15] = 1),
    V6(96, "an IPv4-compatible address (RFC 4291)", 0),
    V6(96, "a translated IPv4 address (NAT64, RFC 6052)", 0x00, 0x64, 0xff, 0x9b),
    V6(48, "a translated IPv4 address (NAT64, RFC 8215)", 0x00, 0x64, 0xff, 0x9b, 0x00, 0x01),
    V6(7, "a private address (RFC 4193)", 0xfc),
    V6(10, "a site-local address (RFC 3879)", 0xfe, 0xc0),
    V6(32, "a Teredo address (RFC 4380)", 0x20, 0x01, 0x00, 0x00),
    V6(48, "an address for benchmarks (RFC 5180)", 0x20, 0x01, 0x00, 0x02),
    V6(28, "an ORCHID (RFC 4843)", 0x20, 0x01, 0x00, 0x10),
    V6(28, "an ORCHID (RFC 7343)", 0x20, 0x01, 0x00, 0x20),
    V6(32, "an address for documentation (RFC 3849)", 0x20, 0x01, 0x0d, 0xb8),
    V6(16, "a 6to4 address (RFC 3056)", 0x20, 0x02),
    V6(20, "an address for documentation (RFC 9637)", 0x3f, 0xff),
};

/* RFC 4291 2.4, IANA: only 2000::/3 is given out to networks. */
static const struct net global = V6(3, "", 0x20);

static bool prefix_equal(const uint8_t *a, const uint8_t *b, unsigned bits)
{
    unsigned whole = bits / 8, rest = bits % 8;
    if (memcmp(a, b, whole) != 0)
        return false;
    return rest == 0 || (a[whole] ^ b[whole]) >> (8 - rest) == 0;
}

static bool is_v4(const struct pgy_address *a)
{
    return memcmp(a->bytes, mapped, sizeof mapped) == 0;
}

static bool net_contains(const struct net *net, const struct pgy_address *a)
{
    if (net->v4 != is_v4(a))
        return false;
    return prefix_equal(net->v4 ? a->bytes + sizeof mapped : a->bytes, net->bytes, net->bits);
}

static const struct net *find(const struct net *table, size_t n, const struct pgy_address *a)
{
    for (size_t i = 0; i < n; i++) {
        if (net_contains(&table[i], a))
            return &table[i];
    }
    return NULL;
}

static void from_v4(const uint8_t *v4, struct pgy_address *out)
{
    memcpy(out->bytes, mapped, sizeof mapped);
    memcpy(out->bytes + sizeof mapped, v4, 4);
}

/* The IPv4 address that 6to4 (bytes 2 to 5), NAT64 and IPv4-compatible addresses (the last four)
 * lead to. */
static bool embedded(const struct pgy_address *a, struct pgy_address *inner)
{
    static const uint8_t six_to_four[] = {0x20, 0x02}, nat64[12] = {0x00, 0x64, 0xff, 0x9b},
                         compatible[12] = {0};
    if (memcmp(a->bytes, six_to_four, sizeof six_to_four) == 0)
        from_v4(a->bytes + 2, inner);
    else if (memcmp(a->bytes, nat64, sizeof nat64) == 0 ||
             memcmp(a->bytes, compatible, sizeof compatible) == 0)
        from_v4(a->bytes + 12, inner);
    else
        return false;
    return true;
}

static const struct net *find_never(const struct pgy_address *a)
{
    struct pgy_address inner;
    const struct net *net = find(never, sizeof never / sizeof never[0], a);
    /* ::1 embeds 0.0.0.1 by its bits alone; it is loopback, which a list may allow. */
    bool loopback = !net && net_contains(&(const struct net)V6(128, "", [15] = 1), a);
    if (!net && !loopback && embedded(a, &inner))
        net = find(never, sizeof never / sizeof never[0], &inner);
    return net;
}

int pgy_address_parse(const char *text, struct pgy_address *out)
{
    struct in6_addr v6;
    struct in_addr v4;
    if (inet_pton(AF_INET, text, &v4) == 1)
        from_v4((const uint8_t *)&v4, out);
    else if (inet_pton(AF_INET6, text, &v6) == 1)
        memcpy(out->bytes, &v6, sizeof out->bytes);
    else
        return PGY_EPARSE;
    return 0;
}

int pgy_address_of(const struct sockaddr *sa, size_t len, struct pgy_address *out)
{
    struct sockaddr_in v4;
    struct sockaddr_in6 v6;
    if (len >= sizeof v4 && sa->sa_family == AF_INET) {
        memcpy(&v4, sa, sizeof v4);
        from_v4((const uint8_t *)&v4.sin_addr, out);
    } else if (len >= sizeof v6 && sa->sa_family == AF_INET6) {
        memcpy(&v6, sa, sizeof v6);
        memcpy(out->bytes, &v6.sin6_addr, sizeof out->bytes);
    } else {
        return PGY_EPARSE;
    }
    return 0;
}

/* "0" to "128": digits alone, so that " 8", "+8" and "8x" are no networks. */
static int parse_bits(const char *text, unsigned max, unsigned *bits)
{
    unsigned v = 0;
    size_t n = strspn(text, "0123456789");
    if (n == 0 || n > 3 || text[n] != '\0')
        return PGY_EPARSE;
    for (size_t i = 0; i < n; i++)
        v = v * 10 + (unsigned)(text[i] - '0');
    if (v > max)
        return PGY_EPARSE;
    *bits = v;
    return 0;
}

int pgy_cidr_parse(const char *text, struct pgy_cidr *out)
{
    char address[INET6_ADDRSTRLEN];
    struct pgy_cidr cidr = {.bits = ALL_BITS};
    size_t n = strcspn(text, "/");
    if (n >= sizeof address)
        return PGY_EPARSE;
    memcpy(address, text, n);
    address[n] = '\0';
    if (pgy_address_parse(address, &cidr.net) != 0)
        return PGY_EPARSE;
    if (text[n] == '/') {
        bool v4 = strchr(address, ':') == NULL;
        if (parse_bits(text + n + 1, v4 ? ALL_BITS - V4_BITS : ALL_BITS, &cidr.bits) != 0)
            return PGY_EPARSE;
        cidr.bits += v4 ? V4_BITS : 0;
    }
    for (unsigned i = cidr.bits; i < ALL_BITS; i++)
        cidr.net.bytes[i / 8] &= (uint8_t) ~(0x80u >> (i % 8));
    *out = cidr;
    return 0;
}

bool pgy_cidr_contains(const struct pgy_cidr *cidr, const struct pgy_address *address)
{
    if (cidr->bits < V4_BITS && is_v4(address))
        return false;
    return prefix_equal(cidr->net.bytes, address->bytes, cidr->bits);
}

enum pgy_address_verdict pgy_address_check(const struct pgy_address *address,
                                           const struct pgy_cidr *allow, size_t n)
{
    if (find_never(address))
        return PGY_ADDRESS_NEVER;
    bool outside = !is_v4(address) && !net_contains(&global, address);
    if (!outside && !find(special, sizeof special / sizeof special[0], address))
        return PGY_ADDRESS_FREE;
    for (size_t i = 0; i < n; i++) {
        if (pgy_cidr_contains(&allow[i], address))
            return PGY_ADDRESS_ALLOWED;
    }
    return PGY_ADDRESS_PRIVATE;
}

const char *pgy_address_refusal(const struct pgy_address *address, const char *endpoint,
                                struct pgy_arena *arena)
{
    char text[INET6_ADDRSTRLEN] = "?";
    bool v4 = is_v4(address);
    inet_ntop(v4 ? AF_INET : AF_INET6, v4 ? address->bytes + sizeof mapped : address->bytes, text,
              sizeof text);
    const struct net *net = find_never(address);
    if (net)
        return pgy_arena_printf(
            arena,
            "not connected to %s: %s, which is never allowed; give another host in [notify:%s] url",
            text, net->what, endpoint);
    net = find(special, sizeof special / sizeof special[0], address);
    return pgy_arena_printf(
        arena, "not connected to %s: %s; if it is meant, set [notify:%s] allow_private = %s/%d",
        text, net ? net->what : "an address outside the global range", endpoint, text,
        v4 ? 32 : 128);
}
