/* SPDX-License-Identifier: BSD-2-Clause */
/* Templates of letters, pgyd-letter(5): a header, then sections of lines with {placeholders}. Pure:
 * bytes in, struct out, which points into the bytes. Nothing here says what a placeholder holds. */
#ifndef OFFERS_LETTERPARSE_H
#define OFFERS_LETTERPARSE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    LETTER_BYTES = 16384,
    LETTER_LINES = 48,
    LETTER_LINE = 400,   /* bytes of a line */
    LETTER_NAME = 32,    /* bytes of a placeholder's name */
    LETTER_HEADER = 120, /* bytes of a header's value */
    LETTER_REFS = 4,
};

/* The order in which the sections of a request stand (S0-42); the body stands alone. */
enum letter_section {
    LETTER_BODY,
    LETTER_FIT,
    LETTER_OBSTACLE,
    LETTER_RESOLVE,
    LETTER_REQUEST,
    LETTER_SECTIONS
};
/* place: an offer or a prospect; any: whoever is named, or nobody. */
enum letter_to {
    LETTER_TO_NONE,
    LETTER_TO_OFFER,
    LETTER_TO_CONTACT,
    LETTER_TO_PROSPECT,
    LETTER_TO_PLACE,
    LETTER_TO_ANY
};
enum letter_format { LETTER_MAIL, LETTER_PHONE, LETTER_TEXT, LETTER_BLOCK };

/* Gates that `needs` names. */
enum letter_need {
    NEED_READY = 1 << 0,        /* S0-08: the three questions answered */
    NEED_VALUE = 1 << 1,        /* S2-35: the value comes first */
    NEED_COUNSEL = 1 << 2,      /* S0-56: counsel has read it */
    NEED_ROUNDS = 1 << 3,       /* S0-48: once, maybe twice */
    NEED_RIVAL = 1 << 4,        /* another offer, in writing and live */
    NEED_MOVABLE = 1 << 5,      /* S0-16: a date that a letter can move */
    NEED_SETTLED = 1 << 6,      /* S0-61: another offer was accepted */
    NEED_TWO_ADVANCED = 1 << 7, /* S1-47 */
    NEED_MET = 1 << 8,          /* S1-32 */
    NEED_NOT_MET = 1 << 9,      /* S2-26 */
    NEED_CONTRACT = 1 << 10,    /* S0-23: the full contract is there */
};

struct letter_span {
    const char *text; /* into the template's bytes, not ended */
    size_t len;
};

struct letter_line {
    struct letter_span text;
    uint32_t line;      /* in the file */
    uint32_t paragraph; /* counts from 0 */
    uint16_t section;   /* enum letter_section */
    bool optional;      /* kept only when all its placeholders are known */
    bool bullet;        /* begins with "- " and stands on its own */
};

struct letter_template {
    /* term: the key of [offer:id] that is asked for; empty */
    struct letter_span about, subject, term;
    struct letter_span refs[LETTER_REFS];
    uint32_t nrefs;
    uint32_t needs;  /* enum letter_need */
    uint16_t to;     /* enum letter_to */
    uint16_t format; /* enum letter_format */
    uint16_t lane;   /* enum lane: what it says of another offer */
    bool asks;       /* in four parts */
    struct letter_line lines[LETTER_LINES];
    uint32_t n;
};

struct letter_error {
    uint32_t line;
    char text[200];
};

/* Called for each placeholder: whether there is one of that name. */
typedef bool (*letter_known_fn)(const char *name);

/* false: the first mistake, with its line. Written only on success. */
bool letter_parse(const char *bytes, size_t len, letter_known_fn known, struct letter_template *out,
                  struct letter_error *error);
/* The next placeholder of a text from *at on: the plain text before it, and its name. false: no
 * more, `before` is the rest. */
bool letter_next(const struct letter_span *text, size_t *at, struct letter_span *before,
                 char name[LETTER_NAME]);

#endif
