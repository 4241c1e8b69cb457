/* SPDX-License-Identifier: BSD-2-Clause */
/* The state: what happened, what was published, what is due, what is on its way. Everything is
 * keyed by profile. Nothing above this header knows which database it is (architecture 14). What a
 * function returned 0 for survives kill -9 and power loss. */
#ifndef PGY_STORE_STORE_H
#define PGY_STORE_STORE_H

#include "base/arena.h"
#include "plan/journal.h"
#include "plan/timeline.h"
#include "remind/due.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct pgy_store;

enum { PGY_STORE_SCHEMA = 4 };

/* Opens (and makes) state_dir/pgyd.db under an exclusive lock (state_dir/lock). PGY_EBUSY: another
 * daemon has it. PGY_EVERSION: written by a newer pgyd; refused, untouched. PGY_ECORRUPT: damaged
 * (quick_check); untouched. An older schema is copied to pgyd.db.schemaN first, then migrated. Else
 * a negated errno (ENOSPC, EROFS, EACCES). *why receives one clear sentence with path and remedy,
 * in the arena. */
int pgy_store_open(const char *state_dir, struct pgy_arena *arena, struct pgy_store **store,
                   const char **why);
/* Read-only without the lock, for pgyctl when no daemon runs: PGY_EBUSY when a daemon holds the
 * lock, PGY_ENOTFOUND when there is no database. */
int pgy_store_open_read(const char *state_dir, struct pgy_arena *arena, struct pgy_store **store,
                        const char **why);
void pgy_store_close(struct pgy_store **store);
/* A sentence about the last failure of any call below, borrowed until the next call. */
const char *pgy_store_error(const struct pgy_store *store);

/* Transactions: BEGIN IMMEDIATE. Calls outside one are each their own; calls inside join it, and
 * one that fails leaves nothing of itself. After a failure other than PGY_E... refusals (ENOSPC,
 * PGY_ECORRUPT) the transaction can only be rolled back: commit then rolls back and returns that
 * failure. After -EIO no change is accepted any more and the process should end (architecture 12);
 * after -ENOSPC the store goes on. */
int pgy_store_begin(struct pgy_store *store);
int pgy_store_commit(struct pgy_store *store);
void pgy_store_rollback(struct pgy_store *store);

/* ---- profiles ---- */
struct pgy_stored_profile {
    const char *id;
    const char *file;  /* configuration file it came from */
    int64_t next_wake; /* UTC seconds of its next pass; INT64_MAX: none */
};
/* Makes or replaces it. _wake moves next_wake alone: PGY_ENOTFOUND when there is no such profile.
 * The list is in order of id, in the arena. */
int pgy_store_profile_put(struct pgy_store *store, const struct pgy_stored_profile *profile);
int pgy_store_profile_wake(struct pgy_store *store, const char *profile, int64_t next_wake);
int pgy_store_profiles(struct pgy_store *store, struct pgy_arena *arena,
                       struct pgy_stored_profile **list, size_t *n);
/* Removes everything of a profile. */
int pgy_store_profile_remove(struct pgy_store *store, const char *profile);
/* Ids whose next_wake is at or before now, soonest first, at most max. */
int pgy_store_profiles_due(struct pgy_store *store, int64_t now, size_t max,
                           struct pgy_arena *arena, const char ***ids, size_t *n);
/* The earliest next_wake, INT64_MAX when there is none. */
int pgy_store_next_wake(struct pgy_store *store, int64_t *utc);

/* ---- accepted configurations (architecture 5) ---- */
/* key: profile id, or "" for the daemon's own sections. */
int pgy_store_accepted_put(struct pgy_store *store, const char *key, const char *file,
                           const char *text, size_t len, int64_t now);
/* PGY_ENOTFOUND. */
int pgy_store_accepted_get(struct pgy_store *store, const char *key, struct pgy_arena *arena,
                           const char **file, const char **text, size_t *len, int64_t *when);

/* ---- journal ---- */
/* Appends; *number receives the profile's next number. A reversing entry (reverses > 0) marks the
 * other reversed; PGY_ENOTFOUND when there is none, PGY_EEXISTS when it was reversed before,
 * PGY_EREFUSED when it is an undo itself. */
int pgy_store_journal_add(struct pgy_store *store, const char *profile,
                          const struct pgy_happening *what, int64_t *number);
/* All entries of a profile, sorted as struct pgy_journal says, into journal->arena. */
int pgy_store_journal(struct pgy_store *store, const char *profile, struct pgy_journal *journal);
/* `journal move OLD NEW`: subjects equal to old, or "old@n" for item ids, become new. *moved
 * counts. */
int pgy_store_journal_move(struct pgy_store *store, const char *profile, const char *old,
                           const char *new_subject, int64_t *moved);

/* ---- plans ---- */
/* The last good batch of a plugin, as frames of pgy_item_put; inputs: a hash of configuration,
 * journal and data it was made from. */
int pgy_store_batch_put(struct pgy_store *store, const char *profile, const char *plugin,
                        const char *version, uint64_t inputs, const void *frames, size_t len,
                        int64_t now);
/* PGY_ENOTFOUND. */
int pgy_store_batch_get(struct pgy_store *store, const char *profile, const char *plugin,
                        struct pgy_arena *arena, const char **version, uint64_t *inputs,
                        const void **frames, size_t *len, int64_t *when);

/* All of a profile, sorted, into revisions->arena; and those that moved, put beside the rest. */
int pgy_store_revisions(struct pgy_store *store, const char *profile,
                        struct pgy_revisions *revisions);
int pgy_store_revisions_put(struct pgy_store *store, const char *profile,
                            const struct pgy_revisions *changed);
/* Which items were one of a week's useful things, and since when. The first day stays. */
int pgy_store_shown(struct pgy_store *store, const char *profile, struct pgy_arena *arena,
                    struct pgy_shown_list *shown);
int pgy_store_show(struct pgy_store *store, const char *profile, const char *item, pgy_day day);
/* Renamed items: revisions, firings and journal subjects of "plugin/from[@n]" follow. */
int pgy_store_rename(struct pgy_store *store, const char *profile, const char *from_id,
                     const char *to_id);

/* ---- due reminders and firings (architecture 8) ---- */
/* Replaces the stored due list of a profile (instants of steps not yet fired). A step of an item
 * that lies before `now` and was not on it is left out: nobody planned it when it should have
 * rung. */
int pgy_store_due_replace(struct pgy_store *store, const char *profile, const struct pgy_due *list,
                          size_t n, int64_t now);
/* Due at or before now over all profiles, earliest first, after the first `skip` of them at most
 * max; profile of each in *profiles. */
int pgy_store_due(struct pgy_store *store, int64_t now, size_t skip, size_t max,
                  struct pgy_arena *arena, struct pgy_due **list, const char ***profiles,
                  size_t *n);
/* Whether a later step of the same item and target is due by now, too. 1, 0, or negative. */
int pgy_store_due_later(struct pgy_store *store, const char *profile, const struct pgy_due *due,
                        int64_t now);
/* The earliest instant after `after` (INT64_MIN: of all), INT64_MAX when there is none. */
int pgy_store_next_due(struct pgy_store *store, int64_t after, int64_t *utc);
/* Writes the firing's key (profile, item, target, step) and takes it off the due list: PGY_EEXISTS
 * when it fired before (nothing written). */
int pgy_store_fire(struct pgy_store *store, const char *profile, const struct pgy_due *due,
                   int64_t now);
/* Whether the key exists. 1, 0, or negative. */
int pgy_store_fired(struct pgy_store *store, const char *profile, const char *item,
                    const char *target, const char *step);

/* When an item was first seen with this target: `now`, written down, when it is new (pgy_seen_fn of
 * remind.h). */
int pgy_store_seen(struct pgy_store *store, const char *profile, const char *item,
                   const char *target, int64_t now, int64_t *first);

/* ---- gathered.c: reminders that fired, and wait to leave for a place ---- */
/* Belongs into the transaction that writes the firing's key. Replaces the same step's for the same
 * place. */
int pgy_store_gather(struct pgy_store *store, const char *profile, const struct pgy_gathered *row);
/* All of a profile, by when they were due. */
int pgy_store_gathered(struct pgy_store *store, const char *profile, struct pgy_arena *arena,
                       struct pgy_gathered **list, size_t *n);
/* Those of an item and target are taken out: done, moved, or a later step says it all. */
int pgy_store_gathered_drop(struct pgy_store *store, const char *profile, const char *item,
                            const char *target);
/* Takes out all that left by now; belongs into the transaction that writes their outbox rows. */
int pgy_store_gathered_said(struct pgy_store *store, const char *profile, int64_t now);
/* One row leaves at another time; row NULL: all of the profile. */
int pgy_store_gathered_move(struct pgy_store *store, const char *profile,
                            const struct pgy_gathered *row, int64_t leaves);
/* Profiles with something that leaves at or before now, after the first `skip` of them at most
 * max. */
int pgy_store_gathered_ready(struct pgy_store *store, int64_t now, size_t skip, size_t max,
                             struct pgy_arena *arena, const char ***profiles, size_t *n);
/* The earliest `leaves` after `after`, INT64_MAX when there is none. */
int pgy_store_next_digest(struct pgy_store *store, int64_t after, int64_t *utc);

/* Ids of queued digests of a profile … */
int pgy_store_outbox_digests(struct pgy_store *store, const char *profile, struct pgy_arena *arena,
                             int64_t **ids, size_t *n);
/* … one of which is as if it had never been written: what it told of is gathered anew. In one
 * transaction with that. */
int pgy_store_outbox_unsay(struct pgy_store *store, int64_t id);

/* ---- outbox ---- */
struct pgy_outbox_row {
    int64_t id; /* rises over time */
    const char *profile;
    const char *endpoint; /* id of the [notify:id] section */
    const char *message;  /* idempotency key: UUID, the same on every attempt (webhook-id) */
    const char *item, *target, *step; /* the firing; item "" for tests and digests */
    const char *type;                 /* "reminder.due", "digest", "config.rejected", "test", … */
    /* JSON of everything a message can show; the courier picks by detail level */
    const char *payload;
    uint16_t severity, stakes;            /* of the gravest it tells of; stakes 0: of no item */
    int64_t created, not_before, expires; /* UTC seconds */
    int64_t next_try;                     /* UTC seconds */
    uint32_t attempts;                    /* begun */
    /* of these, those that do not count (throttled): retries go by attempts - spared */
    uint32_t spared;
    enum pgy_outbox_state state;
    int64_t last_attempt, finished; /* 0: never */
    int32_t last_code;              /* HTTP status, 0: none */
    const char *last_error;         /* NULL: none */
};
/* Adds a row (id, attempts, state are set by the store). PGY_EEXISTS: the message id is there
 * already. */
int pgy_store_outbox_add(struct pgy_store *store, const struct pgy_outbox_row *row, int64_t *id);
/* Claims up to max queued rows with next_try <= now, at most per_endpoint an endpoint (claimed ones
 * counted) and `ahead` more for one that took a message within the last seconds and has not failed
 * since, skipping endpoints that are paused: state claimed, attempts + 1, written before anything
 * is sent. Endpoints take turns from claim to claim, each giving its oldest; *rows is sorted oldest
 * first. */
int pgy_store_outbox_claim(struct pgy_store *store, int64_t now, size_t max, size_t per_endpoint,
                           size_t ahead, struct pgy_arena *arena, struct pgy_outbox_row **rows,
                           size_t *n);
/* The outcome of attempt `attempt` of a claimed row. PGY_EREFUSED (fenced): the row is not claimed
 * with that attempt any more. */
int pgy_store_outbox_done(struct pgy_store *store, int64_t id, uint32_t attempt,
                          enum pgy_outbox_state state, int64_t next_try, int32_t code,
                          const char *error, int64_t now);
/* The last attempt does not count (a verdict's attempt_counts false). */
int pgy_store_outbox_spare(struct pgy_store *store, int64_t id);
/* Claimed rows that the courier does not have any more (after a restart of it or of the core;
 * `sending`: ids it still has) go back to queued, next_try now, attempts kept. */
int pgy_store_outbox_release_except(struct pgy_store *store, const int64_t *sending, size_t n,
                                    int64_t now);
/* One row. PGY_ENOTFOUND. */
int pgy_store_outbox_get(struct pgy_store *store, int64_t id, struct pgy_arena *arena,
                         struct pgy_outbox_row *row);
/* Queued rows of an item whose target is not `target` (NULL: all of its rows) are cancelled.
 * Claimed rows finish what was begun, and become cancelled where they would be tried again. *n
 * counts the queued ones. */
int pgy_store_outbox_cancel(struct pgy_store *store, const char *profile, const char *item,
                            const char *target, int64_t now, int64_t *n);
/* The errors of a cancelled row that no return of its target brings back: its endpoint is no longer
 * configured. */
#define PGY_OUTBOX_GONE "its [notify] section is gone"
/* The item has this target again (a slip taken back, a date moved there and back): what was
 * cancelled, is worth sending still and was not followed by a later message to its endpoint is
 * queued again, for its firing's key is spent. *n counts. */
int pgy_store_outbox_revive(struct pgy_store *store, const char *profile, const char *item,
                            const char *target, int64_t now, int64_t *n);
/* Item and target of what pgy_store_outbox_revive could bring back, each pair once. */
int pgy_store_outbox_withdrawn(struct pgy_store *store, const char *profile, int64_t now,
                               struct pgy_arena *arena, const char ***items, const char ***targets,
                               size_t *n);
/* Item and target of queued and claimed rows that have an item, each pair once: what may have moved
 * since. */
int pgy_store_outbox_pending(struct pgy_store *store, const char *profile, struct pgy_arena *arena,
                             const char ***items, const char ***targets, size_t *n);
/* Queued rows whose expires is past, at most max … */
int pgy_store_outbox_expired(struct pgy_store *store, int64_t now, size_t max,
                             struct pgy_arena *arena, struct pgy_outbox_row **rows, size_t *n);
/* … each of which becomes missed. */
int pgy_store_outbox_miss(struct pgy_store *store, int64_t id, int64_t now);
/* The person asks for it: a queued, failed, cancelled or missed row is due now, its tries start
 * over, and it is worth sending for another day at least. PGY_ENOTFOUND; PGY_EREFUSED: sent or on
 * its way. */
int pgy_store_outbox_retry(struct pgy_store *store, int64_t id, int64_t now);
/* The earliest moment a queued row may go (its next_try, or the end of its endpoint's pause),
 * INT64_MAX: none. */
int pgy_store_outbox_next(struct pgy_store *store, int64_t *utc);
/* Newest first; failed: only failed and missed. profile NULL: all. */
int pgy_store_outbox_list(struct pgy_store *store, const char *profile, bool failed, size_t max,
                          struct pgy_arena *arena, struct pgy_outbox_row **rows, size_t *n);
/* Sent, cancelled, missed and failed rows finished before utc are dropped. */
int pgy_store_outbox_prune(struct pgy_store *store, int64_t utc);

/* ---- reach.c: whether what is told arrives at a person ---- */
/* The person was there: asked for today's lines, or anything else that no table keeps. To the
 * hour. */
int pgy_store_sign(struct pgy_store *store, const char *profile, int64_t when);
/* When the person last was there, by that, by what was written into the journal and by a fetched
 * feed; 0: never. */
int pgy_store_signed(struct pgy_store *store, const char *profile, int64_t *when);
/* At how many moments after `since` a step of an item and target fired. */
int pgy_store_fired_since(struct pgy_store *store, const char *profile, const char *item,
                          const char *target, int64_t since, int64_t *n);
/* Reminders, digests and briefs for a place made at or after `since`, but those of something
 * fatal. */
int pgy_store_outbox_count(struct pgy_store *store, const char *profile, const char *endpoint,
                           int64_t since, int64_t *n);

/* An endpoint's health. */
struct pgy_endpoint {
    const char *profile, *endpoint;
    uint32_t failures; /* in a row */
    /* UTC seconds; 0: not paused; INT64_MAX: until the person changes something (401, 403, 404,
     * 410) */
    int64_t paused_until;
    const char *reason;     /* NULL */
    int64_t last_delivered; /* 0: never */
};
/* An endpoint nothing is known of yet is a healthy one: 0, all zero. */
int pgy_store_endpoint_get(struct pgy_store *store, const char *profile, const char *endpoint,
                           struct pgy_arena *arena, struct pgy_endpoint *out);
/* Makes or replaces it. */
int pgy_store_endpoint_put(struct pgy_store *store, const struct pgy_endpoint *endpoint);

/* ---- subscriptions (feed links) ---- */
struct pgy_subscription {
    const char *profile, *name; /* "phone" */
    const char *feed, *style;   /* "all", "generic" */
    uint32_t generation;        /* raised by rotate */
    bool revoked;
    int64_t created, last_fetch; /* 0: never */
    const char *last_client;     /* User-Agent, cut; NULL */
};
/* Makes or replaces it. Lists are in the arena. _fetched keeps the later of the two instants (UTC
 * seconds); PGY_ENOTFOUND when there is no such link. */
int pgy_store_subscription_put(struct pgy_store *store,
                               const struct pgy_subscription *subscription);
int pgy_store_subscriptions(struct pgy_store *store, const char *profile /* NULL: all */,
                            struct pgy_arena *arena, struct pgy_subscription **list, size_t *n);
int pgy_store_subscription_fetched(struct pgy_store *store, const char *profile, const char *name,
                                   int64_t when, const char *client);

/* ---- backup ---- */
/* A consistent copy of the database at `path` (new file, mode 0600), fsynced. PGY_EEXISTS;
 * PGY_EBUSY inside a transaction. */
int pgy_store_backup(struct pgy_store *store, const char *path);

#endif
