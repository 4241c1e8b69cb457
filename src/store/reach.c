/* SPDX-License-Identifier: BSD-2-Clause */
/* Signs of a person, and how much was told. What follows from it is the post desk's. */
#include "store/db.h"

enum { EVERY = 3600 /* seconds: a sign is kept to the hour */ };

int pgy_store_sign(struct pgy_store *store, const char *profile, int64_t when)
{
    int64_t seen = 0;
    int rc = pgy_db_number(store, &seen, "SELECT seen FROM profiles WHERE id = ?1", "s", profile);
    if (rc <= 0 || (seen <= when && when < seen + EVERY))
        return rc < 0 ? rc : 0;
    return pgy_db_run(store, "UPDATE profiles SET seen = ?2 WHERE id = ?1", "si", profile, when);
}

int pgy_store_signed(struct pgy_store *store, const char *profile, int64_t *when)
{
    int64_t last = 0;
    int rc = pgy_db_number(
        store, &last,
        "SELECT max(coalesce((SELECT seen FROM profiles WHERE id = ?1), 0),"
        " coalesce((SELECT max(last_fetch) FROM subscriptions WHERE profile = ?1), 0),"
        " coalesce((SELECT logged FROM journal WHERE profile = ?1 ORDER BY number DESC LIMIT 1), "
        "0))",
        "s", profile);
    if (rc < 0)
        return rc;
    *when = last;
    return 0;
}

int pgy_store_fired_since(struct pgy_store *store, const char *profile, const char *item,
                          const char *target, int64_t since, int64_t *n)
{
    int64_t count = 0;
    int rc = pgy_db_number(store, &count,
                           "SELECT count(DISTINCT at) FROM fired WHERE profile = ?1 AND item = ?2 "
                           "AND target = ?3 AND at > ?4",
                           "sssi", profile, item, target, since);
    if (rc < 0)
        return rc;
    *n = count;
    return 0;
}

int pgy_store_outbox_count(struct pgy_store *store, const char *profile, const char *endpoint,
                           int64_t since, int64_t *n)
{
    int64_t count = 0;
    int rc = pgy_db_number(store, &count,
                           "SELECT count(*) FROM outbox WHERE profile = ?1 AND endpoint = ?2 AND "
                           "created >= ?3 AND stakes < ?4 AND state <> ?5 AND type IN "
                           "('reminder.due', 'digest', 'brief')",
                           "ssiii", profile, endpoint, since, (int64_t)PGYD_FATAL,
                           (int64_t)PGY_OUT_CANCELLED);
    if (rc < 0)
        return rc;
    *n = count;
    return 0;
}
