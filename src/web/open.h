/* SPDX-License-Identifier: BSD-2-Clause */
/* Reading beneath one directory and nowhere else. */
#ifndef PGY_WEB_OPEN_H
#define PGY_WEB_OPEN_H

#include "base/buf.h"

/* Reads a regular file beneath `dir`; no component may be a symbolic link or lead upwards. buf->max
 * is the cap. Negated errno, PGY_EINVAL (no regular file), PGY_ELIMIT. */
int pgy_open_read(int dir, const char *path, struct pgy_buf *buf);

/* Confines the process: from now on it can read beneath `dir`, and open no other file (Landlock).
 * One line in the log where the kernel cannot do that; descriptors open already are not
 * affected. */
void pgy_open_confine(int dir);

#endif
