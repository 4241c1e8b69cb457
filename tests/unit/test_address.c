/* SPDX-License-Identifier: BSD-2-Clause */
/* Every network at its edges, what can be allowed and what never, and the words of a refusal. */
#include "base/err.h"
#include "courier/address.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <setjmp.h>
#include <stdarg.h>
#include <string.h>
/* cmocka wants those first. */
#include <cmocka.h>

static enum pgy_address_verdict verdict(const char *text, const char *allow)
{
    struct pgy_address address;
    struct pgy_cidr cidr;
    assert_int_equal(pgy_address_parse(text, &address), 0);
    if (allow)
        assert_int_equal(pgy_cidr_parse(allow, &cidr), 0);
    return pgy_address_check(&address, &cidr, allow ? 1 : 0);
}

/* Each network with the address before it, its first, its last, and the one after (from the IANA
 * special-purpose registries). */
static void networks_end_where_they_end(void **state)
{
    static const struct {
        const char *before, *first, *last, *after;
    } nets[] = {
        {"9.255.255.255", "10.0.0.0", "10.255.255.255", "11.0.0.0"},
        {"100.63.255.255", "100.64.0.0", "100.127.255.255", "100.128.0.0"},
        {"126.255.255.255", "127.0.0.0", "127.255.255.255", "128.0.0.0"},
        {"172.15.255.255", "172.16.0.0", "172.31.255.255", "172.32.0.0"},
        {"191.255.255.255", "192.0.0.0", "192.0.0.255", "192.0.1.0"},
        {"192.0.1.255", "192.0.2.0", "192.0.2.255", "192.0.3.0"},
        {"192.88.98.255", "192.88.99.0", "192.88.99.255", "192.88.100.0"},
        {"192.167.255.255", "192.168.0.0", "192.168.255.255", "192.169.0.0"},
        {"198.17.255.255", "198.18.0.0", "198.19.255.255", "198.20.0.0"},
        {"198.51.99.255", "198.51.100.0", "198.51.100.255", "198.51.101.0"},
        {"203.0.112.255", "203.0.113.0", "203.0.113.255", "203.0.114.0"},
        {"2001:db7:ffff:ffff:ffff:ffff:ffff:ffff",
         "2001:db8::", "2001:db8:ffff:ffff:ffff:ffff:ffff:ffff", "2001:db9::"},
        {"2000:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
         "2001::", "2001:0:ffff:ffff:ffff:ffff:ffff:ffff", "2001:1::"},
        {"2001:1:ffff:ffff:ffff:ffff:ffff:ffff", "2001:2::", "2001:2:0:ffff:ffff:ffff:ffff:ffff",
         "2001:2:1::"},
        {"2001:f:ffff:ffff:ffff:ffff:ffff:ffff",
         "2001:10::", "2001:2f:ffff:ffff:ffff:ffff:ffff:ffff", "2001:30::"},
        {"2001:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
         "2002::", "2002:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "2003::"},
        {"3ffe:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
         "3fff::", "3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff", "3fff:1000::"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof nets / sizeof nets[0]; i++) {
        assert_int_equal(verdict(nets[i].before, NULL), PGY_ADDRESS_FREE);
        /* 2002::/16 begins with 6to4 of 0.0.0.0, which is never allowed; everything else could
         * be. */
        assert_true(verdict(nets[i].first, NULL) >= PGY_ADDRESS_PRIVATE);
        assert_true(verdict(nets[i].last, NULL) >= PGY_ADDRESS_PRIVATE);
        assert_int_equal(verdict(nets[i].after, NULL), PGY_ADDRESS_FREE);
    }
}

static void private_ones_can_be_allowed(void **state)
{
    static const struct {
        const char *address, *allow;
        enum pgy_address_verdict want;
    } rows[] = {
        {"192.168.1.20", NULL, PGY_ADDRESS_PRIVATE},
        {"192.168.1.20", "192.168.1.0/24", PGY_ADDRESS_ALLOWED},
        {"192.168.2.20", "192.168.1.0/24", PGY_ADDRESS_PRIVATE},
        {"192.168.1.20", "192.168.1.20", PGY_ADDRESS_ALLOWED},
        {"192.168.1.21", "192.168.1.20", PGY_ADDRESS_PRIVATE},
        {"192.168.1.21", "192.168.1.20/31", PGY_ADDRESS_ALLOWED},
        {"192.168.1.22", "192.168.1.20/31", PGY_ADDRESS_PRIVATE},
        {"::ffff:192.168.1.20", "192.168.1.0/24", PGY_ADDRESS_ALLOWED},
        {"::ffff:192.168.1.20", NULL, PGY_ADDRESS_PRIVATE},
        {"192.168.1.20", "::ffff:192.168.1.0/120", PGY_ADDRESS_ALLOWED},
        {"192.168.1.20", "::/0", PGY_ADDRESS_PRIVATE}, /* IPv6 networks are no shorthand for IPv4 */
        {"192.168.1.20", "0.0.0.0/0", PGY_ADDRESS_ALLOWED},
        {"fd12:3456::1", NULL, PGY_ADDRESS_PRIVATE},
        {"fd12:3456::1", "fd12:3456::/32", PGY_ADDRESS_ALLOWED},
        {"fd12:3457::1", "fd12:3456::/32", PGY_ADDRESS_PRIVATE},
        {"fd12:3456::1", "0.0.0.0/0", PGY_ADDRESS_PRIVATE},
        {"::1", "::1", PGY_ADDRESS_ALLOWED},
        {"::1", "::/0", PGY_ADDRESS_ALLOWED},
        {"64:ff9b::808:808", NULL, PGY_ADDRESS_PRIVATE},
        {"64:ff9b::808:808", "64:ff9b::/96", PGY_ADDRESS_ALLOWED},
        {"64:ff9b:1::1", NULL, PGY_ADDRESS_PRIVATE},
        {"::8.8.8.8", NULL, PGY_ADDRESS_PRIVATE},
        {"fec0::1", NULL, PGY_ADDRESS_PRIVATE},
        {"240.0.0.1", NULL, PGY_ADDRESS_PRIVATE},
        {"4000::1", NULL, PGY_ADDRESS_PRIVATE}, /* outside 2000::/3 */
        {"5f00::1", NULL, PGY_ADDRESS_PRIVATE}, /* SRv6, RFC 9602 */
        {"100::1", NULL, PGY_ADDRESS_PRIVATE},  /* discard, RFC 6666 */
        {"8.8.8.8", NULL, PGY_ADDRESS_FREE},
        {"223.255.255.255", NULL, PGY_ADDRESS_FREE},
        {"2606:4700::1111", NULL, PGY_ADDRESS_FREE},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        assert_int_equal(verdict(rows[i].address, rows[i].allow), rows[i].want);
}

static void some_are_never_allowed(void **state)
{
    static const char *const v4[] = {"0.0.0.0",         "0.255.255.255",   "169.254.0.0",
                                     "169.254.169.254", "169.254.255.255", "224.0.0.0",
                                     "239.255.255.255", "255.255.255.255", "192.0.0.192",
                                     "100.100.100.200", "168.63.129.16"};
    static const char *const v6[] = {
        "::", "fe80::", "febf:ffff::1", "ff00::", "ff02::1", "fd00:ec2::254", "fd20:ce::254",
        /* 169.254.169.254 by 6to4, NAT64 and the old compatible form */
        "2002:a9fe:a9fe::1", "64:ff9b::a9fe:a9fe", "::169.254.169.254", "2002:0:1::"};
    (void)state;
    for (size_t i = 0; i < sizeof v4 / sizeof v4[0]; i++) {
        assert_int_equal(verdict(v4[i], NULL), PGY_ADDRESS_NEVER);
        assert_int_equal(verdict(v4[i], "0.0.0.0/0"), PGY_ADDRESS_NEVER);
        assert_int_equal(verdict(v4[i], v4[i]), PGY_ADDRESS_NEVER);
    }
    for (size_t i = 0; i < sizeof v6 / sizeof v6[0]; i++) {
        assert_int_equal(verdict(v6[i], NULL), PGY_ADDRESS_NEVER);
        assert_int_equal(verdict(v6[i], "::/0"), PGY_ADDRESS_NEVER);
        assert_int_equal(verdict(v6[i], v6[i]), PGY_ADDRESS_NEVER);
    }
    assert_int_equal(verdict("::ffff:169.254.169.254", "0.0.0.0/0"), PGY_ADDRESS_NEVER);
    /* Their neighbors. */
    assert_int_equal(verdict("1.0.0.0", NULL), PGY_ADDRESS_FREE);
    assert_int_equal(verdict("169.253.255.255", NULL), PGY_ADDRESS_FREE);
    assert_int_equal(verdict("168.63.129.15", NULL), PGY_ADDRESS_FREE);
    assert_int_equal(verdict("168.63.129.17", NULL), PGY_ADDRESS_FREE);
    assert_int_equal(verdict("fd20:ce::255", "fd00::/8"), PGY_ADDRESS_ALLOWED);
    assert_int_equal(verdict("169.255.0.0", NULL), PGY_ADDRESS_FREE);
    assert_int_equal(verdict("fe7f:ffff::1", NULL), PGY_ADDRESS_PRIVATE);
}

static void networks_are_parsed_strictly(void **state)
{
    static const char *const bad[] = {"",
                                      "/",
                                      "/8",
                                      "10.0.0.0/",
                                      "10.0.0.0/33",
                                      "10.0.0.0/-1",
                                      "10.0.0.0/+8",
                                      "10.0.0.0/ 8",
                                      "10.0/8",
                                      "10.0.0/8",
                                      "10.0.0.0/8x",
                                      "10.0.0.0/0008",
                                      "::/129",
                                      "fd00::/8/8",
                                      "fd00:/8",
                                      "localhost",
                                      "10.0.0.256/8",
                                      "010.0.0.1/8x",
                                      " 10.0.0.0/8",
                                      "fe80::1%eth0",
                                      "10.0.0.0/4294967304"};
    static const char *const good[] = {"10.0.0.0/8", "10.0.0.0/0",         "10.0.0.0/32",
                                       "::/0",       "fd00::/128",         "::1",
                                       "10.1.2.3/8", "::ffff:10.0.0.0/104"};
    struct pgy_cidr cidr;
    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        memset(&cidr, 0x5a, sizeof cidr);
        struct pgy_cidr before = cidr;
        assert_int_equal(pgy_cidr_parse(bad[i], &cidr), PGY_EPARSE);
        assert_memory_equal(&cidr, &before, sizeof cidr);
    }
    for (size_t i = 0; i < sizeof good / sizeof good[0]; i++)
        assert_int_equal(pgy_cidr_parse(good[i], &cidr), 0);
    /* 10.1.2.3/8 is 10.0.0.0/8. */
    assert_int_equal(verdict("10.200.0.1", "10.1.2.3/8"), PGY_ADDRESS_ALLOWED);
}

static void sockets_addresses_are_read(void **state)
{
    struct sockaddr_in v4 = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(0x7f000001)};
    struct sockaddr_in6 v6 = {.sin6_family = AF_INET6};
    struct sockaddr local = {.sa_family = AF_UNIX};
    struct pgy_address a, b;
    (void)state;
    assert_int_equal(pgy_address_of((struct sockaddr *)&v4, sizeof v4, &a), 0);
    assert_int_equal(pgy_address_parse("127.0.0.1", &b), 0);
    assert_memory_equal(&a, &b, sizeof a);
    assert_int_equal(inet_pton(AF_INET6, "::ffff:127.0.0.1", &v6.sin6_addr), 1);
    assert_int_equal(pgy_address_of((struct sockaddr *)&v6, sizeof v6, &a), 0);
    assert_memory_equal(&a, &b, sizeof a);
    assert_int_equal(pgy_address_of(&local, sizeof local, &a), PGY_EPARSE);
    assert_int_equal(pgy_address_of((struct sockaddr *)&v6, sizeof v4, &a), PGY_EPARSE);
}

static void refusals_name_the_remedy(void **state)
{
    struct pgy_arena *arena = pgy_arena_new();
    struct pgy_address a;
    (void)state;
    assert_int_equal(pgy_address_parse("192.168.1.20", &a), 0);
    assert_string_equal(pgy_address_refusal(&a, "ha", arena),
                        "not connected to 192.168.1.20: a private address (RFC 1918); if it is "
                        "meant, set [notify:ha] allow_private = 192.168.1.20/32");
    assert_int_equal(pgy_address_parse("fd00::5", &a), 0);
    assert_string_equal(pgy_address_refusal(&a, "ha", arena),
                        "not connected to fd00::5: a private address (RFC 4193); if it is meant, "
                        "set [notify:ha] allow_private = fd00::5/128");
    assert_int_equal(pgy_address_parse("::ffff:169.254.169.254", &a), 0);
    assert_string_equal(
        pgy_address_refusal(&a, "ha", arena),
        "not connected to 169.254.169.254: a link-local address (cloud metadata lives there), "
        "which is never allowed; give another host in [notify:ha] url");
    pgy_arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(networks_end_where_they_end),
        cmocka_unit_test(private_ones_can_be_allowed),
        cmocka_unit_test(some_are_never_allowed),
        cmocka_unit_test(networks_are_parsed_strictly),
        cmocka_unit_test(sockets_addresses_are_read),
        cmocka_unit_test(refusals_name_the_remedy),
    };
    return cmocka_run_group_tests_name("address", tests, NULL, NULL);
}
