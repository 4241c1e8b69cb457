/* SPDX-License-Identifier: BSD-2-Clause */
/* Questions by the year, quarter and month, and what is to be done once: the days and conditions of
 * each rule. Which there are, and their words, is lists/prompts.tsv's. Alerts, which come of
 * something missing, are in search.c and in the room of people. */
#include "plugins/networking/search/search.h"

#include "plugins/common/texts/utf8.h"

#include <string.h>

#define LIST "prompts.tsv"

enum { ID, RULE, ON, STAKES, TITLE, NEXT, WHY, DETAIL, SOURCE, REF, COLUMNS };
enum { MONTHS_MOST = 60, EVERY_MOST = 12, LEAP_YEAR = 2028, REF_MOST = 40 };
enum { MEETINGS = 1, CONTRACTS = 3 };

/* A line of the list, its texts the line's. */
struct prompt {
    const char *id, *title, *next, *why, *source, *ref;
    char detail[PGC_DETAIL];
    uint16_t stakes;
    const struct rule *rule;
    int32_t
        months; /* of ON_MONTHS: before the end of training; of ON_EVERY: from one to the next */
    int32_t month, dom; /* of ON_DAY */
};

struct planning {
    const struct pgyd_host *h;
    const struct pgc_anchors *anchors;
};

enum on { ON_NOTHING, ON_MONTHS, ON_DAY, ON_EVERY };

struct rule {
    const char *name;
    enum on on;
    int (*plan)(const struct planning *p, const struct prompt *prompt);
};

/* No day of these is fixed: they are there to be begun. */
static struct pgyd_item item_of(const struct prompt *prompt)
{
    struct pgyd_item item = pgc_item(PGYD_REMINDER, 0, prompt->id, prompt->title, prompt->source);
    item.stakes = prompt->stakes;
    item.next = prompt->next;
    item.why = prompt->why;
    item.detail = prompt->detail;
    item.refs = &prompt->ref;
    item.nrefs = strcmp(prompt->ref, "-") != 0;
    return item;
}

/* ---- once ---- */

/* S1-11: what the candidate does whom the chief calls about, each by a month of the year in which
 * deciders notice (S1-14). */
static int plan_once(const struct planning *p, const struct prompt *prompt)
{
    struct pgyd_item item = item_of(prompt);
    item.start = p->h->add_months(p->h->ctx, p->anchors->g, -prompt->months);
    return item.start > p->anchors->start ? p->h->emit(p->h->ctx, &item) : 0;
}

/* ---- counted ---- */

struct tally {
    const char *word;
    int64_t n;
};

/* `log intel meeting` names it as its subject; entries of older versions as their event. */
static int count(void *arg, const struct pgyd_event *event)
{
    struct tally *t = arg;
    t->n += strcmp(event->subject, t->word) == 0 || strcmp(event->event, t->word) == 0;
    return 0;
}

/* Until enough of them are known; the file's count is a floor to the journal's. */
static int plan_counted(const struct planning *p, const struct prompt *prompt, const char *key,
                        struct tally t, int64_t enough, const char *done_log)
{
    struct pgyd_item item = item_of(prompt);
    p->h->journal(p->h->ctx, "intel", NULL, count, &t);
    if (t.n >= enough || pgc_num(p->h, "intel", "", key, 0) >= enough)
        return 0;
    item.done_log = done_log;
    item.start = p->h->add_months(p->h->ctx, p->anchors->g, -prompt->months);
    return item.start > p->anchors->start ? p->h->emit(p->h->ctx, &item) : 0;
}

static int plan_meetings(const struct planning *p, const struct prompt *prompt)
{
    return plan_counted(p, prompt, "meetings_observed", (struct tally){"meeting", 0}, MEETINGS,
                        "intel meeting");
}

/* One of three is not done with it: no done_log. */
static int plan_contracts(const struct planning *p, const struct prompt *prompt)
{
    return plan_counted(p, prompt, "contracts_read", (struct tally){"contract", 0}, CONTRACTS,
                        NULL);
}

/* S1-52: training is shown by its volumes, call, breadth and autonomy; what is not written down by
 * G - 18 cannot be said in a letter. */
static int plan_training(const struct planning *p, const struct prompt *prompt)
{
    static const struct {
        const char *key, *words;
    } shown[] = {{"volumes", "case volumes"},
                 {"call", "call"},
                 {"breadth", "breadth of cases"},
                 {"autonomy", "what you do alone"}};
    struct pgyd_item item = item_of(prompt);
    char missing[96] = "", detail[PGC_DETAIL];
    for (uint32_t i = 0; i < PGC_COUNT(shown); i++) {
        if (!pgc_has(p->h, "training", "", shown[i].key))
            pgc_append(missing, sizeof missing, "%s%s", missing[0] ? ", " : "", shown[i].words);
    }
    item.start = p->h->add_months(p->h->ctx, p->anchors->g, -prompt->months);
    if (!missing[0] || item.start == PGYD_NO_DAY)
        return 0;
    const struct pgc_filling said = {"missing", missing};
    item.detail = pgc_fill(detail, sizeof detail, prompt->detail, &said, 1);
    return p->h->emit(p->h->ctx, &item);
}

static pgyd_day month_end(const struct pgyd_host *h, pgyd_day day)
{
    int32_t year, month, dom;
    h->ymd(h->ctx, day, &year, &month, &dom);
    return h->add_months(h->ctx, day - (dom - 1), 1) - 1;
}

/* ---- every year, from PGY-2 to the end; what comes again is not caught up on: the next one asks
 * the same ---- */

static int plan_yearly(const struct planning *p, const struct prompt *prompt)
{
    const struct pgyd_host *h = p->h;
    pgyd_day from = pgc_pgy_start(h, p->anchors, 2);
    int32_t year, last, month, dom;
    h->ymd(h->ctx, from, &year, &month, &dom);
    h->ymd(h->ctx, p->anchors->g, &last, &month, &dom);
    for (; year <= last; year++) {
        struct pgyd_item item = item_of(prompt);
        char period[16];
        item.start = h->day(h->ctx, year, prompt->month, prompt->dom);
        if (item.start < from || item.start > p->anchors->g || item.start < h->started)
            continue;
        item.occurrence = pgc_format(period, sizeof period, "%d", year);
        item.by = month_end(h, item.start);
        if (h->emit(h->ctx, &item) != 0)
            return -1;
    }
    return 0;
}

/* ---- quarterly and monthly within a window ---- */

struct span {
    pgyd_day from, to;
};

/* S1-28 and S2-23: when it is time to listen. */
static struct span recon(const struct pgyd_host *h, const struct pgc_anchors *a)
{
    if (a->track == PGC_SHORT)
        return (struct span){h->add_months(h->ctx, pgc_pgy_start(h, a, 2), 9),
                             h->add_months(h->ctx, pgc_pgy_start(h, a, 3), 3) - 1};
    return (struct span){pgc_pgy_start(h, a, 3), pgc_pgy_end(h, a, 4)};
}

/* S1-30: the first day of each quarter in the window. */
static int plan_quarterly(const struct planning *p, const struct prompt *prompt)
{
    const struct pgyd_host *h = p->h;
    struct span span = recon(h, p->anchors);
    for (pgyd_day day = span.from; day != PGYD_NO_DAY && day <= span.to;
         day = h->add_months(h->ctx, day, 3)) {
        struct pgyd_item item = item_of(prompt);
        char period[16];
        int32_t year, month, dom;
        if (day < h->started)
            continue;
        h->ymd(h->ctx, day, &year, &month, &dom);
        item.occurrence = pgc_format(period, sizeof period, "%d-q%d", year, (month - 1) / 3 + 1);
        item.start = day;
        item.by = h->add_months(h->ctx, day, 3) - 1;
        if (h->emit(h->ctx, &item) != 0)
            return -1;
    }
    return 0;
}

/* S1-14: the year that begins two years before the end, in every third month for instance: the
 * second, the fifth, and so on. */
static int plan_monthly(const struct planning *p, const struct prompt *prompt)
{
    const struct pgyd_host *h = p->h;
    for (int months = 24 - prompt->months / 2; months > 12; months -= prompt->months) {
        struct pgyd_item item = item_of(prompt);
        char period[16], text[24];
        item.start = h->add_months(h->ctx, p->anchors->g, -months);
        /* S2-60: not on the last day of PGY-1, which is G - 24 in three years of training. */
        if (item.start < pgc_pgy_start(h, p->anchors, 2) || item.start < h->started)
            continue;
        item.by = month_end(h, item.start);
        item.occurrence =
            pgc_format(period, sizeof period, "%.7s", h->day_text(h->ctx, item.start, text));
        if (h->emit(h->ctx, &item) != 0)
            return -1;
    }
    return 0;
}

static const struct rule rules[] = {
    {"once", ON_MONTHS, plan_once},           {"meetings", ON_MONTHS, plan_meetings},
    {"contracts", ON_MONTHS, plan_contracts}, {"training", ON_MONTHS, plan_training},
    {"yearly", ON_DAY, plan_yearly},          {"quarterly", ON_NOTHING, plan_quarterly},
    {"monthly", ON_EVERY, plan_monthly},
};

/* ---- the list ---- */

static bool is_id(const char *text)
{
    return pgc_made_of(text, PGC_SLUG - 1, PGC_SMALL PGC_DIGITS "-.");
}

/* "08-01"; 02-29 comes in leap years. */
static bool take_day(const struct pgyd_host *h, const char *text, struct prompt *prompt)
{
    static const char digits[] = "0123456789";
    if (strspn(text, digits) != 2 || text[2] != '-' || strspn(text + 3, digits) != 2 || text[5])
        return false;
    prompt->month = (text[0] - '0') * 10 + text[1] - '0';
    prompt->dom = (text[3] - '0') * 10 + text[4] - '0';
    return h->day(h->ctx, LEAP_YEAR, prompt->month, prompt->dom) != PGYD_NO_DAY;
}

static bool take_on(const struct pgyd_host *h, const char *text, struct prompt *prompt)
{
    const int64_t most = prompt->rule->on == ON_EVERY ? EVERY_MOST : MONTHS_MOST;
    int64_t months;
    switch (prompt->rule->on) {
    case ON_MONTHS:
    case ON_EVERY:
        if (!pgc_tsv_number(text, &months) || months < 1 || months > most)
            return false;
        prompt->months = (int32_t)months;
        return true;
    case ON_DAY:
        return take_day(h, text, prompt);
    default:
        return strcmp(text, "-") == 0;
    }
}

/* What the host would refuse as an item's would end the whole plan. */
static bool take(const struct pgyd_host *h, const struct pgc_tsv_row *row, struct prompt *prompt)
{
    char detail[PGC_CELL];
    *prompt = (struct prompt){.id = row->cell[ID],
                              .stakes = nudge_stakes(row->cell[STAKES]),
                              .title = row->cell[TITLE],
                              .next = nudge_cell(row->cell[NEXT]),
                              .why = nudge_cell(row->cell[WHY]),
                              .source = row->cell[SOURCE],
                              .ref = row->cell[REF]};
    pgc_fill(detail, sizeof detail, row->cell[DETAIL], NULL, 0);
    nudge_detail(prompt->detail, sizeof prompt->detail, detail, prompt->why);
    for (uint32_t i = 0; i < PGC_COUNT(rules); i++) {
        if (strcmp(rules[i].name, row->cell[RULE]) == 0)
            prompt->rule = &rules[i];
    }
    return prompt->rule && prompt->stakes && take_on(h, row->cell[ON], prompt) &&
           is_id(prompt->id) && pgc_utf8_line(prompt->title, PGC_TITLE - 1) &&
           pgc_utf8_line(row->cell[NEXT], NUDGE_NEXT) &&
           pgc_utf8_line(row->cell[WHY], PGC_TITLE - 1) &&
           pgc_utf8_line(row->cell[DETAIL], PGC_CELL) && pgc_utf8_line(prompt->source, PGC_CELL) &&
           pgc_utf8_line(prompt->ref, REF_MOST);
}

struct reading {
    struct planning planning;
    int rc;
    uint32_t bad;
};

static int plan_row(void *arg, const struct pgc_tsv_row *row)
{
    struct reading *r = arg;
    struct prompt prompt;
    if (take(r->planning.h, row, &prompt))
        r->rc = prompt.rule->plan(&r->planning, &prompt);
    return r->rc;
}

static int check_row(void *arg, const struct pgc_tsv_row *row)
{
    struct reading *r = arg;
    struct prompt prompt;
    r->bad += !take(r->planning.h, row, &prompt);
    return 0;
}

/* A preliminary year leads to another residency, not to a job. */
static bool asked(const struct pgc_anchors *anchors)
{
    return anchors && anchors->n > 1;
}

int prompts_plan(const struct pgyd_host *h, const struct pgc_anchors *anchors)
{
    struct reading r = {.planning = {h, anchors}};
    if (asked(anchors))
        pgc_tsv_read(h, LIST, COLUMNS, plan_row, &r);
    return r.rc;
}

void prompts_check(const struct pgyd_host *h)
{
    struct pgc_anchors known;
    struct reading r = {.planning = {h, NULL}};
    if (!pgc_anchors(h, &known) || !asked(&known))
        return;
    int bad = pgc_tsv_read(h, LIST, COLUMNS, check_row, &r);
    pgc_tsv_warn(h, "training", "", LIST, bad < 0 ? bad : bad + (int)r.bad,
                 "its questions are not asked");
}
