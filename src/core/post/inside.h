/* SPDX-License-Identifier: BSD-2-Clause */
/* What the files of the post desk share. Private to src/core/post. */
#ifndef PGY_CORE_POST_INSIDE_H
#define PGY_CORE_POST_INSIDE_H

#include "core/post/post.h"

/* The line to the courier. */
struct core_courier {
    struct pgy_link link;
    struct core_watch watch;
    bool up;    /* it said hello */
    bool ready; /* and what it still sends is known: it may be given more */
    /* malloc; rows a new courier still sends: all others that are claimed are queued again … */
    int64_t *sending;
    size_t nsending;
    bool taking_back; /* … which is not done yet */
    /* results that came over this link, and how many of them it knows to be written */
    uint32_t heard, seen;
};

/* A result of the courier, not yet on the disk. */
struct core_outcome {
    int64_t row;
    uint32_t attempt;
    uint8_t outcome; /* enum pgy_outcome */
    int64_t code, retry_after;
    const char *error, *log; /* log: what is said once it is written, or NULL */
};
struct core_outcomes {
    struct pgy_arena *arena; /* owns list and texts; NULL: there are none */
    struct core_outcome *list;
    size_t n, cap;
};

struct core_post {
    struct core_loop *loop;
    struct core_guard *guard;
    struct core_health *health;
    struct pgy_store *store;
    const struct core_roll *roll;
    struct core_courier courier;
    struct core_outcomes outcomes;
    bool due_waits; /* something is due of a person who is not served yet */
    int64_t pruned; /* UTC seconds; 0: not since the start */
};

/* ---- queue.c ---- */
/* Whether an endpoint is told of it, by its min_severity and plugins. */
bool core_post_wants(const struct pgy_config *config, const char *endpoint,
                     const struct pgy_due *due);
/* Whether [quiet] holds for an endpoint. */
bool core_post_waits(const struct pgy_config *config, const char *endpoint);
/* A message to one endpoint; NULL: to all that want it. seed names it beside item and target; NULL:
 * the step does. What is there already is written once. *row: the last one that was written. */
int core_post_enqueue(struct core_post *post, const struct core_person *person,
                      const char *endpoint, const struct pgy_due *due, const char *type,
                      const char *seed, int64_t now, int64_t *row);
/* A message about items whose endpoint is gone from the configuration (its section was renamed)
 * goes to those that want any of it and have not had it. */
int core_post_reroute(struct core_post *post, const struct core_person *person,
                      const struct pgy_outbox_row *row, struct pgy_arena *arena, int64_t now);

/* ---- told.c ---- */
/* The reminders that a message tells of: its item's, or those of a digest. */
struct core_told {
    struct pgy_due *list;
    size_t n;
    bool whole; /* all of them */
};
void core_post_told(const struct pgy_outbox_row *row, struct pgy_arena *arena,
                    struct core_told *told);

/* ---- reach.c ---- */
/* What is known of whether a person hears us. */
struct core_reach {
    bool silent; /* no sign for 28 days */
    int64_t signed_at;
    int64_t unanswered; /* steps of something fatal that no sign came after */
};
int core_post_reach(struct core_post *post, const struct core_person *person,
                    const struct pgy_due *due, int64_t now, struct core_reach *reach);
/* Whether an endpoint is told of it: it wants it, or what cannot be repaired brought no sign. */
bool core_post_reaches(const struct pgy_config *config, const char *endpoint,
                       const struct pgy_due *due, const struct core_reach *reach);
/* [notify:id] after; 0: not set. */
int64_t core_post_after(const struct pgy_config *config, const char *endpoint);
/* Once a silence. */
int core_post_ask_reach(struct core_post *post, const struct core_person *person,
                        const struct core_reach *reach, int64_t now);

/* ---- missed.c ---- */
/* The step of gathered rows that tell of what was missed. */
#define CORE_POST_MISSED "missed"
/* A deadline or window whose reminder came too late (where: over which place, or "") is told of in
 * the next digest, which leaves at once: never nothing. In the transaction that gives it up. */
int core_post_gather_missed(struct core_post *post, const char *profile, const struct pgy_due *due,
                            const char *where, int64_t now);
/* The same for a message that was given up at its attempt. */
int core_post_row_missed(struct core_post *post, const struct pgy_outbox_row *row, int64_t now);
/* Queued messages that are worthless by now are given up. */
void core_post_expire(struct core_post *post, int64_t now);

/* ---- digest.c ---- */
/* A reminder that fired waits for what leaves with it for an endpoint. Belongs into the transaction
 * that writes its key. */
int core_post_gather(struct core_post *post, const struct core_person *person, const char *endpoint,
                     const struct pgy_due *due, int64_t since);
/* Names the firings that a message tells of, in its order: whatever becomes of the settings, other
 * firings are another message, and the same ones are the same. */
const char *core_post_seed(const struct pgy_due *const *list, size_t n, struct pgy_arena *arena);
/* What leaves by now does. */
void core_post_digest(struct core_post *post, int64_t now);

/* ---- outcome.c ---- */
/* Keeps a result … */
void core_post_outcome_read(struct core_post *post, struct pgy_frame *frame);
/* … writes all of them inside a transaction … */
int core_post_outcomes_write(struct core_post *post, int64_t now);
/* … and lets go of them once it is committed. */
void core_post_outcomes_written(struct core_post *post);

/* ---- deliver.c ---- */
/* The courier is gone. */
void core_post_hang_up(struct core_post *post);

#endif
