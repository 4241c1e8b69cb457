/* SPDX-License-Identifier: BSD-2-Clause */
/* The loop, with real descriptors: who is called when, and how often. */
#include "pgy-build.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/err.h"
#include "base/file.h"
#include "core/loop.h"

#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum { CALLS = 64 };

struct yard {
    struct core_loop *loop;
    char calls[CALLS]; /* in order: 'A' for after, else a watch's own letter */
    size_t n;
    void (*then)(struct yard *yard); /* done in the next callback, once */
    struct core_watch watches[2];
    struct pgy_link link;
    int ends[2][2]; /* mine, theirs */
    int events;     /* of the callback that was last */
};

struct bell {
    struct yard *yard;
    char letter;
};

static void note(struct yard *yard, char letter)
{
    if (yard->n < CALLS - 1)
        yard->calls[yard->n++] = letter;
}

static void after(void *arg)
{
    note(arg, 'A');
}

static void on_bell(void *arg, int events)
{
    struct bell *bell = arg;
    struct yard *yard = bell->yard;
    void (*then)(struct yard *) = yard->then;
    note(yard, bell->letter);
    yard->events = events;
    yard->then = NULL;
    if (then)
        then(yard);
}

static void on_other(void *arg, int events)
{
    struct bell *bell = arg;
    note(bell->yard, 'o');
    bell->yard->events = events;
}

static int yard_setup(void **state)
{
    struct yard *y = calloc(1, sizeof *y);
    assert_non_null(y);
    y->loop = core_loop_new(after, y);
    assert_non_null(y->loop);
    for (int i = 0; i < 2; i++)
        assert_int_equal(pgy_link_pair(y->ends[i]), 0);
    *state = y;
    return 0;
}

static int yard_teardown(void **state)
{
    struct yard *y = *state;
    for (int i = 0; i < 2; i++)
        core_watch_stop(&y->watches[i]);
    core_loop_free(&y->loop);
    for (int i = 0; i < 2; i++) {
        pgy_fd_close(&y->ends[i][0]);
        pgy_fd_close(&y->ends[i][1]);
    }
    free(y);
    return 0;
}

static void ring(const struct yard *y, int which)
{
    assert_int_equal(write(y->ends[which][1], "x", 1), 1);
}

static void answer(const struct yard *y, int which)
{
    char byte;
    assert_int_equal(read(y->ends[which][0], &byte, 1), 1);
}

static void assert_calls(struct yard *y, const char *expected)
{
    assert_string_equal(y->calls, expected);
    memset(y->calls, 0, sizeof y->calls);
    y->n = 0;
}

static void test_loop_after(void **state)
{
    struct yard *y = *state;
    struct bell bells[] = {{y, 'a'}, {y, 'b'}};
    assert_false(core_loop_turn(y->loop, false)); /* nothing is watched */
    for (int i = 0; i < 2; i++)
        assert_int_equal(
            core_watch_start(y->loop, &y->watches[i], y->ends[i][0], CORE_READ, on_bell, &bells[i]),
            0);
    assert_true(core_loop_turn(y->loop, false));
    assert_calls(y, "");
    ring(y, 1);
    assert_true(core_loop_turn(y->loop, true));
    assert_calls(y, "bA");
    assert_int_equal(y->events, CORE_READ);
    ring(y, 0);
    core_loop_turn(y->loop, true);
    /* After each of them, not after the turn. */
    assert_true(strcmp(y->calls, "aAbA") == 0 || strcmp(y->calls, "bAaA") == 0);
    y->n = 0;
    memset(y->calls, 0, sizeof y->calls);
    answer(y, 0);
    answer(y, 1);
    core_loop_turn(y->loop, false);
    assert_calls(y, "");
    core_watch_stop(&y->watches[0]);
    core_watch_stop(&y->watches[1]);
    while (core_loop_turn(y->loop, false))
        ;
    assert_calls(y, "");
}

static void test_loop_soon(void **state)
{
    struct yard *y = *state;
    struct bell bell = {y, 's'};
    assert_int_equal(core_watch_soon(y->loop, &y->watches[0], on_bell, &bell), 0);
    assert_calls(y, "");
    core_loop_turn(y->loop, false);
    assert_calls(y, "sA");
    core_loop_turn(y->loop, false); /* always ready, until it is stopped */
    assert_calls(y, "sA");
    core_watch_stop(&y->watches[0]);
    core_loop_turn(y->loop, false);
    assert_calls(y, "");
}

static void test_loop_refuses(void **state)
{
    struct yard *y = *state;
    struct bell bell = {y, 'a'};
    char path[] = "/tmp/pgy-leaf-XXXXXX";
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    unlink(path);
    /* A file is always ready: the kernel does not watch it. */
    assert_int_equal(core_watch_start(y->loop, &y->watches[0], fd, CORE_READ, on_bell, &bell),
                     PGY_EINVAL);
    assert_null(y->watches[0].poll);
    core_watch_stop(&y->watches[0]); /* is none */
    close(fd);
    assert_int_equal(
        core_watch_start(y->loop, &y->watches[0], y->ends[0][0], CORE_READ, on_bell, &bell), 0);
    ring(y, 0);
    core_loop_turn(y->loop, true);
    assert_calls(y, "aA");
}

/* Other events, another function: the watch changes in its place. */
static void test_loop_changes(void **state)
{
    struct yard *y = *state;
    struct bell bells[] = {{y, 'a'}, {y, 'b'}};
    int fd = y->ends[0][0];
    assert_int_equal(core_watch_start(y->loop, &y->watches[0], fd, CORE_READ, on_bell, &bells[0]),
                     0);
    assert_int_equal(
        core_watch_start(y->loop, &y->watches[0], fd, CORE_READ | CORE_WRITE, on_other, &bells[1]),
        0);
    core_loop_turn(y->loop, false);
    assert_calls(y, "oA");
    assert_int_equal(y->events, CORE_WRITE);
    ring(y, 0);
    core_loop_turn(y->loop, false);
    assert_int_equal(y->events, CORE_READ | CORE_WRITE);
    assert_calls(y, "oA");
    answer(y, 0);
    assert_int_equal(core_watch_start(y->loop, &y->watches[0], fd, CORE_READ, on_bell, &bells[0]),
                     0);
    core_loop_turn(y->loop, false);
    assert_calls(y, "");
}

/* The other end went: heard of as something to read. */
static void test_loop_end(void **state)
{
    struct yard *y = *state;
    struct bell bell = {y, 'a'};
    assert_int_equal(
        core_watch_start(y->loop, &y->watches[0], y->ends[0][0], CORE_READ, on_bell, &bell), 0);
    pgy_fd_close(&y->ends[0][1]);
    core_loop_turn(y->loop, true);
    assert_calls(y, "aA");
    assert_true(y->events & CORE_READ);
}

static void stop_loop(struct yard *y)
{
    core_loop_stop(y->loop);
}

static void test_loop_stop(void **state)
{
    struct yard *y = *state;
    struct bell bell = {y, 's'};
    y->then = stop_loop;
    assert_int_equal(core_watch_soon(y->loop, &y->watches[0], on_bell, &bell), 0);
    alarm(20); /* it would run for ever */
    core_loop_run(y->loop);
    alarm(0);
    assert_calls(y, "sA");
}

static void stop_both(struct yard *y)
{
    core_watch_stop(&y->watches[0]);
    core_watch_stop(&y->watches[1]);
}

/* Both are ready; whoever is first closes both. */
static void test_loop_closed_watch(void **state)
{
    struct yard *y = *state;
    struct bell bells[] = {{y, 'a'}, {y, 'b'}};
    for (int i = 0; i < 2; i++) {
        assert_int_equal(
            core_watch_start(y->loop, &y->watches[i], y->ends[i][0], CORE_READ, on_bell, &bells[i]),
            0);
        ring(y, i);
    }
    y->then = stop_both;
    for (int i = 0; i < 5; i++)
        core_loop_turn(y->loop, false);
    assert_int_equal(y->n, 2);
    assert_int_equal(y->calls[1], 'A');
    assert_null(y->watches[0].poll);
    assert_null(y->watches[1].poll);
}

static void watch_other(struct yard *y)
{
    void *arg = y->watches[0].arg;
    core_watch_stop(&y->watches[0]);
    assert_int_equal(
        core_watch_start(y->loop, &y->watches[0], y->ends[1][0], CORE_READ, on_bell, arg), 0);
}

/* In its own callback a watch goes over to another descriptor, as a line to a new process does. */
static void test_loop_moved_watch(void **state)
{
    struct yard *y = *state;
    struct bell bell = {y, 'a'};
    assert_int_equal(
        core_watch_start(y->loop, &y->watches[0], y->ends[0][0], CORE_READ, on_bell, &bell), 0);
    ring(y, 0);
    y->then = watch_other;
    core_loop_turn(y->loop, true);
    assert_calls(y, "aA");
    core_loop_turn(y->loop, false); /* the old one is still ready */
    assert_calls(y, "");
    ring(y, 1);
    core_loop_turn(y->loop, false);
    assert_calls(y, "aA");
}

static void on_link(void *arg, int events)
{
    struct yard *y = arg;
    note(y, events & CORE_WRITE ? 'w' : 'r');
    if (events & CORE_WRITE)
        core_watch_flush(&y->watches[0], &y->link);
}

static size_t drain(int fd)
{
    static char bytes[64 * 1024];
    size_t all = 0;
    for (ssize_t n; (n = recv(fd, bytes, sizeof bytes, MSG_DONTWAIT)) > 0;)
        all += (size_t)n;
    return all;
}

/* A link that is full waits for room, goes on when there is some, and then waits no more. */
static void test_loop_flush(void **state)
{
    struct yard *y = *state;
    enum { MUCH = 4 * 1024 * 1024 };
    pgy_link_open(&y->link, y->ends[0][0], MUCH);
    assert_int_equal(core_watch_start(y->loop, &y->watches[0], y->link.fd, CORE_READ, on_link, y),
                     0);
    char *bytes = pgy_buf_reserve(&y->link.out, MUCH);
    assert_non_null(bytes);
    memset(bytes, 'x', MUCH);
    pgy_buf_commit(&y->link.out, MUCH);
    core_watch_flush(&y->watches[0], &y->link);
    assert_true(pgy_link_pending(&y->link));
    core_loop_turn(y->loop, false);
    assert_calls(y, ""); /* no room yet */
    size_t got = 0;
    for (int i = 0; i < 1000 && got < MUCH; i++) {
        got += drain(y->ends[0][1]);
        core_loop_turn(y->loop, false);
    }
    assert_int_equal(got, MUCH);
    assert_false(pgy_link_pending(&y->link));
    assert_int_equal(y->calls[0], 'w');
    core_loop_turn(y->loop, false);
    y->n = 0;
    memset(y->calls, 0, sizeof y->calls);
    core_loop_turn(y->loop, false);
    assert_calls(y, ""); /* there is room all the time: nobody waits for it */
    ring(y, 0);
    core_loop_turn(y->loop, false);
    assert_calls(y, "rA");
    /* What is closed is not flushed, and not watched again. */
    core_watch_stop(&y->watches[0]);
    pgy_buf_str(&y->link.out, "x");
    core_watch_flush(&y->watches[0], &y->link);
    assert_null(y->watches[0].poll);
    y->ends[0][0] = -1; /* the link's */
    pgy_link_close(&y->link);
}

#define YARD(test) cmocka_unit_test_setup_teardown(test, yard_setup, yard_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        YARD(test_loop_after),        YARD(test_loop_soon),        YARD(test_loop_refuses),
        YARD(test_loop_changes),      YARD(test_loop_end),         YARD(test_loop_stop),
        YARD(test_loop_closed_watch), YARD(test_loop_moved_watch), YARD(test_loop_flush),
    };
    return cmocka_run_group_tests_name("loop", tests, NULL, NULL);
}
