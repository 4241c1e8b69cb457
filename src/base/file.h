/* SPDX-License-Identifier: BSD-2-Clause */
/* Files: whole reads with a cap, atomic writes that survive a power cut. */
#ifndef PGY_BASE_FILE_H
#define PGY_BASE_FILE_H

#include "base/buf.h"

#include <stdbool.h>
#include <sys/types.h>

#define PGY_FD_CLEANUP __attribute__((cleanup(pgy_fd_close)))
/* Closes *fd unless it is negative, and sets it to -1. */
void pgy_fd_close(int *fd);

/* Reads a regular file into buf (whose max is the cap). Negated errno; PGY_EINVAL: a directory,
 * FIFO or device; PGY_ELIMIT. */
int pgy_file_read(const char *path, struct pgy_buf *buf);
/* The same relative to a directory descriptor (AT_FDCWD allowed). */
int pgy_file_read_at(int dir, const char *name, struct pgy_buf *buf);

/* Replaces dir/name by the bytes: temporary file, fsync, rename, fsync of the directory. Either the
 * old or the new file is there whatever happens. Mode as given. Negated errno. */
int pgy_file_replace_at(int dir, const char *name, const void *bytes, size_t len, mode_t mode);
/* The same without the last step, for what is made anew at every start: after a loss of power the
 * old file may be back. */
int pgy_file_renew_at(int dir, const char *name, const void *bytes, size_t len, mode_t mode);
int pgy_file_replace(const char *path, const void *bytes, size_t len, mode_t mode);

/* Opens (and makes with `mode` where missing, parents too) a directory: descriptor (CLOEXEC) or a
 * negated errno. */
int pgy_dir_open(const char *path, mode_t mode);
/* The same for one name below a directory descriptor. */
int pgy_dir_open_at(int dir, const char *name, mode_t mode);

#endif
