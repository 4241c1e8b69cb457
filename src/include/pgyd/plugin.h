/* SPDX-License-Identifier: BSD-2-Clause */
/*
 * pgyd plugin contract, version 0.2. The only installed header; clean C99 and C++.
 *
 * A plugin is a shared object NAME.so that exports one const data symbol, pgyd_plugin_NAME, made by
 * PGYD_PLUGIN(). pgyd never loads it into the daemon: pgyd-worker opens it in a cage (no files, no
 * sockets, no processes, little memory, a deadline), runs one request and exits. See
 * pgyd-plugin(3); plugins/README is the author's guide.
 *
 * Rules for every callback:
 *  - check, plan and report are pure functions of what the host table gives: configuration,
 *    journal, profile, data, today. They never ask for the time and never remember anything
 *    between calls.
 *  - One thread, never re-entered. No signals, no exit, no output but through the host.
 *  - They return 0, or -1 after calling host->error.
 *  - Texts are UTF-8. What the host hands out is borrowed and valid until the callback returns.
 *    What the plugin hands in is borrowed for the call: the host copies it. No memory changes
 *    sides.
 *  - A civil day (pgyd_day) counts days since 1970-01-01. An instant is UTC seconds in 64 bits.
 *    Money is whole dollars.
 *
 * Compatibility: within a major, older and newer plugins both load; structs only grow at their end,
 * each says its size first, and the host reads no more than that. Another major is refused with
 * both versions named. While the major is 0 a minor may still break; 1.0 freezes it.
 */
#ifndef PGYD_PLUGIN_H
#define PGYD_PLUGIN_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define PGYD_API_MAJOR 0
#define PGYD_API_MINOR 2

/* Days since 1970-01-01, proleptic Gregorian. PGYD_NO_DAY: none. */
typedef int32_t pgyd_day;
#define PGYD_NO_DAY INT32_MIN

/* ---- configuration keys a plugin declares ---- */

/* Types of values, as pgyd.ini(5) names them. */
enum pgyd_type {
    PGYD_TEXT = 1, /* text: value.text */
    PGYD_WORD = 2, /* word: [a-z0-9_-]+, value.text */
    PGYD_DATE = 3, /* date: value.day */
    /* when: value.day, value.minute (-1: no time given), value.text = zone (the person's by
       default) */
    PGYD_WHEN = 4,
    PGYD_DUR = 5,    /* dur: value.num and value.unit */
    PGYD_USD = 6,    /* usd: value.num, whole dollars */
    PGYD_INT = 7,    /* int: value.num */
    PGYD_NUM = 8,    /* num: value.real */
    PGYD_YN = 9,     /* yn: value.num 0 or 1 */
    PGYD_REF = 10,   /* ref:KIND: value.text = the id */
    PGYD_LIST = 11,  /* list: value.list; with choices each word is one of them */
    PGYD_TEXTS = 12, /* texts: value.list, split at semicolons */
    PGYD_ENUM = 13,  /* one of choices: value.text, and value.num = its index */
    PGYD_URL = 14,   /* url: value.text */
    /* expected/worst pair or range, two ints "a/b" or "a-b" or one int (both): value.num and
       value.num2 */
    PGYD_PAIR = 15,
    PGYD_PATH = 16 /* file name: value.text */
};

/* Flags of a key. Unknown bits are refused. */
#define PGYD_KEY_REQUIRED 1u /* every instance of the section must set it */
#define PGYD_KEY_MANY                                                                              \
    2u /* the name ends in '*': any key with that beginning (rate_*), or '*' alone: any key */

struct pgyd_key {
    uint32_t size;        /* sizeof(struct pgyd_key) */
    uint32_t flags;       /* PGYD_KEY_* */
    const char *section;  /* "habits", or with instances "contact:" */
    const char *name;     /* "cadence" */
    uint32_t type;        /* enum pgyd_type */
    uint32_t reserved;    /* 0 */
    const char *choices;  /* PGYD_ENUM, PGYD_LIST: "a|b|c"; PGYD_REF: the KIND; else NULL */
    const char *fallback; /* default, written as in the file; NULL: unset */
    /* range of PGYD_INT, PGYD_USD, PGYD_NUM, PGYD_PAIR when min < max; else unlimited */
    int64_t min, max;
    const char *help; /* one or two sentences for a person; required */
    /* A dated fact is read as a journal entry of that date: "KIND" or "KIND EVENT", the subject
     * being the section's id, or the key's name where the section has no instances. NULL: not a
     * journal fact. Only for PGYD_DATE. */
    const char *journal;
    /* since 0.2 */
    /* What a person is asked who enters a section question by question (`pgyctl offer add`), in the
     * order of the declarations: one line, "Who makes the offer". NULL: not asked. */
    const char *ask;
    /* What an empty answer stands for, written as in the file; "today": that day. NULL: the
     * fallback. With neither the key is left out, or asked again when it is required. */
    const char *ask_default;
    /* A key of the section that is asked before: with an answer to it this is not asked. NULL:
     * always asked. */
    const char *ask_unless;
};

/* A value the host hands out. */
struct pgyd_value {
    uint32_t size; /* sizeof(struct pgyd_value), set by the caller */
    uint32_t type; /* enum pgyd_type */
    int64_t num;
    int64_t num2;
    double real;
    pgyd_day day;
    int32_t minute; /* minutes since midnight, -1: none */
    const char *text;
    const char *const *list;
    uint32_t nlist;
    uint32_t unit; /* PGYD_DUR: 'd' 'w' 'm' (months) 'y' */
    uint32_t line; /* line in the file; 0 for a default */
    uint32_t is_default;
};

/* ---- journal ---- */

/* A kind of happening that `pgyctl log KIND [SUBJECT] [EVENT] [KEY=VALUE …]` accepts. */
struct pgyd_journal_kind {
    uint32_t size; /* sizeof(struct pgyd_journal_kind) */
    uint32_t reserved;
    const char *name;    /* "contact" */
    const char *subject; /* "contact:" (an id of that section), "a|b|c" (one of), "a|b|prospect:"
                            (either), "*" (any word), or NULL (takes none) */
    const char *events;  /* "asked|received|…", or NULL (takes none) */
    /* Keys that may be given, or NULL: "clinical:0..672|by:date|growing:yes/no|note". Behind the
     * colon what a value must be, else `log` refuses it: num (0 or more), LEAST..MOST, date, one of
     * words between slashes; without a colon any text. */
    const char *keys;
    const char *help;
};

/* `number` of a happening that is not written down yet: check is asked whether it may be. To refuse
 * it, report a PGYD_CRITICAL problem of section "journal" whose key is the kind; its message is
 * what the person is told. plan and report never see one. */
#define PGYD_PROPOSED INT64_MAX
/* `number` of a happening that is about to be taken back: check is asked whether it may be, and
 * refuses in the same way. It stands where it did. */
#define PGYD_WITHDRAWN (INT64_MAX - 1)

/* A happening. */
struct pgyd_event {
    uint32_t size;
    uint32_t nargs;
    int64_t number; /* of the journal entry; 0 when it comes from the configuration file */
    pgyd_day on;
    uint32_t from_config; /* 1: a dated fact of the file */
    const char *kind;
    const char *subject; /* "" when none */
    const char *event;   /* "" when none */
    const char *const *keys;
    const char *const *values;
};

/* ---- items ---- */

enum pgyd_kind {
    PGYD_MILESTONE = 1, /* a day by which, or on which, something happens */
    PGYD_WINDOW = 2,    /* open from start to end */
    PGYD_DEADLINE = 3,  /* a clock that runs out */
    PGYD_REMINDER = 4,  /* a nudge: cadence */
    PGYD_HABIT = 5,     /* one of a period */
    PGYD_ALERT = 6      /* something is wrong now */
};

enum pgyd_severity { PGYD_INFO = 1, PGYD_WARN = 2, PGYD_CRITICAL = 3 };
enum pgyd_confidence { PGYD_CONFIRMED = 1, PGYD_PATTERN = 2, PGYD_UNKNOWN = 3 };

/* What is lost when an item is missed, since 0.2. It decides how loudly an item is told and where:
 * pgyd-plugin(3) has the table. */
enum pgyd_stakes {
    PGYD_CONTEXT = 1, /* explains where one is, or is somebody else's part: never a push */
    PGYD_USEFUL = 2,  /* worth doing, nothing breaks: never a push of its own */
    PGYD_COSTLY = 3,  /* costs money, leverage or weeks */
    PGYD_FATAL = 4    /* cannot be repaired for a year or for ever */
};

/* One step of a ladder of the plugin's own: n units before (negative) or after the item's start.
 * Written "-7d". */
struct pgyd_step {
    int32_t n;     /* -7 */
    uint16_t unit; /* 'd' 'w' 'm' (months) 'y'; since 0.2 'h' (hours) for an item with a time */
    /* enum pgyd_severity, or 0. Since 0.2 the host takes the severity that the item's stakes have
     * on that day. */
    uint16_t severity;
};

#define PGYD_ITEM_BUSY 1u         /* the person must really be there: shown as busy */
#define PGYD_ITEM_NO_LADDER 2u    /* no reminders, not even the default ones */
#define PGYD_ITEM_CONFIDENTIAL 4u /* feeds for others (busy, quiet) leave its text out */
/* since 0.2: after `by` nothing can be done about it (a rank list), so nothing asks for it then */
#define PGYD_ITEM_FINAL 8u
/* since 0.2: its steps are what the person typed (`remind =`): each rings, whatever the stakes */
#define PGYD_ITEM_TYPED 16u

struct pgyd_item {
    uint32_t size;       /* sizeof(struct pgyd_item) */
    uint32_t flags;      /* PGYD_ITEM_* */
    uint16_t kind;       /* enum pgyd_kind */
    uint16_t severity;   /* enum pgyd_severity; 0: info */
    uint16_t confidence; /* enum pgyd_confidence; 0: confirmed */
    uint16_t reserved;   /* 0 */
    /* Identity (pgyd-plugin(3)): the slug comes from the section id or the rule's name, never from
     * a date, a title or a position. */
    const char *slug; /* [a-z0-9.-]{1,80}, e.g. "mercy-answer-by" */
    /* after '@': "2026-11" or the count of completions "4"; NULL: the item comes once */
    const char *occurrence;
    const char *title; /* at most 200 bytes, one line, no word that depends on today */
    /* at most 4,000 bytes, lines separated by \n; NULL: none; no word that depends on today */
    const char *detail;
    pgyd_day start;          /* first day */
    pgyd_day end;            /* last day, inclusive; PGYD_NO_DAY: start */
    int32_t start_minute;    /* -1: all day; else minutes since midnight in zone */
    int32_t end_minute;      /* -1: none */
    const char *zone;        /* IANA zone of a timed item; NULL: the person's */
    const char *source;      /* where the rule comes from, for people; NULL: none */
    const char *const *refs; /* inventory IDs, e.g. "S0-22" */
    uint32_t nrefs;          /* at most 16 */
    uint32_t nsteps;         /* at most 16; 0: the ladder of its stakes, counted to `by` */
    const struct pgyd_step *steps;
    /* What `pgyctl done ID` writes to the journal: "contact alvarez", "habit coffee"; NULL: a plain
     * done for this item. */
    const char *done_log;
    /* since 0.2 */
    /* enum pgyd_stakes; 0: a deadline is costly, an alert context, everything else useful */
    uint16_t stakes;
    uint16_t reserved2; /* 0 */
    pgyd_day by;        /* the day after which the harm is final; 0 or PGYD_NO_DAY: end */
    /* The section of the offer, contact or place it belongs to, "offer:mercy": what belongs to one
     * is told in one line. NULL: nothing. */
    const char *about;
    /* What to do, verb first, at most 40 characters: "Ask Mercy for the full contract". NULL: the
     * title says it. */
    const char *next;
    const char *why; /* why it matters, one line without commands or keys; NULL: none */
};

/* ---- documents (reports) ---- */

enum pgyd_part_type {
    PGYD_HEADING = 1,    /* text, level 1 to 3 */
    PGYD_PARAGRAPH = 2,  /* text */
    PGYD_LIST_ITEM = 3,  /* text; consecutive ones make a list */
    PGYD_TABLE_HEAD = 4, /* cells: begins a table */
    PGYD_TABLE_ROW = 5,  /* cells; text = "best:COLUMN" marks a cell; as many as the head */
    /* text = label, nums[0] = value, nums[1] = limit or target (optional); consecutive ones make a
       chart */
    PGYD_BAR = 6,
    PGYD_BAND = 7, /* text = label, nums[0], nums[1] = first and last civil day; consecutive ones
                      make a chart on one axis */
    PGYD_GRID_HEAD = 8, /* cells = column labels: begins a grid */
    /* text = row label, nums = one value a column: 0 empty, 1 full, 2 not applicable */
    PGYD_GRID_ROW = 9
};

struct pgyd_part {
    uint32_t size;
    uint16_t type; /* enum pgyd_part_type */
    uint16_t level;
    const char *text;
    const char *const *cells;
    const double *nums;
    uint32_t ncells; /* at most 64 */
    uint32_t nnums;  /* at most 64 */
};

/* A report the plugin offers. */
struct pgyd_report {
    uint32_t size;
    uint32_t reserved;
    const char *name; /* "offers" */
    const char *args; /* "offer|months": KEY=VALUE arguments it takes, or NULL */
    const char *help;
};

struct pgyd_arg {
    const char *key;
    const char *value;
};

/* An item that was renamed, or came from another plugin: journal, revisions and UIDs follow. */
struct pgyd_rename {
    /* its old name, without occurrence: a slug of this plugin's, or "other/slug" of the plugin that
       planned it before (since 0.2), which plans it no more */
    const char *from;
    const char *to; /* slug without occurrence */
};

/* What a discreet reminder says in place of an item's title and detail, since 0.2: a phone shows it
 * to whoever looks. No name, no employer, no figure. The item's day follows: "an offer answer is
 * due" is sent as "an offer answer is due Thu Nov 26, 2026". */
struct pgyd_discreet {
    uint32_t size;     /* sizeof(struct pgyd_discreet) */
    uint16_t kind;     /* enum pgyd_kind, each once; 0: every kind without words of its own */
    uint16_t reserved; /* 0 */
    const char *words; /* 1 to 80 bytes, one line */
};

/* ---- the host ---- */

/* A stretch of days on which the person is busy or on call. */
struct pgyd_busy {
    uint32_t size;
    uint32_t oncall; /* 1: from an on-call calendar */
    pgyd_day start;
    pgyd_day end;     /* inclusive */
    const char *kind; /* nights|call|vacation|exam|other */
    const char *name;
};

/* A file of the kind asked for ("packs", "letters", "lists"), read before the cage was closed. */
struct pgyd_data {
    uint32_t size;
    uint32_t reserved;
    const char *name; /* file name, for messages */
    const char *bytes;
    size_t len;
};

enum pgyd_log_level {
    PGYD_LOG_ERROR = 0,
    PGYD_LOG_WARN = 1,
    PGYD_LOG_INFO = 2,
    PGYD_LOG_DEBUG = 3
};

/* Callbacks of the listing services return 0 to go on, anything else to stop. */
typedef int (*pgyd_event_fn)(void *arg, const struct pgyd_event *event);
typedef int (*pgyd_busy_fn)(void *arg, const struct pgyd_busy *busy);
typedef int (*pgyd_data_fn)(void *arg, const struct pgyd_data *data);

/* Services. The first parameter of each is host->ctx. Test a service added after 0.1 with PGYD_HAS
 * before use. */
struct pgyd_host {
    uint32_t size; /* what this host fills in */
    uint16_t major, minor;
    void *ctx;

    /* The profile: id ("me"), zone (IANA), today and the day pgyd was first run for this person
     * (both civil days there). */
    const char *profile;
    const char *timezone;
    pgyd_day today;
    pgyd_day started;

    /* Configuration. Sections by kind: "training" (at most one instance, id "") or "contact" (any
     * number). Instances in file order. */
    uint32_t (*section_count)(void *ctx, const char *section);
    /* The i-th instance's id, "" for a section without ids; NULL past the end. */
    const char *(*section_id)(void *ctx, const char *section, uint32_t i);
    /* Line of the instance's header, 0 when there is none. */
    uint32_t (*section_line)(void *ctx, const char *section, const char *id);
    /* 1 and *value when set or defaulted, 0 when unset (or the key is nobody's). value->size must
     * be set. */
    int (*get)(void *ctx, const char *section, const char *id, const char *key,
               struct pgyd_value *value);
    /* Name of the i-th key that the instance sets, in file order (for '*' keys); NULL past the
     * end. */
    const char *(*key_name)(void *ctx, const char *section, const char *id, uint32_t i);

    /* Journal entries of a kind (NULL: all) about a subject (NULL: all), oldest first by date, then
     * by number; dated facts of the configuration included, before journal entries of the same
     * date. Reversed entries are left out. */
    void (*journal)(void *ctx, const char *kind, const char *subject, pgyd_event_fn fn, void *arg);
    /* Busy and on-call stretches in order of start. */
    void (*busy)(void *ctx, pgyd_busy_fn fn, void *arg);
    /* Files of a kind in order of name. */
    void (*data)(void *ctx, const char *kind, pgyd_data_fn fn, void *arg);

    /* Emits an item: 0, or -1 when it is not valid (logged with the reason; the pass then counts as
     * failed). */
    int (*emit)(void *ctx, const struct pgyd_item *item);
    /* Adds a part to the report: 0 or -1. */
    int (*part)(void *ctx, const struct pgyd_part *part);
    /* check: reports a problem with a value. severity PGYD_WARN (never changes the exit code) or
     * PGYD_CRITICAL (an error). key NULL: the section. `message` says what is wrong, `remedy` what
     * would be right (NULL: none). The host adds file and line. */
    void (*problem)(void *ctx, uint32_t severity, const char *section, const char *id,
                    const char *key, const char *message, const char *remedy);
    /* Logs a line; the host adds plugin and profile. */
    void (*log)(void *ctx, uint32_t level, const char *message);
    /* Says why the callback is about to return -1. */
    void (*error)(void *ctx, const char *message);

    /* Civil arithmetic: months clamp to their last day, without stickiness; PGYD_NO_DAY when there
     * is no such date. */
    pgyd_day (*day)(void *ctx, int32_t year, int32_t month, int32_t day);
    void (*ymd)(void *ctx, pgyd_day day, int32_t *year, int32_t *month, int32_t *dom);
    int32_t (*weekday)(void *ctx, pgyd_day day);                     /* 0 Sunday … 6 Saturday */
    pgyd_day (*add_months)(void *ctx, pgyd_day day, int32_t months); /* clamped to month end */
    /* n of 'd' 'w' 'm' 'y' */
    pgyd_day (*add_dur)(void *ctx, pgyd_day day, int64_t n, uint32_t unit);
    /* skips weekends and the holiday list; start day = day 0 */
    pgyd_day (*add_business)(void *ctx, pgyd_day day, int32_t days);
    /* n -1: the last */
    pgyd_day (*nth_weekday)(void *ctx, int32_t n, int32_t weekday, int32_t month, int32_t year);
    int32_t (*is_business)(void *ctx, pgyd_day day);
    int32_t (*academic_year)(void *ctx, pgyd_day day); /* 2026 for 2026-07-01 to 2027-06-30 */
    /* "2026-11-22" and "Sun Nov 22, 2026" into at least 24 bytes; return text. */
    const char *(*day_text)(void *ctx, pgyd_day day, char *text);
    const char *(*day_words)(void *ctx, pgyd_day day, char *text);
    /* The text of a report argument, NULL when not given. */
    const char *(*arg)(void *ctx, const char *key);
};

/* Whether the host is new enough to have a service: PGYD_HAS(host, arg). */
#define PGYD_HAS(host, member)                                                                     \
    ((host)->size >= offsetof(struct pgyd_host, member) + sizeof((host)->member))

/* ---- the plugin ---- */

struct pgyd_plugin {
    /* Frozen for all time, across majors: a host can always name what it refuses. */
    uint16_t major, minor;
    uint32_t size; /* sizeof(struct pgyd_plugin) */
    const char *name;
    /* since 0.1 */
    const char *version; /* the plugin's own, "1.3" */
    const char *summary; /* one line */
    const struct pgyd_key *keys;
    const struct pgyd_journal_kind *kinds;
    const struct pgyd_report *reports;
    const struct pgyd_rename *renames;
    uint32_t nkeys, nkinds, nreports, nrenames;
    /* Problems beyond types: ranges between keys, sums, dates out of order. No side effects. May be
     * NULL. */
    int (*check)(const struct pgyd_host *host);
    /* Emits the plan: all items, past and future, that follow from the inputs. Required. */
    int (*plan)(const struct pgyd_host *host);
    /* Writes the report `name`. NULL when there are none. */
    int (*report)(const struct pgyd_host *host, const char *name);
    /* since 0.2 */
    /* What a person reads for it in `pgyctl plugin show`, "Offers": 1 to 40 bytes, one line. Its
     * feed goes by the plugin's name. NULL: made from the name. */
    const char *label;
    const char *color; /* of its calendar, "#FF8C00": # and six hexadecimal digits. NULL: pgyd's */
    const struct pgyd_discreet *discreet; /* NULL: words that fit any plugin */
    uint32_t ndiscreet;
    uint32_t reserved; /* 0 */
};

#if defined(__GNUC__)
#define PGYD_EXPORT __attribute__((visibility("default")))
#else
#define PGYD_EXPORT
#endif

#ifdef __cplusplus
#define PGYD_LINKAGE extern "C"
#else
#define PGYD_LINKAGE extern
#endif

/* Defines the symbol of plugin NAME (a C identifier; the file is NAME.so); the rest of the
 * initializer stands between the two as between braces:
 *   PGYD_PLUGIN(mine) PGYD_PLUGIN_HEAD(mine), .version = "1.0", .summary = "my milestones",
 *   .keys = keys, .nkeys = 3, .plan = plan, PGYD_PLUGIN_END
 */
#define PGYD_PLUGIN(ident)                                                                         \
    PGYD_LINKAGE PGYD_EXPORT const struct pgyd_plugin pgyd_plugin_##ident;                         \
    const struct pgyd_plugin pgyd_plugin_##ident = {
#define PGYD_PLUGIN_HEAD(ident)                                                                    \
    PGYD_API_MAJOR, PGYD_API_MINOR, (uint32_t)sizeof(struct pgyd_plugin), #ident
#define PGYD_PLUGIN_END                                                                            \
    }                                                                                              \
    ;

/* The layout is part of the contract: a member that moves breaks every built plugin. */
#if defined(__cplusplus) && __cplusplus >= 201103L
#define PGYD_STATIC_ASSERT(c, m) static_assert(c, m)
#elif defined(__STDC_VERSION__) && __STDC_VERSION__ >= 201112L
#define PGYD_STATIC_ASSERT(c, m) _Static_assert(c, m)
#else
#define PGYD_STATIC_ASSERT(c, m) struct pgyd_assertion
#endif
PGYD_STATIC_ASSERT(offsetof(struct pgyd_plugin, minor) == 2, "frozen prefix");
PGYD_STATIC_ASSERT(offsetof(struct pgyd_plugin, size) == 4, "frozen prefix");
PGYD_STATIC_ASSERT(offsetof(struct pgyd_plugin, name) == 8, "frozen prefix");
#if UINTPTR_MAX == 0xffffffffffffffffu
PGYD_STATIC_ASSERT(offsetof(struct pgyd_key, ask) == 80, "0.1 ends here");
PGYD_STATIC_ASSERT(sizeof(struct pgyd_key) == 104, "grows only at its end");
PGYD_STATIC_ASSERT(sizeof(struct pgyd_value) == 72, "grows only at its end");
PGYD_STATIC_ASSERT(sizeof(struct pgyd_journal_kind) == 48, "grows only at its end");
PGYD_STATIC_ASSERT(offsetof(struct pgyd_item, stakes) == 112, "0.1 ends here");
PGYD_STATIC_ASSERT(sizeof(struct pgyd_item) == 144, "grows only at its end");
PGYD_STATIC_ASSERT(sizeof(struct pgyd_part) == 40, "grows only at its end");
PGYD_STATIC_ASSERT(sizeof(struct pgyd_discreet) == 16, "grows only at its end");
PGYD_STATIC_ASSERT(offsetof(struct pgyd_plugin, label) == 104, "0.1 ends here");
PGYD_STATIC_ASSERT(sizeof(struct pgyd_plugin) == 136, "grows only at its end");
#endif

#ifdef __cplusplus
}
#endif

#endif
