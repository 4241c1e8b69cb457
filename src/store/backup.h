/* SPDX-License-Identifier: BSD-2-Clause */
/* Backups: one file that holds everything: the database, with the installation's key and the moment it was made inside. */
#ifndef PGY_STORE_BACKUP_H
#define PGY_STORE_BACKUP_H

#include "store/store.h"
#include "store/token.h"

/* Writes a backup of the open store to `path` (a new file, mode 0600). PGY_EEXISTS, or as pgy_store_backup. */
int pgy_backup_write(struct pgy_store *store, const unsigned char key[PGY_KEY_BYTES], const char *path, int64_t now);

#endif
