/* SPDX-License-Identifier: BSD-2-Clause */
/* What may stand in a configuration: the core's table and what the plugins declare. pgyd.ini(5),
 * `pgyctl explain` and the parser all read this one structure. */
#ifndef PGY_CONFIG_SCHEMA_H
#define PGY_CONFIG_SCHEMA_H

#include "base/arena.h"
#include "base/civil.h"
#include "config/declaration.h"
#include "config/key.h"
#include "pgyd/plugin.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    PGY_KEY_CLOCK = 1u << 16,  /* a dur that takes s, min and h (pass_deadline) */
    PGY_KEY_STATE = 1u << 17,  /* text of two letters, a US state */
    PGY_KEY_ZONE = 1u << 18,   /* text naming an IANA zone that exists */
    PGY_KEY_SECRET = 1u << 19, /* never shown by explain values, logs, or status */
    PGY_KEY_MAIN = 1u << 20,   /* main file only, never in a file of [daemon] profiles */
    PGY_KEY_LISTEN =
        1u
        << 21, /* text ADDR:PORT or unix:PATH: text as written, list[0] the address without brackets
                  or the socket's path, num the port (0: any free one) or -1 for a socket */
    /* text: a POSIX extended regular expression, compiled once to check it */
    PGY_KEY_REGEX = 1u << 22,
    PGY_KEY_MINUTES = 1u << 23, /* text HH:MM: num and minute = minutes since midnight */
    /* text HH:MM-HH:MM: num = from, num2 = to, minutes since midnight; to < from: over midnight */
    PGY_KEY_HOURS = 1u << 24,
    PGY_KEY_GLOB = 1u << 25,    /* path with * ? [ ] for glob(3) */
    PGY_KEY_NAMES = 1u << 26,   /* list of plugin names */
    PGY_KEY_PATHS = 1u << 27,   /* list of paths, each treated like PGYD_PATH */
    PGY_KEY_CIDRS = 1u << 28,   /* list of networks, 10.0.0.0/8 or fd00::/8 */
    PGY_KEY_ID = 1u << 29,      /* word that is an id: [a-z0-9-]{1,24} */
    PGY_KEY_PRIVATE = 1u << 30, /* path of a file that exists and that only its owner can read */
    PGY_KEY_FILE = 1u << 31,    /* path of a file that should exist: a warning when it does not */
};
#define PGY_KEY_HOST 0xffff0000u /* all of the above: a plugin's own flags never set them */

/* One key of one section instance, typed; the members are those of struct pgyd_value. A path is
 * given whole: relative ones are taken from the file's folder, ~/ from $HOME. */
struct pgy_value {
    uint32_t type; /* enum pgyd_type */
    int64_t num, num2;
    double real;
    pgy_day day;
    int32_t minute; /* minutes since midnight, -1: none */
    const char *text;
    const char *const *list;
    uint32_t nlist;
    uint32_t unit;
    bool is_default;
};

/* Seconds of a duration that measures the machine. */
int64_t pgy_value_seconds(const struct pgy_value *value);

/* A section kind. */
struct pgy_kind_def {
    const char *name;  /* "contact" */
    bool instances;    /* [contact:id] */
    bool main_only;    /* daemon, serve */
    const char *owner; /* NULL: pgyd */
    const char *help;
};

struct pgy_schema {
    struct pgy_arena *arena;
    const struct pgy_kind_def *kinds;
    size_t nkinds;
    const struct pgy_key *keys;
    size_t nkeys;
    /* in the order of [daemon] plugins, then unlisted ones */
    const struct pgy_declaration *plugins;
    size_t nplugins;
};

struct pgy_problems;

/* The core's own sections and keys alone. */
struct pgy_schema *pgy_schema_core(void);
/* The core's plus the declarations'. A section has one owner, the first listed that declares it; a
 * later one may add keys; two types for one key are an error naming both (added to problems under
 * `file`). Declarations are deep-copied. */
struct pgy_schema *pgy_schema_new(const struct pgy_declaration *declarations, size_t n,
                                  const char *file, struct pgy_problems *problems);
void pgy_schema_free(struct pgy_schema **schema);
/* Borrowed from the schema; NULL when nobody declares it. */
const struct pgy_kind_def *pgy_schema_kind(const struct pgy_schema *schema, const char *kind);
/* The key, with `rate_*` and `*` patterns honored after exact names; NULL. */
const struct pgy_key *pgy_schema_key(const struct pgy_schema *schema, const char *section,
                                     const char *name);
const struct pgy_declaration *pgy_schema_plugin(const struct pgy_schema *schema, const char *name);
/* The type in words as pgyd.ini(5) writes it: "date", "a|b|c", "ref:prospect". */
const char *pgy_key_type_text(const struct pgy_key *key, struct pgy_arena *arena);

#endif
