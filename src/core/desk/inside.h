/* SPDX-License-Identifier: BSD-2-Clause */
/* What the files of the desk of commands share: clients and errands. Private to src/core/desk. */
#ifndef PGY_CORE_DESK_INSIDE_H
#define PGY_CORE_DESK_INSIDE_H

#include "core/desk/desk.h"

enum { DESK_CLIENTS = 64, DESK_GIVE_UP_MS = 60 * 1000, DESK_TEST_MS = 20 * 1000 };

enum core_wait_for {
    WAIT_NOTHING,
    WAIT_PLAN, /* plan `serial` of the person is over */
    WAIT_ALL,  /* no plan is left to be made (reload) */
    WAIT_ROW,  /* outbox row `row` was attempted (notify test) */
};
struct core_wait {
    enum core_wait_for what;
    uint64_t born, serial;
    int64_t row;
};

struct core_client {
    uint64_t number;
    struct core_desk *desk;
    struct pgy_link link;
    struct core_watch watch;
    bool greeted;
    bool answered;
    const struct core_command *command; /* NULL: nothing was asked yet */
    struct core_wait wait;
    int64_t give_up; /* monotonic ms */
    json_t *pending; /* the answer to complete */
    char *note;      /* the command's own, malloc: item id, … */
    char *file;      /* malloc: of the person waited for */
    bool proposed;   /* it waits for a plugin's word, and is not written down yet */
    struct core_client *next;
};

struct core_desk {
    struct core_desk_setup in;
    int control_fd;
    int spare_fd; /* given up for a moment to turn clients away when no descriptors are left */
    struct core_watch watch;
    struct core_client *clients; /* the newest first */
    size_t nclients;
    uint64_t numbers;
    struct core_note *errands, *handled; /* oldest first; the one given out last */
};

/* errands.c */
/* Everything it points to is copied. */
void core_desk_leave(struct core_desk *desk, const struct core_errand *errand);
/* The oldest one, valid until the next call; *gone: whose it was about went meanwhile. false: none
 * is left. */
bool core_desk_take(struct core_desk *desk, struct core_errand *errand, bool *gone);
void core_desk_leave_nothing(struct core_desk *desk);

/* clients.c */
struct core_client *core_client_new(struct core_desk *desk, int fd);
struct core_client *core_client_find(struct core_desk *desk, uint64_t number);
void core_client_close(struct core_client *client);
/* Neither asked anything nor waits for anything: it may go when others need its place, and after a
 * minute in any case. */
bool core_client_idle(const struct core_client *client);

/* answer.c */
void core_client_answer(struct core_client *client, int status, json_t *answer); /* takes it over */
void core_client_refuse(struct core_client *client, int status, const char *nearest,
                        const char *format, ...) __attribute__((format(printf, 4, 5)));

/* commands.c: the table. A command answers, refuses, or leaves an errand. */
struct core_command {
    const char *name;
    size_t least, most; /* arguments after the command */
    void (*run)(struct core_client *client, const struct core_person *person,
                const char *const *args, size_t n);
    /* after waiting; person: the one waited for, or NULL; NULL: never waits */
    void (*finish)(struct core_client *client, const struct core_person *person);
    bool no_profile; /* takes none, or "" for all */
};

#endif
