/* SPDX-License-Identifier: BSD-2-Clause */
/* Deadlines and crowds of connections, on socket pairs and at hours of our own. */
#include "pgy-build.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "web/reaper.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

static const struct pgy_limits limits = {
    .connections = 8, .crowded = 4, .per_address = 2, .ms = {3000, 15000, 60000}, .life_ms = 60000};

struct peer {
    int ours;
    int theirs;
    struct pgy_conn *conn;
};

static struct sockaddr_storage address(const char *text)
{
    struct sockaddr_storage a = {0};
    struct sockaddr_in6 *in6 = (void *)&a;
    struct sockaddr_in *in = (void *)&a;
    if (inet_pton(AF_INET6, text, &in6->sin6_addr) == 1)
        a.ss_family = AF_INET6;
    else if (inet_pton(AF_INET, text, &in->sin_addr) == 1)
        a.ss_family = AF_INET;
    return a;
}

static struct peer join(struct pgy_reaper *reaper, const char *from, int64_t now)
{
    int fds[2];
    struct sockaddr_storage a = address(from);
    assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM, 0, fds), 0);
    return (struct peer){fds[0], fds[1],
                         pgy_reaper_add(reaper, fds[0], (const struct sockaddr *)&a, now)};
}

static void leave(struct pgy_reaper *reaper, struct peer *peer)
{
    pgy_reaper_remove(reaper, peer->conn);
    close(peer->ours);
    close(peer->theirs);
}

/* What the other end sees. */
static int was_shut(const struct peer *peer)
{
    char c;
    return recv(peer->theirs, &c, 1, MSG_DONTWAIT) == 0;
}

static void test_deadlines(void **state)
{
    struct pgy_reaper reaper = {.limits = limits};
    (void)state;
    assert_true(pgy_reaper_sweep(&reaper, 0) == INT64_MAX);
    struct peer slow = join(&reaper, "10.0.0.1", 1000);
    struct peer good = join(&reaper, "10.0.0.2", 2000);
    assert_true(pgy_reaper_sweep(&reaper, 3999) == 4000);
    assert_false(was_shut(&slow));
    pgy_reaper_phase(&reaper, good.conn, PGY_PHASE_ANSWER, 3000);
    pgy_reaper_phase(&reaper, good.conn, PGY_PHASE_IDLE, 3500);
    assert_true(pgy_reaper_sweep(&reaper, 4000) == 18500);
    assert_true(was_shut(&slow));
    assert_int_equal(reaper.reaped, 1);
    assert_false(was_shut(&good));
    leave(&reaper, &slow);
    assert_true(pgy_reaper_sweep(&reaper, 18499) == 18500);
    assert_false(was_shut(&good));
    assert_true(pgy_reaper_sweep(&reaper, 18500) == INT64_MAX);
    assert_true(was_shut(&good));
    leave(&reaper, &good);
    assert_int_equal(reaper.n, 0);
}

static void test_answers_and_life(void **state)
{
    struct pgy_reaper reaper = {.limits = limits};
    (void)state;
    struct peer reader = join(&reaper, "::1", 0);
    pgy_reaper_phase(&reaper, reader.conn, PGY_PHASE_ANSWER, 100);
    assert_true(pgy_reaper_sweep(&reaper, 60099) == 60100);
    assert_false(was_shut(&reader));
    pgy_reaper_sweep(&reaper, 60100);
    assert_true(was_shut(&reader));
    leave(&reaper, &reader);
    struct peer regular = join(&reaper, "::1", 0);
    for (int64_t t = 1000; t < 60000; t += 1000) {
        pgy_reaper_phase(&reaper, regular.conn, PGY_PHASE_ANSWER, t);
        pgy_reaper_phase(&reaper, regular.conn, PGY_PHASE_IDLE, t);
        pgy_reaper_sweep(&reaper, t);
    }
    assert_false(was_shut(&regular));
    pgy_reaper_phase(&reaper, regular.conn, PGY_PHASE_ANSWER, 59900);
    pgy_reaper_phase(&reaper, regular.conn, PGY_PHASE_IDLE, 60000);
    assert_true(was_shut(&regular));
    /* what was read already may still be answered */
    pgy_reaper_phase(&reaper, regular.conn, PGY_PHASE_ANSWER, 60001);
    assert_true(pgy_reaper_sweep(&reaper, 60001) == INT64_MAX);
    leave(&reaper, &regular);
}

static int admits(struct pgy_reaper *reaper, const char *from)
{
    struct sockaddr_storage a = address(from);
    return pgy_reaper_admits(reaper, (const struct sockaddr *)&a);
}

static void test_addresses(void **state)
{
    struct pgy_reaper reaper = {.limits = limits};
    (void)state;
    reaper.limits.crowded = 100;
    struct peer p[] = {join(&reaper, "192.0.2.1", 0),   join(&reaper, "192.0.2.1", 0),
                       join(&reaper, "2001:db8::1", 0), join(&reaper, "2001:db8::2:0:0:9", 0),
                       join(&reaper, "127.0.0.1", 0),   join(&reaper, "127.0.0.1", 0),
                       join(&reaper, "::1", 0),         join(&reaper, "::ffff:198.51.100.7", 0)};
    assert_false(admits(&reaper, "192.0.2.1"));
    /* the same client on a socket for both families */
    assert_false(admits(&reaper, "::ffff:192.0.2.1"));
    assert_true(admits(&reaper, "192.0.2.2"));
    assert_false(admits(&reaper, "2001:db8::77")); /* one /64 */
    assert_true(admits(&reaper, "2001:db8:0:1::1"));
    assert_true(admits(&reaper, "198.51.100.7"));
    assert_true(admits(&reaper, "127.0.0.1"));
    assert_true(admits(&reaper, "::1"));
    assert_true(pgy_reaper_admits(&reaper, NULL));
    leave(&reaper, &p[0]);
    assert_true(admits(&reaper, "192.0.2.1"));
    for (size_t i = 1; i < sizeof p / sizeof p[0]; i++)
        leave(&reaper, &p[i]);
    assert_int_equal(reaper.n, 0);
}

static void test_room(void **state)
{
    struct pgy_reaper reaper = {.limits = limits};
    (void)state;
    struct peer a = join(&reaper, "127.0.0.1", 0);
    struct peer b = join(&reaper, "127.0.0.1", 1);
    struct peer c = join(&reaper, "127.0.0.1", 2);
    struct peer d = join(&reaper, "127.0.0.1", 3);
    pgy_reaper_phase(&reaper, c.conn, PGY_PHASE_ANSWER, 4);
    assert_false(was_shut(&a));
    struct peer e = join(&reaper, "127.0.0.1", 5);
    assert_true(was_shut(&a)); /* the one that waited longest */
    pgy_reaper_phase(&reaper, c.conn, PGY_PHASE_IDLE, 6);
    struct peer f = join(&reaper, "127.0.0.1", 7);
    assert_true(was_shut(&c)); /* one that had its answer goes before those who have yet to ask */
    assert_false(was_shut(&b));
    assert_false(was_shut(&d));
    struct peer *all[] = {&a, &b, &c, &d, &e, &f};
    for (size_t i = 0; i < 6; i++)
        leave(&reaper, all[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_deadlines),
        cmocka_unit_test(test_answers_and_life),
        cmocka_unit_test(test_addresses),
        cmocka_unit_test(test_room),
    };
    return cmocka_run_group_tests_name("reaper", tests, NULL, NULL);
}
