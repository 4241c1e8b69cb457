/* SPDX-License-Identifier: BSD-2-Clause */
/* Sending over HTTP: the only caller of libcurl, which is not even initialized before the first
 * delivery. */
#ifndef PGY_COURIER_SEND_H
#define PGY_COURIER_SEND_H

#include "courier/answer.h"
#include "courier/target.h"

#include <poll.h>
#include <stdbool.h>
#include <stddef.h>

enum { PGY_SEND_MAX = 64 }; /* transfers at once */

struct pgy_sender;

struct pgy_sender *pgy_sender_new(void);
/* Ends every transfer. NULL is fine. */
void pgy_sender_free(struct pgy_sender *sender);

/* Starts a transfer; request and message must live until it is finished or the sender freed.
 * PGY_EBUSY (PGY_SEND_MAX run), -ENOMEM. */
int pgy_sender_start(struct pgy_sender *sender, const struct pgy_request *request,
                     const struct pgy_message *message, void *tag);
/* Works on the transfers, then waits until one of them or of fds has something to do; timeout_ms <
 * 0: for ever. Sets revents. */
int pgy_sender_wait(struct pgy_sender *sender, struct pollfd *fds, size_t n, int timeout_ms);
/* The next finished transfer: its tag, with *answer valid until the next call of any of these. NULL
 * when none is. */
void *pgy_sender_next(struct pgy_sender *sender, struct pgy_answer *answer);

#endif
