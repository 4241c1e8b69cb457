/* SPDX-License-Identifier: BSD-2-Clause */
/* A wall clock, a monotonic one and their timers, moved by the test alone. Defines everything of
 * base/clock.h, so that the machine's is not linked. */
#include "fake_clock.h"

#include "base/clock.h"
#include "base/err.h"

#include <errno.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>
#include <sys/eventfd.h>
#include <time.h>
#include <unistd.h>

enum { TIMERS = 16, TEXT = 24 };

struct timer {
    int fd;
    bool wall;  /* waits for a second of the wall clock, else for a millisecond of the other */
    bool reset; /* the wall clock was set while it waited */
    int64_t at; /* INT64_MAX: for nothing */
};

static struct {
    int64_t now, mono_ms;
    struct timer timers[TIMERS];
    size_t n;
} clock_state;

static void ring(const struct timer *timer)
{
    const uint64_t one = 1;
    ssize_t written = write(timer->fd, &one, sizeof one);
    (void)written; /* it counts up to far more than a test makes of it */
}

static void quiet(const struct timer *timer)
{
    uint64_t rung;
    ssize_t got = read(timer->fd, &rung, sizeof rung);
    (void)got;
}

static void expire(void)
{
    for (size_t i = 0; i < clock_state.n; i++) {
        struct timer *timer = &clock_state.timers[i];
        if (timer->at > (timer->wall ? clock_state.now : clock_state.mono_ms))
            continue;
        timer->at = INT64_MAX;
        ring(timer);
    }
}

void fake_clock_start(int64_t now)
{
    memset(&clock_state, 0, sizeof clock_state);
    clock_state.now = now;
    clock_state.mono_ms = 3600 * 1000;
}

void fake_clock_set(int64_t now)
{
    clock_state.now = now;
    for (size_t i = 0; i < clock_state.n; i++) {
        struct timer *timer = &clock_state.timers[i];
        if (timer->wall && timer->at != INT64_MAX) {
            timer->reset = true;
            ring(timer);
        }
    }
    expire();
}

void fake_clock_go(int64_t seconds)
{
    clock_state.now += seconds;
    clock_state.mono_ms += seconds * 1000;
    expire();
}

int64_t fake_clock_armed(void)
{
    int64_t earliest = INT64_MAX;
    for (size_t i = 0; i < clock_state.n; i++) {
        const struct timer *timer = &clock_state.timers[i];
        if (timer->wall && timer->at < earliest)
            earliest = timer->at;
    }
    return earliest;
}

int64_t pgy_clock_now(void)
{
    return clock_state.now;
}

int64_t pgy_clock_now_ms(void)
{
    return clock_state.now * 1000;
}

int64_t pgy_clock_mono_ms(void)
{
    return clock_state.mono_ms;
}

int64_t pgy_clock_manager_us(void)
{
    return clock_state.mono_ms * 1000;
}

const char *pgy_clock_text(int64_t utc, char text[24])
{
    const time_t seconds = (time_t)utc;
    struct tm tm;
    if (!gmtime_r(&seconds, &tm) || tm.tm_year < 0 || tm.tm_year > 9999 - 1900 ||
        strftime(text, TEXT, "%Y-%m-%dT%H:%M:%SZ", &tm) == 0)
        memcpy(text, "-", 2);
    return text;
}

/* Descriptors come back: a timer whose number is made again is over. */
static int add_timer(bool wall)
{
    size_t i = 0;
    int fd = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    if (fd < 0)
        return -errno;
    while (i < clock_state.n && clock_state.timers[i].fd != fd)
        i++;
    if (i == TIMERS) {
        close(fd);
        return PGY_ELIMIT;
    }
    if (i == clock_state.n)
        clock_state.n++;
    clock_state.timers[i] = (struct timer){.fd = fd, .wall = wall, .at = INT64_MAX};
    return fd;
}

static struct timer *find_timer(int fd, bool wall)
{
    for (size_t i = 0; i < clock_state.n; i++) {
        if (clock_state.timers[i].fd == fd && clock_state.timers[i].wall == wall)
            return &clock_state.timers[i];
    }
    return NULL;
}

int pgy_clock_timer(void)
{
    return add_timer(true);
}

int pgy_clock_timer_set(int fd, int64_t utc)
{
    struct timer *timer = find_timer(fd, true);
    if (!timer)
        return -EINVAL;
    int was_reset = timer->reset;
    timer->reset = false;
    timer->at = utc;
    quiet(timer);
    expire();
    return was_reset;
}

int pgy_clock_timer_read(int fd)
{
    struct timer *timer = find_timer(fd, true);
    timer = timer ? timer : find_timer(fd, false);
    if (!timer)
        return -EINVAL;
    int was_reset = timer->reset;
    timer->reset = false;
    quiet(timer);
    return was_reset;
}

int pgy_clock_alarm(void)
{
    return add_timer(false);
}

int pgy_clock_alarm_set(int fd, int64_t ms)
{
    struct timer *timer = find_timer(fd, false);
    if (!timer)
        return -EINVAL;
    timer->at = ms < 0 ? INT64_MAX : clock_state.mono_ms + ms;
    quiet(timer);
    expire();
    return 0;
}
