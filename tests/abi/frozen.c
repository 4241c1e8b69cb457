/* SPDX-License-Identifier: BSD-2-Clause */
/* A plugin built against a frozen copy of the contract: what was once released must go on loading
 * (pgyd-plugin(3)). */
#include FROZEN

#if PGYD_API_MAJOR > 0 || PGYD_API_MINOR >= 2
#define ASK(text, otherwise, unless) , text, otherwise, unless
#else
#define ASK(text, otherwise, unless)
#endif

static const struct pgyd_key keys[] = {
    {sizeof keys[0], 0, "frozen", "days", PGYD_INT, 0, NULL, "7", 1, 30, "Days ahead.",
     NULL ASK(NULL, NULL, NULL)},
    {sizeof keys[0], PGYD_KEY_MANY, "thing:", "rate_*", PGYD_INT, 0, NULL, NULL, 0, 10, "A rating.",
     NULL ASK(NULL, NULL, NULL)},
    {sizeof keys[0], 0, "thing:", "last", PGYD_DATE, 0, NULL, NULL, 0, 0, "Last time.",
     "thing" ASK("When was it", "today", "days")}};
static const struct pgyd_journal_kind kinds[] = {
    {sizeof kinds[0], 0, "thing", "thing:", "a|b", "k", "A thing."}};
static const struct pgyd_report reports[] = {{sizeof reports[0], 0, "things", NULL, "All things."}};

static int check(const struct pgyd_host *h)
{
    h->problem(h->ctx, PGYD_WARN, "frozen", "", "days", "is few", NULL);
    return 0;
}

static int plan(const struct pgyd_host *h)
{
    const struct pgyd_step steps[] = {{-2, 'd', PGYD_WARN}};
    const char *const refs[] = {"S0-1"};
    struct pgyd_value days = {sizeof days, 0, 0, 0, 0, 0, 0, NULL, NULL, 0, 0, 0, 0};
    struct pgyd_item item = {sizeof item,
                             PGYD_ITEM_BUSY,
                             PGYD_DEADLINE,
                             PGYD_WARN,
                             PGYD_PATTERN,
                             0,
                             "rule",
                             "4",
                             "Title",
                             "Detail",
                             0,
                             PGYD_NO_DAY,
                             540,
                             600,
                             "UTC",
                             "source",
                             refs,
                             1,
                             1,
                             steps,
                             "thing x"};
    int set = h->get(h->ctx, "frozen", "", "days", &days);
    item.start = h->add_dur(h->ctx, h->today, set ? days.num : 7, 'd');
    return h->emit(h->ctx, &item);
}

static int report(const struct pgyd_host *h, const char *name)
{
    const struct pgyd_part part = {sizeof part, PGYD_HEADING, 1, name, NULL, NULL, 0, 0};
    return h->part(h->ctx, &part);
}

#if PGYD_API_MAJOR > 0 || PGYD_API_MINOR >= 2
static const struct pgyd_discreet discreet[] = {
    {sizeof discreet[0], PGYD_DEADLINE, 0, "a thing runs out"},
    {sizeof discreet[0], 0, 0, "a thing is due"}};
#define SINCE_02 , "Frozen things", "#12aBcd", discreet, 2, 0
#else
#define SINCE_02
#endif

#define PLUGIN(name) PGYD_PLUGIN(name) PGYD_PLUGIN_HEAD(name)
PLUGIN(NAME), "1.0", "frozen", keys, kinds, reports, NULL, 3, 1, 1,
    0, check, plan, report SINCE_02 PGYD_PLUGIN_END
