/* SPDX-License-Identifier: BSD-2-Clause */
/* What pgyd's own plugins share: short reads of the host table, texts, journal look-ups. Days are
 * pgyd_day; texts handed out are the host's and live until the callback returns. */
#ifndef PGC_H
#define PGC_H

#include <pgyd/plugin.h>

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

#define PGC_COUNT(array) ((uint32_t)(sizeof(array) / sizeof((array)[0])))
/* Rows of the tables a plugin declares. */
#define PGC_KEY(section_, name_, type_, choices_, fallback_, help_)                                \
    {                                                                                              \
        .size = sizeof(struct pgyd_key), .section = (section_), .name = (name_), .type = (type_),  \
        .choices = (choices_), .fallback = (fallback_), .help = (help_)                            \
    }
#define PGC_KEY_REQUIRED(section_, name_, type_, choices_, help_)                                  \
    {                                                                                              \
        .size = sizeof(struct pgyd_key), .flags = PGYD_KEY_REQUIRED, .section = (section_),        \
        .name = (name_), .type = (type_), .choices = (choices_), .help = (help_)                   \
    }
#define PGC_KEY_RANGE(section_, name_, type_, min_, max_, help_)                                   \
    {                                                                                              \
        .size = sizeof(struct pgyd_key), .section = (section_), .name = (name_), .type = (type_),  \
        .min = (min_), .max = (max_), .help = (help_)                                              \
    }
/* With members by name behind its help, a question among them. */
#define PGC_KEY_WITH(section_, name_, type_, help_, ...)                                           \
    {                                                                                              \
        .size = sizeof(struct pgyd_key), .section = (section_), .name = (name_), .type = (type_),  \
        .help = (help_), __VA_ARGS__                                                               \
    }
/* A dated fact, read as a journal entry. */
#define PGC_KEY_FACT(section_, name_, journal_, help_)                                             \
    {                                                                                              \
        .size = sizeof(struct pgyd_key), .section = (section_), .name = (name_),                   \
        .type = PGYD_DATE, .help = (help_), .journal = (journal_)                                  \
    }
/* Words of a discreet reminder, by kind of item; 0: the rest. */
#define PGC_DISCREET(kind_, words_)                                                                \
    {                                                                                              \
        .size = sizeof(struct pgyd_discreet), .kind = (kind_), .words = (words_)                   \
    }
/* An all-day item without anything in it. */
#define PGC_ITEM_INIT                                                                              \
    {                                                                                              \
        .size = sizeof(struct pgyd_item), .end = PGYD_NO_DAY, .start_minute = -1, .end_minute = -1 \
    }

/* An all-day item of a rule; its days, detail, references and steps are set behind it. The texts
 * are borrowed. */
struct pgyd_item pgc_item(uint16_t kind, uint16_t severity, const char *slug, const char *title,
                          const char *source);
#define PGC_REFS(item, list) ((item)->refs = (list), (item)->nrefs = PGC_COUNT(list))
#define PGC_STEPS(item, list) ((item)->steps = (list), (item)->nsteps = PGC_COUNT(list))

enum { PGC_TITLE = 201, PGC_DETAIL = 4001, PGC_SLUG = 81 };

/* ---- configuration: the value, or the alternative when it is unset ---- */

bool pgc_get(const struct pgyd_host *h, const char *section, const char *id, const char *key,
             struct pgyd_value *value);
bool pgc_has(const struct pgyd_host *h, const char *section, const char *id, const char *key);
pgyd_day pgc_day(const struct pgyd_host *h, const char *section, const char *id, const char *key);
const char *pgc_text(const struct pgyd_host *h, const char *section, const char *id,
                     const char *key, const char *otherwise);
int64_t pgc_num(const struct pgyd_host *h, const char *section, const char *id, const char *key,
                int64_t otherwise);
bool pgc_yes(const struct pgyd_host *h, const char *section, const char *id, const char *key);
/* Whether an enum key says `word`. */
bool pgc_is(const struct pgyd_host *h, const char *section, const char *id, const char *key,
            const char *word);
bool pgc_lists(const struct pgyd_host *h, const char *section, const char *id, const char *key,
               const char *word);

/* ---- texts ---- */

/* Alphabets of names, to be put together; and whether a text is 1 to max bytes, all of one. The
 * daemon has the same in base/str.h. */
#define PGC_SMALL "abcdefghijklmnopqrstuvwxyz"
#define PGC_DIGITS "0123456789"
bool pgc_made_of(const char *text, size_t max, const char *alphabet);

/* snprintf that cuts between characters, never inside one, and returns out. */
const char *pgc_format(char *out, size_t size, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
void pgc_vformat(char *out, size_t size, const char *format, va_list ap)
    __attribute__((format(printf, 3, 0)));
/* Appends likewise. */
void pgc_append(char *out, size_t size, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* ---- problems ---- */

void pgc_error(const struct pgyd_host *h, const char *section, const char *id, const char *key,
               const char *remedy, const char *format, ...) __attribute__((format(printf, 6, 7)));
void pgc_warn(const struct pgyd_host *h, const char *section, const char *id, const char *key,
              const char *remedy, const char *format, ...) __attribute__((format(printf, 6, 7)));

/* ---- journal ---- */

/* The last happening of a kind about a subject (NULL: any) with an event (NULL: any): its day, or
 * PGYD_NO_DAY. */
pgyd_day pgc_last(const struct pgyd_host *h, const char *kind, const char *subject,
                  const char *event);
pgyd_day pgc_first(const struct pgyd_host *h, const char *kind, const char *subject,
                   const char *event);
/* How many there are. */
uint32_t pgc_count(const struct pgyd_host *h, const char *kind, const char *subject,
                   const char *event);
/* The value of KEY=VALUE in a happening, or NULL. */
const char *pgc_event_value(const struct pgyd_event *event, const char *key);

/* The later of two days, PGYD_NO_DAY counting as none; and the earlier. */
pgyd_day pgc_later(pgyd_day a, pgyd_day b);
pgyd_day pgc_earlier(pgyd_day a, pgyd_day b);

/* ---- rows of keys that more than one plugin reads: each declares what it reads, in a place of its
 * own in its table; what a row says is the same for all and stands here ---- */

/* Of people and places: networking, offers. */
#define PGC_CONTACT_NAME                                                                           \
    PGC_KEY_REQUIRED("contact:", "name", PGYD_TEXT, NULL, "Whom the reminder names.")
#define PGC_CONTACT_MET_AT PGC_KEY("contact:", "met_at", PGYD_TEXT, NULL, NULL, "Where you met.")
#define PGC_CONTACT_PROSPECT                                                                       \
    PGC_KEY("contact:", "prospect", PGYD_REF, "prospect", NULL, "The place they belong to.")
#define PGC_PROSPECT_NAME                                                                          \
    PGC_KEY("prospect:", "name", PGYD_TEXT, NULL, NULL, "The place, as you call it.")
#define PGC_PROSPECT_REGION                                                                        \
    PGC_KEY("prospect:", "region", PGYD_WORD, NULL, NULL, "Its region, a word of yours: midwest.")
#define PGC_PROSPECT_STAGE                                                                         \
    PGC_KEY("prospect:", "stage", PGYD_ENUM,                                                       \
            "none|recon|contact|visit|interview|advanced|offer|closed", "none",                    \
            "How far it has come.")
#define PGC_PROSPECT_PHYSICIAN_LEAD                                                                \
    PGC_KEY("prospect:", "physician_lead", PGYD_TEXT, NULL, NULL,                                  \
            "The physician who decides there.")
#define PGC_PROSPECT_PATH                                                                          \
    PGC_KEY("prospect:", "path", PGYD_ENUM, "warm|cold", NULL, "Whether somebody there knows you.")
#define PGC_PROSPECT_ROTATED_THERE                                                                 \
    PGC_KEY("prospect:", "rotated_there", PGYD_YN, NULL, NULL, "Whether you rotated there.")
#define PGC_PROSPECT_LOCUMS_THERE                                                                  \
    PGC_KEY("prospect:", "locums_there", PGYD_YN, NULL, NULL,                                      \
            "Whether you worked there as a locum.")
#define PGC_PROSPECT_GROWING                                                                       \
    PGC_KEY("prospect:", "growing", PGYD_ENUM, "yes|no|unknown", NULL, "Whether it grows.")
#define PGC_PROSPECT_PRIORITIES                                                                    \
    PGC_KEY("prospect:", "priorities", PGYD_TEXT, NULL, NULL, "What they care about.")

/* Of the job, and what hangs on it: milestones, offers. */
#define PGC_CONTRACT_SIGNED                                                                        \
    PGC_KEY("contract", "signed", PGYD_DATE, NULL, NULL,                                           \
            "The day the contract for your job was signed: what follows from it is planned from "  \
            "here on.")
#define PGC_VISA_TYPE                                                                              \
    PGC_KEY("visa", "type", PGYD_ENUM, "none|j1|h1b|other", "none",                                \
            "Your visa during training. Its dates are for counsel to confirm.")
#define PGC_LOANS_PSLF                                                                             \
    PGC_KEY("loans", "pslf", PGYD_YN, NULL, NULL,                                                  \
            "Whether you work towards Public Service Loan Forgiveness.")
#define PGC_LOANS_PAYMENTS                                                                         \
    PGC_KEY_RANGE("loans", "payments", PGYD_INT, 0, 1000, "Qualifying payments made by as_of.")

#endif
