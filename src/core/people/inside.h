/* SPDX-License-Identifier: BSD-2-Clause */
/* What the files of the people desk share. Private to src/core/people. */
#ifndef PGY_CORE_PEOPLE_INSIDE_H
#define PGY_CORE_PEOPLE_INSIDE_H

#include "core/people/people.h"

#include "calendar/feed.h"
#include "plan/batch.h"
#include "plan/describe.h"
#include "plan/pass.h"

enum {
    PEOPLE_RETRY_MS = 10 * 1000, /* what could not be written is tried again then: a full disk must
                                    not cost a pass a second */
    PEOPLE_SPREAD = 20 * 60,     /* seconds over which many people's midnights are spread */
    PEOPLE_KEEP_PROFILES = 64, /* with more, timelines and feed caches are made anew when needed */
    PEOPLE_QUARANTINE = 5,     /* failures in a row after which a plugin waits for a change */
};

/* How one plugin fares for one profile. */
struct core_plugin {
    char *name; /* malloc, as the next two */
    char *version;
    char *failure;     /* NULL: its last pass was good */
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

/* What is wrong in its file. */
struct core_notes {
    struct pgy_arena *arena;
    struct pgy_problem *list;
    size_t n;
};

/* Its on-call calendars, and a copy of what they said, which outlives a reading. */
struct core_calls {
    struct pgy_oncall *oncall;
    struct pgy_arena *arena;
    struct pgy_shift *shifts;
    size_t n;
};

/* What is to be done for it, and when. */
struct core_work {
    bool load;                  /* its file is to be read */
    bool queued;                /* it waits for its turn */
    bool let_go;                /* what a changed plugin forgot is not kept in its next plan */
    bool held;                  /* its last plan was put off because of the clock */
    bool renamed;               /* what is stored bears the ids of its plugins as read last */
    int64_t planned, next_pass; /* UTC seconds */
    /* monotonic: its plan or a feed could not be written; read, planned and written again then */
    int64_t retry_ms; /* 0: no */
};

struct core_profile {
    struct core_person person; /* first: what the roll shows of it */
    struct core_notes notes;
    struct core_calls calls;
    struct core_feed feeds[CORE_MAX_FEEDS];
    size_t nfeeds;
    struct core_plugin *plugins;
    size_t nplugins;
    uint64_t
        packs; /* core_changes_packs when its configuration came into force: no plan is older */
    struct core_work work;
};

/* The job under way: one profile is read and checked, its proposals judged, its plan made. */
enum core_stage { STAGE_CHECK, STAGE_JUDGE, STAGE_PLAN, STAGE_WRITE };
struct core_job {
    struct core_profile *profile;
    struct pgy_house *house; /* the one it began with: a reload in between must not pull it away */
    enum core_stage stage;
    bool over;   /* the pass at hand is */
    bool loaded; /* it began by reading the file */
    uint64_t serial;
    struct core_resting {
        const char **names;
        size_t n;
    } resting;                  /* plugins that are not asked this time */
    struct core_asked *judged;  /* what the pass is about; NULL: it was withdrawn meanwhile */
    struct pgy_config *loading; /* parsed, being checked */
    struct pgy_problems problems;
    struct pgy_arena *arena; /* the job's own: journal, problems */
    struct pgy_journal journal;
    struct pgy_pass *pass;
    struct core_watch watch;
    pgy_day today, started;
    bool first;
    struct pgy_timeline *timeline; /* made, not yet written */
};

/* The main file as far as it concerns the daemon. */
struct core_main_file {
    struct pgy_house *house;   /* as read last */
    struct pgy_config *daemon; /* in force for [daemon] and [serve] */
    struct pgy_house *read_with;
    bool accepted;
    struct pgy_arena *arena; /* owns the problems that follow, as it was read last */
    struct pgy_problems problems;
};

/* Plugins, data and zones as they were when last read, and when they are looked at again. */
struct core_changes {
    uint64_t fingerprint;
    uint64_t seen;            /* at the last look */
    int64_t looked;           /* UTC seconds */
    int64_t ask_wait, ask_at; /* seconds to wait, and when, before a plugin that could not describe
                                 itself is asked again; 0: there is none */
};

/* A proposal that waits for its profile's next job. */
struct core_asked {
    struct pgy_arena *arena; /* owns the texts */
    uint64_t client;
    const struct core_person *person;
    struct core_proposal proposal;
    struct core_asked *next;
};

/* What is left for other desks to do. */
struct core_left {
    struct core_answer {
        struct core_settled settled;
        char *why; /* malloc */
        struct core_answer *next;
    } * answers, *answered; /* the one given out last */
    struct core_news {
        struct pgy_arena *arena;
        struct core_notice notice;
        struct core_news *next;
    } * news, *told;
};

struct core_people {
    struct core_people_setup in;
    struct core_roll roll;
    uint64_t born;
    struct core_main_file main;
    struct core_changes changes;
    struct core_profile **queue; /* in order of request */
    size_t nqueue, cap_queue;
    struct core_job *job;
    struct core_asked *asked; /* oldest first */
    struct core_left left;
};

static inline struct core_profile *core_profile_of(const struct core_person *person)
{
    return (struct core_profile *)(uintptr_t)person; /* the people desk alone may write to them */
}

/* profile.c: one person's entry */
struct core_profile *core_profile_add(struct core_people *people, const char *file, bool in_folder);
/* Nobody may hold it any more: not the queue, not the job, no proposal. */
void core_profile_drop(struct core_people *people, struct core_profile *profile);
/* Puts a checked configuration in force. Takes it over; on failure it is freed and what was in
 * force stays. */
int core_profile_use(struct core_people *people, struct core_profile *profile,
                     struct pgy_house *house, struct pgy_config *config, bool accepted);
/* Nobody is configured under this id any more: no pass, no reminder. What is stored of it stays,
 * for `profile remove` or its return. */
int core_profile_let_go(struct core_people *people, const char *id);
void core_profile_note(struct core_profile *profile, const struct pgy_problems *problems);
/* The calls are read: what they hold is known. */
void core_profile_shifts(struct core_profile *profile);
struct core_plugin *core_profile_plugin(struct core_profile *profile, const char *name);
/* Whether it concerns [daemon] or [serve]: nobody's own. */
bool core_problem_of_daemon(const struct pgy_problem *problem);

/* left.c: what other desks have to do */
void core_left_settle(struct core_left *left, uint64_t client, int64_t number, const char *why);
/* The texts are copied. */
void core_left_notice(struct core_left *left, const struct core_notice *notice);
bool core_left_settled(struct core_left *left, struct core_settled *settled);
bool core_left_notices(struct core_left *left, struct core_notice *notice);
/* Nothing is told any more to somebody who is gone. */
void core_left_forget(struct core_left *left, const struct core_person *person);
void core_left_free(struct core_left *left);

/* queue.c: whose turn it is */
void core_queue_add(struct core_people *people, struct core_profile *profile, bool load);
struct core_profile *core_queue_take(struct core_people *people); /* NULL: empty */
void core_queue_remove(struct core_people *people, const struct core_profile *profile);

/* judge.c: proposals */
void core_judge_add(struct core_people *people, uint64_t client, const struct core_person *person,
                    const struct core_proposal *proposal);
void core_judge_withdraw(struct core_people *people, uint64_t client);
void core_judge_lose(struct core_people *people, const struct core_person *person);
/* The first that waits for this person; NULL: none. */
struct core_asked *core_judge_next(const struct core_people *people,
                                   const struct core_person *person);
/* Puts it among the entries as check is to see it: a new one before they are sorted, one to be
 * taken back after. */
void core_judge_show(struct pgy_journal *journal, const struct pgy_happening *what);
/* Nothing speaks against it: written down. why: refused with that sentence. Freed. */
void core_judge_settle(struct core_people *people, struct core_asked *asked, const char *why);
/* The plugin's word in a pass: why not, or NULL. A plugin that fails refuses nothing. */
const char *core_judge_refusal(const struct pgy_pass *pass);

/* accept.c: a file that was read and checked */
void core_accept(struct core_people *people, struct core_job *job);

/* job.c */
void core_job_step(struct core_people *people);
bool core_job_next(struct core_people *people);
void core_job_end(struct core_people *people);
void core_job_forget(struct core_people *people, const struct core_profile *profile);

/* publish.c: a plan that was made */
int core_publish_write(struct core_people *people, struct core_job *job, int64_t now);
void core_publish_written(struct core_people *people, struct core_job *job, int rc, int64_t now);

/* feeds.c */
void core_feeds_render(struct core_people *people, struct core_profile *profile,
                       const struct pgy_timeline *timeline);
void core_feeds_close(struct core_profile *profile);
/* The files of one who is not served any more. */
void core_feeds_remove(struct core_people *people, const char *id);

/* mainfile.c */
int core_main_file_open(struct core_people *people, const char **why);
void core_main_file_reload(struct core_people *people);
void core_main_file_close(struct core_people *people);

/* census.c: everybody the main file names is taken in, and nobody else */
void core_census_match(struct core_people *people);

/* changes.c */
/* Of what all people share. */
uint64_t core_changes_fingerprint(const struct core_people *people);
/* Of the packs that a configuration's [packs] path names; 0: none, or NULL. */
uint64_t core_changes_packs(const struct pgy_config *config);
/* Whether something changed; the caller then reads everything again. */
bool core_changes_look(struct core_people *people, int64_t now);

#endif
