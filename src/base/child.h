/* SPDX-License-Identifier: BSD-2-Clause */
/* What every child of pgyd does first, and the frames every child answers alike. */
#ifndef PGY_BASE_CHILD_H
#define PGY_BASE_CHILD_H

#include "base/link.h"

/* Makes this process a child of pgyd: dies with the parent (PR_SET_PDEATHSIG, SIGKILL), ignores
 * what the terminal and broken pipes send to the whole group (SIGINT, SIGHUP, SIGPIPE; only the
 * parent stops a child), umask 077, opens `parent` on descriptor 3 and writes the hello into it
 * (sent by the next flush). `program` is also the name in the log and borrowed for good.
 * PGY_EREFUSED, after one line on stderr, when it was not started by pgyd: then exit. */
int pgy_child_init(const char *program, struct pgy_link *parent);

/* A connection to another child, from the descriptor that came with PGY_P_LINK: closes what `link`
 * held (an unused link is {.fd = -1}), opens it and writes the hello. Each side of such a
 * connection sends a hello first, as with the parent. */
void pgy_child_peer(struct pgy_link *link, int fd, const char *program, size_t max);

/* Writes a frame without fields, such as PGY_P_PONG. */
void pgy_child_say(struct pgy_link *link, uint8_t type);

#endif
