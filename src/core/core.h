/* SPDX-License-Identifier: BSD-2-Clause */
/* The core's own structures: one loop, one store, profiles handled one at a time between loop
 * turns. Private to src/core. */
#ifndef PGY_CORE_CORE_H
#define PGY_CORE_CORE_H

#include "base/link.h"
#include "base/tz.h"
#include "calendar/feed.h"
#include "plan/batch.h"
#include "plan/describe.h"
#include "plan/load.h"
#include "plan/pass.h"
#include "plan/timeline.h"
#include "remind/remind.h"
#include "store/store.h"

#include <jansson.h>
#include <stdbool.h>
#include <stdint.h>
#include <uv.h>

enum {
    /* what could not be written is tried again then: a full disk must not cost a pass a second */
    CORE_RETRY_MS = 10 * 1000,
    CORE_KEEP_PROFILES = 64, /* with more, timelines and feed caches are made anew when needed */
    CORE_MINUTE = 60,        /* the wall clock is looked at least this often (DESIGN.md 6) */
    CORE_SPREAD = 20 * 60,   /* seconds over which many profiles' midnights are spread */
    CORE_QUARANTINE = 5,     /* failures in a row after which a plugin waits for a change */
    CORE_MAX_FEEDS = 160,
    CORE_CLIENTS = 64,
};

struct pgy_core;

/* A descriptor in the loop. */
struct core_watch {
    uv_poll_t *poll; /* its own memory: libuv frees a closed handle a turn later */
    struct pgy_core *core;
    void (*fn)(struct pgy_core *core, void *arg, int events);
    void *arg;
};
/* Watches fd; events of UV_READABLE, UV_WRITABLE. Again with other events changes them. */
int core_watch_start(struct pgy_core *core, struct core_watch *watch, int fd, int events,
                     void (*fn)(struct pgy_core *core, void *arg, int events), void *arg);
void core_watch_stop(struct core_watch *watch);

/* Places, plugins and data as of one reading of the main file; freed when no profile uses it. */
struct core_house {
    struct pgy_house *house;
    unsigned refs;
};
struct core_house *core_house_ref(struct core_house *house);
void core_house_unref(struct core_house **house);

/* How one plugin fares for one profile. */
struct core_plugin {
    const char *name;  /* core's arena */
    char *version;     /* malloc */
    char *failure;     /* malloc; NULL: its last pass was good */
    uint32_t failures; /* in a row */
    int64_t next_try;  /* UTC seconds of the retry; 0: none */
    size_t items;
    bool stale;
};

struct core_feed {
    struct pgy_feed *feed;
    const char *name; /* static, or the schema's */
    enum pgy_style style;
};

struct core_profile {
    char *id;   /* malloc; NULL until a configuration of it was in force once */
    char *file; /* malloc */
    bool in_folder;
    struct core_house *house;
    struct pgy_config *config; /* in force; NULL: stays out */
    bool accepted;             /* runs from the accepted text, not from the file */
    struct pgy_arena *notes;   /* owns problems */
    struct pgy_problem *problems;
    size_t nproblems, nerrors;
    struct pgy_tz *tz;
    struct pgy_quiet quiet;
    struct pgy_oncall *oncall;      /* what its on-call calendars said last */
    struct pgy_arena *shifts_arena; /* of a copy for `quiet`, which outlives a reading */
    struct pgy_shift *shifts;
    size_t nshifts;
    /* a plan was made since the start: nothing leaves in a call that was not read yet */
    bool shifts_known;
    struct pgy_timeline *timeline; /* NULL: not kept, or not planned yet */
    struct core_feed feeds[CORE_MAX_FEEDS];
    size_t nfeeds;
    struct core_plugin *plugins;
    size_t nplugins;
    int64_t planned, next_pass; /* UTC seconds */
    /* Work to do: coalesced. `wanted` counts requests, `done` is the count at the start of the last
     * finished job. */
    bool want_load, want_plan, queued, force_inputs;
    uint64_t wanted, done;
    bool held; /* its last plan was put off because of the clock */
    /* monotonic: its plan or a feed could not be written; read, planned and written again then; 0:
     * no */
    int64_t retry_ms;
    struct core_profile *next;
};

/* The job under way: load (read, parse, check) and plan of one profile. */
struct core_job {
    struct core_profile *profile;
    /* the house it began with: a reload in between must not pull it away */
    struct core_house *house;
    bool planning, loaded, judging;
    struct core_client *judged; /* whose proposal the pass is about; NULL: it left meanwhile */
    const char **resting;       /* plugins that are not asked this time */
    size_t nresting;
    uint64_t serial;
    struct pgy_config *loading; /* parsed, being checked */
    struct pgy_problems problems;
    struct pgy_arena *arena; /* the job's own: journal, problems */
    struct pgy_journal journal;
    struct pgy_pass *pass;
    struct core_watch watch;
    pgy_day today, started;
    bool first;
};

/* What `log`, `done` or `undo` wants to write down. The plugin that keeps its kind may refuse it
 * (PGYD_PROPOSED, PGYD_WITHDRAWN): asked at the start of the job that plans after it. */
struct core_proposal {
    struct pgy_arena *arena; /* owns the texts */
    struct pgy_happening what;
    const char *plugin;
};

struct core_client {
    struct pgy_core *core;
    struct pgy_link link;
    struct core_watch watch;
    bool greeted;
    bool answered;
    struct core_profile *waiting; /* answer when this profile's `done` reaches serial */
    uint64_t serial;
    bool waiting_all;    /* answer when no job is left (reload) */
    int64_t waiting_row; /* answer when this outbox row was attempted (notify test) */
    int64_t give_up;     /* monotonic ms */
    json_t *pending;     /* the answer to complete */
    const char *command;
    char *note;                     /* command's own: item id, … */
    struct core_proposal *proposal; /* not written down yet; NULL: none */
    struct core_client *next;
};

/* Another process as the parent reports it. */
struct core_child {
    char name[16];
    int64_t pid;
    uint32_t restarts;
    char last_end[64];
};

/* A result of the courier, not yet on the disk. */
struct core_outcome {
    int64_t row;
    uint32_t attempt;
    uint8_t outcome; /* enum pgy_outcome */
    int64_t code, retry_after;
    const char *error, *log; /* outcomes_arena; log: what is said once it is written, or NULL */
};

struct pgy_core {
    uv_loop_t loop;
    struct pgy_arena *arena; /* for the life of the process: names */
    const char *config_file;
    int64_t since;

    struct pgy_link parent, web, courier;
    struct core_watch parent_watch, web_watch, courier_watch, timer_watch, control_watch;
    bool has_parent, web_up, courier_up, courier_ready, stopping, reloading, ready, failed;

    struct pgy_described *described; /* a reload runs no worker for plugins that stayed the same */
    struct core_house *house;
    struct pgy_config *daemon;       /* in force for [daemon] and [serve] */
    struct core_house *daemon_house; /* the one it was read with */
    bool daemon_accepted;
    /* owns the problems of the main file that follow, as it was read last */
    struct pgy_arena *daemon_notes;
    struct pgy_problems daemon_problems;
    struct pgy_store *store;
    int state_fd, feeds_fd, control_fd, timer_fd;
    int ready_fd; /* always readable: what is over before it could be watched is heard of by it */
    /* given up for a moment to turn clients away when there are no descriptors left */
    int spare_fd;
    unsigned char key[32];
    char *listen; /* as bound, with the real port; NULL before */
    char *listen_error;

    struct core_profile *profiles;
    size_t nprofiles;
    struct core_profile **order; /* queue of profiles, in order of request */
    size_t norder, cap_order;
    struct core_job *job;

    struct pgy_arena *outcomes_arena; /* owns outcomes; NULL: there are none */
    struct core_outcome *outcomes;
    size_t noutcomes, cap_outcomes;
    /* malloc; rows the new courier still sends: all others that are claimed are queued again … */
    int64_t *sending;
    size_t nsending;
    bool taking_back; /* … which is not done yet */
    /* results that came over the courier's link, and how many of them it knows to be written */
    uint32_t heard, seen;

    struct core_client *clients;
    size_t nclients;
    struct core_child children[8];
    size_t nchildren;
    /* feeds/tokens lacks a link: written at the end of a job, with many new people once a second
     * for all of them */
    bool tokens_old;
    int64_t tokens_at; /* monotonic ms it was written last */
    /* something is due of a profile that is not in service yet: looked at again when a job ends */
    bool due_waits;
    char *degraded; /* sentence of the last store failure; NULL: none */

    int64_t upkept, pruned; /* UTC seconds of the last minute's upkeep and the last day's */
    uint64_t fingerprint;   /* of plugins, data and zones as they were when last read */
    /* seconds to wait, and when, before a plugin that could not describe itself is asked again; 0:
     * there is none */
    int64_t ask_wait, ask_at;

    /* Clock guard (reference/reliability.md 2, point 6). */
    int64_t last_wall, last_mono_ms, hold_until_mono;
    const char *held; /* why notifications are held; NULL: they are not */
    /* the clock was set back: passes may be planned for days that are far again */
    bool went_back;
};

/* loop.c */
/* sets the timer for the next due instant, wake or try */
void core_arm(struct pgy_core *core);
void core_flush(struct pgy_core *core, struct pgy_link *link, struct core_watch *watch);
void core_stop(struct pgy_core *core);
void core_tick(struct pgy_core *core); /* everything that time brings */
/* logs, shows in status */
void core_store_failed(struct pgy_core *core, const char *doing, int rc);
void core_store_fine(struct pgy_core *core);

/* upkeep.c: what the minute check does besides time */
void core_upkeep(struct pgy_core *core, int64_t now);
uint64_t core_fingerprint(const struct pgy_core *core);

/* guard.c */
/* true: notifications may leave */
bool core_guard(struct pgy_core *core, int64_t now, int64_t mono_ms);

/* profile.c */
struct core_profile *core_profile_find(struct pgy_core *core, const char *id);
struct core_profile *core_profile_add(struct pgy_core *core, const char *file, bool in_folder);
void core_profile_drop(struct pgy_core *core, struct core_profile *profile);
void core_profile_free(struct core_profile *profile);
/* Nobody is configured under this id any more: no pass, no reminder. What is stored of it stays,
 * for `profile remove` or its return. */
int core_profile_let_go(struct pgy_core *core, const char *id);
int core_profile_use(struct pgy_core *core, struct core_profile *profile, struct core_house *house,
                     struct pgy_config *config, bool accepted);
void core_profile_notes(struct core_profile *profile, const struct pgy_problems *problems);
/* The calls are read: what they hold is known. */
void core_profile_shifts(struct core_profile *profile);
pgy_day core_today(const struct core_profile *profile, int64_t now);
/* The profile's timeline now: kept, or made from what is stored (no worker runs). NULL when it was
 * never planned. */
struct pgy_timeline *core_timeline(struct pgy_core *core, struct core_profile *profile,
                                   bool *owned);
struct core_plugin *core_plugin_of(struct pgy_core *core, struct core_profile *profile,
                                   const char *name);

/* daemon.c: the main file */
int core_daemon_open(struct pgy_core *core, const char **why); /* at start */
void core_reload(struct pgy_core *core);
bool core_daemon_problem(const struct pgy_problem *problem); /* concerns [daemon] or [serve] */
void core_bind(struct pgy_core *core);

/* job.c */
void core_want(struct pgy_core *core, struct core_profile *profile, bool load);
void core_job_next(struct pgy_core *core);
bool core_busy(const struct pgy_core *core);
void core_job_client_left(struct pgy_core *core, const struct core_client *client);
void core_job_forget(struct pgy_core *core, struct core_profile *profile);

/* publish.c */
int core_publish(struct pgy_core *core, struct core_job *job);
/* The target of an item that still wants to be reminded of; NULL: done, cancelled, snoozed or
 * gone. */
const char *core_live_target(const struct core_profile *profile,
                             const struct pgy_timeline *timeline, const char *id,
                             struct pgy_arena *arena);

/* feeds.c */
void core_feeds(struct pgy_core *core, struct core_profile *profile,
                const struct pgy_timeline *timeline);
/* Whether there is such a feed: "all", or a listed plugin's name. */
bool core_feed_known(const struct core_profile *profile, const char *feed);

/* due.c */
void core_fire(struct pgy_core *core, int64_t now);
/* Queues a message about the daemon itself to the profile's endpoints, once per key. */
void core_notice(struct pgy_core *core, struct core_profile *profile, const char *key,
                 const char *type, uint16_t severity, const char *title, const char *detail);
int core_enqueue(struct pgy_core *core, const struct core_profile *profile, const char *endpoint,
                 const struct pgy_due *due, const char *type, const char *seed, int64_t now,
                 int64_t *row);

/* A reminder whose endpoint is gone from the configuration (its section was renamed) goes to those
 * that want it and have not had it. */
int core_reroute(struct pgy_core *core, const struct core_profile *profile,
                 const struct pgy_outbox_row *row, struct pgy_arena *arena, int64_t now);
/* A deadline or window whose reminder came too late (where: over which place, or "") is told of in
 * the next digest, which leaves at once: never nothing (reference/delivery.md 6, 14). In the
 * transaction that gives the reminder up. */
int core_gather_missed(struct pgy_core *core, const char *profile, const struct pgy_due *due,
                       const char *where, int64_t now);
/* Queued messages that are worthless by now are given up. */
void core_expire(struct pgy_core *core, int64_t now);
/* The same for one that was given up at its attempt. */
int core_row_missed(struct pgy_core *core, const struct pgy_outbox_row *row, int64_t now);

/* Whether an endpoint is told of it, by its min_severity and plugins. */
bool core_endpoint_wants(const struct pgy_config *config, const char *endpoint,
                         const struct pgy_due *due);

/* digest.c: [quiet] digest_at */
void core_digest(struct pgy_core *core, int64_t now);
/* After a pass, in its transaction: what is done, moved or snoozed leaves the digest, the rest
 * follows a changed digest_at or zone. */
int core_digest_follow(struct pgy_core *core, const struct core_profile *profile,
                       const struct pgy_timeline *timeline, struct pgy_arena *arena);

/* deliver.c */
void core_deliver(struct pgy_core *core, int64_t now);
void core_courier_link(struct pgy_core *core, int fd);
void core_courier_read(struct pgy_core *core, void *arg, int events);

/* outcome.c */
void core_outcome_read(struct pgy_core *core, struct pgy_frame *frame); /* keeps a result */
/* inside a transaction; kept until … */
int core_outcomes_write(struct pgy_core *core, int64_t now);
void core_outcomes_written(struct pgy_core *core); /* … it is committed */
/* Endpoints whose sections say something else now are no longer paused: the person mended them.
 * before NULL: nothing was in force. */
int core_endpoints_mended(struct pgy_core *core, const char *profile,
                          const struct pgy_config *before, const struct pgy_config *now);

/* links.c */
int core_key_open(struct pgy_core *core, const char **why);
/* Makes the link that everybody begins with, inside the plan's transaction; *made: it is new, and
 * web has to hear of it once its feed is there. */
int core_subscribe_first(struct pgy_core *core, const struct core_profile *profile, bool *made);
int core_tokens_write(struct pgy_core *core);
void core_tokens_follow(struct pgy_core *core); /* when they are old, and it is time */
void core_fetched(struct pgy_core *core, const unsigned char hash[32], int64_t when,
                  const char *client);
json_t *core_url_json(struct pgy_core *core, const struct pgy_subscription *subscription);

/* control.c */
int core_control_open(struct pgy_core *core, const char **why);
void core_control_close(struct pgy_core *core);
/* answers whoever waited for what has happened */
void core_clients_wake(struct pgy_core *core);
/* refuses whoever waits for one that goes */
void core_clients_lose(struct pgy_core *core, const struct core_profile *profile);
/* takes the reference */
void core_client_answer(struct core_client *client, int status, json_t *answer);
void core_client_refuse(struct core_client *client, int status, const char *nearest,
                        const char *format, ...) __attribute__((format(printf, 4, 5)));

/* commands*.c */
void core_command(struct core_client *client, const char *const *args, size_t n);
/* The plugin has nothing against a proposal: writes it down. why: refuses it with that sentence. */
void core_proposal_settle(struct core_client *client, const char *why);
void core_proposal_free(struct core_client *client);
/* Puts it among the entries as check is to see it: a new one before they are sorted, one to be
 * taken back after. */
void core_proposal_show(struct pgy_journal *journal, const struct pgy_happening *what);
bool core_command_finish(struct core_client *client); /* the wait is over: completes and answers */
json_t *core_status(struct pgy_core *core);
json_t *core_item_json(struct pgy_core *core, const struct core_profile *profile,
                       const struct pgy_item *item);
/* "2026-11-22T09:00:00Z", "" for 0 and INT64_MAX. */
json_t *core_instant(int64_t utc);

/* web.c */
void core_web_link(struct pgy_core *core, int fd);

#endif
