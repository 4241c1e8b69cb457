/* SPDX-License-Identifier: BSD-2-Clause */
/* A function for each placeholder about the person, people and places. Those about offers are in
 * offerfacts.c and rivalfacts.c. */
#include "plugins/offers/letters/facts/facts.h"

#include "plugins/common/anchors.h"
#include "plugins/common/dates.h"
#include "plugins/offers/compare/compare.h"

#include <string.h>

/* A word of the configuration as people write it. */
static bool spoken(struct letter_case *c, struct letter_fact *f, const char *section,
                   const char *id, const char *key)
{
    if (!letter_text(c, f, section, id, key, LETTER_TYPED))
        return false;
    for (char *p = f->text; *p; p++) {
        if (*p == '_')
            *p = ' ';
    }
    return true;
}

/* ---- the person and the training ---- */

static bool own_name(struct letter_case *c, struct letter_fact *f)
{
    return letter_text(c, f, "person", "", "name", LETTER_TYPED);
}

static bool specialty(struct letter_case *c, struct letter_fact *f)
{
    return spoken(c, f, "training", "", "specialty");
}

/* A plan for as long as it has not begun. */
static bool fellowship(struct letter_case *c, struct letter_fact *f)
{
    struct pgc_anchors a;
    if (pgc_anchors(c->h, &a) && a.fellowship && c->h->today >= a.f0)
        return letter_missing(f, "a fellowship that is still to come");
    return spoken(c, f, "fellowship", "", "type");
}

static bool program(struct letter_case *c, struct letter_fact *f)
{
    return letter_text(c, f, "training", "", "program_bucket", LETTER_TYPED);
}

static bool volumes(struct letter_case *c, struct letter_fact *f)
{
    return letter_text(c, f, "training", "", "volumes", LETTER_OWN);
}

static bool call_duties(struct letter_case *c, struct letter_fact *f)
{
    return letter_text(c, f, "training", "", "call", LETTER_OWN);
}

static bool breadth(struct letter_case *c, struct letter_fact *f)
{
    return letter_text(c, f, "training", "", "breadth", LETTER_OWN);
}

static bool autonomy(struct letter_case *c, struct letter_fact *f)
{
    return letter_text(c, f, "training", "", "autonomy", LETTER_OWN);
}

static bool pgy(struct letter_case *c, struct letter_fact *f)
{
    struct pgc_anchors a;
    pgc_format(f->key, sizeof f->key, "[training] start");
    if (!pgc_anchors(c->h, &a))
        return letter_missing(f, "[training] start and length");
    int level = pgc_pgy(c->h, &a, c->h->today);
    if (level < 1 || c->h->today > a.g)
        return letter_missing(f, "a day within the training ([training] start, length)");
    pgc_format(f->text, sizeof f->text, "PGY-%d", level);
    return true;
}

/* "PGY-3 resident in internal medicine", "fellow in cardiology": what one is today. */
static bool trainee(struct letter_case *c, struct letter_fact *f)
{
    struct letter_fact level = {.source = LETTER_WORKED};
    struct pgc_anchors a;
    bool known = pgc_anchors(c->h, &a);
    if (known && a.fellowship && c->h->today >= a.f0 && c->h->today <= a.f1) {
        if (!spoken(c, &level, "fellowship", "", "type"))
            return letter_missing(f, "%s", level.text);
        pgc_format(f->text, sizeof f->text, "fellow in %s", level.text);
        return true;
    }
    if (known && c->h->today > a.residency_end)
        return letter_missing(f, "a day within the training ([training] start, length)");
    if (!pgy(c, &level))
        return letter_missing(f, "%s", level.text);
    pgc_format(f->text, sizeof f->text, "%s resident in ", level.text);
    if (!specialty(c, &level))
        return letter_missing(f, "%s", level.text);
    pgc_append(f->text, sizeof f->text, "%s", level.text);
    return true;
}

static bool finish_month(struct letter_case *c, struct letter_fact *f)
{
    struct pgc_anchors a;
    int32_t y = 0, d = 0;
    pgc_format(f->key, sizeof f->key, "[training] end");
    if (!pgc_anchors(c->h, &a))
        return letter_missing(f, "[training] start and length");
    if (c->h->today > a.g)
        return letter_missing(f, "a training that is still to end ([training] end)");
    const char *name = letter_month(c->h, a.g, &y, &d);
    pgc_format(f->text, sizeof f->text, "%s %d", name, y);
    return true;
}

/* ---- people and places ---- */

static bool employer(struct letter_case *c, struct letter_fact *f)
{
    const char *name = letter_place(c);
    f->source = LETTER_NAMED;
    if (!name && c->prospect)
        return letter_missing(f, "[prospect:%s] name", c->prospect);
    if (!name)
        return letter_missing(f, "whom it goes to: offer=ID or prospect=ID");
    if (strlen(name) >= sizeof f->text)
        return letter_missing(f, "a name of less than %d bytes for the place", LETTER_FACT);
    pgc_format(f->key, sizeof f->key, c->offer ? "[offer:%s] employer" : "[prospect:%s] name",
               c->offer ? c->offer->id : c->prospect);
    pgc_format(f->text, sizeof f->text, "%s", name);
    return true;
}

static bool of_contact(struct letter_case *c, struct letter_fact *f, const char *key,
                       uint16_t source)
{
    return c->contact ? letter_text(c, f, "contact", c->contact, key, source)
                      : letter_missing(f, "whom it goes to: contact=ID");
}

static bool contact(struct letter_case *c, struct letter_fact *f)
{
    return of_contact(c, f, "name", LETTER_TYPED);
}

static bool met_at(struct letter_case *c, struct letter_fact *f)
{
    return of_contact(c, f, "met_at", LETTER_TYPED);
}

/* Whom to greet: the contact, or the physician who leads. */
static bool lead(struct letter_case *c, struct letter_fact *f)
{
    if (c->contact)
        return contact(c, f);
    if (c->offer && letter_text(c, f, "offer", c->offer->id, "physician_lead", LETTER_TYPED))
        return true;
    return c->prospect ? letter_text(c, f, "prospect", c->prospect, "physician_lead", LETTER_TYPED)
                       : letter_missing(f, "physician_lead");
}

static bool of_prospect(struct letter_case *c, struct letter_fact *f, const char *key)
{
    if (c->prospect)
        return letter_text(c, f, "prospect", c->prospect, key, LETTER_TYPED);
    if (c->offer)
        return letter_missing(f, "[offer:%s] prospect and its %s", c->offer->id, key);
    return letter_missing(f, "whom it goes to (prospect=ID) and its %s", key);
}

static bool region(struct letter_case *c, struct letter_fact *f)
{
    return c->prospect ? spoken(c, f, "prospect", c->prospect, "region")
                       : of_prospect(c, f, "region");
}

static bool priorities(struct letter_case *c, struct letter_fact *f)
{
    return of_prospect(c, f, "priorities");
}

static bool tie(struct letter_case *c, struct letter_fact *f)
{
    return of_prospect(c, f, "tie");
}

/* S1-32: only where you wrote down that they grow. */
static bool may_grow(struct letter_case *c, struct letter_fact *f)
{
    if (!c->prospect || !pgc_is(c->h, "prospect", c->prospect, "growing", "yes"))
        return letter_missing(f, "[prospect:...] growing = yes");
    pgc_format(f->text, sizeof f->text, "your group may be growing");
    return true;
}

/* ---- what one brings ---- */

#define VALUE_FACT(name_, key_, source_)                                                           \
    static bool name_(struct letter_case *c, struct letter_fact *f)                                \
    {                                                                                              \
        return letter_text(c, f, "value", "", key_, source_);                                      \
    }
VALUE_FACT(metric, "metric", LETTER_OWN)
VALUE_FACT(story, "story", LETTER_OWN)
VALUE_FACT(benefit_them, "benefit_them", LETTER_OWN)
VALUE_FACT(common_ground, "common_ground", LETTER_TYPED)
VALUE_FACT(resources, "resources", LETTER_OWN)
VALUE_FACT(case_type, "case_type", LETTER_TYPED)

/* S3-05: the result, else the volumes of training. */
static bool value(struct letter_case *c, struct letter_fact *f)
{
    return metric(c, f) || volumes(c, f) || letter_missing(f, "[value] metric");
}

static bool whole(struct letter_case *c, struct letter_fact *f, const char *key)
{
    struct pgyd_value v;
    char text[MONEY_TEXT];
    letter_key(f, "value", "", key);
    if (!pgc_get(c->h, "value", "", key, &v))
        return letter_missing(f, "%s", f->key);
    pgc_format(f->text, sizeof f->text, "%s", money_count(v.num, text));
    return true;
}

static bool cases_week(struct letter_case *c, struct letter_fact *f)
{
    return whole(c, f, "cases_week");
}

static bool discharges(struct letter_case *c, struct letter_fact *f)
{
    return whole(c, f, "discharges");
}

static bool percent(struct letter_case *c, struct letter_fact *f, const char *key)
{
    struct pgyd_value v;
    letter_key(f, "value", "", key);
    if (!pgc_get(c->h, "value", "", key, &v))
        return letter_missing(f, "%s", f->key);
    pgc_format(f->text, sizeof f->text, "%g%%", v.real);
    return true;
}

static bool readmit_rate(struct letter_case *c, struct letter_fact *f)
{
    return percent(c, f, "readmit_rate");
}

static bool readmit_cut(struct letter_case *c, struct letter_fact *f)
{
    return percent(c, f, "readmit_cut");
}

/* S3-12: discharges x rate x cut x cost. */
static bool savings(struct letter_case *c, struct letter_fact *f)
{
    static const char *const keys[] = {"discharges", "readmit_rate", "readmit_cut", "readmit_cost"};
    struct pgyd_value v[PGC_COUNT(keys)];
    char missing[160] = "", text[MONEY_TEXT];
    for (uint32_t i = 0; i < PGC_COUNT(keys); i++) {
        if (!pgc_get(c->h, "value", "", keys[i], &v[i]))
            pgc_append(missing, sizeof missing, "%s[value] %s", missing[0] ? ", " : "", keys[i]);
    }
    pgc_format(f->key, sizeof f->key, "[value] readmit_cost");
    if (missing[0])
        return letter_missing(f, "%s", missing);
    double saved = (double)v[0].num * v[1].real / 100 * v[2].real / 100 * (double)v[3].num;
    if (!(saved >= 1) || saved > 1e12)
        return letter_missing(f, "[value] figures that save at least a dollar a year");
    pgc_format(f->text, sizeof f->text, "%s", money_text((int64_t)(saved + 0.5), text));
    return true;
}

/* ---- the whitelist ---- */

static const struct letter_entry facts[] = {
    {"name", own_name},
    {"specialty", specialty},
    {"fellowship", fellowship},
    {"program", program},
    {"volumes", volumes},
    {"call_duties", call_duties},
    {"breadth", breadth},
    {"autonomy", autonomy},
    {"pgy", pgy},
    {"trainee", trainee},
    {"finish_month", finish_month},
    {"employer", employer},
    {"contact", contact},
    {"met_at", met_at},
    {"lead", lead},
    {"region", region},
    {"priorities", priorities},
    {"tie", tie},
    {"may_grow", may_grow},
    {"value", value},
    {"metric", metric},
    {"story", story},
    {"benefit_them", benefit_them},
    {"common_ground", common_ground},
    {"resources", resources},
    {"case_type", case_type},
    {"cases_week", cases_week},
    {"discharges", discharges},
    {"readmit_rate", readmit_rate},
    {"readmit_cut", readmit_cut},
    {"savings", savings},
};

const struct letter_table *letter_own_facts(void)
{
    static const struct letter_table table = {facts, PGC_COUNT(facts)};
    return &table;
}
