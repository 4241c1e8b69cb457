/* SPDX-License-Identifier: BSD-2-Clause */
/* The people desk: configuration, plans and feeds, a profile at a time. Decides what is in force,
 * keeps the roll. Sends nothing, answers nobody. */
#ifndef PGY_CORE_PEOPLE_H
#define PGY_CORE_PEOPLE_H

#include "core/errand.h"
#include "core/guard.h"
#include "core/health.h"
#include "core/loop.h"
#include "core/roll.h"

#include <jansson.h>

struct core_people;

/* Borrowed for the desk's life, but for the house, of which it takes the reference. */
struct core_people_setup {
    const char *config_file;
    struct pgy_house *house;
    struct pgy_described *described; /* a reload runs no worker for plugins that stayed the same */
    struct core_loop *loop;
    struct core_guard *guard;
    struct core_health *health;
    struct pgy_store *store;
    int feeds_fd;
};
/* Reads the main file and takes in everybody it names; their plans are asked for. PGY_ECONFIG with
 * *why (arena) when neither the file nor an accepted text can be used. */
int core_people_open(const struct core_people_setup *setup, struct pgy_arena *arena,
                     struct core_people **people, const char **why);
void core_people_free(struct core_people **people);

/* Valid as long as the desk. */
const struct core_roll *core_people_roll(const struct core_people *people);

/* ---- what is asked of it ---- */
/* Reads the main file again, and everybody's then. */
void core_people_reload(struct core_people *people);
/* A plan of this person: its number among all that were asked for (struct core_person done reaches
 * it). client and proposal: what to write down first if its plugin lets it; NULL: nothing. The
 * proposal is copied. */
uint64_t core_people_plan(struct core_people *people, const struct core_person *person,
                          uint64_t client, const struct core_proposal *proposal);
/* The next plan of this person is taken as it is, also where a changed plugin forgot something. */
void core_people_let_go(struct core_people *people, const struct core_person *person);
/* The client's proposal must not be written down any more. */
void core_people_withdraw(struct core_people *people, uint64_t client);
/* Brings the person's feed files to the links there are. */
void core_people_render(struct core_people *people, const struct core_person *person);
/* Removes everything stored of a profile that is not configured any more, its feeds too.
 * PGY_EEXISTS: it is configured; PGY_ENOTFOUND: nothing is stored. */
int core_people_forget(struct core_people *people, const char *id);

/* ---- what time brings ---- */
/* People whose hour has come, and what was put off, are queued. */
void core_people_wake(struct core_people *people, int64_t now);
/* Once a minute: true when a plugin, data or zones changed, and everything was read again. */
bool core_people_look(struct core_people *people, int64_t now);
/* UTC second at which core_people_wake has to be called again; INT64_MAX: none is known. */
int64_t core_people_next(const struct core_people *people);

/* ---- what it leaves to do ---- */
enum core_people_left {
    CORE_IDLE,    /* nothing until somebody asks */
    CORE_WORKING, /* a worker runs; the loop says when it is over */
    CORE_PLANNED, /* a plan waits to be written: core_people_write, core_people_written */
    CORE_ENDED,   /* a job ended: others may wait, call again */
};
/* Goes on with the job at hand or begins the next. */
enum core_people_left core_people_step(struct core_people *people);
/* Whether a job runs or waits. */
bool core_people_busy(const struct core_people *people);
/* Inside a transaction: writes the plan that waits, and shows it to the other desks. */
int core_people_write(struct core_people *people, int64_t now, struct core_plan *plan);
/* The transaction is over, with this result: the feeds follow, and the job ends. */
void core_people_written(struct core_people *people, int rc, int64_t now);
/* The next thing to be told a person; false: none. Borrowed until the next call. */
bool core_people_notice(struct core_people *people, struct core_notice *notice);
/* The next proposal that was written down or refused; false: none. Borrowed until the next call. */
bool core_people_settled(struct core_people *people, struct core_settled *settled);

/* ---- what status shows; new references ---- */
/* An entry of "profiles". */
json_t *core_people_json(const struct core_people *people, const struct core_person *person,
                         int64_t now);
/* An entry of `profile list`. */
json_t *core_people_entry(const struct core_people *people, const struct core_person *person);
/* {"id", "in_force", "problems"}: an entry of what a reload answers. */
json_t *core_people_verdict(const struct core_people *people, const struct core_person *person);
/* {"file", "in_force", "problems"} of the main file. */
json_t *core_people_main_file(const struct core_people *people);
/* [daemon] and [serve] run from the accepted text. */
bool core_people_daemon_accepted(const struct core_people *people);
struct core_people_counts {
    size_t people, out, failing;
};
void core_people_count(const struct core_people *people, struct core_people_counts *counts);

#endif
