/* SPDX-License-Identifier: BSD-2-Clause */
/* Events and rules to intervals, through libical and our own zones. What is too odd to be handed to
 * libical is stopped in scan.c. */
#include "calendar/import.h"

#include "base/err.h"
#include "base/utf8.h"

#include <libical/ical.h>
#include <regex.h>
#include <stdlib.h>
#include <string.h>

enum { DAY = 86400, ITERATIONS = 50000 };

/* A zone by the name a calendar gives it. */
struct named {
    const char *name;
    struct pgy_tz *tz; /* NULL: unknown */
};

/* An occurrence that another event stands in for, or that an EXDATE takes out. */
struct instance {
    const char *uid;
    int64_t at;
};

struct importing {
    const struct pgy_import_spec *spec;
    struct pgy_arena *arena;
    struct pgy_import *out;
    int64_t first, end; /* of the window */
    regex_t regex;
    struct named *zones;
    size_t nzones, cap_zones;
    struct instance *gone;
    size_t ngone, cap_gone;
};

/* Names that Windows gives to the zones of North America and western Europe (CLDR windowsZones). */
static const struct {
    const char *windows, *iana;
} windows_zones[] = {
    {"Eastern Standard Time", "America/New_York"},
    {"US Eastern Standard Time", "America/Indiana/Indianapolis"},
    {"Central Standard Time", "America/Chicago"},
    {"Mountain Standard Time", "America/Denver"},
    {"US Mountain Standard Time", "America/Phoenix"},
    {"Pacific Standard Time", "America/Los_Angeles"},
    {"Alaskan Standard Time", "America/Anchorage"},
    {"Hawaiian Standard Time", "Pacific/Honolulu"},
    {"Atlantic Standard Time", "America/Halifax"},
    {"Canada Central Standard Time", "America/Regina"},
    {"SA Western Standard Time", "America/La_Paz"},
    {"GMT Standard Time", "Europe/London"},
    {"W. Europe Standard Time", "Europe/Berlin"},
    {"Romance Standard Time", "Europe/Paris"},
    {"Central Europe Standard Time", "Europe/Budapest"},
};

static void component_free(icalcomponent **component)
{
    if (*component)
        icalcomponent_free(*component);
}

static void iterator_free(icalrecur_iterator **iterator)
{
    if (*iterator)
        icalrecur_iterator_free(*iterator);
}

/* The name as it is, as Windows means it, or what follows a prefix such as
 * "/freeassociation.sourceforge.net/". */
static struct pgy_tz *zone_load(const char *name)
{
    struct pgy_tz *tz = NULL;
    for (size_t i = 0; i < sizeof windows_zones / sizeof windows_zones[0]; i++) {
        if (strcmp(name, windows_zones[i].windows) == 0)
            name = windows_zones[i].iana;
    }
    const char *inner = *name == '/' ? strchr(name + 1, '/') : NULL;
    return pgy_tz_load(inner ? inner + 1 : name, &tz) == 0 ? tz : NULL;
}

static const struct pgy_tz *zone_named(struct importing *m, const char *name)
{
    size_t i = 0;
    while (i < m->nzones && strcmp(m->zones[i].name, name) != 0)
        i++;
    if (i == m->nzones) {
        struct named *added =
            pgy_arena_push(m->arena, &m->zones, &m->nzones, &m->cap_zones, sizeof *m->zones);
        *added = (struct named){pgy_arena_strdup(m->arena, name), zone_load(name)};
    }
    if (m->zones[i].tz)
        return m->zones[i].tz;
    m->out->unzoned++;
    return m->spec->zone;
}

/* A property's time as written. libical's own getters look for the zone in its tables, and lose the
 * caller's place among the properties. */
static struct icaltimetype time_of(icalproperty *property)
{
    icalvalue *value = icalproperty_get_value(property);
    switch (value ? icalvalue_isa(value) : ICAL_NO_VALUE) {
    case ICAL_DATE_VALUE:
        return icalvalue_get_date(value);
    case ICAL_DATETIME_VALUE:
        return icalvalue_get_datetime(value);
    case ICAL_DATETIMEPERIOD_VALUE:
        return icalvalue_get_datetimeperiod(value).time;
    default:
        return icaltime_null_time();
    }
}

/* The zone a property's times are in. */
static const struct pgy_tz *zone_of(struct importing *m, icalproperty *property,
                                    struct icaltimetype t)
{
    icalparameter *tzid = icalproperty_get_first_parameter(property, ICAL_TZID_PARAMETER);
    const char *name = tzid ? icalparameter_get_tzid(tzid) : NULL;
    if (icaltime_is_utc(t))
        return pgy_tz_utc();
    return name && !t.is_date ? zone_named(m, name) : m->spec->zone;
}

/* libical's own way from wall time to UTC is wrong in gaps and overlaps (architecture 9). False for
 * what is no date. */
static bool instant_of(const struct pgy_tz *tz, struct icaltimetype t, int64_t *utc)
{
    pgy_day day = pgy_civil_day(t.year, t.month, t.day);
    if (day == PGY_NO_DAY || t.hour < 0 || t.hour > 23 || t.minute < 0 || t.minute > 59 ||
        t.second < 0 || t.second > 60)
        return false;
    *utc = pgy_tz_instant(
        tz, day, t.is_date ? 0 : t.hour * 3600 + t.minute * 60 + (t.second == 60 ? 59 : t.second));
    return true;
}

static bool property_instant(struct importing *m, icalproperty *property, struct icaltimetype t,
                             int64_t *utc)
{
    return !icaltime_is_null_time(t) && instant_of(zone_of(m, property, t), t, utc);
}

static int instance_compare(const void *a, const void *b)
{
    const struct instance *x = a, *y = b;
    return x->at != y->at ? (x->at < y->at ? -1 : 1) : strcmp(x->uid, y->uid);
}

static void gone_add(struct importing *m, const char *uid, int64_t at)
{
    struct instance *added =
        pgy_arena_push(m->arena, &m->gone, &m->ngone, &m->cap_gone, sizeof *m->gone);
    *added = (struct instance){uid, at};
}

static const char *uid_of(icalcomponent *event)
{
    const char *uid = icalcomponent_get_uid(event);
    return uid ? uid : "";
}

/* What RECURRENCE-ID and EXDATE take out of the series of a UID. */
static void gone_collect(struct importing *m, icalcomponent *event)
{
    int64_t at;
    /* before the loop: a component has one place among its properties, which any getter moves */
    const char *uid = uid_of(event);
    icalproperty *property = icalcomponent_get_first_property(event, ICAL_RECURRENCEID_PROPERTY);
    if (property && property_instant(m, property, time_of(property), &at))
        gone_add(m, uid, at);
    property = icalcomponent_get_first_property(event, ICAL_EXDATE_PROPERTY);
    for (; property; property = icalcomponent_get_next_property(event, ICAL_EXDATE_PROPERTY)) {
        if (property_instant(m, property, time_of(property), &at))
            gone_add(m, uid, at);
    }
}

static bool matches(const struct importing *m, icalcomponent *event)
{
    static const icalproperty_kind kinds[] = {ICAL_SUMMARY_PROPERTY, ICAL_LOCATION_PROPERTY,
                                              ICAL_CATEGORIES_PROPERTY};
    if (!m->spec->match)
        return true;
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        icalproperty *property = icalcomponent_get_first_property(event, kinds[i]);
        for (; property; property = icalcomponent_get_next_property(event, kinds[i])) {
            const char *text = icalvalue_get_text(icalproperty_get_value(property));
            if (text && regexec(&m->regex, text, 0, NULL, 0) == 0)
                return true;
        }
    }
    return false;
}

/* One event while it is expanded. */
struct series {
    icalproperty *dtstart;
    struct icaltimetype start;
    const struct pgy_tz *zone;
    const char *uid, *summary;
    int64_t seconds; /* how long: of whole days, days on the clock in `days` */
    int32_t days;
    bool master; /* no RECURRENCE-ID */
    size_t count;
};

static int64_t end_of(const struct series *s, struct icaltimetype t, int64_t start)
{
    return t.is_date ? pgy_tz_instant(s->zone, pgy_civil_day(t.year, t.month, t.day) + s->days, 0)
                     : start + s->seconds;
}

/* DTEND, DURATION, or what RFC 5545 3.6.1 says without them: a day for a date, nothing for a
 * time. */
static bool length_of(struct importing *m, icalcomponent *event, struct series *s, int64_t start)
{
    icalproperty *end = icalcomponent_get_first_property(event, ICAL_DTEND_PROPERTY);
    icalproperty *length = icalcomponent_get_first_property(event, ICAL_DURATION_PROPERTY);
    if (end) {
        struct icaltimetype t = time_of(end);
        int64_t at;
        if (t.is_date != s->start.is_date || !property_instant(m, end, t, &at))
            return false;
        s->seconds = at - start;
        s->days = pgy_civil_day(t.year, t.month, t.day) -
                  pgy_civil_day(s->start.year, s->start.month, s->start.day);
    } else if (length) {
        s->seconds = icaldurationtype_as_int(icalproperty_get_duration(length));
        s->days = (int32_t)(s->seconds / DAY);
    } else {
        s->days = 1;
    }
    if (s->start.is_date && s->days == 0)
        s->days = 1; /* DTEND = DTSTART, as some write one day */
    if (!s->start.is_date)
        s->days = 0; /* a time's end may be an earlier date, in a zone farther west */
    return s->seconds >= 0 && s->seconds <= 400 * (int64_t)DAY && s->days >= 0 && s->days <= 400;
}

/* Adds an occurrence when it touches the window and nothing takes it out. PGY_ELIMIT when there are
 * too many. */
static int occurrence_add(struct importing *m, struct series *s, struct icaltimetype t)
{
    int64_t start;
    if (!instant_of(s->zone, t, &start))
        return 0;
    const struct instance key = {s->uid, start};
    int64_t end = end_of(s, t, start);
    if (end <= m->first || start >= m->end || end <= start)
        return 0;
    if (s->master && m->ngone && bsearch(&key, m->gone, m->ngone, sizeof key, instance_compare))
        return 0;
    if (++s->count > PGY_IMPORT_PER_EVENT || m->out->n == PGY_IMPORT_INTERVALS)
        return PGY_ELIMIT;
    struct pgy_interval *added =
        pgy_arena_push(m->arena, &m->out->list, &m->out->n, &m->out->cap, sizeof *m->out->list);
    *added = (struct pgy_interval){start, end, s->summary};
    return 0;
}

static struct icaltimetype wall_of(const struct pgy_tz *tz, int64_t utc, bool date)
{
    int32_t second = 0;
    struct pgy_ymd ymd = pgy_civil_ymd(pgy_tz_day(tz, utc, &second));
    struct icaltimetype t = {.year = ymd.year, .month = ymd.month, .day = ymd.day, .is_date = date};
    if (!date) {
        t.hour = second / 3600;
        t.minute = second / 60 % 60;
        t.second = second % 60;
    }
    return t;
}

/* Occurrences by the rule, counted on the wall clock: times without a zone for libical, instants by
 * us. False: a rule we do not follow. */
static bool rule_expand(struct importing *m, struct series *s, icalproperty *property, int *err)
{
    struct icalrecurrencetype rule = icalproperty_get_rrule(property);
    if (rule.freq < ICAL_DAILY_RECURRENCE || rule.freq > ICAL_YEARLY_RECURRENCE ||
        rule.interval < 1)
        return false;
    /* The window ends the search: rules that never come true would be searched for long: libical
     * looks a whole second for a 30th of February. */
    struct icaltimetype start = s->start, until = wall_of(s->zone, m->end, s->start.is_date);
    start.zone = NULL;
    if (!icaltime_is_null_time(rule.until)) {
        int64_t at;
        struct icaltimetype given = rule.until;
        if (icaltime_is_utc(given) && instant_of(pgy_tz_utc(), given, &at))
            given = wall_of(s->zone, at, s->start.is_date);
        if (given.is_date && !start.is_date) {
            given.is_date = 0;
            given.hour = 23;
            given.minute = given.second = 59;
        }
        given.zone = NULL;
        if (icaltime_compare(given, until) < 0)
            until = given;
    }
    rule.until = until;
    icalrecur_iterator *iterator __attribute__((cleanup(iterator_free))) =
        icalrecur_iterator_new(rule, start);
    if (!iterator)
        return false;
    for (int i = 0; i < ITERATIONS; i++) {
        struct icaltimetype t = icalrecur_iterator_next(iterator);
        if (icaltime_is_null_time(t))
            return true;
        *err = occurrence_add(m, s, t);
        if (*err)
            return false;
    }
    return false;
}

/* Expands one event. 0, or PGY_ELIMIT when the whole import has become too much. */
static int event_expand(struct importing *m, icalcomponent *event)
{
    int64_t at;
    int err = 0;
    struct series s = {.uid = uid_of(event),
                       .dtstart = icalcomponent_get_first_property(event, ICAL_DTSTART_PROPERTY)};
    if (!s.dtstart || icalcomponent_get_status(event) == ICAL_STATUS_CANCELLED ||
        !matches(m, event))
        return 0;
    s.start = time_of(s.dtstart);
    s.zone = zone_of(m, s.dtstart, s.start);
    s.master = !icalcomponent_get_first_property(event, ICAL_RECURRENCEID_PROPERTY);
    const char *summary = icalcomponent_get_summary(event);
    s.summary = pgy_arena_strdup(
        m->arena, summary && pgy_utf8_valid(summary, strlen(summary)) ? summary : "");
    if (icaltime_is_null_time(s.start) || !instant_of(s.zone, s.start, &at) ||
        !length_of(m, event, &s, at)) {
        m->out->skipped++;
        return 0;
    }
    icalproperty *rule =
        s.master ? icalcomponent_get_first_property(event, ICAL_RRULE_PROPERTY) : NULL;
    bool whole = rule ? !icalcomponent_get_next_property(event, ICAL_RRULE_PROPERTY) &&
                            rule_expand(m, &s, rule, &err)
                      : true;
    if (!rule)
        err = occurrence_add(m, &s, s.start);
    icalproperty *date =
        s.master ? icalcomponent_get_first_property(event, ICAL_RDATE_PROPERTY) : NULL;
    for (; date && !err; date = icalcomponent_get_next_property(event, ICAL_RDATE_PROPERTY)) {
        struct icaltimetype t = time_of(date);
        if (!icaltime_is_null_time(t) && property_instant(m, date, t, &at))
            err = occurrence_add(m, &s, wall_of(s.zone, at, s.start.is_date));
    }
    m->out->skipped += !whole || err;
    return m->out->n == PGY_IMPORT_INTERVALS ? err : 0;
}

static int interval_compare(const void *a, const void *b)
{
    const struct pgy_interval *x = a, *y = b;
    if (x->start != y->start)
        return x->start < y->start ? -1 : 1;
    return x->end < y->end ? -1 : x->end > y->end;
}

/* Each VEVENT of a calendar, or of several in one file, which libical puts below an XROOT. */
static int events_each(struct importing *m, icalcomponent *parent,
                       int (*each)(struct importing *, icalcomponent *))
{
    int err = 0;
    icalcomponent *child = icalcomponent_get_first_component(parent, ICAL_ANY_COMPONENT);
    for (; child && !err; child = icalcomponent_get_next_component(parent, ICAL_ANY_COMPONENT)) {
        if (icalcomponent_isa(child) == ICAL_VCALENDAR_COMPONENT)
            err = events_each(m, child, each);
        else if (icalcomponent_isa(child) == ICAL_VEVENT_COMPONENT)
            err = each(m, child);
    }
    return err;
}

static int collect(struct importing *m, icalcomponent *event)
{
    gone_collect(m, event);
    return 0;
}

static int expand(struct importing *m, const char *text, const char **why)
{
    icalcomponent *root __attribute__((cleanup(component_free))) = icalparser_parse_string(text);
    if (!root) {
        *why = "it does not parse";
        return PGY_EPARSE;
    }
    icalcomponent_strip_errors(root);
    events_each(m, root, collect);
    if (m->ngone)
        qsort(m->gone, m->ngone, sizeof *m->gone, instance_compare);
    int err = events_each(m, root, event_expand);
    if (err)
        *why = "it has more than 20,000 occurrences within the time asked for";
    else if (m->out->n)
        qsort(m->out->list, m->out->n, sizeof *m->out->list, interval_compare);
    return err;
}

int pgy_import(const char *bytes, size_t len, const struct pgy_import_spec *spec,
               struct pgy_arena *arena, struct pgy_import *import, const char **why)
{
    struct pgy_import out = {0};
    struct importing m = {.spec = spec, .arena = arena, .out = &out};
    *why = pgy_import_scan(bytes, len);
    if (*why)
        return len > PGY_IMPORT_BYTES ? PGY_ELIMIT : PGY_EPARSE;
    if (spec->match && regcomp(&m.regex, spec->match, REG_EXTENDED | REG_ICASE | REG_NOSUB)) {
        *why = "'match' is not an extended regular expression";
        return PGY_EINVAL;
    }
    m.first = pgy_tz_instant(spec->zone, spec->first, 0);
    m.end = pgy_tz_instant(spec->zone, spec->last + 1, 0);
    int err = expand(&m, pgy_arena_strndup(arena, bytes, len), why);
    for (size_t i = 0; i < m.nzones; i++)
        pgy_tz_free(&m.zones[i].tz);
    if (spec->match)
        regfree(&m.regex);
    if (!err)
        *import = out;
    return err;
}
