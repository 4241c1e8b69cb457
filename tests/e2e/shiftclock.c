/* SPDX-License-Identifier: BSD-2-Clause */
/* Loaded before libc (LD_PRELOAD): the wall clock of a program under test is the machine's, shifted
 * by the seconds that the file PGY_TEST_CLOCK holds (an int64_t). Clocks that count time run as
 * they do; times of files are the machine's. */
#include <dlfcn.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/time.h>
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

typedef int gettime_fn(clockid_t, struct timespec *);
typedef int arm_fn(int, int, const struct itimerspec *, struct itimerspec *);

/* Mapped, so that a program that may not open files any more sees what the test writes, too. */
static const volatile int64_t *shift;

__attribute__((constructor)) static void begin(void)
{
    const char *path = getenv("PGY_TEST_CLOCK");
    int fd = path ? open(path, O_RDONLY | O_CLOEXEC) : -1;
    if (fd < 0)
        return;
    void *map = mmap(NULL, sizeof *shift, PROT_READ, MAP_SHARED, fd, 0);
    if (map != MAP_FAILED)
        shift = map;
    close(fd);
}

static int64_t seconds(void)
{
    return shift ? *shift : 0;
}

int clock_gettime(clockid_t clock, struct timespec *ts)
{
    /* The next one, which is the sanitizers' where there are any. No system call of our own: it
     * works whatever a program forbade itself. */
    static gettime_fn *next;
    if (!next)
        next = (gettime_fn *)dlsym(RTLD_NEXT, "clock_gettime");
    int rc = next(clock, ts);
    if (rc == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE))
        ts->tv_sec += seconds();
    return rc;
}

time_t time(time_t *where)
{
    struct timespec ts = {0};
    clock_gettime(CLOCK_REALTIME, &ts);
    if (where)
        *where = ts.tv_sec;
    return ts.tv_sec;
}

int gettimeofday(struct timeval *restrict tv, void *restrict zone)
{
    (void)zone;
    struct timespec ts = {0};
    int rc = clock_gettime(CLOCK_REALTIME, &ts);
    *tv = (struct timeval){.tv_sec = ts.tv_sec, .tv_usec = ts.tv_nsec / 1000};
    return rc;
}

/* What is cancelled when the clock is set (TFD_TIMER_CANCEL_ON_SET) stands on the wall clock. */
int timerfd_settime(int fd, int flags, const struct itimerspec *value, struct itimerspec *old)
{
    static arm_fn *next;
    if (!next)
        next = (arm_fn *)dlsym(RTLD_NEXT, "timerfd_settime");
    bool wall = (flags & TFD_TIMER_ABSTIME) && (flags & TFD_TIMER_CANCEL_ON_SET);
    bool armed = value->it_value.tv_sec != 0 || value->it_value.tv_nsec != 0;
    if (!wall || !armed)
        return next(fd, flags, value, old);
    struct itimerspec at = *value;
    if (__builtin_sub_overflow(at.it_value.tv_sec, seconds(), &at.it_value.tv_sec))
        at.it_value.tv_sec = INT64_MAX; /* never, either way */
    if (at.it_value.tv_sec < 0 || (at.it_value.tv_sec == 0 && at.it_value.tv_nsec == 0))
        at.it_value = (struct timespec){.tv_nsec = 1}; /* past; all zeros would disarm it */
    return next(fd, flags, &at, old);
}
