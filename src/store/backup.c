/* SPDX-License-Identifier: BSD-2-Clause */
#include "store/backup.h"

#include <sodium.h>
#include <stdio.h>
#include <unistd.h>

/* Key and moment travel inside the copy, as facts that the live database holds only while it is copied. */
int pgy_backup_write(struct pgy_store *store, const unsigned char key[PGY_KEY_BYTES], const char *path, int64_t now)
{
    char hex[2 * PGY_KEY_BYTES + 1], moment[24];
    sodium_bin2hex(hex, sizeof hex, key, PGY_KEY_BYTES);
    snprintf(moment, sizeof moment, "%lld", (long long)now);
    int rc = pgy_store_meta_put(store, "backup-key", hex);
    if (rc == 0)
        rc = pgy_store_meta_put(store, "backup-time", moment);
    if (rc == 0)
        rc = pgy_store_backup(store, path);
    int forget = pgy_store_meta_put(store, "backup-key", NULL);
    sodium_memzero(hex, sizeof hex);
    return rc ? rc : forget;
}
