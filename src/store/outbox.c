/* SPDX-License-Identifier: BSD-2-Clause */
/* The outbox: at least once, fenced by the attempt's number, fair to every endpoint. The partial
 * indices of schema.c carry it: state 0 is PGY_OUT_QUEUED, 1 PGY_OUT_CLAIMED, 2 and more are
 * over. */
#include "store/db.h"

#include "base/err.h"

#include <stdlib.h>
#include <string.h>

_Static_assert(PGY_OUT_QUEUED == 0 && PGY_OUT_CLAIMED == 1 && PGY_OUT_SENT == 2 &&
                   PGY_OUT_FAILED == 3 && PGY_OUT_CANCELLED == 4 && PGY_OUT_MISSED == 5,
               "stored in databases: never renumbered");

#define ROW_COLUMNS                                                                                \
    "id, profile, endpoint, message, item, target, step, type, payload, severity, created, "       \
    "not_before, expires, next_try, attempts, spared,"                                             \
    " state, last_attempt, finished, last_code, last_error, stakes"

static void read_row(sqlite3_stmt *stmt, struct pgy_arena *arena, struct pgy_outbox_row *row)
{
    *row = (struct pgy_outbox_row){
        .id = sqlite3_column_int64(stmt, 0),
        .profile = pgy_db_text(stmt, 1, arena),
        .endpoint = pgy_db_text(stmt, 2, arena),
        .message = pgy_db_text(stmt, 3, arena),
        .item = pgy_db_text(stmt, 4, arena),
        .target = pgy_db_text(stmt, 5, arena),
        .step = pgy_db_text(stmt, 6, arena),
        .type = pgy_db_text(stmt, 7, arena),
        .payload = pgy_db_text(stmt, 8, arena),
        .severity = (uint16_t)sqlite3_column_int64(stmt, 9),
        .created = sqlite3_column_int64(stmt, 10),
        .not_before = sqlite3_column_int64(stmt, 11),
        .expires = sqlite3_column_int64(stmt, 12),
        .next_try = sqlite3_column_int64(stmt, 13),
        .attempts = (uint32_t)sqlite3_column_int64(stmt, 14),
        .spared = (uint32_t)sqlite3_column_int64(stmt, 15),
        .state = (enum pgy_outbox_state)sqlite3_column_int64(stmt, 16),
        .last_attempt = sqlite3_column_int64(stmt, 17),
        .finished = sqlite3_column_int64(stmt, 18),
        .last_code = (int32_t)sqlite3_column_int64(stmt, 19),
        .last_error = pgy_db_text(stmt, 20, arena),
        .stakes = (uint16_t)sqlite3_column_int64(stmt, 21),
    };
}

int pgy_store_outbox_add(struct pgy_store *store, const struct pgy_outbox_row *row, int64_t *id)
{
    int64_t first = row->next_try > row->not_before ? row->next_try : row->not_before;
    int rc =
        pgy_db_run(store,
                   "INSERT INTO outbox(profile, endpoint, message, item, target, step, type, "
                   "payload, severity, created, not_before, expires,"
                   " next_try, stakes) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, "
                   "?13, ?14)",
                   "ssssssssiiiiii", row->profile, row->endpoint, row->message,
                   pgy_db_given(row->item), pgy_db_given(row->target), pgy_db_given(row->step),
                   row->type, row->payload, (int64_t)row->severity, row->created, row->not_before,
                   row->expires, first, (int64_t)row->stakes);
    if (rc == 0)
        *id = sqlite3_last_insert_rowid(store->db);
    return rc;
}

/* ---- claiming ---- */

/* A claim in the making. */
struct claim {
    int64_t now;
    size_t max, per_endpoint, ahead;
    struct pgy_arena *arena;
    int64_t *ids;
    size_t n, cap;
};

enum { WELL_S = 5 };

struct lane {
    const char *profile, *endpoint;
    int64_t paused_until, in_flight, well; /* when it last took a message, 0 when it failed since */
    int64_t next_try;                      /* of its oldest row */
};

/* The first endpoint with queued rows after another one: 1, 0 none, negative. One index seek: with
 * next_try in the comparison SQLite lands behind all rows of that other one, without it it would
 * walk through them. */
static int next_lane(struct pgy_store *store, const struct lane *after, struct pgy_arena *arena,
                     struct lane *lane)
{
    sqlite3_stmt *stmt;
    int rc = pgy_db_query(store, &stmt,
                          "SELECT profile, endpoint,"
                          " coalesce((SELECT paused_until FROM endpoints e WHERE e.profile = "
                          "o.profile AND e.endpoint = o.endpoint), 0),"
                          " coalesce((SELECT iif(failures = 0, last_delivered, 0) FROM endpoints e "
                          "WHERE e.profile = o.profile AND e.endpoint = o.endpoint), 0),"
                          " (SELECT count(*) FROM outbox c WHERE c.state = 1 AND c.profile = "
                          "o.profile AND c.endpoint = o.endpoint), next_try"
                          " FROM outbox o INDEXED BY outbox_lane WHERE state = 0"
                          " AND (profile, endpoint, next_try) > (?1, ?2, 9223372036854775807)"
                          " ORDER BY profile, endpoint, next_try LIMIT 1",
                          "ss", after->profile, after->endpoint);
    if (rc < 0 || (rc = pgy_db_step(store, stmt)) <= 0)
        return rc;
    *lane = (struct lane){pgy_db_text(stmt, 0, arena),   pgy_db_text(stmt, 1, arena),
                          sqlite3_column_int64(stmt, 2), sqlite3_column_int64(stmt, 4),
                          sqlite3_column_int64(stmt, 3), sqlite3_column_int64(stmt, 5)};
    pgy_db_end(stmt);
    return 1;
}

/* How many more rows of an endpoint may be in flight; 0 when it is paused. */
static size_t room(const struct claim *claim, const struct lane *lane)
{
    size_t left = claim->max - claim->n, in_flight = (size_t)lane->in_flight;
    bool well = lane->well >= claim->now - WELL_S && lane->well <= claim->now;
    size_t most = claim->per_endpoint + (well ? claim->ahead : 0);
    if (lane->paused_until > claim->now || in_flight >= most)
        return 0;
    return most - in_flight < left ? most - in_flight : left;
}

/* Notes the ids of an endpoint's oldest rows that may go now. */
static int take_lane(struct pgy_store *store, struct claim *claim, const struct lane *lane)
{
    size_t places = room(claim, lane);
    sqlite3_stmt *stmt;
    if (places == 0)
        return 0;
    int rc = pgy_db_query(store, &stmt,
                          "SELECT id FROM outbox INDEXED BY outbox_lane WHERE state = 0 AND "
                          "profile = ?1 AND endpoint = ?2 AND next_try <= ?3"
                          " ORDER BY next_try, id LIMIT ?4",
                          "ssii", lane->profile, lane->endpoint, claim->now, (int64_t)places);
    while (rc >= 0 && (rc = pgy_db_step(store, stmt)) > 0)
        *(int64_t *)pgy_arena_push(claim->arena, &claim->ids, &claim->n, &claim->cap,
                                   sizeof *claim->ids) = sqlite3_column_int64(stmt, 0);
    return rc;
}

static void remember_turn(struct pgy_store *store, const struct lane *lane)
{
    char *profile = strdup(lane->profile), *endpoint = strdup(lane->endpoint);
    /* then the next claim begins at the front: less fair, still right */
    if (!profile || !endpoint) {
        free(profile);
        free(endpoint);
        profile = endpoint = NULL;
    }
    free(store->turn_profile);
    free(store->turn_endpoint);
    store->turn_profile = profile;
    store->turn_endpoint = endpoint;
}

/* Every endpoint has its turn, going on after the one that came last: a dead or busy one cannot
 * starve the others. */
static int go_round(struct pgy_store *store, struct claim *claim)
{
    const struct lane front = {.profile = "", .endpoint = ""};
    const struct lane from = {
        .profile = pgy_arena_strdup(claim->arena, pgy_db_given(store->turn_profile)),
        .endpoint = pgy_arena_strdup(claim->arena, pgy_db_given(store->turn_endpoint))};
    struct lane lane = from;
    bool wrapped = *from.profile == '\0';
    while (claim->n < claim->max) {
        struct lane next;
        int rc = next_lane(store, &lane, claim->arena, &next);
        if (rc == 0 && !wrapped) {
            wrapped = true;
            lane = front;
            continue;
        }
        if (rc <= 0)
            return rc;
        int beyond = strcmp(next.profile, from.profile);
        if (wrapped && *from.profile &&
            (beyond > 0 || (beyond == 0 && strcmp(next.endpoint, from.endpoint) > 0)))
            return 0;
        size_t before = claim->n;
        if ((rc = take_lane(store, claim, &next)) < 0)
            return rc;
        if (claim->n > before)
            remember_turn(store, &next);
        lane = next;
    }
    return 0;
}

/* The claimed rows are written before anything is sent: a crash then leaves an attempt on
 * record. */
static int claim_rows(struct pgy_store *store, const struct claim *claim,
                      struct pgy_outbox_row *rows)
{
    for (size_t i = 0; i < claim->n; i++) {
        sqlite3_stmt *stmt;
        int rc = pgy_db_query(store, &stmt,
                              "UPDATE outbox SET state = 1, attempts = attempts + 1, last_attempt "
                              "= ?2 WHERE id = ?1 RETURNING " ROW_COLUMNS,
                              "ii", claim->ids[i], claim->now);
        if (rc == 0)
            rc = pgy_db_step(store, stmt);
        if (rc < 0)
            return rc;
        if (rc > 0) {
            read_row(stmt, claim->arena, &rows[i]);
            if ((rc = pgy_db_step(store, stmt)) < 0)
                return rc;
        }
    }
    return 0;
}

static int compare_rows(const void *a, const void *b)
{
    const struct pgy_outbox_row *x = a, *y = b;
    if (x->next_try != y->next_try)
        return x->next_try < y->next_try ? -1 : 1;
    return (x->id > y->id) - (x->id < y->id);
}

int pgy_store_outbox_claim(struct pgy_store *store, int64_t now, size_t max, size_t per_endpoint,
                           size_t ahead, struct pgy_arena *arena, struct pgy_outbox_row **rows,
                           size_t *n)
{
    struct claim claim = {
        .now = now, .max = max, .per_endpoint = per_endpoint, .ahead = ahead, .arena = arena};
    struct pgy_outbox_row *claimed = NULL;
    int64_t earliest = INT64_MAX;
    int rc =
        pgy_db_number(store, &earliest, "SELECT min(next_try) FROM outbox WHERE state = 0", "");
    if (rc >= 0 && earliest <= now && (rc = pgy_db_enter(store)) == 0) {
        rc = go_round(store, &claim);
        claimed = pgy_arena_array(arena, claim.n + 1, sizeof *claimed);
        if (rc == 0)
            rc = claim_rows(store, &claim, claimed);
        rc = pgy_db_leave(store, rc);
    }
    if (rc < 0)
        return rc;
    if (claim.n > 0)
        qsort(claimed, claim.n, sizeof *claimed, compare_rows);
    *rows = claimed;
    *n = claim.n;
    return 0;
}

/* ---- outcomes ---- */

/* What was withdrawn while the courier had it (pgy_store_outbox_cancel) may arrive yet, but is not
 * tried again: it never becomes queued. */
#define NEVER "9223372036854775807"

int pgy_store_outbox_done(struct pgy_store *store, int64_t id, uint32_t attempt,
                          enum pgy_outbox_state state, int64_t next_try, int32_t code,
                          const char *error, int64_t now)
{
    int rc = pgy_db_run(store,
                        "UPDATE outbox SET state = iif(?3 = 0 AND not_before = " NEVER
                        ", 4, ?3), next_try = iif(?3 = 0, ?4, next_try), last_code = ?5,"
                        " last_error = ?6, finished = iif(?3 >= 2 OR not_before = " NEVER
                        ", ?7, 0) WHERE id = ?1 AND state = 1 AND attempts = ?2",
                        "iiiiisi", id, (int64_t)attempt, (int64_t)state, next_try, (int64_t)code,
                        error, now);
    if (rc == 0 && pgy_db_changes(store) == 0)
        rc = pgy_db_refuse(store, PGY_EREFUSED, "delivery %lld is not in its attempt %u any more",
                           (long long)id, attempt);
    return rc;
}

int pgy_store_outbox_spare(struct pgy_store *store, int64_t id)
{
    return pgy_db_run(store, "UPDATE outbox SET spared = min(spared + 1, attempts) WHERE id = ?1",
                      "i", id);
}

/* The claimed rows that nobody sends any more. */
static int unsent(struct pgy_store *store, const int64_t *sending, size_t n,
                  struct pgy_arena *arena, int64_t **ids, size_t *count)
{
    sqlite3_stmt *stmt;
    size_t cap = 0;
    *ids = NULL;
    *count = 0;
    int rc = pgy_db_query(store, &stmt, "SELECT id FROM outbox WHERE state = 1", "");
    while (rc >= 0 && (rc = pgy_db_step(store, stmt)) > 0) {
        int64_t id = sqlite3_column_int64(stmt, 0);
        bool under_way = false;
        for (size_t i = 0; i < n; i++)
            under_way |= sending[i] == id;
        if (!under_way) {
            int64_t *to = pgy_arena_push(arena, ids, count, &cap, sizeof *to);
            *to = id;
        }
    }
    return rc;
}

int pgy_store_outbox_release_except(struct pgy_store *store, const int64_t *sending, size_t n,
                                    int64_t now)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    int64_t *ids;
    size_t count;
    int rc = pgy_db_enter(store);
    if (rc != 0)
        return rc;
    rc = unsent(store, sending, n, arena, &ids, &count);
    for (size_t i = 0; rc == 0 && i < count; i++)
        rc = pgy_db_run(store,
                        "UPDATE outbox SET state = iif(not_before = " NEVER
                        ", 4, 0), finished = iif(not_before = " NEVER ", ?2, 0), next_try = ?2"
                        " WHERE id = ?1",
                        "ii", ids[i], now);
    return pgy_db_leave(store, rc);
}

int pgy_store_outbox_cancel(struct pgy_store *store, const char *profile, const char *item,
                            const char *target, int64_t now, int64_t *n)
{
    int rc = pgy_db_run(
        store,
        "UPDATE outbox SET state = 4, finished = ?4 WHERE state = 0 AND profile = ?1 AND item = ?2"
        " AND (?3 IS NULL OR target <> ?3)",
        "sssi", profile, item, target, now);
    if (rc < 0)
        return rc;
    *n = pgy_db_changes(store);
    return pgy_db_run(
        store,
        "UPDATE outbox SET not_before = " NEVER
        " WHERE state = 1 AND profile = ?1 AND item = ?2 AND (?3 IS NULL OR target <> ?3)",
        "sss", profile, item, target);
}

#define AND_REVIVABLE " AND last_error IS NOT '" PGY_OUTBOX_GONE "'"

int pgy_store_outbox_revive(struct pgy_store *store, const char *profile, const char *item,
                            const char *target, int64_t now, int64_t *n)
{
    int rc = pgy_db_run(store,
                        "UPDATE outbox SET not_before = created WHERE state = 1 AND profile = ?1 "
                        "AND item = ?2 AND target = ?3 AND not_before = " NEVER,
                        "sss", profile, item, target);
    if (rc == 0)
        rc = pgy_db_run(store,
                        "UPDATE outbox SET state = 0, finished = 0, not_before = min(not_before, "
                        "next_try) WHERE state = 4 AND profile = ?1 AND item = ?2"
                        " AND target = ?3 AND expires > ?4" AND_REVIVABLE
                        " AND NOT EXISTS(SELECT 1 FROM outbox o WHERE o.profile = ?1 AND "
                        "o.endpoint = outbox.endpoint"
                        " AND o.item = ?2 AND o.target = ?3 AND o.id > outbox.id)",
                        "sssi", profile, item, target, now);
    if (rc == 0)
        *n = pgy_db_changes(store);
    return rc;
}

int pgy_store_outbox_expired(struct pgy_store *store, int64_t now, size_t max,
                             struct pgy_arena *arena, struct pgy_outbox_row **rows, size_t *n)
{
    sqlite3_stmt *stmt;
    struct pgy_outbox_row *found = NULL;
    size_t count = 0, cap = 0;
    int rc =
        pgy_db_query(store, &stmt,
                     "SELECT " ROW_COLUMNS
                     " FROM outbox WHERE state = 0 AND expires < ?1 ORDER BY expires, id LIMIT ?2",
                     "ii", now, (int64_t)max);
    while (rc >= 0 && (rc = pgy_db_step(store, stmt)) > 0)
        read_row(stmt, arena, pgy_arena_push(arena, &found, &count, &cap, sizeof *found));
    if (rc < 0)
        return rc;
    *rows = found;
    *n = count;
    return 0;
}

int pgy_store_outbox_miss(struct pgy_store *store, int64_t id, int64_t now)
{
    return pgy_db_run(store,
                      "UPDATE outbox SET state = 5, finished = ?2 WHERE id = ?1 AND state = 0",
                      "ii", id, now);
}

int pgy_store_outbox_retry(struct pgy_store *store, int64_t id, int64_t now)
{
    int64_t state = 0;
    int rc = pgy_db_number(store, &state, "SELECT state FROM outbox WHERE id = ?1", "i", id);
    if (rc < 0)
        return rc;
    if (rc == 0)
        return pgy_db_refuse(store, PGY_ENOTFOUND,
                             "there is no delivery %lld; pgyctl deliveries lists them",
                             (long long)id);
    if (state == PGY_OUT_CLAIMED || state == PGY_OUT_SENT)
        return pgy_db_refuse(store, PGY_EREFUSED,
                             state == PGY_OUT_SENT ? "delivery %lld arrived"
                                                   : "delivery %lld is on its way",
                             (long long)id);
    /* The person asks for it now: what had run out is worth sending again, for a day; its tries
     * start over. */
    return pgy_db_run(store,
                      "UPDATE outbox SET state = 0, next_try = ?2, finished = 0, spared = "
                      "attempts, expires = max(expires, ?2 + 86400),"
                      " not_before = min(not_before, ?2)"
                      " WHERE id = ?1",
                      "ii", id, now);
}

/* ---- looking ---- */

int pgy_store_outbox_get(struct pgy_store *store, int64_t id, struct pgy_arena *arena,
                         struct pgy_outbox_row *row)
{
    sqlite3_stmt *stmt;
    int rc =
        pgy_db_query(store, &stmt, "SELECT " ROW_COLUMNS " FROM outbox WHERE id = ?1", "i", id);
    if (rc >= 0)
        rc = pgy_db_step(store, stmt);
    if (rc == 0)
        return pgy_db_refuse(store, PGY_ENOTFOUND,
                             "there is no delivery %lld; pgyctl deliveries lists them",
                             (long long)id);
    if (rc < 0)
        return rc;
    read_row(stmt, arena, row);
    pgy_db_end(stmt);
    return 0;
}

/* Row by row, the earliest first: over at once where nothing is paused. 1: found; 0: there are many
 * rows of paused endpoints before it. */
static int next_by_row(struct pgy_store *store, int64_t *best)
{
    enum { ROWS = 64 };
    sqlite3_stmt *stmt;
    int rc = pgy_db_query(store, &stmt,
                          "SELECT o.next_try, coalesce(e.paused_until, 0) FROM outbox o LEFT JOIN "
                          "endpoints e USING (profile, endpoint)"
                          " WHERE o.state = 0 ORDER BY o.next_try LIMIT ?1",
                          "i", (int64_t)ROWS);
    int n = 0;
    while (rc >= 0 && (rc = pgy_db_step(store, stmt)) > 0) {
        int64_t at = sqlite3_column_int64(stmt, 0), paused_until = sqlite3_column_int64(stmt, 1);
        if (at >= *best) { /* none further on can be earlier */
            pgy_db_end(stmt);
            return 1;
        }
        if (paused_until > at)
            at = paused_until;
        if (at < *best)
            *best = at;
        n++;
    }
    return rc < 0 ? rc : n < ROWS;
}

/* Endpoint by endpoint: what waits for one that is paused until somebody acts may be a lot. */
static int next_by_lane(struct pgy_store *store, int64_t *best)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    struct lane lane = {.profile = "", .endpoint = ""};
    int rc;
    while ((rc = next_lane(store, &lane, arena, &lane)) > 0) {
        int64_t at = lane.next_try > lane.paused_until ? lane.next_try : lane.paused_until;
        if (at < *best)
            *best = at;
    }
    return rc;
}

int pgy_store_outbox_next(struct pgy_store *store, int64_t *utc)
{
    int64_t best = INT64_MAX;
    int rc = next_by_row(store, &best);
    if (rc == 0)
        rc = next_by_lane(store, &best);
    if (rc < 0)
        return rc;
    *utc = best;
    return 0;
}

int pgy_store_outbox_list(struct pgy_store *store, const char *profile, bool failed, size_t max,
                          struct pgy_arena *arena, struct pgy_outbox_row **rows, size_t *n)
{
    sqlite3_stmt *stmt;
    struct pgy_outbox_row *found = NULL;
    size_t count = 0, cap = 0;
    int rc = pgy_db_query(
        store, &stmt,
        "SELECT " ROW_COLUMNS
        " FROM outbox WHERE (?1 IS NULL OR profile = ?1) AND (?2 = 0 OR state IN (3, 5))"
        " ORDER BY id DESC LIMIT ?3",
        "sii", profile, (int64_t)failed, (int64_t)max);
    while (rc >= 0 && (rc = pgy_db_step(store, stmt)) > 0)
        read_row(stmt, arena, pgy_arena_push(arena, &found, &count, &cap, sizeof *found));
    if (rc < 0)
        return rc;
    *rows = found;
    *n = count;
    return 0;
}

/* Pairs of item and target that a query gives. */
static int read_pairs(struct pgy_store *store, sqlite3_stmt *stmt, struct pgy_arena *arena,
                      const char ***items, const char ***targets, size_t *n)
{
    const char **items_found = NULL, **targets_found = NULL;
    size_t count = 0, cap = 0, ntargets = 0, cap_targets = 0;
    int rc;
    while ((rc = pgy_db_step(store, stmt)) > 0) {
        *(const char **)pgy_arena_push(arena, &items_found, &count, &cap, sizeof *items_found) =
            pgy_db_text(stmt, 0, arena);
        *(const char **)pgy_arena_push(arena, &targets_found, &ntargets, &cap_targets,
                                       sizeof *targets_found) = pgy_db_text(stmt, 1, arena);
    }
    if (rc < 0)
        return rc;
    *items = items_found;
    *targets = targets_found;
    *n = count;
    return 0;
}

int pgy_store_outbox_pending(struct pgy_store *store, const char *profile, struct pgy_arena *arena,
                             const char ***items, const char ***targets, size_t *n)
{
    sqlite3_stmt *stmt;
    int rc = pgy_db_query(
        store, &stmt,
        "SELECT item, target FROM outbox WHERE state = 0 AND profile = ?1 AND item <> ''"
        " UNION SELECT item, target FROM outbox WHERE state = 1 AND profile = ?1 AND item <> '' "
        "AND not_before < " NEVER " ORDER BY item, target",
        "s", profile);
    return rc < 0 ? rc : read_pairs(store, stmt, arena, items, targets, n);
}

int pgy_store_outbox_withdrawn(struct pgy_store *store, const char *profile, int64_t now,
                               struct pgy_arena *arena, const char ***items, const char ***targets,
                               size_t *n)
{
    sqlite3_stmt *stmt;
    int rc = pgy_db_query(store, &stmt,
                          "SELECT item, target FROM outbox WHERE state = 4 AND profile = ?1 AND "
                          "item <> '' AND expires > ?2" AND_REVIVABLE
                          " UNION SELECT item, target FROM outbox WHERE state = 1 AND profile = ?1 "
                          "AND item <> '' AND not_before = " NEVER " ORDER BY item, target",
                          "si", profile, now);
    return rc < 0 ? rc : read_pairs(store, stmt, arena, items, targets, n);
}

int pgy_store_outbox_prune(struct pgy_store *store, int64_t utc)
{
    return pgy_db_run(store, "DELETE FROM outbox WHERE state >= 2 AND finished < ?1", "i", utc);
}
