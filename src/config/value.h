/* SPDX-License-Identifier: BSD-2-Clause */
/* Texts to typed values. The types are those of pgyd.ini(5); the forms are the host's own narrower
 * ones (PGY_KEY_*). */
#ifndef PGY_CONFIG_VALUE_H
#define PGY_CONFIG_VALUE_H

#include "config/schema.h"

/* What a value is read with, and what was wrong with it. */
struct pgy_reading {
    struct pgy_arena *arena; /* receives texts and lists */
    const char *zone;        /* the person's: of a `when` without one */
    const char *folder;      /* of the file: where relative paths start */
    bool in_folder;          /* a profile file: paths stay in the folder */
    bool hide;               /* the value is a secret: messages must not show it */
    bool terse;              /* nobody will read more suggestions: spare their cost */
    const char **zones;      /* all names of zones, once a suggestion needed them */
    size_t nzones;
    const char *problem, *remedy; /* written on PGY_EINVAL; a problem beside 0 is a warning */
};

/* Reads a trimmed text as the key's type. 0 with *value, or PGY_EINVAL with reading->problem and
 * ->remedy. References are checked for form only: whether the section exists is known at the end of
 * the file. */
int pgy_value_read(struct pgy_reading *reading, const struct pgy_key *key, const char *raw,
                   struct pgy_value *value);

/* ---- reading.c ---- */
/* Sets problem (formatted) and remedy; returns PGY_EINVAL. */
int pgy_reading_fail(struct pgy_reading *reading, const char *remedy, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* The value for a message: in quotes and cut short, or "the value" when it is a secret. */
const char *pgy_reading_shown(const struct pgy_reading *reading, const char *raw);
/* The first 60 bytes or so of a text, on a character's border. */
const char *pgy_text_shown(struct pgy_arena *arena, const char *text);
/* A formatted text in the reading's arena. */
#define pgy_reading_text(reading, ...) pgy_arena_printf((reading)->arena, __VA_ARGS__)

/* The forms, form.c. Each is called with the value's type already set. */
typedef int pgy_form_fn(struct pgy_reading *reading, const struct pgy_key *key, const char *raw,
                        struct pgy_value *value);
pgy_form_fn pgy_form_url, pgy_form_zone, pgy_form_state, pgy_form_listen, pgy_form_regex,
    pgy_form_minutes, pgy_form_hours, pgy_form_id;
/* Paths, path.c. */
pgy_form_fn pgy_form_path, pgy_form_private, pgy_form_file, pgy_form_glob;
/* What one element of a list must be; *element may be replaced. */
typedef int pgy_element_fn(struct pgy_reading *reading, const char **element);
pgy_element_fn pgy_element_name, pgy_element_cidr, pgy_element_path;
/* The IANA zone a person may have meant ("EST", "New York"), or NULL (places.c). */
const char *pgy_zone_nearest(struct pgy_reading *reading, const char *name);
/* The secret of Standard Webhooks: whsec_ and base64 of 24 to 64 bytes. */
bool pgy_secret_valid(const char *text);

#endif
