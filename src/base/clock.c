/* SPDX-License-Identifier: BSD-2-Clause */
/* Every call that reads or waits for time, and nothing that decides by it. */
#include "base/clock.h"

#include "base/civil.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

enum { DAY = 86400 };

static int64_t read_ms(clockid_t clock)
{
    struct timespec ts = {0};
    clock_gettime(clock, &ts);
    return (int64_t)ts.tv_sec * 1000 + ts.tv_nsec / 1000000;
}

int64_t pgy_clock_now(void)
{
    struct timespec ts = {0};
    clock_gettime(CLOCK_REALTIME, &ts);
    return ts.tv_sec;
}

int64_t pgy_clock_now_ms(void)
{
    return read_ms(CLOCK_REALTIME);
}

int64_t pgy_clock_mono_ms(void)
{
    return read_ms(CLOCK_BOOTTIME);
}

int64_t pgy_clock_manager_us(void)
{
    struct timespec ts = {0};
    clock_gettime(CLOCK_MONOTONIC, &ts);
    return (int64_t)ts.tv_sec * 1000000 + ts.tv_nsec / 1000;
}

const char *pgy_clock_text(int64_t utc, char text[24])
{
    int64_t day = utc / DAY - (utc % DAY < 0);
    unsigned second = (unsigned)((utc % DAY + DAY) % DAY);
    char date[PGY_DAY_TEXT] = "-";
    if (day > INT32_MIN && day <= INT32_MAX)
        pgy_civil_text((pgy_day)day, date);
    if (date[0] == '-')
        memcpy(text, "-", 2);
    else
        snprintf(text, 24, "%.10sT%02u:%02u:%02uZ", date, second / 3600, second / 60 % 60,
                 second % 60);
    return text;
}

int pgy_clock_timer(void)
{
    int fd = timerfd_create(CLOCK_REALTIME, TFD_NONBLOCK | TFD_CLOEXEC);
    return fd < 0 ? -errno : fd;
}

int pgy_clock_timer_set(int fd, int64_t utc)
{
    struct itimerspec at = {0};
    if (utc != INT64_MAX) {
        at.it_value.tv_sec = utc > 0 ? utc : 0;
        at.it_value.tv_nsec = utc > 0 ? 0 : 1; /* all zeros would disarm it */
    }
    if (timerfd_settime(fd, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &at, NULL) == 0)
        return 0;
    /* timerfd_create(2): the timer is armed even so. */
    return errno == ECANCELED ? 1 : -errno;
}

int pgy_clock_timer_read(int fd)
{
    uint64_t expirations;
    ssize_t n;
    do {
        n = read(fd, &expirations, sizeof expirations);
    } while (n < 0 && errno == EINTR);
    if (n >= 0 || errno == EAGAIN)
        return 0;
    return errno == ECANCELED ? 1 : -errno;
}

int pgy_clock_alarm(void)
{
    int fd = timerfd_create(CLOCK_BOOTTIME, TFD_NONBLOCK | TFD_CLOEXEC);
    return fd < 0 ? -errno : fd;
}

int pgy_clock_alarm_set(int fd, int64_t ms)
{
    struct itimerspec in = {0};
    if (ms >= 0) {
        in.it_value.tv_sec = ms / 1000;
        in.it_value.tv_nsec = ms ? ms % 1000 * 1000000 : 1; /* all zeros would disarm it */
    }
    return timerfd_settime(fd, 0, &in, NULL) == 0 ? 0 : -errno;
}
