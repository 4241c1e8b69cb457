/* SPDX-License-Identifier: BSD-2-Clause */
/* What every command of pgyctl gets and uses: arguments already split, refusals, configuration,
 * plan, the daemon, tables. */
#ifndef PGY_CTL_CTL_H
#define PGY_CTL_CTL_H

#include "base/arena.h"
#include "base/buf.h"
#include "plan/load.h"
#include "plan/timeline.h"
#include "remind/remind.h"

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

/* Exit codes (pgyctl(1)). */
enum { CTL_DONE = 0, CTL_REFUSED = 1, CTL_USAGE = 2 };

enum { CTL_OPTIONS = 8 };

struct ctl;

struct ctl_option {
    const char *name;  /* "--today" */
    const char *value; /* what it takes, "DATE"; NULL: nothing */
};

struct ctl_command {
    const char *name;
    const char *sub;    /* second word, "list" of `url list`; NULL: none */
    const char *usage;  /* arguments, "ID [--on DATE]" */
    const char *help;   /* one sentence */
    size_t least, most; /* arguments besides options */
    struct ctl_option options[CTL_OPTIONS];
    int (*run)(struct ctl *ctl); /* an exit code */
    bool hidden;
};

struct ctl {
    struct pgy_arena *arena;
    const char *given; /* -c; NULL: not given */
    const char *file;  /* the configuration file meant, whether it exists or not */
    const char *const *tried;
    size_t ntried;
    const char *profile; /* -p, else "" */
    bool json;
    const struct ctl_command *command;
    const char **args;
    size_t nargs;
    /* beside command->options: NULL not given, "" given without a value */
    const char *values[CTL_OPTIONS];
};

/* ---- options.c ---- */
/* The value of an option of this command, "" when it takes none, NULL when it was not given. */
const char *ctl_option(const struct ctl *ctl, const char *name);
/* The n-th argument or "". */
const char *ctl_arg(const struct ctl *ctl, size_t n);

/* ---- say.c ---- */
/* One sentence on stderr, and with --json {"error", "nearest"} on stdout; returns status. nearest
 * may be NULL. */
int ctl_refuse(const struct ctl *ctl, int status, const char *nearest, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
/* A sentence on stderr that refuses nothing. */
void ctl_note(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* Prints an object and takes it over; CTL_DONE, or CTL_REFUSED when memory ran out. */
int ctl_print(json_t *answer);
/* All problems on stderr; with --json {"error", "problems"}; returns CTL_REFUSED. */
int ctl_problems(const struct ctl *ctl, struct pgy_problems *problems, const char *error);
/* A new string, or null for NULL. */
json_t *ctl_text_or_null(const char *text);
json_t *ctl_problems_json(const struct pgy_problems *problems);
/* A --NAME DATE option: PGY_NO_DAY when not given; CTL_USAGE after refusing. */
int ctl_date(const struct ctl *ctl, const char *name, pgy_day *day);

/* ---- table.c ---- */
struct ctl_table;
enum { CTL_RIGHT = 1, CTL_WRAP = 2 };
struct ctl_column {
    const char *name;
    int flags;
};
struct ctl_table *ctl_table_new(const struct ctl_column *columns, size_t n);
/* n texts, NULL as "". Control characters are shown as '?'. */
void ctl_table_row(struct ctl_table *table, const char *const *cells, size_t n);
/* Prints and frees; without rows prints `otherwise`. */
void ctl_table_end(struct ctl_table *table, const char *otherwise);
/* Rows straight from an array of objects: each column shows the member `key`. */
struct ctl_field {
    const char *name, *key;
    int flags;
};
void ctl_table_json(const json_t *list, const struct ctl_field *fields, size_t n,
                    const char *otherwise);
/* A member as a text in the arena: texts, numbers, yes/no; "" for anything else. */
const char *ctl_text(const struct ctl *ctl, const json_t *object, const char *key);
/* Items as a table (ITEM of core/desk/requests.h). */
void ctl_items(const struct ctl *ctl, const json_t *items, const char *otherwise);
/* The same by the day it counts to, numbered from `first` on (ctl_numbers_keep). */
void ctl_items_from(const struct ctl *ctl, const json_t *items, size_t first,
                    const char *otherwise);

/* ---- numbers.c: lines of the last list that this terminal showed ---- */
struct ctl_ids {
    const char **list;
    size_t n, cap;
};
/* Remembers a list: each object's "step" where it has one, else its "id". */
void ctl_numbers_keep(struct ctl *ctl, const json_t *items);
/* The ids that words mean: "2", "1-5", or ids as they stand. ticks: an answer is refused. */
int ctl_numbers_ids(struct ctl *ctl, const char *const *words, size_t n, bool ticks,
                    struct ctl_ids *ids);

/* ---- today.c ---- */
/* Today of a place that was planned; a new reference. down: pgyd should run, and does not. */
struct ctl_place;
json_t *ctl_today_json(struct ctl *ctl, const struct ctl_place *place, bool down);
/* Prints it as lines with numbers and takes it over; CTL_DONE. */
int ctl_today_print(struct ctl *ctl, json_t *today);

/* ---- place.c: configuration and plan without a daemon ---- */
struct ctl_place {
    struct pgy_house *house;
    struct pgy_config *main;         /* the file of -c */
    struct pgy_config *own;          /* the profile's own file, when it is another; NULL: main */
    const struct pgy_config *config; /* the profile's */
    struct pgy_tz *tz;
    struct pgy_quiet quiet;
    pgy_day today;
    struct pgy_journal journal;
    struct pgy_revisions revisions;
    bool stateless; /* no journal: DTSTAMP today 00:00Z, SEQUENCE 0 */
    pgy_day started;
    struct pgy_pass *pass;
    struct pgy_timeline *timeline;
};
#define CTL_PLACE_CLEANUP __attribute__((cleanup(ctl_place_free)))
/* Finds the configuration file and describes the plugins; refuses when there is no file. */
int ctl_house(struct ctl *ctl, struct pgy_problems *problems, struct pgy_house **house);
/* The profile's checked configuration, its zone and today (--today); refuses with every mistake. */
int ctl_place_open(struct ctl *ctl, struct ctl_place *place);
/* Its journal and revisions: of the running daemon, else of the store, else none after one note. */
int ctl_place_journal(struct ctl *ctl, struct ctl_place *place);
/* A pass of `verb` and for PLAN the timeline. plugin NULL: all. Failures of plugins are noted;
 * *failed says whether there were any. */
int ctl_place_plan(struct ctl *ctl, struct ctl_place *place, const char *plugin, bool *failed);
void ctl_place_free(struct ctl_place *place);
/* ITEM as plan --json prints it (pgyctl(1)), a new reference. */
json_t *ctl_item(const struct ctl_place *place, const struct pgy_item *item);
/* The file a profile is configured in, main or one of [daemon] profiles; refuses with the
 * nearest. */
int ctl_profile_file(struct ctl *ctl, const struct pgy_house *house, const struct pgy_config *main,
                     const char **file, bool *in_folder);
/* A listed plugin by name; refuses with the nearest. */
int ctl_plugin(const struct ctl *ctl, const struct pgy_schema *schema, const char *name,
               const struct pgy_declaration **plugin);
/* A kind of happening that a listed plugin keeps; refuses with the nearest. */
int ctl_kind(const struct ctl *ctl, const struct pgy_schema *schema, const char *name,
             const struct pgyd_journal_kind **kind);

/* ---- daemon.c: the control socket ---- */
/* Asks; 0 with the exit status and the JSON answer (the caller's), PGY_ENOTFOUND: no daemon runs
 * there, or another failure; *why then has a sentence. */
int ctl_request(struct ctl *ctl, const char *state_dir, const char *const *args, size_t n,
                int *status, json_t **answer, const char **why);
/* The state directory of the configuration file, else the default. */
const char *ctl_state_dir(struct ctl *ctl);
/* For commands of the daemon: asks, refuses when that fails or is refused, prints the answer with
 * --json. CTL_DONE with *answer NULL when it was printed already; any other code ends the
 * command. */
int ctl_ask(struct ctl *ctl, const char *const *args, size_t n, json_t **answer);
#define CTL_ASK(ctl, answer, ...)                                                                  \
    ctl_ask(ctl, (const char *const[]){__VA_ARGS__},                                               \
            sizeof((const char *const[]){__VA_ARGS__}) / sizeof(const char *), answer)
/* Asks a daemon, if one runs, to read its configuration again: whether it did; *problems (may be
 * NULL) counts what it found wrong. */
bool ctl_reload(struct ctl *ctl);

/* ---- edit.c: the configuration file, changed as its owner would ---- */
struct ctl_edited {
    const char *file;
    bool same;     /* nothing had to change */
    bool reloaded; /* a running daemon has read it */
};
/* Makes the new text of a file out of the old one; anything but CTL_DONE, after refusing, leaves
 * the file as it is. */
typedef int (*ctl_change_fn)(struct ctl *ctl, void *arg, const char *file,
                             const struct pgy_buf *before, struct pgy_buf *after);
/* Changes the file that holds `section`: atomic, only to something that checks, never over somebody
 * else's change. */
int ctl_edit(struct ctl *ctl, const char *section, ctl_change_fn change, void *arg,
             struct ctl_edited *edited);

/* ---- init.c: what questions ask ---- */
/* Whether the key takes this answer: a section of its own is parsed, and only what is said about
 * that key counts, on stderr. with: other lines that the section needs to be valid; NULL: none. */
bool ctl_takes(struct ctl *ctl, const struct pgy_schema *schema, const char *section,
               const char *key, const char *with, const char *answer);

/* ---- lists.c ---- */
/* Reads lists/NAME of the installed data and names the file; refuses with `what`, "the table of
 * phrases", when it cannot be read. */
int ctl_list(struct ctl *ctl, const char *name, const char *what, struct pgy_buf *bytes,
             const char **file);
/* Refuses a list for one of its lines. */
int ctl_list_wrong(const struct ctl *ctl, const char *file, size_t line, const char *why);

/* ---- report.c ---- */
/* Runs a report by name, with the journal of the place if it has one already; the result, which may
 * be a refusal (rc, failure), lives in place->pass. */
int ctl_run_report(struct ctl *ctl, struct ctl_place *place, const char *name,
                   const struct pgyd_arg *args, size_t n, const struct pgy_run_result **result);

/* ---- the commands, one file a family ---- */
int ctl_init(struct ctl *ctl);
int ctl_demo(struct ctl *ctl, const char *file);
int ctl_plan(struct ctl *ctl);
int ctl_feed(struct ctl *ctl);
int ctl_report(struct ctl *ctl);
int ctl_explain(struct ctl *ctl);
int ctl_check(struct ctl *ctl);
int ctl_letter(struct ctl *ctl);
int ctl_lint(struct ctl *ctl);
int ctl_contact_import(struct ctl *ctl);
int ctl_subjects(struct ctl *ctl);
int ctl_set(struct ctl *ctl);
int ctl_unset(struct ctl *ctl);
int ctl_plugin_list(struct ctl *ctl);
int ctl_plugin_show(struct ctl *ctl);
int ctl_plugin_new(struct ctl *ctl);
int ctl_plugin_test(struct ctl *ctl);
int ctl_plugin_accept(struct ctl *ctl);
int ctl_backup(struct ctl *ctl);
int ctl_restore(struct ctl *ctl);
int ctl_export(struct ctl *ctl);
int ctl_status(struct ctl *ctl);
int ctl_agenda(struct ctl *ctl);
int ctl_today(struct ctl *ctl);
int ctl_catchup(struct ctl *ctl);
int ctl_dismiss(struct ctl *ctl);
int ctl_done(struct ctl *ctl);
int ctl_undone(struct ctl *ctl);
int ctl_snooze(struct ctl *ctl);
int ctl_log(struct ctl *ctl);
int ctl_journal(struct ctl *ctl);
int ctl_journal_undo(struct ctl *ctl);
int ctl_journal_move(struct ctl *ctl);
int ctl_offer_list(struct ctl *ctl);
int ctl_offer_show(struct ctl *ctl);
int ctl_offer_history(struct ctl *ctl);
int ctl_offer_add(struct ctl *ctl);
int ctl_url_list(struct ctl *ctl);
int ctl_url_add(struct ctl *ctl);
int ctl_url_rotate(struct ctl *ctl);
int ctl_url_revoke(struct ctl *ctl);
int ctl_deliveries(struct ctl *ctl);
int ctl_retry(struct ctl *ctl);
int ctl_notify_test(struct ctl *ctl);
int ctl_profile_list(struct ctl *ctl);
int ctl_profile_remove(struct ctl *ctl);
int ctl_reload_command(struct ctl *ctl);

#endif
