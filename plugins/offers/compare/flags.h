/* SPDX-License-Identifier: BSD-2-Clause */
/* What can be wrong with the terms of an offer, and its words (lists/flags.tsv). When it is, is
 * flags.c's. */
#ifndef OFFERS_FLAGS_H
#define OFFERS_FLAGS_H

#include "plugins/common/pgc.h"

/* In the order of the list; those of the risk index last. */
enum flag_id {
    FLAG_THRESHOLD,
    FLAG_CLAIM,
    FLAG_BONUS_HISTORY,
    FLAG_BONUS_SHARE,
    FLAG_PARTNERSHIP,
    FLAG_ANCILLARY,
    FLAG_SIGN_ON,
    FLAG_SIGN_ON_CLIFF,
    FLAG_CALL,
    FLAG_CALL_EQUAL,
    FLAG_CALL_CHANGE,
    FLAG_MOONLIGHTING,
    FLAG_PART_TIME,
    FLAG_COVENANT,
    FLAG_TAIL,
    FLAG_TRAP,
    FLAG_TERM,
    FLAG_NOTICE,
    FLAG_NOT_NEGOTIABLE,
    FLAG_LETTER_ONLY,
    FLAG_CLAUSE_COVENANT,
    FLAG_CLAUSE_TERMINATION,
    FLAG_CLAUSE_CALL,
    FLAG_CLAUSE_THRESHOLD,
    FLAG_RISK_COVENANT,
    FLAG_RISK_PARTNERSHIP,
    FLAG_RISK_BONUS,
    FLAG_RISK_CALL,
    FLAG_RISK_ANCILLARY,
    FLAGS
};

enum { FLAG_WHY = 240, FLAG_ASK = 160 };

/* What the code goes by. It is not in the list: a line that is not installed must not make a red
 * flag a pale one. */
struct flag {
    const char *id;
    bool red;          /* counts towards the walk-away review */
    const char *names; /* that its `why` may hold: "threshold|reached" */
};

const struct flag *flags_known(enum flag_id id);

/* ---- flagslist.c: the words of lists/flags.tsv ---- */

/* Of a flag that the list does not have: its id, and "". */
struct flag_words {
    char name[40];
    char why[FLAG_WHY]; /* with its {names} */
    char ask[FLAG_ASK];
    char ref[8];
};

struct flags_list {
    struct flag_words of[FLAGS];
    int bad;             /* lines that cannot be used; -1: there is no list */
    const char *without; /* the id of the first flag that has no line; NULL: none */
};

void flags_list_read(const struct pgyd_host *h, struct flags_list *list);
/* Of the callback check: whether every flag has its words. */
void flags_list_check(const struct pgyd_host *h);

#endif
