/* SPDX-License-Identifier: BSD-2-Clause */
/* Reads lists/flags.tsv: what is said of each flag. Which one is up is flags.c's. */
#include "plugins/offers/compare/flags.h"

#include "plugins/common/fill.h"
#include "plugins/common/texts/utf8.h"
#include "plugins/common/tsv.h"

#include <string.h>

#define LIST "flags.tsv"

enum { ID, NAME, WHY, ASK, REF, COLUMNS };

static const struct flag known[FLAGS] = {
    [FLAG_THRESHOLD] = {"threshold", true, "threshold|reached"},
    [FLAG_CLAIM] = {"claim", true, "claim"},
    [FLAG_BONUS_HISTORY] = {"bonus-history", false, ""},
    [FLAG_BONUS_SHARE] = {"bonus-share", false, ""},
    [FLAG_PARTNERSHIP] = {"partnership", true, ""},
    [FLAG_ANCILLARY] = {"ancillary", false, ""},
    [FLAG_SIGN_ON] = {"sign-on", false, ""},
    [FLAG_SIGN_ON_CLIFF] = {"sign-on-cliff", false, "months"},
    [FLAG_CALL] = {"call", true, ""},
    [FLAG_CALL_EQUAL] = {"call-equal", true, ""},
    [FLAG_CALL_CHANGE] = {"call-change", false, ""},
    [FLAG_MOONLIGHTING] = {"moonlighting", false, ""},
    [FLAG_PART_TIME] = {"part-time", true, "fte|days|rival"},
    [FLAG_COVENANT] = {"covenant", true, "covenant"},
    [FLAG_TAIL] = {"tail", false, ""},
    [FLAG_TRAP] = {"trap", true, ""},
    [FLAG_TERM] = {"term", false, "months"},
    [FLAG_NOTICE] = {"notice", false, "days"},
    [FLAG_NOT_NEGOTIABLE] = {"not-negotiable", true, ""},
    [FLAG_LETTER_ONLY] = {"letter-only", false, ""},
    [FLAG_CLAUSE_COVENANT] = {"clause-covenant", false, ""},
    [FLAG_CLAUSE_TERMINATION] = {"clause-termination", false, ""},
    [FLAG_CLAUSE_CALL] = {"clause-call", false, ""},
    [FLAG_CLAUSE_THRESHOLD] = {"clause-threshold", false, ""},
    [FLAG_RISK_COVENANT] = {"risk-covenant", false, ""},
    [FLAG_RISK_PARTNERSHIP] = {"risk-partnership", false, ""},
    [FLAG_RISK_BONUS] = {"risk-bonus", false, ""},
    [FLAG_RISK_CALL] = {"risk-call", false, ""},
    [FLAG_RISK_ANCILLARY] = {"risk-ancillary", false, ""},
};

const struct flag *flags_known(enum flag_id id)
{
    return &known[id];
}

/* A text of its column; "-" is none. */
static bool take(char *to, size_t size, const char *cell)
{
    if (!pgc_utf8_line(cell, size - 1))
        return false;
    pgc_format(to, size, "%s", strcmp(cell, "-") == 0 ? "" : cell);
    return true;
}

/* Of two lines with one id the first counts. */
static bool take_row(struct flags_list *list, const struct pgc_tsv_row *row)
{
    struct flag_words words;
    uint32_t i = 0;
    while (i < FLAGS && strcmp(known[i].id, row->cell[ID]) != 0)
        i++;
    if (i == FLAGS || list->of[i].name[0] ||
        !take(words.name, sizeof words.name, row->cell[NAME]) ||
        !take(words.why, sizeof words.why, row->cell[WHY]) ||
        !take(words.ask, sizeof words.ask, row->cell[ASK]) ||
        !take(words.ref, sizeof words.ref, row->cell[REF]) ||
        !pgc_fill_fits(words.why, known[i].names))
        return false;
    list->of[i] = words;
    return true;
}

struct reading {
    struct flags_list *list;
    int bad;
};

static int read_row(void *arg, const struct pgc_tsv_row *row)
{
    struct reading *r = arg;
    r->bad += !take_row(r->list, row);
    return 0;
}

void flags_list_read(const struct pgyd_host *h, struct flags_list *list)
{
    struct reading r = {list, 0};
    *list = (struct flags_list){.bad = 0};
    int bad = pgc_tsv_read(h, LIST, COLUMNS, read_row, &r);
    list->bad = bad < 0 ? bad : bad + r.bad;
    for (uint32_t i = FLAGS; i-- > 0;) {
        if (list->of[i].name[0])
            continue;
        pgc_format(list->of[i].name, sizeof list->of[i].name, "%s", known[i].id);
        list->without = known[i].id;
    }
}

void flags_list_check(const struct pgyd_host *h)
{
    struct flags_list list;
    const char *id = h->section_id(h->ctx, "offer", 0);
    if (!id)
        return;
    flags_list_read(h, &list);
    pgc_tsv_warn(h, "offer", id, LIST, list.bad, "flags go by their ids, unexplained");
    if (list.bad >= 0 && list.without)
        pgc_warn(h, "offer", id, NULL, "add it: the first lines say what each column holds",
                 "lists/" LIST " has no line for the flag '%s'", list.without);
}
