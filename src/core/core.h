/* SPDX-License-Identifier: BSD-2-Clause */
/* What main's own files share: the desks, and what stands around them. Private to the files
 * directly in src/core; a desk never includes it. */
#ifndef PGY_CORE_CORE_H
#define PGY_CORE_CORE_H

#include "core/desk/desk.h"
#include "core/links/links.h"
#include "core/people/people.h"
#include "core/post/post.h"

enum { CORE_MINUTE = 60 /* the wall clock is looked at least this often (architecture 8) */ };

/* Another process as the parent reports it. */
struct core_child {
    char name[16];
    int64_t pid;
    uint32_t restarts;
    char last_end[64];
};

/* The line to the parent, and what was heard and said over it. */
struct core_parent {
    struct pgy_link link;
    struct core_watch watch;
    struct core_child children[8];
    size_t nchildren;
    char *listen;       /* malloc; as bound, with the real port; NULL before */
    char *listen_error; /* malloc; NULL: none */
    bool ready;         /* it was told so */
    bool reload_asked;  /* by it: the next tick does it */
    bool reloading;     /* it waits to hear that a reload is over */
};

/* What is on the disk. */
struct core_state {
    int dir, feeds; /* descriptors */
    struct pgy_store *store;
    unsigned char key[32];
};

struct pgy_core {
    struct pgy_arena *arena; /* for the life of the process */
    const char *config_file;
    int64_t since;
    struct core_parent parent;
    struct core_state state;
    struct core_health health;
    struct core_guard guard;
    struct core_loop *loop;
    struct pgy_described *described;
    struct pgy_house *house; /* until the people desk takes it */
    struct core_people *people;
    struct core_links *links;
    struct core_post *post;
    struct core_desk *desk;
    int timer_fd;
    struct core_watch timer;
    bool time_came; /* the tick has to look at what time brings */
    bool stopping;
    size_t begun;   /* steps of start.c */
    int64_t upkept; /* UTC seconds of the last minute's upkeep */
};

/* start.c: everything is begun, step by step; *why says what did not work, "": the error's own
 * words. What was begun is ended by core_end, after a failure too. */
int core_begin(struct pgy_core *core, const char **why);
void core_end(struct pgy_core *core);

/* main.c */
void core_stop(struct pgy_core *core);

/* tick.c: what is called after every callback of the loop */
void core_tick(struct pgy_core *core);

/* errands.c: what the desk of commands asked of the others; how many there were */
size_t core_errands(struct pgy_core *core);
/* Everything is read again, and the parent binds what is configured now. */
void core_reload(struct pgy_core *core);

/* status.c; new references */
json_t *core_status(const struct pgy_core *core);
json_t *core_profile_list(const struct pgy_core *core);
json_t *core_reload_answer(const struct pgy_core *core);
/* Tells web the core's counters. */
void core_metrics(struct pgy_core *core);

/* state.c: a negative error, with *why (arena) */
int core_state_open(struct pgy_core *core, const char **why);
void core_state_close(struct pgy_core *core);

/* parent.c */
/* Takes the line to the parent, which left it open. A negative errno when there is none. */
int core_parent_open(struct pgy_core *core);
/* No use in a restart: the parent prints the sentence and ends everything. */
void core_parent_fatal(struct pgy_core *core, const char *why);
/* Hands it the feeds' directory, and begins to listen. PGY_EINVAL when the line cannot be watched.
 */
int core_parent_serve(struct pgy_core *core);
/* What is to be bound, by the configuration in force. */
void core_parent_bind(struct pgy_core *core);
/* Says that everybody is served, and that a reload is over, once that is so. */
void core_parent_ready(struct pgy_core *core);
void core_parent_close(struct pgy_core *core);

#endif
