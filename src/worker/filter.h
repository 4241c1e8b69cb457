/* SPDX-License-Identifier: BSD-2-Clause */
/* The system call filters of the cage as BPF. Written by hand: building them with libseccomp at
 * every start costs more than all the rest of the cage, and so does loading it;
 * tests/unit/test_filter.c holds them against what libseccomp makes of the same rules. Pure. */
#ifndef PGY_WORKER_FILTER_H
#define PGY_WORKER_FILTER_H

#include <linux/filter.h>
#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

enum { PGY_FILTER_MAX = 200 };

/* Before dlopen, whose constructors run at once: everything but sockets, programs, processes,
 * tracing, and what Landlock leaves open: modes and owners of files, signals and limits of other
 * processes. `self` may signal itself. Instructions written to `code`. */
size_t pgy_filter_early(struct sock_filter code[PGY_FILTER_MAX], pid_t self);
/* Afterward: only what computing and answering need. With `files` files are opened for reading. */
size_t pgy_filter_run(struct sock_filter code[PGY_FILTER_MAX], pid_t self, bool files);

#endif
