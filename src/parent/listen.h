/* SPDX-License-Identifier: BSD-2-Clause */
/* Listening sockets, which the parent keeps so that no connection is refused while web restarts. */
#ifndef PGY_PARENT_LISTEN_H
#define PGY_PARENT_LISTEN_H

#include "base/buf.h"

#include <stdbool.h>
#include <stddef.h>
#include <sys/socket.h>

enum { PGY_SHOWN_MAX = 160 };

struct pgy_listener {
    int fd; /* owned; -1: none */
    struct sockaddr_storage asked;
    socklen_t asked_len;
    char shown[PGY_SHOWN_MAX]; /* "127.0.0.1:8479" with the real port, "[::1]:8479", "unix:/path" */
};

/* Whether it listens on exactly this address already. */
bool pgy_listener_is(const struct pgy_listener *listener, const void *address, size_t len);
/* Binds and listens on the address (AF_INET, AF_INET6, AF_UNIX) and only then closes what it had.
 * `configured` is the address as written, `key` the option it comes from ("[serve] listen"). Waits
 * up to patience_ms for an address in use to become free. On failure nothing changes and `problem`
 * holds one sentence for a person. PGY_EINVAL or a negated errno. */
int pgy_listener_open(struct pgy_listener *listener, const void *address, size_t len,
                      const char *configured, const char *key, int patience_ms,
                      struct pgy_buf *problem);
/* Closes it and removes its Unix socket. */
void pgy_listener_close(struct pgy_listener *listener);

#endif
