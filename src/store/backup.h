/* SPDX-License-Identifier: BSD-2-Clause */
/* Backups: one file with everything that cannot be made again: the database, the accepted
 * configurations in it, and the installation's key, so that the links of feeds go on working after
 * a restore. Whoever has the file has the key: mode 0600. */
#ifndef PGY_STORE_BACKUP_H
#define PGY_STORE_BACKUP_H

#include "base/arena.h"
#include "store/store.h"
#include "store/token.h"

#include <stdint.h>

/* Writes the backup at `path`, a new file, fsynced. now: UTC seconds, kept in it. PGY_EEXISTS,
 * PGY_EBUSY inside a transaction, or what pgy_store_backup says; pgy_store_error(store) has the
 * sentence. */
int pgy_backup_write(struct pgy_store *store, const unsigned char key[PGY_KEY_BYTES],
                     const char *path, int64_t now);

/* Puts a backup in place of state_dir's database and key; the old database stays as
 * pgyd.db.before-restore (numbered when there is one already). Every SEQUENCE rises above what may
 * have been published since. PGY_EBUSY: a daemon runs; PGY_EREFUSED: not a backup; PGY_EVERSION;
 * PGY_ECORRUPT; else a negated errno. *why receives one sentence, in the arena; on success where
 * the old database is, or NULL when there was none. */
int pgy_backup_restore(const char *state_dir, const char *path, struct pgy_arena *arena,
                       const char **why);

#endif
