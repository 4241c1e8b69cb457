/* SPDX-License-Identifier: BSD-2-Clause */
/* What the desk of commands asks of the others, and what it hears back: values only. main hands
 * them from desk to desk. Leaf. */
#ifndef PGY_CORE_ERRAND_H
#define PGY_CORE_ERRAND_H

#include "core/roll.h"

enum core_errand_kind {
    CORE_PLAN,        /* plan the person again; a proposal, when there is one, is judged first */
    CORE_LET_GO,      /* the next plan lets go of what a plugin no longer plans */
    CORE_WITHDRAW,    /* the client left or gave up: its proposal must not be written any more */
    CORE_RELOAD,      /* read everything again */
    CORE_VERDICTS,    /* answer with what the reload found */
    CORE_STATUS,      /* answer with status */
    CORE_PEOPLE,      /* answer with the list of profiles */
    CORE_FORGET,      /* remove what is stored of profile `name` */
    CORE_LINK_LIST,   /* answer with the links of `name`; NULL: everybody's */
    CORE_LINK_PUT,    /* store `link`, render the person's feeds, write the list of links */
    CORE_DELIVER,     /* the outbox was changed by hand: deliver at once */
    CORE_NOTIFY_TEST, /* queue a test to endpoint `name` and deliver at once */
    CORE_BACKUP,      /* write a backup to path `name` */
};

/* What `log`, `done` or `undo` wants to write down; the plugin that keeps its kind may refuse it
 * (PGYD_PROPOSED, PGYD_WITHDRAWN). */
struct core_proposal {
    struct pgy_happening what;
    const char *plugin;
};

struct core_errand {
    enum core_errand_kind kind;
    uint64_t client;                      /* whose */
    const struct core_person *person;     /* NULL: none in particular */
    const struct core_proposal *proposal; /* CORE_PLAN; NULL: none. Borrowed while it is handled */
    const char *name;                     /* as above; borrowed */
    const struct pgy_subscription *link;
};

/* What became of a proposal. */
struct core_settled {
    uint64_t client;
    int64_t number;  /* its journal entry; 0: it was not written down */
    const char *why; /* then: why not; borrowed until the next one is asked for */
};

/* What pgyd has to tell a person about itself, once per key. */
struct core_notice {
    const struct core_person *person;
    const char *key, *type; /* "config.rejected", … */
    uint16_t severity;
    const char *title, *detail;
};

#endif
