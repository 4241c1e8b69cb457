/* SPDX-License-Identifier: BSD-2-Clause */
/* A framed, nonblocking connection over a Unix stream socket: what every pair of pgyd's processes
 * talks through. */
#ifndef PGY_BASE_LINK_H
#define PGY_BASE_LINK_H

#include "base/frame.h"

struct pgy_link {
    int fd; /* owned; -1 when closed */
    struct pgy_buf in;
    struct pgy_buf out;
    size_t cut;      /* bytes of `in` already handed out as frames */
    int received[4]; /* descriptors that arrived and nobody took yet (SCM_RIGHTS), -1 for none */
    size_t nreceived;
};

/* Takes over the descriptor (made nonblocking and CLOEXEC). `max` caps unread input and unsent
 * output, each. */
void pgy_link_open(struct pgy_link *link, int fd, size_t max);
/* Closes everything it still holds. Fine on a closed link. */
void pgy_link_close(struct pgy_link *link);
/* A connected pair of CLOEXEC stream sockets; negated errno. */
int pgy_link_pair(int fds[2]);

/* Reads what is there: 0, PGY_EAGAIN (nothing), PGY_ECLOSED, PGY_ELIMIT, or a negated errno. Frames
 * got before stay readable. */
int pgy_link_read(struct pgy_link *link);
/* The next whole frame, valid until the next pgy_link_read; PGY_EAGAIN when there is none,
 * PGY_EPARSE, PGY_ELIMIT. */
int pgy_link_next(struct pgy_link *link, struct pgy_frame *frame);
/* Sends what the socket takes now: 0 (all sent), PGY_EAGAIN (wait for writable), PGY_ECLOSED or a
 * negated errno. */
int pgy_link_flush(struct pgy_link *link);
/* Whether output waits. */
bool pgy_link_pending(const struct pgy_link *link);
/* Sends the frames written so far and a descriptor along with their first byte, blocking until done
 * (for hand-over by the parent). The descriptor stays the caller's. */
int pgy_link_send_fds(struct pgy_link *link, const int *fds, size_t n);
/* The oldest descriptor received and not yet taken, now the caller's; -1 when there is none. */
int pgy_link_take_fd(struct pgy_link *link);
/* Blocking, for command-line tools: flushes, then waits up to timeout_ms for a frame. PGY_ETIMEOUT,
 * PGY_ECLOSED, … */
int pgy_link_wait(struct pgy_link *link, int timeout_ms, struct pgy_frame *frame);

/* The first frame each side sends: type PGY_FRAME_HELLO (0), u32 PGY_FRAME_VERSION, str program,
 * str package version. */
enum { PGY_FRAME_HELLO = 0 };
void pgy_link_hello(struct pgy_link *link, const char *program);
/* Checks a hello: PGY_EVERSION when the other side speaks another version, PGY_EPARSE when it is
 * none. */
int pgy_link_check_hello(struct pgy_frame *frame);

#endif
