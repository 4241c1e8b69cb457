/* SPDX-License-Identifier: BSD-2-Clause */
/* The service manager's protocol, sd_notify(3), spoken by hand: a datagram of NAME=VALUE lines. */
#ifndef PGY_PARENT_NOTIFY_H
#define PGY_PARENT_NOTIFY_H

#include <stdint.h>

struct pgy_notify {
    int fd;              /* connected datagram socket; -1 without a service manager */
    int64_t watchdog_ms; /* how often it wants to hear WATCHDOG=1; 0: never */
};

/* From NOTIFY_SOCKET, WATCHDOG_USEC and WATCHDOG_PID, which stay in the environment for this
 * process started anew after an upgrade. */
void pgy_notify_open(struct pgy_notify *notify);
/* Sends formatted lines; without a service manager nothing. Control characters in values are the
 * caller's business. */
void pgy_notify_send(const struct pgy_notify *notify, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

#endif
