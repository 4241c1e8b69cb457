/* SPDX-License-Identifier: BSD-2-Clause */
/* Frames between whoever plans (pgyd-core, pgyctl) and pgyd-worker, after the hellos. Requests
 * carry everything: a worker has no files. */
#ifndef PGY_PLAN_PROTO_H
#define PGY_PLAN_PROTO_H

enum pgy_worker_verb {
    PGY_VERB_DESCRIBE = 1,
    PGY_VERB_CHECK = 2,
    PGY_VERB_PLAN = 3,
    PGY_VERB_REPORT = 4,
    PGY_VERB_IMPORT = 5
};

/* Inputs, in this order; GO ends them. */
enum pgy_worker_in {
    /* u8 verb, str plugin name, str absolute path of the .so (IMPORT: both "") */
    PGY_W_LOAD = 1,
    PGY_W_PROFILE, /* str profile, str zone, i64 today, i64 started (days) */
    PGY_W_SECTION, /* str kind, str id, u32 line */
    PGY_W_VALUE,   /* belongs to the last section: str key, u8 set (0 a default), u32 line, then the
                      value: u32 type, i64 num, i64 num2, f64 real, i64 day, i64 minute, str text,
                      u32 unit, u32 nlist, nlist * str */
    /* str kind, then as PGY_W_VALUE: a default for sections without ids that the file does not
     * have */
    PGY_W_DEFAULT,
    PGY_W_EVENT, /* i64 number, i64 on, u8 from_config, str kind, str subject, str event, u32 n, n *
                    (str key, str value) */
    PGY_W_BUSY,  /* u8 oncall, i64 start, i64 end, str kind, str name */
    PGY_W_HOLIDAY, /* i64 day */
    PGY_W_DATA, /* str kind ("packs"), str file name, u32 its whole length, bytes: all, or the first
                   part, the rest in frames of the same kind, name and length that follow at once */
    PGY_W_REPORT, /* str name */
    PGY_W_ARG,    /* str key, str value */
    /* IMPORT: bytes of iCalendar (repeated: concatenated), then on END of inputs GO */
    PGY_W_CALENDAR,
    PGY_W_WINDOW, /* IMPORT: i64 first day, i64 last day, str zone, str match expression */
    PGY_W_GO,     /* nothing */
};

/* Answers. */
enum pgy_worker_out {
    /* DESCRIBE: str name, str version, str summary, u32 major, u32 minor, u8 has_check, u8
       has_report */
    PGY_W_PLUGIN = 64,
    PGY_W_KEY,  /* str section, str name, u32 type, u32 flags, str choices, str fallback, i64 min,
                   i64 max, str help, str journal, str ask, str ask_default, str ask_unless */
    PGY_W_KIND, /* str name, str subject, str events, str keys, str help */
    PGY_W_REPORT_DECL, /* str name, str args, str help */
    PGY_W_RENAME,      /* str from, a slug or plugin/slug; str to */
    PGY_W_ITEM,        /* pgy_item_put */
    PGY_W_PROBLEM,     /* u32 severity, str section, str id, str key, str message, str remedy */
    PGY_W_PART,     /* u32 type, u32 level, str text, u32 n, n * str cells, u32 n, n * f64 nums */
    PGY_W_INTERVAL, /* IMPORT: i64 start utc, i64 end utc, str summary */
    PGY_W_LOG,      /* u32 level, str message */
    PGY_W_ERROR, /* str what: the rest of a sentence that begins with the plugin's name; the last */
    /* u32 count of ITEM, PROBLEM, PART, INTERVAL and declaration frames; then the worker exits 0 */
    PGY_W_END,
    PGY_W_LOOK,     /* DESCRIBE: str label, str color; NULL: not declared */
    PGY_W_DISCREET, /* DESCRIBE: u32 kind, 0 the rest, str words */
    /* str sentence: the plugin's own, of why it does not do what it was asked for; in place of
     * ERROR */
    PGY_W_REFUSAL,
};

enum {
    PGY_W_MAX_ITEMS = 100000,
    PGY_W_MAX_BYTES = 32 * 1024 * 1024, /* all answers of one request */
    PGY_W_MAX_FRAME = 64 * 1024,
    PGY_W_MAX_DATA =
        8 * 1024 * 1024, /* one data file: a pack of 10,000 milestones is about 2 MiB */
    PGY_W_MAX_CALENDAR = 5 * 1024 * 1024, /* IMPORT: bytes of iCalendar */
    PGY_W_MAX_LOG = 64 * 1024,            /* log and stderr of one request */
};

#endif
